"""What the rules on numerals share: the value of a Chinese numeral, where a line begins."""

DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")}
DIGITS |= {"零": 0, "○": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_MARKERS = " \t\u3000>*#|_(（-+"
_NEAR = 12


def value(numeral: str) -> int:
    """Return the number that a Chinese numeral below 万 stands for: 三百二十一, 〇八, 十."""
    if not any(power in numeral for power in _POWERS):
        return int("".join(str(DIGITS[character]) for character in numeral) or 0)
    total, digit = 0, 0
    for character in numeral:
        if character in _POWERS:
            total += (digit or 1) * _POWERS[character]
            digit = 0
        else:
            digit = DIGITS[character]
    return total + digit


def heads_line(text: str, at: int) -> bool:
    """Whether nothing but marks of lists, headings and cells stands before ``at`` on its line."""
    before = text[max(0, at - _NEAR) : at]
    return before.rpartition("\n")[2].strip(_MARKERS) == "" and ("\n" in before or at <= _NEAR)

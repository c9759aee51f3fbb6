"""Check digits: which rows of digits can be an identity number, a credit code or a card."""

import datetime

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PROVINCES = frozenset(
    str(code)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for code in range(first, last + 1)
)
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def is_identity(digits: str) -> bool:
    """Checks the region, the day of birth and the check character of GB 11643."""
    if digits[:2] not in _PROVINCES or not digits[:17].isdigit() or not _is_day(digits[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == digits[17]


def is_old_identity(digits: str) -> bool:
    """Fifteen digits, as they were given until 1999."""
    if len(digits) != 15 or not digits.isdigit() or digits[:2] not in _PROVINCES:
        return False
    return _is_day(f"19{digits[6:12]}")


def is_credit(code: str) -> bool:
    """Whether it is the code of an organ or enterprise by GB 32100, whose third digit begins a region."""
    if "X" in code or code[2:4] not in _PROVINCES:
        return False
    total = sum(_CREDIT.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:17]))
    return _CREDIT[(31 - total % 31) % 31] == code[17]


def is_no_sample(digits: str) -> bool:
    """Whether it is more than a row of noughts or 123456… that stands for a number."""
    return len(set(digits)) > 3 and "123456789" not in digits and "987654321" not in digits


def is_luhn(digits: str) -> bool:
    """Whether the last digit checks the others by ISO/IEC 7812 (Luhn)."""
    if not digits.isdigit():
        return False
    total = sum(map(int, digits[-1::-2])) + sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return total % 10 == 0


def _is_day(digits: str) -> bool:
    if not "1800" <= digits[:4] <= "2049":
        return False
    try:
        datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True

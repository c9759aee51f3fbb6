"""看不见的字符。

A character without width (zero-width space, direction mark, soft hyphen, control character) came along
from a web page, Word or a chat. It breaks searching and line breaking, and print may show it as a box.
The whole file is looked at. What joins an emoji, selects the form of a character or stands in a script
that needs it is right. Where the character ended a line for Word it is not deleted unseen.

Source: 《Unicode 标准》第 23 章（特殊区域与格式字符）
Bad: ``审议\u200b通过`` · ``审议\u200e通过`` · ``\ufeff审议通过`` · ``审议\u00ad通过`` ·
    ``审议\u0007通过`` · ``审议\u202e通过``
Good: ``审议通过`` · ``👨\u200d👩\u200d👧`` · ``❤\ufe0f`` · ``1\ufe0f⃣`` · ``葛\U000e0100`` ·
    ``می\u200cخواهم``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._characters import BREAKS, odd
from press.rules._lazy import lazy

_NAMES = {
    "\u00ad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u2060": "零宽连接符",
    "\ufeff": "BOM 标记",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
    "\x0b": "Word 的软回车",
    "\x0c": "分页符",
}
_JOINED = lazy("[\u2190-\u2bff\ufe0f\u20e3\U0001f000-\U0001faff\U000e0020-\U000e007f]")
_SHAPED = lazy("[\u0590-\u08ff\u0900-\u0dff\u0f00-\u0fff\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufefc]")
_SELECTABLE = lazy("[0-9#*©®‼⁉™ℹ\u2190-\u2bff\u3000-\u303f\u3400-\u9fff\uff01-\uff1f\U0001f000-\U0003ffff]")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each run of invisible characters."""
    text = submission.text
    run: list[int] = []
    for at in odd(text, "invisible"):
        if _right(text, at):
            continue
        if run and at != run[-1] + 1:
            yield _finding(submission, run)
            run = []
        run.append(at)
    if run:
        yield _finding(submission, run)


def _finding(submission: Submission, run: list[int]) -> Finding:
    words = submission.text[run[0] : run[-1] + 1]
    first = words[0]
    name = _NAMES.get(first) or ("控制字符" if first < "\xa0" else "格式控制符")
    some = f"等 {len(words)} 个" if len(words) > 1 else ""
    message = f"看不见的字符：{name}（U+{ord(first):04X}）{some}"
    lossless = all(c not in BREAKS and c != "\x1e" and not "\x80" <= c < "\xa0" for c in words)
    hint = "请删去" if lossless else "请删去，并看看这里是否要换行或缺字"
    return submission.finding(run[0], run[-1] + 1, message, hint, "" if lossless else None)


def _right(text: str, at: int) -> bool:
    """Whether the invisible character has work to do where it stands."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    character = text[at]
    if "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return bool(_SELECTABLE.match(before))
    if character == "\u200d" or "\U000e0020" <= character <= "\U000e007f":
        joined = _JOINED.match(before) and (character != "\u200d" or _JOINED.match(after))
        return bool(joined or _SHAPED.match(before) or _SHAPED.match(after))
    return character in "\u061c\u180e\u200c\u200d\u200e\u200f" and bool(
        _SHAPED.match(before) or _SHAPED.match(after)
    )


RULE = Rule("T058", "看不见的字符", submission=check, severity=Severity.WARNING, fixes=True)

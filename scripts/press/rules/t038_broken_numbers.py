"""数字里夹了空格、字母或者叠字。

A number is broken by a space (20 26年), by a letter that looks like a figure (2O26年, 1OO%), by a doubled
point or a doubled unit (3..5%, 5%%, 3万元元). A thousand may be parted by a space (12 345元), a year not.

Source: GB/T 15835—2011 出版物上数字用法，5.1.1、5.1.2、5.1.4
Bad: ``始于20 26年`` · ``始于2 026年`` · ``增长3. 5%`` · ``2O26年`` · ``完成1OO%`` · ``l0月`` ·
    ``增长3..5%`` · ``5%%`` ·
    ``共3万元元`` · ``2〇26年`` · ``第第三次``
Good: ``2026 年`` · ``12 345元`` · ``O型血`` · ``2026年 10月`` · ``1. 5%的企业停产`` · ``H2O`` · ``5%`` ·
    ``10 km`` ·
    ``约2 000年前`` · ``3万元，元旦发放`` · ``5元元旦礼包``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._numbers import heads_line

_YEAR = lazy(
    r"年(?:(?<=[^0-9.,][12] [09][0-9][0-9]年)(?<!00年)|(?<=[^0-9.,](?:19|20) [0-9][0-9]年)"
    r"|(?<=[^0-9.,](?:19|20)[0-9] [0-9]年))"
)
_SHARE = "[0-9]{1,3}(?:%|％|‰|个百分点)"
_POINT = lazy(
    rf"\.(?:(?<=[0-9]\.) (?={_SHARE})|(?<=[0-9] \.)(?={_SHARE})"
    rf"|(?<=[0-9]\.)\.(?={_SHARE}|[0-9]{{1,3}}[万亿元]))"
)
_LIKE = "OoОΟ〇○lI"
_RIGHT = str.maketrans(_LIKE, "00000011")
_LETTERS = tuple(
    (letter, lazy(rf"{letter}(?=[0-9{_LIKE}.]{{0,4}}(?:[年月日时%％‰万亿元人户件亩个]|百分点))"))
    for letter in _LIKE.replace("o", "")
)
_TOKEN = lazy(rf"[0-9{_LIKE}.]{{1,8}}")
_FIGURE = lazy(r"\A[0-9]|[0-9]\Z")
_TWICE = (
    lazy("(第)第(?=[0-9一二三四五六七八九十])"),
    lazy("(%)%(?<=[0-9]%%)"),
    lazy("(元)元(?<=[0-9万亿]元元)(?!旦)"),
)
_DIGITS = "0123456789"
_SIGNS = (
    *(f"{one} {other}" for one in _DIGITS for other in _DIGITS),
    *(f". {digit}" for digit in _DIGITS),
    *(f"{digit} ." for digit in _DIGITS),
    *(pair for letter in _LIKE for digit in _DIGITS for pair in (letter + digit, digit + letter)),
    *(f".{letter}" for letter in _LIKE),
    *("..", "第第", "%%", "元元"),
)
_NUMERALS = frozenset("一二三四五六七八九十百千万亿")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each number that something does not belong in."""
    text = submission.reading()
    for match in _YEAR.finditer(text):
        said = text[match.start() - 5 : match.end()]
        at = match.start() - 5 + said.index(" ")
        yield submission.finding(at, at + 1, f"年份“{said}”中间有空格", "删去空格", "")
    for match in _POINT.finditer(text):
        start, end = match.start() - (match[0] == "."), match.end()
        digits = text[max(0, start - 6) : start]
        number = len(digits) - len(digits.rstrip("0123456789"))
        if not heads_line(text, start - number):
            message = "小数点重复" if match[0] == ".." else "小数点旁边有空格"
            yield submission.finding(start, end, message, "只留一个小数点，并核对数字", ".")
    for pattern in _TWICE:
        for match in pattern.finditer(text):
            yield submission.finding(*match.span(), f"“{match[1]}”字重复", f"只留一个“{match[1]}”", match[1])
    yield from _letters(submission, text)


def _letters(submission: Submission, text: str) -> Iterator[Finding]:
    found = set()
    for letter, pattern in _LETTERS:
        for match in pattern.finditer(text) if letter in text else ():
            before = text[max(0, match.start() - 8) : match.start()]
            start = match.start() - len(before) + len(before.rstrip(f"0123456789{_LIKE}."))
            token = _TOKEN.match(text, start)
            ahead = text[max(0, start - 1) : start]
            # O2O is a word; a number has a figure at one of its ends.
            if token is None or start in found or not _FIGURE.search(token[0]):
                continue
            if ahead not in _NUMERALS and not (ahead.isascii() and ahead.isalnum()):
                found.add(start)
                right = token[0].translate(_RIGHT)
                message = f"数字“{token[0]}”里有不是数字的“{letter}”"
                yield submission.finding(start, token.end(), message, f"改为数字“{right}”", right)


RULE = Rule(
    "T038",
    "数字里夹了空格、字母或者叠字",
    submission=check,
    needs=_SIGNS,
    severity=Severity.WARNING,
    fixes=True,
)

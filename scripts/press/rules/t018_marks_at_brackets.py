"""标点在引号、括号、书名号旁放错了位置。

A title in 《》 has no 。，、；： at its end; nor has a remark in brackets ，、； before the closing one,
or a 。 when the sentence goes on behind it. A stop stands inside or outside the closing quotation mark,
not on both sides, and none stands right behind an opening mark.

Source: GB/T 15834—2011《标点符号用法》，附录B（引号内外、括号内外的标点用法）
Bad: ``学习《代表法，》规定`` · ``他说：“办好了。”。`` · ``代表（共22名，）到会`` ·
``代表（共22名。），都到了`` · ``提出“，要办实”的意见`` · ``分为“办成、”“未办”``
Good: ``学习《怎样提建议？》一文`` · ``他说：“办好了。”`` · ``“办好了，”他说`` · ``（代表共22名。）`` ·
``把“、”改为“，”`` · ``“一、”改为“1.”`` · ``修改为：“本办法自公布之日起施行。”；``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_CLOSES = {
    "》": (lazy(r"》(?<=[^《“][。，、；：]》)"), 1, 0, "书名号里末尾不用“{}”，请删去或移到外面"),
    "）": (lazy(r"）(?<=[，、；]）)(?<![（“‘].）)"), 1, 0, "括号里末尾不用“{}”，请删去"),
    "”": (lazy(r"”(?<=[。，；]”)(?<![“‘].”)[，。]"), 1, 1, "引号内外只用一个点号，请删去一个"),
}
_REMARK = lazy(r"）(?<=。）)(?=[，。；、：])")
_LISTED = lazy(r"”(?<=[^“‘）)一二三四五六七八九十0-9]、”)")
_PAIRS = (
    *(f"{mark}》" for mark in "。，、；："),
    *(f"{mark}）" for mark in "。，、；"),
    *(f"{mark}”{then}" for mark in "。，；" for then in "，。"),
    *(opening + mark for opening in "“‘（《〈" for mark in "，。、；："),
    "、”",
)
_OPENS = {mark: lazy(rf"{mark}[，。、；：](?![”’）》〉])") for mark in ("“", "‘", "（", "《", "〈")}


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each stop on the wrong side of a mark."""
    text = submission.reading()
    for pattern, before, outside, hint in _CLOSES.values():
        for match in pattern.finditer(text):
            at = match.start() - before
            yield _finding(submission, at, match.end(), hint.format(text[at]) if not outside else hint)
    for match in _REMARK.finditer(text):
        hint = "句子没有完，括号里末尾不用“。”，请删去"
        yield _finding(submission, match.start() - 1, match.end() + 1, hint)
    for match in _LISTED.finditer(text):
        hint = "引号里末尾不用“、”，请删去或移到外面"
        yield _finding(submission, match.start() - 1, match.end(), hint)
    for pattern in _OPENS.values():
        for match in pattern.finditer(text):
            hint = f"“{match[0][0]}”后面不用点号，请删去或移到前面"
            yield _finding(submission, *match.span(), hint)


def _finding(submission: Submission, start: int, end: int, hint: str) -> Finding:
    return submission.finding(start, end, f"标点位置不对：“{submission.reading()[start:end]}”", hint)


RULE = Rule(
    "T018",
    "标点在引号、括号、书名号旁放错了位置",
    submission=check,
    needs=_PAIRS,
    severity=Severity.WARNING,
)

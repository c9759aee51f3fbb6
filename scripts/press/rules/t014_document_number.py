"""发文字号写法不对。

The year of a document's number is written in full and stands in 〔〕; the number has neither 第 nor zeros
before it and ends with 号. The numbers of court cases ((2021)民初…号) and of licences (…字（2021）第012号)
have forms of their own.

Source: GB/T 9704—2012《党政机关公文格式》，7.2.5
（年份标全称，用六角括号“〔〕”括入；不加“第”字，不编虚位，数字后加“号”字）
Bad: ``青人常[2026]3号`` · ``青人常（2026）3号`` · ``青人常【2026】3号`` · ``青人常〔2026〕第3号`` ·
``青人常〔2026〕03号`` · ``青人常〔26〕3号`` · ``青人常〔2026〕3文件`` · ``青人常〔2026年〕3号``
Good: ``青人常〔2026〕3号`` · ``（2026）青0101民初3号`` · ``青卫消证字（2026）第0012号`` ·
``青人常〔2026〕3、4号`` · ``第三中学（2026）3号楼`` · ``[2026]``
"""

import re
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_NUMBER = lazy(
    r"([\[【(（［﹝〖〈〔〕{])[ \u3000]?([12][0-9]{3}|[0-9]{2})年?[ \u3000]?([\]】)）］﹞〗〉〕〔}])"
    r"[ \u3000]?(第?)(0{0,3})([1-9][0-9]{0,4})[ \u3000]?(号?)"
)
_BEGINNINGS = tuple(left + then for left in "[【(（［﹝〖〈〔〕{" for then in "0123456789 \u3000")
_ROUND = ("(", "（")
_ORGAN = lazy(r"[发函办政常令党通任议文呈报会告决调督财字审人监法检委](?<![证准许]字)\Z")
_LICENCE = lazy(r"[字证准许批注备]\Z")
_CHINESE = lazy(r"[\u4e00-\u9fff]\Z")
_MORE = lazy(r"[0-9、—~～\-－及和至期页卷条款项]|[号]?[楼院线馆店宿房门]")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each number of a document in another form."""
    text = submission.reading()
    for match in _NUMBER.finditer(text):
        year, number, ends = match[2], match[6], match[7]
        due = f"〔{year}〕{number}号"
        if match[0] == due and len(year) == 4:
            continue
        before = text[max(0, match.start() - 2) : match.start()]
        if not _is_one(text, match, before):
            continue
        fixable = len(year) == 4 and ends
        hint = f"请改为“{due}”" if fixable else f"请改为“〔{_full(year)}〕{number}号”并核对"
        message = f"发文字号“{match[0]}”写法不对"
        yield submission.finding(*match.span(), message, hint, due if fixable else None)


def _is_one(text: str, match: re.Match[str], before: str) -> bool:
    """Whether a year in brackets and a figure are the number of a document."""
    left, year, _, ordinal, zeros, _, ends = match.groups()
    if not _CHINESE.search(before) or _MORE.match(text, match.end()):
        return False
    if not ends:
        return left == "〔" and len(year) == 4
    if _LICENCE.search(before) and (ordinal or zeros):
        return False
    return left not in _ROUND or _ORGAN.search(before) is not None


def _full(year: str) -> str:
    return year if len(year) == 4 else f"20{year}" if int(year) < 50 else f"19{year}"


RULE = Rule(
    "T014", "发文字号写法不对", submission=check, needs=_BEGINNINGS, severity=Severity.WARNING, fixes=True
)

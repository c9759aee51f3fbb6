"""同类的数用了两种数字。

Numbers of one kind in one place are written in one kind of numeral: exact numbers above ten of the same
unit in one sentence, the same number of the same things anywhere in a document, and dates in one paragraph.
Approximate numbers (十几个, 三四十人), ordinals and set phrases are Chinese numerals by nature.

Source: GB/T 15835—2011 出版物上数字用法，4.3（“同类别同形式”原则）
Bad: ``提出建议32件，其中农业十五件。`` · ``全县十三个乡镇。⏎⏎13个乡镇都去了。`` ·
    ``自二〇二五年三月起，到2026年3月止。``
Good: ``提出建议32件，其中农业15件。`` · ``来了32人，其中老人三四十人`` · ``走访12户，十几户已办结`` ·
    ``第十五次会议听取了15件建议`` ·
    ``2026年3月6日⏎⏎二〇二六年三月六日``
"""

import re
from collections.abc import Iterator
from functools import cache

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._numbers import heads_line, value

_UNIT = "个名项家件户位所座份篇处批"
_TENS = lazy(rf"十(?P<ones>[一二三四五六七八九])?(?P<unit>[{_UNIT}])(?P<noun>[\u4e00-\u9fff]{{2}})?")
_FRONT = lazy(
    "(第?)((?:[一二三四五六七八九]千)?(?:零|[一二三四五六七八九]百)?(?:零|[一二三四五六七八九])?)\\Z"
)
_NO_FRONT = frozenset("几数、—至到〇零一二三四五六七八九十百千万亿多余来分之“《")
_ARABIC = lazy(rf"(?<![0-9.第])[1-9][0-9]{{0,4}}(?P<unit>[{_UNIT}])(?!月)(?P<noun>[\u4e00-\u9fff]{{2}})?")
_END = lazy(r"[。；！？\n|]")
_DATE = lazy(
    r"年(?<=([一二][〇○零一二三四五六七八九]{3})年)[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?"
)
_ARABIC_DATE = lazy(r"[12][0-9]{3}年[0-9]{1,2}月")
_NEAR = 60
_FAR = 200
_FEW = 10


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each number in Chinese numerals beside its like in Arabic ones."""
    text = submission.reading()
    front_matter = len(text) - len(submission.body)
    arabic = cache(lambda: {m[0] for m in _ARABIC.finditer(text, front_matter) if m.start() not in quoted})
    quoted = submission.quoted()
    for match in _TENS.finditer(text, front_matter):
        front = _FRONT.search(text[max(0, match.start() - 8) : match.start()])
        if front is None:
            continue
        start = match.start() - len(front[0])
        if text[max(0, start - 1) : start] in _NO_FRONT or front[1] or start in quoted or not arabic():
            continue
        numeral = front[2] + "十" + (match["ones"] or "")
        like = _like(text, start, match, value(numeral), arabic())
        if like:
            written = numeral + match["unit"]
            message = f"同类的数用了两种数字：“{written}”和“{like}”"
            hint = f"统一写法，如“{value(numeral)}{match['unit']}”"
            yield submission.finding(start, start + len(written), message, hint)
    for match in _DATE.finditer(text, front_matter):
        start, end = match.start(1), match.end()
        before = text[max(0, start - _FAR) : start].rpartition("\n")[2]
        after = text[end : end + _FAR].partition("\n")[0]
        like_date = _ARABIC_DATE.search(before) or _ARABIC_DATE.search(after)
        if like_date and start not in quoted and not heads_line(text, start):
            message = f"日期用了两种数字：“{text[start:end]}”和“{like_date[0]}”"
            yield submission.finding(start, end, message, "一段里的日期用同一种数字")


def _like(text: str, start: int, match: re.Match[str], number: int, arabic: set[str]) -> str:
    """A number of the same things in Arabic numerals, or ""."""
    unit, noun = match["unit"], match["noun"]
    if noun and f"{number}{unit}{noun}" in arabic:
        return f"{number}{unit}"
    if number <= _FEW or (noun and noun[0] == "月"):
        return ""
    before = _END.split(text[max(0, start - _NEAR) : start])[-1]
    after = _END.split(text[match.end("unit") : match.end("unit") + _NEAR], maxsplit=1)[0]
    for part in (before, after):
        for found in _ARABIC.finditer(part):
            if found["unit"] == unit:
                return found[0].removesuffix(found["noun"] or "")
    return ""


RULE = Rule("T024", "同类的数用了两种数字", submission=check, needs=("十", "年"), severity=Severity.WARNING)

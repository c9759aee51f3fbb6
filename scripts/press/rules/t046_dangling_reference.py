"""文内引用落空。

An article, paragraph, item, part, table, figure or attachment that the text refers to is in it. Only what can
be decided is found: 本条例第八十条 where the articles end with the 60th, 本条第三款 where the article has two
paragraphs, 前款 in the first paragraph of an article, 见表3 where tables are numbered and none is the third.

Source: 立法技术规范（试行）
Bad: ``第一条 甲。⏎⏎第二条 乙。⏎⏎第三条 依照本办法第五条办理。``
    · ``第一条 甲。⏎⏎第二条 乙。⏎⏎第三条 前款规定的人员不得取水。``
    · ``第一条 甲。⏎⏎第二条 乙。⏎⏎第三条 依照本办法第二条第二款办理。``
    · ``表1 水库⏎⏎水库名录见表2。`` · ``一、甲⏎⏎二、乙⏎⏎理由见第三部分。``
Good: ``第一条 甲。⏎⏎第二条 乙。⏎⏎第三条 依照本办法第二条办理。``
    · ``第一条 甲。⏎⏎第二条 乙。⏎⏎第三条 丙。⏎⏎前款规定的人员不得取水。``
    · ``第一条 甲。⏎⏎第二条 乙。⏎⏎第三条 依照水法第五条办理。``
    · ``表1 水库⏎⏎水库名录见表1。`` · ``一、甲⏎⏎二、乙⏎⏎理由见第二部分。``
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._articles import Article, articles
from press.rules._lazy import lazy
from press.rules._marks import COMMA, LongQuotations, Mark, han_number, marks

_N = "[一二三四五六七八九十百千零〇]{1,9}"
_PLACE = rf"第({_N})条(之[一二三四五六七八九十]{{1,3}})?(?:第({_N})款)?(?:第[（(]?({_N})[）)]?项)?"
_PLACES = lazy(_PLACE)
_BARE = rf"第{_N}条(?:之[一二三四五六七八九十]{{1,3}})?(?:第{_N}款)?(?:第[（(]?{_N}[）)]?项)?"
_REFERENCE = lazy(
    r"本(?:法|条例|办法|规定|规则|细则|章程|准则|守则|规程)"
    rf"({_BARE}(?:(?:、|和|及|以及|或者|或|至|到){_BARE}){{0,12}})"
)
_HERE = lazy(rf"本条第({_N})款|(?<![之以提目当条一二三四五六七八九十])前([两二三])?款(?![项额式物])")
_PART = lazy(r"见(?:本[\u4e00-\u9fff]{0,2})?第([一二三四五六七八九十]{1,3})部分")
_SHOWN = lazy(r"[见如]附?([表图])[ ]?([0-9]{1,2})(?![0-9.\-—－])")
_CAPTION = lazy(r"\n[ \t\u3000|*>#]*(?:!\[)?附?([表图])[ ]?([0-9]{1,2})(?![0-9.\-—－])")
_COUNT = {"两": 2, "二": 2, "三": 3}
_HINT = "请核对引用的款，或有没有把两款连在一起"


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each reference to what is not there."""
    text = submission.reading()
    if "条" in text:
        yield from _in_law(submission, text)
    if "部分" in text:
        yield from _parts(submission, text)
    if ("表" in text or "图" in text) and _SHOWN.search(text):
        yield from _shown(submission, text)


def _in_law(submission: Submission, text: str) -> Iterator[Finding]:
    found = marks(submission)
    law = articles(text, found) if found else {}
    if not law:
        return
    quoted = LongQuotations(text)
    paragraphs_of = cache(lambda article: article.paragraphs(text))
    for match in _REFERENCE.finditer(text):
        if match.start() not in quoted:
            for place in _PLACES.finditer(text, match.start(1), match.end()):
                lacking = _lacking(place, law, found, paragraphs_of)
                if lacking:
                    yield submission.finding(*place.span(), *lacking)
    series = list(law.values())
    starts = [article.start for article in series]
    for match in _HERE.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        article = series[at] if at >= 0 else None
        if article is None or match.start() in quoted or match.start() >= article.end:
            continue
        paragraphs = paragraphs_of(article)
        if match[1]:
            if han_number(match[1]) > len(paragraphs):
                message = f"“{match[0]}”落空：这一条只有 {len(paragraphs)} 款"
                yield submission.finding(*match.span(), message, _HINT)
        elif bisect_right(paragraphs, match.start()) - 1 < _COUNT.get(match[2], 1):
            message = f"“{match[0]}”落空：这一条前面没有这么多款"
            yield submission.finding(*match.span(), message, _HINT)


def _lacking(
    place: re.Match[str],
    law: dict[int, Article],
    found: tuple[Mark, ...],
    paragraphs_of: Callable[[Article], tuple[int, ...]],
) -> tuple[str, str] | None:
    number = han_number(place[1])
    if place[2] or (number not in law and number < max(law)):
        return None
    if number not in law:
        return f"“{place[0]}”落空：全文只有 {max(law)} 条", "请核对引用的条的序数"
    paragraphs = len(paragraphs_of(law[number])) if place[3] else 0
    if place[3] and han_number(place[3]) > paragraphs:
        return f"“{place[0]}”落空：第{place[1]}条只有 {paragraphs} 款", _HINT
    items = law[number].items(found) if place[4] else 0
    if items and han_number(place[4]) > items:
        return f"“{place[0]}”落空：第{place[1]}条只有 {items} 项", "请核对引用的项的序数"
    return None


def _parts(submission: Submission, text: str) -> Iterator[Finding]:
    last = max((mark.number for mark in marks(submission) if mark.kind == COMMA), default=0)
    if last > 1:
        for match in _PART.finditer(text):
            if han_number(match[1]) > last and match.start() not in submission.quoted():
                message = f"“{match[0]}”落空：全文只有 {last} 个部分"
                yield submission.finding(*match.span(), message, "请核对是第几部分")


def _shown(submission: Submission, text: str) -> Iterator[Finding]:
    captions = {(match[1], int(match[2])) for match in _CAPTION.finditer(text)}
    kinds = {kind for kind, _ in captions}
    for match in _SHOWN.finditer(text):
        if match[1] in kinds and (match[1], int(match[2])) not in captions:
            message = f"“{match[0][1:]}”落空：文中没有这个{match[1]}"
            yield submission.finding(match.start() + 1, match.end(), message, "请核对编号，或补上缺的图表")


RULE = Rule(
    "T046", "文内引用落空", submission=check, needs=("条", "部分", "见", "如"), severity=Severity.WARNING
)

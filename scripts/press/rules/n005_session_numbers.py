"""届次不连续。

Sessions of one kind run on by one within a term, without gap, repeat or step back; a new term
begins with its first session.

Source: 会议名称是“第×届……第×次会议”，次序本身就是记录
Bad: 第三十四次之后是第三十六次 · 两个第三十四次 · 第十七届第四十次之后是第十八届第二次
Good: 第十七届第四十次之后是第十八届第一次
"""

from collections.abc import Iterator
from itertools import pairwise

from press.content_types.meetings import Kind
from press.diagnostics import Finding
from press.model.library import Library
from press.model.values import ordinal
from press.record.meetings import Sitting, sittings
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each meeting whose number does not follow the one before."""
    for kind in Kind:
        counted = [s for s in sittings(library, kind) if s.meeting.term and s.meeting.session]
        for before, sitting in pairwise(counted):
            yield from _follow(before, sitting)


def _follow(before: Sitting, sitting: Sitting) -> Iterator[Finding]:
    last, now = _number(before), _number(sitting)
    if now in ((last[0], last[1] + 1), (last[0] + 1, 1)):
        return
    due = f"应为第{ordinal(last[1] + 1)}次，或第{ordinal(last[0] + 1)}届第一次"
    if now == last:
        message = f"与 {before.document.path} 的届次相同：{_words(now)}"
    elif now < last:
        message = f"{_words(now)}开在{_words(last)}（{before.document.path}）之后"
    elif now[0] != last[0]:
        message = f"换届后的第一次会议是{_words(now)}，上一次是{_words(last)}"
    else:
        message = f"{_words(last)}之后是{_words(now)}，中间缺 {now[1] - last[1] - 1} 次"
    key = "term" if now[0] != last[0] and now != last else "session"
    yield Finding(sitting.document.path, ("value", key), message, f"上一次是{_words(last)}；{due}")


def _number(sitting: Sitting) -> tuple[int, int]:
    return sitting.meeting.term or 0, sitting.meeting.session or 0


def _words(number: tuple[int, int]) -> str:
    return f"第{ordinal(number[0])}届第{ordinal(number[1])}次"


RULE = Rule("N005", "届次不连续", library=check)

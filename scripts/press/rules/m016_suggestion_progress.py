"""建议的进度与日期对不上。

A suggestion is received, assigned, answered and landed in this order; once answered it has its
reply, and no day of a state it has not come to; only an answered one is judged.

Source: 《代表法》和代表建议办理办法（交办、答复、反馈、落实）
Bad: ``progress: 已答复``，没有 ``reply`` · ``answered_on`` 早于 ``assigned_on``
Good: ``progress: 已答复``，写明 ``reply`` 和答复日期
"""

from collections.abc import Iterator
from itertools import pairwise

from press.content_types.suggestions import Progress, Suggestion
from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule

_DAYS = {"received_on": "收到", "assigned_on": "交办", "answered_on": "答复", "landed_on": "落地"}


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each day out of order and each state without its proof."""
    case = submission.meta
    if not isinstance(case, Suggestion):
        return
    days = {key: getattr(case, key) for key in _DAYS} | {"answered_on": case.answer_day}
    given = [(key, day) for key, day in days.items() if day]
    for (before, earlier), (key, day) in pairwise(given):
        if day < earlier:
            at = ("reply", "date") if key == "answered_on" and case.answered_on is None else (key,)
            message = f"{_DAYS[key]}日期 {day} 早于{_DAYS[before]}日期 {earlier}"
            yield _finding(submission, at, message, "请核对这两个日期")
    begun = case.assigned_on or case.received_on
    if case.due_on and begun and case.due_on < begun:
        message = f"答复期限 {case.due_on} 早于{'交办' if case.assigned_on else '收到'}日期 {begun}"
        yield _finding(submission, ("due_on",), message, "请核对期限")
    yield from _states(submission, case)


def _states(submission: Submission, case: Suggestion) -> Iterator[Finding]:
    state = case.progress
    answered = state in (Progress.ANSWERED, Progress.LANDED)
    told = "reply" if case.reply else "answered_on"
    if answered and case.reply is None:
        hint = "请补上 reply（by、date、text），或改进度"
        yield _finding(submission, ("progress",), f"进度是“{state.value}”，却没有答复", hint)
    if not answered and case.answer_day:
        hint = "请把 progress 改为 已答复 或 已落地，或去掉答复"
        yield _finding(submission, (told,), f"已有答复，进度却是“{state.value}”", hint)
    if case.satisfaction and not answered:
        hint = "答复以后才有代表的评价"
        yield _finding(submission, ("satisfaction",), "还没有答复，却有满意度", hint)
    if case.assigned_on and state is Progress.RECEIVED:
        message = f"有交办日期，进度却是“{state.value}”"
        yield _finding(submission, ("assigned_on",), message, "请把 progress 改为 已交办")
    if case.landed_on and state is not Progress.LANDED:
        message = f"有落地日期，进度却是“{state.value}”"
        yield _finding(submission, ("landed_on",), message, "请把 progress 改为 已落地")
    if case.reply and case.answered_on and case.reply.date != case.answered_on:
        message = f"答复日期写了两个：{case.answered_on} 和 {case.reply.date}"
        yield _finding(submission, ("answered_on",), message, "只写 reply 里的 date 即可")


def _finding(submission: Submission, at: tuple[str, ...], message: str, hint: str) -> Finding:
    return Finding(submission.path, ("value", *at), message, hint)


RULE = Rule("M016", "建议的进度与日期对不上", submission=check)

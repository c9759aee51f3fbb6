"""出席人数对不上。

应到 = 实到 + 请假 + 缺席. Where names are given each stands once.

Source: 点名的算术；公报所载的会议出席情况
Bad: 应到29，实到26，请假2，缺席0 · 一个人既在实到又在请假
Good: 应到29，实到26，请假3，缺席0
"""

from collections.abc import Iterator

from press.content_types.meetings import Meeting
from press.diagnostics import Finding
from press.model.submission import Submission
from press.model.values import heads, identity, named_again, names
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding when the heads do not add up or a name is counted twice."""
    meta = submission.meta
    if not isinstance(meta, Meeting) or meta.attendance is None:
        return
    roll = meta.attendance
    expected, present = heads(roll.expected), heads(roll.present)
    on_leave, absent = heads(roll.on_leave), heads(roll.absent)
    counted = present + on_leave + absent
    if expected != counted:
        message = f"应到 {expected} 人，实到＋请假＋缺席＝{present}＋{on_leave}＋{absent}＝{counted} 人"
        hint = f"相差 {abs(expected - counted)} 人，请逐项核对"
        yield Finding(submission.path, ("value", "attendance", "expected"), message, hint)
    lists = (("present", roll.present), ("on_leave", roll.on_leave), ("absent", roll.absent))
    for place, name in (*named_again(*lists), *named_again(("expected", roll.expected))):
        hint = "一人只能算一次；同名的两个人，各加括注，如 李伟（青屏镇）"
        message = f"{name}在出席情况里出现了两次"
        yield Finding(submission.path, ("value", "attendance", *place), message, hint)
    called = {identity(name) for name in names(roll.expected)}
    for key, value in lists:
        for index, name in enumerate(names(value) if called else ()):
            if identity(name) not in called:
                at = ("value", "attendance", key, index)
                yield Finding(submission.path, at, f"{name}不在应到名单里", "请核对 expected 和各份名单")


RULE = Rule("N001", "出席人数对不上", submission=check)

"""到会人数不足，会议不能举行。

A standing-committee meeting needs more than half of all members; a session of the congress two
thirds of all deputies.

Source: 《地方各级人民代表大会和地方各级人民政府组织法》（代表大会会议有三分之二以上的代表出席，始得举行）；
常委会议事规则（过半数）
Bad: 全体29人，到会14人 · 代表213人，到会141人
Good: 全体29人，到会15人 · 代表213人，到会142人
"""

from collections.abc import Iterator

from press.content_types.meetings import Kind, Meeting
from press.diagnostics import Finding
from press.model.submission import Submission
from press.model.values import heads
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for a meeting with too few members."""
    meta = submission.meta
    if not isinstance(meta, Meeting) or meta.attendance is None or meta.kind is Kind.CHAIRPERSONS:
        return
    members, present = heads(meta.attendance.expected), heads(meta.attendance.present)
    if meta.kind is Kind.CONGRESS:
        enough, needed, share = present * 3 >= members * 2, -(-members * 2 // 3), "三分之二以上"
    else:
        enough, needed, share = present * 2 > members, members // 2 + 1, "过半数"
    if not enough:
        message = f"应到 {members} 人，实到 {present} 人，不足法定人数"
        hint = f"{meta.kind.value}须有全体的{share}（{needed} 人）出席；请核对人数和会议类别 kind"
        yield Finding(submission.path, ("value", "attendance", "present"), message, hint)


RULE = Rule("N004", "到会人数不足，会议不能举行", submission=check)

"""票数加起来不是实到人数。

赞成 + 反对 + 弃权 + 未按表决器 = 实到; 满意 + 基本满意 + 不满意 + 未投票 = 实到. Where an item was voted
on with other heads than the meeting's, the vote says so in ``present``. Named voters stand once.

Source: 表决的算术；议事规则（表决结果当场宣布）
Bad: 实到26；赞成24，反对1，弃权0，未按0
Good: 实到26；赞成24，反对1，弃权0，未按1
"""

from collections.abc import Iterator

from press.diagnostics import Finding, KeyPath
from press.model.library import Library
from press.model.values import Tally, heads, named_again
from press.record.votes import Cast, ballots, evaluations
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each vote and evaluation that does not add up."""
    for cast in ballots(library):
        yield from _ballot(cast)
    for sitting, index, evaluation in evaluations(library):
        roll = sitting.meeting.attendance
        if roll is not None and evaluation.total != heads(roll.present):
            at = ("value", "evaluations", index, "satisfied")
            message = f"测评票共 {evaluation.total} 张，实到 {heads(roll.present)} 人"
            hint = f"“{evaluation.item}”：满意＋基本满意＋不满意＋未投票应等于实到"
            yield Finding(sitting.document.path, at, message, hint)


def _ballot(cast: Cast) -> Iterator[Finding]:
    tally = cast.tally
    at: KeyPath = ("value", *cast.at, "for")
    if cast.present is not None and tally.total != cast.present:
        parts = "＋".join(str(heads(value)) for value in _parts(tally))
        message = f"赞成＋反对＋弃权＋未按表决器＝{parts}＝{tally.total}，实到 {cast.present} 人"
        hint = f"“{cast.item}”相差 {abs(tally.total - cast.present)} 票，请核对各项票数"
        yield Finding(cast.document.path, at, message, hint)
    if cast.present is not None and cast.members is not None and cast.present > cast.members:
        message = f"实到 {cast.present} 人，多于全体 {cast.members} 人"
        yield Finding(cast.document.path, at, message, f"请核对“{cast.item}”的 present 和会议的 expected")
    keys = ("for", "against", "abstain", "not_voted")
    for place, name in named_again(*zip(keys, _parts(tally), strict=True)):
        hint = "一人一票；同名的两个人，各加括注"
        message = f"{name}在“{cast.item}”里投了两次"
        yield Finding(cast.document.path, ("value", *cast.at, *place), message, hint)


def _parts(tally: Tally) -> tuple[object, ...]:
    return tally.for_, tally.against, tally.abstain, tally.not_voted


RULE = Rule("N002", "票数加起来不是实到人数", library=check)

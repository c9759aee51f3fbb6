"""表决结果与票数不符。

An item passes with more than half of **all** members (全体组成人员, of the congress 全体代表); exactly
half is not enough, and half of those present does not count. 表决 is by the members expected at the
meeting.

Source: 《地方各级人民代表大会和地方各级人民政府组织法》（决议、决定由全体组成人员或者全体代表的过半数通过）
Bad: 全体29人，赞成14，写 ``result: 通过`` · 全体28人，赞成14，写 ``result: 通过``
Good: 全体29人，赞成15，写 ``result: 通过`` · 全体29人，赞成14，写 ``result: 未通过``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.library import Library
from press.model.values import Result, heads
from press.record.votes import ballots
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each result that the count does not bear out."""
    for cast in ballots(library):
        if cast.tally.result is None or cast.members is None:
            continue
        passes = heads(cast.tally.for_) * 2 > cast.members
        if passes == (cast.tally.result is Result.PASSED):
            continue
        needed = cast.members // 2 + 1
        is_, due = ("通过", "未通过") if not passes else ("未通过", "通过")
        message = f"“{cast.item}”赞成 {heads(cast.tally.for_)} 票，记为“{is_}”，应为“{due}”"
        hint = f"全体 {cast.members} 人，须有 {needed} 票以上赞成（超过全体的半数，不是到会的半数）"
        yield Finding(cast.document.path, ("value", *cast.at, "result"), message, hint)


RULE = Rule("N003", "表决结果与票数不符", library=check)

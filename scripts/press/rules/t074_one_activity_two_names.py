"""同一活动用了两个名称。

A quoted name of an activity is the same all through a document: two names of which one is the other
with a word more, or with its words in another order, are one activity misnamed.

Source: 公文写作的通例：同一事物全文用同一名称
Bad: ``开展“能力作风建设年”活动。“作风建设年”活动开展以来，``
Good: ``开展“能力作风建设年”活动。“能力作风建设年”活动开展以来，`` · ``“春季攻势”行动和“秋季攻势”行动``
"""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_NAME = lazy(
    r"“([\u4e00-\u9fff]{4,14})”(?=(?:主题|专项|系列|集中|实践|教育|创建|提升|攻坚|整治|竞赛){0,3}(?:活动|行动|工程|教育|计划))"
    r"|“([\u4e00-\u9fff]{4,14}(?:年|行动|工程|活动|计划))”"
)
_MOST = 40


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each place of the rarer of two such names."""
    text = submission.reading()
    places: dict[str, list[tuple[int, int]]] = {}
    for match in _NAME.finditer(text):
        group = 1 if match[1] else 2
        places.setdefault(match[group], []).append(match.span(group))
    if not 1 < len(places) <= _MOST:
        return
    for one, other in combinations(places, 2):
        if _alike(one, other):
            # The one that is written more often is the name; of two, the first.
            wrong, right = (other, one) if len(places[one]) >= len(places[other]) else (one, other)
            for span in places[wrong]:
                message = f"“{wrong}”又写作“{right}”"
                yield submission.finding(*span, message, "同一活动全文用同一名称；不是同一活动，请忽略")


def _alike(one: str, other: str) -> bool:
    """Whether one is the other with one or two characters more, or in another order."""
    if len(one) == len(other):
        return Counter(one) == Counter(other)
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 2:
        return False
    rest = iter(long)
    return all(character in rest for character in short)


RULE = Rule(
    "T074",
    "同一活动用了两个名称",
    submission=check,
    needs=("“",),
    severity=Severity.WARNING,
)

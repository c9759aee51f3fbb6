"""“的、地、得”用错。

Only where there is no doubt: a verb with 得 that is written with 的 (取的成绩, 不的超过, 值的注意), a 地
before a noun that belongs to a verb (存在地问题), and an adverb before a verb with 了 (积极的推动了).
认真的学习 may be a noun with its attribute, and nothing is said of it.

Source: 《现代汉语词典》；《现代汉语八百词》
Bad: ``会议取的了成效`` · ``任何单位不的擅自占用`` · ``这一做法值的推广`` · ``存在地问题`` ·
    ``有效的促进了就业`` · ``我们觉的可行``
Good: ``争取的成果`` · ``自觉的行动`` · ``产值的总结`` · ``经过认真的学习`` · ``改变的更多`` ·
    ``所在地问题`` · ``有效的措施``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._slips import findings

_HOW = (
    "认真|积极|深入|有效|切实|全面|充分|不断|及时|顺利|扎实|稳步|"
    "大力|明显|显著|极大|逐步|主动|严格|有力|广泛|成功|圆满"
)
_DONE = (
    "开展|推动|促进|提高|提升|加强|改善|完善|推进|落实|解决|化解|保障|维护|激发|调动|增强|缓解|遏制|发挥|总结|分析|研究|听取|"
    "审议|讨论|检查|完成|履行|回应|带动|优化|规范|解答|减轻|降低|缩短|扩大|拓展|巩固|改变|贯彻|组织|参与|配合|支持|行使"
)
_ADVERB = lazy(rf"的(?<=(?:{_HOW})的)(?=(?:{_DONE})了)")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each 的, 地 or 得 that cannot be."""
    yield from findings(submission, "de", "的“的、地、得”用错了", fixed=3)
    for match in _ADVERB.finditer(submission.reading()):
        yield submission.finding(*match.span(), "动词前面用了“的”", "应为“地”", "地")


RULE = Rule(
    "T080", "“的、地、得”用错", submission=check, needs=("的", "地"), severity=Severity.WARNING, fixes=True
)

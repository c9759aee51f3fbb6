"""近义词用错。

Of two words of similar sense one is wrong in this company: 截止 needs an object by 截至, a 决定 is 作出,
a law is 制定, people are 其他. Where usage is divided (作出贡献 and 做出贡献, 截止到) nothing is said.

Source: 《现代汉语词典》；全国人大常委会法制工作委员会《立法技术规范（试行）》
Bad: ``截止2026年3月底，收到建议176件`` · ``截止目前`` · ``报名截至日期`` · ``会议做出决定`` ·
    ``签定协议`` · ``其它人员`` · ``必需坚持`` · ``向代表反应情况`` · ``起用新印章``
Good: ``截至2026年3月底`` · ``报名截止2026年3月1日`` · ``截止日期`` · ``作出决定`` · ``为发展做出贡献`` ·
    ``签订协议`` · ``其它设备`` · ``生活必需品`` · ``群众反应热烈``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._slips import findings

_UNTIL = lazy(r"截止(?<=[，。；：、（\n　 ]截止)(?= ?(?:19|20)[0-9]{2}年| ?[0-9]{1,2}月[0-9]{1,2}日)")
"""报名截止3月1日 says that it ends then; a clause that begins with it says up to when something counts."""

_BOTH = lazy(r"既使(?=[^，。；：！？\n]{2,20}，[^，。；：！？\n]{0,6}也)")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each word that is wrong in its company."""
    yield from findings(submission, "pair", "用词不当", fixed=4)
    text = submission.reading()
    if "截止" in text:
        for match in _UNTIL.finditer(text):
            words = ("“截止”后面不带日期", "应为“截至”")
            yield submission.finding(*match.span(), *words, "截至")
    if "既使" in text:
        for match in _BOTH.finditer(text):
            yield submission.finding(*match.span(), "“既使”与“也”相呼应，是“即使”之误", "应为“即使”")


RULE = Rule("T083", "近义词用错", submission=check, severity=Severity.WARNING, fixes=True)

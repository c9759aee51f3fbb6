"""成语写错。

An idiom has a wrong character. Both forms are right where the dictionaries allow two (名副其实 and
名符其实).

Source: 《现代汉语词典》；《第一批异形词整理表》（GF 1001—2001）
Bad: ``再接再励`` · ``一如继往`` · ``融汇贯通`` · ``责无旁待`` · ``违法必就`` · ``未雨绸谬``
Good: ``再接再厉`` · ``一如既往`` · ``融会贯通`` · ``责无旁贷`` · ``名符其实`` · ``人才济济``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._slips import findings


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each idiom with a wrong character."""
    yield from findings(submission, "idiom", "写错了字", fixed=4)


RULE = Rule("T082", "成语写错", submission=check, severity=Severity.WARNING, fixes=True)

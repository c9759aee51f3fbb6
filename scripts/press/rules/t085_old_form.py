"""用了旧词形。

A word has a form that the standard of variant words, or the dictionary, has settled otherwise (帐户,
成份, 计画, 好象), or one of the second scheme of simplification, long withdrawn (予算, 付主任). Nothing
is said of the text of a law or of regulations (条例), which is printed as it was passed.

Source: 《第一批异形词整理表》（GF 1001—2001）；《现代汉语词典》
Bad: ``银行帐户`` · ``部份代表`` · ``知识份子`` · ``工作计画`` · ``好象`` · ``复盖全县`` ·
    ``县人大常委会付主任`` · ``重迭``
Good: ``银行账户`` · ``部分代表`` · ``一份材料`` · ``挂帐篷`` · ``反复盖章`` · ``好象征`` ·
    ``交付主任审阅`` · ``高分子份额``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._slips import findings

_LAW = lazy(r"(?:法|条例)(?:（[^（）]{1,30}）)?$")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each old form."""
    title = str(submission.values.get("title", ""))
    if _LAW.search(title) and "第一条" in submission.text:
        return
    yield from findings(submission, "old", "是旧词形", fixed=2)


RULE = Rule("T085", "用了旧词形", submission=check, severity=Severity.WARNING, fixes=True)

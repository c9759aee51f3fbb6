"""引号、书名号里又用同样的引号、书名号。

Inside “” stand ‘’, and inside 《》 stand 〈〉. A quotation that runs on over paragraphs, as in decisions
that amend a law, is passed over.

Source: GB/T 15834—2011《标点符号用法》，4.8、4.15
（引号里还用引号，书名号里还用书名号，都是外双内单）
Bad: ``他说：“要落实“双联系”制度。”`` · ``《关于修改《代表法》的决定》``
Good: ``他说：“要落实‘双联系’制度。”`` · ``《关于修改〈代表法〉的决定》`` ·
``《关于修改〈实施《代表法》办法〉的决定》`` · ``“甲”“乙”``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._punctuation import Wrong, wrong_marks

_INNER = {"“": "‘’", "‘": "“”", "《": "〈〉", "〈": "《》"}


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each pair that stands in a pair of its own kind."""
    for mark in wrong_marks(submission.reading()):
        if mark.wrong is Wrong.NESTED:
            message = f"“{mark.sign}”里面又用了“{mark.sign}”"
            hint = f"里面的一对请改为“{_INNER[mark.sign]}”"
            yield submission.finding(mark.offset, mark.offset + 1, message, hint)


RULE = Rule(
    "T010",
    "引号、书名号里又用同样的引号、书名号",
    submission=check,
    needs=("“", "‘", "《", "〈"),
    severity=Severity.WARNING,
)

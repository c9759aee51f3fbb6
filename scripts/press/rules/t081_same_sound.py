"""同音字写错。

A character of the same or a close sound stands in a word: what pinyin input makes (布署, 必竟, 精典).
Only words that do not exist are looked for, each with the neighbours beside which its characters meet by
right (公布署名).

Source: 《现代汉语词典》
Bad: ``作出全面布署`` · ``召开坐谈会`` · ``按装设备`` · ``倡仪书`` · ``进一部加强`` · ``手绪齐全`` ·
    ``党风廉正建设``
Good: ``公布署名文章`` · ``坐下谈会务`` · ``按装机容量`` · ``引进一部新机器`` · ``编写手册`` ·
    ``清廉正直``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._slips import findings


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each word with a character of the same sound."""
    yield from findings(submission, "sound", "里有同音或音近的错字", fixed=3)


RULE = Rule("T081", "同音字写错", submission=check, severity=Severity.WARNING, fixes=True)

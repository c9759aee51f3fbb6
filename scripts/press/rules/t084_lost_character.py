"""固定名称漏字、多字或字序颠倒。

A set expression of the congress's work lacks a character, has one twice, or has two in the wrong order.

Source: 《中华人民共和国宪法》
Bad: ``县人民代大会`` · ``县人大常会主任`` · ``常务员会`` · ``新时中国特色`` · ``全程人民民主`` ·
    ``政府工报告`` · ``审议意意见``
Good: ``县人民代表大会`` · ``人大常会议题`` · ``军人代表大会`` · ``列入人民代表大会会议议程`` ·
    ``人大代表表示赞成`` · ``全过程人民民主``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule
from press.rules._slips import findings


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each set expression that is not whole."""
    yield from findings(submission, "lost", "漏了字、多了字或字序颠倒", fixed=3)


RULE = Rule("T084", "固定名称漏字、多字或字序颠倒", submission=check, fixes=True)

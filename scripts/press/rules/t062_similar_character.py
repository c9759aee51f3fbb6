"""形近字写错。

A character of similar shape stands in a word: what OCR, five-stroke typing and tired eyes make (己经,
侯选人, 拔款, 撒销). Only words that do not exist are looked for, each with the neighbours beside which
its characters meet by right (自己经营, 全部暑期).

Source: 《现代汉语词典》；《通用规范汉字表》（2013）
Bad: ``会议己经结束`` · ``侯选人名单`` · ``专项拔款`` · ``依法撒销`` · ``自已的事`` · ``安微省`` ·
    ``规摸以上`` · ``周未休息``
Good: ``自己经营`` · ``王侯选人`` · ``选拔款待`` · ``来自已建成的项目`` · ``公安微信`` ·
    ``全部暑期活动`` · ``一周未见``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._slips import findings


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each word with a character of similar shape."""
    yield from findings(submission, "shape", "里有形近的错字", fixed=3)


RULE = Rule("T062", "形近字写错", submission=check, severity=Severity.WARNING, fixes=True)

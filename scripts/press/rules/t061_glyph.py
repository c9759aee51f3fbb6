"""不规范的字形。

A character looks right and is another one: a radical or a compatibility form, as copying from PDF gives
(⼈, ⻚), which no search finds; or the Japanese form of a character (検, 経).

Source: 《通用规范汉字表》（2013）；GB 18030—2022 信息技术 中文编码字符集
Bad: ``\u2f08民代表`` · ``第一\u2eda`` · ``\u2ea0主`` · ``\uf900能`` · ``検査`` · ``経済``
Good: ``人民代表`` · ``第一页`` · ``民主`` · ``岂能`` · ``检查`` · ``经济``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._characters import is_foreign, odd, standard


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each character that only looks right."""
    places = odd(submission.text, "glyph")
    if not places:
        return
    text = submission.reading()
    for at in places:
        character = text[at]
        right = standard(character)
        if right is None or character != submission.text[at]:
            continue
        if is_foreign(character):
            words = (f"“{character}”是日文字形", f"应为“{right}”；人名、日文原文除外")
            yield submission.finding(at, at + 1, *words)
        else:
            words = (f"“{character}”不是规范的“{right}”字（从 PDF 复制来的部首或兼容字）", f"请改为“{right}”")
            yield submission.finding(at, at + 1, *words, right)


RULE = Rule("T061", "不规范的字形", submission=check, severity=Severity.WARNING, fixes=True)

"""分项之前缺冒号。

A sentence that says 下列, 以下 or 如下 and is followed by its items ends with ：. Where sections with
headings or paragraphs follow (现报告如下。) the full stop stays.

Source: GB/T 15834—2011《标点符号用法》，4.7.3（用于总说性词语之后，提示下文）
Bad: ``代表履行下列职责。⏎⏎（一）参加会议；`` · ``办理工作包括以下内容；⏎⏎（一）交办；`` ·
``分工如下⏎⏎1. 交办；`` · ``有下列情形之一的，应当重新办理，⏎⏎（一）不满意的；``
Good: ``代表履行下列职责：⏎⏎（一）参加会议；`` · ``现将办理情况报告如下。⏎⏎一、基本情况`` ·
``处一万元以下罚款。⏎⏎（一）未报告的；`` · ``代表（以下简称甲方）签字。⏎⏎（一）未报告的；`` ·
``下列职责由代表履行。⏎⏎第二条 代表参加会议。``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._punctuation import HAN, INK

_FIRST = lazy(r"\n[ \t]{0,3}\n?[ \t\u3000]{0,8}(?:[（(](?:一|1)[）)]|1[.．、](?![0-9])|①)")
_TOLD = lazy(
    r"(?:下列|如下|(?<![0-9元级岁年月日人天十百千万亿成])以下(?!简称|统称|合称|称))[^。！？\n]{0,80}\Z"
)
_CHINESE = lazy(rf"[{HAN}）》”]\Z")
_ENDS = ("。", "；", "，", "、", ";", ",")
_REACH = 120


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each sentence before items that does not end with a colon."""
    text = submission.reading()
    for match in _FIRST.finditer(text):
        start = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _REACH)
        said = text[start : match.start()].rstrip(INK)
        mark = said[-1:] if said.endswith(_ENDS) else ""
        words = said[: len(said) - len(mark)]
        told = _TOLD.search(words) if _CHINESE.search(words) else None
        if told and not said.lstrip().startswith(("#", "|", ">")):
            end = start + len(said)
            hint = "下面分项列出，请改为“：”" if mark else "下面分项列出，请在这里加“：”"
            message = f"“{told[0][:2]}”之后、分项之前应当用冒号"
            yield submission.finding(end - 1, end, message, hint, "：" if mark else None)


RULE = Rule(
    "T020",
    "分项之前缺冒号",
    submission=check,
    needs=("下列", "以下", "如下"),
    severity=Severity.WARNING,
    fixes=True,
)

"""键缺失、多余或类型不对。

Each content type, periodical and issue has its own keys; a key that nobody reads is a typing
slip, and a value of the wrong kind would be printed wrongly.

Source: 各类稿件、刊物和期的信息栏约定
Bad: ``tag: 代表工作``（没有这个键） · ``tags: 代表工作``（该是列表） · 没有 ``title``
Good: ``tags: [代表工作]``
"""

from collections.abc import Iterator
from difflib import get_close_matches

from press.diagnostics import Finding
from press.model.meta import KeyProblem
from press.model.submission import Submission
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each key that is missing, unknown or of the wrong type."""
    for problem in submission.problems:
        if problem.kind == "bad_date":
            continue
        name = ".".join(str(p + 1) if isinstance(p, int) else p for p in problem.path)
        message, hint = _words(problem, name)
        anchor = "key" if problem.kind == "unknown" else "value"
        yield Finding(submission.path, (anchor, *problem.path), message, hint)


def _words(problem: KeyProblem, name: str) -> tuple[str, str]:
    if problem.kind == "missing":
        return f"缺少必填的键 {name}", f"请补上“{name}: …”"
    if problem.kind == "unknown":
        near = get_close_matches(str(problem.path[-1]), problem.known, 1, 0.6)
        allowed = "、".join(problem.known)
        guess = f"是否想写 {near[0]}？" if near else ""
        return f"不认识的键 {name}", f"{guess}这里可用的键：{allowed}" if allowed else guess
    return f"键 {name} 的值不对：{problem.detail}", "请照同类文件的写法改"


RULE = Rule("M003", "键缺失、多余或类型不对", submission=check)

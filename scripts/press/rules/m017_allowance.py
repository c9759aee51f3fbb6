"""豁免没有理由、多余或不成立。

What a rule finds may be right in one place: an original is quoted with its mistake. Then the
document says so, with the rule's code and a reason, in ``allow`` or in a comment before the
paragraph; an allowance nothing needs is taken out again. Leaked numbers and secrets (family P) are
never allowed, nor is this rule.

Source: 没有用处的豁免会遮住下一处错误
Bad: ``<!-- 允许 T003 -->``（没有理由） · ``<!-- 允许 P001：已核对 -->``（这类不能豁免）
· 这里没有错误，却写了豁免
Good: ``<!-- 允许 T003：引用原文，原文如此 -->``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, KeyPath
from press.markup.allowances import allowances
from press.model.submission import Submission
from press.rules import Rule, allowed, rules


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each allowance that cannot be one."""
    for index, allow in enumerate(submission.meta.allow if submission.meta else ()):
        yield from _look(submission.path, ("value", "allow", index, "code"), allow.code, allow.reason)
    for allowance in allowances(submission.body, submission.body_line):
        yield from _look(submission.path, allowance.at, allowance.code, allowance.reason)


def _look(path: str, place: tuple[int, int] | KeyPath, code: str, reason: str) -> Iterator[Finding]:
    if code not in {rule.code for rule in rules()}:
        hint = "写规则的代码，如 <!-- 允许 T003：引用原文 -->；代码在 press check 的每条报告里"
        yield Finding(path, place, f"没有规则 {code or '（空）'}", hint)
    elif not allowed(code):
        yield Finding(path, place, f"规则 {code} 不能豁免", "个人信息、密级标志不得公开，请从稿件里删去")
    elif not reason.strip():
        yield Finding(path, place, f"豁免 {code} 没有写理由", f"写成 <!-- 允许 {code}：理由 -->")


RULE = Rule("M017", "豁免没有理由、多余或不成立", submission=check, needs=("允许", "allow"))

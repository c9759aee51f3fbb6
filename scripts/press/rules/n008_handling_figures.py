"""建议办理的件数对不上。

已解决 + 列入计划 + 作出说明 = 总数; 满意 + 基本满意 + 不满意 = 总数. Where a part is not given, the others
are at most the total.

Source: 代表建议办理情况报告的算术
Bad: 共68件，已解决38，列入计划24，作出说明5
Good: 共68件，已解决38，列入计划24，作出说明6
"""

from collections.abc import Iterator

from press.content_types.reports import Report
from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule

_GROUPS = {
    "已解决＋列入计划＋作出说明": ("solved", "planned", "explained"),
    "满意＋基本满意＋不满意": ("satisfied", "mostly_satisfied", "dissatisfied"),
}


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each group of figures that is not the total."""
    meta = submission.meta
    if not isinstance(meta, Report) or meta.handling is None:
        return
    total = meta.handling.total
    for words, keys in _GROUPS.items():
        given = [(key, value) for key in keys if (value := getattr(meta.handling, key)) is not None]
        added = sum(value for _, value in given)
        if added == total or not given or (len(given) < len(keys) and added < total):
            continue
        parts = "＋".join(str(value) for _, value in given)
        message = f"{words}＝{parts}＝{added}，总数是 {total}"
        hint = f"相差 {abs(added - total)} 件，请逐项核对"
        yield Finding(submission.path, ("value", "handling", given[0][0]), message, hint)


RULE = Rule("N008", "建议办理的件数对不上", submission=check, needs=("handling",))

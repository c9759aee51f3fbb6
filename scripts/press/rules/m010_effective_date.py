"""施行日期早于通过日期。

Nothing is in force before it is adopted.

Source: 《立法法》（施行日期随公布写明，一般不溯及既往）
Bad: ``adopted_on: 2026-02-27``，``effective_on: 2026-01-01``
Good: 通过当日施行：``effective_on: 2026-02-27`` · 以后施行：``effective_on: 2026-05-01``
"""

from collections.abc import Iterator

from press.content_types.decisions import Decision
from press.content_types.regulations import Regulation
from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule

_HINT = "请核对两个日期；当天施行的写同一天"


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each day of effect before its adoption."""
    meta = submission.meta
    if not isinstance(meta, Decision | Regulation):
        return
    if meta.adopted_on and meta.effective_on and meta.effective_on < meta.adopted_on:
        message = f"施行日期 {meta.effective_on} 早于通过日期 {meta.adopted_on}"
        yield Finding(submission.path, ("value", "effective_on"), message, _HINT)
    if isinstance(meta, Regulation):
        for index, version in enumerate(meta.versions):
            if version.effective_on and version.effective_on < version.date:
                message = f"施行日期 {version.effective_on} 早于{version.action.value}日期 {version.date}"
                yield Finding(submission.path, ("value", "versions", index, "effective_on"), message, _HINT)


RULE = Rule("M010", "施行日期早于通过日期", submission=check, needs=("effective_on",))

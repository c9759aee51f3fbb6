"""一个职务同时任了两次。

An office that one person holds is not given to another before it is free, nor twice to the same.
How many may hold an office is said in ``content/roster.yml``; without it, deputies 副职 and such as
委员 or 审判员 may be several.

Source: 《公务员法》；人事任免程序（先免前任，再任后任）
Bad: 甲还担任水利局局长，又任命乙为水利局局长
Good: 同一份名单先免甲、再任乙 · 另任一名副县长
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.library import Library
from press.record.offices import offices
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each office given while it is held."""
    for clash in offices(library).clashes:
        if clash.kind == "twice":
            yield Finding(clash.path, clash.at, clash.message, clash.hint)


RULE = Rule("M012", "一个职务同时任了两次", library=check)

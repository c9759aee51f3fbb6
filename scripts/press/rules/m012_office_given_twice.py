"""一个职务同时任了两次。

An office that one person holds is not given to another before it is free, nor twice to the same.
How many may hold an office is said in ``content/roster.yml``; without it, deputies 副职 and such as
委员 or 审判员 may be several.

Source: 公务员法 and the procedure of 人事任免: the predecessor is removed first.
Bad: 任命乙为水利局局长 while 甲 still holds the office
Good: 免去甲, 任命乙 in one list · a second 副县长
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

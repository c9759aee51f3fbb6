"""免去了没有担任的职务。

Only who holds an office can be removed from it or resign. Of an office nobody has ever been
recorded in, nothing is said.

Source: 《地方各级人民代表大会和地方各级人民政府组织法》关于任免的规定；职务名册和以往的任免名单
Bad: 水利局局长是甲，却免去乙的水利局局长职务
Good: 免去甲的水利局局长职务
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.library import Library
from press.record.offices import offices
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each removal from an office that was not held."""
    for clash in offices(library).clashes:
        if clash.kind == "not held":
            yield Finding(clash.path, clash.at, clash.message, clash.hint)


RULE = Rule("M013", "免去了没有担任的职务", library=check)

"""A fault put into a clean document is found at its line, wherever it was put, and nothing else is found."""

import pytest

from press.rules import Rule
from seeded_faults import clean, found, on_text, seeded

ON_TEXT = on_text()
EACH = 12
"""Documents for each rule: `make bench` tries more."""


def test_there_are_clean_documents_to_put_faults_in() -> None:
    assert len(clean()) >= 20


@pytest.mark.parametrize("rule", ON_TEXT, ids=[rule.code for rule in ON_TEXT])
def test_every_fault_is_found_at_its_line(rule: Rule) -> None:
    for document in seeded(rule, EACH):
        places = {finding.at[0] for code, finding in found(document.text) if code == rule.code}
        lines = set(range(document.first, document.last + 1))
        assert places & lines, f"missed ({document.way}):\n{document.text}"
        assert places <= lines, f"found elsewhere ({document.way}), {places - lines}:\n{document.text}"


@pytest.mark.parametrize("rule", ON_TEXT, ids=[rule.code for rule in ON_TEXT])
def test_a_fault_gives_no_other_rule_an_alarm_elsewhere(rule: Rule) -> None:
    for document in seeded(rule, EACH):
        lines = range(document.first, document.last + 1)
        elsewhere = [(code, f) for code, f in found(document.text) if f.at[0] not in lines]
        assert elsewhere == [], document.text

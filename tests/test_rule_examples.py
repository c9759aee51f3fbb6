"""The examples in the docstrings of the rules on text are true: the bad ones are found, the good ones not."""

from typing import TYPE_CHECKING

import pytest

from press.pipeline.load import load
from press.rules import Rule
from press.rules._explained import examples, explain
from seeded_faults import on_text

if TYPE_CHECKING:
    from conftest import Tree

ON_TEXT = on_text()
TRIED = [
    pytest.param(rule, example, bad, id=f"{rule.code}-{'bad' if bad else 'good'}-{number}")
    for rule in ON_TEXT
    for bad in (True, False)
    for number, example in enumerate(examples(explain(rule).bad if bad else explain(rule).good))
]


@pytest.mark.parametrize(("rule", "example", "bad"), TRIED)
def test_an_example_is_what_it_is_said_to_be(rule: Rule, example: str, bad: bool, tree: "Tree") -> None:
    front = "---\ntitle: 题目\ndate: 2026-03-06\nstatus: published\n---\n\n"
    root = tree({"content/news/a.md": f"{front}{example}\n"})
    found = {fault.code for fault in load(root).diagnostics}
    assert (rule.code in found) == bad, found


@pytest.mark.parametrize("rule", ON_TEXT, ids=[rule.code for rule in ON_TEXT])
def test_a_rule_on_text_has_examples(rule: Rule) -> None:
    explained = explain(rule)
    assert examples(explained.bad)
    assert examples(explained.good)

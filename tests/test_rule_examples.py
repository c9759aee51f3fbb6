"""The examples in the docstrings of the rules on text are true: the bad ones are found, the good ones not."""

import re
from typing import TYPE_CHECKING

import pytest

from press.pipeline.load import load
from press.rules import Rule, rules
from press.rules._explained import described, examples, explain, pieces
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


_ENGLISH = re.compile(
    r"\b[A-Za-z]{2,} [a-z]{2,}\b|\b(?:and|after|before|beside|for|in|of|or|the|with|without)\b"
)
"""Prose. Names of files, units and what is in capitals are shown to Chinese readers as they are."""


@pytest.mark.parametrize("rule", rules(), ids=[rule.code for rule in rules()])
def test_readers_are_told_in_chinese(rule: Rule) -> None:
    told = explain(rule)
    for said in (told.source, told.bad, told.good):
        assert said
        assert re.search(r"[\u4e00-\u9fff]", said) or examples(said) or re.match(r"[A-Z/]+ [0-9]", said), said
        plain = " ".join(text for item in pieces(said) for letter, text in item if not letter)
        assert "`" not in plain, f"double backquotes, in pairs: {said}"
        assert not re.search(r"[\u4e00-\u9fff][,;]", plain), f"Chinese marks: {plain}"
        assert not _ENGLISH.search(plain), f"in Chinese: {plain}"
        assert "青禾" not in said, "the catalogue stands on every office's site"


def test_what_is_listed_is_taken_apart() -> None:
    assert pieces("``甲 · 乙``，没有 ``丙⏎丁`` · 戊") == [
        [(True, "甲 · 乙"), (False, "，没有 "), (True, "丙\n丁")],
        [(False, "戊")],
    ]
    assert pieces("") == []


def test_reports_describe_every_rule() -> None:
    told = described()
    assert list(told) == [rule.code for rule in rules()]
    assert all(rule.help.count("\n") == 2 and "``" not in rule.help for rule in told.values())

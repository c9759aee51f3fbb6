"""The examples in the docstrings of the rules on text are true: the bad ones are found, the good ones not."""

import re
from typing import TYPE_CHECKING

import pytest

from press.pipeline.load import load
from press.rules import Rule, rules
from press.rules._explained import described, examples, explain, pieces

if TYPE_CHECKING:
    from conftest import Tree

DESCRIBED = {"T001", "T005", "T066", "T067", "T068"}
"""Rules whose fault is no piece of text: theirs are described, not written out."""

ON_TEXT = [r for r in rules() if r.code[0] in "TP" and r.submission and r.code not in DESCRIBED]
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


NAMES = {
    "content",
    "bulletins",
    "gongbao",
    "periodical.yml",
    "news",
    "stories",
    "a.md",
    "b.md",
    "id",
    "press",
}
NAMES |= {"WebP", "WebVTT", "Word", "Excel", "Markdown", "Unicode"}
"""Latin words that Chinese readers are shown as they are: files, folders and names; what is in capitals, too."""


@pytest.mark.parametrize("rule", rules(), ids=[rule.code for rule in rules()])
def test_readers_are_told_in_chinese(rule: Rule) -> None:
    told = explain(rule)
    for said in (told.source, told.bad, told.good):
        assert said
        assert re.search(r"[\u4e00-\u9fff]", said) or examples(said) or re.match(r"[A-Z/]+ [0-9]", said), said
        plain = "".join(text for item in pieces(said) for letter, text in item if not letter)
        assert "`" not in plain, f"{rule.code}: double backquotes, in pairs: {said}"
        assert not re.search(r"[\u4e00-\u9fff][,;.] ?|[,;] |\.$", plain), (
            f"{rule.code}: Chinese marks: {plain}"
        )
        latin = {word for word in re.findall(r"[A-Za-z][A-Za-z.]*", plain) if not word.isupper()}
        assert latin <= NAMES, f"{rule.code}: say it in Chinese: {latin - NAMES}"


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
    assert len({rule.name for rule in told.values()}) == len(told)

"""The catalogue of rules: what the proofreader looks for, made from the rules' own docstrings."""

from collections.abc import Iterator
from typing import NamedTuple

from press.diagnostics import Severity
from press.diagnostics.excerpts import visible
from press.outputs import key as hashed
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views
from press.outputs.portal.words import day
from press.rules import FAMILIES, Rule, allowed, rules
from press.rules._explained import explain, pieces

Example = list[tuple[bool, str]]
"""Pieces of text, each with whether it stands so in a manuscript, to the letter."""


class Entry(NamedTuple):
    """A rule. ``notes`` are what else there is to know of it: when it is in force, whether it is mended."""

    code: str
    title: str
    grave: bool
    notes: tuple[str, ...]
    source: list[Example]
    bad: list[Example]
    good: list[Example]


class Family(NamedTuple):
    """Rules about one thing, by the letter of their codes."""

    letter: str
    label: str
    rules: tuple[Entry, ...]


def families() -> list[Family]:
    """Every rule, by family in the order of the catalogue."""
    return [
        Family(letter, label, found)
        for letter, label in FAMILIES.items()
        if (found := tuple(_entry(rule) for rule in rules() if rule.code[0] == letter))
    ]


def _entry(rule: Rule) -> Entry:
    told = explain(rule)
    said = (_shown(told.source), _shown(told.bad), _shown(told.good))
    return Entry(rule.code, rule.title, rule.severity is Severity.ERROR, tuple(_notes(rule)), *said)


def _shown(said: str) -> list[Example]:
    """What is not seen is shown by its number: control characters are allowed on no page."""
    return [
        [(literal, "\n".join(map(visible, text.split("\n")))) for literal, text in example]
        for example in pieces(said)
    ]


def _notes(rule: Rule) -> list[str]:
    notes = []
    if rule.since:
        notes.append(f"{day(rule.since)}起的稿件适用")
    if rule.until:
        notes.append(f"{day(rule.until)}以前的稿件适用")
    if rule.fixes:
        notes.append("press fix 可以改正")
    if not allowed(rule.code):
        notes.append("不能豁免")
    return notes


def pages(views: Views) -> Iterator[Page]:
    """Yield the page ``rules/`` with an anchor for each code, unless the site is still empty."""
    if not views.has("rules"):
        return
    found = families()
    total = sum(len(family.rules) for family in found)
    slots = {"heading": "校对规则", "families": found, "total": total}
    said = f"稿件发布前逐条核对的{total}条规则：级别、依据、错例和正例"
    yield Page("rules", "rules/", "rules", "校对规则", said, hashed(slots), lambda: slots)

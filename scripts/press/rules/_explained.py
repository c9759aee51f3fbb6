"""What the docstring of a rule says, for readers: the catalogue is made from it, and tests try it.

Behind ``Source:``, ``Bad:`` and ``Good:`` stands Chinese. What is set between double backquotes there is
an example to the letter; ⏎ in it is the end of a line.
"""

import inspect
import re
from dataclasses import dataclass
from sys import modules

from press.diagnostics import Described
from press.rules import FAMILIES, Rule, rules

_PART = re.compile(r"^(Source|Bad|Good): (.*?)(?=^[A-Z][a-z]+: |\Z)", re.M | re.S)
_EXAMPLE = re.compile(r"``(.+?)``")
_BROKEN = re.compile(r"(?<=[\u2018-\u201d\u3000-\u9fff\uff00-\uffef])\n(?!· )")
"""An end of line after a Chinese character, which is no space."""


@dataclass(frozen=True)
class Explained:
    """A rule's ``source`` and its ``bad`` and ``good`` examples as they are written, each on one line."""

    source: str
    bad: str
    good: str


def explain(rule: Rule) -> Explained:
    """Return what the docstring of the rule's module says."""
    check = rule.submission or rule.library
    text = inspect.getdoc(modules[check.__module__]) if check else None
    parts = {name: " ".join(_BROKEN.sub("", said).split()) for name, said in _PART.findall(text or "")}
    return Explained(parts.get("Source", ""), parts.get("Bad", ""), parts.get("Good", ""))


def examples(said: str) -> list[str]:
    """Return the examples between double backquotes, with their ends of lines."""
    return [example.replace("⏎", "\n") for example in _EXAMPLE.findall(said)]


def pieces(said: str) -> list[list[tuple[bool, str]]]:
    """Return what ``said`` lists, each as its pieces of text: (whether it is to the letter, text).

    ``甲 `` ``a`` `` · 乙`` gives two, the first of two pieces. The dot within an example separates nothing.
    """
    found: list[list[tuple[bool, str]]] = [[]]
    for number, text in enumerate(_EXAMPLE.split(said)):
        if number % 2:
            found[-1].append((True, text.replace("⏎", "\n")))
            continue
        for at, part in enumerate(text.split(" · ")):
            if at:
                found.append([])
            if part.strip():
                found[-1].append((False, part))
    return [item for item in found if item]


def described() -> dict[str, Described]:
    """Return what reports tell of every rule, by code."""
    return {rule.code: _described(rule) for rule in rules()}


def _described(rule: Rule) -> Described:
    told = explain(rule)
    check = rule.submission or rule.library
    module = check.__module__.rpartition(".")[2] if check else rule.code
    name = "".join(word.capitalize() for word in module.split("_")[1:]) or rule.code
    lines = (("依据", told.source), ("错", told.bad), ("对", told.good))
    said = "\n".join(f"{label}：{_plain(text)}" for label, text in lines if text)
    return Described(rule.code, name, rule.title, FAMILIES[rule.code[0]], rule.severity, said)


def _plain(said: str) -> str:
    return _EXAMPLE.sub(lambda match: match[1], said)

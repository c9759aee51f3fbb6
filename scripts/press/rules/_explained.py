"""What the docstring of a rule says, for readers: the catalogue is made from it, and tests try it.

Behind ``Source:``, ``Bad:`` and ``Good:`` stands Chinese. What is set between double backquotes there is
an example to the letter; ⏎ in it is the end of a line.
"""

import inspect
import re
from dataclasses import dataclass
from sys import modules

from press.rules import Rule

_PART = re.compile(r"^(Source|Bad|Good): (.*?)(?=^[A-Z][a-z]+: |\Z)", re.M | re.S)
_EXAMPLE = re.compile(r"``(.+?)``")


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
    parts = {name: " ".join(said.split()) for name, said in _PART.findall(text or "")}
    return Explained(parts.get("Source", ""), parts.get("Bad", ""), parts.get("Good", ""))


def examples(said: str) -> list[str]:
    """Return the examples between double backquotes, with their ends of lines."""
    return [example.replace("⏎", "\n") for example in _EXAMPLE.findall(said)]

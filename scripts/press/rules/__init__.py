"""The house rules: one file, one code. The docstring is the rule, with its source, Bad and Good.

A rule looks either at one file (``submission``) or at the whole library (``library``). A rule on
a file names the literals without which it cannot fire, so that most files cost it nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from press import plugs
from press.diagnostics import Finding, Severity
from press.model.library import Library
from press.model.submission import Submission


@dataclass(frozen=True)
class Rule:
    """A rule with its permanent ``code``; ``title`` names what it refuses, in Chinese."""

    code: str
    title: str
    submission: Callable[[Submission], Iterable[Finding]] | None = None
    library: Callable[[Library], Iterable[Finding]] | None = None
    needs: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    return tuple(sorted(plugs.find("press.rules", "RULE"), key=lambda rule: rule.code))


def look_at(submission: Submission) -> Iterator[tuple[str, Finding]]:
    """Run the rules on one file; yield (code, finding)."""
    for rule in rules():
        if rule.submission is None:
            continue
        if rule.needs and not any(literal in submission.text for literal in rule.needs):
            continue
        for finding in rule.submission(submission):
            yield rule.code, finding


def look_over(library: Library) -> Iterator[tuple[str, Finding]]:
    """Run the rules on the library; yield (code, finding)."""
    for rule in rules():
        if rule.library is not None:
            for finding in rule.library(library):
                yield rule.code, finding

"""The house rules: one file, one code. The docstring is the rule, with its source, Bad and Good.

A rule looks either at one file (``submission``) or at the whole library (``library``). A rule on
a file names the literals without which it cannot fire, so that most files cost it nothing.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from press import plugs
from press.diagnostics import Finding, Severity
from press.model.library import Library
from press.model.submission import Submission
from press.rules._literals import hits, register

FAMILIES = {
    "M": "信息栏",
    "T": "文字",
    "L": "链接",
    "A": "图片附件",
    "I": "期刊",
    "P": "个人信息与保密",
    "N": "数字",
    "W": "微信",
}
"""What the rules are about, by the letter of their codes, in the order of the catalogue."""


@dataclass(frozen=True)
class Rule:
    """A rule with its permanent ``code``; ``title`` names what it refuses, in Chinese.

    ``since`` and ``until`` are the first and the last day of a document's date that it is in force
    for: official wording changes, and an old text is right in the words of its time. ``fixes`` says that
    ``press fix`` mends it wherever a fix cannot touch another's words.
    """

    code: str
    title: str
    submission: Callable[[Submission], Iterable[Finding]] | None = None
    library: Callable[[Library], Iterable[Finding]] | None = None
    needs: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    since: datetime.date | None = None
    until: datetime.date | None = None
    fixes: bool = False

    def in_force(self, submission: Submission) -> bool:
        """Whether it holds for a document of this date; an undated one is under no dated rule."""
        if self.since is None and self.until is None:
            return True
        day = submission.meta.date if submission.meta else None
        if day is None:
            return False
        return not (self.since and day < self.since) and not (self.until and day > self.until)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    return tuple(sorted(plugs.find("press.rules", "RULE"), key=lambda rule: rule.code))


def allowed(code: str) -> bool:
    """Whether a document may say that a rule does not count: never for family P, nor for M017."""
    return not code.startswith("P") and code != "M017"


def look_at(submission: Submission) -> Iterator[tuple[str, Finding]]:
    """Run the rules on one file; yield (code, finding)."""
    for rule in _choice().rules_for(submission.text):
        if rule.submission is not None and rule.in_force(submission):
            for finding in rule.submission(submission):
                yield rule.code, finding


def look_over(library: Library) -> Iterator[tuple[str, Finding]]:
    """Run the rules on the library; yield (code, finding)."""
    for rule in rules():
        if rule.library is not None:
            for finding in rule.library(library):
                yield rule.code, finding


class _Choice:
    """Chooses the rules that can fire on a text by the literals they name, in one pass over it."""

    def __init__(self, choosable: tuple[Rule, ...]) -> None:
        self._rules = choosable
        self._always = [number for number, rule in enumerate(choosable) if not rule.needs]
        wanted: dict[str, list[int]] = {}
        for number, rule in enumerate(choosable):
            for literal in rule.needs:
                wanted.setdefault(literal, []).append(number)
        # A single character may stand in a text a thousand times: it is asked for, not collected.
        self._single = [(literal, numbers) for literal, numbers in wanted.items() if len(literal) == 1]
        self._longer = [numbers for literal, numbers in wanted.items() if len(literal) > 1]
        register("needs", enumerate(literal for literal in wanted if len(literal) > 1))

    def rules_for(self, text: str) -> list[Rule]:
        """The rules to run on ``text``, by code."""
        chosen = set(self._always)
        for literal, numbers in self._single:
            if literal in text:
                chosen.update(numbers)
        for number in {number for number, _, _ in hits(text, "needs")}:
            chosen.update(self._longer[number])
        return [self._rules[number] for number in sorted(chosen)]


@cache
def _choice() -> _Choice:
    return _Choice(tuple(rule for rule in rules() if rule.submission is not None))

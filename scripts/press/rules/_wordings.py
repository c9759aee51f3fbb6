"""Tables of wordings, and one search of a text for all of them.

A rule whose fault is a wording has a table of ``Wording``. A pattern is tried only where one of the
literals stands that it may begin with.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules._lazy import lazy
from press.rules._literals import hits, register

NUMBER = "[一二三四五六七八九十]{1,3}"
"""A number of a term or a session, in Chinese numerals."""

BEFORE_NOW = (
    r"(?<![平中草高还病])原(?![因则来本有])|时任|当时|那时|其时|曾|历史|过去|以前|从前|前身|旧称|更名|改名|改称|改为|调整为"
    r"|撤销|划入|并入|合并|整合|组建|废止|取代|替代|(?:1[89][0-9]{2}|20(?:0[0-9]|1[0-9]))[—-]?年"
)
"""What says that a sentence speaks of other days."""

_SPECIAL = lazy(r"[\\\[\](){}.?*+|^$]")
_CLASS = lazy(r"\[([^\]\\^-]{1,12})\](?![?*])(?!\{0)")
_GROUP = lazy(r"\(\?:([^()\[\]{}.?*+\\]+)\)(\??)(?![*{])")
_CHARACTER = lazy(r"([^()\[\]{}.?*+\\|^$])(\??)(?![*{])")
_AROUND = 80
_ENDS = lazy(r"[。！？；\n]")


@dataclass(frozen=True)
class Wording:
    """What is not written so, and what to do.

    ``pattern`` begins with a literal. ``lead`` is what must stand before it and belongs to the
    fault; ``before`` what must stand before and does not; ``unless`` what excuses it in its sentence.
    In quotations it is let pass when ``quotable``. ``message`` may hold ``{}`` for the words found.
    ``right`` is the fix. ``since`` and ``until`` are days of a document, as those of a rule.
    """

    pattern: str
    hint: str
    message: str = "“{}”的写法不对"
    lead: str = ""
    before: str = ""
    unless: str = ""
    quotable: bool = False
    right: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None

    @cached_property
    def literals(self) -> list[str]:
        """What the pattern may begin with: the longer, the seldomer it is tried in vain."""
        special = _SPECIAL.search(self.pattern)
        if special is None:
            return [self.pattern]
        end = special.start() - (special[0] in "?*{")
        return [self.pattern[:end] + more for more in _begins(self.pattern[end:])]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return lazy(self.pattern)

    @cached_property
    def _lead(self) -> re.Pattern[str] | None:
        return lazy(f"(?:{self.before})({self.lead})\\Z") if self.lead or self.before else None

    @cached_property
    def _unless(self) -> re.Pattern[str] | None:
        return lazy(self.unless) if self.unless else None

    def span(self, text: str, at: int) -> tuple[int, int] | None:
        """Where the fault stands in ``text`` if its literal stands at ``at``."""
        match = self._pattern.match(text, at)
        if match is None:
            return None
        start, end = match.span()
        if self._lead is not None:
            found = self._lead.search(text, max(0, at - 40), at)
            if found is None:
                return None
            start = found.start(1)
        if self._unless is not None and self._unless.search(sentence(text, start, end)):
            return None
        return start, end

    def on(self, day: datetime.date | None) -> bool:
        """Whether a document of ``day`` is judged by it; one without a date is not by what has dates."""
        if self.since is None and self.until is None:
            return True
        if day is None:
            return False
        return not (self.since and day < self.since) and not (self.until and day > self.until)


def _begins(pattern: str) -> list[str]:
    """The literals that ``pattern`` may begin with; the empty one where that cannot be told."""
    if found := _CLASS.match(pattern):
        return list(found[1])
    found = _GROUP.match(pattern) or _CHARACTER.match(pattern)
    if found is None:
        return [""]
    choices = found[1].split("|")
    return choices + _begins(pattern[found.end() :]) if found[2] else choices


def sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a place, or as much as is near."""
    before = text[max(0, start - _AROUND) : start]
    after = text[start : end + _AROUND]
    stops = [match.end() for match in _ENDS.finditer(before)]
    stop = _ENDS.search(after, end - start)
    return before[stops[-1] if stops else 0 :] + after[: stop.start() if stop else len(after)]


_NUMBERS = count()


class Wordings:
    """The wordings of one rule."""

    def __init__(self, *wordings: Wording) -> None:
        self.wordings = wordings
        self._group = f"wordings {next(_NUMBERS)}"
        for number, wording in enumerate(wordings):
            register(self._group, ((number, literal) for literal in wording.literals))

    def findings(self, submission: Submission) -> Iterator[Finding]:
        """Yield a finding for each of the wordings in ``submission``, one for a place."""
        found = hits(submission.text, self._group)
        if not found:
            return
        text = submission.reading()
        # What is no words (code, addresses, comments) is blank there.
        seen = ((start, n) for n, start, end in found if text[start:end] == submission.text[start:end])
        day = submission.meta.date if submission.meta else None
        passed = 0
        for at, number in sorted(seen):
            wording = self.wordings[number]
            span = wording.span(text, at) if at >= passed and wording.on(day) else None
            if span is None or (wording.quotable and span[0] in submission.quoted()):
                continue
            start, passed = span
            words = text[start:passed]
            if "\n" not in words:
                yield submission.finding(
                    start, passed, wording.message.format(words), wording.hint, wording.right
                )

"""The progress of the deputies' suggestions."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from press.content_types.suggestions import Answer, Progress, Satisfaction, Suggestion
from press.model.document import Document
from press.model.library import Library
from press.model.values import percent
from press.record import each, once

Case = tuple[Document, Suggestion]


@dataclass(frozen=True)
class Board:
    """Public suggestions by number, counted. Shares are in per cent with one decimal."""

    cases: tuple[Case, ...]

    @property
    def progress(self) -> dict[Progress, list[Case]]:
        """The cases of each state, in the order of the states."""
        return {state: [c for c in self.cases if c[1].progress is state] for state in Progress}

    @property
    def answered(self) -> list[Case]:
        """The cases that have their reply."""
        return [c for c in self.cases if c[1].progress in (Progress.ANSWERED, Progress.LANDED)]

    @property
    def late(self) -> list[Case]:
        """The cases whose reply came after the day it was due."""
        return [c for c in self.answered if c[1].due_on and c[1].answer_day and c[1].answer_day > c[1].due_on]

    @property
    def satisfaction(self) -> dict[Satisfaction, int]:
        """How many deputies said what of the handling."""
        counts = Counter(case.satisfaction for _, case in self.cases)
        return {word: counts[word] for word in Satisfaction}

    @property
    def answers(self) -> dict[Answer, int]:
        """How many replies promise what."""
        counts = Counter(case.reply.answer for _, case in self.cases if case.reply)
        return {word: counts[word] for word in Answer}

    @property
    def topics(self) -> dict[str, list[Case]]:
        """The cases by topic, the largest first."""
        groups: dict[str, list[Case]] = {}
        for case in self.cases:
            groups.setdefault(case[1].topic or "未分类", []).append(case)
        return dict(sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0])))

    @property
    def answered_share(self) -> Decimal:
        """答复率."""
        return percent(len(self.answered), len(self.cases))

    @property
    def landed_share(self) -> Decimal:
        """落地率."""
        return percent(len(self.progress[Progress.LANDED]), len(self.cases))

    @property
    def satisfied_share(self) -> Decimal:
        """满意率: 满意 and 基本满意 among those who said anything."""
        said = self.satisfaction
        content = said[Satisfaction.SATISFIED] + said[Satisfaction.MOSTLY_SATISFIED]
        return percent(content, sum(said.values()))


def board(library: Library, year: int | None = None) -> Board:
    """Return the public suggestions (of one year), by number."""
    cases = once(library, _in_order)
    return Board(tuple(case for case in cases if year is None or _year(case) == year))


def years(library: Library) -> list[int]:
    """The years in which suggestions were received, newest first."""
    return sorted({_year(case) for case in once(library, _in_order)}, reverse=True)


def _in_order(library: Library) -> list[Case]:
    cases = each(library, "suggestions", Suggestion, public=True)
    return sorted(cases, key=lambda case: (-_year(case), _number(case), case[0].ref))


def _year(case: Case) -> int:
    return (case[1].received_on or case[0].date).year


def _number(case: Case) -> int:
    digits = "".join(c for c in case[1].number or "" if c.isascii() and c.isdigit())
    return int(digits[:9]) if digits else 10**9

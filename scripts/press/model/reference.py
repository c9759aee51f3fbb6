"""What a single file is checked against beside itself: offices and who held them, dead rules."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from press.model.roster import Tenure
from press.model.values import spellings
from press.model.words import Words


@dataclass(frozen=True)
class Reference:
    """The library's knowledge that rules on one file may ask.

    ``tenures`` are all tenures; ``short`` the short names of offices by (organ, office);
    ``repealed`` are regulations by title with the day from which they hold no longer; ``words`` the
    office's own word lists.
    """

    tenures: tuple[Tenure, ...] = ()
    short: tuple[tuple[tuple[str, str], tuple[str, ...]], ...] = ()
    repealed: tuple[tuple[str, datetime.date], ...] = ()
    words: Words = field(default_factory=Words)

    @cached_property
    def tenures_of(self) -> dict[str, list[Tenure]]:
        """The tenures of each person, by name."""
        found: dict[str, list[Tenure]] = {}
        for tenure in self.tenures:
            found.setdefault(tenure.name, []).append(tenure)
        return found

    @cached_property
    def titles(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """The names an office goes by in prose, by (organ, office), the whole one first."""
        short = dict(self.short)
        posts = {(tenure.organ, tenure.office) for tenure in self.tenures}
        return {post: (post[1], *short.get(post, ())) for post in posts}

    @cached_property
    def _names(self) -> list[tuple[str, str]]:
        """(as it may be written, as it is) for every name."""
        return [(spelling, name) for name in self.tenures_of for spelling in spellings(name)]

    @cached_property
    def _people(self) -> AhoCorasick:
        return AhoCorasick([spelling for spelling, _ in self._names], matchkind=MatchKind.LeftmostLongest)

    @cached_property
    def _dead(self) -> AhoCorasick:
        return AhoCorasick([f"《{title}》" for title, _ in self.repealed])

    def people_in(self, text: str) -> list[tuple[str, int]]:
        """Return (name, offset) for everyone of the roster who is named in ``text``."""
        if not self.tenures:
            return []
        asked = self.__dict__.get("_asked")
        if asked is None or asked[0] is not text:
            found = self._people.find_matches_as_indexes(text)
            people = [(self._names[number][1], start) for number, start, _ in found]
            # Several rules ask for one text in turn.
            self.__dict__["_asked"] = asked = (text, people)
        return list(asked[1])

    def repealed_in(self, text: str) -> list[tuple[str, datetime.date, int]]:
        """Return (title, day of repeal, offset) for every 《title》 of a repealed regulation in ``text``."""
        if not self.repealed:
            return []
        found = self._dead.find_matches_as_indexes(text)
        return [(*self.repealed[number], start) for number, start, _ in found]

    @cached_property
    def _listed(self) -> dict[str, AhoCorasick]:
        lists = {
            "sensitive": self.words.sensitive,
            "preferred": [pair.wrong for pair in self.words.preferred],
            "names": [word for spelling in self.words.names for word in spelling.wrong],
        }
        longest = MatchKind.LeftmostLongest
        return {name: AhoCorasick(list(words), matchkind=longest) for name, words in lists.items() if words}

    def listed_in(self, name: str, text: str) -> list[tuple[int, int, int]]:
        """Return (index in the list, start, end) of what ``text`` holds of one of the word lists.

        ``name`` is ``sensitive``, ``preferred`` or ``names`` (there by all wrong spellings in order).
        """
        found = self._listed.get(name)
        return found.find_matches_as_indexes(text) if found else []

    def __getstate__(self) -> dict[str, Any]:
        """Keep the fields alone: what is worked out of them is worked out again."""
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}

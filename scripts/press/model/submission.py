"""A file as it came in: what the rules that look at one file are given."""

import re
from bisect import bisect_right
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any

from press.diagnostics import Finding
from press.model.document import Outline
from press.model.meta import KeyProblem, Meta
from press.model.reference import Reference
from press.source.text import Fault

_PROSE_KEY = re.compile(r"(?:title|subtitle|summary):")


@dataclass(frozen=True)
class Submission:
    """One Markdown or YAML file under content/ or bulletins/.

    ``type`` is its folder's content type, or "" for periodicals, issues and the roster; ``slug`` its
    name without extension. ``values`` are the raw keys; ``problems`` what validation made of them.
    ``faults`` are what kept the file from being read; then the rest may be empty. ``prose`` gives the
    body with everything blanked out that is no prose, for the rules that look at words; ``reading``
    gives the whole file in the same way, front matter too, each character at its place in the file.
    ``quoted`` gives the offsets of ``reading`` that stand between quotation marks or 《》.
    ``reference`` is what the library knows that a single file is checked against.
    """

    path: str
    type: str
    slug: str
    text: str = ""
    body: str = ""
    body_line: int = 1
    values: dict[str, Any] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    problems: tuple[KeyProblem, ...] = ()
    outline: Outline = field(default_factory=Outline)
    meta: Meta | None = None
    prose: Callable[[], str] = str
    reading: Callable[[], str] = str
    quoted: Callable[[], Container[int]] = tuple
    reference: Reference = field(default_factory=Reference)

    def finding(self, start: int, end: int, message: str, hint: str, fix: str | None = None) -> Finding:
        """Return a finding on the characters from ``start`` to ``end`` of the file (one line).

        ``fix`` is taken only where it cannot touch what another has written, a name or an identifier:
        in no quotation, and in the front matter in the title, subtitle and summary alone.
        """
        if fix is not None and not self._may_fix(start):
            fix = None
        return Finding(self.path, self._position(start), message, hint, end - start, fix)

    def _may_fix(self, start: int) -> bool:
        if start in self.quoted():
            return False
        if start >= len(self.text) - len(self.body):
            return True
        return bool(_PROSE_KEY.match(self.text, self.text.rfind("\n", 0, start) + 1))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column in the file of an offset in the body."""
        return self._position(len(self.text) - len(self.body) + offset)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins: a file may hold as many faults as characters."""
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        return list(accumulate(lengths, initial=0))[:-1]

    @property
    def readable(self) -> bool:
        """False when a fault kept the file from being read at all."""
        return not self.faults

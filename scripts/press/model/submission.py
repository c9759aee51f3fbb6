"""A file as it came in: what the rules that look at one file are given."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from press.diagnostics import Finding
from press.model.document import Outline
from press.model.meta import KeyProblem, Meta
from press.model.reference import Reference
from press.source.text import Fault, position


@dataclass(frozen=True)
class Submission:
    """One Markdown or YAML file under content/ or bulletins/.

    ``type`` is its folder's content type, or "" for periodicals, issues and the roster; ``slug`` its
    name without extension. ``values`` are the raw keys; ``problems`` what validation made of them.
    ``faults`` are what kept the file from being read; then the rest may be empty. ``prose`` gives the
    body with everything blanked out that is no prose, for the rules that look at words; ``reading``
    gives the whole file in the same way, front matter too, each character at its place in the file.
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
    reference: Reference = field(default_factory=Reference)

    def finding(self, start: int, end: int, message: str, hint: str, fix: str | None = None) -> Finding:
        """Return a finding on the characters from ``start`` to ``end`` of the file (one line)."""
        return Finding(self.path, position(self.text, start), message, hint, end - start, fix)

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column in the file of an offset in the body."""
        line, column = position(self.body, offset)
        return self.body_line + line - 1, column

    @property
    def readable(self) -> bool:
        """False when a fault kept the file from being read at all."""
        return not self.faults

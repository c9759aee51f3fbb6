"""Faults in content as values: where, how grave, what is wrong, what to do; and who reports them.

A reporter is a plug: one module of this package, one form of report, found by its ``REPORTER``.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from press import plugs

KeyPath = tuple[str | int, ...]


class Severity(Enum):
    """``ERROR`` stops the build; ``WARNING`` does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file: ``path`` relative to the root, line and column 1-based."""

    path: str
    line: int
    column: int


@dataclass(frozen=True)
class Finding:
    """What a rule found, before its place is known to the column.

    ``at`` is either (line, column) or the path of a key, such as ``("key", "tags", 0)``, which the
    pipeline looks up in the file: places of keys are not carried through the library. ``span``
    characters of that line are meant; ``fix`` may be put in their place without changing what the
    text says, and is None where a person must decide.
    """

    path: str
    at: tuple[int, int] | KeyPath
    message: str
    hint: str
    span: int = 0
    fix: str | None = None


@dataclass(frozen=True)
class Diagnostic:
    """One fault, ready to be shown. ``code`` is permanent."""

    code: str
    severity: Severity
    location: Location
    message: str
    hint: str
    span: int = 0
    fix: str | None = None

    def __post_init__(self) -> None:
        """Keep words on one line: a value quoted in them must not pass for another fault."""
        object.__setattr__(self, "message", " ".join(self.message.split()))
        object.__setattr__(self, "hint", " ".join(self.hint.split()))


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by path, line, column, code, and drop what is said twice."""
    unique = dict.fromkeys(diagnostics)
    return sorted(unique, key=lambda fault: (fault.location, fault.code, fault.message))


def count(diagnostics: Iterable[Diagnostic]) -> tuple[int, int]:
    """Return (errors, warnings)."""
    severities = [fault.severity for fault in diagnostics]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def stops(diagnostics: Sequence[Diagnostic], strict: bool) -> bool:
    """Whether nothing may be published: for an error, and when ``strict`` for a warning, too."""
    return bool(diagnostics) and (strict or count(diagnostics)[0] > 0)


@dataclass(frozen=True)
class Described:
    """A rule as reports tell of it. ``name`` is an English identifier, ``help`` what its docstring says."""

    code: str
    name: str
    title: str
    family: str
    severity: Severity
    help: str


@dataclass(frozen=True)
class Screen:
    """A terminal: how many columns it has, and whether it may be given colours."""

    width: int
    colour: bool


@dataclass(frozen=True)
class Report:
    """Faults and what there is to say around them.

    ``lines`` gives the lines of a file by its path, none for a file that cannot be read; ``rules``
    describes every rule by code. ``files`` is how many were checked, ``titles`` what documents are
    called, ``newest`` the latest date a document bears; ``site_url`` may be empty. ``designs`` are the
    folders of designs, the office's own first. ``screen`` is the terminal the report is for, if it
    is for one.
    """

    faults: Sequence[Diagnostic]
    lines: Callable[[str], Sequence[str]] = lambda path: ()
    rules: Callable[[], Mapping[str, Described]] = dict
    files: int = 0
    publisher: str = ""
    site_url: str = ""
    titles: Mapping[str, str] | None = None
    newest: datetime.date | None = None
    designs: tuple[Path, ...] = ()
    screen: Screen | None = None

    def line(self, location: Location) -> str | None:
        """The line of a place, without its end; None where there is none to show."""
        lines = self.lines(location.path)
        return lines[location.line - 1] if 0 < location.line <= len(lines) else None

    def explained_at(self, code: str) -> str:
        """The address at which the site explains a rule; "" for a site without an address."""
        return f"{self.site_url}rules/#{code}" if self.site_url else ""


@dataclass(frozen=True)
class Reporter:
    """A form of report, by the name ``--format`` knows it by. ``paged`` says it is no text to scroll by."""

    name: str
    render: Callable[[Report], str]
    paged: bool = False


class ReportError(Exception):
    """A report cannot be made for a reason the user can mend; the message says it in Chinese."""


@cache
def reporters() -> dict[str, Reporter]:
    """Every reporter by name."""
    return {reporter.name: reporter for reporter in plugs.find("press.diagnostics", "REPORTER")}

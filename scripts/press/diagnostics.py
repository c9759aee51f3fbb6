"""Faults in content as values: where, how grave, what is wrong, what to do."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

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


def as_text(diagnostics: Sequence[Diagnostic]) -> str:
    """One fault a paragraph: ``path:line:column code message`` and the hint below it."""
    words = {Severity.ERROR: "错误", Severity.WARNING: "提醒"}
    lines = []
    for fault in diagnostics:
        place = f"{fault.location.path}:{fault.location.line}:{fault.location.column}"
        lines.append(f"{place}: {words[fault.severity]} {fault.code} {fault.message}")
        if fault.hint:
            lines.append(f"    → {fault.hint}")
    return "\n".join(lines)


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """A JSON list of {code, severity, path, line, column, message, hint}."""
    rows = [
        {
            "code": fault.code,
            "severity": fault.severity.value,
            "path": fault.location.path,
            "line": fault.location.line,
            "column": fault.location.column,
            "message": fault.message,
            "hint": fault.hint,
        }
        for fault in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


REPORTERS = {"text": as_text, "json": as_json}

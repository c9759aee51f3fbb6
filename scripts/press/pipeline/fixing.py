"""Put right what can be put right without changing what a text says."""

import os
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from press.diagnostics import Diagnostic
from press.pipeline.load import load

_ROUNDS = 8
"""One fix may uncover another; a rule that never ends is a bug of ours."""

_LINE_END = re.compile(r"(\r\n|\r|\n)")


@dataclass(frozen=True)
class Fixed:
    """A file before and after: ``count`` places were put right. Line ends are kept as they are.

    ``made`` are the faults put right in the first round, whose places are those of ``before``.
    """

    path: str
    before: str
    after: str
    count: int
    made: tuple[Diagnostic, ...] = ()


def fix(root: Path, jobs: int = 1, write: bool = True) -> list[Fixed]:
    """Put right every fault that has a fix, until none is left; return the files changed.

    With ``write`` false nothing is written, and only what can be fixed at once is shown. Raises
    OSError when a file cannot be written; the others are as they were or whole.
    """
    changed: dict[str, Fixed] = {}
    for _ in range(_ROUNDS if write else 1):
        groups: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for fault in load(root, jobs).diagnostics:
            if fault.fix is not None and fault.span:
                groups[fault.location.path].append(fault)
        if not groups:
            break
        for path, faults in sorted(groups.items()):
            with open(root / path, encoding="utf-8", newline="") as file:
                text = file.read()
            made = disjoint(faults)
            after, count = apply(text, made)
            if write:
                replace(root / path, after)
            first = changed.get(path) or Fixed(path, text, text, 0, tuple(made))
            changed[path] = Fixed(path, first.before, after, first.count + count, first.made)
    return list(changed.values())


def disjoint(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the faults in order, of two that overlap the first."""
    kept = []
    before = (0, 0)
    for fault in sorted(faults, key=lambda f: (f.location, f.span)):
        line, column = fault.location.line, fault.location.column
        if (line, column) >= before:
            kept.append(fault)
            before = (line, column + fault.span)
    return kept


def apply(text: str, faults: Iterable[Diagnostic]) -> tuple[str, int]:
    """Return ``text`` with the fixes made, and how many; of two that overlap the first is made."""
    # Each second piece is the end of a line.
    pieces = _LINE_END.split(text)
    edits: defaultdict[int, list[Diagnostic]] = defaultdict(list)
    for fault in disjoint(faults):
        edits[fault.location.line].append(fault)
    for number, found in edits.items():
        pieces[2 * (number - 1)] = mended(pieces[2 * (number - 1)], found)
    return "".join(pieces), sum(len(found) for found in edits.values())


def lines_of(text: str) -> list[str]:
    """Return the lines of a file, counted as places count them; none after the last line's end."""
    lines = _LINE_END.split(text)[::2]
    return lines if lines[-1] else lines[:-1]


def mended(line: str, faults: Iterable[Diagnostic]) -> str:
    """Return a line with its fixes made; ``faults`` are in order and do not overlap."""
    parts = []
    done = 0
    for fault in faults:
        start = fault.location.column - 1
        parts += [line[done:start], fault.fix or ""]
        done = start + fault.span
    return "".join([*parts, line[done:]])


def replace(path: Path, text: str) -> None:
    """Write beside and rename: a full disk leaves the old file. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=".press-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(text)
        os.chmod(name, path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask

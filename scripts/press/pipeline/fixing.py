"""Put right what can be put right without changing what a text says."""

import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from press.diagnostics import Diagnostic
from press.pipeline.load import load

_ROUNDS = 8
"""One fix may uncover another; a rule that never ends is a bug of ours."""


@dataclass(frozen=True)
class Fixed:
    """A file before and after: ``count`` places were put right. Line ends are kept as they are."""

    path: str
    before: str
    after: str
    count: int


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
            after, count = apply(text, faults)
            if write:
                _replace(root / path, after)
            first = changed.get(path)
            before, so_far = (first.before, first.count) if first else (text, 0)
            changed[path] = Fixed(path, before, after, so_far + count)
    return list(changed.values())


def apply(text: str, faults: Iterable[Diagnostic]) -> tuple[str, int]:
    """Return ``text`` with the fixes made, and how many; of two that overlap the first is made."""
    lines = text.split("\n")
    count = 0
    before = (0, 0)
    edits = []
    for fault in sorted(faults, key=lambda f: (f.location, f.span)):
        line, column = fault.location.line, fault.location.column
        if (line, column) >= before:
            edits.append(fault)
            before = (line, column + fault.span)
    for fault in reversed(edits):
        line, start = fault.location.line - 1, fault.location.column - 1
        old = lines[line]
        lines[line] = old[:start] + (fault.fix or "") + old[start + fault.span :]
        count += 1
    return "\n".join(lines), count


def _replace(path: Path, text: str) -> None:
    """Write beside and rename: a full disk leaves the old file."""
    handle, name = tempfile.mkstemp(prefix=".press-fix-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.chmod(name, path.stat().st_mode & 0o7777)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise

"""Walk the folders of a root; symbolic links must not lead out of it."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

Stamp = tuple[int, int, int, int]
"""Size, modification and change time (ns) and inode: a file with the same stamp is the same."""


class Entry(NamedTuple):
    """A file: its path relative to the root and its stamp; ``outside`` when it leads out."""

    path: str
    stamp: Stamp
    outside: bool = False


def stamp(status: os.stat_result) -> Stamp:
    """Return what tells one state of a file from another without reading it."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def files(root: Path, folder: str, suffix: str | tuple[str, ...]) -> list[Entry]:
    """List the files below ``root/folder`` that end with ``suffix`` in any case, sorted by path.

    Names that begin with a dot or ``~`` (locks of word processors) are passed over.
    """
    top = root / folder
    if not top.is_dir():
        return []
    real = os.path.realpath(root)
    return sorted(_walk(str(top), folder, suffix, real))


def _walk(directory: str, prefix: str, suffix: str | tuple[str, ...], real: str) -> Iterator[Entry]:
    with os.scandir(directory) as entries:
        for entry in entries:
            name = entry.name
            path = f"{prefix}/{name}"
            if name.startswith((".", "~")):
                continue
            if entry.is_symlink():
                target = os.path.realpath(entry.path)
                outside = target != real and not target.startswith(real + os.sep)
                if outside or not os.path.exists(target):
                    if name.lower().endswith(suffix) or os.path.isdir(target):
                        yield Entry(path, (0, 0, 0, 0), outside=True)
                    continue
                if os.path.isdir(target):
                    # A link to a folder inside the root would show its files twice.
                    continue
            if entry.is_dir():
                yield from _walk(entry.path, path, suffix, real)
            elif name.lower().endswith(suffix):
                yield Entry(path, stamp(entry.stat()))

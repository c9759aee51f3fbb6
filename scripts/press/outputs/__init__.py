"""Outputs: one file or folder, one channel. An output yields artifacts and touches no disk."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from press import plugs
from press.model.document import Document
from press.model.library import Library


class Artifact(NamedTuple):
    """A file to publish at ``path`` below ``dist``.

    ``key`` hashes all that the bytes depend on; ``render`` makes them. ``copies`` are further
    paths that get the same bytes.
    """

    path: str
    key: str
    render: Callable[[], bytes]
    copies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Context:
    """What an output is given.

    ``theme`` are the folders of designs, the office's own first. ``body`` reads the Markdown of a
    document as it was checked. ``remember`` returns what was kept under a name and key, or makes
    and keeps it; ``cache`` is a folder for what libraries keep of their own, if there is one.
    ``fingerprint`` stands for our code and the libraries behind it.
    """

    root: Path
    library: Library
    theme: tuple[Path, ...]
    body: Callable[[Document], str]
    remember: Callable[[str, str, Callable[[], Any]], Any]
    fingerprint: str
    cache: Path | None


class Place(NamedTuple):
    """Where something begins in the PDF of an issue.

    ``number`` is the page as it is printed, ``sheet`` its place in the file, from 1.
    """

    number: int
    sheet: int


class Paging(NamedTuple):
    """On which pages the entries of an issue begin.

    ``key`` hashes what that depends on, and costs little; ``places`` finds it out, by entry
    (``type/id`` or ``meetings/<id>#<part>``): nothing where the issue cannot be set here.
    """

    key: str
    places: Callable[[], Mapping[str, Place]]


@dataclass(frozen=True)
class Output:
    """A channel: its name for ``--only`` and what it publishes.

    One that sets issues in pages tells other outputs of them by ``paging``: issue → its pages.
    """

    name: str
    label: str
    artifacts: Callable[[Context], Iterable[Artifact]]
    paging: Callable[[Context], Mapping[str, Paging]] | None = None


class OutputError(Exception):
    """An output cannot be made for a reason the user can mend; the message says it in Chinese."""


@cache
def outputs() -> dict[str, Output]:
    """Every output by name."""
    return {output.name: output for output in plugs.find("press.outputs", "OUTPUT")}


def paging(context: Context) -> dict[str, Paging]:
    """The pages of every issue, as the outputs that set issues tell of them."""
    found: dict[str, Paging] = {}
    for output in outputs().values():
        if output.paging is not None:
            found |= output.paging(context)
    return found


def key(*parts: object) -> str:
    """Hash ``parts``; what is no text must show all it holds in its ``repr``."""
    text = "\0".join([part if isinstance(part, str) else repr(part) for part in parts])
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def read_theme(folders: Iterable[Path]) -> dict[str, bytes]:
    """Return every file of a design by its path; the first folder that has one wins."""
    found: dict[str, bytes] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and not any(part.startswith(".") for part in name.split("/")):
                found.setdefault(name, path.read_bytes())
    return found

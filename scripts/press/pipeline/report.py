"""Gather what a report says around the faults, and write it where it is wanted."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from press.diagnostics import Described, Diagnostic, Report, Screen
from press.pipeline.build import themes
from press.pipeline.fixing import replace
from press.pipeline.load import Loaded
from press.rules._explained import described
from press.source import text


def report_on(
    loaded: Loaded,
    faults: Sequence[Diagnostic] | None = None,
    files: int | None = None,
    screen: Screen | None = None,
) -> Report:
    """Return a report on ``faults`` in ``files`` files: those of a loaded root, or all it has."""
    library = loaded.library
    documents = library.documents
    days = [change.date for document in documents for change in document.meta.corrections]
    days += [document.date for document in documents]
    return Report(
        faults=loaded.diagnostics if faults is None else faults,
        lines=lines_of(loaded.root),
        rules=_rules,
        files=loaded.files if files is None else files,
        publisher=library.site.settings.office or library.site.name,
        site_url=library.site.url,
        titles={document.path: document.title for document in documents},
        newest=max(days, default=None),
        designs=themes(loaded.root),
        screen=screen,
    )


def lines_of(root: Path) -> Callable[[str], Sequence[str]]:
    """Return what gives the lines of a file below ``root`` by its path, each file read once.

    A file that is absent, outside the root or no text has no lines.
    """
    inside = root.resolve()

    @cache
    def lines(path: str) -> Sequence[str]:
        place = root / path
        if not place.is_file() or not place.resolve().is_relative_to(inside):
            return ()
        read = text.read(place)
        return () if read.fault else read.text.split("\n")

    return lines


@cache
def _rules() -> dict[str, Described]:
    return described()


def write(path: Path, content: str) -> None:
    """Write a whole report or leave the old one: beside it and renamed. Raises OSError.

    What is no plain file (``/dev/stdout``, a pipe) is written to as it is.
    """
    if path.exists() and not path.is_file():
        path.write_text(content, encoding="utf-8", newline="")
    else:
        replace(path.resolve(), content)

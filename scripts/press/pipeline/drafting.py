"""Write a draft and its pictures: all of it or nothing, and over nothing that is there."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from press.pipeline import pool
from press.pipeline.incoming import Draft
from press.source import yaml


class TakenError(Exception):
    """There is something already where a file should go; it names the place, relative to the root."""


def write(root: Path, draft: Draft) -> list[str]:
    """Write ``draft`` below ``root`` and return the files, relative to the root, the document first.

    Everything is written beside its place first. Raises TakenError, or OSError when the disk
    refuses; then, or when interrupted, nothing is left behind.
    """
    folder = root / "content" / draft.type
    document = folder / f"{draft.slug}.md"
    places = {folder / "images" / name: data for name, data in draft.images}
    # The document last: without it the pictures are nothing to anybody.
    places[document] = f"---\n{yaml.dump(draft.values)}---\n\n{draft.body}".encode()
    links = [path for path in (folder.parent, folder, folder / "images") if path.is_symlink()]
    for place in (*links, *places):
        if os.path.lexists(place):
            raise TakenError(place.relative_to(root).as_posix())
    made: list[Path] = []
    done: list[Path] = []
    try:
        _make(folder / "images" if draft.images else folder, made)
        with tempfile.TemporaryDirectory(prefix=".press-import-", dir=folder) as staging:
            staged = {place: Path(staging, str(number)) for number, place in enumerate(places)}
            for place, path in staged.items():
                path.write_bytes(places[place])
            with pool.uninterrupted():
                for place, path in staged.items():
                    # A link, unlike a rename, never takes the place of what has come there meanwhile.
                    os.link(path, place)
                    done.append(place)
    except BaseException as error:
        for path in done:
            path.unlink(missing_ok=True)
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir()
        if isinstance(error, FileExistsError) and error.filename2:
            raise TakenError(os.path.relpath(error.filename2, root)) from error
        raise
    return [path.relative_to(root).as_posix() for path in (document, *done[:-1])]


def _make(folder: Path, made: list[Path]) -> None:
    """Make ``folder``, noting what was made, outermost first."""
    if not folder.exists():
        _make(folder.parent, made)
        folder.mkdir(exist_ok=True)
        made.append(folder)

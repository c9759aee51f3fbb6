"""What one run remembers for the next: in the user's cache folder, never in the repository.

The files are pickles, so they may only be read where nobody but the user can write; a content
folder from elsewhere must not bring its own.
"""

import fcntl
import hashlib
import os
import pickle
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from press.pipeline.code import fingerprint


def folder(root: Path) -> Path:
    """Return the folder that remembers ``root``, made when absent and closed to others."""
    name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:24]
    path = user_cache_path("press") / "state" / name
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def usable_folder(root: Path) -> Path | None:
    """Return the folder that remembers ``root``, or None where none can be made."""
    try:
        return folder(root)
    except OSError:
        return None


def load(root: Path, name: str) -> Any:
    """Return what was saved as ``name``; None when there is nothing usable.

    What another version of the code has written is never used.
    """
    try:
        with open(folder(root) / name, "rb") as file:
            if pickle.load(file) != fingerprint():
                return None
            return pickle.load(file)
    except Exception:  # a torn or foreign cache is no fault, only slower
        return None


def save(root: Path, name: str, value: Any) -> None:
    """Remember ``value`` as ``name``; the old one stays until the new one is whole.

    Where nothing can be kept, nothing is: the next run takes longer, that is all.
    """
    with suppress(OSError):
        path = folder(root) / name
        beside = path.with_suffix(f".{os.getpid()}")
        try:
            with open(beside, "wb") as file:
                pickle.dump(fingerprint(), file)
                pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
            beside.replace(path)
        except OSError:
            # What is out of date must not be taken for what is.
            path.unlink(missing_ok=True)
            raise
        finally:
            beside.unlink(missing_ok=True)


def mark(root: Path, name: str) -> None:
    """Set a mark that outlives this run, until ``unmark``."""
    with suppress(OSError):
        (folder(root) / name).touch()


def unmark(root: Path, name: str) -> None:
    """Take a mark away."""
    with suppress(OSError):
        (folder(root) / name).unlink(missing_ok=True)


def marked(root: Path, name: str) -> bool:
    """Return whether the mark is set."""
    try:
        return (folder(root) / name).exists()
    except OSError:
        return False


@contextmanager
def locked(root: Path, name: str) -> Iterator[bool]:
    """Hold a lock among the processes of this user; False when another one has it."""
    with ExitStack() as stack:
        try:
            file = stack.enter_context(open(folder(root) / name, "w"))
        except OSError:
            yield True  # no place for a lock: as without a cache
            return
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True

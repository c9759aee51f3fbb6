"""Where a build publishes, and the record of what stands there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from press.pipeline import state


@dataclass(frozen=True)
class Destination:
    """Where artifacts go: the first part of a path names one of ``folders``.

    Artifacts of other folders are not published here. ``base`` is on the same disk.
    """

    base: Path
    folders: Mapping[str, Path] | None = None

    def place(self, path: str) -> str | None:
        """Return the file for an artifact's path, or None."""
        if self.folders is None:
            return f"{self.base}/{path}"
        first, _, rest = path.partition("/")
        folder = self.folders.get(first)
        return f"{folder}/{rest}" if folder is not None else None

    def tops(self, paths: Iterable[str]) -> dict[str, Path]:
        """Return the folders that belong to the press, by the first part of their paths."""
        if self.folders is not None:
            return dict(self.folders)
        return {first: self.base / first for first in {path.partition("/")[0] for path in paths}}


@dataclass(frozen=True)
class Written:
    """A published file: its artifact's key, its output, and its size and mtime (ns)."""

    key: str
    output: str
    size: int
    mtime: int


@dataclass
class Manifest:
    """What stands in a destination. ``open`` while it may hold more than ``files`` says."""

    files: dict[str, Written] = field(default_factory=dict)
    open: bool = True

    @classmethod
    def load(cls, root: Path, name: str) -> "Manifest":
        """Return the manifest; an open, empty one when there is none to be trusted."""
        files = state.load(root, f"manifest-{name}")
        if not isinstance(files, dict):
            return cls()
        return cls(files, state.marked(root, f"open-{name}"))

    def reopen(self, root: Path, name: str) -> None:
        """Note that the destination is about to change."""
        state.mark(root, f"open-{name}")

    def save(self, root: Path, name: str, closed: bool) -> None:
        """Note what stands there now; ``closed`` when it is all that stands there."""
        state.save(root, f"manifest-{name}", self.files)
        if closed:
            state.unmark(root, f"open-{name}")

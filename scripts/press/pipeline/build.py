"""Write what the outputs yield: only what changed, all of it or nothing.

New files are rendered beside the destination and renamed into it once every one of them is whole,
so a fault, a full disk or an interruption leaves it as it was. A run that dies among the renames
has marked the manifest as open first, and the next run makes it good.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from press.outputs import Artifact, Context, Output, outputs
from press.pipeline import pool, state
from press.pipeline.code import PACKAGE, fingerprint
from press.pipeline.destination import Destination, Manifest, Written
from press.pipeline.load import Loaded
from press.source import errors, manuscript
from press.source.errors import ChangedError

OURS = PACKAGE.parents[1] / "theme_overrides"
_STAGING = ".press-new"
_CHUNK = 48

Progress = Callable[[int, int], None]


class BuildError(Exception):
    """Nothing was published; the message says why and what to do, in Chinese."""


@dataclass(frozen=True)
class Report:
    """What a build did: output → (files in all, files written); and files removed."""

    outputs: dict[str, tuple[int, int]]
    removed: int


def build(
    loaded: Loaded,
    chosen: Sequence[Output],
    destination: Destination,
    jobs: int = 1,
    progress: Progress = lambda done, total: None,
    shared: bool = False,
) -> Report:
    """Publish the library. Raises BuildError or OutputError; then the destination is untouched.

    ``shared`` says that somebody else (MkDocs) has written to the destination since: whatever the
    press does not publish is removed.
    """
    name = sha256(os.fsencode(destination.base.resolve())).hexdigest()[:16]
    with state.locked(loaded.root, f"lock-{name}") as free:
        if not free:
            raise BuildError("另一个构建正在写同一个文件夹，请等它完成后再试")
        manifest = Manifest.load(loaded.root, name)
        manifest.open |= shared
        plan = _plan(chosen, context_of(loaded), destination)
        due = [
            path
            for path, (artifact, _) in plan.items()
            if not _current(path, artifact, manifest, destination)
        ]
        stale = _stale(plan, manifest, chosen, destination)
        counts = {output.name: [0, 0] for output in chosen}
        for _, owner in plan.values():
            counts[owner][0] += 1
        for path in due:
            counts[plan[path][1]][1] += 1
        if due or stale or (manifest.open and len(chosen) == len(outputs())):
            closed = not manifest.open or len(chosen) == len(outputs())
            staging = destination.base / _STAGING
            try:
                with _staged(staging):
                    written, staged = _render(plan, due, staging, jobs, progress)
                    with pool.uninterrupted():
                        manifest.reopen(loaded.root, name)
                        _remove(stale, destination)
                        _move(staged, destination)
                        for path in stale:
                            manifest.files.pop(path, None)
                        manifest.files |= written
                        manifest.save(loaded.root, name, closed)
            except OSError as error:
                place = error.filename or destination.base
                raise BuildError(f"写不进 {place}：{errors.words(error)}。已有的文件没有改动") from error
            except ChangedError as error:
                raise BuildError(f"构建时文件被改动：{error}。什么都没有发布，请再运行一次") from error
    return Report({name: (pair[0], pair[1]) for name, pair in counts.items()}, len(stale))


def themes(root: Path) -> tuple[Path, ...]:
    """Return the folders of designs, the office's own first."""
    own = root / "theme_overrides"
    return tuple(dict.fromkeys(path.resolve() for path in (own, OURS) if path.is_dir()))


def context_of(loaded: Loaded) -> Context:
    """Return what outputs are given for a loaded root."""

    def remember(name: str, key: str, make: Callable[[], Any]) -> Any:
        kept = state.load(loaded.root, name)
        if isinstance(kept, tuple) and kept[0] == key:
            return kept[1]
        value = make()
        state.save(loaded.root, name, (key, value))
        return value

    return Context(
        root=loaded.root,
        library=loaded.library,
        theme=themes(loaded.root),
        body=lambda document: manuscript.body(loaded.root / document.path, document.digest),
        remember=remember,
        fingerprint=fingerprint(),
        cache=state.usable_folder(loaded.root),
    )


def _plan(
    chosen: Sequence[Output], context: Context, destination: Destination
) -> dict[str, tuple[Artifact, str]]:
    """Return the artifact and its output for every path; two for one path are a fault of ours."""
    plan: dict[str, tuple[Artifact, str]] = {}
    for output in chosen:
        for artifact in output.artifacts(context):
            for path in (artifact.path, *artifact.copies):
                assert path not in plan, f"two artifacts at {path}"
                if destination.place(path) is not None:
                    plan[path] = (artifact, output.name)
    return plan


def _current(path: str, artifact: Artifact, manifest: Manifest, destination: Destination) -> bool:
    known = manifest.files.get(path)
    if known is None or known.key != artifact.key:
        return False
    place = destination.place(path)
    assert place is not None
    try:
        status = os.stat(place)
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns) == (known.size, known.mtime)


def _stale(
    plan: Mapping[str, object],
    manifest: Manifest,
    chosen: Sequence[Output],
    destination: Destination,
) -> list[str]:
    """Return what to remove: files of the chosen outputs that are no longer yielded.

    When the manifest cannot be trusted and every output is built, whatever else lies in the
    folders of the press goes too: they belong to it alone.
    """
    names = {output.name for output in chosen}
    stale = [p for p, written in manifest.files.items() if written.output in names and p not in plan]
    if manifest.open and len(chosen) == len(outputs()):
        for first, folder in destination.tops((*plan, *manifest.files)).items():
            for parent, _, files in os.walk(folder):
                for file in files:
                    rest = os.path.relpath(os.path.join(parent, file), folder).replace(os.sep, "/")
                    path = f"{first}/{rest}"
                    if path not in plan and path not in stale and not rest.startswith(_STAGING):
                        stale.append(path)
    return sorted(stale)


def _render(
    plan: Mapping[str, tuple[Artifact, str]],
    due: Sequence[str],
    staging: Path,
    jobs: int,
    progress: Progress,
) -> tuple[dict[str, Written], dict[str, str]]:
    """Render every due path; return what was written and where each is staged.

    Staging is flat: ext4 spreads the files of many new folders over the disk, which takes twice
    as long as to rename them afterwards.
    """
    groups: dict[int, list[int]] = {}
    for number, path in enumerate(due):
        groups.setdefault(id(plan[path][0]), []).append(number)
    # The slowest first (an issue takes seconds, a page none), so that no core waits for it.
    work = sorted(groups.values(), key=lambda numbers: _weight(due[numbers[0]]), reverse=True)

    def render(numbers: list[int]) -> list[tuple[str, int, int]]:
        data = plan[due[numbers[0]]][0].render()
        # A folder for each process: in one they would wait for each other at every file.
        folder = f"{staging}/{os.getpid()}"
        os.makedirs(folder, exist_ok=True)
        found = []
        for number in numbers:
            with open(f"{folder}/{number}", "wb") as file:
                file.write(data)
                file.flush()
                status = os.fstat(file.fileno())
            found.append((file.name, status.st_size, status.st_mtime_ns))
        return found

    heavy = sum(_weight(due[numbers[0]]) > 0 for numbers in work)
    written: dict[str, Written] = {}
    staged: dict[str, str] = {}
    for part, chunk in ((work[:heavy], 1), (work[heavy:], _CHUNK)):
        for index, files in pool.spread(render, part, jobs, chunk):
            for number, (name, size, mtime) in zip(part[index], files, strict=True):
                artifact, owner = plan[due[number]]
                staged[due[number]] = name
                written[due[number]] = Written(artifact.key, owner, size, mtime)
            progress(len(staged), len(due))
    return written, staged


def _weight(path: str) -> int:
    """How long a file takes, roughly: a PDF seconds, an image a tenth of one, a page nothing."""
    if path.endswith(".pdf"):
        return 2
    return 1 if path.endswith((".jpg", ".png", ".webp")) else 0


def _move(staged: Mapping[str, str], destination: Destination) -> None:
    made: set[str] = set()
    for path, name in staged.items():
        place = destination.place(path)
        assert place is not None
        folder = os.path.dirname(place)
        if folder not in made:
            os.makedirs(folder, exist_ok=True)
            made.add(folder)
        os.replace(name, place)


def _remove(stale: Sequence[str], destination: Destination) -> None:
    for path in stale:
        place = destination.place(path)
        assert place is not None
        Path(place).unlink(missing_ok=True)
        folder = Path(place).parent
        while folder != destination.base and folder.is_relative_to(destination.base):
            try:
                folder.rmdir()
            except OSError:
                break
            folder = folder.parent


@contextmanager
def _staged(staging: Path) -> Iterator[None]:
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    try:
        yield
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if not any(staging.parent.iterdir()):
            staging.parent.rmdir()

"""What ``press serve`` shows: every file of the site as a build would write it, made when it is asked for.

Nothing is written. Beside what is public a preview holds the drafts, as they will look; who is shown
a page is told that it is one. Where a build would refuse, the last edition that could be made stays.
"""

import threading
import traceback
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from press.diagnostics import Diagnostic, count
from press.model.document import Document
from press.model.library import Library
from press.model.meta import Status, Visibility
from press.outputs import Artifact, OutputError, outputs
from press.pipeline.build import context_of
from press.pipeline.load import Loaded, load
from press.source.errors import ChangedError

_ROOM = 256_000_000
"""Bytes of files that are kept once made."""


class NotNowError(Exception):
    """A file cannot be made; the message says in Chinese why, "" when the next edition will have it."""


@dataclass(frozen=True)
class Edition:
    """A site that can be shown: its files by path; the permalinks of drafts among its pages."""

    files: Mapping[str, Artifact] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class State:
    """How things stand after a look at the root: what was found, and why there is no new edition.

    ``refused`` says that there are errors in what was written; ``trouble`` what else went wrong.
    """

    loaded: Loaded | None = None
    refused: bool = False
    trouble: str = ""
    seconds: float = 0.0

    @property
    def faults(self) -> list[Diagnostic]:
        """What the check has found."""
        return self.loaded.diagnostics if self.loaded else []


class Preview:
    """A root as it stands. ``refresh`` is for one thread; everything else for any number of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.edition = Edition()
        self.state = State()
        self.sources: dict[str, str] = {}
        self.changed = threading.Condition()
        self.number = 0
        self._making = threading.Lock()
        self._kept: OrderedDict[str, tuple[str, bytes]] = OrderedDict()

    def refresh(self, jobs: int, clock: Callable[[], float]) -> None:
        """Read what has changed and show it, if it can be shown. Raises nothing but interruptions."""
        started = clock()
        loaded: Loaded | None = None
        trouble, refused = "", False
        try:
            loaded = load(self.root, jobs)
            self.sources |= _sources(loaded.library)
            refused = count(loaded.diagnostics)[0] > 0
            if not refused:
                self.edition = _edition(loaded)
        except (OutputError, ChangedError) as error:
            trouble = str(error)
        except Exception as error:
            # A template or a file caught amid a change may break anything; the preview goes on.
            trouble = f"程序自身出错：{_last_line(error)}"
        with self.changed:
            known = loaded or self.state.loaded
            self.state = State(known, refused, trouble, clock() - started)
            self.number += 1
            self.changed.notify_all()

    def make(self, path: str) -> tuple[str, bytes]:
        """Return the key and bytes of the file at ``path`` below the site.

        Raises KeyError where there is none, NotNowError when it cannot be made.
        """
        artifact = self.edition.files[path]
        kept = self._kept.get(path)
        if kept is not None and kept[0] == artifact.key:
            return kept
        with self._making:
            try:
                made = (artifact.key, artifact.render())
            except ChangedError as error:
                raise NotNowError("") from error
            except OutputError as error:
                raise NotNowError(str(error)) from error
            except Exception as error:
                raise NotNowError(f"程序自身出错：{_last_line(error)}") from error
            self._kept[path] = made
            self._kept.move_to_end(path)
            size = sum(len(data) for _, data in self._kept.values())
            while size > _ROOM and len(self._kept) > 1:
                size -= len(self._kept.popitem(last=False)[1][1])
        return made

    def last(self, path: str) -> tuple[str, bytes] | None:
        """The file at ``path`` as it was made last, if it is still kept."""
        return self._kept.get(path)


def _edition(loaded: Loaded) -> Edition:
    library, drafts = _with_drafts(loaded.library)
    context = context_of(replace(loaded, library=library))
    files = {}
    for output in outputs().values():
        for artifact in output.artifacts(context):
            for path in (artifact.path, *artifact.copies):
                if path.startswith("site/"):
                    files[path.removeprefix("site/")] = artifact
    return Edition(files, frozenset(document.permalink for document in drafts))


def _with_drafts(library: Library) -> tuple[Library, tuple[Document, ...]]:
    """The library with its drafts as they will be published, and these."""
    drafts = tuple(
        replace(document, meta=document.meta.model_copy(update={"status": Status.PUBLISHED}))
        for document in library.documents
        if document.meta.status is Status.DRAFT and document.meta.visibility is Visibility.PUBLIC
    )
    if not drafts:
        return library, ()
    by_path = {document.path: document for document in drafts}
    return replace(library, documents=tuple(by_path.get(d.path, d) for d in library.documents)), drafts


def _sources(library: Library) -> dict[str, str]:
    """The file that a page is written in, by the page's permalink."""
    found = {document.permalink: document.path for document in library.documents}
    return found | {issue.permalink: issue.path for issue in library.issues}


def _last_line(error: Exception) -> str:
    return traceback.format_exception_only(error)[-1].strip()

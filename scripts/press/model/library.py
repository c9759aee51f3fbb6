"""The library: every document and issue, and how one finds the other."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import unquote

from press.model.document import Document
from press.model.issue import Issue, Periodical
from press.model.roster import Roster
from press.model.site import Site
from press.model.words import Words
from press.source.attachments import Attachment
from press.source.images import Asset

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_OUTSIDE = ("http:", "https:", "mailto:", "tel:")


class Target(NamedTuple):
    """What a link means. ``kind``:

    ``outside`` (``href`` as written), ``page`` (an anchor of the same page), ``document`` or
    ``issue`` (found), ``missing`` (nothing there), ``unread`` (there, but faulty itself),
    ``forbidden`` (a scheme that could run code).
    """

    kind: str
    href: str = ""
    fragment: str = ""
    document: Document | None = None
    issue: Issue | None = None


@dataclass(frozen=True)
class Library:
    """All content of one root. ``documents`` are sorted by path.

    ``assets`` are images, ``attachments`` the other files that keys name, both by path;
    ``types`` maps each content type's folder to its Chinese label; ``unread`` holds the paths of
    documents and issues that could not be read, so that one fault is not reported twice.
    """

    site: Site
    types: Mapping[str, str]
    documents: tuple[Document, ...]
    periodicals: tuple[Periodical, ...] = ()
    issues: tuple[Issue, ...] = ()
    assets: Mapping[str, Asset] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    roster: Roster = field(default_factory=Roster)
    words: Words = field(default_factory=Words)

    @cached_property
    def derived(self) -> dict[object, object]:
        """What other rooms have worked out of this library, each once."""
        return {}

    @cached_property
    def by_path(self) -> dict[str, Document]:
        """Documents by their path."""
        return {document.path: document for document in self.documents}

    @cached_property
    def by_ref(self) -> dict[str, Document]:
        """Documents by ``type/id``; the first by path where an id stands twice."""
        return {document.ref: document for document in reversed(self.documents)}

    @cached_property
    def issue_by_ref(self) -> dict[str, Issue]:
        """Issues by ``bulletins/<periodical>/<name>``."""
        return {issue.ref: issue for issue in self.issues}

    @cached_property
    def public(self) -> tuple[Document, ...]:
        """The documents that may be published."""
        return tuple(document for document in self.documents if document.public)

    @cached_property
    def by_type(self) -> dict[str, tuple[Document, ...]]:
        """Public documents of each type, newest first; of one day, by title and id."""
        groups: defaultdict[str, list[Document]] = defaultdict(list)
        for document in self.public:
            groups[document.type].append(document)
        return {kind: newest_first(group) for kind, group in groups.items()}

    @cached_property
    def by_tag(self) -> dict[str, tuple[Document, ...]]:
        """Public documents of each tag, newest first."""
        groups: defaultdict[str, list[Document]] = defaultdict(list)
        for document in self.public:
            for tag in dict.fromkeys(document.meta.tags):
                groups[tag].append(document)
        return {tag: newest_first(groups[tag]) for tag in sorted(groups)}

    @cached_property
    def linking(self) -> tuple[Document, ...]:
        """The documents that have links."""
        return tuple(document for document in self.documents if document.links)

    @cached_property
    def citing(self) -> tuple[Document, ...]:
        """The documents that cite articles of laws."""
        return tuple(document for document in self.documents if document.citations)

    @cached_property
    def issues_of(self) -> dict[str, tuple[Issue, ...]]:
        """The issues that print a document, by its ``type/id``, oldest first."""
        found: defaultdict[str, list[Issue]] = defaultdict(list)
        for issue in sorted(self.issues, key=lambda issue: (issue.date, issue.ref)):
            for ref in issue.documents:
                found[ref].append(issue)
        return {ref: tuple(issues) for ref, issues in found.items()}

    @cached_property
    def _targets(self) -> dict[tuple[str, str], Target]:
        return {}

    def resolve(self, path: str, target: str) -> Target:
        """Say what ``target``, written in the file at ``path``, means."""
        key = (path.rpartition("/")[0], target)
        found = self._targets.get(key)
        if found is None:
            found = self._targets[key] = self._resolve(*key)
        return found

    def _resolve(self, folder: str, target: str) -> Target:
        scheme = _SCHEME.match(target)
        if scheme or target.startswith("//"):
            allowed = scheme is not None and scheme[0].lower() in _OUTSIDE
            return Target("outside" if allowed else "forbidden", href=target)
        place, _, fragment = target.partition("#")
        if not place:
            return Target("page", href=target, fragment=fragment)
        place = unquote(place)
        if place.endswith(".md"):
            return self._found(posixpath.normpath(posixpath.join(folder, place)), fragment)
        return self._found(place.strip("/"), fragment)

    def _found(self, place: str, fragment: str) -> Target:
        document = self.by_path.get(place) or self.by_ref.get(place)
        if document:
            return Target("document", fragment=fragment, document=document)
        issue = self.issue_by_ref.get(place)
        if issue:
            return Target("issue", fragment=fragment, issue=issue)
        names = (place, f"content/{place}.md", f"{place}.yml")
        if any(name in self.unread for name in names):
            return Target("unread")
        return Target("missing")


def newest_first(documents: list[Document]) -> tuple[Document, ...]:
    """Sort by date downwards, then by ``type/id``."""
    by_ref = sorted(documents, key=attrgetter("ref"))
    return tuple(sorted(by_ref, key=attrgetter("date"), reverse=True))


def beside(document_path: str, target: str) -> str | None:
    """Return the root-relative path of a file beside a document; None when it lies outside ``content/``."""
    plain = unquote(target)
    if _SCHEME.match(plain) or plain.startswith("/") or "\\" in plain or "\0" in plain:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(document_path), plain))
    return path if path.startswith("content/") else None

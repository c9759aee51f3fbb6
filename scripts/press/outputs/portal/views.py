"""What pages show of documents, issues and tags: small records without any I/O."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from press.markup.web import WebImage
from press.model.document import Document
from press.model.issue import Issue
from press.model.library import Library, beside
from press.model.meta import Status, Visibility
from press.outputs import Paging, media
from press.outputs.portal.shapes import Card, Column, File, IssueCard, NavEntry, Placed, Tag
from press.outputs.portal.words import LABELS
from press.record.browsing import columns, days, people
from press.record.figures import years
from press.record.offices import public_offices
from press.record.papers import part_title
from press.source.attachments import Attachment
from press.source.images import Asset

_COLUMN_TYPES = {
    **dict.fromkeys(("news", "stories", "meetings", "chronicles"), "工作动态"),
    **dict.fromkeys(("decisions", "regulations", "opinions", "reports"), "政策文件"),
    **dict.fromkeys(("notices", "appointments"), "通知公告"),
    **dict.fromkeys(("deputies", "roster", "pages"), "概况信息"),
    **dict.fromkeys(("suggestions", "submit"), "互动交流"),
}


_BROWSED: dict[str, Callable[[Library], object]] = {"people": people, "columns": columns, "calendar": days}


@cache
def tag_slug(tag: str) -> str:
    """The folder of a tag's page: its letters and digits, Chinese ones too.

    A tag that loses characters (``C/C++``, ``..``) gets a digest, so that two tags never share a
    page.
    """
    folded = unicodedata.normalize("NFKC", tag).strip().lower()
    kept = "".join(c if c.isalnum() else "-" for c in folded).strip("-")
    return kept if kept == tag else f"{kept or 'tag'}-{sha256(tag.encode()).hexdigest()[:8]}"


class Views:
    """Records made from one library, each once. ``paging`` tells where entries of issues begin."""

    def __init__(self, library: Library, paging: Mapping[str, Paging] | None = None) -> None:
        self.library = library
        self._paging = paging or {}
        self._cards: dict[str, Card] = {}
        self._card_keys: dict[str, str] = {}

    @cached_property
    def nav(self) -> tuple[NavEntry, ...]:
        """The navigation: as configured, or every type that has documents, then the issues.

        Entries whose page would be empty or absent are left out.
        """
        entries: list[NavEntry] = []
        if self.library.site.nav:
            wanted = [(item.label, item.target.strip("/")) for item in self.library.site.nav]
        else:
            types = [(label, name) for name, label in self.library.types.items() if name != "pages"]
            wanted = [("首页", "."), *types, ("期刊", "bulletins")]
        for label, place in wanted:
            if place in ("", "."):
                entries.append(NavEntry(label, "", "home"))
            elif place.startswith(("http:", "https:")):
                entries.append(NavEntry(label, place, ""))
            elif self.has(place):
                entries.append(NavEntry(label, f"{place}/", place))
        return tuple(entries)

    def has(self, place: str) -> bool:
        """Whether there is anything to be seen at ``place``."""
        if place == "bulletins":
            return bool(self.library.issues)
        if place == "tags":
            return bool(self.library.by_tag)
        if place in _BROWSED:
            return bool(_BROWSED[place](self.library))
        if place == "roster":
            return bool(public_offices(self.library).tenures)
        if place == "statistics":
            return bool(years(self.library))
        if place == "submit":
            settings = self.library.site.settings
            return bool(settings.email or settings.submissions)
        if place in ("more", "rules"):
            return bool(self.library.public or self.library.issues)
        if place in self.library.by_type or place in self.library.issue_by_ref:
            return True
        document = self.library.by_ref.get(place)
        if document is not None:
            return document.public
        return any(place == f"bulletins/{issue.periodical.id}" for issue in self.library.issues)

    @cached_property
    def frame(self) -> dict[str, Any]:
        """Slots that are the same on every page."""
        return {"site": self.library.site, "nav": self.nav, "more": self.has("more")}

    def frame_of(self, page: Placed) -> dict[str, Any]:
        """The slots of the frame for ``page``."""
        url = self.library.site.url
        base = _base(page.permalink, url)
        canonical = f"{url}{quote(page.permalink)}" if url else ""
        # What has no entry of its own in the navigation is found in the index of all columns.
        section = page.section if not page.section or page.section in self._entries else "more"
        return {
            **self.frame,
            "base": base,
            "page": page,
            "section": section,
            "canonical": canonical,
            "column_of": self._column(page.section),
        }

    def _column(self, section: str) -> Column | None:
        """The column of the site that a page belongs to, as government sites label it."""
        first = section.partition("/")[0]
        name = self.library.types.get(first) or LABELS.get(first)
        return Column(name, _COLUMN_TYPES.get(first, "专题专栏")) if name else None

    @cached_property
    def _entries(self) -> frozenset[str]:
        return frozenset(entry.section for entry in self.nav)

    def card(self, document: Document) -> Card:
        """The card of ``document``."""
        if document.ref not in self._cards:
            self._cards[document.ref] = self._card(document)
        return self._cards[document.ref]

    def entry(self, entry: str) -> Card:
        """The card of what an issue prints: a document, or one part of a meeting's record."""
        ref, _, part = entry.partition("#")
        document = self.library.by_ref[ref]
        card = self.card(document)
        if not part:
            return card
        return replace(card, title=part_title(document, part), href=f"{card.href}#{part}")

    def cover(self, document: Document) -> WebImage | None:
        """The picture that stands for ``document``: its cover, or the first in its text."""
        cover = document.cover
        if cover is None and document.images:
            cover = document.images[0].target
        return self.image(document, cover, "") if cover else None

    def _card(self, document: Document) -> Card:
        return Card(
            document.title,
            document.permalink,
            document.date.isoformat(),
            document.type,
            self.library.types[document.type],
            getattr(document.meta, "column", None) or "",
            document.summary,
            self.cover(document),
        )

    def card_key(self, document: Document) -> str:
        """What the card of ``document`` depends on."""
        found = self._card_keys.get(document.ref)
        if found is None:
            found = f"{document.ref} {document.digest} {self.cover(document)}"
            self._card_keys[document.ref] = found
        return found

    def issue(self, issue: Issue) -> IssueCard:
        """The card of ``issue``."""
        return IssueCard(
            issue.periodical.meta.title,
            issue.periodical.meta.kind,
            issue.label,
            issue.serial_label,
            issue.date.isoformat(),
            issue.permalink,
            issue.pdf,
            issue.meta.year,
            WebImage(issue.cover, issue.cover, *media.COVERS[issue.periodical.meta.trim]),
        )

    def paging(self, issue: Issue) -> Paging:
        """Where the entries of ``issue`` begin in its PDF."""
        return self._paging.get(issue.ref) or Paging("", dict)

    def tag(self, name: str) -> Tag:
        """The record of a tag."""
        count = len(self.library.by_tag.get(name, ()))
        return Tag(name, f"tags/{quote(tag_slug(name))}/", count)

    def asset(self, document: Document, target: str) -> Asset:
        """The image a document names. The check has seen to it that there is one."""
        path = beside(document.path, target)
        assert path is not None
        return self.library.assets[path]

    def image(self, document: Document, target: str, base: str) -> WebImage:
        """An image of ``document`` with addresses below ``base``, which ends with a slash."""
        asset = self.asset(document, target)
        src = f"{base}media/{media.name(asset, media.suffix(asset))}"
        return WebImage(src, f"{base}media/{media.name(asset, 'webp')}", *media.size(asset))

    def attachment(self, document: Document, target: str) -> Attachment:
        """A file that a document's keys name. The check has seen to it that there is one."""
        path = beside(document.path, target)
        assert path is not None
        return self.library.attachments[path]

    def file(self, document: Document, target: str) -> File:
        """A file that a document's keys name, for download."""
        attachment = self.attachment(document, target)
        name = attachment.path.rsplit("/", 1)[-1]
        suffix = _suffix(attachment)
        href = f"media/{media.name(attachment, suffix)}"
        return File(name, href, suffix, _size(attachment.size), attachment.digest)

    def scan(self, document: Document, target: str) -> WebImage | None:
        """A file that is an image: its own bytes, and a lighter copy for the page."""
        attachment = self.attachment(document, target)
        image = attachment.image
        if image is None:
            return None
        src = f"media/{media.name(attachment, _suffix(attachment))}"
        return WebImage(src, f"media/{media.name(image, 'webp')}", *media.size(image))

    @cached_property
    def files(self) -> dict[str, Attachment]:
        """Every file that the keys of public documents name, by its published name."""
        found: dict[str, Attachment] = {}
        for document in self.library.public:
            for _, target in document.meta.files():
                attachment = self.attachment(document, target)
                found.setdefault(media.name(attachment, _suffix(attachment)), attachment)
        return found

    @cached_property
    def withdrawn(self) -> tuple[Document, ...]:
        """Documents that were public once: their addresses say that they are gone, and nothing more."""
        found = self.library.documents
        return tuple(
            d for d in found if d.meta.status is Status.WITHDRAWN and d.meta.visibility is Visibility.PUBLIC
        )

    def images(self) -> Iterator[Asset]:
        """Every image that public documents show, each once, by path."""
        found: dict[str, Asset] = {}
        for document in self.library.public:
            targets = [image.target for image in document.images]
            for target in (*targets, document.cover) if document.cover else targets:
                asset = self.asset(document, target)
                # Two files with the same bytes and name have the same address.
                found.setdefault(media.name(asset, "webp"), asset)
        return iter(sorted(found.values(), key=lambda asset: asset.path))


def _suffix(attachment: Attachment) -> str:
    return attachment.path.rpartition(".")[2].lower()


def _size(size: int) -> str:
    """``size`` in bytes as people say it."""
    if size < 1024:
        return f"{size} 字节"
    return f"{size / 1024:.0f} KB" if size < 1024 * 1000 else f"{size / 1024 / 1024:.1f} MB"


def _base(permalink: str, url: str) -> str:
    if permalink in ("404.html", "offline.html"):
        # Shown under any address, so only an absolute path finds the root.
        path = "/" + url.partition("://")[2].partition("/")[2]
        return path.rstrip("/") if path != "/" else ""
    depth = permalink.count("/")
    return "/".join([".."] * depth) or "."

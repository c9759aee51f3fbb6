"""Archival items: scans, recordings and films, each with what proves it unchanged."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from press.content_types.archives import Archive, Item, Medium
from press.markup.web import WebImage
from press.model.document import Document
from press.outputs import Context
from press.outputs import key as hashed
from press.outputs.portal.articles import article
from press.outputs.portal.facts import Fact, Value
from press.outputs.portal.facts import meeting as meeting_facts
from press.outputs.portal.page import Page
from press.outputs.portal.shapes import File
from press.outputs.portal.views import Views
from press.outputs.portal.words import day

_AUDIO = {"mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg"}
_VIDEO = {"mp4": "video/mp4", "webm": "video/webm"}


class Group(NamedTuple):
    """The items of one medium; ``look`` names its symbol."""

    look: str
    label: str
    documents: list[Document]


class Entry(NamedTuple):
    """An item in the list. ``href`` is relative to the site's root."""

    title: str
    href: str
    code: str
    made_on: str
    files: int
    picture: WebImage | None


class Piece(NamedTuple):
    """One file of an item: ``kind`` is image, audio, video or file."""

    kind: str
    label: str
    file: File
    mime: str
    image: WebImage | None
    captions: str


def pages(context: Context, views: Views) -> Iterator[Page]:
    """Yield the list by medium and the page of every item."""
    groups = [
        Group(medium.name.lower(), medium.value, [d for d, meta in _archives(views) if meta.medium is medium])
        for medium in Medium
    ]
    groups.append(Group("other", "其他", [d for d, meta in _archives(views) if meta.medium is None]))
    groups = [group for group in groups if group.documents]
    yield _list(views, groups)
    for _, _, documents in groups:
        for index, document in enumerate(documents):
            newer = documents[index - 1] if index else None
            older = documents[index + 1] if index + 1 < len(documents) else None
            slots = _item(views, document)
            more = (hashed(slots), slots.copy)
            yield article(context, views, document, older, newer, "archive", more)


def _archives(views: Views) -> Iterator[tuple[Document, Archive]]:
    """Public items, the newest first."""
    for document in views.library.by_type["archives"]:
        if isinstance(document.meta, Archive):
            yield document, document.meta


def _list(views: Views, groups: list[Group]) -> Page:
    slots = {
        "heading": "影音档案",
        "count": sum(len(group.documents) for group in groups),
        "groups": [
            (group.look, group.label, [_entry(views, document) for document in group.documents])
            for group in groups
        ],
    }
    description = "、".join(f"{group.label}{len(group.documents)}件" for group in groups)
    return Page("archives", "archives/", "archives", "影音档案", description, hashed(slots), slots.copy)


def _entry(views: Views, document: Document) -> Entry:
    meta = document.meta
    assert isinstance(meta, Archive)
    picture = views.image(document, document.cover, "") if document.cover else None
    if picture is None:
        picture = next(filter(None, (views.scan(document, item.file) for item in meta.items)), None)
    return Entry(
        document.title,
        document.permalink,
        meta.code or "",
        day(meta.made_on) if meta.made_on else "",
        len(meta.items),
        picture,
    )


def _item(views: Views, document: Document) -> dict[str, Any]:
    meta = document.meta
    assert isinstance(meta, Archive)
    rows = (
        ("档号", meta.code),
        ("载体", meta.medium.value if meta.medium else ""),
        ("形成日期", day(meta.made_on) if meta.made_on else ""),
        ("保管单位", meta.custodian),
    )
    facts = [Fact(label, (Value(value),)) for label, value in rows if value]
    poster = views.image(document, document.cover, "") if document.cover else None
    return {
        "facts": [*facts, *meeting_facts(views, document)],
        "pieces": [_piece(views, document, meta, index) for index in range(len(meta.items))],
        "poster": poster.src if poster else "",
    }


def _piece(views: Views, document: Document, meta: Archive, index: int) -> Piece:
    item: Item = meta.items[index]
    file = views.file(document, item.file)
    image = views.scan(document, item.file)
    kind, mime = "file", ""
    if image is not None:
        kind = "image"
    elif file.suffix in _AUDIO:
        kind, mime = "audio", _AUDIO[file.suffix]
    elif file.suffix in _VIDEO:
        kind, mime = "video", _VIDEO[file.suffix]
    label = item.label or (f"第{index + 1}件" if len(meta.items) > 1 else "")
    if kind == "image":
        label = item.label or f"第{index + 1}页"
    captions = views.file(document, item.captions).href if item.captions else ""
    return Piece(kind, label, file, mime, image, captions)

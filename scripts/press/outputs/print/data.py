"""What the print designs are fed: an issue as plain data, never as markup."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from press.markup import nodes
from press.markup.tree import tree
from press.model.document import Document
from press.model.issue import Imprint, Issue
from press.model.library import Library, beside
from press.model.meta import Meta
from press.record import papers
from press.source.images import Asset

_IMPRINT = {
    "permit": "准印证号",
    "cn": "国内统一连续出版物号",
    "issn": "国际标准连续出版物号",
    "editor": "编辑",
    "address": "地址",
    "phone": "电话",
    "printer": "印刷",
    "recipients": "发送对象",
    "print_run": "印数",
}

Data = dict[str, Any]


class Setting:
    """One issue to be set, or of it the one entry that stands ``alone`` 抽印本."""

    def __init__(self, library: Library, issue: Issue, alone: str | None = None) -> None:
        self._library = library
        self._issue = issue
        self._sections = [
            (section.title, [entry for entry in section.documents if alone in (None, entry)])
            for section in issue.meta.sections
        ]
        entries = [entry for _, held in self._sections for entry in held]
        refs = dict.fromkeys(entry.partition("#")[0] for entry in entries)
        self._documents = [library.by_ref[ref] for ref in refs]
        # A link to a meeting of which only parts are printed leads to the first of them.
        self._labels = {entry.partition("#")[0]: entry for entry in reversed(entries)}
        self._labels |= {entry: entry for entry in entries}
        self._forms = {entry: list(papers.form(library, entry)) for entry in entries}

    def made_from(self) -> str:
        """Everything the data depends on, as text."""
        links = [
            (link.target, self._href(document, link.target))
            for document in self._documents
            for link in document.links
        ]
        parts = [self._issue.digest, self._issue.periodical.digest]
        parts += [f"{document.ref} {document.digest}" for document in self._documents]
        parts += [asset.digest for asset in self.images()]
        return repr((parts, links, self._forms))

    def images(self) -> Iterator[Asset]:
        """Every image the documents show in their bodies, each once."""
        found: dict[str, Asset] = {}
        for document in self._documents:
            for image in document.images:
                asset = self._asset(document, image.target)
                found[asset.path] = asset
        return iter(found.values())

    def data(self, body: Callable[[Document], str]) -> Data:
        """Return the issue as JSON values."""
        issue, meta = self._issue, self._issue.periodical.meta
        return {
            "periodical": {
                "title": meta.title,
                "kind": meta.kind,
                "trim": meta.trim,
                "publisher": meta.publisher,
                "frequency": meta.frequency,
                "imprint": list(self._imprint()),
            },
            "issue": {
                "year": issue.meta.year,
                "number": issue.meta.number,
                "serial": issue.meta.serial,
                "date": issue.date.isoformat(),
                "label": issue.label,
                "serial_label": issue.serial_label,
                "date_label": _day(issue.date),
                "notice": "内部资料，免费交流" if meta.imprint.profile == "permit" else None,
            },
            "sections": [
                {"title": title, "documents": [self._document(entry, body) for entry in held]}
                for title, held in self._sections
                if held
            ],
        }

    def _imprint(self) -> Iterator[tuple[str, str]]:
        meta = self._issue.periodical.meta
        # An internal publication is compiled, never published (内部资料性出版物管理办法).
        internal = meta.imprint.profile == "permit"
        if meta.publisher:
            yield "编印单位" if internal else "主办单位", meta.publisher
        yield "编印日期" if internal else "出版日期", _day(self._issue.date)
        for name in Imprint.model_fields:
            value = getattr(meta.imprint, name)
            if name in _IMPRINT and value:
                yield _IMPRINT[name], value

    def _document(self, entry: str, body: Callable[[Document], str]) -> Data:
        ref, _, part = entry.partition("#")
        document = self._library.by_ref[ref]
        meta = document.meta
        photographers = list(getattr(meta, "photographers", ()))
        authors = list(getattr(meta, "authors", ()))
        credit = [f"文／{'　'.join(authors)}"] if authors else []
        credit += [f"图／{'　'.join(photographers)}"] if photographers else []
        written = [] if part else self._nodes(document, tree(body(document)))
        return {
            "id": entry,
            "title": papers.part_title(document, part) if part else document.title,
            "subtitle": None if part else meta.subtitle,
            "number": getattr(meta, "number", None),
            "source": getattr(meta, "source", None),
            "authors": authors or _speaker(meta),
            "credit": "　".join(credit) or None,
            "date_label": _day(document.date),
            "blocks": written + self._nodes(document, self._forms[entry]),
        }

    def _nodes(self, document: Document, found: Sequence[nodes.Block | nodes.Inline]) -> list[Data]:
        return [self._node(document, node) for node in found]

    def _node(self, document: Document, node: nodes.Block | nodes.Inline) -> Data:
        def inner(found: Sequence[nodes.Block | nodes.Inline]) -> list[Data]:
            return self._nodes(document, found)

        match node:
            case nodes.Text(text):
                return {"t": "text", "s": text}
            case nodes.Code(text):
                return {"t": "code", "s": text}
            case nodes.Break():
                return {"t": "break"}
            case nodes.Span("link", children, href):
                return {"t": "link", "href": self._href(document, href), "c": inner(children)}
            case nodes.Span(kind, children):
                return {"t": kind, "c": inner(children)}
            case nodes.Picture():
                return {"t": "image", **self._picture(document, node)}
            case nodes.Figure(picture):
                return {"t": "figure", **self._picture(document, picture)}
            case nodes.Note(blocks):
                return {"t": "note", "c": inner(blocks)}
            case nodes.Heading(level, children):
                return {"t": "heading", "level": max(2, level), "c": inner(children)}
            case nodes.Paragraph(children):
                return {"t": "paragraph", "c": inner(children)}
            case nodes.List(ordered, start, items):
                listed = [inner(item) for item in items]
                return {"t": "list", "ordered": ordered, "start": start, "items": listed}
            case nodes.Quote(blocks):
                return {"t": "quote", "c": inner(blocks)}
            case nodes.Division(name, blocks):
                return {"t": "division", "name": name, "c": inner(blocks)}
            case nodes.Preformatted(text):
                return {"t": "code", "text": text}
            case nodes.Rule():
                return {"t": "rule"}
            case nodes.Table(align, head, rows):
                return {
                    "t": "table",
                    "align": [side or None for side in align],
                    "head": [inner(cell) for cell in head],
                    "rows": [[inner(cell) for cell in row] for row in rows],
                }

    def _picture(self, document: Document, picture: nodes.Picture) -> Data:
        asset = self._asset(document, picture.src)
        return {
            "src": asset.path,
            "alt": picture.alt,
            "caption": picture.title or None,
            "width": asset.width,
            "height": asset.height,
        }

    def _href(self, document: Document, target: str) -> str | None:
        """A link that holds on paper: within this issue, or to the web."""
        found = self._library.resolve(document.path, target)
        if found.kind == "outside":
            return target
        if found.document is not None and found.document.ref in self._labels:
            return f"#doc:{self._labels[found.document.ref]}"
        return None

    def _asset(self, document: Document, target: str) -> Asset:
        path = beside(document.path, target)
        assert path is not None
        return self._library.assets[path]


def _speaker(meta: Meta) -> list[str]:
    """Who gave a report or a speech, with the office: 县民政局局长　陶安澜."""
    name = getattr(meta, "rapporteur", None) or getattr(meta, "speaker", None)
    office = getattr(meta, "office", None)
    return [f"{office}　{name}" if office else name] if name else []


def _day(date: datetime.date) -> str:
    return f"{date.year}年{date.month}月{date.day}日"

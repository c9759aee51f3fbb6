"""Lists of documents, page by page, and the same by year, column and meeting."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from press.model.document import Document
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views, tag_slug
from press.outputs.portal.words import session
from press.record.meetings import meeting_of

FILTERED = ("decisions", "reports", "opinions", "notices", "speeches")
"""Types whose lists can be narrowed."""


class Choice(NamedTuple):
    """A narrower list: its words, its address, and how many documents it has."""

    label: str
    href: str
    number: int


class Filter(NamedTuple):
    """One way to narrow a list. What has many choices is folded until one of them is taken."""

    label: str
    choices: tuple[Choice, ...]
    folded: bool = False


def lists(
    views: Views,
    folder: str,
    section: str,
    title: str,
    documents: Sequence[Document],
    filters: tuple[Filter, ...] = (),
    above: tuple[tuple[str, str], ...] = (),
) -> Iterator[Page]:
    """Paginated lists at ``folder`` and ``folder/page/N/``; ``above`` are the lists it is part of."""
    size = views.library.site.settings.page_size
    total = max(1, -(-len(documents) // size))
    frame = f"{len(documents)} {size} {filters}" if filters else f"{len(documents)} {size}"
    for number in range(1, total + 1):
        shelf = documents[(number - 1) * size : number * size]

        def slots(number: int = number, shelf: Sequence[Document] = shelf) -> dict[str, Any]:
            return {
                "heading": title,
                "cards_of_page": [views.card(document) for document in shelf],
                "count": len(documents),
                "number": number,
                "total": total,
                "folder": quote(folder),
                "filters": filters,
                "above": above,
            }

        permalink = folder if number == 1 else f"{folder}page/{number}/"
        shown = title if number == 1 else f"{title}（第{number}页）"
        description = f"{title}，共{len(documents)}篇"
        made_from = "\n".join([frame, *(views.card_key(document) for document in shelf)])
        yield Page("list", permalink, section, shown, description, made_from, slots)


def filtered(views: Views, type_: str, documents: Sequence[Document]) -> Iterator[Page]:
    """The list of a type, and narrower ones by year, column and meeting."""
    folder, title = f"{type_}/", views.library.types[type_]
    narrower: list[tuple[str, str, list[Document]]] = []

    def narrow(word: str, of: Callable[[Document], tuple[str, str] | None]) -> tuple[Choice, ...]:
        groups: defaultdict[tuple[str, str], list[Document]] = defaultdict(list)
        for document in documents:
            place = of(document)
            if place is not None:
                groups[place].append(document)
        choices = []
        for (slug, label), found in groups.items():
            narrower.append((f"{folder}by/{word}/{slug}/", label, found))
            choices.append(Choice(label, quote(f"{folder}by/{word}/{slug}/"), len(found)))
        return tuple(choices)

    every = Choice("全部", quote(folder), len(documents))
    columns = sorted(narrow("column", _column), key=lambda choice: (-choice.number, choice.label))
    filters = (
        Filter("按年份", (every, *narrow("year", _year))),
        Filter("按栏目", tuple(columns)),
        Filter("按会议", narrow("meeting", lambda document: _meeting(views, document)), folded=True),
    )
    used = tuple(found for found in filters if found.choices)
    yield from lists(views, folder, type_, title, documents, used)
    for place, label, found in narrower:
        heading, above = f"{title}：{label}", ((title, folder),)
        yield from lists(views, place, type_, heading, found, used, above)


def _year(document: Document) -> tuple[str, str]:
    return str(document.date.year), f"{document.date.year}年"


def _column(document: Document) -> tuple[str, str] | None:
    column = getattr(document.meta, "column", None)
    return (tag_slug(column), column) if column else None


def _meeting(views: Views, document: Document) -> tuple[str, str] | None:
    sitting = meeting_of(views.library, document)
    if sitting is None or not sitting.document.public:
        return None
    return sitting.document.id, session(sitting)

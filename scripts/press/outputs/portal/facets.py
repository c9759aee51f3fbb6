"""The list of a type, and narrower ones by year, column, tag and meeting: plain links, each a page."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from urllib.parse import quote

from press.model.document import Document
from press.outputs.portal.lists import Choice, Filter, Frame, Narrowing, lists
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views, tag_slug
from press.outputs.portal.words import session
from press.record.meetings import meeting_of

_TAGS = 12
"""How many tags of a type have lists of their own; the others are found in the index of tags."""

_MORE_TAGS = Choice("更多标签", "tags/")

Place = tuple[str, str]
"""The folder of a narrower list, and its words."""

Found = dict[Place, list[Document]]


def faceted(views: Views, type_: str, documents: Sequence[Document]) -> Iterator[Page]:
    """Yield the list of a type and every narrower one that is shorter than it."""
    folder, title = f"{type_}/", views.library.types[type_]
    filters: list[Filter] = []
    narrower: list[tuple[str, str, list[Document]]] = []

    def narrow(word: str, label: str, found: Found, shown: int = 8, more: Choice | None = None) -> None:
        choices = []
        for (slug, name), some in found.items():
            if len(some) < len(documents):
                narrower.append((f"{folder}by/{word}/{slug}/", name, some))
                choices.append(Choice(name, quote(f"{folder}by/{word}/{slug}/"), len(some)))
        if choices:
            filters.append(Filter(label, (*choices, more) if more else tuple(choices), shown))

    narrow("year", "按年份", _grouped(documents, _year))
    narrow("column", "按栏目", _largest(_grouped(documents, _column)))
    tags = _grouped(documents, _tags)
    used = _most_used(tags, len(documents))
    narrow("tag", "按标签", used, _TAGS + 1, _MORE_TAGS if len(used) < len(tags) else None)
    narrow("meeting", "按会议", _grouped(documents, lambda document: _meeting(views, document)), 0)
    narrowing = Narrowing(Choice("全部", folder, len(documents)), filters)
    yield from lists(views, folder, type_, title, documents, Frame(narrowing=narrowing))
    for place, name, some in narrower:
        frame = Frame(above=((title, folder),), here=name, narrowing=narrowing)
        yield from lists(views, place, type_, f"{title}：{name}", some, frame)


def _grouped(documents: Sequence[Document], of: Callable[[Document], Iterable[Place]]) -> Found:
    groups: defaultdict[Place, list[Document]] = defaultdict(list)
    for document in documents:
        for place in of(document):
            groups[place].append(document)
    return groups


def _largest(found: Found) -> Found:
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def _most_used(found: Found, whole: int) -> Found:
    used = {place: some for place, some in found.items() if 1 < len(some) < whole}
    return dict(list(_largest(used).items())[:_TAGS])


def _year(document: Document) -> Iterator[Place]:
    yield str(document.date.year), f"{document.date.year}年"


def _column(document: Document) -> Iterator[Place]:
    column = getattr(document.meta, "column", None)
    if column:
        yield tag_slug(column), column


def _tags(document: Document) -> Iterator[Place]:
    for tag in dict.fromkeys(document.meta.tags):
        yield tag_slug(tag), tag


def _meeting(views: Views, document: Document) -> Iterator[Place]:
    sitting = meeting_of(views.library, document)
    if sitting is not None and sitting.document.public:
        yield sitting.document.id, session(sitting)

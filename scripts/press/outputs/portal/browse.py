"""Authors and photographers with all they signed, columns with all they hold, and the indexes of both."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from press.outputs import key as hashed
from press.outputs.portal.links import works_href
from press.outputs.portal.lists import Frame, lists
from press.outputs.portal.more import Entry
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views, tag_slug
from press.outputs.portal.words import LABELS, unit
from press.record import browsing
from press.record.browsing import Works
from press.record.deputies import deputy_named

_STEPS = ((50, "50篇以上"), (10, "10至49篇"), (2, "2至9篇"), (1, "1篇"))
"""The index of people by how much they signed: at least so many works, and the words for it."""


class Name(NamedTuple):
    """A person in the index; ``deputy`` says whether a deputy has that name."""

    name: str
    href: str
    works: str
    deputy: bool


def pages(views: Views) -> Iterator[Page]:
    """Yield the pages of people and of columns, each after its index."""
    people = browsing.people(views.library)
    if people:
        yield _people(views, people)
        for name, works in people.items():
            yield from _person(views, name, works)
    columns = browsing.columns(views.library)
    if columns:
        yield _columns(views)
        for name, documents in columns.items():
            frame = Frame(above=((LABELS["columns"], "columns/"),), here=name)
            yield from lists(
                views, f"columns/{tag_slug(name)}/", "columns", f"栏目：{name}", documents, frame
            )


def _people(views: Views, people: dict[str, Works]) -> Page:
    groups: dict[str, list[Name]] = {}
    for name, works in people.items():
        step = next(words for least, words in _STEPS if len(works.all) >= least)
        known = deputy_named(views.library, name) is not None
        entry = Name(name, works_href(name), "　".join(_said(works)), known)
        groups.setdefault(step, []).append(entry)
    slots = {"heading": LABELS["people"], "count": len(people), "groups": list(groups.items())}
    description = f"{len(people)}位作者和摄影，按作品数量排列"
    return Page("people", "people/", "people", LABELS["people"], description, hashed(slots), slots.copy)


def _person(views: Views, name: str, works: Works) -> Iterator[Page]:
    deputy = deputy_named(views.library, name)
    about = (("代表履职情况", deputy.permalink),) if deputy else ()
    notes: dict[str, str] = {}
    if works.texts and works.pictures:
        notes = {document.ref: "文字" for document in works.texts}
        notes |= {d.ref: "文字和摄影" if d.ref in notes else "摄影" for d in works.pictures}
    frame = Frame(((LABELS["people"], "people/"),), name, tuple(_said(works)), about, notes=notes)
    yield from lists(views, f"people/{tag_slug(name)}/", "people", name, works.all, frame)


def _said(works: Works) -> Iterator[str]:
    if works.texts:
        yield f"文字 {len(works.texts)} 篇"
    if works.pictures:
        yield f"摄影 {len(works.pictures)} 篇"


def _columns(views: Views) -> Page:
    """The index: each column stands with the type that most of its documents are of."""
    types = views.library.types
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for name, documents in browsing.columns(views.library).items():
        (type_, _), *others = Counter(document.type for document in documents).most_common()
        size = f"{len(documents)} {unit('columns' if others else type_)}"
        groups[type_].append(Entry(name, f"columns/{quote(tag_slug(name))}/", "", size))
    ordered = [(types[type_], groups[type_]) for type_ in types if type_ in groups]
    slots = {"heading": LABELS["columns"], "groups": ordered}
    description = "按栏目浏览全部稿件"
    return Page("more", "columns/", "columns", LABELS["columns"], description, hashed(slots), slots.copy)

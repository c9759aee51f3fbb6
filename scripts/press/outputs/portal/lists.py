"""Lists of documents, page by page, and the ways to narrow them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import quote

from press.model.document import Document
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views
from press.outputs.portal.words import unit

LONG = 12
"""A list of so many documents says where each year begins."""

_SHOWN = 8
"""How many choices stand open, unless it is said otherwise."""


class Choice(NamedTuple):
    """A narrower list: its words, its address, and how many documents it has (0: not said)."""

    label: str
    href: str
    number: int = 0


class Filter(NamedTuple):
    """One way to narrow a list: the first ``shown`` choices stand open, the others are folded."""

    label: str
    choices: tuple[Choice, ...]
    shown: int = _SHOWN

    @property
    def open(self) -> tuple[Choice, ...]:
        """The choices that stand open: all of them where one or two would be left to fold."""
        few = self.shown and len(self.choices) <= self.shown + 2
        return self.choices if few else self.choices[: self.shown]

    @property
    def folded(self) -> tuple[Choice, ...]:
        """The others."""
        return self.choices[len(self.open) :]


class Narrowing:
    """All ways to narrow a list, ``every`` being the whole of it.

    The first page of a list has them all with their numbers. The pages that continue it have the
    open ones without, so that a new document need not change every page of every list.
    """

    def __init__(self, every: Choice | None = None, filters: Sequence[Filter] = ()) -> None:
        self.whole: tuple[Filter, ...] = ()
        self.brief: tuple[Filter, ...] = ()
        if every is not None and filters:
            self.whole = (Filter("", (every,)), *filters)
            self.brief = (
                *(
                    Filter(found.label, tuple(one._replace(number=0) for one in found.open), len(found.open))
                    for found in self.whole
                    if found.open
                ),
                Filter("", (Choice("全部筛选条件", f"{every.href}#filters"),)),
            )
        self.keys = (repr(self.whole), repr(self.brief))


_WHOLE = Narrowing()


class Frame(NamedTuple):
    """What a list stands in: the lists ``above`` it, its own short name ``here``, what is ``said`` of
    it, pages ``about`` the same, how it can be narrowed. Lists and pages are (label, address).

    ``notes`` say something of a document by its ``type/id``; its keys must tell as much.
    """

    above: tuple[tuple[str, str], ...] = ()
    here: str = ""
    said: tuple[str, ...] = ()
    about: tuple[tuple[str, str], ...] = ()
    narrowing: Narrowing = _WHOLE
    notes: Mapping[str, str] = MappingProxyType({})


def lists(
    views: Views,
    folder: str,
    section: str,
    title: str,
    documents: Sequence[Document],
    frame: Frame = Frame(),  # noqa: B008 - it is frozen
) -> Iterator[Page]:
    """Paginated lists at ``folder`` and ``folder/page/N/``.

    Pages are filled from the oldest document on and the first one takes what is left, a page and
    more: a new document changes the first page alone until that is two pages long.
    """
    size = views.library.site.settings.page_size
    total = max(1, len(documents) // size)
    first = len(documents) - (total - 1) * size
    by_year = len(documents) >= LONG and documents[0].date.year != documents[-1].date.year
    whole, brief = frame.narrowing.keys
    made_from = f"{total} {by_year} {frame.above} {frame.here} "
    made_first = f"{made_from}{len(documents)} {frame.said} {frame.about} {whole}"
    said = frame.said or (f"共 {len(documents)} {unit(section)}",)
    for number in range(1, total + 1):
        end = first + (number - 1) * size
        shelf = documents[end - size if number > 1 else 0 : end]

        def slots(number: int = number, shelf: Sequence[Document] = shelf) -> dict[str, Any]:
            narrowing = frame.narrowing
            return {
                "heading": title,
                "here": frame.here or title,
                "groups": list(_groups(views, shelf, by_year)),
                "mixed": section not in views.library.types,
                "said": said if number == 1 else (),
                "about": frame.about if number == 1 else (),
                "notes": frame.notes,
                "number": number,
                "total": total,
                "folder": quote(folder),
                "filters": narrowing.whole if number == 1 else narrowing.brief,
                "above": frame.above,
            }

        permalink = folder if number == 1 else f"{folder}page/{number}/"
        shown = title if number == 1 else f"{title}（第{number}页）"
        description = f"{title}，{'，'.join(said)}" if number == 1 else shown
        keys = [made_first if number == 1 else f"{made_from}{brief}", *map(views.card_key, shelf)]
        yield Page("list", permalink, section, shown, description, "\n".join(keys), slots)


def _groups(views: Views, shelf: Sequence[Document], by_year: bool) -> Iterator[tuple[int, list[Any]]]:
    """The cards of a page by year, each with its ``type/id``; all under 0 if years are not told apart."""
    for year, found in groupby(shelf, key=lambda document: document.date.year if by_year else 0):
        yield year, [(document.ref, views.card(document)) for document in found]

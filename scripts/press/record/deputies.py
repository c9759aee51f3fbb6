"""What the record holds of each deputy: stories, suggestions, speeches, attendance."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from press.content_types.deputies import Deputy
from press.content_types.meetings import Attendance, Kind
from press.model.document import Document
from press.model.library import Library, newest_first
from press.model.values import heads, names, person
from press.record import each, once
from press.record.meetings import Sitting, sittings

PRESENT, ON_LEAVE, ABSENT = "出席", "请假", "缺席"


@dataclass
class Dossier:
    """A deputy and everything public that names them, newest first; ``attendance`` oldest first."""

    document: Document
    deputy: Deputy
    stories: tuple[Document, ...] = ()
    suggestions: tuple[Document, ...] = ()
    speeches: tuple[Document, ...] = ()
    news: tuple[Document, ...] = ()
    attendance: list[tuple[Sitting, str]] = field(default_factory=list)


def dossiers(library: Library) -> dict[str, Dossier]:
    """Return the dossier of every public deputy by id."""
    return once(library, _dossiers)


def deputy_named(library: Library, name: str) -> Document | None:
    """Return the public deputy of that name, if there is exactly one."""
    return once(library, _by_name).get(person(name))


def delegations(library: Library) -> dict[str, list[Dossier]]:
    """Return the deputies in office by delegation, the largest first, then by name; "" at the end."""
    groups: defaultdict[str, list[Dossier]] = defaultdict(list)
    for dossier in dossiers(library).values():
        if dossier.deputy.ended_on is None:
            groups[dossier.deputy.delegation or ""].append(dossier)
    ordered = sorted(groups, key=lambda name: (not name, -len(groups[name]), name))
    return {name: sorted(groups[name], key=lambda d: d.document.id) for name in ordered}


def _by_name(library: Library) -> dict[str, Document]:
    found = each(library, "deputies", Deputy, public=True)
    counts = Counter(person(document.title) for document, _ in found)
    by_name = ((person(document.title), document) for document, _ in found)
    return {name: document for name, document in by_name if counts[name] == 1}


def _dossiers(library: Library) -> dict[str, Dossier]:
    groups: defaultdict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in library.public:
        named = list(getattr(document.meta, "deputies", ()))
        speaker = getattr(document.meta, "speaker", None)
        if speaker and not named:
            found = deputy_named(library, speaker)
            named = [found.id] if found else []
        for name in dict.fromkeys(named):
            groups[name, document.type].append(document)
    dossiers = {}
    for document, deputy in each(library, "deputies", Deputy, public=True):

        def of(type_: str, who: str = document.id) -> tuple[Document, ...]:
            return newest_first(groups.get((who, type_), []))

        dossiers[document.id] = Dossier(
            document, deputy, of("stories"), of("suggestions"), of("speeches"), of("news")
        )
    for sitting in sittings(library, public=True):
        attendance = sitting.meeting.attendance
        if attendance is not None:
            for name, state in _states(attendance, sitting.meeting.kind, dossiers).items():
                found = deputy_named(library, name)
                if found is not None:
                    dossiers[found.id].attendance.append((sitting, state))
    return dossiers


def _states(attendance: Attendance, kind: Kind, dossiers: dict[str, Dossier]) -> dict[str, str]:
    """Say of everyone who was there and who was not, as far as names are given.

    At the congress every deputy is expected: where those who were missing are all named, the others
    were there.
    """
    states = {person(name): PRESENT for name in names(attendance.present)}
    missing = ((attendance.on_leave, ON_LEAVE), (attendance.absent, ABSENT))
    for value, state in missing:
        states |= {person(name): state for name in names(value)}
    told = all(heads(value) == len(names(value)) for value, _ in missing)
    if kind is Kind.CONGRESS and told and not names(attendance.present):
        everyone = {person(d.document.title) for d in dossiers.values() if d.deputy.ended_on is None}
        states = dict.fromkeys(everyone, PRESENT) | states
    return states

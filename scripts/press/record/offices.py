"""Who held which office from when to when: the roster, carried on by the appointments."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from press.content_types.appointments import Action, Appointment, Appointments
from press.diagnostics import KeyPath
from press.model.document import Document
from press.model.library import Library
from press.model.meta import Status
from press.model.roster import PATH, Roster, Tenure
from press.model.values import person
from press.record import once

Post = tuple[str, str]
"""(organ, office)."""

_LAST = 10**9
_SHARED = ("委员", "成员", "审判员", "检察员", "陪审员", "代表")


class Clash(NamedTuple):
    """What cannot be: ``kind`` is ``twice`` (an office given twice) or ``not held`` (then left)."""

    kind: str
    path: str
    at: KeyPath
    message: str
    hint: str


@dataclass
class Offices:
    """All tenures, by organ, office and day, and what cannot be about them."""

    tenures: list[Tenure] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)

    def on(self, day: datetime.date) -> list[Tenure]:
        """The tenures that last on ``day``."""
        return [tenure for tenure in self.tenures if tenure.holds(day)]


def seats(roster: Roster, post: Post) -> int | None:
    """How many may hold ``post`` at once; None when nothing is said and it is a shared one.

    副职 and posts such as 委员 or 审判员 are held by several; any other by one.
    """
    for office in roster.offices:
        if (office.organ, office.office) == post:
            return office.seats
    shared = "副" in post[1] or post[1].endswith(_SHARED)
    return None if shared else 1


def offices(library: Library) -> Offices:
    """Return the tenures of ``library``; only published lists count."""
    return once(library, _of_library)


def _of_library(library: Library) -> Offices:
    return work_out(library.roster, library.documents)


def public_offices(library: Library) -> Offices:
    """Return the tenures as the public may know them: from the roster and from public lists alone."""
    return once(library, _of_public)


def _of_public(library: Library) -> Offices:
    return work_out(library.roster, library.by_type.get("appointments", ()))


def rank(roster: Roster) -> Callable[[Post], tuple[int, Post]]:
    """Return a key that sorts posts as the roster lists them; those it does not list come after, by name."""
    places = {(office.organ, office.office): index for index, office in enumerate(roster.offices)}
    return lambda post: (places.get(post, len(places)), post)


def by_title(
    library: Library, people: Sequence[str], day: datetime.date
) -> list[tuple[str, tuple[str, ...]]]:
    """Group ``people`` by the office each holds on ``day``, as a list of attendance does.

    What counts is the organ that most of them belong to, and of several offices in it the first of
    the roster. Offices stand in the roster's order, people as they were given; "" gathers at the end
    who holds none.
    """
    held = once(library, _by_name)
    terms = {name: [t for t in held.get(person(name), ()) if t.holds(day)] for name in people}
    organs = Counter(organ for found in terms.values() for organ in {t.organ for t in found})
    key = rank(library.roster)
    most = max(organs, key=lambda organ: (organs[organ], organ), default="")
    groups: defaultdict[tuple[int, Post], list[str]] = defaultdict(list)
    for name in people:
        mine = (
            (*key((t.organ, t.office)), "代理" if t.acting else "") for t in terms[name] if t.organ == most
        )
        place, post, acting = min(mine, default=(_LAST, ("", ""), ""))
        groups[place, (post[0], acting + post[1])].append(name)
    return [(post[1], tuple(names)) for (_, post), names in sorted(groups.items())]


def _by_name(library: Library) -> dict[str, list[Tenure]]:
    groups: defaultdict[str, list[Tenure]] = defaultdict(list)
    for tenure in public_offices(library).tenures:
        groups[tenure.name].append(tenure)
    return groups


def work_out(roster: Roster, documents: Iterable[Document]) -> Offices:
    """Carry the roster on by the published lists among ``documents``, day by day."""
    found = _Count(roster)
    for document, index, line, day in _events(documents):
        at = ("value", "appointments", index, "name")
        if line.action.ends:
            found.leave(document, line, day, at)
        else:
            found.enter(document, line, day, at)
    tenures = sorted(
        (tenure for group in found.by_post.values() for tenure in group),
        key=lambda t: (t.organ, t.office, t.begins, t.name),
    )
    return Offices(tenures, found.clashes)


def _events(documents: Iterable[Document]) -> Iterator[tuple[Document, int, Appointment, datetime.date]]:
    """Every line of every list by day; within one day those who leave come before those who enter."""
    events = []
    for document in documents:
        meta = document.meta
        if isinstance(meta, Appointments) and meta.status is Status.PUBLISHED:
            day = meta.adopted_on or meta.date
            for index, line in enumerate(meta.appointments):
                events.append((day, not line.action.ends, document.path, index, document, line))
    events.sort(key=lambda event: event[:4])
    for day, _, _, index, document, line in events:
        yield document, index, line, day


class _Count:
    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.by_post: defaultdict[Post, list[Tenure]] = defaultdict(list)
        self.clashes: list[Clash] = []
        for index, entry in enumerate(roster.tenures):
            post = (entry.organ, entry.office)
            tenure = Tenure(person(entry.name), entry.person or "", *post, entry.from_, entry.to)
            held = [other for other in self.by_post[post] if _overlap(other, tenure)]
            at = ("value", "tenures", index, "name")
            self._refuse_twice(PATH, at, tenure, held)
            self.by_post[post].append(tenure)

    def leave(self, document: Document, line: Appointment, day: datetime.date, at: KeyPath) -> None:
        post, who = (line.organ or "", line.office), (person(line.name), line.person or "")
        group = self.by_post.get(post, [])
        held = [i for i, t in enumerate(group) if _same(t, *who) and t.begins <= day]
        for index in held:
            tenure = group[index]
            if tenure.ends is None or (tenure.ends == day and not tenure.ended_by):
                group[index] = tenure._replace(ends=day, ended_by=document.ref)
                return
        if not group:
            return  # nobody has ever been recorded in this office: nothing can be decided
        if any((group[i].ends or day) > day for i in held):
            message = f"{line.name}的{''.join(post)}职务，名册上另有离任日期"
            hint = f"请使 {PATH} 的 to 与本件的日期 {day} 一致，或删去 to"
        else:
            now = "、".join(f"{t.name}{f'（{t.person}）' if t.person else ''}" for t in group if t.holds(day))
            message = f"{line.name}没有担任{''.join(post)}，不能{line.action.value}"
            hint = f"名册上{day}担任这一职务的：{now or '无人在任'}；请核对姓名、person、职务和 {PATH}"
        self.clashes.append(Clash("not held", document.path, at, message, hint))

    def enter(self, document: Document, line: Appointment, day: datetime.date, at: KeyPath) -> None:
        post, who = (line.organ or "", line.office), (person(line.name), line.person or "")
        group = self.by_post[post]
        acting = line.action is Action.ACT
        for index, tenure in enumerate(group):
            if _same(tenure, *who) and tenure.begins == day and not tenure.begun_by:
                # The roster has it already: this is the document that says so.
                group[index] = tenure._replace(begun_by=document.ref, acting=acting)
                return
            if tenure.acting and tenure.holds(day) and not acting:
                # 代理 lasts until the office is filled.
                group[index] = tenure._replace(ends=day, ended_by=document.ref)
        tenure = Tenure(*who, *post, day, None, document.ref, "", acting)
        held = [other for other in group if _overlap(other, tenure)]
        self._refuse_twice(document.path, at, tenure, held)
        group.append(tenure)

    def _refuse_twice(self, path: str, at: KeyPath, tenure: Tenure, held: Sequence[Tenure]) -> None:
        post = (tenure.organ, tenure.office)
        name = "".join(post)
        if any(_same(other, tenure.name, tenure.person) for other in held):
            message = f"{tenure.name}已经担任{name}，又一次任职"
            hint = "同一职务没有先免去；若是同名的两个人，请各写一个 person（如代表编号）加以区分"
            self.clashes.append(Clash("twice", path, at, message, hint))
            return
        most = seats(self.roster, post)
        if most is not None and len(held) >= most:
            names = "、".join(other.name for other in held)
            message = f"{name}已由{names}担任，{tenure.name}不能同时任职"
            hint = f"请先免去前任；若这一职务可有几人，在 {PATH} 的 offices 里写 seats"
            self.clashes.append(Clash("twice", path, at, message, hint))


def _same(tenure: Tenure, name: str, who: str) -> bool:
    """Whether a tenure is that person's; a distinguishing word counts where both have one."""
    return tenure.name == name and (not who or not tenure.person or tenure.person == who)


def _overlap(one: Tenure, other: Tenure) -> bool:
    latest = max(one.begins, other.begins)
    return one.holds(latest) and other.holds(latest)

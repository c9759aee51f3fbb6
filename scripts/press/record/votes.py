"""Every vote of the record, with who was there and how many all members are."""

from collections.abc import Iterator
from typing import NamedTuple

from press.content_types.appointments import Appointments
from press.content_types.decisions import Decision
from press.content_types.meetings import Attendance, Evaluation
from press.diagnostics import KeyPath
from press.model.document import Document
from press.model.library import Library
from press.model.values import Tally, heads
from press.record import each
from press.record.meetings import Sitting, meeting_of, sittings


class Cast(NamedTuple):
    """One vote and where it stands: ``at`` is its key in ``document``.

    ``present`` and ``members`` are None where the meeting does not say.
    """

    document: Document
    at: KeyPath
    item: str
    tally: Tally
    present: int | None
    members: int | None


def ballots(library: Library) -> Iterator[Cast]:
    """Yield the votes of meetings, decisions and appointments, by path within each."""
    for sitting in sittings(library):
        roll = sitting.meeting.attendance
        for index, vote in enumerate(sitting.meeting.votes):
            cast = _cast(sitting.document, ("votes", index), vote.item, vote, roll)
            yield cast if vote.present is None else cast._replace(present=vote.present)
    for document, decision in each(library, "decisions", Decision):
        if decision.vote is not None:
            roll = _roll(library, document)
            yield _cast(document, ("vote",), document.title, decision.vote, roll)
    for document, listed in each(library, "appointments", Appointments):
        for index, line in enumerate(listed.appointments):
            if line.vote is not None:
                item = f"{line.action.value}{line.name}{line.organ or ''}{line.office}"
                at = ("appointments", index, "vote")
                yield _cast(document, at, item, line.vote, _roll(library, document))


def evaluations(library: Library) -> Iterator[tuple[Sitting, int, Evaluation]]:
    """Yield the evaluations of all meetings with their index."""
    for sitting in sittings(library):
        for index, evaluation in enumerate(sitting.meeting.evaluations):
            yield sitting, index, evaluation


def _roll(library: Library, document: Document) -> Attendance | None:
    sitting = meeting_of(library, document)
    return sitting.meeting.attendance if sitting else None


def _cast(document: Document, at: KeyPath, item: str, tally: Tally, roll: Attendance | None) -> Cast:
    present = heads(roll.present) if roll else None
    members = heads(roll.expected) if roll else None
    return Cast(document, at, item, tally, present, members)

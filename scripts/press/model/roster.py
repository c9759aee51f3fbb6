"""The dated roster of offices (``content/roster.yml``): who held which title from when to when."""

import datetime
from typing import Annotated, NamedTuple

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from press.model.meta import Date, Line, Strict
from press.model.values import Name, twice

PATH = "content/roster.yml"


class Office(Strict):
    """An office of an organ and how many may hold it at once; ``short`` are its usual short names."""

    organ: Line
    office: Line
    seats: Annotated[int, Field(ge=1, le=999)] = 1
    short: tuple[Line, ...] = ()


class Entry(Strict):
    """One tenure as it is written: ``to`` is the day it was left, absent while it lasts."""

    name: Name
    organ: Line
    office: Line
    from_: Date = Field(alias="from")
    to: Date | None = None
    person: Line | None = None

    @field_validator("to")
    @classmethod
    def _after(cls, to: datetime.date | None, info: ValidationInfo) -> datetime.date | None:
        begins = info.data.get("from_")
        if to is not None and begins is not None and to < begins:
            raise PydanticCustomError("said", "应不早于 from")
        return to


class Roster(Strict):
    """``content/roster.yml``."""

    offices: tuple[Office, ...] = ()
    tenures: tuple[Entry, ...] = ()

    @field_validator("offices")
    @classmethod
    def _each_once(cls, offices: tuple[Office, ...]) -> tuple[Office, ...]:
        again = twice(f"{office.organ}{office.office}" for office in offices)
        if again:
            raise PydanticCustomError("said", "应每个职务只写一次（{again} 写了两次）", {"again": again[0]})
        return offices


class Tenure(NamedTuple):
    """``name`` holds ``office`` of ``organ`` from ``begins`` until ``ends`` (the day it is over).

    ``begun_by`` and ``ended_by`` are the documents that say so, as ``type/id``, or "" when it is
    the roster itself; ``person`` tells apart people of one name, and ``acting`` is 代理.
    """

    name: str
    person: str
    organ: str
    office: str
    begins: datetime.date
    ends: datetime.date | None
    begun_by: str = ""
    ended_by: str = ""
    acting: bool = False

    def holds(self, day: datetime.date) -> bool:
        """Whether it is held on ``day``."""
        return self.begins <= day and (self.ends is None or day < self.ends)

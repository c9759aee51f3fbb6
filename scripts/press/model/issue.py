"""Periodicals and their issues: order and imprint, never prose."""

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from press.model.meta import Date, Line, Strict

PERIODICAL_WORDS = re.compile(
    "(?<![一二两三四五六七八九十几每各这那0-9])本(?:报(?![告表道送备名请警批到])|刊(?![物发登载]))"
    "|我刊(?!登)|刊号|期刊社|杂志社|报社记者|邮发代号|征订|零售价|(?:每期)?定价[：:]?[0-9]"
)
"""Words by which an internal publication would pass for a newspaper or magazine.

内部资料性出版物管理办法 (2015): no 本报, 本刊, 刊号, 期刊社, 杂志社; no price, no subscription.
"""


class Imprint(Strict):
    """The imprint 版权页. ``profile``: ``cn`` for a national serial number, ``permit`` for 准印证."""

    profile: Literal["none", "permit", "cn"] = "none"
    permit: Line | None = None
    cn: Line | None = None
    issn: Line | None = None
    editor: Line | None = None
    address: Line | None = None
    phone: Line | None = None
    printer: Line | None = None
    recipients: Line | None = None
    print_run: Line | None = None


class PeriodicalMeta(Strict):
    """``periodical.yml``."""

    title: Line
    kind: Literal["bulletin", "study", "book"]
    trim: Literal["A4", "A5"] = "A4"
    frequency: Line | None = None
    publisher: Line | None = None
    imprint: Imprint = Imprint()


class Section(Strict):
    """A section of an issue: its title and its documents as ``type/id``.

    A part of a meeting's own record is ``meetings/<id>#agenda``, ``#votes`` or ``#attendance``.
    """

    title: Line
    documents: tuple[Line, ...] = Field(min_length=1)


Number = Annotated[int, Field(ge=1, le=999)]


class IssueMeta(Strict):
    """``<year>-<nn>.yml``."""

    year: Annotated[int, Field(ge=1949, le=2999)]
    number: Number
    serial: Annotated[int, Field(ge=1, le=99999)]
    date: Date
    sections: tuple[Section, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Periodical:
    """A periodical; ``id`` is its folder below ``bulletins/``."""

    path: str
    id: str
    digest: str
    meta: PeriodicalMeta


@dataclass(frozen=True)
class Issue:
    """One issue of ``periodical``; ``name`` is its file's name, such as ``2026-01``."""

    path: str
    name: str
    digest: str
    periodical: Periodical
    meta: IssueMeta

    @property
    def ref(self) -> str:
        """``bulletins/<periodical>/<name>``."""
        return f"bulletins/{self.periodical.id}/{self.name}"

    @property
    def permalink(self) -> str:
        """Path below the site's root, with a slash at the end."""
        return f"{self.ref}/"

    @property
    def pdf(self) -> str:
        """Path of its archive PDF below the site's root."""
        return f"{self.permalink}{self.periodical.id}-{self.name}.pdf"

    def offprint(self, entry: str) -> str:
        """Path below the site's root of the PDF of an entry (``type/id``, ``meetings/<id>#<part>``) alone."""
        return f"{self.permalink}{entry.replace('/', '-').replace('#', '-')}.pdf"

    @property
    def cover(self) -> str:
        """Path of the picture of its printed cover below the site's root."""
        return f"{self.permalink}cover.webp"

    @property
    def label(self) -> str:
        """``2026年第1期``."""
        return f"{self.meta.year}年第{self.meta.number}期"

    @property
    def serial_label(self) -> str:
        """``总第97期``."""
        return f"总第{self.meta.serial}期"

    @property
    def date(self) -> datetime.date:
        """Its date of publication."""
        return self.meta.date

    @property
    def documents(self) -> tuple[str, ...]:
        """The ``type/id`` of every document, in order, each once."""
        entries = (entry for section in self.meta.sections for entry in section.documents)
        return tuple(dict.fromkeys(entry.partition("#")[0] for entry in entries))

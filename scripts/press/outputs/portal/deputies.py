"""The deputies: a directory by delegation, and what the record holds of each."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from press.content_types.deputies import Deputy
from press.markup.web import WebImage
from press.model.document import Document
from press.outputs import Context
from press.outputs import key as hashed
from press.outputs.portal import suggestions
from press.outputs.portal.articles import article
from press.outputs.portal.facts import Fact, Value
from press.outputs.portal.links import link
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views
from press.outputs.portal.words import day, days, term
from press.record.deputies import ABSENT, ON_LEAVE, PRESENT, Dossier, delegations, dossiers

_COMPOUND = (
    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟",
    "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离",
    "长孙", "宇文", "司徒", "鲜于", "司空", "令狐", "呼延",
)  # fmt: skip


class Face(NamedTuple):
    """A deputy in the directory. ``surname`` stands where there is no portrait."""

    name: str
    href: str
    surname: str
    office: str
    portrait: WebImage | None
    note: str


class Seat(NamedTuple):
    """One line of the table of attendance. ``href`` is relative to the site's root."""

    meeting: str
    href: str
    days: str
    state: str


def pages(context: Context, views: Views) -> Iterator[Page]:
    """Yield the directory and the page of every deputy."""
    yield _directory(views)
    for dossier in dossiers(views.library).values():
        slots = _dossier(views, dossier)
        more = (hashed(slots), slots.copy)
        page = article(context, views, dossier.document, kind="deputy", more=more)
        said = (page.title, dossier.deputy.delegation, dossier.deputy.office)
        yield page if page.description else page._replace(description="，".join(filter(None, said)))


def _directory(views: Views) -> Page:
    groups = [
        (f"d{number}", name or "未编入代表团", [_face(views, d.document, d.deputy) for d in found])
        for number, (name, found) in enumerate(delegations(views.library).items(), 1)
    ]
    former = [d for d in dossiers(views.library).values() if d.deputy.ended_on is not None]
    former.sort(key=lambda d: (d.deputy.ended_on, d.document.id), reverse=True)
    count = sum(len(faces) for _, _, faces in groups)
    slots = {
        "heading": "人大代表",
        "count": count,
        "groups": groups,
        "former": [_face(views, d.document, d.deputy) for d in former],
    }
    description = f"{count}位代表的名录，按代表团查看"
    return Page("deputies", "deputies/", "deputies", "人大代表", description, hashed(slots), slots.copy)


def _face(views: Views, document: Document, deputy: Deputy) -> Face:
    return Face(
        document.title,
        document.permalink,
        surname(document.title),
        deputy.office or "",
        views.image(document, deputy.portrait, "") if deputy.portrait else None,
        f"{day(deputy.ended_on)}离任" if deputy.ended_on else "",
    )


def surname(name: str) -> str:
    """The family name: one character, or two where they are known to be one name."""
    return name[:2] if name.startswith(_COMPOUND) and len(name) > 2 else name[:1]


def _dossier(views: Views, dossier: Dossier) -> dict[str, Any]:
    document, deputy = dossier.document, dossier.deputy
    counts = Counter(state for _, state in dossier.attendance)
    said = [f"{word} {counts[word]} 次" for word in (PRESENT, ON_LEAVE)]
    said += [f"{ABSENT} {counts[ABSENT]} 次"] if counts[ABSENT] else []
    return {
        "face": _face(views, document, deputy),
        "facts": _facts(deputy),
        "cases": [suggestions.row(views, found) for found in dossier.suggestions],
        "lists": [
            (label, [link(views, found) for found in documents])
            for label, documents in (
                ("履职故事", dossier.stories),
                ("发言", dossier.speeches),
                ("相关报道", dossier.news),
            )
            if documents
        ],
        "attendance": "、".join(said) if dossier.attendance else "",
        "seats": [
            Seat(
                sitting.document.title,
                sitting.document.permalink,
                days(sitting.meeting.first_day, sitting.meeting.last_day),
                state,
            )
            for sitting, state in reversed(dossier.attendance)
        ],
    }


def _facts(deputy: Deputy) -> list[Fact]:
    rows = (
        ("届次", term(deputy.term)),
        ("代表团", deputy.delegation),
        ("选区", deputy.constituency),
        ("单位和职务", deputy.office),
        ("当选日期", day(deputy.elected_on) if deputy.elected_on else ""),
        ("离任日期", day(deputy.ended_on) if deputy.ended_on else ""),
        ("联系渠道", deputy.contact),
    )
    return [Fact(label, (Value(value),)) for label, value in rows if value]

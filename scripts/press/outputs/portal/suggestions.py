"""The suggestions of deputies: how far they have come, and each of them from receipt to result."""

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import quote

from press.content_types.suggestions import Progress, Suggestion
from press.model.document import Document
from press.model.library import Library
from press.model.values import percent
from press.outputs import Context
from press.outputs import key as hashed
from press.outputs.portal import charts
from press.outputs.portal.articles import Slots, article
from press.outputs.portal.charts import Bar
from press.outputs.portal.facts import Fact, Value
from press.outputs.portal.lists import Choice, Filter
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views, tag_slug
from press.outputs.portal.words import day
from press.record import newest_day, once
from press.record.meetings import Sitting, meeting_of
from press.record.suggestions import Board, Case, board, years

Boards = dict[int, Board]

_STATES = tuple(Progress)
_NO_TOPIC = "未分类"
_LOOKS = {
    "满意": "for",
    "基本满意": "abstain",
    "不满意": "against",
    "已解决": "for",
    "列入计划": "abstain",
    "作出说明": "against",
}


class Row(NamedTuple):
    """A case in a list. ``look`` names the mark of its state; ``href`` is below the site's root."""

    number: str
    title: str
    href: str
    people: str
    units: str
    topic: str
    look: str
    state: str


class Share(NamedTuple):
    """A figure with its part of the whole and, perhaps, where the cases it counts are listed."""

    look: str
    label: str
    total: int
    share: str
    href: str = ""


class Topic(NamedTuple):
    """How far the cases of one topic have come."""

    label: str
    href: str
    total: int
    answered: int
    landed: int
    answered_share: str
    landed_share: str
    bar: Bar


class Late(NamedTuple):
    """A case whose reply came late, or has not come though it was due."""

    row: Row
    answered: str
    words: str


class Step(NamedTuple):
    """A state on the way of one case. ``reached`` says whether it has come so far."""

    look: str
    state: str
    reached: bool
    current: bool
    date: str
    words: str
    note: str
    late: bool


def pages(context: Context, views: Views) -> Iterator[Page]:
    """Yield the board of each year, the lists by state and by topic, and every case."""
    whole = board(views.library)
    boards = {year: board(views.library, year) for year in years(views.library)}
    filters = _filters(whole, boards)
    for year in boards:
        yield _board(views, boards, year, filters)
    for state, cases in whole.progress.items():
        if cases:
            yield _list(views, _state_href(state), f"{state.value}的代表建议", cases, filters)
    for topic, cases in whole.topics.items():
        yield _list(views, _topic_path(topic), f"{topic}方面的代表建议", cases, filters)
    for index, (document, case) in enumerate(whole.cases):
        older = whole.cases[index - 1][0] if index else None
        newer = whole.cases[index + 1][0] if index + 1 < len(whole.cases) else None
        yield article(context, views, document, older, newer, "suggestion", _case(views, document, case))


def row(views: Views, document: Document) -> Row:
    """Return a public case as lists show it."""
    return once(views.library, _rows)[document.ref]


def _rows(library: Library) -> dict[str, Row]:
    return {document.ref: _row(library, document, meta) for document, meta in board(library).cases}


def _row(library: Library, document: Document, meta: Suggestion) -> Row:
    people = [value.text for value in _people(library, meta)]
    return Row(
        meta.number or "",
        document.title,
        document.permalink,
        people[0] + ("等" if len(people) > 1 else "") if people else "",
        meta.units[0] if meta.units else "",
        meta.topic or "",
        meta.progress.name.lower(),
        meta.progress.value,
    )


def _board(views: Views, boards: Boards, year: int, filters: tuple[Filter, ...]) -> Page:
    found, permalink = boards[year], _year_href(boards, year)
    title = "代表建议" if year == max(boards) else f"{year}年代表建议"
    total = len(found.cases)
    states = {state: len(cases) for state, cases in found.progress.items()}
    said = "，".join(f"{state.value}{count}件" for state, count in states.items())
    words = f"{total}件代表建议中，{said}"
    satisfied = {word.value: count for word, count in found.satisfaction.items()}
    answers = {word.value: count for word, count in found.answers.items()}
    slots = {
        "heading": title,
        "year": year,
        "count": total,
        "words": words,
        "stairs": charts.bar(words, [(s.name.lower(), count) for s, count in states.items()], total),
        "states": [
            Share(s.name.lower(), s.value, n, _percent(n, total), _state_href(s)) for s, n in states.items()
        ],
        "rates": [
            ("答复率", f"{found.answered_share}%", f"已答复和已落地{len(found.answered)}件"),
            ("落地率", f"{found.landed_share}%", f"已落地{states[Progress.LANDED]}件"),
            ("满意率", f"{found.satisfied_share}%", f"{sum(satisfied.values())}件有代表评价"),
        ],
        "judged": _shares("代表对办理结果的评价", satisfied),
        "answers": _shares("答复的类别", answers),
        "topics": [_topic(topic, cases) for topic, cases in found.topics.items()],
        "late": _late(views, found),
        "rows": [row(views, case[0]) for case in found.cases],
        "filters": filters,
        "folder": permalink,
        "years": [(other, _year_href(boards, other)) for other in boards],
    }
    return Page("suggestions", permalink, "suggestions", title, words, hashed(slots), slots.copy)


def _shares(name: str, counts: dict[str, int]) -> dict[str, Any] | None:
    """A bar with its legend; None where there is nothing to count."""
    total = sum(counts.values())
    if not total:
        return None
    said = "，".join(f"{label}{count}件" for label, count in counts.items())
    pairs = [(_LOOKS[label], count) for label, count in counts.items()]
    bar = charts.bar(f"{name}：{said}", pairs, total)
    legend = [Share(_LOOKS[label], label, n, _percent(n, total)) for label, n in counts.items()]
    return {"name": name, "total": total, "bar": bar, "legend": legend}


def _topic(topic: str, cases: Sequence[Case]) -> Topic:
    part = Board(tuple(cases))
    states = [(state.name.lower(), len(found)) for state, found in part.progress.items()]
    words = "，".join(f"{state.value}{len(found)}件" for state, found in part.progress.items())
    return Topic(
        topic,
        quote(_topic_path(topic)),
        len(cases),
        len(part.answered),
        len(part.progress[Progress.LANDED]),
        f"{part.answered_share}%",
        f"{part.landed_share}%",
        charts.bar(words, states, len(cases)),
    )


def _late(views: Views, found: Board) -> list[Late]:
    """Name the replies that came late, and those that are owed."""
    now = newest_day(views.library)
    late = []
    for case in found.cases:
        note, is_late = _due(case[1], now)
        if is_late:
            answered = case[1].answer_day
            late.append(Late(row(views, case[0]), f"{day(answered)}答复" if answered else "", note))
    return late


def _due(meta: Suggestion, now: datetime.date) -> tuple[str, bool]:
    """Say by when a reply is owed, and whether it is late."""
    if meta.due_on is None:
        return "", False
    answered = meta.answer_day
    if answered is None:
        if meta.due_on < now:
            return f"期限为{day(meta.due_on)}，尚未答复", True
        return f"期限为{day(meta.due_on)}", False
    if answered > meta.due_on:
        return f"期限为{day(meta.due_on)}，逾期{(answered - meta.due_on).days}天", True
    return f"期限为{day(meta.due_on)}，按期答复", False


def _list(
    views: Views, permalink: str, title: str, cases: Sequence[Case], filters: tuple[Filter, ...]
) -> Page:
    def received(case: Case) -> int:
        return (case[1].received_on or case[0].date).year

    groups = [(year, [row(views, case[0]) for case in group]) for year, group in groupby(cases, key=received)]
    slots = {
        "heading": title,
        "count": len(cases),
        "groups": groups,
        "filters": filters,
        "folder": quote(permalink),
    }
    description = f"{title}，共{len(cases)}件"
    return Page("cases", permalink, "suggestions", title, description, hashed(slots), slots.copy)


def _filters(whole: Board, boards: Boards) -> tuple[Filter, ...]:
    by_year = [
        Choice(f"{year}年" if len(boards) > 1 else "全部", _year_href(boards, year), len(found.cases))
        for year, found in boards.items()
    ]
    states = [Choice(s.value, _state_href(s), len(cases)) for s, cases in whole.progress.items() if cases]
    topics = [Choice(t, quote(_topic_path(t)), len(cases)) for t, cases in whole.topics.items()]
    return (
        Filter("按年份", tuple(by_year)),
        Filter("按进度", tuple(states)),
        Filter("按类别", tuple(topics)),
    )


def _case(views: Views, document: Document, meta: Suggestion) -> tuple[str, Slots]:
    """What the page of a case shows beside its own keys, and how it is shown."""
    people = _people(views.library, meta)
    sitting = meeting_of(views.library, document)
    if sitting is not None and not sitting.document.public:
        sitting = None
    due = _due(meta, newest_day(views.library))
    place = (sitting.document.title, sitting.document.permalink) if sitting else ()

    def slots() -> dict[str, Any]:
        reply = meta.reply
        return {
            "facts": list(_facts(meta, people, sitting)),
            "steps": _steps(document, meta, due),
            "reply": reply,
            "answer": reply.answer.value if reply and reply.answer else "",
            "paragraphs": [line.strip() for line in reply.text.split("\n") if line.strip()] if reply else [],
            "satisfaction": meta.satisfaction.value if meta.satisfaction else "",
        }

    return repr((people, place, due)), slots


def _facts(meta: Suggestion, people: list[Value], sitting: Sitting | None) -> Iterator[Fact]:
    if people:
        yield Fact("提出代表", tuple(people))
    if meta.meeting is None:
        yield Fact("提出时间", (Value("闭会期间"),))
    elif sitting is not None:
        yield Fact("提出时间", (Value(sitting.document.title, sitting.document.permalink),))
    topic = meta.topic or _NO_TOPIC
    yield Fact("类别", (Value(topic, quote(_topic_path(topic))),))
    if meta.units:
        notes = ["主办" if len(meta.units) > 1 else "", *["会办"] * (len(meta.units) - 1)]
        units = [Value(u, "", f"（{n}）" if n else "") for u, n in zip(meta.units, notes, strict=True)]
        yield Fact("承办单位", tuple(units))


def _people(library: Library, meta: Suggestion) -> list[Value]:
    """The deputies who signed, the leading one first; those whose pages are not public are left out."""
    found = (library.by_ref.get(f"deputies/{name}") for name in meta.deputies)
    people = [Value(d.title, d.permalink) for d in found if d is not None and d.public]
    people += [Value(name) for name in meta.names]
    if len(people) > 1:
        people[0] = people[0]._replace(note="（领衔）")
    return people


def _steps(document: Document, meta: Suggestion, due: tuple[str, bool]) -> list[Step]:
    days = (meta.received_on or document.date, meta.assigned_on, meta.answer_day, meta.landed_on)
    come = _STATES.index(meta.progress)
    steps = []
    for index, (state, date) in enumerate(zip(_STATES, days, strict=True)):
        note, late = due if state is Progress.ANSWERED else ("", False)
        reached = index <= come
        shown = date if reached else None
        steps.append(
            Step(
                state.name.lower(),
                state.value if reached else state.value.replace("已", "待"),
                reached,
                index == come,
                shown.isoformat() if shown else "",
                day(shown) if shown else "",
                note,
                late,
            )
        )
    return steps


def _percent(part: int, whole: int) -> str:
    return f"{percent(part, whole)}%"


def _state_href(state: Progress) -> str:
    return f"suggestions/by/progress/{state.name.lower()}/"


def _year_href(boards: Boards, year: int) -> str:
    """The board of a year; the newest one is the first page."""
    return "suggestions/" if year == max(boards) else f"suggestions/by/year/{year}/"


def _topic_path(topic: str) -> str:
    """The folder of a topic's page; ``quote`` it for a link."""
    return f"suggestions/by/topic/{tag_slug(topic)}/"

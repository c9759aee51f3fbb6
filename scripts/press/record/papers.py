"""Official forms 公文形式 made from keys: agenda, votes, attendance, appointments, budget tables.

They are blocks of the typed tree, so every channel that sets a body can set them.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from press.content_types.appointments import Action, Appointment, Appointments
from press.content_types.meetings import Meeting
from press.content_types.reports import Report, Table
from press.markup.nodes import Block, Heading, Inline, Paragraph, Text
from press.markup.nodes import Table as Grid
from press.model.document import Document
from press.model.library import Library, beside
from press.model.values import Tally, heads, names, ordinal, person
from press.record import tables
from press.record.meetings import Sitting, documents_of
from press.record.offices import offices

_TITLES = {"agenda": "议程", "votes": "表决结果", "attendance": "出席、请假和列席人员名单"}
_RANKS = ("主任", "副主任", "秘书长", "委员")
_SAID = {
    Action.APPOINT: "{name}为{post}",
    Action.REMOVE: "免去{name}的{post}职务",
    Action.RESIGN: "接受{name}辞去{post}职务",
    Action.ACT: "{name}代理{post}",
    Action.ELECT: "{name}为{post}",
    Action.DISMISS: "撤销{name}的{post}职务",
}
_COUNTED = ("赞成", "反对", "弃权", "未按表决器")


def form(library: Library, entry: str) -> Iterator[Block]:
    """What an issue prints of an entry beside its body: a part of a meeting's record, or its keys.

    ``entry`` is ``type/id`` or ``meetings/<id>#<part>``.
    """
    ref, _, name = entry.partition("#")
    document = library.by_ref[ref]
    meta = document.meta
    if name and isinstance(meta, Meeting):
        yield from part(library, Sitting(document, meta), name)
    elif isinstance(meta, Appointments):
        yield from appointments(meta)
    elif isinstance(meta, Report):
        yield from sheets(library, document, meta)


def part_title(document: Document, part: str) -> str:
    """The title of a printed part of a meeting's record: 第三十四次会议议程."""
    return f"{document.title}{_TITLES[part]}"


def part(library: Library, sitting: Sitting, name: str) -> list[Block]:
    """Return ``agenda``, ``votes`` or ``attendance`` of a meeting's record."""
    if name == "agenda":
        return agenda(sitting.meeting)
    return votes(library, sitting) if name == "votes" else attendance(library, sitting)


def agenda(meeting: Meeting) -> list[Block]:
    """一、……；二、……。"""
    last = len(meeting.agenda)
    return [
        _paragraph(f"{ordinal(index)}、{item.item.rstrip('；。;. ')}{'。' if index == last else '；'}")
        for index, item in enumerate(meeting.agenda, 1)
    ]


def votes(library: Library, sitting: Sitting) -> list[Block]:
    """Who was there, every vote of the meeting, those on appointments, and the evaluations."""
    meeting = sitting.meeting
    found: list[Block] = []
    roll = meeting.attendance
    if roll is not None:
        found.append(
            _paragraph(
                f"本次会议应到{heads(roll.expected)}人，实到{heads(roll.present)}人，"
                f"请假{heads(roll.on_leave)}人，缺席{heads(roll.absent)}人。"
                f"赞成票超过全体的半数（{heads(roll.expected) // 2 + 1}票以上）为通过。"
            )
        )
    counted: list[tuple[str, Tally]] = [(vote.item, vote) for vote in meeting.votes]
    told = {vote.document for vote in meeting.votes}
    people: list[tuple[str, Tally]] = [
        (said(line), line.vote)
        for document in documents_of(library, sitting)
        if isinstance(document.meta, Appointments) and document.public and document.ref not in told
        for line in document.meta.appointments
        if line.vote is not None
    ]
    parts = [("决议、决定和其他事项", counted), ("人事任免事项", people)]
    evaluated = [
        [e.item, *map(str, map(heads, (e.satisfied, e.mostly_satisfied, e.dissatisfied, e.not_voted)))]
        for e in meeting.evaluations
    ]
    several = sum(map(bool, (counted, people, evaluated))) > 1
    number = 0
    for title, rows in parts:
        if rows:
            number += 1
            found += [_heading(number, title)] * several
            found.append(_vote_table(meeting, rows))
    if evaluated:
        found += [_heading(number + 1, "满意度测评")] * several
        found.append(_grid(("测评事项", "满意", "基本满意", "不满意", "未投票"), evaluated, 1))
    return found


def _vote_table(meeting: Meeting, rows: Sequence[tuple[str, Tally]]) -> Grid:
    cells = []
    for index, (item, tally) in enumerate(rows, 1):
        parts = (tally.for_, tally.against, tally.abstain, tally.not_voted)
        outcome = meeting.outcome(tally)
        result = outcome.value if outcome else ""
        cells.append([str(index), item, *(str(heads(part)) for part in parts), result])
    return _grid(("序号", "表决事项", *_COUNTED, "结果"), cells, 2)


def attendance(library: Library, sitting: Sitting) -> list[Block]:
    """Those present by title, those on leave and absent, and the non-voting by office."""
    roll = sitting.meeting.attendance
    if roll is None:
        return []
    found: list[Block] = []
    groups = (("出席人员", roll.present), ("请假人员", roll.on_leave), ("缺席人员", roll.absent))
    number = 0
    for title, value in groups:
        if not heads(value):
            continue
        number += 1
        found.append(_heading(number, f"{title}（{heads(value)}人）"))
        for rank, people in by_rank(library, sitting, names(value)):
            found.append(_paragraph(f"{rank}：{'、'.join(people)}" if rank else "、".join(people)))
    if roll.non_voting:
        found.append(_heading(number + 1, "列席人员"))
        found += [
            _paragraph(f"{group.office}：{'、'.join(group.people)}" if group.people else group.office)
            for group in roll.non_voting
        ]
    return found


def by_rank(library: Library, sitting: Sitting, people: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Group names by their title in the standing committee on the meeting's last day, as given."""
    day = sitting.meeting.last_day
    titles = {
        tenure.name: tenure.office
        for tenure in offices(library).tenures
        if tenure.organ.endswith("人大常委会") and tenure.office in _RANKS
        if tenure.begins <= day and (tenure.ends is None or day <= tenure.ends)
    }
    groups: dict[str, list[str]] = {rank: [] for rank in (*_RANKS, "")}
    for name in people:
        groups[titles.get(person(name), "")].append(name)
    return [(rank, found) for rank, found in groups.items() if found]


def appointments(listed: Appointments) -> list[Block]:
    """The list in its usual words, by action in the order of their first lines."""
    by_action: dict[Action, list[Appointment]] = {}
    for line in listed.appointments:
        by_action.setdefault(line.action, []).append(line)
    found: list[Block] = []
    for index, (action, lines) in enumerate(by_action.items(), 1):
        found += [_heading(index, action.value)] * (len(by_action) > 1)
        last = len(lines) - 1
        for number, line in enumerate(lines):
            found.append(_paragraph(f"{_words(line)}{'。' if number == last else '；'}"))
    return found


def said(line: Appointment) -> str:
    """One line in words: 任命尚云麓为县人大常委会社会建设工作委员会副主任."""
    whole = _SAID[line.action].format(name=line.name, post=f"{line.organ or ''}{line.office}")
    return f"{line.action.value}{whole}" if line.action in (Action.APPOINT, Action.ELECT) else whole


def _words(line: Appointment) -> str:
    return _SAID[line.action].format(name=line.name, post=f"{line.organ or ''}{line.office}")


def sheets(library: Library, document: Document, report: Report) -> Iterator[Block]:
    """The budget tables of a report, each under its title."""
    for table in report.tables:
        path = beside(document.path, table.file)
        attachment = library.attachments.get(path) if path else None
        sheet, _ = tables.read(attachment.rows) if attachment else (None, [])
        if attachment is not None and sheet is not None:
            yield Heading(2, (Text(f"{table.title}（单位：{table.unit}）"),))
            yield _sheet(attachment.rows, sheet, table)


def _sheet(rows: tables.Rows, sheet: tables.Sheet, table: Table) -> Grid:
    head = rows[0][1:]
    cells = []
    for line in sheet.lines:
        row = rows[line.row - 1]
        name = "\u3000" * line.depth + line.name
        cells.append([name, *(_amount(text) for text in row[2:])])
    return _grid(head, cells, 1)


def _amount(text: str) -> str:
    value = tables.number(text)
    return text if value is None or value != value.to_integral() or "." in text else f"{Decimal(value):,}"


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def _heading(number: int, title: str) -> Heading:
    return Heading(2, (Text(f"{ordinal(number)}、{title}"),))


def _grid(head: Sequence[str], rows: Sequence[Sequence[str]], words: int) -> Grid:
    """A table whose first ``words`` columns are text and whose others are figures."""

    def cells(row: Sequence[str]) -> tuple[tuple[Inline, ...], ...]:
        return tuple((Text(cell),) if cell else () for cell in row)

    align = tuple("left" if index < words else "right" for index in range(len(head)))
    return Grid(align, cells(head), tuple(cells(row) for row in rows))

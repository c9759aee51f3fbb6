"""同一次会议写了两个人数。

Documents that belong to one meeting, in an issue or not, say the same of it: 应到 as its record has it, or
without a record as the first of them; 实到 too, save at a congress, whose plenary sittings are counted one
by one. A text that gives two numbers itself is passed over.

Source: 会议记录的出席人数；公报各篇应当一致
Bad: 会议记录写应到29人、实到27人，同一期的消息写“应到29人，实到28人”
Good: 代表大会各次全体会议的实到人数不同 · 消息里另写了主任会议的人数
"""

from collections.abc import Iterator

from press.content_types.meetings import Kind, Meeting
from press.diagnostics import Finding, Severity
from press.model.document import Document
from press.model.library import Library
from press.model.values import heads
from press.record.meetings import meeting_named
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each number that differs."""
    known: dict[str, tuple[int, int, Document]] = {}
    for document in sorted(library.documents, key=lambda document: (document.date, document.path)):
        said = document.heads
        meeting = document.id if document.type == "meetings" else getattr(document.meta, "meeting", None)
        if said is None or meeting is None:
            continue
        sitting = meeting_named(library, meeting)
        record = sitting.meeting.attendance if sitting else None
        if sitting and record:
            expected, present, where = heads(record.expected), heads(record.present), sitting.document
        else:
            expected, present, where = known.setdefault(meeting, (said.expected, said.present, document))
        kind = document.meta.kind if isinstance(document.meta, Meeting) else None
        kind = sitting.meeting.kind if sitting else kind
        pairs = [("应到", said.expected, expected), ("实到", said.present, present)]
        for name, number, due in pairs[:1] if kind in (None, Kind.CONGRESS) else pairs:
            if number != due:
                message = f"{name}{number}人，而{where.title}（{where.path}）是{due}人"
                hint = "请核对是哪一处写错；若说的是另一次会议，请核对 meeting"
                yield Finding(document.path, (said.line, said.column), message, hint)


RULE = Rule("I005", "同一次会议写了两个人数", library=check, severity=Severity.WARNING)

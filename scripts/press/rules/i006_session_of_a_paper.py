"""稿件写的届次与所属的会议不符。

A paper that belongs to a meeting (``meeting``) names the same session in its subtitle (在…会议上), at the
head of its title (…会议关于…) and in the line that tells of its adoption (…会议通过）). Where several
sessions of one body are named there, because a regulation was amended, one of them is that meeting's.

Source: 会议记录的 term 和 session；公报各篇应当一致
Bad: meeting 是常委会第三十四次会议，副标题写“在县第十七届人大常委会第三十五次会议上”
Good: 常委会会议上关于“县第十七届人民代表大会第六次会议以来代表建议办理情况”的报告
"""

from collections.abc import Iterator

from press.content_types.meetings import Kind
from press.diagnostics import Finding, KeyPath, Severity
from press.markup.figures import Session, sessions
from press.model.document import Document
from press.model.library import Library
from press.model.values import ordinal
from press.record.meetings import meeting_of
from press.rules import Rule
from press.rules._lazy import lazy

_AT = lazy(r"上[）)]?\s*\Z")
_HEAD = 16


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each paper that names another session."""
    for document in library.documents:
        sitting = meeting_of(library, document) if getattr(document.meta, "meeting", None) else None
        if sitting is None or sitting.meeting.kind is Kind.CHAIRPERSONS:
            continue
        term, number = sitting.meeting.term, sitting.meeting.session
        if term is None or number is None:
            continue
        due = Session(term, number, sitting.meeting.kind is Kind.STANDING_COMMITTEE)
        for places in (_subtitle(document), _title(document), _adopted(document)):
            alike = [(session, at) for session, at in places if session.committee == due.committee]
            if alike and due not in (session for session, _ in alike):
                session, at = alike[-1]
                message = f"写的是{_said(session)}，而 meeting 是{_said(due)}"
                hint = f"请核对届次，或改 meeting（现在是 {sitting.document.path}）"
                yield Finding(document.path, at, message, hint)


Places = list[tuple[Session, "tuple[int, int] | KeyPath"]]


def _subtitle(document: Document) -> Places:
    subtitle = document.meta.subtitle or ""
    return [
        (session, ("value", "subtitle")) for session, _, end in sessions(subtitle) if _AT.match(subtitle, end)
    ]


def _title(document: Document) -> Places:
    return [
        (session, ("value", "title"))
        for session, start, end in sessions(document.title)
        if start <= _HEAD and "关于" not in document.title[:start] and document.title[end:].startswith("关于")
    ]


def _adopted(document: Document) -> Places:
    return [
        (Session(term, number, committee), (line, column))
        for term, number, committee, line, column in document.adopted
    ]


def _said(session: Session) -> str:
    body = "人大常委会" if session.committee else "人民代表大会"
    return f"第{ordinal(session.term)}届{body}第{ordinal(session.number)}次会议"


RULE = Rule("I006", "稿件写的届次与所属的会议不符", library=check, severity=Severity.WARNING)

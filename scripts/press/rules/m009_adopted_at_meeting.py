"""通过日期不在会议期间。

What a meeting adopts it adopts while it sits: ``adopted_on`` falls within the days of ``meeting``.

Source: 《地方各级人民代表大会和地方各级人民政府组织法》（决议、决定在会议上通过）
Bad: 会议在2月26日至27日，写 ``adopted_on: 2026-03-02``
Good: 同一次会议，写 ``adopted_on: 2026-02-27``
"""

from collections.abc import Iterator

from press.content_types.regulations import Regulation
from press.diagnostics import Finding
from press.model.library import Library
from press.record.meetings import Sitting, meeting_named, meeting_of
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each adoption outside its meeting's days."""
    for document in library.documents:
        day = getattr(document.meta, "adopted_on", None)
        sitting = meeting_of(library, document) if day else None
        if day and sitting and not sitting.meeting.first_day <= day <= sitting.meeting.last_day:
            yield Finding(document.path, ("value", "adopted_on"), *_words(sitting, str(day)))
        if isinstance(document.meta, Regulation):
            for index, version in enumerate(document.meta.versions):
                held = meeting_named(library, version.meeting)
                if held and not held.meeting.first_day <= version.date <= held.meeting.last_day:
                    at = ("value", "versions", index, "date")
                    yield Finding(document.path, at, *_words(held, str(version.date)))


def _words(sitting: Sitting, day: str) -> tuple[str, str]:
    first, last = sitting.meeting.first_day, sitting.meeting.last_day
    days = str(first) if first == last else f"{first} 至 {last}"
    return (
        f"通过日期 {day} 不在会议期间",
        f"{sitting.document.title}（{sitting.document.path}）的会期是 {days}；请核对日期或会议",
    )


RULE = Rule("M009", "通过日期不在会议期间", library=check)

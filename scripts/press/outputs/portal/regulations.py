"""Regulations through time: what holds, what held when, and what changed from text to text."""

import datetime
import re
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from press.content_types.regulations import Regulation, Version
from press.markup.tree import plain, tree
from press.model.document import Document
from press.outputs import Context
from press.outputs import key as hashed
from press.outputs.portal.articles import article
from press.outputs.portal.facts import Fact, Value
from press.outputs.portal.links import Link, link
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views
from press.outputs.portal.words import day
from press.record import newest_day
from press.record.regulations import History, Row, Text, compare, histories, history_of

_HEAD = re.compile(r"第[一二三四五六七八九十百零]+[条章]\s*")
_KINDS = {"changed": "修改", "removed": "删去", "added": "新增"}


class State(NamedTuple):
    """Whether a text holds; ``look`` names its mark."""

    look: str
    word: str


HOLDS = State("holds", "现行有效")
AHEAD = State("ahead", "尚未施行")
REPEALED = State("repealed", "已废止")
PAST = State("past", "历史文本")


class Entry(NamedTuple):
    """A text in the list. ``href`` is relative to the site's root."""

    title: str
    href: str
    organ: str
    number: str
    words: str
    state: State


class Change(NamedTuple):
    """One step of a regulation's history, with the text it led to and what that changed."""

    day: str
    iso: str
    action: str
    holds: str
    meeting: Link | None
    number: str
    note: str
    text: str
    here: bool
    changes: str


class Span(NamedTuple):
    """From when until when a text holds, and where it can be read."""

    words: str
    state: State
    href: str
    here: bool


class Banner(NamedTuple):
    """What must be said before anyone reads the text, and the text to be read instead."""

    state: State
    words: str
    lead: str = ""
    href: str = ""
    title: str = ""


class Block(NamedTuple):
    """Rows of a comparison: one that differs, or all that lie between two such."""

    kind: str
    label: str
    rows: tuple[Row, ...]


def pages(context: Context, views: Views) -> Iterator[Page]:
    """Yield the list, every text, and the comparisons of texts."""
    yield _list(views)
    for document in views.library.by_type["regulations"]:
        history = history_of(views.library, document)
        assert history is not None
        slots = _regulation(views, history, document)
        yield article(context, views, document, kind="regulation", more=(hashed(slots), slots.copy))
    for history in histories(views.library).values():
        for old, new in _pairs(history):
            yield _comparison(context, views, old, new)


def _pairs(history: History) -> list[tuple[Text, Text]]:
    """The texts to be set beside each other: each with the one before it, the first with the last."""
    kept = [text for text in history.texts if text.document is not None]
    found = list(pairwise(kept))
    return [*found, (kept[0], kept[-1])] if len(kept) > 2 else found


def _list(views: Views) -> Page:
    now = newest_day(views.library)
    entries = [
        _entry(document, history, now)
        for document in views.library.by_type["regulations"]
        if (history := history_of(views.library, document)) is not None
    ]
    groups = [
        (state, found)
        for state in (HOLDS, AHEAD, REPEALED, PAST)
        if (found := [entry for entry in entries if entry.state == state])
    ]
    slots = {"heading": "规范性文件", "count": len(entries), "now": day(now), "groups": groups}
    description = "、".join(f"{state.word}{len(found)}件" for state, found in groups)
    return Page(
        "regulations", "regulations/", "regulations", "规范性文件", description, hashed(slots), slots.copy
    )


def _entry(document: Document, history: History, now: datetime.date) -> Entry:
    meta = document.meta
    assert isinstance(meta, Regulation)
    text = _text(history, document)
    return Entry(
        document.title,
        document.permalink,
        meta.organ or "",
        meta.number or text.version.number or "",
        _period(text),
        _state(history, text, now),
    )


def _text(history: History, document: Document) -> Text:
    """The newest text that ``document`` keeps."""
    return next(text for text in reversed(history.texts) if text.document is document)


def _state(history: History, text: Text, now: datetime.date) -> State:
    if text.begins > now:
        return AHEAD
    if text.ends is None or text.ends > now:
        return HOLDS
    return REPEALED if history.repealed and text is history.texts[-1] else PAST


def _period(text: Text) -> str:
    if text.ends is None:
        return f"{day(text.begins)}起施行"
    return f"{day(text.begins)}起施行，至{day(text.ends - datetime.timedelta(days=1))}"


def _regulation(views: Views, history: History, document: Document) -> dict[str, Any]:
    now = newest_day(views.library)
    text = _text(history, document)
    changes = {new.version: (old, new) for old, new in pairwise(t for t in history.texts if t.document)}
    texts = {found.version: found for found in history.texts}
    first_to_last = _pairs(history)[-1] if len(_pairs(history)) > 1 else None
    return {
        "banner": _banner(history, text, now),
        "facts": [Fact("制定机关", (Value(history.regulation.organ),))] if history.regulation.organ else [],
        "versions": [
            _change(views, version, texts.get(version), document, changes.get(version))
            for version in history.regulation.history
        ],
        "spans": [
            Span(
                _period(found),
                _state(history, found, now),
                found.document.permalink if found.document else "",
                found.document is document,
            )
            for found in reversed(history.texts)
        ],
        "whole": _compare_href(*first_to_last) if first_to_last else "",
    }


def _banner(history: History, text: Text, now: datetime.date) -> Banner:
    state = _state(history, text, now)
    holds = history.on(now)
    if state is HOLDS:
        words = f"自{day(text.begins)}起施行"
        if text.ends is None:
            return Banner(state, words)
        if text is history.texts[-1]:
            return Banner(state, f"{words}，将自{day(text.ends)}起废止")
        words += f"，将自{day(text.ends)}起由新的文本代替"
        return Banner(state, words, *_instead("新的文本：", history.document))
    if state is AHEAD:
        words = f"将自{day(text.begins)}起施行"
        return Banner(state, words, *_instead("现行文本：", holds.document if holds else None))
    assert text.ends is not None
    if state is REPEALED:
        note = history.repealed.note if history.repealed else None
        return Banner(state, f"自{day(text.ends)}起废止，不再施行" + (f"（{note}）" if note else ""))
    words = f"{day(text.begins)}至{day(text.ends - datetime.timedelta(days=1))}施行，现在不再适用"
    if history.repealed and holds is None:
        return Banner(state, words, *_instead("已废止的最后文本：", history.document))
    return Banner(state, words, *_instead("现行文本：", holds.document if holds else history.document))


def _instead(lead: str, document: Document | None) -> tuple[str, str, str]:
    return (lead, document.permalink, document.title) if document else ("", "", "")


def _change(
    views: Views, version: Version, text: Text | None, shown: Document, pair: tuple[Text, Text] | None
) -> Change:
    meeting = views.library.by_ref.get(f"meetings/{version.meeting}") if version.meeting else None
    kept = text.document if text else None
    return Change(
        day(version.date),
        version.date.isoformat(),
        version.action.value,
        f"自{day(version.holds_from)}起{'施行' if text else '废止'}",
        link(views, meeting) if meeting is not None and meeting.public else None,
        version.number or "",
        version.note or "",
        kept.permalink if kept else "",
        kept is shown,
        _compare_href(*pair) if pair else "",
    )


def _compare_href(old: Text, new: Text) -> str:
    assert old.document is not None
    assert new.document is not None
    return f"{new.document.permalink}compare/{old.document.id}/"


def _comparison(context: Context, views: Views, old: Text, new: Text) -> Page:
    before, after = old.document, new.document
    assert before is not None
    assert after is not None

    def slots() -> dict[str, Any]:
        rows = compare(_plain(context.body, before), _plain(context.body, after))
        blocks = _blocks(rows)
        counts = [(word, sum(block.kind == kind for block in blocks)) for kind, word in _KINDS.items()]
        return {
            "old": link(views, before),
            "new": link(views, after),
            "old_words": _period(old),
            "new_words": _period(new),
            "old_label": f"{old.version.date.year}年{old.version.action.value}",
            "new_label": f"{new.version.date.year}年{new.version.action.value}",
            "said": "，".join(f"{word} {count} 处" for word, count in counts if count) or "文字没有改动",
            "same": sum(len(block.rows) for block in blocks if block.kind == "same"),
            "blocks": blocks,
        }

    made_from = (link(views, before), link(views, after), before.digest, after.digest, _spans(old, new))
    title = f"《{after.title}》前后文本对照"
    return Page(
        "comparison",
        _compare_href(old, new),
        "regulations",
        title,
        f"{title}：{_period(old)}的文本与{_period(new)}的文本",
        hashed(*made_from),
        slots,
    )


def _spans(*texts: Text) -> str:
    return repr([(text.version, text.begins, text.ends) for text in texts])


def _plain(body: Callable[[Document], str], document: Document) -> str:
    """The words of a text as paragraphs: what editors have noted in comments is not among them."""
    return plain(tree(body(document))).replace("\n", "\n\n")


def _blocks(rows: list[Row]) -> list[Block]:
    homes = _homes(rows)
    touched = {home for row, home in zip(rows, homes, strict=True) if not _kept(row)}
    blocks: list[Block] = []
    for kept, group in groupby(zip(rows, homes, strict=True), key=lambda pair: _kept(pair[0])):
        found = list(group)
        if kept:
            same = tuple(row for row, _ in found)
            blocks.append(Block("same", _unchanged(same, [home for _, home in found], touched), same))
        else:
            blocks += [Block(row.kind, f"{home}　{_KINDS[row.kind]}", (row,)) for row, home in found]
    return blocks


def _homes(rows: list[Row]) -> list[str]:
    """The article each row belongs to: a paragraph without a number, to the one before it."""
    homes: list[str] = []
    home = "开头"
    for row in rows:
        head = _head(row)
        if row.kind == "removed":
            # Its number is that of the older text.
            homes.append(f"原{head}" if head else homes[-1] if homes else home)
        else:
            home = head or home
            homes.append(home)
    return homes


def _kept(row: Row) -> bool:
    """Whether a row says the same in both texts; another number before it changes nothing."""
    sides = ["".join(piece.text for piece in side) for side in (row.old, row.new)]
    old, new = (_HEAD.sub("", side) for side in sides)
    return row.kind == "same" or (row.kind == "changed" and old == new)


def _head(row: Row) -> str:
    """The number of the article or chapter a row begins with: the newer one where there are two."""
    match = _HEAD.match("".join(piece.text for piece in row.new or row.old))
    return match[0].strip() if match else ""


def _unchanged(rows: tuple[Row, ...], homes: list[str], touched: set[str]) -> str:
    """Name what did not change, by the numbers of the newer text; ``touched`` changed elsewhere."""
    moved = "，只有序号变动" if any(row.kind == "changed" for row in rows) else ""
    named = list(dict.fromkeys(homes))
    articles = [home for home in named if home.endswith("条")] or named
    span = articles[0] if len(articles) == 1 else f"{articles[0]}至{articles[-1]}"
    if touched.intersection(articles):
        return f"{span}中有 {len(rows)} 段未改动{moved}"
    return f"{span}{'章名' if span.endswith('章') else ''}未改动{moved}"

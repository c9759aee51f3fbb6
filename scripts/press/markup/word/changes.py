"""What must be settled in Word before a text is taken over: tracked changes, comments, hidden text.

A change that is silently accepted, refused or, worse, merged prints a wrong number: 315 replaced by
351 has come out as 315351 elsewhere. So each is shown with its words, and a person decides.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from press.markup.word.parts import on, text_of, value, w
from press.source.archive import Flaw
from press.source.text import printable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ADDED = (w("ins"), w("moveTo"))
_STRUCK = (w("del"), w("moveFrom"))
_ROWS = (w("cellIns"), w("cellDel"), w("cellMerge"))
_MOST = 30
_LONG = 60


def unsettled(name: str, body: "Element", notes: "list[Element]", comments: "Element | None") -> list[Flaw]:
    """List what is not settled in the document ``name``: its body, its notes, and its comments."""
    found = [flaw for part in (body, *notes) for flaw in _changes(name, part)]
    found += _comments(name, body, comments)
    found += [flaw for part in (body, *notes) for flaw in _hidden(name, part)]
    found = list(dict.fromkeys(found))
    if len(found) > _MOST:
        rest = Flaw(name, f"还有 {len(found) - _MOST} 处没有列出")
        return [*found[:_MOST], rest]
    return found


def _changes(name: str, part: "Element") -> Iterator[Flaw]:
    hint = "请在 Word 的“审阅”里逐处接受或拒绝修订，存盘后再导入"
    for paragraph in part.iter(w("p")):
        kinds = {element.tag for element in paragraph.iter() if element.tag in _ADDED + _STRUCK}
        if kinds:
            who = "、".join(
                sorted({value(e, "author") or "" for e in paragraph.iter() if e.tag in kinds} - {""})
            )
            said = _shorten("".join(_marked(paragraph)) or "（段落标记）")
            yield Flaw(name, f"有没处理的修订（{printable(who) or '未署名'}）：{said}", hint)
    for row in part.iter(w("tr")):
        properties = row.find(w("trPr"))
        marks = [] if properties is None else [c for c in properties if c.tag in _ADDED + _STRUCK]
        if marks or any(element.tag in _ROWS for element in row.iter()):
            said = "删除" if any(mark.tag in _STRUCK for mark in marks) else "增加或改动"
            yield Flaw(name, f"有没处理的修订：{said}了表格的一行：{_shorten(text_of(row))}", hint)


def _marked(element: "Element", state: str = "") -> Iterator[str]:
    """The text of a paragraph with what was struck out in ［-…-］ and what was added in ［+…+］."""
    if element.tag in (w("t"), w("delText")):
        text = element.text or ""
        yield f"［{state}{text}{state}］" if state and text else text
    elif element.tag != w("pPr"):
        inner = "+" if element.tag in _ADDED else "-" if element.tag in _STRUCK else state
        for child in element:
            yield from _marked(child, inner)


def _comments(name: str, body: "Element", comments: "Element | None") -> Iterator[Flaw]:
    said = {value(c, "id"): c for c in comments.findall(w("comment"))} if comments is not None else {}
    for paragraph in body.iter(w("p")):
        for reference in paragraph.iter(w("commentReference")):
            comment = said.get(value(reference, "id"))
            if comment is not None:
                who = printable(value(comment, "author") or "") or "未署名"
                words = (
                    f"有批注（{who}）：“{_shorten(text_of(comment))}”，批在“{_shorten(text_of(paragraph))}”"
                )
                yield Flaw(name, words, "请按批注改好并删除批注，存盘后再导入")


def _hidden(name: str, part: "Element") -> Iterator[Flaw]:
    for run in part.iter(w("r")):
        properties = run.find(w("rPr"))
        text = text_of(run).strip()
        if text and properties is not None and on(properties.find(w("vanish"))):
            hint = "隐藏的文字会跟着发布：请在 Word 里显示后删除，或取消“隐藏”"
            yield Flaw(name, f"有隐藏的文字：“{_shorten(text)}”", hint)


def _shorten(text: str) -> str:
    plain = printable(text)
    return plain if len(plain) <= _LONG else plain[: _LONG - 1] + "…"

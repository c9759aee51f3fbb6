"""A file that came in (a contribution, a Word file) read into a draft. Nothing in it is trusted."""

import datetime
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from press.content_types import content_types
from press.markup import word
from press.markup.from_html import Written, cleaned, markdown
from press.markup.word import Word
from press.markup.word.parts import DOCUMENT
from press.model import contribution
from press.model.contribution import Contribution, clean
from press.pipeline.album import Album, Kept
from press.pipeline.contributed import described, unequal
from press.source import archive, text
from press.source.archive import Flaw

_TEXT = "text.md"
_FILE_NAME = 100


class Draft(NamedTuple):
    """A document to be written: type, name, keys and body.

    ``private`` are (label, value) that the editor is shown and that are written nowhere; ``notices``
    what a person should compare with the original.
    """

    type: str
    slug: str
    values: dict[str, Any]
    body: str
    images: tuple[Kept, ...] = ()
    private: tuple[tuple[str, str], ...] = ()
    notices: tuple[str, ...] = ()


def digest(data: bytes) -> str:
    """The part of a draft's name that tells which file it was made from."""
    return hashlib.sha256(data).hexdigest()[:8]


def read(
    data: bytes, path: Path, type_: str | None, slug: str, day: datetime.date
) -> Draft | tuple[Flaw, ...]:
    """Read ``data``, the bytes of the file ``path``, as the draft ``slug`` dated ``day``.

    Its type is ``type_``, or else what the sender chose, or else a news item. Returns what is wrong
    with it when it cannot be taken in.
    """
    name = text.printable(path.name)
    files, flaws = archive.read(data, word.LIMITS, name)
    if contribution.NAME in files:
        return _contribution(files, name, type_, slug, day)
    if flaws or DOCUMENT in files:
        return _word_file(data, name, type_ or "news", slug, day, path.stem)
    words = f"既不是投稿文件（没有 {contribution.NAME}），也不是 Word 文件（没有 {DOCUMENT}）"
    return (Flaw(name, words, "请给出投稿页面生成的 .zip，或者 .docx"),)


def _word_file(
    data: bytes, name: str, type_: str, slug: str, day: datetime.date, stem: str
) -> Draft | tuple[Flaw, ...]:
    found = word.read(data, name)
    if found.flaws:
        return found.flaws
    album = Album(slug)
    body = markdown(clean(found.html), album.inside(found.images))
    notices = []
    title = clean(found.head.title)
    if not title:
        title = text.printable(stem)[:_FILE_NAME] or "请写标题"
        notices.append("没有认出标题（居中的大字），暂用文件名，请改正")
    if found.head.lines > 1:
        notices.append(f"标题由 {found.head.lines} 行合成，请核对")
    values = {"title": title, "date": day, "status": "draft", **_above(found)}
    return _draft(type_, slug, values, body.text, album, (), [*notices, *_looked(found, body)])


def _contribution(
    files: dict[str, bytes], name: str, type_: str | None, slug: str, day: datetime.date
) -> Draft | tuple[Flaw, ...]:
    sent = described(files.pop(contribution.NAME), name)
    if not isinstance(sent, Contribution):
        return sent
    album = Album(slug)
    flaws = tuple(unequal(sent, files, name)) or tuple(album.take(sent.pictures, files, name))
    if flaws:
        return flaws
    values: dict[str, Any] = {"title": sent.title, "date": day, "status": "draft"}
    if sent.manuscript == _TEXT:
        plain = text.decode(files[_TEXT])
        if plain.fault is not None:
            return (Flaw(f"{name} 里的 {_TEXT}", plain.fault.message, plain.fault.hint),)
        body = cleaned(clean(plain.text), album.named)
        notices = list(body.notices)
    else:
        found = word.read(files[sent.manuscript], f"{name} 里的 {sent.manuscript}")
        if found.flaws:
            return found.flaws
        body = markdown(clean(found.html), album.inside(found.images))
        values |= _above(found)
        notices = list(_looked(found, body))
        written = text.printable(found.head.title)
        if written and written != sent.title:
            notices.append(f"Word 文件里的标题是“{written}”，与投稿人填写的不同，用了填写的")
    values |= {"source": sent.organization} if sent.organization else {}
    values["authors"] = list(sent.authors)
    photographers = dict.fromkeys(p.photographer for p in sent.pictures if p.photographer)
    values |= {"photographers": list(photographers)} if photographers else {}
    blocks = [body.text] if body.text else []
    whole = "\n".join([*blocks, *(f"{picture}\n" for picture in album.rest())])
    private = (("联系方式", sent.contact),)
    return _draft(type_ or sent.type, slug, values, whole, album, private, notices)


def _draft(
    type_: str,
    slug: str,
    values: dict[str, Any],
    body: str,
    album: Album,
    private: tuple[tuple[str, str], ...],
    notices: list[str],
) -> Draft:
    """Put the parts together; what the type has no key for is said and left out."""
    known = content_types()[type_].model.model_fields
    for key in [key for key in values if key not in known]:
        value = values.pop(key)
        said = "、".join(value) if isinstance(value, list) else value
        notices.append(f"这类稿件没有 {key} 这一项，没有导入：{said}")
    return Draft(type_, slug, values, body, tuple(album.kept), private, (*notices, *album.notices))


def _above(found: Word) -> dict[str, str]:
    """What stood below the title."""
    lines = {"subtitle": clean(found.head.subtitle), "number": clean(found.head.number)}
    return {key: line for key, line in lines.items() if line}


def _looked(found: Word, body: Written) -> Iterator[str]:
    """What was not taken over as it stood."""
    yield from body.notices
    for lost in found.lost:
        yield f"有文字没有转换过来，请对照原稿补上：“{lost[:60]}”"

"""Read a ZIP file that came from outside, and trust nothing in it: nothing is unpacked to the disk."""

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from press.source import errors
from press.source.text import printable

MAX_BYTES = 60 * 1024 * 1024
"""What comes by mail is smaller: mailboxes take 50 MB at most."""

_RATIO = 200
_SMALL = 1024 * 1024
"""Deflate packs XML 20 to 80 times as dense; more, in a large entry, is a decompression bomb."""

_LONGEST = 200
_NOISE = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")
"""What systems add by themselves when a person packs a folder anew (in small letters)."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error)
"""What the standard library raises for archives that are none (RuntimeError is kept for passwords)."""


class Flaw(NamedTuple):
    """What is wrong with a file that came from outside: the file, what is wrong, what to do."""

    name: str
    message: str
    hint: str = ""


class Limits(NamedTuple):
    """How many files an archive may hold, and how large each and all may be unpacked (bytes)."""

    files: int
    each: int
    total: int


class Archive(NamedTuple):
    """The files of an archive by their names (``/`` between folders, NFC), or what is wrong with it."""

    files: dict[str, bytes]
    flaws: tuple[Flaw, ...] = ()


def load(path: Path) -> tuple[bytes, tuple[Flaw, ...]]:
    """Return the bytes of the file at ``path``, or what keeps them from being read."""
    name = printable(path.name)
    try:
        if path.is_dir():
            return b"", (Flaw(name, "是文件夹，不是文件", "请写出 .zip 或 .docx 文件的名字"),)
        if path.exists() and not path.is_file():
            return b"", (Flaw(name, "不是普通文件"),)
        size = path.stat().st_size
        if size > MAX_BYTES:
            words = f"太大（{size / 1024 / 1024:.0f} MB），最多 {MAX_BYTES >> 20} MB"
            return b"", (Flaw(name, words, "请核对是不是投稿文件；图片可以分两次寄"),)
        data = path.read_bytes()
    except OSError as error:
        return b"", (Flaw(name, f"打不开：{errors.words(error)}", "请核对文件名和读取权限"),)
    if not data:
        return b"", (Flaw(name, "是空的（0 字节）", "多半是没有下载完，请重新下载附件"),)
    return data, ()


def read(data: bytes, limits: Limits, name: str) -> Archive:
    """Read the ZIP file ``data``, which is called ``name``: every entry is sound, or there are flaws."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            flaws = tuple(_look(entries, limits, name))
            return Archive({}, flaws) if flaws else _unpack(archive, entries, name)
    except (*_BROKEN, RuntimeError, MemoryError, UnicodeError):
        hint = "多半是没有下载完或已损坏，请重新下载附件，或请投稿人再寄一次"
        return Archive({}, (Flaw(name, "不是完整的 ZIP 文件", hint),))


def _look(entries: list[zipfile.ZipInfo], limits: Limits, name: str) -> Iterator[Flaw]:
    """What the list of entries tells before anything is unpacked."""
    if len(entries) > limits.files:
        yield Flaw(name, f"里面有 {len(entries)} 个文件，最多 {limits.files} 个", "这不是投稿页面生成的文件")
        return
    if sum(entry.file_size for entry in entries) > limits.total:
        yield Flaw(name, f"解开后超过 {limits.total >> 20} MB", "这不像稿件，没有解开")
        return
    seen: dict[str, str] = {}
    for entry in entries:
        written, wrong = _name(entry)
        shown = f"{name} 里的 {printable(written)[:80] or '（没有名字）'}"
        if wrong:
            yield Flaw(shown, wrong, "文件名只能是普通的相对路径，不能带 .. 或盘符")
            continue
        mode = entry.external_attr >> 16
        if stat.S_ISLNK(mode):
            yield Flaw(shown, "是符号链接", "投稿里只能有文件本身")
        elif stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
            yield Flaw(shown, "不是普通文件")
        if entry.flag_bits & 0x1:
            yield Flaw(shown, "加了密码", "请投稿人去掉密码再寄")
        elif entry.compress_type not in _METHODS:
            yield Flaw(shown, "压缩方式不认识", "请用“存储”或“标准压缩”重新打包")
        if entry.file_size > limits.each:
            yield Flaw(shown, f"超过 {limits.each >> 20} MB")
        elif entry.file_size > _SMALL and entry.file_size > _RATIO * max(entry.compress_size, 1):
            yield Flaw(shown, "压缩比异常，可能是压缩炸弹", "没有解开；请核对来历")
        folded = written.casefold()
        if folded in seen:
            yield Flaw(shown, f"重名（另一个是 {printable(seen[folded])}）", "同名的文件分不清以哪个为准")
        seen[folded] = written


def _unpack(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str) -> Archive:
    files: dict[str, bytes] = {}
    for entry in entries:
        written, _ = _name(entry)
        if entry.is_dir() or written.casefold().rpartition("/")[2] in _NOISE:
            continue
        if written.casefold().startswith(_NOISE):
            continue
        try:
            # No more than the declared size is ever unpacked, and its checksum is verified.
            files[written] = archive.read(entry)
        except (*_BROKEN, RuntimeError, MemoryError):
            hint = "文件在传输中损坏了，请重新下载附件，或请投稿人再寄一次"
            return Archive({}, (Flaw(f"{name} 里的 {printable(written)}", "解不开", hint),))
    return Archive(files)


def _name(entry: zipfile.ZipInfo) -> tuple[str, str]:
    """Return the name of an entry as it is meant, and what is wrong with it.

    Names without the UTF-8 flag come from Windows in GBK; the library has read them as cp437.
    """
    name = entry.orig_filename
    if not entry.flag_bits & 0x800:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = name.encode()
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
        else:
            return name, "文件名的编码认不出来"
    name = unicodedata.normalize("NFC", name).replace("\\", "/")
    parts = name.removesuffix("/").split("/")
    if any(unicodedata.category(character) in ("Cc", "Cf", "Cs") for character in name):
        return name, "文件名里有看不见的字符"
    if name.startswith("/") or ":" in name or any(part in ("", ".", "..") for part in parts):
        return name, "文件名指向别处"
    if len(name) > _LONGEST:
        return name, "文件名太长"
    return name, ""

"""Read one UTF-8 text file, or say why it is none.

Office files come from Word, WPS and Windows Notepad: GBK, UTF-16 and byte-order marks are
everyday faults here, and each gets its own sentence.
"""

import codecs
import hashlib
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from press.source import errors

MAX_BYTES = 4 * 1024 * 1024
"""A text larger than this (bytes) is no article but a paste accident: 中国宪法 has 0.05 MB."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class Fault:
    """What keeps a file from being read: ``kind`` names the rule, the rest is for the writer.

    ``line`` and ``column`` are 1-based; columns count characters.
    """

    kind: str
    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True)
class Text:
    """A file's text and the SHA-256 (hex) of its bytes; ``fault`` when it is not readable."""

    text: str
    digest: str
    fault: Fault | None = None


def read(path: Path) -> Text:
    """Read ``path``. Never raises for what the file holds or for what the disk refuses."""
    try:
        if path.stat().st_size > MAX_BYTES:
            size = path.stat().st_size / 1024 / 1024
            return _refuse(
                f"文件太大（{size:.1f} MB）",
                f"一篇稿件不超过 {MAX_BYTES // 1024 // 1024} MB：请检查是否误贴了图片数据，或把长稿分篇",
            )
        data = path.read_bytes()
    except OSError as error:
        return _refuse(f"文件打不开：{errors.words(error)}", "请检查文件是否存在、是否有读取权限")
    return decode(data)


def decode(data: bytes) -> Text:
    """Decode the bytes of one file, strictly as UTF-8 without byte-order mark."""
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(_UTF16):
        return _refuse("文件编码是 UTF-16，不是 UTF-8", "请用编辑器另存为“UTF-8”", digest)
    if data.startswith(codecs.BOM_UTF8):
        return _refuse("文件开头有 BOM 标记", "请另存为“UTF-8（无 BOM）”", digest)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8", "replace")) + 1
        what = "GBK" if _is_gbk(data) else "未知编码"
        return _refuse(f"文件编码不是 UTF-8（像是 {what}）", "请用编辑器另存为“UTF-8”", digest, line, column)
    zero = text.find("\0")
    if zero >= 0:
        line, column = position(text, zero)
        hint = "请删除这个看不见的字符；若整篇都是，说明文件已损坏或不是文本"
        return _refuse("文件里有空字符（NUL）", hint, digest, line, column)
    return Text(text.replace("\r\n", "\n").replace("\r", "\n"), digest)


def position(text: str, offset: int) -> tuple[int, int]:
    """Return the 1-based line and column of a character offset."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def printable(text: str) -> str:
    """Return ``text`` on one line, without characters that could command a terminal or turn a line round."""
    return "".join(
        c if unicodedata.category(c)[0] not in "CZ" or c in " \u3000" else " " for c in text
    ).strip()


def _is_gbk(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _refuse(message: str, hint: str, digest: str = "", line: int = 1, column: int = 1) -> Text:
    return Text("", digest, Fault("unreadable", line, column, message, hint))

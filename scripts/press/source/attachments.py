"""Files beside a document that its keys name: tables (CSV), scans, recordings, films, captions."""

import csv
import hashlib
import io
import os
from dataclasses import dataclass
from pathlib import Path

from press.source import errors, images, text
from press.source.images import Asset

MAX_BYTES = 256 * 1024 * 1024
"""What a repository can still carry; a longer film is kept elsewhere and linked."""

SUFFIXES = (".csv", ".pdf", ".jpg", ".jpeg", ".png", ".mp3", ".m4a", ".ogg", ".mp4", ".webm", ".vtt")
"""What a browser can show or play by itself."""

_IMAGES = (".jpg", ".jpeg", ".png")


@dataclass(frozen=True)
class Attachment:
    """A file at ``path`` (relative to the root): SHA-256 (hex), bytes, and the rows of a table.

    ``image`` is what a scan looks like. ``fault`` says why it cannot be used; then the other fields
    may be empty.
    """

    path: str
    digest: str = ""
    size: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    image: Asset | None = None
    fault: str = ""
    hint: str = ""


def inspect(root: Path, name: str) -> Attachment:
    """Look at ``root/name``; read it whole when it is a table or captions."""
    path = root / name
    if not name.lower().endswith(SUFFIXES):
        allowed = "、".join(suffix[1:] for suffix in SUFFIXES)
        return Attachment(name, fault="的格式不能在网页上打开", hint=f"可用的格式：{allowed}")
    if not os.path.realpath(path).startswith(os.path.realpath(root) + os.sep):
        return Attachment(name, fault="是指向仓库之外的链接", hint="请把文件本身放进稿件旁")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return Attachment(
                name, fault="太大", hint=f"不超过 {MAX_BYTES >> 20} MB；更长的录像请另存并在正文里链接"
            )
        with open(path, "rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return Attachment(name, fault="不存在", hint="请核对文件名（区分大小写），并把文件放进稿件旁")
    except OSError as error:
        return Attachment(name, fault=f"打不开：{errors.words(error)}", hint="请核对文件的路径和权限")
    if not size:
        return Attachment(name, fault="是空的", hint="请核对文件是否复制完整")
    if name.lower().endswith(".csv"):
        return _table(path, name, digest, size)
    if name.lower().endswith(".vtt"):
        read = text.read(path)
        if read.fault or not read.text.startswith("WEBVTT"):
            return Attachment(name, fault="不是 WebVTT 字幕", hint="第一行应是 WEBVTT，编码为 UTF-8")
    image = images.inspect(root, name) if name.lower().endswith(_IMAGES) else None
    if image is not None and image.fault:
        return Attachment(name, fault=image.fault, hint=image.hint)
    return Attachment(name, digest, size, image=image)


def _table(path: Path, name: str, digest: str, size: int) -> Attachment:
    # Excel tells UTF-8 by the byte-order mark, so a table may begin with one.
    read = text.decode(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    if read.fault:
        return Attachment(name, fault=read.fault.message, hint="请在 Excel 或 WPS 里另存为“CSV UTF-8”")
    try:
        rows = tuple(
            tuple(cell.strip() for cell in row) for row in csv.reader(io.StringIO(read.text), strict=True)
        )
    except csv.Error:
        return Attachment(name, fault="不是合格的 CSV", hint="请核对英文双引号是否成对，或重新另存为 CSV")
    return Attachment(name, digest, size, rows)


def read(root: Path, attachment: Attachment) -> bytes:
    """Return the bytes that were inspected; raise ChangedError when they are others now."""
    try:
        data = (root / attachment.path).read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != attachment.digest:
        raise errors.ChangedError(root / attachment.path)
    return data

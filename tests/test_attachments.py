"""Files beside a document: what is found out about them, and that their bytes are what was found."""

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image

from press.source import attachments
from press.source.errors import ChangedError


def scan(format: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("L", (30, 40), 200).save(out, format)
    return out.getvalue()


def look(root: Path, name: str, data: bytes) -> attachments.Attachment:
    (root / name).write_bytes(data)
    return attachments.inspect(root, name)


def test_a_table_is_read_with_and_without_a_byte_order_mark(tmp_path: Path) -> None:
    for mark in (b"", b"\xef\xbb\xbf"):
        data = mark + '科目, 金额\r\n"甲,乙",1\r\n'.encode()
        found = look(tmp_path, "a.CSV", data)
        assert found.rows == (("科目", "金额"), ("甲,乙", "1"))
        assert (found.fault, found.image) == ("", None)
        assert (found.digest, found.size) == (hashlib.sha256(data).hexdigest(), len(data))


def test_a_scan_is_known_by_its_size(tmp_path: Path) -> None:
    for name, format in (("a.jpg", "JPEG"), ("a.jpeg", "JPEG"), ("a.PNG", "PNG")):
        data = scan(format)
        found = look(tmp_path, name, data)
        assert found.image is not None
        assert (found.image.width, found.image.height) == (30, 40)
        assert found.image.digest == found.digest == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.jpg", scan()[:-100], "已损坏"),
        ("a.png", b"no picture", "不是图片"),
        ("a.mp3", b"", "是空的"),
        ("a.docx", b"PK", "格式"),
        ("a.csv", "甲,乙".encode("gbk"), "编码"),
        ("a.csv", b'"a\n', "不是合格的 CSV"),
        ("a.vtt", b"00:00.000 --> 00:01.000\n", "不是 WebVTT"),
    ],
)
def test_what_cannot_be_used_says_why(tmp_path: Path, name: str, data: bytes, fault: str) -> None:
    found = look(tmp_path, name, data)
    assert fault in found.fault
    assert found.hint
    assert found.image is None


def test_what_is_absent_or_outside_says_so(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "a.mp3").write_bytes(b"ID3")
    (root / "link.mp3").symlink_to(tmp_path / "a.mp3")
    assert attachments.inspect(root, "none.mp3").fault == "不存在"
    assert "仓库之外" in attachments.inspect(root, "link.mp3").fault


def test_only_the_bytes_that_were_looked_at_are_read(tmp_path: Path) -> None:
    found = look(tmp_path, "a.mp3", b"ID3")
    assert attachments.read(tmp_path, found) == b"ID3"
    (tmp_path / "a.mp3").write_bytes(b"ID4")
    with pytest.raises(ChangedError):
        attachments.read(tmp_path, found)
    (tmp_path / "a.mp3").unlink()
    with pytest.raises(ChangedError):
        attachments.read(tmp_path, found)

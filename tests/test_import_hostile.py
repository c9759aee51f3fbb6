"""``press import`` against files that were made to do harm, and against broken ones."""

import json
import os
import re
import stat
import struct
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import word_kit
from import_kit import JPG, TEXT, described, entry, packed, picture, put, refused, run, sent
from press.source import archive

if TYPE_CHECKING:
    from conftest import Tree


# --- what is hostile ---

GOOD = {"text.md": TEXT.encode()}
JSON = json.dumps(described(GOOD)).encode()
BASE = (("submission.json", JSON), ("text.md", TEXT.encode()))


@pytest.mark.parametrize(
    "name",
    ["../../evil.md", "/etc/cron.d/x", "C:\\evil.md", "..\\..\\evil.md", "images/../../x.jpg", "a//b.md",
     "./text.md", "text.md\x1b[31m", "a\nb.md", "\u202egpj.md", "x" * 300],
)  # fmt: skip
def test_names_that_lead_elsewhere(name: str, tree: "Tree", tmp_path: Path) -> None:
    root = tree({})
    said = refused(root, put(packed(*BASE, (entry(name), b"x")), tmp_path))
    assert "\x1b" not in said
    assert re.search("文件名(指向别处|里有看不见的字符|太长)", said)
    assert sorted(os.listdir(tmp_path)) == ["root", "投稿.zip"], "something was written outside"


def test_a_decompression_bomb_by_ratio(tree: "Tree", tmp_path: Path) -> None:
    said = refused(tree({}), put(packed(*BASE, ("big.bin", b"\0" * 30_000_000)), tmp_path))
    assert "big.bin：压缩比异常" in said


def test_a_bomb_of_many_entries(tree: "Tree", tmp_path: Path) -> None:
    block = os.urandom(400) * 2500
    entries = [(f"images/{n}.bin", block) for n in range(180)]
    assert "解开后超过" in refused(tree({}), put(packed(*BASE, *entries), tmp_path))


def test_ten_thousand_entries(tree: "Tree", tmp_path: Path) -> None:
    data = packed(*BASE, *((f"{n}.txt", b"") for n in range(10_000)), method=zipfile.ZIP_STORED)
    started = time.monotonic()
    assert "里面有 10002 个文件" in refused(tree({}), put(data, tmp_path))
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("mode", "words"), [(stat.S_IFLNK | 0o777, "是符号链接"), (stat.S_IFIFO | 0o600, "不是普通文件")]
)
def test_links_and_devices(mode: int, words: str, tree: "Tree", tmp_path: Path) -> None:
    data = packed(*BASE, (entry("images/1.jpg", mode), b"/etc/passwd"))
    assert f"images/1.jpg：{words}" in refused(tree({}), put(data, tmp_path))


def test_encrypted_entries(tree: "Tree", tmp_path: Path) -> None:
    data = bytearray(packed(*BASE))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        data[place + at] |= 1
    assert "submission.json：加了密码" in refused(tree({}), put(bytes(data), tmp_path))


@pytest.mark.parametrize("again", ["text.md", "TEXT.md", "Text.MD"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_given_twice(again: str, tree: "Tree", tmp_path: Path) -> None:
    assert "重名" in refused(tree({}), put(packed(*BASE, (again, b"x")), tmp_path))


def test_two_spellings_of_one_name_are_one(tree: "Tree", tmp_path: Path) -> None:
    data = packed(*BASE, ("é.txt", b"x"), ("e\u0301.txt", b"x"))
    assert "重名" in refused(tree({}), put(data, tmp_path))


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_without_the_flag_of_their_encoding_are_read(
    encoding: str, tree: "Tree", tmp_path: Path
) -> None:
    raw = "说明.txt".encode(encoding)
    data = packed(*BASE, ("Q" * len(raw), b"x")).replace(b"Q" * len(raw), raw)
    assert "说明.txt：没有登记" in refused(tree({}), put(data, tmp_path))


def test_names_in_no_encoding_at_all(tree: "Tree", tmp_path: Path) -> None:
    data = packed(*BASE, ("Q.txt", b"x")).replace(b"Q.txt", b"\xff.txt")
    assert "文件名的编码认不出来" in refused(tree({}), put(data, tmp_path))


def test_what_systems_add_by_themselves_is_passed_over(tree: "Tree", tmp_path: Path) -> None:
    noise = (
        ("__MACOSX/._text.md", b"x"),
        (".DS_Store", b"x"),
        ("images/Thumbs.db", b"x"),
        (entry("images/"), b""),
    )
    root = tree({})
    assert run(root, str(put(packed(*BASE, *noise), tmp_path))).code == 0


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def bent(data: bytes) -> bytes:
    """The packed bytes of the last entry changed: its checksum is wrong."""
    at = data.rindex(b"text.md", 0, data.index(b"PK\x01\x02")) + len("text.md") + 4
    return data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "是空的（0 字节）"),
        (b"PK\x05\x06" + b"\0" * 18, "既不是投稿文件"),
        (b"hello", "不是完整的 ZIP 文件"),
        (cut(sent()), "不是完整的 ZIP 文件"),
        (bent(packed(*BASE)), "text.md：解不开"),
        (os.urandom(5000), "不是完整的 ZIP 文件"),
        (JPG, "不是完整的 ZIP 文件"),
        (word_kit.zipped({"inner.zip": sent()}), "既不是投稿文件"),
        (word_kit.zipped({"投稿/submission.json": "{}"}), "既不是投稿文件"),
        (packed(*BASE, method=zipfile.ZIP_LZMA), "压缩方式不认识"),
        (packed(*BASE, ("readme.txt", b"x")), "readme.txt：没有登记"),
        (packed(BASE[0]), "text.md：登记了，但文件里没有"),
        (packed(BASE[0], ("text.md", b"x")), "text.md：与登记的校验值不一致"),
    ],
)  # fmt: skip
def test_files_that_are_no_contributions(data: bytes, words: str, tree: "Tree", tmp_path: Path) -> None:
    assert words in refused(tree({}), put(data, tmp_path))


def test_sizes_that_lie(tree: "Tree", tmp_path: Path) -> None:
    """A directory that says 10 bytes of an entry that unpacks to 20 million."""
    data = bytearray(packed(*BASE, ("x.bin", b"\0" * 20_000_000)))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    local = data.find(b"PK\x03\x04", data.find(b"text.md") + 1)
    data[local + 22 : local + 26] = struct.pack("<I", 10)
    assert "x.bin：解不开" in refused(tree({}), put(bytes(data), tmp_path))


def test_a_file_too_large_is_not_even_read(tree: "Tree", tmp_path: Path) -> None:
    path = tmp_path / "大.zip"
    with open(path, "wb") as file:
        file.truncate(archive.MAX_BYTES + 1)
    assert "太大（60 MB）" in refused(tree({}), path)


def test_what_is_no_file(tree: "Tree", tmp_path: Path) -> None:
    root = tree({})
    assert "文件不存在" in refused(root, tmp_path / "没有.zip")
    (tmp_path / "夹.zip").mkdir()
    assert "是文件夹" in refused(root, tmp_path / "夹.zip")
    os.mkfifo(tmp_path / "管.zip")
    assert "不是普通文件" in refused(root, tmp_path / "管.zip")


# --- submission.json ---


def with_json(raw: bytes) -> bytes:
    return packed(("submission.json", raw), BASE[1])


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "不是合格的 JSON"),
        (b"{", "不是合格的 JSON"),
        (b"[" * 100_000, "不是合格的 JSON"),
        (b'{"version": ' + b"9" * 5000 + b"}", "不是合格的 JSON"),
        (JSON[:-1] + b', "title": "x"}', "不是合格的 JSON"),
        ("{}".encode("utf-16"), "UTF-16"),
        (b"\xff{}", "文件编码不是 UTF-8"),
        (b"[]", "不是投稿页面生成的"),
        (b"{}", "不是投稿页面生成的"),
        (json.dumps(described(GOOD, format="x")).encode(), "不是投稿页面生成的"),
        (json.dumps(described(GOOD, version=2)).encode(), "版本是 2，这里只认版本 1"),
        (json.dumps(described(GOOD, version=True)).encode(), "版本是 True"),
        (json.dumps(described(GOOD, version="1\x1b[0m")).encode(), "版本是 1 [0m"),
    ],
)  # fmt: skip
def test_a_description_that_is_none(raw: bytes, words: str, tree: "Tree", tmp_path: Path) -> None:
    said = refused(tree({}), put(with_json(raw), tmp_path))
    assert "投稿.zip 里的 submission.json：" in said
    assert words in said


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"title": 5}, "title 不对：应是文字"),
        ({"title": ""}, "title 不对"),
        ({"title": "题" * 61}, "title 不对：应不超过 60 个字"),
        ({"title": "甲\n乙"}, "title 不对"),
        ({"title": "甲\x1b[31m"}, "title 不对：应是一行文字，不能有看不见的控制字符"),
        ({"title": "甲\u202e乙"}, "title 不对"),
        ({"title": None}, "title 不对"),
        ({"authors": "甲"}, "authors 不对：应是列表"),
        ({"authors": []}, "authors 不对：应是至少一项的列表"),
        ({"authors": ["甲"] * 11}, "authors 不对：应不超过 10 项"),
        ({"authors": [{}]}, "authors.1 不对"),
        ({"type": "meetings"}, "type 不对：只能是 news、stories、study 之一"),
        ({"contact": ["a"]}, "contact 不对"),
        ({"consent": {"original": True, "publish": False}}, "consent.publish 不对：投稿人没有同意"),
        ({"consent": {"original": 1, "publish": True}}, "consent.original 不对"),
        ({"consent": True}, "consent 不对"),
        ({"manuscript": "../text.md"}, "manuscript 不对"),
        ({"status": "published"}, "有不认识的 status"),
        ({"a\x1b[1m": 1}, "有不认识的 a [1m"),
        ({"files": {}}, "files 不对：应是列表"),
        ({"files": [{"path": "../x", "size": 1, "sha256": "0" * 64}]}, "files.1.path 不对"),
        ({"files": [{"path": "text.md", "size": -1, "sha256": "0" * 64}]}, "files.1.size 不对"),
        ({"files": [{"path": "text.md", "size": 1.5, "sha256": "x"}]}, "files.1.sha256 不对"),
        ({"files": [{"path": "text.md", "size": 49, "sha256": "0" * 64}]}, "与登记的校验值不一致"),
        ({"files": described(GOOD)["files"] * 2}, "同一个文件登记了两次"),
        ({"manuscript": "manuscript.docx"}, "manuscript.docx：没有"),
        ({"pictures": [{"file": "images/1.jpg", "caption": "甲"}]}, "images/1.jpg：没有"),
        ({"pictures": [{"file": "images/../../x.jpg", "caption": "甲"}]}, "pictures.1.file 不对"),
        ({"pictures": [{"file": "images/1.svg", "caption": "甲"}]}, "pictures.1.file 不对"),
        ({"pictures": [{"file": "images/1.jpg"}]}, "缺少 pictures.1.caption"),
    ],
)  # fmt: skip
def test_a_description_with_wrong_values(
    keys: dict[str, Any], words: str, tree: "Tree", tmp_path: Path
) -> None:
    said = refused(tree({}), put(with_json(json.dumps({**described(GOOD), **keys}).encode()), tmp_path))
    assert words in said
    assert "\x1b" not in said


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("images/1.jpg", b"<svg onload=alert(1)>", "不是图片，或已损坏"),
        ("images/1.jpg", b"", "不是图片，或已损坏"),
        ("images/1.jpg", JPG[: len(JPG) // 2], "已损坏，读到一半就断了"),
        ("images/1.jpg", picture("PNG"), "扩展名与内容不符（其实是 PNG）"),
        ("images/1.png", picture("GIF"), "扩展名与内容不符（其实是 GIF）"),
        ("images/1.jpg", picture("TIFF"), "是 TIFF 格式"),
        ("images/1.png", picture("PNG", (20_000, 6_000), "1"), "尺寸过大"),
    ],
)  # fmt: skip
def test_pictures_that_are_none(name: str, data: bytes, words: str, tree: "Tree", tmp_path: Path) -> None:
    said = refused(tree({}), put(sent({"text.md": b"x", name: data}), tmp_path))
    assert f"投稿.zip 里的 {name}：{words}" in said


@pytest.mark.parametrize(
    ("text", "words"),
    [("文字".encode("gb18030"), "像是 GBK"), (b"a\0b", "空字符"), (b"\xff\xfea\0", "UTF-16")],
)
def test_texts_that_are_none(text: bytes, words: str, tree: "Tree", tmp_path: Path) -> None:
    said = refused(tree({}), put(sent({"text.md": text}), tmp_path))
    assert "投稿.zip 里的 text.md" in said
    assert words in said

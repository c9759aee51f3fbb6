"""Reading files: encodings, front matter with its places, YAML in a writer's hands."""

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from press.source import folder, images, manuscript, settings, text, yaml
from press.source.text import MAX_BYTES, decode, position


def split(content: str) -> manuscript.Manuscript:
    return manuscript.split(content, "digest")


# -- text ---------------------------------------------------------------------------------------


def test_line_ends_of_all_systems_become_newlines() -> None:
    assert decode("甲\r\n乙\r丙\n丁".encode()).text == "甲\n乙\n丙\n丁"
    assert decode(b"").text == ""


def test_the_digest_is_of_the_bytes_and_not_of_the_text() -> None:
    unix, windows = decode("甲\n".encode()), decode("甲\r\n".encode())
    assert unix.text == windows.text
    assert unix.digest != windows.digest
    assert len(unix.digest) == 64


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        ("标题\n".encode("gbk"), 1, 1, "GBK"),
        ("a\r\n标题".encode("gbk"), 2, 1, "GBK"),
        ("标题\n中文".encode() + b"\xff", 2, 3, "UTF-8"),
        ("中文".encode()[:-1], 1, 2, "UTF-8"),
        ("标题".encode("utf-16"), 1, 1, "UTF-16"),
        (b"\xfe\xff" + "标题".encode("utf-16-be"), 1, 1, "UTF-16"),
        ("\ufeff标题".encode(), 1, 1, "BOM"),
        ("一\n二三\0".encode(), 2, 3, "NUL"),
        (b"\xed\xa0\x80", 1, 1, "UTF-8"),
        (b"\xc0\xaf", 1, 1, "UTF-8"),
    ],
)
def test_what_is_not_utf8_is_named_with_its_place(data: bytes, line: int, column: int, words: str) -> None:
    found = decode(data)
    assert found.text == ""
    assert found.fault is not None
    assert (found.fault.kind, found.fault.line, found.fault.column) == ("unreadable", line, column)
    assert words in found.fault.message
    assert "UTF-8" in found.fault.hint or "NUL" in words


def test_reading_never_raises(tmp_path: Path) -> None:
    for path in (tmp_path / "none.md", tmp_path):
        fault = text.read(path).fault
        assert fault is not None
        assert "打不开" in fault.message
        assert not fault.message.isascii()
        assert "directory" not in fault.message, "the system's English is no message for staff"


def test_the_largest_file_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * MAX_BYTES)
    assert text.read(path).fault is None
    path.write_bytes(b"x" * (MAX_BYTES + 1))
    fault = text.read(path).fault
    assert fault is not None
    assert "太大" in fault.message


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (1, (1, 2)), (2, (1, 3)), (3, (2, 1)), (4, (2, 2))]
)
def test_position_counts_characters(offset: int, place: tuple[int, int]) -> None:
    assert position("甲𠮷\n乙", offset) == place


# -- manuscript ---------------------------------------------------------------------------------

NESTED = """\
---
title: 关于召开会议的决定
date: 2026-03-06
tags: [代表工作, "民生 实事"]
corrections:
  - date: 2026-03-07
    text: 更正
  - {date: 2026-03-08, text: 再改}
---

正文。
"""


def test_every_key_and_value_keeps_its_line_and_column() -> None:
    front = split(NESTED).front
    assert front.faults == ()
    assert front.keys == {
        ("title",): (2, 1),
        ("date",): (3, 1),
        ("tags",): (4, 1),
        ("corrections",): (5, 1),
        ("corrections", 0, "date"): (6, 5),
        ("corrections", 0, "text"): (7, 5),
        ("corrections", 1, "date"): (8, 6),
        ("corrections", 1, "text"): (8, 24),
    }
    places = front.places
    assert places[("title",)] == (2, 8)
    assert places[("tags",)] == (4, 7)
    assert [places[("tags", index)] for index in (0, 1)] == [(4, 8), (4, 14)]
    assert places[("corrections",)] == (6, 3)
    assert places[("corrections", 0)] == (6, 5)
    assert places[("corrections", 1, "date")] == (8, 12)
    assert places[("corrections", 1, "text")] == (8, 30)
    assert front.values["corrections"][1] == {"date": "2026-03-08", "text": "再改"}


def test_windows_line_ends_change_no_place() -> None:
    unix = split(NESTED)
    windows = split(decode(NESTED.replace("\n", "\r\n").encode()).text)
    assert (windows.front, windows.body, windows.body_line) == (unix.front, unix.body, unix.body_line)


def test_the_body_starts_after_the_closing_line() -> None:
    found = split(NESTED)
    assert found.body == "\n正文。\n"
    assert found.body_line == 10
    lines = NESTED.split("\n")
    assert "\n".join(lines[found.body_line - 1 :]) == found.body


@pytest.mark.parametrize("tail", ["", "\n", "\n\n"])
def test_a_file_may_end_anywhere_after_the_front_matter(tail: str) -> None:
    found = split("---\ntitle: 题\n---" + tail)
    assert found.faults == ()
    assert found.front.values == {"title": "题"}
    assert found.body.strip() == ""


def test_a_last_line_without_newline_is_kept() -> None:
    assert split("---\ntitle: 题\n---\n末行").body == "末行"


def test_a_rule_in_the_body_is_no_end() -> None:
    assert split("---\ntitle: 题\n---\n甲\n\n---\n\n乙\n").body == "甲\n\n---\n\n乙\n"


def test_dashes_inside_a_value_are_no_end() -> None:
    found = split("---\ntitle: 一 --- 二\n--- \n正文\n")
    assert found.front.values == {"title": "一 --- 二"}
    assert found.body == "正文\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "没有信息栏"),
        ("\n---\ntitle: 题\n---\n", "没有信息栏"),
        (" ---\ntitle: 题\n---\n", "没有信息栏"),
        ("正文", "没有信息栏"),
        ("---", "没有结束"),
        ("---\n", "没有结束"),
        ("---\ntitle: 题\n\n正文\n", "没有结束"),
    ],
)
def test_front_matter_that_is_none(content: str, words: str) -> None:
    (fault,) = split(content).faults
    assert words in fault.message
    assert (fault.line, fault.column) == (1, 1)


def test_a_file_that_changed_after_the_check_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: 题\n---\n正文\n", encoding="utf-8")
    digest = manuscript.read(path).digest
    assert manuscript.body(path, digest) == "正文\n"
    path.write_text("---\ntitle: 题\n---\n别的\n", encoding="utf-8")
    with pytest.raises(manuscript.ChangedError):
        manuscript.body(path, digest)
    path.unlink()
    with pytest.raises(manuscript.ChangedError):
        manuscript.body(path, digest)


# -- yaml ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2026-02-30", "2026-02-30"),
        ("2026-03-06", "2026-03-06"),
        ('"12"', "12"),
        ("12", 12),
        ("-3", -3),
        ("012", 12),
        ("1.5", 1.5),
        ("yes", True),
        ("off", False),
        ("~", None),
        ("", None),
        ("null", None),
        ("'yes'", "yes"),
        ("12:30", "12:30"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("第1期", "第1期"),
        ("[甲, 乙]", ["甲", "乙"]),
        ("{}", {}),
        ("[]", []),
        ("|\n  两\n  行", "两\n行\n"),
        (">-\n  折\n  行", "折 行"),
        ("!!python/object/apply:os.system [ls]", ["ls"]),
    ],
)
def test_scalars_stay_close_to_what_was_written(written: str, value: object) -> None:
    found = yaml.parse(f"a: {written}\n")
    assert found.faults == ()
    assert found.values == {"a": value}
    assert type(found.values["a"]) is type(value)


@pytest.mark.parametrize(
    ("content", "line", "column", "words"),
    [
        ("title：题", 1, 6, "全角冒号"),
        ("a: 1\ntitle ：题", 2, 7, "全角冒号"),
        ("a:\n\t- 甲", 2, 1, "Tab"),
        ("a:\n  \tb: 甲", 2, 3, "Tab"),
        ("a: 1\nb: 2\na: 3", 3, 1, "写了两次"),
        ("a:\n  b: 1\n  b: 2", 3, 3, "写了两次"),
        ("? [甲]\n: 1", 1, 3, "键只能是一个词"),
        ("- 甲", 1, 1, "键: 值"),
        ("只是文字", 1, 1, "键: 值"),
        ("a: 甲: 乙", 1, 5, "两个冒号"),
        ("a: @甲", 1, 4, "引号"),
        ("a: *甲", 1, 4, "*"),
        ("a: &x 甲\nb: *x", 1, 4, "锚点"),
        ("a: 1\n b: 2", 2, 3, "两个冒号"),
        ("a: 甲\n\x07", 2, 1, "控制字符"),
        ("a: 1\n---\nb: 2", 2, 1, ""),
        ('a: "\\q"', 1, 4, ""),
    ],
)
def test_broken_yaml_is_explained(content: str, line: int, column: int, words: str) -> None:
    found = yaml.parse(content)
    assert found.faults, found.values
    fault = found.faults[0]
    assert fault.kind == "yaml"
    assert words in fault.message + fault.hint
    assert fault.line == line
    assert abs(fault.column - column) <= 4
    assert fault.hint
    said = fault.message.replace("YAML", "").replace("Tab", "")
    assert not any(word in said for word in ("found", "expected", "while", "document")), said


def test_lines_are_counted_from_the_first_line_of_the_block() -> None:
    assert yaml.parse("a: 1\nb：2", first_line=40).faults[0].line == 41
    assert yaml.parse("a: 1\nb: [", first_line=40).faults[0].line in (41, 42)
    assert yaml.parse("a: 1", first_line=40).keys == {("a",): (40, 1)}


def test_several_duplicates_are_all_reported() -> None:
    assert len(yaml.parse("a: 1\na: 2\nb: 1\na: 3\nb: 2\n").faults) == 3


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "- - "])
def test_ten_thousand_levels_are_a_fault_and_no_crash(opening: str) -> None:
    found = yaml.parse("a: " + opening * 10_000 if opening in "[{a: " else "a:\n  " + opening * 10_000)
    assert found.faults
    assert not any(ord(letter) < 32 for letter in found.faults[0].message)


def test_an_alias_bomb_is_refused_at_once() -> None:
    rows = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    found = yaml.parse("\n".join(rows))
    assert found.faults
    assert "锚点" in found.faults[0].message


def test_an_alias_to_itself_is_refused() -> None:
    assert yaml.parse("a: &a [*a]").faults


def test_a_very_long_number_is_no_crash() -> None:
    found = yaml.parse("a: " + "9" * 5000)
    assert "a" in found.values or found.faults


def test_values_inside_full_width_punctuation_are_fine() -> None:
    content = "summary: >-\n  代表们通过\n  APP：履职通提交建议\ntags:\n  - AI：新应用\n# 注：这是注释\n"
    found = yaml.parse(content)
    assert found.faults == ()
    assert found.values["tags"] == ["AI：新应用"]


def test_place_falls_back_to_the_nearest_parent() -> None:
    found = yaml.parse("a:\n  b: [1, 2]\n")
    assert found.place(("a", "b", 7)) == found.places[("a", "b")]
    assert found.place(("a", "none", "deeper")) == found.places[("a",)]
    assert found.place(("none",)) == (1, 1)


def test_columns_count_characters_and_not_bytes() -> None:
    found = yaml.parse('{题目: "甲", 𠮷: 乙}')
    assert found.keys == {("题目",): (1, 2), ("𠮷",): (1, 11)}


# -- settings -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plugins", "expected"),
    [
        (["press"], (True, {}, ("plugins", 0))),
        (["search", {"press": {"office": "办"}}], (True, {"office": "办"}, ("plugins", 1, "press"))),
        ([{"press": None}], (True, {}, ("plugins", 0, "press"))),
        ({"press": {"office": "办"}}, (True, {"office": "办"}, ("plugins", "press"))),
        (["search"], (False, {}, ("plugins",))),
        (None, (False, {}, ("plugins",))),
        ("press", (False, {}, ("plugins",))),
    ],
)
def test_the_plugin_is_found_in_every_form(plugins: object, expected: object) -> None:
    assert settings.plugin({"plugins": plugins}, "press") == expected


# -- folder -------------------------------------------------------------------------------------


def test_files_are_sorted_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", ".hidden.md", "~$b.md", "c.txt", "sub/d.md", ".git/e.md", "images/f.md.jpg"):
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    found = [entry.path for entry in folder.files(tmp_path, "content", ".md")]
    assert found == ["content/a.md", "content/b.md", "content/sub/d.md"]
    assert folder.files(tmp_path, "none", ".md") == []


def test_links_out_of_the_root_are_marked(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "content" / "news").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "o.md").touch()
    (tmp_path / "root-beside").mkdir()
    (tmp_path / "root-beside" / "s.md").touch()
    (root / "content" / "news" / "a.md").touch()
    (root / "content" / "news" / "inside.md").symlink_to("a.md")
    (root / "content" / "out.md").symlink_to(tmp_path / "outside" / "o.md")
    (root / "content" / "sibling.md").symlink_to(tmp_path / "root-beside" / "s.md")
    (root / "content" / "dangling.md").symlink_to("none.md")
    (root / "content" / "loop.md").symlink_to("loop.md")
    (root / "content" / "folder").symlink_to(tmp_path / "outside")
    (root / "content" / "up").symlink_to("..")
    found = {entry.path: entry.outside for entry in folder.files(root, "content", ".md")}
    assert found == {
        "content/dangling.md": True,
        "content/folder": True,
        "content/loop.md": True,
        "content/news/a.md": False,
        "content/news/inside.md": False,
        "content/out.md": True,
        "content/sibling.md": True,
    }


def test_a_root_that_is_a_link_is_itself_no_way_out(tmp_path: Path) -> None:
    (tmp_path / "real" / "content").mkdir(parents=True)
    (tmp_path / "real" / "content" / "a.md").touch()
    (tmp_path / "link").symlink_to("real")
    assert [entry.outside for entry in folder.files(tmp_path / "link", "content", ".md")] == [False]


def test_a_stamp_tells_a_replaced_file_of_the_same_size_and_time(tmp_path: Path) -> None:
    path = tmp_path / "content" / "a.md"
    path.parent.mkdir()
    path.write_text("一", encoding="utf-8")
    (before,) = folder.files(tmp_path, "content", ".md")
    status = path.stat()
    (tmp_path / "b").write_text("二", encoding="utf-8")
    os.utime(tmp_path / "b", ns=(status.st_atime_ns, status.st_mtime_ns))
    (tmp_path / "b").replace(path)
    (after,) = folder.files(tmp_path, "content", ".md")
    assert before.stamp != after.stamp


# -- images -------------------------------------------------------------------------------------


def picture(format: str, size: tuple[int, int] = (40, 30), orientation: int = 1) -> bytes:
    image = Image.new("RGB", size, (200, 30, 30))
    exif = image.getexif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    image.save(out, format, **({"exif": exif} if format in ("JPEG", "PNG", "WEBP") else {}))
    return out.getvalue()


def inspect(tmp_path: Path, data: bytes, name: str = "content/a.jpg") -> images.Asset:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return images.inspect(tmp_path, name)


@pytest.mark.parametrize("format", list(images.FORMATS))
def test_good_images(format: str, tmp_path: Path) -> None:
    asset = inspect(tmp_path, picture(format))
    assert (asset.fault, asset.width, asset.height, asset.format) == ("", 40, 30, format)
    assert len(asset.digest) == 64


@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (40, 30)), (3, (40, 30)), (6, (30, 40)), (8, (30, 40))]
)
def test_width_and_height_are_as_shown(orientation: int, size: tuple[int, int], tmp_path: Path) -> None:
    asset = inspect(tmp_path, picture("JPEG", orientation=orientation))
    assert (asset.width, asset.height) == size


def bomb() -> bytes:
    """A PNG of a few bytes that says it has 50,000 × 50,000 pixels."""
    data = bytearray(picture("PNG", (1, 1)))
    import zlib

    start = data.index(b"IHDR")
    data[start + 4 : start + 12] = (50_000).to_bytes(4, "big") * 2
    data[start + 17 : start + 21] = zlib.crc32(data[start : start + 17]).to_bytes(4, "big")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "损坏"),
        ("不是图片".encode(), "不是图片"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "不是图片"),
        (b"%PDF-1.7", "不是图片"),
        (picture("JPEG", (400, 300))[:600], "损坏"),
        (picture("JPEG")[:2], "损坏"),
        (picture("PNG")[:60], "损坏"),
        (picture("BMP"), "BMP"),
        (picture("TIFF"), "TIFF"),
        (bomb(), "尺寸过大"),
    ],
)
def test_bad_images(data: bytes, words: str, tmp_path: Path) -> None:
    asset = inspect(tmp_path, data)
    assert words in asset.fault
    assert asset.hint
    assert (asset.width, asset.height, asset.digest) == (0, 0, "")


def test_an_image_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    assert "不存在" in images.inspect(tmp_path, "content/none.jpg").fault
    (tmp_path / "content" / "images").mkdir(parents=True)
    assert "Is a directory" not in images.inspect(tmp_path, "content/images").fault
    assert images.inspect(tmp_path, "content/images").fault


def test_an_image_behind_a_link_out_of_the_root_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(picture("JPEG"))
    (tmp_path / "root" / "content").mkdir(parents=True)
    (tmp_path / "root" / "content" / "a.jpg").symlink_to(tmp_path / "secret.jpg")
    asset = images.inspect(tmp_path / "root", "content/a.jpg")
    assert "仓库之外" in asset.fault
    assert asset.digest == ""

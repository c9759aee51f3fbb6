"""Archival items: players, scans, transcripts, and files published in the bytes they were given in."""

import hashlib
import shutil
from pathlib import Path
from typing import Any

import pytest
import site_kit as kit
from bs4 import Tag
from crawl import Built
from PIL import Image

SOUND, FILM = b"ID3 sound of 1984", b"\0\0\0\x18ftypmp42 film of 1984"
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\n第一句。\n".encode()
PAGES = [kit.encoded(kit.picture(60 + n, (300, 420)), exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0") for n in (1, 2)]
HIDDEN = b"ID3 not public"
FILES = {
    "jiang.mp3": SOUND,
    "Lu Xiang.mp4": FILM,
    "zi.vtt": CAPTIONS,
    "ye1.jpg": PAGES[0],
    "ye2.jpg": PAGES[1],
}


def item(file: str, data: bytes, **keys: str) -> dict[str, str]:
    return {"file": f"media/{file}", "sha256": hashlib.sha256(data).hexdigest(), **keys}


def record(title: str, medium: str, *items: dict[str, str], **keys: Any) -> str:
    fixed = {"code": f"DH-{title}", "medium": medium, "made_on": "1984-04-02", "custodian": "档案室"}
    return kit.article(title, **{**fixed, "items": list(items), **keys})


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Path:
    root = tmp_path_factory.mktemp("archives") / "root"
    for name, data in {**FILES, "mimi.mp3": HIDDEN}.items():
        kit.write(root, f"content/archives/media/{name}", data)
    scans = [item("ye1.jpg", PAGES[0], label="封面"), item("ye2.jpg", PAGES[1])]
    documents = {
        "luyin": record("口述", "录音", item("jiang.mp3", SOUND, captions="media/zi.vtt")),
        "luxiang": record("开幕", "录像", item("Lu Xiang.mp4", FILM), body="## 解说\n\n开幕。\n"),
        "saomiao": record("登记表", "扫描件", *scans, cover="media/ye1.jpg"),
        "mimi": record("没有公开的录音", "录音", item("mimi.mp3", HIDDEN), visibility="internal"),
    }
    for name, text in documents.items():
        kit.write(root, f"content/archives/{name}.md", text)
    runner.build(root, "--only", "portal")
    return root


@pytest.fixture(scope="module")
def built(root: Path) -> Built:
    return Built(root / "dist/site")


def texts(tags: list[Tag]) -> list[str]:
    return ["".join(tag.get_text().split()) for tag in tags]


def published(built: Built, page: str, tag: Tag, attribute: str = "src") -> bytes:
    found = built.target(f"{page}index.html", str(tag[attribute]))
    assert found
    return (built.folder / found[0]).read_bytes()


def test_the_list_goes_by_medium(built: Built) -> None:
    page = built.soup("archives/")
    assert texts(page.select("section h2")) == ["扫描件", "录音", "录像"]
    assert [texts(s.select("li a")) for s in page.select("section")] == [["登记表"], ["口述"], ["开幕"]]
    assert "DH-登记表" in page.get_text()
    assert "1984年4月2日" in page.get_text()


def test_a_recording_has_a_player_with_captions(built: Built) -> None:
    page = built.soup("archives/luyin/")
    (player,) = page.select("audio")
    assert player.has_attr("controls")
    assert player["preload"] == "metadata"
    (source,) = player.select("source")
    assert source["type"] == "audio/mpeg"
    assert published(built, "archives/luyin/", source) == SOUND
    (track,) = player.select("track")
    assert (track["kind"], track["srclang"]) == ("captions", "zh-CN")
    assert published(built, "archives/luyin/", track) == CAPTIONS
    assert "文字记录" in texts(page.select("h2"))
    assert "正文一段" in page.get_text()


def test_a_film_has_a_player(built: Built) -> None:
    page = built.soup("archives/luxiang/")
    (player,) = page.select("video")
    assert player["preload"] == "metadata"
    (source,) = player.select("source")
    assert published(built, "archives/luxiang/", source) == FILM
    assert not page.select("track")


def test_pages_of_a_scan_stand_in_order_with_their_own_bytes(built: Built) -> None:
    page = built.soup("archives/saomiao/")
    links = page.select(".press-item > a")
    assert [published(built, "archives/saomiao/", a, "href") for a in links] == PAGES
    assert [published(built, "archives/saomiao/", a.select("img")[0]) for a in links] == PAGES
    assert [str(a.select("img")[0]["alt"]) for a in links] == [
        "登记表，封面（打开原图）",
        "登记表，第2页（打开原图）",
    ]
    for a in links:
        (light,) = a.select("source")
        name = str(light["srcset"]).removeprefix("../../")
        with Image.open(built.folder / name) as image:
            assert (image.format, image.size) == ("WEBP", (300, 420))


def test_the_fixity_that_is_shown_is_that_of_the_published_file(built: Built) -> None:
    for name in ("luyin", "luxiang", "saomiao"):
        page = built.soup(f"archives/{name}/")
        rows = page.select(".press-fixity dl > div")
        assert rows
        for row in rows:
            data = published(built, f"archives/{name}/", row.select("a")[0], "href")
            assert texts(row.select("code")) == [hashlib.sha256(data).hexdigest()]
        assert "sha256sum" in page.get_text()
    (download,) = built.soup("archives/luxiang/").select(".press-fixity a")
    assert download["download"] == "Lu Xiang.mp4"


def test_published_files_are_named_by_stem_and_digest(built: Built) -> None:
    digests = {name: hashlib.sha256(data).hexdigest()[:12] for name, data in FILES.items()}
    media = {path.name for path in (built.folder / "media").iterdir()}
    assert media == {
        f"jiang-{digests['jiang.mp3']}.mp3",
        f"lu-xiang-{digests['Lu Xiang.mp4']}.mp4",
        f"zi-{digests['zi.vtt']}.vtt",
        *(f"ye{n}-{digests[f'ye{n}.jpg']}.{suffix}" for n in (1, 2) for suffix in ("jpg", "webp")),
    }


def test_nothing_that_is_not_public_shows(built: Built) -> None:
    assert not [name for name, text in built.html.items() if "没有公开的录音" in text]
    assert not [path for path in built.files.values() if path.read_bytes() == HIDDEN]


def test_every_link_leads_somewhere(built: Built) -> None:
    assert built.dead() == []


def test_a_scan_that_is_shown_elsewhere_too_keeps_its_bytes(
    root: Path, runner: kit.Runner, tmp_path: Path
) -> None:
    """A picture of an article loses its metadata; the same file as a scan must not lose a byte."""
    copy = tmp_path / "root"
    shutil.copytree(root / "content", copy / "content")
    body = "![登记表](../archives/media/ye2.jpg)\n"
    kit.write(copy, "content/news/a.md", kit.article("一张老照片", body=body))
    runner.build(copy, "--only", "portal")
    (path,) = (copy / "dist/site/media").glob("ye2-*.jpg")
    assert path.read_bytes() == PAGES[1]
    changed = kit.rewritten(runner, copy, "content/archives/saomiao.md", "status: published", "status: draft")
    assert f"media/{path.name}" in changed
    assert path.read_bytes() != PAGES[1]
    assert Built(copy / "dist/site").dead() == []


def test_pages_are_made_anew_when_what_they_show_changes(
    root: Path, runner: kit.Runner, tmp_path: Path
) -> None:
    copy = tmp_path / "root"
    shutil.copytree(root / "content", copy / "content")
    runner.build(copy, "--only", "portal")
    other = SOUND + b" and more"
    kit.write(copy, "content/archives/media/jiang.mp3", other)
    old, new = hashlib.sha256(SOUND).hexdigest(), hashlib.sha256(other).hexdigest()
    changed = kit.rewritten(runner, copy, "content/archives/luyin.md", old, new)
    assert {"archives/luyin/index.html", f"media/jiang-{new[:12]}.mp3"} <= changed
    assert not {"archives/index.html", "archives/saomiao/index.html"} & changed
    assert not list((copy / "dist/site/media").glob(f"jiang-{old[:12]}*"))
    changed = kit.rewritten(runner, copy, "content/archives/luyin.md", "code: DH-口述", "code: DH-1984")
    assert {"archives/index.html", "archives/luyin/index.html"} <= changed
    assert "archives/saomiao/index.html" not in changed

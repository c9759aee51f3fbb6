"""What is not public reaches no byte of dist, in no form: raw, inflated, encoded or as a name.

Every field of every unpublished document holds a sentinel; a published document holds another
one, which the same search must find, so that a blind search cannot pass.
"""

import base64
import gzip
import hashlib
import html
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pikepdf
import pymupdf
import pytest
import site_kit as kit
from PIL import Image, PngImagePlugin

from press.content_types import content_types

HIDDEN, HIDDEN_HAN = "zqxhidden", "隐哨禁传"
SHOWN, SHOWN_HAN = "zqxshown", "明哨可传"
STATES = {
    "draft": {"status": "draft"},
    "unsaid": {},
    "withdrawn": {"status": "withdrawn"},
    "internal": {"status": "published", "visibility": "internal"},
    "internal-draft": {"status": "draft", "visibility": "internal"},
}

pytestmark = pytest.mark.pdf


# --- the search -------------------------------------------------------------------------------


def needles(word: str) -> list[bytes]:
    """``word`` as it may lie in a file: encodings, escapes, hexadecimal and Base64."""
    utf8 = word.encode()
    forms = {utf8, word.encode("utf-16-le"), word.encode("utf-16-be"), word.encode("gb18030")}
    forms |= {utf8.hex().encode(), word.encode("utf-16-be").hex().encode()}
    forms |= {quote(word).encode(), "".join(f"%{byte:02x}" for byte in utf8).encode()}
    forms |= {
        "".join(f"&#{ord(c)};" for c in word).encode(),
        "".join(f"&#x{ord(c):x};" for c in word).encode(),
    }
    forms |= {"".join(f"\\u{ord(c):04x}" for c in word).encode()}
    for shift in range(3):
        # Whatever stands before it, one of three alignments; the ends mix with their neighbours.
        whole = base64.b64encode(b"\0" * shift + utf8)
        forms.add(whole[4 if shift else 0 : len(whole) - 4].lower())
    return sorted(forms)


HIDDEN_NEEDLES = needles(HIDDEN) + needles(HIDDEN_HAN)
SHOWN_NEEDLES = needles(SHOWN) + needles(SHOWN_HAN)


def inflated(data: bytes) -> Iterator[bytes]:
    """Everything in ``data`` that begins like a zlib or gzip stream and inflates."""
    for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08", data):
        gzipped = match[0].startswith(b"\x1f")
        try:
            out = zlib.decompressobj(31 if gzipped else 15).decompress(data[match.start() :])
        except zlib.error:
            continue
        if out:
            yield out


def inside_pdf(data: bytes) -> Iterator[tuple[str, bytes]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, thing in enumerate(pdf.objects):
            where = f"object {number + 1}"
            yield where, repr(thing).encode()
            yield where, b" ".join(bytes(text) for text in strings(thing))
            if isinstance(thing, pikepdf.Stream):
                yield where, thing.read_raw_bytes()
                try:
                    yield where, thing.read_bytes(pikepdf.StreamDecodeLevel.all)
                except pikepdf.PdfError:
                    yield where, thing.read_bytes(pikepdf.StreamDecodeLevel.generalized)
        yield "docinfo", repr(dict(pdf.docinfo)).encode()
        with pdf.open_outline() as outline:
            yield "outline", repr(list(titles(outline.root))).encode()
        for name, file in pdf.attachments.items():
            yield "attachment", name.encode() + file.get_file().read_bytes()
    opened: Any = pymupdf.open(stream=data)  # type: ignore[no-untyped-call,unused-ignore]
    yield "metadata", repr(opened.metadata).encode()
    yield "xmp", opened.get_xml_metadata().encode()
    yield "toc", repr(opened.get_toc()).encode()
    whole = "".join(page.get_text() for page in opened)
    yield "text", "".join(whole.split()).encode()


def strings(thing: Any, depth: int = 0) -> Iterator[pikepdf.String]:
    if isinstance(thing, pikepdf.String):
        yield thing
    elif depth < 6 and isinstance(thing, pikepdf.Array):
        for item in thing:
            yield from strings(item, depth + 1)
    elif depth < 6 and isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key in thing.keys():  # noqa: SIM118 - not a mapping
            yield from strings(thing[key], depth + 1)


def titles(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from titles(item.children)


@dataclass
class Traces:
    """Where sentinels stand: file → kinds of places."""

    hidden: dict[str, set[str]] = field(default_factory=dict)
    shown: dict[str, set[str]] = field(default_factory=dict)

    def look(self, name: str, where: str, data: bytes) -> None:
        lower = data.lower()
        for found, words in ((self.hidden, HIDDEN_NEEDLES), (self.shown, SHOWN_NEEDLES)):
            # GB18030 and UTF-16 must be looked for as they are; the rest in any case.
            if any(word in data or word in lower for word in words):
                found.setdefault(name, set()).add(where)


def search(folder: Path) -> Traces:
    traces = Traces()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        traces.look(name, "name", name.encode())
        if not path.is_file():
            continue
        data = path.read_bytes()
        traces.look(name, "raw", data)
        for piece in inflated(data):
            traces.look(name, "inflated", piece)
        if path.suffix in (".html", ".xml", ".svg"):
            traces.look(name, "unescaped", html.unescape(data.decode()).encode())
        if data.startswith(b"%PDF"):
            for where, piece in inside_pdf(data):
                traces.look(name, "text" if where == "text" else where.split()[0], piece)
        if path.suffix in (".jpg", ".png", ".webp"):
            with Image.open(path) as image:
                image.load()
                traces.look(name, "image info", repr(image.info).encode())
                traces.look(name, "exif", repr(dict(image.getexif())).encode())
    return traces


# --- the site ---------------------------------------------------------------------------------


SCAN = kit.encoded(kit.picture(40, (300, 400)))


def file_of(word: str, suffix: str) -> str:
    return f"media/{word}-file.{suffix}"


def bytes_of(word: str, suffix: str) -> bytes:
    """A file that carries ``word`` where it can: a recording's bytes are published as they are."""
    if suffix == "csv":
        return f"科目编码,科目名称,2025年决算数\n101,{word},5\n,合计,5\n".encode()
    return SCAN + word.encode()


def values(field_: str, mark: str) -> Any:
    """A value for a key of the front matter, with ``mark`` in every text of it.

    References lead to published documents: what is not public must not show on their pages either.
    """
    word = mark.split()[0]
    days = (
        "adopted_on",
        "effective_on",
        "begins_on",
        "ends_on",
        "due_on",
        "received_on",
        "assigned_on",
        "made_on",
    )
    if field_ == "date":
        return "2026-03-02"
    if field_ in days or field_ == "elected_on":
        return "2026-03-02"
    people = [f"{mark}甲", f"{mark}乙"]
    tally = {"for": people, "against": [], "abstain": [], "not_voted": [], "result": "通过"}
    made: dict[str, Any] = {
        "kind": "常委会会议",
        "agenda": [{"item": f"{mark} 议题"}],
        "attendance": {
            "expected": 2,
            "present": people,
            "non_voting": [{"office": f"{mark} 列席单位", "people": [f"{mark}丙"]}],
        },
        "votes": [{"item": f"{mark} 表决事项", **tally}],
        "evaluations": [{"item": f"{mark} 测评", "satisfied": 2}],
        "documents": [f"news/{SHOWN}-news"],
        "vote": {"for": 2, "against": 0, "abstain": 0, "not_voted": 0, "result": "通过"},
        "versions": [
            {"action": "通过", "date": "2026-03-02", "number": f"{mark} 文号", "note": f"{mark} 附注"}
        ],
        "meeting": f"{SHOWN}-meetings",
        "deputies": [f"{SHOWN}-deputies"],
        "report": f"{SHOWN}-reports",
        "handles": f"{SHOWN}-opinions",
        "tables": [{"file": file_of(word, "csv"), "title": f"{mark} 表名", "unit": f"{mark}元"}],
        "handling": {"total": 1, "solved": 1, "planned": 0, "explained": 0},
        "appointments": [
            {"name": f"{mark}丁", "action": "任命", "office": f"{mark} 职务", "organ": f"{mark} 机关"}
        ],
        "names": [f"{mark}戊"],
        "units": [f"{mark} 承办单位"],
        "progress": "已答复",
        "satisfaction": "满意",
        "reply": {
            "by": f"{mark} 答复单位",
            "date": "2026-03-02",
            "text": f"{mark} 答复",
            "number": f"{mark} 答复文号",
            "answer": "已解决",
        },
        "medium": "扫描件",
        "items": [
            {
                "file": file_of(word, "jpg"),
                "sha256": hashlib.sha256(bytes_of(word, "jpg")).hexdigest(),
                "label": f"{mark} 文件名",
            }
        ],
        "authors": [f"{mark} authors 甲", f"{mark} authors 乙"],
        "allow": [{"code": "T003", "reason": f"{mark} 理由"}],
        "corrections": [{"date": "2026-03-03", "text": f"{mark} 更正"}],
        "reviews": [{"stage": f"{mark} 一审", "by": f"{mark} 审稿人", "date": "2026-03-03"}],
    }
    for name in ("photographers", "editors", "tags"):
        made[name] = [f"{mark} {name} 甲", f"{mark} {name} 乙"]
    if field_ in made:
        return made[field_]
    assert field_ in TEXTS, f"no sentinel for the key {field_!r}: add one here, so that its leaks are found"
    return f"{mark} {field_}"


TEXTS = (
    *("title", "subtitle", "summary", "source", "column", "number", "place", "chair", "organ", "rapporteur"),
    *(
        "office",
        "to",
        "proposer",
        "speaker",
        "topic",
        "delegation",
        "constituency",
        "contact",
        "code",
        "custodian",
    ),
)
"""Keys that are one line of text."""


def filled(type_: str, name: str, word: str, han: str, leave: tuple[str, ...] = ()) -> dict[str, Any]:
    """Every key of the type's model, with a sentinel in each.

    What would make the planted documents contradict each other is left out: numbers of sessions, and
    days that have not come.
    """
    keys: dict[str, Any] = {}
    never = (
        "id",
        "status",
        "visibility",
        "cover",
        "portrait",
        "term",
        "session",
        "ended_on",
        "answered_on",
        "landed_on",
    )
    for key in content_types()[type_].model.model_fields:
        if key in (*never, *leave):
            continue
        keys[key] = values(key, f"{word} {han}")
        if key == "appointments":
            keys[key][0]["office"] += name  # once all are public, nobody is given one office twice
    for key in ("cover", "portrait"):
        if key in content_types()[type_].model.model_fields:
            keys[key] = f"images/{word}-{name}-cover.jpg"
    return keys


def body(name: str, word: str, han: str, links: str) -> str:
    return (
        f"甲,乙。正文 {word} {han}。[链接 {word}](https://example.org/{word})，{links}\n\n"
        f"## 标题 {word}\n\n脚注[^1]，`代码 {word}`，**{han}**。\n\n"
        f"| {word} | {han} |\n| --- | --- |\n| 甲 | {word} |\n\n"
        f'![替代文字 {word} {han}](images/{word}-{name}-body.png "图片说明 {word} {han}")\n\n'
        f"> 引文 {han}\n\n- 列表 {word}\n\n```\n{word}\n```\n\n[^1]: 脚注里的 {word} {han}。\n"
    )


def metadata_of(mark: str) -> tuple[bytes, bytes]:
    """EXIF (with GPS) and XMP holding ``mark``."""
    exif = Image.Exif()
    for tag in (0x010E, 0x010F, 0x0110, 0x0131, 0x013B, 0x8298):
        exif[tag] = mark
    exif[0x0112] = 6  # shot upright
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + mark.encode()
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (25.0, 2.0, 11.0), "E", (102.0, 42.0, 31.0)
    gps[27] = b"ASCII\0\0\0" + mark.encode()
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><d>{mark}</d></rdf:RDF></x:xmpmeta>'.encode()
    return exif.tobytes(), xmp


def photographs(mark: str) -> dict[str, bytes]:
    """Pictures a camera or a phone would give: one of each format, full of metadata."""
    exif, xmp = metadata_of(mark)
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", mark)
    text.add_text("Author", mark, zip=True)
    text.add_itxt("XML:com.adobe.xmp", xmp.decode(), zip=True)
    jpeg = kit.encoded(kit.picture(21, (400, 300)), "JPEG", exif=exif, xmp=xmp, comment=mark.encode())
    return {
        "shot.jpg": jpeg + b"motion photo trailer " + mark.encode(),
        "scan.png": kit.encoded(kit.picture(22, (300, 200)), "PNG", exif=exif, pnginfo=text),
        "pixel.webp": kit.encoded(kit.picture(23, (200, 300)), "WEBP", exif=exif, xmp=xmp),
        "old.gif": kit.encoded(kit.picture(24, (60, 40)), "GIF", comment=mark.encode()),
    }


def plant(root: Path, states: dict[str, dict[str, str]] = STATES) -> None:
    """Published documents with one sentinel, unpublished ones of every type with the other."""
    shared = kit.encoded(kit.picture(30))
    for type_ in content_types():
        folder = f"content/{type_}"
        for word in (SHOWN, HIDDEN):
            for suffix in ("csv", "jpg"):
                kit.write(root, f"{folder}/{file_of(word, suffix)}", bytes_of(word, suffix))
        for kind in ("cover.jpg", "body.png"):
            form = "JPEG" if kind.endswith("jpg") else "PNG"
            kit.write(root, f"{folder}/images/{SHOWN}-{type_}-{kind}", kit.encoded(kit.picture(31), form))
        # The published document was reviewed, and its file carries the editors' comments.
        keys = filled(type_, type_, SHOWN, SHOWN_HAN) | {
            "reviews": values("reviews", f"{HIDDEN} {HIDDEN_HAN}")
        }
        text = kit.article(body=body(type_, SHOWN, SHOWN_HAN, "")
            + f"\n<!-- 编者按：{HIDDEN} {HIDDEN_HAN} -->\n\n文字<!-- {HIDDEN} -->文字。\n\n[没有用到]: https://example.org/{HIDDEN}\n",
            **keys,
        )  # fmt: skip
        text = text.replace("---\n", f"---\n# {HIDDEN} {HIDDEN_HAN}\n", 1)
        kit.write(root, f"{folder}/{SHOWN}-{type_}.md", text)
        for state, switches in states.items():
            name = f"{type_}-{state}"
            cover = kit.encoded(kit.picture(hash_of(name)))
            kit.write(root, f"{folder}/images/{HIDDEN}-{name}-cover.jpg", cover)
            # The same bytes as a picture of a public document, under a name that must not be seen.
            kit.write(root, f"{folder}/images/{HIDDEN}-{name}-body.png", shared)
            keys = filled(type_, name, HIDDEN, HIDDEN_HAN)
            # Between the two public documents in time: it must not be anybody's neighbour.
            links = f"[公开](../{type_}/{SHOWN}-{type_}.md)、[也不公开](../{type_}/{HIDDEN}-{type_}-draft.md)"
            keys |= {"id": f"{HIDDEN}-{name}-id"} if state == "internal" else {}
            links = links if state != "internal" else "[公开](news/zqxshown-news)"
            text = kit.article(
                body=body(name, HIDDEN, HIDDEN_HAN, links), **(keys | {"status": None} | switches)
            )
            text = text.replace("status: null\n", "")
            kit.write(root, f"{folder}/{HIDDEN}-{name}.md", text)
        for day in ("2026-03-01", "2026-03-04"):
            kit.write(root, f"{folder}/plain-{day}.md", kit.article(f"普通稿件{day}", day))
    kit.write(root, "content/news/images/shared.png", shared)
    shots = photographs(f"{HIDDEN} {HIDDEN_HAN}")
    text = "".join(f'![照片 {name}](images/{name} "说明")\n\n' for name in shots)
    for name, data in shots.items():
        kit.write(root, f"content/news/images/{name}", data)
    text += "![共用的图](images/shared.png)\n"
    kit.write(root, "content/news/photographs.md", kit.article("照片", body=text, cover="images/shot.jpg"))
    refs = [f"{type_}/{SHOWN}-{type_}" for type_ in content_types()] + ["news/photographs"]
    comment = f"# {HIDDEN} {HIDDEN_HAN}\n"
    kit.write(root, "bulletins/gongbao/periodical.yml", comment + kit.periodical("公报"))
    kit.write(root, "bulletins/gongbao/2026-01.yml", comment + kit.issue(1, "2026-04-01", {"全部": refs}))
    kit.write(root, f"content/news/images/{HIDDEN}-used-by-nobody.jpg", kit.encoded(kit.picture(33)))


def hash_of(name: str) -> int:
    return zlib.crc32(name.encode())


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Path:
    root = tmp_path_factory.mktemp("sentinel") / "root"
    plant(root)
    runner.build(root)
    return root


@pytest.fixture(scope="module")
def traces(root: Path) -> Traces:
    return search(root / "dist")


def unexplained(root: Path, traces: Traces) -> dict[str, set[str]]:
    """What is found of hidden documents, but for the addresses of withdrawn ones, which say: gone."""
    gone = [f"{type_}/{HIDDEN}-{type_}-withdrawn" for type_ in content_types()]
    places = {f"site/{place}{end}" for place in gone for end in ("", "/index.html")}
    left = {name: where for name, where in traces.hidden.items() if name not in places or where != {"name"}}
    for name in [name for name in left if name.startswith("server/")]:
        text = (root / "dist" / name).read_text("utf-8")
        for place in gone:
            text = text.replace(f"/{place}/", "/")
        if HIDDEN not in text and HIDDEN_HAN not in text:
            del left[name]
    return left


def test_nothing_unpublished_leaves_the_house(root: Path, traces: Traces) -> None:
    assert unexplained(root, traces) == {}


def test_the_search_is_not_blind(traces: Traces) -> None:
    places: dict[str, set[str]] = {}
    for name, where in traces.shown.items():
        places.setdefault(name.rpartition(".")[2], set()).update(where)
    assert {"raw", "name"} <= places["html"] | {"name"}
    assert "raw" in places["html"]
    assert "text" in places["pdf"]
    assert "toc" in places["pdf"]
    assert "name" in places["jpg"]
    assert "name" in places["webp"]
    assert f"site/news/{SHOWN}-news/index.html" in traces.shown
    assert "raw" in traces.shown["site/sitemap-news.xml"]


@pytest.mark.parametrize("type_", list(content_types()))
def test_every_field_of_a_published_document_is_found(root: Path, type_: str) -> None:
    """Otherwise a field that is simply not published would prove nothing about hiding."""
    page = (root / f"dist/site/{type_}/{SHOWN}-{type_}/index.html").read_text("utf-8")
    for key in content_types()[type_].model.model_fields:
        if key in TEXTS and key not in ("summary", "proposer"):
            assert f"{SHOWN} {SHOWN_HAN} {key}" in page, key


@pytest.mark.parametrize(
    "make",
    [
        lambda word: gzip.compress(f"文字 {word}".encode()),
        lambda word: b"junk" + zlib.compress(f"文字 {word}".encode()) + b"junk",
        lambda word: f"x{word}y".encode("utf-16"),
        lambda word: f"\\{quote(word)}".encode(),
        lambda word: "".join(f"&#{ord(c)};" for c in word).encode(),
        lambda word: f"<p>{word}</p>".encode("gb18030"),
        lambda word: base64.b64encode(f"文字 {word} 文字".encode()),
        lambda word: base64.b64encode(f"字a {word} 文字".encode()),
        lambda word: base64.b64encode(f"字ab {word} 文字".encode()),
        lambda word: word.upper().encode(),
    ],
)
@pytest.mark.parametrize("word", [HIDDEN, HIDDEN_HAN])
def test_the_search_sees_through_encodings(tmp_path: Path, make: Any, word: str) -> None:
    (tmp_path / "blob").write_bytes(make(word))
    assert search(tmp_path).hidden


def test_the_search_sees_into_metadata(tmp_path: Path) -> None:
    """The photographs are full of it before they are published."""
    for name, data in photographs(f"{HIDDEN} {HIDDEN_HAN}").items():
        (tmp_path / name).write_bytes(data)
    assert set(search(tmp_path).hidden) == {"shot.jpg", "scan.png", "pixel.webp", "old.gif"}


def test_published_photographs_carry_no_metadata(root: Path) -> None:
    media = sorted((root / "dist/site/media").iterdir())
    assert {path.suffix for path in media} == {".jpg", ".png", ".webp", ".csv"}
    for path in media:
        if path.suffix == ".csv":
            continue
        with Image.open(path) as image:
            image.load()
            assert not dict(image.getexif()), path.name
            assert not dict(image.getexif().get_ifd(0x8825)), path.name
            extra = set(image.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
            extra -= {
                "progressive",
                "progression",
                "icc_profile",
                "background",
                "loop",
                "timestamp",
                "duration",
            }
            assert not extra, f"{path.name}: {extra}"


def test_turned_photograph_is_upright(root: Path) -> None:
    """EXIF said “turn me”; without EXIF the pixels must be turned."""
    shot = next((root / "dist/site/media").glob("shot-*.jpg"))
    with Image.open(shot) as image:
        assert image.size == (300, 400)


def test_images_in_the_pdf_carry_no_metadata(root: Path) -> None:
    (path,) = (root / "dist/print").rglob("*.pdf")
    seen = 0
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
                seen += 1
                raw = thing.read_raw_bytes()
                assert b"Exif\0" not in raw
                assert b"xmpmeta" not in raw
    assert seen >= 4


def test_withdrawing_takes_everything_back(tmp_path: Path, runner: kit.Runner) -> None:
    """What was published and is then withdrawn, made internal or a draft again leaves no trace."""
    root = tmp_path / "root"
    public = {name: {"status": "published"} for name in STATES}
    plant(root, public)
    refs = [f"{type_}/{HIDDEN}-{type_}-draft" for type_ in content_types()]
    kit.write(root, "bulletins/gongbao/2026-02.yml", kit.issue(2, "2026-05-01", {"全部": refs}))
    runner.build(root)
    before = [name for name in kit.hashes(root / "dist") if HIDDEN in name]
    assert any("/media/" in name for name in before)
    assert any(name.startswith("site/tags/") for name in before)
    assert any(name.startswith("site/study/") for name in before)
    assert list((root / "dist").rglob("gongbao-2026-02.pdf"))
    (root / "bulletins/gongbao/2026-02.yml").unlink()
    plant(root)
    runner.build(root)
    assert unexplained(root, search(root / "dist")) == {}
    assert not [p for p in (root / "dist").rglob("*") if p.is_dir() and not any(p.iterdir())]

import datetime
import hashlib
import io
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
import sample_issue as sample

from press.outputs.print import fonts
from press.outputs.print.compose import ComposeError, compose

TEMPLATES = Path(__file__).parents[2] / "theme_overrides" / "print"
DATE = datetime.date(2026, 3, 6)
MM = 72 / 25.4
SIZE, PITCH = 15.75, 29.53

pytestmark = pytest.mark.pdf


# PyMuPDF's pages are typed as not iterable.
Opened = Any


def opened(content: bytes) -> Opened:
    return pymupdf.open(stream=content)  # type: ignore[no-untyped-call,unused-ignore]


@pytest.fixture(scope="session", autouse=True)
def _installed() -> None:
    fonts.install(print)


def build(data: dict[str, Any], images: dict[str, bytes] | None = None, **more: Any) -> bytes:
    options = {"template_dir": TEMPLATES, "local_fonts": {}, "date": DATE, **more}
    return compose(data, sample.IMAGES if images is None else images, **options)


@pytest.fixture(scope="session")
def bulletin_bytes(_installed: None) -> bytes:
    return build(sample.bulletin())


@pytest.fixture(scope="session")
def bulletin(bulletin_bytes: bytes) -> Opened:
    return opened(bulletin_bytes)


@pytest.fixture(scope="session")
def study(_installed: None) -> Opened:
    return opened(build(sample.study()))


def small(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a bulletin of one document."""
    data = sample.bulletin()
    data["sections"] = [
        {"title": "公告", "documents": [sample.document("notices/a", "公告", list(blocks), **more)]}
    ]
    return data


def lines(page: Any) -> list[tuple[float, float, float, float, str]]:
    """Return the page's lines as (x0, baseline y, x1, size, text), from the top."""
    found: dict[float, list[Any]] = {}
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", []):
            for span in line["spans"]:
                for char in span["chars"]:
                    key = round(char["origin"][1], 1)
                    found.setdefault(key, []).append(
                        (char["origin"][0], char["bbox"][2], span["size"], char["c"])
                    )
    rows = []
    for y, chars in sorted(found.items()):
        chars.sort()
        rows.append((chars[0][0], y, max(c[1] for c in chars), chars[0][2], "".join(c[3] for c in chars)))
    return rows


def squeezed(text: str) -> str:
    # Print splits lines anywhere and extraction may see compatibility forms.
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def label(page: Any) -> str:
    # PyMuPDF 2.0 reads the "P" of "/Type /PageLabel" as a prefix.
    return str(page.get_label()).removeprefix("ageLabel")


def label_to_page(document: Opened, wanted: str) -> int:
    return next(int(page.number) for page in document if label(page) == wanted)


def test_a_full_page_is_28_by_22_in_the_type_area(bulletin: Opened) -> None:
    index = next(
        page.number
        for page in bulletin
        if sum(set(row[4].strip()) <= set(sample.EVEN) for row in lines(page)) >= 22
    )
    page = bulletin[index]
    body = [row for row in lines(page) if set(row[4].strip()) <= set(sample.EVEN) and row[3] > 15]
    assert len(body) == 22
    assert {len(row[4]) for row in body} == {28}
    assert all(abs(b[1] - a[1] - PITCH) < 0.11 for a, b in pairwise(body))
    binding = 28 * MM if (index + 1) % 2 else page.rect.width - 28 * MM - 28 * SIZE
    assert abs(body[0][0] - binding) < 0.5 * MM
    assert abs(28 * SIZE - 156 * MM) < 1 * MM
    # The em box of a line reaches from 0.88 em above its baseline to 0.12 em below.
    top, bottom = body[0][1] - 0.88 * SIZE, body[-1][1] + 0.12 * SIZE
    assert abs(top - 37 * MM) < 0.5 * MM
    assert abs(bottom - top - 225 * MM) < 1 * MM


def test_pages_are_a4_and_mirrored(bulletin: Opened) -> None:
    assert {(round(p.rect.width / MM), round(p.rect.height / MM)) for p in bulletin} == {(210, 297)}


def test_folios(bulletin: Opened) -> None:
    seen = 0
    for page in bulletin:
        folio = [row for row in lines(page) if re.fullmatch(r"— ?\d+ ?—", row[4].strip())]
        if not label(page).isdigit():
            assert not folio
            continue
        seen += 1
        (x0, y, x1, size, text) = folio[-1]
        assert text.strip("— ") == label(page)
        assert size == pytest.approx(14)
        odd = page.number % 2 == 0
        assert int(label(page)) % 2 == odd
        if odd:
            edge = 28 * MM + 28 * SIZE
            assert edge - x1 == pytest.approx(14, abs=1.5)
        else:
            edge = page.rect.width - 28 * MM - 28 * SIZE
            assert x0 - edge == pytest.approx(14, abs=1.5)
        # The dash stands 7 mm below the type area.
        dash = y - 0.38 * size
        assert dash - (37 * MM + 21 * PITCH + SIZE) == pytest.approx(7 * MM, abs=1 * MM)
    assert seen > 25


@pytest.mark.parametrize("kind", ["bulletin", "study"])
def test_contents_tell_true_pages(kind: str, request: pytest.FixtureRequest) -> None:
    document = request.getfixturevalue(kind)
    data = getattr(sample, kind)()
    first = label_to_page(document, "1")
    starts = {title: page - 1 for level, title, page in document.get_toc() if level == 2}
    contents = squeezed("".join(p.get_text() for p in document if label(p) in ("I", "II")))
    for section in data["sections"]:
        assert squeezed(section["title"]) in contents
        for entry in section["documents"]:
            title = squeezed(entry["title"])
            page = document[starts[entry["title"]]]
            assert title in squeezed(body_of(page))
            number = label(page)
            authors = squeezed("（" + "、".join(entry["authors"]) + "）") if entry["authors"] else ""
            assert re.search(re.escape(title + authors) + r"\.+" + number + r"(?!\d)", contents), title
    links = [link for p in document for link in p.get_links() if label(p) in ("I", "II")]
    assert {link["page"] for link in links} >= {first}


def body_of(page: Any) -> str:
    """Return the page's text without its running head."""
    return "".join(
        row[4]
        for row in lines(page)
        if row[1] > 30 * MM or (page.rect.height < 250 * MM and row[1] > 22 * MM)
    )


def test_text_comes_back_whole(bulletin_bytes: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(bulletin_bytes)
    done = subprocess.run(["pdftotext", str(tmp_path / "a.pdf"), "-"], capture_output=True, check=True)
    out = Counter(squeezed(done.stdout.decode()))
    wanted = Counter(squeezed("".join(strings(sample.bulletin()["sections"]))))
    assert not wanted - out
    text = squeezed(done.stdout.decode())
    assert squeezed(sample.RARE) in text
    assert squeezed(sample.LITERAL) in text
    assert "阿依古丽·买买提" in text


def strings(node: Any) -> list[str]:
    """Return every text of blocks and inlines, not addresses and names of things."""
    if isinstance(node, list):
        return [text for item in node for text in strings(item)]
    if isinstance(node, dict):
        own = [
            node[key] for key in ("s", "title", "caption", "text", "number") if isinstance(node.get(key), str)
        ]
        return own + [text for value in node.values() for text in strings(value)]
    return []


def test_no_forbidden_line_start_or_ragged_line(bulletin: Opened) -> None:
    for page in bulletin:
        odd = page.number % 2 == 0
        right = 28 * MM + 28 * SIZE if odd else page.rect.width - 28 * MM
        for _, _, x1, size, text in lines(page):
            assert text[0] not in "，。、；：？！）》”’", (page.number, text)
            # A last stop or space is half empty: only its blank half may hang out.
            blank = 0.6 * size if text[-1] in "，。、；：？！）》”’\u3000" else 1
            assert x1 <= right + blank or text[-1].isspace(), (page.number, text)


def test_running_heads(bulletin: Opened) -> None:
    def head(wanted: str) -> str:
        page = bulletin[label_to_page(bulletin, wanted)]
        return squeezed("".join(row[4] for row in lines(page) if row[1] < 32 * MM))

    assert head("1") == ""
    assert head("4").startswith("2026年第1期(总第97期)")
    assert head("4").endswith("常务委员会公报")
    assert head("7").startswith("公告·决议·决定")
    assert head("7").endswith("关于推进依法行使职权的决议")
    assert all(not r for p in bulletin if label(p) == "" for r in lines(p) if r[1] < 32 * MM and p.number)


def test_bookmarks_language_title_and_standards(bulletin_bytes: bytes, bulletin: Opened) -> None:
    toc = bulletin.get_toc()
    assert [t for level, t, _ in toc if level == 1][1:] == [s["title"] for s in sample.bulletin()["sections"]]
    assert sample.LONG_TITLE in [t for level, t, _ in toc if level == 2]
    assert max(level for level, _, _ in toc) >= 4
    with pikepdf.open(io.BytesIO(bulletin_bytes)) as pdf:
        assert str(pdf.Root.Lang).lower() == "zh-cn"
        assert pdf.Root.MarkInfo.Marked
        with pdf.open_metadata() as meta:
            assert meta["pdfaid:part"] == "2"
            assert meta["pdfaid:conformance"] == "A"
            assert meta["pdfuaid:part"] == "1"
            assert meta["dc:title"] == "青禾县人民代表大会常务委员会公报 2026年第1期"
            assert meta["dc:creator"] == ["青禾县人民代表大会常务委员会办公室"]
            assert meta["xmp:CreateDate"] == "2026-03-06T12:00:00+00:00"


def test_study_is_a5_with_its_notices(study: Opened) -> None:
    assert {(round(p.rect.width / MM), round(p.rect.height / MM)) for p in study} == {(148, 210)}
    cover = squeezed(study[0].get_text())
    assert "准印证号:(青)内资准字第0026号" in cover
    assert "内部资料,免费交流" in cover
    assert not re.search("本刊|刊号|刊期", "".join(p.get_text() for p in study))


_AGAIN = """
import datetime, hashlib, sys
from pathlib import Path
sys.path[:0] = [{scripts!r}, {tests!r}]
import sample_issue as sample
from press.outputs.print.compose import compose
out = compose(sample.bulletin(), sample.IMAGES, template_dir=Path({templates!r}), local_fonts={{}},
              date=datetime.date(2026, 3, 6))
print(hashlib.sha256(out).hexdigest())
"""


def test_same_bytes_in_another_folder_zone_and_process(
    bulletin_bytes: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "elsewhere"
    templates.mkdir()
    for template in TEMPLATES.glob("*.typ"):
        (templates / template.name).write_bytes(template.read_bytes())
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(fonts.cache_dir().parents[1]))
    for name, value in {
        "TZ": "Asia/Shanghai",
        "TMPDIR": str(tmp_path / "temporary"),
        "PYTHONHASHSEED": "7",
    }.items():
        monkeypatch.setenv(name, value)
    scripts = str(Path(fonts.__file__).parents[3])
    program = _AGAIN.format(scripts=scripts, tests=str(Path(__file__).parent), templates=str(templates))
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == hashlib.sha256(bulletin_bytes).hexdigest()
    assert b"press-print-" not in bulletin_bytes


def test_the_date_is_the_issues(bulletin_bytes: bytes) -> None:
    assert build(sample.bulletin(), date=datetime.date(2026, 3, 7)) != bulletin_bytes


def test_a_character_in_no_font_is_named_with_its_document() -> None:
    with pytest.raises(ComposeError, match=r"“\U0002B8A2”（U\+2B8A2）（见《公告》）"):
        build(small(sample.paragraph("名字里有\U0002b8a2字")))


def test_a_figure_without_alt_is_named() -> None:
    with pytest.raises(ComposeError, match=r"图片缺少替代文字：assets/icon\.png"):
        build(small(sample.figure("assets/icon.png", "", None, 64, 64)))


def test_a_broken_image_is_named() -> None:
    figure = sample.figure("a/broken.jpg", "坏图", None, 64, 64)
    images = {"a/broken.jpg": b"not an image", "a/fine.jpg": sample.IMAGES["assets/icon.png"]}
    with pytest.raises(ComposeError, match=r"图片不能用于存档 PDF：a/broken\.jpg") as caught:
        build(small(figure), images)
    assert "a/fine.jpg" not in str(caught.value)
    assert "press-print-" not in str(caught.value)


def test_headings_may_skip_levels() -> None:
    blocks = [sample.heading(level, f"级别{level}") for level in (5, 2, 6, 3, 4, 5, 6)]
    out = opened(build(small(*blocks)))
    assert [(level, t) for level, t, _ in out.get_toc()][-7:] == [
        (3, "级别5"),
        (3, "级别2"),
        (4, "级别6"),
        (4, "级别3"),
        (5, "级别4"),
        (6, "级别5"),
        (6, "级别6"),
    ]


def test_the_grid_holds_after_headings_notes_figures_and_short_tables() -> None:
    blocks = [
        sample.heading(2, "一、标题"),
        sample.paragraph("注", sample.note("脚注"), "文"),
        sample.figure("assets/icon.png", "图", "图注", 300, 200),
        sample.paragraph("图后"),
        sample.table([None], ["甲"], [["1"], ["2"]]),
        sample.paragraph("表后"),
        {"t": "rule"},
        {"t": "division", "name": "note", "c": [sample.paragraph("说明" * 60)]},
        sample.paragraph("末段"),
    ]
    out = opened(build(small(*blocks, subtitle="副标题")))
    found = {row[4]: (row[1] - 0.88 * SIZE - 37 * MM) / PITCH for page in out for row in lines(page)}
    for text in ("图后", "表后", "末段", "一、标题"):
        assert abs(found[text] - round(found[text])) < 0.03, (text, found[text])


def test_an_offices_own_font_wins() -> None:
    kai = fonts.cache_dir() / "LXGWWenKai-Light.ttf"
    out = opened(build(small(sample.paragraph("正文改用楷体")), local_fonts={"fang": kai}))
    spans = [s for b in out[4].get_text("dict")["blocks"] for line in b["lines"] for s in line["spans"]]
    assert {s["font"] for s in spans if "正文" in s["text"]} == {"LXGWWenKai-Light"}


@pytest.mark.parametrize(
    ("role", "content", "message"),
    [
        ("fang", None, "配置的“仿宋”字体文件不存在"),
        ("title", b"no font", "配置的“小标宋”文件不是字体"),
        ("body", b"", "不认识的字体角色“body”"),
    ],
)
def test_a_bad_local_font_is_refused(tmp_path: Path, role: str, content: bytes | None, message: str) -> None:
    path = tmp_path / "own.ttf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(fonts.FontError, match=message):
        build(small(), local_fonts={role: path})


def test_missing_fonts_point_to_the_installer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "cache_dir", lambda: tmp_path)
    with pytest.raises(fonts.FontError, match="press fonts"):
        build(small())


def test_the_design_names_only_locked_families() -> None:
    # An unknown family in a chain would only be a warning.
    families = {font.name for font in fonts.locked()}
    design = (TEMPLATES / "design.typ").read_text(encoding="utf-8")
    chains = design[design.index("#let chains") : design.index("#let weights")]
    assert set(re.findall(r'"([^"]+)"', chains)) <= families


def test_a_long_address_breaks_and_copies_whole() -> None:
    address = "https://example.com/" + "a" * 90 + "/b?c=d&" + "e.f/" * 20
    cell = sample.table([None, None], ["网址", "数"], [[address, "1"]])
    page = opened(build(small(sample.paragraph("见" + address + "。"), cell)))[4]
    assert squeezed(page.get_text()).count(squeezed(address)) == 2
    assert max(row[2] for row in lines(page)) <= 28 * MM + 28 * SIZE + 0.6 * SIZE


def test_no_heading_at_the_foot_of_a_page(bulletin: Opened, study: Opened) -> None:
    for document, size in ((bulletin, SIZE), (study, 10.5)):
        for page in document:
            spans = [
                span
                for block in page.get_text("dict")["blocks"]
                for line in block.get("lines", [])
                for span in line["spans"]
                if abs(span["size"] - size) < 0.1 and span["text"].strip() and label(page).isdigit()
            ]
            if spans:
                last = max(spans, key=lambda span: float(span["origin"][1]))
                assert not last["font"].startswith("NotoSansSC"), (page.number, last["text"])


def test_the_signature_keeps_the_standards_distances() -> None:
    blocks = [sample.paragraph("正文"), sample.signature("青禾县人大常委会", "2026年3月6日")]
    rows = {row[4].replace(" ", ""): row for row in lines(opened(build(small(*blocks)))[4])}
    name, date = rows["青禾县人大常委会"], rows["2026年3月6日"]
    # The date begins two characters right of the name; the longer ends two from the edge.
    assert date[0] - name[0] == pytest.approx(2 * SIZE, abs=0.5)
    assert 28 * MM + 28 * SIZE - max(name[2], date[2]) == pytest.approx(2 * SIZE, abs=1)


def test_what_an_issue_may_lack() -> None:
    data = small(sample.paragraph("正文"))
    data["issue"] |= {"serial": None, "serial_label": None}
    data["periodical"] |= {"publisher": None, "frequency": None, "imprint": []}
    data["sections"].append({"title": "空栏目", "documents": []})
    assert "空栏目" not in "".join(page.get_text() for page in opened(build(data)))


@pytest.mark.parametrize(("kind", "trim"), [("bulletin", "A5"), ("study", "A4"), ("book", "A5")])
def test_every_kind_in_every_trim(kind: str, trim: str) -> None:
    data = sample.bulletin()
    data["periodical"] |= {"kind": kind, "trim": trim}
    assert len(opened(build(data))) > 20

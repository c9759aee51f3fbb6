import datetime
import hashlib
import io
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pikepdf
import pytest
import sample_issue as sample
import sample_nodes as nodes
from proofs import (
    TEMPLATES,
    Opened,
    build,
    opened,
    small,
    squeezed,
    strings,
)

from press.outputs.print import fonts
from press.outputs.print.compose import ComposeError

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("_installed")]


def test_text_comes_back_whole(bulletin_bytes: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(bulletin_bytes)
    done = subprocess.run(["pdftotext", str(tmp_path / "a.pdf"), "-"], capture_output=True, check=True)
    out = Counter(squeezed(done.stdout.decode()))
    wanted = Counter(squeezed("".join(strings(sample.bulletin()["sections"]))))
    assert not wanted - out
    text = squeezed(done.stdout.decode())
    assert squeezed(nodes.RARE) in text
    assert squeezed(nodes.LITERAL) in text
    assert "阿依古丽·买买提" in text


def test_bookmarks_language_title_and_standards(bulletin_bytes: bytes, bulletin: Opened) -> None:
    toc = bulletin.get_toc()
    assert [t for level, t, _ in toc if level == 1][1:] == [s["title"] for s in sample.bulletin()["sections"]]
    assert nodes.LONG_TITLE in [t for level, t, _ in toc if level == 2]
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


_AGAIN = """
import datetime, hashlib, sys
from pathlib import Path
sys.path[:0] = [{scripts!r}, {tests!r}]
import sample_issue, sample_nodes
from press.outputs.print.compose import compose
design = {{path.name: path.read_bytes() for path in Path({templates!r}).glob("*.typ")}}
out = compose(sample_issue.bulletin(), sample_nodes.IMAGES, design=design,
              local_fonts={{}}, date=datetime.date(2026, 3, 6)).pdf
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
        build(small(nodes.paragraph("名字里有\U0002b8a2字")))


def test_a_figure_without_alt_is_named() -> None:
    with pytest.raises(ComposeError, match=r"图片缺少替代文字：assets/icon\.png"):
        build(small(nodes.figure("assets/icon.png", "", None, 64, 64)))


def test_a_broken_image_is_named() -> None:
    figure = nodes.figure("a/broken.jpg", "坏图", None, 64, 64)
    images = {"a/broken.jpg": b"not an image", "a/fine.jpg": nodes.IMAGES["assets/icon.png"]}
    with pytest.raises(ComposeError, match=r"图片不能用于存档 PDF：a/broken\.jpg") as caught:
        build(small(figure), images)
    assert "a/fine.jpg" not in str(caught.value)
    assert "press-print-" not in str(caught.value)


def test_headings_may_skip_levels() -> None:
    blocks = [nodes.heading(level, f"级别{level}") for level in (5, 2, 6, 3, 4, 5, 6)]
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


def test_an_offices_own_font_wins() -> None:
    kai = fonts.cache_dir() / "LXGWWenKai-Light.ttf"
    out = opened(build(small(nodes.paragraph("正文改用楷体")), local_fonts={"fang": kai}))
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


def test_what_an_issue_may_lack() -> None:
    data = small(nodes.paragraph("正文"))
    data["issue"] |= {"serial": None, "serial_label": None}
    data["periodical"] |= {"publisher": None, "frequency": None, "imprint": []}
    data["sections"].append({"title": "空栏目", "documents": []})
    assert "空栏目" not in "".join(page.get_text() for page in opened(build(data)))


@pytest.mark.parametrize(("kind", "trim"), [("bulletin", "A5"), ("study", "A4"), ("book", "A5")])
def test_every_kind_in_every_trim(kind: str, trim: str) -> None:
    data = sample.bulletin()
    data["periodical"] |= {"kind": kind, "trim": trim}
    assert len(opened(build(data))) > 20

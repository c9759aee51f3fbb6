"""The proof sheet: every fault once, nothing of a source taken for HTML, nobody asked for anything."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag

from press.diagnostics import Diagnostic, Location, Report, ReportError, Severity
from press.diagnostics.sheet import as_sheet
from press.pipeline.load import Loaded, load
from press.pipeline.report import report_on

if TYPE_CHECKING:
    from conftest import Tree

ARTICLE = "---\ntitle: {title}\ndate: {date}\nstatus: published\n---\n\n{body}\n"
EVIL = "<script>alert(1)</script><img src=x onerror=y>&amp;\"'"
SETTINGS = """\
site_name: 石桥县人大
site_url: https://renda.shiqiao.example/
theme: {name: material}
plugins: [{press: {office: "石桥县<b>办公室</b>"}}]
"""


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text().split())


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    root = tmp_path_factory.mktemp("sheet")
    news = root / "content" / "news"
    news.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    body = f"会议开始。会议听取报告,作出决议。{EVIL}\n\n甲,乙,丙。\u202e反\x1b[1m字,转。"
    files = {
        "a.md": ARTICLE.format(title="'<i>题</i>'", date="2026-03-06", body=body),
        "b.md": ARTICLE.format(title="后一篇", date="2026-02-30", body="正文。"),
        "c.md": ARTICLE.format(title="没有错的一篇", date="2026-04-01", body="正文。"),
        "{{ x }}.md": "没有信息栏",
    }
    for name, text in files.items():
        (news / name).write_text(text, encoding="utf-8")
    return load(root)


@pytest.fixture(scope="module")
def html(loaded: Loaded) -> str:
    return as_sheet(report_on(loaded))


@pytest.fixture(scope="module")
def page(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def test_every_fault_stands_there_once_in_order(loaded: Loaded, page: BeautifulSoup) -> None:
    items = page.select("ol > li")
    assert len(items) == len(loaded.diagnostics) > 6
    assert [words(item.select_one(".number")) for item in items] == [str(n + 1) for n in range(len(items))]
    for item, fault in zip(items, loaded.diagnostics, strict=True):
        at = fault.location
        level = "错误" if fault.severity is Severity.ERROR else "提醒"
        assert words(item.select_one(".place")) == f"{level}第 {at.line} 行第 {at.column} 字{fault.code}"
        assert words(item.select_one(".message")) == fault.message
        assert words(item.select_one(".hint")) == fault.hint
        assert [words(label) for label in item.select("label")] == ["已改", "不改"]
        assert item.select_one("[role=textbox]") is not None
    assert len(page.select(".sheaf")) == len({fault.location.path for fault in loaded.diagnostics})


def test_files_are_called_by_their_titles(page: BeautifulSoup) -> None:
    heads = [words(head) for head in page.select(".sheaf h3")]
    assert heads[0] == "<i>题</i>"
    assert "content/news/b.md" in heads, "a faulty document has no title to trust"
    assert "没有错的一篇" not in page.get_text()


def test_the_words_are_marked_in_their_sentence(page: BeautifulSoup) -> None:
    shown = {words(s): words(s.mark) for s in page.select(".sentence")}
    assert shown["会议听取报告,作出决议。"] == ","
    assert any("‹U+202E›反‹U+001B›[1m" in sentence for sentence in shown)


def test_nothing_of_a_source_is_html(html: str, page: BeautifulSoup) -> None:
    assert page.find_all(["script", "img", "b", "i", "iframe", "link"]) == []
    assert "<script" not in html
    assert "onerror=" not in re.sub(r"&lt;.*?&gt;", "", html)
    assert words(page.select_one(".publisher")) == "石桥县<b>办公室</b>"
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)


def test_nobody_is_asked_for_anything(html: str, page: BeautifulSoup) -> None:
    assert "url(" not in html
    assert "@import" not in html
    addresses = [str(tag[name]) for tag in page.find_all(True) for name in ("href", "src") if tag.get(name)]
    assert addresses
    assert all(a.startswith("https://renda.shiqiao.example/rules/#") for a in addresses), "links alone"
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert isinstance(policy, Tag)
    assert str(policy["content"]).startswith("default-src 'none'")


def test_the_head_and_the_kinds_add_up(loaded: Loaded, page: BeautifulSoup) -> None:
    facts = {words(div.dt): words(div.dd) for div in page.select(".head dl > div")}
    assert facts["核对文件"] == "4 个"
    assert facts["最新稿件"] == "2026年4月1日"
    rows = [[words(cell) for cell in row.select("th, td")] for row in page.select(".kinds tbody tr")]
    assert sum(int(row[3]) for row in rows) == len(loaded.diagnostics)
    assert facts["错误"] == f"{sum(int(row[3]) for row in rows if row[2] == '错误')} 处"
    levels = [row[2] for row in rows]
    assert levels == sorted(levels, key=["错误", "提醒"].index), "errors come first"
    commas = next(row for row in rows if row[0] == "T003")
    assert commas == ["T003", "汉字之间用了半角逗号", "提醒", "4", "1"]


def test_the_end_is_signed(page: BeautifulSoup) -> None:
    steps = [words(row.th) for row in page.select(".signing tbody tr")]
    assert steps == ["初审", "复审", "终审", "一校", "二校", "三校"]
    assert page.select("section")[-1] is page.select_one(".signing")


def test_the_same_input_gives_the_same_bytes(loaded: Loaded, html: str) -> None:
    assert as_sheet(report_on(load(loaded.root))) == html


def test_a_clean_root_has_a_sheet_to_sign(tree: "Tree") -> None:
    root = tree({"content/news/a.md": ARTICLE.format(title="题", date="2026-03-06", body="正文。")})
    page = BeautifulSoup(as_sheet(report_on(load(root))), "html.parser")
    assert words(page.select_one(".clean")) == "没有发现问题。"
    assert page.select(".kinds, .sheaf") == []
    assert page.select_one(".signing") is not None


def test_an_office_changes_the_design_without_python(tree: "Tree") -> None:
    text = ARTICLE.format(title="题", date="2026-03-06", body="甲,乙。")
    root = tree({"content/news/a.md": text, "theme_overrides/proof/sheet.css": "h1 { color: teal }"})
    html = as_sheet(report_on(load(root)))
    assert "color: teal" in html
    assert "校样清单" in html
    (root / "theme_overrides/proof/sheet.html").write_text("{{ nothing }}", encoding="utf-8")
    with pytest.raises(ReportError, match=r"theme_overrides/proof/sheet\.html 填不出校样清单"):
        as_sheet(report_on(load(root)))
    fault = Diagnostic("T003", Severity.WARNING, Location("a.md", 1, 1), "甲", "乙")
    with pytest.raises(ReportError, match=r"找不到校样清单的版式 theme_overrides/proof/sheet\.html"):
        as_sheet(Report([fault], designs=(Path("/nonexistent"),)))

"""Lists narrowed by year, column, tag and meeting; the box of facts; the way to every list."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
import record_site
import site_kit as kit
from bs4 import Tag
from crawl import Balance, Built, level


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text().split())


def beside_pictures(tag: Tag) -> str:
    """The words of an element without the titles of its pictures."""
    strings = (text for text in tag.strings if text.parent is None or text.parent.name != "title")
    return " ".join("".join(strings).split())


def titles(site: Built, permalink: str) -> list[str]:
    return [words(a) for a in site.soup(permalink).select(".press-entry__title a")]


def choices(site: Built, permalink: str) -> dict[str, tuple[str, str, bool]]:
    """Label → (count, file it leads to, whether it is the one shown)."""
    page = f"{permalink}index.html"
    return {
        str(a.contents[0]): (
            words(a.small),
            (site.target(page, str(a["href"])) or ("",))[0],
            a.has_attr("aria-current"),
        )
        for a in site.soup(permalink).select(".press-filters a")
    }


def facts(site: Built, permalink: str) -> dict[str, list[tuple[str, str]]]:
    """Label → (words, file they lead to or "") of each value."""
    page = f"{permalink}index.html"
    found: dict[str, list[tuple[str, str]]] = {}
    for row in site.soup(permalink).select(".press-facts > div"):
        found[words(row.dt)] = [
            (beside_pictures(dd), (site.target(page, str(dd.a["href"])) or ("",))[0] if dd.a else "")
            for dd in row.select("dd")
        ]
    return found


def test_filters_are_plain_links_with_counts(record: Built) -> None:
    assert choices(record, "decisions/") == {
        "全部": ("14", "decisions/index.html", True),
        "2026年": ("2", "decisions/by/year/2026/index.html", False),
        "2025年": ("12", "decisions/by/year/2025/index.html", False),
        "决议": ("12", "decisions/by/column/决议/index.html", False),
        "决定": ("1", "decisions/by/column/决定/index.html", False),
        "预算监督": ("12", "decisions/by/tag/预算监督/index.html", False),
        # What belongs to a meeting that is not public has no filter by it.
        "第十七届人大常委会第十次会议": ("1", "decisions/by/meeting/chang-10/index.html", False),
    }


def test_a_narrowed_list_holds_what_it_says_and_marks_itself(record: Built) -> None:
    assert titles(record, "decisions/by/year/2026/") == ["在未公开的会议上通过的决定", "关于水源保护的决定"]
    assert titles(record, "decisions/by/meeting/chang-10/") == ["关于水源保护的决定"]
    assert titles(record, "decisions/by/column/决议/") == [f"第{n:02}号决议" for n in range(11, -1, -1)]
    assert titles(record, "decisions/by/tag/预算监督/") == titles(record, "decisions/by/column/决议/")
    for permalink, label in (
        ("decisions/by/year/2026/", "2026年"),
        ("decisions/by/column/决议/", "决议"),
        ("decisions/by/tag/预算监督/", "预算监督"),
        ("decisions/by/meeting/chang-10/", "第十七届人大常委会第十次会议"),
    ):
        marked = [name for name, (_, _, active) in choices(record, permalink).items() if active]
        assert marked == [label], permalink
        assert record.soup(permalink).h1.get_text() == f"决议决定：{label}"  # type: ignore[union-attr]
        assert [words(a) for a in record.soup(permalink).select(".press-crumbs a")] == ["首页", "决议决定"]
    # The folded filter is open where one of its choices is taken.
    assert record.soup("decisions/by/meeting/chang-10/").select_one(".press-filters details[open]")
    assert not record.soup("decisions/").select_one(".press-filters details[open]")


def test_a_choice_that_would_narrow_nothing_is_none(record: Built) -> None:
    """All news is of one year, column and meeting; all reports are of one year, one is of a meeting."""
    for permalink in ("news/", "stories/", "tags/预算监督/"):
        assert record.soup(permalink).select(".press-filters") == []
    assert set(choices(record, "reports/")) == {"全部", "第十七届人大常委会第十次会议"}


def test_the_sitemap_knows_the_narrowed_lists(record: Built) -> None:
    maps = [path.read_text("utf-8") for name, path in record.files.items() if name.startswith("sitemap-")]
    text = "".join(maps)
    for place in ("decisions/by/year/2025/", "roster/", "statistics/2026/", "more/", "meetings/chang-10/"):
        assert f"<loc>{record.url}{place}</loc>" in text
    assert "/page/2/" not in text


def test_facts_of_a_decision(record: Built) -> None:
    assert facts(record, "decisions/shuiyuan/") == {
        "所属会议": [("县人大常委会第十次会议", "meetings/chang-10/index.html")],
        "通过日期": [("2026年2月27日", "")],
        "施行日期": [("2026年4月1日", "")],
        "表决": [("赞成3票，反对1票，弃权0票，未按表决器0人，通过（全体5人，竖线为半数）", "")],
    }
    # Its meeting is a draft.
    assert facts(record, "decisions/waiban/") == {}


def test_report_opinion_and_handling_lead_to_each_other(record: Built) -> None:
    report = ("养老服务报告（2026-02-26）", "reports/yanglao/index.html")
    opinion = ("养老服务审议意见（2026-03-03）", "opinions/yanglao/index.html")
    handling = ("养老审议意见办理报告（2026-05-28）", "reports/yanglao-banli/index.html")
    meeting = ("县人大常委会第十次会议", "meetings/chang-10/index.html")
    assert facts(record, "reports/yanglao/") == {
        "报告机关": [("县人民政府", "")],
        "报告人": [("水清（水利局局长）", "")],
        "所属会议": [meeting],
        "审议意见": [opinion],
        "研究处理情况": [handling],
    }
    assert facts(record, "opinions/yanglao/") == {
        "主送": [("县人民政府", "")],
        "所审议的报告": [report],
        "所属会议": [meeting],
        "办理期限": [("2026年5月31日前报告研究处理情况", "")],
        "研究处理情况": [handling],
    }
    assert facts(record, "reports/yanglao-banli/") == {
        "报告机关": [("县人民政府", "")],
        "所处理的审议意见": [opinion],
        "原报告": [report],
    }


def test_facts_of_notices_speeches_and_articles(record: Built) -> None:
    meeting = ("县人大常委会第十次会议", "meetings/chang-10/index.html")
    assert facts(record, "notices/gonggao/") == {"发布机关": [("县人大常委会", "")]}
    assert facts(record, "speeches/jianghua/") == {
        "讲话人": [("甘霖（主任）", "deputies/gan-lin/index.html")],
        "所属会议": [meeting],
    }
    assert facts(record, "news/huiyi/") == {"所属会议": [meeting]}
    assert facts(record, "stories/he/") == {"相关代表": [("河清", "deputies/he-qing/index.html")]}
    assert facts(record, "decisions/jueyi-00/") == {}


def test_every_list_can_be_reached_from_the_index(record: Built) -> None:
    folders = {
        name for name in record.html if name.count("/") == 1 and not name.startswith(("more/", "pages/"))
    }
    leads = {
        (record.target("more/index.html", str(a["href"])) or ("",))[0]
        for a in record.soup("more/").select(".press-index a")
    }
    assert folders == leads
    assert words(record.soup("more/").select_one(".press-index")).count("决议决定14 件") == 1
    for page in ("index.html", "meetings/chang-10/index.html"):
        (footer,) = record.pages[page].select(".press-footer a[href$='more/']")
        assert record.target(page, str(footer["href"])) == ("more/index.html", "")


@pytest.mark.parametrize(
    ("permalink", "marked"),
    [
        ("meetings/chang-10/", "会议"),
        ("roster/", "名册"),
        ("statistics/2026/", "统计"),
        ("decisions/by/year/2026/", "决议决定"),
        ("opinions/", "全部栏目"),
        ("opinions/yanglao/", "全部栏目"),
        ("", "首页"),
    ],
)
def test_the_navigation_marks_where_one_is(record: Built, permalink: str, marked: str) -> None:
    entries = record.soup(permalink).select(".press-nav a[aria-current]")
    assert [words(a) for a in entries] == [marked]


def test_an_opinion_that_is_withdrawn_leaves_the_report(tmp_path: Path, runner: kit.Runner) -> None:
    root = record_site.write(tmp_path / "root")
    change = ("content/opinions/yanglao.md", "status: published", "status: withdrawn")
    found = record_site.rewritten(runner, root, *change)
    # A decision of the same meeting named the opinion among what else there is to read.
    assert {
        "reports/yanglao/",
        "reports/yanglao-banli/",
        "meetings/chang-10/",
        "decisions/shuiyuan/",
    } <= found
    assert not found & {"decisions/", "roster/", "meetings/chang-9/"}
    site = Built(root / "dist/site", "https://renda.shiqiao.example/")
    assert set(facts(site, "reports/yanglao/")) == {"报告机关", "报告人", "所属会议"}
    assert set(facts(site, "reports/yanglao-banli/")) == {"报告机关"}
    assert site.dead(alone=True) == []


def test_shape_of_every_page(record: Built) -> None:
    tables = bars = 0
    for name, page in record.pages.items():
        assert Balance.of(record.html[name]) == [], name
        assert len(page.find_all("h1")) == 1, name
        headings = [level(tag) for tag in page.find_all(re.compile("^h[1-6]$"))]
        assert not [pair for pair in pairwise(headings) if pair[1] > pair[0] + 1], name
        ids = [str(tag["id"]) for tag in page.find_all(id=True)]
        assert len(ids) == len(set(ids)), name
        labels = {str(tag["aria-labelledby"]) for tag in page.select("[aria-labelledby]")}
        assert labels <= set(ids), name
        if not page.select("meta[name=robots]"):
            assert page.select_one("meta[name=description]")["content"], name  # type: ignore[index]
        # A policy of content security that allows neither can be set at any time.
        assert page.select("#content [style], #content script") == [], name
        for table in page.select("#content table"):
            tables += 1
            assert table.caption, name
            assert all(th.has_attr("scope") for th in table.select("th")), name
        for picture in page.select("#content svg:not([aria-hidden])"):
            bars += 1
            assert picture["role"] == "img", name
            assert words(picture.title), name
    assert tables > 15
    assert bars > 30

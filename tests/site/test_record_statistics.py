"""The year in figures: right, and each with the documents it counts."""

from pathlib import Path

import pytest
import record_site
import site_kit as kit
from bs4 import Tag
from crawl import Built

from press.outputs.portal import statistics
from press.outputs.portal.views import Views
from press.pipeline.load import load


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text().split())


def figures(site: Built, year: int) -> dict[str, dict[str, tuple[str, list[str]]]]:
    """Group → label → (value with unit, titles of what is counted)."""
    found: dict[str, dict[str, tuple[str, list[str]]]] = {}
    for section in site.soup(f"statistics/{year}/").select("section.press-part"):
        group = found.setdefault(words(section.h2), {})
        for row in section.select(".press-rows--bars tbody tr"):
            counted = [words(a) for a in row.select("li a")]
            group[words(row.th)] = (words(row.select_one("summary > span")), counted)
    return found


def test_every_figure_opens_what_it_counts(record: Built) -> None:
    found = figures(record, 2026)
    assert found["会议"] == {
        "人民代表大会会议": ("1 次", ["县人民代表大会第六次会议"]),
        "常委会会议": ("1 次", ["县人大常委会第十次会议"]),
        "表决事项": ("3 项", ["县人大常委会第十次会议"]),
    }
    assert found["审议"]["审议意见"] == ("1 件", ["养老服务审议意见"])
    assert found["审议"]["决议决定"][0] == "2 件"
    assert found["人事任免"]["任免合计"] == ("3 人次", ["二月任免名单"])
    assert found["人事任免"]["任命"] == ("2 人次", ["二月任免名单"])
    assert found["代表建议"]["办结答复"] == ("2 件", ["第1件建议", "第2件建议"])
    assert found["作者"] == {
        "记者甲": ("2 篇", ["第十次会议举行", "河清修桥"]),
        "记者乙": ("1 篇", ["河清修桥"]),
    }
    assert found["栏目"] == {"要闻": ("1 篇", ["第十次会议举行"])}
    assert "期刊刊印" not in found["渠道"], "nothing is printed, so there is no such figure"
    value, listed = found["渠道"]["网站刊发"]
    assert value == f"{len(listed)} 篇"
    assert figures(record, 2025)["审议"]["决议决定"][0] == "12 件"


def test_figures_counted_more_than_once_say_so(record: Built) -> None:
    page = record.soup("statistics/2026/")
    (row,) = [tag for tag in page.select("tbody tr") if words(tag.th) == "任免合计"]
    assert words(row.li) == "二月任免名单3 人次"


def test_bars_compare_what_is_counted_alike(record: Built) -> None:
    page = record.soup("statistics/2026/")
    widths = {
        words(row.th): [str(rect["width"]) for rect in row.select("rect")]
        for row in page.select(".press-rows--bars tbody tr")
    }
    assert widths["任免合计"] == ["100.00%"]
    assert widths["任命"] == ["66.67%"]
    assert widths["免去"] == ["33.33%"]
    # 次 and 项 are different measures.
    assert widths["常委会会议"] == widths["表决事项"] == ["100.00%"]
    assert words(page.select_one("svg[role=img] title")) == "人民代表大会会议：1次"


def test_how_far_the_suggestions_have_come(record: Built) -> None:
    page = record.soup("statistics/2026/")
    table = page.select_one(".press-rows--even")
    assert table is not None
    rows = [[words(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")]
    assert rows == [
        ["已落地", "1", "25.0%"],
        ["已答复", "1", "25.0%"],
        ["已交办", "1", "25.0%"],
        ["已收到", "1", "25.0%"],
    ]
    rates = {words(row.dt): words(row.dd) for row in page.select(".press-rates > div")}
    assert rates == {"答复率": "50.0%", "落地率": "25.0%", "满意率": "100.0%"}
    assert record.soup("statistics/2025/").select(".press-rates") == []


def test_the_overview_sets_the_years_beside_each_other(record: Built) -> None:
    page = record.soup("statistics/")
    heads = [words(th) for th in page.select("thead th")]
    assert heads == ["项目", "2026年", "2025年", "2024年", "2021年"]
    rows = {words(row.th): [words(td) for td in row.select("td")] for row in page.select("tbody tr")}
    assert rows["常委会会议（次）"] == ["1", "1", "0", "0"]
    assert rows["决议决定（件）"] == ["2", "12", "0", "0"]
    assert rows["任免合计（人次）"] == ["3", "0", "1", "0"]
    assert "主任会议（次）" not in rows, "what never happened is left out"
    leads = [record.target("statistics/index.html", str(a["href"])) for a in page.select("thead a")]
    assert leads == [(f"statistics/{year}/index.html", "") for year in (2026, 2025, 2024, 2021)]


def test_a_long_list_is_cut_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = record_site.write(tmp_path / "root")
    monkeypatch.setattr(statistics, "_LISTED", 5)
    views = Views(load(root).library)
    (page,) = [page for page in statistics.pages(views) if page.permalink == "statistics/2025/"]
    rows = {row.label: row for _, found in page.slots()["groups"] for row in found}
    assert (rows["决议决定"].value, len(rows["决议决定"].counted), rows["决议决定"].more) == (12, 5, 7)
    assert (rows["常委会会议"].value, rows["常委会会议"].more) == (1, 0)


@pytest.mark.parametrize(
    ("path", "old", "new", "rewritten", "kept"),
    [
        (
            "content/news/huiyi.md", "- 记者甲", "- 记者丙",
            {"statistics/2026/", "news/huiyi/"}, {"statistics/2025/", "statistics/", "statistics/2024/"},
        ),
        (
            "content/decisions/jueyi-03.md", "title: 第03号决议", "title: 第3号决议",
            {"statistics/2025/"}, {"statistics/2026/", "statistics/"},
        ),
        (
            "content/decisions/jueyi-03.md", "正文一段。", "正文改了。",
            {"decisions/jueyi-03/"}, {"statistics/2026/", "statistics/2025/", "statistics/"},
        ),
    ],
    ids=["an author", "a title", "a body"],
)  # fmt: skip
def test_what_shows_a_fact_is_rewritten_and_nothing_else(
    tmp_path: Path, runner: kit.Runner, path: str, old: str, new: str, rewritten: set[str], kept: set[str]
) -> None:
    root = record_site.write(tmp_path / "root")
    found = record_site.rewritten(runner, root, path, old, new)
    assert rewritten <= found, rewritten - found
    assert not kept & found, kept & found

"""The home page and the calendar: what leads, what is counted, what is left out where there is nothing."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import site_kit as kit
from crawl import Balance, Built, level

URL = "https://renda.shiqiao.example/"


@pytest.fixture(scope="module")
def site(small: Path) -> Built:
    return Built(small / "dist/site", URL)


@pytest.fixture(scope="module")
def own_site(own: Path) -> Built:
    return Built(own / "dist/site", "https://renda.qinghe.example/")


def words(tag: Any) -> str:
    return " ".join(tag.get_text().split())


def goal(site: Built, page: str, tag: Any) -> str:
    found = site.target(page, str(tag["href"]))
    assert found
    return found[0].removesuffix("index.html")


def build(runner: kit.Runner, root: Path, **files: str) -> Built:
    for path, text in files.items():
        kit.write(root, path, text)
    runner.build(root, "--only", "portal")
    return Built(root / "dist/site")


# --- the home page ------------------------------------------------------------------------------


def test_the_newest_picture_leads_and_the_list_does_not_say_it_again(own_site: Built) -> None:
    page = own_site.soup("")
    (lead,) = page.select(".press-lead")
    (block,) = [tag for tag in page.select(".press-front .press-block") if words(tag.h2) == "人大要闻"]
    listed = [goal(own_site, "index.html", a) for a in block.select(".press-line a")]
    assert len(listed) == 8
    leading = goal(own_site, "index.html", lead.a)
    assert leading not in listed
    assert leading.startswith("news/")
    # Everything newer than the lead has no picture, or it would lead.
    for name in listed:
        if own_site.soup(name).time["datetime"] > lead.time["datetime"]:  # type: ignore[index]
            assert not own_site.soup(name).select(".press-body img")


def test_an_old_picture_leads_nothing(site: Built) -> None:
    """The only picture of the small site is its 38th news item."""
    (lead,) = site.soup("").select(".press-lead")
    assert words(lead.h2) == "消息第44号"
    assert not lead.select("img")


def test_the_newest_bulletin_stands_beside_it_with_its_cover_and_pages(site: Built) -> None:
    (latest,) = site.soup("").select(".press-latest")
    assert words(latest.h2) == "2026年第1期 总第12期" or words(latest.h2) == "2026年第1期总第12期"
    lines = [(words(li.a), words(li.span)) for li in latest.select("ol li")]
    assert lines[0] == ("关于批准预算调整方案的决议", "1")
    assert [int(page) for _, page in lines] == sorted(int(page) for _, page in lines)
    leads = [goal(site, "index.html", a) for a in latest.select("a")]
    assert {
        "bulletins/gongbao/2026-01/",
        "bulletins/gongbao/2026-01/all/",
        "bulletins/gongbao/2026-01/gongbao-2026-01.pdf",
        "bulletins/xuexi/2026-01/",
    } <= set(leads)
    (cover,) = latest.select(".press-cover img")
    assert (site.target("index.html", str(cover["src"])) or ("",))[
        0
    ] == "bulletins/gongbao/2026-01/cover.webp"
    assert cover["alt"] == ""
    assert "石桥县人大常委会公报" in latest.select_one(".press-cover").get_text()  # type: ignore[union-attr]


def test_quick_entries_say_how_much_there_is(own: Path, own_site: Built) -> None:
    entries = {goal(own_site, "index.html", a): words(a) for a in own_site.soup("").select(".press-quick a")}
    suggestions = len(list((own / "content/suggestions").glob("*.md")))
    public = sum(
        "status: published" in p.read_text("utf-8") for p in (own / "content/suggestions").glob("*.md")
    )
    assert 0 < public <= suggestions
    assert entries["suggestions/"].replace(" ", "") == f"代表建议{public}件"
    assert {"deputies/", "regulations/", "appointments/", "statistics/"} <= entries.keys()


def test_stories_show_their_pictures(own_site: Built) -> None:
    tiles = own_site.soup("").select(".press-tile")
    assert len(tiles) == 5
    assert all(tile.select("img") for tile in tiles)


def test_every_block_has_something_in_it(own_site: Built, site: Built) -> None:
    for built in (own_site, site):
        for block in built.soup("").select("main :is(section, nav)"):
            assert block.select("a"), words(block)
        for listing in built.soup("").select("main :is(ul, ol)"):
            assert listing.select("li"), listing.get("class")


ALONE = {
    "one study article": ({"content/study/a.md": kit.article("只有一篇")}, ["学习资料", "日历"]),
    "news without pictures": (
        {f"content/news/n{n}.md": kit.article(f"消息{n}", f"2026-03-0{n}") for n in (1, 2, 3)},
        ["消息3", "人大要闻", "日历"],
    ),
    "one story": ({"content/stories/a.md": kit.article("故事")}, ["日历", "履职故事"]),
    "one notice": ({"content/notices/a.md": kit.article("公告")}, ["日历", "公告"]),
    "one deputy": ({"content/deputies/a.md": kit.article("甲乙", body="")}, []),
    "one page": ({"content/pages/a.md": kit.article("关于本站")}, []),
    "a single letter and a very long title": (
        {
            "content/news/a.md": kit.article("字", "2026-03-02"),
            "content/news/b.md": kit.article("长" * 120, "2026-03-01"),
        },
        ["字", "人大要闻", "日历"],
    ),
}


@pytest.mark.parametrize("what", ALONE)
def test_what_there_is_nothing_of_is_left_out(what: str, tmp_path: Path, runner: kit.Runner) -> None:
    files, headings = ALONE[what]
    built = build(runner, tmp_path, **files)
    page = built.soup("")
    assert [words(tag) for tag in page.select("main h2")] == headings
    assert Balance.of(built.html["index.html"]) == []
    for block in page.select("main :is(section, nav)"):
        assert block.select("a"), words(block)
    assert bool(page.select(".press-empty")) == (not headings)
    assert [line for line in built.dead() if not line.endswith("cover.webp")] == []


def test_headings_step_down(own_site: Built) -> None:
    tags = own_site.soup("").find_all(re.compile("^h[1-6]$"))
    assert level(tags[0]) == 1
    assert {level(tag) for tag in tags[1:]} == {2, 3}
    assert not [pair for pair in pairwise(map(level, tags)) if pair[1] > pair[0] + 1]


# --- the calendar -------------------------------------------------------------------------------


def test_the_month_on_the_home_page_is_the_newest(own_site: Built) -> None:
    page = own_site.soup("")
    (month,) = page.select(".press-diary table")
    newest = page.select_one(".press-dateline time")["datetime"]  # type: ignore[index]
    year, number, day = map(int, str(newest).split("-"))
    assert goal(own_site, "index.html", month.caption.a) == f"calendar/{year}/{number:02}/"  # type: ignore[union-attr]
    assert [words(a) for a in month.select("tbody a")][-1] == str(day)
    assert len(month.select("tbody td")) % 7 == 0


def test_a_mistyped_meeting_does_not_fill_the_calendar(tmp_path: Path, runner: kit.Runner) -> None:
    keys: dict[str, Any] = {"begins_on": "1996-03-01", "ends_on": "2026-03-02"}
    built = build(
        runner, tmp_path, **{"content/meetings/a.md": kit.article("会议", "2026-03-02", body="", **keys)}
    )
    months = [name for name in built.html if re.fullmatch(r"calendar/\d{4}/\d\d/index.html", name)]
    assert sorted(months) == ["calendar/1996/03/index.html", "calendar/2026/03/index.html"]


def test_what_is_not_public_is_on_no_day(tmp_path: Path, runner: kit.Runner) -> None:
    built = build(
        runner,
        tmp_path,
        **{
            "content/news/a.md": kit.article("公开的", "2026-03-02"),
            "content/news/b.md": kit.article("内部的", "2026-04-02", visibility="internal"),
            "content/news/c.md": kit.article("没写完的", "2026-05-02", status="draft"),
            "content/news/d.md": kit.article("撤下的", "2026-06-02", status="withdrawn"),
        },
    )
    months = [name for name in built.html if re.fullmatch(r"calendar/\d{4}/\d\d/index.html", name)]
    assert months == ["calendar/2026/03/index.html"]
    assert words(built.soup("").select_one(".press-dateline time")).startswith("2026年3月2日")

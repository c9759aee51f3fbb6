"""The pages of meetings: order, agenda, attendance by title, votes, papers."""

from pathlib import Path

import pytest
import record_site
import site_kit as kit
from bs4 import BeautifulSoup, Tag
from crawl import Built

MEETING = "meetings/chang-10/"


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text().split())


def rows(table: Tag | None) -> list[list[str]]:
    assert table is not None
    return [[words(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")]


def groups(page: BeautifulSoup, heading: str) -> dict[str, list[str]]:
    """The people below a heading, by what stands before them."""
    (found,) = [tag for tag in page.select("#attendance h3") if words(tag) == heading]
    listed = found.find_next_sibling("dl")
    assert isinstance(listed, Tag)
    return {
        str(row.select_one("dt").contents[0]): [words(one) for one in row.select("li")]  # type: ignore[union-attr]
        for row in listed.select("div")
    }


def test_the_list_is_by_term_and_kind_newest_first(record: Built) -> None:
    page = record.soup("meetings/")
    assert [words(tag) for tag in page.select("main h2")] == ["第十七届"]
    kinds = {words(tag): tag.find_next_sibling("ul") for tag in page.select("main h3")}
    assert list(kinds) == ["人民代表大会会议", "常委会会议"]
    listed = kinds["常委会会议"]
    assert isinstance(listed, Tag)
    assert [words(a) for a in listed.select("a")] == ["县人大常委会第十次会议", "县人大常委会第九次会议"]
    assert "2026年2月26日至27日" in words(listed)
    notes = [words(note) for note in listed.select("li")[0].select(".press-meta span")]
    assert notes == ["应到5人，实到4人", "表决3项", "文件5件"]


def test_facts(record: Built) -> None:
    facts = {words(row.dt): words(row.dd) for row in record.soup(MEETING).select(".press-facts > div")}
    assert facts == {
        "会议种类": "常委会会议",
        "届次": "第十七届人大常委会第十次会议",
        "时间": "2026年2月26日至27日",
        "地点": "县会议中心",
        "主持人": "甘霖",
    }


def test_agenda_with_its_papers(record: Built) -> None:
    items = record.soup(MEETING).select("#agenda > ol > li")
    assert [str(item.contents[0]).strip() for item in items] == ["听取养老报告", "审议水源决定", "其他事项"]
    assert [words(a) for a in items[0].select("a")] == ["养老服务报告"]
    # The second paper of this item is internal.
    assert [words(a) for a in items[1].select("a")] == ["关于水源保护的决定"]
    assert record.target(f"{MEETING}index.html", str(items[1].a["href"])) == (  # type: ignore[index]
        "decisions/shuiyuan/index.html",
        "",
    )


def test_attendance_in_figures_and_names(record: Built) -> None:
    page = record.soup(MEETING)
    table = page.select_one("#attendance table")
    assert table is not None
    assert [words(cell) for cell in table.select("thead th")] == ["应到", "实到", "请假", "缺席"]
    assert rows(table) == [["5", "4", "1", "0"]]
    assert words(page.select_one("#attendance svg[role=img] title")) == "应到5人，实到4人，请假1人，缺席0人"
    # By the titles of the roster on that day, in the roster's order.
    assert groups(page, "出席人员") == {"主任": ["甘霖"], "副主任": ["史册"], "委员": ["尤新", "万里"]}
    assert groups(page, "请假、缺席人员") == {"请假": ["白露（女，因病）"]}
    assert groups(page, "列席人员") == {"县人民政府": ["水清"], "县人大代表": ["河清（青屏镇）"]}
    linked = {
        words(a): record.target(f"{MEETING}index.html", str(a["href"])) for a in page.select("#attendance a")
    }
    assert linked == {
        "甘霖": ("deputies/gan-lin/index.html", ""),
        "尤新": ("deputies/you-xin/index.html", ""),
        "河清": ("deputies/he-qing/index.html", ""),
    }


def test_votes_with_bars_and_the_line_of_the_majority(record: Built) -> None:
    page = record.soup(MEETING)
    assert "全体组成人员5人，赞成票超过半数（3票以上）为通过" in words(page.select_one("#votes"))
    tables = page.select("#votes table")
    found = rows(tables[0])
    titles = [words(title) for title in tables[0].select("tbody title")]
    assert [
        [row[0].removesuffix(title).strip(), *row[1:]] for row, title in zip(found, titles, strict=True)
    ] == [
        ["关于水源的决定", "3", "1", "0", "0", "通过"],
        ["关于烟花的决定（草案）", "2", "1", "1", "0", "未通过"],
        ["关于保密事项的决定", "4", "0", "0", "0", "通过"],
    ]
    assert titles[0] == "赞成3票，反对1票，弃权0票，未按表决器0人；全体5人，过半数为3票"
    bars = [
        [(str(part["x"]), str(part["width"])) for part in bar.select("rect")]
        for bar in tables[0].select("tbody svg[role=img]")
    ]
    assert bars == [
        [("0%", "60.00%"), ("60.00%", "20.00%")],
        [("0%", "40.00%"), ("40.00%", "20.00%"), ("60.00%", "20.00%")],
        [("0%", "80.00%")],
    ]
    assert {str(line["x1"]) for line in tables[0].select("line")} == {"50.00%"}
    # The internal decision has no page to lead to.
    assert [words(a) for a in tables[0].select("a")] == ["关于水源的决定"]
    poll = rows(tables[1])[0]
    assert poll[0].startswith("养老报告")
    assert poll[1:] == ["3", "1", "0", "0"]


def test_papers_by_section_and_news(record: Built) -> None:
    page = record.soup(MEETING)
    sections = {}
    for heading in page.select("#papers h3"):
        listed = heading.find_next_sibling("ul")
        assert isinstance(listed, Tag)
        sections[words(heading)] = [words(a) for a in listed.select("a")]
    assert sections == {
        "决议、决定": ["关于水源保护的决定"],
        "专项工作报告": ["养老服务报告"],
        "讲话": ["在第十次会议上的讲话"],
        "审议意见及研究处理情况": ["养老服务审议意见"],
        "人事任免": ["二月任免名单"],
    }
    assert [words(a) for a in page.select("#news a")] == ["第十次会议举行"]


def test_what_a_meeting_has_not_is_not_there(record: Built) -> None:
    page = record.soup("meetings/dahui-6/")
    assert {str(tag["id"]) for tag in page.select("section[id]")} == {"attendance"}
    assert [str(a["href"]) for a in page.select(".press-inside a")] == ["#attendance"]
    assert page.select_one("#attendance h3") is None


def test_neighbours_are_of_the_same_kind(record: Built) -> None:
    (older,) = record.soup(MEETING).select("a[rel=prev]")
    assert words(older) == "上一次会议县人大常委会第九次会议"
    # The next one of the standing committee is a draft, that of the congress of another kind.
    assert record.soup(MEETING).select("a[rel=next]") == []
    assert record.soup("meetings/dahui-6/").select(".press-around") == []


def test_nothing_hidden_shows_anywhere(record: Built) -> None:
    for name, text in record.html.items():
        shown = [word for word in record_site.HIDDEN if word in text]
        assert shown == [], name
    assert not [name for name in record.files if "jimi" in name or "chang-11" in name or "neibu" in name]


@pytest.mark.parametrize(
    ("path", "old", "new", "rewritten", "kept"),
    [
        (
            "content/decisions/shuiyuan.md", "关于水源保护的决定", "关于保护水源的决定",
            {"meetings/chang-10/", "decisions/shuiyuan/", "decisions/", "statistics/2026/", "news/huiyi/"},
            {"meetings/chang-9/", "meetings/", "roster/", "statistics/2025/"},
        ),
        (
            "content/meetings/chang-10.md", "title: 县人大常委会第十次会议", "title: 县人大常委会十次会议",
            {"meetings/", "meetings/chang-10/", "meetings/chang-9/", "decisions/shuiyuan/"},
            {"meetings/dahui-6/", "roster/", "reports/yanglao-banli/", "appointments/"},
        ),
        (
            "content/deputies/you-xin.md", "title: 尤新", "title: 尤新新",
            {"meetings/chang-10/", "appointments/", "roster/"},
            {"meetings/chang-9/", "meetings/", "decisions/shuiyuan/", "statistics/2026/"},
        ),
        (
            "content/roster.yml", "name: 万里\n  organ: 县人大常委会\n  office: 委员",
            "name: 万里\n  organ: 县人大常委会\n  office: 副主任",
            {"meetings/chang-10/", "roster/"},
            {"meetings/chang-9/", "meetings/dahui-6/", "appointments/", "decisions/shuiyuan/", "more/"},
        ),
        (
            "content/opinions/gao.md", "密丁", "密丁丁", set(),
            {"meetings/chang-10/", "reports/yanglao/", "opinions/", "statistics/2026/"},
        ),
    ],
    ids=["a paper", "a meeting", "a deputy", "the roster", "a draft"],
)  # fmt: skip
def test_what_shows_a_fact_is_rewritten_and_nothing_else(
    tmp_path: Path, runner: kit.Runner, path: str, old: str, new: str, rewritten: set[str], kept: set[str]
) -> None:
    root = record_site.write(tmp_path / "root")
    found = record_site.rewritten(runner, root, path, old, new)
    assert rewritten <= found, rewritten - found
    assert not kept & found, kept & found
    if not rewritten:
        assert found == set()


def test_no_dead_reference(record: Built) -> None:
    assert len(record.references()) > 1000
    assert record.dead(alone=True) == []

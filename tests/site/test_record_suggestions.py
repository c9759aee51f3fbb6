"""The board of suggestions, its narrower lists and the page of a case."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import site_kit as kit
from bs4 import Tag
from crawl import Built

HIDDEN = ("没有公开的代表", "内部建议", "没有公开的会议")


def case(number: int, progress: str, year: int = 2026, **keys: Any) -> str:
    values: dict[str, Any] = {
        "number": f"第{number}号",
        "topic": "农业农村",
        "deputies": ["lin"],
        "units": ["县水利局"],
        "progress": progress,
        "received_on": f"{year}-03-18",
    }
    if progress != "已收到":
        values |= {"assigned_on": f"{year}-04-10", "due_on": f"{year}-07-10"}
    if progress in ("已答复", "已落地"):
        values["reply"] = {"by": "县水利局", "date": f"{year}-06-30", "answer": "已解决", "text": "已修好。"}
        values["satisfaction"] = "满意"
    return kit.article(f"建议之{number}", f"{year}-03-18", **{**values, **keys})


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Path:
    root = tmp_path_factory.mktemp("suggestions") / "root"
    late = {
        "by": "县教育局",
        "number": "青教函〔2026〕3号",
        "date": "2026-07-21",
        "answer": "列入计划",
        "text": "第一段答复。\n第二段答复。",
    }
    documents = {
        "deputies/lin": kit.article("林禾", delegation="青屏镇代表团"),
        "deputies/zhou": kit.article("周平", delegation="青屏镇代表团"),
        "deputies/an": kit.article("没有公开的代表", status="draft"),
        "meetings/dahui": kit.article("第六次会议", "2026-03-20", kind="人民代表大会会议"),
        "meetings/mimi": kit.article("没有公开的会议", "2026-03-20", visibility="internal"),
        "suggestions/a": case(2, "已落地", landed_on="2026-08-01", meeting="dahui"),
        "suggestions/b": case(
            10,
            "已答复",
            topic="教育 卫生",
            deputies=["zhou", "an", "lin"],
            names=["赵钱"],
            units=["县教育局", "县财政局"],
            reply=late,
            satisfaction="不满意",
            column="重点建议",
        ),
        "suggestions/c": case(1, "已交办"),
        "suggestions/d": case(3, "已收到", topic=None, meeting="mimi"),
        "suggestions/e": case(1, "已落地", 2025, landed_on="2025-08-01"),
        "suggestions/f": kit.article("内部建议", visibility="internal", deputies=["lin"], number="第4号"),
        "news/later": kit.article("后来的消息", "2026-09-01"),
    }
    for name, text in documents.items():
        kit.write(root, f"content/{name}.md", text)
    runner.build(root, "--only", "portal")
    return root


@pytest.fixture(scope="module")
def built(root: Path) -> Built:
    return Built(root / "dist/site")


def texts(tags: list[Tag]) -> list[str]:
    return ["".join(tag.get_text().split()) for tag in tags]


def numbers(built: Built, permalink: str) -> list[str]:
    return texts(built.soup(permalink).select(".press-case__number"))


def test_the_board_counts_the_cases_of_the_newest_year(built: Built) -> None:
    page = built.soup("suggestions/")
    assert texts(page.select(".press-states b")) == ["1件", "1件", "1件", "1件"]
    title = page.select_one(".press-stairs title")
    assert title
    assert title.get_text() == "4件代表建议中，已收到1件，已交办1件，已答复1件，已落地1件"
    assert len(page.select(".press-stairs rect")) == 4
    rates = dict(zip(texts(page.select(".press-gauges dt")), texts(page.select("dd b")), strict=True))
    assert rates == {"答复率": "50.0%", "落地率": "25.0%", "满意率": "50.0%"}
    shares = [texts(figure.select("li")) for figure in page.select(".press-shares")]
    assert shares == [
        ["满意1件50.0%", "基本满意0件0.0%", "不满意1件50.0%"],
        ["已解决1件50.0%", "列入计划1件50.0%", "作出说明0件0.0%"],
    ]
    assert numbers(built, "suggestions/") == ["第1号", "第2号", "第3号", "第10号"]


def test_the_table_of_topics_says_how_far_each_has_come(built: Built) -> None:
    page = built.soup("suggestions/")
    rows = {row[0]: row[1:] for row in (texts(r.select("th, td")) for r in page.select("tbody tr"))}
    words = "已收到0件，已交办1件，已答复0件，已落地1件"
    assert rows["农业农村"] == ["2", "1", "50.0%", "1", "50.0%", words]
    assert set(rows) == {"农业农村", "教育卫生", "未分类"}


def test_late_replies_are_named_and_so_are_those_that_are_owed(built: Built) -> None:
    late = texts(built.soup("suggestions/").select(".press-late li"))
    assert late == [
        "第1号建议之1县水利局期限为2026年7月10日，尚未答复",
        "第10号建议之10县教育局2026年7月21日答复期限为2026年7月10日，逾期11天",
    ]
    assert not built.soup("suggestions/by/year/2025/").select(".press-late")


def test_lists_narrow_by_plain_links(built: Built) -> None:
    page = built.soup("suggestions/")
    links = {a.get_text(): str(a["href"]) for a in page.select(".press-filters a")}
    assert links["已落地2"] == "../suggestions/by/progress/landed/"
    assert links["2025年1"] == "../suggestions/by/year/2025/"
    assert numbers(built, "suggestions/by/progress/landed/") == ["第2号", "第1号"]
    assert numbers(built, "suggestions/by/progress/received/") == ["第3号"]
    assert numbers(built, "suggestions/by/year/2025/") == ["第1号"]
    assert texts(built.soup("suggestions/by/progress/landed/").select("h2")) == ["2026年1件", "2025年1件"]
    (topic,) = [name for name in built.pages if name.startswith("suggestions/by/topic/教育")]
    assert numbers(built, topic.removesuffix("index.html")) == ["第10号"]
    assert built.soup("suggestions/by/progress/landed/").select_one(".press-filters [aria-current]")
    assert not (built.folder / "suggestions/by/year/2026").exists()


def test_a_state_is_a_word_and_a_mark(built: Built) -> None:
    for item in built.soup("suggestions/").select(".press-case"):
        (state,) = item.select(".press-state")
        assert state.get_text().strip() in ("已收到", "已交办", "已答复", "已落地")
        assert state.select("svg[aria-hidden=true]")


def test_a_case_shows_who_where_when_and_the_reply(built: Built) -> None:
    page = built.soup("suggestions/b/")
    facts = {
        "".join(row.dt.get_text().split()): texts(row.select("dd"))
        for row in page.select(".press-facts > div")
        if row.dt
    }
    assert facts == {
        "提出代表": ["周平（领衔）", "林禾", "赵钱"],
        "提出时间": ["闭会期间"],
        "类别": ["教育卫生"],
        "承办单位": ["县教育局（主办）", "县财政局（会办）"],
    }
    links = {str(a["href"]) for a in page.select(".press-facts a")}
    assert {"../../deputies/zhou/", "../../deputies/lin/"} < links
    steps = texts(page.select(".press-steps > li"))
    assert steps == [
        "已收到2026年3月18日",
        "已交办2026年4月10日",
        "已答复2026年7月21日期限为2026年7月10日，逾期11天",
        "待落地",
    ]
    assert texts(page.select('[aria-current="step"] .press-state')) == ["已答复"]
    reply = page.select_one(".press-reply")
    assert reply
    assert texts(reply.select("p"))[1:] == ["第一段答复。", "第二段答复。"]
    assert texts(reply.select("dd")) == ["列入计划", "不满意"]
    assert "青教函〔2026〕3号" in reply.get_text()
    assert "重点建议第10号" in page.get_text()
    assert "../../meetings/dahui/" in {str(a["href"]) for a in built.soup("suggestions/a/").select("a")}


def test_nothing_that_is_not_public_shows(built: Built) -> None:
    for name, text in built.html.items():
        assert [word for word in HIDDEN if word in text] == [], name


def test_every_link_leads_somewhere(built: Built) -> None:
    assert built.dead() == []


@pytest.mark.parametrize(
    ("path", "old", "new", "due", "spared"),
    [
        (
            "suggestions/c",
            "progress: 已交办\nreceived_on: '2026-03-18'\nassigned_on: '2026-04-10'\ndue_on: '2026-07-10'\n",
            "progress: 已收到\n",
            {"", "c", "by/progress/received", "by/topic/农业农村"},
            {"a", "b", "e"},
        ),
        ("suggestions/c", "建议之1", "建议之一", {"", "c", "a", "b", "by/topic/农业农村"}, {"by/year/2025"}),
        ("suggestions/b", "第二段答复", "第三段答复", {"b"}, {"", "a", "c", "by/progress/answered"}),
        (
            "deputies/zhou",
            "title: 周平",
            "title: 周平平",
            {"", "b", "by/progress/answered"},
            {"a", "by/year/2025"},
        ),
        ("meetings/dahui", "第六次会议", "第七次会议", {"a"}, {"", "b", "c"}),
        # The newest date is what is taken for now: only where a reply falls due does it show.
        ("news/later", "2026-09-01", "2026-07-01", {"", "c"}, {"a", "b", "by/progress/assigned"}),
    ],
)
def test_pages_are_made_anew_when_what_they_show_changes(
    root: Path,
    runner: kit.Runner,
    tmp_path: Path,
    path: str,
    old: str,
    new: str,
    due: set[str],
    spared: set[str],
) -> None:
    copy = tmp_path / "root"
    shutil.copytree(root / "content", copy / "content")
    runner.build(copy, "--only", "portal")
    changed = kit.rewritten(runner, copy, f"content/{path}.md", old, new)

    def pages(names: set[str]) -> set[str]:
        return {f"suggestions/{name}/index.html".replace("//", "/") for name in names}

    assert pages(due) <= changed
    assert not pages(spared) & changed

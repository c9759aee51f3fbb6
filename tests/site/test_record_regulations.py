"""Regulations: which text holds, what held before, and what changed from text to text."""

import shutil
from pathlib import Path

import pytest
import site_kit as kit
from bs4 import Tag
from crawl import Built

HIDDEN = ("没有公开的文本", "没有公开的会议", "编者按")

OLD = """（通过时的题注）

第一条　为了加强管理，制定本办法。

第二条　本办法适用于全县。

<!-- 编者按：这里与上级规定不一致 -->

第三条　违反本办法的，给予警告。
"""
MIDDLE = OLD.replace("给予警告", "给予警告、责令改正")
NEW = """（修订后的题注）

## 第一章　总则

第一条　为了加强管理，制定本办法。

第二条　县人民政府负责组织实施。

第三条　本办法适用于**全县**。
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Path:
    root = tmp_path_factory.mktemp("regulations") / "root"
    history = [
        {"action": "通过", "date": "2010-05-01", "text": "banfa-2010", "note": "第一次会议"},
        {"action": "修正", "date": "2015-05-01", "text": "banfa-2015", "meeting": "mimi"},
        {
            "action": "修订",
            "date": "2026-03-20",
            "effective_on": "2026-05-01",
            "meeting": "dahui",
            "number": "石人常〔2026〕1号",
        },
    ]
    repealed = [
        {"action": "通过", "date": "2014-01-01"},
        {"action": "废止", "date": "2026-03-20", "effective_on": "2026-04-01", "note": "已由新办法代替"},
    ]
    unkept = [
        {"action": "通过", "date": "2001-01-01", "text": "mimi-2001"},
        {"action": "修订", "date": "2026-06-01", "effective_on": "2027-01-01"},
    ]
    documents = {
        "regulations/banfa": kit.article(
            "管理办法", "2026-03-20", NEW, organ="县人大常委会", versions=history
        ),
        "regulations/banfa-2010": kit.article("管理办法（2010年）", "2010-05-01", OLD),
        "regulations/banfa-2015": kit.article("管理办法（2015年）", "2015-05-01", MIDDLE),
        "regulations/feizhi": kit.article("饮水规定", "2014-01-01", "第一条　内容。\n", versions=repealed),
        "regulations/weilai": kit.article("将来的规则", "2026-06-01", "第一条　内容。\n", versions=unkept),
        "regulations/mimi-2001": kit.article("没有公开的文本", "2001-01-01", status="draft"),
        "meetings/dahui": kit.article("第六次会议", "2026-03-20"),
        "meetings/mimi": kit.article("没有公开的会议", "2015-05-01", status="withdrawn"),
        "news/now": kit.article("最新的消息", "2026-06-30"),
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


def test_the_list_says_of_every_text_whether_it_holds(built: Built) -> None:
    page = built.soup("regulations/")
    found = {
        "".join(section.h2.get_text().split()): texts(section.select("li > a"))
        for section in page.select("section")
        if section.h2
    }
    assert found == {
        "现行有效": ["管理办法"],
        "尚未施行": ["将来的规则"],
        "已废止": ["饮水规定"],
        "历史文本": ["管理办法（2015年）", "管理办法（2010年）"],
    }
    assert "2026年6月30日" in page.get_text()
    assert "2010年5月1日起施行，至2015年4月30日" in page.get_text()


@pytest.mark.parametrize(
    ("name", "said", "link"),
    [
        ("banfa", "现行有效自2026年5月1日起施行。", None),
        (
            "banfa-2010",
            "历史文本2010年5月1日至2015年4月30日施行，现在不再适用。现行文本：管理办法",
            "../../regulations/banfa/",
        ),
        ("feizhi", "已废止自2026年4月1日起废止，不再施行（已由新办法代替）。", None),
        ("weilai", "尚未施行将自2027年1月1日起施行。", None),
    ],
)
def test_a_banner_says_whether_the_text_holds(built: Built, name: str, said: str, link: str | None) -> None:
    (banner,) = built.soup(f"regulations/{name}/").select(".press-banner")
    assert "".join(banner.get_text().split()) == said
    assert [str(a["href"]) for a in banner.select("a")] == ([link] if link else [])


def test_the_history_names_what_happened_and_the_text_of_each_day(built: Built) -> None:
    page = built.soup("regulations/banfa-2015/")
    assert texts(page.select(".press-history li")) == [
        "2010年5月1日通过自2010年5月1日起施行第一次会议",
        "2015年5月1日修正自2015年5月1日起施行与前一文本对照",
        "2026年3月20日修订自2026年5月1日起施行第六次会议石人常〔2026〕1号与前一文本对照",
    ]
    assert texts(page.select(".press-spans li")) == [
        "2026年5月1日起施行现行有效",
        "2015年5月1日起施行，至2026年4月30日本页历史文本",
        "2010年5月1日起施行，至2015年4月30日历史文本",
    ]
    spans = [str(a["href"]) for a in page.select(".press-spans li a")]
    assert spans == ["../../regulations/banfa/", "../../regulations/banfa-2010/"]
    assert "文本未收录" in built.soup("regulations/weilai/").get_text()


def test_every_text_is_compared_with_the_one_before_and_the_last_with_the_first(built: Built) -> None:
    pages = {name for name in built.pages if "/compare/" in name}
    assert pages == {
        "regulations/banfa-2015/compare/banfa-2010/index.html",
        "regulations/banfa/compare/banfa-2015/index.html",
        "regulations/banfa/compare/banfa-2010/index.html",
    }
    linked = {str(a["href"]) for a in built.soup("regulations/banfa/").select("a")}
    assert {f"../../{name.removesuffix('index.html')}" for name in pages} <= linked


def test_a_comparison_marks_what_went_and_what_came(built: Built) -> None:
    page = built.soup("regulations/banfa/compare/banfa-2010/")
    found = [
        (texts(block.select("h2")), texts(block.select("del")), texts(block.select("ins")))
        for block in page.select(".press-compare__block")
    ]
    assert found == [
        (["开头修改"], ["通过时"], ["修订后"]),
        (["第一章新增"], [], ["第一章总则"]),
        (["第二条新增"], [], ["第二条县人民政府负责组织实施。"]),
        (["原第三条删去"], ["第三条违反本办法的，给予警告。"], []),
    ]
    assert texts(page.select(".press-page details summary")) == ["第一条未改动", "第三条未改动，只有序号变动"]
    (moved,) = page.select(".press-page details")[1].select(".press-compare__row")
    assert texts(moved.select("del, ins")) == ["二", "三"]
    assert "修改1处，删去1处，新增2处，2段未改动" in "".join(page.get_text().split())
    assert "**" not in page.get_text()
    small = built.soup("regulations/banfa-2015/compare/banfa-2010/")
    assert texts(small.select(".press-compare__block :is(del, ins)")) == ["、责令改正"]
    assert texts(small.select(".press-page details summary")) == ["第一条至第二条未改动"]


def test_nothing_that_is_not_public_shows(built: Built) -> None:
    for name, text in built.html.items():
        assert [word for word in HIDDEN if word in text] == [], name


def test_every_link_leads_somewhere(built: Built) -> None:
    assert built.dead() == []


@pytest.mark.parametrize(
    ("path", "old", "new", "due", "spared"),
    [
        (
            "regulations/banfa-2010",
            "适用于全县",
            "适用于全市",
            {"banfa-2010", "banfa/compare/banfa-2010", "banfa-2015/compare/banfa-2010"},
            {"", "banfa", "feizhi", "banfa/compare/banfa-2015"},
        ),
        (
            "regulations/banfa",
            "effective_on: '2026-05-01'",
            "effective_on: '2026-06-01'",
            {"", "banfa", "banfa-2010", "banfa-2015/compare/banfa-2010", "banfa/compare/banfa-2015"},
            {"feizhi", "weilai"},
        ),
        ("meetings/dahui", "第六次会议", "第七次会议", {"banfa", "banfa-2010"}, {"", "feizhi"}),
        ("news/now", "2026-06-30", "2027-02-01", {"", "weilai"}, {"banfa", "feizhi", "banfa-2010"}),
        ("news/now", "最新的消息", "另一条消息", set(), {"", "banfa", "weilai"}),
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
        return {f"regulations/{name}/index.html".replace("//", "/") for name in names}

    assert pages(due) <= changed
    assert not pages(spared) & changed

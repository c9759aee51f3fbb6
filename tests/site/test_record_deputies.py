"""The directory of deputies and their pages: what they show, and what makes them due again."""

import shutil
from pathlib import Path

import pytest
import site_kit as kit
from bs4 import Tag
from crawl import Built

from press.outputs.portal.deputies import surname

HIDDEN = ("藏书阁", "草稿建议", "内部报道", "秘密会议", "撤下的代表")


def deputy(name: str, **keys: object) -> str:
    return kit.article(name, body="", **{"term": 17, "delegation": "青屏镇代表团", **keys})


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Path:
    root = tmp_path_factory.mktemp("deputies") / "root"
    kit.write(root, "content/deputies/images/lin.jpg", kit.encoded(kit.picture(50, (240, 300))))
    documents = {
        "deputies/lin-he": deputy(
            "林禾（女）",
            constituency="第12选区",
            office="青屏镇教师",
            portrait="images/lin.jpg",
            contact="青屏镇代表联络站",
            photographers=["丙丁"],
        ),
        "deputies/ouyang-yuan": deputy("欧阳远", delegation="白鹭洲镇代表团", office="渔民"),
        "deputies/zhou-ping": deputy("周平", office="医生"),
        "deputies/qian-lao": deputy("钱老", ended_on="2025-12-30"),
        "deputies/an-cao": deputy("藏书阁", status="draft"),
        "deputies/an-nei": deputy("撤下的代表", status="withdrawn"),
        "suggestions/s1": kit.article(
            "关于修渠的建议", number="第1号", topic="农业", deputies=["lin-he", "an-cao"], progress="已收到"
        ),
        "suggestions/s2": kit.article("草稿建议", deputies=["lin-he"], status="draft"),
        "stories/g1": kit.article("林禾修渠记", deputies=["lin-he"]),
        "stories/g2": kit.article("另一个故事"),
        "news/n1": kit.article("代表走访", deputies=["lin-he", "zhou-ping"]),
        "news/n2": kit.article("内部报道", deputies=["lin-he"], visibility="internal"),
        "speeches/j1": kit.article("在大会上的发言", speaker="林禾", office="代表"),
        "meetings/dahui": kit.article(
            "县人大第六次会议",
            "2026-03-20",
            "",
            kind="人民代表大会会议",
            begins_on="2026-03-18",
            ends_on="2026-03-20",
            attendance={"expected": 3, "present": 2, "on_leave": ["周平"]},
        ),
        "meetings/changhui": kit.article(
            "常委会第三次会议",
            "2026-04-20",
            "",
            attendance={"expected": 2, "present": ["林禾", "藏书阁"], "absent": []},
        ),
        "meetings/mimi": kit.article(
            "秘密会议", "2026-05-20", "", attendance={"expected": 1, "present": ["林禾"]}, status="draft"
        ),
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


def test_the_directory_goes_by_delegation_and_ends_with_the_former(built: Built) -> None:
    page = built.soup("deputies/")
    sections = page.select("section")
    heads = [section.select_one("h2") for section in sections]
    assert texts([head for head in heads if head]) == ["青屏镇代表团", "白鹭洲镇代表团", "离任代表"]
    assert [texts(section.select(".press-face__name")) for section in sections] == [
        ["林禾（女）", "周平"],
        ["欧阳远"],
        ["钱老"],
    ]
    assert "2025年12月30日离任" in sections[-1].get_text()
    jumps = page.select('nav[aria-label="代表团"] a')
    assert [str(a["href"])[1:] for a in jumps] == [str(head["id"]) for head in heads if head]


def test_a_portrait_is_named_and_its_absence_shows_the_surname(built: Built) -> None:
    page = built.soup("deputies/")
    (image,) = page.select(".press-face img")
    assert image["alt"] == "林禾（女）"
    assert texts(page.select(".press-roundel text")) == ["周", "欧阳", "钱"]
    assert surname("阿依古丽·买买提") == "阿"
    assert surname("欧阳") == "欧"
    assert built.soup("deputies/zhou-ping/").select("header .press-roundel")
    assert not built.soup("deputies/zhou-ping/").select("article img")


def test_a_deputy_shows_facts_and_everything_public(built: Built) -> None:
    page = built.soup("deputies/lin-he/")
    facts = dict(zip(texts(page.select("dt")), texts(page.select("dd")), strict=True))
    assert facts == {
        "届次": "第十七届",
        "代表团": "青屏镇代表团",
        "选区": "第12选区",
        "单位和职务": "青屏镇教师",
        "联系渠道": "青屏镇代表联络站",
    }
    links = {str(a["href"]) for a in page.select("article a")}
    shown = {
        "suggestions/s1",
        "stories/g1",
        "news/n1",
        "speeches/j1",
        "meetings/dahui",
        "meetings/changhui",
    }
    assert {f"../../{name}/" for name in shown} <= links
    assert "已收到" in page.get_text()
    assert "摄影：丙丁" in page.get_text()


def test_attendance_is_a_table_with_a_line_that_sums_it_up(built: Built) -> None:
    page = built.soup("deputies/lin-he/")
    assert "出席2次、请假0次。" in texts(page.select(".press-said"))
    table = page.select_one("table")
    assert table
    assert table.select_one("caption")
    assert len(table.select('thead th[scope="col"]')) == 3
    rows = [texts(row.select("th, td")) for row in table.select("tbody tr")]
    assert rows == [
        ["常委会第三次会议", "2026年4月20日", "出席"],
        ["县人大第六次会议", "2026年3月18日至20日", "出席"],
    ]
    assert "出席0次、请假1次。" in texts(built.soup("deputies/zhou-ping/").select(".press-said"))


def test_nothing_that_is_not_public_shows(built: Built) -> None:
    for name, text in built.html.items():
        # The public list of attendance names the deputy whose own page is a draft.
        words = HIDDEN[1:] if name == "meetings/changhui/index.html" else HIDDEN
        assert [word for word in words if word in text] == [], name
    assert not (built.folder / "deputies/an-cao").exists()


def test_every_link_leads_somewhere(built: Built) -> None:
    assert built.dead() == []


@pytest.mark.parametrize(
    ("path", "old", "new", "due", "spared"),
    [
        ("suggestions/s1", "progress: 已收到", "progress: 已交办", {"lin-he"}, {"", "zhou-ping", "qian-lao"}),
        ("news/n1", "代表走访", "代表进村走访", {"lin-he", "zhou-ping"}, {"", "ouyang-yuan"}),
        ("speeches/j1", "speaker: 林禾", "speaker: 周平", {"lin-he", "zhou-ping"}, {"", "qian-lao"}),
        ("meetings/changhui", "- 林禾\n", "- 欧阳远\n", {"lin-he", "ouyang-yuan"}, {"", "zhou-ping"}),
        ("meetings/dahui", "县人大第六次会议", "县人大第七次会议", {"lin-he", "zhou-ping"}, {"", "qian-lao"}),
        ("deputies/zhou-ping", "office: 医生", "office: 护士", {"", "zhou-ping"}, {"lin-he"}),
        ("deputies/zhou-ping", "office: 医生", "ended_on: '2026-04-01'", {"", "zhou-ping"}, {"qian-lao"}),
        ("stories/g1", "status: published", "status: draft", {"lin-he"}, {"", "zhou-ping"}),
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
        return {f"deputies/{name}/index.html" if name else "deputies/index.html" for name in names}

    assert pages(due) <= changed
    assert not pages(spared) & changed

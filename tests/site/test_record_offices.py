"""Appointments line by line, and the roster on its newest day."""

from pathlib import Path

import pytest
import record_site
import site_kit as kit
from bs4 import BeautifulSoup, Tag
from crawl import Built


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text().split())


def holders(page: BeautifulSoup, organ: str, where: str) -> list[tuple[str, str, str]]:
    """(office, name, days) of an organ: ``where`` is those in office or the former ones."""
    (section,) = [tag for tag in page.select(".press-organ") if words(tag.h2) == organ]
    return [
        tuple(words(one.select_one(f".press-holder__{part}")) for part in ("office", "name", "days"))  # type: ignore[misc]
        for one in section.select(f"{where} .press-holder")
    ]


def test_the_register_has_every_public_line_newest_first(record: Built) -> None:
    page = record.soup("appointments/")
    assert "2 份名单，共 4 项" in words(page.select_one("h1 + .press-meta"))
    years = {
        str(section.h2.contents[0]): [  # type: ignore[union-attr]
            [words(cell) for cell in row.select("th, td")] for row in section.select("tbody tr")
        ]
        for section in page.select("#register section")
    }
    assert years == {
        "2026年": [
            ["2026-02-27", "水清", "免去", "县人民政府水利局局长", "4／0／0", "石人常〔2026〕6号"],
            ["2026-02-27", "江河（女）", "任命", "县人民政府水利局局长", "3／0／1", "石人常〔2026〕6号"],
            ["2026-02-27", "尤新", "任命", "县人大常委会办公室主任", "—", "石人常〔2026〕6号"],
        ],
        "2024年": [["2024-02-29", "尤新", "任命", "县人民政府审计局局长", "—", "早年任免名单"]],
    }
    # A word that tells him apart from the deputy of that name: no link.
    linked = [(words(a), a.find_parent("section").h2.get("id")) for a in page.select(".press-who a")]  # type: ignore[union-attr]
    assert linked == [("尤新", "y2026")]
    leads = {record.target("appointments/index.html", str(a["href"])) for a in page.select(".press-paper a")}
    assert leads == {("appointments/renmian/index.html", ""), ("appointments/zaonian/index.html", "")}
    # Without JavaScript nothing is hidden but the form that needs it.
    assert [tag["id"] for tag in page.select("#content [hidden]")] == ["find"]


def test_a_lists_own_page_is_made_from_its_keys(record: Built) -> None:
    page = record.soup("appointments/renmian/")
    facts = {words(row.dt): words(row.dd) for row in page.select(".press-facts > div")}
    assert facts == {"所属会议": "县人大常委会第十次会议", "通过日期": "2026年2月27日", "提请人": "县长"}
    lines = []
    for row in page.select("#lines tbody tr"):
        strings = row.th.find_all(string=True) if row.th else []
        head = "".join(text for text in strings if text.parent and text.parent.name != "title")
        lines.append([" ".join(head.split()), *[words(cell) for cell in row.select("td")]])
    assert lines == [
        ["免去 水清 县人民政府水利局局长", "4", "0", "0", "0", "通过"],
        ["任命 江河（女） 县人民政府水利局局长", "3", "0", "1", "0", "通过"],
        ["任命 尤新 县人大常委会办公室主任", "没有单独表决"],
    ]
    assert "全体组成人员5人" in words(page.select_one("#lines"))
    assert [words(a) for a in page.select("#lines th a")] == ["尤新"]
    (older,) = page.select("a[rel=prev]")
    assert "早年任免名单" in words(older)
    # A list without votes has no columns for them.
    early = record.soup("appointments/zaonian/")
    assert [words(th) for th in early.select("#lines thead th")] == ["任免事项"]


def test_the_roster_shows_who_is_in_office_and_who_was(record: Built) -> None:
    page = record.soup("roster/")
    assert [words(tag) for tag in page.select("main h2")] == ["县人大常委会", "县人民政府"]
    assert "截至2026年2月27日" in words(page.select_one("#roster-said"))
    assert holders(page, "县人大常委会", ".press-posts") == [
        ("主任", "甘霖", "2021-11-26 起"),
        ("副主任", "史册", "2021-11-26 起"),
        # Members as the roster lists them, not by the day they came.
        ("委员", "万里", "2023-02-17 起"),
        ("委员", "尤新", "2021-11-26 起"),
        ("委员", "白露", "2021-11-26 起"),
        ("办公室主任", "尤新", "2026-02-27 起"),
    ]
    # That an internal list removed him is nobody's business yet.
    assert holders(page, "县人民政府", ".press-posts") == [
        ("县长", "石坚", "2024-02-23 起"),
        ("水利局局长", "江河", "2026-02-27 起"),
        ("审计局局长", "尤新", "2024-02-29 起"),
    ]
    assert holders(page, "县人民政府", ".press-former") == [
        ("县长", "路明", "2021-11-26 至 2024-02-23"),
        ("水利局局长", "水清", "2021-12-17 至 2026-02-27"),
    ]
    assert holders(page, "县人大常委会", ".press-former") == []
    papers = {
        words(one.select_one(".press-holder__name")): [
            words(a) for a in one.select(".press-holder__papers a")
        ]
        for one in page.select(".press-holder")
        if one.select_one(".press-holder__papers")
    }
    assert papers["水清"] == ["免职名单：二月任免名单"]
    assert papers["江河"] == ["任职名单：二月任免名单"]
    assert set(papers) == {"水清", "江河", "尤新"}


def test_the_roster_links_deputies_but_not_their_namesakes(record: Built) -> None:
    page = record.soup("roster/")
    linked = [
        (words(one.select_one(".press-holder__office")), words(one.a))
        for one in page.select(".press-holder")
        if one.select_one(".press-holder__name a")
    ]
    assert linked == [("主任", "甘霖"), ("委员", "尤新"), ("办公室主任", "尤新")]


def test_each_holder_carries_the_days_for_the_search(record: Built) -> None:
    page = record.soup("roster/")
    days = {
        (words(one.select_one(".press-holder__office")), words(one.select_one(".press-holder__name"))): (
            one["data-begins"],
            one["data-ends"],
        )
        for one in page.select(".press-holder")
    }
    assert days["县长", "路明"] == ("2021-11-26", "2024-02-23")
    assert days["县长", "石坚"] == ("2024-02-23", "")
    assert len(days) == 11
    form = page.select_one("#roster-day")
    assert form is not None
    assert form.has_attr("hidden")
    (day,) = form.select("input[type=date]")
    assert (day["value"], day["min"]) == ("2026-02-27", "2021-11-26")


def test_without_anybody_in_office_there_is_no_roster(tmp_path: Path, runner: kit.Runner) -> None:
    root = record_site.write(tmp_path / "root")
    (root / "content/roster.yml").unlink()
    for name in ("renmian", "zaonian"):
        (root / f"content/appointments/{name}.md").unlink()
    runner.build(root, "--only", "portal")
    site = Built(root / "dist/site", "https://renda.shiqiao.example/")
    # Two lists are left, and neither is public.
    assert not [name for name in site.files if name.startswith(("roster", "appointments"))]
    assert "名册" not in words(site.soup("").select_one(".press-nav"))
    assert site.dead(alone=True) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "rewritten", "kept"),
    [
        (
            "content/appointments/renmian.md", "name: 江河（女）", "name: 江流（女）",
            {"appointments/", "appointments/renmian/", "roster/"},
            {"meetings/chang-10/", "meetings/", "decisions/shuiyuan/"},
        ),
        (
            "content/appointments/neibu.md", "密甲", "密丙", set(), {"roster/", "appointments/"},
        ),
        (
            "content/roster.yml", "name: 路明", "name: 路亮",
            {"roster/"}, {"appointments/", "meetings/chang-10/", "more/", "statistics/2026/"},
        ),
    ],
    ids=["a list", "an internal list", "the roster"],
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

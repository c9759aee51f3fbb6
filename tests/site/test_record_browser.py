"""The register and the roster in a real browser, with scripts and without; every page on every screen."""

from collections.abc import Iterator

import pytest
from crawl import Built
from playwright.sync_api import Browser, Page
from test_browser import WIDTHS, Watched, overflow, serve

pytestmark = pytest.mark.browser

KINDS = (
    "meetings/", "meetings/chang-10/", "decisions/", "decisions/by/meeting/chang-10/", "decisions/shuiyuan/",
    "opinions/yanglao/", "appointments/", "appointments/renmian/", "roster/", "statistics/",
    "statistics/2026/", "more/",
)  # fmt: skip


@pytest.fixture(scope="module")
def address(record: Built) -> Iterator[str]:
    yield from serve(record.folder)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="zh-CN")
    context.set_default_timeout(10_000)
    watched = Watched.on(context)
    yield watched.page
    context.close()
    assert watched.faults == []


def in_office(page: Page) -> list[str]:
    """Everybody shown as in office, with the office."""
    shown = page.locator(".press-posts .press-holder:visible")
    return [
        one.evaluate(
            "e => e.querySelector('.press-holder__office').textContent"
            " + ' ' + e.querySelector('.press-holder__name').textContent.trim()"
        )
        for one in shown.all()
    ]


NEWEST = ["主任 甘霖", "副主任 史册", "委员 万里", "委员 尤新", "委员 白露", "办公室主任 尤新",
          "县长 石坚", "水利局局长 江河", "审计局局长 尤新"]  # fmt: skip


def test_the_roster_on_any_day(page: Page, address: str) -> None:
    page.goto(f"{address}roster/")
    assert in_office(page) == NEWEST
    page.get_by_label("查看哪一天的名册").fill("2024-02-22")
    page.get_by_label("查看哪一天的名册").dispatch_event("change")
    early = [
        "主任 甘霖",
        "副主任 史册",
        "委员 万里",
        "委员 尤新",
        "委员 白露",
        "县长 路明",
        "水利局局长 水清",
    ]
    assert in_office(page) == early
    assert "2024年2月22日" in page.locator("#roster-said").inner_text()
    assert page.url.endswith("?on=2024-02-22")
    # One day later the county head has changed.
    page.get_by_role("button", name="后一次变动").click()
    assert page.url.endswith("?on=2024-02-23")
    assert "县长 石坚" in in_office(page)
    assert "县长 路明" not in in_office(page)
    page.locator(".press-former:visible summary").click()
    former = page.locator(".press-former .press-holder:visible")
    assert [one.strip().split()[:2] for one in former.all_inner_texts()] == [["县长", "路明"]]
    # And whichever way one came, the newest day looks as it was written.
    for _ in range(2):
        page.get_by_role("button", name="后一次变动").click()
    assert in_office(page) == NEWEST
    assert page.get_by_role("button", name="后一次变动").is_disabled()
    assert page.url.endswith("roster/")


@pytest.mark.parametrize(
    ("on", "somebody", "nobody"),
    [("2021-11-26", "县长 路明", "委员 万里"), ("2030-01-01", "县长 石坚", "县长 路明")],
)
def test_a_link_leads_to_a_day(page: Page, address: str, on: str, somebody: str, nobody: str) -> None:
    page.goto(f"{address}roster/?on={on}")
    assert somebody in in_office(page)
    assert nobody not in in_office(page)
    assert page.get_by_label("查看哪一天的名册").input_value() == on


@pytest.mark.parametrize("on", ["nonsense", "2026-02-31x", "<b>", "1000-01-01"])
def test_a_bad_day_breaks_nothing(page: Page, address: str, on: str) -> None:
    page.goto(f"{address}roster/?on={on}")
    assert in_office(page) == ([] if on == "1000-01-01" else NEWEST)


def test_the_register_is_searched_by_person_and_office(page: Page, address: str) -> None:
    page.goto(f"{address}appointments/")
    box = page.get_by_label("按姓名、机关或职务查找")
    box.fill("尤新")
    names = page.locator("#register tbody tr:visible .press-who")
    assert [name.strip() for name in names.all_inner_texts()] == ["尤新", "尤新"]
    assert page.locator("#find-said").inner_text() == "找到 2 项"
    box.fill("水利局 任命")
    assert [name.strip() for name in names.all_inner_texts()] == ["江河（女）"]
    assert page.locator("#register section:visible").count() == 1
    box.fill("查无此人")
    assert names.count() == 0
    assert page.locator("#find-said").inner_text() == "没有找到，请换一个词"
    box.fill("")
    assert names.count() == 4
    page.goto(f"{address}appointments/?q=江河")
    assert [name.strip() for name in names.all_inner_texts()] == ["江河（女）"]


def test_without_scripts_everything_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="zh-CN", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}appointments/?q=江河")
    assert page.locator("#register tbody tr:visible").count() == 4
    assert not page.locator("#find").is_visible()
    page.goto(f"{address}roster/?on=2022-01-01")
    assert page.locator(".press-posts .press-holder:visible").count() == len(NEWEST)
    assert not page.locator("#roster-day").is_visible()
    page.locator(".press-former:visible summary").first.click()
    assert page.locator(".press-former .press-holder:visible").count() == 2
    page.goto(f"{address}statistics/2026/")
    page.locator("main summary").first.click()
    assert page.get_by_role("link", name="县人民代表大会第六次会议").is_visible()
    context.close()


@pytest.mark.parametrize("permalink", KINDS)
def test_every_kind_of_page_fits_every_screen(page: Page, address: str, permalink: str) -> None:
    page.goto(address + permalink)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert overflow(page) == [], width
    assert page.get_by_role("heading", level=1).is_visible()


def test_the_tables_keep_their_meaning_on_a_small_screen(page: Page, address: str) -> None:
    """Rows that are stacked must still be a table to those who listen."""
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(f"{address}meetings/chang-10/")
    table = page.get_by_role("table", name="各项表决")
    assert table.get_by_role("row").count() == 4
    assert table.get_by_role("columnheader", name="未按表决器").count() == 1
    row = table.get_by_role("row").filter(has_text="烟花")
    assert row.get_by_role("rowheader").count() == 1
    assert row.get_by_role("cell").count() == 5
    assert row.get_by_role("img", name="赞成2票，反对1票，弃权1票").count() == 1

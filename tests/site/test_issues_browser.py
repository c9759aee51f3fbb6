"""The front page, the calendar and issues in a real browser: on every screen, with and without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import site_kit as kit
from crawl import Built
from playwright.sync_api import Browser, Page
from test_browser import WIDTHS, Watched, overflow, serve, until

pytestmark = pytest.mark.browser

PLACES = (
    "", "calendar/", "calendar/2026/10/", "bulletins/", "bulletins/gongbao/", "bulletins/gongbao/2026-02/",
    "bulletins/gongbao/2026-02/all/", "bulletins/xuexi/2026-11/",
)  # fmt: skip


@pytest.fixture(scope="module")
def address(own: Path) -> Iterator[str]:
    yield from serve(own / "dist/site")


def test_nothing_stands_out_and_nothing_fails(browser: Browser, address: str) -> None:
    for settings in ("{}", '{"size": "larger"}'):
        context = browser.new_context(locale="zh-CN")
        context.add_init_script(f"localStorage.setItem('press-settings', '{settings}')")
        watched = Watched.on(context)
        for place in PLACES:
            watched.page.goto(address + place)
            for width in WIDTHS:
                watched.page.set_viewport_size({"width": width, "height": 900})
                assert overflow(watched.page) == [], (place, width, settings)
        context.close()
        assert watched.faults == []


def test_without_scripts_everything_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator(".press-month td a").first.click()
    assert page.locator(".press-days > section:target").is_visible()
    page.goto(f"{address}bulletins/gongbao/2026-06/")
    assert not page.locator(".press-cite dl").is_visible()
    page.locator(".press-cite summary").click()
    assert page.get_by_text("2026年第6期（总第102期）", exact=False).last.is_visible()
    assert page.locator(".press-cite button").count() == 0
    context.close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="zh-CN", permissions=["clipboard-read", "clipboard-write"])
    watched = Watched.on(context)
    yield watched.page
    context.close()
    assert watched.faults == []


def test_a_form_of_citation_is_copied_with_the_readers_day(reader: Page, address: str) -> None:
    reader.goto(f"{address}bulletins/gongbao/2026-06/")
    reader.locator(".press-cite summary").click()
    row = reader.locator(".press-cite dl > div", has_text="网络版")
    row.get_by_role("button", name="复制").click()
    until(reader, "document.querySelector('.press-cite dl > div:last-child [role=status]').textContent")
    assert row.get_by_role("status").inner_text() == "已复制"
    copied = reader.evaluate("navigator.clipboard.readText()")
    today = reader.evaluate("new Date().toLocaleDateString('sv')")
    assert copied == row.locator(".press-cite__text").inner_text()
    assert f"[{today}]. https://" in copied


def test_a_citation_is_copied_without_a_clipboard(reader: Page, address: str) -> None:
    """As in the browsers inside other apps, and on sites without https."""
    reader.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    reader.goto(f"{address}bulletins/gongbao/2026-06/")
    reader.locator(".press-cite summary").click()
    reader.locator(".press-cite button").first.click()
    until(reader, "document.querySelector('.press-cite [role=status]').textContent")
    assert (
        reader.evaluate("getSelection().toString()") == reader.locator(".press-cite__text").first.inner_text()
    )


def test_a_page_number_opens_the_pdf_there(reader: Page, address: str) -> None:
    reader.goto(f"{address}bulletins/gongbao/2026-06/")
    link = reader.get_by_role("link", name="PDF 第5页")
    assert str(link.get_attribute("href")).endswith("gongbao-2026-06.pdf#page=9")


def test_a_missing_cover_shows_its_words_and_moves_nothing(
    browser: Browser, tmp_path: Path, runner: kit.Runner
) -> None:
    root = kit.small_site(tmp_path / "root", news=8)
    runner.build(root, "--only", "portal")
    assert not [name for name in Built(root / "dist/site").files if name.endswith("cover.webp")]
    served = serve(root / "dist/site")
    address = next(served)
    page = browser.new_page()
    boxes = []
    for path in (root / "dist/site/bulletins/gongbao/2026-01/cover.webp", None):
        page.goto(f"{address}bulletins/gongbao/2026-01/")
        box = page.locator(".press-cover").bounding_box()
        assert box
        boxes.append(box)
        shown = page.locator(".press-cover img").evaluate(
            "e => [e.naturalWidth, e.getBoundingClientRect().height]"
        )
        if path is None:
            assert shown[0] == 600
            assert shown[1] >= box["height"] - 1
        else:
            # No torn picture over the words.
            assert shown == [0, 0]
            runner.build(root)
    assert boxes[0] == boxes[1]
    page.close()
    served.close()


def test_the_order_of_the_page_is_that_of_a_phone(reader: Page, address: str) -> None:
    """One column on a phone, two on a desk, and the same order for those who listen."""
    reader.set_viewport_size({"width": 360, "height": 800})
    reader.goto(address)
    tops = reader.locator(".press-front > *").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)
    reader.set_viewport_size({"width": 1280, "height": 800})
    boxes = reader.locator(".press-front > *").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(b => [b.left, b.top, b.right, b.bottom])"
    )
    assert len({round(box[0]) for box in boxes}) == 2
    assert abs(boxes[0][1] - boxes[1][1]) < 1, "the issue stands beside the lead"
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            apart = (
                one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 1 or other[3] <= one[1] + 1
            )
            assert apart, "two blocks lie on one another"


def test_targets_are_large_enough_for_a_finger(reader: Page, address: str) -> None:
    reader.set_viewport_size({"width": 360, "height": 800})
    for place, what in (
        ("", ".press-month a, .press-quick a, .press-latest__more a"),
        ("bulletins/gongbao/2026-06/", ".press-line__page, .press-issue .press-button, .press-cite summary"),
        ("bulletins/gongbao/", ".press-yearly a, .press-shelf .press-meta a"),
        ("calendar/", ".press-months a"),
    ):
        reader.goto(address + place)
        small = reader.locator(what).evaluate_all(
            "all => all.filter(e => e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML)"
        )
        assert small == [], place

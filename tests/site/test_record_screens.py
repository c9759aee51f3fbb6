"""Pages of every kind of the project itself on every screen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawl import Built
from playwright.sync_api import Browser
from test_browser import WIDTHS, Watched, overflow, serve

pytestmark = pytest.mark.browser

KINDS = {
    "directory": r"deputies/",
    "deputy": r"deputies/[a-z-]+/",
    "board": r"suggestions/",
    "by progress": r"suggestions/by/progress/answered/",
    "by topic": r"suggestions/by/topic/[^/]+/",
    "case": r"suggestions/2026-[a-z0-9-]+/",
    "texts": r"regulations/",
    "text": r"regulations/[a-z0-9-]+/",
    "comparison": r"regulations/[a-z0-9-]+/compare/[a-z0-9-]+/",
    "holdings": r"archives/",
    "item": r"archives/[a-z0-9-]+/",
    "list": r"news/",
    "continued": r"[a-z]+/page/2/",
    "narrowed": r"[a-z]+/by/(?:year|column|tag|meeting)/[^/]+/",
    "people": r"people/",
    "person": r"people/[^/]+/",
    "columns": r"columns/",
    "years": r"calendar/",
    "year": r"calendar/2026/",
    "month": r"calendar/2026/[0-9]+/",
    "report": r"reports/[a-z0-9-]+juesuan/",
}


@pytest.fixture(scope="module")
def built(own: Path) -> Built:
    return Built(own / "dist/site")


@pytest.fixture(scope="module")
def address(built: Built) -> Iterator[str]:
    yield from serve(built.folder)


def places(built: Built, kind: str) -> list[str]:
    names = (name.removesuffix("index.html") for name in sorted(built.pages))
    return [name for name in names if re.fullmatch(KINDS[kind], name)]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_stands_out_and_nothing_fails(
    browser: Browser, built: Built, address: str, kind: str
) -> None:
    found = places(built, kind)
    assert found
    # The longest page of a kind is where it breaks first.
    longest = max(found, key=lambda name: len(built.html[f"{name}index.html"]))
    for width in WIDTHS:
        for scripts in (True, False):
            context = browser.new_context(
                viewport={"width": width, "height": 800}, locale="zh-CN", java_script_enabled=scripts
            )
            watched = Watched.on(context)
            watched.page.goto(address + longest)
            if scripts:
                assert overflow(watched.page) == [], f"{longest} at {width}"
            assert watched.page.locator("h1").is_visible()
            context.close()
            assert watched.faults == []


def test_unchanged_articles_open_without_scripts(browser: Browser, built: Built, address: str) -> None:
    context = browser.new_context(locale="zh-CN", java_script_enabled=False)
    page = context.new_page()
    page.goto(address + places(built, "comparison")[0])
    folded = page.locator("main details").first
    assert not folded.locator("p").first.is_visible()
    folded.locator("summary").click()
    assert folded.locator("p").first.is_visible()
    context.close()


def test_the_whole_card_of_a_deputy_is_a_link(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(f"{address}deputies/")
    card = page.locator(".press-face").first
    href = card.locator("a").get_attribute("href")
    assert href
    card.click(position={"x": 20, "y": 20})
    page.wait_for_url(f"**{href.removeprefix('..')}")
    context.close()

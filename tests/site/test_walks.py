"""Whole walks of a reader, and every kind of page as it is met: on a slow line, in WeChat, enlarged."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest
from playwright.sync_api import Browser, Page
from test_article_browser import VOICE, VOICES
from test_browser import Watched, overflow, serve, until

pytestmark = pytest.mark.browser

WECHAT = (
    "Mozilla/5.0 (Linux; Android 14; V2309A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
    "Chrome/130.0.6723.103 Mobile Safari/537.36 XWEB/1300473 MicroMessenger/8.0.56 Language/zh_CN"
)
KINDS = {
    "home": "", "list": "news/", "facet": "news/by/column/要闻/",
    "article": "stories/2025-12-12-zhuge-liansheng/", "issues": "bulletins/",
    "issue": "bulletins/gongbao/2026-06/", "whole issue": "bulletins/gongbao/2026-06/all/",
    "calendar": "calendar/", "year": "calendar/2026/", "month": "calendar/2026/10/", "people": "people/",
    "deputy": "deputies/zhuge-liansheng/", "meeting": "meetings/2026-10-changweihui-38/",
    "decision": "decisions/2026-10-30-huanjie-xuanju/", "suggestions": "suggestions/", "roster": "roster/",
    "statistics": "statistics/2026/", "regulation": "regulations/changweihui-yishi-guize-2012/",
    "rules": "rules/", "tags": "tags/", "columns": "columns/", "submission": "submit/", "more": "more/",
}  # fmt: skip
MOST_READ = {"home", "list", "article", "issue"}
SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => { for (const entry of list.getEntries())
  shifts.push([entry.value, ...entry.sources.map(s => s.node?.outerHTML?.slice(0, 80))]); })
  .observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def address(own: Path) -> Iterator[str]:
    yield from serve(own / "dist/site")


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN", has_touch=True)
    context.set_default_timeout(10_000)
    context.add_init_script(VOICE.replace("VOICES", json.dumps(VOICES)))
    watched = Watched.on(context)
    yield watched.page
    context.close()
    assert watched.faults == []


def test_from_home_to_the_page_of_the_pdf(reader: Page, address: str, own: Path) -> None:
    reader.goto(address)
    reader.locator(".press-latest .press-cover").click()
    reader.wait_for_url("**/bulletins/gongbao/2026-06/")
    line = reader.locator(".press-issue__contents .press-line", has_text="换届选举有关问题的决定")
    line.get_by_role("link").first.click()
    reader.wait_for_url("**/decisions/2026-10-30-huanjie-xuanju/")
    title = reader.get_by_role("heading", level=1).inner_text()
    page = reader.get_by_role("link", name=re.compile(r"^PDF 第\d+页$"))
    target = str(page.get_attribute("href"))
    file, sheet = target.removeprefix("../../").split("#page=")
    answer = reader.evaluate("async a => (await fetch(a)).headers.get('content-type')", target)
    assert answer == "application/pdf"
    with pymupdf.open(own / "dist/site" / file) as pdf:  # type: ignore[no-untyped-call,unused-ignore]
        words = re.sub(r"\s", "", pdf[int(sheet) - 1].get_text())
    assert re.sub(r"\s", "", title) in words
    assert f"—{page.inner_text()}—" in words


def test_from_a_list_to_large_text_read_aloud(reader: Page, address: str) -> None:
    reader.goto(f"{address}news/")
    reader.get_by_role("link", name="筛选").click()
    reader.locator("#filters").get_by_role("link", name=re.compile("^基层动态")).click()
    assert reader.get_by_role("heading", level=1).inner_text().endswith("基层动态")
    reader.locator(".press-entry__title a").first.click()
    title = reader.get_by_role("heading", level=1).inner_text()
    reader.get_by_role("button", name="朗读").click()
    until(reader, "told.said.length > 0")
    assert reader.evaluate("told.said[0]") == title
    reader.get_by_role("button", name="停止").click()
    size = "document.querySelector('.press-body p').getBoundingClientRect().height"
    before = reader.evaluate(size)
    reader.locator("#settings summary").click()
    reader.get_by_label("特大").check()
    until(reader, f"{size} > {before} * 1.2")
    reader.reload()
    assert reader.evaluate(size) > before * 1.2
    assert overflow(reader) == []


@pytest.mark.parametrize("kind", list(KINDS))
def test_nothing_moves_while_a_page_comes_on_a_slow_line(browser: Browser, address: str, kind: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN", user_agent=WECHAT)
    context.add_init_script(SHIFTS)
    watched = Watched.on(context)
    line = context.new_cdp_session(watched.page)
    line.send("Network.enable")
    # As DevTools' "Slow 3G" for what is read most; its "Slow 4G" shows the same of the rest in less time.
    latency, speed = (400, 50_000) if kind in MOST_READ else (150, 200_000)
    slow = {"offline": False, "latency": latency, "downloadThroughput": speed, "uploadThroughput": speed}
    line.send("Network.emulateNetworkConditions", slow)
    watched.page.goto(address + KINDS[kind])
    watched.page.wait_for_timeout(400)
    assert watched.page.evaluate("shifts") == []
    # Enlarged to twice its size, a window of 640 points shows as much as one of 320.
    watched.page.set_viewport_size({"width": 320, "height": 740})
    assert overflow(watched.page) == []
    context.close()
    assert watched.faults == []

"""``press serve`` in a browser, as a writer has it open beside the text."""

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
import site_kit as kit
from playwright.sync_api import Browser, BrowserContext, Page

from audit.checks import _REFUSED as REPORT_REFUSALS
from audit.server import served
from press.commands._preview import Server
from press.pipeline.preview import Preview

pytestmark = pytest.mark.browser

PARAGRAPHS = "".join(f"第{number}段。{kit.LONG}\n\n" for number in range(30))


class Desk:
    """A root that is previewed; ``save`` does what the watcher would."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.preview = Preview(root)
        self.preview.refresh(1, time.monotonic)
        self.server = Server(self.preview, 0, lambda: None)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def save(self, path: str, text: str) -> None:
        kit.write(self.root, path, text)
        self.preview.refresh(1, time.monotonic)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    root = tmp_path / "root"
    kit.write(root, "content/news/a.md", kit.article("甲", body=PARAGRAPHS))
    kit.write(root, "content/news/b.md", kit.article("没有写完的稿子", status="draft"))
    desk = Desk(root)
    yield desk
    desk.server.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1000, "height": 700}, locale="zh-CN")
    context.set_default_timeout(10_000)
    yield context
    context.close()


def panel(page: Page, state: str = "") -> None:
    page.locator(f"#press-preview details{state}").wait_for()


def test_saving_reloads_only_the_pages_that_change_and_keeps_the_place(
    desk: Desk, context: BrowserContext
) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto(f"{desk.url}news/a/")
    other.goto(f"{desk.url}news/b/")
    for page in (one, other):
        panel(page)
        page.evaluate("window.first = true")
    one.evaluate("scrollTo({ top: 500, behavior: 'instant' })")
    assert one.evaluate("scrollY") == 500
    with one.expect_event("load"):
        desk.save("content/news/a.md", kit.article("甲", body=f"新的一段。\n\n{PARAGRAPHS}"))
    assert "新的一段" in one.inner_text(".press-body")
    assert one.evaluate("scrollY") == 500
    other.wait_for_timeout(300)
    assert other.evaluate("window.first") is True


def test_faults_are_shown_in_the_page_by_keyboard(desk: Desk, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{desk.url}news/a/")
    panel(page)
    page.evaluate("window.first = true")
    kit.write(desk.root, "content/news/b.md", kit.article("乙", "昨天"))
    desk.save("content/news/a.md", kit.article("甲", body=PARAGRAPHS, status="publishd"))
    panel(page, ".stopped")
    assert page.evaluate("window.first") is True
    page.locator("#press-preview summary").focus()
    page.keyboard.press("Enter")
    shown = page.locator("#press-preview .body")
    assert shown.get_by_role("heading").all_inner_texts() == ["本页：content/news/a.md", "其他文件"]
    first = shown.locator("li").first.inner_text()
    assert "content/news/a.md:4:9" in first
    assert "status: publishd" in first
    assert "错误 M003" in first
    assert shown.evaluate("body => body.getBoundingClientRect().right <= innerWidth")
    page.keyboard.press("Escape")
    assert not shown.is_visible()
    kit.write(desk.root, "content/news/b.md", kit.article("乙"))
    with page.expect_event("load"):
        desk.save("content/news/a.md", kit.article("甲", body=f"好了。\n\n{PARAGRAPHS}"))
    panel(page, ":not(.stopped)")


def test_drafts_are_marked_as_such(desk: Desk, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{desk.url}news/")
    assert page.locator("a.press-preview-to-draft").all_inner_texts() == ["没有写完的稿子"]
    page.locator("a.press-preview-to-draft").click()
    page.get_by_role("note").wait_for()
    page.wait_for_load_state()
    assert "草稿" in page.get_by_role("note").inner_text()
    with page.expect_event("load"):
        desk.save("content/news/b.md", kit.article("写完了的稿子"))
    assert page.get_by_role("note").count() == 0


def test_an_old_service_worker_does_not_stay(desk: Desk, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{desk.url}news/a/")
    page.route("**/sw.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.evaluate("navigator.serviceWorker.getRegistrations().then(all => { window.number = all.length; })")
    panel(page)
    page.wait_for_timeout(300)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


@pytest.mark.parametrize("which", ["small", "own"])
def test_with_the_headers_of_the_server_nothing_is_refused(
    request: pytest.FixtureRequest, which: str, browser: Browser
) -> None:
    """One page of each shell, with the policy as a header and as a meta element."""
    root: Path = request.getfixturevalue(which)
    from audit.pages import every, largest

    kinds = largest(every(root), root / "dist/site")
    assert len(kinds) > 8
    with served(root / "dist") as url:
        context = browser.new_context(locale="zh-CN")
        context.add_init_script(REPORT_REFUSALS)
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
        for kind, sample in kinds.items():
            response = page.goto(url + sample.place, wait_until="networkidle")
            assert response
            assert "script-src 'self'" in response.headers["content-security-policy"]
            assert response.headers["content-encoding"] == "gzip"
            assert response.status == (410 if kind == "withdrawn" else 200)
        context.close()
    assert [words for words in said if "status of 410" not in words] == []

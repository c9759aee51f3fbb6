"""The portal in a real browser, as visitors with small screens, keyboards and no scripts meet it."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

pytestmark = pytest.mark.browser

KINDS = {
    "home": "", "list": "news/", "page 2": "news/page/2/", "article": "news/item-07/",
    "story": "stories/lin/",
    "decision": "decisions/jueyi/", "study": "study/jiandu/", "fixed": "pages/about/", "tags": "tags/",
    "tag": "tags/代表工作/", "archive": "bulletins/", "periodical": "bulletins/gongbao/",
    "issue": "bulletins/gongbao/2026-01/", "whole issue": "bulletins/gongbao/2026-01/all/",
    "calendar": "calendar/", "month": "calendar/2026/02/", "not found": "404.html",
}  # fmt: skip
WIDTHS = (360, 768, 1440)


class Quiet(SimpleHTTPRequestHandler):
    """A plain web server that shows 404.html for what is not there."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def serve(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def url(small: Path) -> Iterator[str]:
    yield from serve(small / "dist/site")


@pytest.fixture(scope="module")
def own_url(own: Path) -> Iterator[str]:
    yield from serve(own / "dist/site")


@dataclass
class Watched:
    """A page and what went wrong on it."""

    page: Page
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @classmethod
    def on(cls, context: BrowserContext) -> "Watched":
        watched = cls(context.new_page())
        page, faults = watched.page, watched.faults
        page.on(
            "console",
            lambda m: faults.append(f"console: {m.text}") if m.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        # A visitor who leaves before all pictures have come is no fault.
        page.on(
            "requestfailed",
            lambda r: None if r.failure == "net::ERR_ABORTED" else faults.append(f"failed: {r.url}"),
        )
        page.on("response", lambda r: faults.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
        page.on("request", watched._asked)
        return watched

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)
        if (
            urlsplit(request.url).scheme not in ("data", "blob")
            and urlsplit(request.url).hostname != "127.0.0.1"
        ):
            self.faults.append(f"outside: {request.url}")


Visit = Callable[..., Watched]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens a page in a context of its own; at the end nothing may have gone wrong."""
    opened: list[tuple[BrowserContext, Watched]] = []

    def open_(address: str, width: int = 1280, height: int = 800, **options: object) -> Watched:
        context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN", **options)  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        watched = Watched.on(context)
        opened.append((context, watched))
        watched.page.goto(address)
        return watched

    yield open_
    faults = [fault for _, watched in opened for fault in watched.faults]
    for context, _ in opened:
        context.close()
    assert faults == []


def until(page: Page, holds: str, argument: object = None) -> None:
    """Wait for a script to say yes. Playwright's own way asks within the page, whose policy forbids it."""
    for _ in range(200):
        if page.evaluate(holds, argument):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"not within ten seconds: {holds}")


def overflow(page: Page) -> list[str]:
    """What stands out of the page sideways; boxes that scroll by themselves may hold more."""
    found: list[str] = page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth, found = [];
          const whole = document.documentElement.scrollWidth;
          if (whole > width) found.push(`page ${whole}`);
          const scrolls = e => { for (; e; e = e.parentElement) {
            const s = getComputedStyle(e);
            if (/auto|scroll|hidden|clip/.test(s.overflowX) || s.position === 'fixed') return true; }
            return false; };
          for (const e of document.querySelectorAll('main *')) {
            const box = e.getBoundingClientRect();
            if (box.width && box.right > width + 1 && !scrolls(e.parentElement))
              found.push(`${e.tagName}.${e.className} ${Math.round(box.right)}`);
          }
          return found;
        }"""
    )
    return found


def test_walk_from_home_to_pdf(visit: Visit, url: str) -> None:
    watched = visit(url)
    page = watched.page
    page.get_by_role("navigation", name="栏目").get_by_role("link", name="决议决定").click()
    page.wait_for_url("**/decisions/")
    page.get_by_role("heading", level=2).get_by_role("link", name="关于批准预算调整方案的决议").click()
    page.wait_for_url("**/decisions/jueyi/")
    assert page.get_by_role("heading", level=1).inner_text() == "关于批准预算调整方案的决议"
    assert page.get_by_role("table").is_visible()
    page.get_by_role("link", name="2026年第1期（总第12期）").click()
    page.wait_for_url("**/bulletins/gongbao/2026-01/")
    address = page.get_by_role("link", name="阅读 PDF").get_attribute("href")
    assert address
    pdf = page.evaluate(
        """async address => { const r = await fetch(address), b = new Uint8Array(await r.arrayBuffer());
        return [r.status, r.headers.get('content-type'),
          String.fromCharCode(...b.slice(0, 5)), b.length]; }""",
        address,
    )
    assert pdf[:3] == [200, "application/pdf", "%PDF-"]
    assert pdf[3] > 10_000
    page.get_by_role("link", name="林代表的一天", exact=True).click()
    page.wait_for_url("**/stories/lin/")
    page.get_by_role("link", name="首页").first.click()
    assert page.url == url


def test_own_site_walks_too(visit: Visit, own_url: str) -> None:
    page = visit(own_url).page
    page.get_by_role("navigation", name="栏目").get_by_role("link", name="人大要闻").click()
    page.locator(".press-entry__title a").first.click()
    assert page.locator(".press-body").inner_text()
    page.get_by_role("navigation", name="栏目").get_by_role("link", name="期刊").click()
    page.locator(".press-cover").first.click()
    page.locator(".press-issue__contents .press-line a").first.click()
    assert page.get_by_role("heading", level=1).is_visible()


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_of_page_fits_every_screen(visit: Visit, url: str, kind: str) -> None:
    watched = visit(url + quote(KINDS[kind]), width=WIDTHS[0])
    for width in WIDTHS:
        watched.page.set_viewport_size({"width": width, "height": 900})
        assert overflow(watched.page) == [], width
    assert watched.page.get_by_role("main").is_visible()
    assert watched.page.title()


def test_the_pages_of_our_own_site_open(visit: Visit, own: Path, own_url: str) -> None:
    """Every list and overview, and each eighth of the others: they are of one kind."""
    folder = own / "dist/site"
    every = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    pages = [name for name in every if name.count("/") < 2]
    pages += [name for name in every if name not in pages][::8]
    assert len(pages) > 60
    watched = visit(own_url, width=360)
    wide = []
    for name in pages:
        watched.page.goto(own_url + quote(name.removesuffix("index.html")))
        if found := overflow(watched.page):
            wide.append((name, found))
    assert wide == []


def test_a_missing_address_shows_the_way_back(browser: Browser, url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    response = page.goto(f"{url}news/none/at/all/")
    assert response
    assert response.status == 404
    assert page.get_by_role("heading", name="页面不存在").is_visible()
    # Its style sheet was found, however deep the address.
    assert page.evaluate("getComputedStyle(document.querySelector('.press-header')).backgroundColor") not in (
        "rgba(0, 0, 0, 0)",
        "rgb(255, 255, 255)",
    )
    page.get_by_role("link", name="回到首页").click()
    assert page.url == url
    context.close()


def choose(page: Page, word: str) -> None:
    """Choose one of the reader's settings."""
    page.locator("#settings summary").click()
    page.locator("#settings label", has_text=word).click()
    page.keyboard.press("Escape")


def scheme(page: Page) -> tuple[str, str]:
    found: list[str] = page.evaluate(
        "[document.documentElement.dataset.mdColorScheme, getComputedStyle(document.body).backgroundColor]"
    )
    return found[0], found[1]


@pytest.mark.parametrize("which", ["small", "own"])
def test_dark_is_remembered(request: pytest.FixtureRequest, visit: Visit, which: str) -> None:
    base: str = request.getfixturevalue("url" if which == "small" else "own_url")
    page = visit(base, color_scheme="light").page
    light = scheme(page)
    assert light[0] == "default"
    choose(page, "深色")
    until(page, "document.documentElement.dataset.mdColorScheme === 'slate'")
    dark = scheme(page)
    assert sum(map(int, dark[1].strip("rgba()").split(",")[:3])) < 200 < 600
    assert dark[1] != light[1]
    page.reload()
    assert scheme(page) == dark
    page.goto(f"{base}decisions/")
    assert scheme(page) == dark
    page.locator(".press-entry__title a").first.click()
    page.wait_for_load_state()
    assert scheme(page) == dark
    choose(page, "浅色")
    until(page, "document.documentElement.dataset.mdColorScheme === 'default'")
    assert scheme(page) == light


def test_dark_follows_the_system(visit: Visit, own_url: str) -> None:
    assert scheme(visit(own_url, color_scheme="dark").page)[0] == "slate"


CONTRAST = """() => {
  const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const linear = v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = c => { const [r, g, b] = c.map(v => linear(v / 255));
    return .2126 * r + .7152 * g + .0722 * b; };
  const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] === 1) return c.slice(0, 3);
    if (getComputedStyle(e).backgroundImage !== 'none') return null; }
    return [255, 255, 255]; };
  const found = [];
  for (const e of document.querySelectorAll('main *, header *, footer *, .press-nav *')) {
    const words = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!words || !e.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    if (e.closest('[hidden], .press-visually-hidden')) continue;
    const back = behind(e), style = getComputedStyle(e), front = parse(style.color);
    if (!back || (front.length === 4 && front[3] < 1)) continue;
    const [a, b] = [light(front), light(back)].sort((x, y) => y - x), ratio = (a + .05) / (b + .05);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const words_ = e.textContent.trim().slice(0, 12);
    if (ratio < (large ? 3 : 4.5)) found.push(`${e.tagName}.${e.className} ${words_} ${ratio.toFixed(2)}`);
  }
  return found;
}"""


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_words_stand_out_from_their_ground(visit: Visit, own_url: str, colours: str) -> None:
    """GB/T 37668-2019 and WCAG 2.1, 1.4.3: 4.5 to 1, large words 3 to 1."""
    watched = visit(own_url, color_scheme=colours)
    places = ["", "news/", "bulletins/gongbao/2026-01/", "tags/", "reports/2026-02-26-yanglao-baogao/"]
    places += ["meetings/2026-06-changweihui-36/", "decisions/by/year/2026/", "appointments/", "roster/"]
    places += ["people/", "people/卞小满/", "columns/", "calendar/", "calendar/2026/", "calendar/2026/10/"]
    for place in (*places, "statistics/2026/", "more/"):
        watched.page.goto(own_url + place)
        assert watched.page.evaluate(CONTRAST) == [], place


@pytest.mark.parametrize("kind", ["home", "article", "issue"])
def test_keyboard_skips_to_the_content(visit: Visit, url: str, kind: str) -> None:
    page = visit(url + KINDS[kind]).page
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "跳到正文"
    until(page, "document.activeElement.getBoundingClientRect().top >= 0")
    box = skip.bounding_box()
    assert box
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'content'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#content').contains(document.activeElement)")


def test_keyboard_reaches_every_part(visit: Visit, url: str) -> None:
    """Each stop of Tab is visible and marked."""
    page = visit(url + KINDS["article"]).page
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { let e = document.activeElement; if (e === document.body) return null;
            // Material's switch is an input without size: its label stands for it.
            if (e.type === 'radio')
              e = [...e.parentElement.querySelectorAll('label')].find(l => l.checkVisibility());
            const box = e.getBoundingClientRect(), s = getComputedStyle(e);
            return [e.tagName, (e.getAttribute('href') || e.id || e.className), box.width * box.height > 0,
              s.outlineStyle !== 'none' || s.boxShadow !== 'none']; }"""
        )
        if stop is None:
            break
        stops.append(stop)
    assert not [stop for stop in stops if not stop[2]], "focus on what cannot be seen"
    hrefs = {stop[1] for stop in stops}
    assert {"../../news/", "../../tags/", "../../bulletins/"} & hrefs
    assert any("sitemap.xml" in href for href in hrefs), "the footer was not reached"
    assert not [stop for stop in stops if not stop[3]], "focus is not marked"


def test_without_scripts(visit: Visit, url: str) -> None:
    for width in (360, 1280):
        page = visit(url, width=width, java_script_enabled=False).page
        page.get_by_role("navigation", name="栏目").get_by_role("link", name="人大要闻").click()
        page.wait_for_url("**/news/")
        page.get_by_role("link", name="消息第44号").click()
        page.wait_for_url("**/news/item-44/")
        assert page.get_by_text("第44条消息的正文。").is_visible()
        page.get_by_role("link", name="上一篇").click()
        page.wait_for_url("**/news/item-43/")
        for kind in ("issue", "archive", "tags", "page 2"):
            page.goto(url + quote(KINDS[kind]))
            assert page.get_by_role("heading", level=1).is_visible()
            assert page.locator("main a:visible").count() > 3


def test_large_text_is_remembered(visit: Visit, url: str) -> None:
    page = visit(url + KINDS["article"], width=360).page
    height = "document.querySelector('.press-body p').getBoundingClientRect().height"
    before = page.evaluate(height)
    choose(page, "特大")
    assert page.evaluate(height) > before * 1.3
    assert overflow(page) == []
    page.reload()
    assert page.evaluate(height) > before * 1.3
    choose(page, "标准")
    assert page.evaluate(height) == before


def test_settings_by_keyboard(visit: Visit, url: str) -> None:
    page = visit(url, width=360).page
    page.locator("#settings summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    until(page, "document.documentElement.dataset.size === 'large'")
    page.keyboard.press("Escape")
    assert not page.locator("#settings form").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_what_was_read_can_be_read_without_a_network(browser: Browser, url: str) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    try:
        page.goto(url)
        until(page, "navigator.serviceWorker.controller !== null")
        page.goto(f"{url}news/item-07/")
        page.goto(f"{url}news/")
        context.set_offline(True)
        page.goto(f"{url}news/item-07/")
        assert page.locator("h1").inner_text() == "消息第07号"
        assert page.locator(".press-body").evaluate("e => getComputedStyle(e).fontSize") == "18px"
        page.goto(f"{url}decisions/jueyi/")
        assert page.locator("h1").inner_text() == "没有连上网络"
        context.set_offline(False)
        page.evaluate("navigator.serviceWorker.controller.postMessage('latest')")
        latest = f"{url}bulletins/gongbao/2026-01/"
        until(page, "a => caches.match(a).then(found => Boolean(found))", latest)
        context.set_offline(True)
        page.goto(latest)
        assert "2026年第1期" in page.locator("h1").inner_text()
    finally:
        context.close()


@pytest.mark.parametrize("place", ["news/item-07/", "stories/lin/", "stories/he/", "", "stories/"])
def test_images_load(visit: Visit, url: str, place: str) -> None:
    page = visit(url + place).page
    images = page.locator("main img")
    assert images.count() > 0
    for index in range(images.count()):
        images.nth(index).scroll_into_view_if_needed()
        handle = images.nth(index).element_handle()
        until(page, "image => image.complete && image.naturalWidth > 0", handle)
        assert images.nth(index).evaluate("image => image.currentSrc").endswith(".webp")
        ratios = "i.clientWidth / i.clientHeight, i.naturalWidth / i.naturalHeight"
        shown = images.nth(index).evaluate(f"i => [{ratios}, getComputedStyle(i).objectFit]")
        assert shown[2] == "cover" or abs(shown[0] - shown[1]) < 0.05 * shown[1], "the picture is squeezed"


def test_images_are_lazy_but_take_their_room(visit: Visit, own_url: str) -> None:
    """No jump while reading: the layout does not shift when pictures come."""
    page = visit(f"{own_url}stories/", width=360).page
    before = page.evaluate("document.documentElement.scrollHeight")
    page.evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')")
    until(page, "[...document.images].every(image => image.complete)")
    assert page.evaluate("document.documentElement.scrollHeight") == before


@pytest.mark.parametrize("kind", ["article", "issue", "list"])
def test_paper_shows_the_text_alone(visit: Visit, url: str, kind: str) -> None:
    page = visit(url + KINDS[kind]).page
    page.emulate_media(media="print")
    for selector in (".press-header", ".press-nav", ".press-skip", ".md-sidebar"):
        assert page.locator(selector).is_hidden(), selector
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.locator(".press-body, .press-issue__contents, .press-entries").first.is_visible()
    assert overflow(page) == []


def test_no_script_asks_for_what_is_not_there(visit: Visit, url: str) -> None:
    watched = visit(url + KINDS["article"])
    watched.page.wait_for_load_state("networkidle")
    kinds = {urlsplit(address).path.rpartition(".")[2] for address in watched.requests}
    assert {"css", "js"} <= kinds
    assert not [address for address in watched.requests if "search" in address or address.endswith(".map")]

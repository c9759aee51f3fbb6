"""A document's page in a real browser: reading aloud, notes, pictures, handing on, paper, bad input."""

import io
import json
from collections.abc import Iterator
from typing import Any

import article_site
import pymupdf
import pytest
import zxingcpp
from crawl import Built
from PIL import Image
from playwright.sync_api import Browser, Page
from test_browser import CONTRAST, WIDTHS, Visit, Watched, overflow, serve, until, visit

pytestmark = pytest.mark.browser

__all__ = ["visit"]

VOICE = """
(() => {
  const told = (window.told = { said: [], rates: [], voices: [], cancelled: 0 });
  let current = null;
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
  window.finish = (kind = "end") => {
    const one = current; current = null; one.dispatchEvent(new Event(kind));
  };
  const fake = {
    getVoices: () => (VOICES),
    addEventListener() {},
    speak(one) {
      current = one;
      told.said.push(one.text); told.rates.push(one.rate); told.voices.push(one.voice?.name ?? "");
    },
    // As browsers do, what is cut short still says so afterwards.
    cancel() {
      told.cancelled += 1;
      const one = current; current = null;
      if (one) setTimeout(() => one.dispatchEvent(new Event("error")));
    },
  };
  Object.defineProperty(window, "speechSynthesis", { value: fake, configurable: true });
})();
"""
VOICES = [
    {"name": "english", "lang": "en-US", "localService": True},
    {"name": "hongkong", "lang": "zh-HK", "localService": True},
    {"name": "remote", "lang": "zh-CN", "localService": False},
    {"name": "here", "lang": "zh_CN", "localService": True},
]


@pytest.fixture(scope="module")
def address(articles: Built) -> Iterator[str]:
    yield from serve(articles.folder)


Speaking = Any

CAPACITY = (
    14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
)  # fmt: skip
"""Bytes that a code of each version holds at level M (ISO/IEC 18004, table 7)."""


@pytest.fixture
def speaking(browser: Browser, address: str) -> Iterator[Speaking]:
    """Opens a page of a browser that speaks: its voice is made up, and tells what it was given."""
    opened: list[Watched] = []

    def open_(place: str, voices: object = VOICES, width: int = 1280, script: str = "") -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, locale="zh-CN")
        context.set_default_timeout(10_000)
        context.add_init_script(VOICE.replace("VOICES", json.dumps(voices)) + script)
        watched = Watched.on(context)
        opened.append(watched)
        watched.page.goto(address + place)
        return watched.page

    yield open_
    for watched in opened:
        watched.page.context.close()
    assert [fault for watched in opened for fault in watched.faults] == []


def said(page: Page) -> list[str]:
    found: list[str] = page.evaluate("told.said")
    return found


def read_all(page: Page) -> list[str]:
    """Let the voice come to the end."""
    page.locator("#speak").click()
    until(page, "told.said.length > 0")
    page.evaluate(
        "(() => { for (let n = 0; n < 9000 && document.querySelector('#player-pause').textContent === '暂停';"
        " n += 1) finish(); })()"
    )
    return said(page)


# -- reading aloud ------------------------------------------------------------------------------


def test_a_document_is_read_sentence_by_sentence(speaking: Speaking) -> None:
    page = speaking("news/kinds/")
    read = read_all(page)
    assert read[:4] == ["各种段落", "——2026年3月1日在会上", "各位代表：", "正文楷体强调和粗体强调，"]
    assert {"同志们：", "会议议程是：", "一；", "二。", "石桥县人大", "2026年3月1日", "引用的话。"} <= set(
        read
    )
    assert "春眠不觉晓， 处处闻啼鸟。" in read
    assert "一" in read, "the caption"
    assert not [words for words in read if "摄" in words or "yyy" in words]
    assert page.locator("#player-pause").inner_text() == "重新朗读"
    assert page.get_by_role("status").filter(has_text="读完了").is_visible()


def test_numbers_of_notes_are_not_read(speaking: Speaking) -> None:
    read = read_all(speaking("news/notes/"))
    assert read[1:4] == ["第1句话要加注。", "第2句话要加注。", "第3句话要加注。"]
    assert not [words for words in read if "条注释，" in words]
    assert read[-1] == "最后一处。"


def test_a_row_of_a_table_is_read_as_one(speaking: Speaking) -> None:
    read = "".join(read_all(speaking("news/table/")))
    assert "第8个单位，1234.5，1234.5" in read
    assert "左右滑动" not in read


def test_no_piece_is_too_long_and_none_is_lost(speaking: Speaking) -> None:
    page = speaking("news/endless/")
    read = read_all(page)
    assert len(read) > 1400
    assert max(map(len, read)) <= 90
    whole = page.locator(".press-body").evaluate("e => e.textContent.replace(/\\s/g, '').length")
    assert sum(map(len, read[1:])) == whole


def test_what_is_read_is_shown(speaking: Speaking) -> None:
    page = speaking("news/kinds/")
    page.locator("#speak").click()
    for _ in range(3):
        until(page, "told.said.length > 0")
        page.evaluate("finish()")
    shown = "[...CSS.highlights.get('press-spoken')].map(range => range.toString()).join()"
    assert page.evaluate(shown) == "正文楷体强调和粗体强调，" == said(page)[-1]
    assert page.evaluate("document.querySelectorAll('mark').length") == 0
    page.locator("#player-stop").click()
    assert page.evaluate("CSS.highlights.has('press-spoken')") is False
    assert page.locator(".press-player").is_hidden()


def test_without_highlights_the_paragraph_is_shown(speaking: Speaking) -> None:
    page = speaking(
        "news/kinds/", script="delete CSS.highlights; delete Object.getPrototypeOf(CSS).highlights;"
    )
    if page.evaluate("'highlights' in CSS"):
        pytest.skip("this browser does not let go of its highlights")
    page.locator("#speak").click()
    until(page, "told.said.length > 0")
    assert page.locator(".press-spoken").inner_text() == "各种段落"


def test_a_pause_goes_on_where_it_was(speaking: Speaking) -> None:
    page = speaking("news/kinds/")
    page.locator("#speak").click()
    until(page, "told.said.length > 0")
    page.evaluate("finish()")
    page.get_by_role("button", name="暂停").click()
    page.wait_for_timeout(50)
    assert said(page) == ["各种段落", "——2026年3月1日在会上"]
    page.get_by_role("button", name="继续").click()
    until(page, "told.said.length === 3")
    assert said(page)[-1] == "——2026年3月1日在会上"


def test_pace_is_kept(speaking: Speaking) -> None:
    page = speaking("news/kinds/")
    page.locator("#speak").click()
    until(page, "told.said.length > 0")
    page.get_by_label("语速").select_option("1.5")
    assert page.evaluate("told.rates") == [1, 1.5]
    assert said(page) == ["各种段落", "各种段落"], "the sentence begins again at its new pace"
    page.reload()
    page.locator("#speak").click()
    until(page, "told.said.length > 0")
    assert page.evaluate("told.rates") == [1.5]


def test_the_voice_is_a_chinese_one_of_the_device(speaking: Speaking) -> None:
    page = speaking("news/one/")
    page.locator("#speak").click()
    until(page, "told.said.length > 0")
    assert page.evaluate("told.voices") == ["here"]


def test_no_chinese_voice_is_said_in_plain_words(speaking: Speaking) -> None:
    page = speaking("news/one/", voices=VOICES[:1])
    page.locator("#speak").click()
    page.get_by_text("这台设备没有中文语音").wait_for()
    assert said(page) == []


def test_a_browser_that_tells_of_no_voice_may_still_have_one(speaking: Speaking) -> None:
    page = speaking("news/one/", voices=[])
    page.locator("#speak").click()
    until(page, "told.said.length > 0")
    assert page.evaluate("told.voices") == [""]


def test_a_voice_that_fails_pauses(speaking: Speaking) -> None:
    page = speaking("news/one/")
    page.locator("#speak").click()
    until(page, "told.said.length > 0")
    page.evaluate("finish('error')")
    assert page.get_by_role("button", name="继续").is_visible()
    assert page.get_by_text("没有读出来").is_visible()


def test_leaving_the_page_ends_the_reading(speaking: Speaking) -> None:
    page = speaking("news/one/")
    page.locator("#speak").click()
    until(page, "told.said.length > 0")
    before = page.evaluate("told.cancelled")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("told.cancelled") > before
    assert page.locator(".press-player").is_hidden()


def test_reading_by_keyboard(speaking: Speaking) -> None:
    page = speaking("news/one/", width=360)
    page.locator("#speak").focus()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'player-pause'")
    until(page, "told.said.length > 0")
    page.keyboard.press("Space")
    assert page.get_by_role("button", name="继续").is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "停止"
    page.keyboard.press("Escape")
    assert page.locator(".press-player").is_hidden()
    assert page.evaluate("document.activeElement.id") == "speak"


def test_a_browser_without_speech_offers_none(speaking: Speaking) -> None:
    page = speaking("news/one/", script="delete window.speechSynthesis;")
    assert page.locator("#share").is_visible()
    assert page.locator("#speak").is_hidden()


def test_the_reader_is_not_dragged_back(speaking: Speaking) -> None:
    page = speaking("news/endless/")
    page.locator("#speak").click()
    until(page, "told.said.length > 0")
    page.evaluate("scrollTo(0, 9000)")
    page.evaluate("finish()")
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") == 9000


# -- contents -----------------------------------------------------------------------------------


def test_contents_stand_beside_the_text_and_stay(visit: Visit, address: str) -> None:
    page = visit(f"{address}news/endless/", width=1280).page
    page.locator(".press-toc details[open]").wait_for()
    text, toc = (page.locator(name).bounding_box() for name in (".press-body", ".press-toc details"))
    assert text
    assert toc
    assert toc["x"] >= text["x"] + text["width"]
    page.get_by_role("navigation", name="本文目录").get_by_role("link").nth(40).click()
    until(page, "location.hash === '#s41'")
    until(page, "document.querySelector('.press-toc [aria-current]')?.hash === '#s41'")
    assert page.locator(".press-toc [aria-current]").count() == 1
    details = page.locator(".press-toc details").bounding_box()
    assert details
    assert 0 <= details["y"] < 60
    current = page.locator(".press-toc [aria-current]").bounding_box()
    assert current
    assert details["y"] <= current["y"] < details["y"] + details["height"]


@pytest.mark.parametrize(("width", "size"), [(360, ""), (768, ""), (1120, ""), (1280, "larger")])
def test_contents_are_folded_where_there_is_no_room(
    visit: Visit, address: str, width: int, size: str
) -> None:
    page = visit(f"{address}news/three/", width=width).page
    page.evaluate("size => localStorage.setItem('press-settings', JSON.stringify({ size }))", size)
    page.reload()
    assert not page.get_by_role("link", name="一、看水").is_visible()
    page.get_by_text("本文目录").click()
    page.get_by_role("link", name="一、看水").click()
    until(page, "location.hash === '#s1'")
    assert overflow(page) == []


# -- notes --------------------------------------------------------------------------------------


@pytest.fixture
def noted(visit: Visit, address: str) -> Page:
    """The page of many notes, its scripts come."""
    page = visit(f"{address}news/notes/").page
    page.wait_for_load_state("networkidle")
    return page


def test_a_note_shows_beside_its_number(noted: Page) -> None:
    page = noted
    page.locator("[data-footnote-ref]").nth(2).click()
    note = page.locator(".press-note")
    note.wait_for()
    assert note.inner_text() == "第3条注释，见外站。"
    assert page.url.endswith("/news/notes/"), "the page stays where it is"
    ref, box = page.locator("[data-footnote-ref]").nth(2).bounding_box(), note.bounding_box()
    assert ref
    assert box
    assert 0 < box["y"] - ref["y"] - ref["height"] < 20
    assert abs(box["x"] - ref["x"]) < 60
    page.locator("[data-footnote-ref]").nth(3).click()
    assert note.inner_text() == "第4条注释，见外站。"
    page.locator("[data-footnote-ref]").nth(3).click()
    note.wait_for(state="hidden")


def test_a_note_by_pointer(noted: Page) -> None:
    page = noted
    page.locator("[data-footnote-ref]").nth(5).hover()
    page.locator(".press-note").wait_for()
    page.locator(".press-note a").hover()
    page.wait_for_timeout(400)
    assert page.locator(".press-note").is_visible(), "the pointer may go into it"
    page.mouse.move(5, 5)
    page.locator(".press-note").wait_for(state="hidden")


def test_a_note_by_keyboard(noted: Page) -> None:
    page = noted
    page.locator("#print").focus()
    page.keyboard.press("Tab")
    page.locator(".press-note").wait_for()
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "note"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "外站"
    page.keyboard.press("Escape")
    page.locator(".press-note").wait_for(state="hidden")


@pytest.mark.parametrize(("width", "size"), [(360, ""), (360, "larger"), (1280, "larger")])
def test_a_note_stays_on_the_screen(visit: Visit, address: str, width: int, size: str) -> None:
    page = visit(f"{address}news/notes/", width=width).page
    page.evaluate("size => localStorage.setItem('press-settings', JSON.stringify({ size }))", size)
    page.reload()
    page.wait_for_load_state("networkidle")
    for index in (0, 3, 7, 13, 21):
        ref = page.locator("[data-footnote-ref]").nth(index)
        ref.scroll_into_view_if_needed()
        page.wait_for_timeout(100)
        ref.click()
        box, at = page.locator(".press-note").bounding_box(), ref.bounding_box()
        assert box
        assert at
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert min(abs(box["y"] - at["y"] - at["height"]), abs(at["y"] - box["y"] - box["height"])) < 30
        page.keyboard.press("Escape")


def test_a_number_never_begins_a_line(visit: Visit, address: str) -> None:
    page = visit(f"{address}news/notes/").page
    for width in range(320, 420, 7):
        page.set_viewport_size({"width": width, "height": 800})
        torn = page.evaluate(
            """() => [...document.querySelectorAll('.press-body [data-footnote-ref]')].filter(ref => {
              const before = document.createRange(), text = ref.parentElement.previousSibling;
              before.setStart(text, text.length - 1); before.setEnd(text, text.length);
              return ref.getBoundingClientRect().top > before.getBoundingClientRect().bottom;
            }).length"""
        )
        assert torn == 0, width


def test_without_a_script_notes_are_links(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.goto(f"{address}news/notes/")
    page.locator("[data-footnote-ref]").nth(2).click()
    assert page.url.endswith("#fn-3")
    assert page.locator("#tools").is_hidden()
    page.goto(f"{address}news/three/")
    page.get_by_text("本文目录").click()
    page.get_by_role("link", name="一、看水").click()
    assert page.url.endswith("#s1")
    page.goto(f"{address}news/picture/")
    page.locator(".press-body figure a").click()
    assert page.url.endswith(".jpg")
    context.close()


# -- pictures -----------------------------------------------------------------------------------


def test_pictures_one_by_one(visit: Visit, address: str) -> None:
    page = visit(f"{address}news/pictures/").page
    page.locator(".press-body figure > a").nth(1).click()
    box = page.get_by_role("dialog")
    box.wait_for()
    assert "第2张（甲乙 摄）" in box.inner_text()
    assert "第 2 张，共 40 张" in box.inner_text()
    assert box.get_by_role("img").get_attribute("alt") == "第2张里的圆"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert "第40张（甲乙 摄）" in box.inner_text()
    box.get_by_role("button", name="下一张").click()
    assert "第1张（甲乙 摄）" in box.inner_text()
    until(page, "document.querySelector('dialog img').naturalWidth > 0")
    shown = box.get_by_role("img").bounding_box()
    assert shown
    assert shown["x"] >= 0
    assert shown["y"] >= 0
    assert shown["x"] + shown["width"] <= 1280
    assert shown["y"] + shown["height"] <= 800
    href = box.get_by_role("link", name="原图").get_attribute("href")
    assert href == page.locator(".press-body figure > a").first.evaluate("a => a.href")
    page.keyboard.press("Escape")
    box.wait_for(state="hidden")
    focused = "[...document.querySelectorAll('figure > a')].indexOf(document.activeElement)"
    assert page.evaluate(focused) == 1


def test_a_single_picture_has_no_next(visit: Visit, address: str) -> None:
    page = visit(f"{address}news/picture/", width=360).page
    page.locator(".press-body figure > a").click()
    assert page.get_by_role("button", name="下一张").is_hidden()
    page.get_by_role("button", name="关闭").click()
    page.get_by_role("dialog").wait_for(state="hidden")


def test_a_picture_with_a_key_held_is_a_link(visit: Visit, address: str) -> None:
    page = visit(f"{address}news/picture/").page
    with page.context.expect_page() as opened:
        page.locator(".press-body figure > a").click(modifiers=["ControlOrMeta"])
    assert opened.value.url.endswith(".jpg")


# -- handing on ---------------------------------------------------------------------------------


def test_the_address_is_copied(visit: Visit, address: str) -> None:
    watched = visit(f"{address}news/three/", permissions=["clipboard-read", "clipboard-write"])
    page = watched.page
    page.locator("#share").click()
    page.get_by_role("button", name="复制网址").click()
    page.get_by_text("网址已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{article_site.URL}news/three/"
    live = page.get_by_text("网址已复制").get_attribute("role")
    assert live == "status"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "share"


def test_without_a_clipboard_it_is_copied_the_older_way(visit: Visit, address: str) -> None:
    page = visit(f"{address}news/three/").page
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.evaluate("document.execCommand = () => (window.copied = getSelection().toString() || "
                  "document.activeElement.value, true)")  # fmt: skip
    page.locator("#share").click()
    page.get_by_role("button", name="复制网址").click()
    page.get_by_text("网址已复制").wait_for()
    assert page.evaluate("copied") == f"{article_site.URL}news/three/"


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", ["", "larger"])
def test_a_telephone_reads_the_code(visit: Visit, address: str, colours: str, size: str) -> None:
    page = visit(f"{address}news/three/", width=360, color_scheme=colours).page
    page.evaluate("size => localStorage.setItem('press-settings', JSON.stringify({ size }))", size)
    page.reload()
    page.locator("#share").click()
    page.get_by_role("img", name="本页网址的二维码").wait_for()
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())))
    assert found.text == f"{article_site.URL}news/three/"
    assert overflow(page) == []


def test_codes_of_every_size_can_be_read(visit: Visit, address: str, articles: Built) -> None:
    page = visit(f"{address}news/one/").page
    (module,) = [name for name in articles.files if name.endswith("/qr.js")]
    texts = [("https://renda.example/" + "0123456789-abcdefg" * 40)[: length - 2] for length in CAPACITY]
    texts += ["https://renda.example/标题/", "a" * CAPACITY[-1]]
    rows = page.evaluate(
        """async ([module, texts]) => { const { squares } = await import(module);
        return texts.map(text => squares(text).map(row => row.map(Number).join(''))); }""",
        [f"/{module}", texts],
    )
    assert [len(code) for code in rows[:20]] == list(range(21, 98, 4)), "of every version"
    for text, code in zip(texts, rows, strict=True):
        side = len(code) + 8
        image = Image.new("L", (side, side), 255)
        for y, row in enumerate(code):
            for x, dark in enumerate(row):
                image.putpixel((x + 4, y + 4), 0 if dark == "1" else 255)
        (found,) = zxingcpp.read_barcodes(image.resize((side * 3, side * 3), Image.Resampling.NEAREST))
        assert found.text == text
    refused = page.evaluate(
        "async module => { try { (await import(module)).squares('a'.repeat(667)); } catch { return true; } }",
        f"/{module}",
    )
    assert refused


def test_the_print_button_prints(visit: Visit, address: str) -> None:
    page = visit(f"{address}news/one/").page
    page.evaluate("window.print = () => (window.printed = true)")
    page.locator("#print").click()
    assert page.evaluate("printed")


# -- letters and bad input ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "place",
    ["one", "long-title", "notes", "pictures", "table", "rare", "endless", "kinds", "three", "picture"],
)
def test_bad_articles_fit_every_screen(visit: Visit, address: str, place: str) -> None:
    page = visit(f"{address}news/{place}/", width=WIDTHS[0]).page
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert overflow(page) == [], width
        wide = "[...document.querySelectorAll('.press-body > p, h1')]"
        wide += ".filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)"
        assert page.evaluate(wide) == [], width


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_words_stand_out(visit: Visit, address: str, colours: str) -> None:
    watched = visit(address, color_scheme=colours)
    for place in ("kinds", "notes", "three", "table"):
        watched.page.goto(f"{address}news/{place}/")
        assert watched.page.evaluate(CONTRAST) == [], place


def test_a_wide_table_says_that_it_moves(visit: Visit, address: str) -> None:
    page = visit(f"{address}news/table/", width=360).page
    hints = page.locator(".press-table__hint")
    until(page, "!document.querySelector('.press-table__hint').hidden")
    assert hints.nth(0).is_visible()
    assert hints.nth(1).is_hidden(), "the narrow one has nothing to say"
    region = page.get_by_role("group", name="表格").first
    region.focus()
    page.keyboard.press("ArrowRight")
    until(page, "document.querySelector('.press-table').scrollLeft > 0")


def indent(page: Page, selector: str) -> str:
    found: str = page.locator(selector).first.evaluate("e => getComputedStyle(e).textIndent")
    return found


def test_only_paragraphs_of_prose_are_indented(visit: Visit, address: str) -> None:
    page = visit(f"{address}news/kinds/").page
    assert indent(page, ".press-body > p:not(.press-to)") == "36px"
    for selector in (
        ".press-to",
        ".press-body p:has(br)",
        "blockquote p",
        ".press-body li",
        "figcaption",
        ".signature p",
        ".press-body h2, .press-body figure",
    ):
        assert indent(page, selector) == "0px", selector
    style = "e => [getComputedStyle(e).lineHeight, getComputedStyle(e).textAlign]"
    assert page.locator(".press-body > p").nth(1).evaluate(style) == ["31.5px", "justify"]


def test_an_address_does_not_tear_its_line(visit: Visit, address: str) -> None:
    """The line before it is full, or justification would put a gap between every two characters."""
    page = visit(f"{address}news/kinds/").page
    gap = page.evaluate(
        """() => { const text = document.querySelector('.press-body > p:nth-of-type(2)').firstChild;
        const left = at => { const range = document.createRange(); range.setStart(text, at);
          range.setEnd(text, at + 1); return range.getBoundingClientRect().left; };
        return left(1) - left(0); }"""
    )
    assert 18 <= gap < 27


def test_a_title_breaks_behind_its_dash(visit: Visit, address: str) -> None:
    page = visit(f"{address}news/three/", width=768).page
    first, second = (page.locator(".press-half").nth(n).bounding_box() for n in (0, 1))
    assert first
    assert second
    assert second["y"] >= first["y"] + first["height"] - 1
    assert (
        page.get_by_role("heading", level=1).inner_text().replace("\n", "").startswith("盯住水龙头那一端——县")
    )


def test_rare_characters_have_a_face(visit: Visit, address: str) -> None:
    page = visit(f"{address}news/rare/").page
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    for selector in ("h1", ".press-body > p"):
        node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        assert fonts
        assert not [font for font in fonts if "LastResort" in font["familyName"]], fonts
    # A character that no face has looks like any other that none has.
    width = "c => { const x = document.createElement('canvas').getContext('2d'); x.font = '20px ' + "
    width += (
        "getComputedStyle(document.body).fontFamily; x.fillText(c, 0, 20); return x.canvas.toDataURL(); }"
    )
    assert page.evaluate(width, "𠮷") != page.evaluate(width, "\U00093456")


# -- paper --------------------------------------------------------------------------------------


def test_paper_looks_like_the_bulletin(visit: Visit, address: str) -> None:
    page = visit(f"{address}news/kinds/", color_scheme="dark").page
    page.locator("#tools").wait_for()
    document = pymupdf.open(stream=page.pdf(prefer_css_page_size=True))
    width, height = document[0].rect.width, document[0].rect.height
    assert (round(width), round(height)) == (595, 842)
    text = "".join(str(sheet.get_text()) for sheet in document)
    flat = "".join(text.split())
    assert "各种段落——2026年3月1日在会上2026-03-01各位代表：正文" in flat
    assert f"石桥县人大常委会办公室2026年3月1日发布{article_site.URL}news/kinds/" in flat
    assert "“32处”已改为“23处”。" in flat
    for word in ("首页", "朗读", "分享", "约2分钟", "上一篇", "全部栏目", "本文于"):
        assert word not in flat, word
    assert "—1—" in flat
    lines = [line for block in document[0].get_text("dict")["blocks"] for line in block.get("lines", ())]
    looks = {
        "".join(span["text"] for span in line["spans"]): (
            round(line["spans"][0]["size"], 1),
            line["spans"][0]["color"],
        )
        for line in lines
    }
    assert looks["各种段落"][0] == 22
    assert looks["各位代表："] == (15.7, 0), "三号, and black, though the screen is dark"
    assert abs(min(line["bbox"][0] for line in lines) - 28 / 25.4 * 72) < 3


def test_paper_has_notes_and_whole_tables(visit: Visit, address: str) -> None:
    page = visit(f"{address}news/notes/").page
    text = "".join(
        str(sheet.get_text()) for sheet in pymupdf.open(stream=page.pdf(prefer_css_page_size=True))
    )
    assert "第20条注释" in text.replace("\n", "")
    assert "↩" not in text
    page.goto(f"{address}news/table/")
    page.wait_for_load_state("networkidle")
    document = pymupdf.open(stream=page.pdf(prefer_css_page_size=True))
    figures = [word for sheet in document for word in sheet.get_text("words") if word[4] == "1234.5"]
    assert len(figures) == 88
    assert max(word[2] for word in figures) < document[0].rect.width - 26 / 25.4 * 72 + 1
    assert "左右滑动" not in "".join(str(sheet.get_text()) for sheet in document)

"""网上投稿 in a real browser: what is filled in or dropped comes out of ``press import`` as a draft."""

import hashlib
import io
import json
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import site_kit as kit
import yaml
from playwright.sync_api import Browser, BrowserContext, Download, Page, Route
from test_browser import CONTRAST, WIDTHS, Watched, overflow, serve

import word_kit
from press.markup.tree import plain, tree
from press.model.site import Settings, Site, Submissions
from press.outputs.portal.conventions import policy
from press.source import manuscript

pytestmark = pytest.mark.browser

ENDPOINT = "https://take.example/in"
POLICY = policy(Site(name="", settings=Settings(submissions=Submissions(endpoint=ENDPOINT))))
PHOTO = kit.encoded(kit.picture(7, (900, 600)))
TEXT = """一、从一封信说起
　　2026年11月12日，林穗<b>代表</b>到云梯村走访，水价3*5元~6元，用了_两_天。
---
1. 先修水池
- 再换管道
# 井号 [链接](javascript:alert(1)) ![图](../x.jpg)
（一）办法
:::note
a\\b `c` &lt; | 甲 | <!-- 允许 T003：x -->
=== """


def office(folder: Path, runner: kit.Runner, **settings: Any) -> Path:
    root = kit.small_site(folder / "root", news=3)
    path = root / "mkdocs.yml"
    values = yaml.safe_load(path.read_text("utf-8"))
    values["plugins"][0]["press"] |= settings
    path.write_text(kit.dump(values), "utf-8")
    runner.build(root, "--only", "portal")
    return root


@pytest.fixture(scope="module")
def by_mail(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Path:
    return office(tmp_path_factory.mktemp("mail"), runner, email="gao@shiqiao.example", phone="0000-0000000")


@pytest.fixture(scope="module")
def by_post(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Path:
    return office(tmp_path_factory.mktemp("post"), runner, submissions={"endpoint": ENDPOINT})


@pytest.fixture(scope="module")
def address(by_mail: Path) -> Iterator[str]:
    for url in serve(by_mail / "dist/site"):
        yield f"{url}submit/"


@pytest.fixture(scope="module")
def post_address(by_post: Path) -> Iterator[str]:
    for url in serve(by_post / "dist/site"):
        yield f"{url}submit/"


def strictly(route: Route) -> None:
    """Serve a page as a web server that allows no more than it must."""
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})


Open = Callable[..., Page]


@pytest.fixture
def open_(browser: Browser) -> Iterator[Open]:
    """Opens the page in a context of its own; at the end nothing may have gone wrong or gone out."""
    opened: list[tuple[BrowserContext, Watched]] = []

    def begin(address: str, width: int = 1280, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN", **options)
        context.set_default_timeout(10_000)
        context.route("**/submit/", strictly)
        watched = Watched.on(context)
        opened.append((context, watched))
        watched.page.goto(address)
        if options.get("java_script_enabled", True):
            watched.page.wait_for_selector("#submit:not([hidden])")
        return watched.page

    yield begin
    faults = [fault for _, watched in opened for fault in watched.faults]
    for context, _ in opened:
        context.close()
    assert faults == []


def file(name: str, data: bytes) -> Any:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def fill(page: Page, text: str = TEXT) -> None:
    page.fill("#submit-title", "云梯村的自来水通了")
    page.fill("#submit-text", text)
    page.fill("#submit-authors", "林穗、顾名禾")
    page.fill("#submit-organization", "青屏镇人大")
    page.fill("#submit-contact", "linsui@shiqiao.example")
    page.check("#submit-original")
    page.check("#submit-publish")


def save(page: Page) -> Download:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="生成投稿文件").click()
    return waiting.value


def imported(runner: kit.Runner, download: Download | bytes, folder: Path, *options: str) -> tuple[Path, str]:
    """Import what was saved into an empty root; return the draft and what was said."""
    path = folder / "投稿.zip"
    if isinstance(download, bytes):
        path.write_bytes(download)
    else:
        download.save_as(path)
    root = folder / "root"
    (root / "content").mkdir(parents=True)
    done = runner.run("-m", "press", "import", str(path), "--root", str(root), *options)
    assert "校验：0 个错误" in done.stdout
    (draft,) = root.glob("content/*/*.md")
    assert runner.run("-m", "press", "check", "--root", str(root)).returncode == 0
    return draft, done.stdout


def test_the_page_is_only_where_something_can_be_sent(small: Path, by_mail: Path, by_post: Path) -> None:
    for root, there in ((small, False), (by_mail, True), (by_post, True)):
        site = root / "dist/site"
        assert (site / "submit/index.html").exists() == there
        assert ("网上投稿" in (site / "more/index.html").read_text("utf-8")) == there
        assert ("sitemap-submit.xml" in (site / "sitemap.xml").read_text("utf-8")) == there


@pytest.mark.parametrize(
    "endpoint", ["http://a.cn/", "https://a.cn/#x", "https://u@a.cn/", "a.cn", "https://a.cn/x y"]
)
def test_an_address_that_is_none_is_told(
    endpoint: str, runner: kit.Runner, by_mail: Path, tmp_path: Path
) -> None:
    text = (by_mail / "mkdocs.yml").read_text("utf-8")
    settings = kit.dump({"submissions": {"endpoint": endpoint}}).replace("\n", "\n      ")
    kit.write(tmp_path, "mkdocs.yml", text.replace("- press:\n", f"- press:\n    {settings.strip()}\n", 1))
    (tmp_path / "content").mkdir()
    done = runner.run("-m", "press", "check", "--root", str(tmp_path), ok=False)
    assert done.returncode == 1, done.stdout
    assert "submissions.endpoint 的值不对：应是以 https:// 开头的网址" in done.stdout


def test_what_is_filled_in_is_what_is_imported(
    open_: Open, address: str, runner: kit.Runner, tmp_path: Path
) -> None:
    page = open_(address)
    fill(page)
    page.set_input_files(
        "#submit-pictures", [file("DSC 1.JPG", PHOTO), file("水池.png", kit.encoded(kit.picture(8), "PNG"))]
    )
    page.wait_for_selector(".press-picture >> nth=1")
    page.fill(".press-picture >> nth=0 >> input >> nth=0", "代表在“水池”边")
    page.fill(".press-picture >> nth=0 >> input >> nth=1", "林穗")
    page.fill(".press-picture >> nth=1 >> input >> nth=0", "新水池")
    download = save(page)
    assert download.suggested_filename == "投稿-云梯村的自来水通了.zip"
    draft, said = imported(runner, download, tmp_path)
    with zipfile.ZipFile(tmp_path / "投稿.zip") as archive:
        assert archive.namelist() == ["submission.json", "text.md", "images/1.jpg", "images/2.png"]
        assert archive.testzip() is None
        assert archive.read("images/1.jpg") == PHOTO
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "联系方式（只显示在这里，没有写进文件）：linsui@shiqiao.example" in said
    found = manuscript.read(draft)
    assert found.front.values == {
        "title": "云梯村的自来水通了", "date": found.front.values["date"], "status": "draft",
        "source": "青屏镇人大", "authors": ["林穗", "顾名禾"], "photographers": ["林穗"],
    }  # fmt: skip
    typed = [" ".join(line.replace("\u3000", " ").split()) for line in TEXT.split("\n")]
    shown = [" ".join(line.replace("\u3000", " ").split()) for line in plain(tree(found.body)).split("\n")]
    assert [line for line in shown if line] == [line for line in typed if line]
    assert re.findall(r"(?m)^#+ .*", found.body) == ["## 一、从一封信说起", "### （一）办法"]
    assert re.findall(r'(?m)^!.*"(.*)"\)$', found.body) == ["代表在“水池”边（林穗 摄）", "新水池"]


def test_a_word_file_is_dropped_and_imported(
    open_: Open, address: str, runner: kit.Runner, tmp_path: Path
) -> None:
    page = open_(address)
    fill(page, "")
    page.get_by_label("交 Word 文件").check()
    assert page.locator("#submit-text").is_hidden()
    data = word_kit.docx(
        word_kit.title("题目") + word_kit.p(word_kit.r("一、概况", word_kit.HEI)) + word_kit.text("正文。")
    )
    transfer = page.evaluate_handle(
        """bytes => { const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], "报告.docx")); return transfer; }""",
        list(data),
    )
    page.dispatch_event("[data-drop=submit-word]", "drop", {"dataTransfer": transfer})
    page.get_by_text("已选：报告.docx").wait_for()
    page.get_by_label("学习资料").check()
    draft, _ = imported(runner, save(page), tmp_path)
    assert draft.parent.name == "study"
    assert draft.read_text("utf-8").endswith("## 一、概况\n\n正文。\n")


def test_faults_are_listed_and_lead_to_their_fields(open_: Open, address: str) -> None:
    page = open_(address)
    page.get_by_role("button", name="生成投稿文件").click()
    assert page.evaluate("document.activeElement.id") == "submit-faults"
    summary = page.locator("#submit-faults")
    assert summary.get_by_role("heading").inner_text() == "还有 5 处要补充或改正"
    assert summary.get_by_role("link").all_inner_texts() == [
        "请写标题", "请写正文，或改交 Word 文件", "请写作者", "请留电话或电子邮箱，编辑好与您联系",
        "请看过两条声明并打勾",
    ]  # fmt: skip
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "submit-title"
    title = page.locator("#submit-title")
    assert title.get_attribute("aria-invalid") == "true"
    described = (title.get_attribute("aria-describedby") or "").split()
    assert "请写标题" in [page.locator(f"#{name}").inner_text() for name in described]
    fill(page)
    page.fill("#submit-title", "题" * 61)
    page.get_by_role("button", name="生成投稿文件").click()
    assert summary.get_by_role("link").all_inner_texts() == ["标题有 61 个字，最多 60 个"]
    page.fill("#submit-title", "题")
    save(page)
    assert summary.is_hidden()
    assert title.get_attribute("aria-invalid") is None
    assert page.evaluate("document.activeElement.id") == "submit-done"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("表.txt", b"hello", "不是照片"),
        ("假.jpg", b"<svg onload=alert(1)>", "不是照片"),
        ("空.jpg", b"", "是空的"),
        ("手机.jpg", b"\0\0\0\x18ftypheic" + b"\0" * 40, "HEIC"),
        ("动.gif", kit.encoded(kit.picture(1), "GIF"), "GIF 动图"),
        ("断.jpg", PHOTO[:400], "打不开，可能已损坏"),
        ("大.jpg", PHOTO + b"\0" * 21_000_000, "超过了 20.0 MB"),
    ],
)  # fmt: skip
def test_pictures_that_are_none(name: str, data: bytes, words: str, open_: Open, address: str) -> None:
    page = open_(address)
    page.set_input_files("#submit-pictures", [file(name, data)])
    fault = page.locator("#fault-pictures")
    fault.wait_for()
    assert f"“{name}”" in fault.inner_text()
    assert words in fault.inner_text()
    assert page.locator(".press-picture").count() == 0


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "旧的 .doc、.wps 格式"),
        (word_kit.zipped({"a.txt": "x"}), "不是 Word 文件"),
        (word_kit.docx("")[:-30], "不是 Word 文件"),
        (b"%PDF-1.7", "不是 Word 文件"),
    ],
)
def test_word_files_that_are_none(data: bytes, words: str, open_: Open, address: str) -> None:
    page = open_(address)
    page.get_by_label("交 Word 文件").check()
    page.set_input_files("#submit-word", [file("稿.docx", data)])
    page.locator("#fault-word").wait_for()
    assert words in page.locator("#fault-word").inner_text()
    assert page.locator("#submit-word-chosen").inner_text() == ""


def test_pictures_are_counted_named_and_taken_away(open_: Open, address: str) -> None:
    page = open_(address)
    page.set_input_files("#submit-pictures", [file(f"{n}.jpg", PHOTO) for n in range(1, 12)])
    page.locator("#fault-pictures").wait_for()
    assert page.locator(".press-picture").count() == 9
    assert page.locator("#fault-pictures").inner_text().count("最多 9 张照片") == 2
    assert "添加了 9 张照片" in page.locator("#submit-pictures-said").inner_text()
    page.get_by_role("button", name="移除照片 9.jpg").click()
    assert page.locator(".press-picture").count() == 8
    assert page.evaluate("document.activeElement.type") == "text", "the focus is not lost"
    fill(page)
    page.get_by_role("button", name="生成投稿文件").click()
    assert page.locator("#submit-faults a").count() == 8
    assert page.locator("#submit-faults a").first.inner_text() == "请写第 1 张照片里有谁、在做什么"


IDENTITY = "11010519491231002X"


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        (f"身份证{IDENTITY}。", True), ("电话１３８１２３４５６７８", True), ("打138-1234-5678。", True),
        (f"错的{IDENTITY[:-1]}1", False), ("文号20261112345678901号", False), ("138****5678", False),
        ("共12345678901234元", False), ("电话0000-0000000", False),
    ],
)  # fmt: skip
def test_personal_numbers_are_warned_of_once(text: str, warned: bool, open_: Open, address: str) -> None:
    page = open_(address)
    fill(page, text)
    if warned:
        page.get_by_role("button", name="生成投稿文件").click()
        summary = page.locator("#submit-faults")
        assert "像是有身份证号或手机号" in summary.inner_text()
        assert IDENTITY not in summary.inner_text()
        assert page.locator("#submit-done").is_hidden()
    save(page)


def test_a_draft_is_kept_on_the_device_and_cleared(open_: Open, address: str) -> None:
    page = open_(address)
    page.fill("#submit-title", "没写完")
    page.get_by_label("履职故事").check()
    page.reload()
    page.wait_for_selector("#submit:not([hidden])")
    assert page.locator("#submit-kept").is_visible()
    assert page.input_value("#submit-title") == "没写完"
    assert page.get_by_label("履职故事").is_checked()
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="清空，重新写").click()
    assert page.input_value("#submit-title") == ""
    assert page.evaluate("localStorage.getItem('press-submit')") is None
    page.reload()
    page.wait_for_selector("#submit:not([hidden])")
    assert page.locator("#submit-kept").is_hidden()


@pytest.mark.parametrize(
    "kept", ["{", "[]", "null", '{"title": 5, "type": "x", "text": {"a": 1}, "authors": "甲"}', '"x"']
)
def test_a_torn_or_foreign_draft_does_no_harm(kept: str, open_: Open, address: str) -> None:
    page = open_(address)
    page.add_init_script(f"localStorage.setItem('press-submit', {json.dumps(kept)})")
    page.goto(address)
    page.wait_for_selector("#submit:not([hidden])")
    assert page.evaluate("localStorage.getItem('press-submit')") == kept
    assert page.input_value("#submit-text") == ""
    assert page.input_value("#submit-authors") == ("甲" if "甲" in kept else "")
    assert page.get_by_label("人大要闻").is_checked()


def test_the_letter_is_addressed(open_: Open, address: str) -> None:
    page = open_(address)
    fill(page)
    page.fill("#submit-title", "甲&乙?题")
    save(page)
    href = page.locator("#submit-mail").get_attribute("href") or ""
    assert href.startswith("mailto:gao@shiqiao.example?subject=")
    subject, _, body = href.partition("&body=")
    assert unquote(subject).endswith("投稿：甲&乙?题（林穗、顾名禾）")
    assert "投稿-甲&乙题.zip" in unquote(body)


def test_what_is_posted_is_what_would_be_saved(
    open_: Open, post_address: str, runner: kit.Runner, tmp_path: Path, browser: Browser
) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    answers = iter([500, 200])
    posted: list[bytes] = []

    def take(route: Route) -> None:
        body = route.request.post_data_buffer or b""
        posted.append(body[body.index(b"\r\n\r\n") + 4 : body.rindex(b"\r\n--")])
        assert b'name="file"' in body[:200]
        route.fulfill(status=next(answers), headers={"access-control-allow-origin": "*"}, body="")

    context.route(ENDPOINT, take)
    page.goto(post_address)
    page.wait_for_selector("#submit:not([hidden])")
    fill(page)
    page.get_by_role("button", name="提交稿件").click()
    page.get_by_text("没有提交成功").wait_for()
    assert page.input_value("#submit-title") == "云梯村的自来水通了"
    page.get_by_role("button", name="提交稿件").click()
    page.locator("#submit-posted").wait_for()
    assert page.evaluate("document.activeElement.id") == "submit-posted"
    with page.expect_download() as waiting:
        page.get_by_role("button", name="保存成文件").click()
    saved = Path(waiting.value.path()).read_bytes()
    assert posted == [saved, saved]
    imported(runner, saved, tmp_path)
    assert page.get_by_text("打开邮件程序").count() == 0
    context.close()


def test_without_scripts_the_way_by_mail_is_told(open_: Open, address: str) -> None:
    page = open_(address, java_script_enabled=False)
    assert page.locator("#submit").is_hidden()
    aside = page.get_by_role("complementary")
    assert "存成 .docx 文件" in aside.inner_text()
    assert aside.get_by_role("link", name="gao@shiqiao.example").is_visible()


def test_wechat_is_told_to_open_a_browser(open_: Open, address: str) -> None:
    note = "微信里不能保存文件"
    assert open_(address).get_by_text(note).is_hidden()
    inside = open_(address, user_agent="Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50")
    assert inside.get_by_text(note).is_visible()


@pytest.mark.parametrize("size", ["", "larger"])
@pytest.mark.parametrize("width", WIDTHS)
def test_everything_fits_and_can_be_touched(width: int, size: str, open_: Open, address: str) -> None:
    page = open_(address, width)
    page.evaluate("size => localStorage.setItem('press-settings', JSON.stringify({size}))", size)
    page.reload()
    page.wait_for_selector("#submit:not([hidden])")
    fill(page, "甲" * 300 + "https://" + "a" * 200)
    page.set_input_files("#submit-pictures", [file("很长的文件名" * 12 + ".jpg", PHOTO)])
    page.wait_for_selector(".press-picture")
    page.get_by_role("button", name="生成投稿文件").click()
    page.fill(".press-picture input >> nth=0", "说明")
    save(page)
    for part in ("submit-kept", "submit-faults", "submit-wechat", "submit-posted"):
        page.evaluate("id => { document.getElementById(id).hidden = false }", part)
    assert overflow(page) == []
    small = page.evaluate(
        """() => [...document.querySelectorAll(
            '#submit :is(button, a, label:has(input), input[type=text], textarea)')]
          .filter(e => e.checkVisibility())
          .map(e => [e.textContent.trim().slice(0, 12) || e.id, e.getBoundingClientRect().height])
          .filter(([, height]) => height < 44)"""
    )
    assert small == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_words_stand_out_from_their_ground(colours: str, open_: Open, address: str) -> None:
    page = open_(address, color_scheme=colours)
    page.get_by_role("button", name="生成投稿文件").click()
    for part in ("submit-kept", "submit-wechat", "submit-posted", "submit-done"):
        page.evaluate("id => { document.getElementById(id).hidden = false }", part)
    assert page.evaluate(CONTRAST) == []


def test_every_field_has_its_name(open_: Open, address: str) -> None:
    page = open_(address)
    page.set_input_files("#submit-pictures", [file("a.jpg", PHOTO)])
    page.wait_for_selector(".press-picture")
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('#submit :is(input, textarea)')]
          .filter(field => !field.labels.length || !field.labels[0].textContent.trim())
          .map(field => field.id)"""
    )
    assert nameless == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    dangling = page.evaluate(
        """() => ['aria-describedby', 'aria-labelledby'].flatMap(name =>
          [...document.querySelectorAll(`[${name}]`)].flatMap(e => e.getAttribute(name).split(' ')))
          .filter(id => !document.getElementById(id))"""
    )
    assert dangling == []


def test_the_arithmetic_of_the_page_is_right(open_: Open, address: str, by_mail: Path) -> None:
    page = open_(address)
    dice = random.Random(1)
    (module,) = (by_mail / "dist/site").glob("assets/*/submit/sha256.js")
    base = "../" + module.parent.relative_to(by_mail / "dist/site").as_posix()
    for length in (0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 70_001):
        data = dice.randbytes(length)
        found = page.evaluate(
            """async ([base, bytes]) => {
              const { sha256 } = await import(new URL(`${base}/sha256.js`, location.href));
              const { names, pack } = await import(new URL(`${base}/zip.js`, location.href));
              const data = new Uint8Array(bytes), packed = pack([{ name: "甲.bin", data }]);
              const zip = new Uint8Array(await packed.arrayBuffer());
              return [sha256(data), names(zip), [...zip]]; }""",
            [base, list(data)],
        )
        assert found[0] == hashlib.sha256(data).hexdigest()
        assert found[1] == ["甲.bin"]
        with zipfile.ZipFile(io.BytesIO(bytes(found[2]))) as archive:
            assert archive.read("甲.bin") == data


def test_the_saved_description_is_version_1(open_: Open, address: str, tmp_path: Path) -> None:
    page = open_(address)
    fill(page)
    page.fill("#submit-organization", "")
    page.fill("#submit-title", "甲\u202e 乙\u200b")
    download = save(page)
    with zipfile.ZipFile(download.path()) as archive:
        sent = json.loads(archive.read("submission.json"))
        text = archive.read("text.md")
    assert sent == {
        "format": "press-submission", "version": 1, "type": "news", "title": "甲 乙\u200b",
        "authors": ["林穗", "顾名禾"], "contact": "linsui@shiqiao.example", "manuscript": "text.md",
        "pictures": [], "consent": {"original": True, "publish": True},
        "files": [{"path": "text.md", "size": len(text), "sha256": hashlib.sha256(text).hexdigest()}],
    }  # fmt: skip

"""The page of a document as it is written: contents, time, notes, corrections, what else to read, weight."""

import gzip
import re
from pathlib import Path

import article_site
import pytest
import site_kit as kit
from bs4 import BeautifulSoup, Tag
from crawl import Balance, Built

KINDS = {
    "news/2026-04-15-shuiyuan-jiancha/", "stories/2026-01-30-luo-caiwei/", "pages/about/",
    "decisions/2026-02-27-shuiyuan-jueyi/", "regulations/changweihui-yishi-guize/",
    "reports/2026-03-18-zhengfu-gongzuo/", "opinions/2026-03-03-yanglao-shenyi/",
    "suggestions/2026-001-shiqiao-langan/", "archives/2026-06-16-koushu-tong-yougen/",
    "meetings/2026-06-changweihui-36/", "appointments/2026-02-27-renmian/",
}  # fmt: skip
"""A page of each kind that has a document's head."""

OVER_TEXT = 30_000
OVER_TEXT_PACKED = 12_000


@pytest.fixture(scope="module")
def own_site(own: Path) -> Built:
    return Built(own / "dist/site", "https://renda.qinghe.example/")


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    (found,) = page.select(selector)
    return found


def scripts(page: BeautifulSoup) -> set[str]:
    return {str(tag["src"]).rpartition("/")[2] for tag in page.select("script[src]")}


# -- every kind ---------------------------------------------------------------------------------


@pytest.mark.parametrize("place", sorted(KINDS))
def test_every_document_can_be_read_aloud_shared_and_printed(own_site: Built, place: str) -> None:
    page = own_site.soup(place)
    tools = one(page, "#tools")
    assert tools.has_attr("hidden"), "nothing of it works without a script"
    assert [button.get_text() for button in tools.select("button")] == ["朗读", "分享", "打印"]
    assert one(tools, "#speak").has_attr("hidden")
    assert "article.js" in scripts(page)
    assert own_site.url + place in one(page, ".press-printed").get_text()


def test_only_documents_pay_for_what_they_need(own_site: Built) -> None:
    for name, page in own_site.pages.items():
        loads = "article.js" in scripts(page)
        assert loads == bool(page.select(".press-article, .press-whole")), name
        sheets = {str(tag["href"]).rpartition("/")[2] for tag in page.select("link[rel=stylesheet]")}
        assert ("article.css" in sheets) == loads, name
        assert not scripts(page) & {"speech.js", "share.js", "qr.js", "lightbox.js", "footnotes.js"}, name


def test_no_style_and_no_script_in_the_page(articles: Built, own_site: Built) -> None:
    for site in (articles, own_site):
        for name, page in site.pages.items():
            assert not page.select("[style], style"), name
            assert not [tag for tag in page.find_all(True) if any(key.startswith("on") for key in tag.attrs)]


def test_a_page_weighs_little_more_than_its_text(articles: Built, own_site: Built) -> None:
    for site in (articles, own_site):
        for name, page in site.pages.items():
            if not page.select(".press-article") or name.startswith(
                ("meetings/", "deputies/", "appointments/")
            ):
                continue  # what those hold of the record is their text
            text = "".join(str(part) for part in page.select(".press-body, .press-toc, .press-sheet"))
            whole = site.html[name]
            assert len(whole.encode()) - len(text.encode()) <= OVER_TEXT, name
            packed = len(gzip.compress(whole.encode())) - len(gzip.compress(text.encode()))
            assert packed <= OVER_TEXT_PACKED, name


def test_bad_articles_make_sound_pages(articles: Built) -> None:
    # The feeds are another output's.
    assert articles.dead(alone=True) == []
    assert {name: found for name, text in articles.html.items() if (found := Balance.of(text))} == {}
    for name, page in articles.pages.items():
        ids = [str(tag["id"]) for tag in page.find_all(id=True)]
        assert len(ids) == len(set(ids)), name
    assert one(articles.soup("news/one/"), "h1").get_text() == "题"
    assert one(articles.soup("news/long-title/"), "h1").get_text() == article_site.LONG_TITLE
    assert len(article_site.LONG_TITLE) == 120
    assert article_site.RARE in one(articles.soup("news/rare/"), "h1").get_text()
    assert len(articles.soup("news/pictures/").select(".press-body figure")) == article_site.PICTURES
    assert len(articles.soup("news/notes/").select(".footnotes li")) == article_site.NOTES
    assert len(articles.soup("news/table/").select(".press-table:first-of-type th")) == 12
    bare = articles.soup("deputies/bare/")
    assert not bare.select(".press-body")


# -- contents and time --------------------------------------------------------------------------


def test_contents_lead_to_the_headings(articles: Built) -> None:
    page = articles.soup("news/three/")
    rows = [(str(a["href"]), a.get_text()) for a in page.select(".press-toc a")]
    assert rows == [("#s1", "一、看水"), ("#s2", "（一）库里"), ("#s3", "二、问水")]
    assert [item.get("class") for item in page.select(".press-toc li")] == [None, ["press-toc__deeper"], None]
    assert not one(page, ".press-toc details").has_attr("open")
    assert len(articles.soup("news/endless/").select(".press-toc a")) == 160


def test_few_headings_have_no_contents(articles: Built) -> None:
    assert not articles.soup("news/two/").select(".press-toc")
    assert not articles.soup("news/one/").select(".press-toc")


@pytest.mark.parametrize(
    ("place", "said"), [("news/one/", "约1分钟"), ("news/three/", "约7分钟"), ("news/endless/", "约152分钟")]
)
def test_how_long_it_takes_to_read(articles: Built, place: str, said: str) -> None:
    assert said in one(articles.soup(place), "header .press-meta").get_text()


def test_a_picture_takes_no_time(articles: Built) -> None:
    assert "分钟" not in one(articles.soup("news/picture/"), "header .press-meta").get_text()


# -- corrections --------------------------------------------------------------------------------


def test_a_correction_is_told_at_the_top(articles: Built) -> None:
    page = articles.soup("news/kinds/")
    told = one(page, "header .press-corrected a")
    assert told.get_text() == "本文于2026年5月6日更正（共 2 处）"
    assert told["href"] == "#corrections"
    days = [time.get_text() for time in page.select("#corrections time")]
    assert days == ["2026年4月2日", "2026年5月6日"], "oldest first, however they are written"
    assert not articles.soup("news/one/").select(".press-corrected, #corrections")


def test_one_correction_is_not_counted(own_site: Built) -> None:
    page = own_site.soup("news/2026-04-15-shuiyuan-jiancha/")
    assert one(page, ".press-corrected").get_text() == "本文于2026年5月6日更正"


# -- pictures -----------------------------------------------------------------------------------


def test_a_picture_leads_to_its_file(articles: Built) -> None:
    for link in articles.soup("news/pictures/").select(".press-body figure > a"):
        goal = articles.target("news/pictures/index.html", str(link["href"]))
        assert goal
        assert goal[0].endswith(".jpg")
        assert articles.files[goal[0]].is_file()
        image = link.find("img")
        assert isinstance(image, Tag)
        assert image["alt"]


# -- what else to read --------------------------------------------------------------------------


def test_what_else_to_read(own_site: Built) -> None:
    page = own_site.soup("reports/2025-12-29-yishi-guize-shuoming/")
    links = page.select(".press-related a")
    assert 1 <= len(links) <= 6
    goals = [
        (own_site.target("reports/2025-12-29-yishi-guize-shuoming/index.html", str(a["href"])) or ("",))[0]
        for a in links
    ]
    assert "decisions/2025-12-30-xiugai-yishi-guize/index.html" in goals
    facts = {str(a["href"]) for a in page.select(".press-facts a")}
    assert facts
    assert not facts & {str(a["href"]) for a in links}


def test_meetings_and_deputies_name_everything_already(own_site: Built) -> None:
    for name, page in own_site.pages.items():
        if name.startswith(("meetings/", "deputies/", "pages/")):
            assert not page.select(".press-related"), name


def linked_root(root: Path) -> Path:
    for number in range(60):
        day = f"2026-{number // 28 + 1:02}-{number % 28 + 1:02}"
        tags = ["监督"] + ([f"甲{number // 4}"] if number % 2 else [])
        kit.write(
            root,
            f"content/news/n{number:02}.md",
            kit.article(f"第{number}篇", day, f"{kit.LONG}\n", tags=tags),
        )
    return root


def test_a_change_in_the_body_touches_no_other_page(tmp_path: Path, runner: kit.Runner) -> None:
    root = linked_root(tmp_path / "root")
    runner.build(root, "--only", "portal")
    fresh = kit.rewritten(
        runner, root, "content/news/n31.md", kit.LONG, f"头一句。\n\n{kit.LONG}\n\n又一句。"
    )
    assert {name for name in fresh if re.match(r"news/n\d", name)} == {"news/n31/index.html"}


def test_a_new_title_touches_the_pages_that_name_it(tmp_path: Path, runner: kit.Runner) -> None:
    root = linked_root(tmp_path / "root")
    runner.build(root, "--only", "portal")
    fresh = kit.rewritten(runner, root, "content/news/n31.md", "第31篇", "另一个题目")
    pages = {name for name in fresh if re.match(r"news/n\d", name)}
    built = Built(root / "dist/site")
    naming = {
        name
        for name, page in built.pages.items()
        if re.match(r"news/n\d", name) and "另一个题目" in page.get_text()
    }
    assert pages == naming
    assert 3 < len(naming) < 25
    before = kit.hashes(root / "dist/site")
    kit.Runner.at(tmp_path / "cache").build(root, "--only", "portal")
    kit.assert_same(kit.hashes(root / "dist/site"), before)


# -- letters ------------------------------------------------------------------------------------


def test_the_faces_end_in_such_as_know_rare_characters() -> None:
    css = (kit.PROJECT / "theme_overrides/portal/assets/press.css").read_text("utf-8")
    for name in ("--press-sans", "--press-song"):
        (stack,) = re.findall(rf"{name}: ([^;]*);", css)
        faces = [face.strip().strip('"') for face in stack.split(",")]
        assert {"SimSun-ExtB", "Plangothic P1"} & set(faces), name
        assert faces[-1] in ("serif", "sans-serif")
        assert faces.index("SimSun-ExtB") > len(faces) // 2, "only for what the others lack"


def test_chinese_is_never_slanted_or_thickened_by_a_machine() -> None:
    for path in sorted((kit.PROJECT / "theme_overrides/portal/assets").glob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
        assert "italic" not in text, path.name
        assert "oblique" not in text, path.name
    assert "font-synthesis: none" in (kit.PROJECT / "theme_overrides/portal/assets/press.css").read_text(
        "utf-8"
    )

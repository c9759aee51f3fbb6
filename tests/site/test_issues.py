"""Issues on the portal: covers, page numbers, the whole on one page, shelves, and how to cite."""

import io
import re
from pathlib import Path
from typing import Any

import pymupdf
import pytest
import site_kit as kit
from bs4 import Tag
from crawl import Balance, Built
from PIL import Image

from press.outputs import media

pytestmark = pytest.mark.pdf

URL = "https://renda.shiqiao.example/"
GONGBAO = "bulletins/gongbao/2026-01/"


@pytest.fixture(scope="module")
def site(small: Path) -> Built:
    return Built(small / "dist/site", URL)


@pytest.fixture(scope="module")
def own_site(own: Path) -> Built:
    return Built(own / "dist/site", "https://renda.qinghe.example/")


def words(tag: Any) -> str:
    return " ".join(tag.get_text().split())


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def opened(path: Path) -> Any:
    return pymupdf.open(path)  # type: ignore[no-untyped-call,unused-ignore]


def printed(site: Built, name: str) -> Path:
    """The PDF of the issue that a page or a cover belongs to."""
    _, periodical, issue, _ = name.split("/")
    return site.files[f"bulletins/{periodical}/{issue}/{periodical}-{issue}.pdf"]


# --- covers -------------------------------------------------------------------------------------


def test_a_cover_is_the_first_page_of_the_pdf(own_site: Built) -> None:
    names = [name for name in own_site.files if name.endswith("cover.webp")]
    assert len(names) > 15
    for name in (*names[:2], *names[-2:]):
        pdf = printed(own_site, name)
        with Image.open(own_site.files[name]) as image:
            assert image.size in media.COVERS.values()
            shown = image.convert("L").resize((60, 85), Image.Resampling.BOX)
        page = opened(pdf)[0].get_pixmap(dpi=72).tobytes("png")
        with Image.open(io.BytesIO(page)) as image:
            wanted = image.convert("L").resize((60, 85), Image.Resampling.BOX)
        pairs = list(zip(shown.tobytes(), wanted.tobytes(), strict=True))
        assert sum(abs(a - b) for a, b in pairs) / len(pairs) < 4, name
        assert min(shown.tobytes()) < 200, "an empty sheet"


def test_a_cover_changes_with_its_issue_and_not_with_its_texts(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.small_site(tmp_path / "root", news=8)
    runner.build(root)
    covers = root / "dist/site/bulletins/gongbao"

    def stamps() -> dict[str, int]:
        return {p.parent.name: p.stat().st_mtime_ns for p in covers.rglob("cover.webp")}

    before = stamps()
    assert set(before) == {"2026-01", "2025-06"}
    kit.write(root, "content/decisions/renmian.md", kit.article("任免名单改了", "2026-02-28", "改了。\n"))
    runner.build(root)
    assert stamps() == before
    text = (root / "bulletins/gongbao/2026-01.yml").read_text("utf-8").replace("2026-03-06", "2026-03-07")
    kit.write(root, "bulletins/gongbao/2026-01.yml", text)
    runner.build(root)
    changed = {name for name, stamp in stamps().items() if stamp != before[name]}
    assert changed == {"2026-01"}


def test_without_print_the_words_of_the_cover_are_there(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.small_site(tmp_path / "root", news=8)
    runner.build(root, "--only", "portal")
    site = Built(root / "dist/site", URL)
    for page in ("", "bulletins/", "bulletins/gongbao/", GONGBAO):
        for cover in site.soup(page).select(".press-cover"):
            assert words(cover).endswith("期")
            assert cover.img["alt"] == ""
    assert site.dead(alone=True) == []


# --- each document alone ------------------------------------------------------------------------


def look(page: Any, down_to: float) -> bytes:
    """What a page shows above ``down_to`` points from its foot."""
    clip = pymupdf.Rect(0, 0, page.rect.width, page.rect.height - down_to)  # type: ignore[no-untyped-call,unused-ignore]
    return bytes(page.get_pixmap(dpi=60, clip=clip).samples)


def test_a_document_alone_is_the_pages_of_the_issue(own_site: Built) -> None:
    place = "bulletins/gongbao/2026-06/"
    whole = opened(own_site.files[f"{place}gongbao-2026-06.pdf"])
    for line in own_site.soup(place).select(".press-issue__contents .press-line"):
        title, number, alone = line.select("a")
        name, _ = own_site.target(f"{place}index.html", str(alone["href"])) or ("", "")
        _, fragment = own_site.target(f"{place}index.html", str(number["href"])) or ("", "")
        sheet = int(fragment.removeprefix("page="))
        pages = opened(own_site.files[name])
        assert pages.metadata["title"] == words(title)
        first, last = int(re.sub(r"\D", "", words(number))), len(pages) - 1
        for index in range(len(pages)):
            # The last says where it was taken from, below its number.
            foot = 68 if index == last else 0
            assert look(pages[index], foot) == look(whole[sheet - 1 + index], foot), (name, index)
        on = f"第{first}页" if last == 0 else f"第{first}—{first + last}页"
        said = f"原载《青禾县人民代表大会常务委员会公报》2026年第6期（总第102期），{on}"
        assert bare(said) in bare(pages[last].get_text())


def test_every_entry_can_be_had_alone(own_site: Built) -> None:
    lines = 0
    for name in [name for name in own_site.html if re.fullmatch(r"bulletins/\w+/[\w-]+/index.html", name)]:
        for link in own_site.pages[name].select(".press-line__pdf"):
            place, _ = own_site.target(name, str(link["href"])) or ("", "")
            first = opened(own_site.files[place])[0].get_text()
            assert bare(str(link["aria-label"]).removesuffix("，单篇 PDF"))[:12] in bare(first), place
            lines += 1
    assert lines > 120


def test_a_document_of_an_issue_leads_to_its_pdf(own_site: Built) -> None:
    name = "decisions/2026-10-30-huanjie-xuanju/index.html"
    (link,) = own_site.pages[name].select(".press-after .press-alone")
    place = own_site.target(name, str(link["href"]))
    assert place == ("bulletins/gongbao/2026-06/decisions-2026-10-30-huanjie-xuanju.pdf", "")


# --- page numbers -------------------------------------------------------------------------------


def contents(site: Built, permalink: str) -> list[tuple[str, int, int]]:
    """(title, printed page, sheet of the PDF) of every line of an issue's page."""
    rows = []
    for line in site.soup(permalink).select(".press-issue__contents .press-line"):
        (page,) = line.select(".press-line__page")
        number = re.fullmatch(r"第(\d+)页", words(page))
        sheet = re.search(r"\.pdf#page=(\d+)$", str(page["href"]))
        assert number
        assert sheet
        rows.append((words(line.select_one("span > a")), int(number[1]), int(sheet[1])))
    return rows


def test_page_numbers_are_those_of_the_pdf(own_site: Built) -> None:
    pages = [name for name in own_site.html if re.fullmatch(r"bulletins/\w+/[\d-]+/index.html", name)]
    seen = 0
    for name in pages:
        pdf = opened(printed(own_site, name))
        rows = contents(own_site, name.removesuffix("index.html"))
        for title, number, sheet in rows:
            seen += 1
            page = pdf[sheet - 1]
            text = bare(page.get_text())
            assert re.search(rf"[—–]{number}[—–]", text), (name, title)
            assert bare(title) in text, (name, title)
        assert [row[1] for row in rows] == sorted(row[1] for row in rows)
    assert seen > 100


def test_a_document_says_on_which_page_it_is_printed(site: Built) -> None:
    rows = {title: number for title, number, _ in contents(site, GONGBAO)}
    said = words(site.soup("decisions/renmian/").select_one(".press-after p")).replace(" ", "")
    assert said == f"刊于《石桥县人大常委会公报》2026年第1期（总第12期），第{rows['任免名单']}页单篇PDF"
    assert rows["任免名单"] > 1


def test_a_meeting_is_printed_on_several_pages(own_site: Built) -> None:
    said = words(own_site.soup("meetings/2026-10-changweihui-38/").select_one(".press-after p"))
    rows = contents(own_site, "bulletins/gongbao/2026-06/")
    numbers = [
        number for title, number, _ in rows if title.startswith("青禾县第十七届人大常委会第三十八次会议")
    ]
    assert len(numbers) == 3
    alone = "".join(f"第{number}页起PDF" for number in numbers)
    assert said.replace(" ", "").endswith(f"第{'、'.join(map(str, numbers))}页{alone}")


def test_an_edit_of_what_is_printed_moves_the_numbers_everywhere(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.small_site(tmp_path / "root", news=8)
    runner.build(root, "--only", "portal")
    before = {title: number for title, number, _ in contents(Built(root / "dist/site", URL), GONGBAO)}
    path = "content/decisions/jueyi.md"
    written = kit.rewritten(runner, root, path, "## 二、要求", kit.LONG * 60 + "\n\n## 二、要求")
    site = Built(root / "dist/site", URL)
    after = {title: number for title, number, _ in contents(site, GONGBAO)}
    assert after["任免名单"] > before["任免名单"]
    assert f"第{after['任免名单']}页" in words(site.soup("decisions/renmian/")).replace(" ", "")
    assert {f"{GONGBAO}index.html", "decisions/renmian/index.html", "stories/lin/index.html"} <= written
    assert "bulletins/xuexi/2026-01/index.html" not in written


def test_an_edit_of_what_no_issue_prints_sets_none(tmp_path: Path, runner: kit.Runner) -> None:
    """Typst cannot even be loaded; the edit does not notice."""
    root = kit.small_site(tmp_path / "root", news=8)
    runner.build(root)
    kit.write(tmp_path, "poison/typst.py", "raise SystemExit(77)\n")
    env = {"PYTHONPATH": f"{tmp_path / 'poison'}:{kit.PROJECT / 'scripts'}"}
    kit.write(root, "content/news/item-03.md", kit.article("改了的消息", "2026-01-04"))
    runner.build(root, env=env)
    assert "改了的消息" in (root / "dist/site/news/item-03/index.html").read_text("utf-8")
    kit.write(root, "content/decisions/renmian.md", kit.article("任免名单改了", "2026-02-28", "改了。\n"))
    assert runner.build(root, env=env, ok=False).returncode != 0, "the poison does not work"


def test_without_fonts_there_are_no_numbers_until_there_are_fonts(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.small_site(tmp_path / "root", news=8)
    bare_ = tmp_path / "cache"
    (bare_ / "press").mkdir(parents=True)
    runner.build(root, "--only", "portal", env={"XDG_CACHE_HOME": str(bare_)})
    site = Built(root / "dist/site", URL)
    assert not site.soup(GONGBAO).select(".press-line__page")
    assert "刊于《石桥县人大常委会公报》2026年第1期（总第12期）" in words(site.soup("decisions/renmian/"))
    (bare_ / "press/fonts").symlink_to(kit.FONTS)
    runner.build(root, "--only", "portal", env={"XDG_CACHE_HOME": str(bare_)})
    assert contents(Built(root / "dist/site", URL), GONGBAO)


def test_a_design_that_fails_stops_print_and_not_the_portal(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.small_site(tmp_path / "root", news=8)
    kit.write(root, "theme_overrides/print/imprint.typ", "#let imprint = panic()\n")
    runner.build(root, "--only", "portal")
    assert not Built(root / "dist/site", URL).soup(GONGBAO).select(".press-line__page")
    done = runner.build(root, ok=False)
    assert done.returncode != 0
    assert "imprint.typ" in done.stderr


# --- the whole issue ----------------------------------------------------------------------------


def test_the_whole_issue_holds_every_document_in_order(own_site: Built) -> None:
    pages = [name for name in own_site.html if name.endswith("/all/index.html")]
    assert len(pages) > 15
    for name in pages:
        page, issue = own_site.pages[name], own_site.soup(name.removesuffix("all/index.html"))
        listed = [words(a) for a in issue.select(".press-issue__contents .press-line span > a")]
        articles = page.select(".press-whole article")
        assert [words(article.h3) for article in articles] == listed
        leads = [own_site.target(name, str(a["href"])) for a in page.select(".press-whole__contents a")]
        assert leads == [(name, str(article["id"])) for article in articles]
        for article in articles:
            (body,) = article.select(".press-body")
            assert words(body), words(article.h3)
        assert [words(h) for h in page.select(".press-whole > section > h2")] == [
            words(h) for h in issue.select(".press-issue__contents h2")
        ]


def test_texts_of_the_whole_issue_are_those_of_their_own_pages(site: Built) -> None:
    page = site.soup(f"{GONGBAO}all/")
    for article in page.select(".press-whole article"):
        place = (site.target(f"{GONGBAO}all/index.html", str(article.h3.a["href"])) or ("",))[0]  # type: ignore[union-attr,index]
        alone = site.pages[place].select_one(".press-body")
        together = article.select_one(".press-body")
        assert bare(alone.get_text()) == bare(together.get_text())  # type: ignore[union-attr]
        assert [h.name for h in alone.select("h2, h3, h4")] == [  # type: ignore[union-attr]
            f"h{int(h.name[1]) - 2}"
            for h in together.select("h4, h5, h6")  # type: ignore[union-attr]
        ]


def test_footnotes_of_two_documents_do_not_meet(tmp_path: Path, runner: kit.Runner) -> None:
    body = "正文[^1]，见[上文](#s1)。\n\n## 一、标题\n\n正文。\n\n[^1]: 注。\n"
    for name in "ab":
        kit.write(tmp_path, f"content/news/{name}.md", kit.article(f"消息{name}", body=body))
    kit.write(tmp_path, "bulletins/g/periodical.yml", kit.periodical("公报"))
    kit.write(tmp_path, "bulletins/g/2026-01.yml", kit.issue(1, "2026-03-05", {"要闻": ["news/a", "news/b"]}))
    runner.build(tmp_path, "--only", "portal")
    site = Built(tmp_path / "dist/site")
    name = "bulletins/g/2026-01/all/index.html"
    assert [line for line in site.dead() if not line.endswith((".pdf", "cover.webp"))] == []
    assert Balance.of(site.html[name]) == []
    for number, article in enumerate(site.pages[name].select("article"), 1):
        for link in article.select(".press-body a"):
            assert str(link["href"]).startswith(f"#d{number}-"), link
        assert [str(h["id"]) for h in article.select("h4")] == [f"d{number}-s1"]


def test_what_keys_make_stands_in_the_whole_issue_too(own_site: Built) -> None:
    page = own_site.soup("bulletins/gongbao/2026-06/all/")
    texts = {words(a.h3): words(a.select_one(".press-body")) for a in page.select(".press-whole article")}
    title = "青禾县第十七届人大常委会第三十八次会议"
    assert texts[f"{title}议程"].startswith("一、")
    assert "赞成" in texts[f"{title}表决结果"]
    assert "出席人员（" in texts[f"{title}出席、请假和列席人员名单"]
    assert "任命" in texts["青禾县人民代表大会常务委员会任免名单"]
    votes = page.select_one(
        f"#{next(a['id'] for a in page.select('article') if '表决结果' in a.h3.get_text())}"
    )
    assert all(th.has_attr("scope") for th in votes.select("th"))  # type: ignore[union-attr]


# --- shelves ------------------------------------------------------------------------------------


def test_the_calendar_of_a_periodical_leads_to_every_issue_once(own_site: Built) -> None:
    for name in ("gongbao", "xuexi"):
        place = f"bulletins/{name}/index.html"
        page = own_site.pages[place]
        leads = [own_site.target(place, str(a["href"])) for a in page.select(".press-yearly a")]
        issues = {n for n in own_site.html if re.fullmatch(rf"bulletins/{name}/[\d-]+/index.html", n)}
        assert sorted(goal[0] for goal in leads if goal) == sorted(issues)
    # An issue of the year before says so.
    gongbao = own_site.soup("bulletins/gongbao/").select(".press-yearly")
    assert [words(row.p) for row in gongbao] == ["2026年"]
    assert [words(a) for a in gongbao[0].select("li:first-child a")] == ["2025年第6期"]


def test_the_shelf_of_all_puts_bulletins_first(own_site: Built) -> None:
    titles = [words(tag) for tag in own_site.soup("bulletins/").select(".press-rack__title")]
    assert titles == ["青禾县人民代表大会常务委员会公报", "学习资料"]


SHAPES = {
    "one document": (["d0"], "决定"),
    "a hundred documents": ([f"d{n}" for n in range(100)], "决定"),
    "a single letter": (["d0"], "字"),
    "a hundred and twenty letters": (["d0"], "关于" + "长" * 116 + "决定"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_issues_of_any_shape(shape: str, tmp_path: Path, runner: kit.Runner) -> None:
    names, title = SHAPES[shape]
    for number, name in enumerate(names):
        said = title if number == 0 else f"{title}第{number}号"
        kit.write(tmp_path, f"content/decisions/{name}.md", kit.article(said))
    kit.write(tmp_path, "bulletins/g/periodical.yml", kit.periodical("公报"))
    refs = [f"decisions/{name}" for name in names]
    kit.write(tmp_path, "bulletins/g/2026-01.yml", kit.issue(1, "2026-03-05", {"决定": refs}))
    runner.build(tmp_path)
    site = Built(tmp_path / "dist/site")
    assert site.dead() == []
    rows = contents(site, "bulletins/g/2026-01/")
    assert [row[1] for row in rows] == list(range(1, len(names) + 1))
    assert len(site.soup("bulletins/g/2026-01/all/").select("article")) == len(names)
    assert not site.soup("bulletins/g/2026-01/").select(".press-around")


# --- how to cite --------------------------------------------------------------------------------


def cited(page: Any) -> dict[str, str]:
    boxes: list[Tag] = page.select(".press-cite")
    assert len(boxes) == 1
    return {words(row.dt): row.dd.get_text().strip() for row in boxes[0].select("dl > div")}  # type: ignore[union-attr]


def test_citations_of_a_document(site: Built) -> None:
    number = {title: number for title, number, _ in contents(site, GONGBAO)}["消息第07号"]
    assert cited(site.soup("news/item-07/")) == {
        "刊期和页码": f"《消息第07号》，石桥县人大常委会公报，2026年第1期（总第12期），第{number}页",
        "GB/T 7714—2015，印刷版": f"甲乙. 消息第07号[J]. 石桥县人大常委会公报, 2026(1): {number}.",
        "GB/T 7714—2015，网络版": f"甲乙. 消息第07号[EB/OL]. (2026-01-08)[引用日期]. {URL}news/item-07/.",
    }


def test_citations_of_an_issue(site: Built) -> None:
    assert cited(site.soup(GONGBAO)) == {
        "刊期": "石桥县人大常委会公报，2026年第1期（总第12期）",
        "GB/T 7714—2015，印刷版": "石桥县人大. 石桥县人大常委会公报[J]. 2026(1). 石桥县人大, 2026.",
        "GB/T 7714—2015，网络版": (
            f"石桥县人大. 石桥县人大常委会公报: 2026年第1期[J/OL]. (2026-03-06)[引用日期]. {URL}{GONGBAO}."
        ),
    }
    # An internal publication is no journal.
    assert "学习参考[Z]. 2026(1)." in cited(site.soup("bulletins/xuexi/2026-01/"))["GB/T 7714—2015，印刷版"]


def test_four_authors_are_three_and_others(tmp_path: Path, runner: kit.Runner) -> None:
    kit.write(tmp_path, "content/news/a.md", kit.article("消息", authors=["甲一", "乙二", "丙三", "丁四"]))
    kit.write(tmp_path, "bulletins/g/periodical.yml", kit.periodical("公报"))
    kit.write(tmp_path, "bulletins/g/2026-01.yml", kit.issue(1, "2026-03-05", {"要闻": ["news/a"]}))
    runner.build(tmp_path, "--only", "portal")
    found = cited(Built(tmp_path / "dist/site").soup("news/a/"))
    assert found["GB/T 7714—2015，印刷版"] == "甲一, 乙二, 丙三, 等. 消息[J]. 公报, 2026(1): 1."
    assert len(found) == 2, "without an address of the site there is no form for the web"


def test_what_no_issue_prints_has_no_box(site: Built) -> None:
    assert not site.soup("news/item-03/").select(".press-cite")

"""One root built end to end, and read back as a strict visitor reads it."""

import getpass
import json
import os
import re
import shutil
import socket
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import site_kit as kit
from bs4 import BeautifulSoup
from crawl import Balance, Built, level
from PIL import Image

URL = "https://renda.shiqiao.example/"


@pytest.fixture(scope="module")
def site(small: Path) -> Built:
    return Built(small / "dist/site", URL)


@pytest.fixture(scope="module")
def own_site(own: Path) -> Built:
    return Built(own / "dist/site", "https://renda.qinghe.example/")


@pytest.fixture(scope="module", params=["small", "own"])
def any_site(request: pytest.FixtureRequest, site: Built, own_site: Built) -> Built:
    return site if request.param == "small" else own_site


def links(page: BeautifulSoup, selector: str) -> dict[str, str]:
    """Text → href."""
    return {" ".join(tag.get_text().split()): str(tag["href"]) for tag in page.select(selector)}


# --- what there is ----------------------------------------------------------------------------


def test_every_kind_of_page_is_there(site: Built) -> None:
    expected = {
        "index.html", "404.html", "sitemap.xml", "news/index.html", "news/page/2/index.html",
        "news/item-07/index.html", "stories/index.html", "stories/lin/index.html",
        "decisions/jueyi/index.html", "study/jiandu/index.html", "pages/about/index.html", "tags/index.html",
        "tags/代表工作/index.html", "bulletins/index.html", "bulletins/gongbao/index.html",
        "bulletins/gongbao/2026-01/index.html", "bulletins/gongbao/2025-06/index.html",
        "bulletins/xuexi/2026-01/index.html", "bulletins/gongbao/2026-01/gongbao-2026-01.pdf",
    }  # fmt: skip
    assert expected <= site.files.keys()
    assert "news/page/3/index.html" not in site.files
    assert "news/page/1/index.html" not in site.files
    assert "news/draft/index.html" not in site.files


def test_nothing_lies_around(small: Path) -> None:
    assert {path.name for path in (small / "dist").iterdir()} == {"site", "print", "server"}
    assert [p.name for p in (small / "dist").rglob(".*")] in ([], [".well-known"])
    kinds = {path.suffix for path in (small / "dist").rglob("*") if path.is_file()}
    pages = {".html", ".xml", ".pdf", ".css", ".js", ".svg", ".jpg", ".png", ".webp"}
    assert kinds <= pages | {".txt", ".json", ".webmanifest", ".conf", ""}


def test_the_portal_offers_the_printed_pdf(small: Path, site: Built) -> None:
    printed = {p.name: p.read_bytes() for p in (small / "dist/print").rglob("*.pdf")}
    offered = {
        name.rsplit("/", 1)[-1]: p.read_bytes() for name, p in site.files.items() if name.endswith("pdf")
    }
    assert printed.items() <= offered.items()
    assert set(printed) == {"gongbao-2026-01.pdf", "gongbao-2025-06.pdf", "xuexi-2026-01.pdf"}
    for name in printed:
        periodical_, _, issue_ = name.removesuffix(".pdf").partition("-")
        page = f"bulletins/{periodical_}/{issue_}/"
        (address,) = {str(a["href"]) for a in site.soup(page).select(".press-issue__cover a[href$='.pdf']")}
        goal = site.target(f"{page}index.html", address)
        assert goal
        assert site.files[goal[0]].read_bytes() == printed[name]


# --- lists, neighbours, tags, issues ----------------------------------------------------------


def test_pagination(site: Built) -> None:
    seen: list[str] = []
    wanted = {1: "news/index.html", 2: "news/page/2/index.html"}
    for number, permalink in enumerate(("news/", "news/page/2/"), 1):
        page = site.soup(permalink)
        titles = [tag.get_text() for tag in page.select(".press-entry__title a")]
        # Pages are filled from the oldest on, so that a new document changes the first alone.
        assert len(titles) == (25, 20)[number - 1]
        seen += titles
        said = page.select_one("h1 + .press-meta").get_text()  # type: ignore[union-attr]
        assert f"第 {number} 页，共 2 页" in said
        assert ("共 45 篇" in said) == (number == 1)
        around = page.select_one("nav[aria-label=分页]")
        assert around is not None
        (current,) = around.select("[aria-current=page]")
        assert current.get_text() == f"第{number}页"
        leads = {
            tag.get_text(): (site.target(f"{permalink}index.html", str(tag["href"])) or ("", ""))[0]
            for tag in around.select("a")
        }
        expected = {str(n): place for n, place in wanted.items() if n != number}
        if number > 1:
            expected["上一页"] = wanted[number - 1]
        else:
            expected["下一页"] = wanted[number + 1]
        assert leads == expected
    assert seen == [f"消息第{n:02}号" for n in range(44, -1, -1)]


def test_previous_and_next_walk_through_all(site: Built) -> None:
    place, walked = "news/item-00/index.html", ["news/item-00/index.html"]
    while (link := site.pages[place].select_one("a[rel=next]")) is not None:
        goal = site.target(place, str(link["href"]))
        assert goal
        back = site.pages[goal[0]].select_one("a[rel=prev]")
        assert back is not None
        assert (site.target(goal[0], str(back["href"])) or ("",))[0] == place
        place = goal[0]
        walked.append(place)
    assert walked == [f"news/item-{n:02}/index.html" for n in range(45)]
    assert site.soup("news/item-00/").select_one("a[rel=prev]") is None


def test_tags(site: Built) -> None:
    counts = {a.contents[0]: a.small.get_text() for a in site.soup("tags/").select(".press-tags a")}
    assert counts == {"代表工作": "45", "标签0": "15", "标签1": "14", "标签2": "15", "C/C++": "1",
                      "Ａ b": "1",                      "..": "1", "a&b<c>'\"": "1"}  # fmt: skip
    for a in site.soup("tags/").select(".press-tags a"):
        goal = site.target("tags/index.html", str(a["href"]))
        assert goal
        assert str(a.contents[0]) in site.pages[goal[0]].h1.get_text()  # type: ignore[union-attr]
        first = site.pages[goal[0]].select(".press-entry__title a")
        number = int(a.small.get_text())
        assert len(first) == (number if number < 40 else 20 + number % 20)
    of_seven = links(site.soup("news/item-07/"), ".press-tags a")
    assert set(of_seven) == {"C/C++", "Ａ b", "..", "a&b<c>'\""}


def test_issue_page_lists_its_contents(site: Built) -> None:
    page = site.soup("bulletins/gongbao/2026-01/")
    sections = [tag.get_text() for tag in page.select(".press-issue__contents h2")]
    assert sections == ["决议", "要闻"]
    contents = [
        (a.get_text(), (site.target("bulletins/gongbao/2026-01/index.html", str(a["href"])) or ("",))[0])
        for a in page.select(".press-issue__contents .press-line span > a")
    ]
    assert contents == [
        ("关于批准预算调整方案的决议", "decisions/jueyi/index.html"),
        ("任免名单", "decisions/renmian/index.html"),
        ("消息第07号", "news/item-07/index.html"),
        ("林代表的一天", "stories/lin/index.html"),
    ]
    assert "总第12期" in page.get_text()
    assert "2026-03-06" in page.get_text()
    (older,) = page.select("a[rel=prev]")
    assert "2025年第6期" in older.get_text()
    # And each of them says where it was printed.
    assert "2026年第1期" in site.soup("decisions/jueyi/").select_one(".press-after").get_text()  # type: ignore[union-attr]


def test_archive_by_year(site: Built) -> None:
    for permalink in ("bulletins/", "bulletins/gongbao/"):
        page = site.soup(permalink)
        years = [tag.get_text() for tag in page.select("main h2")]
        assert years == ["2026年", "2025年"]
        per_year = [len(tag.select(".press-cover")) for tag in page.select(".press-year-shelf")]
        assert per_year == ([2, 1] if permalink == "bulletins/" else [1, 1])


def test_article_shows_its_front_matter(site: Built) -> None:
    text = " ".join(site.soup("news/item-07/").get_text().split())
    for words in ("作者：甲乙", "摄影：丙丁", "要闻 & 动态", "河边（丙丁 摄）"):
        assert words in text
    decision = site.soup("decisions/jueyi/").get_text()
    assert "石人常〔2026〕3号" in decision
    assert "“万元”原误作“元”。" in decision
    assert "脚注里的说明文字。" in decision


def test_not_found_works_under_any_address(site: Built) -> None:
    page = site.soup("404.html")
    for tag in page.select("[href], [src]"):
        address = str(tag.get("href") or tag.get("src"))
        assert address.startswith(("/", "#", "http")), address


def test_sitemap_lists_every_page(any_site: Built) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    index = ET.fromstring(any_site.files["sitemap.xml"].read_bytes())
    assert index.tag == f"{space}sitemapindex"
    maps = [str(loc.text).removeprefix(any_site.url) for loc in index.iter(f"{space}loc")]
    assert set(maps) == {name for name in any_site.files if name.startswith("sitemap-")}
    trees = [ET.fromstring(any_site.files[name].read_bytes()) for name in maps]
    assert {tree.tag for tree in trees} == {f"{space}urlset"}
    places = [str(loc.text) for tree in trees for loc in tree.iter(f"{space}loc")]
    assert len(places) == len(set(places))
    listed = set()
    for place in places:
        assert place.startswith(any_site.url)
        assert re.fullmatch(r"[\x21-\x7e]+", place), "not percent-encoded"
        goal = any_site.target("index.html", place)
        assert goal
        listed.add(goal[0])
    pages = {name for name, page in any_site.pages.items() if not page.select("meta[name=robots]")}
    assert listed == {name for name in pages if "/page/" not in name}
    for tree in (index, *trees):
        for day in tree.iter(f"{space}lastmod"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", day.text or "")


def test_a_correction_is_a_change_for_the_sitemap(site: Built) -> None:
    text = site.files["sitemap-decisions.xml"].read_text("utf-8")
    assert f"<loc>{URL}decisions/jueyi/</loc><lastmod>2026-03-05</lastmod>" in text


# --- every page -------------------------------------------------------------------------------


def test_no_dead_reference(any_site: Built) -> None:
    assert len(any_site.references()) > 1000
    assert any_site.dead() == []


def test_the_crawler_sees_dead_references(tmp_path: Path, site: Built) -> None:
    folder = tmp_path / "site"
    shutil.copytree(site.folder, folder)
    page = folder / "news/item-07/index.html"
    extra = (
        "<a href='../none/'>x</a><a href='#none'>x</a><img srcset='../../media/none.webp'><a href='/zz'>y</a>"
    )
    page.write_text(page.read_text("utf-8").replace("</article>", f"{extra}</article>"), "utf-8")
    assert len(Built(folder, URL).dead()) == 4


def test_nothing_is_fetched_from_elsewhere(any_site: Built) -> None:
    foreign = [
        reference
        for reference in any_site.references()
        if re.match(r"(?:[a-z]+:)?//", reference.address)
        and (reference.tag, reference.attribute) != ("a", "href")
        and not (reference.tag == "link" and reference.address.startswith(any_site.url))
    ]  # fmt: skip
    assert foreign == []


def test_pages_parse(any_site: Built) -> None:
    faults = {name: found for name, text in any_site.html.items() if (found := Balance.of(text))}
    assert faults == {}


def test_shape_of_every_page(any_site: Built) -> None:
    for name, page in any_site.pages.items():
        assert any_site.html[name].startswith("<!doctype html>"), name
        assert str(page.html["lang"]).startswith("zh"), name  # type: ignore[index]
        assert page.head.title.get_text().strip(), name  # type: ignore[union-attr]
        assert len(page.find_all("h1")) == 1, name
        assert page.h1.get_text().strip(), name  # type: ignore[union-attr]
        assert page.select_one("meta[charset=utf-8]"), name
        assert len(page.select("main")) == 1, name
        headings = [level(tag) for tag in page.find_all(re.compile("^h[1-6]$"))]
        assert headings[0] == 1, f"{name}: {headings}"
        jumps = [pair for pair in pairwise(headings) if pair[1] > pair[0] + 1]
        assert not jumps, f"{name}: {headings}"
        ids = [str(tag["id"]) for tag in page.find_all(id=True)]
        assert len(ids) == len(set(ids)), name
        (icon,) = page.select("link[rel=icon]")
        assert icon["href"]
        if not page.select("meta[name=robots]"):
            (canonical,) = page.select("link[rel=canonical]")
            assert any_site.target(name, str(canonical["href"])) == (name, "")
            assert page.select_one("meta[name=description]")["content"], name  # type: ignore[index]
        for label in page.select("label[for]"):
            assert str(label["for"]) in ids, name
        for tag in page.select("[aria-labelledby], [aria-describedby], [aria-controls]"):
            for key in ("aria-labelledby", "aria-describedby", "aria-controls"):
                assert set(str(tag.get(key, "")).split()) <= set(ids), name


def test_images(any_site: Built) -> None:
    seen = 0
    for name, page in any_site.pages.items():
        for image in page.find_all("img"):
            goal = any_site.target(name, str(image["src"]))
            assert goal
            assert image.has_attr("alt"), f"{name}: {image}"
            assert int(str(image["width"])) > 0
            assert int(str(image["height"])) > 0
            if goal[0].endswith(".svg"):
                continue
            seen += 1
            places = [goal[0]]
            for source in image.parent.select("source") if image.parent else []:
                places.append((any_site.target(name, str(source["srcset"])) or ("", ""))[0])
            for place in places:
                with Image.open(any_site.files[place]) as opened:
                    assert opened.size == (int(str(image["width"])), int(str(image["height"]))), place
                    wanted = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}[place.rpartition(".")[2]]
                    assert opened.format == wanted
            lazy = image.get("loading") == "lazy"
            first = image.find_parent(
                class_=["press-lead", "press-deputy", "press-latest", "press-issue__cover", "press-rack"]
            )
            assert lazy or first, f"{name}: {image}"
            if image.find_parent(class_="press-body"):
                assert image["alt"], name
                assert image.parent.name == "picture"  # type: ignore[union-attr]
    assert seen >= 8


def test_no_trace_of_the_machine_or_the_templates(small: Path, own: Path) -> None:
    words = [str(small), str(own), str(kit.PROJECT), "/tmp/", "press-shells-", str(Path.home()) + "/"]
    words += [socket.gethostname() + "/"] + ([getpass.getuser() + "@"] if getpass.getuser() != "root" else [])
    for root in (small, own):
        for path in sorted((root / "dist").rglob("*")):
            if path.is_file():
                data = path.read_bytes()
                # Five letters come about by chance in what is compressed.
                packed = path.suffix in (".pdf", ".webp", ".jpg", ".png")
                found = [word for word in words if word.encode() in data and not (packed and len(word) < 6)]
                assert not found, f"{path}: {found}"
        for name, page in Built(root / "dist/site").pages.items():
            for script in page.find_all(["script", "style"]):
                script.decompose()
            for leftover in ("{{", "{%", "{#", "raw %}", "endraw", "Undefined", "None", "jinja", "Traceback"):
                assert leftover not in str(page), f"{name}: {leftover}"
            empty = [a for a in page.find_all("a") if not a.get_text().strip() and not a.find("img")]
            assert not empty, f"{name}: a link without words"
        for name, text in Built(root / "dist/site").html.items():
            assert "{{" not in text, name
            assert "{%" not in text, name


# --- hostile content --------------------------------------------------------------------------


HOSTILE = "{{ 7*7 }} {% raw %} {# 注 #} <script>alert(1)</script> & \"'` ${x} </title> \\ %s"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Built:
    root = tmp_path_factory.mktemp("hostile") / "root"
    name = HOSTILE
    kit.write(root, "mkdocs.yml", kit.dump({
        "site_name": name, "site_description": name, "site_url": "https://example.org/some/where/",
        "site_author": name, "copyright": name, "docs_dir": "content", "site_dir": "dist/site",
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": [{"press": {"office": name, "notice": name, "address": name, "icp": name}}],
    }))  # fmt: skip
    modes = {
        "bw.png": kit.encoded(kit.picture(50, (41, 30), "1"), "PNG"),
        "grey.png": kit.encoded(kit.picture(51, (41, 31), "L"), "PNG"),
        "grey-alpha.png": kit.encoded(kit.picture(52, (41, 32), "LA"), "PNG"),
        "palette.png": kit.encoded(kit.picture(53, (41, 33), "P"), "PNG"),
        "palette-clear.png": kit.encoded(kit.picture(54, (41, 34), "P"), "PNG", transparency=3),
        "rgb-clear.png": kit.encoded(kit.picture(55, (41, 35)), "PNG", transparency=(1, 2, 3)),
        "rgba.png": kit.encoded(kit.picture(56, (41, 36), "RGBA"), "PNG"),
        "sixteen.png": kit.encoded(deep_grey((41, 37)), "PNG"),
        "cmyk.jpg": kit.encoded(kit.picture(57, (41, 38), "CMYK"), "JPEG"),
        "grey.jpg": kit.encoded(kit.picture(58, (41, 39), "L"), "JPEG"),
        "moving.gif": kit.encoded(
            kit.picture(59, (41, 40)), "GIF", save_all=True, append_images=[kit.picture(60, (41, 40))]
        ),
        "moving.webp": kit.encoded(
            kit.picture(61, (41, 41)), "WEBP", save_all=True, append_images=[kit.picture(62, (41, 41))]
        ),
        "one-pixel.png": kit.encoded(kit.picture(63, (4, 4)).crop((0, 0, 1, 1)), "PNG"),
        "strip.png": kit.encoded(kit.picture(64, (4000, 8)), "PNG"),
        "名 字&'%23.png": kit.encoded(kit.picture(65, (41, 42)), "PNG"),
        "wrong-name.png": kit.encoded(kit.picture(66, (41, 43)), "JPEG"),
    }
    body = "".join(f'![图 {n}](<images/{n.replace("%", "%25")}> "“说明” & <b>")\n\n' for n in modes)
    for file, data in modes.items():
        kit.write(root, f"content/news/images/{file}", data)
    body += f"正文 `` {HOSTILE} ``\n\n{{{{ 7*7 }}}} {{% raw %}} \\<b> &amp; &lt;i&gt;\n\n"
    body += "[![会场](images/rgba.png)](pages/x) [锚](#s1)\n\n## 标题 `<b>` & “引号”\n\n##### 太深\n\n"
    body += "| a | b |\n|---|---|\n| ![表中](images/rgba.png) | `{{ x }}` |\n\n"
    body += "注[^a]，再注[^a]。\n\n[^a]: 注 ![注中](images/bw.png)\n"
    kit.write(root, "content/news/modes.md", kit.article(
        HOSTILE, body=body, subtitle=HOSTILE, summary=HOSTILE, source=HOSTILE, column=HOSTILE,
        authors=[HOSTILE], tags=[HOSTILE[:36], "{{ x }}"], cover="images/rgba.png",
    ))  # fmt: skip
    kit.write(root, "content/pages/x.md", kit.article("固定页", body="短。\n"))
    kit.write(root, "bulletins/a/periodical.yml", kit.periodical(HOSTILE, publisher=HOSTILE))
    kit.write(root, "bulletins/a/2026-01.yml", kit.issue(1, "2026-01-01", {HOSTILE: ["news/modes"]}))
    runner.build(root)
    return Built(root / "dist/site", "https://example.org/some/where/")


def deep_grey(size: tuple[int, int]) -> Image.Image:
    """16 bits a pixel, half black and half middle grey."""
    image = Image.new("I;16", size)
    for x in range(size[0]):
        for y in range(size[1]):
            image.putpixel((x, y), 0 if x < size[0] // 2 else 32768)
    return image


def test_hostile_texts_are_only_texts(hostile: Built) -> None:
    page = hostile.soup("news/modes/")
    assert page.h1.get_text() == HOSTILE  # type: ignore[union-attr]
    assert page.head.title.get_text() == f"{HOSTILE} - {HOSTILE}"  # type: ignore[union-attr]
    assert page.select_one("meta[name=description]")["content"] == HOSTILE  # type: ignore[index]
    assert HOSTILE in page.select_one("footer.press-footer").get_text()  # type: ignore[union-attr]
    assert page.select_one(".press-body code").get_text() == HOSTILE  # type: ignore[union-attr]
    assert "{{ 7*7 }} {% raw %} <b> & <i>" in page.select_one(".press-body").get_text()  # type: ignore[union-attr]
    for name, page in hostile.pages.items():
        for script in page.find_all("script"):
            # What a machine reads is data; nothing else stands between the tags of a script.
            assert script.get("type") == "application/ld+json" or script.get_text() == "", name
            assert script.get("src") or json.loads(script.get_text()), name
        assert not page.select(".press-page b"), name


def test_hostile_site_is_sound(hostile: Built) -> None:
    assert hostile.dead() == []
    assert {name: found for name, text in hostile.html.items() if (found := Balance.of(text))} == {}
    test_shape_of_every_page(hostile)
    test_images(hostile)


def test_pictures_look_as_before(hostile: Built) -> None:
    """Not black, not white: what the pixels show survives every mode."""
    source = hostile.folder.parents[1] / "content/news/images"
    for stem in ("grey", "palette", "rgba", "cmyk", "moving", "sixteen", "bw"):
        for path in hostile.folder.glob(f"media/{stem}-{'[0-9a-f]' * 12}.*"):
            with Image.open(path) as published:
                size, shown = published.size, published.convert("RGB").resize((8, 8), Image.Resampling.BOX)
            originals = [p for p in source.iterdir() if p.stem == stem]
            differences = []
            for original in originals:
                with Image.open(original) as opened:
                    if opened.size != size:
                        continue
                    if opened.mode.startswith("I"):
                        wanted = (
                            opened.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
                        )
                    else:
                        wanted = opened.convert("RGB")
                small_ = wanted.resize((8, 8), Image.Resampling.BOX)
                pairs = zip(small_.tobytes(), shown.tobytes(), strict=True)
                differences.append(max(abs(a - b) for a, b in pairs))
            assert differences, path.name
            assert min(differences) < 40, f"{path.name} does not look like {stem}"


def test_site_in_a_folder_finds_its_parts_from_404(hostile: Built) -> None:
    page = hostile.soup("404.html")
    for tag in page.select("link[rel=stylesheet], script[src], a.press-brand"):
        assert str(tag.get("href") or tag.get("src")).startswith("/some/where/")


def test_pages_of_lists_meet_no_other_address(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.write(tmp_path, "content/news/page-2.md", kit.article("名为 page")).parents[2]
    for number in range(41):
        kit.write(root, f"content/news/n{number}.md", kit.article(f"第{number}", tags=["page"]))
    runner.build(root, "--only", "portal")
    built = Built(root / "dist/site")
    assert built.dead() == []
    assert {
        "news/page-2/index.html",
        "news/page/2/index.html",
        "tags/page/page/2/index.html",
    } <= built.files.keys()


def test_a_periodical_without_issues_leaves_no_dead_address(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.write(tmp_path, "content/news/a.md", kit.article("一")).parents[2]
    kit.write(root, "bulletins/a/periodical.yml", kit.periodical("没有出过"))
    kit.write(root, "bulletins/b/periodical.yml", kit.periodical("出过"))
    kit.write(root, "bulletins/b/2026-01.yml", kit.issue(1, "2026-03-01", {"一": ["news/a"]}))
    runner.build(root)
    built = Built(root / "dist/site")
    assert built.dead() == []
    text = built.files["sitemap-bulletins.xml"].read_text("utf-8")
    assert "bulletins/b/" in text
    assert "bulletins/a/" not in text


# --- roots of other shapes --------------------------------------------------------------------


def test_content_alone_is_enough(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.write(tmp_path, "content/study/a.md", kit.article("只有一篇")).parents[2]
    kit.write(
        root, "content/study/b.md", kit.article("只有两篇", body=f"{kit.LONG}\n\n## 甲\n\n{kit.LONG}\n")
    )
    runner.build(root)
    built = Built(root / "dist/site")
    assert {"index.html", "study/index.html", "study/a/index.html", "404.html"} <= built.files.keys()
    assert built.dead() == []
    assert "青禾" not in "".join(built.html.values()), "our own county's name on another's site"
    assert "bulletins/index.html" not in built.files
    assert "tags/index.html" not in built.files
    assert not (root / "mkdocs.yml").exists()


def test_an_empty_root_has_a_home_page(tmp_path: Path, runner: kit.Runner) -> None:
    (tmp_path / "content").mkdir()
    runner.build(tmp_path)
    built = Built(tmp_path / "dist/site")
    assert set(built.html) == {"index.html", "404.html", "offline.html"}
    assert built.dead() == []


def test_the_offices_own_shell_wins(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.small_site(tmp_path / "root", news=2)
    runner.build(root, "--only", "portal")
    before = kit.hashes(root / "dist/site")
    ours = (kit.PROJECT / "theme_overrides/portal/shells/article.html").read_text("utf-8")
    changed = ours.replace("<article", "<p>本县自己的样式</p>\n<article", 1)
    assert changed != ours
    kit.write(root, "theme_overrides/portal/shells/article.html", changed)
    kit.write(root, "theme_overrides/portal/assets/own.txt", "own")
    runner.build(root, "--only", "portal")
    built = Built(root / "dist/site", URL)
    assert "本县自己的样式" in built.html["news/item-01/index.html"]
    assert "本县自己的样式" not in built.html["news/index.html"]
    (own,) = [name for name in built.files if name.endswith("/own.txt")]
    assert own.startswith("assets/")
    assert built.dead(alone=True) == []
    shutil.rmtree(root / "theme_overrides")
    runner.build(root, "--only", "portal")
    kit.assert_same(kit.hashes(root / "dist/site"), before)


def test_only_names_outputs(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.small_site(tmp_path / "root", news=8)
    runner.build(root)
    whole = kit.hashes(root / "dist")
    printed = kit.hashes(root / "dist/print")
    kit.write(root, "content/decisions/renmian.md", kit.article("任免名单改了", "2026-02-28", "改了。\n"))
    runner.build(root, "--only", "portal")
    kit.assert_same(kit.hashes(root / "dist/print"), printed)
    assert "任免名单改了" in (root / "dist/site/decisions/renmian/index.html").read_text("utf-8")
    portal = {n: d for n, d in kit.hashes(root / "dist/site").items() if not n.endswith(".pdf")}
    runner.build(root, "--only", "print")
    assert {n: d for n, d in kit.hashes(root / "dist/site").items() if not n.endswith(".pdf")} == portal
    changed = kit.hashes(root / "dist/print")
    different = {name for name in printed if changed[name] != printed[name]}
    assert different == {"gongbao/gongbao-2026-01.pdf"}
    kit.small_site(root, news=8)
    runner.build(root, "--only", "print,portal")
    kit.assert_same(kit.hashes(root / "dist"), whole)
    done = runner.build(root, "--only", "radio", ok=False)
    assert done.returncode == 2
    assert "radio" in done.stderr


def test_faults_leave_dist_alone(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.small_site(tmp_path / "root", news=2)
    runner.build(root, "--only", "portal")
    before = {p: p.stat().st_mtime_ns for p in (root / "dist").rglob("*")}
    kit.write(root, "content/news/bad.md", "---\ntitle: 坏\n---\n")
    kit.write(root, "content/news/item-00.md", kit.article("改过的"))
    done = runner.build(root, ok=False)
    assert done.returncode == 1
    assert "content/news/bad.md" in done.stderr
    assert {p: p.stat().st_mtime_ns for p in (root / "dist").rglob("*")} == before


# --- MkDocs -----------------------------------------------------------------------------------


def copied(source: Path, target: Path) -> Path:
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("dist"))
    return target


@pytest.mark.parametrize("which", ["small", "own"])
def test_mkdocs_builds_the_same_portal(
    request: pytest.FixtureRequest, which: str, tmp_path: Path, runner: kit.Runner
) -> None:
    built: Path = request.getfixturevalue(which)
    wanted = kit.hashes(built / "dist/site")
    root = copied(built, tmp_path / "root")
    runner.mkdocs(root)
    kit.assert_same(kit.hashes(root / "dist/site"), wanted)
    if which == "own":
        return  # the small one has every kind of page, and is built again in every order
    # MkDocs empties the folder and fills it with its own files each time.
    runner.mkdocs(root)
    kit.assert_same(kit.hashes(root / "dist/site"), wanted)
    runner.build(root)
    kit.assert_same(kit.hashes(root / "dist/site"), wanted)
    kit.assert_same(kit.hashes(root / "dist/print"), kit.hashes(built / "dist/print"))
    runner.mkdocs(root)
    kit.assert_same(kit.hashes(root / "dist/site"), wanted)


def test_mkdocs_stops_at_faults(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.small_site(tmp_path / "root", news=1)
    kit.write(root, "content/news/bad.md", "---\ntitle: 坏\n---\n正文。\n")
    done = runner.run("-m", "mkdocs", "-q", "build", cwd=root, ok=False)
    assert done.returncode != 0
    assert "content/news/bad.md" in done.stdout + done.stderr


@pytest.fixture
def poison(tmp_path: Path) -> dict[str, str]:
    """An environment in which MkDocs cannot build."""
    text = (
        "import importlib.abc, sys\n"
        "class Poison(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'mkdocs' or name.startswith('mkdocs.'):\n"
        "            raise SystemExit(77)\n"
        "sys.meta_path.insert(0, Poison())\n"
    )
    kit.write(tmp_path, "poison/sitecustomize.py", text)
    return {"PYTHONPATH": os.pathsep.join([str(tmp_path / "poison"), os.environ.get("PYTHONPATH", "")])}


def test_mkdocs_is_not_started_when_no_shell_changed(
    tmp_path: Path, runner: kit.Runner, poison: dict[str, str]
) -> None:
    root = kit.small_site(tmp_path / "root", news=2)
    assert runner.build(root, env=poison, ok=False).returncode != 0, "the poison does not work"
    runner.build(root)
    kit.write(root, "content/news/item-01.md", kit.article("改了的消息", body=f"{kit.LONG}\n"))
    kit.write(root, "content/news/new.md", kit.article("新的消息"))
    (root / "content/stories/he.md").unlink()
    kit.write(
        root, "bulletins/gongbao/2025-06.yml", kit.issue(6, "2025-12-21", {"学": ["study/jiandu"]}, serial=11)
    )
    runner.build(root, env=poison)
    assert "改了的消息" in (root / "dist/site/news/item-01/index.html").read_text("utf-8")
    runner.build(root, "--jobs", "1", env=poison)
    kit.write(root, "theme_overrides/portal/shells/home.html", "{% extends 'main.html' %}")
    assert runner.build(root, env=poison, ok=False).returncode != 0, "a new shell was not drawn"


def test_unchanged_content_writes_nothing(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.small_site(tmp_path / "root", news=2)
    runner.build(root)
    before = {p: (p.stat().st_mtime_ns, p.stat().st_ino) for p in (root / "dist").rglob("*")}
    runner.build(root)
    assert {p: (p.stat().st_mtime_ns, p.stat().st_ino) for p in (root / "dist").rglob("*")} == before


def test_links_between_documents_by_every_form(site: Built) -> None:
    page = site.soup("news/item-07/")
    goals: list[Any] = [
        site.target("news/item-07/index.html", str(a["href"])) for a in page.select(".press-body p a")
    ]
    assert goals[:3] == [
        ("decisions/jueyi/index.html", ""), ("decisions/jueyi/index.html", ""),
        ("bulletins/gongbao/2026-01/index.html", ""),
    ]  # fmt: skip
    assert unquote(str(page.select(".press-body p a")[3]["href"])) == "https://example.org/a?b=1&c=2"

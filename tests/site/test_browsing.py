"""Long lists and the ways to narrow them, people, columns, the calendar, breadcrumbs."""

import datetime
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
import site_kit as kit
from bs4 import Tag
from crawl import Balance, Built
from playwright.sync_api import Browser
from test_browser import serve
from test_record_lists import words

from press.outputs.portal.lists import Choice, Filter

URL = "https://renda.shiqiao.example/"
NEWS = 43
FIRST = datetime.date(2024, 11, 1)


def dated(number: int) -> datetime.date:
    return FIRST + datetime.timedelta(17 * number)


def shelves(root: Path) -> Path:
    """Forty-three news of three years with two columns, many tags and few authors; and what else signs."""
    kit.write(
        root,
        "mkdocs.yml",
        kit.dump(
            {
                "site_name": "石桥县人大",
                "site_url": URL,
                "docs_dir": "content",
                "theme": {"name": "material", "language": "zh", "font": False},
                "plugins": [{"press": {"page_size": 10}}],
            }
        ),
    )
    for number in range(NEWS):
        keys = {"column": ("要闻", "动态")[number % 2], "tags": ["共同", f"标签{number % 15:02}"]}
        if number == 0:
            keys["tags"] = ["共同", "只此一篇"]
        if number % 3 == 0:
            keys["authors"] = ["纪　岚" if number % 2 else "纪岚（实习）"]
        if number % 5 == 0:
            keys["photographers"] = ["纪岚", "闻川"]
        text = kit.article(f"消息{number:02}", dated(number).isoformat(), f"第{number}条。\n", **keys)
        kit.write(root, f"content/news/n{number:02}.md", text)
    about = {"column": "动态", "authors": ["河清"]}
    kit.write(root, "content/study/xinde.md", kit.article("代表的心得", "2026-02-03", **about))
    person = kit.article("河清", "2021-12-01", "", term=17, photographers=["无名"])
    kit.write(root, "content/deputies/he-qing.md", person)
    days = {"begins_on": "2026-02-27", "ends_on": "2026-03-01", "term": 17, "session": 10}
    kit.write(root, "content/meetings/chang-10.md", kit.article("第十次会议", "2026-03-01", "", **days))
    hidden = {"authors": ["密甲"], "column": "密栏", "tags": ["密签", "密签二"]}
    for status in ("draft", "withdrawn"):
        text = kit.article(f"密{status}", "2019-05-05", status=status, **hidden)
        kit.write(root, f"content/news/{status}.md", text)
    kit.write(root, "bulletins/gongbao/periodical.yml", kit.periodical("石桥公报"))
    kit.write(root, "bulletins/gongbao/2026-01.yml", kit.issue(1, "2026-03-06", {"要闻": ["news/n01"]}))
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Path:
    """Built for the portal alone. Not to be written to."""
    made = shelves(tmp_path_factory.mktemp("shelves") / "root")
    runner.build(made, "--only", "portal")
    return made


@pytest.fixture(scope="module")
def site(root: Path) -> Built:
    return Built(root / "dist/site", URL)


def titles(site: Built, permalink: str) -> list[str]:
    return [words(a) for a in site.soup(permalink).select(".press-entry__title a")]


def whole(site: Built, permalink: str) -> list[str]:
    """The titles of a list, from its first page to its last."""
    found, place = titles(site, permalink), f"{permalink}index.html"
    while (onward := site.pages[place].select_one(".press-pages a[rel=next]")) is not None:
        place = (site.target(place, str(onward["href"])) or ("",))[0]
        found += titles(site, place.removesuffix("index.html"))
    return found


# --- lists ------------------------------------------------------------------------------------


def test_pages_are_filled_from_the_oldest_on(site: Built) -> None:
    places = ["news/", "news/page/2/", "news/page/3/", "news/page/4/"]
    assert [len(titles(site, place)) for place in places] == [13, 10, 10, 10]
    assert "news/page/5/index.html" not in site.files
    newest_first = [f"消息{number:02}" for number in range(NEWS - 1, -1, -1)]
    assert whole(site, "news/") == newest_first


def test_a_long_list_says_where_a_year_begins(site: Built) -> None:
    years = []
    for place in ("news/", "news/page/2/", "news/page/3/", "news/page/4/"):
        for heading in site.soup(place).select(".press-browse__list > h2"):
            entries = heading.find_next_sibling("ul")
            assert isinstance(entries, Tag)
            days = {str(day["datetime"])[:4] for day in entries.select("time")}
            assert days == {words(heading).removesuffix("年")}
            years.append(words(heading))
    assert list(dict.fromkeys(years)) == ["2026年", "2025年", "2024年"]
    # What is of one year, or short, goes without: its entries are the headings.
    for place in ("news/by/year/2025/", "study/", "people/河清/"):
        page = site.soup(place)
        assert page.select(".press-year") == []
        assert {tag.name for tag in page.select(".press-entry__title")} == {"h2"}


def test_every_choice_leads_to_as_many_as_it_says(site: Built) -> None:
    numbers = {label: int(number) for label, (number, _) in _counted(site, "news/").items()}
    assert {label: n for label, n in numbers.items() if label.endswith("年")} == Counter(
        f"{dated(number).year}年" for number in range(NEWS)
    )
    assert (numbers["要闻"], numbers["动态"]) == (22, 21)
    for label, (number, place) in _counted(site, "news/").items():
        assert len(whole(site, place.removesuffix("index.html"))) == int(number), label
    of_years = [title for year in (2026, 2025, 2024) for title in whole(site, f"news/by/year/{year}/")]
    assert of_years == whole(site, "news/")


def _counted(site: Built, permalink: str) -> dict[str, tuple[str, str]]:
    """The choices that say a number: label → (number, file it leads to)."""
    page = f"{permalink}index.html"
    return {
        str(a.contents[0]): (words(a.small), (site.target(page, str(a["href"])) or ("",))[0])
        for a in site.soup(permalink).select(".press-filters a:has(small)")
    }


def test_tags_of_a_list_are_the_most_used(site: Built) -> None:
    tags = [label for label, (_, place) in _counted(site, "news/").items() if "/by/tag/" in place]
    # Tags 01 to 12 stand on three documents, 13 and 14 on two, 00 on two and on the first on none.
    assert tags == [f"标签{number:02}" for number in range(1, 13)]
    # A tag of every document narrows nothing, a tag of one is found in the index.
    for name in ("共同", "只此一篇"):
        assert f"news/by/tag/{name}/index.html" not in site.files
        assert f"tags/{name}/index.html" in site.files
    (more,) = [a for a in site.soup("news/").select(".press-filters a") if words(a) == "更多标签"]
    assert site.target("news/index.html", str(more["href"])) == ("tags/index.html", "")


@pytest.mark.parametrize(
    ("number", "shown", "open_"), [(3, 8, 3), (10, 8, 10), (11, 8, 8), (40, 8, 8), (5, 0, 0)]
)
def test_many_choices_are_folded(number: int, shown: int, open_: int) -> None:
    found = Filter("按年份", tuple(Choice(str(n), f"n/{n}/", 1) for n in range(number)), shown)
    assert (len(found.open), len(found.folded)) == (open_, number - open_)
    assert (*found.open, *found.folded) == found.choices


def test_pages_that_continue_a_list_say_no_numbers(site: Built) -> None:
    for place in ("news/page/2/", "news/by/column/要闻/page/2/"):
        page = site.soup(place)
        assert page.select(".press-filters small") == []
        assert "2025年" in [words(a) for a in page.select(".press-filters a")]
        (back,) = [a for a in page.select(".press-filters a") if words(a) == "全部筛选条件"]
        assert site.target(f"{place}index.html", str(back["href"])) == ("news/index.html", "filters")
    marked = site.soup("news/by/column/要闻/page/2/").select(".press-filters [aria-current]")
    assert [words(a) for a in marked] == ["要闻"]


def test_nothing_leads_nowhere_and_everything_parses(site: Built) -> None:
    assert site.dead(alone=True) == []
    assert {name: found for name, text in site.html.items() if (found := Balance.of(text))} == {}


# --- people and columns -----------------------------------------------------------------------


def test_a_person_has_one_page_for_texts_and_pictures(site: Built) -> None:
    texts, pictures = set(range(0, NEWS, 3)), set(range(0, NEWS, 5))
    assert whole(site, "people/纪岚/") == [f"消息{n:02}" for n in sorted(texts | pictures, reverse=True)]
    said = [words(tag) for tag in site.soup("people/纪岚/").select("h1 + .press-meta span")]
    assert said[:2] == [f"文字 {len(texts)} 篇", f"摄影 {len(pictures)} 篇"]
    notes = {
        words(entry.select_one(".press-entry__title")): words(entry.select(".press-meta span")[-1])
        for place in ("people/纪岚/", "people/纪岚/page/2/")
        for entry in site.soup(place).select(".press-entry")
    }
    assert (notes["消息30"], notes["消息33"], notes["消息35"]) == ("文字和摄影", "文字", "摄影")
    # One spelling, one page; who took a deputy's portrait has no work there.
    folders = {name.split("/")[1] for name in site.files if name.startswith("people/")}
    assert folders == {"纪岚", "闻川", "河清", "index.html"}


def test_bylines_lead_to_people(site: Built) -> None:
    for name, people in {
        "news/n15/": ["纪岚", "纪岚", "闻川"],
        "news/n01/": [],
        "study/xinde/": ["河清"],
    }.items():
        page = f"{name}index.html"
        links = site.soup(name).select("article > header .press-meta a")
        assert [site.target(page, str(a["href"])) for a in links] == [
            (f"people/{who}/index.html", "") for who in people
        ]
    assert "作者：纪　岚" in site.soup("news/n15/").get_text()


def test_a_deputy_who_writes_is_known_as_one(site: Built) -> None:
    (link,) = site.soup("people/河清/").select("h1 + .press-meta a")
    assert site.target("people/河清/index.html", str(link["href"])) == ("deputies/he-qing/index.html", "")
    assert site.soup("people/纪岚/").select("h1 + .press-meta a:not(.press-jump)") == []


def test_the_index_of_people_begins_with_who_signed_most(site: Built) -> None:
    page = site.soup("people/")
    groups = {words(s.h2): [words(a) for a in s.select("li > a")] for s in page.select("section")}
    assert groups == {"10至49篇1 位": ["纪岚"], "2至9篇1 位": ["闻川"], "1篇1 位": ["河清"]}
    assert "人大代表" in words(page.select("section")[-1])
    assert page.select_one("meta[name=ColumnName]")["content"] == "作者"  # type: ignore[index]


def test_columns(site: Built) -> None:
    of_news = [f"消息{n:02}" for n in range(NEWS - 1, -1, -1) if n % 2]
    # 代表的心得 of 2026-02-03 stands among the news of its column.
    found = whole(site, "columns/动态/")
    assert [title for title in found if title != "代表的心得"] == of_news
    assert found.count("代表的心得") == 1
    kinds = {words(tag) for tag in site.soup("columns/动态/").select(".press-entry .press-meta span")}
    assert kinds == {"人大要闻", "学习资料"}
    index = [
        (words(s.h2), [words(li) for li in s.select("li")]) for s in site.soup("columns/").select("section")
    ]
    assert index == [("人大要闻", ["动态22 篇", "要闻22 篇"])]


# --- the calendar -----------------------------------------------------------------------------


def test_a_month_has_what_happened_on_each_day(site: Built) -> None:
    def of(place: str) -> dict[str, list[str]]:
        sections = site.soup(place).select(".press-days section")
        return {words(s.h2): [words(li) for li in s.select("li")] for s in sections}

    meeting = "会议第十次会议"
    assert of("calendar/2026/03/") == {
        "3月1日 星期日": [meeting],
        "3月6日 星期五": ["期刊石桥公报 2026年第1期"],
        "3月9日 星期一": ["人大要闻消息29"],
        "3月26日 星期四": ["人大要闻消息30"],
    }
    february = of("calendar/2026/02/")
    assert february["2月27日 星期五"] == february["2月28日 星期六"] == [meeting]
    assert february["2月3日 星期二"] == ["人大要闻消息27", "学习资料代表的心得"]


def test_days_of_the_grid_lead_to_the_day(site: Built) -> None:
    page = site.soup("calendar/2026/")
    march = page.select(".press-month")[2]
    leads = {
        words(a): (site.target("calendar/2026/index.html", str(a["href"])), str(a["aria-label"]))
        for a in march.select("td a")
    }
    place = "calendar/2026/03/index.html"
    assert leads == {
        "1": ((place, "d1"), "3月1日，开会"),
        "6": ((place, "d6"), "3月6日，1项"),
        "9": ((place, "d9"), "3月9日，1项"),
        "26": ((place, "d26"), "3月26日，1项"),
    }
    # 1 March 2026 is a Sunday, the last day of a week from Monday on.
    cells = march.select("tbody tr")[0].select("td")
    assert [words(cell) for cell in cells] == ["", "", "", "", "", "", "1"]
    assert len(page.select(".press-month")) == 12
    assert sum(len(month.select("td > *")) for month in page.select(".press-month")) == 365


def test_the_calendar_knows_its_years_and_no_day_of_what_is_hidden(site: Built) -> None:
    page = site.soup("calendar/")
    assert [words(a) for a in page.select("h2 a")] == ["2026年", "2025年", "2024年"]
    assert "calendar/2019/index.html" not in site.files
    assert "calendar/2021/index.html" not in site.files, "a deputy's page is no event"
    around = {str(a["rel"][0]): words(a) for a in site.soup("calendar/2025/").select(".press-around a")}
    assert around == {"prev": "上一年2024年", "next": "下一年2026年"}


def test_every_public_article_stands_in_its_month_once(own: Path) -> None:
    site = Built(own / "dist/site", "https://renda.qinghe.example/")
    held: Counter[str] = Counter()
    for name in site.pages:
        if re.fullmatch(r"calendar/\d{4}/\d\d/index\.html", name):
            for section in site.pages[name].select(".press-days section"):
                for a in section.select("li:not(:has(.press-kind--meeting)) a"):
                    goal = (site.target(name, str(a["href"])) or ("",))[0]
                    held[goal] += 1
                    day = site.pages[goal].select_one("meta[name=PubDate]")
                    if day is not None:
                        shown = f"{name.split('/')[1]}-{name.split('/')[2]}-{int(str(section['id'])[1:]):02}"
                        assert str(day["content"]).startswith(shown), goal
    articles = {name for name, page in site.pages.items() if page.select("meta[name=PubDate]")}
    expected = {name for name in articles if not name.startswith(("deputies/", "pages/", "meetings/"))}
    assert {goal for goal in held if not goal.startswith("bulletins/")} == expected
    assert set(held.values()) == {1}


# --- breadcrumbs ------------------------------------------------------------------------------


def test_every_page_says_where_it_is(site: Built, record: Built, own: Path) -> None:
    for built in (site, record, Built(own / "dist/site", "https://renda.qinghe.example/")):
        for name, page in built.pages.items():
            trails = page.select("nav.press-crumbs")
            if name == "index.html":
                assert trails == []
                continue
            (trail,) = trails
            assert trail.ol["itemtype"] == "https://schema.org/BreadcrumbList", name  # type: ignore[index]
            items = trail.select("li[itemprop=itemListElement]")
            assert len(items) >= 2, name
            places = [str(item.meta["content"]) for item in items]  # type: ignore[index]
            assert places == [str(number) for number in range(1, len(items) + 1)], name
            *links, last = items
            assert words(items[0]) == "首页", name
            assert all(item.select_one("a[itemprop=item] > [itemprop=name]") for item in links), name
            assert last.a is None, name
            assert last.select_one("[itemprop=name][aria-current=page]"), name


@pytest.mark.parametrize(
    ("place", "trail"),
    [
        ("news/by/year/2025/", ["首页", "人大要闻", "2025年"]),
        ("news/by/column/要闻/page/2/", ["首页", "人大要闻", "要闻", "第2页"]),
        ("tags/共同/", ["首页", "标签", "共同"]),
        ("people/纪岚/", ["首页", "作者", "纪岚"]),
        ("columns/要闻/", ["首页", "栏目", "要闻"]),
        ("calendar/2026/03/", ["首页", "日历", "2026年", "3月"]),
    ],
)
def test_the_way_to_a_list(site: Built, place: str, trail: list[str]) -> None:
    assert [words(li) for li in site.soup(place).select(".press-crumbs li")] == trail


# --- what an edit touches ---------------------------------------------------------------------


def test_an_edit_rewrites_what_shows_it_and_a_new_document_first_pages(
    tmp_path: Path, root: Path, runner: kit.Runner
) -> None:
    copy = tmp_path / "root"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("dist"))
    runner.build(copy, "--only", "portal")

    def pages(names: set[str]) -> set[str]:
        return {name for name in names if name.endswith(".html")}

    changed = pages(kit.rewritten(runner, copy, "content/news/n20.md", "消息20", "改了的题目"))
    html = Built(copy / "dist/site").html
    assert changed == {name for name, text in html.items() if "改了的题目" in text}
    assert "news/page/2/index.html" in changed
    assert len(changed) < 20

    def stamps() -> dict[str, int]:
        return {name: path.stat().st_ino for name, path in Built(copy / "dist/site").files.items()}

    before = stamps()
    new = kit.article("新的消息", "2026-11-20", column="要闻", tags=["共同"], authors=["纪岚"])
    kit.write(copy, "content/news/zz.md", new)
    runner.build(copy, "--only", "portal")
    fresh = pages({name for name, inode in stamps().items() if before.get(name) != inode})
    assert not [name for name in fresh if "/page/" in name]
    assert {"news/index.html", "people/纪岚/index.html", "calendar/2026/11/index.html"} <= fresh
    assert not fresh & {"people/闻川/index.html", "calendar/2026/03/index.html", "calendar/2025/index.html"}


# --- on a phone -------------------------------------------------------------------------------


@pytest.mark.browser
def test_a_finger_hits_what_it_aims_at(browser: Browser, site: Built) -> None:
    server = serve(site.folder)
    address = next(server)
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN", has_touch=True)
    page = context.new_page()
    for place, targets in {
        "news/": ".press-pages a, .press-filters a, .press-jump",
        "calendar/": ".press-months a",
        "calendar/2026/": ".press-month td a",
    }.items():
        page.goto(address + place)
        boxes = page.locator(targets).evaluate_all(
            "all => all.map(e => [e.textContent, e.getBoundingClientRect().toJSON()])"
        )
        assert boxes, place
        small = [text for text, box in boxes if box["height"] < 43.5 or box["width"] < 40]
        assert small == [], place
    page.goto(f"{address}news/")
    page.locator(".press-jump").click()
    assert page.locator("#filters").evaluate("e => e.getBoundingClientRect().top < innerHeight")
    context.close()
    server.close()

"""The catalogue of rules on the portal: every rule once, in Chinese, found by its code."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from crawl import Balance, Built
from playwright.sync_api import Browser
from test_browser import WIDTHS, Watched, overflow, serve

from press.diagnostics.excerpts import visible
from press.outputs.portal import catalogue
from press.outputs.portal.views import Views
from press.pipeline.load import load
from press.pipeline.report import report_on
from press.rules import FAMILIES, Rule, rules
from press.rules._explained import examples, explain


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text().split())


@pytest.fixture(scope="module")
def built(own: Path) -> Built:
    return Built(own / "dist/site", "https://renda.qinghe.example/")


@pytest.fixture(scope="module")
def page(built: Built) -> BeautifulSoup:
    return built.soup("rules/")


def test_every_rule_stands_there_once_below_its_family(page: BeautifulSoup) -> None:
    found = {
        str(part["id"]): [str(rule["id"]) for rule in part.select("article")]
        for part in page.select("section")
    }
    assert [code for codes in found.values() for code in codes] == [
        rule.code for letter in FAMILIES for rule in rules() if rule.code[0] == letter
    ]
    for letter, codes in found.items():
        assert {code[0] for code in codes} == {letter}
        heading = page.select_one(f"#{letter} h2")
        assert words(heading) == f"{FAMILIES[letter]}{letter} 类，{len(codes)} 条"
    counted = [words(link) for link in page.select(".press-inside a")]
    assert counted == [f"{FAMILIES[letter]}{len(codes)}" for letter, codes in found.items()]


def test_a_rule_says_what_its_docstring_says(page: BeautifulSoup) -> None:
    for rule in rules():
        entry = page.select_one(f"article#{rule.code}")
        assert entry is not None
        assert words(entry.h3) == f"{rule.code}{rule.title}"
        level = "错误" if rule.severity.value == "error" else "提醒"
        assert words(entry.select_one(".press-level")) == level
        assert ("press fix 可以改正" in words(entry.header)) == rule.fixes
        told = explain(rule)
        for name, said in (("wrong", told.bad), ("right", told.good), ("source", told.source)):
            part = entry.select_one(f".press-{name} dd")
            assert part is not None
            assert [letter.get_text() for letter in part.select(".press-letter")] == [
                "\n".join(map(visible, example.split("\n"))) for example in examples(said)
            ]
            plain = visible(re.sub(r"[`\s·]|⏎", "", said))
            assert re.sub(r"[`\s·]", "", part.get_text()) == plain, rule.code


def test_the_page_is_whole_and_its_links_lead_somewhere(built: Built) -> None:
    name = "rules/index.html"
    assert Balance.of(built.html[name]) == []
    assert [dead for dead in built.dead() if f"page='{name}'" in dead or "rules" in dead] == []
    links = [str(a["href"]) for a in built.soup("more/").select(".press-index a")]
    assert [built.target("more/index.html", href) for href in links].count((name, "")) == 1


def test_reports_lead_to_the_rule(built: Built, tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "content").mkdir(parents=True)
    settings = "site_name: 青禾县人大\nsite_url: https://renda.qinghe.example\n"
    settings += "theme: {name: material}\nplugins: [press]\n"
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    report = report_on(load(root))
    for code in report.rules():
        goal = built.target("index.html", report.explained_at(code))
        assert goal == ("rules/index.html", code)
        assert code in built.ids["rules/index.html"]


def test_when_a_rule_is_in_force_and_that_it_counts_always_is_said(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    views = Views(load(own).library)
    dated = Rule(
        "T003",
        "题",
        submission=rules()[0].submission,
        since=datetime.date(2024, 3, 1),
        until=datetime.date(2026, 1, 2),
    )
    secret = Rule("P999", "密", submission=rules()[0].submission)
    monkeypatch.setattr(catalogue, "rules", lambda: (dated, secret))
    (before,) = catalogue.pages(views)
    text, private = catalogue.families()
    assert text.rules[0].notes == ("2024年3月1日起的稿件适用", "2026年1月2日以前的稿件适用")
    assert (private.label, private.rules[0].notes) == ("个人信息与保密", ("不能豁免",))
    monkeypatch.setattr(catalogue, "rules", lambda: (dated,))
    (after,) = catalogue.pages(views)
    assert after.key != before.key, "the page is written anew when the rules change"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_every_screen_and_a_code_is_found(built: Built, browser: Browser, scheme: str) -> None:
    served: Iterator[str] = serve(built.folder)
    address = next(served)
    context = browser.new_context(locale="zh-CN", color_scheme=scheme)  # type: ignore[arg-type]
    watched = Watched.on(context)
    watched.page.goto(f"{address}rules/#T003")
    for width in WIDTHS:
        watched.page.set_viewport_size({"width": width, "height": 900})
        assert overflow(watched.page) == [], width
    assert watched.page.locator("#T003").bounding_box()
    assert watched.page.evaluate("document.querySelector(':target').id") == "T003"
    context.close()
    assert watched.faults == []
    next(served, None)


@pytest.mark.browser
def test_the_proof_sheet_fits_every_screen_and_paper(browser: Browser, tmp_path: Path) -> None:
    root = tmp_path / "root"
    news = root / "content/news"
    news.mkdir(parents=True)
    long = "很长的段落没有句号" * 40
    body = f"{long},{long}\n\n{'x' * 300} [链](news/{'y' * 200})\n\n" + "\n\n".join(
        f"第{n}段,有错。" for n in range(30)
    )
    text = f"---\ntitle: {'很长的标题' * 12}\ndate: 2026-03-06\nstatus: published\n---\n\n{body}\n"
    (news / "a.md").write_text(text, encoding="utf-8")
    from press.diagnostics.sheet import as_sheet

    sheet = tmp_path / "sheet.html"
    sheet.write_text(as_sheet(report_on(load(root))), encoding="utf-8")
    context = browser.new_context(locale="zh-CN", java_script_enabled=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.goto(sheet.as_uri())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert overflow(page) == [], width
    page.get_by_label("已改").first.check()
    note = page.get_by_label("第 1 处的备注")
    note.fill("已核对原件")
    assert note.inner_text() == "已核对原件"
    assert asked == [sheet.as_uri()]
    assert faults == []
    import pymupdf

    with pymupdf.open(stream=page.pdf(prefer_css_page_size=True), filetype="pdf") as paper:
        assert len(paper) > 2
        assert all(abs(sheet.rect.width - 595) < 2 and abs(sheet.rect.height - 842) < 2 for sheet in paper)
        said = "".join(sheet.get_text() for sheet in paper).replace("\n", "")
        assert all(f"第{n}段,有错。" in said for n in range(30))
        assert "三审三校" in paper[-1].get_text()
        assert "— 1 —" in paper[0].get_text()
    context.close()

"""The checks: each yields rows of a table, and says what fails."""

import gzip
import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bs4 import BeautifulSoup
from crawl import Built
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request

from audit import tools
from audit.pages import Sample

SCORE = 98
HTML, HTML_GZIPPED, FIRST_VISIT = 30_000, 12_000, 120_000
"""Bytes: of an article's HTML beyond its text, of that gzipped, of all CSS and scripts gzipped."""

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
THEMES: dict[str, dict[str, str]] = {
    "light": {"theme": "light"},
    "dark": {"theme": "dark"},
    "large text": {"size": "larger"},
    "high contrast": {"theme": "contrast"},
}

KNOWN = {
    "The “role” attribute must not be used on": (
        "kept: Safari forgets that a table is one when a phone lays its rows out as blocks"
    ),
    "The “table” role is unnecessary": "kept for the same reason",
    "Resource violates Content Security Policy": "read from a file, so that nothing is 'self'",
    "Inline script violates Content Security Policy": "linked data, which no browser runs",
}
"""What the checker finds fault with and we do not, by how it begins, and why."""

_REFUSED = (
    "addEventListener('securitypolicyviolation',"
    " event => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))"
)


@dataclass(frozen=True)
class Row:
    """A line of the report; ``fault`` is "" when it is as it must be."""

    cells: tuple[str, ...]
    fault: str = ""


def lighthouse(url: str, wanted: Iterable[Sample], modules: Path) -> Iterator[Row]:
    """Scores of the mobile preset. A slow moment of the machine counts twice in three at most."""
    for sample in wanted:
        runs = [_lighthouse(url + quote(sample.place), modules)]
        while len(runs) < 3 and min(runs[-1][0][:1]) < SCORE:
            runs.append(_lighthouse(url + quote(sample.place), modules))
        scores, shift, failed = sorted(runs)[len(runs) // 2]
        low = [f"{name} {score}" for name, score in zip(CATEGORIES, scores, strict=True) if score < SCORE]
        if shift > 0:
            low.append(f"layout shift {shift:.3f}")
        row = (sample.kind, f"/{sample.place}", *map(str, scores), f"{shift:.3f}", ", ".join(failed) or "—")
        yield Row(row, ", ".join(low))


def _lighthouse(address: str, modules: Path) -> tuple[list[int], float, list[str]]:
    command = [
        "node", str(modules / "lighthouse/cli/index.js"), address, "--quiet", "--output=json",
        f"--chrome-flags={' '.join(tools.FLAGS)}", "--no-enable-error-reporting",
    ]  # fmt: skip
    done = subprocess.run(command, env=tools.environment(), capture_output=True, check=True, timeout=240)
    report = json.loads(done.stdout)
    scores = [round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES]
    failed = [
        ref["id"]
        for name in CATEGORIES[1:]
        for ref in report["categories"][name]["auditRefs"]
        if ref["weight"] and report["audits"][ref["id"]]["score"] not in (1, None)
    ]
    return scores, report["audits"]["cumulative-layout-shift"]["numericValue"], failed


def weights(site: Path, articles: Iterable[Sample]) -> Iterator[Row]:
    """The heaviest articles: what their HTML weighs beyond the document's own words and tables."""
    found = []
    for sample in articles:
        html = sample.file(site).read_bytes()
        article = BeautifulSoup(html, "html.parser").select_one("article")
        assert article is not None, f"{sample.place} is no article"
        tables = [table.extract().decode() for table in article.select("table, svg")]
        own = "".join([article.get_text(), *tables]).encode()
        packed = len(gzip.compress(html, 6)) - len(gzip.compress(own, 6))
        found.append((len(html) - len(own), packed, f"/{sample.place}"))
    found.sort(reverse=True)
    for number, (over, packed, place) in enumerate(found):
        fault = f"{place} weighs too much" if over > HTML or packed > HTML_GZIPPED else ""
        if fault or number < 3:
            yield Row((place, f"{over:,}", f"{packed:,}"), fault)
    packs = sorted(packed for _, packed, _ in found)
    middle = len(found) // 2
    yield Row((f"median of {len(found)}", f"{found[middle][0]:,}", f"{packs[middle]:,}"))


def first_visit(browser: Browser, url: str, wanted: Iterable[Sample]) -> Iterator[Row]:
    """CSS and scripts, as they come over the wire, on the first page that is visited; headers too."""
    found = []
    for sample in wanted:
        page = browser.new_page()
        asked: list[Request] = []

        def note(request: Request, asked: list[Request] = asked) -> None:
            asked.append(request)

        page.on("requestfinished", note)
        page.goto(url + quote(sample.place), wait_until="load")
        wanted_ones = [request for request in asked if request.resource_type in ("stylesheet", "script")]
        found.append((sum(request.sizes()["responseBodySize"] for request in wanted_ones), sample))
        page.close()
    for size, sample in sorted(found, key=lambda pair: -pair[0])[:3]:
        fault = f"{sample.kind}: CSS and scripts {size:,}" if size > FIRST_VISIT else ""
        yield Row((sample.kind, f"/{sample.place}", f"{size:,}"), fault)


def accessibility(browser: Browser, url: str, wanted: Iterable[Sample], modules: Path) -> Iterator[Row]:
    """What axe finds, its rules of best practice included, on every kind of page in every theme."""
    axe = (modules / "axe-core/axe.min.js").read_text(encoding="utf-8")
    words = (modules / "axe-core/locales/zh_CN.json").read_text(encoding="utf-8")
    for theme, settings in THEMES.items():
        kept = json.dumps(json.dumps(settings))
        # axe comes past the policy of the page, which allows nothing from outside.
        context = browser.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True)
        context.add_init_script(f"localStorage.setItem('press-settings', {kept})")
        page = context.new_page()
        number = 0
        for sample in wanted:
            page.goto(url + quote(sample.place))
            violations = _axe(page, axe, words)
            number += 1
            for violation in violations:
                nodes = violation["nodes"]
                first = " ".join(nodes[0]["html"].split())[:140]
                row = (theme, sample.kind, violation["id"], f"{len(nodes)} × `{first}`")
                yield Row(row, f"axe {violation['id']} on {sample.kind} ({theme}): {violation['help']}")
        yield Row((theme, f"{number} kinds looked at", "", ""))
        context.close()


def _axe(page: Page, axe: str, words: str) -> list[dict[str, Any]]:
    page.evaluate(axe)
    found: list[dict[str, Any]] = page.evaluate(
        "async words => { axe.configure({ locale: JSON.parse(words) });"
        " return (await axe.run({ resultTypes: ['violations'] })).violations; }",
        words,
    )
    return found


def policy(browser: Browser, url: str, wanted: Iterable[Sample]) -> Iterator[Row]:
    """Console messages and refusals of the Content-Security-Policy on every kind of page."""
    number = 0
    for sample in wanted:
        said: list[str] = []
        context = browser.new_context(locale="zh-CN")
        context.add_init_script(_REFUSED)
        page = context.new_page()

        def note(message: ConsoleMessage | Error, said: list[str] = said) -> None:
            said.append(message.text if isinstance(message, ConsoleMessage) else str(message))

        page.on("console", note)
        page.on("pageerror", note)
        page.goto(url + quote(sample.place), wait_until="networkidle")
        context.close()
        number += 1
        # The page of an address that is gone is sent with that status, of which the console tells.
        said = [text for text in said if sample.kind != "withdrawn" or "status of 410" not in text]
        if said:
            yield Row((sample.kind, f"/{sample.place}", said[0]), f"{sample.kind} says: {said[0]}")
    yield Row((f"{number} kinds", "", "looked at"))


def markup(site: Path, modules: Path) -> Iterator[Row]:
    """What the Nu HTML checker says of every page."""
    java = tools.java()
    if java is None:
        yield Row(("Java is not here (Debian: default-jre-headless)", "", ""), "markup was not checked")
        return
    jar = modules / "vnu-jar/build/dist/vnu.jar"
    command = [java, "-Xss4m", "-jar", str(jar), "--format", "json", "--skip-non-html", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    kinds: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for message in json.loads(done.stderr)["messages"]:
        level = message.get("subType") or message["type"]
        words = re.sub(r"“[^”]*”", "“…”", message["message"])
        place = message["url"].partition("/dist/site/")[2]
        where = f"/{place}:{message.get('lastLine', 0)}"
        kinds.setdefault((level, words), []).append((message["message"], where))
    for (level, _), found in sorted(kinds.items()):
        words, where = found[0]
        known = next((why for start, why in KNOWN.items() if words.startswith(start)), "")
        grave = level in ("error", "fatal") and not known
        fault = f"{words} ({len(found)} times)" if grave else ""
        level = f"{level}, {known}" if known else level
        yield Row((level, words, f"{len(found)} × {where}"), fault)
    yield Row((f"{sum(1 for _ in site.rglob('*.html')):,} pages", "looked at", ""))


def links(site: Path, url: str) -> Iterator[Row]:
    """Every address in every page that leads to no file or no element of the site."""
    built = Built(site, url)
    for dead in built.dead():
        yield Row((dead,), dead)
    yield Row((f"{len(built.references()):,} addresses in {len(built.html):,} pages",))

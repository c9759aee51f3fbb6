"""``python -m audit [part …]``: measure ``dist`` of this repository and report in Markdown.

Parts: weights, visit, links, policy, markup, axe, lighthouse; all of them without an argument. Exit code 1
when something is not as it must be.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from audit import checks, tools
from audit.checks import Row
from audit.pages import every, largest
from audit.server import served
from press.pipeline.site import read_site

ROOT = Path(__file__).resolve().parents[2]
READ_MOST = ("home", "list", "article", "issue")


def main() -> int:
    """Measure and print; return the exit code."""
    dist, site = ROOT / "dist", ROOT / "dist" / "site"
    if not (dist / "server" / "nginx.conf").exists():
        print("There is nothing to be measured: run `press build` first.", file=sys.stderr)
        return 2
    chosen = sys.argv[1:]
    modules = tools.node_modules()
    pages = every(ROOT)
    by_kind = largest(pages, site)
    kinds, most = list(by_kind.values()), [by_kind[name] for name in READ_MOST if name in by_kind]
    articles = [page for page in pages if page.kind == "article"]
    faults: list[str] = []
    print("# Audit\n")
    print(
        "Served with the headers of dist/server/nginx.conf, gzip level 6 from 1,000 bytes on, files in\n"
        "assets/ and media/ kept for ever; HTTP/1.1, no TLS, no Brotli. One page of each kind: the largest."
    )
    with served(dist) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tools.chromium(), args=[*tools.FLAGS[1:]])
        parts: dict[str, tuple[str, tuple[str, ...], Callable[[], Iterator[Row]]]] = {
            "weights": (
                f"Weights: HTML of an article beyond its words and tables ≤ {checks.HTML:,} bytes, gzipped ≤ "
                f"{checks.HTML_GZIPPED:,}",
                ("article", "beyond its own", "gzipped"),
                lambda: checks.weights(site, articles),
            ),
            "visit": (
                f"First visit: CSS and scripts on the wire ≤ {checks.FIRST_VISIT:,} bytes",
                ("kind", "page", "bytes"),
                lambda: checks.first_visit(browser, url, kinds),
            ),
            "links": ("Links", ("address",), lambda: checks.links(site, read_site(ROOT)[0].url)),
            "policy": (
                "Console and Content-Security-Policy",
                ("kind", "page", "said"),
                lambda: checks.policy(browser, url, kinds),
            ),
            "markup": (
                "Markup: Nu HTML checker",
                ("level", "message", "where"),
                lambda: checks.markup(site, modules),
            ),
            "axe": (
                "Accessibility: axe, 390 px",
                ("theme", "kind", "rule", "where"),
                lambda: checks.accessibility(browser, url, kinds, modules),
            ),
            "lighthouse": (
                f"Lighthouse, mobile: ≥ {checks.SCORE} each, no layout shift",
                ("kind", "page", *checks.CATEGORIES, "shift", "not passed"),
                lambda: checks.lighthouse(url, most, modules),
            ),
        }
        if unknown := set(chosen) - set(parts):
            print(f"no such part: {', '.join(sorted(unknown))}", file=sys.stderr)
            return 2
        for name, (title, head, rows) in parts.items():
            if not chosen or name in chosen:
                faults += _table(title, head, rows())
        browser.close()
    print(f"\n## {'Everything is as it must be' if not faults else f'{len(faults)} faults'}\n")
    for fault in faults:
        print(f"- {fault}")
    return bool(faults)


def _table(title: str, head: tuple[str, ...], rows: Iterator[Row]) -> list[str]:
    print(f"\n## {title}\n\n| {' | '.join(head)} | |\n|{'---|' * (len(head) + 1)}", flush=True)
    faults = []
    for row in rows:
        cells = [cell.replace("|", "\\|") for cell in row.cells]
        print(f"| {' | '.join(cells)} | {'**fails**' if row.fault else ''} |", flush=True)
        if row.fault:
            faults.append(row.fault)
    return faults


if __name__ == "__main__":
    sys.exit(main())

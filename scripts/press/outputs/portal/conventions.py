"""Files that browsers, search engines and servers look for at fixed places."""

import datetime
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from html import escape
from urllib.parse import quote

from press.model.document import Document
from press.model.site import Site
from press.outputs import Artifact, Context, key
from press.outputs.portal.stamp import Stamper
from press.outputs.portal.views import Views

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "media-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
"""The Content-Security-Policy of every page: nothing from elsewhere, no inline script or style."""

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
_PACKED = (
    "application/atom+xml", "application/javascript", "application/json", "application/manifest+json",
    "application/rss+xml", "application/xml", "image/svg+xml", "text/css", "text/javascript", "text/plain",
    "text/xml",
)  # fmt: skip
"""Types that are sent gzipped beside HTML, which servers pack by themselves."""

_CONTINUED = re.compile(r"/page/[0-9]+/$")
UNLISTED = ("notfound", "offline", "withdrawn")
"""Kinds of pages that no search engine is told of."""

_VALID = datetime.timedelta(days=365)
"""How long ``security.txt`` holds after the newest document (RFC 9116 asks for less than a year)."""


def policy(site: Site) -> str:
    """The policy as one header's value; contributions may be sent to the address the office names."""
    endpoint = site.settings.submissions.endpoint if site.settings.submissions else None
    more = {"connect-src": f"'self' {'/'.join(endpoint.split('/')[:3])}"} if endpoint else {}
    return "; ".join(f"{name} {value}" for name, value in {**POLICY, **more}.items())


def files(context: Context, views: Views, stamper: Stamper, places: Iterable[str]) -> Iterator[Artifact]:
    """Yield every such file; ``places`` are the permalinks of all pages to be listed."""
    site = context.library.site
    root = "/" + site.url.partition("://")[2].partition("/")[2]
    maps = f"Sitemap: {site.url}sitemap.xml\n" if site.url else ""
    texts: dict[str, str] = {
        "site/robots.txt": f"User-agent: *\nAllow: /\n{maps}",
        "site/manifest.webmanifest": _manifest(views, stamper.assets),
        "server/nginx.conf": _nginx(views, root),
        "server/Caddyfile": _caddy(views, root),
        **_sitemaps(views, places),
    }
    if site.settings.email and site.url and context.library.public:
        texts["site/.well-known/security.txt"] = _security(views)
    for path, text in texts.items():
        yield Artifact(path, key(context.fingerprint, text), partial(text.encode, "utf-8"))
    # The folder of the assets is named by their content, so that it stands for the whole design.
    slots = {
        "version": stamper.assets.rpartition("/")[2],
        "latest": _latest(views),
        "offline": f"{root}offline.html",
    }
    made_from = key(context.fingerprint, slots)
    yield Artifact("site/sw.js", made_from, lambda: stamper.fill("service-worker.js", slots))


def _manifest(views: Views, assets: str) -> str:
    site = views.library.site
    data = {
        "name": site.name,
        "short_name": site.name[:12],
        "description": site.description,
        "lang": "zh-CN",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#fffdf9",
        "theme_color": "#9e1b26",
        "icons": [{"src": f"{assets}/emblem.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _latest(views: Views) -> list[str]:
    """The pages of the newest bulletin, to be read without a network."""
    issues = [issue for issue in views.library.issues if issue.periodical.meta.kind == "bulletin"]
    if not issues:
        return []
    newest = max(issues, key=lambda issue: (issue.date, issue.ref))
    papers = (views.library.by_ref.get(ref) for ref in newest.documents)
    return [newest.permalink, *(paper.permalink for paper in papers if paper is not None and paper.public)]


def _security(views: Views) -> str:
    site = views.library.site
    until = max(document.date for document in views.library.public) + _VALID
    return (
        f"Contact: mailto:{site.settings.email}\nExpires: {until.isoformat()}T00:00:00+08:00\n"
        f"Preferred-Languages: zh\nCanonical: {site.url}.well-known/security.txt\n"
    )


def _gone(views: Views) -> list[str]:
    return [document.permalink for document in views.withdrawn]


def _nginx(views: Views, root: str) -> str:
    lines = ["# 放进 server { … } 里：安全响应头、缓存和出错页。由 press build 生成，请勿手改。"]
    headers = {"Content-Security-Policy": f"{policy(views.library.site)}; frame-ancestors 'none'", **_HEADERS}
    lines += [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    lines += [f"gzip on;\ngzip_vary on;\ngzip_min_length 1000;\ngzip_types {' '.join(_PACKED)};"]
    lines += ["types { application/manifest+json webmanifest; }", f"error_page 404 {root}404.html;"]
    lines += [f"location ~ ^{re.escape(root)}(assets|media)/ {{", "  expires max;"]
    lines += [f'  add_header {name} "{value}" always;' for name, value in headers.items()]
    lines += ['  add_header Cache-Control "public, immutable";', "}"]
    for place in _gone(views):
        shown = f"{root}{place}"
        lines += [f"location = {shown} {{ error_page 410 {shown}index.html; return 410; }}"]
    return "\n".join(lines) + "\n"


def _caddy(views: Views, root: str) -> str:
    lines = ["# 写进站点块里：安全响应头、缓存和出错页。由 press build 生成，请勿手改。", "header {"]
    headers = {"Content-Security-Policy": f"{policy(views.library.site)}; frame-ancestors 'none'", **_HEADERS}
    lines += [f'\t{name} "{value}"' for name, value in headers.items()]
    lines += ["}", "encode zstd gzip", f"@kept path {root}assets/* {root}media/*"]
    lines += ['header @kept Cache-Control "public, max-age=31536000, immutable"']
    if gone := _gone(views):
        lines += ["@gone path " + " ".join(f"{root}{place}" for place in gone), "error @gone 410"]
    lines += ["handle_errors {", "\t@missing expression {err.status_code} == 404"]
    lines += [f"\trewrite @missing {root}404.html", "\tfile_server", "}"]
    return "\n".join(lines) + "\n"


def _sitemaps(views: Views, places: Iterable[str]) -> dict[str, str]:
    """An index of one map for each section, with the day of the last change where one is known."""
    url = views.library.site.url or "/"
    days = _days(views)
    groups: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for place in sorted(places):
        # What continues a list has no address to be remembered.
        if not _CONTINUED.search(place):
            groups[place.partition("/")[0] or "home"].append((place, days.get(place, "")))
    maps = {}
    for name, rows in groups.items():
        urls = [_row("url", f"{url}{quote(place)}", day) for place, day in rows]
        maps[f"site/sitemap-{name}.xml"] = _map("urlset", urls)
    newest = {name: max(day for _, day in rows) for name, rows in groups.items()}
    index = [_row("sitemap", f"{url}sitemap-{name}.xml", day) for name, day in sorted(newest.items())]
    return {"site/sitemap.xml": _map("sitemapindex", index), **maps}


def _days(views: Views) -> dict[str, str]:
    library = views.library
    days: dict[str, str] = {}
    for type_, documents in library.by_type.items():
        days[f"{type_}/"] = documents[0].date.isoformat()
        days |= {document.permalink: _changed(document) for document in documents}
    return days | {issue.permalink: issue.date.isoformat() for issue in library.issues}


def _changed(document: Document) -> str:
    return max([document.date, *(change.date for change in document.meta.corrections)]).isoformat()


def _row(name: str, address: str, day: str) -> str:
    lastmod = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<{name}><loc>{escape(address)}</loc>{lastmod}</{name}>"


def _map(name: str, rows: list[str]) -> str:
    opening = f'<{name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', opening, *rows, f"</{name}>", ""])

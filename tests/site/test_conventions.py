"""What search engines, feed readers, browsers and servers look for at fixed places."""

import json
import re
import xml.etree.ElementTree as ET
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
import site_kit as kit
from crawl import Built

from press.model.site import Settings, Site, Submissions
from press.outputs.portal.conventions import POLICY, policy

URL = "https://renda.shiqiao.example/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def site(small: Path) -> Built:
    return Built(small / "dist/site", URL)


@pytest.fixture(scope="module", params=["small", "own"])
def any_site(request: pytest.FixtureRequest) -> Built:
    root: Path = request.getfixturevalue(request.param)
    return Built(root / "dist/site", {"small": URL, "own": "https://renda.qinghe.example/"}[request.param])


def content(site: Built, permalink: str, name: str) -> str:
    (tag,) = site.soup(permalink).select(f'meta[name="{name}"], meta[property="{name}"]')
    return str(tag["content"])


# --- labels -------------------------------------------------------------------------------------


def test_an_article_is_labelled_as_government_sites_are(site: Built) -> None:
    place = "news/item-07/"
    wanted = {
        "SiteName": "石桥县人大",
        "SiteDomain": "renda.shiqiao.example",
        "ColumnName": "人大要闻",
        "ColumnType": "工作动态",
        "ArticleTitle": "消息第07号",
        "PubDate": "2026-01-08 00:00",
        "ContentSource": "石桥县人大常委会办公室",
        "Author": "甲乙",
        "Keywords": "C/C++,Ａ b,..,a&b<c>'\"",
        "Url": f"{URL}{place}",
        "og:url": f"{URL}{place}",
        "og:type": "article",
        "og:title": "消息第07号",
    }
    assert {name: content(site, place, name) for name in wanted} == wanted
    image = content(site, place, "og:image")
    assert image.removeprefix(URL) in site.files


def test_every_page_is_labelled(any_site: Built) -> None:
    for name, page in any_site.pages.items():
        if page.select("meta[name=robots]"):
            continue
        names = {str(tag.get("name") or tag.get("property")) for tag in page.find_all("meta")}
        assert {"SiteName", "SiteDomain", "og:title", "og:url", "og:type", "description"} <= names, name
        if name.count("/"):
            assert {"ColumnName", "ColumnType", "ColumnKeywords"} <= names, name


# --- linked data --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "type_", "fields"),
    [
        ("news/item-07/", "NewsArticle", {"headline", "datePublished", "author", "publisher", "image"}),
        ("decisions/jueyi/", "Legislation", {"name", "identifier", "datePublished", "dateModified"}),
        ("bulletins/gongbao/2026-01/", "PublicationIssue", {"issueNumber", "isPartOf", "datePublished"}),
        ("study/jiandu/", "Article", {"headline", "author"}),
    ],
)
def test_a_page_tells_machines_what_it_is(site: Built, place: str, type_: str, fields: set[str]) -> None:
    (script,) = site.soup(place).select('script[type="application/ld+json"]')
    data = json.loads(script.get_text())
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == type_
    assert data["url"] == URL + place
    assert fields <= data.keys()
    assert not [value for value in data.values() if value in (None, "", [])]


def test_people_meetings_and_texts_are_told(own: Path) -> None:
    site = Built(own / "dist/site", "https://renda.qinghe.example/")
    found: dict[str, list[dict[str, object]]] = {}
    for page in site.pages.values():
        for script in page.select('script[type="application/ld+json"]'):
            data = json.loads(script.get_text())
            found.setdefault(data["@type"], []).append(data)
    assert {"Person", "Event", "Legislation", "Report", "NewsArticle", "PublicationIssue"} <= found.keys()
    assert all("startDate" in event and "endDate" in event for event in found["Event"])
    forces = [str(d["legislationLegalForce"]) for d in found["Legislation"] if "legislationLegalForce" in d]
    assert {force.rsplit("/", 1)[-1] for force in forces} == {"InForce", "NotInForce"}


# --- feeds --------------------------------------------------------------------------------------


def test_feeds_hold_the_newest_documents(any_site: Built) -> None:
    folders = {name.rpartition("feed.xml")[0] for name in any_site.files if name.endswith("feed.xml")}
    assert {"", "news/", "decisions/", "study/"} <= folders
    for folder in folders:
        rss = ET.fromstring(any_site.files[f"{folder}feed.xml"].read_bytes())
        atom = ET.fromstring(any_site.files[f"{folder}atom.xml"].read_bytes())
        feed = json.loads(any_site.files[f"{folder}feed.json"].read_text("utf-8"))
        links = [str(item.findtext("link")) for item in rss.iter("item")]
        assert 1 <= len(links) <= 30
        assert [item["url"] for item in feed["items"]] == links
        assert [str(entry.findtext(f"{ATOM}id")) for entry in atom.iter(f"{ATOM}entry")] == links
        days = [parsedate_to_datetime(str(item.findtext("pubDate"))) for item in rss.iter("item")]
        assert days == sorted(days, reverse=True)
        dated = [datetime.fromisoformat(item["date_published"]) for item in feed["items"]]
        assert dated == days
        assert all(day.utcoffset() for day in days)
        for link in links:
            goal = any_site.target("index.html", link)
            assert goal
            assert goal[0] in any_site.files
            assert folder in link
        for address in (feed["feed_url"], str(rss.find(f"channel/{ATOM}link").get("href"))):  # type: ignore[union-attr]
            assert any_site.target("index.html", address)[0] in any_site.files  # type: ignore[index]


def test_no_feed_without_an_address(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.write(tmp_path, "content/news/a.md", kit.article("一")).parents[2]
    runner.build(root)
    names = {path.name for path in (root / "dist/site").rglob("*")}
    assert not names & {"feed.xml", "atom.xml", "feed.json"}
    assert "feed.xml" not in (root / "dist/site/index.html").read_text("utf-8")


# --- safety -------------------------------------------------------------------------------------


def test_no_page_needs_more_than_the_policy_allows(any_site: Built) -> None:
    for name, page in any_site.pages.items():
        (tag,) = page.select("meta[http-equiv=Content-Security-Policy]")
        assert tag["content"] == policy(Site(name="")), name
        for script in page.find_all("script"):
            assert script.get("src") or script.get("type") == "application/ld+json", name
        assert not page.find_all("style"), name
        assert not page.find_all(style=True), f"{name}: {page.find(style=True)}"
        handlers = [a for tag in page.find_all(True) for a in tag.attrs if a.startswith("on")]
        assert handlers == [], name


def test_the_policy_allows_nothing_from_elsewhere() -> None:
    assert POLICY["default-src"] == "'none'"
    assert "unsafe" not in policy(Site(name=""))
    assert "http" not in policy(Site(name=""))
    to = Submissions(endpoint="https://tougao.example/take/in")
    sent = policy(Site(name="", settings=Settings(submissions=to)))
    assert "connect-src 'self' https://tougao.example;" in sent


def test_servers_are_told_the_same(small: Path) -> None:
    for name in ("nginx.conf", "Caddyfile"):
        text = (small / "dist/server" / name).read_text("utf-8")
        assert policy(Site(name="")) in text
        assert "nosniff" in text
        assert "immutable" in text
        assert text.count("{") == text.count("}")


def test_withdrawn_documents_say_so(tmp_path: Path, runner: kit.Runner) -> None:
    root = kit.small_site(tmp_path / "root", news=3)
    gone = kit.article("已经撤下的题目", status="withdrawn", tags=["撤下的标签"])
    kit.write(root, "content/news/gone.md", gone)
    kit.write(root, "content/news/secret.md", kit.article("内部", status="withdrawn", visibility="internal"))
    runner.build(root, "--only", "portal,feeds")
    site = Built(root / "dist/site", URL)
    page = site.soup("news/gone/")
    assert "已撤下" in page.h1.get_text()  # type: ignore[union-attr]
    assert page.select("meta[name=robots][content=noindex]")
    assert "news/secret/index.html" not in site.files
    for path in (root / "dist").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert "已经撤下的题目".encode() not in data, path
            if path.parent.name != "server":
                assert b"news/gone" not in data, path
    assert "location = /news/gone/" in (root / "dist/server/nginx.conf").read_text("utf-8")


def test_robots_security_and_manifest(own: Path) -> None:
    site = own / "dist/site"
    assert "Sitemap: https://renda.qinghe.example/sitemap.xml" in (site / "robots.txt").read_text("utf-8")
    security = (site / ".well-known/security.txt").read_text("utf-8")
    assert re.search(r"^Contact: mailto:\S+@\S+$", security, re.M)
    assert re.search(r"^Expires: \d{4}-\d\d-\d\dT", security, re.M)
    manifest = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
    assert (site / manifest["icons"][0]["src"]).is_file()
    assert manifest["lang"] == "zh-CN"

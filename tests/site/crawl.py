"""Reads a built site as a strict visitor: every file, every reference, the shape of every page."""

import re
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

ELSEWHERE = (".pdf", "cover.webp", "feed.xml", "atom.xml")
"""Ends of the addresses of what other outputs than the portal write."""

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Balance(HTMLParser):
    """Notes every tag that is closed without having been opened, or never closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.faults += [f"<{tag}> has {name} twice" for name in set(names) if names.count(name) > 1]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> at {self.getpos()} while {self.open[-3:]} is open")

    @classmethod
    def of(cls, text: str) -> list[str]:
        reader = cls()
        reader.feed(text)
        reader.close()
        return reader.faults + [f"<{tag}> is never closed" for tag in reader.open]


@dataclass(frozen=True)
class Reference:
    """An address in a page: the element and attribute it stands in."""

    page: str
    tag: str
    attribute: str
    address: str


@dataclass(frozen=True)
class Built:
    """``dist/site`` as it would be served below ``url``."""

    folder: Path
    url: str = ""

    @cached_property
    def files(self) -> dict[str, Path]:
        return {p.relative_to(self.folder).as_posix(): p for p in self.folder.rglob("*") if p.is_file()}

    @cached_property
    def html(self) -> dict[str, str]:
        return {name: p.read_text("utf-8") for name, p in self.files.items() if name.endswith(".html")}

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        return {name: BeautifulSoup(text, "html.parser") for name, text in self.html.items()}

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        return {name: {str(tag["id"]) for tag in page.find_all(id=True)} for name, page in self.pages.items()}

    def soup(self, permalink: str) -> BeautifulSoup:
        """The page at a permalink such as ``news/a/``."""
        return self.pages[f"{permalink}index.html" if permalink.endswith("/") or not permalink else permalink]

    def references(self) -> list[Reference]:
        """Every address in every page and style sheet."""
        found = []
        for name, page in self.pages.items():
            for tag in page.find_all(True):
                for attribute in ("href", "src", "poster", "data", "action"):
                    if tag.has_attr(attribute):
                        found.append(Reference(name, tag.name, attribute, str(tag[attribute])))
                for entry in str(tag.get("srcset", "")).split(","):
                    if entry.strip():
                        found.append(Reference(name, tag.name, "srcset", entry.split()[0]))
                for address in re.findall(r"url\(([^)]*)\)", str(tag.get("style", ""))):
                    found.append(Reference(name, tag.name, "style", address.strip("'\"")))
        for name, path in self.files.items():
            if name.endswith(".css"):
                text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
                for quoted, bare in re.findall(r"url\(\s*(?:[\"']([^\"']*)[\"']|([^)\"']*))\s*\)", text):
                    found.append(Reference(name, "css", "url", quoted or bare))
        return found

    def target(self, page: str, address: str) -> tuple[str, str] | None:
        """(file, fragment) an address leads to; None for addresses outside the site."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            if not self.url or not address.startswith(self.url):
                return None
            path = "/" + address[len(self.url) :].partition("#")[0]
        else:
            path = parts.path
        fragment = unquote(parts.fragment)
        if not path:
            return page, fragment
        if path.startswith("/"):
            prefix = urlsplit(self.url).path.rstrip("/")
            if parts.scheme == "" and prefix:
                assert path.startswith(prefix), f"{address} in {page} leaves the site's folder"
                path = path[len(prefix) :]
            steps: list[str] = []
        else:
            steps = page.split("/")[:-1]
        for step in unquote(path.lstrip("/") if path.startswith("/") else path).split("/"):
            if step == "..":
                assert steps, f"{address} in {page} climbs out of the site"
                steps.pop()
            elif step != ".":
                steps.append(step)
        place = "/".join(steps)
        if place == "" or place.endswith("/") or path.endswith(("/", "..", "/.")) or path == ".":
            place = f"{place.rstrip('/')}/index.html".lstrip("/")
        return place, fragment

    def dead(self, alone: bool = False) -> list[str]:
        """Every internal reference that leads to no file, or to no element of its page.

        Of a portal built ``alone`` the files of other outputs may be missing.
        """
        found = []
        for reference in self.references():
            if reference.address.startswith(("data:", "mailto:", "tel:")):
                continue
            goal = self.target(reference.page, reference.address)
            if goal is None:
                continue
            place, fragment = goal
            if place not in self.files:
                if not (alone and place.endswith(ELSEWHERE)):
                    found.append(f"{reference} → {place}")
            elif fragment and not fragment.startswith("page=") and fragment not in self.ids.get(place, set()):
                found.append(f"{reference} → no #{fragment}")
        return found


def level(tag: Tag) -> int:
    return int(tag.name[1])

"""The printed issues, read back: true page numbers, every character, the archive's demands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
import site_kit as kit
import yaml
from bs4 import BeautifulSoup, NavigableString, Tag

pytestmark = pytest.mark.pdf

FOLIO = re.compile(r"[—–]\s*(\d+|[IVXL]+)\s*[—–]")
BLOCKS = {"p", "li", "td", "th", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "div", "figcaption"}


def bare(text: str) -> str:
    """``text`` without white space, invisible characters and the marks of footnotes."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufeff①-⑳㉑-㉟㊱-㊿]", "", text)


@dataclass(frozen=True)
class Printed:
    """One document as its sources and its page of the portal have it."""

    ref: str
    title: str
    body: Tag

    def blocks(self) -> Iterator[str]:
        """The text of each block in reading order, footnotes left out."""
        kept: list[str] = []
        last: Tag | None = None
        for string in self.body.descendants:
            if not isinstance(string, NavigableString) or string.find_parent(class_="footnotes"):
                continue
            if string.find_parent(class_="footnote-ref"):
                continue
            block = next(parent for parent in string.parents if parent.name in BLOCKS)
            if block is not last and kept:
                yield "".join(kept)
                kept = []
            last = block
            kept.append(bare(string))
        yield "".join(kept)

    def notes(self) -> list[str]:
        """The text of each footnote."""
        found = []
        for item in self.body.select(".footnotes li"):
            for back in item.select(".footnote-backref"):
                back.decompose()
            found.append(bare(item.get_text()))
        return found


class Issue:
    """An issue's PDF beside what it was made from."""

    def __init__(self, root: Path, periodical: str, name: str) -> None:
        self.path = root / f"dist/print/{periodical}/{periodical}-{name}.pdf"
        self.pdf: Any = pymupdf.open(self.path)  # type: ignore[no-untyped-call,unused-ignore]
        source = yaml.safe_load((root / f"bulletins/{periodical}/{name}.yml").read_text("utf-8"))
        self.sections = [(s["title"], s["documents"]) for s in source["sections"]]
        self.documents = [self.read(root, ref) for _, refs in self.sections for ref in refs]
        self.texts = [bare(page.get_text()) for page in self.pdf]
        votes = [ref.partition("#")[0] for _, refs in self.sections for ref in refs if ref.endswith("#votes")]
        fronts = [(root / f"content/{ref}.md").read_text("utf-8").split("---\n")[1] for ref in votes]
        records = [yaml.safe_load(front) for front in fronts]
        # Votes and evaluations are set as one table each.
        self.made = sum(bool(r.get("votes")) + bool(r.get("evaluations")) for r in records)

    @staticmethod
    def read(root: Path, ref: str) -> Printed:
        name, _, part = ref.partition("#")
        front = (root / f"content/{name}.md").read_text("utf-8").split("---\n")[1]
        page = BeautifulSoup((root / f"dist/site/{name}/index.html").read_text("utf-8"), "html.parser")
        # What is made from keys has no body of its own: its words are test_record_print's.
        body = None if part else page.select_one(".press-body")
        ends = {"agenda": "议程", "votes": "表决结果", "attendance": "出席、请假和列席人员名单", "": ""}
        title = str(yaml.safe_load(front)["title"]) + ends[part]
        return Printed(ref, title, body or BeautifulSoup("<div></div>", "html.parser").div)

    def folio(self, index: int) -> tuple[str, float] | None:
        """The folio of a page and the middle of its place (0 left edge, 1 right edge)."""
        page = self.pdf[index]
        for x0, y0, x1, _, text, *_ in page.get_text("blocks"):
            match = FOLIO.fullmatch(" ".join(text.split()))
            if match and y0 > page.rect.height * 0.8:
                return match[1], (x0 + x1) / 2 / page.rect.width
        return None

    @cached_property
    def folios(self) -> dict[str, int]:
        """Folio → index of the page."""
        found: dict[str, int] = {}
        for index in range(len(self.pdf)):
            folio = self.folio(index)
            if folio:
                assert folio[0] not in found, f"two pages {folio[0]}"
                found[folio[0]] = index
        return found

    @cached_property
    def contents(self) -> list[tuple[str, int]]:
        """(title, index of the page the contents send to) in order."""
        text = "".join(self.texts[index] for folio, index in self.folios.items() if not folio.isdigit())
        at, found = 0, []
        for document in self.documents:
            match = re.compile(re.escape(bare(document.title)) + r"(?:（[^（）]*）)?[.·…]*(\d+)").search(
                text, at
            )
            assert match, f"{document.title} is not in the contents after {text[at - 20 : at]}"
            at = match.end()
            # Two numbers run together only if nothing stands between title and page.
            assert match[1] in self.folios, f"{document.title} on page {match[1]}, which is none"
            found.append((document.title, self.folios[match[1]]))
        return found


ISSUES = [
    ("own", "gongbao", "2026-01"),
    ("own", "xuexi", "2026-01"),
    ("small", "gongbao", "2026-01"),
    ("small", "xuexi", "2026-01"),
    ("rich", "gongbao", "2026-01"),
]


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Path:
    """An issue with long titles, many notes, nested lists, long tables and pictures of all shapes."""
    root = tmp_path_factory.mktemp("rich") / "root"
    refs: dict[str, list[str]] = {}
    for number in range(14):
        body = f"{kit.LONG * (number % 5 + 1)}\n\n"
        for part in range(number % 4):
            body += f"## （{part + 1}）第{number}篇第{part}节\n\n{kit.LONG * 6}[^n{part}]\n\n"
            body += f"### 细目{part}\n\n- 甲项{number}\n  - 子项甲{part}\n"
            body += f"    1. 孙项{part}\n    2. 孙项又{part}\n- 乙项\n\n"
            body += f"> 引文第{part}，**加粗：**接着写，*强调*与~~删去~~，`代码 {{x}} #let y = 1`。\n\n"
        if number % 3 == 0:
            rows = "".join(
                f"| 乡镇{n} | {n * 31}.{n} | 备注“{n}” | {kit.LONG[: n % 40]}。 |\n" for n in range(40)
            )
            body += f"| 单位 | 数额 | 备注 | 说明 |\n|---|---:|:---:|---|\n{rows}\n"
        if number % 4 == 1:
            size = ((300, 1200), (1600, 300), (50, 50), (800, 600))[number // 4]
            kit.write(
                root, f"content/news/images/p{number}.png", kit.encoded(kit.picture(number, size), "PNG")
            )
            body += f'![图{number}](images/p{number}.png "图题{number}")\n\n'
            body += f"文中的![小图](images/p{number}.png)图。\n\n"
        body += f"{kit.LONG * 3}\n\n"
        for part in range(number % 4):
            address = f"https://example.org/{'a-long-path/' * 9}{part}"
            body += f"[^n{part}]: 第{number}篇的注{part}：见{address}。\n\n"
        title = f"第{number}篇" + "关于进一步做好人大代表建议、批评和意见办理工作的若干意见" * (number % 4)
        kit.write(root, f"content/news/n{number}.md", kit.article(
            title, body=body, authors=["甲乙丙", "丁戊"][: number % 3],
            subtitle="副题" if number % 2 else None,
        ).replace("subtitle: null\n", ""))  # fmt: skip
        refs.setdefault(f"栏目{number // 4}", []).append(f"news/n{number}")
    kit.write(root, "bulletins/gongbao/periodical.yml", kit.periodical("公报"))
    kit.write(root, "bulletins/gongbao/2026-01.yml", kit.issue(1, "2026-04-01", refs))
    runner.build(root)
    return root


@pytest.fixture(scope="module", params=ISSUES, ids=lambda issue: f"{issue[0]}-{issue[1]}")
def issue(request: pytest.FixtureRequest) -> Issue:
    root: Path = request.getfixturevalue(request.param[0])
    return Issue(root, *request.param[1:])


def test_contents_tell_the_true_pages(issue: Issue) -> None:
    assert len(issue.contents) == len(issue.documents) > 0
    for title, index in issue.contents:
        assert bare(title) in issue.texts[index], f"{title} is not on page {index + 1}"
    assert [index for _, index in issue.contents] == sorted(index for _, index in issue.contents)


def test_contents_name_the_sections(issue: Issue) -> None:
    text = "".join(issue.texts[index] for folio, index in issue.folios.items() if not folio.isdigit())
    places = [text.find(bare(title)) for title, _ in issue.sections]
    assert -1 not in places


def test_contents_lead_where_they_say(issue: Issue) -> None:
    """Each line of the contents is a link to its page."""
    goals = []
    for folio, index in issue.folios.items():
        if not folio.isdigit():
            goals += [link["page"] for link in issue.pdf[index].get_links() if "page" in link]
    assert {index for _, index in issue.contents} <= set(goals)


def test_folios(issue: Issue) -> None:
    """Odd right, even left, counted without a gap; odd folios on right-hand leaves."""
    numbers = [int(folio) for folio in issue.folios if folio.isdigit()]
    assert numbers == list(range(1, len(numbers) + 1))
    for folio, index in issue.folios.items():
        found = issue.folio(index)
        assert found
        odd = index % 2 == 0
        assert (found[1] > 0.5) == odd, f"folio {folio} of leaf {index + 1} stands at {found[1]:.2f}"
        if folio.isdigit():
            assert (int(folio) % 2 == 1) == odd
    indexes = [issue.folios[str(number)] for number in numbers]
    assert all(right == left + 1 for left, right in pairwise(indexes))


def test_every_character_is_printed_in_order(issue: Issue) -> None:
    last = len(issue.pdf) - 1
    starts = [index for _, index in issue.contents]
    for number, document in enumerate(issue.documents):
        stop = starts[number + 1] if number + 1 < len(starts) else last
        pages = issue.texts[starts[number] : stop + 1]
        characters = missing_after(pages, [bare(document.title), *document.blocks()])
        assert characters == "", f"{document.ref}: not found in order: {characters[:60]!r}"
        whole = "".join(pages)
        for note in document.notes():
            # A note may run over to the next page, below that page's text.
            assert note in whole or missing_after(pages, [note]) == "", f"{document.ref}: {note}"


def missing_after(pages: list[str], blocks: list[str]) -> str:
    """Walk through the pages; return the rest of the first block that cannot be followed.

    A block may go on after a page's end, where folio, running head and notes stand between.
    """
    page, at = 0, 0
    for block in blocks:
        rest = block
        while rest:
            found = pages[page].find(rest, at)
            if found >= 0:
                at = found + len(rest)
                break
            if page + 1 == len(pages):
                return rest
            low, high = 0, len(rest)
            while low < high:
                middle = (low + high + 1) // 2
                low, high = (middle, high) if pages[page].find(rest[:middle], at) >= 0 else (low, middle - 1)
            rest = rest[low:]
            page, at = page + 1, 0
    return ""


def test_the_walk_sees_what_is_missing() -> None:
    pages = ["一二三四五—1—", "头六七八九十—2—"]
    assert missing_after(pages, ["一二", "三四五六七", "八九"]) == ""
    assert missing_after(pages, ["一二三五六"]) != ""
    assert missing_after(pages, ["三四", "一二"]) != ""
    assert missing_after(pages, ["七八九"]) == ""
    assert missing_after(pages, ["七八〇九"]) != ""


def structure(node: Any, depth: int = 0) -> Iterator[pikepdf.Dictionary]:
    """Every element of the structure tree."""
    if isinstance(node, pikepdf.Array):
        for item in node:
            yield from structure(item, depth)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node and node.get("/Type") in (None, "/StructElem"):
            yield node
        if "/K" in node and node.get("/Type") != "/MCR":
            yield from structure(node.K, depth + 1)


def test_tables_notes_and_pictures_are_there(issue: Issue) -> None:
    tables = issue.made + sum(len(document.body.select("table")) for document in issue.documents)
    cells = sum(len(document.body.select("td, th")) for document in issue.documents)
    pictures = [img for document in issue.documents for img in document.body.select("img")]
    notes = sum(len(document.body.select(".footnotes li")) for document in issue.documents)
    with pikepdf.open(issue.path) as pdf:
        found = list(structure(pdf.Root.StructTreeRoot.K))
        kinds = [str(element.S) for element in found]
        roles = {str(key): str(value) for key, value in pdf.Root.StructTreeRoot.get("/RoleMap", {}).items()}
        kinds = [roles.get(kind, kind) for kind in kinds]
        # The imprint may be set as one more.
        assert tables <= kinds.count("/Table") <= tables + 1
        assert kinds.count("/TD") + kinds.count("/TH") >= cells
        assert kinds.count("/Note") == notes
        figures = [e for e, kind in zip(found, kinds, strict=True) if kind == "/Figure"]
        alternatives = {bare(str(e.get("/Alt", ""))) for e in figures}
        assert "" not in alternatives
        assert {bare(str(img["alt"])) for img in pictures} <= alternatives
        assert len(figures) >= len(pictures)
        assert len([kind for kind in kinds if kind == "/H1"]) >= len(issue.sections)
    drawn = {image[0] for page in issue.pdf for image in page.get_images()}
    assert len(drawn) >= len({str(img["src"]) for img in pictures})


def test_archive_standards(issue: Issue) -> None:
    xmp = issue.pdf.get_xml_metadata()
    for name, value in (("pdfaid:part", "2"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")):
        assert re.search(rf"{name}(?:>|=[\"']){value}\b", xmp), name
    with pikepdf.open(issue.path) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang).startswith("zh")
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert "/OutputIntents" in pdf.Root
        assert not pdf.is_encrypted
        assert "/Names" not in pdf.Root or "/JavaScript" not in pdf.Root.Names
        assert str(pdf.docinfo.get("/Title", "")) != ""
        for page in pdf.pages:
            assert page.get("/Tabs") == "/S" or "/Annots" not in page


def test_fonts_are_embedded(issue: Issue) -> None:
    seen = 0
    with pikepdf.open(issue.path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
                if thing.get("/Subtype") == "/Type0":
                    assert "/ToUnicode" in thing
                    continue
                assert thing.get("/Subtype") in ("/CIDFontType0", "/CIDFontType2"), thing.get("/Subtype")
                descriptor = thing.FontDescriptor
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()), descriptor.FontName
                assert "+" in str(descriptor.FontName), "the whole font is embedded"
                seen += 1
    assert seen >= 2


def test_outline_is_sections_and_documents(issue: Issue) -> None:
    wanted: list[tuple[int, str]] = []
    pages = dict(enumerate(index + 1 for _, index in issue.contents))
    titles = {document.ref: bare(document.title) for document in issue.documents}
    for section, refs in issue.sections:
        wanted.append((1, bare(section)))
        wanted += [(2, titles[ref]) for ref in refs]
    toc = [(depth, bare(title), page) for depth, title, page in issue.pdf.get_toc()]
    found = [(depth, title) for depth, title, _ in toc if depth <= 2 and title not in ("目录", "版权页")]
    assert found == wanted
    of_documents = [page for depth, _, page in toc if depth == 2]
    assert of_documents == list(pages.values())


def test_pages_have_one_size(issue: Issue) -> None:
    sizes = {(round(page.rect.width), round(page.rect.height)) for page in issue.pdf}
    assert len(sizes) == 1
    assert sizes <= {(595, 842), (420, 595)}

"""Every rule has a case that holds its fault and one that only just does not.

A case is a small root under ``cases/rules/<CODE>/{fault,near}``; ``expected.json`` beside them is
what ``press check --format json`` gives for the fault. ``--update-golden`` writes it anew.
"""

import datetime
import importlib
import inspect
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from press import plugs
from press.content_types import content_types
from press.diagnostics import Diagnostic, Report, Severity
from press.diagnostics.json import as_json
from press.pipeline.load import load
from press.rules import Rule, rules
from press.source.text import MAX_BYTES

if TYPE_CHECKING:
    from conftest import Press, Tree

CASES = Path(__file__).parent / "cases" / "rules"
CODES = sorted(path.name for path in CASES.iterdir())
ARTICLE = "---\ntitle: 关于召开会议的决定\ndate: 2026-03-06\nstatus: published\n---\n\n正文。\n"


def picture(format: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (16, 12), (180, 30, 30)).save(out, format)
    return out.getvalue()


def put(root: Path, name: str, data: bytes) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def one_image(root: Path) -> None:
    put(root, "content/news/images/a.jpg", picture("JPEG"))


def bad_images(root: Path) -> None:
    one_image(root)
    put(root, "content/news/images/text.jpg", "这不是图片".encode())
    put(root, "content/news/images/torn.jpg", picture("JPEG")[:-200])
    put(root, "content/news/images/a.bmp", picture("BMP"))


def good_images(root: Path) -> None:
    one_image(root)
    put(root, "content/shared/a.png", picture("PNG"))
    put(root, "content/news/images/现场.webp", picture("WEBP"))
    put(root, "content/news/images/a b.gif", picture("GIF"))
    put(root, "content/news/images/png-in-fact.jpg", picture("PNG"))


def bad_files(root: Path) -> None:
    put(root, "content/reports/a.xlsx", b"PK")
    put(root, "content/reports/biao.pdf", b"%PDF-1.7\n")
    put(root, "content/reports/gbk.csv", "科目编码,科目名称\n".encode("gbk"))
    put(root, "content/reports/empty.csv", b"")
    put(root, "content/reports/case.csv", b"a,b\n")
    put(root.parent, "outside.csv", b"a,b\n")
    (root / "content/reports/outside.csv").symlink_to(root.parent / "outside.csv")
    put(root, "content/archives/media/torn.jpg", picture("JPEG")[:-200])
    put(root, "content/archives/media/a.mp3", b"ID3")


def good_files(root: Path) -> None:
    put(root, "content/archives/media/a.mp3", b"ID3")
    put(root, "content/archives/media/page.jpg", picture("JPEG"))
    put(root, "content/archives/media/page.PNG", picture("PNG"))


def unreadable(root: Path) -> None:
    put(root, "content/news/gbk.md", ARTICLE.encode("gbk"))
    put(root, "content/news/utf16.md", ARTICLE.encode("utf-16"))
    put(root, "content/news/noise.md", ARTICLE.encode() + b"\xff\xfe\xfd")
    put(root, "content/news/half.md", "中文\n文字".encode()[:-1])
    put(root, "content/news/nul.md", ARTICLE.encode() + "末行有\0空字符".encode())
    put(root, "content/news/large.md", ARTICLE.encode() + b"x" * MAX_BYTES)
    put(root.parent, "outside.md", ARTICLE.encode())
    (root / "content/news/link.md").symlink_to(root.parent / "outside.md")
    (root / "content/news/dangling.md").symlink_to("nothing.md")


def readable(root: Path) -> None:
    start = ARTICLE.encode()
    put(root, "content/news/full.md", start + b"x" * (MAX_BYTES - len(start)))
    put(root, "content/news/crlf.md", ARTICLE.replace("\n", "\r\n").encode())
    put(root, "content/news/emoji.md", ARTICLE.encode() + "𠮷😀".encode())
    (root / "content/stories/link.md").symlink_to("../news/crlf.md")


BY_CODE: dict[str, Callable[[Path], None]] = {
    "A001/fault": bad_images,
    "A001/near": good_images,
    "A002/fault": one_image,
    "A002/near": one_image,
    "A003/fault": bad_files,
    "A003/near": good_files,
    "M001/fault": unreadable,
    "M001/near": readable,
    "T001/near": one_image,
}
"""Files that git does not keep as text."""


PLACES = {
    "A001": [("content/news/a.md", line) for line in range(7, 30, 2)],
    "A003": [
        *[("content/reports/a.md", line) for line in range(6, 17)],
        *[("content/archives/b.md", line) for line in (8, 9, 12, 15, 18)],
    ],
    "L001": [("content/news/a.md", line) for line in (7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 29, 31, 35)],
    "L003": [("mkdocs.yml", line) for line in range(4, 10)],
    "M006": [("content/news/page.md", 1)],
    "T004": [
        *[("content/news/a.md", line) for line in (7, 9, 11, 13, 15, 19)],
        ("content/news/b.md", 7),
        ("content/news/c.md", 9),
        *[("content/news/d.md", line) for line in (9, 11)],
        ("content/news/e.md", 9),
    ],
}
"""Where many faults share a file: the lines that no update of a golden file may lose."""


def faults_of(code: str, kind: str, tmp_path: Path) -> list[Diagnostic]:
    root = tmp_path / "root"
    shutil.copytree(CASES / code / kind, root)
    BY_CODE.get(f"{code}/{kind}", lambda root: None)(root)
    return load(root).diagnostics


def rows_of(code: str, kind: str, tmp_path: Path) -> list[dict[str, Any]]:
    return rows(faults_of(code, kind, tmp_path))


def rows(faults: list[Diagnostic]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(as_json(Report(faults)))
    return found


@pytest.mark.parametrize("code", CODES)
def test_fault(code: str, tmp_path: Path, update_golden: bool) -> None:
    faults = faults_of(code, "fault", tmp_path)
    golden = CASES / code / "expected.json"
    if update_golden:
        golden.write_text(json.dumps(rows(faults), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert rows(faults) == json.loads(golden.read_text(encoding="utf-8"))
    found = [fault for fault in faults if fault.code == code]
    assert found
    (rule,) = [rule for rule in rules() if rule.code == code]
    mended = any(fault.fix is not None for fault in found)
    assert mended == rule.fixes, "Rule(…, fixes=…) must say whether press fix mends it: the catalogue does"


@pytest.mark.parametrize("code", sorted(PLACES))
def test_no_line_with_a_fault_is_passed_over(code: str, tmp_path: Path) -> None:
    found = {(row["path"], row["line"]) for row in rows_of(code, "fault", tmp_path) if row["code"] == code}
    assert [place for place in PLACES[code] if place not in found] == []


@pytest.mark.parametrize("code", CODES)
def test_near_miss(code: str, tmp_path: Path) -> None:
    assert [row for row in rows_of(code, "near", tmp_path) if row["code"] == code] == []


@pytest.mark.parametrize("code", CODES)
def test_every_file_with_a_fault_is_named(code: str) -> None:
    """Each file of a fault case is there to be found faulty, or to make another one so."""
    rows = json.loads((CASES / code / "expected.json").read_text(encoding="utf-8"))
    helpers = {"periodical.yml", "about.md", "draft.md", "gone.md", "inner.md", "slug.md"}
    helpers |= {"2025-06.yml", "2026-01.yml", "z.md", "roster.yml", "m.md", "words.yml"}
    named = {row["path"] for row in rows if row["code"] == code}
    files = [path for path in (CASES / code / "fault").rglob("*") if path.is_file()]
    silent = [
        path.name
        for path in files
        if path.relative_to(CASES / code / "fault").as_posix() not in named
        and not any(path.name in row["message"] for row in rows)
        and path.name not in helpers
        and path.read_text(encoding="utf-8") != ARTICLE
    ]
    assert silent == []


def test_the_command_gives_what_the_cases_expect(press: "Press", tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(CASES / "M003" / "fault", root)
    run = press(root, "check", "--format", "json")
    assert run.code == 1
    assert run.faults == json.loads((CASES / "M003" / "expected.json").read_text(encoding="utf-8"))
    assert run.err == ""


@pytest.mark.parametrize("kind", ["fault", "near"])
def test_every_rule_has_a_case(kind: str) -> None:
    assert [rule.code for rule in rules() if not (CASES / rule.code / kind / "content").is_dir()] == []


def test_every_case_has_a_rule() -> None:
    assert [code for code in CODES if code not in {rule.code for rule in rules()}] == []


def test_codes_are_unique_in_order_and_well_formed() -> None:
    codes = [rule.code for rule in plugs.find("press.rules", "RULE")]
    assert len(set(codes)) == len(codes)
    assert [rule.code for rule in rules()] == sorted(codes)
    assert [code for code in codes if not re.fullmatch(r"[MTLAIPNW]\d{3}", code)] == []


def modules() -> dict[str, Rule]:
    folder = Path(inspect.getfile(importlib.import_module("press.rules"))).parent
    names = sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))
    return {name: importlib.import_module(f"press.rules.{name}").RULE for name in names}


@pytest.mark.parametrize(("name", "rule"), modules().items())
def test_a_rule_says_what_it_is(name: str, rule: Rule) -> None:
    assert name.startswith(f"{rule.code.lower()}_"), "a rule's file is named after its code"
    text = inspect.getdoc(importlib.import_module(f"press.rules.{name}")) or ""
    assert text.startswith(f"{rule.title}。"), "the docstring begins with the title"
    for part in ("Source:", "Bad:", "Good:"):
        assert re.search(rf"^{part} \S", text, re.M), f"{name} lacks “{part} …”"
    assert (rule.submission is None) != (rule.library is None)
    assert isinstance(rule.severity, Severity)


@pytest.mark.parametrize("name", [name for name, rule in modules().items() if rule.needs])
def test_the_literals_a_rule_needs_stand_in_every_fault(name: str) -> None:
    """``needs`` may only spare work: no file with a fault is without one of the literals."""
    rule = modules()[name]
    rows = json.loads((CASES / rule.code / "expected.json").read_text(encoding="utf-8"))
    paths = {row["path"] for row in rows if row["code"] == rule.code}
    for path in paths:
        text = (CASES / rule.code / "fault" / path).read_text(encoding="utf-8")
        assert any(literal in text for literal in rule.needs), path


@pytest.mark.parametrize("code", CODES)
def test_words_are_chinese_and_tell_what_to_do(code: str) -> None:
    for row in json.loads((CASES / code / "expected.json").read_text(encoding="utf-8")):
        assert re.search(r"[\u4e00-\u9fff]", row["message"]), row
        assert row["hint"].strip(), row
        assert row["line"] >= 1, row
        assert row["column"] >= 1, row
        encoded = re.search(r"%[0-9A-F]{2}", row["message"])
        assert not encoded, f"an address is shown as the writer wrote it: {row['message']}"
        english = re.search(r"\b[A-Za-z]+ [a-z]+ [a-z]+", row["message"])
        assert not english, f"words of a library or of the system: {row['message']}"
        assert len(row["message"].splitlines()) == 1, row


@pytest.mark.parametrize("folder", list(content_types()))
def test_the_example_of_a_type_is_a_valid_document(folder: str, tree: "Tree") -> None:
    example = content_types()[folder].example
    filled = example.replace("{title}", '"关于“一府一委两院”工作的决定"').replace("{date}", "2026-03-06")
    assert not re.search(r"\{(?:title|date)\}", filled)
    root = tree({f"content/{folder}/a.md": filled})
    loaded = load(root)
    wrong = [fault for fault in loaded.diagnostics if fault.code not in ("A001", "A003")]
    assert wrong == []
    for fault in loaded.diagnostics:
        assert "images/example.jpg" in fault.message or "media/example.mp3" in fault.message
    (document,) = loaded.library.documents
    assert document.meta.date == datetime.date(2026, 3, 6)
    assert not document.public, "a new document is a draft"
    images = [image.target for image in document.images]
    named = example.count("example.jpg") + example.count("file: media/")
    assert len(loaded.diagnostics) == named, "what an example names is what must be put there"
    assert len(images) <= named


@pytest.mark.parametrize("folder", list(content_types()))
def test_a_type_is_named_and_placed(folder: str) -> None:
    kind = content_types()[folder]
    assert re.fullmatch(r"[a-z]+", kind.folder)
    assert re.fullmatch(r"[\u4e00-\u9fff]+", kind.label)
    orders = [other.order for other in content_types().values()]
    assert orders.count(kind.order) == 1
    assert inspect.getdoc(importlib.import_module(f"press.content_types.{folder}"))


def test_every_command_is_in_the_readme(project: Path) -> None:
    readme = (project / "README.md").read_text(encoding="utf-8")
    verbs = [command.name for command in plugs.find("press.commands", "COMMAND")]
    assert {"check", "build", "new", "fonts"} <= set(verbs)
    assert [verb for verb in verbs if f"press {verb}" not in readme] == []

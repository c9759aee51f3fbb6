"""Clean documents, each with one fault put in at a random place: what the rules must find, and where.

The faults are the bad examples of the rules' docstrings. The same rule and number give the same document.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from press.diagnostics import Finding
from press.model.reference import Reference
from press.pipeline.load import submit
from press.rules import Rule, look_at, rules
from press.rules._explained import examples, explain
from press.source import manuscript

PROJECT = Path(__file__).resolve().parents[1]
DESCRIBED = {"T001", "T005", "T066", "T067", "T068"}
"""Rules whose fault is no piece of text: theirs are described, not written out."""

_TYPES = ("news", "stories", "study", "notices", "chronicles")
_NUMBERED = re.compile(
    r"^(?:#|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+[.．、]|第.{1,4}[章条])", re.M
)
_SENTENCE_END = re.compile(r"。(?=[\u4e00-\u9fff])")


def _sentence(body: str, fault: str, random_: random.Random) -> tuple[str, int]:
    """Between two sentences of a paragraph."""
    places = [match.end() for match in _SENTENCE_END.finditer(body)]
    at = random_.choice(places)
    end = "" if fault[-1] in "。！？；….?!" else "。"
    return body[:at] + fault + end + body[at:], at


def _block(before: str, after: str) -> Callable[[str, str, random.Random], tuple[str, int]]:
    def put(body: str, fault: str, random_: random.Random) -> tuple[str, int]:
        # What stands below a picture may be its caption.
        places = [match.end() for match in re.finditer(r"(?<!\))\n\n", body)]
        at = random_.choice(places)
        return f"{body[:at]}{before}{fault}{after}\n\n{body[at:]}", at + len(before)

    return put


def _beginning(body: str, fault: str, random_: random.Random) -> tuple[str, int]:
    """Before everything."""
    return f"\n{fault}\n\n{body.lstrip()}", 1


def _end(body: str, fault: str, random_: random.Random) -> tuple[str, int]:
    """Behind everything."""
    body = body.rstrip()
    return f"{body}\n\n{fault}\n", len(body) + 2


WAYS: dict[str, Callable[[str, str, random.Random], tuple[str, int]]] = {
    "paragraph": _block("", ""),
    "sentence": _sentence,
    "item": _block("- ", ""),
    "quotation": _block("> ", ""),
    "cell": _block("| 事项 | 情况 |\n| --- | --- |\n| 其一 | ", " |"),
}
ALONE = {"T002", "T004", "T013", "T041", "T045", "T047", "P004", "P006"}
"""Rules whose fault is that of a whole paragraph or of several: put in as they stand."""

LAST, FIRST = {"T044"}, {"T043"}
"""Rules whose fault is one of the end, or of the beginning, of a document."""


@dataclass(frozen=True)
class Seeded:
    """The text of a file with a fault of rule ``code`` on the lines ``first`` to ``last``."""

    code: str
    way: str
    text: str
    first: int
    last: int


def on_text() -> list[Rule]:
    """The rules on text whose examples are faults to the letter."""
    return [r for r in rules() if r.code[0] in "TP" and r.submission and r.code not in DESCRIBED]


def found(text: str) -> list[tuple[str, Finding]]:
    """Run every rule on the text of a file."""
    source = manuscript.split(text, "")
    return list(look_at(submit("content/news/a.md", source, Reference())))


@cache
def clean() -> tuple[str, ...]:
    """Our own articles in which nothing is found, without headings and numbers that a fault could upset."""
    texts = []
    for type_ in _TYPES:
        for path in sorted((PROJECT / "content" / type_).glob("*.md")):
            body = manuscript.split(path.read_text(encoding="utf-8"), "").body
            text = f"---\ntitle: 题目\ndate: 2026-03-06\nstatus: published\n---\n{body}"
            if not _NUMBERED.search(body) and len(_SENTENCE_END.findall(body)) > 3 and not found(text):
                texts.append(text)
    return tuple(texts)


def seeded(rule: Rule, count: int) -> Iterator[Seeded]:
    """Yield ``count`` documents with a fault of ``rule`` each: by example, then by way of putting it in."""
    faults = examples(explain(rule).bad)
    for number in range(count):
        random_ = random.Random(f"{rule.code}-{number}")
        fault = faults[number % len(faults)]
        whole = rule.code in ALONE or "\n" in fault or fault.startswith(("#", "|", "-", ">"))
        ways = ["paragraph"] if whole else [way for way in WAYS if way != "cell" or "|" not in fault]
        fixed = "end" if rule.code in LAST else "beginning" if rule.code in FIRST else ""
        way = fixed or ways[number // len(faults) % len(ways)]
        text = random_.choice(clean())
        start = text.index("\n---\n") + len("\n---\n")
        body, at = {**WAYS, "end": _end, "beginning": _beginning}[way](text[start:], fault, random_)
        first = text.count("\n", 0, start) + body.count("\n", 0, at) + 1
        yield Seeded(rule.code, way, text[:start] + body, first, first + fault.count("\n"))

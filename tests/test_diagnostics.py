"""Faults as values: their order, and the two reports."""

import itertools
import json

from press.diagnostics import REPORTERS, Diagnostic, Location, Severity, as_json, as_text, count, in_order


def fault(
    path: str = "content/news/a.md",
    line: int = 1,
    column: int = 1,
    code: str = "M001",
    message: str = "文件读不了",
    hint: str = "请另存为",
    severity: Severity = Severity.ERROR,
) -> Diagnostic:
    return Diagnostic(code, severity, Location(path, line, column), message, hint)


def test_faults_are_sorted_by_path_line_column_code_and_message() -> None:
    wanted = [
        fault("bulletins/a.yml", 9, 9),
        fault("content/a.md", 2, 7),
        fault("content/a.md", 2, 10, "A001"),
        fault("content/a.md", 2, 10, "M002", "乙"),
        fault("content/a.md", 2, 10, "M002", "甲"),
        fault("content/a.md", 10, 1, "A001"),
    ]
    for order in itertools.permutations(wanted):
        assert in_order(order) == wanted


def test_what_is_said_twice_is_said_once() -> None:
    assert in_order([fault(), fault(line=2), fault()]) == [fault(), fault(line=2)]


def test_faults_that_differ_in_one_field_are_both_kept() -> None:
    variants = [fault(), fault(hint="别的"), fault(severity=Severity.WARNING), fault(message="别的")]
    assert len(in_order(variants)) == 4


def test_count() -> None:
    assert count([]) == (0, 0)
    assert count([fault(), fault(severity=Severity.WARNING), fault(line=2)]) == (2, 1)
    assert count(iter([fault(severity=Severity.WARNING)])) == (0, 1)


def test_text() -> None:
    report = as_text([fault(line=3, column=7), fault(severity=Severity.WARNING, hint="")])
    assert report.split("\n") == [
        "content/news/a.md:3:7: 错误 M001 文件读不了",
        "    → 请另存为",
        "content/news/a.md:1:1: 提醒 M001 文件读不了",
    ]
    assert as_text([]) == ""


def test_json_has_the_agreed_shape() -> None:
    rows = json.loads(as_json([fault(line=3, column=7, message='引号"与 \\ 反斜杠')]))
    assert rows == [
        {
            "code": "M001",
            "severity": "error",
            "path": "content/news/a.md",
            "line": 3,
            "column": 7,
            "message": '引号"与 \\ 反斜杠',
            "hint": "请另存为",
        }
    ]
    assert list(rows[0]) == ["code", "severity", "path", "line", "column", "message", "hint"]
    assert json.loads(as_json([fault(severity=Severity.WARNING)]))[0]["severity"] == "warning"


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(as_json([])) == []


def test_json_keeps_chinese_readable() -> None:
    assert "文件读不了" in as_json([fault()])


def test_the_reporters_of_the_contract_are_there() -> None:
    assert {"text", "json"} <= set(REPORTERS)


def test_a_fault_of_any_message_takes_one_line_of_text_and_its_hint_one_more() -> None:
    """What a writer typed can stand in a message; it must not make up lines of a report."""
    report = as_text([fault(message="编号 a\ncontent/x.md:1:1: 错误 M001 不能作网址", hint="请改\n一改")])
    assert len(report.split("\n")) == 2

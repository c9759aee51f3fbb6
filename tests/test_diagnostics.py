"""Faults as values: their order, their number, and what stops a build."""

import itertools

from press.diagnostics import Diagnostic, Location, Severity, count, in_order, stops


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


def test_what_stops() -> None:
    warning = [fault(severity=Severity.WARNING)]
    assert [stops([], strict) for strict in (False, True)] == [False, False]
    assert [stops(warning, strict) for strict in (False, True)] == [False, True]
    assert [stops([*warning, fault()], strict) for strict in (False, True)] == [True, True]


def test_words_stay_on_one_line() -> None:
    made = fault(message="编号 a\ncontent/x.md:1:1: 错误 M001 不能作网址", hint="请改\n一改")
    assert made.message == "编号 a content/x.md:1:1: 错误 M001 不能作网址"
    assert made.hint == "请改 一改"

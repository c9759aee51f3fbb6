"""Forms of report: text for people, JSON and GitHub's commands for programs, and the verbs that give them."""

import json
import os
import pty
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from press.commands.check import check
from press.diagnostics import Described, Diagnostic, Location, Report, Screen, Severity, reporters
from press.diagnostics.github import as_github
from press.diagnostics.json import as_json
from press.diagnostics.text import MOST, as_text
from press.pipeline.report import lines_of

if TYPE_CHECKING:
    from conftest import Press, Tree

GOLDEN = Path(__file__).parent / "cases" / "reports"

LONG = "会议指出，要坚持问题导向，把群众的关切办实办好" * 20
SOURCES = {
    "content/news/a.md": [
        "---",
        "title: “两院”工作…报告—说明,附件",
        "审议通过了报告,并作出决议",
        "\t\t缩进的行,有制表符",
        "😀会议，𠮷姓代表,发言",
        "Cafe\u0301馆,开门",
        f"{LONG}甲,乙{LONG}",
        "",
        "短",
        "\x1b[2J\x1b[31m红\u202e反,\u200b字\x9b0m",
    ],
    "bulletins/gongbao/2026-01.yml": ["year: 2026", "number: 0"],
}
"""Wide characters, tabs, emoji, combining marks, four-byte characters, a very long line, an empty line."""


def fault(
    path: str = "content/news/a.md",
    line: int = 1,
    column: int = 1,
    span: int = 0,
    code: str = "T003",
    message: str = "汉字之间用了半角逗号“,”",
    hint: str = "请改为全角逗号“，”",
    severity: Severity = Severity.WARNING,
) -> Diagnostic:
    return Diagnostic(code, severity, Location(path, line, column), message, hint, span)


FAULTS = [
    fault(
        "bulletins/gongbao/2026-01.yml", 2, 9, 1, "M003", "键 number 的值不对", "从 1 数起", Severity.ERROR
    ),
    fault("content/gone.md", 3, 7, 1, "M001", "文件读不了", "请另存为", Severity.ERROR),
    fault("content/news/a.md", 1, 1, 0, "M002", "信息栏没有结束", "", Severity.ERROR),
    *(
        fault(line=line, column=SOURCES["content/news/a.md"][line - 1].index(",") + 1, span=1)
        for line in range(2, 8)
    ),
    fault(line=3, column=9, span=5, code="T067", message="“并作出决议”不是规定的写法", hint=""),
    fault(line=8, column=1, code="T001", message="没有正文", hint="请写正文"),
    fault(line=9, column=40, span=3, code="T001", message="在行末之后", hint="请看行末"),
    fault(line=10, column=12, span=1),
    fault(line=99, column=1, code="T001", message="没有这一行", hint="请看\x1b[5m看"),
]


def report(screen: Screen | None = None, faults: list[Diagnostic] = FAULTS) -> Report:
    found = sorted(faults, key=lambda f: f.location)
    return Report(found, lambda path: SOURCES.get(path, ()), screen=screen)


@pytest.mark.parametrize(
    ("name", "screen"),
    [
        ("kept", None),
        ("terminal", Screen(80, colour=False)),
        ("narrow", Screen(46, colour=False)),
        ("colour", Screen(80, colour=True)),
    ],
)
def test_text(name: str, screen: Screen | None, update_golden: bool) -> None:
    text = as_text(report(screen)) + "\n"
    golden = GOLDEN / f"{name}.txt"
    if update_golden:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_nothing_a_file_holds_reaches_a_terminal_raw() -> None:
    path = "content/\x1b[1m\u202e.md"
    hostile = [*FAULTS, fault(path, message="“\x1b]0;题\x07”", hint="\u2066看")]
    for screen in (None, Screen(80, colour=False)):
        text = as_text(report(screen, hostile))
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text)
    coloured = re.sub(r"\x1b\[[0-9;]+m", "", as_text(report(Screen(80, colour=True), hostile)))
    assert "\x1b" not in coloured


def test_a_line_of_a_kept_report_that_is_not_indented_is_a_place() -> None:
    for line in as_text(report()).split("\n"):
        assert line.startswith("    ") or re.match(r"\S+:\d+:\d+: (?:错误|提醒) [A-Z]\d{3} ", line)


def test_many_of_a_kind_are_counted_on_a_terminal_and_listed_elsewhere() -> None:
    line = "甲,乙" * 30_000
    faults = [fault(line=1, column=3 * number + 2, span=1) for number in range(30_000)]
    faults.append(fault(line=1, column=90_000, code="T001", message="别的"))
    many = Report(faults, lambda path: [line], screen=Screen(80, colour=False))
    started = time.process_time()
    shown = as_text(many)
    assert shown.count("提醒 T003") == MOST
    assert f"…同类还有 {30_000 - MOST:,} 处（T003）" in shown
    assert shown.count("提醒 T001") == 1
    assert as_text(Report(faults, many.lines)).count("提醒 T003") == 30_000
    assert len(json.loads(as_json(many))) == 30_001
    assert time.process_time() - started < 20


def test_nothing_found_is_nothing_said() -> None:
    assert as_text(Report([])) == ""
    assert json.loads(as_json(Report([]))) == []
    assert as_github(Report([])) == ""


# --- json ------------------------------------------------------------------------------------------


def test_json_has_the_agreed_shape() -> None:
    made = fault(line=3, column=7, message='引号"与 \\ 反斜杠', severity=Severity.ERROR)
    rows = json.loads(as_json(Report([made])))
    assert rows == [
        {
            "code": "T003",
            "severity": "error",
            "path": "content/news/a.md",
            "line": 3,
            "column": 7,
            "message": '引号"与 \\ 反斜杠',
            "hint": "请改为全角逗号“，”",
        }
    ]
    assert list(rows[0]) == ["code", "severity", "path", "line", "column", "message", "hint"]
    assert json.loads(as_json(Report([fault()])))[0]["severity"] == "warning"


def test_json_keeps_chinese_readable_and_escapes_what_is_not_seen() -> None:
    text = as_json(Report([fault("content/\udce4.md", message="甲\x1b\x9b\u202e\u200b\ufeff乙")]))
    assert "半角" not in text
    assert "甲\\u001b\\u009b\\u202e\\u200b\\ufeff乙" in text
    (row,) = json.loads(text)
    assert (row["message"], row["path"]) == ("甲\x1b\x9b\u202e\u200b\ufeff乙", "content/\udce4.md")
    text.encode("utf-8")


# --- GitHub ----------------------------------------------------------------------------------------

RULES: Mapping[str, Described] = {
    "T003": Described("T003", "Comma", "逗号, 冒号: 百分号%", "文字", Severity.WARNING, "")
}
_COMMAND = re.compile(r"::(error|warning) ([^:]+)::(.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Read the commands as GitHub's runner does."""

    def plain(value: str) -> str:
        for coded, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            value = value.replace(coded, character)
        return value

    found = []
    for line in text.split("\n"):
        match = _COMMAND.fullmatch(line)
        assert match, line
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        found.append((match[1], {name: plain(value) for name, value in properties.items()}, plain(match[3])))
    return found


def test_github_commands_are_read_back_as_they_were_meant() -> None:
    odd = fault(
        "content/a,b:c%.md", 3, 7, 2, message="占 50%::error 甲, 乙", hint="写 %0A", severity=Severity.ERROR
    )
    made = Report([odd, fault(code="M001", hint="")], rules=lambda: RULES)
    first, second = commands(as_github(made))
    where = {"file": "content/a,b:c%.md", "line": "3", "col": "7", "endLine": "3", "endColumn": "9"}
    assert first == (
        "error",
        {**where, "title": "T003 逗号, 冒号: 百分号%"},
        "占 50%::error 甲, 乙\n→ 写 %0A",
    )
    assert second[:2] == ("warning", {"file": "content/news/a.md", "line": "1", "col": "1", "title": "M001"})


def test_a_file_name_cannot_make_up_a_command() -> None:
    text = as_github(Report([fault("content/a\n::error file=x::y\r.md", message="甲\u202e")]))
    assert len(text.split("\n")) == 1
    assert commands(text)[0][1]["file"] == "content/a\n::error file=x::y\r.md"
    assert "\u202e" not in text


# --- where the lines come from -----------------------------------------------------------------------


def test_lines_are_those_places_count(tree: "Tree") -> None:
    root = tree(
        {
            "content/a.md": "一\r\n二\u2028\x0b仍是二\r三\n".encode(),
            "content/gbk.md": "汉字".encode("gbk"),
            "content/large.md": b"x" * 5_000_000,
        }
    )
    (root.parent / "secret.md").write_text("机密", encoding="utf-8")
    (root / "content/link.md").symlink_to(root.parent / "secret.md")
    lines = lines_of(root)
    assert list(lines("content/a.md")) == ["一", "二\u2028\x0b仍是二", "三", ""]
    for path in (
        "content/gbk.md",
        "content/large.md",
        "content/none.md",
        "content",
        "content/link.md",
        "../secret.md",
    ):
        assert list(lines(path)) == [], path
    (root / "content/a.md").unlink()
    assert lines("content/a.md")[0] == "一", "each file is read once"


# --- the command -------------------------------------------------------------------------------------

ARTICLE = "---\ntitle: 题\ndate: {date}\nstatus: published\n---\n\n{body}\n"
WARNED = {"content/news/a.md": ARTICLE.format(date="2026-03-06", body="审议通过了报告,并作出决议。")}
FAULTY = {"content/news/a.md": ARTICLE.format(date="2026-02-30", body="审议通过了报告,并作出决议。")}


def on_a_terminal(root: Path, *words: str, **env: str) -> str:
    """What the command writes to a terminal of 72 columns."""
    ours, theirs = pty.openpty()
    variables = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
    done = subprocess.Popen(
        [sys.executable, "-m", "press", "--root", str(root), *words],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env={**variables, "COLUMNS": "72", "TERM": "xterm", **env},
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:
            break
        if not more:
            break
        said += more
    done.wait(timeout=60)
    os.close(ours)
    return said.decode().replace("\r\n", "\n")


def test_colours_are_for_terminals_that_want_them(tree: "Tree", press: "Press") -> None:
    root = tree(WARNED)
    coloured = on_a_terminal(root, "check")
    assert "\x1b[1;33m,\x1b[0m" in coloured
    plain = on_a_terminal(root, "check", NO_COLOR="1")
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert plain.startswith("content/news/a.md\n  7:8  提醒 T003  汉字之间用了半角逗号“,”\n")
    assert plain.endswith("共 1 个文件：0 个错误，1 个提醒。\n")
    assert "\x1b" not in on_a_terminal(root, "check", TERM="dumb")
    assert "\x1b[1;33m,\x1b[0m" in on_a_terminal(root, "build", "--only", "portal", "--strict")
    kept = press(root, "check", env={"FORCE_COLOR": "1"}).out
    assert kept.startswith("content/news/a.md:7:8: 提醒 T003 ")
    assert "\x1b" not in kept


def test_each_change_is_shown_with_its_rule(tree: "Tree", press: "Press") -> None:
    body = f"{LONG}报告,决议{LONG}甲,乙"
    root = tree({"content/news/a.md": ARTICLE.format(date="2026-03-06", body=body)})
    shown = on_a_terminal(root, "fix", "--diff", NO_COLOR="1")
    lines = shown.split("\n")
    assert lines[1].startswith(f"  7:{len(LONG) + 3}  T003  ")
    assert [line[6] for line in lines[2:4]] == ["-", "+"]
    assert "报告,决议" in lines[2]
    assert "报告，决议" in lines[3]
    assert all(len(line) < 72 for line in lines)
    assert "\x1b[1;31m,\x1b[0m" in on_a_terminal(root, "fix", "--diff")
    patch = press(root, "fix", "--diff").out
    assert re.search(r"^@@ -6,2 \+6,2 @@ T003$", patch, re.M)


def test_a_shown_patch_is_what_fixing_does(tree: "Tree", press: "Press") -> None:
    body = "甲,乙\u2028丙,丁\n\n\x0c戊,己\x1b[1m"
    root = tree({"content/news/a.md": ARTICLE.format(date="2026-03-06", body=body)})
    patch = press(root, "fix", "--diff").out.rpartition("可以修正")[0]
    twin = tree({"content/news/a.md": ARTICLE.format(date="2026-03-06", body=body)}, name="twin")
    subprocess.run(["patch", "-p0", "-s"], input=patch.encode(), cwd=twin, check=True)
    assert press(root, "fix").code == 0
    assert (twin / "content/news/a.md").read_bytes() == (root / "content/news/a.md").read_bytes()


def test_strict(tree: "Tree", press: "Press") -> None:
    root = tree(WARNED)
    assert press(root, "check").code == 0
    run = press(root, "check", "--strict")
    assert (run.code, run.err) == (1, "提醒也算不合格（strict）：请改正，或写明豁免的理由。\n")
    assert run.out == press(root, "check").out
    assert press(root, "build", "--only", "portal").code == 0
    (root / "content/news/b.md").write_text(WARNED["content/news/a.md"], encoding="utf-8")
    run = press(root, "build", "--only", "portal", "--strict")
    assert run.code == 1
    assert "提醒也算不合格（strict），没有生成任何文件" in run.err
    assert not (root / "dist/site/news/b").exists()
    clean = tree({"content/news/a.md": ARTICLE.format(date="2026-03-06", body="正文。")}, name="clean")
    assert press(clean, "check", "--strict").code == 0


def test_strict_in_the_settings(tree: "Tree", press: "Press") -> None:
    settings = "site_name: 石桥县人大\ntheme:\n  name: material\nplugins:\n  - press:\n      strict: {}\n"
    root = tree({**WARNED, "mkdocs.yml": settings.format("true")})
    assert press(root, "check").code == 1
    assert press(root, "build", "--only", "portal").code == 1
    (root / "mkdocs.yml").write_text(settings.format("false"), encoding="utf-8")
    assert press(root, "check").code == 0
    (root / "mkdocs.yml").write_text(settings.format("也许"), encoding="utf-8")
    assert "mkdocs.yml:6:15: 错误 M003" in press(root, "check").out


@pytest.mark.parametrize("name", list(reporters()))
def test_a_report_is_written_whole_and_the_same_each_time(name: str, tree: "Tree", press: "Press") -> None:
    root = tree(FAULTY)
    target = root.parent / "报告.out"
    target.write_text("旧", encoding="utf-8")
    target.chmod(0o640)
    run = press(root, "check", "--format", name, "--output", str(target))
    assert run.code == 1
    assert run.out == f"报告已写入 {target}\n共 1 个文件：1 个错误，1 个提醒。\n"
    first = target.read_bytes()
    assert b"M004" in first
    assert target.stat().st_mode & 0o777 == 0o640
    assert press(root, "check", "--format", name, "--output", str(target)).code == 1
    assert target.read_bytes() == first
    assert sorted(path.name for path in root.parent.iterdir()) == ["root", "报告.out"]
    assert first.decode().rstrip("\n") == press(root, "check", "--format", name).out.partition(
        "\n共 1 个文件"
    )[0].rstrip("\n")


def test_where_a_report_cannot_be_written(tree: "Tree", press: "Press") -> None:
    root = tree(WARNED)
    run = press(root, "check", "--output", str(root / "none" / "a.txt"))
    assert run.code == 1
    assert "写不进" in run.err
    assert "Traceback" not in run.text
    assert press(root, "check", "--output", "/dev/stdout").out.startswith("content/news/a.md:7:8:")
    assert Path("/dev/stdout").is_symlink(), "a device is written to, not replaced"


def test_a_page_is_not_poured_over_a_terminal(tree: "Tree") -> None:
    said = on_a_terminal(tree(WARNED), "check", "--format", "sheet")
    assert "请用 --output 指明" in said
    assert "<html" not in said


def test_the_formats_are_offered() -> None:
    (option,) = [option for option in check.params if option.name == "format_"]
    assert {"text", "json", "sarif", "github", "sheet"} == set(option.type.choices)  # type: ignore[attr-defined]


# --- pre-commit ----------------------------------------------------------------------------------------


def test_the_hook_runs_what_is_there(project: Path) -> None:
    hooks: list[dict[str, Any]] = yaml.safe_load((project / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (hook,) = hooks
    assert hook["id"] == "press-check"
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    program, verb = hook["entry"].split()
    scripts = re.search(
        r"\[project\.scripts\]\n(.*?)\n\n", (project / "pyproject.toml").read_text("utf-8"), re.S
    )
    assert scripts
    assert f"{program} = " in scripts[1]
    assert verb == check.name
    files = re.compile(hook["files"])
    assert files.search("content/news/a.md")
    assert files.search("bulletins/gongbao/2026-01.yml")
    assert not files.search("README.md")
    assert "id: press-check" in (project / "README.md").read_text("utf-8")

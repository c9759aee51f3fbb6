"""The command line: verbs, options, exit codes and what staff read."""

import datetime
import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from press import __version__, plugs
from press.content_types import content_types

if TYPE_CHECKING:
    from conftest import Press, Tree

ARTICLE = "---\ntitle: 题\ndate: 2026-03-06\nstatus: published\n---\n\n正文。\n"
WARNED = ARTICLE.replace("正文", "甲,乙")
SITE = {"content/news/a.md": ARTICLE}
VERBS = [command.name for command in plugs.find("press.commands", "COMMAND")]


def files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    "words",
    [
        ["publish"],
        ["--nothing"],
        ["check", "--nothing"],
        ["check", "--format", "yaml"],
        ["check", "extra"],
        ["build", "--jobs", "0"],
        ["build", "--jobs", "two"],
        ["build", "--only", "fax"],
        ["build", "--only", "portal,fax"],
        ["build", "--only", ""],
        ["new", "xinwen", "a"],
        ["new"],
    ],
)
def test_a_wrong_word_is_exit_2_and_builds_nothing(words: list[str], tree: "Tree", press: "Press") -> None:
    root = tree(SITE)
    run = press(root, *words)
    assert run.code == 2, run.text
    assert "Traceback" not in run.text
    assert "程序自身出错" not in run.text
    assert run.err.startswith(("press:", "Usage", "用法")), run.err
    assert files(root) == ["content/news/a.md"]


def test_a_root_that_is_not_there_is_exit_2(press: "Press", tmp_path: Path) -> None:
    run = press(tmp_path / "none", "check")
    assert run.code == 2
    assert "none" in run.err


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_every_verb_in_chinese(option: str, press: "Press") -> None:
    run = press(None, option)
    assert run.code == 0
    for verb in VERBS:
        assert re.search(rf"^  {verb} +.*[\u4e00-\u9fff]", run.out, re.M), verb


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str, press: "Press") -> None:
    run = press(None, verb, "--help")
    assert run.code == 0
    assert re.search(r"[\u4e00-\u9fff]{4}", run.out)


def test_the_version(press: "Press") -> None:
    assert press(None, "--version").out.strip() == f"press {__version__}"


def test_check_of_a_clean_root(tree: "Tree", press: "Press") -> None:
    root = tree(SITE)
    run = press(root, "check")
    assert (run.code, run.out, run.err) == (0, "共 1 个文件：0 个错误，0 个提醒。\n", "")
    assert files(root) == ["content/news/a.md"], "a check writes nothing"


def test_warnings_do_not_stop_a_build(tree: "Tree", press: "Press") -> None:
    root = tree({"content/news/a.md": WARNED})
    run = press(root, "check")
    assert run.code == 0
    assert "content/news/a.md:7:2: 提醒 T003" in run.out
    assert "0 个错误，1 个提醒" in run.out
    run = press(root, "build", "--only", "portal")
    assert run.code == 0
    assert "提醒 T003" in run.err
    assert (root / "dist/site/news/a/index.html").is_file()


def test_errors_are_exit_1(tree: "Tree", press: "Press") -> None:
    root = tree({**SITE, "content/news/b.md": "正文。\n", "content/news/c.md": "正文。\n"})
    run = press(root, "check")
    assert run.code == 1
    assert run.out.count("错误 M002") == 2
    assert press(root, "build").code == 1
    assert not (root / "dist").exists()


def test_json_goes_to_standard_output_alone(tree: "Tree", press: "Press") -> None:
    root = tree({"content/news/a.md": WARNED})
    run = press(root, "check", "--format", "json")
    assert run.err == ""
    assert [row["code"] for row in json.loads(run.out)] == ["T003"]
    assert run.faults[0]["path"] == "content/news/a.md"
    clean = press(tree(SITE, "clean"), "check", "--format", "json")
    assert (clean.code, clean.faults) == (0, [])


def test_root_stands_before_or_after_the_verb_or_is_the_present_folder(tree: "Tree", press: "Press") -> None:
    root = tree(SITE)
    wanted = press(root, "check").out
    assert press(None, "check", "--root", str(root)).out == wanted
    assert press(None, "check", cwd=root).out == wanted
    assert press(Path("root"), "check", cwd=root.parent).out == wanted


def test_the_locale_changes_nothing(tree: "Tree", press: "Press") -> None:
    root = tree({"content/news/a.md": WARNED})
    wanted = press(root, "check").out
    for locale in ("C", "POSIX", "zh_CN.GBK"):
        run = press(root, "check", env={"LC_ALL": locale, "LANG": locale})
        assert run.out == wanted


def test_building_twice_writes_nothing_the_second_time(tree: "Tree", press: "Press") -> None:
    root = tree(SITE)
    first = press(root, "build")
    assert first.code == 0
    assert re.search(r"门户网站：(\d+) 个文件，写入 \1 个", first.err)
    times = {name: (root / name).stat().st_mtime_ns for name in files(root)}
    second = press(root, "build")
    assert re.search(r"门户网站：\d+ 个文件，写入 0 个", second.err)
    assert {name: (root / name).stat().st_mtime_ns for name in files(root)} == times


def test_only_leaves_the_other_outputs_alone(tree: "Tree", press: "Press") -> None:
    root = tree(SITE)
    assert press(root, "build", "--only", "print").code == 0
    assert not (root / "dist/site").exists()
    assert press(root, "build", "--only", " portal , print ").code == 0
    assert (root / "dist/site/news/a/index.html").is_file()
    (root / "content/news/a.md").unlink()
    assert press(root, "build", "--only", "print").code == 0
    assert (root / "dist/site/news/a/index.html").is_file()
    assert press(root, "build", "--only", "portal").code == 0
    assert not (root / "dist/site/news/a").exists()


def test_what_somebody_else_put_into_the_site_goes_and_what_was_removed_comes_back(
    tree: "Tree", press: "Press"
) -> None:
    root = tree(SITE)
    assert press(root, "build").code == 0
    wanted = {name: (root / name).read_bytes() for name in files(root)}
    (root / "dist/site/news/a/index.html").write_text("改坏了", encoding="utf-8")
    (root / "dist/site/index.html").unlink()
    assert press(root, "build").code == 0
    assert {name: (root / name).read_bytes() for name in files(root)} == wanted


def test_output_into_a_closed_pipe_is_quiet(tree: "Tree", press: "Press") -> None:
    root = tree({f"content/news/a{n}.md": "正文。\n" for n in range(400)})
    run = press.command(root, "check")
    with subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.readline()
        started.stdout.close()
        said = started.stderr.read().decode()
        started.wait(timeout=30)
    assert "Traceback" not in said
    assert "Exception ignored" not in said
    assert started.returncode == 1


# -- new ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("type_", list(content_types()))
def test_new_makes_a_draft_that_is_valid(type_: str, tree: "Tree", press: "Press") -> None:
    root = tree({})
    run = press(root, "new", type_, "a-b", "--title", '关于"一府一委两院": \\工作 #的 {date}')
    assert run.code == 0, run.text
    path = root / "content" / type_ / "a-b.md"
    assert str(path) in run.out
    text = path.read_text(encoding="utf-8")
    assert "status: draft" in text
    rows = press(root, "check", "--format", "json").faults
    assert {row["code"] for row in rows} <= {"A001", "A003", "T007"}
    (title,) = re.findall(r"^title: (.*)$", text, re.M)
    assert title == '"关于\\"一府一委两院\\": \\\\工作 #的 {date}"', "the title is kept as it was given"


def test_new_names_the_file_after_today(tree: "Tree", press: "Press") -> None:
    root = tree({})
    assert press(root, "new", "news").code == 0
    days = {(datetime.date.today() - datetime.timedelta(days)).isoformat() for days in (0, 1)}
    (name,) = files(root)
    assert name.removeprefix("content/news/").removesuffix("-xin.md") in days


def test_new_overwrites_nothing(tree: "Tree", press: "Press") -> None:
    root = tree(SITE)
    run = press(root, "new", "news", "a")
    assert run.code == 1
    assert "已经存在" in run.err
    assert (root / "content/news/a.md").read_text(encoding="utf-8") == ARTICLE


@pytest.mark.parametrize("slug", ["../a", "/tmp/a", "会议", "a.md", "", "page", "a" * 81, "a\n"])
def test_new_refuses_what_cannot_be_an_address(slug: str, tree: "Tree", press: "Press") -> None:
    root = tree({})
    run = press(root, "new", "news", slug)
    assert run.code in (1, 2), run.text
    assert "Traceback" not in run.text
    assert "程序自身出错" not in run.text
    assert files(root) == []


def test_new_with_a_title_of_two_lines_makes_no_broken_file(tree: "Tree", press: "Press") -> None:
    root = tree({})
    run = press(root, "new", "news", "a", "--title", "第一行\nstatus: published")
    if run.code == 0:
        rows = press(root, "check", "--format", "json").faults
        assert {row["code"] for row in rows} <= {"A001"}
    else:
        assert files(root) == []


def test_new_without_a_content_folder(press: "Press", tmp_path: Path) -> None:
    run = press(tmp_path, "new", "news", "a")
    assert run.code == 1
    assert "content/" in run.err
    assert files(tmp_path) == []


def test_our_own_content_is_clean(project: Path, press: "Press") -> None:
    run = press(project, "check", "--format", "json")
    assert (run.code, run.faults) == (0, [])


def test_fonts_names_a_font_of_the_office_that_is_not_there(tree: "Tree", press: "Press") -> None:
    settings = "site_name: 甲\nplugins:\n  - press:\n      fonts: {fang: nowhere.otf}\n"
    run = press(tree({"mkdocs.yml": settings}), "fonts")
    assert run.code == 1
    assert re.search(r"mkdocs\.yml:4:\d+: .*nowhere\.otf", run.err)

"""``press issue`` and ``press stats``: what they propose, say and refuse."""

import csv
import io
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from press.pipeline.load import load
from press.record.collect import collect
from press.record.meetings import sittings

if TYPE_CHECKING:
    from conftest import Press, Tree

MEETING = """\
---
title: 青禾县第十七届人大常委会第三次会议
date: 2026-02-27
status: published
term: 17
session: 3
begins_on: 2026-02-26
ends_on: 2026-02-27
agenda:
  - item: 听取和审议关于养老服务的报告
    documents: [reports/yanglao]
  - item: 审议关于节水的决定（草案）
    documents: [reports/jieshui-shuoming, decisions/jieshui]
  - 审议人事任免事项
attendance: {expected: 29, present: 26, on_leave: 3, absent: 0}
votes:
  - item: 关于节水的决定
    document: decisions/jieshui
    for: 26
    result: 通过
---
"""


def paper(title: str, body: str = "正文。", date: str = "2026-02-27", **keys: object) -> str:
    front = {"title": title, "status": "published", **keys}
    text = yaml.safe_dump(front, allow_unicode=True, sort_keys=False)
    return f"---\ndate: {date}\n{text}---\n\n{body}\n"


def session(**more: str) -> dict[str, str]:
    """A meeting with papers of every kind, its bulletin and the issue before."""
    return {
        "content/meetings/m3.md": MEETING,
        "content/reports/yanglao.md": paper("关于养老服务的报告", meeting="m3"),
        "content/reports/jieshui-shuoming.md": paper("关于节水的决定（草案）的说明", meeting="m3"),
        "content/decisions/jieshui.md": paper("关于节水的决定", meeting="m3"),
        "content/notices/gonggao.md": paper("公告", meeting="m3"),
        "content/opinions/yanglao.md": paper(
            "关于养老服务的审议意见", date="2026-03-03", meeting="m3", report="yanglao"
        ),
        "content/appointments/renmian.md": paper(
            "任免名单",
            meeting="m3",
            appointments=[{"name": "张三", "action": "任命", "office": "水利局局长", "organ": "县人民政府"}],
        ),
        "content/chronicles/dashiji.md": (
            "---\ndate: 2026-02-27\ntitle: 大事记\nstatus: published\nbegins_on: 2026-01-01\n"
            "ends_on: 2026-02-26\n---\n\n一月九日视察。\n"
        ),
        "content/news/kaihui.md": paper("会议召开", meeting="m3"),
        "bulletins/gongbao/periodical.yml": "title: 公报\nkind: bulletin\n",
        "bulletins/gongbao/2025-06.yml": (
            "year: 2025\nnumber: 6\nserial: 96\ndate: 2026-01-05\nsections:\n"
            "  - {title: 要闻, documents: [news/kaihui]}\n"
        ),
        **more,
    }


def test_an_issue_is_collected_in_canonical_order(tree: "Tree", press: "Press") -> None:
    root = tree(session())
    run = press(root, "issue", "collect", "--yes")
    assert run.code == 0, run.text
    written = yaml.safe_load((root / "bulletins/gongbao/2026-01.yml").read_text(encoding="utf-8"))
    assert (written["year"], written["number"], written["serial"]) == (2026, 1, 97)
    assert str(written["date"]) == "2026-03-03"
    assert [(s["title"], s["documents"]) for s in written["sections"]] == [
        ("会议议程", ["meetings/m3#agenda"]),
        ("公告", ["notices/gonggao"]),
        ("决议、决定", ["decisions/jieshui"]),
        ("规范性文件及说明", ["reports/jieshui-shuoming"]),
        ("专项工作报告", ["reports/yanglao"]),
        ("审议意见及研究处理情况", ["opinions/yanglao"]),
        ("人事任免", ["appointments/renmian"]),
        ("表决结果", ["meetings/m3#votes"]),
        ("出席、请假、列席人员名单", ["meetings/m3#attendance"]),
        ("大事记", ["chronicles/dashiji"]),
    ]
    assert "稿件齐全" in run.out
    assert [f for f in load(root).diagnostics if f.location.path.startswith("bulletins/")] == []


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ("content/opinions/yanglao.md", "关于养老服务的报告）还没有审议意见"),
        ("content/appointments/renmian.md", "却没有任免名单"),
        ("content/reports/yanglao.md", "稿件 reports/yanglao 不存在"),
    ],
)
def test_what_is_missing_is_listed(gone: str, said: str, tree: "Tree", press: "Press") -> None:
    files = session()
    del files[gone]
    run = press(tree(files), "issue", "collect")
    assert said in run.out
    assert "稿件齐全" not in run.out


def test_a_draft_is_named_and_left_out(tree: "Tree", press: "Press") -> None:
    files = session()
    files["content/decisions/jieshui.md"] = files["content/decisions/jieshui.md"].replace(
        "published", "draft"
    )
    run = press(tree(files), "issue", "collect")
    assert "content/decisions/jieshui.md 还没有发布" in run.out
    assert "\n    关于节水的决定\n" not in run.out


def test_nothing_is_written_without_a_yes(tree: "Tree", press: "Press") -> None:
    root = tree(session())
    run = press(root, "issue", "collect", stdin=subprocess.DEVNULL)
    assert run.code == 0
    assert "没有写文件" in run.out
    assert not (root / "bulletins/gongbao/2026-01.yml").exists()


@pytest.mark.parametrize(
    ("answer", "written"), [("y\n", True), ("n\n", False), ("\n", False), ("是\n", True)]
)
def test_on_a_terminal_it_asks(answer: str, written: bool, tree: "Tree") -> None:
    root = tree(session())
    ours, theirs = pty.openpty()
    os.write(ours, answer.encode())
    done = subprocess.run(
        [sys.executable, "-m", "press", "--root", str(root), "issue", "collect"],
        stdin=theirs,
        capture_output=True,
        timeout=60,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0, done.stderr.decode()
    assert "写入 bulletins/gongbao/2026-01.yml？" in done.stdout.decode()
    assert (root / "bulletins/gongbao/2026-01.yml").exists() is written


def test_a_written_issue_is_never_overwritten(tree: "Tree", press: "Press") -> None:
    root = tree(session())
    assert press(root, "issue", "collect", "--yes").code == 0
    path = root / "bulletins/gongbao/2026-01.yml"
    # The next proposal is the next issue, and it says that the meeting has been printed.
    again = press(root, "issue", "collect")
    assert "2026年第2期（总第98期）" in again.out
    assert "bulletins/gongbao/2026-01.yml 已经收录过这次会议" in again.out
    before = path.read_bytes()
    (root / "bulletins/gongbao/2026-02.yml").write_text("坏的", encoding="utf-8")
    broken = press(root, "issue", "collect", "--yes")
    assert broken.code == 1
    assert "已经存在，没有改动" in broken.err
    assert (root / "bulletins/gongbao/2026-02.yml").read_text(encoding="utf-8") == "坏的"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["issue", "collect", "--meeting", "m9"], "没有会议 m9；最近的会议：m3"),
        (["issue", "collect", "--periodical", "none"], "没有刊物 none；bulletins/ 下有：gongbao（公报）"),
        (["issue", "check", "gongbao/2030-01"], "没有这一期：gongbao/2030-01"),
        (["stats", "1999"], "1999 年没有已发布的稿件；有稿件的年份：2026、2025"),
    ],
)
def test_what_is_not_there_is_said(words: list[str], said: str, tree: "Tree", press: "Press") -> None:
    run = press(tree(session()), *words)
    assert run.code == 1
    assert said in run.err
    assert "Traceback" not in run.text


def test_without_meetings_or_issues(tree: "Tree", press: "Press") -> None:
    root = tree({"content/news/a.md": paper("题").replace("published", "draft")})
    assert "还没有会议" in press(root, "issue", "collect").err
    assert "还没有期刊" in press(root, "issue", "check").err
    assert "还没有已发布的稿件" in press(root, "stats").err


def test_check_looks_from_cover_to_imprint_and_at_what_is_printed(tree: "Tree", press: "Press") -> None:
    permit = "title: 代表月刊\nkind: study\nfrequency: 月刊\npublisher: 某办\nimprint:\n  profile: permit\n"
    issue = (
        "year: 2026\nnumber: 1\nserial: 1\ndate: 2026-03-01\n"
        "sections:\n  - {title: 学习, documents: [study/a]}\n"
    )
    root = tree(
        {
            "content/study/a.md": paper("学习", "本刊编辑部提醒，本刊每期定价5元。"),
            "content/study/b.md": paper("别处", "本刊不在内部资料里。"),
            "content/news/bad.md": paper("甲,乙", "甲,乙。"),
            "bulletins/xuexi/periodical.yml": permit,
            "bulletins/xuexi/2026-01.yml": issue,
        }
    )
    run = press(root, "issue", "check", "xuexi/2026-01")
    assert run.code == 1
    for word in ("准印证号", "发送对象", "印刷单位", "印数"):
        assert f"bulletins/xuexi/periodical.yml:6:3: 错误 I003 版权页缺少{word}" in run.out
    assert "I004 内部资料用了“代表月刊”" in run.out
    assert "I004 内部资料用了“月刊”" in run.out
    assert run.out.count("收录的稿件用了“本刊”") == 2
    assert "study/a.md:7:1: " in run.out
    assert "收录的稿件用了“每期定价5”" in run.out
    assert "study/b.md" not in run.out
    assert "news/bad.md" not in run.out
    assert press(root, "issue", "check", "gongbao").code == 1


def test_a_clean_issue_is_clean(tree: "Tree", press: "Press") -> None:
    run = press(tree(session()), "issue", "check")
    assert run.code == 0, run.text
    assert run.out == "共 3 个文件：0 个错误，0 个提醒。\n"


def test_statistics_as_a_table_and_as_csv(tree: "Tree", press: "Press") -> None:
    root = tree(session())
    shown = press(root, "stats", "2026")
    assert shown.code == 0
    assert "2026年工作统计" in shown.out
    raw = press(root, "stats", "2026", "--format", "csv").out
    assert raw.startswith("\ufeff年份,")
    rows = {(r["类别"], r["项目"]): r for r in csv.DictReader(io.StringIO(raw.removeprefix("\ufeff")))}
    assert rows["会议", "常委会会议"]["数量"] == "1"
    assert rows["会议", "常委会会议"]["依据"] == "meetings/m3"
    assert rows["审议", "听取审议报告"]["数量"] == "2"
    assert rows["人事任免", "任命"]["数量"] == "1"
    assert rows["期刊", "公报"]["数量"] == "0"
    assert press(root, "stats", "2025", "--format", "csv").out.count("bulletins/gongbao/2025-06") == 1


def test_the_proposal_of_each_of_our_meetings_is_what_was_printed(project: Path) -> None:
    """Our own bulletins hold what would be proposed for their meetings, no paper forgotten."""
    library = load(project).library
    (periodical,) = [p for p in library.periodicals if p.meta.kind == "bulletin"]
    issues = [issue for issue in library.issues if issue.periodical is periodical]
    compared = 0
    for sitting in sittings(library):
        printed = {
            ref for issue in issues for ref in issue.documents if sitting.document.ref in issue.documents
        }
        if not printed:
            continue
        compared += 1
        proposed = {
            e.partition("#")[0]
            for _, entries in collect(library, sitting, periodical).sections
            for e in entries
        }
        proposed = {ref for ref in proposed if not ref.startswith("chronicles/")}
        assert proposed - printed == set(), sitting.document.id
    assert compared >= 6

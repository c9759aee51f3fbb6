"""``press fix``, the allowances of documents and the office's word lists."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.diagnostics import Diagnostic, Location, Severity
from press.pipeline.fixing import apply
from press.pipeline.load import load

if TYPE_CHECKING:
    from conftest import Press, Tree

WORDS = """\
sensitive: [内部掌握]
preferred:
  - {wrong: 人大办, right: 人大常委会办公室, fix: true}
  - {wrong: 代表之家, right: 代表联络站, reason: 2024年起改称}
names:
  - {name: 顾明禾, wrong: [顾名禾, 顾明和]}
"""


def article(body: str, title: str = "题", **keys: str) -> str:
    more = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\ntitle: {title}\ndate: 2026-03-06\nstatus: published\n{more}---\n\n{body}\n"


def codes(root: Path) -> list[tuple[str, int, str]]:
    return [(f.location.path, f.location.line, f.code) for f in load(root).diagnostics]


# --- word lists ---------------------------------------------------------------------------------


def test_the_offices_words_are_found_in_titles_tables_and_text(tree: "Tree") -> None:
    table = "| 甲 | 顾名禾 |\n| --- | --- |\n| 内部掌握 | 乙 |"
    body = f"县人大办和代表之家。\n\n{table}\n\n`人大办`<!-- 内部掌握 -->"
    root = tree({"content/words.yml": WORDS, "content/news/a.md": article(body, "顾明和主持会议")})
    assert codes(root) == [
        ("content/news/a.md", 2, "T068"),
        ("content/news/a.md", 7, "T067"),
        ("content/news/a.md", 7, "T067"),
        ("content/news/a.md", 9, "T068"),
        ("content/news/a.md", 11, "T066"),
    ]


def test_the_right_form_is_not_found_in_itself(tree: "Tree") -> None:
    words = "preferred:\n  - {wrong: 人大, right: 县人大}\n"
    root = tree({"content/words.yml": words, "content/news/a.md": article("县人大和市人大。")})
    assert [(f.location.line, f.location.column) for f in load(root).diagnostics] == [(7, 6)]


def test_a_changed_list_is_applied_to_what_was_checked_before(tree: "Tree") -> None:
    root = tree({"content/words.yml": WORDS, "content/news/a.md": article("代表之家。")})
    assert codes(root) == [("content/news/a.md", 7, "T067")]
    (root / "content/words.yml").write_text("sensitive: [代表]\n", encoding="utf-8")
    assert codes(root) == [("content/news/a.md", 7, "T066")]
    (root / "content/words.yml").unlink()
    assert codes(root) == []


@pytest.mark.parametrize(
    "text",
    [
        "sensitive: 内部\n",
        "sensitive: ['']\n",
        "preferred: [{wrong: 甲}]\n",
        "preferred: [{wrong: 甲, right: 甲}]\n",
        "names: [{name: 甲, wrong: []}]\n",
        "other: [甲]\n",
        "- 甲\n",
    ],
)
def test_a_faulty_list_is_a_fault_at_its_line(text: str, tree: "Tree", press: "Press") -> None:
    run = press(tree({"content/words.yml": text, "content/news/a.md": article("正文。")}), "check")
    assert run.code == 1
    assert run.out.startswith("content/words.yml:1:")
    assert "Traceback" not in run.text


def test_tens_of_thousands_of_words(tree: "Tree") -> None:
    many = "\n".join(f"  - 词条{number:05d}号" for number in range(30_000))
    text = f"sensitive:\n{many}\n"
    root = tree({"content/words.yml": text, "content/news/a.md": article("其中有词条29999号和词条3号。")})
    assert codes(root) == [("content/news/a.md", 7, "T066")]


# --- allowances -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "<!-- 允许 T003：引用原文 -->\n原文是“甲,乙”。",
        "<!--允许 T003:引用原文-->\n\n\n原文是“甲,乙”。",
        "原文是“甲,乙”。<!-- 允许 T003：引用原文 -->",
        "第一行\n原文是“甲,乙”。\n<!-- 允许 T003：就在本段 -->末行",
        "<!-- 允许 T003、T067：两条 -->\n甲,乙，代表之家。",
    ],
)
def test_a_comment_allows_in_its_paragraph(body: str, tree: "Tree") -> None:
    words = WORDS if "T067" in body else ""
    files = {"content/news/a.md": article(body)} | ({"content/words.yml": words} if words else {})
    assert codes(tree(files)) == []


def test_a_comment_allows_nothing_beyond_its_paragraph(tree: "Tree") -> None:
    body = "<!-- 允许 T003：引用原文 -->\n甲,乙。\n\n丙,丁。"
    assert codes(tree({"content/news/a.md": article(body)})) == [("content/news/a.md", 10, "T003")]


def test_a_key_allows_in_the_whole_document(tree: "Tree") -> None:
    front = "\n  - {code: T003, reason: 全文是史料原文}"
    root = tree({"content/news/a.md": article("甲,乙。\n\n丙,丁。", "戊,己", allow=front)})
    assert codes(root) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<!-- 允许 T003：没有这回事 -->\n正文。", "多余的豁免：这里没有 T003 的问题"),
        ("<!-- 允许 T003 -->\n甲,乙。", "豁免 T003 没有写理由"),
        ("<!-- 允许 T999：不知道 -->\n正文。", "没有规则 T999"),
        ("<!-- 允许 -->\n正文。", "没有规则 （空）"),
        ("<!-- 允许 M017：套娃 -->\n正文。", "规则 M017 不能豁免"),
    ],
)
def test_an_allowance_that_is_none_is_a_fault(body: str, said: str, tree: "Tree") -> None:
    found = [f for f in load(tree({"content/news/a.md": article(body)})).diagnostics if f.code == "M017"]
    assert [f.message for f in found] == [said]
    assert found[0].location.line == 7


def test_an_allowance_is_used_again_when_nothing_is_read_anew(tree: "Tree") -> None:
    root = tree({"content/news/a.md": article("<!-- 允许 T003：引用原文 -->\n甲,乙。")})
    assert codes(root) == []
    # A file is not known again before the clock has ticked past its last change.
    time.sleep(0.1)
    load(root)
    again = load(root)
    assert again.read == 0
    assert again.diagnostics == []


def test_an_allowance_never_reaches_the_page(tree: "Tree", press: "Press") -> None:
    root = tree(
        {
            "content/news/a.md": article(
                "<!-- 允许 T003：内部理由 -->\n甲,乙。", allow="\n  - {code: T001, reason: 别处理由}"
            )
        }
    )
    run = press(root, "build", "--only", "portal")
    assert run.code == 1, "the second one is not used"
    root = tree({"content/news/a.md": article("<!-- 允许 T003：内部理由 -->\n甲,乙。")}, name="other")
    assert press(root, "build", "--only", "portal").code == 0
    page = (root / "dist/site/news/a/index.html").read_text(encoding="utf-8")
    assert "甲,乙" in page
    assert "理由" not in page


# --- fixing -----------------------------------------------------------------------------------------


def test_fixing_writes_what_diff_shows(tree: "Tree", press: "Press") -> None:
    words = {"content/words.yml": WORDS}
    root = tree({**words, "content/news/a.md": article("县人大办主任到会。代表之家开门。")})
    path = root / "content/news/a.md"
    before = path.read_bytes()
    shown = press(root, "fix", "--diff")
    assert shown.code == 0, shown.text
    assert path.read_bytes() == before
    assert "-县人大办主任到会。代表之家开门。" in shown.out
    assert "+县人大常委会办公室主任到会。代表之家开门。" in shown.out
    done = press(root, "fix")
    assert "content/news/a.md：1 处" in done.out
    assert path.read_text(encoding="utf-8") == article("县人大常委会办公室主任到会。代表之家开门。")
    assert "没有可以自动修正的地方" in press(root, "fix").out


def test_line_ends_modes_and_other_files_stay(tree: "Tree", press: "Press") -> None:
    text = article("县人大办。\n\n末段").replace("\n", "\r\n")
    root = tree({"content/words.yml": WORDS, "content/news/a.md": text, "content/news/b.md": article("乙。")})
    path = root / "content/news/a.md"
    path.chmod(0o640)
    other = (root / "content/news/b.md").stat().st_mtime_ns
    assert press(root, "fix").code == 0
    assert path.read_bytes() == text.replace("人大办", "人大常委会办公室").encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert (root / "content/news/b.md").stat().st_mtime_ns == other
    assert sorted(p.name for p in path.parent.iterdir()) == ["a.md", "b.md"]


def test_what_is_allowed_is_not_fixed(tree: "Tree", press: "Press") -> None:
    body = "<!-- 允许 T067：原文如此 -->\n县人大办。"
    root = tree({"content/words.yml": WORDS, "content/news/a.md": article(body)})
    assert "没有可以自动修正的地方" in press(root, "fix").out
    assert (root / "content/news/a.md").read_text(encoding="utf-8") == article(body)


def fault(line: int, column: int, span: int, fix: str) -> Diagnostic:
    return Diagnostic("T000", Severity.WARNING, Location("a.md", line, column), "", "", span, fix)


def test_fixes_are_made_each_at_its_place() -> None:
    text = "甲乙丙\n丁戊己"
    faults = [fault(2, 1, 1, "１"), fault(1, 2, 2, ""), fault(1, 1, 1, "长长长")]
    assert apply(text, faults) == ("长长长\n１戊己", 3)
    overlapping = [fault(1, 1, 2, "A"), fault(1, 2, 2, "B")]
    assert apply(text, overlapping) == ("A丙\n丁戊己", 1)


def test_a_line_ends_where_places_say_it_does() -> None:
    text = "甲\r乙\r\n丙\u2028丙\n丁"
    faults = [fault(line, 1, 1, "新") for line in (1, 2, 3, 4)]
    assert apply(text, faults) == ("新\r新\r\n新\u2028丙\n新", 4)


@given(st.lists(st.tuples(st.integers(0, 39), st.integers(1, 3), st.text("xyz", max_size=3)), max_size=8))
def test_what_no_fix_names_is_never_touched(edits: list[tuple[int, int, str]]) -> None:
    line = "".join(chr(0x4E00 + number) for number in range(40))
    after, count = apply(line, [fault(1, at + 1, span, fix) for at, span, fix in edits])
    touched = {at + step for at, span, _ in edits for step in range(span)}
    assert [c for c in after if c not in "xyz" and ord(c) - 0x4E00 not in touched] == [
        c for number, c in enumerate(line) if number not in touched
    ]
    assert count <= len(edits)

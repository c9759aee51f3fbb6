"""No text wears the rules out, trips them up or is broken by a fix: hostile strings, odd scripts."""

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adversarial import document, strings
from press.diagnostics import Diagnostic, Finding, Location, Severity
from press.markup.dialect import html, tokens
from press.pipeline.fixing import apply
from press.rules import Rule
from press.rules._explained import examples, explain
from press.source import manuscript
from seeded_faults import clean, found, on_text, seeded

if TYPE_CHECKING:
    from conftest import Press, Tree

PIECES = sorted(
    {
        piece
        for rule in on_text()
        for side in (explain(rule).bad, explain(rule).good)
        for piece in examples(side)
    }
)
LENGTH = 50_000
HANGS = 900
"""Seconds: rules whose work grows with the square of the text would need hours."""


def test_no_rule_goes_over_a_text_again_and_again() -> None:
    script = (
        "from adversarial import document, strings\nfrom seeded_faults import found\n"
        f"for name, text in strings({LENGTH}):\n    print(name, flush=True)\n    found(document(text))\n"
    )
    here = Path(__file__).parent
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=here, capture_output=True, text=True, timeout=HANGS, check=False
    )
    assert run.returncode == 0, run.stdout[-200:] + run.stderr[-2000:]
    assert run.stdout.count("\n") == sum(1 for _ in strings(8))


def check(text: str) -> list[tuple[str, Finding]]:
    """Every finding on words stands within one line of the file."""
    lines = text.split("\n")
    faults = found(text)
    for code, finding in faults:
        line, column = finding.at
        if isinstance(line, int) and isinstance(column, int):
            assert 1 <= line <= len(lines), (code, finding)
            assert 1 <= column <= len(lines[line - 1]) + 1, (code, finding)
            assert column - 1 + finding.span <= len(lines[line - 1]), (code, finding)
    return faults


def fixed(text: str, faults: list[tuple[str, Finding]]) -> tuple[str, list[tuple[str, str]]]:
    """The text with its fixes made, and each fix as (what stood there, what stands there now)."""
    fixes = []
    for code, f in faults:
        if f.fix is not None and f.span and isinstance(f.at[0], int) and isinstance(f.at[1], int):
            place = Location("a.md", f.at[0], f.at[1])
            fixes.append(Diagnostic(code, Severity.WARNING, place, "", "", f.span, f.fix))
    lines = text.split("\n")
    pairs = [
        (lines[d.location.line - 1][d.location.column - 1 : d.location.column - 1 + d.span], d.fix or "")
        for d in fixes
    ]
    return apply(text, fixes)[0], pairs


def shown(text: str) -> tuple[list[str], Counter[str]]:
    """The tags of the body, and its title and words as characters."""
    source = manuscript.split(text, "")
    pieces = list(tokens(html(source.body)))
    words = "".join(piece.text for piece in pieces) + str(source.front.values.get("title"))
    return [("/" if p.closing else "") + p.name for p in pieces if p.name], Counter(words)


def fix_all(text: str) -> str:
    """Fix until nothing is left to fix, as `press fix` does, watching what each round changes."""
    for _ in range(8):
        after, pairs = fixed(text, check(text))
        if not pairs:
            return text
        (tags, before), (tags_after, now) = shown(text), shown(after)
        assert tags == tags_after, "a fix has changed the form of the text"
        away = Counter("".join(old for old, _ in pairs))
        come = Counter("".join(new for _, new in pairs))
        assert not (before - now) - away, "a character outside the reported places is gone"
        assert not (now - before) - come, "a character outside the reported places has come"
        text = after
    raise AssertionError("fixing does not end")


@pytest.mark.parametrize("rule", on_text(), ids=[rule.code for rule in on_text()])
def test_fixing_leaves_nothing_to_fix_and_nothing_else_changed(rule: Rule) -> None:
    for one in seeded(rule, 12):
        fix_all(one.text)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from([*PIECES, "\n\n", "\n", "，", "。", "“", "”", "（", "1", " ", "- ", "会议"]),
        max_size=12,
    )
)
def test_pieces_of_faults_in_any_order(pieces: list[str]) -> None:
    fix_all(document("".join(pieces)))


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=60))
def test_any_characters_at_all(text: str) -> None:
    text = text.replace("\r", "").replace("\0", "").encode("utf-8", "ignore").decode()
    check(document(text))


SCRIPTS = {
    "Tibetan": "བོད་ཡིག་གི་དཔེ་མཚོན། ཚོགས་འདུ་འཚོགས་པ།",
    "Uyghur": "خەلق قۇرۇلتىيى دائىمىي كومىتېتى يىغىنى ئېچىلدى.",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ ᠤᠨ ᠵᠢᠱᠢᠶ᠎ᠡ",
    "Kazakh": "حالىق قۇرىلتايى تۇراقتى كوميتەتىنىڭ ءماجىلىسى",
    "Korean": "인민대표대회 상무위원회 회의가 열렸다.",
    "Yi": "ꆈꌠꁱꂷ ꉬ ꀋꐚ",
    "Zhuang": "Yinzminz Daibyauj Daihhoih ciengzvuj veijyenzvei hai hoih.",
    "Dai": "ᦅᦲᧃ ᦺᦑ ᦟᦹᧉ",
    "Cyrillic": "Заседание комитета открылось.",
    "Japanese": "これは会議の報告です。",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_text_in_another_script_is_no_fault(script: str) -> None:
    text = f"会议用当地通用的语言文字作了翻译：\n\n{SCRIPTS[script]}\n\n翻译件附后。"
    assert [(code, f.message) for code, f in check(document(text))] == []


def test_a_text_of_five_megabytes_is_refused_with_a_word(tree: "Tree", press: "Press") -> None:
    root = tree({"content/news/a.md": document("会" * 1_750_000)})
    run = press(root, "check")
    assert run.code == 1
    assert "文件太大" in run.out


def test_a_text_as_large_as_it_may_be_is_read(tree: "Tree", press: "Press") -> None:
    root = tree({"content/news/a.md": document(next(strings(1_380_000))[1])})
    run = press(root, "check", timeout=HANGS)
    assert "Traceback" not in run.text
    assert "文件太大" not in run.out


@pytest.mark.parametrize(
    "data",
    [
        document("会议").encode() + b"\xed\xa0\x80",
        document("会议").encode() + b"\xed\xb0\x80\xed\xa0\x80",
    ],
)
def test_half_a_surrogate_pair_is_no_text(data: bytes, tree: "Tree", press: "Press") -> None:
    run = press(tree({"content/news/a.md": data}), "check")
    assert run.code == 1
    assert "M001" in run.out
    assert "content/news/a.md:8" in run.out


def test_half_a_surrogate_pair_escaped_in_yaml_reaches_nobody(tree: "Tree", press: "Press") -> None:
    text = '---\ntitle: "题\\ud800目"\ndate: 2026-03-06\nstatus: published\n---\n\n正文。\n'
    run = press(tree({"content/news/a.md": text}), "check")
    assert run.code == 1
    assert "程序自身出错" not in run.text
    assert "content/news/a.md:2" in run.out


def test_our_own_articles_are_clean_under_fixing() -> None:
    for text in clean():
        assert fix_all(text) == text

"""Pieces of source lines: exactly the words, in the width there is, and nothing that moves a terminal."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.diagnostics.excerpts import cells, excerpt, sentence, visible

LONG = "".join(chr(0x4E00 + number % 5000) for number in range(1_000_000))


@pytest.mark.parametrize(
    ("line", "column", "span", "words", "before"),
    [
        ("审议通过了报告,并作出决议", 8, 1, ",", 14),
        ("审议通过了报告,并作出决议", 9, 3, "并作出", 15),
        ("date: 2026-02-30", 7, 0, "2", 6),
        ("“引文”……——，", 5, 2, "……", 6),
        ("\t缩进,的行", 4, 1, ",", 8),
        ("😀会议👨‍👩‍👧,结束", 9, 1, ",", 6 + 2 + 8 + 2 + 8 + 2),
        ("𠮷𠮷,四字节", 3, 1, ",", 4),
        ("e\u0301te\u0301,结束", 6, 1, ",", 3),
        ("①、ａｂｃ,ﾊﾝｶｸ", 6, 1, ",", 9),
    ],
)
def test_carets_stand_below_the_words(line: str, column: int, span: int, words: str, before: int) -> None:
    found = excerpt(line, column, span, 100)
    assert found.words == words
    assert cells(found.before) == before
    assert found.carets == " " * before + "^" * max(1, cells(words))
    assert found.text == visible(line)


def test_a_mark_is_shown_with_its_character() -> None:
    found = excerpt("字e\u0301字", 3, 1, 100)
    assert (found.before, found.words, found.after) == ("字", "e\u0301", "字")
    assert excerpt("字e\u0301字", 2, 1, 100).words == "e\u0301"


@pytest.mark.parametrize(("line", "column"), [("短", 9), ("", 1), ("", 7), ("短", 2)])
def test_a_place_past_the_end_is_shown_there(line: str, column: int) -> None:
    found = excerpt(line, column, 2, 100)
    assert (found.before, found.words, found.after) == (line, "", "")
    assert found.carets == "  " * len(line) + "^"


def test_a_long_line_is_cut_on_both_sides() -> None:
    found = excerpt(LONG, 500_001, 2, 40)
    assert found.words == LONG[500_000:500_002]
    assert found.before[0] == "…"
    assert found.after[-1] == "…"
    assert found.before[1:] == LONG[500_000 - len(found.before) + 1 : 500_000]
    assert 36 <= cells(found.text) <= 40
    # Near its ends the room goes to the other side.
    assert excerpt(LONG, 2, 1, 40).before == LONG[0]
    assert cells(excerpt(LONG, 2, 1, 40).text) >= 36
    assert excerpt(LONG, len(LONG), 1, 40).after == ""
    assert cells(excerpt(LONG, len(LONG), 1, 40).text) >= 36


def test_words_longer_than_the_room_are_cut_themselves() -> None:
    found = excerpt(LONG, 5, 400_000, 40)
    assert found.words.endswith("…")
    assert cells(found.text) <= 40


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[2J\x1b]0;题\x07", "‹U+001B›[2J‹U+001B›]0;题‹U+0007›"),
        ("甲\u202e乙\u2066", "甲‹U+202E›乙‹U+2066›"),
        ("\u200b\ufeff\u00ad", "‹U+200B›‹U+FEFF›‹U+00AD›"),
        ("\x9b31m\r\x85", "‹U+009B›31m‹U+000D›‹U+0085›"),
        ("\u2028\u2029", "‹U+2028›‹U+2029›"),
        ("\udce4\ue000", "‹U+DCE4›‹U+E000›"),
        ("\u3000全角\u00a0空格 ", "\u3000全角\u00a0空格 "),
        ("“好”…—😀é", "“好”…—😀é"),
    ],
)
def test_what_is_not_seen_is_shown_by_its_number(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@given(st.text(), st.integers(1, 60), st.integers(0, 30), st.integers(20, 90))
def test_any_line_is_cut_to_fit_and_cannot_move_a_terminal(
    line: str, column: int, span: int, room: int
) -> None:
    line = line.replace("\n", "")
    found = excerpt(line, column, span, room)
    for piece in (found, sentence(line, column, span)):
        assert not {unicodedata.category(c) for c in piece.text} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert sum(cells(c) for c in found.text) <= room
    assert len(found.carets) == cells(found.before) + max(1, cells(found.words))


def test_the_cost_does_not_grow_with_the_line() -> None:
    started = time.process_time()
    for column in range(1, 1_000_000, 5_000):
        excerpt(LONG, column, 1, 90)
        sentence(LONG, column, 1)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("line", "word", "shown"),
    [
        ("前一句。会议听取报告,作出决议。后一句。", ",", "会议听取报告,作出决议。"),
        ("他说：“好,好！”大家鼓掌。", ",", "他说：“好,好！”"),
        ("开头,没有句号", ",", "开头,没有句号"),
        ("句号错了。后一句。", "。", "句号错了。"),
        ("甲" * 100 + "，" + "乙" * 100, "，", "…" + "甲" * 60 + "，" + "乙" * 60 + "…"),
    ],
)
def test_the_sentence_around_words(line: str, word: str, shown: str) -> None:
    found = sentence(line, line.index(word) + 1, len(word))
    assert found.words == word
    assert found.text == shown

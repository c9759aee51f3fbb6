"""The tables of slips: every entry can be found, and what it is corrected to is no slip itself."""

import pytest

from press.rules import _slips

KINDS = list(_slips._TABLES)
ENTRIES = [slip for kind in KINDS for slip in _slips.entries(kind)]
CORRECTING = [slip for slip in ENTRIES if slip.kind not in ("wreck", "debris")]


def slips_in(text: str) -> dict[str, list[tuple[_slips.Slip, int, int]]]:
    return _slips._found(text, text)


def test_no_word_is_listed_twice() -> None:
    wrong = [slip.wrong for slip in ENTRIES]
    assert sorted(word for word in set(wrong) if wrong.count(word) > 1) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_is_found_alone(kind: str) -> None:
    silent = []
    for slip in _slips.entries(kind):
        found = slips_in(f"，{slip.wrong}，").get(kind, [])
        if [entry for entry, _, _ in found] != [slip]:
            silent.append(slip.wrong)
    assert silent == []


def test_what_is_right_is_no_slip() -> None:
    for slip in CORRECTING:
        for right in slip.right:
            assert right != slip.wrong
            assert slips_in(f"，{right}，") == {}, slip


def test_a_neighbour_makes_it_right() -> None:
    for slip in CORRECTING:
        for behind in slip.not_behind:
            assert all(e is not slip for e, _, _ in slips_in(behind + slip.wrong).get(slip.kind, []))
        for before in slip.not_before:
            assert all(e is not slip for e, _, _ in slips_in(slip.wrong + before).get(slip.kind, []))

"""What a text says of its meeting: how many were expected and came, and which session it was."""

import re
from typing import NamedTuple

from press.markup.citations import numeral

_COUNT = "([0-9]{1,4})(?:人|名)"
_HEADS = re.compile(
    rf"应(?:到|出席)(?:会议)?的?(?:常委会)?(?:组成人员|代表|委员)?(?:为|共)?{_COUNT}"
    rf"[，、；,; \n]{{1,3}}实(?:到|际出席)(?:会议)?的?(?:常委会)?(?:组成人员|代表|委员)?(?:为|共)?{_COUNT}"
)
_NUMERAL = "([一二三四五六七八九十百零]{1,5}|[0-9]{1,3})"
SESSION = re.compile(rf"届(?:人民代表大会|人大)(常务委员会|常委会)?第?{_NUMERAL}次会议(?<![主党]任会议)")
_TERM = re.compile(rf"{_NUMERAL}\Z")
_ADOPTED = re.compile(r"[^（）\n]{0,12}(?:通过|批准|表决)[^（）\n]{0,20}）")
_BEGINNING = 600


class Heads(NamedTuple):
    """应到 ``expected`` 人，实到 ``present`` 人, said at ``start``."""

    expected: int
    present: int
    start: int


class Session(NamedTuple):
    """第 ``term`` 届 第 ``number`` 次会议 of the congress or of its ``committee``."""

    term: int
    number: int
    committee: bool


def heads(prose: str) -> Heads | None:
    """Return how many a text says were expected and came; None when it says so twice in different ways."""
    if "应到" not in prose and "应出席" not in prose:
        return None
    found = [Heads(int(match[1]), int(match[2]), match.start()) for match in _HEADS.finditer(prose)]
    return found[0] if len({pair[:2] for pair in found}) == 1 else None


def sessions(text: str) -> list[tuple[Session, int, int]]:
    """Return every session named in ``text`` with its place."""
    found = []
    for match in SESSION.finditer(text):
        term = _TERM.search(text, max(0, match.start() - 5), match.start())
        if term is not None:
            session = Session(numeral(term[1]), numeral(match[2]), match[1] is not None)
            found.append((session, term.start(), match.end()))
    return found


def adopted(prose: str) -> list[tuple[Session, int]]:
    """Return the sessions of （…次会议通过） at the beginning of a text, with their places."""
    beginning = prose[:_BEGINNING]
    if "次会议" not in beginning:
        return []
    return [(session, start) for session, start, end in sessions(beginning) if _ADOPTED.match(beginning, end)]

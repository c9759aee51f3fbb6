"""Allowances: ``<!-- 允许 T003：理由 -->`` before or in a paragraph, or ``allow`` in the front matter."""

import re
from dataclasses import dataclass

_COMMENT = re.compile(r"<!--[ \t]*允许[ \t]*([^：:\n]*?)[ \t]*(?:[：:][ \t]*(.*?))?[ \t]*-->")
_CODE = re.compile(r"[A-Z][0-9]{3}")


@dataclass(frozen=True)
class Allowance:
    """``code`` does not count on the lines ``first`` to ``last``; it is written at ``at``.

    ``code`` is as written when it is none; ``reason`` is empty when there is none.
    """

    code: str
    reason: str
    first: int
    last: int
    at: tuple[int, int]


def allowances(body: str, body_line: int) -> tuple[Allowance, ...]:
    """Return what the comments of a body allow; lines are those of the file.

    A comment on a line of its own is for the next paragraph, list or table, any other for its own.
    """
    if "允许" not in body or "<!--" not in body:
        return ()
    lines = body.split("\n")
    found: list[Allowance] = []
    for index, line in enumerate(lines):
        for match in _COMMENT.finditer(line):
            first, last = _block(lines, index, alone=not _COMMENT.sub("", line).strip())
            codes = _CODE.findall(match[1]) or [match[1]]
            place = (body_line + index, match.start() + 1)
            span = (body_line + first, body_line + last)
            found += [Allowance(code, match[2] or "", *span, place) for code in codes]
    return tuple(found)


def _block(lines: list[str], index: int, alone: bool) -> tuple[int, int]:
    first = index
    if alone:
        first = next((at for at in range(index + 1, len(lines)) if lines[at].strip()), index)
    else:
        while first and lines[first - 1].strip():
            first -= 1
    last = first
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    return first, last

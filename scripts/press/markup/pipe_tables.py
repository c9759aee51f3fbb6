"""The tables of a Markdown body as they were written, with the line of every row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RULE = re.compile(r"\|?(?: *:?-+:? *\|)* *:?-+:? *\|?")
_CELL = re.compile(r"(?<!\\)\|")
_MARKS = re.compile(r"\*\*|__|\*|`|\[\^[^\]]*\]")
_INSIDE = re.compile(r"(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(?=\|))?")
"""What stands before a table in a quotation or on the line of a list item."""


@dataclass(frozen=True)
class PipeTable:
    """A table: its ``head`` and its ``rows``, each with the line of the body (1-based) it stands on.

    Cells keep the full-width blanks they begin with: that is how tables show what is part of what.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def pipe_tables(body: str) -> Iterator[PipeTable]:
    """Yield the tables of ``body``; cells are plain text, as many in each row as in the head."""
    if "|" not in body:
        return
    lines = [_INSIDE.sub("", line, count=1).rstrip() for line in body.split("\n")]
    number = 1
    while number < len(lines):
        head, rule = lines[number - 1], lines[number]
        if "|" not in head or "-" not in rule or not _RULE.fullmatch(rule):
            number += 1
            continue
        columns = _cells(head)
        number += 2
        if len(columns) != len(_cells(rule)):
            continue
        rows = []
        while number <= len(lines) and "|" in lines[number - 1]:
            cells = _cells(lines[number - 1])[: len(columns)]
            rows.append((number, cells + ("",) * (len(columns) - len(cells))))
            number += 1
        yield PipeTable(columns, tuple(rows))


def _cells(line: str) -> tuple[str, ...]:
    inner = line.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(_MARKS.sub("", cell).replace("\\|", "|").strip(" \t") for cell in _CELL.split(inner))

"""Lines of Markdown in our dialect: what is escaped, marks about words, pictures and their captions."""

import re
from collections.abc import Iterator
from typing import NamedTuple

BREAK = "\x1e"
"""Stands for a forced line end until the line is written: a backslash may also be a character."""

BLANK = f" \t\n\r\u3000\xa0{BREAK}"
"""What is no part of a line at its ends."""

_SPECIAL = re.compile(
    r"[\\`*\[\]~]|_(?![A-Za-z0-9])|(?<![A-Za-z0-9])_|<(?=[A-Za-z/!?])|!(?=--)|&(?=#?[A-Za-z0-9]{1,32};)"
)
_AT_START = re.compile(
    r"(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|>|:::|={2,}\s*$|-{2,}\s*$)|(?<=^)(?P<number>[0-9]{1,9})(?=[.)](?:\s|$))"
)
_CAPTION = re.compile(r"图[ \u3000]*[0-9一二三四五六七八九十]+|.*摄[）)]?$")


class Placed(NamedTuple):
    """A picture as it is written: its address, what can be seen, its caption."""

    src: str
    alt: str
    caption: str = ""


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown shows these very characters within a line."""
    return _SPECIAL.sub(lambda match: "\\" + match[0], text.replace(BREAK, ""))


def around(inner: str, mark: str) -> str:
    """Put ``mark`` about ``inner``, blanks and line ends outside of it."""
    core = inner.strip(BLANK)
    if not core or "\n\n" in core:
        return inner
    start = inner.index(core)
    return f"{inner[:start]}{mark}{core}{mark}{inner[start + len(core) :]}"


def paragraph(text: str) -> str:
    """A paragraph whose lines begin with nothing that Markdown would take for a block."""
    lines = (line.strip(BLANK) for line in text.split(BREAK))
    return "\\\n".join(_begun(line) for line in lines if line)


def _begun(line: str) -> str:
    match = _AT_START.match(line)
    if match is None:
        return line
    number = match["number"] or ""
    return f"{number}\\{line[len(number) :]}"


def image(placed: Placed) -> str:
    """Return a picture as Markdown."""
    alt = escaped(placed.alt)
    if not placed.caption:
        return f"![{alt}]({placed.src})"
    caption = re.sub(r'[\\"&]', r"\\\g<0>", placed.caption)
    return f'![{alt}]({placed.src} "{caption}")'


def captioned(blocks: Iterator[str]) -> Iterator[str]:
    """Join a picture with the line below it that is its caption."""
    waiting = ""
    for block in blocks:
        if waiting:
            plain = re.sub(r"\\(.)", r"\1", block)
            if len(plain) <= 80 and "\n" not in block and _CAPTION.match(plain):
                alt, _, address = waiting[2:-1].rpartition("](")
                yield image(Placed(address, re.sub(r"\\(.)", r"\1", alt) or plain, plain))
                waiting = ""
                continue
            yield waiting
            waiting = ""
        if block.startswith("![") and block.endswith(")") and '"' not in block:
            waiting = block
        else:
            yield block
    if waiting:
        yield waiting

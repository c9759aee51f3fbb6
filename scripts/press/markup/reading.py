"""What there is to read in a file: the words of its front matter and body, all else blanked out."""

import re

_KEY = re.compile(r"[ \t]*(?:- )*(?:[A-Za-z_]+:)?[ \t]*")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_COMMENT = re.compile(r"[ \t]#.*$")
_FLOW = re.compile(r"[!-/:-~]")


def reading(text: str, prose: str) -> str:
    """Return ``text`` (a whole file) as its words alone; every character keeps its place.

    ``prose`` is its body as ``outline.prose`` gives it. Of the front matter stay the values that
    hold Chinese; keys, addresses, quotation marks around values and comments become spaces.
    """
    front = text[: len(text) - len(prose)]
    return "\n".join(map(_words, front.split("\n"))) + prose


def _words(line: str) -> str:
    if line.isascii() or not _HAN.search(line):
        return " " * len(line)
    key = _KEY.match(line)
    before = key.end() if key else 0
    value = line[before:]
    if "#" in value:
        value = _COMMENT.sub(lambda comment: " " * len(comment[0]), value)
    if value[0] in "[{":
        value = _FLOW.sub(" ", value)
    elif value[0] in "\"'":
        end = value.rstrip()
        value = " " + (end[1:-1] + " " if end[-1] == value[0] and len(end) > 1 else end[1:]).ljust(
            len(value) - 1
        )
    return " " * before + value

"""Split a Markdown file into its front matter and its body."""

import re
from dataclasses import dataclass
from pathlib import Path

from press.source import text as texts
from press.source import yaml
from press.source.errors import ChangedError
from press.source.text import Fault

_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_FRONT = re.compile(r"---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|\Z)")


@dataclass(frozen=True)
class Manuscript:
    """One Markdown file. ``body`` starts on line ``body_line`` of the file (1-based)."""

    text: str
    digest: str
    front: yaml.Mapping
    body: str
    body_line: int
    faults: tuple[Fault, ...] = ()


def read(path: Path) -> Manuscript:
    """Read and split ``path``; what is wrong with it lies in ``faults``."""
    raw = texts.read(path)
    if raw.fault:
        return Manuscript("", raw.digest, yaml.Mapping({}), "", 1, (raw.fault,))
    return split(raw.text, raw.digest)


def split(text: str, digest: str) -> Manuscript:
    """Split the text of a file. The front matter stands between two lines of ``---``."""
    found = _FRONT.match(text)
    if found:
        front = yaml.parse(found[1], first_line=2)
        body_line = found[0].count("\n") + 1
        return Manuscript(text, digest, front, text[found.end() :], body_line, front.faults)
    if not _OPENING.match(text):
        fault = Fault(
            "yaml", 1, 1, "文件开头没有信息栏", "第一行写 ---，接着写 title、date 等，再以 --- 结束"
        )
        return Manuscript(text, digest, yaml.Mapping({}), text, 1, (fault,))
    fault = Fault("yaml", 1, 1, "信息栏没有结束", "请在信息栏最后单起一行写 ---")
    return Manuscript(text, digest, yaml.Mapping({}), "", text.count("\n") + 1, (fault,))


def body(path: Path, digest: str) -> str:
    """Return the body of a file that was checked as ``digest``.

    Raises ChangedError when the file has changed since: what was not checked is not
    published.
    """
    raw = texts.read(path)
    found = _FRONT.match(raw.text)
    if raw.digest != digest or found is None:
        raise ChangedError(str(path))
    return raw.text[found.end() :]

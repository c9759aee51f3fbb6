"""What a reader or deputy sends in: ``submission.json``, version 1, of the file 网上投稿 saves.

The page ``/submit/`` writes it and ``press import`` reads it; both take their limits from here.
"""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from press.model.meta import Line, Strict

VERSION = 1
NAME = "submission.json"

TYPES = ("news", "stories", "study")
"""The types of documents that are asked for."""

MAX_TITLE = 60
MAX_TEXT = 20_000
MAX_PICTURES = 9
MAX_FILE = 20 * 1024 * 1024
MAX_TOTAL = 40 * 1024 * 1024
"""Characters and bytes; a mailbox takes 50 MB with the letter's own encoding on top."""

_FILE = re.compile(r"text\.md|manuscript\.docx|images/[0-9]{1,2}\.(?:jpg|png|webp)")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def _seen(value: str) -> str:
    if _UNSEEN.search(value):
        raise PydanticCustomError("said", "应是一行文字，不能有看不见的控制字符")
    return value


Said = Annotated[Line, Field(max_length=200), AfterValidator(_seen)]
"""One line that can be shown on a terminal."""

Title = Annotated[Line, Field(max_length=MAX_TITLE), AfterValidator(_seen)]


def clean(text: str) -> str:
    """Take out of ``text`` what is not seen and could command or turn round a line; line ends stay."""
    return _UNSEEN.sub(lambda match: match[0] if match[0] in "\n\t" else "", text)


def _named(value: str) -> str:
    if not _FILE.fullmatch(value):
        raise PydanticCustomError("said", "应是 text.md、manuscript.docx 或 images/1.jpg 这样的文件名")
    return value


def _agreed(value: bool) -> bool:
    if not value:
        raise PydanticCustomError("said", "投稿人没有同意，不能采用")
    return value


FileName = Annotated[str, AfterValidator(_named)]
Agreed = Annotated[bool, AfterValidator(_agreed)]


class Picture(Strict):
    """A picture: its file, what can be seen in it, and who took it."""

    file: FileName
    caption: Said
    photographer: Said | None = None


class File(Strict):
    """A file beside ``submission.json``: bytes and SHA-256 (hex)."""

    path: FileName
    size: Annotated[int, Field(ge=0, le=MAX_FILE)]
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]*$", min_length=64, max_length=64)]


class Consent(Strict):
    """What the sender has agreed to; nothing is taken in without."""

    original: Agreed
    publish: Agreed


class Contribution(Strict):
    """``submission.json``. ``contact`` is for the editors alone and goes into no file of the repository.

    ``manuscript`` is ``text.md`` (Markdown) or ``manuscript.docx``.
    """

    format: Literal["press-submission"]
    version: Literal[1]
    type: Literal["news", "stories", "study"]
    title: Title
    authors: Annotated[tuple[Said, ...], Field(min_length=1, max_length=10)]
    organization: Said | None = None
    contact: Said
    manuscript: Literal["text.md", "manuscript.docx"]
    pictures: Annotated[tuple[Picture, ...], Field(max_length=MAX_PICTURES)] = ()
    files: Annotated[tuple[File, ...], Field(min_length=1, max_length=MAX_PICTURES + 1)]
    consent: Consent


LIMITS: dict[str, int] = {
    "title": MAX_TITLE,
    "text": MAX_TEXT,
    "pictures": MAX_PICTURES,
    "file": MAX_FILE,
    "total": MAX_TOTAL,
}
"""What the page is told."""

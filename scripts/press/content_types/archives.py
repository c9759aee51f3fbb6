"""影音档案: scans, recordings and films with their archival code and fixity."""

import re
from enum import Enum
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from press.content_types import ContentType
from press.model.meta import Byline, Date, KeyPath, Line, Strict, choice


class Medium(Enum):
    """What kind of item it is."""

    SCAN = "扫描件"
    AUDIO = "录音"
    VIDEO = "录像"


def _digest(value: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", value):
        raise PydanticCustomError("said", "应是64位小写十六进制的校验值（用 sha256sum 算出）")
    return value


class Item(Strict):
    """One file beside the document, with the SHA-256 that proves it unchanged."""

    file: Line
    sha256: Annotated[str, AfterValidator(_digest)]
    label: Line | None = None
    captions: Line | None = None


class Archive(Byline):
    """An archival item 档案; ``code`` is its 档号, ``made_on`` the day it was made.

    The transcript is the document's body; ``captions`` of a file is a WebVTT file.
    """

    code: Line | None = None
    medium: Annotated[Medium, choice(Medium)] | None = None
    made_on: Date | None = None
    custodian: Line | None = None
    items: tuple[Item, ...] = ()

    def files(self) -> tuple[tuple[KeyPath, str], ...]:
        """The files and their captions."""
        found: list[tuple[KeyPath, str]] = []
        for index, item in enumerate(self.items):
            found.append((("items", index, "file"), item.file))
            if item.captions:
                found.append((("items", index, "captions"), item.captions))
        return tuple(found)


TYPE = ContentType(
    folder="archives",
    label="影音档案",
    order=13,
    model=Archive,
    example="""\
---
title: {title}
date: {date}
status: draft            # 定稿后改为 published
code: QHRD-2026-LY-0001  # 档号
medium: 录音             # 扫描件 · 录音 · 录像
made_on: {date}          # 形成日期
custodian: 县人大常委会办公室档案室
items:
  - file: media/example.mp3   # 放在稿件旁的 media/ 里
    sha256: "0000000000000000000000000000000000000000000000000000000000000000"
    # captions: media/example.vtt
---

文字记录：逐字写下所说的话。
""",
)

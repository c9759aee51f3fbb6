"""The office's own word lists (``content/words.yml``): what must not be printed, and how it is written."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from press.model.meta import Line, Strict

PATH = "content/words.yml"

_PADDING = re.compile(r"[\s-]|^\s*(?:\+|00)86(?=[\s-]*1)")

Word = Annotated[Line, Field(max_length=100)]


Contact = Annotated[Word, BeforeValidator(lambda value: str(value) if type(value) is int else value)]
"""A number or an address; written without quotation marks, a number is one to YAML."""


class Preferred(Strict):
    """``wrong`` is written ``right`` in this house; with ``fix`` it may be put right by itself."""

    wrong: Word
    right: Word
    reason: Line | None = None
    fix: bool = False

    @field_validator("right")
    @classmethod
    def _another(cls, right: str, info: ValidationInfo) -> str:
        if right == info.data.get("wrong"):
            raise PydanticCustomError("said", "应与 wrong 不同")
        return right


class Spelling(Strict):
    """A name and the slips it is misspelt by."""

    name: Word
    wrong: tuple[Word, ...] = Field(min_length=1)


class Words(Strict):
    """``content/words.yml``; ``public`` are mobile numbers and accounts that the office itself publishes."""

    sensitive: tuple[Word, ...] = ()
    preferred: tuple[Preferred, ...] = ()
    names: tuple[Spelling, ...] = ()
    public: tuple[Contact, ...] = ()

    def publishes(self, digits: str) -> bool:
        """Whether the office has published a number as its own, such as 13800000000."""
        return any(digits == _PADDING.sub("", written) for written in self.public)

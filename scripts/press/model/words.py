"""The office's own word lists (``content/words.yml``): what must not be printed, and how it is written."""

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from press.model.meta import Line, Strict

PATH = "content/words.yml"

Word = Annotated[Line, Field(max_length=100)]


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
    """``content/words.yml``."""

    sensitive: tuple[Word, ...] = ()
    preferred: tuple[Preferred, ...] = ()
    names: tuple[Spelling, ...] = ()

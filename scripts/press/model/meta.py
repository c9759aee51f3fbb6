"""Front matter: the keys every content type shares, and what can be wrong with one."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

KeyPath = tuple[str | int, ...]

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def _date(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value
    match = _ISO.fullmatch(value) if isinstance(value, str) else None
    if not match:
        raise PydanticCustomError("bad_date", "form")
    try:
        return datetime.date(*map(int, match.groups()))
    except ValueError:
        raise PydanticCustomError("bad_date", "calendar") from None


Date = Annotated[datetime.date, BeforeValidator(_date)]
"""A calendar day written YYYY-MM-DD (GB/T 7408.1 extended form)."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n]*$")]
"""Text on one line, not empty."""


class Strict(BaseModel):
    """A record that refuses unknown keys and guesses no types."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


class Status(Enum):
    """Where a document stands. Only ``published`` leaves the house."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Visibility(Enum):
    """Who may read it. ``internal`` reaches no public output."""

    PUBLIC = "public"
    INTERNAL = "internal"


def _member(kind: type[Enum]) -> BeforeValidator:
    def convert(value: Any) -> Any:
        try:
            return kind(value)
        except ValueError:
            allowed = "、".join(member.value for member in kind)
            raise PydanticCustomError("choice", "{allowed}", {"allowed": allowed}) from None

    return BeforeValidator(convert)


class Correction(Strict):
    """A correction 更正 made after publication: the day and what was put right."""

    date: Date
    text: Line


class Review(Strict):
    """One of the three reviews 三审: stage, by whom, when. Never published."""

    stage: Line
    by: Line
    date: Date


class Meta(Strict):
    """The keys of every content type."""

    title: Line
    date: Date
    id: Line | None = None
    status: Annotated[Status, _member(Status)] = Status.DRAFT
    visibility: Annotated[Visibility, _member(Visibility)] = Visibility.PUBLIC
    subtitle: Line | None = None
    summary: Line | None = None
    tags: tuple[Line, ...] = ()
    corrections: tuple[Correction, ...] = ()
    reviews: tuple[Review, ...] = ()


class Byline(Meta):
    """Keys of articles that people sign: source 来源, 作者, 摄影, 责任编辑, 栏目, cover."""

    source: Line | None = None
    authors: tuple[Line, ...] = ()
    photographers: tuple[Line, ...] = ()
    editors: tuple[Line, ...] = ()
    column: Line | None = None
    cover: Line | None = None


@dataclass(frozen=True)
class KeyProblem:
    """What is wrong with one key. ``kind``: missing, unknown, ill_typed or bad_date.

    ``known`` are the keys that may stand where an unknown one does.
    """

    kind: str
    path: KeyPath
    detail: str
    known: tuple[str, ...] = ()


_EXPECTED = {
    "string_type": "文字（若是纯数字或 yes/no，请加英文双引号）",
    "string_too_short": "文字，不能空着",
    "string_pattern_mismatch": "一行文字，不能换行",
    "tuple_type": "列表，如 [甲, 乙]",
    "list_type": "列表，如 [甲, 乙]",
    "int_type": "整数",
    "greater_than_equal": "更大的数",
    "less_than_equal": "更小的数",
    "model_type": "下一级的“键: 值”",
    "dict_type": "下一级的“键: 值”",
}


def problems(model: type[BaseModel], error: ValidationError) -> Iterator[KeyProblem]:
    """Turn pydantic's report into problems that name keys, in the writer's words."""
    for item in error.errors(include_url=False, include_input=False):
        path = tuple(item["loc"])
        kind = item["type"]
        if kind == "missing":
            yield KeyProblem("missing", path, "")
        elif kind == "extra_forbidden":
            known = tuple(model.model_fields) if len(path) == 1 else ()
            yield KeyProblem("unknown", path, "", known)
        elif kind == "bad_date":
            yield KeyProblem("bad_date", path, item["msg"])
        elif kind == "choice":
            yield KeyProblem("ill_typed", path, f"只能是 {item['msg']} 之一")
        elif kind == "literal_error":
            allowed = item["ctx"]["expected"].replace("'", "").replace(" or ", "、")
            yield KeyProblem("ill_typed", path, f"只能是 {allowed.replace(', ', '、')} 之一")
        else:
            yield KeyProblem("ill_typed", path, f"应是{_EXPECTED.get(kind, '别的类型')}")


M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], values: dict[str, Any]) -> tuple[M | None, tuple[KeyProblem, ...]]:
    """Return (record, ()) or (None, problems)."""
    try:
        return model.model_validate(_freeze(values)), ()
    except ValidationError as error:
        return None, tuple(problems(model, error))


def _freeze(value: Any) -> Any:
    """Turn lists into tuples, at every depth: records are frozen and hashable."""
    if isinstance(value, dict):
        return {key: _freeze(item) for key, item in value.items()}
    if isinstance(value, list):
        return tuple(_freeze(item) for item in value)
    return value

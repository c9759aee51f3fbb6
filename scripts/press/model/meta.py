"""Front matter: the keys every content type shares, and what can be wrong with one."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

KeyPath = tuple[str | int, ...]

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


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

Tag = Annotated[Line, StringConstraints(max_length=40)]
"""A tag: its page is a folder, and a folder's name holds 255 bytes at most."""


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


def choice(kind: type[Enum]) -> BeforeValidator:
    """Accept a member by its value or by its name in small letters (通过 or ``passed``)."""

    def convert(value: Any) -> Any:
        for member in kind:
            if value is member or value in (member.value, member.name.lower()):
                return member
        allowed = "、".join(member.value for member in kind)
        raise PydanticCustomError("choice", "{allowed}", {"allowed": allowed})

    return BeforeValidator(convert)


class Correction(Strict):
    """A correction 更正 made after publication: the day and what was put right."""

    date: Date
    text: Line


class Allow(Strict):
    """A rule that does not count in this document, and why."""

    code: Annotated[Line, Field(max_length=8)]
    reason: Line


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
    status: Annotated[Status, choice(Status)] = Status.DRAFT
    visibility: Annotated[Visibility, choice(Visibility)] = Visibility.PUBLIC
    subtitle: Line | None = None
    summary: Line | None = None
    tags: tuple[Tag, ...] = ()
    corrections: tuple[Correction, ...] = ()
    reviews: tuple[Review, ...] = ()
    allow: tuple[Allow, ...] = ()

    def files(self) -> tuple[tuple[KeyPath, str], ...]:
        """The files beside the document that its keys name (not images): (key, file)."""
        return ()


class Byline(Meta):
    """Keys of what people sign: source 来源, 作者, 摄影, 责任编辑, 栏目, cover, 文号.

    ``meeting`` is the id of the meeting it belongs to, ``deputies`` the ids of those it is about.
    """

    source: Line | None = None
    authors: tuple[Line, ...] = ()
    photographers: tuple[Line, ...] = ()
    editors: tuple[Line, ...] = ()
    column: Line | None = None
    cover: Line | None = None
    number: Line | None = None
    meeting: Line | None = None
    deputies: tuple[Line, ...] = ()


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
    "too_short": "至少一项的列表",
    "model_type": "下一级的“键: 值”",
    "dict_type": "下一级的“键: 值”",
}


def problems(model: type[BaseModel], error: ValidationError) -> Iterator[KeyProblem]:
    """Turn pydantic's report into problems that name keys, in the writer's words."""
    items = error.errors(include_url=False, include_input=False)
    paths = [tuple(item["loc"]) for item in items]
    for item, path in zip(items, paths, strict=True):
        kind = item["type"]
        if any(other != path and other[: len(path)] == path for other in paths):
            continue  # only the innermost fault tells the writer where to look
        if kind == "missing":
            yield KeyProblem("missing", path, "")
        elif kind == "extra_forbidden":
            yield KeyProblem("unknown", path, "", _known(model, path[:-1]))
        elif kind == "bad_date":
            yield KeyProblem("bad_date", path, item["msg"])
        elif kind == "said":
            yield KeyProblem("ill_typed", path, item["msg"])
        elif kind == "choice":
            yield KeyProblem("ill_typed", path, f"只能是 {item['msg']} 之一")
        elif kind == "literal_error":
            allowed = item["ctx"]["expected"].replace("'", "").replace(" or ", "、")
            yield KeyProblem("ill_typed", path, f"只能是 {allowed.replace(', ', '、')} 之一")
        elif kind == "string_too_long":
            yield KeyProblem("ill_typed", path, f"应不超过 {item['ctx']['max_length']} 个字")
        elif kind == "too_long":
            yield KeyProblem("ill_typed", path, f"应不超过 {item['ctx']['max_length']} 项")
        elif kind == "greater_than_equal":
            yield KeyProblem("ill_typed", path, f"应不小于 {item['ctx']['ge']}")
        elif kind == "less_than_equal":
            yield KeyProblem("ill_typed", path, f"应不大于 {item['ctx']['le']}")
        else:
            yield KeyProblem("ill_typed", path, f"应是{_EXPECTED.get(kind, '别的类型')}")


def _known(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The keys that may stand below ``path``."""
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            inner = _record(model.model_fields[part].annotation)
            if inner is None:
                return ()
            model = inner
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _record(annotation: Any) -> type[BaseModel] | None:
    """The record inside ``tuple[Record, ...]`` or ``Record | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _record(inner))), None)


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

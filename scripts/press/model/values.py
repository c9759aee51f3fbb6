"""Values the congress's record is made of: names, heads, votes, ordinals."""

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import Enum
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from press.model.meta import Line, Strict, choice

_MOST = 9999
_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_GAP = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}（])|(?<=）)\s+|(?<=（)\s+|\s+(?=）)|\s*·\s*")
_DOTS = re.compile(rf"(?<=[{_HAN}])\s*[•・．‧∙⋅●･.]\s*(?=[{_HAN}])")
_NOTE = re.compile(r"（([^（）]*)）")
_NO_DISTINCTION = re.compile(r"[男女]|\w{1,4}族|因.*|.*(?:学习|出差|公务|培训|开会|住院|休假|病假|事假|产假)")
_DIGITS = "零一二三四五六七八九"
_REF = re.compile(r"[a-z]+/[a-z0-9-]+")
_NUMBER = re.compile(r"-?(?:[0-9]{1,15}|[0-9]{1,3}(?:[,，][0-9]{3}){1,4})(?:\.[0-9]{1,8})?")


def _name(value: Any) -> Any:
    """Bring a name to its one spelling: Word pads two characters to the width of three."""
    if not isinstance(value, str):
        return value
    plain = value.strip().replace("(", "（").replace(")", "）")
    return _GAP.sub(lambda match: "·" if "·" in match[0] else "", _DOTS.sub("·", plain))


def _somebody(value: str) -> str:
    if not person(value).strip():
        raise PydanticCustomError("said", "应是姓名，不能只有括注")
    return value


Name = Annotated[Line, Field(max_length=60), BeforeValidator(_name), AfterValidator(_somebody)]
"""A person's name, perhaps with a note: 夏禾青（女）. Padding is taken out; · parts minority names."""


def spellings(name: str) -> list[str]:
    """The ways a name is written in prose: padded when it has two characters, with other dots."""
    if len(name) == 2:
        return [name, *(gap.join(name) for gap in (" ", "\u3000", "\u3000\u3000", "  "))]
    return [name, *(name.replace("·", dot) for dot in "•・．‧" if "·" in name)]


def person(name: str) -> str:
    """Return the name without its note: ``夏禾青（女）`` → ``夏禾青``."""
    return _NOTE.sub("", name)


@cache
def signed(name: str) -> str:
    """Return whose name stands in a byline, in its one spelling: ``纪　岚（实习）`` → ``纪岚``."""
    plain = str(_name(name))
    return person(plain).strip() or plain


def identity(name: str) -> str:
    """Return the name with that part of its note that tells two people of one name apart.

    ``李伟（女，青屏镇）`` → ``李伟青屏镇``; sex, nation and why somebody is away tell nothing.
    """
    parts = [part for note in _NOTE.findall(name) for part in re.split("[，、,]", note)]
    return person(name) + "".join(part for part in parts if not _NO_DISTINCTION.fullmatch(part.strip()))


def _heads(value: Any) -> Any:
    if isinstance(value, tuple):
        people = tuple(_name(item) for item in value)
        if not all(isinstance(name, str) and len(name) <= 60 and "\n" not in name for name in people):
            raise PydanticCustomError("said", "应是姓名的列表，每项一个姓名")
        for name in people:
            if not person(name).strip():
                raise PydanticCustomError("said", "应是姓名的列表，有一项是空的")
        return people
    if type(value) is int and 0 <= value <= _MOST:
        return value
    raise PydanticCustomError("said", "应是0至9999的整数，或姓名的列表")


Heads = Annotated[Any, BeforeValidator(_heads)]
"""A number of people (0–9999), or their names as a tuple."""


def heads(value: Any) -> int:
    """Return how many people a ``Heads`` means."""
    return len(value) if isinstance(value, tuple) else int(value)


def names(value: Any) -> tuple[str, ...]:
    """Return the names in a ``Heads``; none when it is only a number."""
    return value if isinstance(value, tuple) else ()


Ordinal = Annotated[int, Field(ge=1, le=999)]
"""届 or 次."""


def _ref(value: str) -> str:
    if not _REF.fullmatch(value):
        raise PydanticCustomError("said", "应写成“类型/文件名”，如 decisions/2026-02-27-yusuan")
    return value


Ref = Annotated[Line, AfterValidator(_ref)]
"""A document as ``type/id``."""


class Result(Enum):
    """What a vote came to."""

    PASSED = "通过"
    FAILED = "未通过"


class Tally(Strict):
    """The count of one vote 表决: 赞成, 反对, 弃权, 未按表决器."""

    for_: Heads = Field(alias="for")
    against: Heads = 0
    abstain: Heads = 0
    not_voted: Heads = 0
    result: Annotated[Result, choice(Result)] | None = None

    @property
    def total(self) -> int:
        """Everyone who was there."""
        return sum(map(heads, (self.for_, self.against, self.abstain, self.not_voted)))


def ordinal(number: int) -> str:
    """Return 1–999 in Chinese numerals: 17 → 十七, 34 → 三十四, 105 → 一百零五."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        said += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        said += "零"
    return said + (_DIGITS[ones] if ones else "")


def number(text: str) -> Decimal | None:
    """Read a plain number such as ``1,234.5`` or ``-3``; None for anything else."""
    plain = text.strip()
    return Decimal(re.sub("[,，]", "", plain)) if _NUMBER.fullmatch(plain) else None


def percent(part: int | Decimal, whole: int | Decimal, digits: int = 1) -> Decimal:
    """Return ``part`` of ``whole`` in per cent, rounded half up; 0 of nothing is 0."""
    if not whole:
        return Decimal(0)
    with localcontext(prec=60):
        return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def named_again(*lists: tuple[str, Any]) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield the place (key, index) and name of everyone who stands a second time in ``Heads``.

    ``lists`` are (key, value).
    """
    seen: set[str] = set()
    for key, value in lists:
        for index, name in enumerate(names(value)):
            if identity(name) in seen:
                yield (key, index), name
            seen.add(identity(name))


def twice(found: Iterable[str]) -> list[str]:
    """Return what stands in ``found`` more than once, each once, in order."""
    seen: set[str] = set()
    again: dict[str, None] = {}
    for item in found:
        if item in seen:
            again[item] = None
        seen.add(item)
    return list(again)

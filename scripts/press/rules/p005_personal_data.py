"""出现了其他个人信息。

What tells where somebody lives or how to reach them privately: an identity number with a slip in it, the
number of a passport or travel permit, a home with its room, the plate of a private car, one's own e-mail,
QQ or WeChat. Each is found only where the text says what it is; masked forms, offices' addresses, groups
and public accounts pass. It can never be allowed.

Source: 《中华人民共和国个人信息保护法》第四条、第二十五条、第二十八条
Bad: ``身份证号：410000190001010012`` · ``护照号码E00000000`` · ``家住稻穗小区3号楼2单元501室``
  · ``车主张某，车牌号青A00000`` · ``个人邮箱：a@example.com`` · ``联系人的微信号：abc_00000``
  · ``本人QQ：10000000``
Good: ``身份证号：4100**********0012`` · ``护照号码E****0000`` · ``家住稻穗小区的刘某``
  · ``地址：稻穗路1号办公楼501室`` · ``公务用车青A00000`` · ``投稿邮箱：renda@qinghe.example``
  · ``关注微信公众号：qinghe`` · ``QQ群：10000000``
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from press.diagnostics import Finding
from press.markup.checks import is_no_sample
from press.markup.numbers import Kind, numbers
from press.markup.pipe_tables import pipe_tables
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._personal import look

_PLATE = (
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·•. ]?[A-HJ-NP-Z0-9]{5,6}"
    "(?![A-Za-z0-9])"
)
_HOUSE = r"[0-9０-９一二三四五六七八九十]{1,3}(?:号楼|栋|幢|座|单元)"
_ROOM = r"(?:[0-9０-９]{3,4}(?![0-9０-９年人万元])(?:室|户|号房?|房)?|[0-9０-９]{1,2}(?:室|户))"
_PASSPORT = r"(?P<what>[EGDSPKHMCW][A-HJ-NP-Z]?[0-9]{7,10})"


class _Said(NamedTuple):
    """What is found by ``form``, in a text that holds one of ``words`` and one of ``also``."""

    name: str
    words: tuple[str, ...]
    also: tuple[str, ...]
    form: re.Pattern[str]


_HOMES = ("家庭住址", "家庭地址", "家住", "住址", "户籍地", "户籍所在地")
_DRIVERS = ("车主", "驾驶人", "驾驶员", "司机", "私家车")
_SAID = (
    _Said(
        "护照或通行证号码",
        ("护照", "通行证"),
        (),
        lazy(rf"(?:护照|通行证)[^。；，\n]{{0,8}}?(?<![A-Za-z0-9]){_PASSPORT}(?![A-Za-z0-9])"),
    ),
    _Said(
        "家庭住址",
        _HOMES,
        ("号楼", "栋", "幢", "座", "单元"),
        lazy(rf"(?:{'|'.join(_HOMES)})[^。；\n|]{{0,40}}?(?P<what>{_HOUSE}[^。；，\n|]{{0,12}}?{_ROOM})"),
    ),
    _Said(
        "私人车牌",
        _DRIVERS,
        (),
        lazy(rf"(?:{'|'.join(_DRIVERS)})[^。；\n]{{0,30}}?(?P<what>{_PLATE})"),
    ),
    _Said(
        "私人邮箱",
        ("个人", "私人", "本人"),
        ("@",),
        lazy(
            r"(?:个人|私人|本人)的?(?:电子)?(?:邮箱|邮件)(?:地址)?[：:为是 ]{0,3}"
            r"(?P<what>[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9_.-]{3,64})"
        ),
    ),
    _Said(
        "QQ号",
        ("QQ",),
        (),
        lazy(r"QQ号?(?:码)?[：:为是 ]{1,3}(?P<what>[1-9][0-9]{4,10})(?![0-9@])"),
    ),
    _Said(
        "微信号",
        ("微信",),
        (),
        lazy(r"微信号?(?:码)?[：:为是 ]{1,3}(?P<what>[A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z0-9@])"),
    ),
)
_REACHED = ("QQ号", "微信号")
_SOMEBODY = lazy(r"联系人|本人|个人|私人|姓名|先生|女士|老师|同志|手机")
_OFFICE = lazy(r"公众|官方|平台|单位|办公|编辑部|关注|扫码|工作群|QQ群|微信群|服务|政务")
_HINT = "请删去；确需写明的，写到街道、小区为止，号码中间写*"
_WRONG = "写错的身份证号码"
_COLUMNS = (
    (lazy("身份证|公民身份"), lazy(r"[0-9]{14,18}[0-9Xx]"), _WRONG),
    (lazy("护照"), lazy(r"[EGDSPKH][A-HJ-NP-Z]?[0-9]{7,8}"), "护照号码"),
    (lazy("住址|家庭地址"), lazy(rf".{{0,40}}{_HOUSE}.{{0,12}}{_ROOM}"), "家庭住址"),
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each piece of somebody's private data."""
    text = submission.text
    for start, end, number in look(submission, Kind.DOUBTFUL):
        message = f"出现了身份证号码，而且可能写错（{number.masked}）"
        yield submission.finding(start, end, message, "请删去，或写成前四位、星号、后四位")
    for name, words, also, form in _SAID:
        if not any(word in text for word in words) or (also and not any(word in text for word in also)):
            continue
        for found in form.finditer(text):
            if name not in _REACHED or _is_somebodys(text, *found.span()):
                message = f"出现了{name}（{_shown(found['what'])}）"
                yield submission.finding(*found.span("what"), message, _HINT)
    yield from _columns(submission)


def _is_somebodys(text: str, start: int, end: int) -> bool:
    """Whether an address on the net is said to be a person's, and no office's."""
    before = text[max(text.rfind("\n", 0, start) + 1, start - 40) : end]
    return _SOMEBODY.search(before) is not None and _OFFICE.search(before) is None


def _columns(submission: Submission) -> Iterator[Finding]:
    """What stands in a table under a head that says what it is."""
    if "|" not in submission.body or not any(head.search(submission.body) for head, _, _ in _COLUMNS):
        return
    known = {number.digits for number in numbers(submission.text)}
    for table in pipe_tables(submission.body):
        for column, title in enumerate(table.head):
            for head, form, name in _COLUMNS:
                if not head.search(title):
                    continue
                for line, cells in table.rows:
                    value = "".join(cells[column].split())
                    if (
                        form.fullmatch(value)
                        and value.upper() not in known
                        and (name != _WRONG or is_no_sample(value))
                    ):
                        at = (submission.body_line + line - 1, 1)
                        yield Finding(submission.path, at, f"表格里有{name}（{_shown(value)}）", _HINT)


def _shown(value: str) -> str:
    """Enough of ``value`` to find it, and not enough to use it."""
    return f"{value[:2]}{'*' * max(1, len(value) - 4)}{value[-2:]}"


RULE = Rule(
    "P005",
    "出现了其他个人信息",
    submission=check,
    needs=(
        *("身份", "证件", "护照", "通行证", "住址", "家住", "户籍", "家庭地址"),
        *("QQ", "微信", "@", "车主", "驾驶", "司机", "私家车"),
    ),
)

"""同一机关的人员排名次序不对。

In a list of names that are only joined by 、 those who sit in one organ stand in the order of their
offices: 主任 before 副主任, before 秘书长, before 委员. People of one office may stand in any order.
Nothing is
said of a sentence that gives another order (姓氏笔画, 分别, 依次, 按得票), nor of tables.

Source: 职务名册 ``content/roster.yml`` 和已公布的任免名单；公文中领导排名的惯例
Bad: 副主任甲、主任乙同在一个机关，写成“甲、乙参加调研”
Good: “乙、甲参加调研”；“甲、乙分别讲话”；“按姓氏笔画为序：甲、乙”
"""

import datetime
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.reference import Reference
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._wordings import sentence

_JOINT = lazy(r"[*_]{0,2}、[*_]{0,2}")
_FREE = lazy(r"笔[画划]|分别|先后|依次|轮流|逐一|随机|得票|抽签|为序|排序|顺序|表决|\|")
_RANKS = (
    ("主任", "县长", "市长", "区长", "院长", "检察长", "主席"),
    ("常务副主任", "常务副县长", "常务副市长", "常务副区长"),
    ("副主任", "副县长", "副市长", "副区长", "副院长", "副检察长", "副主席"),
    ("秘书长",),
    ("委员",),
)
_RANK = {office: rank for rank, offices in enumerate(_RANKS) for office in offices}


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each name that stands behind one of lower office in the same list."""
    reference = submission.reference
    if submission.meta is None or not reference.tenures:
        return
    people = reference.people_in(submission.text)
    if len(people) < 2:
        return
    text = submission.reading()
    day = submission.meta.date
    before: tuple[str, int] | None = None
    end = 0
    for name, start in people:
        joined = before is not None and _JOINT.fullmatch(text, end, start) is not None
        if joined and before is not None:
            wrong = _wrong(reference, before[0], name, day)
            if wrong and not _FREE.search(sentence(text, before[1], start + len(name))):
                organ, higher, lower = wrong
                message = f"{organ}{higher}{name}排在{lower}{before[0]}的后面"
                hint = "同一机关的按职务排列；另有次序的，请写明“按姓氏笔画为序”"
                yield submission.finding(start, start + len(name), message, hint)
        before, end = (name, start), start + len(name)


def _wrong(reference: Reference, first: str, second: str, day: datetime.date) -> tuple[str, str, str] | None:
    """Return (organ, office of the second, of the first) if the second ranks above the first."""
    one, other = _offices(reference, first, day), _offices(reference, second, day)
    if set(one) != set(other) or len(one) != 1:
        return None
    ((organ, lower),) = one.items()
    higher = other[organ]
    return (organ, higher, lower) if _RANK[higher] < _RANK[lower] else None


def _offices(reference: Reference, name: str, day: datetime.date) -> dict[str, str]:
    """The highest office of rank that ``name`` holds in each organ on ``day``; none for namesakes."""
    held: dict[str, str] = {}
    tenures = reference.tenures_of.get(name, ())
    if len({tenure.person for tenure in tenures}) > 1:
        return held
    for tenure in tenures:
        if tenure.office not in _RANK or not tenure.begins <= day or (tenure.ends and tenure.ends <= day):
            continue
        if tenure.organ not in held or _RANK[tenure.office] < _RANK[held[tenure.organ]]:
            held[tenure.organ] = tenure.office
    return held


RULE = Rule("M018", "同一机关的人员排名次序不对", submission=check, needs=("、",), severity=Severity.WARNING)

"""职务与任期不符。

A title before a name is one the person holds while the document speaks: after the first and before
the last day by the roster and the lists. 时任, 原, 曾任 and the like in the same clause say that it is
a former one. A title the roster does not know the person by, or one that belongs to another organ
(办公室主任, 市水利局局长), is passed over.

Source: 职务名册和已公布的任免名单
Bad: 张某2月已被免职，3月的稿件还写“水利局局长张某”
Good: “时任水利局局长张某” · 1月的稿件写“水利局局长张某”
"""

import datetime
from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.meta import Meta
from press.model.reference import Reference
from press.model.roster import Tenure
from press.model.submission import Submission
from press.model.values import person
from press.rules import Rule
from press.rules._lazy import lazy

_FORMER = lazy(
    r"时任|(?<![平中草高还病])原(?![因则来本有])|曾(?=任|是|担任)|前任|前县|卸任|离任|退休|已故|届满|[前老]\Z"
)
_CLAUSE = lazy(r"[，。；：！？|]|\n\s*\n")
_MARKUP = " \u3000*_[`\n“"
_REGIONS = "省市区县旗州镇乡"
_BARE = 3
"""A title of so few characters (主任, 院长, 县长) means nothing without its organ before it."""

_WINDOW = 60
_OWN_DAYS = ("adopted_on", "begins_on", "ends_on", "made_on")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each name with a title of another time."""
    reference = submission.reference
    if submission.meta is None or not reference.people_in(submission.text):
        return
    first, last = _days(submission.meta)
    for key in ("rapporteur", "speaker"):
        name, office = getattr(submission.meta, key, None), getattr(submission.meta, "office", None)
        wrong = _out_of_term(reference, person(name), office, first, last) if name and office else None
        if wrong and name:
            yield Finding(submission.path, ("value", "office"), *_words(*wrong, name))
    prose = submission.prose()
    passed = 0
    for name, start in reference.people_in(prose):
        # What is said of the person before is not said of this one.
        before = prose[max(passed, start - _WINDOW) : start].rstrip(_MARKUP)
        passed = start + len(name)
        wrong = _out_of_term(reference, name, before, first, last)
        if wrong:
            yield Finding(submission.path, submission.place(start), *_words(*wrong, name))


def _days(meta: Meta) -> tuple[datetime.date, datetime.date]:
    """The days a document speaks of, as far as its keys tell."""
    days = [meta.date, *(day for key in _OWN_DAYS if (day := getattr(meta, key, None)))]
    return min(days), max(days)


def _out_of_term(
    reference: Reference, name: str, before: str, first: datetime.date, last: datetime.date
) -> tuple[str, Tenure] | None:
    """Return the title that ``before`` ends with and a tenure of it at another time, if it is so."""
    clause = _CLAUSE.split(before)[-1]
    wrong: tuple[str, Tenure] | None = None
    for tenure in reference.tenures_of.get(name, ()):
        for title in reference.titles[tenure.organ, tenure.office]:
            if not clause.endswith(title) or not _is_whole(clause.removesuffix(title), title, tenure.organ):
                continue
            # On the day of a change both the old and the new title are right.
            if tenure.begins <= last and (tenure.ends is None or first <= tenure.ends):
                return None
            wrong = (title, tenure)
    return wrong if wrong and not _FORMER.search(clause.removesuffix(wrong[0])) else None


def _is_whole(rest: str, title: str, organ: str) -> bool:
    """Whether a title after ``rest`` is this organ's, and not the end of a longer one."""
    if not rest or rest.endswith(organ) or not rest[-1].isalpha():
        return True
    level = next((character for character in organ if character in _REGIONS), "")
    if rest[-1] in _REGIONS:
        return rest[-1] == level
    return len(title) > _BARE and rest[-1] not in "副代"


def _words(title: str, tenure: Tenure, name: str) -> tuple[str, str]:
    until = f"至 {tenure.ends}" if tenure.ends else "起"
    return (
        f"{name}此时不是{title}",
        f"名册上{name}任{tenure.organ}{tenure.office}是 {tenure.begins} {until}；请改职务，或写“时任”",
    )


RULE = Rule("M014", "职务与任期不符", submission=check)

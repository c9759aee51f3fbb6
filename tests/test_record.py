"""The record of the congress, worked out again by other means.

Random lists are replayed against a model that knows nothing of the press; figures are counted from
raw YAML; every number of every meeting in ``content/`` is made wrong once.
"""

import datetime
import shutil
import string
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from press.content_types import content_types
from press.content_types.appointments import Action
from press.content_types.meetings import Kind
from press.content_types.regulations import Change
from press.model.document import Document
from press.model.issue import Issue
from press.model.library import Library
from press.model.meta import Meta, validate
from press.model.roster import PATH, Roster
from press.model.site import Site
from press.model.values import Tally, heads, ordinal, percent, twice
from press.pipeline.load import load
from press.record.figures import figures, years
from press.record.meetings import documents_of, sittings
from press.record.offices import Offices, offices, work_out
from press.record.regulations import compare, histories, history_of
from press.record.suggestions import board
from press.record.votes import ballots, evaluations

DAY = datetime.date(2026, 1, 1)
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5) | st.sampled_from("𠮷𬭎喆㐀鿿")


def keys(type_: str, **values: Any) -> Meta:
    """The record that these keys make."""
    meta, problems = validate(content_types()[type_].model, {"title": "题", "date": "2026-01-01", **values})
    assert meta is not None, problems
    return meta


def document(type_: str, name: str, **values: Any) -> Document:
    """A published document that was never on a disk."""
    meta = keys(type_, **{"status": "published", **values})
    return Document(f"content/{type_}/{name}.md", type_, name, "", meta, (), (), "")


def library(*documents: Document, roster: Roster | None = None, issues: tuple[Issue, ...] = ()) -> Library:
    """A library of these documents."""
    labels = {kind.folder: kind.label for kind in content_types().values()}
    ordered = tuple(sorted(documents, key=lambda found: found.path))
    return Library(Site("青禾县人大"), labels, ordered, issues=issues, roster=roster or Roster())


# ---------------------------------------------------------------- numbers and names


def said(number: int) -> str:
    """Read a number from 1 to 999 aloud, by another way than the press does."""
    digits = dict(zip(string.digits, "零一二三四五六七八九", strict=True))
    text = "".join(
        digits[digit] + ("" if digit == "0" else unit)
        for digit, unit in zip(f"{number:03d}", "百十个", strict=True)
    )
    text = text.replace("个", "").lstrip("零").rstrip("零").replace("零零", "零")
    return text.removeprefix("一") if text.startswith("一十") else text


def test_ordinals_are_read_as_anyone_reads_them() -> None:
    assert [said(n) for n in (1, 10, 17, 20, 34, 100, 101, 105, 110, 111, 120, 200, 999)] == [
        *("一", "十", "十七", "二十", "三十四", "一百", "一百零一", "一百零五", "一百一十", "一百一十一"),
        *("一百二十", "二百", "九百九十九"),
    ]
    assert [ordinal(n) for n in range(1, 1000)] == [said(n) for n in range(1, 1000)]
    assert len({ordinal(n) for n in range(1, 1000)}) == 999


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**15), st.integers(0, 6))
def test_percentages_are_rounded_half_up(part: int, whole: int, digits: int) -> None:
    exact = Fraction(part * 100, whole)
    found = percent(part, whole, digits)
    assert -found.as_tuple().exponent == digits
    unit = Fraction(1, 10**digits)
    off = Fraction(found) - exact
    assert abs(off) <= unit / 2
    if abs(off) == unit / 2:
        assert abs(Fraction(found)) > abs(exact), "a half goes away from nought"


@given(st.decimals(-(10**9), 10**9, places=4), st.decimals(1, 10**9, places=4))
def test_percentages_of_decimals(part: Decimal, whole: Decimal) -> None:
    off = Fraction(percent(part, whole)) - Fraction(part) * 100 / Fraction(whole)
    assert abs(off) <= Fraction(1, 20)


@pytest.mark.parametrize("whole", [0, Decimal(0), Decimal("0.00")])
def test_a_share_of_nothing_is_nothing(whole: Decimal) -> None:
    assert percent(5, whole) == 0


@pytest.mark.parametrize("part", [10**15, 10**30, Decimal("9" * 40)])
def test_a_share_of_something_huge_is_no_accident(part: Decimal) -> None:
    assert percent(part, 1) == Decimal(f"{part}00")


@given(st.lists(st.sampled_from("甲乙丙丁")))
def test_what_stands_twice(found: list[str]) -> None:
    assert sorted(twice(found)) == sorted(name for name, count in Counter(found).items() if count > 1)


def name_of(value: str) -> str:
    """The name as a meeting's chair and as one of a list: they are the same."""
    chair = getattr(keys("meetings", chair=value), "chair")  # noqa: B009
    (listed,) = keys("meetings", attendance={"expected": [value], "present": 1}).attendance.expected
    assert chair == listed
    assert isinstance(chair, str)
    return chair


GAPS = ["", " ", "  ", "\u3000", "\u3000\u3000", "\u00a0", " \u3000 ", "\u2002", "\u2003"]


@given(st.text(HAN, min_size=1, max_size=6), st.sampled_from(GAPS), st.sampled_from(GAPS))
def test_padding_does_not_make_another_name(name: str, gap: str, around: str) -> None:
    padded = around + gap.join(name) + around
    assert name_of(padded) == name
    assert name_of(name_of(padded)) == name_of(padded)


@given(
    st.text(HAN, min_size=1, max_size=5),
    st.text(HAN, min_size=1, max_size=5),
    st.sampled_from("·•・．‧∙⋅●･."),
    st.sampled_from(["", " ", "\u3000"]),
)
def test_every_dot_parts_a_minority_name(first: str, second: str, dot: str, gap: str) -> None:
    assert name_of(f"{first}{gap}{dot}{gap}{second}") == f"{first}·{second}"


@given(st.text(min_size=1, max_size=30))
def test_normalising_a_name_twice_changes_nothing(text: str) -> None:
    meta, _ = validate(
        content_types()["meetings"].model, {"title": "题", "date": "2026-01-01", "chair": text}
    )
    chair = getattr(meta, "chair", None)
    if chair is not None:
        assert name_of(chair) == chair
        assert chair == chair.strip()


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("鲍　喆", "鲍喆"),
        ("夏禾青(女)", "夏禾青（女）"),
        ("夏禾青 （女）", "夏禾青（女）"),
        ("Smith John", "Smith John"),
        ("阿依古丽·买买提（女，维吾尔族）", "阿依古丽·买买提（女，维吾尔族）"),
        ("𠮷 𬭎", "𠮷𬭎"),
    ],
)
def test_names(written: str, name: str) -> None:
    assert name_of(written) == name


# ---------------------------------------------------------------- meetings and votes

MEETING_DAYS = st.dates(datetime.date(2025, 12, 25), datetime.date(2026, 1, 7))


@st.composite
def meetings(draw: st.DrawFn) -> list[Document]:
    made = []
    for index in range(draw(st.integers(0, 7))):
        values: dict[str, Any] = {
            "date": draw(MEETING_DAYS).isoformat(),
            "kind": draw(st.sampled_from(Kind)).value,
        }
        for key in ("begins_on", "ends_on"):
            if draw(st.booleans()):
                values[key] = draw(MEETING_DAYS).isoformat()
        if draw(st.booleans()):
            values |= {"term": draw(st.integers(17, 18)), "session": draw(st.integers(1, 12))}
        made.append(document("meetings", f"m{index}", **values))
    return made


@given(meetings())
def test_meetings_stand_in_the_order_of_their_days(found: list[Document]) -> None:
    held = library(*found)
    ordered = sittings(held)
    assert {sitting.document.ref for sitting in ordered} == {item.ref for item in found}
    days = [(sitting.meeting.first_day, sitting.meeting.last_day) for sitting in ordered]
    assert days == sorted(days)
    for kind in Kind:
        assert sittings(held, kind) == [s for s in ordered if s.meeting.kind is kind]
    for sitting in ordered:
        meta: Any = sitting.meeting
        written = [day for day in (meta.begins_on, meta.ends_on) if day] or [meta.date]
        assert (sitting.meeting.first_day, sitting.meeting.last_day) == (written[0], written[-1])


def test_two_meetings_of_one_day_stand_by_their_numbers() -> None:
    days = {"date": "2026-02-27", "term": 17}
    late, early = (document("meetings", f"changweihui-{n}", session=n, **days) for n in (10, 9))
    assert [sitting.meeting.session for sitting in sittings(library(late, early))] == [9, 10]


def test_what_belongs_to_a_meeting_stands_once() -> None:
    """As the agenda has it, then the votes, then by type; a meeting may even name itself."""
    meeting = document(
        "meetings",
        "m",
        agenda=[{"item": "甲", "documents": ["decisions/b", "meetings/m"]}, "乙"],
        votes=[
            {"item": "甲", "for": 1, "document": "decisions/b"},
            {"item": "乙", "for": 1, "document": "reports/r"},
        ],
        documents=["decisions/a", "decisions/none"],
    )
    others = [document("decisions", name, meeting="m") for name in "abc"]
    more = [document("reports", "r", meeting="m"), document("news", "n", meeting="m")]
    held = library(meeting, *others, *more)
    (sitting,) = sittings(held)
    refs = [found.ref for found in documents_of(held, sitting)]
    assert refs == ["decisions/b", "meetings/m", "reports/r", "decisions/a", "decisions/c"]


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40)), max_size=4
    ),
    st.one_of(st.none(), st.integers(0, 40)),
)
def test_every_vote_is_found_with_who_was_there(rows: list[tuple[int, ...]], present: int | None) -> None:
    words = ("for", "against", "abstain", "not_voted")
    tallies = [dict(zip(words, row, strict=True)) for row in rows]
    roll = {} if present is None else {"attendance": {"expected": 40, "present": present}}
    found = library(
        document("meetings", "m", votes=[{"item": "甲", **t} for t in tallies], **roll),
        *[document("decisions", f"d{n}", meeting="m", vote=t) for n, t in enumerate(tallies)],
        document(
            "appointments",
            "a",
            meeting="m",
            appointments=[{"name": "甲", "action": "任命", "office": "长", "vote": t} for t in tallies],
        ),
        document("decisions", "alone", vote={"for": 1}),
    )
    casts = list(ballots(found))
    assert [cast.document.type for cast in casts] == [
        *["meetings"] * len(rows),
        *["decisions"] * (len(rows) + 1),
        *["appointments"] * len(rows),
    ]
    alone = [cast for cast in casts if cast.document.id == "alone"]
    assert [(cast.present, cast.members) for cast in alone] == [(None, None)]
    members = None if present is None else 40
    for cast in casts:
        if cast.document.id != "alone":
            assert (cast.present, cast.members) == (present, members)
    assert [cast.tally.total for cast in casts if cast.document.type == "meetings"] == [
        sum(row) for row in rows
    ]


@given(st.lists(st.integers(0, 60), min_size=4, max_size=4), st.integers(0, 60))
def test_more_than_half_of_all_members_is_enough(row: list[int], members: int) -> None:
    meeting: Any = keys("meetings", attendance={"expected": members, "present": 0})
    vote, problems = validate(Tally, dict(zip(("for", "against", "abstain", "not_voted"), row, strict=True)))
    assert vote is not None, problems
    assert meeting.passes(vote) == (Fraction(row[0]) > Fraction(members, 2))
    assert meeting.outcome(vote).value == ("通过" if meeting.passes(vote) else "未通过")
    unknown: Any = keys("meetings")
    assert unknown.outcome(vote) is None


# ---------------------------------------------------------------- offices

POSTS = [("县人民政府", "局长"), ("县人民政府", "副县长"), ("县人民法院", "审判员"), ("", "院长")]
SEATS = {POSTS[0]: 1, POSTS[1]: 2, POSTS[2]: None, POSTS[3]: 1}
NAMES = ["甲甲", "乙乙", "丙丙", "𠮷𬭎"]
ROSTER_OFFICES = [{"organ": "县人民政府", "office": "副县长", "seats": 2}]


def day(number: int) -> str:
    return (DAY + datetime.timedelta(number)).isoformat()


def make_roster(tenures: list[dict[str, Any]]) -> Roster:
    roster, problems = validate(Roster, {"offices": ROSTER_OFFICES, "tenures": tenures})
    assert roster is not None, problems
    return roster


def a_list(name: str, number: int, lines: list[dict[str, Any]], **more: Any) -> Document:
    return document("appointments", name, **{"date": day(number), **more}, appointments=lines)


class Model:
    """Who holds what, kept as slips of paper would keep it. Days are numbers."""

    def __init__(self) -> None:
        self.slips: list[dict[str, Any]] = []
        self.clashes: list[tuple[str, str, int]] = []

    def open(self, slip: dict[str, Any], path: str, index: int) -> None:
        rivals = [s for s in self.slips if s["post"] == slip["post"] and self._meet(s, slip)]
        seats = SEATS[slip["post"]]
        same = [s for s in rivals if self._one_person(s, slip)]
        if same or (seats is not None and len(rivals) >= seats):
            self.clashes.append(("twice", path, index))
        self.slips.append(slip)

    @staticmethod
    def _meet(one: dict[str, Any], two: dict[str, Any]) -> bool:
        """Whether there is a day on which both are held."""
        end = min(s["end"] if s["end"] is not None else 9999 for s in (one, two))
        return max(one["start"], two["start"]) < end

    @staticmethod
    def _one_person(one: dict[str, Any], two: dict[str, Any]) -> bool:
        who = {one["who"], two["who"]} - {""}
        return bool(one["name"] == two["name"]) and len(who) < 2

    def enter(self, line: dict[str, Any], number: int, path: str, index: int) -> None:
        slip = {**line, "start": number, "end": None, "by": path}
        here = [s for s in self.slips if s["post"] == line["post"]]
        acting = [s for s in here if s["acting"] and not line["acting"] and s["start"] <= number]
        known = [s for s in here if self._one_person(s, slip) and s["start"] == number and not s["by"]]
        for old in acting:
            if (old["end"] is None or number < old["end"]) and (
                not known or here.index(old) < here.index(known[0])
            ):
                old["end"], old["ended"] = number, path
        if known:
            known[0] |= {"by": path, "acting": line["acting"]}
        else:
            self.open(slip, path, index)

    def leave(self, line: dict[str, Any], number: int, path: str, index: int) -> None:
        here = [s for s in self.slips if s["post"] == line["post"]]
        for slip in here:
            free = slip["end"] is None or (slip["end"] == number and not slip.get("ended"))
            if self._one_person(slip, line) and slip["start"] <= number and free:
                slip["end"], slip["ended"] = number, path
                return
        if here:
            self.clashes.append(("not held", path, index))

    def on(self, number: int) -> list[tuple[str, str, tuple[str, str]]]:
        held = [s for s in self.slips if s["start"] <= number and (s["end"] is None or number < s["end"])]
        return sorted((s["name"], s["who"], s["post"]) for s in held)


LINE = st.fixed_dictionaries(
    {
        "name": st.sampled_from(NAMES),
        "action": st.sampled_from(Action),
        "post": st.sampled_from(POSTS),
        "who": st.sampled_from(["", "", "a", "b"]),
    }
)
TENURE = st.fixed_dictionaries(
    {
        "name": st.sampled_from(NAMES),
        "post": st.sampled_from(POSTS[:3]),
        "who": st.sampled_from(["", "", "a"]),
        "start": st.integers(0, 12),
        "length": st.one_of(st.none(), st.integers(0, 12)),
    }
)


def as_line(line: dict[str, Any]) -> dict[str, Any]:
    organ, office = line["post"]
    keys = {"name": line["name"], "action": line["action"].value, "office": office}
    return keys | ({"organ": organ} if organ else {}) | ({"person": line["who"]} if line["who"] else {})


def replayed(
    tenures: list[dict[str, Any]], lists: list[tuple[int, list[dict[str, Any]]]]
) -> tuple[Model, Offices]:
    """The same story told to the model and to the press."""
    model, rows = Model(), []
    for index, t in enumerate(tenures):
        end = None if t["length"] is None else t["start"] + t["length"]
        slip = {"name": t["name"], "post": t["post"], "who": t["who"], "start": t["start"]}
        model.open({**slip, "end": end, "by": "", "acting": False}, PATH, index)
        organ, office = t["post"]
        row = {"name": t["name"], "organ": organ, "office": office, "from": day(t["start"])}
        rows.append(
            row | ({"to": day(end)} if end is not None else {}) | ({"person": t["who"]} if t["who"] else {})
        )
    events = []
    for place, (number, lines) in enumerate(lists):
        for index, line in enumerate(lines):
            name = f"content/appointments/l{place:02d}.md"
            events.append((number, not line["action"].ends, name, index, line))
    for number, enters, path, index, line in sorted(events, key=lambda event: event[:4]):
        known = {**line, "acting": line["action"] is Action.ACT}
        (model.enter if enters else model.leave)(known, number, path, index)
    documents = [
        a_list(f"l{place:02d}", number, [as_line(line) for line in lines])
        for place, (number, lines) in enumerate(lists)
    ]
    return model, work_out(make_roster(rows), documents)


def held_on(found: Offices, number: int) -> list[tuple[str, str, tuple[str, str]]]:
    there = found.on(DAY + datetime.timedelta(number))
    return sorted((t.name, t.person, (t.organ, t.office)) for t in there)


@settings(max_examples=300)
@given(
    st.lists(TENURE, max_size=4),
    st.lists(st.tuples(st.integers(0, 12), st.lists(LINE, max_size=3)), max_size=6),
)
def test_lists_carry_the_roster_on(
    tenures: list[dict[str, Any]], lists: list[tuple[int, list[dict[str, Any]]]]
) -> None:
    model, found = replayed(tenures, lists)
    for number in range(-1, 26):
        assert held_on(found, number) == model.on(number)
    clashes = [(clash.kind, clash.path, clash.at[2]) for clash in found.clashes]
    assert clashes == model.clashes
    order = [(t.organ, t.office, t.begins, t.name) for t in found.tenures]
    assert order == sorted(order)


@settings(max_examples=200)
@given(st.data())
def test_what_is_lawful_clashes_nowhere(data: st.DataObject) -> None:
    """Lists drawn so that every step is allowed: nobody enters what is full or leaves what is not theirs."""
    held: dict[tuple[str, str], dict[str, bool]] = {post: {} for post in POSTS}
    expected: dict[int, list[tuple[str, str, tuple[str, str]]]] = {}
    lists = []
    for number in range(data.draw(st.integers(1, 8))):
        lines: list[dict[str, Any]] = []
        for post in POSTS:
            leaving = [name for name in sorted(held[post]) if data.draw(st.booleans())]
            action = st.sampled_from([Action.REMOVE, Action.RESIGN, Action.DISMISS])
            lines += [{"name": n, "action": data.draw(action), "post": post, "who": ""} for n in leaving]
            for name in leaving:
                del held[post][name]
            room = SEATS[post] or 9
            name = data.draw(st.sampled_from(NAMES))
            acting = data.draw(st.booleans()) and room == 1
            filled = held[post].get(name) is True and not acting
            if (name not in held[post] and len(held[post]) < room and name not in leaving) or filled:
                enter = Action.ACT if acting else data.draw(st.sampled_from([Action.APPOINT, Action.ELECT]))
                lines.append({"name": name, "action": enter, "post": post, "who": ""})
                held[post][name] = acting
        lists.append((number, data.draw(st.permutations(lines))))
        expected[number] = sorted((name, "", post) for post in POSTS for name in held[post])
    _, found = replayed([], lists)
    assert found.clashes == []
    for number, there in expected.items():
        assert held_on(found, number) == there


def line(name: str, action: str = "任命", office: str = "局长", **more: str) -> dict[str, str]:
    return {"name": name, "action": action, "organ": "县人民政府", "office": office, **more}


def tenure(
    name: str, start: int, end: int | None = None, office: str = "局长", **more: str
) -> dict[str, str]:
    to = {} if end is None else {"to": day(end)}
    return {"name": name, "organ": "县人民政府", "office": office, "from": day(start), **to, **more}


def told(found: Offices) -> list[tuple[str, str, int, int | None, str, str, bool]]:
    return [
        (
            t.name,
            t.person,
            (t.begins - DAY).days,
            None if t.ends is None else (t.ends - DAY).days,
            t.begun_by.rpartition("/")[2],
            t.ended_by.rpartition("/")[2],
            t.acting,
        )
        for t in found.tenures
    ]


def test_roster_and_list_of_one_day_are_one_tenure() -> None:
    roster = make_roster([tenure("甲甲", 3, 9)])
    lists = [a_list("in", 3, [line("甲　甲（女）")]), a_list("out", 9, [line("甲甲", "免去")])]
    found = work_out(roster, lists)
    assert found.clashes == []
    assert told(found) == [("甲甲", "", 3, 9, "in", "out", False)]


def test_the_days_of_a_tenure_end_before_its_last() -> None:
    found = work_out(
        make_roster([]), [a_list("a", 3, [line("甲甲")]), a_list("b", 5, [line("甲甲", "免去")])]
    )
    assert [len(found.on(DAY + datetime.timedelta(n))) for n in (2, 3, 4, 5)] == [0, 1, 1, 0]


def test_acting_then_appointed() -> None:
    lists = [a_list("a", 3, [line("甲甲", "决定代理")]), a_list("b", 5, [line("甲甲", "补选")])]
    found = work_out(make_roster([]), lists)
    assert found.clashes == []
    assert told(found) == [("甲甲", "", 3, 5, "a", "b", True), ("甲甲", "", 5, None, "b", "", False)]


def test_acting_until_another_is_appointed() -> None:
    lists = [a_list("a", 3, [line("甲甲", "决定代理")]), a_list("b", 5, [line("乙乙", "任命")])]
    found = work_out(make_roster([]), lists)
    assert found.clashes == []
    assert told(found) == [("甲甲", "", 3, 5, "a", "b", True), ("乙乙", "", 5, None, "b", "", False)]


def test_acting_while_the_office_is_held() -> None:
    found = work_out(make_roster([tenure("乙乙", 0)]), [a_list("a", 3, [line("甲甲", "决定代理")])])
    assert [clash.kind for clash in found.clashes] == ["twice"]


def test_somebody_comes_back_after_a_gap() -> None:
    lists = [
        a_list("a", 1, [line("甲甲")]),
        a_list("b", 2, [line("甲甲", "免去"), line("乙乙")]),
        a_list("c", 4, [line("甲甲"), line("乙乙", "免去")]),
        a_list("d", 6, [line("甲甲", "撤职")]),
    ]
    found = work_out(make_roster([]), lists)
    assert found.clashes == []
    assert [(row[0], row[2], row[3]) for row in told(found)] == [
        ("甲甲", 1, 2),
        ("乙乙", 2, 4),
        ("甲甲", 4, 6),
    ]


def test_two_deputy_heads_and_a_third() -> None:
    lists = [a_list("a", 1, [line(name, office="副县长") for name in NAMES])]
    assert [clash.at[2] for clash in work_out(make_roster([]), lists).clashes] == [2, 3]
    assert work_out(Roster(), lists).clashes == [], "nothing is said of how many there may be"


def test_two_people_of_one_name_need_a_word_apart() -> None:
    both = [line("李伟（青屏镇）", office="审判员"), line("李伟（云梯乡）", office="审判员")]
    assert [c.kind for c in work_out(make_roster([]), [a_list("a", 1, both)]).clashes] == ["twice"]
    apart = [both[0] | {"person": "li-wei-a"}, both[1] | {"person": "li-wei-b"}]
    found = work_out(
        make_roster([]), [a_list("a", 1, apart), a_list("b", 2, [apart[1] | {"action": "免去"}])]
    )
    assert found.clashes == []
    assert [t.person for t in found.on(DAY + datetime.timedelta(3))] == ["li-wei-a"]


def test_a_later_tenure_of_the_roster_is_seen() -> None:
    roster = make_roster([tenure("甲甲", 9)])
    other = work_out(roster, [a_list("a", 3, [line("乙乙")])])
    assert [clash.kind for clash in other.clashes] == ["twice"]
    same = work_out(roster, [a_list("a", 3, [line("甲甲")])])
    assert [clash.kind for clash in same.clashes] == ["twice"]
    gone = work_out(roster, [a_list("a", 3, [line("乙乙")]), a_list("b", 9, [line("乙乙", "免去")])])
    assert [clash.kind for clash in gone.clashes] in ([], ["twice"])


def test_nobody_leaves_twice_on_one_day() -> None:
    lists = [a_list("a", 1, [line("甲甲")]), a_list("b", 3, [line("甲甲", "免去"), line("甲甲", "接受辞职")])]
    assert [(c.kind, c.at[2]) for c in work_out(make_roster([]), lists).clashes] == [("not held", 1)]


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_only_published_lists_count(status: str) -> None:
    lists = [a_list("a", 1, [line("甲甲")]), a_list("b", 2, [line("乙乙")], status=status)]
    assert [row[0] for row in told(work_out(make_roster([]), lists))] == ["甲甲"]


def test_the_day_of_adoption_counts_and_not_the_day_of_publication() -> None:
    late = a_list("a", 9, [line("甲甲", "免去")], adopted_on=day(2))
    found = work_out(make_roster([tenure("甲甲", 0)]), [late, a_list("b", 3, [line("乙乙")])])
    assert found.clashes == []


def test_the_words_about_another_day_in_the_roster_do_not_contradict_themselves() -> None:
    for end in (1, 5):
        found = work_out(make_roster([tenure("甲甲", 0, end)]), [a_list("a", 3, [line("甲甲", "免去")])])
        (clash,) = found.clashes
        denied = "没有担任" in clash.message and "甲甲" in clash.hint.partition("担任这一职务的：")[2]
        assert not denied, f"{clash.message} {clash.hint}"


def test_the_offices_of_the_project_add_up(project: Path) -> None:
    held = load(project).library
    found = offices(held)
    assert list(found.clashes) == []
    now = max(item.date for item in held.documents)
    people = Counter((t.organ, t.office) for t in found.on(now))
    for office in held.roster.offices:
        assert people[office.organ, office.office] <= office.seats


# ---------------------------------------------------------------- regulations

PARAGRAPH = st.text(st.sampled_from("第一二三条　款人大代表决定，。；A1"), min_size=1, max_size=24).map(
    str.strip
)
TEXT = st.lists(PARAGRAPH.filter(bool), max_size=8)


def sides(old: str, new: str) -> tuple[str, str]:
    rows = compare(old, new)
    return (
        "".join(piece.text for row in rows for piece in row.old),
        "".join(piece.text for row in rows for piece in row.new),
    )


@given(TEXT, TEXT)
def test_the_pieces_of_a_comparison_are_the_two_texts(old: list[str], new: list[str]) -> None:
    assert sides("\n\n".join(old), "\n\n".join(new)) == ("".join(old), "".join(new))


@given(TEXT)
def test_a_text_is_the_same_as_itself(text: list[str]) -> None:
    rows = compare("\n\n".join(text), "\n\n".join(text))
    assert [row.kind for row in rows] == ["same"] * len(text)
    assert all(piece.same for row in rows for piece in (*row.old, *row.new))


@given(TEXT, TEXT)
def test_the_kinds_of_rows_are_what_they_say(old: list[str], new: list[str]) -> None:
    for row in compare("\n\n".join(old), "\n\n".join(new)):
        texts = ["".join(piece.text for piece in side) for side in (row.old, row.new)]
        same = ["".join(piece.text for piece in side if piece.same) for side in (row.old, row.new)]
        assert same[0] == same[1], "what is the same is the same on both sides"
        assert row.kind == (
            "removed"
            if not row.new
            else "added"
            if not row.old
            else "same"
            if texts[0] == texts[1]
            else "changed"
        )
        assert row.kind != "same" or same == texts


@given(TEXT, st.data())
def test_a_paragraph_taken_out_is_the_only_thing_removed(text: list[str], data: st.DataObject) -> None:
    unique = [f"第{ordinal(n)}条　{paragraph}{n}" for n, paragraph in enumerate(text, 1)]
    if unique:
        gone = data.draw(st.integers(0, len(unique) - 1))
        rows = compare("\n\n".join(unique), "\n\n".join(unique[:gone] + unique[gone + 1 :]))
        assert [row.kind for row in rows] == ["same"] * gone + ["removed"] + ["same"] * (
            len(unique) - gone - 1
        )


def test_an_article_with_another_number_keeps_its_words() -> None:
    old = "第一条　为了加强管理。\n\n第二条　本办法适用于全县。"
    new = "第一条　为了加强管理。\n\n第二条　新的一条写在中间。\n\n第三条　本办法适用于全县。"
    rows = compare(old, new)
    assert [row.kind for row in rows] == ["same", "added", "changed"]
    assert [piece for piece in rows[2].new if not piece.same] == [("三", False)]


@pytest.mark.parametrize("size", [200])
def test_a_long_code_is_compared_word_by_word(size: int) -> None:
    words = "县人民代表大会常务委员会依照法律规定行使职权监督政府法院检察院的工作讨论决定重大事项"
    old = [f"第{ordinal(n)}条　{words[n % 7 :]}{words[: n % 11]}{n}。" for n in range(1, size + 1)]
    new = [paragraph.replace("的工作", "工作").replace("依照", "依据") for paragraph in old]
    other = ["".join(reversed(paragraph)) for paragraph in old]
    assert sides("\n\n".join(old), "\n\n".join(new)) == ("".join(old), "".join(new))
    assert sides("\n\n".join(old), "\n\n".join(other)) == ("".join(old), "".join(other))


def regulation(name: str, *versions: dict[str, str], **more: Any) -> Document:
    return document("regulations", name, versions=list(versions), **more)


def version(action: str, date: str, **more: str) -> dict[str, str]:
    return {"action": action, "date": date, **more}


def test_which_text_held_when() -> None:
    newest = regulation(
        "a",
        version("通过", "2012-01-01", effective_on="2012-03-01", text="a-2012"),
        version("修订", "2019-01-01"),
        version("废止", "2026-06-26", effective_on="2026-07-01"),
    )
    oldest = document("regulations", "a-2012")
    held = library(newest, oldest)
    (history,) = histories(held).values()
    assert history_of(held, oldest) == history == history_of(held, newest)

    def on(text: str) -> str | None:
        found = history.on(datetime.date.fromisoformat(text))
        return found.document.id if found and found.document else None

    days = ["2012-02-29", "2012-03-01", "2018-12-31", "2019-01-01", "2026-06-30", "2026-07-01"]
    assert [on(text) for text in days] == [None, "a-2012", "a-2012", "a", "a", None]
    assert history.repealed is not None
    assert history.repealed.action is Change.REPEALED


def test_regulations_that_name_each_other_do_not_vanish() -> None:
    """A writer's slip in one key must not take two regulations off the site."""
    first = regulation("a", version("通过", "2012-01-01", text="b"), version("修订", "2019-01-01"))
    second = regulation("b", version("通过", "2012-01-01", text="a"), version("修订", "2019-01-01"))
    assert set(histories(library(first, second))) == {"a", "b"}


@pytest.mark.parametrize("size", [1, 2, 5])
def test_a_regulation_that_names_itself_ends(size: int) -> None:
    texts = [version("通过", "2012-01-01", text=f"r{(n + 1) % size}") for n in range(size)]
    held = library(*[regulation(f"r{n}", texts[n], version("修订", "2019-01-01")) for n in range(size)])
    for found in held.documents:
        history_of(held, found)
    histories(held)


# ---------------------------------------------------------------- figures


def front(path: Path) -> dict[str, Any]:
    """The keys of a manuscript, read by PyYAML alone."""
    values = yaml.safe_load(path.read_text(encoding="utf-8").split("---", 2)[1])
    assert isinstance(values, dict)
    return values


def raw(project: Path) -> list[tuple[str, str, dict[str, Any]]]:
    """(type, name, keys) of every document that may be published."""
    found = []
    for path in sorted(project.glob("content/*/*.md")):
        values = front(path)
        if values.get("status") == "published" and values.get("visibility", "public") == "public":
            found.append((path.parent.name, values.get("id", path.stem), values))
    return found


ENGLISH = {member.name.lower(): member.value for kind in (Kind, Action) for member in kind}


def test_the_figures_of_the_year_are_what_anyone_counts(project: Path) -> None:
    loaded = load(project)
    documents = raw(project)
    issues = [
        (
            yaml.safe_load((path.parent / "periodical.yml").read_text())["kind"],
            yaml.safe_load(path.read_text()),
        )
        for path in sorted(project.glob("bulletins/*/2*.yml"))
    ]
    printed = {
        ref.partition("#")[0]
        for _, issue in issues
        for part in issue["sections"]
        for ref in part["documents"]
    }
    own_years = {values["date"].year for type_, _, values in documents if type_ != "pages"}
    assert years(loaded.library) == sorted(own_years | {issue["year"] for _, issue in issues}, reverse=True)
    for year in years(loaded.library):
        counted: Counter[tuple[str, str]] = Counter()
        for type_, name, values in documents:
            if type_ == "meetings":
                last = values.get("ends_on") or values.get("begins_on") or values["date"]
                kind = values.get("kind", "常委会会议")
                if last.year == year:
                    counted["会议", ENGLISH.get(kind, kind)] += 1
                    counted["会议", "表决事项"] += len(values.get("votes") or [])
            if type_ == "appointments" and (values.get("adopted_on") or values["date"]).year == year:
                for row in values.get("appointments") or []:
                    counted["人事任免", "任免合计"] += 1
                    counted["人事任免", ENGLISH.get(row["action"], row["action"])] += 1
            if type_ == "suggestions" and (values.get("received_on") or values["date"]).year == year:
                progress = values.get("progress", "已收到")
                counted["代表建议", "收到"] += 1
                counted["代表建议", "办结答复"] += progress in ("已答复", "已落地", "answered", "landed")
                counted["代表建议", "其中：已落地"] += progress in ("已落地", "landed")
                counted["代表建议", "代表满意和基本满意"] += values.get("satisfaction") in (
                    "满意",
                    "基本满意",
                )
            if values["date"].year != year:
                continue
            counted["渠道", "网站刊发"] += type_ != "pages"
            counted["渠道", "期刊刊印"] += f"{type_}/{name}" in printed
            labels = {
                "opinions": "审议意见",
                "decisions": "决议决定",
                "regulations": "规范性文件",
                "notices": "公告",
            }
            if type_ in labels:
                counted["审议", labels[type_]] += 1
            if type_ == "reports" and (project / f"content/meetings/{values.get('meeting')}.md").is_file():
                counted["审议", "听取审议报告"] += 1
            if type_ in ("news", "stories", "study"):
                counted["稿件", {"news": "人大要闻", "stories": "履职故事", "study": "学习资料"}[type_]] += 1
                for author in set(values.get("authors") or []):
                    counted["作者", author] += 1
                if values.get("column"):
                    counted["栏目", values["column"]] += 1
        counted["期刊", "公报"] = sum(kind == "bulletin" and i["year"] == year for kind, i in issues)
        counted["期刊", "学习资料"] = sum(kind == "study" and i["year"] == year for kind, i in issues)
        found = {(figure.group, figure.label): figure.value for figure in figures(loaded.library, year)}
        assert {key: value for key, value in found.items() if value} == {
            k: v for k, v in counted.items() if v
        }


def test_a_figure_stands_on_documents_that_are_there(project: Path) -> None:
    held = load(project).library
    for year in years(held):
        for figure in figures(held, year):
            assert figure.value == len(figure.refs)
            for ref in figure.refs:
                assert ref in held.issue_by_ref or held.by_ref[ref].public, (figure.label, ref)


def test_drafts_and_internal_documents_count_for_nothing() -> None:
    hidden = [
        document("meetings", "a", status="draft", votes=[{"item": "甲", "for": 1}]),
        document("decisions", "b", visibility="internal"),
        document("suggestions", "c", status="withdrawn"),
        document("appointments", "d", status="draft", appointments=[line("甲甲")]),
    ]
    held = library(*hidden)
    assert years(held) == []
    assert [figure for figure in figures(held, 2026) if figure.value] == []
    assert board(held).cases == ()


def test_a_meeting_over_the_end_of_the_year_belongs_to_its_last_day() -> None:
    meeting = document("meetings", "a", begins_on="2025-12-31", ends_on="2026-01-02", date="2025-12-31")
    held = library(meeting)
    sums = {year: sum(f.value for f in figures(held, year) if f.group == "会议") for year in (2025, 2026)}
    assert sums == {2025: 0, 2026: 1}


# ---------------------------------------------------------------- every number of every meeting

COUNTS = {
    "attendance": ("expected", "present", "on_leave", "absent"),
    "votes": ("for", "against", "abstain", "not_voted", "present"),
    "evaluations": ("satisfied", "mostly_satisfied", "dissatisfied", "not_voted"),
}


def composed(path: Path) -> yaml.MappingNode:
    """The front matter as nodes that can be changed and written again."""
    node = yaml.compose(path.read_text(encoding="utf-8").split("---\n", 2)[1], Loader=yaml.CSafeLoader)
    assert isinstance(node, yaml.MappingNode)
    return node


def child(node: yaml.Node, key: str) -> yaml.Node | None:
    assert isinstance(node, yaml.MappingNode)
    return next((value for name, value in node.value if name.value == key), None)


def entries(node: yaml.MappingNode) -> Iterator[tuple[str, yaml.Node]]:
    """Each attendance, vote and evaluation of a meeting, with the word it stands under."""
    for word in COUNTS:
        found = child(node, word)
        if isinstance(found, yaml.MappingNode):
            yield word, found
        elif isinstance(found, yaml.SequenceNode):
            for entry in found.value:
                yield word, entry


def breaks(path: Path) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield (what was done, the text then, first and last line of the entry) for every way to break it."""
    body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    known = child(composed(path), "attendance") is not None
    for number, (word, entry) in enumerate(entries(composed(path))):
        for key in COUNTS[word]:
            value = child(entry, key)
            if value is None or not (known or child(entry, "present")):
                continue
            names = isinstance(value, yaml.SequenceNode)
            for step in (0, len(value.value) - 1) if names else (-1 if number % 2 else 1,):
                changed = composed(path)
                there = child(list(entries(changed))[number][1], key)
                if isinstance(there, yaml.ScalarNode):
                    count = int(there.value)
                    there.value = str(count + step if count + step >= 0 else 1)
                elif isinstance(there, yaml.SequenceNode) and there.value:
                    del there.value[step]
                else:
                    continue
                text = yaml.serialize(changed, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10**6)
                again = yaml.compose(text, Loader=yaml.CSafeLoader)
                assert isinstance(again, yaml.MappingNode)
                place = list(entries(again))[number][1]
                lines = (place.start_mark.line + 2, place.end_mark.line + 2)
                yield f"{word} {number} {key} {step:+d}", f"---\n{text}---\n{body}", lines


def test_a_wrong_number_in_a_meeting_is_reported_where_it_stands(project: Path, tmp_path: Path) -> None:
    """One number of each meeting at a time is off by one, or one name is left out."""
    for name in ("meetings", "decisions", "appointments"):
        shutil.copytree(project / "content" / name, tmp_path / "content" / name)
    shutil.copy(project / PATH, tmp_path / PATH)
    paths = sorted((tmp_path / "content" / "meetings").glob("*.md"))
    assert paths, "there are meetings to break"
    arithmetic = ("N001", "N002", "N003")
    clean = [fault for fault in load(tmp_path).diagnostics if fault.code in arithmetic]
    assert clean == []
    whole = {path: path.read_text(encoding="utf-8") for path in paths}
    waiting = {path: list(breaks(path)) for path in paths}
    done = sum(map(len, waiting.values()))
    silent = []
    for turn in range(max(map(len, waiting.values()))):
        now = {path: ways[turn] for path, ways in waiting.items() if turn < len(ways)}
        for path in paths:
            path.write_text(now[path][1] if path in now else whole[path], encoding="utf-8")
        found: defaultdict[str, list[int]] = defaultdict(list)
        for fault in load(tmp_path).diagnostics:
            if fault.code in arithmetic:
                found[fault.location.path].append(fault.location.line)
        for path, (what, _, (first, last)) in now.items():
            if not any(first <= at <= last for at in found[path.relative_to(tmp_path).as_posix()]):
                silent.append((path.name, what))
    assert silent == []
    assert done > 50


def test_the_votes_of_the_project_are_all_checked(project: Path) -> None:
    """No vote escapes its check because nobody said who was there."""
    held = load(project).library
    assert [(cast.document.path, cast.item) for cast in ballots(held) if cast.present is None] == []
    for cast in ballots(held):
        assert cast.tally.total == cast.present
    for sitting, _, evaluation in evaluations(held):
        assert sitting.meeting.attendance is not None
        assert evaluation.total == heads(sitting.meeting.attendance.present)

"""What else to read: by what documents share, near in time, and cheap."""

import datetime
from collections.abc import Iterable

import pytest

from press.content_types import content_types
from press.model.document import Document
from press.model.library import Library
from press.model.meta import validate
from press.model.site import Site
from press.record.related import MOST, made_from, ranking, related

FIRST = datetime.date(2026, 1, 1)


def made(name: str, day: int = 0, type_: str = "news", **keys: object) -> Document:
    date = (FIRST + datetime.timedelta(days=day)).isoformat()
    values = {"title": f"《{name}》", "date": date, "status": "published", **keys}
    meta, problems = validate(content_types()[type_].model, values)
    assert meta is not None, problems
    return Document(f"content/{type_}/{name}.md", type_, name, "", meta, (), (), "")


def library(documents: Iterable[Document]) -> Library:
    return Library(Site("石桥县人大"), {}, tuple(sorted(documents, key=lambda document: document.path)))


def names(documents: list[Document], name: str, named: Iterable[str] = ()) -> list[str]:
    found = library(documents)
    (document,) = (one for one in documents if one.id == name)
    return [other.id for other in related(found, document, ranking(found), frozenset(named))]


def test_what_shares_more_comes_first() -> None:
    documents = [
        made("self", tags=["水", "路"], meeting="m", deputies=["d"]),
        made("nothing", tags=["林"]),
        made("tag", tags=["水"]),
        made("tags", tags=["水", "路"]),
        made("deputy", deputies=["d"]),
        made("meeting", meeting="m", type_="reports"),
        made("all", tags=["水"], meeting="m", deputies=["d"], type_="stories"),
    ]
    assert names(documents, "self") == ["all", "meeting", "deputy", "tags", "tag"]


def test_of_equals_the_nearest_comes_first_then_the_newer() -> None:
    days = {"before": -3, "after": 3, "far": 40, "near": 1, "same-b": 0, "same-a": 0}
    documents = [made("self", tags=["水"])] + [made(n, d, tags=["水"]) for n, d in days.items()]
    assert names(documents, "self") == ["same-b", "same-a", "near", "after", "before", "far"]


def test_at_most_six() -> None:
    documents = [made(f"n{number}", number, tags=["水"]) for number in range(30)]
    assert len(names(documents, "n15")) == MOST == 6


def test_what_is_on_the_page_already_is_left_out() -> None:
    documents = [made("self", tags=["水"]), made("a", tags=["水"]), made("b", tags=["水"])]
    assert names(documents, "self", ["news/a/"]) == ["b"]


def test_another_text_of_the_same_is_left_out() -> None:
    texts = [
        made(n, type_="regulations", tags=["水"], title="《规则》", organ="县人大") for n in ("now", "then")
    ]
    assert names([*texts, made("a", tags=["水"])], "now") == ["a"]


@pytest.mark.parametrize("keys", [{"status": "draft"}, {"status": "withdrawn"}, {"visibility": "internal"}])
def test_only_what_is_public(keys: dict[str, str]) -> None:
    assert names([made("self", tags=["水"]), made("a", tags=["水"], **keys)], "self") == []


def test_meetings_and_deputies_are_no_reading() -> None:
    documents = [
        made("self", tags=["水"]),
        made("a", type_="deputies", tags=["水"]),
        made("b", type_="pages", tags=["水"]),
    ]
    assert names(documents, "self") == []
    assert names(documents, "b") == []


def test_a_common_tag_tells_less_than_a_rare_one() -> None:
    documents = [made(f"n{number}", number % 9, tags=["监督"]) for number in range(60)]
    documents += [made("self", tags=["监督", "水"]), made("rare", 300, tags=["水"])]
    assert names(documents, "self")[0] == "rare"


def test_order_of_reading_does_not_matter() -> None:
    documents = [made(f"n{n}", n * 7 % 11, tags=[f"t{n % 3}", f"u{n % 4}"]) for n in range(40)]
    first = {one.id: names(documents, one.id) for one in documents}
    assert first == {one.id: names(documents[::-1], one.id) for one in documents}


def test_one_more_document_touches_its_neighbours_alone() -> None:
    documents = [made(f"n{n:04}", n, tags=["监督", f"t{n % 50}"]) for n in range(2000)]
    before, after = library(documents), library([*documents, made("new", 1000, tags=["监督", "t0"])])
    old, new = ranking(before), ranking(after)
    changed = [one.id for one in documents if old[one.ref][:MOST] != new[one.ref][:MOST]]
    assert 0 < len(changed) <= 40


def test_the_ranking_depends_on_nothing_but_what_it_is_made_from() -> None:
    one = [made(f"n{n}", n, tags=["水", f"t{n % 3}"]) for n in range(30)]
    renamed = [*one[:3], made("n3", 3, tags=["水", "t0"], title="改了题目"), *one[4:]]
    moved = [*one[:3], made("n3", 4, tags=["水", "t0"]), *one[4:]]
    before, same, other = map(library, (one, renamed, moved))
    assert made_from(before) == made_from(same) != made_from(other)
    assert ranking(before) == ranking(same)

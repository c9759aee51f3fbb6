"""The year in figures: every figure opens the documents it counts."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from press.content_types.suggestions import Progress
from press.model.values import percent
from press.outputs import key as hashed
from press.outputs.portal.charts import Bar, Count, bar
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views
from press.record.figures import Figure, figures, years
from press.record.suggestions import board

_LISTED = 500
"""So many documents are listed below a figure; a page must stay a page."""

_LOOKS = {
    Progress.RECEIVED: "silent",
    Progress.ASSIGNED: "abstain",
    Progress.ANSWERED: "against",
    Progress.LANDED: "for",
}


class Counted(NamedTuple):
    """A document or issue that a figure counts, and how often."""

    title: str
    href: str
    times: int


class Row(NamedTuple):
    """A figure with its bar; ``more`` are documents it counts beyond those listed."""

    label: str
    value: int
    unit: str
    bar: Bar
    counted: tuple[Counted, ...]
    more: int


class Handled(NamedTuple):
    """How far the suggestions of a year have come: each state with its share, and the rates."""

    states: tuple[tuple[Count, str], ...]
    bar: Bar
    total: int
    rates: tuple[tuple[str, str], ...]


def pages(views: Views) -> Iterator[Page]:
    """Yield the overview and the page of each year."""
    library = views.library
    found = {year: figures(library, year) for year in years(library)}
    if not found:
        return
    yield _overview(found)
    order = list(found)
    for index, year in enumerate(order):
        newer = order[index - 1] if index else None
        older = order[index + 1] if index + 1 < len(order) else None
        yield _year(views, year, found[year], older, newer)


def _overview(found: dict[int, list[Figure]]) -> Page:
    """All years beside each other; authors and columns are for the year's own page."""
    table: dict[tuple[str, str, str], dict[int, int]] = {}
    for year, counted in found.items():
        for figure in counted:
            if figure.group not in ("作者", "栏目"):
                table.setdefault((figure.group, figure.label, figure.unit), {})[year] = figure.value
    rows = [
        (group, label, unit, [values.get(year, 0) for year in found])
        for (group, label, unit), values in table.items()
        if any(values.values())
    ]
    groups = [(name, list(of)) for name, of in groupby(rows, key=lambda row: row[0])]
    slots = {"heading": "统计", "years": list(found), "groups": groups}
    said = f"会议、审议、人事任免、代表建议、期刊和稿件的历年数字（{min(found)}—{max(found)}年）"
    return Page("statistics", "statistics/", "statistics", "统计", said, hashed(slots), lambda: slots)


def _year(views: Views, year: int, found: Sequence[Figure], older: int | None, newer: int | None) -> Page:
    shown = [figure for figure in found if figure.value]
    heading = f"{year}年统计"
    handled = _handled(views, year)

    def slots() -> dict[str, Any]:
        groups = groupby(shown, key=lambda figure: figure.group)
        return {
            "heading": heading,
            "year": year,
            "groups": [(name, list(_rows(views, list(of)))) for name, of in groups],
            "handled": handled,
            "older": older,
            "newer": newer,
        }

    # One document stands below many figures; its title is hashed once.
    listed = dict.fromkeys(ref for figure in shown for ref in figure.refs)
    titles = "\n".join([_title(views, ref)[0] for ref in listed])
    said = f"{year}年会议、审议、人事任免、代表建议、期刊和稿件的数字，每个数字都列出所统计的稿件"
    own = hashed(shown, titles, handled, older, newer)
    return Page("year", f"statistics/{year}/", "statistics", heading, said, own, slots)


def _rows(views: Views, figures: Sequence[Figure]) -> Iterator[Row]:
    # Only what is counted in the same unit can be compared by its bars.
    most: dict[str, int] = {}
    for figure in figures:
        most[figure.unit] = max(most.get(figure.unit, 0), figure.value)
    for figure in figures:
        yield _row(views, figure, most[figure.unit])


def _row(views: Views, figure: Figure, most: int) -> Row:
    times: dict[str, int] = {}
    for ref in figure.refs:
        times[ref] = times.get(ref, 0) + 1
    listed = tuple(Counted(*_title(views, ref), times[ref]) for ref in list(times)[:_LISTED])
    words = f"{figure.label}：{figure.value}{figure.unit}"
    drawn = bar(words, [("for", figure.value)], most)
    return Row(figure.label, figure.value, figure.unit, drawn, listed, len(times) - len(listed))


def _title(views: Views, ref: str) -> tuple[str, str]:
    """The words and the address of a document or an issue."""
    document = views.library.by_ref.get(ref)
    if document is not None:
        return document.title, document.permalink
    issue = views.library.issue_by_ref[ref]
    return f"《{issue.periodical.meta.title}》{issue.label}", issue.permalink


def _handled(views: Views, year: int) -> Handled | None:
    found = board(views.library, year)
    if not found.cases:
        return None
    total = len(found.cases)
    counts = tuple(
        Count(_LOOKS[state], state.value, len(cases)) for state, cases in reversed(found.progress.items())
    )
    words = f"收到{total}件：" + "，".join(f"{count.label}{count.value}件" for count in counts)
    said = (
        ("答复率", found.answered_share),
        ("落地率", found.landed_share),
        ("满意率", found.satisfied_share),
    )
    states = tuple((count, f"{percent(count.value, total)}%") for count in counts)
    drawn = bar(words, [(count.look, count.value) for count in counts], total)
    return Handled(states, drawn, total, tuple((label, f"{share}%") for label, share in said))

"""Faults for people: on a terminal by file, with the words underlined; elsewhere one place a line.

What is kept or piped on begins with ``path:line:column``; whatever belongs to it is indented.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby

from press.diagnostics import Diagnostic, Report, Reporter, Screen, Severity
from press.diagnostics.excerpts import excerpt, visible

WORDS = {Severity.ERROR: "错误", Severity.WARNING: "提醒"}

_KEPT_ROOM = 96
"""Cells of a source line where there is no terminal to fit."""

NARROWEST = 40
"""Cells of a terminal: a narrower one breaks the lines itself."""

MOST = 10
"""So many faults of one code in one file are shown on a terminal: nobody reads on."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33"}


def as_text(report: Report) -> str:
    """Return the report, without an end of line."""
    made = _by_file(report, report.screen) if report.screen else _by_place(report)
    return "\n".join(made)


def _by_place(report: Report) -> Iterator[str]:
    for fault in report.faults:
        at = fault.location
        place = f"{visible(at.path)}:{at.line}:{at.column}"
        yield f"{place}: {WORDS[fault.severity]} {fault.code} {visible(fault.message)}"
        line = report.line(at)
        if line is not None and line.strip():
            shown = excerpt(line, at.column, fault.span, _KEPT_ROOM)
            yield f"    | {shown.text}"
            yield f"    | {shown.carets}"
        if fault.hint:
            yield f"    → {visible(fault.hint)}"


def _by_file(report: Report, screen: Screen) -> Iterator[str]:
    paint = Paint(screen.colour)
    for path, found in groupby(report.faults, key=lambda fault: fault.location.path):
        yield paint(visible(path), "1;4")
        seen: Counter[str] = Counter()
        for fault in found:
            seen[fault.code] += 1
            if seen[fault.code] <= MOST:
                yield from _paragraph(report, fault, screen, paint)
        yield from rest(seen, paint)
        yield ""


def rest(seen: Mapping[str, int], paint: "Paint") -> Iterator[str]:
    """Say how many faults of each code are not shown."""
    for code, number in seen.items():
        if number > MOST:
            yield paint(f"  …同类还有 {number - MOST:,} 处（{code}）", "2")


def _paragraph(report: Report, fault: Diagnostic, screen: Screen, paint: "Paint") -> Iterator[str]:
    at = fault.location
    colour = _COLOURS[fault.severity]
    label = paint(f"{WORDS[fault.severity]} {fault.code}", f"1;{colour}")
    yield f"  {paint(f'{at.line}:{at.column}', '36')}  {label}  {visible(fault.message)}"
    line = report.line(at)
    if line is not None and line.strip():
        shown = excerpt(line, at.column, fault.span, max(screen.width, NARROWEST) - 9)
        words = paint(shown.words, f"1;{colour}") if shown.words else ""
        bar = paint("│", "2")
        yield f"      {bar} {shown.before}{words}{shown.after}"
        yield f"      {bar} {paint(shown.carets, colour)}"
    if fault.hint:
        yield f"      {paint('→', '32')} {visible(fault.hint)}"


class Paint:
    """Gives words a colour (an SGR code such as ``1;31``) where there may be any."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, words: str, code: str) -> str:
        """Return ``words``, painted."""
        return f"\033[{code}m{words}\033[0m" if self._colour and words else words


REPORTER = Reporter("text", as_text)

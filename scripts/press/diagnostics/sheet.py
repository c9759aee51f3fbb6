"""The proof sheet 校样清单: every fault on one page to be read, ticked off, printed and signed.

Its design is ``proof/`` below theme_overrides/. The page asks nobody for anything: no script, no font,
no picture.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from press.diagnostics import Diagnostic, Report, Reporter, ReportError, Severity, count
from press.diagnostics.excerpts import Excerpt, sentence, visible
from press.diagnostics.text import WORDS


class Item(NamedTuple):
    """A fault on the sheet; ``number`` runs through the whole sheet."""

    number: int
    line: int
    column: int
    code: str
    level: str
    grave: bool
    href: str
    sentence: Excerpt | None
    message: str
    hint: str


class Sheaf(NamedTuple):
    """A file with its faults."""

    path: str
    title: str
    items: list[Item]


class Kind(NamedTuple):
    """How often a rule was broken, and in how many files."""

    code: str
    title: str
    level: str
    grave: bool
    href: str
    number: int
    files: int


def as_sheet(report: Report) -> str:
    """Return the page. Raises ReportError for a fault in its design."""
    # Loaded where a sheet is made: no other report has a design.
    import jinja2

    errors, warnings = count(report.faults)
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader([folder / "proof" for folder in report.designs]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    try:
        return env.get_template("sheet.html").render(
            publisher=report.publisher,
            files=report.files,
            errors=errors,
            warnings=warnings,
            newest=report.newest,
            kinds=list(_kinds(report)),
            sheaves=list(_sheaves(report)),
        )
    except jinja2.TemplateNotFound as error:
        raise ReportError(f"找不到校样清单的版式 theme_overrides/proof/{error.name}") from error
    except jinja2.TemplateError as error:
        raise ReportError(f"theme_overrides/proof/sheet.html 填不出校样清单：{error}") from error


def _kinds(report: Report) -> Iterator[Kind]:
    """The rules broken, errors first, then the most frequent."""
    rules = report.rules()
    numbers = Counter((fault.severity, fault.code) for fault in report.faults)
    places = {(fault.severity, fault.code, fault.location.path) for fault in report.faults}
    files = Counter((severity, code) for severity, code, _ in places)
    order = sorted(numbers, key=lambda kind: (kind[0] is not Severity.ERROR, -numbers[kind], kind[1]))
    for severity, code in order:
        title = rules[code].title if code in rules else ""
        grave, href = severity is Severity.ERROR, report.explained_at(code)
        kind = (severity, code)
        yield Kind(code, title, WORDS[severity], grave, href, numbers[kind], files[kind])


def _sheaves(report: Report) -> Iterator[Sheaf]:
    titles = report.titles or {}
    number = 0
    for path, found in groupby(report.faults, key=lambda fault: fault.location.path):
        items = [_item(report, fault, number + index) for index, fault in enumerate(found, 1)]
        number += len(items)
        yield Sheaf(visible(path), visible(titles.get(path, "")), items)


def _item(report: Report, fault: Diagnostic, number: int) -> Item:
    at = fault.location
    line = report.line(at)
    shown = sentence(line, at.column, fault.span) if line is not None and line.strip() else None
    return Item(
        number, at.line, at.column, fault.code, WORDS[fault.severity], fault.severity is Severity.ERROR,
        report.explained_at(fault.code), shown, visible(fault.message), visible(fault.hint),
    )  # fmt: skip


REPORTER = Reporter("sheet", as_sheet, paged=True)

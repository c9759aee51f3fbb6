"""Faults for GitHub Actions: workflow commands, shown beside the lines of a pull request."""

from press.diagnostics import Report, Reporter
from press.diagnostics.excerpts import visible


def as_github(report: Report) -> str:
    """Return one command a fault: ``::error file=…,line=…,col=…,title=…::message``."""
    rules = report.rules()
    lines = []
    for fault in report.faults:
        at = fault.location
        title = f"{fault.code} {rules[fault.code].title}" if fault.code in rules else fault.code
        where = {"file": at.path, "line": at.line, "col": at.column}
        if fault.span:
            where |= {"endLine": at.line, "endColumn": at.column + fault.span}
        properties = {**where, "title": title}
        named = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
        said = f"{visible(fault.message)}\n→ {visible(fault.hint)}" if fault.hint else visible(fault.message)
        lines.append(f"::{fault.severity.value} {named}::{_data(said)}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORTER = Reporter("github", as_github)

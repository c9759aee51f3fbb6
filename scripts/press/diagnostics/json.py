"""Faults for programs: a JSON list of {code, severity, path, line, column, message, hint}."""

import json
import re

from press.diagnostics import Report, Reporter

_UNSEEN = re.compile(
    r"[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
)


def as_json(report: Report) -> str:
    """Return the list. What could turn a terminal or a line around is escaped, as JSON allows."""
    rows = [
        {
            "code": fault.code,
            "severity": fault.severity.value,
            "path": fault.location.path,
            "line": fault.location.line,
            "column": fault.location.column,
            "message": fault.message,
            "hint": fault.hint,
        }
        for fault in report.faults
    ]
    return dumps(rows, indent=2)


def dumps(value: object, indent: int | None = None) -> str:
    """Return ``value`` as JSON, all on one line unless ``indent`` sets it out."""
    separators = (",", ": " if indent else ":")
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


REPORTER = Reporter("json", as_json)

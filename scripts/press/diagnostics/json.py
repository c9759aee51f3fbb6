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
    return dumps(rows)


def dumps(value: object) -> str:
    """Return ``value`` as readable JSON."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


REPORTER = Reporter("json", as_json)

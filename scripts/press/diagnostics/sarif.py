"""Faults for code scanning and editors: a SARIF 2.1.0 log (OASIS, 2020).

Columns count Unicode code points, as the log itself says (``columnKind``).
"""

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from press import __version__
from press.diagnostics import Described, Diagnostic, Report, Reporter
from press.diagnostics.json import dumps

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "SRCROOT"


def as_sarif(report: Report) -> str:
    """Return the log, with every rule, found or not."""
    rules = report.rules()
    order = {code: index for index, code in enumerate(rules)}
    prints = _Fingerprints(report)
    driver: dict[str, Any] = {
        "name": "press",
        "version": __version__,
        "rules": [_descriptor(report, rule) for rule in rules.values()],
    }
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "含 content/ 的文件夹"}}},
        "results": [_result(fault, order, prints) for fault in report.faults],
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _descriptor(report: Report, rule: Described) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{rule.title}。"},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [rule.family]},
    }
    if address := report.explained_at(rule.code):
        described["helpUri"] = address
    return described


def _result(fault: Diagnostic, order: Mapping[str, int], prints: "_Fingerprints") -> dict[str, Any]:
    place = {"artifactLocation": _artifact(fault), "region": _region(fault)}
    result: dict[str, Any] = {"ruleId": fault.code}
    if fault.code in order:
        result["ruleIndex"] = order[fault.code]
    result |= {
        "level": fault.severity.value,
        "message": {"text": f"{fault.message}\n→ {fault.hint}" if fault.hint else fault.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"primaryLocationLineHash": prints.of(fault)},
    }
    if fault.fix is not None and fault.span:
        change = {"deletedRegion": _region(fault), "insertedContent": {"text": fault.fix}}
        changes = [{"artifactLocation": _artifact(fault), "replacements": [change]}]
        result["fixes"] = [{"description": {"text": fault.hint}, "artifactChanges": changes}]
    return result


def _artifact(fault: Diagnostic) -> dict[str, str]:
    return {"uri": quote(fault.location.path, errors="replace"), "uriBaseId": _ROOT}


def _region(fault: Diagnostic) -> dict[str, int]:
    region = {"startLine": fault.location.line, "startColumn": fault.location.column}
    if fault.span:
        region["endColumn"] = fault.location.column + fault.span
    return region


class _Fingerprints:
    """Tells one fault from another by its line's words, so that it is known again on another line."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._lines: dict[tuple[str, int], str] = {}
        self._seen: Counter[str] = Counter()

    def of(self, fault: Diagnostic) -> str:
        """Sixteen hexadecimal digits and which of its like the fault is, counted from 1."""
        at = (fault.location.path, fault.location.line)
        if at not in self._lines:
            line = self._report.line(fault.location) or ""
            self._lines[at] = sha256(" ".join(line.split()).encode("utf-8", "replace")).hexdigest()
        parts = "\0".join((fault.code, fault.location.path, self._lines[at], fault.message))
        digest = sha256(parts.encode("utf-8", "replace")).hexdigest()[:16]
        self._seen[digest] += 1
        return f"{digest}:{self._seen[digest]}"


REPORTER = Reporter("sarif", as_sarif)

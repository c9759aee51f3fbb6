"""Take out what documents allow, and report what they allow for nothing."""

from collections.abc import Iterable, Mapping

from press.diagnostics import Diagnostic, Location, Severity
from press.markup.allowances import Allowance
from press.rules import allowed, rules


def allow(
    diagnostics: Iterable[Diagnostic], allowances: Mapping[str, tuple[Allowance, ...]]
) -> list[Diagnostic]:
    """Return the faults that count; ``allowances`` are those of each file, by path."""
    used: set[tuple[str, Allowance]] = set()
    kept = []
    for fault in diagnostics:
        by = [a for a in allowances.get(fault.location.path, ()) if _covers(a, fault)]
        used.update((fault.location.path, allowance) for allowance in by)
        if not by:
            kept.append(fault)
    codes = {rule.code for rule in rules()}
    for path, written in allowances.items():
        for allowance in written:
            sound = allowance.code in codes and allowed(allowance.code) and allowance.reason
            if sound and (path, allowance) not in used:
                message = f"多余的豁免：这里没有 {allowance.code} 的问题"
                place = Location(path, *allowance.at)
                kept.append(Diagnostic("M017", Severity.ERROR, place, message, "请删去这条豁免"))
    return kept


def _covers(allowance: Allowance, fault: Diagnostic) -> bool:
    if allowance.code != fault.code or not allowed(fault.code) or not allowance.reason.strip():
        return False
    return allowance.first <= fault.location.line <= allowance.last

"""Load and check a folder with all rules, or without those of the congress's record.

``python -m bench.loading ROOT all|plain``: run as a process of its own by ``make bench``.
"""

import re
import sys
from pathlib import Path

import press.rules
from press.pipeline.load import load

_RECORD = re.compile(r"m0(?:0[89]|1\d)_|n\d{3}_")
"""The modules of the rules that came with the record."""


def main() -> None:
    """Load once; the result is thrown away, but faults are not: the figures are of clean content."""
    root, which = Path(sys.argv[1]), sys.argv[2]
    if which == "plain":
        kept = tuple(
            rule
            for rule in press.rules.rules()
            if not _RECORD.match((rule.submission or rule.library).__module__.rpartition(".")[2])
        )
        press.rules.rules = lambda: kept  # type: ignore[assignment]
    loaded = load(root, jobs=1)
    if loaded.diagnostics:
        raise SystemExit(f"{len(loaded.diagnostics)} faults, first: {loaded.diagnostics[0]}")


main()

"""What is known of files from the last run: what they became, and what the rules said."""

from dataclasses import dataclass
from pathlib import Path

from press.diagnostics import Finding
from press.model.document import Document
from press.model.issue import IssueMeta, Periodical
from press.pipeline import state
from press.source.folder import Stamp
from press.source.images import Asset

Coded = tuple[str, Finding]
"""A finding with the code of its rule."""

Assets = dict[str, tuple[Stamp | None, Asset]]
"""Images by path, each with the stamp of the file that was looked at."""

_APART = 400
"""So many changed records are kept apart before all are written anew."""

_RACE = 50_000_000
"""A file changed this recently (ns) may change again within the clock's tick."""


@dataclass(frozen=True)
class Record:
    """One file. ``result`` is None when it could not be read; an issue is (keys, digest)."""

    stamp: Stamp | None
    result: Document | Periodical | tuple[IssueMeta, str] | None
    findings: tuple[Coded, ...]


@dataclass(frozen=True)
class Known:
    """Records and assets of the last run.

    Those ``changed`` since all were written (at ``mark``) lie in a file apart: writing ten thousand
    records takes longer than everything else about one edit.
    """

    records: dict[str, Record]
    assets: Assets
    changed: frozenset[str] = frozenset()
    mark: int = 0

    @classmethod
    def load(cls, root: Path) -> "Known":
        """Return what was remembered of ``root``."""
        whole = state.load(root, "library")
        if whole is None:
            return cls({}, {})
        mark, records, assets = whole
        apart = state.load(root, "library-changed")
        if apart is None or apart[0] != mark:
            return cls(records, assets, mark=mark)
        changed = frozenset((*apart[1], *apart[2]))
        return cls(records | apart[1], assets | apart[2], changed, mark)

    def remember(self, root: Path, started: int, records: dict[str, Record], assets: Assets) -> None:
        """Keep what is new. Files that may still change unnoticed are read again next time."""

        def settled(stamp: Stamp | None) -> Stamp | None:
            return stamp if stamp and max(stamp[1], stamp[2]) < started - _RACE else None

        new_records = {
            path: Record(settled(record.stamp), record.result, record.findings)
            for path, record in records.items()
            if self.records.get(path) is not record
        }
        new_assets = {
            path: (settled(pair[0]), pair[1])
            for path, pair in assets.items()
            if self.assets.get(path) is not pair
        }
        changed = self.changed.union(new_records, new_assets)
        if not self.mark or len(changed) > _APART:
            state.save(root, "library", (started, records | new_records, assets | new_assets))
        elif new_records or new_assets:
            latest_records, latest_assets = self.records | new_records, self.assets | new_assets
            part_records = {p: latest_records[p] for p in changed if p in latest_records}
            part_assets = {p: latest_assets[p] for p in changed if p in latest_assets}
            state.save(root, "library-changed", (self.mark, part_records, part_assets))

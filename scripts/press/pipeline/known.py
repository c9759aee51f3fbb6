"""What is known of files from the last run: what they became, and what the rules said."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from press.diagnostics import Finding
from press.markup.allowances import Allowance
from press.model.document import Document
from press.model.issue import IssueMeta, Periodical
from press.model.reference import Reference
from press.model.roster import Roster
from press.model.words import Words
from press.pipeline import state
from press.source.attachments import Attachment
from press.source.folder import Stamp
from press.source.images import Asset

Coded = tuple[str, Finding]
"""A finding with the code of its rule."""

Assets = dict[str, tuple[Stamp | None, Asset]]
"""Images by path, each with the stamp of the file that was looked at."""

Attachments = dict[str, tuple[Stamp | None, Attachment]]
"""Other files by path, in the same way."""

_APART = 400
"""So many changed records are kept apart before all are written anew."""

_RACE = 50_000_000
"""A file changed this recently (ns) may change again within the clock's tick."""


@dataclass(frozen=True)
class Record:
    """One file. ``result`` is None when it could not be read; an issue is (keys, digest)."""

    stamp: Stamp | None
    result: Document | Periodical | Roster | Words | tuple[IssueMeta, str] | None
    findings: tuple[Coded, ...]
    allowances: tuple[Allowance, ...] = ()


@dataclass(frozen=True)
class Known:
    """Records, assets and attachments of the last run, which was checked against ``reference``.

    Those ``changed`` since all were written (at ``mark``) lie in a file apart: writing ten thousand
    records takes longer than everything else about one edit.
    """

    records: dict[str, Record]
    assets: Assets
    attachments: Attachments
    reference: Reference = field(default_factory=Reference)
    changed: frozenset[str] = frozenset()
    mark: int = 0

    @classmethod
    def load(cls, root: Path) -> "Known":
        """Return what was remembered of ``root``."""
        whole = state.load(root, "library")
        if whole is None:
            return cls({}, {}, {})
        mark, reference, *parts = whole
        apart = state.load(root, "library-changed")
        if apart is None or apart[0] != mark:
            records, assets, attachments = parts
            return cls(records, assets, attachments, reference, mark=mark)
        changed = frozenset(name for part in apart[1:] for name in part)
        records, assets, attachments = (old | new for old, new in zip(parts, apart[1:], strict=True))
        return cls(records, assets, attachments, reference, changed, mark)

    def remember(
        self,
        root: Path,
        started: int,
        records: dict[str, Record],
        assets: Assets,
        attachments: Attachments,
        reference: Reference,
    ) -> None:
        """Keep what is new. Files that may still change unnoticed are read again next time."""

        def settled(stamp: Stamp | None) -> Stamp | None:
            return stamp if stamp and max(stamp[1], stamp[2]) < started - _RACE else None

        new: list[dict[str, Any]] = [
            {
                path: Record(settled(record.stamp), record.result, record.findings, record.allowances)
                for path, record in records.items()
                if self.records.get(path) is not record
            }
        ]
        for before, now in ((self.assets, assets), (self.attachments, attachments)):
            fresh = {path: pair for path, pair in now.items() if before.get(path) is not pair}
            new.append({path: (settled(pair[0]), pair[1]) for path, pair in fresh.items()})
        changed = self.changed.union(*new)
        parts: list[dict[str, Any]]
        if not self.mark or len(changed) > _APART or reference != self.reference:
            now_known: list[dict[str, Any]] = [records, assets, attachments]
            parts = [old | more for old, more in zip(now_known, new, strict=True)]
            state.save(root, "library", (started, reference, *parts))
        elif any(new):
            known: list[dict[str, Any]] = [self.records, self.assets, self.attachments]
            parts = [
                {name: both[name] for name in changed if name in both}
                for both in (old | more for old, more in zip(known, new, strict=True))
            ]
            state.save(root, "library-changed", (self.mark, *parts))

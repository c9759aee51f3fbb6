"""One page of every kind: the largest, for it holds the most that can be wrong."""

from dataclasses import dataclass
from pathlib import Path

from press.outputs.portal.pages import pages
from press.outputs.portal.views import Views
from press.pipeline.build import context_of
from press.pipeline.load import load


@dataclass(frozen=True)
class Sample:
    """A page: its kind and its address below the site's root."""

    kind: str
    place: str

    def file(self, site: Path) -> Path:
        """The file it is in."""
        return site / (self.place if self.place.endswith(".html") else f"{self.place}index.html")


def every(root: Path) -> list[Sample]:
    """Every page of the portal."""
    loaded = load(root)
    found = pages(context_of(loaded), Views(loaded.library))
    return [Sample(page.kind, page.permalink) for page in found]


def largest(samples: list[Sample], site: Path) -> dict[str, Sample]:
    """One page of each kind, by kind."""

    def size(sample: Sample) -> int:
        return sample.file(site).stat().st_size

    by_kind: dict[str, Sample] = {}
    for sample in sorted(samples, key=lambda sample: (sample.kind, -size(sample), sample.place)):
        by_kind.setdefault(sample.kind, sample)
    return by_kind

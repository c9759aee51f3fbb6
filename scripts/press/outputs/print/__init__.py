"""Print: for each issue an archive PDF (PDF/A-2a and PDF/UA-1), one of each entry alone, and its cover."""

import hashlib
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from press.model.issue import Issue
from press.outputs import Artifact, Context, Output, OutputError, Paging, Place, key, media, read_theme
from press.source.images import Asset

if TYPE_CHECKING:
    from press.outputs.print.compose import Composed
    from press.outputs.print.data import Setting

LONGEST = 2400
"""Pixels of an image's longer side in print: the 156 mm measure of A4 at 390 dpi."""

T = TypeVar("T")


def artifacts(context: Context) -> Iterator[Artifact]:
    """Yield the PDF of every issue and of each of its entries, and the picture of its cover.

    The portal offers them, too.
    """
    for work in _works(context):
        issue = work.issue
        name = f"{issue.periodical.id}-{issue.name}.pdf"
        yield Artifact(f"print/{issue.periodical.id}/{name}", work.key, work.pdf, (f"site/{issue.pdf}",))
        yield Artifact(f"site/{issue.cover}", work.cover_key, work.cover)
        for section in issue.meta.sections:
            for entry in section.documents:
                # Its page numbers are those of the issue, so whatever moves them is in the key.
                alone = key("alone", entry, work.key)
                yield Artifact(f"site/{issue.offprint(entry)}", alone, partial(work.alone, entry))


def paging(context: Context) -> dict[str, Paging]:
    """Return where the entries of every issue begin, by the issue's reference."""
    works = _works(context)
    fonts = bool(works) and _fonts_are_here()
    return {work.issue.ref: Paging(key(work.key, fonts), work.places if fonts else dict) for work in works}


@dataclass(frozen=True)
class _Work:
    """One issue to be set; ``look`` hashes the design and the fonts, ``key`` all that it is made from."""

    context: Context
    issue: Issue
    setting: "Setting"
    design: Mapping[str, bytes]
    local_fonts: Mapping[str, Path]
    look: str

    @cached_property
    def key(self) -> str:
        return key(self.look, self.setting.made_from())

    @property
    def cover_key(self) -> str:
        return key("cover", self.look, self.issue.digest, self.issue.periodical.digest)

    def pdf(self) -> bytes:
        """Return the PDF. Its pages are remembered, so that nobody has to set the issue again for them."""
        composed = self._compose(self.setting, {})
        self._remember(lambda: composed.places)
        return composed.pdf

    def alone(self, entry: str) -> bytes:
        """Return the PDF of one entry, on pages numbered as in the issue, which it names."""
        from press.outputs.print.data import Setting

        setting = Setting(self.context.library, self.issue, entry)
        place = self.places().get(entry)
        first = next(s.documents for s in self.issue.meta.sections if entry in s.documents)[0]
        alone = {"number": place.number if place else 1, "opens": entry == first}
        return self._compose(setting, {"alone": alone}).pdf

    def _compose(self, setting: "Setting", more: Mapping[str, Any]) -> "Composed":
        from press.outputs.print.compose import compose

        images = {
            asset.path: media.render(self.context.root, asset, _suffix(asset), LONGEST)
            for asset in setting.images()
        }
        return self._set(
            lambda: compose(
                {**setting.data(self.context.body), **more},
                images,
                design=self.design,
                local_fonts=self.local_fonts,
                date=self.issue.date,
            )
        )

    def places(self) -> Mapping[str, Place]:
        return self._places

    @cached_property
    def _places(self) -> dict[str, Place]:
        return self._remember(self._find_places)

    def _find_places(self) -> dict[str, Place]:
        from press.outputs.print.compose import ComposeError, places

        images = {asset.path: _blank(asset) for asset in self.setting.images()}

        def find() -> dict[str, Place]:
            try:
                return places(self._data(), images, design=self.design, local_fonts=self.local_fonts)
            except ComposeError:
                return {}  # whoever asks for the PDF is told

        return self._set(find)

    def cover(self) -> bytes:
        """Return the picture of the cover, as WebP."""
        from PIL import Image

        from press.outputs.print.compose import cover

        size = media.COVERS[self.issue.periodical.meta.trim]
        drawn = self._set(
            lambda: cover(self._data(), design=self.design, local_fonts=self.local_fonts, width=size[0])
        )
        with Image.open(io.BytesIO(drawn)) as opened:
            image = opened.convert("RGB").resize(size, Image.Resampling.LANCZOS)
        out = io.BytesIO()
        image.save(out, "WEBP", quality=85, method=4)
        return out.getvalue()

    def _data(self) -> dict[str, Any]:
        return self.setting.data(self.context.body)

    def _remember(self, make: Callable[[], dict[str, Place]]) -> dict[str, Place]:
        name = f"pages-{self.issue.periodical.id}-{self.issue.name}"
        found: dict[str, Place] = self.context.remember(name, self.key, make)
        return found

    def _set(self, run: Callable[[], T]) -> T:
        """Run Typst, which takes a while to load, and say in which issue it fails."""
        from press.outputs.print.compose import ComposeError
        from press.outputs.print.fonts import FontError

        issue = self.issue
        try:
            return run()
        except FontError as error:
            raise OutputError(str(error)) from error
        except ComposeError as error:
            where = f"{issue.path}:1:1: {issue.periodical.meta.title}{issue.label}"
            raise OutputError(f"{where} {error}") from error


def _works(context: Context) -> list[_Work]:
    """Return every issue to be set, worked out once: two outputs ask."""
    library = context.library
    if __name__ not in library.derived:
        library.derived[__name__] = list(_find_works(context)) if library.issues else []
    found: list[_Work] = library.derived[__name__]  # type: ignore[assignment]
    return found


def _find_works(context: Context) -> Iterator[_Work]:
    design = read_theme([theme / "print" for theme in context.theme])
    files = {name: hashlib.sha256(data).hexdigest() for name, data in design.items()}
    local = _local_fonts(context)
    own = {role: hashlib.sha256(path.read_bytes()).hexdigest() for role, path in local.items()}
    # What reads articles for print is loaded where there is an issue to set.
    from press.outputs.print.data import Setting

    for issue in context.library.issues:
        setting = Setting(context.library, issue)
        yield _Work(context, issue, setting, design, local, key(context.fingerprint, files, own))


def _suffix(asset: Asset) -> str:
    return "jpg" if media.suffix(asset) == "jpg" else "png"


def _blank(asset: Asset) -> bytes:
    """A white picture of the size ``asset`` has in print: enough to count pages, and soon made."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("1", media.size(asset, LONGEST), 1).save(out, "PNG")
    return out.getvalue()


def _fonts_are_here() -> bool:
    from press.outputs.print import fonts

    return all((fonts.cache_dir() / font.file).is_file() for font in fonts.locked())


def _local_fonts(context: Context) -> dict[str, Path]:
    """The font files the office owns, by role; paths are relative to the root."""
    configured = context.library.site.settings.fonts
    found = {}
    for role in type(configured).model_fields:
        name = getattr(configured, role)
        if name is None:
            continue
        found[role] = context.root / name
    return found


OUTPUT = Output("print", "印刷 PDF", artifacts, paging)

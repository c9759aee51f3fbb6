"""Print: one archive PDF (PDF/A-2a and PDF/UA-1) for each issue."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from press.model.issue import Issue
from press.outputs import Artifact, Context, Output, OutputError, key, media, read_theme
from press.source.images import Asset

if TYPE_CHECKING:
    from press.outputs.print.data import Setting

LONGEST = 2400
"""Pixels of an image's longer side in print: the 156 mm measure of A4 at 390 dpi."""


def artifacts(context: Context) -> Iterator[Artifact]:
    """Yield the PDF of every issue; the portal offers the same bytes."""
    library = context.library
    if not library.issues:
        return
    design = read_theme([theme / "print" for theme in context.theme])
    files = {name: hashlib.sha256(data).hexdigest() for name, data in design.items()}
    local = _local_fonts(context)
    # What reads articles for print is loaded where there is an issue to set.
    from press.outputs.print.data import Setting

    for issue in library.issues:
        setting = Setting(library, issue)
        made_from = key(
            context.fingerprint,
            files,
            {role: hashlib.sha256(path.read_bytes()).hexdigest() for role, path in local.items()},
            setting.made_from(),
        )
        name = f"{issue.periodical.id}-{issue.name}.pdf"

        def render(issue: Issue = issue, setting: "Setting" = setting) -> bytes:
            return _render(context, issue, setting, design, local)

        yield Artifact(f"print/{issue.periodical.id}/{name}", made_from, render, (f"site/{issue.pdf}",))


def _render(
    context: Context, issue: Issue, setting: "Setting", design: Mapping[str, bytes], local: Mapping[str, Path]
) -> bytes:
    # Typst takes a while to load and is needed only where a page is set.
    from press.outputs.print.compose import ComposeError, compose
    from press.outputs.print.fonts import FontError

    images = {
        asset.path: media.render(context.root, asset, _suffix(asset), LONGEST) for asset in setting.images()
    }
    try:
        return compose(
            setting.data(context.body),
            images,
            design=design,
            local_fonts=local,
            date=issue.date,
        )
    except FontError as error:
        raise OutputError(str(error)) from error
    except ComposeError as error:
        raise OutputError(f"{issue.path}:1:1: {issue.periodical.meta.title}{issue.label} {error}") from error


def _suffix(asset: Asset) -> str:
    return "jpg" if media.suffix(asset) == "jpg" else "png"


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


OUTPUT = Output("print", "印刷 PDF", artifacts)

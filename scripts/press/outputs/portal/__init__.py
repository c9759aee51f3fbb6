"""The portal: a static site of permalinks, stamped into shells."""

import hashlib
from collections.abc import Iterator
from functools import partial

from press.outputs import Artifact, Context, Output, key, media, paging, read_theme
from press.outputs.portal import conventions, pages
from press.outputs.portal.page import Page
from press.outputs.portal.stamp import Shells, Stamper
from press.outputs.portal.views import Views
from press.source.attachments import read
from press.source.images import Asset


def artifacts(context: Context) -> Iterator[Artifact]:
    """Yield every file of ``dist/site`` that this output answers for."""
    design = _design_key(context)
    shells = context.remember("shells", design, lambda: _draw(context))
    stamper = Stamper(shells, context.theme, context.cache)
    views = Views(context.library, paging(context))
    policy = conventions.policy(context.library.site)
    frame = key(design, views.frame, context.library.site, policy)
    places = []
    for page in pages.pages(context, views):
        if page.kind not in conventions.UNLISTED:
            places.append(page.permalink)
        path = page.permalink if page.permalink.endswith(".html") else f"{page.permalink}index.html"

        def render(page: Page = page) -> bytes:
            slots = {**views.frame_of(page), "policy": policy, **page.slots()}
            return stamper.stamp(page.kind, slots)

        # The description and title come from the same document as the key.
        yield Artifact(f"site/{path}", key(frame, page.kind, page.title, page.key), render)
    for name, data in shells.files.items():
        yield Artifact(f"site/{name}", hashlib.sha256(data).hexdigest(), partial(bytes, data))
    yield from _images(context, views)
    yield from _files(context, views)
    yield from conventions.files(context, views, stamper, places)


def _draw(context: Context) -> Shells:
    # MkDocs takes longer to load than a whole edit, so it is loaded where a shell must be drawn.
    from press.outputs.portal.shells import draw

    return draw(context.root, context.library.site, context.theme)


def _design_key(context: Context) -> str:
    folders = [theme / "portal" for theme in context.theme]
    files = {name: hashlib.sha256(data).hexdigest() for name, data in read_theme(folders).items()}
    # Without a mkdocs.yml of its own a site borrows the theme settings of ours.
    settings = (context.theme[-1].parent / "mkdocs.yml").read_bytes()
    borrowed = hashlib.sha256(settings).hexdigest()
    return key(context.fingerprint, context.library.site, borrowed, files)


def _images(context: Context, views: Views) -> Iterator[Artifact]:
    wanted = {
        media.name(asset, suffix): (asset, suffix)
        for asset in views.images()
        for suffix in (media.suffix(asset), "webp")
    }
    scans = [attachment.image for attachment in views.files.values() if attachment.image]
    wanted |= {media.name(scan, "webp"): (scan, "webp") for scan in scans}
    for name, (asset, suffix) in wanted.items():
        if name in views.files:
            continue  # published as it is: its bytes prove it unchanged
        digest = key(context.fingerprint, asset.digest, suffix)

        def render(asset: Asset = asset, suffix: str = suffix) -> bytes:
            return media.render(context.root, asset, suffix)

        yield Artifact(f"site/media/{name}", digest, render)


def _files(context: Context, views: Views) -> Iterator[Artifact]:
    """What keys name beside images, byte for byte."""
    for name, attachment in views.files.items():
        yield Artifact(f"site/media/{name}", attachment.digest, partial(read, context.root, attachment))


OUTPUT = Output("portal", "门户网站", artifacts)

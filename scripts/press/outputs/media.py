"""Publish an image: turned upright, without EXIF, GPS or other metadata, no wider than needed."""

import io
from pathlib import Path

from press.source.attachments import Attachment
from press.source.images import FORMATS, Asset, read

LONGEST = 1920
"""Pixels of the longer side on the portal: twice the widest column of a phone or laptop."""

COVERS = {"A4": (600, 849), "A5": (600, 851)}
"""Width and height in pixels of the picture of a printed cover, by trim size."""


def name(asset: Asset | Attachment, suffix: str) -> str:
    """The published name: readable stem and digest, so that an address never changes meaning."""
    stem = asset.path.rsplit("/", 1)[-1].rpartition(".")[0].lower()
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in stem).strip("-")
    return f"{kept[:60] or ('image' if isinstance(asset, Asset) else 'file')}-{asset.digest[:12]}.{suffix}"


def suffix(asset: Asset) -> str:
    """The suffix of the published original; GIF becomes PNG."""
    return "png" if asset.format == "GIF" else FORMATS[asset.format]


def size(asset: Asset, longest: int = LONGEST) -> tuple[int, int]:
    """Width and height in pixels as published."""
    scale = min(1.0, longest / max(asset.width, asset.height))
    return max(1, round(asset.width * scale)), max(1, round(asset.height * scale))


def render(root: Path, asset: Asset, suffix: str, longest: int = LONGEST) -> bytes:
    """Return the image as JPEG, PNG or WebP bytes. Only colour profiles survive as metadata.

    Raises ChangedError when the file is no longer the one that was checked.
    """
    # Pillow is loaded only where an image is due.
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(read(root, asset))) as opened:
        profile = opened.info.get("icc_profile")
        image: Image.Image = ImageOps.exif_transpose(opened)
        if image.mode in ("I;16", "I;16B", "I;16L", "I"):
            # Sixteen bits from a scanner: scaled down, for converting would clip them to white.
            image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
        elif image.mode in ("CMYK", "F"):
            image, profile = image.convert("RGB"), None
        if suffix == "jpg" and image.mode not in ("RGB", "L"):
            image = image.convert("RGB")
        elif image.mode == "P":
            image = image.convert("RGBA" if "transparency" in image.info else "RGB")
        wanted = size(asset, longest)
        if image.size != wanted:
            image = image.resize(wanted, Image.Resampling.LANCZOS)
        clean = Image.frombytes(image.mode, image.size, image.tobytes())
    out = io.BytesIO()
    extra = {"icc_profile": profile} if profile else {}
    if suffix == "jpg":
        clean.save(out, "JPEG", quality=86, optimize=True, progressive=True, **extra)
    elif suffix == "png":
        clean.save(out, "PNG", optimize=True, **extra)
    else:
        clean.save(out, "WEBP", quality=80, method=4, **extra)
    return out.getvalue()

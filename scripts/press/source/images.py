"""Look at an image file: is it one, and how large is it."""

import hashlib
import os
import warnings
from dataclasses import dataclass
from pathlib import Path

from press.source import errors

FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}
MAX_PIXELS = 100_000_000
"""A page of A3 at 800 dpi; more is an accident or an attack (decompression bomb)."""


@dataclass(frozen=True)
class Asset:
    """An image at ``path`` (relative to the root); width and height in pixels as shown.

    ``fault`` says why it cannot be used; then the other fields are empty.
    """

    path: str
    digest: str = ""
    width: int = 0
    height: int = 0
    format: str = ""
    fault: str = ""
    hint: str = ""


def read(root: Path, asset: Asset) -> bytes:
    """Return the bytes that were inspected; raise ChangedError when they are others now."""
    try:
        data = (root / asset.path).read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != asset.digest:
        raise errors.ChangedError(root / asset.path)
    return data


def inspect(root: Path, name: str) -> Asset:
    """Open ``root/name`` whole: a truncated file is found now, and not in the built page."""
    # Pillow is loaded only where an image is new or changed.
    from PIL import Image, ImageOps, UnidentifiedImageError

    path = root / name
    real = os.path.realpath(root)
    if not os.path.realpath(path).startswith(real + os.sep):
        return _refuse(name, "是指向仓库之外的链接", "请把图片文件本身放进稿件旁的 images/")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return _refuse(name, "不存在", "请核对文件名（区分大小写），并把图片放进稿件旁的 images/")
    except OSError as error:
        return _refuse(name, f"打不开：{errors.words(error)}", "请核对图片的路径和权限")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path) as image:
                format = image.format or ""
                if format not in FORMATS:
                    return _refuse(name, f"是 {format} 格式", "请另存为 JPG 或 PNG")
                if image.width * image.height > MAX_PIXELS:
                    return _refuse(name, "尺寸过大", "请缩小到一亿像素以内")
                image.load()
                width, height = ImageOps.exif_transpose(image).size
    except UnidentifiedImageError:
        return _refuse(name, "不是图片，或已损坏", "请用看图软件打开核对，重新导出")
    except Image.DecompressionBombError:
        return _refuse(name, "尺寸过大", "请缩小到一亿像素以内")
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError):
        return _refuse(name, "已损坏，读到一半就断了", "请用看图软件打开核对，重新导出")
    return Asset(name, hashlib.sha256(data).hexdigest(), width, height, format)


def _refuse(name: str, fault: str, hint: str) -> Asset:
    return Asset(name, fault=fault, hint=hint)

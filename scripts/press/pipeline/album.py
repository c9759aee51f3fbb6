"""The pictures of a draft from outside: each is opened whole before it gets a name."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from press.markup.from_html import Pictures
from press.markup.lines import Placed, image
from press.model.contribution import Picture, clean
from press.source import images
from press.source.archive import Flaw
from press.source.images import Asset

_FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}


class Kept(NamedTuple):
    """A picture to be written: its name below ``images/``, and its bytes."""

    name: str
    data: bytes


class Album:
    """Takes pictures in for the draft ``slug``. ``notices`` tell of those that could not be used."""

    def __init__(self, slug: str) -> None:
        self._slug = slug
        self._sent: dict[str, Placed] = {}
        self._used: set[str] = set()
        self.kept: list[Kept] = []
        self.notices: list[str] = []

    def take(self, pictures: Iterable[Picture], files: dict[str, bytes], name: str) -> Iterator[Flaw]:
        """Take the pictures of a contribution; yield what is wrong with them."""
        for picture in pictures:
            asset = inspect(files[picture.file])
            where = f"{name} 里的 {picture.file}"
            if asset.fault:
                yield Flaw(where, asset.fault, asset.hint)
            elif asset.format != _FORMATS[picture.file.rpartition(".")[2]]:
                hint = "请投稿人重新选择图片，再生成一次投稿文件"
                yield Flaw(where, f"扩展名与内容不符（其实是 {asset.format}）", hint)
            else:
                by = f"（{picture.photographer} 摄）" if picture.photographer else ""
                src = self._keep(files[picture.file], asset)
                self._sent[picture.file] = Placed(src, picture.caption, f"{picture.caption}{by}")

    def named(self, src: str, alt: str) -> Placed | None:
        """The picture of the contribution that its text names; there is no other."""
        self._used |= {src} & self._sent.keys()
        return self._sent.get(src)

    def rest(self) -> Iterator[str]:
        """The pictures that the text does not name, as Markdown."""
        for file, placed in self._sent.items():
            if file not in self._used:
                yield image(placed)

    def inside(self, found: tuple[bytes, ...]) -> Pictures:
        """The pictures inside a Word file, which its HTML calls ``#0``, ``#1`` …"""

        def placed(src: str, alt: str) -> Placed | None:
            number = int(src.removeprefix("#"))
            asset = inspect(found[number])
            if asset.fault:
                self.notices.append(
                    f"第 {number + 1} 张图片{asset.fault}，没有导入；请另存为 JPG 或 PNG 补上"
                )
                return None
            return Placed(self._keep(found[number], asset), clean(alt))

        return placed

    def _keep(self, data: bytes, asset: Asset) -> str:
        name = f"{self._slug}-{len(self.kept) + 1}.{images.FORMATS[asset.format]}"
        self.kept.append(Kept(name, data))
        return f"images/{name}"


def inspect(data: bytes) -> Asset:
    """Look at a picture that is no file yet."""
    with tempfile.TemporaryDirectory(prefix="press-") as folder:
        Path(folder, "picture").write_bytes(data)
        return images.inspect(Path(folder), "picture")

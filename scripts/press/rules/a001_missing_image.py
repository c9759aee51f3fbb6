"""图片不存在或不能用。

An image is named relative to its document, lies below ``content/``, and opens as JPEG, PNG, WebP
or GIF.

Source: 稿件文件的约定；打不开的图片在网页和纸上都是空白
Bad: ``![代表走访](images/none.jpg)``，而没有这张图片 · 图片在 content/ 之外，如 ``![图](../../../图.jpg)``
Good: ``![代表走访](images/zoufang.jpg)``，图片就在稿件旁的 images/ 里
"""

from collections.abc import Iterator

from press.content_types.deputies import Deputy
from press.diagnostics import Finding, KeyPath
from press.model.document import Document
from press.model.library import Library, beside
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each image that is absent, outside the tree, or broken."""
    for document in library.documents:
        for image in document.images:
            yield from _look(library, document, image.target, (image.line, image.column))
        if document.cover:
            key = "portrait" if isinstance(document.meta, Deputy) else "cover"
            yield from _look(library, document, document.cover, ("value", key))


def _look(
    library: Library, document: Document, target: str, at: tuple[int, int] | KeyPath
) -> Iterator[Finding]:
    if not target:
        hint = "在圆括号里写图片的相对路径，如 images/a.jpg"
        yield Finding(document.path, at, "图片没有写地址，或地址不被允许", hint)
        return
    path = beside(document.path, target)
    if path is None:
        hint = "把图片放在稿件旁的 images/ 里，写相对路径，如 images/a.jpg"
        yield Finding(document.path, at, f"图片不在 content/ 之内：{target}", hint)
        return
    asset = library.assets.get(path)
    if asset is not None and asset.fault:
        yield Finding(document.path, at, f"图片 {target} {asset.fault}", asset.hint)


RULE = Rule("A001", "图片不存在或不能用", library=check)

"""编号重复。

``type/id`` identifies a document for ever; two documents of one type cannot share it.

Source: 稿件文件的约定：编号永久不变，不写 id 就是文件名
Bad: content/news/b.md 写 ``id: a``，而旁边已有 content/news/a.md
Good: content/stories/a.md 与 content/news/a.md（种类不同）
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.library import Library
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every document whose id an earlier one (by path) has taken."""
    for document in library.documents:
        first = library.by_ref[document.ref]
        if first is not document:
            at = ("value", "id") if document.meta.id else (1, 1)
            message = f"编号 {document.ref} 已被 {first.path} 占用"
            yield Finding(document.path, at, message, "请改文件名，或在信息栏写另一个 id")


RULE = Rule("M005", "编号重复", library=check)

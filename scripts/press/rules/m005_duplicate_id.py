"""编号重复。

``type/id`` identifies a document for ever; two documents of one type cannot share it.

Source: the contract of ``content/``: permanent id = ``id:`` or else the slug.
Bad: ``content/news/b.md`` with ``id: a`` beside ``content/news/a.md``
Good: ``content/stories/a.md`` beside ``content/news/a.md``
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

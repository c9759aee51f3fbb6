"""公开稿件链接了未公开的稿件。

A published document must not lead to a draft, internal or withdrawn one: the reader would find
nothing, and the address alone can tell what is not public.

Source: 稿件状态和公开范围的约定：不公开的，地址也不公开
Bad: 已发布的消息链接一篇草稿：``[稿](../news/draft.md)``
Good: 草稿链接草稿
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.library import Library
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each link from a public document to one that is not."""
    for document in library.linking:
        if not document.public:
            continue
        for link in document.links:
            target = library.resolve(document.path, link.target).document
            if target is not None and not target.public:
                message = f"公开稿件链接了未公开的稿件 {target.path}"
                hint = "请先发布对方（status: published），或去掉这个链接"
                yield Finding(document.path, (link.line, link.column), message, hint)


RULE = Rule("L002", "公开稿件链接了未公开的稿件", library=check)

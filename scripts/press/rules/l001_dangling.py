"""链接指向不存在的稿件。

A link within the site names a document by relative path or ``type/id`` (an issue by
``bulletins/<periodical>/<issue>``), and it must exist. ``javascript:`` and other schemes that
could run code are refused.

Source: 政府网站检查把打不开的链接计为问题
Bad: ``[决定](../decisions/nothing.md)``，而没有这篇稿件 · ``[说明](javascript:alert(1))``
Good: ``[决定](../decisions/2026-02-27-yusuan.md)`` · ``[决定](decisions/2026-02-27-yusuan)``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.library import Library
from press.rules import Rule

_ALLOWED = "只可链接站内稿件和 http、https、mailto、tel 地址"


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each link that leads nowhere or is forbidden."""
    for document in library.linking:
        for link in document.links:
            at = (link.line, link.column)
            if link.forbidden:
                yield Finding(document.path, at, "不允许的链接地址", _ALLOWED)
                continue
            target = library.resolve(document.path, link.target)
            if not link.target:
                yield Finding(document.path, at, "链接没有写地址", "在圆括号里写地址，或去掉这个链接")
            elif target.kind == "missing":
                hint = "写相对路径（../decisions/x.md）或“类型/编号”（decisions/x），并核对拼写"
                yield Finding(document.path, at, f"链接指向不存在的稿件：{link.target}", hint)
            elif target.kind == "forbidden":
                yield Finding(document.path, at, "不允许的链接地址", _ALLOWED)


RULE = Rule("L001", "链接指向不存在的稿件", library=check)

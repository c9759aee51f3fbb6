"""附件不存在或不能用。

A file that the keys name (a table, a scan, a recording, a film, captions) is named relative to its
document, lies below ``content/``, and opens in a browser; a table is a CSV file, captions are WebVTT.

Source: 稿件文件的约定；打不开的附件在网站上是死链
Bad: ``file: none.csv``，而没有这个文件 · 文件在 content/ 之外 · 表格是 Excel 文件：``file: juesuan.xlsx``
Good: ``tables: [{file: 2025-juesuan.csv, title: 2025年一般公共预算收入决算表}]``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, KeyPath
from press.model.document import Document
from press.model.library import Library, beside
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each file that is absent, outside the tree, or of no use where it stands."""
    for document in library.documents:
        for path, target in document.meta.files():
            yield from _look(library, document, path, target)


def _look(library: Library, document: Document, path: KeyPath, target: str) -> Iterator[Finding]:
    at = ("value", *path)
    place = beside(document.path, target)
    if place is None:
        hint = "把文件放在稿件旁，写相对路径，如 media/a.mp3"
        yield Finding(document.path, at, f"文件不在 content/ 之内：{target}", hint)
        return
    found = library.attachments[place]
    if found.fault:
        yield Finding(document.path, at, f"文件 {target} {found.fault}", found.hint)
    elif path[0] == "tables" and not target.lower().endswith(".csv"):
        yield Finding(
            document.path, at, f"表格 {target} 不是 CSV 文件", "请在 Excel 或 WPS 里另存为“CSV UTF-8”"
        )
    elif path[-1] == "captions" and not target.lower().endswith(".vtt"):
        yield Finding(
            document.path, at, f"字幕 {target} 不是 WebVTT 文件", "字幕写成 .vtt 文件，第一行是 WEBVTT"
        )


RULE = Rule("A003", "附件不存在或不能用", library=check)

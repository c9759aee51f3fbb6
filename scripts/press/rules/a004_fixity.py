"""档案文件与校验值不符。

The SHA-256 in the keys of an archival item is that of its file: whoever downloads it can prove that
nothing has been changed since it was taken in.

Source: DA/T 70—2018 文书类电子档案检测一般要求（真实性检测：固化信息有效性）
Bad: 信息栏的 ``sha256`` 与文件算出来的不同
Good: ``sha256sum media/example.mp3`` 算出来的值
"""

from collections.abc import Iterator

from press.content_types.archives import Archive
from press.diagnostics import Finding
from press.model.library import Library, beside
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each file whose SHA-256 is not the one that was written down."""
    for document in library.documents:
        if not isinstance(document.meta, Archive):
            continue
        for index, item in enumerate(document.meta.items):
            path = beside(document.path, item.file)
            found = library.attachments[path] if path else None
            if found and found.digest and found.digest != item.sha256:
                hint = f"文件现在的 SHA-256 是 {found.digest}；先查明文件有没有被换过或损坏，再改这里"
                at = ("value", "items", index, "sha256")
                yield Finding(document.path, at, f"文件 {item.file} 与登记的校验值不符", hint)


RULE = Rule("A004", "档案文件与校验值不符", library=check)

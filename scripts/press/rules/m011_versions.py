"""沿革的次序不对。

The history of a regulation begins with its adoption, goes on day by day, and ends with its repeal
at the latest. Each earlier text is a document of its own and the text of one version of one
regulation; the newest text is the document itself.

Source: 立法技术规范（先通过，后修订、修正、废止）
Bad: 修正早于通过 · 废止以后还有文本 · 两个文本指向同一篇稿件
Good: 2012年通过，2019年修订，2026年废止
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from press.content_types.regulations import Change, Regulation
from press.diagnostics import Finding
from press.model.document import Document
from press.model.library import Library
from press.record import each
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each version out of order and each text out of place."""
    found = each(library, "regulations", Regulation)
    used = Counter(version.text for _, meta in found for version in meta.versions if version.text)
    told = {document.id for document, meta in found if len(meta.versions) > 1}
    for document, meta in found:
        if meta.versions:
            yield from _order(document, meta)
            yield from _texts(document, meta, used, told)


def _order(document: Document, meta: Regulation) -> Iterator[Finding]:
    versions = meta.versions
    if versions[0].action is not Change.ADOPTED:
        message = f"沿革的第一项是“{versions[0].action.value}”，应是“通过”"
        yield _finding(document, 0, "action", message, "把最初通过的那一次写在最前面")
    for index, (before, version) in enumerate(pairwise(versions), 1):
        if before.action is Change.REPEALED:
            yield _finding(
                document, index, "action", "废止以后还有变动", "废止应是最后一项；恢复施行请另立一篇"
            )
        elif version.action is Change.ADOPTED and versions[0].action is Change.ADOPTED:
            yield _finding(document, index, "action", "“通过”写了两次", "以后的变动写修订、修正或废止")
        if version.date < before.date:
            message = f"{version.date} 排在 {before.date} 之后"
            yield _finding(document, index, "date", message, "沿革从早到晚写")


def _texts(document: Document, meta: Regulation, used: Counter[str], told: set[str]) -> Iterator[Finding]:
    newest = max((i for i, v in enumerate(meta.versions) if v.action is not Change.REPEALED), default=-1)
    for index, version in enumerate(meta.versions):
        if version.text is None:
            continue
        if version.action is Change.REPEALED:
            yield _finding(document, index, "text", "废止没有自己的文本", "请删去这一项的 text")
        elif index == newest or version.text == document.id:
            message, hint = "现行文本就是本篇，不写 text", "text 只写以前的文本"
            yield _finding(document, index, "text", message, hint)
        elif used[version.text] > 1:
            hint = "每次变动的文本各是一篇"
            yield _finding(document, index, "text", f"文本 {version.text} 用了两次", hint)
        elif version.text in told:
            hint = "以前的文本自己不写几次沿革；沿革写在现行文本里"
            yield _finding(document, index, "text", f"文本 {version.text} 自己又有沿革", hint)


def _finding(document: Document, index: int, key: str, message: str, hint: str) -> Finding:
    return Finding(document.path, ("value", "versions", index, key), message, hint)


RULE = Rule("M011", "沿革的次序不对", library=check)

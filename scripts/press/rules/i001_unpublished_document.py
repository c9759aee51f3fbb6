"""期刊收录了未公开或不存在的稿件。

Every document an issue names exists, is published and public, and stands in it once.

Source: the contract of ``bulletins/``.
Bad: ``documents: [news/draft]`` · the same document in two sections
Good: ``documents: [decisions/2026-02-27-yusuan]``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.library import Library
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each entry that cannot be printed."""
    for issue in library.issues:
        seen: set[str] = set()
        for number, section in enumerate(issue.meta.sections):
            for index, ref in enumerate(section.documents):
                at = ("value", "sections", number, "documents", index)
                document = library.by_ref.get(ref)
                if document is None and f"content/{ref}.md" not in library.unread:
                    hint = "写“类型/编号”，如 decisions/2026-02-27-yusuan"
                    yield Finding(issue.path, at, f"本期收录的稿件不存在：{ref}", hint)
                elif document is not None and not document.public:
                    message = f"本期收录了未公开的稿件：{ref}（{document.path}）"
                    hint = "请先定稿发布（status: published），或从本期移出"
                    yield Finding(issue.path, at, message, hint)
                if ref in seen:
                    yield Finding(issue.path, at, f"本期两次收录了 {ref}", "请删去一处")
                seen.add(ref)


RULE = Rule("I001", "期刊收录了未公开或不存在的稿件", library=check)

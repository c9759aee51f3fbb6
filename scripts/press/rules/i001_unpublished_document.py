"""期刊收录了未公开或不存在的稿件。

Every document an issue names exists, is published and public, and stands in it once; a part of a
meeting's record (``#agenda``, ``#votes``, ``#attendance``) is filled in.

Source: 期刊文件的约定
Bad: ``documents: [news/draft]``，而这篇还是草稿 · 同一篇稿件收进两个栏目
Good: ``documents: [decisions/2026-02-27-yusuan]``，已发布、可公开，只收一次
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.library import Library
from press.record.meetings import has_part
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each entry that cannot be printed."""
    for issue in library.issues:
        seen: set[str] = set()
        for number, section in enumerate(issue.meta.sections):
            for index, entry in enumerate(section.documents):
                at = ("value", "sections", number, "documents", index)
                ref, _, part = entry.partition("#")
                document = library.by_ref.get(ref)
                if document is None and f"content/{ref}.md" not in library.unread:
                    hint = "写“类型/编号”，如 decisions/2026-02-27-yusuan"
                    yield Finding(issue.path, at, f"本期收录的稿件不存在：{ref}", hint)
                elif document is not None and not document.public:
                    message = f"本期收录了未公开的稿件：{ref}（{document.path}）"
                    hint = "请先定稿发布（status: published），或从本期移出"
                    yield Finding(issue.path, at, message, hint)
                elif document is not None and part and not has_part(document, part):
                    hint = (
                        "会议记录可以分别刊印 #agenda（议程）、#votes（表决）、#attendance（名单），须已填写"
                    )
                    yield Finding(issue.path, at, f"{ref} 没有可以刊印的部分：#{part}", hint)
                if entry in seen:
                    yield Finding(issue.path, at, f"本期两次收录了 {entry}", "请删去一处")
                seen.add(entry)


RULE = Rule("I001", "期刊收录了未公开或不存在的稿件", library=check)

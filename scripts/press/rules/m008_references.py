"""信息栏里写的会议、代表或稿件不存在。

A key that names another document names one that is there: ``meeting`` a meeting, ``deputies``
deputies, ``report`` a report, ``handles`` an opinion, agenda and votes any document, a version's
``text`` a regulation.

Source: 稿件文件的约定：查不到的记录什么也证明不了
Bad: ``meeting: 2026-02-changweihui-99``，而没有这次会议 · ``deputies: [nobody]``，而没有这位代表
Good: ``meeting: 2026-02-changweihui-34``，会议有记录
"""

from collections.abc import Iterator

from press.content_types.meetings import Meeting
from press.content_types.opinions import Opinion
from press.content_types.regulations import Regulation
from press.content_types.reports import Report
from press.diagnostics import Finding, KeyPath
from press.model.library import Library
from press.model.meta import Byline, Meta
from press.rules import Rule

_WORDS = {
    "meetings": "会议",
    "deputies": "代表",
    "reports": "报告",
    "opinions": "审议意见",
    "regulations": "文本",
}


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each key that names nothing."""
    for document in library.documents:
        for at, ref in _named(document.meta):
            if ref in library.by_ref or f"content/{ref}.md" in library.unread:
                continue
            type_, _, name = ref.partition("/")
            message = f"{_WORDS.get(type_, '稿件')}不存在：{name if type_ in _WORDS else ref}"
            hint = f"写 content/{type_}/ 下的文件名（不带 .md），并核对拼写"
            if at[0] in ("agenda", "documents", "votes", "evaluations"):
                hint = "写“类型/文件名”，如 decisions/2026-02-27-yusuan，并核对拼写"
            yield Finding(document.path, ("value", *at), message, hint)


def _named(meta: Meta) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(meta, Byline):
        if meta.meeting:
            yield ("meeting",), f"meetings/{meta.meeting}"
        for index, name in enumerate(meta.deputies):
            yield ("deputies", index), f"deputies/{name}"
    if isinstance(meta, Meeting):
        for index, item in enumerate(meta.agenda):
            for number, ref in enumerate(item.documents):
                yield ("agenda", index, "documents", number), ref
        for index, ref in enumerate(meta.documents):
            yield ("documents", index), ref
        for index, vote in enumerate(meta.votes):
            if vote.document:
                yield ("votes", index, "document"), vote.document
        for index, evaluation in enumerate(meta.evaluations):
            if evaluation.document:
                yield ("evaluations", index, "document"), evaluation.document
    elif isinstance(meta, Report) and meta.handles:
        yield ("handles",), f"opinions/{meta.handles}"
    elif isinstance(meta, Opinion) and meta.report:
        yield ("report",), f"reports/{meta.report}"
    elif isinstance(meta, Regulation):
        for index, version in enumerate(meta.versions):
            if version.meeting:
                yield ("versions", index, "meeting"), f"meetings/{version.meeting}"
            if version.text:
                yield ("versions", index, "text"), f"regulations/{version.text}"


RULE = Rule("M008", "信息栏里写的会议、代表或稿件不存在", library=check)

"""引用了已经废止的文件。

A document does not cite as in force what was repealed before its day. A sentence that itself tells
of the repeal (废止, 失效, 停止执行) or of former times (原, 曾, 当时) may name it.

Source: 本站规范性文件的沿革
Bad: 文件废止以后的稿件写“依照《农村集体饮水管理规定》……”
Good: “《农村集体饮水管理规定》已于6月26日废止”
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_SENTENCE = lazy(r"[。！？；]|\n\s*\n|\n(?=\s*[|>*#-])")
_FAR = 200
"""Characters of a sentence that are looked at on each side."""

_TOLD = lazy(r"废止|失效|停止执行|不再执行|原《|曾|当时|历史")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each 《title》 of a regulation repealed by then."""
    meta = submission.meta
    if meta is None or not submission.reference.repealed_in(submission.body):
        return
    prose = submission.prose()
    for title, day, start in submission.reference.repealed_in(prose):
        if day > meta.date or title == meta.title:
            continue
        before = _SENTENCE.split(prose[max(0, start - _FAR) : start])[-1]
        after = _SENTENCE.split(prose[start : start + _FAR], maxsplit=1)[0]
        if not _TOLD.search(before + after):
            hint = f"它自 {day} 起废止；请改引现行文件，或写明已经废止"
            yield Finding(submission.path, submission.place(start), f"《{title}》已经废止", hint)


RULE = Rule("M015", "引用了已经废止的文件", submission=check, needs=("《",))

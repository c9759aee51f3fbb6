"""没有用本单位规定的写法。

What the office has listed under ``preferred`` in ``content/words.yml`` is written its way; where the
list says ``fix``, ``press fix`` does it.

Source: 本单位的词表
Bad: 词表规定写“县人大常委会办公室”，文中写“县人大办”
Good: 词表规定的写法，即使它含有另一条的字
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each form the list does not want."""
    preferred = submission.reference.words.preferred
    if not preferred:
        return
    text = submission.reading()
    for number, start, end in submission.reference.listed_in("preferred", text):
        pair = preferred[number]
        # 人大办 stands inside the right form itself, perhaps.
        at = pair.right.find(pair.wrong)
        if at >= 0 and text[max(0, start - at) :].startswith(pair.right):
            continue
        hint = f"写作“{pair.right}”" + (f"：{pair.reason}" if pair.reason else "")
        yield submission.finding(
            start, end, f"“{pair.wrong}”不是规定的写法", hint, pair.right if pair.fix else None
        )


RULE = Rule("T067", "没有用本单位规定的写法", submission=check, severity=Severity.WARNING, fixes=True)

"""文件放错了文件夹。

Every document lies in the folder of its type (``content/news/`` …), every issue in the folder of
its periodical beside ``periodical.yml``; a file elsewhere would be left out without a word.

Source: 稿件文件和期刊文件的约定
Bad: ``content/a.md`` · ``content/xinwen/a.md``（没有这一类） · bulletins/gongbao/ 里没有 periodical.yml
Good: ``content/news/a.md``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield the fault of a file whose place says nothing."""
    for fault in submission.faults:
        if fault.kind == "place":
            yield Finding(submission.path, (1, 1), fault.message, fault.hint)


RULE = Rule("M007", "文件放错了文件夹", submission=check)

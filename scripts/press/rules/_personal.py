"""Numbers of people in a file and in its name, as the rules on personal data report them."""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.markup.numbers import Kind, Number, numbers
from press.model.submission import Submission

PUBLIC = "确属本单位对外公布的，写进 content/words.yml 的 public"
"""What to do with a number that the office itself has made public."""


def look(submission: Submission, kind: Kind) -> Iterator[tuple[int, int, Number]]:
    """Yield the place of every number of ``kind`` in a file; one that ends a line later ends with its line.

    What stands in the name of the file has the place (0, 0).
    """
    may_be_public = kind in (Kind.MOBILE, Kind.CARD)
    words = submission.reference.words
    for number in numbers(submission.text):
        if number.kind is kind and not (may_be_public and words.publishes(number.digits)):
            stop = submission.text.find("\n", number.start, number.end)
            yield number.start, number.end if stop < 0 else stop, number
    for number in numbers(submission.path):
        if number.kind is kind and not (may_be_public and words.publishes(number.digits)):
            yield 0, 0, number


def findings(submission: Submission, kind: Kind, hint: str) -> Iterator[Finding]:
    """Yield a finding for each number of ``kind``; it is shown masked, for reports are read by others."""
    for start, end, number in look(submission, kind):
        where = "出现了" if end else "文件名里有"
        advice = hint if end else f"请改文件名；{hint}"
        yield submission.finding(start, end, f"{where}{kind.value}（{number.masked}）", advice)

"""约定的简称没有用过或重复约定。

What is said to be 以下简称 is called so below; a short name that is never used again only holds the
reader up, and often the text below goes on with another one. One short name stands for one thing.

Source: 《立法技术规范（试行）（一）》；公文写作的通例
Bad: ``《禾阳县代表建议办理办法》（以下简称“《建议办法》”）公布。⏎⏎各单位要执行。``
Good: ``《禾阳县代表建议办理办法》（以下简称《办法》）公布。⏎⏎各单位要执行《办法》。``
"""

from collections.abc import Iterator
from itertools import islice

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_SHORT = lazy(r"以下[简统]称(?:为|：)?[“\"]?([^“”\"（）()，。、；：\s]{2,14})[”\"]?(?=[）)])")
_MOST = 200
_MARKS = str.maketrans("", "", "《》“”")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each short name that is not used, and for each given again."""
    text = submission.reading()
    given: set[str] = set()
    for match in islice(_SHORT.finditer(text), _MOST):
        short = match[1].translate(_MARKS)
        if len(short) < 2 or "》《" in match[1]:
            continue
        if text.find(short, match.end()) < 0:
            message = f"“{match[1]}”约定为简称，以后没有用过"
            hint = "请删去“以下简称……”；如果后文换了说法，请统一"
            yield submission.finding(*match.span(), message, hint)
        elif short in given:
            message = f"“{match[1]}”前面已经约定过"
            yield submission.finding(*match.span(), message, "一个简称只约定一次；指的不同，请换一个简称")
        given.add(short)


RULE = Rule(
    "T073",
    "约定的简称没有用过或重复约定",
    submission=check,
    needs=("简称", "统称"),
    severity=Severity.WARNING,
)

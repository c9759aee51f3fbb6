"""减少、降低用了“倍”。

What grows less by its whole is gone; a decrease is told in percent or as a fraction.

Source: 现代汉语词典“倍”条
Bad: ``事故减少了2倍`` · ``成本降低三倍`` · ``面积缩小近10倍`` · ``用时比原来少了两倍``
Good: ``减少了三分之二`` · ``降低60%`` · ``增长2倍`` · ``减少到原来的0.5倍`` · ``减少0.5倍`` ·
    ``至少3倍`` · ``不少于两倍``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_TIMES = lazy(r"倍(?<=[0-9一二三四五六七八九十百两几数多余]倍)")
_LESS = lazy(
    r"(?:(?:减少|降低|下降|缩小|缩短|减小|下滑|减轻|回落|锐减|骤降)了?|[少低小短慢轻]了)(?:将?近|约|超过|超|整整|大约)?"
    r"(?:[1-9][0-9]{0,5}(?:\.[0-9]{1,3})?|[一二三四五六七八九十百两几数]{1,4})[多余]?\Z"
)
_FAR = 16


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each decrease told in times."""
    text = submission.reading()
    for match in _TIMES.finditer(text):
        before = _LESS.search(text[max(0, match.start() - _FAR) : match.start()])
        if before and match.start() not in submission.quoted():
            said = f"{before[0]}倍"
            hint = "请改用百分比或分数，如“减少三分之二”，并核对数字"
            yield submission.finding(match.end() - len(said), match.end(), f"“{said}”：减少不能用“倍”", hint)


RULE = Rule("T035", "减少、降低用了“倍”", submission=check, needs=("倍",), severity=Severity.WARNING)

"""年月日写法不对。

A year in Chinese numerals takes 〇, which is neither a circle nor a letter nor 零; months and days take
no 0 before them; a year is not cut down to two digits before a month and a day.

Source: GB/T 15835—2011 出版物上数字用法，5.1.4、5.2.5；GB/T 9704—2012，7.3.5.4（月、日不编虚位）
Bad: ``二○二六年`` · ``二零二六年三月`` · ``2026年03月06日`` · ``定于26年3月5日召开``
Good: ``二〇二六年`` · ``2026年3月6日`` · ``2026-03-06`` · ``一千零二年`` · ``三月零六天`` · ``服刑12年6个月``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_WRONG = "○◯Ｏ０OΟО0零"
_YEAR = lazy(
    rf"年(?:(?<=([一二][〇{_WRONG}一二三四五六七八九]{{3}})年)"
    r"|(?<=[^0-9一二三四五六七八九十百千\-—－～/.][0-9][0-9]年)[0-9]{1,2}月(?=[0-9]{1,2}日|份|[底初])"
    r"|(?<=[0-9 ]年) ?0(?=[1-9] ?月))"
)
_DAY = lazy(r"月(?<=[0-9 ]月) ?0(?=[1-9] ?日)")
_NAUGHT = dict.fromkeys(map(ord, _WRONG), "〇")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿〇零0○")
_LASTING = lazy(r"[刑龄]|(?:期|历时|共|满|达)\Z")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each such year, month and day."""
    text = submission.reading()
    for match in _YEAR.finditer(text):
        if match[1]:
            start, right = match.start(1), match[1].translate(_NAUGHT)
            if right != match[1] and text[max(0, start - 1) : start] not in _NUMERALS:
                message, hint = f"年份写成了“{match[1]}年”", f"汉字年份里的“0”写作“〇”：{right}年"
                yield submission.finding(start, match.start(), message, hint, right)
        elif match[0][-1] == "0":
            yield _zero(submission, text, match.end() - 1)
        elif not _LASTING.search(text[max(0, match.start() - 6) : match.start() - 2]):
            start, end = match.start() - 2, match.start() + 1
            message = f"年份“{text[start:end]}”少写了两位"
            yield submission.finding(start, end, message, "年份写全四位，如“2026年”")
    for match in _DAY.finditer(text):
        yield _zero(submission, text, match.end() - 1)


def _zero(submission: Submission, text: str, at: int) -> Finding:
    written = text[at : at + 3 + (text[at + 2] == " ")]
    message = f"月、日前面补了“0”：“{written}”"
    return submission.finding(at, at + 1, message, f"写作“{written[1:]}”", "")


RULE = Rule(
    "T027", "年月日写法不对", submission=check, needs=("年", "月"), severity=Severity.WARNING, fixes=True
)

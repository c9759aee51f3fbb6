"""带有密级标志。

A mark of secrecy (绝密, 机密 or 秘密 with ★, ☆ or a term behind it; 密级：机密; 绝密 or 机密 alone on a line)
anywhere in a file or its name: what bears it does not belong into this repository at all, whatever its
``status`` and ``visibility``. It can never be allowed. Laws that speak of 国家秘密 or of 绝密级 bear none.

Source: 《中华人民共和国保守国家秘密法》；GB/T 9704—2012，7.2.2
Bad: ``机密★1年`` · ``秘密 ★`` · ``绝　密★`` · ``**机密★**`` · ``密级：秘密`` · ``秘密5年``
  · ``| 密级 | 机密 |``
Good: ``国家秘密的密级分为绝密、机密、秘密三级`` · ``绝密级国家秘密`` · ``保守商业秘密`` · ``密级：``
  · ``密级：绝密、机密、秘密``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_GAP = r"[ \t\u00a0\u3000]{0,4}"
_LEVEL = rf"(?:绝{_GAP}密|机{_GAP}密|秘{_GAP}密|普通商密|核心商密)"
_TERM = rf"(?:[0-9０-９]{{1,2}}|[一二三五十]{{1,3}}){_GAP}(?:年|个月)"
_STARS = "★☆✩✭⭐＊*"
_STAR = lazy(r"[★☆✩✭⭐＊](?<=[密*_ \t\u00a0\u3000].)|\*(?<=[密 \t].)(?=[ ]{0,2}[0-9]{1,2}(?:年|个月))")
_BEFORE_STAR = lazy(rf"{_LEVEL}{_GAP}(?:\*\*|__)?{_GAP}\Z")
_CALLED = lazy(
    rf"密{_GAP}级(?:和保密期限)?(?:\*\*)?{_GAP}[：:|]{_GAP}(?:\*\*)?{_GAP}(?P<mark>{_LEVEL})"
    rf"(?!{_GAP}[、，和及或级/／])"
)
_ALONE = lazy(
    rf"[ \t\u3000>#*_（(【\[]{{0,8}}(?:绝{_GAP}密|机{_GAP}密|{_LEVEL}{_GAP}(?:{_TERM}|长期))"
    rf"(?:[ \t\u3000·]+(?:特急|加急|急件))?[ \t\u3000*_）)】\]]{{0,8}}"
)
_SIGN = lazy(r"密(?<=[绝机秘 \t\u00a0\u3000]密)")
_AROUND = " \t\u3000>#*_（()）【[]】"
_SHORT = 24
_HINT = "涉密文件不得进入本系统：请立即停止操作，按保密规定处理，并报告保密工作人员"


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each mark of secrecy."""
    for start, end in sorted(set(_marks(submission.text))):
        mark = "".join(submission.text[start:end].split())
        yield submission.finding(start, end, f"带有密级标志“{mark}”", _HINT)
    for _ in _starred(submission.path):
        yield submission.finding(0, 0, "文件名带有密级标志", _HINT)


def _marks(text: str) -> Iterator[tuple[int, int]]:
    if "密" not in text:
        return
    yield from _starred(text)
    for found in _CALLED.finditer(text):
        yield found.span("mark")
    for found in _SIGN.finditer(text):
        # Only a short line can be a mark that stands alone.
        start = text.rfind("\n", max(0, found.start() - _SHORT), found.start()) + 1
        end = text.find("\n", found.end(), found.end() + _SHORT)
        end = end if end >= 0 else len(text)
        whole_line = (start or found.start() < _SHORT) and end - start <= 2 * _SHORT
        if whole_line and _ALONE.fullmatch(text, start, end):
            mark = text[start:end].strip(_AROUND)
            at = text.index(mark, start)
            yield at, at + len(mark)


def _starred(text: str) -> Iterator[tuple[int, int]]:
    if "密" not in text or not any(star in text for star in _STARS):
        return
    for star in _STAR.finditer(text):
        level = _BEFORE_STAR.search(text, max(0, star.start() - 16), star.start())
        if level:
            yield level.start(), star.end()


RULE = Rule("P004", "带有密级标志", submission=check)

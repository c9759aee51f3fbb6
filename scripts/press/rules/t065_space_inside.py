"""句子里有多余的空格。

A space within a sentence is what is left of a line end in pasted text. It is found where nothing else can
be meant: beside a comma or another mark, and beside a word that stands at no end (的, 和, 把). Layout is
right: the beginning of a line, headings and tables, names of two characters, 第一条 and a date with what
follows, slogans and titles in quotation marks, items side by side.

Source: GB/T 15834—2011 标点符号用法
Bad: ``会议听取 和审议了报告。`` · ``报告实事求是， 重点突出。`` · ``会议通过了关于预算的 决议。`` ·
    ``县人大常委会 ，县人民政府`` · ``各承办单位　的答复``
Good: ``第一条　为了规范监督工作，制定本办法。`` · ``苗　田、荀守堤出席会议。`` · ``主 任：荀守堤`` ·
    ``目　录`` · ``文 苗守田，图 荀守堤。`` · ``禾阳县 柳荫渡镇 稻香村`` · ``主持人和 平`` ·
    ``“学思想 强党性”``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_HAN = "\u3400-\u9fff"
_SPACES = " \u3000\u00a0" + "".join(map(chr, range(0x2002, 0x200B)))
_SPACE = {
    space: lazy(
        rf"{space}(?:(?<=[{_HAN}”》）][，、；]{space})(?<![一二三四五六七八九十]、{space})(?=[{_HAN}“《])"
        rf"|(?<=[{_HAN}”》）]{space})(?=[，、；。：？！）》])"
        rf"|(?<=[{_HAN}]{{4}}{space})(?<![条章节]{space})(?=[的了和及或等们][{_HAN}]{{2}})"
        rf"|(?<=[{_HAN}]{{3}}[的和与及或把被]{space})(?=[{_HAN}]{{2}}))"
    )
    for space in _SPACES
}
"""A pattern that begins with one character is searched for ten times as fast as one with a choice."""


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each space that has no place in its sentence."""
    text, read = submission.text, ""
    spaces = [space for space in _SPACES if space in text]
    for start in sorted(match.start() for space in spaces for match in _SPACE[space].finditer(text)):
        end = start + 1
        read = read or submission.reading()
        # Neither in an address nor in code, nor in a quoted slogan, which has its spaces by right.
        if read[start - 1 : end + 1] != text[start - 1 : end + 1] or start in submission.quoted():
            continue
        line_start = text.rfind("\n", 0, start) + 1
        line = text[line_start:start].lstrip()
        if not line or line[0] in "#|" or "|" in line:
            continue
        yield submission.finding(start, end, "句子里有多余的空格", "请删去", "")


RULE = Rule("T065", "句子里有多余的空格", submission=check, severity=Severity.WARNING, fixes=True)

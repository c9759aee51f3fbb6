"""残留的网页、Word 或模板文字。

Something came along that nobody wrote for readers: buttons and lines of a web page (上一篇：,
浏览次数：), character entities, field codes of Word, blanks of a template that nobody filled in (XX县,
X月X日, 此处插入图片), a × with a number pasted again and again, asterisks where a name stood. A form with
many blanks is printed as it is.

Source: 校对的一般要求；政府网站检查把这类残留计为内容差错
Bad: ``上一篇：县人大常委会举行会议`` · ``浏览次数：128`` · ``县人大&nbsp;常委会`` · ``目录HYPERLINK`` ·
    ``XX县人大常委会`` · ``会议于X月X日召开`` · ``（此处插入图片）`` · ``代表***提出建议`` · ``×15×15`` ·
    ``来源：办公室 作者：苗守田``
Good: ``来源：禾阳县人大常委会办公室`` · ``上一篇文章`` · ``***重要***内容`` · ``3×15`` · ``A&B`` ·
    ``XXL号`` · ``申请人×××，××县××镇××村，××××年××月××日至××××年××月××日，××同志，××局`` · ``宁某某主张``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._slips import slips

_MARKS = "XxＸ×＊"
_PLACES = "县市区乡镇村局年月日届次同代主委部"
_BLANK = {
    mark: lazy(
        rf"{mark}(?<![A-Za-z0-9{_MARKS}]{mark})[{_MARKS}]{{0,7}}(?=[{_PLACES}])(?:[年月][{_MARKS}]{{1,4}}[月日])?"
    )
    for mark in _MARKS
}
_FORM = 6
"""From so many blanks on it is a form."""

_TIMES = lazy(r"(×[0-9]{1,3})(?:[ ，、]?\1(?![0-9])){1,40}")
_STARS = lazy(r"\*{3,9}(?<=[\u4e00-\u9fff]\*{3})(?=[\u4e00-\u9fff])")
_SOURCE = lazy("来源：[^\n|，。；]{1,30}(?:作者|编辑|时间|日期|浏览|点击|阅读)[：:]")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each thing left behind."""
    for slip, start, end in slips(submission, "debris"):
        if slip.wrong[0] == "&":
            words = (f"“{slip.wrong}”是网页的字符代码", "请改为它所代表的字符，或删去")
        elif slip.right[0] == "模板":
            words = (f"“{slip.wrong}”像是模板里没有填写的话", "请填写或删去")
        else:
            words = (f"“{slip.wrong}”像是粘贴带来的{slip.right[0]}残留", "请删去")
        yield submission.finding(start, end, *words)
    text = submission.reading()
    marks = [mark for mark in _MARKS if mark in text]
    blanks = [m for mark in marks for m in _BLANK[mark].finditer(text) if len(m[0]) > 1]
    if len(blanks) < _FORM:
        for match in blanks:
            words = (f"“{match[0]}”处没有填写", "请填上实际的名称或数字")
            yield submission.finding(*match.span(), *words)
    if "×" in text:
        for match in _TIMES.finditer(text):
            yield submission.finding(*match.span(), f"“{match[1]}”重复出现，像是粘贴残留", "请删去")
    if "***" in text:
        for match in _STARS.finditer(text):
            line = text[text.rfind("\n", 0, match.start()) + 1 :].partition("\n")[0]
            if line.count("***") % 2:
                yield submission.finding(*match.span(), "这里的星号像是隐去的文字", "请补上原来的文字")
    if "来源：" in text:
        for match in _SOURCE.finditer(text):
            words = ("像是网页的来源行", "来源、作者、时间写在信息栏，正文里请删去")
            yield submission.finding(*match.span(), *words)


RULE = Rule("T064", "残留的网页、Word 或模板文字", submission=check, severity=Severity.WARNING)

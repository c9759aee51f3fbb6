"""段落或标题没有写完。

A paragraph of prose ends with a mark; one that breaks off, or ends with a comma, lost its end or was torn by
a line end pasted with it. A heading has something below it. Prose is what holds a whole sentence or several
commas, or is an article of a law; captions, verse, salutations, signatures, lists, tables and quoted blocks
are passed over. Where it happens many times in a file, it is said once.

Source: GB/T 15834—2011，4.1（句号）；GB/T 9704—2012，7.3.3
Bad: ``会议听取了水源保护工作情况的报告。会议要求县水利局抓紧划定保护范围``
    · ``第三条 镇人民政府应当配合水利部门做好水源的日常管理`` · ``县水利局已经完成全县水库的范围划定工作，``
    · ``## 一、水源⏎⏎## 二、管网⏎⏎管网已经换新。``
Good: ``会议听取了水源保护工作情况的报告。会议要求县水利局抓紧划定保护范围。`` · ``第三条 目的和依据``
    · ``一、强化学习，提高认识，不断增强做好水源保护工作的自觉`` · ``水在山间流，人在水边走，``
    · ``各位代表，`` · ``## 一、水源⏎⏎### （一）云梯水库⏎⏎水质达标。``
    · ``县水利局举行了开工仪式。夏禾青 摄``
"""

from collections.abc import Iterator
from itertools import pairwise

from press.diagnostics import Finding, Severity
from press.model.document import Heading
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._marks import LongQuotations, mark_of

_END = lazy(r"\n(?<=[\u4e00-\u9fff0-9A-Za-z%％，、,]\n)[ \t]*(?=\n|\Z)")
_NO_PROSE = lazy(r"[ \t\u3000]*(?:[#|>:!\[]|[-*+][ \t]|[0-9]{1,3}[.)][ \t]|\[\^)")
_MARKED = lazy(r"[ \t\u3000*]*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|[①-⑳])")
_ARTICLE = lazy(r"[ \t\u3000*]*第[一二三四五六七八九十百零〇]{1,9}条(?:之[一二三四五六七八九十]{1,2})?[\s*]")
_SENTENCE = lazy("[，；。]|应当|可以|不得|适用|负责|按照|依照")
_STOP = lazy("[。！？；]")
_LONGEST = 4000
_WINDOW = 60
_SEVERAL = 5
_NEAR = 4
"""Lines between two headings that may all be empty."""

_COMMAS = "，、,"


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each paragraph without an end and each heading without text."""
    text = submission.reading()
    front = len(submission.text) - len(submission.body)
    found = [m.start() for m in _END.finditer(text, front) if _breaks_off(text, front, m.start())]
    if found:
        quoted = LongQuotations(text)
        found = [end for end in found if end - 1 not in quoted]
    if len(found) > _SEVERAL:
        message = f"段落没有写完：从这里起有 {len(found)} 段断在句子中间"
        hint = "多半是粘贴时每行末尾都带了回车，请把断开的行连成段落"
        yield submission.finding(found[0] - 1, found[0], message, hint)
        found = []
    for end in found:
        if text[end - 1] in _COMMAS:
            message = f"段落末尾是“{text[end - 1]}”"
        else:
            message = f"段落末尾没有标点：“…{text[max(end - 8, 0) : end].split(chr(10))[-1]}”"
        yield submission.finding(end - 1, end, message, "请补上句号，或与下一段连起来")
    yield from _headings(submission)


def _breaks_off(text: str, front: int, end: int) -> bool:
    """Whether the paragraph that ends at ``end`` is prose that should have ended otherwise."""
    if text[text.rfind("\n", 0, end) + 1] in "#|>:![":
        return False
    front = max(front, end - _LONGEST)
    start = max(text.rfind("\n\n", front, end) + 2, front)
    # A line of blanks parts paragraphs too; so does a comment, which is blanked out.
    lines = text[start:end].split("\n")
    first = max((number for number, line in enumerate(lines, 1) if not line.strip()), default=0)
    paragraph = "\n".join(lines[first:])
    start = end - len(paragraph)
    if _NO_PROSE.match(paragraph) or _is_torn(paragraph):
        return False
    if text[text.rfind("\n", 0, max(start - 2, 0)) + 1 : start].lstrip().startswith("!"):
        return False  # a caption below its image
    tail = len(paragraph) - max((m.end() for m in _STOP.finditer(paragraph)), default=0)
    if paragraph[-1] in _COMMAS:
        return len(paragraph) >= 20
    if _ARTICLE.match(paragraph):
        return len(paragraph) >= 20 and _SENTENCE.search(paragraph) is not None
    if " " in paragraph[-tail:].strip() or "：" in paragraph[-tail:]:
        return False
    if tail < len(paragraph):
        return 6 <= tail <= 150 and len(paragraph) >= 30 and "。" in paragraph
    if len(paragraph) < 50 or paragraph.count("，") < 3 or _MARKED.match(paragraph):
        return False
    return "，" in paragraph[-_WINDOW:]


def _is_torn(paragraph: str) -> bool:
    """Whether it has short lines of its own: verse, an address, a list."""
    return any(len(line) < 20 for line in paragraph.split("\n")[:-1])


def _headings(submission: Submission) -> Iterator[Finding]:
    headings = submission.outline.headings
    near = [
        (heading, following)
        for heading, following in pairwise(headings)
        if following.level <= heading.level and following.line - heading.line <= _NEAR
    ]
    lines = submission.text.split("\n") if near else []
    for heading, following in near:
        if any(line.strip() for line in lines[heading.line : following.line - 1]):
            continue
        if (
            _is_title(submission, heading)
            or _is_part(following, heading)
            or _is_named_again(headings, heading)
        ):
            continue
        at = (heading.line, heading.column)
        message = f"标题“{heading.text[:16]}”下面没有内容"
        yield Finding(submission.path, at, message, "请补上内容；若它统领下面的标题，下面的标题低一级")


def _is_title(submission: Submission, heading: Heading) -> bool:
    """Whether it is the first thing in the body and has no number."""
    lines = submission.reading().split("\n")[submission.body_line - 1 : heading.line - 1]
    is_first = heading == submission.outline.headings[0] and mark_of(heading.text) is None
    return is_first and not any(line.strip() for line in lines)


def _is_named_again(headings: tuple[Heading, ...], heading: Heading) -> bool:
    """Whether it stands in a table of contents."""
    name = "".join(heading.text.split())
    return sum("".join(other.text.split()) == name for other in headings) > 1


def _is_part(following: Heading, heading: Heading) -> bool:
    """Whether the next heading belongs below this one by its mark: a wrong level, no empty heading."""
    mark, lower = mark_of(heading.text), mark_of(following.text)
    if heading.level == 1 or heading.text.count("章 ") > 1:
        return True  # which are T002's, or a table of contents
    return lower is not None and (mark is None or lower.kind > mark.kind)


RULE = Rule("T047", "段落或标题没有写完", submission=check, severity=Severity.WARNING)

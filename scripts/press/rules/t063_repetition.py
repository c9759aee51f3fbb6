"""字词句重复。

A word, a phrase, a sentence or a whole paragraph stands there twice: pasted twice, or left when a
sentence was turned round. Reduplication is right (天天, 一个一个, 认认真真, 研究研究), and so are
characters that meet from two words (目的的, 为了了解). In tables only words are looked at.

Source: 《现代汉语词典》；校对的一般要求
Bad: ``对此负责的的部门`` · ``要进一步进一步加强监督`` · ``会议听取了报告。会议听取了报告。`` ·
    ``关于关于预算的决议`` · ``贯彻落实贯彻落实决议`` · ``县人大常委会县人大常委会``
Good: ``目的的实现`` · ``为了了解情况`` · ``的的确确`` · ``一个问题一个问题地解决`` ·
    ``认认真真、层层落实`` · ``最高人民法院、人民检察院`` · ``一项一项推进``
"""

from collections.abc import Iterator
from itertools import islice
from operator import eq

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy
from press.rules._slips import slips

_LENGTHS = (4, 5, 6)
_WORDS = lazy("(?![一每很])[\u4e00-\u9fff]+")
_ORGANS = ("人民法院", "人民检察院", "人民政府", "人民代表大会")
"""Two of these may stand side by side, in the title of a paper of one to the other."""

_SENTENCE = 6
_PARAGRAPH = 40
_ITEM = ("（", "(", "“", "-", "*", ">", "#", "1", "2", "3", "4", "5", "6", "7", "8", "9")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for whatever stands there twice."""
    for slip, start, end in slips(submission, "double"):
        words = (f"“{slip.wrong}”重复了", f"写一次“{slip.right[0]}”就够了")
        yield submission.finding(start, end, *words, slip.right[0])
    text = submission.reading()
    for start, end in _phrases(text):
        phrase = text[start:end]
        if _WORDS.fullmatch(phrase) and phrase not in _ORGANS and len(set(phrase)) > 2:
            place = (start, end + len(phrase))
            yield submission.finding(*place, f"“{phrase}”重复了", "请删去一处")
    yield from _paragraphs(submission)


def _phrases(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of what is followed by itself: the text and itself, shifted, differ by nothing.

    This is a hundred times as fast as a pattern with a choice of lengths.
    """
    written = text.encode("utf-16-le", "surrogatepass")
    if len(written) != 2 * len(text):
        return
    number = int.from_bytes(written, "little")
    for length in _LENGTHS:
        differences = (number ^ (number >> (16 * length))).to_bytes(len(written), "little")
        same, ran = bytes(2 * length), -1
        at = differences.find(same)
        while at >= 0:
            start = (at + 1) // 2
            # Of a run, such as blanks, the beginning is enough.
            if at != ran and differences.startswith(same, 2 * start):
                yield start, start + length
            ran = at + len(same)
            at = differences.find(same, ran)


def _paragraphs(submission: Submission) -> Iterator[Finding]:
    """Find sentences written twice in a row, and paragraphs written twice.

    The articles of a law may have a paragraph in common.
    """
    prose = submission.prose()
    if not _holds_two_alike(prose):
        return
    start = len(submission.text) - len(submission.body)
    law = "第一条" in prose
    seen: set[str] = set()
    last = ""
    for line in prose.split("\n"):
        words = line.strip()
        at = start + len(line) - len(line.lstrip())
        start += len(line) + 1
        if len(words) < _SENTENCE or "|" in words:
            continue
        whole = len(words) >= _PARAGRAPH and words in seen and not law and not words.startswith(_ITEM)
        if whole or (words == last and words[-1] in "。！？”"):
            yield submission.finding(at, at + len(words), "这一段与前面的一段相同", "请核对是不是重复粘贴")
        else:
            yield from _sentences(submission, words, at)
        seen.add(words)
        last = words


def _holds_two_alike(prose: str) -> bool:
    """Whether any line stands twice, or any sentence follows itself: hardly a text does."""
    lines = [line for line in map(str.strip, prose.split("\n")) if len(line) >= _SENTENCE]
    sentences = [said for said in prose.replace("\n", "。").split("。") if said]
    return len(set(lines)) < len(lines) or any(map(eq, sentences, islice(sentences, 1, None)))


def _sentences(submission: Submission, words: str, at: int) -> Iterator[Finding]:
    before = ""
    for sentence in words.split("。"):
        if sentence == before and len(sentence) >= _SENTENCE:
            yield submission.finding(at, at + len(sentence), "这一句与前一句相同", "请删去一句")
        before = sentence
        at += len(sentence) + 1


RULE = Rule("T063", "字词句重复", submission=check, severity=Severity.WARNING, fixes=True)

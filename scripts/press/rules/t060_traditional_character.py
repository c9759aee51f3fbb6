"""简体文中夹了繁体字。

A text in simplified characters has some in traditional form, or a variant the standard table has put
away. Nothing is said of quotations (block quotations too), of people on the roster, of characters that
are right in a sense or in names (乾隆, 於姓), or of a paragraph that is wholly in traditional characters.

Source: 《中华人民共和国国家通用语言文字法》第十七条；《通用规范汉字表》（2013）
Bad: ``縣人民代表大会`` · ``会议審议通过`` · ``採取措施`` · ``週末``
Good: ``县人民代表大会`` · ``乾隆年间`` · ``瞭望塔`` · ``宫商角徵羽`` · ``碑上写着“為人民服務”`` ·
    ``關於召開第十四屆縣人民代表大會第三次會議的決定``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._characters import converter, odd
from press.rules._lazy import lazy

_WHOLLY = 6
"""From so many traditional characters on, a line with one in five is meant to be traditional."""

_HAN = lazy("[\u3400-\u9fff]")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each run of traditional characters."""
    places = odd(submission.text, "traditional")
    if not places:
        return
    text = submission.reading()
    people = {
        at for name, start in submission.reference.people_in(text) for at in range(start, start + len(name))
    }
    for first, end, line, places_in_line in _lines(text, places):
        if line.lstrip().startswith(">") or _is_traditional(line, len(places_in_line)):
            continue
        right = converter().convert(line)
        if len(right) != end - first:
            continue
        found = [
            at
            for at in places_in_line
            if right[at - first] != text[at] and at not in people and at not in submission.quoted()
        ]
        yield from _findings(submission, found, right, first)


def _lines(text: str, places: list[int]) -> Iterator[tuple[int, int, str, list[int]]]:
    """Yield (start, end, text, places) of each line that has some of ``places``."""
    number = 0
    while number < len(places):
        first = text.rfind("\n", 0, places[number]) + 1
        end = text.find("\n", places[number])
        end = len(text) if end < 0 else end
        last = number
        while last < len(places) and places[last] < end:
            last += 1
        yield first, end, text[first:end], places[number:last]
        number = last


def _is_traditional(line: str, count: int) -> bool:
    return count >= _WHOLLY and count * 5 >= len(_HAN.findall(line))


def _findings(submission: Submission, found: list[int], right: str, first: int) -> Iterator[Finding]:
    number = 0
    while number < len(found):
        start = found[number]
        end = start + 1
        while number + 1 < len(found) and found[number + 1] == end:
            number += 1
            end += 1
        number += 1
        plain = right[start - first : end - first]
        words = (f"“{submission.text[start:end]}”是繁体字或异体字", f"请改为“{plain}”")
        yield submission.finding(start, end, *words, plain)


RULE = Rule("T060", "简体文中夹了繁体字", submission=check, severity=Severity.WARNING, fixes=True)

"""内部资料用了报刊的字样。

An internal publication (``profile: permit``) is no newspaper and no magazine: neither its name nor
its text says ××报, ××刊, ××杂志, 本报, 本刊 or 刊号, and it has no price.

Source: 《内部资料性出版物管理办法》（2015年）：不得使用“××报”“××刊”“××杂志”“刊号”等字样，
不得以“本报”“本刊”自称，不得收费
Bad: ``profile: permit`` 的刊物写 ``title: 代表月刊`` · 它所收的稿件自称“本刊编辑部”
Good: ``title: 学习资料`` · 只在网站上发布的稿件写“本刊”
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.issue import PERIODICAL_WORDS
from press.model.library import Library
from press.rules import Rule
from press.rules._lazy import lazy

_NAME = lazy(r"(?:报|刊|杂志)$")
_HINT = "内部资料不能自称报刊，也不能定价；请改用“本资料”等说法"


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each such word in the name, the issues or their documents."""
    for periodical in library.periodicals:
        if periodical.meta.imprint.profile != "permit":
            continue
        for key in ("title", "frequency"):
            text = getattr(periodical.meta, key) or ""
            if _NAME.search(text):
                hint = "内部资料的名称不能用“××报”“××刊”“××杂志”；“月刊”可写“每月一期”"
                yield Finding(periodical.path, ("value", key), f"内部资料用了“{text}”", hint)
        for issue in library.issues:
            if issue.periodical is not periodical:
                continue
            for number, section in enumerate(issue.meta.sections):
                for match in PERIODICAL_WORDS.finditer(section.title):
                    at = ("value", "sections", number, "title")
                    yield Finding(issue.path, at, f"内部资料用了“{match[0]}”", _HINT)
            for ref in issue.documents:
                document = library.by_ref.get(ref)
                if document is None:
                    continue
                for word in document.periodical_words:
                    message = f"内部资料《{periodical.meta.title}》{issue.label}收录的稿件用了“{word.word}”"
                    yield Finding(document.path, (word.line, word.column), message, _HINT)


RULE = Rule("I004", "内部资料用了报刊的字样", library=check)

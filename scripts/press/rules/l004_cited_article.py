"""引用的条文不存在或引文不符。

Where a document cites an article by 《title》第…条 and the library holds that law's text of the day
(``content/regulations/``, or a whole law in ``content/study/``), the article and the paragraph exist, and
what is quoted directly behind (规定：“…”) are its words. A law that cites itself (本条例第…条) has that
article and paragraph: amendments leave such references behind. Marks and blanks do not count, and ……
leaves words out. Sentences that speak of amending and of former texts are passed over.

Source: 库中的文本；全国人大常委会法制工作委员会《立法技术规范（试行）》
Bad: 办法只有三十条，文中写依照它的“第四十条” · 引号里的话在那一条里找不到
  · 第十二条只有一款，罚则写“违反本办法第十二条第二款”
Good: 引文只有标点不同，或用省略号删节 · “原第四十条” · 引用库里没有的文件
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.markup.citations import words
from press.model.document import Cited, Document
from press.model.library import Library
from press.model.values import ordinal
from press.record.laws import articles, law
from press.rules import Rule
from press.rules._lazy import lazy

_LEFT_OUT = lazy(r"…+|\.{3,}|⋯+")
_SAID = 999
_LEAST = 4
"""Words that are too few to be told from a term."""


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each article that is not there, and for each quotation that is not in it."""
    for document in library.citing:
        for citation in document.citations:
            title = citation.title
            source = law(library, title, document.date) if title else document
            if source is None:
                continue
            wrong = _wrong(library, source, citation)
            if wrong:
                yield Finding(document.path, (citation.line, citation.column), *wrong)


def _wrong(library: Library, source: Document, citation: Cited) -> tuple[str, str] | None:
    """Return the message and the hint."""
    title = f"《{citation.title}》" if citation.title else "本文"
    held = articles(library, source)
    where = f"库中的文本是 {source.path}（{source.date}）" if citation.title else "按这一篇自己的条文"
    missing = [name for name in citation.articles if name not in held]
    if missing:
        last = [name for name in held if name.isdigit()][-1]
        return f"{title}没有{_article(missing[0])}", f"{where}，共{last}条；请核对条数，或补上新的文本"
    article, name = held[citation.articles[0]], _article(citation.articles[0])
    if citation.paragraph > article.paragraphs:
        message = f"{title}{name}没有第{ordinal(citation.paragraph)}款"
        return message, f"{where}，这一条有{article.paragraphs}款；请核对"
    for part in _LEFT_OUT.split(citation.quotation):
        said = words(part)
        if len(said) < _LEAST or said in article.words:
            continue
        elsewhere = [name for name, other in held.items() if said in other.words]
        if elsewhere:
            message = f"引文不在{title}{name}，在{_article(elsewhere[0])}"
        else:
            message = f"引文与{title}{name}的文字不同"
        return message, f"{where}；请逐字核对，删节处用省略号"
    return None


def _article(name: str) -> str:
    """``12之1`` → 第十二条之一; numbers beyond 999 stay digits."""
    number, _, sub = name.partition("之")
    said = ordinal(int(number)) if int(number) <= _SAID else number
    return f"第{said}条" + (f"之{ordinal(int(sub))}" if sub else "")


RULE = Rule("L004", "引用的条文不存在或引文不符", library=check, severity=Severity.WARNING)

"""导航指向不存在的页面。

An entry of ``nav`` in mkdocs.yml leads to a list (``news/``), a document (``pages/about/``), the
issues (``bulletins/``), the tags (``tags/``), the roster of offices (``roster/``), the figures
(``statistics/``), the page 网上投稿 (``submit/``), the index of all columns (``more/``), the catalogue of
rules (``rules/``), the home
page (``./``) or another site.

Source: 政府网站检查把打不开的链接计为问题
Bad: ``- 联系我们: pages/contact-us/``，而没有这一页
Good: ``- 联系我们: pages/contact/``，这一页已经发布
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.library import Library
from press.rules import Rule

PLACES = ("", ".", "bulletins", "tags", "roster", "statistics", "submit", "more", "rules")
"""Places of the portal beside the lists of types."""


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each entry of the navigation that leads nowhere."""
    if not library.site.path:
        return
    for index, item in enumerate(library.site.nav):
        place = item.target.strip("/")
        known = place in (*library.types, *PLACES)
        known |= place in library.issue_by_ref
        known |= place in {f"bulletins/{periodical.id}" for periodical in library.periodicals}
        document = library.by_ref.get(place)
        known |= document is not None and document.public
        if known or item.target.startswith(("http://", "https://")):
            continue
        hint = "可写 news/、bulletins/、roster/、statistics/、more/、pages/about/ 等，或完整网址"
        message = f"导航“{item.label}”指向不存在的页面：{item.target}"
        yield Finding(library.site.path, ("value", "nav", index), message, hint)


RULE = Rule("L003", "导航指向不存在的页面", library=check)

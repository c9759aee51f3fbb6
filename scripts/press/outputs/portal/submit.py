"""The page 网上投稿: a form that needs no server. It saves one file, which goes by mail to the office."""

from collections.abc import Iterator

from press.model import contribution
from press.outputs import key as hashed
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views

_TITLE = "网上投稿"
_ABOUT = {
    "news": "身边的会议、调研、视察、走访",
    "stories": "代表怎样履职、做成了什么事",
    "study": "学法律、学制度、工作方法",
}


def pages(views: Views) -> Iterator[Page]:
    """Yield the page, when the office can be reached by e-mail or has an address for files."""
    if not views.has("submit"):
        return
    site = views.library.site
    endpoint = site.settings.submissions.endpoint if site.settings.submissions else None
    slots = {
        "heading": _TITLE,
        "kinds": [(type_, views.library.types[type_], _ABOUT[type_]) for type_ in contribution.TYPES],
        "limits": contribution.LIMITS,
        "email": site.settings.email or "",
        "endpoint": endpoint or "",
    }
    said = f"向{site.settings.office or site.name}投稿：在网上写，或交 Word 文件和照片"
    yield Page("submit", "submit/", "submit", _TITLE, said, hashed(slots), lambda: slots)

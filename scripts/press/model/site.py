"""The site: who publishes, where, and under which navigation (``mkdocs.yml``)."""

import re
from dataclasses import dataclass, field
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from press.model.meta import Line, Strict

_HTTPS = re.compile(r"https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[^\s#@;,'\"]*)?")


class NavItem(Strict):
    """An entry of the navigation: a label and a path below the site's root."""

    label: Line
    target: str


class Fonts(Strict):
    """Font files the office owns, by role; they win over the locked ones."""

    fang: Line | None = None
    kai: Line | None = None
    song: Line | None = None
    title: Line | None = None
    hei: Line | None = None


def _endpoint(value: str) -> str:
    if not _HTTPS.fullmatch(value):
        raise PydanticCustomError("said", "应是以 https:// 开头的网址，不带用户名、空格和 #")
    return value


class Submissions(Strict):
    """What the page 网上投稿 (``/submit/``) does beside saving a file for a letter.

    ``endpoint`` is an address of the office that takes the file by POST (multipart, field ``file``).
    """

    endpoint: Annotated[Line, AfterValidator(_endpoint)] | None = None


class Settings(Strict):
    """``plugins: - press:`` in ``mkdocs.yml``.

    ``icp`` is the ICP备 number, ``police`` the 公网安备 number as it is printed (its digits make the link),
    ``site_code`` the 网站标识码; ``strict`` lets warnings stop a build, too.
    """

    office: Line | None = None
    notice: Line | None = None
    address: Line | None = None
    phone: Line | None = None
    email: Line | None = None
    icp: Line | None = None
    police: Line | None = None
    site_code: Line | None = None
    page_size: Literal[10, 20, 30, 50] = 20
    strict: bool = False
    fonts: Fonts = Fonts()
    submissions: Submissions | None = None


@dataclass(frozen=True)
class Site:
    """What the portal says about itself. ``path`` is the file it was read from, if any."""

    name: str
    url: str = ""
    description: str = ""
    nav: tuple[NavItem, ...] = ()
    settings: Settings = field(default_factory=Settings)
    path: str = ""
    digest: str = ""

    @property
    def domain(self) -> str:
        """The host of the site's address; "" where none is given."""
        return urlsplit(self.url).netloc

    @property
    def police_link(self) -> str:
        """Where the 公网安备 number can be looked up, by its 14 digits."""
        digits = "".join(re.findall(r"[0-9]", self.settings.police or ""))
        return f"https://beian.mps.gov.cn/#/query/webSearch?code={digits}" if len(digits) == 14 else ""

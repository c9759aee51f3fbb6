"""The site: who publishes, where, and under which navigation (``mkdocs.yml``)."""

from dataclasses import dataclass, field
from typing import Literal

from press.model.meta import Line, Strict


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


class Settings(Strict):
    """``plugins: - press:`` in ``mkdocs.yml``. ``strict`` lets warnings stop a build, too."""

    office: Line | None = None
    notice: Line | None = None
    address: Line | None = None
    phone: Line | None = None
    email: Line | None = None
    icp: Line | None = None
    police: Line | None = None
    page_size: Literal[10, 20, 30, 50] = 20
    strict: bool = False
    fonts: Fonts = Fonts()


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

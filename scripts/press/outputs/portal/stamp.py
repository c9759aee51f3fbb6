"""Fill shells: compiled once, stamped once for each page."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

from press.outputs import OutputError


@dataclass(frozen=True)
class Shells:
    """Templates by kind of page, and the static files they need by path below the site.

    ``assets`` is the folder of the portal's own files: its name changes with them, so that a browser
    may keep them for ever.
    """

    templates: dict[str, str]
    files: dict[str, bytes]
    assets: str


class Stamper:
    """Fills the slots of the shells. Partials for slots come from ``portal/partials``.

    ``cache`` is a folder for compiled templates: an edit stamps a few pages and should not have to
    compile as many shells.
    """

    def __init__(self, shells: Shells, themes: tuple[Path, ...], cache: Path | None) -> None:
        self._navigation: dict[tuple[str, str], dict[str, str]] = {}
        folders = [str(theme / "portal") for theme in themes]
        loaders = [jinja2.DictLoader(shells.templates), jinja2.FileSystemLoader(folders)]
        self._env = jinja2.Environment(
            loader=jinja2.ChoiceLoader(loaders),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=jinja2.FileSystemBytecodeCache(str(cache)) if cache else None,
        )
        self._env.globals["assets"] = shells.assets

    def stamp(self, kind: str, slots: dict[str, Any]) -> bytes:
        """Return the page of ``kind`` with its slots filled, as UTF-8.

        ``slots`` hold at least ``base``, ``section`` and ``nav``.
        """
        try:
            place = (slots["base"], slots["section"])
            if place not in self._navigation:
                nav: Any = self._env.get_template("partials/nav.html").module
                tabs = nav.tabs(slots["nav"], *place)
                self._navigation[place] = {"tabs": tabs}
            slots |= self._navigation[place]
            return self._env.get_template(kind).render(slots).encode()
        except jinja2.TemplateError as error:
            where = f"theme_overrides/portal/shells/{kind}.html"
            raise OutputError(f"{where} 填不出页面：{error}") from error

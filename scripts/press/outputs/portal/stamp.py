"""Fill shells: compiled once, stamped once for each page."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

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
        self._navigation: dict[tuple[str, str], dict[str, Markup]] = {}
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
        self._env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
        self.assets = shells.assets
        self._env.globals["assets"] = shells.assets

    def stamp(self, kind: str, slots: dict[str, Any]) -> bytes:
        """Return the page of ``kind`` with its slots filled, as UTF-8.

        ``slots`` hold at least ``base``, ``section`` and ``nav``.
        """
        place = (slots["base"], slots["section"])
        if place not in self._navigation:
            self._navigation[place] = {"tabs": self._tabs(slots["nav"], *place)}
        return self.fill(kind, slots | self._navigation[place])

    def fill(self, name: str, slots: dict[str, Any]) -> bytes:
        """Return the template ``name`` with its slots filled, as UTF-8."""
        with _explained(name):
            return self._env.get_template(name).render(slots).encode()

    def _tabs(self, nav: Any, base: str, section: str) -> Markup:
        with _explained("partials/nav.html"):
            module: Any = self._env.get_template("partials/nav.html").module
            return Markup(module.tabs(nav, base, section))


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Say in which design a template fails."""
    try:
        yield
    except jinja2.TemplateError as error:
        where = f"theme_overrides/portal/{name if '.' in name else f'shells/{name}.html'}"
        raise OutputError(f"{where} 填不出页面：{error}") from error

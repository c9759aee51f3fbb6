"""Shells: one page of chrome for each kind of page, drawn by MkDocs + Material.

A shell is a finished HTML page whose slots are Jinja expressions (``{% raw %}`` in the override),
so Material runs once for each kind and the press stamps ten thousand documents without it.
"""

import logging
import os
import re
import tempfile
from hashlib import sha256
from pathlib import Path

import jinja2
import yaml
from mkdocs.config import load_config
from mkdocs.config.base import LegacyConfig
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from press.model.site import Settings, Site
from press.outputs import OutputError, key, read_theme
from press.outputs.portal.stamp import Shells

_USED = re.compile(r'(?:href|src)="\{\{ base \}\}/(assets/[^"?#]+)"')
_UNUSED = re.compile(
    r'(?<=<body dir="ltr") data-md-color-scheme="[^"]*"'
    r'|<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>'
    r'|<div data-md-component="(?:skip|announce)">\s*</div>'
    r'|<div class="md-dialog".*?</div>\s*</div>',
    re.S,
)
_BLANK = re.compile(r"\n\s*\n")


class ShellPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """The half of the MkDocs plugin ``press`` that turns shells into templates."""

    drawing_only = False
    config_scheme = tuple((key, Optional(Type(object))) for key in Settings.model_fields)

    def __init__(self) -> None:
        self.templates: dict[str, str] = {}
        self.themes: tuple[Path, ...] = ()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our designs behind the office's own; the navigation is drawn from slots."""
        portals = [str(theme / "portal") for theme in self.themes if (theme / "portal").is_dir()]
        config.theme.dirs = [*portals, *(d for d in config.theme.dirs if d not in portals)]
        config.theme.static_templates = set()
        config.nav = None
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Replace the documents by one page for each shell; keep the theme's static files."""
        for file in list(files):
            if file.is_documentation_page() or Path(file.src_dir or ".") == Path(config.docs_dir):
                files.remove(file)
        for kind in kinds(self.themes):
            front = f"---\ntitle: {kind}\ntemplate: shells/{kind}.html\n---\n"
            files.append(File.generated(config, f"{kind}.md", content=front))
        return files

    def on_env(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Let every address start from the slot ``base``: a shell serves pages of any depth."""
        env.filters["url"] = _from_base
        return env

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """The same for what Material builds from ``base_url``."""
        context["base_url"] = "{{ base }}"
        return context

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Keep the shell; MkDocs writes no page that is empty."""
        # The reader's colours are set on the root before there is a body; of Material's chrome only
        # what is seen is kept: its switches and dialogs need a script that is not loaded.
        shell = _UNUSED.sub("", output).replace("<html ", '<html data-md-color-scheme="default" ', 1)
        self.templates[Path(page.file.src_uri).stem] = _BLANK.sub("\n", shell).lstrip()
        return ""

    def collect(self, site_dir: Path) -> Shells:
        """Return the shells with those static files that a page can ask for."""
        used = {name for text in self.templates.values() for name in _USED.findall(text)}
        files = {name: (site_dir / name).read_bytes() for name in sorted(used)}
        own = read_theme(theme / "portal" / "assets" for theme in self.themes)
        digest = key(*(part for name in sorted(own) for part in (name, sha256(own[name]).hexdigest())))
        assets = f"assets/{digest[:12]}"
        files |= {f"{assets}/{name}": data for name, data in own.items()}
        return Shells(dict(self.templates), files, assets)


def kinds(themes: tuple[Path, ...]) -> list[str]:
    """The kinds of pages there are shells for."""
    found = {path.stem for theme in themes for path in (theme / "portal" / "shells").glob("*.html")}
    return sorted(found)


def draw(root: Path, site: Site, themes: tuple[Path, ...]) -> Shells:
    """Run MkDocs over the shells alone."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")
    from mkdocs.commands.build import build

    with tempfile.TemporaryDirectory(prefix="press-shells-") as folder:
        docs, out = Path(folder, "docs"), Path(folder, "site")
        docs.mkdir()
        if site.path:
            config_file = root / site.path
        else:
            config_file = Path(folder, "mkdocs.yml")
            config_file.write_text(_default_config(site, themes[-1].parent), encoding="utf-8")
        logging.getLogger("mkdocs").setLevel(logging.WARNING)
        try:
            config = load_config(str(config_file), docs_dir=str(docs), site_dir=str(out))
            plugin = config.plugins.get("press")
            if not isinstance(plugin, ShellPlugin):
                raise OutputError("mkdocs.yml 的 plugins 里没有 press：请加上“- press”")
            plugin.themes = themes
            plugin.drawing_only = True
            build(config)
        except (OutputError, KeyboardInterrupt):
            raise
        except (Exception, SystemExit) as error:
            raise OutputError(
                f"MkDocs 画不出页面外框，请检查 mkdocs.yml 和 theme_overrides/：{error}"
            ) from error
        return plugin.collect(out)


def _default_config(site: Site, project: Path) -> str:
    """Our own theme settings under another site's name."""
    ours = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    config = {"site_name": site.name, "theme": ours["theme"], "plugins": ["press"]}
    return yaml.safe_dump(config, allow_unicode=True)


@jinja2.pass_context
def _from_base(context: jinja2.runtime.Context, value: str) -> str:
    if re.match(r"[a-z]+:|/|#|\{\{", value):
        return value
    return "{{ base }}/" + value.removeprefix("./")

"""The MkDocs plugin ``press``: ``mkdocs build`` and ``mkdocs serve`` give the press's portal."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from press.diagnostics import stops
from press.diagnostics.text import as_text
from press.outputs import OutputError, outputs
from press.outputs.portal.shells import ShellPlugin
from press.pipeline import pool
from press.pipeline.build import BuildError, build, themes
from press.pipeline.destination import Destination
from press.pipeline.load import load
from press.pipeline.report import report_on


class PressPlugin(ShellPlugin):  # type: ignore[no-untyped-call]
    """Draws the shells; after a build of MkDocs itself, also stamps the documents."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the designs when MkDocs runs by itself."""
        if not self.drawing_only:
            self.themes = themes(Path(config.config_file_path).parent)
        return super().on_config(config)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Publish the portal into MkDocs' ``site_dir`` with everything that links to it."""
        if self.drawing_only:
            return
        root = Path(config.config_file_path).parent
        loaded = load(root, pool.cores())
        if stops(loaded.diagnostics, loaded.library.site.settings.strict):
            raise PluginError(f"稿件有错误，没有生成网站：\n{as_text(report_on(loaded))}")
        site = Path(config.site_dir)
        try:
            destination = Destination(site, {"site": site})
            build(loaded, list(outputs().values()), destination, pool.cores(), shared=True)
        except (BuildError, OutputError) as error:
            raise PluginError(str(error)) from error

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Rebuild when an issue or a design changes, too."""
        for folder in ("bulletins", "theme_overrides"):
            path = Path(config.config_file_path).parent / folder
            if path.is_dir():
                server.watch(str(path))
        return server

"""``press serve``: preview the portal on this machine and follow every change."""

import http.server
import subprocess
import sys
import threading
import time
from functools import partial
from http import HTTPStatus
from pathlib import Path

import click

from press.commands import UserError, find_root, root_option
from press.source import errors, folder

_POLL = 0.5
"""Seconds between two looks at the files."""


@click.command("serve", options_metavar="[选项]")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, metavar="N", help="端口，默认 8000。")
@root_option
@click.pass_context
def serve(context: click.Context, port: int, root: Path | None) -> None:
    """在本机预览网站；稿件一改就重新生成。按 Ctrl-C 结束。"""
    place = find_root(context, root)
    seen = _stamps(place)
    _build(place)
    handler = partial(_Handler, directory=str(place / "dist" / "site"))
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise UserError(f"端口 {port} 不能用（{errors.words(error)}），请用 --port 换一个") from error
    threading.Thread(target=server.serve_forever, daemon=True).start()
    click.echo(f"预览：http://127.0.0.1:{port}/    按 Ctrl-C 结束", err=True)
    try:
        while True:
            time.sleep(_POLL)
            now = _stamps(place)
            if now != seen:
                seen = now
                _build(place)
    except KeyboardInterrupt:
        click.echo("\n预览结束。", err=True)
    finally:
        server.shutdown()
        server.server_close()


def _build(root: Path) -> None:
    """Build in a process of its own, pages before PDFs: its memory goes with it.

    Faults are printed; the last good site stays.
    """
    command = [sys.executable, "-m", "press", "--root", str(root), "build"]
    if subprocess.run([*command, "--only", "portal"], check=False).returncode == 0:
        subprocess.run(command, check=False)


def _stamps(root: Path) -> list[folder.Entry]:
    """What is there to be built from, with what tells one state of a file from another."""
    names = ("content", "bulletins", "theme_overrides")
    found = [entry for name in names for entry in folder.files(root, name, "")]
    settings = root / "mkdocs.yml"
    if settings.exists():
        found.append(folder.Entry("mkdocs.yml", folder.stamp(settings.stat())))
    return found


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves ``dist/site`` as a web server would: unknown addresses get the site's own 404 page."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: the terminal is for faults."""


COMMAND = serve

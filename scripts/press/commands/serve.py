"""``press serve``: preview the portal on this machine and follow every change."""

import subprocess
import sys
import threading
import time
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
    # The web server is loaded here alone: other verbs must start at once.
    from press.commands import _preview

    try:
        server = _preview.server(place / "dist" / "site", port)
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


COMMAND = serve

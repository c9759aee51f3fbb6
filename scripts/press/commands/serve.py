"""``press serve``: preview the portal on this machine and follow every change."""

import gc
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from press.commands import UserError, find_root, root_option
from press.commands._reports import screen
from press.diagnostics.text import as_text
from press.pipeline import pool
from press.pipeline.report import report_on
from press.source import errors

if TYPE_CHECKING:
    from press.pipeline.preview import Preview

_IDLE = 2.0
"""Seconds without a change after which memory is tidied up."""


@click.command("serve", options_metavar="[选项]")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, metavar="N", help="端口，默认 8000。")
@root_option
@click.pass_context
def serve(context: click.Context, port: int, root: Path | None) -> None:
    """在本机预览网站和草稿；一保存，网页就更新。不写 dist。按 Ctrl-C 结束。"""
    place = find_root(context, root)
    # The web server is loaded here alone: other verbs must start at once.
    from press.commands import _preview
    from press.pipeline.preview import Preview
    from press.pipeline.watch import Watcher

    preview, watcher = Preview(place), Watcher(place)
    try:
        server = _preview.Server(preview, port, watcher.wake)
    except OSError as error:
        raise UserError(f"端口 {port} 不能用（{errors.words(error)}），请用 --port 换一个") from error
    try:
        # All cores while there is no other thread yet: a fork takes but one of them along.
        preview.refresh(pool.cores(), time.monotonic)
        told = _tell(preview, "")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"预览：http://127.0.0.1:{port}/    按 Ctrl-C 结束", err=True)
        tidy = False
        while True:
            if watcher.changed(within=_IDLE, awake=server.visitors > 0):
                preview.refresh(1, time.monotonic)
                told = _tell(preview, told)
                tidy = False
            elif not tidy:
                gc.collect()
                tidy = True
    except KeyboardInterrupt:
        click.echo("\n预览结束。", err=True)
    finally:
        server.close()


def _tell(preview: "Preview", told: str) -> str:
    """Say on the terminal how things stand; return the report, which is not said twice."""
    state = preview.state
    report = ""
    if state.loaded and state.faults:
        report = as_text(report_on(state.loaded, screen=screen(sys.stderr)))
    if report and report != told:
        click.echo(report, err=True)
    if state.trouble:
        click.echo(state.trouble, err=True)
    how = "网页保持原样" if state.refused or state.trouble else "网页已更新"
    click.echo(f"{how}（{state.seconds:.1f} 秒）", err=True)
    return report


COMMAND = serve

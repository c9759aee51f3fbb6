"""``press build``: validate, then publish what changed."""

import shlex
import sys
import time
from pathlib import Path
from typing import Any

import click

from press.commands import find_root, root_option
from press.commands._reports import screen, strict_option
from press.diagnostics import count, stops
from press.diagnostics.text import as_text
from press.outputs import Output, outputs
from press.pipeline import pool
from press.pipeline.build import Report
from press.pipeline.build import build as run
from press.pipeline.destination import Destination
from press.pipeline.load import Loaded, load
from press.pipeline.report import report_on


def chosen(only: str | None) -> list[Output]:
    """Return the outputs named in ``--only`` (comma-separated), or all."""
    known = outputs()
    names = [name.strip() for name in only.split(",")] if only is not None else list(known)
    for name in names:
        if name not in known:
            raise click.BadParameter(f"没有名为 {name} 的渠道，可选：{'、'.join(known)}")
    return [known[name] for name in known if name in names]


def publish(
    root: Path, selected: list[Output], jobs: int, strict: bool = False
) -> tuple[Loaded, Report | None]:
    """Load, report and build; no report of a build when there are errors, or warnings and ``strict``."""
    started = time.monotonic()
    loaded = load(root, jobs)
    errors, warnings = count(loaded.diagnostics)
    if loaded.diagnostics:
        click.echo(as_text(report_on(loaded, screen=screen(sys.stderr))), err=True)
    click.echo(
        f"校验：{loaded.files} 个文件（新读 {loaded.read} 个），{errors} 个错误，{warnings} 个提醒", err=True
    )
    if stops(loaded.diagnostics, strict or loaded.library.site.settings.strict):
        why = "有错误" if errors else "有提醒，提醒也算不合格（strict）"
        click.echo(f"{why}，没有生成任何文件；dist 保持原样。", err=True)
        return loaded, None
    bar = _Progress()
    try:
        report = run(loaded, selected, Destination(root / "dist"), jobs, bar)
    finally:
        bar.clear()
    for output in selected:
        total, written = report.outputs[output.name]
        click.echo(f"{output.label}：{total} 个文件，写入 {written} 个", err=True)
    if report.removed:
        click.echo(f"清除不再需要的文件 {report.removed} 个", err=True)
    click.echo(f"完成，用时 {time.monotonic() - started:.1f} 秒。", err=True)
    return loaded, report


class _Progress:
    """A bar on a terminal, drawn by rich; nothing where the output is kept."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        if not sys.stderr.isatty():
            return
        if self._bar is None:
            # Loaded where there is something to show, and somebody to see it.
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

            columns = ("生成", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task("", total=total)
            self._bar.start()
        self._bar.update(self._task, completed=done)

    def clear(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()


@click.command("build", options_metavar="[选项]")
@click.option("--only", metavar="渠道,…", help="只生成这些渠道，如 portal,print。")
@click.option(
    "--jobs", type=click.IntRange(1), default=None, metavar="N", help="同时用几个处理器，默认全部。"
)
@strict_option
@root_option
@click.pass_context
def build(
    context: click.Context, only: str | None, jobs: int | None, strict: bool, root: Path | None
) -> None:
    """校验并生成全部渠道到 dist/；有错误时什么都不写。"""
    folder = find_root(context, root)
    _, report = publish(folder, chosen(only), jobs or pool.cores(), strict)
    if report is None:
        sys.exit(1)
    where = "" if folder == Path.cwd() else f" --root {shlex.quote(str(folder))}"
    name = f"{sys.executable} -m press" if sys.argv[0].endswith("__main__.py") else sys.argv[0]
    click.echo(f"预览：{name} serve{where}    （网站在 {folder / 'dist' / 'site'}）", err=True)


COMMAND = build

"""``press check``: validate everything, build nothing."""

import sys
from pathlib import Path

import click

from press.commands import find_root, root_option
from press.diagnostics import REPORTERS, count
from press.pipeline import pool
from press.pipeline.load import load


@click.command("check", options_metavar="[选项]")
@click.option("--format", "format_", type=click.Choice(list(REPORTERS)), default="text", help="报告的格式。")
@click.option(
    "--jobs", type=click.IntRange(1), default=None, metavar="N", help="同时用几个处理器，默认全部。"
)
@root_option
@click.pass_context
def check(context: click.Context, format_: str, jobs: int | None, root: Path | None) -> None:
    """校验全部稿件和期刊，只报告，不生成任何文件。"""
    loaded = load(find_root(context, root), jobs or pool.cores())
    report = REPORTERS[format_](loaded.diagnostics)
    if report:
        click.echo(report)
    errors, warnings = count(loaded.diagnostics)
    if format_ == "text":
        click.echo(f"共 {loaded.files} 个文件：{errors} 个错误，{warnings} 个提醒。")
    sys.exit(1 if errors else 0)


COMMAND = check

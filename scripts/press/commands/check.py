"""``press check``: validate everything, build nothing."""

import sys
from pathlib import Path

import click

from press.commands import UserError, find_root, root_option
from press.commands._reports import leave_code, screen, strict_option, summary
from press.diagnostics import reporters
from press.pipeline import pool
from press.pipeline.load import load
from press.pipeline.report import report_on, write
from press.source import errors


@click.command("check", options_metavar="[选项]")
@click.option(
    "--format", "format_", type=click.Choice(list(reporters())), default="text",
    help="报告的格式：text 给人看，sheet 是可打印的校样清单（网页），其余给程序用。",
)  # fmt: skip
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="文件", help="把报告写进这个文件。"
)
@strict_option
@click.option(
    "--jobs", type=click.IntRange(1), default=None, metavar="N", help="同时用几个处理器，默认全部。"
)
@root_option
@click.pass_context
def check(
    context: click.Context,
    format_: str,
    output: Path | None,
    strict: bool,
    jobs: int | None,
    root: Path | None,
) -> None:
    """校验全部稿件和期刊，只报告，不生成任何文件。"""
    reporter = reporters()[format_]
    if reporter.paged and output is None and sys.stdout.isatty():
        raise UserError(f"{format_} 是一页网页，请用 --output 指明写进哪个文件，如 --output 校样.html")
    loaded = load(find_root(context, root), jobs or pool.cores())
    made = reporter.render(report_on(loaded, screen=None if output else screen(sys.stdout)))
    if output is not None:
        try:
            write(output, f"{made}\n" if made else "")
        except OSError as error:
            raise UserError(f"写不进 {error.filename or output}：{errors.words(error)}") from error
        click.echo(f"报告已写入 {output}")
    elif made:
        click.echo(made)
    if format_ == "text" or output is not None:
        click.echo(summary(loaded.diagnostics, loaded.files))
    sys.exit(leave_code(loaded.diagnostics, strict or loaded.library.site.settings.strict))


COMMAND = check

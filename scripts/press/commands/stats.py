"""``press stats``: the office's year in figures."""

import csv
import io
import sys
from itertools import groupby
from pathlib import Path

import click

from press.commands import UserError, find_root, root_option
from press.diagnostics import count
from press.pipeline import pool
from press.pipeline.load import load
from press.record.figures import Figure, figures, years


@click.command("stats", options_metavar="[选项]")
@click.argument("year", metavar="[年份]", type=click.IntRange(1949, 2999), required=False)
@click.option(
    "--format", "format_", type=click.Choice(["text", "csv"]), default="text", help="text 看，csv 给 Excel。"
)
@root_option
@click.pass_context
def stats(context: click.Context, year: int | None, format_: str, root: Path | None) -> None:
    """统计一年的会议、报告、任免、建议、期刊和稿件（只数已发布的）。"""
    loaded = load(find_root(context, root), pool.cores())
    library = loaded.library
    errors, _ = count(loaded.diagnostics)
    if errors:
        click.echo(f"注意：稿件有 {errors} 个错误，读不出的没有计入；请先运行 press check。", err=True)
    known = years(library)
    if not known:
        raise UserError("还没有已发布的稿件，没有可以统计的")
    chosen = year or known[0]
    if chosen not in known:
        said = "、".join(map(str, known))
        raise UserError(f"{chosen} 年没有已发布的稿件；有稿件的年份：{said}")
    found = figures(library, chosen)
    if format_ == "csv":
        # Excel tells UTF-8 by the byte-order mark.
        sys.stdout.write("\ufeff" + _csv(chosen, found))
        return
    _show(chosen, found)


def _csv(year: int, found: list[Figure]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["年份", "类别", "项目", "数量", "单位", "依据"])
    for figure in found:
        refs = " ".join(dict.fromkeys(figure.refs))
        writer.writerow([year, figure.group, figure.label, figure.value, figure.unit, refs])
    return out.getvalue()


def _show(year: int, found: list[Figure]) -> None:
    # Loaded where there is something to show.
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{year}年工作统计", title_style="bold", show_edge=False, pad_edge=False)
    table.add_column("类别")
    table.add_column("项目")
    table.add_column("数量", justify="right")
    table.add_column("单位")
    for group, rows in groupby(found, key=lambda figure: figure.group):
        for index, figure in enumerate(rows):
            table.add_row("" if index else group, figure.label, str(figure.value), figure.unit)
        table.add_section()
    Console(highlight=False).print(table)
    click.echo("每个数都数得出依据：用 --format csv 列出各项所数的稿件。")


COMMAND = stats

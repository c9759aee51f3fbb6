"""``press import``: take a contribution or a Word file in as a draft."""

import datetime
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from press.commands import UserError, find_root, root_option
from press.commands._reports import screen
from press.content_types import content_types
from press.diagnostics import count
from press.diagnostics.text import as_text
from press.model.document import is_slug
from press.pipeline import drafting, incoming, pool
from press.pipeline.drafting import TakenError
from press.pipeline.incoming import Draft
from press.pipeline.load import load
from press.pipeline.report import report_on
from press.source import archive, errors
from press.source.archive import Flaw


@click.command("import", options_metavar="[选项]")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option(
    "--type",
    "type_",
    metavar="类型",
    type=click.Choice(list(content_types())),
    help="稿件类型；不写则照投稿人选的，Word 文件为 news。",
)
@click.option("--name", metavar="文件名", help="草稿的文件名，不写则用日期和校验值。")
@root_option
@click.pass_context
def import_(
    context: click.Context, file: Path, type_: str | None, name: str | None, root: Path | None
) -> None:
    """把网上投稿的 .zip 或 Word 文件（.docx）收成一篇草稿；有问题的文件一概不收。

    批注和修订要先在 Word 里处理完。联系方式只显示在这里，不写进任何文件。
    """
    folder = find_root(context, root)
    if name is not None and not is_slug(name):
        raise UserError(f"文件名 {name} 不能作网址：只用小写字母、数字和连字符，如 2026-11-20-touji")
    data, flaws = archive.load(file)
    if flaws:
        _refuse(flaws)
    today = datetime.date.today()
    digest = incoming.digest(data)
    if name is None:
        for known in sorted((folder / "content").glob(f"*/*-{digest}.md")):
            raise UserError(f"这个文件已经导入过，没有改动：{known.relative_to(folder).as_posix()}")
    draft = incoming.read(data, file, type_, name or f"{today.isoformat()}-{digest}", today)
    if not isinstance(draft, Draft):
        _refuse(draft)
    try:
        written = drafting.write(folder, draft)
    except TakenError as error:
        raise UserError(f"{error} 已经存在，没有改动；请用 --name 换一个文件名") from error
    except OSError as error:
        place = error.filename or folder
        raise UserError(f"写不进 {place}：{errors.words(error)}。什么都没有留下，可以再来一次") from error
    _report(folder, draft, written)


def _refuse(flaws: Iterable[Flaw]) -> NoReturn:
    for flaw in flaws:
        click.echo(f"{flaw.name}：{flaw.message}", err=True)
        if flaw.hint:
            click.echo(f"    → {flaw.hint}", err=True)
    raise UserError("没有导入，什么都没有写")


def _report(folder: Path, draft: Draft, written: list[str]) -> None:
    click.echo("已写入草稿：")
    for path in written:
        click.echo(f"  {path}")
    for label, value in draft.private:
        click.echo(f"{label}（只显示在这里，没有写进文件）：{value}")
    if draft.notices:
        click.echo("请对照原稿：")
        for notice in draft.notices:
            click.echo(f"  · {notice}")
    loaded = load(folder, pool.cores())
    faults = [f for f in loaded.diagnostics if f.location.path == written[0]]
    errors_, warnings = count(faults)
    if faults:
        click.echo(as_text(report_on(loaded, faults, 1, screen(sys.stdout))))
    click.echo(f"校验：{errors_} 个错误，{warnings} 个提醒。")
    click.echo(f"改好后把 {written[0]} 里的 status: draft 改成 status: published。")
    if errors_:
        click.echo("有错误的稿件会挡住发布，请先改好。")
        sys.exit(1)


COMMAND = import_

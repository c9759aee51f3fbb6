"""``press new``: start a document from the example of its type."""

import datetime
from pathlib import Path

import click

from press.commands import UserError, find_root, root_option
from press.content_types import content_types
from press.model.document import is_slug


@click.command("new", options_metavar="[选项]")
@click.argument("type_", metavar="类型", type=click.Choice(list(content_types())))
@click.argument("slug", metavar="文件名", required=False)
@click.option("--title", default="请写标题", metavar="标题", help="标题。")
@root_option
@click.pass_context
def new(context: click.Context, type_: str, slug: str | None, title: str, root: Path | None) -> None:
    """按类型新建一篇带说明的稿件（草稿）。"""
    today = datetime.date.today().isoformat()
    name = f"{today}-xin" if slug is None else slug
    if not is_slug(name):
        raise UserError(f"文件名 {name} 不能作网址：只用小写字母、数字和连字符，如 {today}-huiyi")
    path = find_root(context, root) / "content" / type_ / f"{name}.md"
    quoted = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
    # The title last: it may hold anything.
    text = content_types()[type_].example.replace("{date}", today).replace("{title}", quoted)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(path, "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise UserError(f"{path} 已经存在，没有改动；请换一个文件名") from None
    click.echo(f"已新建 {path}")


COMMAND = new

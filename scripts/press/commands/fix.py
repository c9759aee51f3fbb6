"""``press fix``: put right what can be put right without changing what a text says."""

import difflib
import sys
from pathlib import Path

import click

from press.commands import UserError, find_root, root_option
from press.pipeline import pool
from press.pipeline.fixing import Fixed
from press.pipeline.fixing import fix as run
from press.source import errors


@click.command("fix", options_metavar="[选项]")
@click.option("--diff", is_flag=True, help="只显示会改哪里，不改文件。")
@root_option
@click.pass_context
def fix(context: click.Context, diff: bool, root: Path | None) -> None:
    """修正不会改变意思的错误（标点宽窄、看不见的字符等），其余的留给人改。"""
    folder = find_root(context, root)
    try:
        changed = run(folder, pool.cores(), write=not diff)
    except OSError as error:
        raise UserError(f"写不进 {error.filename}：{errors.words(error)}") from error
    for file in changed:
        if diff:
            _show(file)
        else:
            click.echo(f"{file.path}：{file.count} 处")
    places = sum(file.count for file in changed)
    if not changed:
        click.echo("没有可以自动修正的地方。")
    elif diff:
        click.echo(f"可以修正 {places} 处，涉及 {len(changed)} 个文件；去掉 --diff 即修正。")
    else:
        click.echo(f"修正了 {places} 处，涉及 {len(changed)} 个文件。其余的请看 press check。")


def _show(file: Fixed) -> None:
    before, after = file.before.splitlines(), file.after.splitlines()
    for line in difflib.unified_diff(before, after, file.path, file.path, lineterm="", n=1):
        colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[0])
        click.echo(click.style(line, fg=colour) if sys.stdout.isatty() else line)


COMMAND = fix

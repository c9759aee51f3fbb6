"""``press fonts``: bring the locked fonts into the user's cache."""

import click

from press.commands import UserError


@click.command("fonts", options_metavar="[选项]")
def fonts() -> None:
    """安装排版用的字体（按锁定的版本和校验值）。"""
    # Typst is loaded here alone: other verbs must start at once.
    from press.outputs.print import fonts as locked

    try:
        locked.install(lambda line: click.echo(line, err=True))
    except locked.FontError as error:
        raise UserError(str(error)) from error
    click.echo(f"字体齐全：{len(locked.locked())} 个，在 {locked.cache_dir()}", err=True)


COMMAND = fonts

"""``press fonts``: bring the locked fonts into the user's cache, and look at the office's own."""

from pathlib import Path

import click

from press.commands import UserError, root_option
from press.diagnostics import Report
from press.diagnostics.text import as_text
from press.pipeline.load import locate
from press.pipeline.report import lines_of
from press.pipeline.site import read_site


@click.command("fonts", options_metavar="[选项]")
@root_option
@click.pass_context
def fonts(context: click.Context, root: Path | None) -> None:
    """安装排版用的字体（按锁定的版本和校验值），并核对本单位自有的字体。"""
    # Typst is loaded here alone: other verbs must start at once.
    from press.outputs.print import fonts as locked
    from press.outputs.print.compose import ROLES

    place = (root or context.obj or Path()).resolve()
    site, findings = read_site(place)
    if findings:
        report = Report(locate(place, findings), lines_of(place))
        raise UserError("mkdocs.yml 有错误：\n" + as_text(report))
    try:
        locked.install(lambda line: click.echo(line, err=True))
        for role, name in site.settings.fonts.model_dump(exclude_none=True).items():
            face = locked.face(place / name, role=ROLES[role])
            click.echo(f"{ROLES[role]}用自有字体 {face.family}（{name}）", err=True)
    except locked.FontError as error:
        raise UserError(str(error)) from error
    click.echo(f"字体齐全：{len(locked.locked())} 个，在 {locked.cache_dir()}", err=True)


COMMAND = fonts

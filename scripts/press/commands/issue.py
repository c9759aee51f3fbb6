"""``press issue``: collect a bulletin issue from a meeting, and check issues cover to imprint."""

import sys
from pathlib import Path

import click

from press.commands import UserError, find_root, root_option
from press.commands._reports import leave_code, screen, summary
from press.diagnostics.text import as_text
from press.model.issue import Periodical
from press.model.library import Library
from press.pipeline import pool
from press.pipeline.load import Loaded, load
from press.pipeline.report import report_on
from press.record.collect import collect as propose
from press.record.meetings import meeting_named, sittings


@click.group("issue", options_metavar="[选项]", subcommand_metavar="命令 …")
def issue() -> None:
    """期刊：按会议收集一期公报，检查从封面到版权页是否完整。"""


@issue.command("collect", options_metavar="[选项]")
@click.option("--meeting", metavar="会议", help="会议的文件名；不写则是最近一次。")
@click.option("--periodical", metavar="刊物", help="bulletins/ 下的文件夹；只有一种公报时不用写。")
@click.option("--yes", is_flag=True, help="不再询问，直接写入。")
@root_option
@click.pass_context
def collect(
    context: click.Context, meeting: str | None, periodical: str | None, yes: bool, root: Path | None
) -> None:
    """按公报的次序收集一次会议的稿件，列出还缺什么；确认后才写文件。"""
    folder = find_root(context, root)
    library = load(folder, pool.cores()).library
    held = sittings(library)
    if not held:
        raise UserError("content/meetings/ 里还没有会议")
    sitting = meeting_named(library, meeting) if meeting else held[-1]
    if sitting is None:
        known = "、".join(s.document.id for s in held[-5:])
        raise UserError(f"没有会议 {meeting}；最近的会议：{known}")
    chosen = _periodical(library, periodical)
    proposal = propose(library, sitting, chosen)
    path = Path("bulletins") / chosen.id / f"{proposal.name}.yml"
    click.echo(f"会议：{sitting.document.title}")
    click.echo(
        f"拟编：《{chosen.meta.title}》{proposal.year}年第{proposal.number}期（总第{proposal.serial}期）\n"
    )
    for title, entries in proposal.sections:
        click.echo(title)
        for entry in entries:
            document = library.by_ref[entry.partition("#")[0]]
            click.echo(f"    {document.title}" if "#" not in entry else f"    （由会议记录生成）{entry}")
    if proposal.missing:
        click.echo("\n还缺：")
        for line in proposal.missing:
            click.echo(f"  · {line}")
    else:
        click.echo("\n稿件齐全。")
    if not proposal.sections:
        raise UserError("这次会议还没有可以收入公报的稿件，没有写文件")
    if not yes and not _agreed(f"写入 {path}？"):
        click.echo("没有写文件。")
        return
    try:
        with open(folder / path, "x", encoding="utf-8") as file:
            file.write(proposal.text())
    except FileExistsError:
        raise UserError(f"{path} 已经存在，没有改动") from None
    click.echo(f"已写入 {path}。次序和栏目可以再改，改后运行 press issue check。")


def _agreed(question: str) -> bool:
    """Ask; where nobody can answer, the answer is no."""
    if not sys.stdin.isatty():
        return False
    click.echo(f"\n{question}输入 y 写入，其他不写：", nl=False)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是")


def _periodical(library: Library, name: str | None) -> Periodical:
    found = [p for p in library.periodicals if p.id == name or (name is None and p.meta.kind == "bulletin")]
    if len(found) == 1:
        return found[0]
    known = "、".join(f"{p.id}（{p.meta.title}）" for p in library.periodicals)
    if name is not None:
        raise UserError(f"没有刊物 {name}；bulletins/ 下有：{known or '（空）'}")
    if not found:
        raise UserError("还没有公报：请先建 bulletins/<刊物>/periodical.yml，写 kind: bulletin")
    raise UserError(f"公报不止一种，请用 --periodical 指明：{known}")


@issue.command("check", options_metavar="[选项]")
@click.argument("name", metavar="[期刊/期]", required=False)
@root_option
@click.pass_context
def check(context: click.Context, name: str | None, root: Path | None) -> None:
    """检查期刊从封面到版权页是否完整，连同所收录的稿件；可只看一期，如 gongbao/2026-01。"""
    loaded = load(find_root(context, root), pool.cores())
    paths = _paths(loaded, name)
    found = [fault for fault in loaded.diagnostics if fault.location.path in paths]
    if found:
        click.echo(as_text(report_on(loaded, found, len(paths), screen(sys.stdout))))
    click.echo(summary(found, len(paths)))
    sys.exit(leave_code(found, loaded.library.site.settings.strict))


def _paths(loaded: Loaded, name: str | None) -> set[str]:
    """The files an issue is made of (or all issues are): imprint, order and documents."""
    library = loaded.library
    wanted = name.strip("/").removeprefix("bulletins/").removesuffix(".yml") if name else None
    issues = [i for i in library.issues if wanted in (None, f"{i.periodical.id}/{i.name}", i.periodical.id)]
    unread = {p for p in library.unread if p.startswith("bulletins/") and (not wanted or wanted in p)}
    if not issues and not unread:
        known = "、".join(f"{i.periodical.id}/{i.name}" for i in library.issues[-6:])
        raise UserError(f"没有这一期：{name}；最近的有：{known}" if name else "bulletins/ 里还没有期刊")
    paths = unread | {i.path for i in issues} | {i.periodical.path for i in issues}
    for found in issues:
        for ref in found.documents:
            document = library.by_ref.get(ref)
            paths.add(document.path if document else f"content/{ref}.md")
    return paths


COMMAND = issue

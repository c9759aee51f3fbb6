"""``press fix``: put right what can be put right without changing what a text says."""

import difflib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import click

from press.commands import UserError, find_root, root_option
from press.commands._reports import screen
from press.diagnostics import Screen
from press.diagnostics.excerpts import excerpt, visible
from press.diagnostics.text import MOST, NARROWEST, Paint, rest
from press.pipeline import pool
from press.pipeline.fixing import Fixed, lines_of
from press.pipeline.fixing import fix as run
from press.source import errors

_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@")


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
    """On a terminal each change with its rule; elsewhere a patch that names the rules, too."""
    terminal = screen(sys.stdout)
    # A patch is for programs: not even what would colour a terminal is taken out of it.
    text = "\n".join(_changes(file, terminal) if terminal else _patch(file))
    click.echo(text, color=None if terminal else True)


def _changes(file: Fixed, terminal: Screen) -> Iterator[str]:
    paint = Paint(terminal.colour)
    lines = lines_of(file.before)
    room = max(terminal.width - 8, NARROWEST)
    yield paint(visible(file.path), "1;4")
    seen: Counter[str] = Counter()
    for fault in file.made:
        seen[fault.code] += 1
        if seen[fault.code] > MOST:
            continue
        at = fault.location
        shown = excerpt(lines[at.line - 1], at.column, fault.span, room)
        place = paint(f"{at.line}:{at.column}", "36")
        yield f"  {place}  {paint(fault.code, '1')}  {visible(fault.message)}"
        yield f"      {paint('-', '31')} {shown.before}{paint(shown.words, '1;31')}{shown.after}"
        new = paint(visible(fault.fix or ""), "1;32")
        yield f"      {paint('+', '32')} {shown.before}{new}{shown.after}"
    yield from rest(seen, paint)
    yield ""


def _patch(file: Fixed) -> Iterator[str]:
    """A unified diff; behind the numbers of its lines stand the codes of the rules."""
    before, after = lines_of(file.before), lines_of(file.after)
    codes: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for fault in file.made:
        codes[fault.location.line].setdefault(fault.code)
    for line in difflib.unified_diff(before, after, file.path, file.path, lineterm="", n=1):
        if hunk := _HUNK.fullmatch(line):
            first, length = int(hunk[1]), int(hunk[2] or 1)
            named = dict.fromkeys(code for at in range(first, first + length) for code in codes[at])
            line = " ".join([line, *named])
        yield line


COMMAND = fix

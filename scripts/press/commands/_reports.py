"""What verbs say of the faults they found: where, how many, and whether they stop."""

import os
import shutil
from collections.abc import Sequence
from typing import Any, TextIO

import click

from press.diagnostics import Diagnostic, Screen, count, stops


def strict_option(function: Any) -> Any:
    """Add ``--strict``: warnings stop, too."""
    return click.option("--strict", is_flag=True, help="有提醒也算不合格（退出码 1）。")(function)


def screen(stream: TextIO) -> Screen | None:
    """The terminal ``stream`` writes to, if it does. ``NO_COLOR`` in the environment is heeded."""
    if not stream.isatty():
        return None
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Screen(shutil.get_terminal_size().columns, colour=not plain)


def summary(faults: Sequence[Diagnostic], files: int) -> str:
    """How many faults there are in how many files."""
    errors, warnings = count(faults)
    return f"共 {files} 个文件：{errors} 个错误，{warnings} 个提醒。"


def leave_code(faults: Sequence[Diagnostic], strict: bool) -> int:
    """Return the exit code; where warnings alone make it 1, say so."""
    stopped = stops(faults, strict)
    if stopped and not count(faults)[0]:
        click.echo("提醒也算不合格（strict）：请改正，或写明豁免的理由。", err=True)
    return int(stopped)

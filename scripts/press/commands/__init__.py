"""Verbs of the command line: one file, one verb.

Exit codes: 0 clean, 1 faults in content or in what surrounds it (disk, fonts), 2 the tool itself,
130 interrupted.
"""

import gc
import os
import sys
import traceback
from pathlib import Path
from typing import Any

import click

from press import __version__, plugs
from press.commands.words import speak_chinese
from press.diagnostics import ReportError
from press.outputs import OutputError
from press.pipeline.build import BuildError

# Before any verb is declared: click looks some words up at once.
speak_chinese()


_INTERRUPTED = "已中断。已发布的文件没有改动，重新运行即可。"


class UserError(Exception):
    """Something the user can mend; the message says it in Chinese."""


def root_option(function: Any) -> Any:
    """Add ``--root DIR``, the folder with ``content/``; default: the present folder."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=None,
        metavar="文件夹",
        help="含 content/ 的文件夹，默认为当前文件夹。",
    )(function)


def find_root(context: click.Context, given: Path | None) -> Path:
    """Return the root: ``--root`` after or before the verb, or the present folder."""
    root: Path = given or context.obj or Path()
    if not (root / "content").is_dir():
        raise UserError(f"{root.resolve()} 里没有 content/ 文件夹：请进入仓库再运行，或用 --root 指明")
    return root.resolve()


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
)
@click.version_option(__version__, prog_name="press", message="%(prog)s %(version)s", help="显示版本。")
@root_option
@click.pass_context
def press(context: click.Context, root: Path | None) -> None:
    """人大公报与宣传稿件的出版工具：一份 Markdown，各个渠道。"""
    context.obj = root


def main() -> None:
    """Run ``press`` and leave. No traceback reaches staff."""
    # A run is short and makes no cycles to speak of; collecting costs a tenth of it.
    gc.disable()
    sys.unraisablehook = _leave_when_interrupted
    code = run()
    sys.stdout.flush()
    sys.stderr.flush()
    # Taking apart ten thousand documents object by object would cost another tenth.
    os._exit(code)


def run() -> int:
    """Run the verb on the command line and return its exit code."""
    try:
        for command in plugs.find("press.commands", "COMMAND"):
            press.add_command(command)
        press(standalone_mode=False)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    except click.ClickException as error:
        _say(error.format_message())
        return 2
    except (click.Abort, KeyboardInterrupt):
        _say(_INTERRUPTED)
        return 130
    except (UserError, BuildError, OutputError, ReportError) as error:
        _say(str(error))
        return 1
    except BrokenPipeError:
        # The reader of our output has left; leave without a word, too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        log = _keep(traceback.format_exc())
        _say(f"程序自身出错（{type(error).__name__}: {error}）。")
        _say(f"已发布的文件没有改动。请把 {log} 交给技术人员。")
        return 2
    return 0


def _leave_when_interrupted(unraisable: Any) -> None:
    """Leave when Ctrl-C has struck inside a destructor, where Python would print and go on.

    Nothing is lost: what is published is renamed into place while Ctrl-C is held back.
    """
    if isinstance(unraisable.exc_value, KeyboardInterrupt):
        _say(_INTERRUPTED)
        os._exit(130)
    sys.__unraisablehook__(unraisable)


def _say(message: str) -> None:
    click.echo(f"press: {message}", err=True)


def _keep(text: str) -> Path:
    from platformdirs import user_cache_path

    path = user_cache_path("press") / "error.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path

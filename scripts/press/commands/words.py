"""What click says, in the staff's language.

click asks gettext for its words through the name ``_`` of its modules. A compiled catalogue would
depend on the user's locale; staff read Chinese whatever the machine is set to.
"""

from collections.abc import Callable
from importlib import import_module

_WORDS = {
    "Usage:": "用法：",
    "Options": "选项",
    "Positional arguments": "参数",
    "Commands": "命令",
    "Show this message and exit.": "显示这些说明。",
    "Show the version and exit.": "显示版本。",
    "Missing command.": "没有写命令；用 press --help 看有哪些命令。",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing {param_type}": "缺少{param_type}",
    "Missing parameter: {param_name}": "缺少参数：{param_name}",
    "No such option {name!r}.": "没有选项 {name}。",
    "No such command {name!r}.": "没有命令 {name}；用 press --help 看有哪些命令。",
    "Did you mean {possibility}?": "是否想写 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "（是否想写其中之一：{possibilities}）",
    "Invalid value: {message}": "值不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值不对：{message}",
    "Choose from:\n\t{choices}": "可选：{choices}",
    "{value!r} is not {choice}.": "{value} 不是 {choice}。",
    "{value!r} is not one of {choices}.": "{value} 不在可选的 {choices} 之中。",
    "{value!r} is not a valid {number_type}.": "{value} 不是整数。",
    "{value} is not in the range {range}.": "{value} 不在 {range} 的范围里。",
    "Option {name!r} requires an argument.": "选项 {name} 后面要写值。",
    "Option {name!r} does not take a value.": "选项 {name} 不带值。",
    "Got unexpected extra argument ({args})": "多出来的参数：{args}",
    "Got unexpected extra arguments ({args})": "多出来的参数：{args}",
    "{name} {filename!r} does not exist.": "{name} {filename} 不存在。",
    "{name} {filename!r} is a file.": "{filename} 是文件，不是文件夹。",
    "{name} {filename!r} is a directory.": "{filename} 是文件夹，不是文件。",
    "{name} {filename!r} is not readable.": "{name} {filename} 没有读取权限。",
    "directory": "文件夹",
    "file": "文件",
    "path": "路径",
    "default: {default}": "默认：{default}",
}


def speak_chinese() -> None:
    """Put our words in the place of click's."""

    def one(text: str) -> str:
        return _WORDS.get(text, text)

    def many(singular: str, plural: str, number: int) -> str:
        return one(singular if number == 1 else plural)

    names: dict[str, Callable[..., str]] = {"_": one, "ngettext": many}
    for module in ("core", "decorators", "exceptions", "formatting", "parser", "types"):
        for name, words in names.items():
            setattr(import_module(f"click.{module}"), name, words)

"""YAML through libyaml, keeping line and column of every key and value.

Scalars stay close to what was written: a date stays text (``2026-02-30`` must reach the rule
that names it, not blow up in the parser), and anchors are refused, for they make a file that
no writer can read and a hostile one can explode.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from press.source.text import Fault

KeyPath = tuple[str | int, ...]

_PROBLEMS = {
    "mapping values are not allowed in this context": "一行里有两个冒号，或上一行没有写完",
    "could not find expected ':'": "缺少半角冒号，或上一行没有写完",
    "found unexpected end of stream": "引号或括号没有配对",
    "did not find expected ',' or ']'": "方括号没有配对",
    "did not find expected ',' or '}'": "花括号没有配对",
    "did not find expected key": "这里应是一个键，请检查缩进和引号",
    "did not find expected '-' indicator": "列表缩进不齐",
    "found character that cannot start any token": "这个符号不能直接开头，请给值加引号",
    "found undefined alias": "值以 * 开头，请给它加引号",
    "did not find expected alphabetic or numeric character": "值以 * 或 & 开头，请给它加引号",
    "but found another document": "信息栏里又出现了一行 ---",
    "found unknown escape character": "双引号里的 \\ 要写成 \\\\，或改用单引号",
    "control characters are not allowed": "有不允许的控制字符",
}
"""What libyaml says, in the staff's words."""

_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FULLWIDTH_COLON = re.compile(r"^\s*(?:- )?([A-Za-z_][A-Za-z0-9_-]*)\s*：")
_NO_SPACE = re.compile(r"^\s*(?:- )?([A-Za-z_][A-Za-z0-9_-]*):(?=[^\s/])")
_TAB = re.compile(r"^ *\t")


@dataclass(frozen=True)
class Mapping:
    """A YAML mapping: plain ``values`` and where each stands.

    ``keys`` and ``places`` map a path such as ``("sections", 0, "title")`` to the 1-based
    (line, column) of the key and of the value.
    """

    values: dict[str, Any]
    keys: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    places: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def place(self, path: KeyPath) -> tuple[int, int]:
        """Return where the value at ``path`` stands, or its nearest parent that exists."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


def parse(text: str, first_line: int = 1) -> Mapping:
    """Parse ``text`` as one mapping whose first line is line ``first_line`` of its file."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return Mapping({}, faults=_explain(error, text, first_line))
    except yaml.reader.ReaderError as error:
        offset = error.position if isinstance(error.position, int) else 0
        line = text.count("\n", 0, offset)
        return Mapping({}, faults=(_broken(first_line + line, 1, "有不允许的控制字符"),))
    except RecursionError:
        return Mapping({}, faults=(_broken(first_line, 1, "嵌套太深"),))
    if node is None:
        return Mapping({})
    if not isinstance(node, yaml.MappingNode):
        slips = tuple(_typing_slips(text, first_line))
        return Mapping({}, faults=slips or (_broken(first_line, 1, "这里应是“键: 值”的形式"),))
    reader = _Reader(first_line)
    try:
        values = reader.mapping(node, ())
    except RecursionError:
        return Mapping({}, faults=(_broken(first_line, 1, "嵌套太深"),))
    return Mapping(values, reader.keys, reader.places, tuple(reader.faults))


def dump(values: dict[str, Any]) -> str:
    """Return ``values`` as a mapping that ``parse`` reads back: a key a line, lists within the line."""
    lines = []
    for key, value in values.items():
        flow = isinstance(value, list)
        inner = yaml.safe_dump(
            value if flow else {key: value}, allow_unicode=True, width=100_000, default_flow_style=flow
        )
        lines.append(f"{key}: {inner}" if flow else inner)
    return "".join(lines)


def _explain(error: yaml.MarkedYAMLError, text: str, first_line: int) -> tuple[Fault, ...]:
    """Name the slip of typing behind a YAML error, or else say where YAML gave up."""
    slips = tuple(_typing_slips(text, first_line))
    if slips:
        return slips
    # An unclosed quote or bracket is found at the end; the writer must look at its beginning.
    unclosed = "unexpected end" in str(error.problem) or "or '" in str(error.problem)
    mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    detail = _PROBLEMS.get(str(error.problem), "这里的写法不合格式")
    return (_broken(first_line + line, column + 1, detail),)


def _typing_slips(text: str, first_line: int) -> Iterator[Fault]:
    """Yield what libyaml would report in words no writer understands."""
    for number, line in enumerate(text.split("\n"), first_line):
        if _TAB.match(line):
            column = line.index("\t") + 1
            hint = "YAML 缩进只能用空格：请把 Tab 换成两个空格"
            yield Fault("yaml", number, column, "行首用了 Tab 缩进", hint)
        elif match := _FULLWIDTH_COLON.match(line):
            column = line.index("：") + 1
            hint = f"请写成“{match[1]}: ”，半角冒号后空一格"
            yield Fault("yaml", number, column, f"键 {match[1]} 后面用了全角冒号", hint)
        elif match := _NO_SPACE.match(line):
            hint = f"请写成“{match[1]}: ”，冒号后空一格"
            yield Fault("yaml", number, match.end(), f"键 {match[1]} 的冒号后面少了空格", hint)


def _broken(line: int, column: int, detail: str) -> Fault:
    hint = "值里若有 : # [ ] { } * & ! 等符号，请给整个值加英文双引号"
    return Fault("yaml", line, column, f"YAML 格式有误：{detail}", hint)


class _Reader:
    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.keys: dict[KeyPath, tuple[int, int]] = {}
        self.places: dict[KeyPath, tuple[int, int]] = {}
        self.faults: list[Fault] = []
        self._seen: set[int] = set()

    def mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            place = self._place(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.faults.append(_broken(*place, "键只能是一个词"))
                continue
            key = str(key_node.value)
            here = (*path, key)
            if key in values:
                hint = f"请删去重复的一处（第一处在第 {self.keys[here][0]} 行）"
                self.faults.append(Fault("yaml", *place, f"键 {key} 写了两次", hint))
                continue
            self.keys[here] = place
            values[key] = self._value(value_node, here)
        return values

    def _value(self, node: yaml.Node, path: KeyPath) -> Any:
        self.places[path] = self._place(node)
        if id(node) in self._seen:
            self.faults.append(_broken(*self._place(node), "不支持锚点和引用（& 与 *）"))
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*path, index)) for index, item in enumerate(node.value)]
        return _scalar(node)

    def _place(self, node: yaml.Node) -> tuple[int, int]:
        return node.start_mark.line + self.first_line, node.start_mark.column + 1


def _scalar(node: yaml.Node) -> Any:
    kind = node.tag.rpartition(":")[2]
    text = str(node.value)
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() in ("yes", "true", "on")
    if kind == "int" and _INT.fullmatch(text):
        return int(text)
    if kind == "float":
        try:
            return float(text)
        except ValueError:
            return text
    return text

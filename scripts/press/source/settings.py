"""``mkdocs.yml`` as the press reads it: without MkDocs, which takes longer than a whole edit."""

from pathlib import Path
from typing import Any

from press.source import text, yaml
from press.source.text import Text
from press.source.yaml import Mapping


def read(path: Path) -> tuple[Mapping, Text]:
    """Return the keys of ``mkdocs.yml`` and its text; its faults lie in the mapping."""
    raw = text.read(path)
    if raw.fault:
        return Mapping({}, faults=(raw.fault,)), raw
    return yaml.parse(raw.text), raw


def plugin(values: dict[str, Any], name: str) -> tuple[bool, Any, tuple[str | int, ...]]:
    """Return (is it there, its settings, the path of its settings) for a plugin of the list."""
    plugins = values.get("plugins")
    if isinstance(plugins, list):
        for index, item in enumerate(plugins):
            if item == name:
                return True, {}, ("plugins", index)
            if isinstance(item, dict) and name in item:
                return True, item[name] or {}, ("plugins", index, name)
    if isinstance(plugins, dict) and name in plugins:
        return True, plugins[name] or {}, ("plugins", name)
    return False, {}, ("plugins",)

"""Find plugs: modules that hold one constant (``TYPE``, ``RULE``, ``OUTPUT``, ``COMMAND``)."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any


def find(room: str, constant: str) -> list[Any]:
    """Return ``constant`` of every module in package ``room`` that holds it, by module name."""
    package = import_module(room)
    names = sorted(module.name for module in iter_modules(package.__path__))
    modules = [import_module(f"{room}.{name}") for name in names]
    return [getattr(module, constant) for module in modules if hasattr(module, constant)]

"""Find plugs: modules that hold one constant (``TYPE``, ``RULE``, ``OUTPUT``, ``REPORTER``, ``COMMAND``)."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any


def find(room: str, constant: str) -> list[Any]:
    """Return ``constant`` of every module in package ``room`` that holds it, by module name.

    Modules whose names begin with an underscore are no plugs, and are not loaded.
    """
    package = import_module(room)
    found = (module.name for module in iter_modules(package.__path__))
    names = sorted(name for name in found if not name.startswith("_"))
    modules = [import_module(f"{room}.{name}") for name in names]
    return [getattr(module, constant) for module in modules if hasattr(module, constant)]

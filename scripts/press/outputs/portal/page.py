"""A page before it is stamped."""

from collections.abc import Callable
from typing import Any, NamedTuple


class Page(NamedTuple):
    """A page before it is stamped. ``key`` hashes what its slots are made from."""

    kind: str
    permalink: str
    section: str
    title: str
    description: str
    key: str
    slots: Callable[[], dict[str, Any]]

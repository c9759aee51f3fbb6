"""Content types: one file, one type. Adding one touches that file and its example."""

from dataclasses import dataclass
from functools import cache

from press import plugs
from press.model.meta import Meta


@dataclass(frozen=True)
class ContentType:
    """A type of document: its folder below ``content/``, Chinese label, keys and example.

    ``order`` is its place in the navigation. ``example`` is the whole text of a new document
    (``press new``), with ``{title}`` and ``{date}`` to fill in. ``bodiless`` says that the keys
    alone can be the document: a list of appointments needs no prose.
    """

    folder: str
    label: str
    order: int
    model: type[Meta]
    example: str
    bodiless: bool = False


@cache
def content_types() -> dict[str, ContentType]:
    """Every type by folder, in the order of the navigation."""
    found = sorted(plugs.find("press.content_types", "TYPE"), key=lambda kind: kind.order)
    return {kind.folder: kind for kind in found}

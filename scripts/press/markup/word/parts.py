"""The XML parts of a Word file: read without entities, and written back."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"

DOCUMENT = "word/document.xml"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


class BrokenPartError(Exception):
    """A part is no XML that Word could have written; it names the part."""


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{_W}}}{name}"


def parse(files: dict[str, bytes], name: str) -> "Element | None":
    """Return the root of a part, or None when there is no such part. Raises BrokenPartError.

    Word writes UTF-8 and never a document type: entities could grow without end or read files.
    """
    from xml.etree import ElementTree

    if name not in files:
        return None
    data = files[name].replace(_STRICT, _W.encode())
    if (
        b"<!DOCTYPE" in data
        or b"<!ENTITY" in data
        or b"\0" in data
        or re.match(rb"[^>]*encoding=.UTF-?16", data)
    ):
        raise BrokenPartError(name)
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError, MemoryError) as error:
        raise BrokenPartError(name) from error


def written(root: "Element") -> bytes:
    """Return a part as UTF-8."""
    from xml.etree import ElementTree

    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def value(element: "Element | None", name: str = "val") -> str | None:
    """Return the attribute ``name`` of an element; None when either is absent."""
    return None if element is None else element.get(w(name))


def on(element: "Element | None") -> bool:
    """Whether a switch such as ``w:b`` is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


def text_of(element: "Element", deleted: bool = False) -> str:
    """Return the characters below ``element``; those struck out only with ``deleted``.

    Of alternatives for older versions of Word only one is read.
    """
    return "".join(_characters(element, deleted))


def _characters(element: "Element", deleted: bool) -> Iterator[str]:
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag == w("t") or (deleted and node.tag == w("delText")):
            yield node.text or ""
        elif node.tag in (w("br"), w("tab"), w("cr")):
            yield " "
        elif node.tag == w("noBreakHyphen"):
            yield "\u2011"
        elif not deleted and node.tag in (w("del"), w("moveFrom")):
            continue
        elif node.tag == COMPATIBILITY + "AlternateContent":
            older = node.find(COMPATIBILITY + "Fallback")
            stack.extend(reversed(node) if older is None else [older])
        else:
            stack.extend(reversed(node))

"""What the bytes depend on besides the content: our own code and the libraries we lean on."""

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
LIBRARIES = ("comrak", "jinja2", "mkdocs", "mkdocs-material", "pikepdf", "pillow", "pydantic", "typst")


def _files() -> Iterator[str]:
    # Every run asks for this: pathlib would take longer than all the reading.
    for folder, _, names in os.walk(PACKAGE):
        yield from (f"{folder}{os.sep}{name}" for name in names if name.endswith((".py", ".toml")))


@cache
def fingerprint() -> str:
    """Return a digest of the package's source and of the versions of its libraries."""
    digest = hashlib.sha256()
    for path in sorted(_files()):
        digest.update(f"{os.path.relpath(path, PACKAGE)}\0".encode())
        with open(path, "rb") as file:
            digest.update(file.read())
    for name in LIBRARIES:
        digest.update(f"{name}=={version(name)}\0".encode())
    return digest.hexdigest()

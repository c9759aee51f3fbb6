"""What the bytes depend on besides the content: our own code and the libraries we lean on."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
LIBRARIES = ("comrak", "jinja2", "mkdocs", "mkdocs-material", "pikepdf", "pillow", "pydantic", "typst")


@cache
def fingerprint() -> str:
    """Return a digest of the package's source and of the versions of its libraries."""
    digest = hashlib.sha256()
    for path in sorted((*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.toml"))):
        digest.update(f"{path.relative_to(PACKAGE)}\0".encode())
        digest.update(path.read_bytes())
    for name in LIBRARIES:
        digest.update(f"{name}=={version(name)}\0".encode())
    return digest.hexdigest()

"""Patterns that are compiled when they are first needed.

The rules have some four hundred, and to compile them all takes half as long as an edit of one document, in
which a few are needed, or none.
"""

import re
from typing import Any, cast


class _Lazy:
    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile; from now on the pattern's own methods are asked for directly."""
        pattern = re.compile(self._source, self._flags)
        for method in ("finditer", "search", "match", "fullmatch", "sub", "findall", "split"):
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves as ``re.compile(source, flags)`` does."""
    return cast("re.Pattern[str]", _Lazy(source, flags))

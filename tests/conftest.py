"""What all tests share: an isolated cache, small folders of content, and the command itself."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from platformdirs import user_cache_path

# How long an example takes says how busy the machine is.
settings.register_profile("press", deadline=None)
settings.load_profile("press")

PROJECT = Path(__file__).resolve().parents[1]

Tree = Callable[..., Path]
"""``tree({"content/news/a.md": "…"}, name="root")`` writes the files and returns the folder."""


@dataclass(frozen=True)
class Outcome:
    """How a run of ``press`` ended: exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        """Everything it said."""
        return self.out + self.err

    @property
    def faults(self) -> list[dict[str, Any]]:
        """The rows of ``check --format json``."""
        rows: list[dict[str, Any]] = json.loads(self.out)
        return rows


class Press:
    """Runs ``python -m press --root ROOT …`` in a process of its own."""

    def __call__(
        self,
        root: Path | None,
        *arguments: str,
        env: Mapping[str, str] | None = None,
        timeout: float = 60,
        **more: Any,
    ) -> Outcome:
        """Run it to the end."""
        done = subprocess.run(
            self.command(root, *arguments),
            capture_output=True,
            env={**os.environ, **(env or {})},
            timeout=timeout,
            check=False,
            **more,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    def command(self, root: Path | None, *arguments: str) -> list[str]:
        """The words of the command line."""
        where = [] if root is None else ["--root", str(root)]
        return [sys.executable, "-m", "press", *where, *arguments]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the user's state out of the tests, and the tests out of it; fonts are shared."""
    fonts = user_cache_path("press") / "fonts"
    home = tmp_path_factory.mktemp("cache")
    os.environ["XDG_CACHE_HOME"] = str(home)
    os.environ["PYTHONUTF8"] = "1"
    cache = user_cache_path("press")
    cache.mkdir(parents=True)
    if fonts.is_dir():
        (cache / "fonts").symlink_to(fonts.resolve())


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def project() -> Path:
    """The repository."""
    return PROJECT


@pytest.fixture(scope="session")
def press() -> Press:
    """The command."""
    return Press()


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Writes a folder of content from paths and texts (or bytes)."""

    def write(files: Mapping[str, str | bytes], name: str = "root") -> Path:
        root = tmp_path / name
        (root / "content").mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return write

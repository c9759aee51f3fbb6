"""What is measured with: packages of npm by exact version and integrity, Chromium, Java."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from platformdirs import user_cache_path

_HERE = Path(__file__).parent
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


class MissingError(Exception):
    """A tool is not here; the message says which and how it is had."""


def node_modules() -> Path:
    """Return the folder of the locked packages in the user's cache, installed when absent."""
    lock = (_HERE / "package-lock.json").read_bytes()
    folder = user_cache_path("press") / f"audit-{hashlib.sha256(lock).hexdigest()[:12]}"
    if not (folder / "done").exists():
        if shutil.which("npm") is None:
            raise MissingError("npm is needed for Lighthouse, axe and the HTML checker")
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(_HERE / name, folder / name)
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True)
        (folder / "done").touch()
    return folder / "node_modules"


def chromium() -> str:
    """Return the path of the browser."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        raise MissingError("Chromium is needed (Debian: chromium)")
    return found


def java() -> str | None:
    """Return the path of Java, None where there is none (Debian: default-jre-headless)."""
    return shutil.which("java")


def environment() -> dict[str, str]:
    """What the tools are run with: nothing reports anywhere."""
    return {**os.environ, "CHROME_PATH": chromium(), "LANG": "C.UTF-8"}

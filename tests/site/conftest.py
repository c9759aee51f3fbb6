"""Sites that several modules read, each built once."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import article_site
import pytest
import record_site
import site_kit as kit
from crawl import Built
from playwright.sync_api import Browser, sync_playwright

from press.outputs.print import fonts

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session", autouse=True)
def _fonts_are_here() -> None:
    kit.FONTS.parent.mkdir(parents=True, exist_ok=True)
    fonts.install(print)


@pytest.fixture(scope="session")
def runner(tmp_path_factory: pytest.TempPathFactory) -> kit.Runner:
    return kit.Runner.at(tmp_path_factory.mktemp("site-cache"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Path:
    """A small root of every kind of page, built. Not to be written to."""
    root = kit.small_site(tmp_path_factory.mktemp("small") / "root")
    runner.build(root)
    return root


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Path:
    """A copy of the project's own content, built. Not to be written to."""
    root = tmp_path_factory.mktemp("own") / "root"
    root.mkdir()
    for name in kit.OWN:
        source = kit.PROJECT / name
        if source.is_dir():
            shutil.copytree(source, root / name)
        else:
            shutil.copyfile(source, root / name)
    runner.build(root)
    return root


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Built:
    """The portal of a small county's record. Not to be written to."""
    root = record_site.write(tmp_path_factory.mktemp("record") / "root")
    runner.build(root, "--only", "portal")
    return Built(root / "dist/site", "https://renda.shiqiao.example/")


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Built:
    """The portal of articles as they should not be. Not to be written to."""
    root = article_site.write(tmp_path_factory.mktemp("articles") / "root")
    runner.build(root, "--only", "portal")
    return Built(root / "dist/site", article_site.URL)


def chromium() -> str:
    """Where the browser is. Its absence is a failure, unless it was said to be expected."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        if os.environ.get("PRESS_NO_BROWSER") == "1":
            pytest.skip("BROWSER TESTS DID NOT RUN: there is no Chromium and PRESS_NO_BROWSER=1 is set")
        raise RuntimeError("no Chromium: install it (apt-get install chromium), or set PRESS_NO_BROWSER=1")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()

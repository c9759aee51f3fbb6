"""Sites that several modules read, each built once."""

import shutil
from pathlib import Path

import pytest
import site_kit as kit

from press.outputs.print import fonts


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

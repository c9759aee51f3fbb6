import pytest
import sample_issue as sample
from proofs import Opened, build, opened

from press.outputs.print import fonts


@pytest.fixture(scope="session")
def _installed() -> None:
    fonts.install(print)


@pytest.fixture(scope="session")
def bulletin_bytes(_installed: None) -> bytes:
    return build(sample.bulletin())


@pytest.fixture(scope="session")
def bulletin(bulletin_bytes: bytes) -> Opened:
    return opened(bulletin_bytes)


@pytest.fixture(scope="session")
def study(_installed: None) -> Opened:
    return opened(build(sample.study()))

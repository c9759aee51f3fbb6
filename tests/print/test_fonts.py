import hashlib
import io
import os
import tarfile
from pathlib import Path

import pytest

from press.outputs.print import fonts

GOOD = b"the locked bytes"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, one npm and one deb font, and a PATH with no registry client."""
    folder = tmp_path / "cache"
    digest = hashlib.sha256(GOOD).hexdigest()
    wanted = (
        fonts.Font("Serif", "", "npm", "@x/serif", "1.0.0", "400/Serif.ttf", digest),
        fonts.Font("Fang", "", "deb", "fang", "2-1", "usr/share/Fang.otf", digest),
    )
    monkeypatch.setattr(fonts, "cache_dir", lambda: folder)
    monkeypatch.setattr(fonts, "locked", lambda: wanted)
    (tmp_path / "bin").mkdir()
    for tool in ("sh", "cp", "touch", "cat", "grep", "echo"):
        found = next(
            Path(p, tool) for p in [*os.defpath.split(":"), "/bin", "/usr/bin"] if Path(p, tool).exists()
        )
        (tmp_path / "bin" / tool).symlink_to(found)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return folder


def tool(tmp_path: Path, name: str, script: str) -> None:
    path = tmp_path / "bin" / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as tar:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return path


def both_clients(tmp_path: Path, content: bytes = GOOD) -> None:
    tgz = archive(tmp_path / "npm.tgz", {"package/README": b"", "package/400/Serif.ttf": content})
    tool(tmp_path, "npm", f"cp {tgz} x-serif-1.0.0.tgz")
    tar = archive(tmp_path / "deb.tar", {"./usr/share/Other.otf": b"", "./usr/share/Fang.otf": content})
    tool(tmp_path, "apt-get", 'case "$*" in *download*) touch fang_2-1_all.deb;; esac')
    tool(tmp_path, "dpkg-deb", f"cat {tar}")


def test_installs_only_the_wanted_members(cache: Path, tmp_path: Path) -> None:
    both_clients(tmp_path)
    said: list[str] = []
    assert len(fonts.missing()) == 2
    fonts.install(said.append)
    assert sorted(p.name for p in cache.iterdir()) == ["Fang.otf", "Serif.ttf"]
    assert fonts.missing() == ()
    assert any("Serif" in line for line in said)
    said.clear()
    fonts.install(said.append)
    assert said == []


def test_a_changed_file_is_missing_again(cache: Path, tmp_path: Path) -> None:
    both_clients(tmp_path)
    fonts.install(lambda _: None)
    (cache / "Fang.otf").write_bytes(b"something else")
    assert [font.name for font in fonts.missing()] == ["Fang"]


@pytest.mark.parametrize(("client", "font"), [("npm", "Serif"), ("apt-get", "Fang")])
def test_no_client(cache: Path, tmp_path: Path, client: str, font: str) -> None:
    both_clients(tmp_path)
    (tmp_path / "bin" / client).unlink()
    with pytest.raises(fonts.FontError, match=f"没有 {client}。请先安装 {client}") as caught:
        fonts.install(lambda _: None)
    message = str(caught.value)
    assert font in message
    assert str(cache) in message


def test_no_network(cache: Path, tmp_path: Path) -> None:
    both_clients(tmp_path)
    tool(tmp_path, "npm", "echo 'npm error network ENOTFOUND' >&2; exit 1")
    with pytest.raises(fonts.FontError, match="npm 没有成功：npm error network ENOTFOUND"):
        fonts.install(lambda _: None)


def test_another_release_may_carry_the_same_font(cache: Path, tmp_path: Path) -> None:
    both_clients(tmp_path)
    tool(
        tmp_path,
        "apt-get",
        'case "$*" in *fang=2-1*) exit 100;; *download*) touch fang_3-1_all.deb;; esac',
    )
    fonts.install(lambda _: None)
    assert fonts.missing() == ()


def test_wrong_bytes_are_not_kept(cache: Path, tmp_path: Path) -> None:
    both_clients(tmp_path, b"other bytes")
    with pytest.raises(fonts.FontError, match="校验不符"):
        fonts.install(lambda _: None)
    assert list(cache.iterdir()) == []


def test_member_not_in_package(cache: Path, tmp_path: Path) -> None:
    both_clients(tmp_path)
    tgz = archive(tmp_path / "npm.tgz", {"package/README": b""})
    tool(tmp_path, "npm", f"cp {tgz} x-serif-1.0.0.tgz")
    with pytest.raises(fonts.FontError, match=r"@x/serif 里没有 400/Serif\.ttf"):
        fonts.install(lambda _: None)


def test_broken_package(cache: Path, tmp_path: Path) -> None:
    both_clients(tmp_path)
    tool(tmp_path, "npm", "echo broken > x-serif-1.0.0.tgz")
    with pytest.raises(fonts.FontError, match="软件包已损坏"):
        fonts.install(lambda _: None)


def test_the_list_is_whole() -> None:
    names = {font.file for font in fonts.locked()}
    assert len(names) == len(fonts.locked()) == 5
    assert all(len(font.sha256) == 64 and font.manager in ("npm", "deb") for font in fonts.locked())

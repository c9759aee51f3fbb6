"""The locked print fonts: what they are, whether they are here, how to get them.

``fonts.toml`` (beside this file) names one entry per font file and the registry package
that carries it. The files live in the user's cache, are fetched with the registries' own
clients (``apt-get``, ``npm``), need no root, and are trusted by sha256 alone.
"""

import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
import tomllib
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import IO

import platformdirs

_TIMEOUT = 900  # seconds for one package (about 70 MB) on a slow county line


class FontError(Exception):
    """A font cannot be had or used; the message (Chinese) says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Font:
    """One locked font file: ``name`` is Typst's family, ``member`` its path in the package."""

    name: str
    note: str
    manager: str
    package: str
    version: str
    member: str
    sha256: str

    @property
    def file(self) -> str:
        """File name in the cache folder."""
        return PurePosixPath(self.member).name


@dataclass(frozen=True, slots=True)
class Face:
    """How Typst finds an office's own font: its family and its weight (100 to 900)."""

    family: str
    weight: int


def cache_dir() -> Path:
    """Return the folder of the font files; it may not exist yet."""
    return platformdirs.user_cache_path("press") / "fonts"


@lru_cache(maxsize=1)
def locked() -> tuple[Font, ...]:
    """Return the fonts of ``fonts.toml``, in its order."""
    text = Path(__file__).with_name("fonts.toml").read_text(encoding="utf-8")
    return tuple(Font(**entry) for entry in tomllib.loads(text)["font"])


@lru_cache(maxsize=64)
def _digest(path: Path, size: int, mtime_ns: int) -> str:
    # Size and mtime are only the cache key: a changed file is hashed again.
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _is_here(font: Font) -> bool:
    path = cache_dir() / font.file
    try:
        stat = path.stat()
        return _digest(path, stat.st_size, stat.st_mtime_ns) == font.sha256
    except OSError:
        return False


def missing() -> tuple[Font, ...]:
    """Return the locked fonts whose file is absent or has another sha256."""
    return tuple(font for font in locked() if not _is_here(font))


def face(path: Path, *, role: str) -> Face:
    """Read an office's own font file and return its first face.

    Raises FontError, naming ``role``, when ``path`` is no file or no font.
    """
    if not path.is_file():
        raise FontError(f"配置的“{role}”字体文件不存在：{path}。请改正配置中的路径。")
    # Whoever only asks which fonts are here needs no Typst.
    import typst

    with tempfile.TemporaryDirectory() as folder:
        # Typst looks for fonts in folders; this one holds the file in question and no other.
        shutil.copyfile(path, Path(folder, path.name))
        found = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        ).fonts()
    if not found:
        raise FontError(f"配置的“{role}”文件不是字体：{path}。请换成 .ttf、.otf 或 .ttc 字体文件。")
    first = min(found, key=lambda info: info.index)
    return Face(first.family, first.weight)


def install(report: Callable[[str], None]) -> None:
    """Fetch every missing font into the cache; ``report`` gets one Chinese line per step.

    Raises FontError when a client is absent, the network fails or the bytes are not
    the locked ones. Fonts fetched before the failure stay.
    """
    wanted: dict[tuple[str, str, str], list[Font]] = {}
    for font in missing():
        wanted.setdefault((font.manager, font.package, font.version), []).append(font)
    try:
        cache_dir().mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FontError(f"不能建立字体缓存文件夹 {cache_dir()}：{error.strerror}。请检查权限。") from error
    with tempfile.TemporaryDirectory(prefix="press-fonts-") as name:
        _fetch(wanted, Path(name), report)


def _fetch(
    wanted: Mapping[tuple[str, str, str], list[Font]], work: Path, report: Callable[[str], None]
) -> None:
    for index, ((manager, package, version), fonts) in enumerate(wanted.items()):
        folder = work / str(index)
        folder.mkdir()
        names = "、".join(dict.fromkeys(f"{font.name}（{font.file}）" for font in fonts))
        report(f"正在下载 {names}，来自 {manager} 软件包 {package} {version}……")
        if manager == "npm":
            _from_npm(folder, fonts)
        else:
            _from_deb(folder, fonts, apt=work / "apt")
        report(f"已装好 {names}。")


def _failure(fonts: list[Font], reason: str) -> FontError:
    lines = [f"缺少印刷字体，{reason}", "请联网后重试“press fonts”，或者手工把下列文件放进"]
    lines.append(f"{cache_dir()}：")
    lines += [f"  {f.file}（{f.name}，sha256 {f.sha256}，出自 {f.package}）" for f in fonts]
    return FontError("\n".join(lines))


def _run(command: list[str], folder: Path, fonts: list[Font]) -> None:
    """Run a registry client in ``folder``, or raise FontError with the end of its complaint."""
    program = command[0]
    if shutil.which(program) is None:
        raise _failure(fonts, f"而本机没有 {program}。请先安装 {program}（npm 随 Node.js 安装）。")
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_TIMEOUT,
        )
    except subprocess.TimeoutExpired:
        raise _failure(fonts, f"{program} 超过 {_TIMEOUT // 60} 分钟没有完成。") from None
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-600:]
        raise _failure(fonts, f"{program} 没有成功：{said}")


def _environment() -> Mapping[str, str]:
    return {**os.environ, "LC_ALL": "C", "npm_config_update_notifier": "false"}


def _from_npm(folder: Path, fonts: list[Font]) -> None:
    package = f"{fonts[0].package}@{fonts[0].version}"
    _run(["npm", "pack", "--ignore-scripts", package], folder, fonts)
    archive = next(folder.glob("*.tgz"), None)
    if archive is None:
        raise _failure(fonts, f"npm 没有给出 {package} 的压缩包。")
    with archive.open("rb") as stream:
        _take(stream, "package", fonts)


def _from_deb(folder: Path, fonts: list[Font], *, apt: Path) -> None:
    """Fetch with apt-get; ``apt`` is its private state, since the system's belongs to root."""
    get = ["apt-get", "-q", "-o", f"Dir::State::lists={apt}/lists", "-o", f"Dir::Cache={apt}/cache"]
    # As root, apt-get would hand over to a user who may not write here.
    get += ["-o", "APT::Sandbox::User="]
    if not apt.exists():
        for name in ("lists/partial", "cache/archives/partial"):
            (apt / name).mkdir(parents=True)
        _run([*get, "update"], folder, fonts)
    package = fonts[0].package
    try:
        _run([*get, "download", f"{package}={fonts[0].version}"], folder, fonts)
    except FontError:
        # Another release of the distribution may carry the same font file.
        _run([*get, "download", package], folder, fonts)
    archive = next(folder.glob("*.deb"), None)
    if archive is None:
        raise _failure(fonts, f"apt-get 没有给出软件包 {package}。")
    content = folder / "content.tar"
    # dpkg-deb comes with apt and knows every compression a .deb may use.
    _run(
        ["sh", "-c", 'dpkg-deb --fsys-tarfile "$1" >"$2"', "sh", str(archive), str(content)],
        folder,
        fonts,
    )
    with content.open("rb") as stream:
        _take(stream, ".", fonts)


def _take(stream: IO[bytes], top: str, fonts: list[Font]) -> None:
    """Copy the fonts' members from the tar in ``stream`` (paths below ``top``) to the cache."""
    wanted = {PurePosixPath(top, font.member): font for font in fonts}
    try:
        with tarfile.open(fileobj=stream) as tar:
            for member in tar:
                font = wanted.get(PurePosixPath(member.name))
                # Read, never extracted: no name or link of the package reaches the disk.
                content = tar.extractfile(member) if font and member.isfile() else None
                if font and content:
                    _keep(content, font)
                    del wanted[PurePosixPath(member.name)]
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise _failure(fonts, f"下载的软件包已损坏（{error}）。") from error
    if wanted:
        lost = [*wanted.values()]
        raise _failure(lost, f"软件包 {lost[0].package} 里没有 {lost[0].member}。")


def _keep(content: IO[bytes], font: Font) -> None:
    """Put ``content`` into the cache under the font's name, in one step, if it is the font."""
    # Written beside the target, then renamed: a second process never sees half a font.
    handle, name = tempfile.mkstemp(dir=cache_dir(), prefix=f".{font.file}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            shutil.copyfileobj(content, out)
        with beside.open("rb") as written:
            found = hashlib.file_digest(written, "sha256").hexdigest()
        if found != font.sha256:
            raise _failure([font], f"下载的 {font.file} 校验不符（sha256 {found}），没有采用。")
        beside.chmod(0o644)
        beside.replace(cache_dir() / font.file)
    finally:
        beside.unlink(missing_ok=True)

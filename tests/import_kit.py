"""Contributions made by hand, honest and hostile ones, and ``press import`` run on them."""

import contextlib
import hashlib
import io
import json
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from PIL import Image

import word_kit
from press import commands

TEXT = "县人大代表林穗到云梯村走访。\n\n- 先修水池\n- 再换管道\n"


def picture(format: str = "JPEG", size: tuple[int, int] = (40, 30), mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, format)
    return out.getvalue()


JPG = picture()


def described(inside: Mapping[str, bytes], **keys: Any) -> dict[str, Any]:
    """``submission.json`` for these files."""
    images = [name for name in inside if name.startswith("images/")]
    return {
        "format": "press-submission",
        "version": 1,
        "type": "news",
        "title": "云梯村的自来水通了",
        "authors": ["林穗", "顾名禾"],
        "organization": "青屏镇人大",
        "contact": "13800000000 linsui@qinghe.example",
        "manuscript": next((name for name in inside if name not in images), "text.md"),
        "pictures": [{"file": name, "caption": f"说明{n}"} for n, name in enumerate(images, 1)],
        "files": [
            {"path": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in inside.items()
        ],
        "consent": {"original": True, "publish": True},
        **keys,
    }


def sent(inside: Mapping[str, bytes] | None = None, **keys: Any) -> bytes:
    """A contribution as the page packs it."""
    files = dict(inside) if inside is not None else {"text.md": TEXT.encode(), "images/1.jpg": JPG}
    return word_kit.zipped({"submission.json": json.dumps(described(files, **keys)), **files})


def packed(*entries: tuple[zipfile.ZipInfo | str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file of these entries, as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as written:
        for entry, data in entries:
            written.writestr(entry, data)
    return out.getvalue()


def entry(name: str, mode: int = 0) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def put(data: bytes, folder: Path, name: str = "投稿.zip") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def everything(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))


class Ran(NamedTuple):
    """How a run of ``press import`` within this process ended: exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        """Everything it said."""
        return self.out + self.err


def run(root: Path, *words: str) -> Ran:
    """Run ``press import`` in this process, as a person would start it."""
    out, err = io.StringIO(), io.StringIO()
    argv = mock.patch.object(sys, "argv", ["press", "import", "--root", str(root), *words])
    with argv, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = commands.run()
    return Ran(code, out.getvalue(), err.getvalue())


def refused(root: Path, path: Path, *options: str) -> str:
    """What is said of a file that is refused; nothing may have been written."""
    before = everything(root)
    done = run(root, str(path), *options)
    assert done.code == 1, done.text
    assert "程序自身出错" not in done.text
    assert done.err.endswith("press: 没有导入，什么都没有写\n"), done.text
    assert path.name in done.err
    assert everything(root) == before
    return done.err

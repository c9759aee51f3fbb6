"""Whatever is thrown at the command: a clear Chinese word with file and line, and nothing lost.

Every case runs the real command on a site that is already published, and looks at every byte of
``dist`` afterwards.
"""

import io
import os
import re
import resource
import shutil
import signal
import subprocess
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from PIL import Image

from press.outputs import outputs
from press.pipeline.build import BuildError, Destination, build
from press.pipeline.load import load

if TYPE_CHECKING:
    from conftest import Outcome, Press, Tree


def article(title: str = "关于召开会议的决定", body: str = "正文。\n", **keys: str) -> str:
    more = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\ntitle: {title}\ndate: 2026-03-06\nstatus: published\n{more}---\n\n{body}"


def picture(size: tuple[int, int] = (60, 40), format: str = "JPEG", noise: bool = False) -> bytes:
    image = Image.effect_noise(size, 90).convert("RGB") if noise else Image.new("RGB", size, (170, 30, 40))
    out = io.BytesIO()
    image.save(out, format)
    return out.getvalue()


def bomb() -> bytes:
    """A PNG of a few bytes that says it has 60,000 × 60,000 pixels."""
    data = bytearray(picture((1, 1), "PNG"))
    at = data.index(b"IHDR")
    data[at + 4 : at + 12] = (60_000).to_bytes(4, "big") * 2
    data[at + 17 : at + 21] = zlib.crc32(data[at : at + 17]).to_bytes(4, "big")
    return bytes(data)


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file below ``folder``: its bytes and when they were written."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found[path.relative_to(folder).as_posix()] = (path.read_bytes(), path.stat().st_mtime_ns)
        elif not path.is_dir():
            found[path.relative_to(folder).as_posix()] = (b"", 0)
    return found


def contents(folder: Path) -> dict[str, bytes]:
    return {name: data for name, (data, _) in snapshot(folder).items()}


def assert_polite(run: "Outcome", code: int = 1) -> None:
    assert run.code == code, run.text
    assert "Traceback" not in run.text
    assert "程序自身出错" not in run.text
    assert re.search(r"[\u4e00-\u9fff]", run.text)


GOOD = {
    "content/news/good.md": article("已发布的稿件", "正文。\n\n![图](images/a.jpg)\n", tags="[代表工作]"),
    "content/news/images/a.jpg": picture(),
    "content/pages/about.md": article("关于本站"),
}
MKDOCS = "site_name: 青禾县人大\ntheme:\n  name: material\nplugins:\n  - press:\n      office: 办公室\n"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, press: "Press") -> Path:
    """A published site that every case finds, and leaves, in good order."""
    root = tmp_path_factory.mktemp("office")
    for name, data in GOOD.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    assert press(root, "build").code == 0
    assert len(contents(root / "dist")) > 8
    return root


@contextmanager
def added(root: Path, name: str, data: bytes | str | Path) -> Iterator[None]:
    """A file (or, from a Path, a symbolic link) that is there for a while."""
    path = root / name
    before = path.read_bytes() if path.is_file() else None
    made = [folder for folder in path.parents if not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(data, Path):
        path.symlink_to(data)
    else:
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        if before is not None:
            path.write_bytes(before)
        for folder in made:
            folder.rmdir()


NEWS = "content/news/bad.md"
FRONT = "---\ntitle: 题\ndate: 2026-03-06\n"
NESTED_LIST = "".join("  " * n + "- 甲\n" for n in range(200))
ALIASES = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))

BAD: dict[str, tuple[str | bytes, str, str]] = {
    # what: (file, place, words)
    "gbk": (article().encode("gbk"), "2:8", "GBK"),
    "utf-16": (article().encode("utf-16"), "1:1", "UTF-16"),
    "utf-16-be": (b"\xfe\xff" + article().encode("utf-16-be"), "1:1", "UTF-16"),
    "bom": ("\ufeff" + article(), "1:1", "BOM"),
    "nul": (article() + "末行有\0空字符", "8:4", "NUL"),
    "binary": (bytes(range(256)) * 9, r"\d+:\d+", "NUL|UTF-8"),
    "quote": ('---\ntitle: "没有右引号\ndate: 2026-03-06\n---\n\n正文。\n', r"\d+:\d+", "引号"),
    "bracket": (f"{FRONT}tags: [甲, 乙\n---\n\n正文。\n", r"\d+:\d+", "括号"),
    "brace": (f"{FRONT}corrections: {{a: 1\n---\n\n正文。\n", r"\d+:\d+", "括号"),
    "no end": (f"{FRONT}\n正文。\n", "1:1", "没有结束"),
    "list": ("---\n- 题\n- 2026-03-06\n---\n\n正文。\n", "2:1", "键: 值"),
    "scalar": ("---\n只有文字\n---\n\n正文。\n", "2:1", "键: 值"),
    "empty file": ("", "1:1", "信息栏"),
    "only dashes": ("---", "1:1", "没有结束"),
    "dashes and newline": ("---\n", "1:1", "没有结束"),
    "two dashes": ("---\n---\n", "1:1", "缺少必填的键 title"),
    "no front matter": ("正文。\n", "1:1", "信息栏"),
    "tab": (f"{FRONT}tags:\n\t- 甲\n---\n\n正文。\n", "5:1", "Tab"),
    "full-width colon": ("---\ntitle：题\ndate: 2026-03-06\n---\n\n正文。\n", "2:6", "全角冒号"),
    "no space after colon": ("---\ntitle:题\ndate: 2026-03-06\n---\n\n正文。\n", r"[23]:\d+", "冒号|格式"),
    "duplicate key": (f"{FRONT}title: 又一个\n---\n\n正文。\n", "4:1", "写了两次"),
    "no such day": ("---\ntitle: 题\ndate: 2026-02-30\n---\n\n正文。\n", "3:7", "日期不存在"),
    "no date": ("---\ntitle: 题\n---\n\n正文。\n", "1:1|2:8", "date"),
    "anchor": ("---\ntitle: &a 题\nsubtitle: *a\ndate: 2026-03-06\n---\n\n正文。\n", r"\d:\d+", "锚点"),
    "alias bomb": (f"{FRONT}a0: &a0 [x, x]\n{ALIASES}---\n\n正文。\n", r"\d+:\d+", "锚点"),
    "10,000 brackets": (f"{FRONT}tags: {'[' * 10_000}\n---\n\n正文。\n", r"\d+:\d+", "YAML"),
    "10,000 pairs": (
        f"{FRONT}tags: {'[' * 10_000 + ']' * 10_000}\n---\n\n正文。\n",
        r"\d+:\d+",
        "嵌套|值不对",
    ),
    "10,000 braces": (f"{FRONT}tags: {'{a: ' * 10_000}\n---\n\n正文。\n", r"\d+:\d+", "YAML"),
    "long number": (f"{FRONT}tags: {'9' * 5000}\n---\n\n正文。\n", "4:7", "tags"),
    "python object": (
        f"{FRONT}tags: !!python/object/apply:os.system ['touch pwned']\nx: 1\n---\n\n甲\n",
        "5:1",
        "x",
    ),
    "control character": ("---\ntitle: 题\x07\ndate: 2026-03-06\n---\n\n正文。\n", r"\d:\d+", "控制字符"),
    "5 MB": (article() + "正文。" * 600_000, "1:1", "太大"),
    "200 levels": (article(body=NESTED_LIST), "7:1|6:1", "嵌套"),
    "200 quotations": (article(body="> " * 200 + "甲\n"), "7:1|6:1", "嵌套"),
    "script": (article(body="文<script>alert(1)</script>\n"), "7:2", "HTML"),
    "open comment": (article(body="甲\n\n<!-- 没有写完\n\n后文\n"), "9:1", ""),
    "javascript": (article(body="[链](javascript:alert(1))\n"), "7:1", "链接"),
    "image up": (article(body="![图](../../etc/passwd)\n"), "7:1", "etc/passwd"),
    "image far up": (article(body="![图](../../../../../../../../etc/passwd)\n"), "7:1", "content/"),
    "image absolute": (article(body="![图](/etc/passwd)\n"), "7:1", "content/"),
    "image file:": (article(body="![图](file:///etc/passwd)\n"), "7:1", "图片"),
    "image encoded": (article(body="![图](%2e%2e/%2e%2e/%2e%2e/etc/passwd)\n"), "7:1", "content/"),
    "cover up": (article(cover="../../../etc/passwd"), "5:8", "content/"),
    "cover absolute": (article(cover="/etc/passwd"), "5:8", "content/"),
    "id up": (article(id="../../../x"), "5:5", "不能作网址"),
    "id absolute": (article(id="/tmp/x"), "5:5", "不能作网址"),
}


@pytest.fixture(scope="module")
def report(office: Path, press: "Press") -> "Outcome":
    """What the command says of all of them at once: every fault is reported in one run."""
    before = snapshot(office / "dist")
    names = {f"content/news/bad-{number:02d}.md": data for number, (data, _, _) in enumerate(BAD.values())}
    with ExitStack() as stack:
        for name, data in names.items():
            stack.enter_context(added(office, name, data))
        run = press(office, "build")
    assert snapshot(office / "dist") == before
    assert not list(office.rglob("pwned"))
    return run


def test_the_report_of_bad_documents(report: "Outcome") -> None:
    assert_polite(report)
    assert "没有生成任何文件" in report.err
    assert len(report.err) < 400 * len(BAD), "a report names the fault and does not print the file"
    places = re.findall(r"^(content/[^:]+):(\d+):(\d+): ", report.err, re.M)
    assert places == sorted(places, key=lambda place: (place[0], int(place[1]), int(place[2])))


@pytest.mark.parametrize("what", BAD)
def test_a_bad_document(what: str, report: "Outcome") -> None:
    _, place, words = BAD[what]
    name = rf"content/news/bad-{list(BAD).index(what):02d}\.md"
    lines = [line for line in report.err.split("\n") if re.match(rf"{name}:(?:{place}): 错误 ", line)]
    assert any(re.search(words, line) for line in lines), "\n".join(
        line for line in report.err.split("\n") if re.match(name, line)
    )


@pytest.mark.parametrize(
    "what", ["gbk", "nul", "10,000 brackets", "alias bomb", "5 MB", "200 levels", "image up"]
)
def test_a_bad_document_alone_stops_the_build(what: str, office: Path, press: "Press") -> None:
    before = snapshot(office / "dist")
    with added(office, NEWS, BAD[what][0]):
        run = press(office, "build", "--jobs", "1")
    assert_polite(run)
    assert re.search(r"^content/news/bad\.md:\d+:\d+: 错误 ", run.err, re.M)
    assert snapshot(office / "dist") == before


IMAGES: dict[str, tuple[bytes, str]] = {
    "truncated": (picture((400, 300), noise=True)[:9000], "损坏"),
    "two bytes": (b"\xff\xd8", "损坏"),
    "text": ("这不是图片".encode(), "不是图片"),
    "empty": (b"", "损坏"),
    "bomb": (bomb(), "尺寸过大"),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "不是图片"),
    "tiff": (picture(format="TIFF"), "TIFF"),
    "corrupt png": (picture((90, 90), "PNG", noise=True)[:2000] + b"\0" * 2000, "损坏"),
}


@pytest.fixture(scope="module")
def image_report(office: Path, press: "Press") -> "Outcome":
    """What the command says of all bad images."""
    before = snapshot(office / "dist")
    with ExitStack() as stack:
        body = "".join(f"前文![图](images/bad-{number}.jpg)\n\n" for number in range(len(IMAGES)))
        for number, (data, _) in enumerate(IMAGES.values()):
            stack.enter_context(added(office, f"content/news/images/bad-{number}.jpg", data))
        stack.enter_context(added(office, NEWS, article(body=body)))
        run = press(office, "build")
    assert_polite(run)
    assert snapshot(office / "dist") == before
    return run


@pytest.mark.parametrize("what", IMAGES)
def test_a_bad_image(what: str, image_report: "Outcome") -> None:
    number = list(IMAGES).index(what)
    place = rf"^content/news/bad\.md:{7 + 2 * number}:3: 错误 A001 .*bad-{number}\.jpg.*{IMAGES[what][1]}"
    assert re.search(place, image_report.err, re.M), image_report.err


@pytest.mark.parametrize("kind", ["file", "folder", "image", "dangling", "loop", "bulletin"])
def test_a_symbolic_link_out_of_the_tree(kind: str, office: Path, press: "Press", tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text(article("绝密题目", "绝密正文。\n"), encoding="utf-8")
    (tmp_path / "secret.jpg").write_bytes(picture())
    targets = {
        "file": (NEWS, tmp_path / "secret.md", "content/news/bad.md:1:1: 错误 M001"),
        "folder": ("content/stories", tmp_path, "content/stories:1:1: 错误 M001"),
        "image": ("content/news/images/b.jpg", tmp_path / "secret.jpg", "content/news/see.md:7:1: 错误 A001"),
        "dangling": (NEWS, tmp_path / "nothing.md", "content/news/bad.md:1:1: 错误 M001"),
        "loop": (NEWS, office / NEWS, "content/news/bad.md:1:1: 错误 M001"),
        "bulletin": ("bulletins/gongbao", tmp_path, "bulletins/gongbao:1:1: 错误 M001"),
    }
    (tmp_path / "periodical.yml").write_text("title: 绝密题目\nkind: bulletin\n", encoding="utf-8")
    name, target, words = targets[kind]
    before = snapshot(office / "dist")
    see = article(body="![图](images/b.jpg)\n" if kind == "image" else "正文。\n")
    with added(office, name, target), added(office, "content/news/see.md", see):
        run = press(office, "build")
    assert_polite(run)
    assert words in run.err
    assert "绝密" not in run.text
    assert snapshot(office / "dist") == before


MKDOCS_FAULTS: dict[str, tuple[str | bytes, str, str]] = {
    "gbk": (MKDOCS.encode("gbk"), r"1:12", "GBK"),
    "broken": ("site_name: [青禾县人大\n", r"\d+:\d+", "YAML"),
    "tab": ("site_name: 甲\nplugins:\n\t- press\n", "3:1", "Tab"),
    "list": ("- 甲\n", "1:1", "键: 值"),
    "empty": ("", "1:1", "site_name|press"),
    "no plugin": ("site_name: 甲\nplugins: [search]\n", r"\d+:\d+", "press"),
    "no plugins": ("site_name: 甲\n", r"\d+:\d+", "press"),
    "no name": ("site_name: ''\nplugins: [press]\n", "1:12", "site_name"),
    "name is a number": ("site_name: 1\nplugins: [press]\n", "1:12", "site_name"),
    "unknown setting": (f"{MKDOCS}      ofice: 甲\n", "7:7", "ofice"),
    "settings are text": ("site_name: 甲\nplugins:\n  - press: 甲\n", r"3:\d+", "press"),
    "wrong page size": (f"{MKDOCS}      page_size: 0\n", "7:18", "page_size"),
    "nav is text": (f"{MKDOCS}nav: 甲\n", "7:6", "nav"),
    "nav of two levels": (f"{MKDOCS}nav:\n  - 甲:\n    - 乙: news/\n", r"8:\d+", "nav"),
    "nav entry is text": (f"{MKDOCS}nav:\n  - news/\n", r"8:\d+", "nav"),
    "nav label is empty": (f"{MKDOCS}nav:\n  - '': news/\n", r"8:\d+", "nav"),
    "nav label is a number": (f"{MKDOCS}nav:\n  - 2026: news/\n  - 无: none/\n", r"9:\d+", "none/"),
    "nav to nothing": (f"{MKDOCS}nav:\n  - 无: pages/none/\n", r"8:\d+", "pages/none/"),
    "font is a list": (f"{MKDOCS}      fonts: [甲]\n", r"7:\d+", "fonts"),
}


@pytest.mark.parametrize("what", MKDOCS_FAULTS)
def test_a_bad_mkdocs_yml(what: str, office: Path, press: "Press") -> None:
    data, place, words = MKDOCS_FAULTS[what]
    before = snapshot(office / "dist")
    with added(office, "mkdocs.yml", data):
        run = press(office, "build")
    assert_polite(run)
    assert snapshot(office / "dist") == before
    lines = [line for line in run.err.split("\n") if re.match(rf"mkdocs\.yml:(?:{place}): 错误 ", line)]
    assert any(re.search(words, line) for line in lines), run.err


def test_a_mkdocs_yml_that_mkdocs_itself_refuses(office: Path, press: "Press") -> None:
    before = snapshot(office / "dist")
    with added(office, "mkdocs.yml", f"{MKDOCS}  - no-such-plugin\n"):
        run = press(office, "build")
    assert_polite(run)
    assert "no-such-plugin" in run.err
    assert snapshot(office / "dist") == before


def test_a_design_that_does_not_compile(office: Path, press: "Press") -> None:
    before = snapshot(office / "dist")
    with added(office, "theme_overrides/portal/shells/article.html", "{% if %}"):
        run = press(office, "build")
    assert_polite(run)
    assert "article" in run.err
    assert snapshot(office / "dist") == before


def test_a_missing_font_is_named(office: Path, press: "Press") -> None:
    issue = "year: 2026\nnumber: 1\nserial: 1\ndate: 2026-03-31\n"
    issue += "sections:\n  - title: 要闻\n    documents: [news/good]\n"
    before = snapshot(office / "dist")
    with (
        added(office, "mkdocs.yml", f"{MKDOCS}      fonts: {{fang: nowhere.otf}}\n"),
        added(office, "bulletins/gongbao/periodical.yml", "title: 公报\nkind: bulletin\n"),
        added(office, "bulletins/gongbao/2026-01.yml", issue),
    ):
        run = press(office, "build")
    assert_polite(run)
    assert re.search(r"mkdocs\.yml:7:\d+: ?.*nowhere\.otf", run.err), run.err
    assert snapshot(office / "dist") == before


# -- places that refuse -------------------------------------------------------------------------


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    """A disk of its own at ``folder``; who is not root gets none, and a limit elsewhere."""
    folder.mkdir(exist_ok=True)
    if os.geteuid() != 0:
        yield
        return
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """``folder`` refuses every write: root may write anywhere but on a read-only disk."""
    root = os.geteuid() == 0
    if root:
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    else:
        folder.chmod(0o555)
    try:
        yield
    finally:
        if root:
            subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)
        else:
            folder.chmod(0o755)


def test_dist_is_a_file(tree: "Tree", press: "Press") -> None:
    root = tree({**GOOD, "dist": "记录"})
    run = press(root, "build")
    assert_polite(run)
    assert "dist" in run.err
    assert (root / "dist").read_text(encoding="utf-8") == "记录"


def test_dist_site_is_a_file(tree: "Tree", press: "Press") -> None:
    root = tree({**GOOD, "dist/site": "记录"})
    run = press(root, "build")
    assert_polite(run)
    assert contents(root / "dist") == {"site": "记录".encode()}


def test_dist_is_read_only(tree: "Tree", press: "Press") -> None:
    root = tree(GOOD)
    with small_disk(root / "dist", "8m"):
        assert press(root, "build").code == 0
        before = snapshot(root / "dist")
        tree({"content/news/new.md": article("新稿件")})
        with read_only(root / "dist"):
            run = press(root, "build")
        assert_polite(run)
        assert re.search("只读|权限", run.err)
        assert str(root / "dist") in run.err
        assert snapshot(root / "dist") == before
        assert press(root, "build").code == 0
        assert "site/news/new/index.html" in contents(root / "dist")


def test_the_disk_fills_up_while_writing(tree: "Tree", press: "Press") -> None:
    root = tree(GOOD)
    limit = 300_000 if os.geteuid() != 0 else resource.RLIM_INFINITY
    with small_disk(root / "dist", "3m"):
        assert press(root, "build").code == 0
        before = snapshot(root / "dist")
        big = {f"content/news/images/n{n}.png": picture((900, 900), "PNG", noise=True) for n in range(3)}
        body = "".join(f"![图](images/n{n}.png)\n\n" for n in range(3))
        tree({**big, "content/news/new.md": article("新稿件", body)})
        run = press(root, "build", "--jobs", "2", preexec_fn=limited(limit))
        assert_polite(run)
        assert re.search("磁盘已满|限制", run.err)
        assert snapshot(root / "dist") == before
        (root / "content/news/new.md").unlink()
        tree({"content/news/small.md": article("小稿件")})
        assert press(root, "build").code == 0
        assert "site/news/small/index.html" in contents(root / "dist")


def limited(size: int) -> Callable[[], None]:
    """Forbid a process files of more than ``size`` bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_file_may_not_grow(tree: "Tree", press: "Press") -> None:
    """A quota (here: the largest file) stops the build as a full disk does."""
    root = tree(GOOD)
    assert press(root, "build").code == 0
    before = snapshot(root / "dist")
    tree({"content/news/images/n.png": picture((900, 900), "PNG", noise=True)})
    tree({"content/news/new.md": article("新稿件", "![图](images/n.png)\n")})
    run = press(root, "build", preexec_fn=limited(300_000))
    assert_polite(run)
    assert "File too large" not in run.err
    assert snapshot(root / "dist") == before
    assert press(root, "build").code == 0


@pytest.mark.parametrize("verb", ["check", "build"])
def test_no_cache_can_be_kept(verb: str, tree: "Tree", press: "Press") -> None:
    """A cache is a help and no condition: without one the same is said and done."""
    root = tree({**GOOD, "not-a-folder": "x"})
    run = press(root, verb, env={"XDG_CACHE_HOME": str(root / "not-a-folder")})
    assert "Traceback" not in run.text
    assert "程序自身出错" not in run.text
    assert run.code in (0, 1)
    assert re.search(r"[\u4e00-\u9fff]", run.text)


# -- interruptions ------------------------------------------------------------------------------

MANY = {
    f"content/news/d{n:03d}.md": article(f"第{n}篇", "正文。\n\n" * 5, tags="[甲, 乙]") for n in range(200)
}
MANY["content/news/p.md"] = article("有图", "".join(f"![图](images/p{n}.jpg)\n\n" for n in range(2)))
PHOTOS = {f"content/news/images/p{n}.jpg": picture((500 + n, 300), noise=True) for n in range(2)}


def changed(tree: "Tree") -> Path:
    """Write the second state of the site: every page is due, some are new, some gone."""
    root = tree({name: text.replace("正文", "新的正文") for name, text in MANY.items()})
    for number in range(20):
        (root / f"content/news/d{number:03d}.md").unlink()
    return tree({f"content/stories/s{n}.md": article(f"故事{n}") for n in range(20)})


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory, press: "Press") -> dict[str, dict[str, bytes]]:
    """What clean builds of the first and the second state give."""
    found = {}
    base = tmp_path_factory.mktemp("wanted")

    def write(files: dict[str, str | bytes], name: str = "root") -> Path:
        for path, data in files.items():
            (base / path).parent.mkdir(parents=True, exist_ok=True)
            (base / path).write_bytes(data if isinstance(data, bytes) else data.encode())
        return base

    write({**MANY, **PHOTOS})
    assert press(base, "build").code == 0
    found["first"] = contents(base / "dist")
    changed(write)
    shutil.rmtree(base / "dist")
    assert press(base, "build").code == 0
    found["second"] = contents(base / "dist")
    return found


def staged(root: Path) -> int:
    try:
        return len(os.listdir(root / "dist/.press-new"))
    except FileNotFoundError:
        return -1


MOMENTS: dict[str, Callable[[Path], bool]] = {
    "reading": lambda root: True,
    "staging": lambda root: staged(root) >= 0,
    "first files": lambda root: staged(root) >= 1,
    "half": lambda root: staged(root) >= 120,
    "moving": lambda root: (root / "dist/site/stories").is_dir(),
}
"""When to strike, as seen from outside: each is true from that moment on."""


def strike(press: "Press", root: Path, moment: str, number: int) -> tuple[int, str]:
    """Start a build and send it ``number`` (to the whole group, as a terminal does)."""
    log = root.parent / "said.txt"
    with open(log, "wb") as said:
        command = press.command(root, "build", "--jobs", "2")
        started = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True)
    if moment == "reading":
        time.sleep(0.35)
    while started.poll() is None and not MOMENTS[moment](root):
        time.sleep(0.001)
    if started.poll() is None:
        if number == signal.SIGKILL:
            started.kill()
        else:
            os.killpg(started.pid, number)
    try:
        return started.wait(timeout=30), log.read_text(encoding="utf-8")
    finally:
        ORPHANS.append(started.pid)


ORPHANS: list[int] = []
"""Process groups to look for afterwards."""


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture(autouse=True)
def _no_process_outlives_its_test() -> Iterator[None]:
    """Whatever a build has started is gone when its test is over (so that none is left here)."""
    yield
    while ORPHANS:
        group = ORPHANS.pop()
        if alive(group):
            os.killpg(group, signal.SIGKILL)


@pytest.mark.parametrize("moment", ["reading", "staging", "half", "moving"])
def test_ctrl_c(moment: str, tree: "Tree", press: "Press", wanted: dict[str, dict[str, bytes]]) -> None:
    root = tree({**MANY, **PHOTOS})
    assert press(root, "build").code == 0
    before = snapshot(root / "dist")
    changed(tree)
    code, said = strike(press, root, moment, signal.SIGINT)
    assert code in (0, 130), said
    assert "Traceback" not in said
    if code == 130:
        assert "已中断" in said
        after = snapshot(root / "dist")
        assert after == before or contents(root / "dist") == wanted["second"], "half a site was published"
    again = press(root, "build")
    assert again.code == 0, again.text
    assert contents(root / "dist") == wanted["second"]


@pytest.mark.parametrize("moment", ["first files", "moving"])
def test_killed(moment: str, tree: "Tree", press: "Press", wanted: dict[str, dict[str, bytes]]) -> None:
    """Power cut, or the out-of-memory killer: the next build is right, at once."""
    root = tree({**MANY, **PHOTOS})
    assert press(root, "build").code == 0
    before = contents(root / "dist")
    assert before == wanted["first"]
    changed(tree)
    strike(press, root, moment, signal.SIGKILL)
    if moment == "first files":
        left = {name: data for name, data in contents(root / "dist").items() if ".press-new" not in name}
        assert left in (before, wanted["second"])
    again = press(root, "build")
    assert again.code == 0, again.text
    assert contents(root / "dist") == wanted["second"]
    deadline = time.monotonic() + 5
    while alive(ORPHANS[-1]) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not alive(ORPHANS[-1]), "workers live on without their build"


def test_two_builds_at_once_do_not_mix(
    tree: "Tree", press: "Press", wanted: dict[str, dict[str, bytes]]
) -> None:
    root = tree({**MANY, **PHOTOS})
    first = subprocess.Popen(press.command(root, "build"), stderr=subprocess.PIPE)
    while first.poll() is None and staged(root) < 1:
        time.sleep(0.001)
    second = press(root, "build", "--jobs", "1")
    _, said = first.communicate(timeout=30)
    assert first.returncode == 0, said
    assert second.code in (0, 1)
    if second.code == 1:
        assert "另一个构建" in second.err
    assert contents(root / "dist") == wanted["first"]


def test_a_document_that_changes_while_building_is_not_published(tree: "Tree") -> None:
    root = tree(GOOD)
    loaded = load(root)
    (root / "content/news/good.md").write_text(article("没有校验过", "<script>\n"), encoding="utf-8")
    with pytest.raises(BuildError, match=r"改动.*good\.md"):
        build(loaded, list(outputs().values()), Destination(root / "dist"))
    assert contents(root / "dist") == {}


def test_a_document_that_disappears_while_building(tree: "Tree") -> None:
    root = tree(GOOD)
    loaded = load(root)
    (root / "content/news/good.md").unlink()
    with pytest.raises(BuildError, match=r"good\.md"):
        build(loaded, list(outputs().values()), Destination(root / "dist"))


@pytest.mark.parametrize("data", [None, picture((61, 41)), "不是图片".encode()])
def test_an_image_that_changes_while_building_is_not_published(data: bytes | None, tree: "Tree") -> None:
    """Size and name of the page's image are those of the file that was checked."""
    root = tree(GOOD)
    loaded = load(root)
    path = root / "content/news/images/a.jpg"
    path.unlink()
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(BuildError, match=r"a\.jpg") as caught:
        build(loaded, list(outputs().values()), Destination(root / "dist"))
    assert "写不进" not in str(caught.value), "nothing is wrong with the disk"
    assert contents(root / "dist") == {}


# -- hostile text -------------------------------------------------------------------------------

WORDS = {
    "jinja": "{{ 7*7 }} {% include '/etc/passwd' %} {# 注 #} {{ config }}",
    "typst": '#read("/etc/passwd") $x^2$ @ref *星* _线_ = 等 \\ // 注 <标签> [方] #set page(width: 1pt)',
    "html": "</title></script><script>alert(1)</script> & < > \" ' <!-- --> ]]>",
    "amp": "AT&T & &amp; &lt;b&gt; &#60;i&#62;",
    "rtl": "\u202e从右到左\u202c \u200f标记 \u2066隔离\u2069",
    "emoji": "👩‍👩‍👧‍👦 🇨🇳 𠮷 ﷽",
    "format": "%s %n {0} {title} ${HOME} `id` $(id)",
}


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def escaped_markdown(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>()#+.!|&$@~^=-])", r"\\\1", text)


HOSTILE = {
    f"content/news/w-{name}.md": article(
        quoted(f"题目 {text} 完"),
        f"正文 {escaped_markdown(text)} 完\n",
        subtitle=quoted(text),
        summary=quoted(text),
        source=quoted(text),
        authors=f"[{quoted(text)}]",
        column=quoted(text),
    )
    for name, text in WORDS.items()
}
TAGS = ["..", ".", "C/C++", "C/C--", "a b", "a-b", "A-B", "😀", "News", "news", "NEWS", "page", "index.html"]
TAGS += [
    "a?b#c%d",
    "back\\slash",
    "<script>",
    '"',
    "&",
    "\u202ertl",
    "代表工作",
    "代表工作",
    "ＣＭＹＫ",
    "cmyk",
]
TAGS += ["../../../etc/passwd", "/etc", "-", "con", "\u0301"]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, press: "Press") -> Path:
    """A site whose every field is hostile, published."""
    root = tmp_path_factory.mktemp("hostile")
    files = {
        **HOSTILE,
        "content/news/long.md": article("长" * 10_000),
        "content/news/tags.md": article("标签", tags="[" + ", ".join(map(quoted, TAGS)) + "]"),
        "content/news/tag-2.md": article("标签", tags="[news, 代表工作]"),
        "content/news/crlf.md": article("回车", "第一段。\n\n- 甲\n- 乙\n").replace("\n", "\r\n"),
        "content/news/no-newline.md": article("没有行尾").rstrip("\n"),
        "content/news/percent.md": article(
            "地址", "[链](https://example.com/%zz?a=b&c=%E4) [锚](tags.md#第一条)\n"
        ),
        "mkdocs.yml": MKDOCS.replace("青禾县人大", quoted(WORDS["html"])).replace(
            "办公室", quoted(WORDS["jinja"])
        ),
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    run = press(root, "build")
    assert run.code == 0, run.text
    return root


def page(root: Path, path: str) -> str:
    return (root / "dist/site" / path / "index.html").read_text(encoding="utf-8")


def shown(html: str) -> str:
    """The text of a page, roughly as a reader sees it."""
    return unescape(re.sub(r"<[^>]*>", "", re.sub(r"(?s)<(script|style)\b.*?</\1>", "", html)))


@pytest.mark.parametrize("name", WORDS)
def test_hostile_words_are_words(name: str, hostile: Path) -> None:
    html = page(hostile, f"news/w-{name}")
    text = shown(html)
    assert f"题目 {WORDS[name]} 完" in text
    assert f"正文 {WORDS[name]} 完" in text
    assert text.count(WORDS[name]) >= 4
    assert "root:" not in html
    assert "题目 49" not in html
    assert f"题目 {WORDS[name]} 完" in shown(page(hostile, "news"))


def test_no_script_of_a_writer_is_in_any_page(hostile: Path) -> None:
    for path in (hostile / "dist/site").rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "<script>alert" not in html, path
        assert html.partition("</head>")[0].count("<title>") == 1, path
        assert html.count("</html>") == 1, path


def test_settings_are_words_too(hostile: Path) -> None:
    html = page(hostile, "")
    assert WORDS["jinja"] in shown(html)
    assert "<script>alert" not in html


def test_a_very_long_title_is_published_whole(hostile: Path) -> None:
    assert "长" * 10_000 in page(hostile, "news/long")


def test_windows_line_ends_and_no_last_newline_change_nothing(hostile: Path) -> None:
    assert "\r" not in page(hostile, "news/crlf")
    assert "<li>甲</li>" in page(hostile, "news/crlf")
    assert "<p>正文。</p>" in page(hostile, "news/no-newline")


def test_every_tag_has_a_page_of_its_own_inside_the_site(hostile: Path) -> None:
    html = page(hostile, "news/tags")
    links = re.findall(r'href="\.\./\.\./(tags/[^"]+)"', html)
    wanted = list(dict.fromkeys(TAGS))
    places = list(dict.fromkeys(unquote(unescape(link)) for link in links if link != "tags/"))
    assert len(places) == len(wanted), "each tag once, and no two on one page"
    for tag, place in zip(wanted, places, strict=True):
        target = (hostile / "dist/site" / place).resolve()
        assert target.is_relative_to(hostile / "dist/site/tags")
        assert target.parent == (hostile / "dist/site/tags").resolve()
        assert tag.strip() in shown((target / "index.html").read_text(encoding="utf-8")), tag
    folders = [path.name for path in (hostile / "dist/site/tags").iterdir()]
    assert len({name.casefold() for name in folders}) == len(folders), "Windows knows no case"
    assert all(len(name.encode()) <= 200 for name in folders)


def test_a_very_long_tag(tree: "Tree", press: "Press") -> None:
    """A folder's name holds 255 bytes; either the tag is refused by name, or it is published."""
    root = tree({"content/news/a.md": article(tags=f"[{'长' * 100}]")})
    run = press(root, "build")
    assert "Traceback" not in run.text
    if run.code:
        assert re.search(r"content/news/a\.md:5:\d+: 错误", run.err), run.err
    else:
        assert len(list((root / "dist/site/tags").glob("*/index.html"))) == 1


def test_every_internal_link_leads_to_a_file(hostile: Path) -> None:
    site = hostile / "dist/site"
    lost = []
    for path in site.rglob("index.html"):
        for link in re.findall(r'(?:href|src)="([^"]*)"', path.read_text(encoding="utf-8")):
            target = unquote(unescape(link)).partition("#")[0]
            if not target or re.match(r"[a-z]+:|//", target):
                continue
            place = path.parent / target
            if not (place.is_file() or (place / "index.html").is_file()):
                lost.append((path.relative_to(site).as_posix(), link))
    assert lost == []


def test_a_fragment_survives_its_resolution(hostile: Path) -> None:
    html = page(hostile, "news/percent")
    assert re.search(r'href="\.\./\.\./news/tags/#(?:第一条|%E7%AC%AC%E4%B8%80%E6%9D%A1)"', html)
    assert "%25E" not in html, "encoded twice"


@pytest.mark.pdf
def test_hostile_words_are_words_in_print(tree: "Tree", press: "Press") -> None:
    import pymupdf

    refs = "".join(f"      - news/w-{name}\n" for name in WORDS if name not in ("rtl", "emoji"))
    head = "year: 2026\nnumber: 1\nserial: 1\ndate: 2026-03-31\n"
    root = tree(
        {
            **HOSTILE,
            "bulletins/gongbao/periodical.yml": f"title: {quoted(WORDS['typst'])}\nkind: bulletin\n",
            "bulletins/gongbao/2026-01.yml": f"{head}sections:\n  - title: {quoted(WORDS['html'])}\n"
            f"    documents:\n{refs}",
        }
    )
    run = press(root, "build", "--only", "print")
    assert run.code == 0, run.text
    with pymupdf.open(root / "dist/print/gongbao/gongbao-2026-01.pdf") as pdf:
        text = re.sub(r"\s", "", "".join(page.get_text() for page in pdf))
    for name in ("jinja", "typst", "html", "amp", "format"):
        assert re.sub(r"\s", "", WORDS[name]) in text, name
    assert "root:x" not in text


# -- other folders ------------------------------------------------------------------------------


def test_an_empty_content_folder_is_a_site_without_documents(tree: "Tree", press: "Press") -> None:
    root = tree({})
    run = press(root, "build")
    assert run.code == 0, run.text
    assert "Traceback" not in run.text
    assert {"site/index.html", "site/404.html", "site/sitemap.xml"} <= set(contents(root / "dist"))


@pytest.mark.parametrize("verb", ["check", "build"])
def test_no_content_folder(verb: str, press: "Press", tmp_path: Path) -> None:
    run = press(tmp_path, verb)
    assert_polite(run)
    assert "content/" in run.err
    assert str(tmp_path) in run.err
    assert list(tmp_path.iterdir()) == []


def test_the_navigation_leads_nowhere_that_is_not(tree: "Tree", press: "Press") -> None:
    """A new site: the navigation is there before the first document of a type."""
    names = {"要闻": "news/", "决定": "decisions/", "期刊": "bulletins/", "标签": "tags/"}
    nav = "".join(f"  - {label}: {target}\n" for label, target in names.items())
    root = tree({"content/pages/about.md": article("关于"), "mkdocs.yml": f"{MKDOCS}nav:\n{nav}"})
    run = press(root, "build")
    assert "Traceback" not in run.text
    if run.code == 0:
        html = page(root, "pages/about")
        for target in names.values():
            if f'href="../../{target}"' in html:
                assert (root / "dist/site" / target / "index.html").is_file(), target
    else:
        assert "L003" in run.err


def test_a_dot_in_the_way_of_the_root_changes_nothing(office: Path, press: "Press") -> None:
    before = contents(office / "dist")
    assert press(office / "content" / "..", "build").code == 0
    assert contents(office / "dist") == before


def test_the_office_is_left_in_good_order(office: Path, press: "Press") -> None:
    """After all those faults the next build has nothing to write."""
    before = snapshot(office / "dist")
    run = press(office, "build")
    assert run.code == 0, run.text
    assert snapshot(office / "dist") == before

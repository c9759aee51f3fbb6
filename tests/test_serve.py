"""``press serve``: what is sent, what is told, and what it survives."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from press.pipeline.preview import NotNowError, Preview
from press.pipeline.watch import Watcher

if TYPE_CHECKING:
    from conftest import Press, Tree

FIRST = "---\ntitle: 第一稿\ndate: 2026-03-06\nstatus: published\n---\n\n正文。\n"
DRAFT = FIRST.replace("published", "draft").replace("第一稿", "没有写完")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """Run it until the block is done; it must end by Ctrl-C without a traceback."""
    port = free_port()
    command = [sys.executable, "-m", "press", "--root", str(root), "serve", "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "Traceback" not in said.decode()


def get(address: str, **headers: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def until(address: str, words: str) -> str:
    """Ask until the page holds ``words``; return what it held last."""
    page = ""
    for _ in range(150):
        try:
            page = get(address)[1]
        except OSError:
            page = ""
        if words in page:
            break
        time.sleep(0.1)
    return page


def notices(address: str, page: str) -> Iterator[dict[str, Any]]:
    with urllib.request.urlopen(f"{address}/__press/events?page={page}", timeout=30) as stream:
        for line in stream:
            if line.startswith(b"data: "):
                yield json.loads(line[6:])


def test_an_edit_is_shown_and_nothing_is_written(tree: "Tree") -> None:
    root = tree({"content/news/a.md": FIRST, "content/news/b.md": DRAFT})
    with serving(root) as address:
        assert "第一稿" in until(f"{address}/news/a/", "第一稿")
        told = notices(address, "/news/a/")
        first = next(told)
        assert first["drafts"] == ["news/b/"]
        (root / "content/news/a.md").write_text(FIRST.replace("第一稿", "第二稿"), encoding="utf-8")
        second = next(told)
        assert second["version"] != first["version"]
        code, page = get(f"{address}/news/a/")
        assert (code, "第二稿" in page, f'data-version="{second["version"]}"' in page) == (200, True, True)
        assert "press-preview-draft" not in page
        assert "press-preview-draft" in get(f"{address}/news/b/")[1]
        assert get(f"{address}/nothing/")[0] == 404
        assert "页面不存在" in get(f"{address}/nothing/")[1]
        assert get(f"{address}/sw.js")[0] == 404
        assert "EventSource" in get(f"{address}/__press/preview.js")[1]
        assert get(f"{address}/__press/../../mkdocs.yml")[0] == 404
        assert get(f"{address}/news/a/", Host="evil.example")[0] == 403
    assert not (root / "dist").exists()


def test_faults_are_told_and_the_page_stays(tree: "Tree") -> None:
    root = tree({"content/news/a.md": FIRST, "content/news/b.md": FIRST})
    with serving(root) as address:
        until(f"{address}/news/a/", "第一稿")
        told = notices(address, "/news/a/")
        good = next(told)
        assert (good["faults"], good["refused"]) == ([], False)
        (root / "content/news/a.md").write_text(FIRST.replace("published", "publishd"), encoding="utf-8")
        bad = next(told)
        assert (bad["refused"], bad["version"], bad["errors"]) == (True, good["version"], 1)
        fault = bad["faults"][0]
        assert (fault["path"], fault["line"], fault["column"]) == ("content/news/a.md", 4, 9)
        assert "".join(fault["text"]) == "status: publishd"
        assert "第一稿" in get(f"{address}/news/a/")[1]
        (root / "content/news/a.md").write_text(FIRST, encoding="utf-8")
        assert next(told)["refused"] is False


def test_a_first_look_at_errors_tells_of_them(tree: "Tree") -> None:
    root = tree({"content/news/a.md": FIRST.replace("2026-03-06", "昨天")})
    with serving(root) as address:
        page = until(f"{address}/news/a/", "显示不出来")
        assert "/__press/preview.js" in page
        told = notices(address, "/news/a/")
        assert next(told)["errors"] == 1
        (root / "content/news/a.md").write_text(FIRST, encoding="utf-8")
        assert next(told)["version"]
        assert "第一稿" in get(f"{address}/news/a/")[1]


def test_a_broken_template_says_so(tree: "Tree") -> None:
    root = tree({"content/news/a.md": FIRST})
    with serving(root) as address:
        until(f"{address}/news/a/", "第一稿")
        told = notices(address, "/news/a/")
        next(told)
        theme = root / "theme_overrides/portal/shells/article.html"
        theme.parent.mkdir(parents=True)
        theme.write_text('{% extends "main.html" %}{% block content %}{{ nothing.at.all }}{% endblock %}')
        assert "theme_overrides" in next(told)["trouble"]
        assert "第一稿" in get(f"{address}/news/a/")[1]
        theme.unlink()
        assert next(told)["trouble"] == ""


def test_a_port_that_is_taken(tree: "Tree", press: "Press") -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = press(tree({"content/news/a.md": FIRST}), "serve", "--port", str(port))
    assert run.code == 1
    assert re.search(rf"端口 {port} 不能用（已被别的程序占用），请用 --port", run.err)


def test_what_editors_leave_beside_a_file_is_no_change(tree: "Tree") -> None:
    root = tree({"content/news/a.md": FIRST})
    watcher = Watcher(root)
    for name in (".a.md.swp", ".~lock.a.md#", "~$a.md", ".#a.md"):
        (root / "content/news" / name).write_text("x")
    assert not watcher.changed(within=0.3, awake=True)
    (root / "content/news/new.md").write_text(FIRST, encoding="utf-8")
    assert watcher.changed(within=0.3, awake=True)


def test_a_file_that_is_written_in_steps_is_read_once_it_is_whole(tree: "Tree") -> None:
    root = tree({"content/news/a.md": FIRST})
    file, watcher = root / "content/news/a.md", Watcher(root)
    file.write_bytes(b"")
    pid = os.fork()
    if not pid:
        time.sleep(0.2)
        file.write_text("整篇", encoding="utf-8")
        os._exit(0)
    assert watcher.changed(within=2, awake=True)
    os.waitpid(pid, 0)
    assert file.read_text("utf-8") == "整篇"
    assert not watcher.changed(within=0.3, awake=True)


def test_a_file_renamed_into_place_is_seen(tree: "Tree") -> None:
    root = tree({"content/news/a.md": FIRST})
    watcher = Watcher(root)
    (root / "content/news/.new").write_text(FIRST, encoding="utf-8")
    (root / "content/news/.new").replace(root / "content/news/a.md")
    assert watcher.changed(within=2, awake=True)


def test_a_text_that_was_not_checked_is_not_shown(tree: "Tree") -> None:
    root = tree({"content/news/a.md": FIRST})
    preview = Preview(root)
    preview.refresh(1, time.monotonic)
    (root / "content/news/a.md").write_text(FIRST.replace("正文", "没有查过"), encoding="utf-8")
    with pytest.raises(NotNowError):
        preview.make("news/a/index.html")
    preview.refresh(1, time.monotonic)
    assert "没有查过".encode() in preview.make("news/a/index.html")[1]

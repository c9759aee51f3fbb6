"""``press import``: contributions and Word files become drafts, all of it or nothing."""

import datetime
import hashlib
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import word_kit
from import_kit import JPG, TEXT, everything, files, picture, put, refused, run, sent
from press.content_types import content_types
from press.model.contribution import LIMITS, TYPES
from press.pipeline import drafting, incoming
from press.pipeline.album import Kept
from press.pipeline.incoming import Draft
from press.source import archive, manuscript

if TYPE_CHECKING:
    from conftest import Press, Tree

TODAY = datetime.date(2026, 11, 25)


# --- what is good ---


def test_a_contribution_becomes_a_draft(press: "Press", tree: "Tree", tmp_path: Path) -> None:
    root = tree({})
    path = put(sent(), tmp_path)
    done = run(root, str(path))
    assert done.code == 0, done.text
    document, image = files(root)
    stem = f"{datetime.date.today().isoformat()}-{hashlib.sha256(path.read_bytes()).hexdigest()[:8]}"
    assert (document, image) == (f"content/news/{stem}.md", f"content/news/images/{stem}-1.jpg")
    assert (root / image).read_bytes() == JPG
    written = (root / document).read_text("utf-8")
    assert written == (
        f"---\ntitle: 云梯村的自来水通了\ndate: {datetime.date.today().isoformat()}\nstatus: draft\n"
        "source: 青屏镇人大\nauthors: [林穗, 顾名禾]\n---\n\n"
        f'县人大代表林穗到云梯村走访。\n\n- 先修水池\n- 再换管道\n\n![说明1](images/{stem}-1.jpg "说明1")\n'
    )
    assert document in done.out
    assert "校验：0 个错误" in done.out
    assert press(root, "check").code == 0


def test_contact_is_shown_and_written_nowhere(press: "Press", tree: "Tree", tmp_path: Path) -> None:
    root = tree({})
    done = run(root, str(put(sent(), tmp_path)))
    assert "联系方式（只显示在这里，没有写进文件）：13800000000 linsui@qinghe.example" in done.out
    for path in root.rglob("*"):
        assert not path.is_file() or b"13800000000" not in path.read_bytes()


def test_a_word_file_becomes_a_draft(tree: "Tree", tmp_path: Path) -> None:
    body = word_kit.title("关于饮水工程的报告") + word_kit.p(word_kit.r("一、概况", word_kit.HEI))
    body += word_kit.text("全县已经通水。") + word_kit.picture(described="通水现场")
    parts = {"word/_rels/document.xml.rels": word_kit.relations("media/1.jpg"), "word/media/1.jpg": JPG}
    root = tree({})
    path = put(word_kit.docx(body, parts), tmp_path, "报告.docx")
    done = run(root, str(path), "--type", "reports", "--name", "2026-11-25-yinshui")
    assert done.code == 0, done.text
    assert files(root) == [
        "content/reports/2026-11-25-yinshui.md",
        "content/reports/images/2026-11-25-yinshui-1.jpg",
    ]
    written = (root / "content/reports/2026-11-25-yinshui.md").read_text("utf-8")
    assert "title: 关于饮水工程的报告\n" in written
    assert written.endswith("## 一、概况\n\n全县已经通水。\n\n![通水现场](images/2026-11-25-yinshui-1.jpg)\n")


def test_a_contribution_may_hold_a_word_file(press: "Press", tree: "Tree", tmp_path: Path) -> None:
    inner = word_kit.docx(word_kit.title("另一个标题") + word_kit.text("正文。"))
    root = tree({})
    inside = {"manuscript.docx": inner, "images/1.jpg": JPG}
    done = run(root, str(put(sent(inside, type="stories"), tmp_path)))
    assert done.code == 0, done.text
    assert "Word 文件里的标题是“另一个标题”" in done.out
    written = (root / files(root)[0]).read_text("utf-8")
    assert files(root)[0].startswith("content/stories/")
    assert "title: 云梯村的自来水通了\n" in written
    assert "\n\n正文。\n\n![说明1](images/" in written


def test_what_must_be_settled_in_word_is_refused(tree: "Tree", tmp_path: Path) -> None:
    change = "<w:del><w:r><w:delText>315</w:delText></w:r></w:del><w:ins><w:r><w:t>351</w:t></w:r></w:ins>"
    changed = word_kit.docx(word_kit.p(word_kit.r("督办"), change))
    assert "［-315-］［+351+］" in refused(tree({}), put(changed, tmp_path, "改.docx"))
    said = refused(tree({}), put(sent({"manuscript.docx": changed}), tmp_path))
    assert "投稿.zip 里的 manuscript.docx：有没处理的修订" in said


def test_without_a_title_the_file_name_serves(tree: "Tree", tmp_path: Path) -> None:
    root = tree({})
    done = run(root, str(put(word_kit.docx(word_kit.text("正文。")), tmp_path, "十月：小结.docx")))
    assert done.code == 0
    assert "没有认出标题" in done.out
    assert manuscript.read(root / files(root)[0]).front.values["title"] == "十月：小结"


def test_pictures_that_cannot_be_used_are_told(tree: "Tree", tmp_path: Path) -> None:
    parts = {"word/_rels/document.xml.rels": word_kit.relations("media/1.emf", "media/2.bmp")}
    media = {"word/media/1.emf": b"\x01\0\0\0", "word/media/2.bmp": picture("BMP")}
    body = word_kit.text("正文。") + word_kit.picture() + word_kit.picture("rId2")
    root = tree({})
    done = run(root, str(put(word_kit.docx(body, {**parts, **media}), tmp_path, "图.docx")))
    assert done.code == 0
    assert "第 1 张图片不是图片，或已损坏，没有导入" in done.out
    assert "第 2 张图片是 BMP 格式，没有导入" in done.out
    assert len(files(root)) == 1


def test_faults_of_the_draft_are_told_and_are_exit_1(tree: "Tree", tmp_path: Path) -> None:
    parts = {"word/_rels/document.xml.rels": word_kit.relations("media/1.jpg"), "word/media/1.jpg": JPG}
    root = tree({"content/news/other.md": "没有信息栏。\n"})
    done = run(root, str(put(word_kit.docx(word_kit.picture(), parts), tmp_path, "图.docx")))
    assert done.code == 1
    assert "错误 A002 图片没有替代文字" in done.out
    assert "other.md" not in done.out, "faults of others are none of its business"
    assert len(files(root)) == 3


def test_a_type_without_a_key_says_what_is_left_out(tree: "Tree", tmp_path: Path) -> None:
    root = tree({})
    done = run(root, str(put(sent(), tmp_path)), "--type", "pages")
    assert done.code == 0, done.text
    assert "这类稿件没有 authors 这一项，没有导入：林穗、顾名禾" in done.out
    assert files(root)[0].startswith("content/pages/")


def test_the_same_file_is_not_taken_in_twice(tree: "Tree", tmp_path: Path) -> None:
    root = tree({})
    path = put(sent(), tmp_path)
    assert run(root, str(path)).code == 0
    before = files(root)
    again = run(root, str(path), "--type", "stories")
    assert (again.code, files(root)) == (1, before)
    assert "已经导入过" in again.err


@pytest.mark.parametrize("taken", ["content/news/ziji.md", "content/news/images/ziji-1.jpg"])
def test_nothing_is_overwritten(taken: str, tree: "Tree", tmp_path: Path) -> None:
    root = tree({taken: "别人的"})
    done = run(root, str(put(sent(), tmp_path)), "--name", "ziji")
    assert done.code == 1
    assert f"{taken} 已经存在，没有改动" in done.err
    assert [path for path in files(root) if "dist" not in path] == [taken]
    assert (root / taken).read_text("utf-8") == "别人的"


@pytest.mark.parametrize("name", ["../x", "A", "中文", "a b", "page", ""])
def test_names_are_addresses(name: str, tree: "Tree", tmp_path: Path) -> None:
    root = tree({})
    done = run(root, str(put(sent(), tmp_path)), "--name", name)
    assert done.code == 1
    assert "不能作网址" in done.err
    assert files(root) == []


@pytest.mark.parametrize(
    "words", [["import"], ["import", "a.zip", "--type", "fax"], ["import", "a.zip", "b.zip"]]
)
def test_wrong_words_are_exit_2(words: list[str], press: "Press", tree: "Tree") -> None:
    assert press(tree({}), *words).code == 2


# --- the text of a contribution is foreign ---


def imported(root: Path, tmp_path: Path, text: str, **keys: Any) -> str:
    inside = {"text.md": text.encode(), "images/1.jpg": JPG}
    done = run(root, str(put(sent(inside, **keys), tmp_path)))
    assert done.code == 0, done.text
    return (root / next(name for name in files(root) if name.endswith(".md"))).read_text("utf-8")


def test_front_matter_html_and_allowances_in_a_text_are_text(
    press: "Press", tree: "Tree", tmp_path: Path
) -> None:
    text = "---\nstatus: published\ntitle: 骗\n---\n\n<script>x</script>甲,乙<!-- 允许 T003：我说的 -->\n"
    root = tree({})
    written = imported(root, tmp_path, text)
    found = manuscript.read(root / files(root)[0])
    assert found.front.values["status"] == "draft"
    assert found.front.values["title"] == "云梯村的自来水通了"
    assert "status: published" in found.body
    assert "\\<script>" in written
    faults = press(root, "check", "--format", "json").faults
    assert "T004" not in {fault["code"] for fault in faults}
    assert "T003" in {fault["code"] for fault in faults}, "the text allowed itself a fault"


def test_a_text_names_no_files_but_its_own(tree: "Tree", tmp_path: Path) -> None:
    text = (
        "甲\n\n![](images/1.jpg)\n\n![](../deputies/images/a.jpg)![](https://a.cn/x.gif)[乙](../news/a.md)\n"
    )
    written = imported(tree({}), tmp_path, text)
    assert re.findall(r"\]\(([^ )]*)", written) == [next(iter(re.findall(r"images/[^ ]*-1.jpg", written)))]
    assert written.index("![说明1]") < written.index("乙"), "a picture stays where the text has it"


def test_values_cannot_break_out_of_the_front_matter(tree: "Tree", tmp_path: Path) -> None:
    title = '"甲": [乙] # {丙} ---'
    authors = ["- a: b", "'", "yes", "2026-01-01", "😀", "*x"]
    root = tree({})
    imported(root, tmp_path, TEXT, title=title, authors=authors)
    values = manuscript.read(root / files(root)[0]).front.values
    assert values["title"] == title
    assert values["authors"] == authors


# --- all of it or nothing ---

DRAFT = Draft("news", "ziji", {"title": "题", "date": TODAY, "status": "draft"}, "正文。\n",
              (Kept("ziji-1.jpg", JPG), Kept("ziji-2.jpg", JPG)))  # fmt: skip


@pytest.mark.parametrize("after", [0, 1, 2])
@pytest.mark.parametrize(
    "error", [OSError(28, "full"), KeyboardInterrupt(), FileExistsError(17, "x", "a", None, "b")]
)
def test_a_failure_among_the_files_leaves_nothing(
    after: int, error: BaseException, tree: "Tree", monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree({"content/news/a.md": "x"})
    before = everything(root)
    link, calls = os.link, iter(range(10))

    def failing(source: Path, target: Path) -> None:
        if next(calls) == after:
            raise error
        link(source, target)

    monkeypatch.setattr(os, "link", failing)
    with pytest.raises((OSError, KeyboardInterrupt, drafting.TakenError)):
        drafting.write(root, DRAFT)
    assert everything(root) == before


def test_a_full_disk_leaves_nothing(tree: "Tree", monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree({})
    before = everything(root)

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="28"):
        drafting.write(root, DRAFT)
    assert everything(root) == before


def test_what_comes_there_meanwhile_is_not_overwritten(tree: "Tree", monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree({})
    link = os.link

    def late(source: Path, target: Path) -> None:
        if target.name == "ziji.md":
            target.write_text("别人的", encoding="utf-8")
        link(source, target)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(drafting.TakenError, match=r"content/news/ziji\.md"):
        drafting.write(root, DRAFT)
    assert files(root) == ["content/news/ziji.md"]
    assert (root / "content/news/ziji.md").read_text("utf-8") == "别人的"


def test_links_lead_nowhere(tree: "Tree", tmp_path: Path) -> None:
    root = tree({})
    (tmp_path / "elsewhere").mkdir()
    (root / "content/news").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(drafting.TakenError, match="content/news"):
        drafting.write(root, DRAFT)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_what_the_disk_refuses_is_said(tree: "Tree", tmp_path: Path) -> None:
    root = tree({"content/news": "a file where a folder should be"})
    done = run(root, str(put(sent(), tmp_path)))
    assert done.code == 1
    assert "什么都没有留下，可以再来一次" in done.err
    assert files(root) == ["content/news"]


def test_interrupted_it_leaves_all_or_nothing(press: "Press", tree: "Tree", tmp_path: Path) -> None:
    """Ctrl-C at any moment: either everything is there, or nothing and the exit code is 130."""
    heavy = {f"images/{n}.png": picture("PNG", (900 + n, 900)) for n in range(1, 9)}
    path = put(sent({"text.md": TEXT.encode(), **heavy}), tmp_path)
    codes = set()
    for turn, delay in enumerate((0.15, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1)):
        root = tree({"content/pages/a.md": "x"}, f"root{turn}")
        run = subprocess.Popen(
            press.command(root, "import", str(path)), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        time.sleep(delay)
        run.send_signal(signal.SIGINT)
        run.communicate(timeout=60)
        left = [
            name
            for name in everything(root)
            if name not in ("content", "content/pages", "content/pages/a.md")
        ]
        assert len(left) in (0, 11), left
        codes.add(run.returncode)
    assert codes <= {0, 1, 130, -signal.SIGINT}


def test_the_page_and_the_program_agree_on_types() -> None:
    assert set(TYPES) <= content_types().keys()
    assert LIMITS["total"] < archive.MAX_BYTES


def test_reading_is_light_until_there_is_something_to_convert() -> None:
    code = "import press.commands.import_, sys; print({'mammoth', 'bs4', 'PIL'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_name_tells_the_file() -> None:
    assert incoming.digest(b"a") != incoming.digest(b"b")

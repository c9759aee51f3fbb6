"""What one run remembers for the next: never too much, never too little."""

import os
import pickle
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from press.content_types import content_types
from press.model.document import Document
from press.pipeline import known, pool, state
from press.pipeline.load import Loaded, load
from press.source import folder

if TYPE_CHECKING:
    from conftest import Tree

DAY = 86_400_000_000_000


def article(title: str = "题", body: str = "正文。\n", **keys: str) -> str:
    more = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\ntitle: {title}\ndate: 2026-03-06\nstatus: published\n{more}---\n\n{body}"


def issue(number: int, *refs: str) -> str:
    rows = "".join(f"      - {ref}\n" for ref in refs)
    head = f"year: 2026\nnumber: {number}\nserial: {number}\ndate: 2026-0{number}-28\n"
    return f"{head}sections:\n  - title: 要闻\n    documents:\n{rows}"


SITE = {
    "content/news/a.md": article("甲", "[乙](b.md)\n"),
    "content/news/b.md": article("乙"),
    "content/stories/c.md": article("丙", "![图](images/none.jpg)\n"),
    "bulletins/gongbao/periodical.yml": "title: 公报\nkind: bulletin\n",
    "bulletins/gongbao/2026-01.yml": issue(1, "news/a", "news/b"),
}
FILES = len(SITE)


def age(root: Path) -> None:
    """Let the clock move past the moment in which a change may go unnoticed."""
    time.sleep(known._RACE / 1e9 + 0.02)


@pytest.fixture
def root(tree: "Tree") -> Path:
    """A small site, read once and settled."""
    made = tree(SITE)
    age(made)
    load(made)
    return made


def fresh(root: Path, tmp_path: Path) -> Loaded:
    """The same files, read where nothing is known of them."""
    copy = tmp_path / f"copy-{time.monotonic_ns()}"
    shutil.copytree(root, copy, symlinks=True)
    return load(copy)


def same(root: Path, tmp_path: Path) -> Loaded:
    """Load ``root``; it must give what a first reading gives."""
    found, clean = load(root), fresh(root, tmp_path)
    assert found.library == clean.library
    assert found.diagnostics == clean.diagnostics
    assert found.files == clean.files
    return found


def titles(loaded: Loaded) -> list[str]:
    return [document.title for document in loaded.library.documents]


def test_the_first_run_reads_everything(tree: "Tree") -> None:
    loaded = load(tree(SITE))
    assert (loaded.files, loaded.read) == (FILES, FILES)
    assert titles(loaded) == ["甲", "乙", "丙"]
    assert [fault.code for fault in loaded.diagnostics] == ["A001"]


def test_unchanged_files_are_not_read_again(root: Path, tmp_path: Path) -> None:
    assert same(root, tmp_path).read == 0


def test_reading_nothing_opens_no_manuscript(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a known file was read")

    before = load(root)
    (root / "content/stories/c.md").write_text(SITE["content/stories/c.md"], encoding="utf-8")
    age(root)
    load(root)
    monkeypatch.setattr("press.pipeline.load._read", refuse)
    assert load(root).library == before.library


def test_an_edited_file_is_noticed(root: Path, tmp_path: Path) -> None:
    (root / "content/news/a.md").write_text(article("新的题目"), encoding="utf-8")
    loaded = same(root, tmp_path)
    assert loaded.read == 1
    assert titles(loaded) == ["新的题目", "乙", "丙"]


def test_a_touched_file_is_read_again_and_is_the_same(root: Path, tmp_path: Path) -> None:
    os.utime(root / "content/news/a.md", ns=(DAY, DAY))
    assert same(root, tmp_path).read == 1
    age(root)
    load(root)
    assert same(root, tmp_path).read == 0


def test_a_removed_file_is_gone_and_its_links_dangle(root: Path, tmp_path: Path) -> None:
    (root / "content/news/b.md").unlink()
    loaded = same(root, tmp_path)
    assert titles(loaded) == ["甲", "丙"]
    assert [fault.code for fault in loaded.diagnostics] == ["I001", "L001", "A001"]
    assert [str(fault.location.path) for fault in loaded.diagnostics][:2] == [
        "bulletins/gongbao/2026-01.yml",
        "content/news/a.md",
    ]


def test_a_renamed_file_is_another_document(root: Path, tmp_path: Path) -> None:
    (root / "content/news/b.md").rename(root / "content/news/b2.md")
    loaded = same(root, tmp_path)
    assert [document.ref for document in loaded.library.documents] == ["news/a", "news/b2", "stories/c"]


def test_two_files_that_change_places_are_noticed(root: Path, tmp_path: Path) -> None:
    first, second, aside = root / "content/news/a.md", root / "content/news/b.md", root / "x"
    first.rename(aside)
    second.rename(first)
    aside.rename(second)
    assert titles(same(root, tmp_path)) == ["乙", "甲", "丙"]


def test_a_file_moved_to_another_folder_gets_another_type(root: Path, tmp_path: Path) -> None:
    (root / "content/news/b.md").rename(root / "content/stories/b.md")
    assert "stories/b" in {document.ref for document in same(root, tmp_path).library.documents}


def test_a_new_file_is_read_alone(root: Path, tmp_path: Path) -> None:
    (root / "content/news/d.md").write_text(article("丁"), encoding="utf-8")
    assert same(root, tmp_path).read == 1


def test_an_edit_of_the_same_size_and_old_time_is_noticed(root: Path, tmp_path: Path) -> None:
    path = root / "content/news/b.md"
    status = path.stat()
    path.write_text(article("己"), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size
    assert titles(same(root, tmp_path)) == ["甲", "己", "丙"]


def test_an_edit_within_the_tick_of_the_clock_is_noticed(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some file systems give two writes one time: a young file is not trusted."""
    path = root / "content/news/b.md"

    def coarse(status: os.stat_result) -> folder.Stamp:
        return status.st_size, stuck, stuck, status.st_ino

    stuck = time.time_ns()
    monkeypatch.setattr(folder, "stamp", coarse)
    path.write_text(article("戊"), encoding="utf-8")
    assert "戊" in titles(load(root))
    path.write_text(article("己"), encoding="utf-8")
    assert "己" in titles(load(root)), "size and times are the same, the text is not"


def test_faults_of_unchanged_files_are_remembered(tree: "Tree", tmp_path: Path) -> None:
    broken = "---\ntitle：题\n---\n"
    root = tree(
        {"content/news/a.md": broken, "content/news/b.md": article(body="甲,乙\n"), "content/x.md": ""}
    )
    age(root)
    first = load(root)
    again = same(root, tmp_path)
    assert again.read == 0
    assert again.diagnostics == first.diagnostics
    assert {fault.code for fault in first.diagnostics} == {"M002", "T003", "M007"}


def test_a_mended_file_loses_its_fault(tree: "Tree") -> None:
    root = tree({"content/news/a.md": article(date2="x")})
    assert [fault.code for fault in load(root).diagnostics] == ["M003"]
    (root / "content/news/a.md").write_text(article(), encoding="utf-8")
    assert load(root).diagnostics == []


def test_an_image_that_appears_or_changes_is_noticed(root: Path, tmp_path: Path) -> None:
    from PIL import Image

    path = root / "content/stories/images/none.jpg"
    path.parent.mkdir()
    Image.new("RGB", (30, 20)).save(path)
    loaded = same(root, tmp_path)
    assert loaded.diagnostics == []
    assert loaded.read == 0
    Image.new("RGB", (31, 20)).save(path)
    (asset,) = same(root, tmp_path).library.assets.values()
    assert asset.width == 31
    path.write_text("不是图片", encoding="utf-8")
    assert [fault.code for fault in same(root, tmp_path).diagnostics] == ["A001"]
    path.unlink()
    assert [fault.code for fault in same(root, tmp_path).diagnostics] == ["A001"]


def test_an_image_of_an_unchanged_text_is_looked_at_when_replaced_by_a_link(
    root: Path, tmp_path: Path
) -> None:
    from PIL import Image

    path = root / "content/stories/images/none.jpg"
    path.parent.mkdir()
    Image.new("RGB", (30, 20)).save(path)
    age(root)
    assert load(root).diagnostics == []
    outside = tmp_path / "secret.jpg"
    path.rename(outside)
    path.symlink_to(outside)
    (fault,) = load(root).diagnostics
    assert fault.code == "A001"


def test_the_site_is_read_every_time(root: Path, tmp_path: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: 青禾县人大\nplugins: [press]\n", encoding="utf-8")
    assert same(root, tmp_path).library.site.name == "青禾县人大"
    (root / "mkdocs.yml").write_text("site_name: 青禾县人天\nplugins: [press]\n", encoding="utf-8")
    assert same(root, tmp_path).library.site.name == "青禾县人天"


def test_a_changed_issue_and_periodical_are_noticed(root: Path, tmp_path: Path) -> None:
    (root / "bulletins/gongbao/2026-02.yml").write_text(issue(2, "news/a"), encoding="utf-8")
    assert len(same(root, tmp_path).library.issues) == 2
    (root / "bulletins/gongbao/periodical.yml").write_text("title: 会刊\nkind: bulletin\n", encoding="utf-8")
    assert {found.periodical.meta.title for found in same(root, tmp_path).library.issues} == {"会刊"}
    (root / "bulletins/gongbao/periodical.yml").unlink()
    assert [fault.code for fault in same(root, tmp_path).diagnostics] == ["M007", "M007", "A001"]


def test_what_another_version_of_the_code_wrote_is_not_used(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "fingerprint", lambda: "another version")
    assert load(root).read == FILES
    age(root)
    load(root)
    assert load(root).read == 0
    monkeypatch.undo()
    assert load(root).read == FILES


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x80",
        b"not a pickle",
        pickle.dumps("one value"),
        pickle.dumps(None) * 2,
    ],
)
@pytest.mark.parametrize("name", ["library", "library-changed"])
def test_a_damaged_cache_is_ignored(data: bytes, name: str, root: Path, tmp_path: Path) -> None:
    (state.folder(root) / name).write_bytes(data)
    loaded = same(root, tmp_path)
    assert titles(loaded) == ["甲", "乙", "丙"]


@pytest.mark.parametrize("cut", [1, 10, 200])
def test_a_torn_cache_is_ignored(cut: int, root: Path, tmp_path: Path) -> None:
    path = state.folder(root) / "library"
    path.write_bytes(path.read_bytes()[:-cut])
    assert same(root, tmp_path).read == FILES


def test_the_state_is_in_the_users_cache_and_closed_to_others(root: Path) -> None:
    place = state.folder(root)
    assert os.environ["XDG_CACHE_HOME"] in str(place)
    assert place.stat().st_mode & 0o077 == 0
    assert not [path for path in root.rglob("*") if path.name.startswith(".press")]


def test_a_pickle_in_the_content_folder_is_never_opened(root: Path, tmp_path: Path) -> None:
    bomb = f"cos\nsystem\n(S'touch {tmp_path}/opened'\ntR.".encode()
    for name in ("library", ".press-cache", ".cache"):
        (root / name).write_bytes(bomb)
    load(root)
    assert not (tmp_path / "opened").exists()


def test_two_roots_do_not_share_what_is_known(tree: "Tree") -> None:
    first, second = tree(SITE, "first"), tree({**SITE, "content/news/a.md": article("另")}, "second")
    load(first)
    assert titles(load(second))[0] == "另"
    assert titles(load(first))[0] == "甲"


def test_many_edits_one_after_another(root: Path, tmp_path: Path) -> None:
    """The file of changes grows, is written anew, and never tells an old tale."""
    for round in range(12):
        name = f"content/news/{'ab'[round % 2]}.md"
        (root / name).write_text(article(f"第{round}次"), encoding="utf-8")
        if round == 5:
            (root / "content/stories/c.md").unlink()
        if round == 8:
            (root / "content/stories/c.md").write_text(article("又来"), encoding="utf-8")
        load(root)
        if round % 4 == 3:
            age(root)
            same(root, tmp_path)
    assert titles(same(root, tmp_path)) == ["第10次", "第11次", "又来"]


def test_many_files_in_several_processes_give_the_same(tree: "Tree") -> None:
    files = {f"content/news/d{n:03d}.md": article(f"第{n}篇", "甲,乙\n") for n in range(150)}
    one, many = load(tree(files, "one"), jobs=1), load(tree(files, "many"), jobs=3)
    assert one.library == many.library
    assert one.diagnostics == many.diagnostics
    assert len(many.diagnostics) == 150


def test_spread_keeps_every_item_and_passes_exceptions_on() -> None:
    for jobs in (1, 3):
        assert sorted(pool.spread(lambda n: n * n, range(100), jobs, 7)) == [(n, n * n) for n in range(100)]

    def fails(number: int) -> int:
        if number == 50:
            raise OSError(28, "disk full")
        return number

    for jobs in (1, 3):
        with pytest.raises(OSError, match="disk full"):
            list(pool.spread(fails, range(100), jobs, 7))


def test_an_empty_library(tree: "Tree") -> None:
    loaded = load(tree({}))
    assert (loaded.files, loaded.diagnostics, loaded.library.documents) == (0, [], ())


def test_every_type_has_its_place_in_the_library(tree: "Tree") -> None:
    root = tree({f"content/{name}/a.md": article() for name in content_types()})
    loaded = load(root)
    assert loaded.diagnostics == []
    assert {document.type for document in loaded.library.documents} == set(content_types())
    assert all(isinstance(document, Document) for document in loaded.library.documents)

"""Same input, same bytes: wherever and whenever it is built, and by whatever way it came there."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import site_kit as kit
import yaml

pytestmark = pytest.mark.pdf

EAST = {"TZ": "Asia/Shanghai", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
WEST = {"TZ": "America/New_York", "LANG": "C", "LC_ALL": "POSIX", "PYTHONHASHSEED": "4242"}


def rewritten(source: Path, target: Path) -> Path:
    """Copy ``source`` file by file in an order of its own, with other times."""
    files = sorted((p for p in source.rglob("*") if p.is_file()), key=lambda p: p.name[::-1])
    for number, path in enumerate(files):
        name = path.relative_to(source)
        if name.parts[0] != "dist":
            copy = kit.write(target, name.as_posix(), path.read_bytes())
            stamp = 1_400_000_000 + number * 86_400
            os.utime(copy, (stamp, stamp))
    return target


def clean(root: Path, folder: Path, *options: str, **env: str) -> dict[str, str]:
    """Build a copy of ``root`` from nothing, in ``folder`` with a cache of its own."""
    copy = rewritten(root, folder / "root")
    kit.Runner.at(folder / "cache").build(copy, *options, env=env)
    return kit.hashes(copy / "dist")


@pytest.mark.parametrize("which", ["small", "own"])
def test_place_time_and_language_do_not_matter(
    request: pytest.FixtureRequest, which: str, tmp_path: Path
) -> None:
    root: Path = request.getfixturevalue(which)
    first = kit.hashes(root / "dist")
    assert any(name.endswith(".pdf") for name in first)
    kit.assert_same(clean(root, tmp_path / "a", "--jobs", "1", **EAST), first)
    kit.assert_same(clean(root, tmp_path / "深 b/c/d/e/f", "--jobs", "2", **WEST), first)


def test_without_a_configuration_place_and_time_do_not_matter(tmp_path: Path) -> None:
    root = kit.small_site(tmp_path / "root", news=3)
    (root / "mkdocs.yml").unlink()
    one = clean(root, tmp_path / "a", "--jobs", "1", **EAST)
    kit.assert_same(clean(root, tmp_path / "b c", "--jobs", "2", **WEST), one)


# --- incremental = clean ----------------------------------------------------------------------


class Editor:
    """An office at work: edits a root at random, always leaving it publishable."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.dice = random.Random(seed)
        self.count = 0
        self.log: list[str] = []

    def news(self) -> list[Path]:
        """The news items that no issue and no link needs."""
        return sorted(p for p in (self.root / "content/news").glob("*.md") if p.stem != "item-07")

    def pick(self) -> Path:
        return self.dice.choice(self.news())

    def key(self, path: Path, name: str, line: str) -> None:
        """Set a key of the front matter to a line of YAML."""
        lines = path.read_text("utf-8").split("\n")
        end = lines.index("---", 1)
        head, skipping = [], False
        for text in lines[1:end]:
            skipping = text.startswith(f"{name}:") or (skipping and text.startswith(("-", " ")))
            if not skipping:
                head.append(text)
        path.write_text("\n".join(["---", *head, f"{name}: {line}", *lines[end:]]), "utf-8")

    # Each of these is one edit.

    def body(self) -> None:
        path = self.pick()
        path.write_text(path.read_text("utf-8") + f"\n又添了第{self.count}段。\n", "utf-8")

    def title(self) -> None:
        self.key(self.pick(), "title", f"改了第{self.count}次的标题")

    def date(self) -> None:
        self.key(self.pick(), "date", f"2026-{self.dice.randint(1, 12):02}-{self.dice.randint(1, 28):02}")

    def summary(self) -> None:
        self.key(self.pick(), "summary", f"摘要{self.count}")

    def status(self) -> None:
        self.key(self.pick(), "status", self.dice.choice(["draft", "withdrawn", "published", "published"]))

    def visibility(self) -> None:
        self.key(self.pick(), "visibility", self.dice.choice(["internal", "public", "public"]))

    def tags(self) -> None:
        names = self.dice.sample(["代表工作", "标签0", "新标签", "x/y", "X", "x"], self.dice.randint(0, 3))
        self.key(self.pick(), "tags", "[" + ", ".join(names) + "]")

    def signatures(self) -> None:
        names = self.dice.sample(["纪岚", "闻川", "纪　岚", "x/y"], self.dice.randint(0, 2))
        line = "[" + ", ".join(names) + "]"
        self.key(self.pick(), self.dice.choice(["authors", "photographers"]), line)

    def column(self) -> None:
        self.key(self.pick(), "column", self.dice.choice(["要闻", "动态", "x/y"]))

    def rename(self) -> None:
        path = self.pick()
        path.rename(path.with_name(f"renamed-{self.count}.md"))

    def identify(self) -> None:
        self.key(self.pick(), "id", f"fixed-{self.count}")

    def move_to_another_type(self) -> None:
        path = self.pick()
        path.rename(self.root / f"content/study/moved-{self.count}.md")

    def delete(self) -> None:
        if len(self.news()) > 3:
            self.pick().unlink()

    def add(self) -> None:
        day = f"2026-{self.dice.randint(1, 12):02}-{self.dice.randint(1, 28):02}"
        kit.write(
            self.root,
            f"content/news/added-{self.count}.md",
            kit.article(f"新增{self.count}", day, tags=["X"]),
        )

    def add_the_oldest(self) -> None:
        """It comes last in every list: the pages before it must still count it."""
        name = f"content/news/oldest-{self.count}.md"
        kit.write(self.root, name, kit.article(f"最旧{self.count}", f"20{20 - self.count % 10:02}-01-01"))

    def picture(self) -> None:
        kit.write(
            self.root, "content/news/images/river.jpg", kit.encoded(kit.picture(900 + self.count, (640, 360)))
        )

    def picture_size(self) -> None:
        size = (200 + self.count, 150)
        kit.write(self.root, "content/stories/images/wide.jpg", kit.encoded(kit.picture(self.count, size)))

    def use_a_picture(self) -> None:
        path = self.pick()
        path.write_text(path.read_text("utf-8") + "\n![河](images/river.jpg)\n", "utf-8")

    def printed_text(self) -> None:
        path = self.root / "content/decisions/renmian.md"
        path.write_text(path.read_text("utf-8") + f"\n添{self.count}。\n", "utf-8")

    def printed_title(self) -> None:
        self.key(self.root / "content/stories/lin.md", "title", f"林代表的第{self.count}天")

    def issue_date(self) -> None:
        path = self.root / "bulletins/gongbao/2026-01.yml"
        kit.write(self.root, path.relative_to(self.root).as_posix(), kit.issue(
            1, f"2026-03-{self.dice.randint(1, 28):02}",
            {f"栏目{self.count}": ["decisions/jueyi", "stories/lin"]},
            serial=12,
        ))  # fmt: skip

    def add_issue(self) -> None:
        number = 1 + len(list((self.root / "bulletins/gongbao").glob("2026-*.yml")))
        if number < 5:
            kit.write(self.root, f"bulletins/gongbao/2026-{number:02}.yml", kit.issue(
                number, f"2026-{number + 4:02}-01", {"决议": ["decisions/renmian"]}, serial=11 + number,
            ))  # fmt: skip

    def drop_issue(self) -> None:
        (self.root / "bulletins/xuexi/2026-01.yml").unlink(missing_ok=True)

    def periodical(self) -> None:
        text = kit.periodical(f"公报改名{self.count}", trim=self.dice.choice(["A4", "A5"]))
        kit.write(self.root, "bulletins/gongbao/periodical.yml", text)

    def configure(self, **values: Any) -> None:
        path = self.root / "mkdocs.yml"
        kit.write(self.root, path.name, kit.dump({**yaml.safe_load(path.read_text("utf-8")), **values}))

    def site_name(self) -> None:
        self.configure(site_name=f"县人大{self.count}")

    def page_size(self) -> None:
        self.configure(
            plugins=[{"press": {"page_size": self.dice.choice([10, 30]), "notice": str(self.count)}}]
        )

    def site_url(self) -> None:
        self.configure(site_url=f"https://example.org/n{self.count}/")

    def navigation(self) -> None:
        self.configure(
            nav=[{"首页": "./"}, {f"要闻{self.count}": "news/"}, {"期刊": "bulletins/"}, {"标签": "tags/"}]
        )

    def palette(self) -> None:
        theme = {"name": "material", "language": "zh", "font": False, "palette": {"primary": "teal"}}
        self.configure(theme=theme)

    def template(self) -> None:
        ours = (kit.PROJECT / "theme_overrides/portal/shells/list.html").read_text("utf-8")
        text = ours.replace("<h1>", f"<p>第{self.count}版</p>\n<h1>", 1)
        kit.write(self.root, "theme_overrides/portal/shells/list.html", text)

    def partial(self) -> None:
        ours = (kit.PROJECT / "theme_overrides/portal/partials/cards.html").read_text("utf-8")
        text = ours.replace('<li class="press-line">', f'<li class="press-line" data-n="{self.count}">')
        kit.write(self.root, "theme_overrides/portal/partials/cards.html", text)

    def style(self) -> None:
        ours = (kit.PROJECT / "theme_overrides/portal/assets/press.css").read_text("utf-8")
        kit.write(self.root, "theme_overrides/portal/assets/press.css", f"{ours}\n/* {self.count} */\n")

    def print_design(self) -> None:
        shutil.copytree(
            kit.PROJECT / "theme_overrides/print", self.root / "theme_overrides/print", dirs_exist_ok=True
        )
        path = self.root / "theme_overrides/print/contents.typ"
        path.write_text(path.read_text("utf-8").replace("目#h(2em)录", "目#h(1em)录"), "utf-8")

    def no_design(self) -> None:
        shutil.rmtree(self.root / "theme_overrides", ignore_errors=True)

    # What happens to dist itself.

    def lose_dist(self) -> None:
        shutil.rmtree(self.root / "dist")

    def lose_files(self) -> None:
        files = sorted(p for p in (self.root / "dist").rglob("*") if p.is_file())
        for path in self.dice.sample(files, min(7, len(files))):
            path.unlink()

    def lose_a_folder(self) -> None:
        shutil.rmtree(self.root / "dist/site/news", ignore_errors=True)

    def spoil_files(self) -> None:
        files = sorted(p for p in (self.root / "dist").rglob("*") if p.is_file())
        for path in self.dice.sample(files, min(7, len(files))):
            path.write_bytes(b"spoilt" + path.read_bytes()[6:])

    def replace_file_by_folder_contents(self) -> None:
        """Half a deployment: an old page where a new one should be."""
        pages = sorted((self.root / "dist/site").rglob("index.html"))
        if len(pages) > 1:
            shutil.copyfile(pages[0], pages[-1])


EDITS: list[str] = sorted(
    name
    for name, value in vars(Editor).items()
    if not name.startswith("_") and name not in ("news", "pick", "key", "configure")
)
assert len(EDITS) >= 30


@pytest.mark.parametrize("seed", [2])
def test_any_sequence_of_edits_ends_in_the_bytes_of_a_clean_build(tmp_path: Path, seed: int) -> None:
    root = kit.small_site(tmp_path / "root", news=23)
    runner = kit.Runner.at(tmp_path / "cache")
    runner.build(root)
    editor = Editor(root, seed)
    order = list(EDITS)
    editor.dice.shuffle(order)
    since: list[str] = []
    for number, name in enumerate(order, 1):
        edit: Callable[[], None] = getattr(editor, name)
        editor.count += 1
        edit()
        since.append(name)
        if editor.dice.random() < 0.4 or number % 7 == 0:
            runner.build(root, "--jobs", editor.dice.choice("12"))
        if number % 7 == 0 or number == len(order):
            runner.build(root)
            wanted = clean(root, tmp_path / f"clean-{number}")
            found = kit.hashes(root / "dist")
            try:
                kit.assert_same(found, wanted)
            except AssertionError as error:
                raise AssertionError(f"after {since} (seed {seed}): {error}") from None
            since = []
            shutil.rmtree(tmp_path / f"clean-{number}")


@pytest.mark.parametrize(
    "edit",
    [
        "rename",
        "move_to_another_type",
        "add_the_oldest",
        "identify",
        "tags",
        "signatures",
        "column",
        "date",
        "picture_size",
        "status",
    ],
)
def test_one_edit_alone_ends_in_the_bytes_of_a_clean_build(
    tmp_path: Path, edit: str, plain: Path, plain_runner: kit.Runner
) -> None:
    """One after the other hides what the next full rebuild mends."""
    root = plain
    editor = Editor(root, zlib_of(edit))
    editor.count = 5
    getattr(editor, edit)()
    plain_runner.build(root, "--only", "portal")
    wanted = clean(root, tmp_path, "--only", "portal")
    kit.assert_same(kit.hashes(root / "dist"), wanted)


def zlib_of(text: str) -> int:
    return sum(text.encode())


@pytest.fixture(scope="module")
def plain_runner(tmp_path_factory: pytest.TempPathFactory) -> kit.Runner:
    return kit.Runner.at(tmp_path_factory.mktemp("plain-cache"))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory, plain_runner: kit.Runner) -> Path:
    """A root that is edited on and on, built for the portal alone."""
    root = kit.small_site(tmp_path_factory.mktemp("plain") / "root", news=45)
    shutil.rmtree(root / "bulletins")
    path = root / "content/news/item-07.md"
    path.write_text(path.read_text("utf-8").replace("[公报](bulletins/gongbao/2026-01)", "公报"), "utf-8")
    plain_runner.build(root, "--only", "portal")
    return root


def test_a_build_in_parts_is_a_build(tmp_path: Path, small: Path) -> None:
    root = rewritten(small, tmp_path / "root")
    runner = kit.Runner.at(tmp_path / "cache")
    for name in ("print", "portal", "feeds"):
        runner.build(root, "--only", name)
    kit.assert_same(kit.hashes(root / "dist"), kit.hashes(small / "dist"))
    runner.build(root)
    kit.assert_same(kit.hashes(root / "dist"), kit.hashes(small / "dist"))


def test_a_lost_cache_leaves_no_old_files(tmp_path: Path, small: Path) -> None:
    """Another machine, or a user who emptied the cache: what stands in dist may be anything."""
    root = rewritten(small, tmp_path / "root")
    kit.Runner.at(tmp_path / "cache-1").build(root)
    (root / "content/news/item-03.md").unlink()
    kit.write(root, "dist/site/old/index.html", "old")
    kit.write(root, "dist/print/gongbao/old.pdf", "old")
    kit.Runner.at(tmp_path / "cache-2").build(root)
    kit.assert_same(kit.hashes(root / "dist"), clean(root, tmp_path / "clean"))


def test_a_moved_root_is_built_anew(tmp_path: Path, small: Path) -> None:
    root = rewritten(small, tmp_path / "root")
    runner = kit.Runner.at(tmp_path / "cache")
    runner.build(root)
    (root / "content/news/item-03.md").unlink()
    root = root.rename(tmp_path / "moved")
    runner.build(root)
    kit.assert_same(kit.hashes(root / "dist"), clean(root, tmp_path / "clean"))


def test_back_and_forth_ends_where_it_began(tmp_path: Path, small: Path) -> None:
    """An edit taken back leaves nothing of itself, not even an empty folder."""
    root = rewritten(small, tmp_path / "root")
    runner = kit.Runner.at(tmp_path / "cache")
    runner.build(root)
    before = kit.hashes(root / "dist")
    kit.write(root, "content/stories/images/extra.png", kit.encoded(kit.picture(77), "PNG"))
    extra = "正文。\n\n![图](images/extra.png)\n"
    kit.write(root, "content/stories/extra.md", kit.article("多出来的", body=extra, tags=["只此一篇"]))
    kit.write(root, "bulletins/third/periodical.yml", kit.periodical("第三种"))
    kit.write(root, "bulletins/third/2026-01.yml", kit.issue(1, "2026-05-01", {"全": ["stories/extra"]}))
    runner.build(root)
    grown = kit.hashes(root / "dist")
    for name in (
        "site/tags/只此一篇/",
        "print/third/",
        "site/bulletins/third/2026-01/",
        "site/stories/extra/",
    ):
        assert name in grown
    (root / "content/stories/extra.md").unlink()
    shutil.rmtree(root / "bulletins/third")
    runner.build(root)
    kit.assert_same(kit.hashes(root / "dist"), before)

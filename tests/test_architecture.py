"""The rooms of the package and what may be imported where: the design's picture as a law."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "scripts" / "press"
ROOMS = (
    "source",
    "diagnostics",
    "model",
    "content_types",
    "markup",
    "record",
    "rules",
    "outputs",
    "pipeline",
    "commands",
)
"""In import order: a module imports from rooms before its own, or from its own."""

EVERYWHERE = {"plugs", "__init__"}
AT_THE_END = {"mkdocs_plugin", "__main__"}
HEAVY = ("mkdocs", "typst", "PIL", "pikepdf", "material")


def name_of(path: Path) -> str:
    """``outputs.portal.pages`` for a file below the package."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def resolved(module: str, names: list[str]) -> Iterator[str]:
    """What ``from module import names`` asks for: modules where they are, else the module."""
    for name in names:
        inner = f"{module}.{name}".removeprefix("press.")
        yield (
            inner
            if inner in MODULES
            else (module.removeprefix("press.") if module != "press" else "__init__")
        )


def imports(path: Path) -> Iterator[tuple[int, str, str]]:
    """Yield (line, top-level package, module of ours or "") for every import, nested ones too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top, _, rest = alias.name.partition(".")
                yield node.lineno, top, (rest or "__init__") if top == "press" else ""
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            module = node.module or ""
            if module.split(".")[0] == "press":
                for ours in resolved(module, [alias.name for alias in node.names]):
                    yield node.lineno, "press", ours
            else:
                yield node.lineno, module.split(".")[0], ""


def room(module: str) -> str:
    return module.split(".")[0]


def rank(module: str) -> int:
    if room(module) in AT_THE_END:
        return len(ROOMS)
    return ROOMS.index(room(module))


def channel(module: str) -> str:
    """The output a module belongs to; "" for what all outputs share."""
    parts = module.split(".")
    shared = parts[0] != "outputs" or len(parts) < 2 or parts[1] == "media"
    return "" if shared else parts[1]


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_module_is_in_a_room(module: str) -> None:
    assert room(module) in {*ROOMS, *EVERYWHERE, *AT_THE_END}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_imports_only_from_rooms_above(module: str) -> None:
    if module in EVERYWHERE:
        assert [ours for _, top, ours in imports(MODULES[module]) if top == "press"] == []
        return
    for line, top, ours in imports(MODULES[module]):
        if top != "press" or ours in EVERYWHERE:
            continue
        place = f"{MODULES[module].relative_to(PACKAGE)}:{line}"
        assert room(ours) not in AT_THE_END or module == "__main__", place
        assert rank(ours) <= rank(module), f"{place} imports {ours} from a room below"


def test_the_law_sees_every_way_to_import(tmp_path: Path) -> None:
    path = tmp_path / "x.py"
    path.write_text(
        "import press.commands\nfrom press import plugs, pipeline\nfrom press.outputs import media, key\n"
        "def f():\n    from press.pipeline.load import load\n    import mkdocs.config\n",
        encoding="utf-8",
    )
    assert sorted(imports(path)) == sorted(
        [
            (1, "press", "commands"),
            (2, "press", "plugs"),
            (2, "press", "pipeline"),
            (3, "press", "outputs.media"),
            (3, "press", "outputs"),
            (5, "press", "pipeline.load"),
            (6, "mkdocs", ""),
        ]
    )


@pytest.mark.parametrize("module", sorted(name for name in MODULES if channel(name)))
def test_outputs_do_not_import_one_another(module: str) -> None:
    others = {ours for _, top, ours in imports(MODULES[module]) if top == "press" and channel(ours)}
    assert {ours for ours in others if channel(ours) != channel(module)} == set()


def test_what_outputs_share_knows_no_output() -> None:
    for module in ("outputs", "outputs.media"):
        assert [ours for _, _, ours in imports(MODULES[module]) if ours and channel(ours)] == []


@pytest.mark.parametrize("module", sorted(MODULES))
def test_only_the_shells_know_mkdocs(module: str) -> None:
    tops = {top for _, top, _ in imports(MODULES[module])}
    if module not in ("outputs.portal.shells", "mkdocs_plugin"):
        assert not tops & {"mkdocs", "material", "properdocs"}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_only_the_dialect_knows_comrak(module: str) -> None:
    tops = {top for _, top, _ in imports(MODULES[module])}
    assert ("comrak" in tops) == (module == "markup.dialect")


@pytest.mark.parametrize("module", sorted(name for name in MODULES if room(name) in ("model", "rules")))
def test_model_and_rules_touch_no_disk(module: str) -> None:
    tops = {top for _, top, _ in imports(MODULES[module])}
    assert not tops & {"os", "io", "pathlib", "shutil", "subprocess", "tempfile", "requests", "urllib3"}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_has_a_docstring_and_says_one_thing(module: str) -> None:
    text = MODULES[module].read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert text.count("\n") <= 370


def loaded(code: str) -> set[str]:
    """Top-level modules a fresh interpreter has loaded after ``code``."""
    script = f"{code}\nimport sys\nprint(' '.join(sys.modules), file=sys.__stderr__)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stderr.split()}


def test_importing_the_commands_is_light() -> None:
    assert not loaded("import press.commands") & set(HEAVY)


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["build", "--help"], ["check", "--help"]])
def test_help_is_light(words: list[str]) -> None:
    code = f"import sys\nsys.argv = ['press', *{words!r}]\nfrom press.commands import run\nassert run() == 0"
    assert not loaded(code) & set(HEAVY)


def test_a_check_without_images_is_light(tmp_path: Path) -> None:
    article = tmp_path / "content" / "news" / "a.md"
    article.parent.mkdir(parents=True)
    article.write_text("---\ntitle: 题\ndate: 2026-01-01\n---\n\n正文。\n", encoding="utf-8")
    code = f"import sys\nsys.argv = ['press', 'check', '--root', {str(tmp_path)!r}]\n"
    assert not loaded(f"{code}from press.commands import run\nassert run() == 0") & set(HEAVY)

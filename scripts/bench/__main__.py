"""``make bench``: the portal against stock MkDocs + Material on the same documents.

Figures are of whole processes; quote the ratios, for they were taken in one run on one machine.
"""

import filecmp
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from bench import corpus, record
from bench.measure import Cost, run

SIZES = (200, 2000, 10000)
EDITS = 5
AS_IT_COMES = 2000
"""The most documents for stock MkDocs with all of them in its navigation: its time is quadratic."""

_BIN = Path(sys.executable).parent
_SCRIPTS = str(Path(__file__).resolve().parents[1])


def main() -> None:
    """Measure each size and print a table as soon as it is known."""
    sizes = [int(argument) for argument in sys.argv[1:]] or list(SIZES)
    print("| documents | run | wall s | CPU s | peak MB | wall ÷ lean stock | ms CPU / document |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    # Nothing is deleted before the end: ext4 looks for free inodes past every one that was deleted
    # in the last seconds, and whoever is measured next would pay for it.
    with tempfile.TemporaryDirectory(prefix="press-bench-") as name:
        for size in sizes:
            folder = Path(name, str(size))
            folder.mkdir()
            _size(folder, size)
        _record(Path(name, "record"), sizes[-1])
    subprocess.run([sys.executable, "-m", "bench.proofreading", str(sizes[-1])], check=True)


def _size(folder: Path, size: int) -> None:
    root = folder / "root"
    corpus.write(root, size)
    environment = {"XDG_CACHE_HOME": str(folder / "cache")}
    command = [str(_BIN / "press"), "--root", str(root), "build", "--only", "portal"]
    cold = run(command, environment, folder)
    again = run(command, environment, folder)
    edits = [_edit(root, number, command, environment, folder) for number in range(EDITS)]
    edit = Cost(*(statistics.median(values) for values in zip(*map(_values, edits), strict=True)))
    _compare_with_clean(root, folder, command)
    stock = _stock(root, folder, lean=True)
    rows = {
        "press, cold": cold,
        "press, nothing changed": again,
        f"press, one edit (median of {EDITS})": edit,
        "MkDocs + Material + search, navigation of 4 entries": stock,
    }
    if size <= AS_IT_COMES:
        rows["MkDocs + Material + search, as it comes"] = _stock(root, folder, lean=False)
    for label, cost in rows.items():
        ratio = cost.wall / stock.wall
        each = cost.cpu / size * 1000
        print(
            f"| {size:,} | {label} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.memory:.0f}"
            f" | {ratio:.3f} | {each:.2f} |",
            flush=True,
        )


def _record(folder: Path, size: int) -> None:
    """What the rules of the congress's record cost on top of loading its documents."""
    folder.mkdir()
    root = folder / "root"
    record.write(root, size)
    command = [sys.executable, "-m", "bench.loading", str(root)]
    costs: dict[str, list[Cost]] = {"plain": [], "all": []}
    for turn in range(3):
        for which, found in costs.items():
            environment = {"XDG_CACHE_HOME": str(folder / f"{which}-{turn}"), "PYTHONPATH": _SCRIPTS}
            found.append(run([*command, which], environment, folder))
    plain, whole = (min(cost.cpu for cost in costs[which]) for which in ("plain", "all"))
    print(
        "\n| documents of the record | loading, CPU s | with the record's rules, CPU s | on top | peak MB |"
    )
    print("|---:|---:|---:|---:|---:|")
    peak = max(cost.memory for cost in costs["all"])
    print(f"| {size:,} | {plain:.2f} | {whole:.2f} | {whole / plain - 1:.1%} | {peak:.0f} |", flush=True)


def _values(cost: Cost) -> tuple[float, float, float]:
    return cost.wall, cost.cpu, cost.memory


def _edit(root: Path, number: int, command: list[str], environment: dict[str, str], folder: Path) -> Cost:
    path = sorted((root / "content" / "news").glob("*.md"))[number * 7]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: ", "title: 改", 1) + "\n补记一句。\n", encoding="utf-8")
    return run(command, environment, folder)


def _compare_with_clean(root: Path, folder: Path, command: list[str]) -> None:
    """The edits must have ended in the bytes of a clean build."""
    (root / "dist").rename(folder / "edited")
    run(command, {"XDG_CACHE_HOME": str(folder / "clean")}, folder)
    clean = root / "dist"
    names = {p.relative_to(clean) for p in clean.rglob("*") if p.is_file()}
    edited = {p.relative_to(folder / "edited") for p in (folder / "edited").rglob("*") if p.is_file()}
    if names != edited:
        raise RuntimeError(f"edits and clean build differ in {sorted(names ^ edited)[:5]}")
    for name in names:
        if not filecmp.cmp(clean / name, folder / "edited" / name, shallow=False):
            raise RuntimeError(f"edits and clean build differ in {name}")


def _stock(root: Path, folder: Path, lean: bool) -> Cost:
    """MkDocs + Material with its search on the same documents.

    ``lean``: set up so that it is fastest, with one document of each folder in the navigation;
    that is what we are compared with. As it comes, the navigation holds them all (pruned).
    """
    folders = sorted((root / "content").iterdir())
    first = [f"{path.name}/{min(path.iterdir()).name}" for path in folders]
    settings = {
        "site_name": "stock",
        "docs_dir": str(root / "content"),
        "site_dir": str(folder / "stock"),
        **({"nav": first} if lean else {}),
        "theme": {
            "name": "material",
            "language": "zh",
            "font": False,
            "features": ["navigation.prune"],
        },
        "plugins": ["search"],
    }
    config = folder / "stock.yml"
    config.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    command = [str(_BIN / "mkdocs"), "build", "--quiet", "--config-file", str(config)]
    return run(command, {"NO_MKDOCS_2_WARNING": "1"}, folder)


main()

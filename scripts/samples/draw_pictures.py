"""Draw the sample pictures: illustrations of a fictional county, not photographs.

Every picture is a layered, poster-like landscape or interior drawn with Pillow alone;
``canvas.py`` holds the brush, the three ``scenes_*.py`` hold one function for each picture.

Usage: python scripts/samples/draw_pictures.py [name ...]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import scenes_land as land
import scenes_people as people
import scenes_work as work
from canvas import Canvas

CONTENT = Path(__file__).resolve().parents[2] / "content"


SCENES: dict[str, tuple[Callable[[Canvas], None], Sequence[str]]] = {
    "stories/terraces": (land.terraces, ("#cfdfd3", "#f6ead0", "#f4dfb4")),
    "stories/canal": (land.canal, ("#bcd3d3", "#eff0dd")),
    "stories/canteen": (people.canteen, ("#e3c592", "#e3c592")),
    "stories/lane": (people.lane, ("#c3d5d4", "#f5ead0")),
    "stories/school": (people.school, ("#a9cdd3", "#f3efd8")),
    "stories/mountain-road": (land.mountain_road, ("#14293a", "#34566a", "#6d8a90")),
    "stories/bridge": (land.bridge, ("#b4d0d3", "#f7ecd2", "#f4e2bd")),
    "stories/ferry": (land.ferry, ("#c98f72", "#f3c98f", "#fbe6bd")),
    "stories/workshop": (people.workshop, ("#9c7a58", "#9c7a58")),
    "stories/kiln": (people.kiln, ("#101f2c", "#24404f", "#4a5f66")),
    "stories/orchard": (land.orchard, ("#b8706a", "#f0a873", "#fbdca4")),
    "stories/packing": (people.packing, ("#b5d2d6", "#f4eed8")),
    "stories/lotus-pond": (work.lotus_pond, ("#c3cfd3", "#f0e9d8", "#f6e6c4")),
    "stories/dawn-street": (work.dawn_street, ("#131f2e", "#2c4359", "#6f7f8a")),
    "stories/parcel-bus": (work.parcel_bus, ("#b2d0d5", "#f4eed8")),
    "stories/clinic": (work.clinic, ("#cfdcd6", "#cfdcd6")),
    "stories/paddy-ditch": (work.paddy_ditch, ("#b6d3d6", "#f6efd8")),
    "stories/tea-hill": (work.tea_hill, ("#c6dcd2", "#f6ecd0")),
    "stories/beehives": (work.beehives, ("#b4d4d8", "#f8f1da")),
    "stories/shop-books": (work.shop_books, ("#d8b987", "#d8b987")),
    "stories/river-gauge": (work.river_gauge, ("#6f858c", "#a9b6b5", "#d3d5c9")),
    "stories/night-bus": (work.night_bus, ("#101c2b", "#2b4358", "#5f727f")),
    "stories/truck-bends": (work.truck_bends, ("#adcdd2", "#f4efda")),
    "stories/chestnut": (work.chestnut, ("#d9c9a4", "#f6e6c0")),
    "stories/ranger-ridge": (work.ranger_ridge, ("#a9c4c6", "#f2eedd")),
    "news/hall": (people.hall, ("#a7cbd3", "#f5efdb")),
    "news/reservoir": (land.reservoir, ("#a9cdd2", "#eff2e2")),
    "news/greenhouse": (land.greenhouse, ("#aacfd6", "#f4efd8")),
    "news/night-talk": (people.night_talk, ("#152a3c", "#365a6c", "#7c9290")),
}


def main(names: Sequence[str]) -> None:
    """Draw the named pictures, or all of them."""
    for key, (scene, sky) in SCENES.items():
        folder, name = key.split("/")
        if names and name not in names:
            continue
        canvas = Canvas(name, sky)
        scene(canvas)
        path = CONTENT / folder / "images" / f"{name}.jpg"
        canvas.save(path)
        print(f"{path.relative_to(CONTENT.parent)}  {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Make the recordings of the sample archive: two interviews without a voice, a film, their captions.

What is said is the transcript in ``content/archives``: each paragraph that begins with a speaker in
bold is cut into cues, and the cues are timed by their length, so captions and transcript agree word
for word.  The sounds come from ``tones.py``, the slides from the sample scenes; ffmpeg (Debian)
encodes both.

Usage: .venv/bin/python scripts/samples/make_recordings.py
"""

from __future__ import annotations

import math
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import scenes_land as land
from canvas import INK, OCHRE, PAPER, Canvas, H, W, mix
from paper import HEAVY, PLAIN, SONG, face
from PIL import Image, ImageDraw, ImageFilter
from tones import Tape

ARCHIVES = Path(__file__).resolve().parents[2] / "content" / "archives"
MEDIA = ARCHIVES / "media"
FILM = ("2026-07-16-chengxihe-daqiao.md", "2025-chengxihe-daqiao")
TALKS = (
    ("2026-06-16-koushu-tong-yougen.md", "2026-koushu-tong-yougen", 130.8, (0, 3, 1, 4, 2)),
    ("2026-07-14-koushu-yu-mogeng.md", "2026-koushu-yu-mogeng", 116.5, (2, 0, 4, 1, 3)),
)
SIZE, FPS, FADE = (1280, 720), 25, 0.6
PACE, OPENING, CLOSING, BREATH = 5.4, 2.4, 3.0, 0.35
"""Characters a second; seconds before the first word, after the last, between two speakers."""

_SAID = re.compile(r"(?m)^\*\*([^*]+)\*\*：(.+)$")


class Cue(NamedTuple):
    """What one caption says, and from when to when."""

    speaker: str
    text: str
    begins: float
    ends: float


def said(name: str) -> list[tuple[str, str]]:
    """Return (speaker, words) from the transcript."""
    return _SAID.findall((ARCHIVES / name).read_text(encoding="utf-8"))


def pieces(words: str, most: int = 26) -> Iterator[str]:
    """Cut what is said into captions of at most ``most`` characters, at the marks."""
    line = ""
    for part in re.findall(r"[^，。？！；]+[，。？！；]?”?", words):
        if line and len(line) + len(part) > most:
            yield line
            line = ""
        line += part
    if line:
        yield line


def timed(talk: Sequence[tuple[str, str]]) -> list[Cue]:
    """Give each caption the time it takes to say it."""
    cues, at = [], OPENING
    for speaker, words in talk:
        for text in pieces(words):
            lasts = max(1.2, len(text) / PACE)
            cues.append(Cue(speaker, text, at, at + lasts))
            at += lasts
        at += BREATH
    return cues


def clock(seconds: float) -> str:
    """Return ``00:01:02.345``."""
    whole = round(seconds * 1000)
    return f"{whole // 3600000:02}:{whole // 60000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"


def captions(cues: Sequence[Cue], path: Path) -> None:
    """Write WebVTT, with the speaker as its voice."""
    blocks = [
        f"{number}\n{clock(cue.begins)} --> {clock(cue.ends)}\n<v {cue.speaker}>{cue.text}\n"
        for number, cue in enumerate(cues, 1)
    ]
    path.write_text("\n".join(["WEBVTT\n", *blocks]), encoding="utf-8")


def encode(*arguments: str, pictures: Iterator[Image.Image] | None = None) -> None:
    """Run ffmpeg so that the same input gives the same bytes; hand it the ``pictures`` one by one."""
    command = ["ffmpeg", "-loglevel", "error", "-y", *arguments[:-1], "-map_metadata", "-1"]
    command += ["-fflags", "+bitexact", "-flags", "+bitexact", arguments[-1]]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        assert process.stdin
        for picture in pictures or ():
            process.stdin.write(picture.tobytes())
        process.stdin.close()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def talk(document: str, name: str, root: float, order: Sequence[int], folder: Path) -> Path:
    """Make one interview: a bell, chords for as long as the talk lasts, a bell."""
    cues = timed(said(document))
    tape = Tape(cues[-1].ends + CLOSING)
    tape.chords(root, order)
    tape.bell(0.15, root * 4)
    tape.bell(cues[-1].ends + 0.2, root * 4, 0.2)
    sound, path = folder / f"{name}.wav", MEDIA / f"{name}.mp3"
    tape.write(sound)
    encode("-i", str(sound), "-c:a", "libmp3lame", "-b:a", "40k", str(path))
    captions(cues, MEDIA / f"{name}.vtt")
    return path


class Slide(NamedTuple):
    """A picture and how the eye moves over it: (centre x, centre y, width) from ``start`` to ``end``."""

    picture: Image.Image
    lasts: float
    start: tuple[float, float, float]
    end: tuple[float, float, float]


def scene(name: str, draw: Callable[[Canvas], None], sky: Sequence[str]) -> Image.Image:
    """Draw a sample scene at full size."""
    canvas = Canvas(name, sky)
    draw(canvas)
    return canvas.img.resize((W * 3 // 2, H * 3 // 2), Image.Resampling.LANCZOS)


def card(draw: Callable[[Canvas], None]) -> Image.Image:
    """Draw a card of letters on deep green."""
    return scene("card", draw, ("#183038", "#25474d", "#2d5353"))


def arches(c: Canvas, y: float, r: float) -> None:
    """Draw the line of the bridge."""
    tone = mix("#25474d", PAPER, 0.45)
    for n in range(5):
        x = n * r * 2.15 - r * 0.3
        turn = [math.pi * i / 60 for i in range(61)]
        c.line([(x + r * math.cos(t), y - r * 0.62 * math.sin(t)) for t in turn], 4, tone)
    c.line([(0, y - r * 0.74), (W, y - r * 0.74)], 7, tone)


def words(c: Canvas, text: str, x: float, y: float, size: float, color: str, name: str = HEAVY) -> None:
    """Set a line of letters centred on (x, y), with a soft shadow."""
    shade = Image.new("L", c.img.size)
    ImageDraw.Draw(shade).text((x * 2, y * 2 + 6), text, 130, face(name, size), "mm")
    c.img.paste(Image.new("RGB", c.img.size, "#0d1b20"), (0, 0), shade.filter(ImageFilter.GaussianBlur(8)))
    ImageDraw.Draw(c.img).text((x * 2, y * 2), text, color, face(name, size), "mm")


def title(c: Canvas) -> None:
    """The title of the film."""
    arches(c, 800, 190)
    words(c, "澄溪河大桥通车", W / 2, 410, 112, "#f6edd6")
    words(c, "2025年12月28日　青禾县柳荫渡镇", W / 2, 540, 42, mix(OCHRE, PAPER, 0.45), SONG)
    words(c, "样例动画", W / 2, 905, 30, mix("#25474d", PAPER, 0.6), PLAIN)


def figures(c: Canvas) -> None:
    """From 31 km to 6 km."""
    tone = mix(OCHRE, PAPER, 0.25)
    turn = [math.pi * (0.06 + 0.88 * i / 80) for i in range(81)]
    c.line([(W / 2 + 270 * math.cos(t), 580 - 180 * math.sin(t)) for t in turn], 8, tone)
    for x, number, place in ((W / 2 - 440, "31", "绕行老桥"), (W / 2 + 440, "6", "走新桥")):
        words(c, number, x, 530, 190, "#f6edd6")
        words(c, "公里", x, 680, 48, "#f6edd6", SONG)
        words(c, place, x, 350, 40, tone, SONG)
    words(c, "鹭头村到镇医院", W / 2, 760, 46, mix("#25474d", PAPER, 0.7), SONG)


def slides() -> list[Slide]:
    """The film: title, ferry, bridge, figures, and back to the ferry."""
    ferry = scene("ferry", land.ferry, ("#c98f72", "#f3c98f", "#fbe6bd"))
    bridge = scene("bridge", land.bridge, ("#b4d0d3", "#f7ecd2", "#f4e2bd"))
    return [
        Slide(card(title), 3.8, (790, 560, 1500), (820, 560, 1440)),
        Slide(ferry, 3.6, (640, 610, 1180), (880, 610, 1180)),
        Slide(bridge, 5.8, (800, 560, 1560), (830, 670, 1060)),
        Slide(card(figures), 3.6, (800, 555, 1440), (800, 555, 1540)),
        Slide(ferry, 3.2, (800, 660, 1120), (800, 580, 1560)),
    ]


def frame(slide: Slide, share: float) -> Image.Image:
    """Return what the eye sees after a ``share`` of the slide."""
    ease = share * share * (3 - 2 * share)
    x, y, width = (a + (b - a) * ease for a, b in zip(slide.start, slide.end, strict=True))
    height = width * SIZE[1] / SIZE[0]
    box = tuple(1.5 * edge for edge in (x - width / 2, y - height / 2, x + width / 2, y + height / 2))
    scale = (box[2] - box[0]) / SIZE[0]
    matrix = (scale, 0, box[0], 0, scale, box[1])
    return slide.picture.transform(SIZE, Image.Transform.AFFINE, matrix, Image.Resampling.BICUBIC)


def frames(film: Sequence[Slide]) -> Iterator[Image.Image]:
    """Yield every frame: each slide melts into the next; light comes at the start and goes at the end."""
    dark = Image.new("RGB", SIZE, mix(INK, "#000000", 0.5))
    total = round(sum(slide.lasts for slide in film) * FPS)
    starts = [sum(slide.lasts for slide in film[:n]) for n in range(len(film))]
    for number in range(total):
        at = number / FPS
        n = max(i for i, start in enumerate(starts) if start <= at + 1e-9)
        into = at - starts[n]
        picture = frame(film[n], min(1.0, into / (film[n].lasts + FADE)))
        if n and into < FADE:
            before = film[n - 1]
            past = frame(before, min(1.0, (before.lasts + into) / (before.lasts + FADE)))
            picture = Image.blend(past, picture, into / FADE)
        light = min(1.0, (number + 1) / FPS / 0.8, (total - number) / FPS / 1.2)
        yield picture if light >= 1 else Image.blend(dark, picture, light)


def film(folder: Path) -> Path:
    """Make the film and its captions: one caption while each slide is seen."""
    document, name = FILM
    shown = slides()
    cues, at = [], 0.0
    for slide, (speaker, text) in zip(shown, said(document), strict=True):
        cues.append(Cue(speaker, text, at + 0.3, at + slide.lasts - 0.1))
        at += slide.lasts
    tape = Tape(at)
    tape.chords(123.5, (0, 2, 1, 3))
    tape.bell(0.3, 494.0)
    sound, path = folder / f"{name}.wav", MEDIA / f"{name}.mp4"
    tape.write(sound)
    source = ("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{SIZE[0]}x{SIZE[1]}", "-r", str(FPS), "-i", "-")
    video = ("-c:v", "libx264", "-preset", "slow", "-crf", "26", "-pix_fmt", "yuv420p", "-threads", "1")
    audio = ("-c:a", "aac", "-b:a", "48k", "-movflags", "+faststart", "-shortest")
    encode(*source, "-i", str(sound), *video, *audio, str(path), pictures=frames(shown))
    captions(cues, MEDIA / f"{name}.vtt")
    return path


def main() -> None:
    """Make every recording."""
    MEDIA.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [talk(*entry, folder) for entry in TALKS]
        paths.append(film(folder))
    for path in paths:
        print(f"{path.name}  {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()

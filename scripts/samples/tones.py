"""Sounds for the sample recordings: a bell and slow chords, made of sine waves alone.

Nobody in the county has a voice, so nobody is given one.  Samples are floats in -1..1 at ``RATE``.
"""

from __future__ import annotations

import math
import wave
from array import array
from collections.abc import Sequence
from pathlib import Path

RATE = 22050
_PARTIALS = (
    (0.5, 0.35, 5.5),
    (1.0, 1.0, 4.2),
    (1.19, 0.5, 3.4),
    (1.5, 0.3, 2.8),
    (2.0, 0.55, 2.4),
    (2.74, 0.22, 1.5),
)
_PENTATONIC = (0, 2, 4, 7, 9)


class Tape:
    """A length of silence on which sounds are laid."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.samples = array("f", bytes(4 * round(seconds * RATE)))

    def bell(self, at: float, pitch: float, loud: float = 0.3) -> None:
        """Strike a bronze bell: partials out of tune with one another, the high ones soon gone."""
        first = round(at * RATE)
        for ratio, share, last in _PARTIALS:
            turn, fade = math.tau * pitch * ratio / RATE, math.exp(-4.2 / (last * RATE))
            level = loud * share / 2.6
            for i in range(first, min(len(self.samples), first + round(last * RATE))):
                rise = min(1.0, (i - first) / 90)
                self.samples[i] += level * rise * math.sin(turn * (i - first))
                level *= fade

    def pad(self, at: float, lasts: float, pitch: float, loud: float) -> None:
        """Hold a soft tone that swells and ebbs, doubled a hair out of tune."""
        first, count = round(at * RATE), round(lasts * RATE)
        turn = math.tau * pitch / RATE
        for i in range(min(count, len(self.samples) - first)):
            swell = math.sin(math.pi * i / count) ** 2
            tone = math.sin(turn * i) + 0.6 * math.sin(turn * 1.004 * i) + 0.18 * math.sin(turn * 2 * i)
            self.samples[first + i] += loud * swell * tone / 1.8

    def chords(self, root: float, order: Sequence[int], lasts: float = 6.0) -> None:
        """Lay overlapping chords of the pentatonic scale from end to end."""
        step, at, n = lasts / 2, 0.0, 0
        while at < self.seconds - step:
            low = order[n % len(order)]
            for above, loud in ((0, 0.11), (2, 0.07), (4, 0.05)):
                octave, degree = divmod(low + above, len(_PENTATONIC))
                pitch = root * 2 ** (octave + _PENTATONIC[degree] / 12)
                self.pad(at, min(lasts, self.seconds - at), pitch, loud)
            at, n = at + step, n + 1

    def write(self, path: Path) -> None:
        """Fade both ends and write 16-bit mono."""
        count = len(self.samples)
        pcm = array("h", bytes(2 * count))
        for i, value in enumerate(self.samples):
            edge = min(1.0, i / (0.05 * RATE), (count - i) / (1.6 * RATE))
            pcm[i] = round(32000 * math.tanh(1.7 * value * edge))
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(pcm.tobytes())

"""Run a command as a whole process and take its wall time, CPU time and memory."""

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What a run cost: seconds on the wall, seconds of CPU, MB at the peak.

    ``memory`` is the largest sum, over the process and its children, of what is theirs in memory
    (proportional set size, sampled twenty times a second): forked workers share most of it.
    """

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Cost:
    """Run ``command`` in ``folder``; raise when it fails."""
    log = folder / "bench.log"
    with open(log, "wb") as output:
        started = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=output, stderr=output
        )
        sampler = _Sampler(process.pid)
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        sampler.stop()
    if process.returncode:
        raise RuntimeError(f"{command} failed:\n{log.read_text(errors='replace')[-2000:]}")
    peak = max(sampler.peak, usage.ru_maxrss / 1024)
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak)


class _Sampler(threading.Thread):
    """Watches a tree of processes. A short run may end between two looks."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0.0
        self._pid = pid
        self._done = threading.Event()

    def run(self) -> None:
        while not self._done.wait(0.05):
            self.peak = max(self.peak, sum(_memory(pid) for pid in _tree(self._pid)))

    def stop(self) -> None:
        """End the watch."""
        self._done.set()
        self.join()


def _tree(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        try:
            children = Path(f"/proc/{parent}/task/{parent}/children").read_text()
        except OSError:
            continue
        found += [int(child) for child in children.split()]
    return found


def _memory(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024

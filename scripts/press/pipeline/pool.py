"""Spread work over forked processes: they share what is loaded, so nothing is copied to them."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


def spread(
    function: Callable[[Item], Result], items: Sequence[Item], jobs: int, chunk: int
) -> Iterator[tuple[int, Result]]:
    """Yield (index, ``function(item)``) for every item, in no particular order.

    Functions and items may be anything (closures too): children are forked after both exist.
    Few items, one job, or a system without fork: all is done here, one by one. An interruption
    ends the children before it is passed on.
    """
    global _work
    if jobs < 2 or len(items) <= chunk or not hasattr(os, "fork"):
        for index, item in enumerate(items):
            yield index, function(item)
        return
    # Loaded where there is much to do; a single edit is faster without.
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from multiprocessing import get_context

    _work = (function, items)
    ranges = [(start, min(start + chunk, len(items))) for start in range(0, len(items), chunk)]
    children: ProcessPoolExecutor | None = None
    try:
        # Ctrl-C amid a fork would be lost in one of its hooks.
        with uninterrupted():
            children = ProcessPoolExecutor(
                jobs, get_context("fork"), initializer=_begin, initargs=(os.getpid(),)
            )
            futures = [children.submit(_run, *bounds) for bounds in ranges]
        for future in as_completed(futures):
            yield from future.result()
        children.shutdown()
    except BaseException:
        if children is not None:
            # Nothing is waited for: a child that is ended amid its work may hold the others' lock.
            for process in list(children._processes.values()):
                process.kill()
            children.shutdown(wait=False, cancel_futures=True)
        raise
    finally:
        _work = None


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C back until the block is done."""
    caught: list[int] = []
    try:
        before = signal.signal(signal.SIGINT, lambda number, frame: caught.append(number))
    except ValueError:  # not the main thread: no signal arrives here
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if caught:
        raise KeyboardInterrupt


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(parent: int) -> None:
    """Begin a child: Ctrl-C is for the parent, and a child does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: int) -> None:
    # The pipes of a killed parent stay open in its other children, so none would notice.
    while os.getppid() == parent:
        time.sleep(0.2)
    os._exit(1)


def _run(start: int, stop: int) -> list[tuple[int, Any]]:
    assert _work is not None
    function, items = _work
    return [(index, function(items[index])) for index in range(start, stop)]

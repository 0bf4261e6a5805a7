"""Work shared among processes, its results in the order it was given, without ever holding all of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, TypeVar

_In = TypeVar("_In")
_Out = TypeVar("_Out")

_CHUNK: Final = 16
"""Items handed over at once: enough that the handing over costs little."""
_AHEAD: Final = 3
"""Chunks a process may be ahead of the reader."""


def ordered(work: Callable[[_In], _Out], items: Iterable[_In], jobs: int) -> Iterator[_Out]:
    """Each item's result, in order. With one job nothing is started: the work is done here, item by item.

    `work`, items and results are pickled when there are several jobs.
    """
    if jobs == 1:
        yield from map(work, items)
        return
    from concurrent.futures import Future, ProcessPoolExecutor  # noqa: PLC0415  # only those who ask for several jobs
    from multiprocessing import get_context  # noqa: PLC0415

    left = iter(items)
    waiting: deque[Future[list[_Out]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        try:
            while chunk := list(islice(left, _CHUNK)):
                waiting.append(pool.submit(_all, work, chunk))
                if len(waiting) >= jobs * _AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:  # whoever stops reading early does not wait for what nobody will read
            for future in waiting:
                future.cancel()


def _all(work: Callable[[_In], _Out], chunk: list[_In]) -> list[_Out]:
    return [work(item) for item in chunk]

"""Work shared among processes, its results in the order it was given, without ever holding all of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

_In = TypeVar("_In")
_Out = TypeVar("_Out")

TOGETHER: Final = 16
"""Texts that are taken together: by a process, and by a model that reads many at once."""
LONGEST: Final = 100_000
"""Characters after which no more are taken together, however few they are: a bound for the memory."""
_AHEAD: Final = 3
"""Batches a process may be ahead of the reader."""


def batches(items: Iterable[_In], size: Callable[[_In], int], most: int, longest: int) -> Iterator[list[_In]]:
    """Runs of items: at most `most` of them, and one that brings the sum of sizes to `longest` is the last of its run."""
    batch: list[_In] = []
    total = 0
    for item in items:
        batch.append(item)
        total += size(item)
        if len(batch) >= most or total >= longest:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


def ordered(work: Callable[[list[_In]], Sequence[_Out]], batches: Iterable[list[_In]], jobs: int) -> Iterator[_Out]:
    """The results of each batch, in order. With one job nothing is started: the work is done here.

    `work`, items and results are pickled when there are several jobs.
    """
    if jobs == 1:
        for batch in batches:
            yield from work(batch)
        return
    from concurrent.futures import Future, ProcessPoolExecutor  # noqa: PLC0415  # only those who ask for several jobs
    from multiprocessing import get_context  # noqa: PLC0415

    waiting: deque[Future[Sequence[_Out]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        try:
            for batch in batches:
                waiting.append(pool.submit(work, batch))
                if len(waiting) >= jobs * _AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:  # whoever stops reading early does not wait for what nobody will read
            pool.shutdown(
                cancel_futures=True
            )  # futures cancelled one by one here could leave the pool waiting for ever

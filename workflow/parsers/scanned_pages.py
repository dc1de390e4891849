"""Scanned pages, upright, several at once: the net and the picture work leave Python's lock, so that two threads read nearly twice as fast."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from workflow.parsers.page import Page
from workflow.parsers.scan import Ocr, Picture, page_of

AT_ONCE = 2  # pages in memory: a page of 300 dpi takes about 150 MB while it is read


def read_scan(picture: Picture, number: int, *, ocr: Ocr) -> Page:
    """Return the page that a recogniser sees once it is upright."""
    from workflow.parsers.upright import read_upright  # the picture work loads with the first scan

    upright, read, degrees = read_upright(picture, ocr)
    return page_of(read, upright, number, turned=degrees)


def read_scans(numbers: Sequence[int], picture: Callable[[int], Picture], ocr: Ocr) -> list[Page]:
    """Return these pages of a file in their order; the first page that fails raises what it failed with, and ends the rest."""

    def read(number: int) -> Page:
        return read_scan(picture(number), number, ocr=ocr)

    workers = min(AT_ONCE, len(numbers), _processors())
    if workers < 2:
        return [read(number) for number in numbers]
    pool = ThreadPoolExecutor(workers, thread_name_prefix="saraban-scan")
    try:
        return list(pool.map(read, numbers))
    finally:
        pool.shutdown(cancel_futures=True)


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

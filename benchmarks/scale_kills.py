"""A sending whose worker is killed with SIGKILL three times, from the first start to the last durable recipient, four starts of a process
and the finding of what was left included. Beside it: the same sending by one worker that nobody kills.
"""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.scale_rows import Row
from tests.acceptance.fan_out import roster_of, sent_to_all

KILLS = 3


def measure(url: str, folder: Path, quick: bool) -> Iterator[Row]:
    """Yield the seconds of both; a recipient missing or there twice ends the benchmark."""
    people = 20_000 if quick else 200_000
    desk = roster_of(url, folder, people)
    whole, _ = sent_to_all(desk, url, folder, people).survives(0)
    killed = sent_to_all(desk, url, folder, people, "another letter")
    seconds, at = killed.survives(KILLS)
    assert at[-1] < people, "the last kill came too late"
    assert killed.judged() == (people, people, people, 1, 0), killed.judged()
    named = f"{people:,} people, {KILLS} kills"
    yield Row(named, seconds, "s", None if quick else 10.0, reference="nobody killed", against=whole)

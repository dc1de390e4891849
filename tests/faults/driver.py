"""Plays every scenario and breaks it at every failpoint: `python -m tests.faults.driver URL FOLDER [--all | --quick] [--only SCENARIO]`.

URL is `sqlite` or a PostgreSQL server. Everything is imported once and all work happens in forked children, each on its own copy of a
prepared office (the typesetter starts threads, and a fork of a process with threads hangs on their locks). Prints a line of JSON for
each fault: what it was, whether it struck, and what the judge found before and after the scenario was done again.
"""

import argparse
import json
import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import dbos  # noqa: F401 - the engine imports it when it is needed: once here, and not in every child
from sqlalchemy import create_engine, make_url, text

from tests.faults.judge import EVER, Verdict, differences, facts, look
from tests.faults.place import Place
from tests.faults.scenarios import SCENARIOS, Scenario
from tests.number_writers import fork
from workflow import failpoints
from workflow.core.errors import SarabanError
from workflow.services.tidy_up import tidy_up
from workflow.store.engine import open_store
from workflow.store.migrate import upgrade

KILL, RAISE, SLEEP = "kill", "raise", "sleep"
WAIT = 0.15


class Broken(Exception):
    """What a failpoint raises: nothing the program has ever heard of."""


@dataclass(frozen=True)
class Fault:
    """At the n-th time (from 1) that the point is reached, this happens."""

    point: str
    nth: int
    how: str


class Offices:
    """Copies of offices on one kind of database."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder, self.made = url, folder, 0
        self._server = None if url == "sqlite" else make_url(url).set(drivername="postgresql+psycopg")
        self.newest = self._place("newest")
        self._create(self.newest.url)
        self._upgrade()

    def _place(self, name: str) -> Place:
        folder = self.folder / name
        if self._server is None:
            return Place(folder, f"sqlite:///{folder}/saraban.sqlite3", f"sqlite:///{folder}/spare.sqlite3")
        urls = (make_url(self.url).set(database=f"{name}_{end}").render_as_string(hide_password=False) for end in "ab")
        return Place(folder, *urls)

    def _upgrade(self) -> None:
        def work() -> None:
            upgrade(open_store(self.newest.url))

        self.newest.folder.mkdir(parents=True, exist_ok=True)
        finished(fork(work))

    def _create(self, url: str, like: str = "template0") -> None:
        if self._server is None:
            return
        server = create_engine(self._server, isolation_level="AUTOCOMMIT")
        with server.connect() as connection:
            connection.execute(
                text(
                    f"CREATE DATABASE {make_url(url).database} TEMPLATE {make_url(like).database if ':' in like else like}"
                )
            )
        server.dispose()

    def copy(self, of: Place, name: str) -> Place:
        """Return a copy of an office under a new name."""
        made = self._place(name)
        shutil.copytree(of.folder, made.folder)
        self._create(made.url, of.url)
        self._create(made.spare, of.spare if of is not self.newest else "template0")
        return made

    def prepared(self, scenario: Scenario) -> Place:
        """Return an office where the scenario can begin."""
        made = self.copy(self.newest, f"p_{scenario.name.replace(' ', '_')}")
        finished(fork(lambda: scenario.prepare(made)))
        return made

    def remove(self, place: Place) -> None:
        """Remove a copy."""
        shutil.rmtree(place.folder)
        if self._server is None:
            return
        server = create_engine(self._server, isolation_level="AUTOCOMMIT")
        with server.connect() as connection:
            for url in (place.url, place.spare):
                connection.execute(text(f"DROP DATABASE {make_url(url).database} WITH (FORCE)"))
        server.dispose()


def finished(child: int) -> int | None:
    """Wait for a child; return by which signal it ended, None when it came to its end."""
    ended = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(ended):
        return os.WTERMSIG(ended)
    if os.waitstatus_to_exitcode(ended):
        sys.exit("a child failed of itself")
    return None


def play(scenario: Scenario, place: Place, act: Callable[[str], None], *quiet: type[Exception]) -> int:
    """Play it in a child whose failpoints do `act`; an error of these kinds ends it quietly."""

    def work() -> None:
        failpoints.arm(act)
        with suppress(*quiet):
            scenario.act(place, False)

    return fork(work)


def striking(fault: Fault, place: Place) -> Callable[[str], None]:
    """Return what a failpoint does so that this fault happens once."""
    left = [fault.nth]

    def act(point: str) -> None:
        if point != fault.point:
            return
        left[0] -= 1
        if left[0]:
            return
        (place.folder / "reached").touch()
        if fault.how == KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        if fault.how == RAISE:
            raise Broken(point)
        time.sleep(WAIT)

    return act


def undisturbed(offices: Offices, scenario: Scenario, prepared: Place) -> tuple[list[str], dict[str, object]]:
    """Return which points are reached, in order, and what there is at the end, when nothing goes wrong."""
    place = offices.copy(prepared, f"{prepared.folder.name}_whole")
    trace, left = place.folder / "trace", place.folder / "facts"

    def note(point: str) -> None:
        with trace.open("a") as file:
            file.write(f"{point}\n")

    def judge() -> None:
        desk = place.desk()
        verdict = Verdict()
        look(place, desk, verdict, kills=0)
        if verdict.everything():
            raise AssertionError(verdict)
        left.write_text(json.dumps(facts(place, desk)))

    finished(play(scenario, place, note))
    finished(fork(judge))
    found = trace.read_text().split("\n")[:-1], json.loads(left.read_text())
    offices.remove(place)
    return found


def broken(
    offices: Offices, scenario: Scenario, prepared: Place, fault: Fault, should: dict[str, object]
) -> dict[str, object]:
    """Let one fault happen; return what it left, before and after the scenario was done again."""
    offices.made += 1
    place = offices.copy(prepared, f"f{offices.made}")
    child = play(scenario, place, striking(fault, place), Broken, SarabanError)
    if fault.how == SLEEP:  # and another does the same meanwhile
        while not (place.folder / "reached").exists():
            time.sleep(0.002)
        finished(play(scenario, place, lambda point: None, SarabanError))
    signalled = finished(child)
    struck = (place.folder / "reached").exists() and (signalled == signal.SIGKILL) == (fault.how == KILL)
    verdict = place.folder / "verdict"

    def judge() -> None:
        verdict.write_text(json.dumps(judged(scenario, place, fault, should)))

    finished(fork(judge))
    told = json.loads(verdict.read_text())
    offices.remove(place)
    return {"scenario": scenario.name, **vars(fault), "struck": struck, **told}


def judged(scenario: Scenario, place: Place, fault: Fault, should: dict[str, object]) -> dict[str, list[str]]:
    """Look at what is there, do the scenario again, tidy up, and look once more."""
    verdict, kills = Verdict(), fault.how != "sleep"
    look(place, place.desk(), verdict, kills=kills)
    with suppress(*((SarabanError,) if fault.how == SLEEP else ())):
        scenario.act(place, True)
    desk = place.desk()
    tidy_up(desk, now=EVER)
    look(place, desk, verdict, kills=kills)
    besides = differences(should, facts(place, desk))
    return {name: [*getattr(verdict, name), *getattr(besides, name)] for name in ("lost", "doubled", "unseen")}


def faults(trace: list[str], known: set[str], *, every: bool, quick: bool) -> Iterator[Fault]:
    """Yield the places in the trace with what may happen there; not `every`: points not met before, once; `quick`: only killed."""
    for n, point in enumerate(trace):
        if every or (point not in trace[:n] and point not in known):
            hows = (KILL,) if quick else (KILL, RAISE, SLEEP)
            yield from (Fault(point, trace[: n + 1].count(point), how) for how in hows)


def main() -> None:
    """Play and break."""
    asked = argparse.ArgumentParser()
    asked.add_argument("url")
    asked.add_argument("folder", type=Path)
    asked.add_argument("--all", action="store_true")
    asked.add_argument("--quick", action="store_true")
    asked.add_argument("--only")
    given = asked.parse_args()
    offices, known = Offices(given.url, given.folder), set[str]()
    for scenario in SCENARIOS:
        if given.only and scenario.name != given.only:
            continue
        prepared = offices.prepared(scenario)
        trace, should = undisturbed(offices, scenario, prepared)
        for fault in faults(trace, known, every=given.all, quick=given.quick):
            print(json.dumps(broken(offices, scenario, prepared, fault, should), ensure_ascii=False), flush=True)
        known |= set(trace)


if __name__ == "__main__":
    try:
        main()
    except BaseException:
        traceback.print_exc()
        raise

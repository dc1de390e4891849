"""Workers are killed in the middle of a sending to many: everybody has it once, one number, counters that agree."""

import time
from pathlib import Path

from tests.acceptance.fan_out import fan_out
from tests.kinds import POSTGRESQL_FIRST
from tests.newest import new_database
from workflow.services.desk import Desk

PEOPLE = 20_000
PIECE = 1_000


@POSTGRESQL_FIRST
def test_a_killed_worker_goes_on_where_it_was(database_url: str, tmp_path: Path) -> None:
    big = fan_out(database_url, tmp_path, PEOPLE)
    with big.worker("n1", PIECE) as worker:
        big.wait_for(PIECE)
        worker.kill()
        worker.wait()
    assert PIECE <= big.written() < PEOPLE
    with big.worker("n1", PIECE):
        big.wait_for(PEOPLE)
    assert big.judged() == (PEOPLE, PEOPLE, PEOPLE, 1, 0)


def test_the_work_of_a_worker_that_never_comes_back_is_done_by_another(postgres_url: str, tmp_path: Path) -> None:
    big = fan_out(new_database(postgres_url), tmp_path, PEOPLE)
    with big.worker("n1", PIECE) as first, big.worker("n2", PIECE) as second:
        big.wait_for(PIECE)
        owner = _owner(big.desk)
        {"n1": first, "n2": second}[owner].kill()
        killed = time.monotonic()
        assert big.written() < PEOPLE
        big.wait_for(PEOPLE)
        assert time.monotonic() - killed < 30
        assert _owner(big.desk) != owner
    assert big.judged() == (PEOPLE, PEOPLE, PEOPLE, 1, 0)


def _owner(desk: Desk) -> str:

    with desk.store.read() as session:
        found = "SELECT executor_id FROM dbos.workflow_status WHERE workflow_uuid LIKE 'send:%'"
        return str(session.connection().exec_driver_sql(found.replace("%", "%%")).scalar_one())

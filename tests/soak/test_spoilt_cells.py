"""Every cell under the seal is spoilt with what its column cannot hold: verify tells of each, and stops at none.

Cells of different tables are spoilt together, for a finding names its table; what was not told then, and every cell of the chain and of
the table of changes, by which the others are judged, is spoilt once more alone.
"""

from collections import defaultdict
from itertools import zip_longest

import pytest
from sqlmodel import Session

from tests.integration.services.test_sealed_tables import played, spoilt_unseen, url  # noqa: F401  fixtures
from tests.promises import Seen, saw
from tests.tampering import CHAIN, open_the_safe, spoil, spoilt_cells
from workflow.services.desk import Desk
from workflow.services.verify_record import Finding, verify
from workflow.store.sealed import CHANGES

Cell = tuple[str, str, str]
FOLLOWS_FROM_OTHERS = {"state", "counter"}


@pytest.mark.soak
@pytest.mark.timeout(1200)
def test_every_spoilt_cell_is_told_of_and_none_stops_verify(
    played: tuple[Desk, list[tuple[str, Finding]]],  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    with played[0].store.engine.connect() as connection:
        cells = spoilt_cells(connection)
    together, quiet = spoilt_together(played[0], cells)
    again = {n for n, cell in enumerate(cells) if cell in quiet or by_itself(cell)}
    alone, missed = spoilt_unseen(played[0], lambda n: n in again)
    done = together + alone - len(quiet)
    with capsys.disabled():
        print(f"\n{played[0].store.engine.dialect.name}: {done:,} cells spoilt, {alone:,} alone, {len(missed)} unseen")
    assert done > 100
    saw("P6", Seen(done, done, unseen=len(missed)))


def by_itself(cell: Cell) -> bool:
    return cell[0] in {*CHAIN, CHANGES}


def spoilt_together(desk: Desk, cells: list[Cell]) -> tuple[int, set[Cell]]:
    """Spoil one cell of each table at a time; return how many were, and those of whose table nothing was told."""
    by_table: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        if not by_itself(cell):
            by_table[cell[0]].append(cell)
    done, quiet = 0, set[Cell]()
    for some in zip_longest(*by_table.values()):
        with desk.store.engine.connect() as connection, connection.begin() as transaction:
            open_the_safe(connection)
            spoilt = [cell for cell in some if cell and spoil(connection, cell)]
            found = verify(Session(connection)).findings
            transaction.rollback()
        told = {finding.table for finding in found if finding.what not in FOLLOWS_FROM_OTHERS}
        done += len(spoilt)
        quiet |= {cell for cell in spoilt if cell[0] not in told}
    return done, quiet

"""ผนึก: take what was committed since the last seal into the chain. Run by the clock every minute and before each checkpoint."""

from datetime import datetime

from workflow import failpoints
from workflow.core.errors import TryAgain
from workflow.core.seal import seal_digest
from workflow.store.engine import Store
from workflow.store.seal_tables import SealRow
from workflow.store.seals import ROWS_A_SEAL, head, keep, snapshot, unsealed

FEW = 10_000  # seals in one call; 200 million rows


def seal_new(store: Store, *, at: datetime) -> int:
    """Seal everything committed so far and return how many seals it took; another sealer at work does no harm: one of the two gives way."""
    made, rows = 0, ROWS_A_SEAL
    try:
        while made < FEW and rows >= ROWS_A_SEAL:
            rows = seal_once(store, at=at)
            made += rows > 0
    except TryAgain:  # another sealer took this number first
        return made
    return made


def seal_once(store: Store, *, at: datetime) -> int:
    """Add one seal and return how many rows it took; fewer than `ROWS_A_SEAL`: none is left. Digests are made outside the write lock."""
    with snapshot(store) as session:
        last, previous = head(session)
        batches = unsealed(session, at)
    if not batches:
        return 0
    rows = sum(batch.rows for batch in batches)
    seal = SealRow(number=last + 1, at=at, previous=previous, sha256="", rows=rows)
    seal.sha256 = seal_digest(seal.number, at, previous, batches)
    failpoints.reached("seal.digested")
    with store.write() as session:
        if head(session)[0] == last:
            keep(session, seal, batches)
    return rows

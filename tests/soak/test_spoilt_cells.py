"""Every cell under the seal is spoilt in turn with what its column cannot hold: verify tells of each, and stops at none."""

import pytest

from tests.integration.services.test_sealed_tables import played, spoilt_unseen, url  # noqa: F401  fixtures
from tests.promises import Seen, saw
from workflow.services.desk import Desk
from workflow.services.verify_record import Finding


@pytest.mark.soak
@pytest.mark.timeout(1200)
def test_every_spoilt_cell_is_told_of_and_none_stops_verify(
    played: tuple[Desk, list[tuple[str, Finding]]],  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    done, missed = spoilt_unseen(played[0], lambda _: True)
    with capsys.disabled():
        print(f"\n{played[0].store.engine.dialect.name}: {done:,} cells spoilt, {len(missed)} unseen")
    assert done > 100
    saw("P6", Seen(done, done, unseen=len(missed)))

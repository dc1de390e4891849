"""Every released schema on both databases: rows in all its tables come through every later upgrade (quick form: integration/store)."""

import pytest

from tests.integration.store.test_upgrades import revisions, walked
from tests.promises import Seen, saw


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_every_row_of_every_released_schema_comes_through_on_both_databases(
    empty_database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    schemas = revisions()[:-1]
    lost = walked(empty_database_url, schemas)
    with capsys.disabled():
        print(f"\n{empty_database_url.partition(':')[0]}: {len(schemas)} schemas upgraded, {len(lost)} rows lost")
    saw("P9", Seen(len(schemas), 0, lost=len(lost)))

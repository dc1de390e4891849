"""A thousand alterations, deletions, reorderings and truncations, each drawn by a seed: every one of them is found."""

from pathlib import Path

import pytest

from tests.integration.services.test_seal import unseen, walked
from tests.promises import Seen, saw


@pytest.mark.soak
@pytest.mark.timeout(1200)
def test_a_thousand_of_a_thousand_tamperings_are_found(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missed = unseen(walked(database_url, tmp_path), range(1000))
    with capsys.disabled():
        print(f"\n{database_url.partition(':')[0]}: 1,000 tamperings, {len(missed)} unseen")
    saw("P6", Seen(1000, 1000, unseen=len(missed)))

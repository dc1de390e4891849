import gc

import pytest

from workflow.core.pauses import no_pauses


def test_the_collector_waits_and_comes_back_even_after_an_error() -> None:
    with pytest.raises(ValueError), no_pauses():
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with no_pauses():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

"""Which kinds of database a long proof asks for: one of them each time, the other in `make soak`."""

from typing import Final

import pytest

POSTGRESQL_FIRST: Final = pytest.mark.parametrize(
    "kind", [pytest.param("sqlite", marks=pytest.mark.soak), "postgresql"]
)
"""Of several processes or threads at once, which is where a server can differ from a file that has one writer."""

"""What crosses between processes is data of the stated type, or an error."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pytest

from workflow.core.plain import from_plain, to_plain


@dataclass(frozen=True)
class Leaf:
    kind: Literal["a", "b"]
    at: date | None = None
    box: tuple[float, float] | None = None


@dataclass(frozen=True)
class Tree:
    leaves: tuple[Leaf, ...]
    named: dict[str, Leaf]
    picture: bytes = b""
    sure: bool = True


TREE = Tree((Leaf("a", date(2019, 11, 1), (1, 2.5)), Leaf("b")), {"ก": Leaf("b")}, b"\x89PNG", False)


def test_a_value_survives_the_way_there_and_back() -> None:
    assert from_plain(Tree, to_plain(TREE)) == TREE


@pytest.mark.parametrize(
    ("shape", "data"),
    [
        (Leaf, ["c", None, None]), (Leaf, ["a", "soon", None]), (Leaf, ["a", None, [1]]), (Leaf, ["a"]), (Leaf, "a"),
        (tuple[str, ...], ["a", 1]), (tuple[str, ...], "ab"), (dict[str, int], {"a": "b"}), (int, True), (str, None),
        (bytes, "ก"), (float, "1"), (bool, 1),
    ],
)  # fmt: skip
def test_data_of_another_shape_is_an_error(shape: Any, data: Any) -> None:
    with pytest.raises(ValueError):
        from_plain(shape, data)

"""`stamp`, `endorse` and `register print` as a person types them."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.integration.cli.conftest import Terminal

BUNDLE = str(ROOT / "specimens" / "police-chain.pdf")


@pytest.fixture(scope="module")
def received(terminal: Terminal) -> Terminal:
    """A terminal at which the specimen was received."""
    assert terminal("receive", BUNDLE, "--office", "police", "--unit", "สทส.", "--at", "2025-11-18T10:05").code == 0
    return terminal


def test_a_received_paper_is_stamped_in_a_file_of_its_own(received: Terminal, tmp_path: Path) -> None:
    before = (received.data / "originals").rglob("*")
    kept = {p: p.read_bytes() for p in before if p.is_file()}
    said = received("stamp", "1", "--unit", "สทส.", "--out", str(tmp_path / "a.pdf"), "--json")
    assert (said.code, said.json["file"], len(said.json["stamps"])) == (0, str(tmp_path / "a.pdf"), 1)
    assert (tmp_path / "a.pdf").read_bytes().startswith(next(iter(kept.values())))
    assert all(p.read_bytes() == data for p, data in kept.items())


def test_a_register_is_printed_under_either_name_of_its_book(received: Terminal, tmp_path: Path) -> None:
    for book in ("in", "รับ"):
        said = received(
            "register", "print", "สทส.", "--year", "2568", "--book", book, "--out", str(tmp_path / "r.pdf"), "--json"
        )
        assert (said.code, said.json["pages"]) == (0, 1)
        assert said.json["lines"] >= 1
    assert received("register", "print", "สทส.", "--book", "ซ้าย", "--out", str(tmp_path / "x.pdf")).code == 2


def test_nothing_to_endorse_is_not_found(received: Terminal) -> None:
    assert received("endorse", "1").code == 3
    assert received("stamp", "99").code == 3

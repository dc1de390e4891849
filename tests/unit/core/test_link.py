"""A link's token says what was sealed, and nothing else is ever read out of a token."""

import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.core.errors import ConfigError
from workflow.core.link import LENGTH, Link, holder_mark, read_token, token_of
from workflow.store.link_key import link_key

KEY, OTHER = b"k" * 32, b"o" * 32
LINK = Link(17, 0, holder_mark("ตัวอย่าง คนที่๑"))
LETTERS = string.ascii_letters + string.digits + "-_"


def changed(token: str) -> Iterator[str]:
    for place in range(len(token)):
        yield from (token[:place] + letter + token[place + 1 :] for letter in "A_" if letter != token[place])


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**16 - 1), st.binary(min_size=4, max_size=4))
def test_a_token_says_what_it_was_made_of(dispatch: int, edition: int, holder: bytes) -> None:
    link = Link(dispatch, edition, holder)
    token = token_of(link, KEY)
    assert (read_token(token, KEY), len(token)) == (link, LENGTH)
    assert set(token) <= set(LETTERS)


def test_another_key_reads_nothing() -> None:
    assert read_token(token_of(LINK, KEY), OTHER) is None


def test_no_letter_of_a_token_can_be_changed() -> None:
    assert {read_token(token, KEY) for token in changed(token_of(LINK, KEY))} == {None}


@settings(max_examples=500)
@given(st.one_of(st.text(max_size=60), st.text(LETTERS, min_size=LENGTH, max_size=LENGTH)))
def test_whatever_is_guessed_is_no_link(guess: str) -> None:
    assert read_token(guess, KEY) is None


@pytest.mark.parametrize("tail", ["=", "==", "\n", " ", "A", "%3D"])
def test_nothing_may_follow_a_token(tail: str) -> None:
    assert read_token(token_of(LINK, KEY) + tail, KEY) is None


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "data/link.key"
    assert link_key(path) == link_key(path)
    assert (path.stat().st_mode & 0o777, len(link_key(path))) == (0o600, 32)
    assert [p.name for p in path.parent.iterdir()] == ["link.key"]


def test_a_key_that_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "link.key"
    link_key(path)
    path.chmod(0o644)
    with pytest.raises(ConfigError, match="อ่านกุญแจลิงก์"):
        link_key(path)

"""Looks at acknowledge links, as mail scanners, previewers and browsers take them, change nothing at all (1,000 in `make soak`)."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle, islice, product
from pathlib import Path

import pytest

from tests import build
from tests.integration.web.conftest import PRESSED_HERE, TODAY, Site, change, client
from workflow.core.dispatch import DispatchState
from workflow.core.link import Link, holder_mark, token_of
from workflow.core.when import When
from workflow.services.show_link import make_links, revoke_link

LOOKS = 400  # every way of looking at every link, and then some
MANY = 1_000
NOW = When(build.at(TODAY, 1))
METHODS = ("GET", "HEAD", "OPTIONS")
LOOKERS: tuple[dict[str, str], ...] = (
    {"User-Agent": "Mozilla/5.0 (compatible; mail scanner)", "Sec-Fetch-Site": "none"},
    {"Purpose": "prefetch", "Sec-Purpose": "prefetch;prerender", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "cross-site"},
    {"X-Moz": "prefetch", "Sec-Fetch-Site": "same-origin", "Sec-Fetch-User": "?1"},
    {"X-Purpose": "preview", "User-Agent": "SkypeUriPreview"},
    {"Range": "bytes=0-99", "User-Agent": "curl/8"},
    {"X-HTTP-Method-Override": "POST", "X-Method-Override": "POST", "Origin": "http://127.0.0.1:8000"},
    {"Access-Control-Request-Method": "POST", "Origin": "https://webmail.example"},
    {},
)  # fmt: skip
"""What they say of themselves; some pretend to press."""


@dataclass(frozen=True)
class Links:
    """Real links: of a recipient in every state, of a vacant post, one taken back with the one after it, one whose holder has changed."""

    site: Site
    tokens: tuple[str, ...]
    folder: Path

    def digest(self) -> str:
        """The digest of every table, and of every file's name and content."""
        seen = hashlib.sha256()
        for table, rows in self.site.rows().items():
            seen.update(repr((table, sorted(map(repr, rows)))).encode())
        for file in sorted(path for path in self.folder.rglob("*") if path.is_file() and ".sqlite3" not in path.name):
            seen.update(str(file).encode() + file.read_bytes())
        return seen.hexdigest()


def in_state(site: Site, state: DispatchState) -> int:
    memo = build.memo(site.desk, site.matter, f"เพื่อทราบ {state}")
    number = build.sent(site.desk, site.matter, memo, "ผบก.ก.")
    change(site.desk, f"update dispatch set state = '{state}' where id = {number}")
    return number


@pytest.fixture
def links(site: Site, tmp_path: Path) -> Links:
    """They are made while everybody may still be written to."""
    numbers = [in_state(site, state) for state in DispatchState]
    made = {one.dispatch: one.token for one in make_links(site.desk, [*numbers, *site.to.values()], NOW)}
    assert made.keys() >= {*numbers}
    taken_back = site.to["ผบก.ก."]
    revoke_link(site.desk, taken_back, NOW)
    (renewed,) = make_links(site.desk, [taken_back], NOW)
    somebody_else = token_of(Link(numbers[0], 0, holder_mark("ผู้ดำรงตำแหน่งคนก่อน")), site.desk.link_key())
    return Links(site, (*made.values(), renewed.token, somebody_else), tmp_path)


@pytest.mark.parametrize("looks", [LOOKS, pytest.param(MANY, marks=pytest.mark.soak)])
def test_looks_at_links_in_every_state_change_nothing(links: Links, looks: int) -> None:
    page, before = client(links.site.app), links.digest()
    asked = list(islice(cycle(product(links.tokens, METHODS, LOOKERS)), looks))
    statuses = [page.request(method, f"/a/{token}", headers=head).status_code for token, method, head in asked]
    assert links.digest() == before
    assert {method: {s for s, (_, m, _) in zip(statuses, asked, strict=True) if m == method} for method in METHODS} == {
        "GET": {200}, "HEAD": {200}, "OPTIONS": {405},
    }  # fmt: skip
    assert len({token for token, _, _ in asked}) == len(links.tokens) > len(DispatchState)


def test_a_storm_of_heads_at_once_changes_nothing(links: Links) -> None:
    page, before = client(links.site.app), links.digest()
    with ThreadPoolExecutor(8) as many:
        got = many.map(lambda token: page.head(f"/a/{token}").status_code, links.tokens * 8)
        assert {*got} == {200}
    assert links.digest() == before


def test_the_digest_sees_what_one_press_of_the_very_same_link_does(links: Links) -> None:
    page, before = client(links.site.app), links.digest()
    assert page.post(f"/a/{links.tokens[0]}", headers=PRESSED_HERE).status_code == 200
    assert links.digest() != before

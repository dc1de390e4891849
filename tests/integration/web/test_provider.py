"""Log-in through an OpenID Connect provider: only the answer to this browser's own question opens anything, and only once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.integration.web.conftest import Site, client
from tests.integration.web.fake_provider import OTHER_KEY, FakeProvider, provider
from tests.integration.web.signed_in import TestClient
from tests.integration.web.test_log_in import NOW, enter, is_in, somying, with_factor
from workflow.core.oidc_provider import Provider

__all__ = ["somying"]


@pytest.fixture
def idp(site: Site) -> Iterator[FakeProvider]:
    """The provider, known to the site."""
    with provider(int(NOW.timestamp())) as fake:
        site.app.state.desk = replace(site.desk, oidc=Provider(fake.issuer, "saraban", "secret", "ThaID"))
        yield fake


def go(page: TestClient, query: str = "") -> str:
    address: str = page.get(f"/login/oidc{query}", follow_redirects=False).headers["location"]
    return address


def back(page: TestClient, answer: dict[str, str]) -> tuple[int, str]:
    said = page.get("/login/oidc/back", params=answer, follow_redirects=False)
    return said.status_code, said.headers.get("location", "")


@pytest.fixture
def linked(somying: TestClient, idp: FakeProvider, site: Site) -> TestClient:
    """A browser that is not logged in; somying's account is tied to her identity at the provider."""
    enter(somying)
    assert back(somying, idp.agree(go(somying, "?link=true"))) == (303, "/account?done=linked")
    return client(site.app)


def test_somebody_known_to_the_provider_gets_in_and_is_led_on(linked: TestClient, idp: FakeProvider) -> None:
    assert "เข้าด้วย ThaID" in linked.get("/login").text
    assert back(linked, idp.agree(go(linked, "?next=/matters"))) == (303, "/matters")
    assert is_in(linked)


def test_an_identity_without_an_account_opens_nothing(site: Site, idp: FakeProvider) -> None:
    page = client(site.app)
    assert (back(page, idp.agree(go(page)))[0], is_in(page)) == (403, False)


def test_an_answer_to_another_browser_opens_nothing(site: Site, linked: TestClient, idp: FakeProvider) -> None:
    attackers = idp.agree(go(client(site.app)))
    go(linked)
    assert (back(linked, attackers)[0], back(client(site.app), attackers)[0], is_in(linked)) == (403, 403, False)


def test_a_code_and_its_state_are_good_once(site: Site, linked: TestClient, idp: FakeProvider) -> None:
    answer = idp.agree(go(linked))
    cookie = linked.cookies["saraban-oidc"]
    assert back(linked, answer)[0] == 303
    again = client(site.app)
    again.cookies.set("saraban-oidc", cookie, domain="127.0.0.1")
    assert (back(again, answer)[0], is_in(again)) == (403, False)


WRONG = [
    {"nonce": "another"},
    {"aud": "somebody-else"},
    {"iss": "https://evil.example"},
    {"exp": int(NOW.timestamp()) - 3600},
]


@pytest.mark.parametrize("claims", WRONG, ids=str)
def test_a_token_for_another_purpose_opens_nothing(
    linked: TestClient, idp: FakeProvider, claims: dict[str, object]
) -> None:
    idp.claims = claims
    assert (back(linked, idp.agree(go(linked)))[0], is_in(linked)) == (403, False)


def test_a_token_that_the_provider_did_not_sign_opens_nothing(linked: TestClient, idp: FakeProvider) -> None:
    idp.signs_with = OTHER_KEY
    assert (back(linked, idp.agree(go(linked)))[0], is_in(linked)) == (403, False)


def test_an_answer_that_comes_too_late_opens_nothing(site: Site, linked: TestClient, idp: FakeProvider) -> None:
    answer = idp.agree(go(linked))
    site.app.state.now = lambda: NOW + timedelta(minutes=11)
    assert back(linked, answer)[0] == 403


def test_going_to_the_provider_writes_nothing(site: Site, idp: FakeProvider) -> None:
    before = site.rows()
    go(client(site.app))
    assert site.rows() == before


def test_an_account_with_a_second_factor_is_still_asked_for_it(
    site: Site, linked: TestClient, idp: FakeProvider
) -> None:
    with_factor(site)
    assert back(linked, idp.agree(go(linked)))[1] == "/login/code?next=%2F"
    assert not is_in(linked)


def test_a_provider_out_of_reach_is_told_and_a_password_still_works(site: Site, somying: TestClient) -> None:
    site.app.state.desk = replace(site.desk, oidc=Provider("http://127.0.0.1:9", "saraban", "secret"))
    assert somying.get("/login/oidc").status_code == 503
    assert enter(somying).status_code == 303

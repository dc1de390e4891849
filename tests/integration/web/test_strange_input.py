"""Every route of the OpenAPI is given strange input by schemathesis, as each kind of desk and as a stranger: never an error of ours."""

import warnings
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.integration.web.conftest import PRESSED_HERE, Site, client
from workflow.core.working_as import Role

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import schemathesis
    from schemathesis import Case

SEED, EACH = 8, 6
WHO = (
    "drafter",
    "stranger",
    *(pytest.param(who, marks=pytest.mark.soak) for who in ("registry", "officer", "admin")),  # eight seconds each
)


def browser(site: Site, who: str) -> Any:
    """A browser of that kind that tells a defect by 500 instead of raising it here."""
    page = {
        "drafter": lambda: site.page,
        "registry": lambda: site.as_(Role.REGISTRY, "กอง ก."),
        "officer": lambda: site.as_(Role.OFFICER, post="ผบก.ก."),
        "admin": lambda: site.as_(Role.ADMIN),
        "stranger": lambda: client(site.app),
    }[who]()
    quiet = type(page)(
        site.app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False, follow_redirects=False
    )
    quiet.cookies.update(page.cookies)
    return quiet


def operations(site: Site) -> list[Any]:
    with warnings.catch_warnings():  # GET and HEAD of a page share their name
        warnings.simplefilter("ignore")
        schema = schemathesis.openapi.from_dict(site.app.openapi())
    found: list[Any] = [*schema.get_all_operations()]
    return [one.ok() for one in found]


def sent(page: Any, case: Case[Any]) -> Any:
    """Send a case as a browser on our own page would."""
    given = case.as_transport_kwargs(base_url="http://127.0.0.1:8000")
    headers = {
        key: value for key, value in dict(given.get("headers") or {}).items() if key.lower() not in {"host", "cookie"}
    }
    more = {key: given[key] for key in ("params", "data", "files", "json", "content") if given.get(key) is not None}
    try:
        return page.request(given["method"], given["url"], headers={**headers, **PRESSED_HERE}, **more)
    except (UnicodeError, ValueError, TypeError):
        return None  # what no browser could send


def answers(page: Any, operation: Any) -> list[Any]:
    """What the page answers to strange input of one operation, drawn from the seed."""
    found: list[Any] = []

    @seed(SEED)
    @settings(
        max_examples=EACH,
        phases=[Phase.generate],
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy())
    def tried(case: Case[Any]) -> None:
        found.append(sent(page, case))

    tried()
    return [answer for answer in found if answer is not None]


@pytest.mark.parametrize("who", WHO)
def test_no_strange_input_is_answered_by_an_error_of_ours(site: Site, who: str) -> None:
    page, asked = browser(site, who), operations(site)
    answered = [(operation.label, answer) for operation in asked for answer in answers(page, operation)]
    wrong = [
        f"{label}: {a.status_code} {a.request.url} {a.request.content[:200]!r}"
        for label, a in answered
        if a.status_code >= 500 and a.status_code != 503
    ]
    assert len(asked) > 20 and len(answered) > 2 * len(asked)
    assert wrong == []

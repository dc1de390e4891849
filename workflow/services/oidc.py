"""Log-in through an OpenID Connect provider (ThaID is one): authorisation code with PKCE, state and nonce bound to the browser.

What was begun travels sealed in a cookie of that browser, so that looking writes nothing and an answer meant for another browser opens
nothing. The provider proves the person, by `(iss, sub)`; the desk still comes from the account and the chart.
"""

import json
import secrets
import warnings
from dataclasses import asdict, dataclass
from datetime import timedelta
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import httpx
from authlib.common.errors import AuthlibBaseError
from authlib.deprecate import AuthlibDeprecationWarning
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from sqlmodel import Session

from workflow.core.errors import Conflict, NotFound, Refused, TryAgain
from workflow.core.oidc_provider import Provider
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.log_in import Entered, enter
from workflow.services.sealing import seal, unseal
from workflow.services.web_sessions import Browser
from workflow.store.account_tables import OidcIdentityRow
from workflow.store.accounts import account, identity_of

with warnings.catch_warnings():  # it would like httpx's successor, which is not among our dependencies
    warnings.simplefilter("ignore", AuthlibDeprecationWarning)
    from authlib.integrations.httpx_client import OAuth2Client

PURPOSE = "oidc"
GOOD_FOR = timedelta(minutes=10)
PATIENCE = 5.0  # seconds
ALGORITHMS = ["RS256", "ES256", "PS256"]
ODD = ("เข้าสู่ระบบผ่านผู้ให้บริการไม่สำเร็จ", "เริ่มใหม่ที่หน้าเข้าสู่ระบบ")


@dataclass(frozen=True)
class Begun:
    """A log-in on its way: what must come back, where it leads, until when (seconds); `account` is linked instead of entered (0: none)."""

    state: str
    nonce: str
    verifier: str
    next: str
    until: float
    account: int = 0


def provider_of(desk: Desk) -> Provider:
    """Return the provider; NotFound when none is set."""
    if desk.oidc is None:
        raise NotFound("ระบบนี้ไม่ได้ตั้งการเข้าสู่ระบบผ่านผู้ให้บริการ", next_step="เข้าด้วยชื่อบัญชีและรหัสผ่าน")
    return desk.oidc


def begin(desk: Desk, back: str, path: str, when: When, *, account: int = 0) -> tuple[str, str]:
    """Return the provider's address to go to, and what the browser keeps until it comes back to `back`."""
    provider = provider_of(desk)
    until = (when.at + GOOD_FOR).timestamp()
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    begun = Begun(state, nonce, verifier, path, until, account)
    with _client(provider, back) as client:
        address, _ = client.create_authorization_url(
            _told(provider)["authorization_endpoint"],
            state=begun.state,
            nonce=begun.nonce,
            code_verifier=begun.verifier,
        )
    return str(address), seal(desk.link_key(), PURPOSE, json.dumps(asdict(begun)))


def come_back(
    desk: Desk, kept: str, back: str, answer: tuple[str, str], browser: Browser, when: When
) -> tuple[Entered | None, Begun]:
    """Take the provider's answer (`code`, `state`): log in, or link the account that asked for it (then None)."""
    provider = provider_of(desk)
    sealed = unseal(desk.link_key(), PURPOSE, kept)
    begun = Begun(**json.loads(sealed)) if sealed else None
    if (
        begun is None
        or when.at.timestamp() >= begun.until
        or not secrets.compare_digest(begun.state.encode(), answer[1].encode())
    ):
        raise Refused(ODD[0], next_step=ODD[1])
    subject = _subject(provider, back, answer[0], begun, when)
    with desk.store.write() as session:
        if begun.account:
            _link(session, provider, subject, begun.account, when)
            return None, begun
        return _enter(desk, session, (provider.issuer, subject), browser, when), begun


def _enter(desk: Desk, session: Session, identity: tuple[str, str], browser: Browser, when: When) -> Entered:
    known = identity_of(session, *identity)
    row = account(session, known.account_id) if known else None
    if row is None or row.disabled:
        raise Refused("ยังไม่มีบัญชีที่ผูกกับผู้ให้บริการนี้", next_step="เข้าด้วยรหัสผ่าน แล้วผูกบัญชีที่หน้า “บัญชีของฉัน”")
    return enter(desk, session, row, browser, when)


def _link(session: Session, provider: Provider, subject: str, number: int, when: When) -> None:
    known = identity_of(session, provider.issuer, subject)
    if known and known.account_id != number:
        raise Conflict("ตัวตนนี้ผูกกับบัญชีอื่นอยู่แล้ว", next_step="แจ้งผู้ดูแลระบบ")
    if known is None:
        session.add(OidcIdentityRow(issuer=provider.issuer, subject=subject, account_id=number, created_at=when.at))


def _subject(provider: Provider, back: str, code: str, begun: Begun, when: When) -> str:
    """Return who it is: the subject of an ID token that the provider signed, for us, for this very log-in, and that has not ended."""
    told = _told(provider)
    try:
        with _client(provider, back) as client:
            token = client.fetch_token(
                told["token_endpoint"], code=code, code_verifier=begun.verifier, grant_type="authorization_code"
            )
        keys = KeySet.import_key_set(_get(told["jwks_uri"]))
        found = jwt.decode(token["id_token"], keys, algorithms=ALGORITHMS).claims
        _expected(provider, begun, when).validate(found)
    except httpx.HTTPError as error:
        raise TryAgain("ติดต่อผู้ให้บริการเข้าสู่ระบบไม่ได้", next_step="ลองใหม่ หรือเข้าด้วยรหัสผ่าน") from error
    except (AuthlibBaseError, JoseError, KeyError, ValueError) as error:
        raise Refused(ODD[0], next_step=ODD[1]) from error
    return str(found["sub"])


def _expected(provider: Provider, begun: Begun, when: When) -> jwt.JWTClaimsRegistry:
    return jwt.JWTClaimsRegistry(
        now=int(when.at.timestamp()), leeway=60,
        iss={"essential": True, "value": provider.issuer}, aud={"essential": True, "value": provider.client},
        nonce={"essential": True, "value": begun.nonce}, exp={"essential": True}, sub={"essential": True},
    )  # fmt: skip


def _told(provider: Provider) -> dict[str, Any]:
    """Return what the provider says of itself; its addresses must be https, but on this machine."""
    try:
        told: dict[str, Any] = _get(f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
        addresses = [told[name] for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
    except (httpx.HTTPError, KeyError, ValueError) as error:
        raise TryAgain("ติดต่อผู้ให้บริการเข้าสู่ระบบไม่ได้", next_step="ลองใหม่ หรือเข้าด้วยรหัสผ่าน") from error
    if told.get("issuer") != provider.issuer or not all(map(_is_safe, addresses)):
        raise Refused("ผู้ให้บริการเข้าสู่ระบบตั้งค่าไม่ถูกต้อง", next_step="แจ้งผู้ดูแลระบบ ให้ตรวจ SARABAN_OIDC_ISSUER")
    return told


def _is_safe(address: str) -> bool:
    parts = urlsplit(address)
    try:
        here = ip_address(parts.hostname or "").is_loopback
    except ValueError:
        here = False
    return parts.scheme == "https" or here


def _get(address: str) -> Any:
    answer = httpx.get(address, timeout=PATIENCE, follow_redirects=False)
    answer.raise_for_status()
    return answer.json()


def _client(provider: Provider, back: str) -> OAuth2Client:
    return OAuth2Client(
        provider.client,
        provider.secret,
        scope=provider.scope,
        redirect_uri=back,
        code_challenge_method="S256",
        timeout=PATIENCE,
    )

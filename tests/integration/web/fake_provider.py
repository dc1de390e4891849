"""An OpenID Connect provider on the loopback that can also misbehave."""

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

KEY, OTHER_KEY = (RSAKey.generate_key(2048, {"kid": "1", "alg": "RS256", "use": "sig"}) for _ in range(2))


@dataclass
class FakeProvider:
    """`claims` change the ID token, `signs_with` the key it is signed with; `codes` are those given out, each good once."""

    now: int
    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    signs_with: RSAKey = field(default_factory=lambda: KEY)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def agree(self, address: str) -> dict[str, str]:
        """What the browser brings back after the person agreed at the provider's page."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = f"code{len(self.codes)}"
        self.codes[code] = asked
        return {"code": code, "state": asked["state"]}

    def token(self, form: dict[str, str]) -> dict[str, Any] | None:
        """The answer to a code: nothing when it was used, or the verifier is not the one that was promised."""
        asked = self.codes.pop(form.get("code", ""), None)
        promised = (
            base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
            .rstrip(b"=")
            .decode()
        )
        if asked is None or asked["code_challenge"] != promised or asked["code_challenge_method"] != "S256":
            return None
        claims = {
            "iss": self.issuer,
            "aud": asked["client_id"],
            "sub": "somying-at-id",
            "nonce": asked["nonce"],
            "exp": self.now + 300,
        }
        signed = jwt.encode({"alg": "RS256", "kid": "1"}, {**claims, **self.claims}, self.signs_with)
        return {"access_token": "x", "token_type": "Bearer", "id_token": signed}


@contextmanager
def provider(now: int) -> Iterator[FakeProvider]:
    """Serve a provider on a free port."""
    fake = FakeProvider(now)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say(KEY_SET if self.path == "/keys" else _discovery(fake.issuer))

        def do_POST(self) -> None:
            form = {k: v[0] for k, v in parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).items()}
            self._say(fake.token(form))

        def _say(self, answer: object) -> None:
            self.send_response(200 if answer else 400)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(answer or {"error": "invalid_grant"}).encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield fake
    server.shutdown()
    server.server_close()


KEY_SET = {"keys": [KEY.as_dict(private=False)]}


def _discovery(issuer: str) -> dict[str, str]:
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "jwks_uri": f"{issuer}/keys",
    }

"""An OpenID Connect provider by which people may log in."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Provider:
    """`issuer` is its address, `client` and `secret` what it gave this program, `name` what the button says ("ThaID")."""

    issuer: str
    client: str
    secret: str = field(repr=False)
    name: str = "ผู้ให้บริการของหน่วยงาน"
    scope: str = "openid"

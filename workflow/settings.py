"""Where things are, from the environment: the database, the data folder, the configuration, the typeface, the mail server.

Every variable starts with SARABAN_; the defaults make one desk work with no setting at all.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from workflow.core.oidc_provider import Provider

DEFAULT_URL = "http://127.0.0.1:8000"


@dataclass(frozen=True)
class Settings:
    """`database_url` a SQLAlchemy URL; `smtp_url` like `smtp://user:password@host:587`, None writes .eml files instead.

    `line_token` and `webhook_secret` open the channels beside mail (delivery/line.py, delivery/webhook.py); `line_url` is for tests.

    `url` is where people reach the tracking page (QR codes lead there); `sign_key` a PKCS#12 file, whose passphrase is never part of the
    settings; `sign_trust` a PEM file of the authorities whose signatures are trusted; `checkpoint_to` addresses outside the server.
    """

    data: Path
    config: Path
    database_url: str
    font_folders: tuple[Path, ...]
    smtp_url: str | None = None
    url: str = DEFAULT_URL
    sign_key: Path | None = None
    sign_trust: Path | None = None
    line_token: str | None = field(default=None, repr=False)
    line_url: str | None = None
    webhook_secret: str | None = field(default=None, repr=False)
    link_key_file: Path | None = None
    oidc: Provider | None = None
    vault_key_file: Path | None = None
    seal_key_file: Path | None = None
    checkpoint_to: tuple[str, ...] = ()
    checkpoint_from: str = "saraban@localhost"
    backup_key_file: Path | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Return the settings in force; nothing is created or opened."""
        data = Path(environment.get("SARABAN_DATA", "data"))
        fonts = environment.get("SARABAN_FONTS")
        shared = (Path(sys.prefix) / "share/saraban/fonts", Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
        return cls(
            data=data,
            config=Path(environment.get("SARABAN_CONFIG", "config")),
            database_url=secret(environment, "SARABAN_DATABASE_URL") or f"sqlite:///{data / 'saraban.sqlite3'}",
            font_folders=(Path(fonts),) if fonts else (data / "fonts", *shared),
            smtp_url=secret(environment, "SARABAN_SMTP_URL"),
            url=environment.get("SARABAN_URL", DEFAULT_URL),
            sign_key=_path(environment.get("SARABAN_SIGN_KEY")),
            sign_trust=_path(environment.get("SARABAN_SIGN_TRUST")),
            line_token=secret(environment, "SARABAN_LINE_TOKEN"),
            line_url=environment.get("SARABAN_LINE_URL"),
            webhook_secret=secret(environment, "SARABAN_WEBHOOK_SECRET"),
            link_key_file=_path(environment.get("SARABAN_LINK_KEY_FILE")),
            oidc=_provider(environment),
            vault_key_file=_path(environment.get("SARABAN_VAULT_KEY_FILE")),
            seal_key_file=_path(environment.get("SARABAN_SEAL_KEY_FILE")),
            checkpoint_from=environment.get("SARABAN_CHECKPOINT_FROM", "saraban@localhost"),
            backup_key_file=_path(environment.get("SARABAN_BACKUP_KEY_FILE")),
            checkpoint_to=tuple(environment.get("SARABAN_CHECKPOINT_TO", "").replace(",", " ").split()),
        )

    @property
    def originals(self) -> Path:
        """Received files, by their SHA-256."""
        return self.data / "originals"

    @property
    def memos(self) -> Path:
        """Memos this program wrote."""
        return self.data / "memos"

    @property
    def outbox(self) -> Path:
        """Mails as .eml files, when no mail server is set."""
        return self.data / "outbox"

    @property
    def link_key(self) -> Path:
        """The key that seals the links by which people acknowledge; every node of one office needs the same."""
        return self.link_key_file or self.data / "link.key"

    @property
    def vault_key(self) -> Path:
        """The key that seals logins found in letters; a copy of it belongs where no copy of the database lies."""
        return self.vault_key_file or self.data / "vault.key"

    @property
    def seal_key(self) -> Path:
        """The Ed25519 key that signs checkpoints; best kept where the database's administrator cannot read it."""
        return self.seal_key_file or self.data / "seal.key"

    @property
    def checkpoints(self) -> Path:
        """Checkpoints as files and pages to print."""
        return self.data / "checkpoints"

    @property
    def backup_key(self) -> Path:
        """The key that encrypts backups; a copy of it belongs where neither the server nor its backups are."""
        return self.backup_key_file or self.data / "backup.key"

    @property
    def backups(self) -> Path:
        """Encrypted backups."""
        return self.data / "backups"

    @property
    def explained(self) -> Path:
        """Pages that show people what was read."""
        return self.data / "explained"

    @property
    def previews(self) -> Path:
        """Memos to look at that are none yet."""
        return self.data / "previews"

    @property
    def corrections(self) -> Path:
        """Training lines from what people corrected; they stay on this machine."""
        return self.data / "corrections"


def sign_passphrase(environment: Mapping[str, str] = os.environ) -> bytes | None:
    """Return the passphrase of the signing key, from SARABAN_SIGN_PASSPHRASE or the file SARABAN_SIGN_PASSPHRASE_FILE names; None without."""
    said = secret(environment, "SARABAN_SIGN_PASSPHRASE")
    return said.encode() if said else None


def secret(environment: Mapping[str, str], name: str) -> str | None:
    """Return a setting that may hold a password: from the file that `NAME_FILE` names, else from `NAME` itself; None without."""
    file = environment.get(f"{name}_FILE")
    return Path(file).read_text(encoding="utf-8").rstrip("\r\n") if file else environment.get(name)


def _provider(environment: Mapping[str, str]) -> Provider | None:
    """Return the provider of log-ins that the environment names; its secret may lie in a file."""
    issuer, client = environment.get("SARABAN_OIDC_ISSUER"), environment.get("SARABAN_OIDC_CLIENT")
    if not issuer or not client:
        return None
    said = (secret(environment, "SARABAN_OIDC_SECRET") or "").strip()
    named = {"name": environment.get("SARABAN_OIDC_NAME"), "scope": environment.get("SARABAN_OIDC_SCOPE")}
    return Provider(issuer, client, said, **{key: value for key, value in named.items() if value})


def _path(named: str | None) -> Path | None:
    return Path(named) if named else None

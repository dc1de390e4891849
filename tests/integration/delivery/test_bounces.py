"""Mail that came back, as mail servers write it, in every kind of mailbox; and mail that is no such thing."""

import mailbox
from pathlib import Path

import pytest

from workflow.delivery.bounces import Bounce, bounces_in, bounces_of

SENT = "police.mail.abc.20251216@police.example"


def dsn(
    action: str = "failed",
    status: str = "5.1.1",
    *,
    quoted: str = "message/rfc822",
    recipient: str = "officer@police.example",
) -> bytes:
    """A notification in the three parts of RFC 3462."""
    return f"""From: MAILER-DAEMON@police.example\r
To: saraban@police.example\r
Subject: Undelivered Mail Returned to Sender\r
MIME-Version: 1.0\r
Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r
\r
--b\r
Content-Type: text/plain; charset=utf-8\r
\r
ส่งไม่ถึง\r
--b\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mx.police.example\r
\r
Final-Recipient: rfc822; {recipient}\r
Action: {action}\r
Status: {status}\r
Diagnostic-Code: smtp; 550 5.1.1 no such\r
 mailbox\r
\r
--b\r
Content-Type: {quoted}\r
\r
Message-ID: <{SENT}>\r
Subject: =?utf-8?b?4LmA4LiV4Li34Lit4LiZ?=\r
\r
--b--\r
""".encode()


TOLD = Bounce(SENT, "officer@police.example", "failed", "5.1.1", "550 5.1.1 no such mailbox")


@pytest.mark.parametrize("quoted", ["message/rfc822", "text/rfc822-headers"])
def test_a_notification_tells_whose_mail_came_back_and_why(quoted: str) -> None:
    assert bounces_of(dsn(quoted=quoted)) == (TOLD,)


@pytest.mark.parametrize(
    ("action", "status", "permanent", "gave_up"),
    [("failed", "5.1.1", True, False), ("failed", "4.4.7", False, True), ("delayed", "4.4.1", False, False),
     ("delivered", "2.0.0", False, False)],
)  # fmt: skip
def test_what_is_final_is_told_from_what_may_pass(action: str, status: str, permanent: bool, gave_up: bool) -> None:
    (bounce,) = bounces_of(dsn(action, status))
    assert (bounce.permanent, bounce.gave_up) == (permanent, gave_up)


@pytest.mark.parametrize(
    "raw",
    [b"", b"\xff\x00\xfe", b"Subject: hello\r\n\r\nhow are you", dsn().replace(b"Message-ID", b"X-None"),
     dsn().replace(b"Action", b"Acktion"), b"Content-Type: multipart/report; boundary=" + b"b" * 100, dsn() + b"x" * 3_000_000,
     dsn().replace(b"multipart/report", b"message/delivery-status")],
    ids=["empty", "bytes", "a letter", "no id", "no action", "no end", "too large", "no parts"],
)  # fmt: skip
def test_what_is_no_notification_is_passed_over(raw: bytes) -> None:
    assert bounces_of(raw) == ()


def test_every_kind_of_mailbox_is_read(tmp_path: Path) -> None:
    box, maildir, folder = mailbox.mbox(tmp_path / "box"), mailbox.Maildir(tmp_path / "dir"), tmp_path / "files"
    folder.mkdir()
    for raw in (dsn(), b"Subject: hello\r\n\r\nhello"):
        box.add(raw)
        maildir.add(raw)
    box.flush()
    (folder / "one.eml").write_bytes(dsn())
    for path in (tmp_path / "box", tmp_path / "dir", folder, folder / "one.eml"):
        assert list(bounces_in(path)) == [TOLD], path

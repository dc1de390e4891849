"""Mail that came back: delivery status notifications (RFC 3464) in an mbox file, a Maildir, a folder of .eml files or one such file.

What cannot be read as one is passed over: a mailbox holds other mail too. A message is known by the Message-ID of what was sent.
"""

import mailbox
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message
from pathlib import Path

LARGEST = 2_000_000  # bytes: a notification is small, and mailboxes hold anything
EML = {".eml", ".msg", ".txt"}


@dataclass(frozen=True)
class Bounce:
    """One recipient of one message: `action` failed, delayed, delivered, relayed or expanded; `status` like 5.1.1; `diagnostic` theirs."""

    message_id: str
    recipient: str
    action: str
    status: str
    diagnostic: str

    @property
    def permanent(self) -> bool:
        """Whether it will never arrive at that address."""
        return self.action == "failed" and self.status.startswith("5")

    @property
    def gave_up(self) -> bool:
        """Whether their server stopped trying for a reason that may pass."""
        return self.action == "failed" and not self.permanent


def bounces_in(path: Path) -> Iterator[Bounce]:
    """Yield what the mailbox says came back; FileNotFoundError when there is none."""
    for raw in _messages(path):
        yield from bounces_of(raw)


def bounces_of(raw: bytes) -> tuple[Bounce, ...]:
    """Return what one mail says, () when it is no delivery status notification."""
    if len(raw) > LARGEST:
        return ()
    try:
        parts = list(message_from_bytes(raw, policy=policy.compat32).walk())
        sent = next((found for part in parts if (found := _sent(part))), "")
        reports = [part for part in parts if part.get_content_type() == "message/delivery-status"]
        told = [bounce for part in reports for group in _groups(part) if (bounce := _bounce(sent, group))]
    except (MessageError, ValueError, LookupError, TypeError, AttributeError):
        return ()
    return tuple(told) if sent else ()


def _messages(path: Path) -> Iterator[bytes]:
    if path.is_dir() and (path / "cur").is_dir():
        yield from _boxed(mailbox.Maildir(path, create=False))
    elif path.is_dir():
        for file in sorted(p for p in path.iterdir() if p.suffix.lower() in EML and p.is_file()):
            yield from _file(file)
    elif path.suffix.lower() in EML:
        yield from _file(path)
    else:
        path.stat()
        yield from _boxed(mailbox.mbox(path, create=False))


def _file(path: Path) -> Iterator[bytes]:
    if path.stat().st_size <= LARGEST:
        yield path.read_bytes()


def _boxed(box: mailbox.Mailbox[mailbox.Message]) -> Iterator[bytes]:
    for key in box.keys():  # noqa: SIM118 - a mailbox iterates over messages, not keys
        yield box.get_bytes(key)


def _sent(part: Message) -> str:
    """Return the Message-ID of the mail that came back, from the part that quotes it or its head."""
    if part.get_content_type() == "message/rfc822":
        quoted: object = part.get_payload()
        inner = quoted[0] if isinstance(quoted, list) and quoted else None
        return _identity(inner["Message-ID"]) if isinstance(inner, Message) else ""
    if part.get_content_type() == "text/rfc822-headers":
        head = part.get_payload(decode=True)
        return _identity(message_from_bytes(head)["Message-ID"]) if isinstance(head, bytes) else ""
    return ""


def _identity(text: object) -> str:
    return "".join(str(text or "").split()).strip("<>")


def _groups(report: Message) -> Iterable[Message]:
    """Return the groups of fields, one a recipient; the first is about the message as a whole."""
    found: object = report.get_payload()
    return [one for one in found if isinstance(one, Message)] if isinstance(found, list) else []


def _bounce(sent: str, group: Message) -> Bounce | None:
    recipient, action = (
        _typed(group["Final-Recipient"] or group["Original-Recipient"]),
        str(group["Action"] or "").strip().lower(),
    )
    if not recipient or not action:
        return None
    return Bounce(
        sent, recipient, action, str(group["Status"] or "").split(" ")[0].strip(), _typed(group["Diagnostic-Code"])
    )


def _typed(value: object) -> str:
    """Return the value of `rfc822; somebody@example` or `smtp; 550 …` without its type, on one line."""
    return " ".join(str(value or "").partition(";")[2].split())

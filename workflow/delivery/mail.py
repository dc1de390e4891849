"""Mail by SMTP, or as .eml files in a folder when no mail server is set."""

import hashlib
import smtplib
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlsplit

from workflow.delivery.outgoing import Mail, Outcome


def as_message(mail: Mail) -> EmailMessage:
    """Return the mail as a message that other mail programs do not answer by themselves (RFC 3834); ValueError for an impossible head."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = mail.sender, mail.address, " ".join(mail.subject.split())
    message["Message-ID"], message["Auto-Submitted"] = f"<{mail.message_id}>", "auto-generated"
    message.set_content(mail.body)
    return message


@dataclass(frozen=True)
class EmlFolder:
    """Writes each mail as one file, named by its Message-ID: writing it twice leaves one file."""

    folder: Path

    def send(self, mail: Mail) -> tuple[Outcome, str]:
        """Write the file and rename it into place."""
        name = hashlib.sha256(mail.message_id.encode()).hexdigest()[:16]
        partial = self.folder / f"{name}.part"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(as_message(mail).as_bytes())
            partial.rename(self.folder / f"{name}.eml")
        except ValueError as error:  # no second try mends an address, and it must not hold up the mails behind it
            return Outcome.FAILED, str(error)
        except OSError as error:
            return Outcome.LATER, str(error)
        return Outcome.DELIVERED, ""


@dataclass(frozen=True)
class SmtpServer:
    """Sends through a mail server given as `smtp://[user:password@]host[:port]` (STARTTLS when offered) or `smtps://…`."""

    url: str
    timeout: float = 20.0

    def send(self, mail: Mail) -> tuple[Outcome, str]:
        """Send once. A connection lost after the text went out leaves the outcome unknown: the server may have it."""
        handed_over = False
        try:
            with self._connect() as server:
                message = as_message(mail)
                handed_over = True
                server.send_message(message)
                return Outcome.DELIVERED, ""
        except smtplib.SMTPServerDisconnected as error:
            return (Outcome.UNKNOWN if handed_over else Outcome.LATER), str(error)
        except smtplib.SMTPRecipientsRefused as error:
            code, text = next(iter(error.recipients.values()))
            return (Outcome.FAILED if code >= 500 else Outcome.LATER), f"{code} {text.decode('utf-8', 'replace')}"
        except smtplib.SMTPResponseException as error:
            return (
                Outcome.FAILED if error.smtp_code >= 500 else Outcome.LATER
            ), f"{error.smtp_code} {error.smtp_error!r}"
        except ValueError as error:
            return Outcome.FAILED, str(error)
        except OSError as error:
            return Outcome.LATER, str(error)

    def _connect(self) -> smtplib.SMTP:
        parts = urlsplit(self.url)
        kind = smtplib.SMTP_SSL if parts.scheme == "smtps" else smtplib.SMTP
        server = kind(parts.hostname or "localhost", parts.port or 0, timeout=self.timeout)
        if parts.scheme != "smtps" and server.ehlo() and server.has_extn("starttls"):
            server.starttls()
        if parts.username and parts.password:
            server.login(parts.username, parts.password)
        return server

"""Mail by SMTP, or as .eml files in a folder when no mail server is set."""

import hashlib
import smtplib
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlsplit

from workflow import failpoints
from workflow.delivery.outgoing import Mail, Outcome
from workflow.synced import synced


def as_message(mail: Mail) -> EmailMessage:
    """Return the mail as a message that other mail programs do not answer by themselves (RFC 3834); ValueError for an impossible head."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = mail.sender, mail.address, " ".join(mail.subject.split())
    message["Message-ID"], message["Auto-Submitted"] = f"<{mail.message_id}>", "auto-generated"
    if mail.at is not None:
        message["Date"] = mail.at
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
            synced(partial)
            failpoints.reached("mail.written")
            partial.rename(self.folder / f"{name}.eml")
            synced(self.folder)
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
        """Send once. A connection lost after the text went out leaves the outcome unknown: the server may have it.

        What is wrong with the server, the login or our own address is mended by the office and tried again: only what the server
        says of the addressee or of the text is final.
        """
        try:
            message = as_message(mail)
        except ValueError as error:
            return Outcome.FAILED, str(error)
        try:
            server = self._connect()
        except (
            OSError,
            ValueError,
        ) as error:  # ValueError: a port that is no number, a password no mail server can be told
            return Outcome.LATER, _words(error)
        try:
            return _hand_over(server, message)
        finally:
            _leave(server)

    def _connect(self) -> smtplib.SMTP:
        parts = urlsplit(self.url)
        kind = smtplib.SMTP_SSL if parts.scheme == "smtps" else smtplib.SMTP
        server = kind(parts.hostname or "localhost", parts.port or 0, timeout=self.timeout)
        try:
            server.ehlo_or_helo_if_needed()
            if parts.scheme != "smtps" and server.has_extn("starttls"):
                server.starttls()
            if parts.username and parts.password:
                server.login(parts.username, parts.password)
        except BaseException:
            server.close()
            raise
        return server


def _hand_over(server: smtplib.SMTP, message: EmailMessage) -> tuple[Outcome, str]:
    try:
        server.send_message(message)
    except smtplib.SMTPServerDisconnected as error:
        return Outcome.UNKNOWN, str(error)
    except smtplib.SMTPRecipientsRefused as error:
        code, text = next(iter(error.recipients.values()))
        return (Outcome.FAILED if code >= 500 else Outcome.LATER), f"{code} {text.decode('utf-8', 'replace')}"
    except smtplib.SMTPDataError as error:
        return (Outcome.FAILED if error.smtp_code >= 500 else Outcome.LATER), _words(error)
    except ValueError as error:
        return Outcome.FAILED, str(error)
    except OSError as error:  # smtplib's own errors are OSErrors
        return Outcome.LATER, _words(error)
    return Outcome.DELIVERED, ""


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye; a server that answers it badly changes nothing of what became of the mail."""
    with suppress(OSError):
        server.quit()
    server.close()


def _words(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {error.smtp_error!r}"
    return str(error)

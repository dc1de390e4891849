"""A mail server that misbehaves on demand, on 127.0.0.1: it says 250, 421, 451 or 550, or hangs up after the text."""

import email
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class MailServer(socketserver.ThreadingTCPServer):
    """`mood` is how it answers; `taken` the Message-ID of each text it had in hand, `texts` the texts, `tries` the addressees named."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, mood: str) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.mood, self.taken, self.texts, self.tries = mood, list[str](), list[bytes](), 0

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class _Talk(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        self._say("220 ready")
        while line := self.rfile.readline():
            if not self._goes_on(line[:4].upper()):
                return

    def _goes_on(self, verb: bytes) -> bool:
        if verb == b"RCPT":
            self.server.tries += 1
            return self._takes_addressee()
        if verb == b"DATA":
            return self._takes_text()
        self._say("221 bye" if verb == b"QUIT" else "250 ok")
        return verb != b"QUIT"

    def _takes_addressee(self) -> bool:
        mood = self.server.mood
        if mood == "drop-at-once":
            return False
        self._say({"421": "421 busy, closing", "550": "550 no such mailbox"}.get(mood, "250 ok"))
        return mood != "421"

    def _takes_text(self) -> bool:
        self._say("354 go on")
        text = b"".join(iter(self.rfile.readline, b".\r\n"))
        if self.server.mood == "451":
            self._say("451 disk full")
            return True
        self.server.texts.append(text)
        self.server.taken.append(str(email.message_from_bytes(text)["Message-ID"]).strip("<>"))
        if self.server.mood == "drop-after-data":
            return False
        self._say("554 looks like spam" if self.server.mood == "554-after-data" else "250 queued")
        return True

    def _say(self, words: str) -> None:
        self.wfile.write(words.encode() + b"\r\n")


@contextmanager
def mail_server(mood: str = "250") -> Iterator[MailServer]:
    """Give a server that answers in this mood."""
    with MailServer(mood) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()

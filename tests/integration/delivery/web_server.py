"""A web server that misbehaves on demand, on 127.0.0.1: it refuses, stays silent, hangs up after it has heard everything."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Heard:
    """One request: its path, its headers (names in small letters), its body."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class WebServer:
    """`answers` are status and JSON by path; a status of 0 hangs up after the request was heard; `heard` is what came."""

    url: str = ""
    answers: dict[str, tuple[int, Any]] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)

    def posts(self, path: str) -> list[Heard]:
        """Return what came to one path."""
        return [one for one in self.heard if one.path == path]


@contextmanager
def web_server(**answers: tuple[int, Any]) -> Iterator[WebServer]:
    """Give a server whose paths (`/` and a name) answer so; an unknown path is 404."""
    state = WebServer(answers={f"/{name}": answer for name, answer in answers.items()})

    class Talk(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            state.heard.append(Heard(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
            status, said = state.answers.get(self.path, (404, {}))
            if status == 0:
                self.close_connection = True
                return
            told = json.dumps(said).encode()
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", str(said))
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

    with ThreadingHTTPServer(("127.0.0.1", 0), Talk) as server:
        state.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield state
        finally:
            server.shutdown()
            thread.join()

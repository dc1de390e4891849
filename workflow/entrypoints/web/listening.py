"""The server under the application: uvicorn on uvloop, each answer given to the system in one piece."""

import asyncio
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

GATHERED_AT_MOST = 65_536  # bytes; uvicorn counts what waits by the same measure


def listen(app: FastAPI, host: str, port: int) -> None:
    """Answer on an address until stopped."""
    uvicorn.run(app, host=host, port=port, **_how())


def server_for(app: FastAPI, host: str, port: int) -> uvicorn.Server:
    """Return the same server, not yet started; port 0 takes a free one."""
    return uvicorn.Server(uvicorn.Config(app, host=host, port=port, **_how()))


def _how() -> dict[str, Any]:
    return {"log_config": None, "access_log": False, "server_header": False, "loop": "uvloop", "http": InOnePiece}


class InOnePiece(HttpToolsProtocol):
    """uvicorn's parser; it hands over headers and body apart, and a call of the system costs more than making a small answer."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin with a visitor."""
        super().connection_made(Gathering(transport, self.loop))  # type: ignore[arg-type]


class Gathering:
    """A transport that keeps what is written until the loop's next turn; everything else is the transport's own."""

    def __init__(self, transport: asyncio.BaseTransport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport: asyncio.Transport = transport  # type: ignore[assignment]
        self._loop = loop
        self._held: list[bytes] = []
        self._size = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Take bytes; they leave with the others of this turn, at once when they are many."""
        if not self._held:
            self._loop.call_soon(self.flush)
        self._held.append(data)
        self._size += len(data)
        if self._size > GATHERED_AT_MOST:
            self.flush()

    def flush(self) -> None:
        """Hand over what is held."""
        if self._held:
            held, self._held, self._size = self._held, [], 0
            self._transport.write(held[0] if len(held) == 1 else b"".join(held))

    def close(self) -> None:
        """Hand over what is held, then close."""
        self.flush()
        self._transport.close()

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        """Hand over what is held before another protocol speaks."""
        self.flush()
        self._transport.set_protocol(protocol)

"""The server under the application, asked through sockets: every answer whole, small ones in one piece."""

import asyncio
import socket
from collections.abc import Iterator

import pytest
from fastapi import FastAPI, Response

from tests.browser.served import listening
from workflow.entrypoints.web.listening import GATHERED_AT_MOST, Gathering

BIG = bytes(range(256)) * 8_192  # 2 MB


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    app = FastAPI()
    app.add_api_route("/small", lambda: Response("รับทราบ"), methods=["GET", "HEAD"])
    app.add_api_route("/big", lambda: Response(BIG))
    with listening(app) as address:
        yield int(address.rpartition(":")[2])


def asked(port: int, *requests: str) -> bytes:
    with socket.create_connection(("127.0.0.1", port), 10) as line:
        line.sendall(
            "".join(f"{one} HTTP/1.1\r\nHost: x\r\n" for one in requests).replace("x\r\nG", "x\r\n\r\nG").encode()
        )
        line.sendall(b"Connection: close\r\n\r\n")
        return b"".join(iter(lambda: line.recv(65_536), b""))


def test_a_big_answer_arrives_whole_after_its_headers(port: int) -> None:
    head, _, body = asked(port, "GET /big").partition(b"\r\n\r\n")
    assert b"200 OK" in head and body == BIG


def test_headers_alone_are_sent_too(port: int) -> None:
    assert asked(port, "HEAD /small").endswith(b"\r\n\r\n")


def test_two_questions_on_one_line_are_answered_in_their_order(port: int) -> None:
    said = asked(port, "GET /small", "GET /big")
    assert said.count(b"HTTP/1.1 200 OK") == 2 and said.endswith(BIG) and "รับทราบ".encode() in said[:400]


class Recorder(asyncio.Transport):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[bytes] = []

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.got.append(bytes(data))

    def close(self) -> None:
        self.got.append(b"closed")


async def gathered(*parts: bytes, close: bool = False) -> list[bytes]:
    below = Recorder()
    above = Gathering(below, asyncio.get_running_loop())
    for part in parts:
        above.write(part)
    if close:
        above.close()
    await asyncio.sleep(0)
    return below.got


def test_what_is_written_in_one_turn_leaves_in_one_piece() -> None:
    assert asyncio.run(gathered(b"head", b"body")) == [b"headbody"]


def test_nothing_is_lost_by_closing() -> None:
    assert asyncio.run(gathered(b"head", b"body", close=True)) == [b"headbody", b"closed"]


def test_much_is_not_held_back() -> None:
    much = b"x" * (GATHERED_AT_MOST + 1)
    assert asyncio.run(gathered(b"head", much, b"end")) == [b"head" + much, b"end"]

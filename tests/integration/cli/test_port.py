"""A port that is taken is told in Thai, with the command that helps."""

import socket

import pytest

from workflow.core.errors import Conflict
from workflow.entrypoints.cli import running


def test_a_taken_port_is_told_before_anything_starts() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Conflict, match=str(port)) as refusal:
            running._require_free("127.0.0.1", port)
    assert f"--port {port + 1}" in refusal.value.next_step

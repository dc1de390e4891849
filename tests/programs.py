"""Programs of Debian's that give a second opinion of a PDF (poppler-utils, qpdf): the set-up brings them where it may."""

import shutil
import subprocess

import pytest


def asked(*command: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run a program, whatever it answers; the test is skipped, and says so, on a machine that has no such program."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not on this machine (apt-get install poppler-utils qpdf)")
    return subprocess.run(command, input=given, capture_output=True, check=False)

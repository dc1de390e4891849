"""The recogniser's recipe still learns: a toy run in an environment of its own, with the CPU build of PyTorch."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.soak
@pytest.mark.timeout(2400)  # the environment is made on the first run; the toy itself takes two minutes
def test_two_minutes_of_training_teach_the_net_to_read() -> None:
    done = subprocess.run(["make", "train", "TOY=1"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]

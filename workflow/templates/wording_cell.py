"""An office's own wording is filled in here, in a child process that gets little time and memory: the second wall around a template.

The facts come as a pickle in a file that the caller wrote (only its own code reads it), the blocks go back as data.
"""

import pickle
import resource
from collections.abc import Mapping
from pathlib import Path

from workflow.core.document import Block
from workflow.templates.fonts import FontSet
from workflow.templates.wording import write_blocks
from workflow.templates.wording_check import check_wording

SECONDS = 5  # of the processor; the longest wording of the catalogue takes a hundredth of one
MEMORY = 512_000_000  # bytes beyond what the process holds when it begins


def write_in_cell(path: Path, *, wording: Path) -> tuple[Block, ...]:
    """Return the blocks of a wording from the facts pickled at `path`; errors as in `write_blocks`."""
    _hold()
    return write_blocks(wording, _facts(path))


def check_in_cell(path: Path, *, wording: Path, fonts: FontSet) -> tuple[tuple[int, str, str], ...]:
    """Return line, first words and cause of every fault that `check_wording` finds with the facts pickled at `path`."""
    _hold()
    return tuple((one.line, one.words, one.cause) for one in check_wording(wording, _facts(path), fonts))


def _facts(path: Path) -> Mapping[str, object]:
    facts: Mapping[str, object] = pickle.loads(path.read_bytes())  # noqa: S301  written by the caller, whose code this is
    return facts


def _hold() -> None:
    """Lower the limits that the worker's child is under already."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    held = int(
        next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmData:")).split()[
            1
        ]
    )
    limit = min(held * 1024 + MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[1])
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))

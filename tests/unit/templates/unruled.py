"""Fills in a wording whose rules nobody looked at, so that the second wall stands alone; called in a child process."""

from pathlib import Path

from workflow.core.document import Block
from workflow.templates import wording as module
from workflow.templates.wording_cell import write_in_cell


def write_unruled(path: Path, *, wording: Path) -> tuple[Block, ...]:
    """Fill it in as the cell does, without the rules."""
    vars(module)["broken_rules"] = lambda tree: iter(())
    return write_in_cell(path, wording=wording)

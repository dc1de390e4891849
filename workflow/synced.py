"""What must lie on the disk before anybody is told that it is kept."""

import os
from pathlib import Path


def synced(*paths: Path) -> None:
    """Write through to the disk what was written to these files or folders; OSError when the disk does not take it."""
    for path in paths:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

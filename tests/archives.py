"""Archives that tests put together part by part."""

import zipfile
from collections.abc import Mapping
from pathlib import Path


def archive(path: Path, parts: Mapping[str, bytes]) -> Path:
    """Write an archive of these parts; return its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return path

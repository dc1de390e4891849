"""Files to take away: the name they go out under, and one that is written while it is sent."""

from collections.abc import Iterator
from pathlib import Path, PurePath
from urllib.parse import quote

from fastapi.responses import FileResponse, StreamingResponse

_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
KINDS = {b"%PDF": "pdf", b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"PK\x03\x04": "zip"}


def under_name(plain: str, name: str) -> dict[str, str]:
    """Return the header that names a file as RFC 6266 says: `name` may be Thai, `plain` is for programs that cannot read that."""
    return {"Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"}


def takeaway(name: str, pieces: Iterator[bytes]) -> StreamingResponse:
    """Return the answer, under its Thai name."""
    ending = PurePath(name).suffix
    return StreamingResponse(pieces, media_type=_TYPES[ending], headers=under_name(f"saraban{ending}", name))


def as_evidence(path: Path, name: str) -> FileResponse:
    """Send a file that somebody brought as evidence: to be kept, never opened by the browser in our name."""
    with path.open("rb") as file:
        head = file.read(4)
    suffix = next((kind for start, kind in KINDS.items() if head.startswith(start)), "bin")
    named = f'attachment; filename="{name}.{suffix}"'
    return FileResponse(path, media_type="application/octet-stream", headers={"Content-Disposition": named})

"""A file to take away that is written while it is sent, under its Thai name."""

from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import quote

from fastapi.responses import StreamingResponse

_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def takeaway(name: str, pieces: Iterator[bytes]) -> StreamingResponse:
    """Return the answer; `name` goes out as RFC 6266 says, with a plain one for programs that cannot read it."""
    ending = PurePath(name).suffix
    named = f"attachment; filename=\"saraban{ending}\"; filename*=UTF-8''{quote(name, safe='')}"
    return StreamingResponse(pieces, media_type=_TYPES[ending], headers={"Content-Disposition": named})

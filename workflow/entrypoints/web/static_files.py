"""Style, script and typeface: named by what they say, so that a browser keeps them for good and yet never shows a page with an old one."""

import hashlib
import os
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs

from fastapi.staticfiles import StaticFiles
from starlette.responses import Response
from starlette.types import Scope

STATIC = Path(__file__).parent / "static"
FOR_GOOD = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"  # kept, and asked for by its ETag each time
A_WEEK = "public, max-age=604800"  # the style names a typeface without saying which edition it is


def static(path: str) -> str:
    """Return the address under which pages ask for a file: a changed file has another one."""
    return f"/static/{path}?v={_version(path)}"


class KeptFiles(StaticFiles):
    """The files of `static/`; who asks for the very edition there is may keep it, anybody else asks again."""

    def file_response(
        self, full_path: "str | os.PathLike[str]", stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Answer with the file, or say that it has not changed."""
        answer = super().file_response(full_path, stat_result, scope, status_code)
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("v", [""])[0]
        named = os.path.relpath(full_path, os.path.realpath(STATIC))
        answer.headers["Cache-Control"] = FOR_GOOD if asked and asked == _version(named) else ASK_AGAIN
        return answer


def typeface(path: Path, scope: Scope) -> Response:
    """Answer with a typeface, or say that it has not changed."""
    answer = StaticFiles(check_dir=False).file_response(path, path.stat(), scope)
    answer.headers["Cache-Control"] = A_WEEK
    return answer


@cache
def _version(path: str) -> str:
    return hashlib.sha256((STATIC / path).read_bytes()).hexdigest()[:12]

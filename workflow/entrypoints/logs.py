"""The log: one JSON object a line on stderr, for machines and for whoever is called at night. It holds nothing personal.

What may be said is listed, the rest is left out: no subject, name, address or token has a key here. A line of a library keeps its place
and its level; its words only where they are known to name nobody. An error keeps its type and where it arose, never its text, which
may hold what was in the database. `docs/security.md` lists what is logged.
"""

import json
import logging
import sys
from datetime import UTC
from functools import lru_cache
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor

from workflow.core.secrets import mask
from workflow.entrypoints import clock

MAY_SAY = frozenset({
    "event", "level", "timestamp", "logger", "request", "route", "method", "status", "ms", "account", "node", "signs", "error", "at",
    "version", "file", "line",
})  # fmt: skip
_KNOWN = ("saraban", "uvicorn.error")  # loggers whose words name nobody
_LONGEST = 300  # characters of one value
_DEEPEST = 12  # frames of an error
_of_requests: list[TextIO] = []  # where their lines go, once somebody wants lines


def configure(out: TextIO = sys.stderr, level: int = logging.INFO) -> None:
    """Send this program's lines and those of its libraries to `out` as JSON."""
    _of_requests[:] = [out] if level <= logging.INFO else []
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: list[Processor] = [
        error_in_short,
        without_personal_data,
        structlog.processors.JSONRenderer(ensure_ascii=False),
    ]
    structlog.configure(
        processors=[*shared, *last],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(out),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[of_library, *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(level, logging.WARNING))
    engine = logging.getLogger("dbos")
    engine.handlers[:], engine.propagate = [handler], False  # without one of ours it writes to the console, unreduced


def of_library(_: object, __: str, said: EventDict) -> EventDict:
    """Reduce a line of a library: where it was said, and its words before anything was put into them."""
    record: logging.LogRecord | None = said.get("_record")
    if record is None:
        return said
    said["logger"], said["file"], said["line"] = record.name, record.module, record.lineno
    said["event"] = str(record.msg) if record.name.startswith(_KNOWN) else "library"
    if record.exc_info:
        said["exc_info"] = record.exc_info
    return said


def error_in_short(_: object, __: str, said: EventDict) -> EventDict:
    """Put the type of an error and the places it passed in place of its text."""
    told = said.pop("exc_info", None)
    error = sys.exc_info()[1] if told is True else told[1] if isinstance(told, tuple) else told
    if isinstance(error, BaseException):
        said["error"] = type(error).__name__
        places, frame = [], error.__traceback__
        while frame:
            places.append(f"{frame.tb_frame.f_globals.get('__name__', '?')}:{frame.tb_lineno}")
            frame = frame.tb_next
        said["at"] = " ".join(places[-_DEEPEST:])
    return said


def without_personal_data(_: object, __: str, said: EventDict) -> EventDict:
    """Leave out every key that may not be said, and mask and shorten what may; a new line in a value cannot begin a line of the log."""
    kept: EventDict = {}
    for key, value in said.items():
        if key in MAY_SAY:
            kept[key] = mask(value)[:_LONGEST] if isinstance(value, str) and key not in {"timestamp", "at"} else value
    return kept


def tell_request(number: str, route: str, method: str, status: int, ms: int) -> None:
    """Write the line of an answered request: what structlog would write of these, at a third of its cost, as every answer has one.

    `number` and `method` are words of ours, `route` the pattern of one: never an address.
    """
    for out in _of_requests:
        at = clock.now().astimezone(UTC).replace(tzinfo=None).isoformat()
        out.write(
            f'{{"request": "{number}", "route": {_quoted(route)}, "method": "{method}", "status": {status}, "ms": {ms}, '
            f'"event": "request", "level": "info", "timestamp": "{at}Z"}}\n'
        )
        out.flush()


@lru_cache(maxsize=512)  # there are as many as routes
def _quoted(route: str) -> str:
    return json.dumps(mask(route)[:_LONGEST], ensure_ascii=False)

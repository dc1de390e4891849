"""What of an error says that nothing can be written: the words of SQLite, PostgreSQL and the operating system for a full or failing disk."""

import errno

from sqlalchemy.exc import DBAPIError

from workflow.core.read_only import Why

_SQLITE = {13: Why.FULL, 10: Why.FAILING, 8: Why.FAILING}  # SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY
_POSTGRES = {
    "53100": Why.FULL,
    "58030": Why.FAILING,
    "25006": Why.FAILING,
}  # disk_full, io_error, read_only_sql_transaction
_SYSTEM = {
    errno.ENOSPC: Why.FULL,
    errno.EDQUOT: Why.FULL,
    errno.EFBIG: Why.FULL,
    errno.EIO: Why.FAILING,
    errno.EROFS: Why.FAILING,
}


def hindrance(error: BaseException) -> Why | None:
    """Return why nothing can be written, None when the error tells of something else."""
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0)
    if not isinstance(error, DBAPIError):
        return None
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF  # the primary code; the rest says which call it was
    return _SQLITE.get(code) or _POSTGRES.get(getattr(error.orig, "sqlstate", "") or "")

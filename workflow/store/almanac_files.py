"""The tables of `config/shared/` that the reader's checks know: holidays, ranks that hold a post, codes of letter numbers."""

from functools import lru_cache
from pathlib import Path

from workflow.core.almanac import Almanac
from workflow.store.as_written import Written, as_written
from workflow.store.office_csv import Columns, keyed, read_rows

HOLIDAYS = Columns(("date", "name"), ("source", "decided_on", "confirmed"))
OWNER_CODES = Columns(("code", "owner", "source"))
RANK_POSTS = Columns(("post", "ranks", "source"))


def load_almanac(config_dir: Path) -> Almanac:
    """Return what the tables say; a table that is not there says nothing, a mistake in one is a ConfigError with file and line.

    Tables that did not change are not read again.
    """
    shared = config_dir / "shared"
    return _loaded(*(as_written(shared / name) for name in ("holidays.csv", "rank-posts.csv", "owner-codes.csv")))


@lru_cache(maxsize=8)
def _loaded(holidays: Written, posts: Written, codes: Written) -> Almanac:
    told = read_rows(holidays.path, HOLIDAYS) if holidays.size is not None else ()
    days = [(row, row.required_day("date")) for row in told]
    ranked = [(row, row.text("post")) for row in (read_rows(posts.path, RANK_POSTS) if posts.size is not None else ())]
    keyed(ranked, lambda post: post, "ตำแหน่ง")
    owned = [(row, row.text("code")) for row in (read_rows(codes.path, OWNER_CODES) if codes.size is not None else ())]
    keyed(owned, lambda code: code, "รหัสตัวพยัญชนะ")
    return Almanac(
        {on: row.text("name") for row, on in days},
        {post: frozenset(row.text("ranks").split()) for row, post in ranked},
        {code: row.text("owner") for row, code in owned},
    )

"""The tables of `config/shared/` that the reader's checks know: holidays, and the ranks that hold a post."""

from pathlib import Path

from workflow.core.almanac import Almanac
from workflow.store.office_csv import Columns, keyed, read_rows

HOLIDAYS = Columns(("date", "name"), ("source", "decided_on", "confirmed"))
RANK_POSTS = Columns(("post", "ranks", "source"))


def load_almanac(config_dir: Path) -> Almanac:
    """Return what the tables say; a table that is not there says nothing, a mistake in one is a ConfigError with file and line."""
    holidays, posts = config_dir / "shared" / "holidays.csv", config_dir / "shared" / "rank-posts.csv"
    days = [(row, row.required_day("date")) for row in (read_rows(holidays, HOLIDAYS) if holidays.exists() else ())]
    ranked = [(row, row.text("post")) for row in (read_rows(posts, RANK_POSTS) if posts.exists() else ())]
    keyed(ranked, lambda post: post, "ตำแหน่ง")
    return Almanac(
        {on: row.text("name") for row, on in days}, {post: frozenset(row.text("ranks").split()) for row, post in ranked}
    )

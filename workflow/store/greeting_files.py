"""Reading `config/shared/greetings.csv`: which officials an external letter greets in words of their own."""

import hashlib
from pathlib import Path

from workflow.core.greeting import Greeting, Greetings
from workflow.store.office_csv import Columns, Row, keyed, read_rows

GREETINGS = Columns(("addressee", "opening", "ending"), ("valid_from", "valid_to"))


def load_greetings(config_dir: Path) -> Greetings:
    """Return the list; without the file everybody is greeted เรียน, a mistake in it is a ConfigError with file and line."""
    path = config_dir / "shared" / "greetings.csv"
    if not path.exists():
        return Greetings()
    rows = [(row, _greeting(row)) for row in read_rows(path, GREETINGS)]
    keyed(rows, lambda one: (one.addressee, one.valid_from), "ผู้รับ")
    return Greetings(tuple(one for _, one in rows), hashlib.sha256(path.read_bytes()).hexdigest()[:12])


def _greeting(row: Row) -> Greeting:
    start, end = row.span()
    return Greeting(row.text("addressee"), row.text("opening"), row.text("ending"), start, end)

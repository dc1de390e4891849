"""The one place where the clock is read."""

from datetime import datetime

from workflow.core.thai_date import BANGKOK


def now() -> datetime:
    """Return this moment in Bangkok."""
    return datetime.now(BANGKOK)

"""Every module that defines tables: imported by whoever asks SQLModel for all of them, for it knows only those of imported modules."""

from workflow.store import (  # noqa: F401
    account_tables,
    copy_tables,
    day_tables,
    exchange_tables,
    intake_tables,
    journey_tables,
    link_tables,
    paper_tables,
    pulse_tables,
    register_tables,
    reminder_tables,
    round_tables,
    seal_tables,
    sending_tables,
    tables,
    vault_tables,
    ways_tables,
)

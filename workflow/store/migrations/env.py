"""Alembic's entry: the connection is handed over by workflow.store.migrate."""

from alembic import context
from sqlmodel import SQLModel

from workflow.store import (  # noqa: F401  the tables must be known before they are compared
    account_tables,
    copy_tables,
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

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True, compare_type=True)
with context.begin_transaction():
    context.run_migrations()

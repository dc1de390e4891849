"""Alembic's entry: the connection is handed over by workflow.store.migrate."""

from alembic import context
from sqlmodel import SQLModel

from workflow.store import every_table  # noqa: F401  the tables must be known before they are compared

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True, compare_type=True)
with context.begin_transaction():
    context.run_migrations()

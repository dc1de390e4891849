"""Bring the database to the newest schema; safe to run at every start."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from workflow.store.engine import Store


def alembic_config() -> Config:
    """Return Alembic's configuration; there is no ini file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def upgrade(store: Store) -> None:
    """Apply the missing migrations in one transaction; costs one query when there are none."""
    config = alembic_config()
    with store.engine.begin() as connection:
        if (
            MigrationContext.configure(connection).get_current_revision()
            == ScriptDirectory.from_config(config).get_current_head()
        ):
            return
        config.attributes["connection"] = connection
        command.upgrade(config, "head")

"""The table of the pulse: the last moment at which this database is known to have been written."""

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class PulseRow(SQLModel, table=True):
    """One row: written every few seconds while anybody serves, so that a full disk and a clock gone back are noticed."""

    __tablename__: ClassVar[str] = "pulse"
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = instant()

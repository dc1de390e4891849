"""The tables of days kept: how many papers took how many working days from step to step, by unit and by everything at and below a unit.

They follow from dispatches, receipts, acknowledgements, sendings and the calendar, and are made again by `services/roll_days.py`.
`matter_id` 0 stands for all matters of an office.
"""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from workflow.store.tables import instant


class DayMarkRow(SQLModel, table=True):
    """When a matter's days were counted, and at how many moves of how many sendings (of an office: how often anything changed).

    `papers` is how many there were to count, `version` the calendar and the levels of units they were counted by, `shape` the trees and
    levels along which they were added up.
    """

    __tablename__: ClassVar[str] = "day_mark"
    office: str = Field(primary_key=True)
    matter_id: int = Field(primary_key=True)
    at: datetime = instant()
    sendings: int
    moves: int
    papers: int
    version: str
    shape: str


class DayLineRow(SQLModel, table=True):
    """One unit and step: how many papers took how many days (`days`, JSON), with the median and the slowest of those that could be counted."""

    __tablename__: ClassVar[str] = "day_line"
    office: str = Field(primary_key=True)
    matter_id: int = Field(primary_key=True)
    unit: str = Field(primary_key=True)
    step: int = Field(primary_key=True)
    count: int
    median: int
    slowest: int
    days: str = Field(sa_type=Text)


class DaySumRow(SQLModel, table=True):
    """Everything at and below a unit ("": everything there is): the counts of days by level and step (`days`, JSON)."""

    __tablename__: ClassVar[str] = "day_sum"
    office: str = Field(primary_key=True)
    matter_id: int = Field(primary_key=True)
    unit: str = Field(primary_key=True)
    days: str = Field(sa_type=Text)

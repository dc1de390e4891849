"""Lays the desk: the one module that knows every concrete class."""

from functools import cache
from pathlib import Path

from memos import CATALOGUE
from workflow.core.office import Office
from workflow.core.reading import Reading
from workflow.core.working_days import WorkingCalendar
from workflow.delivery.mail import EmlFolder, SmtpServer
from workflow.delivery.outgoing import Channel
from workflow.parsers.read_file import read_file
from workflow.parsers.tesseract import TesseractOcr
from workflow.services.desk import Desk
from workflow.settings import Settings
from workflow.store.engine import open_store
from workflow.store.files import OriginalFiles
from workflow.store.migrate import upgrade
from workflow.store.office_files import load_calendar, load_office
from workflow.templates.fonts import FontSet, find_fonts


def read(path: Path) -> Reading:
    """Read a file with the engines this machine has."""
    return read_file(path, ocr=TesseractOcr())


def make_desk(settings: Settings) -> Desk:
    """Return a desk on the configured database, brought to the newest schema."""
    store = open_store(settings.database_url)
    upgrade(store)

    @cache
    def office(code: str) -> Office:
        return load_office(settings.config, code)

    @cache
    def calendar() -> WorkingCalendar:
        return load_calendar(settings.config)

    @cache
    def fonts() -> FontSet:
        return find_fonts(settings.font_folders)

    channel: Channel = SmtpServer(settings.smtp_url) if settings.smtp_url else EmlFolder(settings.outbox)
    return Desk(
        store=store, originals=OriginalFiles(settings.originals), memo_folder=settings.memos, catalogue=CATALOGUE,
        read=read, fonts=fonts, office=office, calendar=calendar, channel=channel,
    )  # fmt: skip

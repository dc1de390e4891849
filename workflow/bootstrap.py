"""Lays the desk: the one module that knows every concrete class.

Imports wait inside the functions: `saraban read` should not load a typesetter and a database to look at a letter.
"""

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.core.errors import ConfigError
from workflow.core.reading import Reading
from workflow.core.returned_file import ReturnedFile
from workflow.guarded import check_wording, config_folder, credentials, guard, read_with_pages, write_wording
from workflow.settings import Settings

__all__ = ["check_wording", "write_wording"]  # asked for here, for this is the module that knows where they run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workflow.core.memo_kind import MemoKind
    from workflow.core.office import Office
    from workflow.core.org_tables import Workbook
    from workflow.core.working_days import WorkingCalendar
    from workflow.delivery.outgoing import Channel
    from workflow.services.checkpoint import Notary
    from workflow.services.desk import Desk
    from workflow.store.engine import Store
    from workflow.templates.fonts import FontSet
    from workflow.templates.overlay.stamp import Receipt, Stamped


def read(path: Path) -> Reading:
    """Read a file with the engines this machine has, in a child process held to the limits of `parsers/limits.py`."""
    reading: Reading = guard().call("workflow.bootstrap:read_here", Reading, path, config=config_folder().absolute())
    return reading


def returned(path: Path) -> ReturnedFile:
    """Read a memo that was edited in Word, in a child process held to the same limits."""
    file: ReturnedFile = guard().call("workflow.parsers.docx_returned:read_returned", ReturnedFile, path)
    return file


def read_workbook(path: Path) -> "Workbook":
    """Read an XLSX or a YAML of tables that somebody sends in, in a child process held to the same limits."""
    from workflow.core.org_tables import Workbook

    reader = "yaml_book:read_yaml" if path.suffix.lower() in {".yaml", ".yml"} else "xlsx_file:read_xlsx"
    book: Workbook = guard().call(f"workflow.parsers.{reader}", Workbook, path)
    return book


def read_table(path: Path) -> "Workbook":
    """Read a table that somebody sends in, XLSX or CSV by the name of the file, in a child process held to the same limits."""
    from workflow.core.org_tables import Workbook

    reader = "csv_table:read_csv" if path.suffix.lower() == ".csv" else "xlsx_file:read_xlsx"
    book: Workbook = guard().call(f"workflow.parsers.{reader}", Workbook, path)
    return book


def read_here(path: Path, *, config: Path | None = None) -> Reading:
    """Read a file in this process; nothing holds what the file does to it. `config`: the offices' folder, else the environment's."""
    return read_with_pages(path, config or config_folder())[0]


def explain(path: Path, folder: Path, settings: Settings) -> tuple[Path, Reading]:
    """Write the page that explains a reading, in a child process held to the limits as `read` is; return it with the reading."""
    page, reading = guard().call(
        "workflow.bootstrap:explain_here", tuple[str, Reading], path, folder=folder.absolute(), settings=settings
    )
    return Path(page), reading


def explain_here(path: Path, *, folder: Path, settings: Settings) -> tuple[str, Reading]:
    """Read and explain a file in this process; nothing holds what the file does to it."""
    from workflow.parsers.recogniser.engine import model_present
    from workflow.services.explain_reading import Reader, explain_reading

    reader = Reader(
        read=lambda file: read_with_pages(file, settings.config), level=model_present(), fonts=lambda: _fonts(settings)
    )
    shown = explain_reading(reader, path, folder)
    return str(shown.page), shown.reading


def draw_stamps(path: Path, receipts: "tuple[Receipt, ...]", out: Path, page: int) -> "tuple[Stamped, ...]":
    """Write the received file with these stamps on a page (1-based) to `out`, in a child process held to the limits as `read` is."""
    from workflow.templates.overlay.stamp import Stamped

    fonts = _fonts(Settings.from_environment())
    drawn: tuple[Stamped, ...] = guard().call(
        "workflow.templates.overlay.original:write_stamped", tuple[Stamped, ...], path, receipts=receipts, fonts=fonts,
        out=out.absolute(), page=page,
    )  # fmt: skip
    return drawn


def masked_copy(path: Path, out: Path) -> Path:
    """Write a copy of a received file that may leave the office, in a child process held to the limits as `read` is; return it."""
    made = guard().call(
        "workflow.bootstrap:masked_copy_here", str, path, out=out.absolute(), config=config_folder().absolute()
    )
    return Path(made)


def masked_copy_here(path: Path, *, out: Path, config: Path) -> str:
    """Write the copy in this process; nothing holds what the file does to it."""
    from workflow.parsers.recogniser.engine import model_present
    from workflow.services.masked_copy import masked_copy as write

    return str(write(lambda file: read_with_pages(file, config), path, out, level=model_present()))


def look(path: Path, folder: Path) -> Reading:
    """Read a file and leave its pages as pictures in the folder, in a child process held to the limits as `read` is."""
    reading: Reading = guard().call(
        "workflow.bootstrap:look_here", Reading, path, folder=folder.absolute(), config=config_folder().absolute()
    )
    return reading


def look_here(path: Path, *, folder: Path, config: Path) -> Reading:
    """Read a file and draw its pages in this process; nothing holds what the file does to it."""
    from workflow.core.thai_digits import to_thai
    from workflow.parsers.recogniser.engine import model_present
    from workflow.services.page_views import look_at, tell_progress

    def tell(read: int) -> None:
        tell_progress(folder, f"อ่านภาพสแกนแล้ว {to_thai(read)} หน้า")

    return look_at(lambda file: read_with_pages(file, config, tell), path, folder, level=model_present())


def make_desk(settings: Settings) -> "Desk":
    """Return a desk on the configured database, brought to the newest schema."""
    from memos import CATALOGUE
    from workflow.durable.dbos_engine import DbosEngine
    from workflow.services.desk import Desk
    from workflow.store.engine import open_store
    from workflow.store.files import OriginalFiles
    from workflow.store.fresh import Fresh
    from workflow.store.greeting_files import load_greetings
    from workflow.store.link_key import link_key
    from workflow.store.migrate import upgrade
    from workflow.store.round_files import load_rounds

    store = open_store(settings.database_url)
    upgrade(store)
    calendar = Fresh(settings.config / "shared", lambda: _calendar(settings))
    _keep_calendar(store, calendar)
    office = cache(lambda code: Fresh(settings.config / code, lambda: _office(settings, code)))
    return Desk(
        store=store, originals=OriginalFiles(settings.originals), memo_folder=settings.memos, catalogue=CATALOGUE,
        read=read, look=look, returned=returned, fonts=cache(lambda: _fonts(settings)), office=lambda code: office(code)(),
        calendar=calendar, channel=_channel(settings), channels=_channels(settings), url=settings.url.rstrip("/"),
        engine=DbosEngine(store),
        greetings=cache(lambda: load_greetings(settings.config)), rounds=cache(lambda code: load_rounds(settings.config, code)),
        link_key=cache(lambda: link_key(settings.link_key)), offices=lambda: _offices(settings), oidc=settings.oidc,
        vault_key=cache(lambda: _vault_key(settings)), credentials=credentials, write_wording=write_wording,
        folder=lambda code: settings.config / code, workbook=read_workbook,
        notary=cache(lambda: _notary(settings)),
    )  # fmt: skip


def _keep_calendar(store: "Store", calendar: "Callable[[], WorkingCalendar]") -> None:
    """Keep the table of holidays in force before anything is counted on it, so that its due days can be counted anew later."""
    from workflow.store.calendars import is_kept, keep_calendar

    with suppress(ConfigError):  # who needs the table will say what is wrong with it
        table = calendar()
        with store.read() as session:
            known = is_kept(session, table.version)
        if not known:
            with store.write() as session:
                keep_calendar(session, table)


def catalogue() -> "Mapping[str, MemoKind]":
    """Return every kind of memo by its name."""
    from memos import CATALOGUE

    return CATALOGUE


def fonts_of(settings: Settings) -> "FontSet":
    """Return the typeface; MissingFont when it is not installed."""
    return _fonts(settings)


def office_of(settings: Settings, code: str) -> "Office":
    """Return an office's configuration; NotFound or ConfigError otherwise."""
    return _office(settings, code)


def _office(settings: Settings, code: str) -> "Office":
    from workflow.store.office_files import load_office

    return load_office(settings.config, code)


def _offices(settings: Settings) -> tuple[str, ...]:
    from workflow.store.office_files import office_codes

    return office_codes(settings.config)


def _calendar(settings: Settings) -> "WorkingCalendar":
    from workflow.store.office_files import load_calendar

    return load_calendar(settings.config)


def _fonts(settings: Settings) -> "FontSet":
    from workflow.templates.fonts import find_fonts

    return find_fonts(settings.font_folders)


def _vault_key(settings: Settings) -> bytes:
    from workflow.store.vault import vault_key

    return vault_key(settings.vault_key)


def _notary(settings: Settings) -> "Notary":
    from workflow.services.checkpoint import Notary
    from workflow.store.seal_key import seal_key

    return Notary(
        key=lambda: seal_key(settings.seal_key), folder=settings.checkpoints, to=settings.checkpoint_to,
        channel=_channel(settings), fonts=lambda: _fonts(settings), sender=settings.checkpoint_from,
    )  # fmt: skip


def _channel(settings: Settings) -> "Channel":
    from workflow.delivery.mail import EmlFolder, SmtpServer

    return SmtpServer(settings.smtp_url) if settings.smtp_url else EmlFolder(settings.outbox)


def _channels(settings: Settings) -> "Mapping[str, Channel]":
    from workflow.delivery.line import API, LineMessages
    from workflow.delivery.webhook import Webhook

    found: dict[str, Channel] = {}
    if settings.line_token:
        found["line"] = LineMessages(settings.line_token, settings.line_url or API)
    if settings.webhook_secret:
        found["webhook"] = Webhook(settings.webhook_secret)
    return found

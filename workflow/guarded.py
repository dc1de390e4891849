"""What is done in a child process with little power: files of strangers are read there, wordings of officers filled in.

Imports wait inside the functions, as in `bootstrap`, which lays these on the desk.
"""

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workflow.core.errors import ConfigError, Refused, UnreadableFile
from workflow.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workflow.core.document import Block
    from workflow.core.reading import Reading
    from workflow.core.vault import Credential
    from workflow.parsers.guard import Guard
    from workflow.parsers.page import Page
    from workflow.parsers.scan import Ocr
    from workflow.templates.fonts import FontSet
    from workflow.templates.wording_check import Finding


@cache
def guard() -> "Guard":
    """Return the worker of this process that reads what strangers and officers hand in."""
    from workflow.parsers.guard import Guard

    return Guard(before=("workflow.parsers.late_ocr:load_readers", "workflow.guarded:load_known"))


def load_known() -> None:
    """Have the almanac and the frameworks of this environment ready for every child; a mistake in them is told by whoever needs them."""
    from workflow.core.errors import SarabanError
    from workflow.store.almanac_files import load_almanac
    from workflow.store.framework_files import load_frameworks

    with suppress(SarabanError):
        load_almanac(config_folder().absolute())
        load_frameworks(config_folder().absolute())


def read_with_pages(
    path: Path, config: Path, tell: "Callable[[int], None] | None" = None
) -> "tuple[Reading, tuple[Page, ...]]":
    """Read a file in this process with the engines this machine has; `config` is the offices' folder, `tell` hears of scanned pages read."""
    from workflow.parsers.late_ocr import LateOcr
    from workflow.parsers.read_file import read_with_pages
    from workflow.store.almanac_files import load_almanac
    from workflow.store.framework_files import load_frameworks

    ocr = LateOcr(_ocr, tell)
    return read_with_pages(path, ocr=ocr, almanac=load_almanac(config), frameworks=load_frameworks(config))


def config_folder() -> Path:
    """Return the offices' folder of this process's environment."""
    return Settings.from_environment().config


def _ocr() -> "Ocr":
    """Return the project's own recogniser when its model is here, Tesseract otherwise."""
    from workflow.parsers.recogniser.engine import OwnOcr, model_present
    from workflow.parsers.tesseract import TesseractOcr

    return OwnOcr() if model_present() else TesseractOcr()


def credentials(path: Path) -> "tuple[Credential, ...]":
    """Return the logins that stand in a file, read in a child process held to the limits; for the vault and nothing else."""
    from workflow.core.vault import Credential

    found: tuple[Credential, ...] = guard().call(
        "workflow.guarded:credentials_here", tuple[Credential, ...], path, config=config_folder().absolute()
    )
    return found


def credentials_here(path: Path, *, config: Path) -> "tuple[Credential, ...]":
    """Find the logins in this process; nothing holds what the file does to it."""
    from workflow.parsers.masking import credentials_of

    return credentials_of(read_with_pages(path, config)[1])


def write_wording(wording: Path, facts: "Mapping[str, object]") -> "tuple[Block, ...]":
    """Fill in a wording: the catalogue's here, an office's own in a child process with little time and memory (templates/wording_cell.py)."""
    from workflow.core.document import Block
    from workflow.templates.wording import write_blocks

    if _of_catalogue(wording):
        return write_blocks(wording, facts)
    made: tuple[Block, ...] = _in_cell("write_in_cell", tuple[Block, ...], wording, facts)
    return made


def check_wording(file: Path, facts: "Mapping[str, object]", fonts: "FontSet") -> "tuple[Finding, ...]":
    """Look for the faults of a wording, an office's own in the same child process."""
    from workflow.templates import wording_check

    if _of_catalogue(file):
        return wording_check.check_wording(file, facts, fonts)
    try:
        told = _in_cell("check_in_cell", tuple[tuple[int, str, str], ...], file, facts, fonts=fonts)
    except ConfigError as error:
        told = ((0, "", str(error)),)
    return tuple(wording_check.Finding(file, *one) for one in told)


def _of_catalogue(wording: Path) -> bool:
    import memos

    return Path(memos.__file__).parent.resolve() in wording.resolve().parents


def _in_cell(function: str, shape: Any, wording: Path, facts: "Mapping[str, object]", **more: object) -> Any:
    """Call a function of the cell; ConfigError too when the wording took more than it may."""
    import pickle
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile() as held:
        held.write(pickle.dumps(dict(facts)))
        held.flush()
        ask = f"workflow.templates.wording_cell:{function}"
        try:
            return guard().call(ask, shape, Path(held.name), wording=wording.absolute(), **more)
        except (Refused, UnreadableFile) as error:
            raise ConfigError(
                f"ถ้อยคำ {wording.name} ใช้เวลาหรือหน่วยความจำเกินกำหนด จึงหยุดเขียน", next_step=f"ลดคำสั่งวนซ้ำใน {wording}"
            ) from error

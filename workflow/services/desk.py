"""What every use case finds on its desk; bootstrap lays it out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.core.errors import ConfigError, NotFound
from workflow.core.greeting import Greetings
from workflow.core.memo_kind import MemoKind
from workflow.core.office import Office
from workflow.core.oidc_provider import Provider
from workflow.core.org_tables import Workbook
from workflow.core.reading import Reading
from workflow.core.returned_file import ReturnedFile
from workflow.core.survey_round import SurveyRound
from workflow.core.vault import Credential
from workflow.core.working_days import WorkingCalendar
from workflow.delivery.outgoing import Channel
from workflow.durable.port import Engine
from workflow.store.engine import Store
from workflow.store.files import OriginalFiles
from workflow.templates.fonts import FontSet
from workflow.templates.wording import WriteBlocks, write_blocks

if TYPE_CHECKING:
    from workflow.services.checkpoint import (
        Notary,  # at run time it would bring the cryptography of signing to every command
    )


def _no_pages(path: Path, folder: Path) -> Reading:
    raise ConfigError("โต๊ะนี้ไม่มีเครื่องอ่านสำหรับหน้าตรวจ", next_step="เปิดระบบด้วยคำสั่ง saraban")


def _no_key() -> bytes:
    raise ConfigError("โต๊ะนี้ไม่มีกุญแจออกลิงก์", next_step="เปิดระบบด้วยคำสั่ง saraban")


def _no_vault() -> bytes:
    raise ConfigError("โต๊ะนี้ไม่มีกุญแจตู้นิรภัย", next_step="เปิดระบบด้วยคำสั่ง saraban")


def _no_notary() -> "Notary":
    raise ConfigError("โต๊ะนี้ไม่มีกุญแจลงนามจุดตรวจ", next_step="เปิดระบบด้วยคำสั่ง saraban")


def _no_folder(code: str) -> Path:
    raise ConfigError(f"โต๊ะนี้ไม่มีแฟ้มตั้งค่าของ {code}", next_step="เปิดระบบด้วยคำสั่ง saraban")


def _no_workbook(path: Path) -> Workbook:
    raise ConfigError(f"โต๊ะนี้อ่านตาราง {path.name} ไม่ได้", next_step="เปิดระบบด้วยคำสั่ง saraban")


@dataclass(frozen=True)
class Desk:
    """`read`, `fonts`, `office` and `calendar` are functions because not every use case needs them, and each costs time.

    `channel` sends mail, `channels` are the other ways out by name; `url` is where people reach the tracking page; `offices` are
    the codes of those configured.

    `credentials` finds the logins of a file, which only the vault keeps, sealed with `vault_key`. `folder` is where an office's
    tables lie, `workbook` reads such tables as somebody sends them in.
    `look` reads a file and leaves pictures of its pages, without secrets, in a folder (services/page_views.py). `unkept` remembers
    when web sessions were last used while nothing can be written (services/web_sessions.py).
    """

    store: Store
    originals: OriginalFiles
    memo_folder: Path
    catalogue: Mapping[str, MemoKind]
    read: Callable[[Path], Reading]
    returned: Callable[[Path], ReturnedFile]
    fonts: Callable[[], FontSet]
    office: Callable[[str], Office]
    calendar: Callable[[], WorkingCalendar]
    channel: Channel
    engine: Engine
    greetings: Callable[[], Greetings] = Greetings
    rounds: Callable[[str], tuple[SurveyRound, ...]] = lambda _: ()
    channels: Mapping[str, Channel] = field(default_factory=dict)
    url: str = "http://127.0.0.1:8000"
    link_key: Callable[[], bytes] = _no_key
    oidc: Provider | None = None
    offices: Callable[[], tuple[str, ...]] = lambda: ()
    vault_key: Callable[[], bytes] = _no_vault
    write_wording: WriteBlocks = write_blocks
    credentials: Callable[[Path], Sequence[Credential]] = lambda _: ()
    folder: Callable[[str], Path] = _no_folder
    workbook: Callable[[Path], Workbook] = _no_workbook
    look: Callable[[Path, Path], Reading] = _no_pages
    notary: "Callable[[], Notary]" = _no_notary
    unkept: dict[int, datetime] = field(default_factory=dict)

    @property
    def intake_folder(self) -> Path:
        """Files handed in through the web, each with its pages, until they are entered and after."""
        return self.memo_folder.parent / "intake"

    def kind(self, name: str) -> MemoKind:
        """Return the kind of memo; NotFound lists the catalogue."""
        if name not in self.catalogue:
            raise NotFound(f"ไม่มีบันทึกชนิด “{name}”", next_step=f"ชนิดที่มี: {', '.join(self.catalogue)}")
        return self.catalogue[name]

    def way_out(self, channel: str) -> Channel | None:
        """Return the channel of that name, None when it is not set up on this machine."""
        return self.channel if channel == "mail" else self.channels.get(channel)

"""What `doctor` asks of the machine under the program: the database's version and locale, keys, disk, clock, backups."""

import shutil
import socket
import subprocess
from datetime import UTC, datetime

from sqlalchemy import Connection, make_url

from workflow.core.errors import ConfigError, SarabanError
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai
from workflow.services.health import Places, look
from workflow.settings import Settings
from workflow.store.engine import SAFE_SQLITE, open_store
from workflow.store.key_file import read_by_others

OLDEST_POSTGRES = 140_000  # the oldest that still gets corrections
_EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)  # a clock before this program's time stands wrong
_WORDS = {
    "database": ("ฐานข้อมูลเขียนได้", "ตรวจดิสก์และ SARABAN_DATABASE_URL (docs/runbook.md#database)"),
    "writable": ("บันทึกได้", "ดิสก์เต็มหรือเขียนไม่ได้ (docs/runbook.md#writable)"),
    "clock": ("นาฬิกาไม่ถอยหลัง", "ตั้งนาฬิกา หากนาฬิกาถูกแล้วพิมพ์ saraban doctor --accept-clock (docs/runbook.md#clock)"),
    "disk_used_ratio": ("ดิสก์", "ลบหรือย้ายแฟ้มที่ไม่ใช้ (docs/runbook.md#disk_used_ratio)"),
    "outbox_oldest_seconds": ("จดหมายรอส่ง", "ตรวจเครื่องส่งจดหมาย (docs/runbook.md#outbox_oldest_seconds)"),
    "backup_age_seconds": ("สำเนาสำรอง", "ทำสำเนาสำรองวันนี้ (docs/runbook.md#backup_age_seconds)"),
    "checkpoint_age_seconds": ("จุดตรวจทะเบียน", "ออกจุดตรวจวันนี้ (docs/runbook.md#checkpoint_age_seconds)"),
}


def database(settings: Settings) -> str:
    """Return the database's kind and version; SarabanError for one too old, or one whose locale cannot search Thai."""
    with open_store(settings.database_url).engine.connect() as connection:
        return _sqlite(connection) if connection.dialect.name == "sqlite" else _postgres(connection)


def _sqlite(connection: Connection) -> str:
    version = str(connection.exec_driver_sql("select sqlite_version()").scalar_one())
    mode = connection.exec_driver_sql("pragma journal_mode").scalar_one()
    synchronous = connection.exec_driver_sql("pragma synchronous").scalar_one()
    if (mode, synchronous) != ("wal", 2):
        raise ConfigError(
            f"SQLite ทำงานแบบ {mode}/{synchronous} เลขอาจหายเมื่อไฟดับ", next_step="เปิดฐานข้อมูลด้วยคำสั่ง saraban เท่านั้น"
        )
    return f"SQLite {version} (ต้อง ≥ {'.'.join(map(str, SAFE_SQLITE))}) WAL, synchronous=FULL"


def _postgres(connection: Connection) -> str:
    number = int(connection.exec_driver_sql("show server_version_num").scalar_one())
    version = connection.exec_driver_sql("show server_version").scalar_one()
    asked = "select datcollate, pg_encoding_to_char(encoding) from pg_database where datname = current_database()"
    locale, encoding = connection.exec_driver_sql(asked).one()
    durable = connection.exec_driver_sql("show synchronous_commit").scalar_one()
    if number < OLDEST_POSTGRES:
        raise ConfigError(f"PostgreSQL {version} เก่าเกินไป", next_step="ใช้รุ่น 14 ขึ้นไป")
    if encoding != "UTF8":
        raise ConfigError(f"ฐานข้อมูลใช้รหัสอักษร {encoding}", next_step="สร้างฐานข้อมูลใหม่ด้วย ENCODING 'UTF8'")
    if durable != "on":
        raise ConfigError(f"synchronous_commit = {durable} เลขอาจหายเมื่อไฟดับ", next_step="ตั้ง synchronous_commit = on")
    told = f"PostgreSQL {version} {encoding} {locale}"
    return f"{told} (locale C: ค้นคำไทยด้วย pg_trgm ไม่ได้)" if locale in {"C", "POSIX"} else told


def keys(settings: Settings) -> str:
    """Return which key files are here; ConfigError for one that others may read."""
    named = [
        settings.link_key,
        settings.vault_key,
        *sorted(settings.data.glob("*.key")),
        *filter(None, [settings.sign_key]),
        settings.seal_key,
        settings.backup_key,
    ]
    found = [path for path in dict.fromkeys(named) if path.is_file()]
    for path in found:
        if read_by_others(path):
            raise ConfigError(f"ผู้ใช้อื่นในเครื่องอ่านกุญแจ {path} ได้", next_step=f"พิมพ์ chmod 600 {path}")
    return ", ".join(path.name for path in found) or "ยังไม่มี (สร้างเมื่อใช้ครั้งแรก)"


def clock(now: datetime) -> str:
    """Return what sets the clock; ConfigError for one that stands wrong or that nothing sets."""
    if now < _EARLIEST:
        raise ConfigError(f"นาฬิกาเครื่องเป็นปี {to_thai(be_year(now))}", next_step="ตั้งนาฬิกาด้วย timedatectl set-ntp true")
    program = shutil.which("timedatectl")
    asked = [program or "timedatectl", "show", "--property=NTPSynchronized", "--value"]
    try:
        said = subprocess.run(asked, capture_output=True, text=True, timeout=5, check=False).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        said = ""
    if said == "no":
        raise ConfigError("นาฬิกาเครื่องไม่ได้ตั้งตามเวลามาตรฐาน", next_step="พิมพ์ timedatectl set-ntp true แล้วตรวจใหม่")
    return "ตั้งตามเวลามาตรฐาน" if said == "yes" else "ไม่มี systemd ในเครื่องนี้ จึงถามไม่ได้ว่าตั้งตามเวลามาตรฐานหรือไม่"


def signs(settings: Settings, now: datetime) -> list[tuple[bool, str, str]]:
    """Return a row for each sign of `/readyz`."""
    try:
        store = open_store(settings.database_url)
        seen = look(store, places_of(settings), now)
    except SarabanError as error:
        return [(False, "สัญญาณ", f"{error} {error.next_step}")]
    return [(sign.well, _WORDS[sign.name][0], "ปกติ" if sign.well else _WORDS[sign.name][1]) for sign in seen]


def secured(settings: Settings) -> str:
    """Return how people and the database are reached; ConfigError for a name that is reached without https."""
    url, database_url = settings.url, make_url(settings.database_url)
    own = ("http://127.0.0.1", "http://localhost", "http://[::1]", f"http://{socket.gethostname()}.local")
    if not url.startswith(("https://", *own)):
        raise ConfigError(f"{url} ไม่ใช่ https", next_step="ตั้ง SARABAN_URL เป็น https:// หลังพร็อกซีที่มีใบรับรอง")
    far = database_url.get_backend_name() == "postgresql" and database_url.host not in {
        None,
        "",
        "localhost",
        "127.0.0.1",
        "::1",
    }
    if far and database_url.query.get("sslmode") != "verify-full" and not str(database_url.host).startswith("/"):
        raise ConfigError(
            "ฐานข้อมูลอยู่เครื่องอื่นแต่ไม่ได้ตรวจใบรับรอง", next_step="เติม ?sslmode=verify-full ใน SARABAN_DATABASE_URL"
        )
    return url


def places_of(settings: Settings) -> Places:
    """Return where the data, the backups and the checkpoints lie."""
    return Places(settings.data, settings.backups, settings.checkpoints)

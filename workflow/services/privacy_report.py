"""What personal data this office's system holds, where, for what and how long: the record that the PDPA (B.E. 2562, s. 39) asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlmodel import SQLModel

from workflow.store.engine import Store


@dataclass(frozen=True)
class Holding:
    """One kind of personal data: whose, the table or folder, what for, how long it is kept, who may see it, and how many there are now."""

    what: str
    whose: str
    place: str
    purpose: str
    kept: str
    seen_by: str
    count: int = 0


_FOREVER = "ตามอายุการเก็บหนังสือของระเบียบงานสารบรรณ (ปกติ ๑๐ ปี) ระบบไม่ลบเอง"
_OFFICE = "หน่วยเจ้าของเรื่องและผู้รับ ตามกติกาใน docs/security.md"
_ADMIN = "ผู้ดูแลระบบ"
_DUTY = "ปฏิบัติหน้าที่ตามกฎหมาย (ม.๒๔(๔))"
TABLES: dict[str, tuple[str, str, str, str, str]] = {
    "matter": ("ข้อความที่อ่านจากหนังสือ ปกปิดรหัสและโทรศัพท์มือถือแล้ว", "ผู้ลงนาม ผู้ประสานงาน", _DUTY, _FOREVER, _OFFICE),
    "memo": ("ถ้อยคำบันทึก ชื่อผู้ลงนาม", "ข้าราชการ", _DUTY, _FOREVER, _OFFICE),
    "memo_versions": ("ถ้อยคำที่แก้ และผู้แก้", "ข้าราชการ", _DUTY, _FOREVER, _OFFICE),
    "order_given": ("คำสั่งการและผู้สั่ง", "ผู้บังคับบัญชา", _DUTY, _FOREVER, _OFFICE),
    "acknowledgement": ("ชื่อผู้รับทราบ ตำแหน่ง เวลา", "ข้าราชการ", _DUTY, _FOREVER, _OFFICE),
    "event": ("ลำดับเหตุการณ์ของเรื่อง ผู้ทำ", "ข้าราชการ", _DUTY, _FOREVER, _OFFICE),
    "register_entry": ("ผู้ส่ง ผู้รับในทะเบียน", "ผู้ติดต่อราชการ", _DUTY, _FOREVER, _OFFICE),
    "outbox": ("ที่อยู่อีเมลและข้อความแจ้ง", "ข้าราชการ", "แจ้งเตือน (ม.๒๔(๔))", "ระบบไม่ลบเอง", _ADMIN),
    "roster": ("ตำแหน่งและชื่อผู้ครอง", "ข้าราชการ", _DUTY, "จนนำเข้าอัตรากำลังใหม่", _OFFICE),
    "attendee": ("ชื่อผู้เข้าประชุม", "ข้าราชการ", _DUTY, _FOREVER, _OFFICE),
    "account": ("ชื่อผู้ใช้ รหัสผ่านที่ย่อยแล้ว (argon2id)", "ผู้ใช้ระบบ", "ยืนยันตัวผู้ใช้ (ม.๒๔(๔))", "จนปิดบัญชี", _ADMIN),
    "web_session": ("เวลาและเครื่องที่เข้าระบบ", "ผู้ใช้ระบบ", "รักษาความปลอดภัย (ม.๒๔(๕))", "จนหมดอายุการเข้าระบบ", "เจ้าของบัญชี"),
    "vault_item": ("รหัสเข้าระบบที่มากับหนังสือ เข้ารหัสไว้", "เจ้าของระบบที่ส่งรหัสมา", _DUTY, "ระบบไม่ลบเอง", "ผู้ถือกุญแจตู้นิรภัย บันทึกทุกครั้งที่ดู"),
    "intake": ("แฟ้มที่ส่งเข้าทางหน้าเว็บ ข้อความที่อ่าน และผู้ส่ง", "ผู้ลงนาม ผู้ประสานงาน ข้าราชการ", _DUTY, _FOREVER, "หน่วยที่รับแฟ้ม"),
    "row_change": ("คำเดิมและคำใหม่ของแถวที่แก้ รวมชื่อและเวลาเข้าระบบ ไม่มีรหัสและที่อยู่เครือข่าย", "ข้าราชการ", "ตรวจสอบย้อนหลัง (ม.๒๔(๕))", _FOREVER, _ADMIN),
    "vault_look": ("ผู้เปิดดูรหัสและเหตุ", "ข้าราชการ", "ตรวจสอบย้อนหลัง (ม.๒๔(๕))", _FOREVER, _ADMIN),
    **dict.fromkeys(
        ("journey", "journey_step", "dispatch", "dispatch_choice", "receipt", "negative_receipt", "correction", "register_act", "exchange",
         "calendar_feed", "commitment", "commitment_report", "round_answer", "round_notice", "notice", "reminder", "paper_evidence", "merge_run",
         "merge_piece", "memo_copy", "copy_master", "sending", "sending_list"),
        ("ชื่อหรือตำแหน่งของผู้ทำและผู้รับในงานนั้น", "ข้าราชการ", _DUTY, _FOREVER, _OFFICE),
    ),
    **dict.fromkeys(
        ("account_desk", "login_attempt", "one_time_link", "oidc_identity", "totp_used", "recovery_code"),
        ("การเข้าระบบของบัญชี: โต๊ะ ความพยายาม รหัสใช้ครั้งเดียวที่ย่อยแล้ว", "ผู้ใช้ระบบ", "รักษาความปลอดภัย (ม.๒๔(๕))", "จนปิดบัญชีหรือหมดอายุ", _ADMIN),
    ),
}  # fmt: skip
NOBODY = frozenset(
    {
        "ack_link",
        "calendar_version",
        "chart_seat",
        "day_line",
        "day_mark",
        "day_sum",
        "matter_ladder",
        "pulse",
        "register_counter",
        "restoration",
        "roll",
        "roll_up",
        "round_advice",
        "round_score",
        "seal_batch",
        "tally",
        "worker_node",
    }
)  # fmt: skip  tables of counts, days and places in the chart
FOLDERS: dict[str, tuple[str, str, str, str, str]] = {
    "originals": ("หนังสือที่รับตามต้นฉบับ มีรหัสและโทรศัพท์ที่พิมพ์มา", "ผู้ลงนาม ผู้ประสานงาน", _DUTY, _FOREVER, "ผู้มีสิทธิในเครื่อง"),
    "memos": ("แฟ้มบันทึกที่ระบบเขียน", "ข้าราชการ", _DUTY, _FOREVER, _OFFICE),
    "outbox": ("จดหมายเป็นแฟ้ม เมื่อไม่ได้ตั้งเครื่องส่งจดหมาย", "ข้าราชการ", "แจ้งเตือน (ม.๒๔(๔))", "ลบได้เมื่อส่งแล้ว", "ผู้มีสิทธิในเครื่อง"),
    "explained": ("หน้าอธิบายการอ่าน ปกปิดแล้ว", "ผู้ลงนาม", "ตรวจการอ่าน (ม.๒๔(๔))", "ลบได้ทุกเมื่อ", "ผู้มีสิทธิในเครื่อง"),
    "corrections": ("บรรทัดที่คนแก้ ไม่มีบรรทัดที่มีรหัส", "ผู้ลงนาม", "ปรับปรุงตัวอ่าน (ม.๒๔(๕))", "ลบได้ทุกเมื่อ", "ผู้มีสิทธิในเครื่อง"),
    "backups": ("สำเนาสำรองของทั้งหมด เข้ารหัสไว้", "ทุกคนข้างต้น", _DUTY, "ตามที่ผู้ดูแลระบบกำหนด", "ผู้ถือกุญแจสำรอง"),
}  # fmt: skip


def privacy_report(store: Store, data: Path) -> tuple[Holding, ...]:
    """Return every holding of personal data, with how many rows or files there are at this moment; no datum itself."""
    return (*_rows(store), *_files(data))


def _rows(store: Store) -> Iterator[Holding]:
    with store.read() as session:
        for name, told in TABLES.items():
            table = SQLModel.metadata.tables[name]
            count = session.connection().execute(select(func.count()).select_from(table)).scalar_one()
            yield Holding(told[0], told[1], f"ตาราง {name}", *told[2:], count=count)


def _files(data: Path) -> Iterator[Holding]:
    for name, told in FOLDERS.items():
        folder = data / name
        count = sum(1 for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else 0
        yield Holding(told[0], told[1], f"โฟลเดอร์ {name}", *told[2:], count=count)

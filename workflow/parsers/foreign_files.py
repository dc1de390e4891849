"""Kinds of files that officers do receive and that are not read here: each with the way to make them readable."""

from workflow.core.errors import Refused, SarabanError, UnreadableFile

# files that act by themselves when opened
ACTIVE = frozenset({
    ".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".pptm", ".ppsm", ".exe", ".com", ".scr", ".msi", ".bat", ".cmd", ".ps1", ".vbs", ".vbe",
    ".js", ".jse", ".wsf", ".hta", ".lnk", ".jar", ".iso", ".img",
})  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Word, Outlook, and Word files with a password
_HEIC = {b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis", b"avif"}
_PHONE = (
    "เป็นภาพแบบ HEIC จากโทรศัพท์ ซึ่งอ่านไม่ได้",
    "เปิดภาพแล้วบันทึกเป็น JPEG หรือส่งเป็น PDF (iPhone: การตั้งค่า > กล้อง > รูปแบบ > เข้ากันได้มากที่สุด)",
)
_OUTLOOK = ("เป็นอีเมลแบบของ Outlook (.msg) ซึ่งอ่านไม่ได้", "เปิดใน Outlook แล้วบันทึกแฟ้มแนบออกมาอ่าน หรือส่งต่ออีเมลแล้วบันทึกเป็น .eml")
_PACKED = ("เป็นแฟ้มบีบอัด", "คลายออก แล้วอ่านทีละแฟ้ม")
_SHEET = ("เป็นตาราง Excel", "สั่งพิมพ์เป็น PDF แล้วอ่านใหม่")
_SLIDES = ("เป็นงานนำเสนอ", "สั่งพิมพ์เป็น PDF แล้วอ่านใหม่")
_ADVICE = {
    ".msg": _OUTLOOK, ".heic": _PHONE, ".heif": _PHONE, ".zip": _PACKED, ".rar": _PACKED, ".7z": _PACKED,
    ".xls": _SHEET, ".xlsx": _SHEET, ".ppt": _SLIDES, ".pptx": _SLIDES,
}  # fmt: skip


def advice(extension: str, head: bytes) -> SarabanError | None:
    """Return what to tell of a file with this ending and these first bytes, without its name; None for what may be readable."""
    if extension == ".docx" and head.startswith(_OLE):
        return Refused("เป็น Word ที่มีรหัสผ่าน จึงไม่เปิด", next_step="เปิดด้วยรหัสผ่าน บันทึกโดยไม่มีรหัสผ่าน แล้วอ่านใหม่")
    told = _PHONE if head[4:8] == b"ftyp" and head[8:12] in _HEIC else _ADVICE.get(extension)
    return UnreadableFile(told[0], next_step=told[1]) if told else None

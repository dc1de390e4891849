"""A letter or an answer of the national exchange, read back from its XML; a stranger wrote it, so nothing in it is believed."""

import base64
import binascii
from datetime import date
from xml.etree import ElementTree as Tree  # what could harm it, declared entities, is refused before it sees a file

from workflow.core.ecms import RAM, RSM, Binary, Cited, EcmsLetter, Message, Notice, Party
from workflow.core.errors import UnreadableFile
from workflow.parsers.zip_guard import declares

MAX_XML = 200_000_000  # bytes; a letter carries its files inside itself
_LETTER = "GovernmentDocument"


def letter_from(content: bytes) -> EcmsLetter:
    """Return the letter; UnreadableFile when it is no whole `rsm:GovernmentDocument`."""
    root = _root(content)
    node = root.find(_ram("CorrespondenceLetter"))
    if root.tag != f"{{{RSM}}}{_LETTER}" or node is None:
        raise _broken("ไม่มี GovernmentDocument ของมาตรฐาน TH e-GIF")
    try:
        return _letter(node)
    except (ValueError, binascii.Error) as error:
        raise _broken(str(error)) from error


def notice_from(content: bytes) -> Notice:
    """Return the answer; UnreadableFile when its root is no message that is known."""
    root = _root(content)
    try:
        message = Message(root.tag.removeprefix(f"{{{RSM}}}"))
        withdrawn = message is Message.WITHDRAW
        return Notice(
            message, _text(root, "LetterID"), _day(root, "Date" if withdrawn else "CorrespondenceDate"), _text(root, "Subject"),
            _text(root, "AcceptID"), _perhaps(root, "AcceptDate"), _text(root, "AcceptDepartment"),
            _text(root, "SenderDepartment" if withdrawn else "AcceptDepartmentCode"),
        )  # fmt: skip
    except ValueError as error:
        raise _broken(str(error)) from error


def _letter(node: Tree.Element) -> EcmsLetter:
    main = node.find(_ram("MainLetterBinaryObject"))
    return EcmsLetter(
        number=_text(node, "ID"), dated=_day(node, "CorrespondenceDate"), subject=_text(node, "Subject"),
        speed=_text(node, "SpeedCode"), secret=_text(node, "SecretCode"),
        sender=_party(node, "SenderParty"), receiver=_party(node, "ReceiverParty"),
        references=tuple(map(_cited, node.findall(_ram("ReferenceCorrespondence")))), attachment=_text(node, "Attachment"),
        sent_on=_perhaps(node, "SendDate"), description=_text(node, "Description"),
        main=None if main is None else _binary(main),
        attachments=tuple(map(_binary, node.findall(_ram("AttachmentBinaryObject")))),
    )  # fmt: skip


def _root(content: bytes) -> Tree.Element:
    if len(content) > MAX_XML or declares(content):
        raise _broken("มีคำสั่งแทรกเนื้อหา หรือใหญ่ผิดปกติ")
    try:
        return Tree.fromstring(content)  # noqa: S314
    except (Tree.ParseError, ValueError, LookupError) as error:
        raise _broken("ไม่ใช่ XML ที่สมบูรณ์") from error


def _ram(name: str) -> str:
    return f"{{{RAM}}}{name}"


def _text(node: Tree.Element, name: str) -> str:
    return node.findtext(_ram(name)) or ""


def _day(node: Tree.Element, name: str) -> date:
    return date.fromisoformat(_text(node, name))


def _perhaps(node: Tree.Element, name: str) -> date | None:
    return date.fromisoformat(told) if (told := _text(node, name)) else None


def _party(node: Tree.Element, name: str) -> Party:
    told = node.find(_ram(name))
    if told is None:
        return Party()
    codes = [
        told.findtext(f"{_ram(kind)}/{_ram('ID')}") or "" for kind in ("MinistryOrganization", "DepartmentOrganization")
    ]
    return Party(_text(told, "GivenName"), _text(told, "FamilyName"), _text(told, "JobTitle"), *codes)


def _cited(node: Tree.Element) -> Cited:
    return Cited(_text(node, "ID"), _perhaps(node, "CorrespondenceDate"), _text(node, "Subject"))


def _binary(node: Tree.Element) -> Binary:
    return Binary(node.get("mimeCode", ""), base64.b64decode(node.text or "", validate=True))


def _broken(why: str) -> UnreadableFile:
    return UnreadableFile(f"อ่านแฟ้ม XML ของระบบแลกเปลี่ยนไม่ได้: {why}", next_step="ขอแฟ้มจากหน่วยผู้ส่งใหม่")

"""A letter and an answer as XML of the national exchange; equal content gives equal bytes."""

import base64
import re
from datetime import date
from xml.etree import ElementTree as Tree

from workflow.core.ecms import RAM, RSM, Binary, Cited, EcmsLetter, Message, Notice, Party

_NO_XML = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)  # XML 1.0 has no place for these, escaped or not


def letter_xml(letter: EcmsLetter) -> bytes:
    """Return `rsm:GovernmentDocument` with one `ram:CorrespondenceLetter`; it bears no signature (docs/exchange.md)."""
    root = Tree.Element(f"{{{RSM}}}GovernmentDocument")
    node = Tree.SubElement(root, _ram("CorrespondenceLetter"), {"ID": "Letter"})
    _say(node, "ID", letter.number)
    _say(node, "CorrespondenceDate", letter.dated)
    _say(node, "Subject", letter.subject)
    _say(node, "SecretCode", letter.secret)
    _say(node, "SpeedCode", letter.speed)
    _party(node, "SenderParty", letter.sender)
    _party(node, "ReceiverParty", letter.receiver)
    for cited in letter.references:
        _cited(node, cited)
    _say(node, "Attachment", letter.attachment)
    _say(node, "SendDate", letter.sent_on or letter.dated)
    _say(node, "Description", letter.description)
    if letter.main:
        _binary(node, "MainLetterBinaryObject", letter.main)
    for file in letter.attachments:
        _binary(node, "AttachmentBinaryObject", file)
    return _written(root)


def notice_xml(notice: Notice) -> bytes:
    """Return the answer, its root named by its message, with the fields that message has."""
    root = Tree.Element(f"{{{RSM}}}{notice.message.value}")
    _say(root, "LetterID", notice.letter)
    if notice.message is Message.WITHDRAW:
        _say(root, "Date", notice.dated)
        _say(root, "SenderDepartment", notice.department_code)
        _say(root, "AcceptDepartment", notice.department)
        return _written(root)
    if notice.accept_id:
        _say(root, "AcceptID", notice.accept_id)
    _say(root, "CorrespondenceDate", notice.dated)
    _say(root, "Subject", notice.subject)
    if notice.accepted_on:
        _say(root, "AcceptDate", notice.accepted_on)
        _say(root, "AcceptDepartment", notice.department)
        _say(root, "AcceptDepartmentCode", notice.department_code)
    return _written(root)


def _ram(name: str) -> str:
    return f"{{{RAM}}}{name}"


def _say(node: Tree.Element, name: str, value: str | date) -> Tree.Element:
    told = Tree.SubElement(node, _ram(name))
    told.text = value.isoformat() if isinstance(value, date) else _NO_XML.sub("\ufffd", value)
    return told


def _party(node: Tree.Element, name: str, party: Party) -> None:
    told = Tree.SubElement(node, _ram(name))
    _say(told, "GivenName", party.given_name)
    _say(told, "FamilyName", party.family_name)
    _say(told, "JobTitle", party.job_title)
    for kind, code in (("MinistryOrganization", party.ministry), ("DepartmentOrganization", party.department)):
        _say(Tree.SubElement(told, _ram(kind)), "ID", code)


def _cited(node: Tree.Element, cited: Cited) -> None:
    told = Tree.SubElement(node, _ram("ReferenceCorrespondence"))
    _say(told, "ID", cited.number)
    if cited.dated:
        _say(told, "CorrespondenceDate", cited.dated)
    _say(told, "Subject", cited.subject)


def _binary(node: Tree.Element, name: str, file: Binary) -> None:
    _say(node, name, base64.b64encode(file.content).decode("ascii")).set("mimeCode", file.mime)


def _written(root: Tree.Element) -> bytes:
    Tree.register_namespace("rsm", RSM)
    Tree.register_namespace("ram", RAM)
    text = Tree.tostring(root, encoding="unicode", short_empty_elements=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()

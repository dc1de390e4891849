"""The words of the national exchange: one message for each event it knows, codes both ways, and letters that survive the wire."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.core.ecms import (
    RAM,
    RSM,
    SECRET_CODES,
    SPEED_CODES,
    Binary,
    Cited,
    EcmsLetter,
    Message,
    Notice,
    Party,
    message_for,
    secret_code,
    speed_code,
    word_of,
)
from workflow.core.errors import Refused, UnreadableFile
from workflow.parsers.ecms_xml import letter_from, notice_from
from workflow.templates.ecms_xml import letter_xml, notice_xml

LETTER = EcmsLetter(
    number="๐๐๓๓.๑๒/๔๗๓๗", dated=date(2025, 12, 3), subject="แจ้งผล <๒๕๖๘> & \"ข้อเสนอแนะ\"", speed="02", secret="0",
    sender=Party("ตัวอย่าง", "สมมติ", "ผบช.สทส.", "ตร.", "สทส."), receiver=Party(job_title="ผบช.สงป.", department="สงป."),
    references=(Cited("สพร ๒๕๖๘/ว๑๒๓๔", date(2025, 11, 20), "แจ้งผล"), Cited("", None, "ไม่มีเลข")),
    attachment="สำเนา", sent_on=date(2025, 12, 3), main=Binary("application/pdf", b"%PDF\x00\xff"),
    attachments=(Binary("application/pdf", b"]]>"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("event", "name"),
    [
        ("dispatched", "CorrespondenceLetterOutboundRequest"),
        ("arrived", "ReceiveLetterNotifier"),
        ("received", "AcceptLetterNotifier"),
        ("rejected", "RejectLetterNotifier"),
        ("missent", "InvalidLetterNotifier"),
        ("receipt-doubted", "InvalidAcceptIDNotifier"),
        ("withdrawn", "CorrespondenceDeleteGovernmentDocumentRequest"),
    ],
)
def test_each_event_that_the_exchange_knows_has_its_name(event: str, name: str) -> None:
    assert message_for(event) == Message(name)


def test_a_person_s_word_has_no_message_of_its_own() -> None:
    assert message_for("acknowledged") is None


@pytest.mark.parametrize("message", Message)
def test_every_message_has_a_thai_word(message: Message) -> None:
    assert message.thai


def test_codes_are_those_of_the_rule_and_come_back() -> None:
    assert [speed_code(w) for w in (None, "ด่วน", "ด่วนมาก", "ด่วนที่สุด")] == ["00", "01", "02", "03"]
    assert [secret_code(w) for w in (None, "ลับ", "ลับมาก", "ลับที่สุด")] == ["0", "2", "3", "4"]
    assert word_of(SPEED_CODES, "03") == "ด่วนที่สุด"
    assert word_of(SECRET_CODES, "0") is None


def test_an_urgency_or_a_code_that_is_none_is_not_guessed() -> None:
    with pytest.raises(Refused, match="ด่วนภายใน"):
        speed_code("ด่วนภายใน")
    with pytest.raises(ValueError, match="1"):
        word_of(SECRET_CODES, "1")


def test_a_letter_comes_back_as_it_went() -> None:
    assert letter_from(letter_xml(LETTER)) == LETTER


@given(st.text())
def test_any_subject_survives_or_only_loses_what_xml_cannot_say(subject: str) -> None:
    back = letter_from(letter_xml(replace(LETTER, subject=subject, main=None, attachments=()))).subject
    assert len(back) == len(subject.replace("\r\n", "\n"))


def test_the_wire_bears_the_standard_s_names_in_its_order_and_christian_era_dates() -> None:
    node = Tree.fromstring(letter_xml(LETTER))
    assert (node.tag, node[0].tag, node[0].get("ID")) == (
        f"{{{RSM}}}GovernmentDocument",
        f"{{{RAM}}}CorrespondenceLetter",
        "Letter",
    )
    names = [part.tag.removeprefix(f"{{{RAM}}}") for part in node[0]]
    assert names == [
        "ID", "CorrespondenceDate", "Subject", "SecretCode", "SpeedCode", "SenderParty", "ReceiverParty",
        "ReferenceCorrespondence", "ReferenceCorrespondence", "Attachment", "SendDate", "Description",
        "MainLetterBinaryObject", "AttachmentBinaryObject",
    ]  # fmt: skip
    assert node[0].findtext(f"{{{RAM}}}CorrespondenceDate") == "2025-12-03"


@pytest.mark.parametrize(
    "notice",
    [
        Notice(Message.RECEIVED, "๐๐๓๓/๑", date(2025, 12, 3), "เรื่อง"),
        Notice(Message.ACCEPTED, "๐๐๓๓/๑", date(2025, 12, 3), "เรื่อง", "๑๒", date(2025, 12, 8), "สำนัก", "สงป."),
        Notice(Message.REJECTED, "๐๐๓๓/๑", date(2025, 12, 3), "เรื่อง"),
        Notice(Message.WRONG_NUMBER, "๐๐๓๓/๑", date(2025, 12, 3), "เรื่อง", "๑๓"),
        Notice(Message.WITHDRAW, "๐๐๓๓/๑", date(2025, 12, 3), department="สงป.", department_code="สทส."),
    ],
    ids=lambda n: n.message.value,
)
def test_an_answer_comes_back_as_it_went(notice: Notice) -> None:
    assert notice_from(notice_xml(notice)) == notice


@pytest.mark.parametrize(
    "content",
    [
        b"", b"<a/>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<!DOCTYPE a><a/>".encode("utf-16"),
        letter_xml(LETTER).replace(b"2025-12-03", b"2568-13-03"), letter_xml(LETTER)[:-30],
    ],
)  # fmt: skip
def test_what_is_no_letter_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        letter_from(content)

"""The national exchange's own words (TH e-GIF / e-CMS): which of its messages an event of ours is, its codes, and a letter as it has it.

Names and order are those of a deployed office system's messages (docs/exchange.md says what of them could not be confirmed). Dates
on the wire are of the Christian era (`yyyy-MM-dd`); on paper they stay Thai.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workflow.core.errors import Refused

RSM = "urn:th:gov:egif:data:standard:GovernmentDocument:1.0"
RAM = "urn:th:gov:egif:data:standard:ReusableAggregateBusinessInformationEntity:1"


class Message(StrEnum):
    """A message of the exchange; who sends it to whom stands in docs/exchange.md."""

    SEND = "CorrespondenceLetterOutboundRequest"
    FETCH = "CorrespondenceLetterInboundRequest"
    DEQUEUE = "CorrespondenceLetterDeleteRequest"
    RECEIVED = "ReceiveLetterNotifier"
    ACCEPTED = "AcceptLetterNotifier"
    REJECTED = "RejectLetterNotifier"
    INVALID = "InvalidLetterNotifier"
    WRONG_NUMBER = "InvalidAcceptIDNotifier"
    WITHDRAW = "CorrespondenceDeleteGovernmentDocumentRequest"

    @property
    def thai(self) -> str:
        """The officer's word for it."""
        return _THAI[self]


_THAI = {
    Message.SEND: "ส่งหนังสือ",
    Message.FETCH: "ขอรับหนังสือฉบับถัดไป",
    Message.DEQUEUE: "นำหนังสือออกจากคิวเมื่อเก็บแล้ว",
    Message.RECEIVED: "หนังสือตอบรับ",
    Message.ACCEPTED: "หนังสือแจ้งเลขรับ",
    Message.REJECTED: "ส่งคืนไม่รับ",
    Message.INVALID: "แจ้งว่าส่งผิดหน่วย",
    Message.WRONG_NUMBER: "แจ้งว่าเลขรับผิด",
    Message.WITHDRAW: "ถอนเพื่อส่งใหม่",
}
# The trail's kinds of event; what is not here has no message of its own (รับทราบ, ส่งต่อ by a unit to units of its own office).
MESSAGES: dict[str, Message] = {
    "dispatched": Message.SEND,
    "resent": Message.SEND,
    "arrived": Message.RECEIVED,
    "received": Message.ACCEPTED,
    "rejected": Message.REJECTED,
    "missent": Message.INVALID,
    "receipt-doubted": Message.WRONG_NUMBER,
    "withdrawn": Message.WITHDRAW,
}
SPEED_CODES: dict[str | None, str] = {None: "00", "ด่วน": "01", "ด่วนมาก": "02", "ด่วนที่สุด": "03"}
SECRET_CODES: dict[str | None, str] = {None: "0", "ลับ": "2", "ลับมาก": "3", "ลับที่สุด": "4"}  # 1 is not in use


def message_for(event: str) -> Message | None:
    """Return the message that an event of a trail is on the exchange; None when the exchange has none for it."""
    return MESSAGES.get(event)


def speed_code(urgency: str | None) -> str:
    """Return the code of a ชั้นความเร็ว; Refused for one without a code (ด่วนภายใน names a moment, and the exchange has no place for it)."""
    return _coded(SPEED_CODES, "ชั้นความเร็ว", urgency)


def secret_code(secrecy: str | None) -> str:
    """Return the code of a ชั้นความลับ; Refused for words that are none."""
    return _coded(SECRET_CODES, "ชั้นความลับ", secrecy)


def word_of(codes: dict[str | None, str], code: str) -> str | None:
    """Return the word of a code (None: ordinary); ValueError for a code that is not in use."""
    return (
        next((word for word, known in codes.items() if known == code), None)
        if code in codes.values()
        else _unknown(code)
    )


def _unknown(code: str) -> str:
    raise ValueError(f"unknown code {code!r}")


def _coded(codes: dict[str | None, str], name: str, word: str | None) -> str:
    if word not in codes:
        known = ", ".join(w for w in codes if w)
        raise Refused(f"{name} “{word}” ไม่มีรหัสในระบบแลกเปลี่ยน", next_step=f"ใช้ {known} หรือส่งเป็นกระดาษ")
    return codes[word]


@dataclass(frozen=True)
class Party:
    """Who sends or receives: the person and title, and the codes of ministry and department as this office knows them."""

    given_name: str = ""
    family_name: str = ""
    job_title: str = ""
    ministry: str = ""
    department: str = ""


@dataclass(frozen=True)
class Cited:
    """อ้างถึง: a paper that the letter refers to."""

    number: str
    dated: date | None
    subject: str


@dataclass(frozen=True)
class Binary:
    """A file inside the letter: its media type and content."""

    mime: str
    content: bytes


@dataclass(frozen=True)
class EcmsLetter:
    """A letter as the exchange has it (`ram:CorrespondenceLetter`); `speed` and `secret` are its codes."""

    number: str
    dated: date
    subject: str
    speed: str
    secret: str
    sender: Party
    receiver: Party
    references: tuple[Cited, ...] = ()
    attachment: str = ""
    sent_on: date | None = None
    description: str = ""
    main: Binary | None = None
    attachments: tuple[Binary, ...] = ()


@dataclass(frozen=True)
class Notice:
    """An answer as the exchange has it: what about which letter; the number, day and department of the receipt where it has them."""

    message: Message
    letter: str
    dated: date
    subject: str = ""
    accept_id: str = ""
    accepted_on: date | None = None
    department: str = ""
    department_code: str = ""

"""Where the XML files of a package say otherwise than its manifest."""

from collections.abc import Iterator, Mapping

from workflow.core.ecms import Message
from workflow.core.errors import UnreadableFile
from workflow.core.exchange import (
    ACCEPTED_XML,
    ARRIVED_XML,
    LETTER_XML,
    MEMO_PDF,
    REFUSED_XML,
    AnswerSheet,
    Deviation,
    LetterSheet,
    Manifest,
)
from workflow.core.thai_digits import to_arabic
from workflow.parsers.ecms_xml import letter_from, notice_from


def disagreements(manifest: Manifest, files: Mapping[str, bytes]) -> Iterator[Deviation]:
    """Yield every field in which an XML file differs from the manifest, and every XML file that cannot be read."""
    if manifest.letter:
        yield from _of_letter(manifest.letter, files)
    if manifest.answer:
        yield from _of_answer(manifest.answer, files)


def _of_letter(said: LetterSheet, files: Mapping[str, bytes]) -> Iterator[Deviation]:
    try:
        letter = letter_from(files[LETTER_XML])
    except UnreadableFile as error:
        yield Deviation("xml", LETTER_XML, str(error))
        return
    copy = said.original.copy if said.original else ""
    enclosed = [files.get(copy)] if copy else []
    pairs = {
        "ที่": (letter.number, said.number), "วันที่": (letter.dated, said.dated), "เรื่อง": (letter.subject, said.subject),
        "ตัวหนังสือ": (letter.main.content if letter.main else None, files[MEMO_PDF]),
        "สิ่งที่ส่งมาด้วย": ([file.content for file in letter.attachments], enclosed),
    }  # fmt: skip
    yield from _apart(LETTER_XML, pairs)


def _of_answer(said: AnswerSheet, files: Mapping[str, bytes]) -> Iterator[Deviation]:
    refused = said.refusal and (Message.INVALID if said.refusal.wrong_unit else Message.REJECTED)
    wanted = {ARRIVED_XML: Message.RECEIVED, ACCEPTED_XML: Message.ACCEPTED} | (
        {REFUSED_XML: refused} if refused else {}
    )
    for name, message in wanted.items():
        if name not in files:
            yield Deviation("missing", name, f"ไม่มีแฟ้ม {name}")
            continue
        try:
            notice = notice_from(files[name])
        except UnreadableFile as error:
            yield Deviation("xml", name, str(error))
            continue
        pairs: dict[str, tuple[object, object]] = {
            "ข้อความ": (notice.message, message), "ที่": (notice.letter, said.number), "วันที่": (notice.dated, said.dated),
        }  # fmt: skip
        if message is Message.ACCEPTED:
            pairs["เลขรับ"] = (to_arabic(notice.accept_id), str(said.stamped.number))
        yield from _apart(name, pairs)


def _apart(file: str, pairs: Mapping[str, tuple[object, object]]) -> Iterator[Deviation]:
    for name, (one, other) in pairs.items():
        if one != other:
            yield Deviation("xml", file, f"“{name}” ใน {file} ไม่ตรงกับข้อมูลของชุด")

"""What becomes of one try, by what the mail server does; and mails as files."""

import socket
from dataclasses import replace
from email import message_from_bytes
from email.policy import default as modern
from pathlib import Path

import pytest

from tests.integration.delivery.mail_server import mail_server
from workflow.delivery.mail import EmlFolder, SmtpServer
from workflow.delivery.outgoing import Mail, Outcome

BODY = "เรียน ผบช.สงป.\nโปรดรับทราบหนังสือ ที่ ๐๐๓๓.๑๒/๔๗๓๗\n.จุดนำหน้าบรรทัดต้องอยู่ครบ"
MAIL = Mail(
    "police.1.2.20251216@police.example",
    "saraban@police.example",
    "officer@police.example",
    "เตือน: แจ้งผลการสำรวจ",
    BODY,
)


@pytest.mark.parametrize(
    ("mood", "outcome", "words"),
    [
        ("250", Outcome.DELIVERED, ""),
        ("421", Outcome.LATER, "421"),
        ("451", Outcome.LATER, "451"),
        ("550", Outcome.FAILED, "550"),
        ("554-after-data", Outcome.FAILED, "554"),
        ("drop-after-data", Outcome.UNKNOWN, "closed"),
        ("554-connect", Outcome.LATER, "554"),
        ("554-helo", Outcome.LATER, "554"),
        ("550-sender", Outcome.LATER, "550"),
        ("500-goodbye", Outcome.DELIVERED, ""),
    ],
)
def test_what_the_server_says_decides_what_became_of_it(mood: str, outcome: Outcome, words: str) -> None:
    with mail_server(mood) as server:
        became, trouble = SmtpServer(server.url, timeout=5).send(MAIL)
    assert became == outcome
    assert words in trouble


def test_an_expired_password_of_ours_is_no_fault_of_the_addressee() -> None:
    with mail_server("535-login") as server:
        url = server.url.replace("smtp://", "smtp://saraban:expired@")
        became, trouble = SmtpServer(url, timeout=5).send(MAIL)
        server.mood = "250"
        assert SmtpServer(url, timeout=5).send(MAIL)[0] == Outcome.DELIVERED
    assert (became, "535" in trouble) == (Outcome.LATER, True)


def test_a_port_that_is_no_number_is_mended_and_tried_again() -> None:
    assert SmtpServer("smtp://127.0.0.1:mail", timeout=2).send(MAIL)[0] == Outcome.LATER


def test_no_server_at_all_is_later(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert SmtpServer(f"smtp://127.0.0.1:{port}", timeout=2).send(MAIL)[0] == Outcome.LATER


def test_every_try_bears_the_same_message_id() -> None:
    with mail_server("drop-after-data") as server:
        for mood in ("drop-after-data", "250"):
            server.mood = mood
            SmtpServer(server.url, timeout=5).send(MAIL)
        assert server.taken == [MAIL.message_id] * 2


def test_thai_subject_and_body_arrive_whole() -> None:
    with mail_server() as server:
        SmtpServer(server.url, timeout=5).send(MAIL)
        message = message_from_bytes(server.texts[0].replace(b"\r\n..", b"\r\n."), policy=modern)
    assert message["subject"] == MAIL.subject
    assert message.get_content().splitlines() == BODY.splitlines()


def test_a_new_line_begins_no_header(tmp_path: Path) -> None:
    EmlFolder(tmp_path).send(replace(MAIL, subject="เรื่อง\r\nBcc: thief@evil.example\r\n\r\nx"))
    (kept,) = tmp_path.iterdir()
    message = message_from_bytes(kept.read_bytes(), policy=modern)
    assert (message["bcc"], message.get_content().splitlines()) == (None, BODY.splitlines())
    torn = replace(MAIL, address="officer@police.example\r\nBcc: thief@evil.example")
    assert EmlFolder(tmp_path).send(torn)[0] == Outcome.FAILED


def test_a_folder_keeps_one_file_however_often_it_is_sent(tmp_path: Path) -> None:
    folder = EmlFolder(tmp_path / "outbox")
    assert {folder.send(MAIL) for _ in range(3)} == {(Outcome.DELIVERED, "")}
    (kept,) = (tmp_path / "outbox").iterdir()
    message = message_from_bytes(kept.read_bytes(), policy=modern)
    assert (kept.suffix, message["subject"]) == (".eml", MAIL.subject)
    assert message.get_content().splitlines() == BODY.splitlines()


def test_a_folder_that_cannot_be_written_is_later(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("a file stands where the folder should be")
    outcome, trouble = EmlFolder(tmp_path / "outbox").send(MAIL)
    assert outcome == Outcome.LATER
    assert trouble

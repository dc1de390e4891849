"""What a registry types: numbers, kept and void ones, and the certificate; in Thai for people, as JSON for programs."""

import hashlib

import pytest

from tests.integration.cli.conftest import Said, Terminal

DAY = ("--at", "22/11/2562")
CLERK = ("--by", "ส.ต.ต. ตัวอย่าง")
WORDS: dict[str, tuple[str, ...]] = {
    "next": ("next", "สทส.", "--count", "2", *DAY),
    "issue": ("issue", "สทส.", "--subject", "ตอบข้อหารือ", "--to", "สพร.", "--request-id", "a", *DAY),
    "again": ("issue", "สทส.", "--subject", "ตอบข้อหารือ", "--to", "สพร.", "--request-id", "a", *DAY),
    "order": ("issue", "สทส.", "--book", "order", "--subject", "แต่งตั้งคณะทำงาน", *DAY),
    "trial": ("issue", "สทส.", "--trial", "--subject", "ลองระบบ", *DAY),
    "in": (
        "issue",
        "สทส.",
        "--book",
        "in",
        "--from",
        "สพร.",
        "--letter-number",
        "สพร 2562/ว4099",
        "--subject",
        "ผล",
        *DAY,
    ),
    "reserve": ("reserve", "สทส.", "--reason", "รอลงนาม", *CLERK, "--until", "30/11/2562", "--count", "2", *DAY),
    "use": ("use", "สทส.", "ส่ง", "2562", "5053", "--subject", "ฉบับจริง", "--to", "สพร.", *DAY),
    "sent": ("sent", "สทส.", "ส่ง", "2562", "5053", "--method", "ไปรษณีย์ตอบรับ", *DAY),
    "void": ("void", "สทส.", "out", "2562", "5052", "--reason", "พิมพ์ซ้ำ", *CLERK, "--replaced-by", "5053", *DAY),
    "holes": ("holes", "สทส.", "--year", "2562"),
}
TOLD = {
    "next": "๐๐๓๓.๑๒/๕๐๕๒\n๐๐๓๓.๑๒/๕๐๕๓",
    "issue": "ออกเลขแล้ว ๐๐๓๓.๑๒/๕๐๕๒",
    "again": "ออกเลขแล้ว ๐๐๓๓.๑๒/๕๐๕๒ (คำขอนี้ได้เลขไว้แล้วก่อนหน้านี้)",
    "order": "ออกเลขแล้ว คำสั่ง สทส. ที่ ๑/๒๕๖๒",
    "trial": "ออกเลขแล้ว (ทดสอบ) ๑",
    "in": "ออกเลขแล้ว เลขรับ ๔๓๒๓",
    "reserve": "จองเลขแล้ว ๐๐๓๓.๑๒/๕๐๕๓ ถึง ๐๐๓๓.๑๒/๕๐๕๔ รวม ๒ เลข",
    "use": "ใช้เลขที่จองไว้แล้ว ๐๐๓๓.๑๒/๕๐๕๓",
    "sent": "บันทึกการส่งของ ๐๐๓๓.๑๒/๕๐๕๓ แล้ว",
    "void": "ยกเลิกเลข ๐๐๓๓.๑๒/๕๐๕๒ แล้ว",
}


@pytest.fixture(scope="module")
def said(terminal: Terminal) -> dict[str, Said]:
    return {name: terminal("register", *words) for name, words in WORDS.items()}


@pytest.mark.parametrize("name", TOLD)
def test_a_registry_is_answered_in_thai(said: dict[str, Said], name: str) -> None:
    assert (said[name].code, said[name].out.strip()) == (0, TOLD[name]), said[name].err


def test_the_certificate_lists_every_book_of_the_unit(said: dict[str, Said]) -> None:
    assert said["holes"].code == 0
    for words in ("ทะเบียนหนังสือส่ง", "ทะเบียนคำสั่ง", "ทะเบียนทดสอบ (ไม่ใช่ทะเบียนจริง)", "๕๐๕๒–๕๐๕๔"):
        assert words in said["holes"].out


def test_the_book_shows_what_is_kept_what_is_void_and_what_is_not_recorded(
    said: dict[str, Said], terminal: Terminal
) -> None:
    shown = terminal("register", "show", "สทส.", "--year", "2562", COLUMNS="200").out
    assert "ยกเลิก พิมพ์ซ้ำ โดย ส.ต.ต. ตัวอย่าง ๒๒ พ.ย.๖๒ แทนด้วยเลข ๕๐๕๓" in " ".join(shown.split())
    order = terminal("register", "show", "สทส.", "--year", "2562", "--book", "คำสั่ง")
    assert "ยังไม่บันทึกวิธีส่ง ผู้รับ" in " ".join(order.out.split())


def test_the_digest_of_the_certificate_is_that_of_the_lines(said: dict[str, Said], terminal: Terminal) -> None:
    out = terminal.data / "book.tsv"
    made = terminal("register", "lines", "สทส.", "--year", "2562", "--out", str(out), "--json").json
    listed = terminal("register", "holes", "สทส.", "--year", "2562", "--json").json
    assert made["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert made["sha256"] in {book["sha256"] for book in listed}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("issue", "สทส.", "--subject", "อื่น", "--request-id", "a", *DAY), 5),
        (("void", "สทส.", "ส่ง", "2562", "9999", "--reason", "x", *CLERK), 3),
        (("use", "สทส.", "ส่ง", "2562", "5054", "--subject", "สาย", "--at", "2/12/2562"), 4),
        (("issue", "ฝอ.สงป.", "--subject", "x"), 4),
        (("show", "สทส.", "--book", "เข้า"), 2),
    ],
)
def test_what_is_not_possible_has_its_exit_code_and_a_next_step(
    said: dict[str, Said], terminal: Terminal, words: tuple[str, ...], code: int
) -> None:
    answer = terminal("register", *words)
    assert answer.code == code
    assert "ขั้นต่อไป" in answer.err

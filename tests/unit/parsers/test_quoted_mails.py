"""A paper in the text of a mail, as mailing programs forward, quote and lay it out."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.unit.parsers.papers import only
from workflow.core.reading import Instrument
from workflow.parsers.html_words import without_tags
from workflow.parsers.mail_quotes import papers_told
from workflow.parsers.read_file import read_file

LETTER = (
    "ที่ สพส ๒๕๖๘/ว ๒๐", "สำนักงานสมมุติ (องค์การมหาชน)", "๙๙ ถนนทดสอบ กรุงเทพฯ ๑๐๒๐๐", "", "๒๑ มกราคม ๒๕๖๘", "",
    "เรื่อง แจ้งข้อเสนอแนะ", "เรียน อธิบดีกรมสมมุติ", "", "สำนักงานสมมุติขอแจ้งข้อเสนอแนะ ดังนี้",
    "ตัวชี้วัดย่อยที่ 1.1 แผนสมมุติ ภายใต้ตัวชี้วัดนโยบาย", "ข้อเสนอแนะ: ควรทบทวนแผนทุกปี", "", "จึงเรียนมาเพื่อโปรดทราบ", "",
    "ขอแสดงความนับถือ", "(นายทดสอบ สมมุติดี)", "ผู้อำนวยการสำนักงานสมมุติ",
)  # fmt: skip
NOTE = "เรียน คุณสมชาย\n\nส่งต่อหนังสือเพื่อดำเนินการค่ะ\n\nส่งจาก iPhone ของฉัน\n\n"
FROM = "From: a@example.or.th\nSent: Tuesday, January 21, 2025 9:12 AM\nTo: b@example.go.th\nSubject: แจ้งข้อเสนอแนะ\n\n"
BARE = FROM.replace("a@example.or.th", "สพส.").replace("b@example.go.th", "กรม")
QUOTED = "\n".join(f"> {line}".rstrip() for line in LETTER)


def read(folder: Path, *, plain: str = "", html: str = "") -> Instrument:
    mail = EmailMessage()
    mail["Subject"] = "ขอส่งหนังสือ"
    mail.set_content(plain or html, subtype="plain" if plain else "html", charset="utf-8", cte="base64")
    path = folder / "a.eml"
    path.write_bytes(mail.as_bytes())
    return only(read_file(path))


def is_the_letter(paper: Instrument) -> None:
    assert (paper.kind, paper.number, paper.sender) == ("letter", "สพส 2568/ว20", "สำนักงานสมมุติ (องค์การมหาชน)")
    assert (paper.subject, paper.to) == ("แจ้งข้อเสนอแนะ", ("อธิบดีกรมสมมุติ",))
    assert [(given.code, given.text) for given in paper.recommendations] == [("1.1", "ควรทบทวนแผนทุกปี")]
    assert paper.signatory and paper.signatory.position == "ผู้อำนวยการสำนักงานสมมุติ"


@pytest.mark.parametrize(
    "before",
    [
        f"---------- Forwarded message ---------\n{FROM}", f"-----Original Message-----\n{BARE}", FROM, f"________________\n{FROM}",
        "-------- ข้อความที่ส่งต่อ --------\nเรื่อง: แจ้งข้อเสนอแนะ\nวันที่: อ. 21 ม.ค. 2568 09:12\nจาก: สพส.\nถึง: กรม\n\n",
        "Begin forwarded message:\n\nFrom: สพส. <a@example.or.th>\nDate: 21 January 2025\nTo: b@example.go.th\n\n",
        "On Tue, 21 Jan 2025 at 09:12, สพส. <a@example.or.th> wrote:\n\n", "เมื่อ อ. 21 ม.ค. 2568 เวลา 09:12 สพส. <a@example.or.th> เขียนว่า:\n\n",
    ],
)  # fmt: skip
def test_a_letter_that_is_sent_on_is_read_without_the_words_above_it(tmp_path: Path, before: str) -> None:
    is_the_letter(read(tmp_path, plain=NOTE + before + "\n".join(LETTER)))


def test_a_letter_that_is_quoted_is_read_without_the_signs_of_quotation(tmp_path: Path) -> None:
    wrote = "On Tue, 21 Jan 2025, สพส. <a@example.or.th> wrote:\n"
    is_the_letter(read(tmp_path, plain=f"{NOTE}{wrote}{QUOTED}\n\n-- \nงานธุรการ\n"))
    is_the_letter(read(tmp_path, plain=NOTE + wrote + QUOTED.replace("> ", ">> ")))


def test_a_letter_above_what_it_answers_is_read_alone(tmp_path: Path) -> None:
    is_the_letter(read(tmp_path, plain="\n".join(LETTER) + f"\n\n{FROM}เรียน สพส.\n\nขอทราบผลการสำรวจ\n"))


def test_a_letter_forwarded_in_html_is_read(tmp_path: Path) -> None:
    lines = "".join(f"<div>{line or '<br>'}</div>" for line in LETTER)
    attr = "---------- Forwarded message ---------<br>Date: 1 ม.ค.<br>จาก: <b>สพส.</b> &lt;a@b.th&gt;<br>To: &lt;c@d.th&gt;<br>"
    is_the_letter(
        read(
            tmp_path,
            html=f"<div>เรียน คุณสมชาย<br></div><br><div class=gmail_quote><div>{attr}</div><div>{lines}</div></div>",
        )
    )
    framed = f"<table><tr><td><table><tr><td>{lines}</td></tr></table></td></tr></table>"
    is_the_letter(read(tmp_path, html=f"<body>{framed}</body>"))


@pytest.mark.parametrize(
    "text",
    [
        "จาก: กองแผน\nถึง: อธิบดี\nวันที่: ๓ มกราคม ๒๕๖๘\nเรื่อง: ขอส่งแผน\nด้วยกองแผนขอส่งแผน",
        "\n".join(LETTER).replace("ตัวชี้วัด", "> ตัวชี้วัด"),
        f"{NOTE}{FROM}ไม่มีหนังสือ",
    ],
)
def test_a_text_without_a_paper_sent_on_stays_as_it_is(text: str) -> None:
    assert papers_told(text) == [text]


def test_a_part_that_tells_more_than_a_few_words_is_kept() -> None:
    annex = "ตัวชี้วัดย่อยที่ 1.1 แผนสมมุติ\nควรทบทวนแผน"
    assert papers_told(f"{annex}\n{FROM}" + "\n".join(LETTER)) == [f"{annex}", "\n".join(("", *LETTER))]


def cells(*rows: tuple[str, ...]) -> str:
    return "".join(f"<tr>{''.join(f'<td><p class=MsoNormal>{cell}</p></td>' for cell in row)}</tr>" for row in rows)


def test_cells_of_paragraphs_stand_on_the_line_of_their_row() -> None:
    rows = ("1.1 แผน", "นโยบาย", "ควร<br>ทบทวน"), ("2.1 ทักษะ", "คน", "ควรอบรม")
    table = f"<table>{cells(('ตัวชี้วัดย่อย', 'ตัวชี้วัด', 'ข้อเสนอแนะ'), *rows)}</table>"
    shown = without_tags(f"<p>ดังนี้</p>{table}<p>จบ</p>").split("\n")
    assert [line for line in shown if line.strip()] == [
        "ดังนี้", "\tตัวชี้วัดย่อย\tตัวชี้วัด\tข้อเสนอแนะ", "\t1.1 แผน\tนโยบาย\tควร ทบทวน", "\t2.1 ทักษะ\tคน\tควรอบรม", "จบ",
    ]  # fmt: skip


def test_cells_that_lay_a_head_out_stand_beside_each_other_line_by_line() -> None:
    shown = without_tags(f"<table>{cells(('ที่ สพส ๒', 'สำนักงาน<br>ถนนทดสอบ'))}</table>จบ").split("\n")
    assert [line for line in shown if line.strip()] == ["\tที่ สพส ๒\tสำนักงาน", "\t\tถนนทดสอบ", "จบ"]


def test_tables_that_nothing_closes_are_read_and_deep_ones_end() -> None:
    assert without_tags("<table><tr><td>ก<td>ข<tr><td>ค").split() == ["ก", "ข", "ค"]
    assert without_tags("<table><tr><td>" * 2000 + "ลึก").split() == ["ลึก"]
    assert without_tags("<tr><td>ก</td></tr></table>ข").split() == ["กข"]

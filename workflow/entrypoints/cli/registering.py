"""`register next|issue|reserve|use|void|sent|holes|lines`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer

from workflow.core.errors import ExitCode
from workflow.core.register import Book, RegisterKey
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say
from workflow.entrypoints.cli.desk import desk
from workflow.entrypoints.cli.moments import moment
from workflow.entrypoints.cli.options import At, Json, OfficeCode
from workflow.entrypoints.cli.watching import RegisterUnit, WhichBook, Year, book_named, register_app
from workflow.entrypoints.clock import now

if TYPE_CHECKING:
    from workflow.services.keep_register import LineName, Numbers

Count = Annotated[int, typer.Option("--count", min=1, help="กี่เลข · how many")]
Subject = Annotated[str, typer.Option("--subject", help="เรื่อง · subject")]
Whom = Annotated[str, typer.Option("--to", help="ถึง · addressee")]
Sender = Annotated[str, typer.Option("--from", help="จาก (หนังสือรับ) · sender of a paper received")]
Their = Annotated[str, typer.Option("--letter-number", help="ที่ ของหนังสือที่รับ · number of the paper received")]
Dated = Annotated[str | None, typer.Option("--dated", help="ลงวันที่ของหนังสือ · date of the paper")]
Method = Annotated[str, typer.Option("--method", help="วิธีส่ง เช่น ไปรษณีย์ตอบรับ · how it is sent")]
Trial = Annotated[bool, typer.Option("--trial", help="ออกในทะเบียนทดสอบ ไม่กินเลขจริง · practise, no real number is spent")]
Request = Annotated[
    str | None, typer.Option("--request-id", help="ชื่อคำขอ สั่งซ้ำด้วยชื่อเดิมได้เลขเดิม · the same request twice is one")
]
Reason = Annotated[str, typer.Option("--reason", help="เหตุผล · why")]
By = Annotated[str, typer.Option("--by", help="ผู้ดำเนินการ เช่น ส.ต.ต. ตัวอย่าง · who does it")]
Until = Annotated[str | None, typer.Option("--until", help="จองถึงวันที่ · kept until")]
Replaced = Annotated[int | None, typer.Option("--replaced-by", help="เลขใหม่ที่ใช้แทน · number that takes its place")]
BookName = Annotated[str, typer.Argument(help="เล่ม: รับ ส่ง ว คำสั่ง ทดสอบ · book")]
YearName = Annotated[int, typer.Argument(help="ปี พ.ศ. · Buddhist-era year")]
Number = Annotated[int, typer.Argument(help="เลขทะเบียน · running number")]
Yes = Annotated[bool, typer.Option("--yes", help="ไม่ถามยืนยัน · do not ask")]
AnyUnit = Annotated[str | None, typer.Argument(help="หน่วย (ไม่ระบุ: ทุกหน่วย) · unit, or all")]
LinesFile = Annotated[Path, typer.Option("--out", help="แฟ้มที่จะเขียน · file to write")]


@register_app.command("next")
def register_next(
    unit: RegisterUnit, count: Count = 1, book: WhichBook = "ส่ง", at: At = None, office: OfficeCode = "police",
    json: Json = False,
) -> None:  # fmt: skip
    """ดูเลขถัดไปโดยยังไม่ออก · The next numbers; none is taken.

    ตัวอย่าง: saraban register next สทส. --count 20
    """
    from workflow.services.keep_register import NumberRequest, next_numbers

    request = NumberRequest(office, unit, book_named(book), moment(at, now()), "", count=count)
    found = next_numbers(desk(), request)
    if json:
        say.as_json(found)
    else:
        say.answer("\n".join(found.letter_numbers))
        say.note("ยังไม่ออกเลขและไม่ได้จองไว้ ผู้ที่ออกเลขก่อนได้ไป")


@register_app.command("issue")
def register_issue(
    unit: RegisterUnit, subject: Subject, book: WhichBook = "ส่ง", to: Whom = "", count: Count = 1, trial: Trial = False,
    sender: Sender = "", letter_number: Their = "", dated: Dated = None, method: Method = "", request_id: Request = None,
    at: At = None, office: OfficeCode = "police", yes: Yes = False, json: Json = False,
) -> None:  # fmt: skip
    """ออกเลขให้หนังสือที่ทำนอกระบบ ทีละฉบับหรือเป็นชุด · Numbers for papers written elsewhere, one or a block.

    ตัวอย่าง: saraban register issue สทส. --book คำสั่ง --subject "แต่งตั้งคณะทำงาน"
    """
    from workflow.services.keep_register import NumberRequest, issue_numbers

    request = NumberRequest(
        office, unit, Book.TRIAL if trial else book_named(book), moment(at, now()), request_id or uuid4().hex, subject, to, count,
        sender, letter_number, moment(dated, now()).on if dated else None, method,
    )  # fmt: skip
    if count == 1 or yes or json or not say.err.is_interactive or typer.confirm(f"ออก {to_thai(count)} เลข?", err=True):
        _tell(issue_numbers(desk(), request), "ออกเลข", json)


@register_app.command("reserve")
def register_reserve(
    unit: RegisterUnit, reason: Reason, by: By, count: Count = 1, until: Until = None, book: WhichBook = "ส่ง",
    request_id: Request = None, at: At = None, office: OfficeCode = "police", json: Json = False,
) -> None:  # fmt: skip
    """จองเลขไว้ใช้ภายหลัง · Keep numbers for later.

    ตัวอย่าง: saraban register reserve สทส. --reason "รอลงนาม" --by "ส.ต.ต. ตัวอย่าง" --until 30/11/2562
    """
    from workflow.services.keep_register import Reservation, reserve_numbers

    last = moment(until, now()).on if until else None
    request = Reservation(
        office, unit, book_named(book), moment(at, now()), request_id or uuid4().hex, reason, by, count, last
    )
    _tell(reserve_numbers(desk(), request), "จองเลข", json)


@register_app.command("use")
def register_use(
    unit: RegisterUnit, book: BookName, year: YearName, number: Number, subject: Subject, to: Whom = "",
    dated: Dated = None, method: Method = "", at: At = None, office: OfficeCode = "police", json: Json = False,
) -> None:  # fmt: skip
    """ใช้เลขที่จองไว้ (บันทึกในระบบใช้ submit หรือ dispatch --paper-number) · Use a reserved number.

    ตัวอย่าง: saraban register use สทส. ส่ง 2562 5060 --subject "ตอบข้อหารือ" --to สพร.
    """
    from workflow.services.keep_register import Paper, use_reserved

    paper = Paper(subject, to, moment(dated, now()).on if dated else None, method)
    _tell(
        use_reserved(desk(), _line(office, unit, book, (year, number)), paper, moment(at, now())), "ใช้เลขที่จองไว้", json
    )


@register_app.command("void")
def register_void(
    unit: RegisterUnit, book: BookName, year: YearName, number: Number, reason: Reason, by: By, replaced_by: Replaced = None,
    at: At = None, office: OfficeCode = "police", json: Json = False,
) -> None:  # fmt: skip
    """ยกเลิกเลข: ไม่ใช้ซ้ำอีก · Void a number; it is never used again.

    ตัวอย่าง: saraban register void สทส. ส่ง 2562 5060 --reason "พิมพ์ซ้ำ" --by "ส.ต.ต. ตัวอย่าง" --replaced-by 5061
    """
    from workflow.services.void_number import VoidRequest, void_number

    line = _line(office, unit, book, (year, number))
    done = void_number(desk(), VoidRequest(line, reason, by, moment(at, now()), replaced_by))
    if json:
        say.as_json(done)
        return
    again = " (ยกเลิกไว้แล้วก่อนหน้านี้)" if done.again else ""
    memo = f" บันทึกลำดับที่ {to_thai(done.memo)} จะได้เลขใหม่เมื่อเสนอหรือส่งอีกครั้ง" if done.memo else ""
    say.answer(f"ยกเลิกเลข {done.letter_number} แล้ว{again}{memo}")


@register_app.command("sent")
def register_sent(
    unit: RegisterUnit, book: BookName, year: YearName, number: Number, method: Method = "", to: Whom = "", at: At = None,
    office: OfficeCode = "police", json: Json = False,
) -> None:  # fmt: skip
    """บันทึกวิธีส่งและผู้รับของเลขที่ออกแล้ว · Record how and to whom a numbered paper was sent.

    ตัวอย่าง: saraban register sent สทส. ส่ง 2562 5060 --method ไปรษณีย์ตอบรับ --to สพร.
    """
    from workflow.services.keep_register import record_sending

    line = _line(office, unit, book, (year, number))
    letter = record_sending(desk(), line, method=method, addressee=to, when=moment(at, now()))
    if json:
        say.as_json({"letter_number": letter})
    else:
        say.answer(f"บันทึกการส่งของ {letter} แล้ว")


@register_app.command("holes")
def register_holes(unit: AnyUnit = None, year: Year = None, office: OfficeCode = "police", json: Json = False) -> int:
    """รับรองว่าไม่มีเลขขาด ทุกเล่มทุกหน่วย · Certify every book; exit code 5 when a number is missing.

    ตัวอย่าง: saraban register holes สทส. --year 2562
    """
    from workflow.services.certify_register import certify

    found = certify(desk(), office, unit, year)
    if json:
        say.as_json(found)
    else:
        rows = [
            [
                c.unit, c.book.cover, to_thai(c.year), to_thai(f"{c.first}–{c.last}") if c.last >= c.first else "–",
                *(to_thai(f"{n:,}") for n in (c.issued, c.paper, c.reserved, c.void)),
                ", ".join(map(to_thai, c.holes)) or "ไม่มี", c.sha256,
            ]
            for c in found
        ]  # fmt: skip
        say.table(
            "รับรองเลขทะเบียน",
            ["หน่วย", "เล่ม", "ปี", "เลข", "ออกเลข", "สมุดกระดาษ", "จอง", "ยกเลิก", "เลขขาด", "SHA-256"],
            rows,
        )
    return ExitCode.OK if all(c.sound for c in found) else ExitCode.CONFLICT


@register_app.command("lines")
def register_lines(
    unit: RegisterUnit, out: LinesFile, year: Year = None, book: WhichBook = "ส่ง", office: OfficeCode = "police",
    json: Json = False,
) -> None:  # fmt: skip
    """เขียนรายการที่ใช้คำนวณลายพิมพ์ ตรวจซ้ำได้ด้วย sha256sum · The lines of which the digest is made.

    ตัวอย่าง: saraban register lines สทส. --year 2562 --out เล่ม.tsv && sha256sum เล่ม.tsv
    """
    from workflow.routing.units import find_unit
    from workflow.services.certify_register import write_lines

    key = RegisterKey(
        find_unit(desk().office(office).chart, unit).code, book_named(book), year or be_year(now().date())
    )
    digest = write_lines(desk(), office, key, out)
    if json:
        say.as_json({"file": str(out), "sha256": digest})
    else:
        say.answer(f"{digest}  {out}")


def _line(office: str, unit: str, book: str, of: tuple[int, int]) -> "LineName":
    from workflow.services.keep_register import LineName

    return LineName(office, unit, book_named(book), *of)


def _tell(numbers: "Numbers", what: str, json: bool) -> None:
    if json:
        say.as_json(numbers)
        return
    again = " (คำขอนี้ได้เลขไว้แล้วก่อนหน้านี้)" if numbers.again else ""
    received = numbers.book == Book.INCOMING  # the letter number is then the sender's, not ours
    shown = [f"เลขรับ {to_thai(n)}" for n in numbers.numbers] if received else numbers.letter_numbers
    first, last = shown[0], shown[-1]
    many = f" ถึง {last} รวม {to_thai(len(numbers.numbers))} เลข" if len(numbers.numbers) > 1 else ""
    say.answer(f"{what}แล้ว {first}{many}{again}")

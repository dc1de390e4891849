"""Made papers for bundles: letters, memos, orders, endorsement pages and tables of several pages, typed with places as a page has them."""

import random
import re
from dataclasses import dataclass, field

from workflow.core.thai_digits import to_thai

_MARK = re.compile(r"[ัิ-ฺ็-๎]")
_THINGS = (
    "การซ่อมบำรุงยานพาหนะส่วนกลาง", "การจัดสรรอัตรากำลัง", "ระบบจองห้องประชุม", "แผนรับมืออุทกภัย", "การจัดเก็บเอกสารเก่า", "ศูนย์บริการร่วม",
    "การฝึกอบรมข้าราชการบรรจุใหม่", "การใช้พลังงานในอาคาร", "ทะเบียนครุภัณฑ์", "การสำรวจความพึงพอใจ", "เครือข่ายห้องสมุด", "คลังพันธุ์พืช",
    "การตรวจสอบภายใน", "งบลงทุนเหลือจ่าย", "ระบบลงเวลาปฏิบัติราชการ", "การเปิดเผยข้อมูลสาธารณะ", "โครงการอาสาสมัครชุมชน", "ค่าเช่าบ้านข้าราชการ",
)  # fmt: skip
_DOES = (
    "ได้รับการทบทวนโดยคณะทำงานเมื่อต้นปี", "ยังล่าช้ากว่าแผนที่กำหนดไว้", "ควรปรับปรุงให้สอดคล้องกับระเบียบ", "มีผู้เข้าร่วมมากกว่าที่คาด",
    "จำเป็นต้องใช้งบประมาณเพิ่มเติม", "ผ่านการตรวจรับเรียบร้อยแล้ว", "อยู่ระหว่างการหารือกับหน่วยงานเจ้าของเรื่อง", "มีข้อร้องเรียนจากผู้รับบริการ",
    "เห็นควรให้ทุกกองรายงานความก้าวหน้า", "ต้องขอความเห็นชอบจากผู้บังคับบัญชา", "ได้แจ้งเวียนให้ทราบโดยทั่วกันแล้ว", "จะนำเสนอที่ประชุมในคราวต่อไป",
)  # fmt: skip
_TAILS = (
    "ภายในไตรมาสที่สอง", "โดยไม่กระทบต่องานประจำ", "ตามหลักเกณฑ์ที่กำหนด", "เพื่อประโยชน์ของทางราชการ", "ซึ่งพบปัญหาหลายประการ", "และติดตามผลทุกเดือน",
    "พร้อมทั้งจัดทำรายงานสรุป", "โดยมอบหมายผู้รับผิดชอบ", "ในพื้นที่เป้าหมายทุกแห่ง", "เว้นแต่มีเหตุจำเป็นเร่งด่วน",
)  # fmt: skip
_PLACES = (
    ("กรมทรัพยากรตัวอย่าง", "ทต"), ("สำนักงานแผนสมมุติ", "สผ"), ("กรมการเดินเรือจำลอง", "กจ"), ("สำนักงานจังหวัดทดลอง", "ทล"),
    ("กองบัญชาการสมมุติ", "กส"), ("มหาวิทยาลัยตัวอย่าง", "มต"),
)  # fmt: skip
_UNITS = ("กองกลาง", "กองคลัง", "สำนักบริหารกลาง", "ศูนย์สารสนเทศ", "กองการเจ้าหน้าที่", "ฝ่ายอำนวยการ")
_NAMES = (
    "สมมุติ ตัวอย่างดี",
    "ทดลอง เรียบร้อย",
    "จำลอง ใจสะอาด",
    "ตัวอย่าง มานะยิ่ง",
    "สมนึก คิดรอบ",
    "ดวงดาว เวลางาม",
    "ปรีดา สุขเสมอ",
)
_MONTHS = ("มกราคม", "กุมภาพันธ์", "มีนาคม", "พฤษภาคม", "กรกฎาคม", "กันยายน", "พฤศจิกายน")


@dataclass(frozen=True)
class Typed:
    """One run on a page: where it starts, its row from the top, its words; `tiny` lines are the first a scanner loses."""

    x: float
    row: int
    text: str
    tiny: str = ""


@dataclass(frozen=True)
class Style:
    """How an office types: page numbers (`- ๒ -`, `๒`, `หน้า ๒`, none), catchwords (`/…`, mirrored, none), digits, margins, rows a page."""

    numbers: str = "hyphen"
    catchwords: str = "slash"
    thai: bool = True
    left: float = 85.0
    size: float = 16.0
    rows: int = 30
    letters: int = 76


@dataclass
class Made:
    """A paper: its kind, its pages of typed runs, and how it was typed."""

    kind: str
    style: Style
    pages: list[list[Typed]] = field(default_factory=list)


def sentence(rng: random.Random) -> list[str]:
    """Return a sentence as pieces between which a line may break."""
    return [rng.choice(_THINGS), " ", rng.choice(_DOES), rng.choice(_TAILS), " "]


def long_text(rng: random.Random, sentences: int) -> list[str]:
    """Return several sentences as pieces."""
    pieces = [piece for _ in range(sentences) for piece in sentence(rng)]
    if rng.random() < 0.4:
        pieces += ["จำนวน ", f"{rng.randint(3, 9999):,} ", "รายการ "]
    return pieces


def a_date(rng: random.Random) -> str:
    """Return a date in words."""
    return f"{rng.randint(1, 28)} {rng.choice(_MONTHS)} {rng.randint(2560, 2569)}"


def number(rng: random.Random, short: str) -> str:
    """Return a letter number."""
    return f"{short} {rng.randint(1, 999):04d}.{rng.randint(1, 9)}/{rng.choice(('', 'ว '))}{rng.randint(10, 9999)}"


class Typist:
    """Types a paper: breaks its lines and its pages, and sets page numbers and catchwords."""

    def __init__(self, kind: str, style: Style) -> None:
        self.made = Made(kind, style)
        self.lines: list[tuple[float, str] | list[tuple[float, str]] | None] = []

    def put(self, indent: float, text: str) -> None:
        """Add a line as it is."""
        self.lines.append((indent, text))

    def runs(self, *runs: tuple[float, str]) -> None:
        """Add a row of several runs."""
        self.lines.append(list(runs))

    def flow(self, indent: float, pieces: list[str]) -> None:
        """Add a paragraph, its first line indented."""
        line, room = "", self.made.style.letters - indent / 6
        for piece in pieces:
            if len(_MARK.sub("", line + piece)) > room and line:
                self.put(indent, line.strip())
                line, indent, room = "", 0.0, self.made.style.letters
            line += piece
        self.put(indent, line.strip())

    def turn(self) -> None:
        """Break the page here."""
        self.lines.append(None)

    def done(self) -> Made:
        """Return the paper on its pages."""
        style, sheets = self.made.style, [[]]  # type: ignore[var-annotated]
        for line in self.lines:
            if line is None or len(sheets[-1]) >= style.rows:
                sheets.append([])
            if line is not None:
                sheets[-1].append(line)
        sheets = [sheet for sheet in sheets if sheet]
        for n, sheet in enumerate(sheets, 1):
            after = sheets[n] if n < len(sheets) else None
            self.made.pages.append(self._sheet(n, sheet, _first(after)))
        return self.made

    def _sheet(self, n: int, sheet: list[object], following: str | None) -> list[Typed]:
        style, typed = self.made.style, []
        top = {"hyphen": (300.0, f"- {n} -"), "bare": (302.0, str(n)), "word": (480.0, f"หน้า {n}")}.get(style.numbers)
        if top and n > 1:
            typed.append(Typed(top[0], 0, self._digits(top[1]), "number"))
        for row, line in enumerate(sheet, 2):
            runs = line if isinstance(line, list) else [line]
            typed += [Typed(style.left + x, row, self._digits(text)) for x, text in runs]  # type: ignore[misc]
        if following and style.catchwords != "none":
            words = _opening_words(following)
            text = f"/{words}..." if style.catchwords == "slash" else f"...{words}/"
            typed.append(Typed(540 - 6 * len(_MARK.sub("", text)), len(sheet) + 3, self._digits(text), "catchword"))
        return typed

    def _digits(self, text: str) -> str:
        return to_thai(text) if self.made.style.thai else text


def _first(sheet: object) -> str | None:
    if not isinstance(sheet, list):
        return None
    first = sheet[0]
    return str(first[1] if isinstance(first, tuple) else first[0][1])


def _opening_words(text: str) -> str:
    words = text.split(" ")
    taken = words[0]
    for word in words[1:]:
        if len(taken) > 9:
            break
        taken += " " + word
    return taken[:28]


def memo(rng: random.Random, style: Style, sections: int, *, form: bool = False) -> Made:
    """Return a staff memo; `form` memos share all their wording but number, date and the things they speak of."""
    place, short = rng.choice(_PLACES)
    unit, subject = rng.choice(_UNITS), "".join(sentence(rng)[:1])
    typist = Typist("memo", style)
    typist.put(165, "บันทึกข้อความ")
    typist.runs((0, f"ส่วนราชการ {unit} {place}"), (340, f"โทร. 0 2{rng.randint(100, 999)} {rng.randint(1000, 9999)}"))
    typist.runs((0, f"ที่ {number(rng, short)}"), (222, f"วันที่ {a_date(rng)}"))
    typist.put(0, f"เรื่อง {'รายงานผล' if form else rng.choice(('ขออนุมัติ', 'รายงานผล', 'ขอความเห็นชอบ'))}{subject}")
    typist.put(0, f"เรียน {rng.choice(('อธิบดี', 'ผู้อำนวยการ', 'เลขาธิการ'))}{place}")
    heads = rng.choice((("เรื่องเดิม", "ข้อเท็จจริง", "ข้อพิจารณา", "ข้อเสนอ"), ("ความเป็นมา", "ข้อกฎหมาย", "ข้อเท็จจริง", "ข้อเสนอ")))
    numbered = form or rng.random() < 0.75
    for n, head in enumerate(heads[:3], 1):
        typist.put(38, f"{n}. {head}" if numbered else head)
        for k in range(1, sections + 1):
            lead = [f"{n}.{k} "] if numbered else []
            typist.flow(71, lead + long_text(rng, rng.randint(2, 5)))
    typist.put(38, f"4. {heads[3]}" if numbered else heads[3])
    typist.flow(71, ["จึงเรียนมาเพื่อโปรดพิจารณา ", "หากเห็นชอบโปรดลงนาม"])
    return _signed(typist, rng, f"ผู้อำนวยการ{unit}")


def letter(rng: random.Random, style: Style, sections: int) -> Made:
    """Return an outside letter."""
    place, short = rng.choice(_PLACES)
    typist = Typist("letter", style)
    typist.runs((0, f"ที่ {number(rng, short)}"), (265, place))
    typist.put(265, "ถนนสมมุติ กรุงเทพฯ 10200")
    typist.put(210, a_date(rng))
    typist.put(0, f"เรื่อง {rng.choice(('แจ้งผล', 'ขอความอนุเคราะห์', 'ส่งรายงาน'))}{sentence(rng)[0]}")
    typist.put(0, f"เรียน {rng.choice(('อธิบดี', 'ผู้อำนวยการ', 'ผู้ว่าการ'))}{rng.choice(_PLACES)[0]}")
    typist.put(0, f"สิ่งที่ส่งมาด้วย รายงาน{sentence(rng)[0]} จำนวน 1 ฉบับ")
    typist.flow(71, ["ตามที่", rng.choice(_PLACES)[0], "ได้ดำเนินการ", *long_text(rng, 3), "นั้น"])
    for _ in range(sections):
        typist.flow(71, long_text(rng, rng.randint(4, 8)))
    typist.flow(71, ["จึงเรียนมาเพื่อโปรดทราบ", "และดำเนินการต่อไป"])
    typist.put(210, "ขอแสดงความนับถือ")
    return _signed(typist, rng, f"อธิบดี{place}", after=[(0.0, rng.choice(_UNITS)), (0.0, "โทร. 0 2111 0000")])


def order(rng: random.Random, style: Style, members: int) -> Made:
    """Return an order that appoints a committee."""
    place, _ = rng.choice(_PLACES)
    typist = Typist("order", style)
    typist.put(150, f"คำสั่ง{place}")
    typist.put(170, f"ที่ {rng.randint(1, 900)}/{rng.randint(2560, 2569)}")
    typist.put(120, f"เรื่อง แต่งตั้งคณะทำงาน{sentence(rng)[0]}")
    typist.flow(71, ["ด้วย", *long_text(rng, 2), "จึงแต่งตั้งคณะทำงาน ", "ดังต่อไปนี้"])
    for n in range(1, members + 1):
        typist.runs((71, f"{n}. นาย{rng.choice(_NAMES)}"), (330, rng.choice(("ประธาน", "กรรมการ", "เลขานุการ"))))
    typist.flow(71, ["ให้คณะทำงานมีหน้าที่ ", *long_text(rng, 3)])
    typist.put(71, "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป")
    typist.put(120, f"สั่ง ณ วันที่ {a_date(rng)}")
    return _signed(typist, rng, f"อธิบดี{place}")


def endorsements(rng: random.Random, style: Style, count: int) -> Made:
    """Return a page of endorsements."""
    _place, short = rng.choice(_PLACES)
    typist = Typist("endorsement", style)
    for _ in range(count):
        typist.put(395, "สำเนาถูกต้อง")
        typist.put(0, f"ที่ {rng.randint(1, 99):04d}.{rng.randint(1, 20)}/{rng.randint(10, 9999)}")
        typist.put(0, f"เรียน ผู้อำนวยการ{rng.choice(_UNITS)}")
        typist.flow(
            45,
            [
                f"เพื่อโปรดทราบ ตามบันทึกสั่งการ ลง {rng.randint(1, 28)} มี.ค.67 ",
                f"ท้ายหนังสือ ที่ {number(rng, short)} ",
                "และพิจารณาดำเนินการ",
            ],
        )
        typist.put(240, f"(นาย{rng.choice(_NAMES)})")
        typist.put(230, f"ผู้อำนวยการ{rng.choice(_UNITS)}")
        typist.put(260, f"{rng.randint(1, 28)} มี.ค.67")
    return typist.done()


def stamped(rng: random.Random, style: Style) -> Made:
    """Return a letter under seal."""
    place, short = rng.choice(_PLACES)
    typist = Typist("stamped", style)
    typist.put(0, f"ที่ {number(rng, short)}")
    typist.put(0, f"ถึง สำนักงาน{rng.choice(_PLACES)[0]}จังหวัดสมมุติ")
    typist.flow(71, ["ตามที่ได้ขอให้", *long_text(rng, 3)])
    typist.put(220, place)
    typist.put(225, a_date(rng))
    typist.put(0, rng.choice(_UNITS))
    return typist.done()


def table(rng: random.Random, style: Style, indicators: int) -> Made:
    """Return a score table; a long one runs over two pages."""
    typist = Typist("table", style)
    typist.put(377, f"สิ่งที่ส่งมาด้วย {rng.randint(1, 3)}")
    typist.put(140, "ตารางเปรียบเทียบคะแนนรายตัวชี้วัด")
    typist.put(145, f"{rng.choice(_PLACES)[0]} ประจำปี {rng.randint(2560, 2569)}")
    typist.runs((12, "ลำดับ"), (53, "ตัวชี้วัด"), (321, "คะแนน"), (391, "ค่าเฉลี่ย"))
    for n in range(1, indicators + 1):
        code = f"{(n - 1) // 4 + 1}.{(n - 1) % 4 + 1}"
        typist.runs(
            (17, code), (53, sentence(rng)[0]), (342, f"{rng.uniform(20, 99):.2f}"), (416, f"{rng.uniform(40, 80):.2f}")
        )
    return typist.done()


def _signed(typist: Typist, rng: random.Random, post: str, after: list[tuple[float, str]] | None = None) -> Made:
    if rng.random() < 0.12:
        typist.turn()  # the signature alone on its page, as typists should not but do
    typist.put(245, f"({rng.choice(('นาย', 'นาง', 'นางสาว'))}{rng.choice(_NAMES)})")
    typist.put(235, post)
    for indent, text in after or []:
        typist.put(indent, text)
    return typist.done()

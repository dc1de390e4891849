"""Invented surveys, their frameworks, and the scores an agency got."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Sub:
    """A sub-indicator: its code and printed name."""

    code: str
    name: str


@dataclass(frozen=True)
class Pillar:
    """An indicator and its sub-indicators."""

    code: str
    name: str
    subs: tuple[Sub, ...]


@dataclass(frozen=True)
class Framework:
    """A survey's name, what its levels are called, and its indicators."""

    name: str
    verb: str
    upper: str
    lower: str
    pillars: tuple[Pillar, ...]


def _framework(name: str, verb: str, levels: tuple[str, str], *pillars: tuple[str, ...]) -> Framework:
    made = tuple(
        Pillar(str(n), head, tuple(Sub(f"{n}.{m}", sub) for m, sub in enumerate(subs, 1)))
        for n, (head, *subs) in enumerate(pillars, 1)
    )
    return Framework(name, verb, *levels, made)


FRAMEWORKS = (
    _framework("ความพร้อมการประยุกต์ใช้ปัญญาประดิษฐ์ของส่วนราชการ", "การสำรวจ", ("ตัวชี้วัด", "ตัวชี้วัดย่อย"),
        ("ทิศทางและการกำกับดูแล", "AI Strategy", "Ethics Committee", "Risk Assessment"),
        ("บุคลากรและทักษะ", "AI Literacy", "Prompt Practice", "Expert Retention", "Training Hours"),
        ("ข้อมูลตั้งต้น", "Data Readiness", "Labelled Data Sets"),
        ("ระบบประมวลผล", "Compute Capacity", "Model Monitoring", "Vendor Lock-in"),
        ("การใช้ประโยชน์ในงานบริการ", "Citizen Chat Service", "Case Triage", "Fraud Detection")),
    _framework("วุฒิภาวะธรรมาภิบาลข้อมูลของหน่วยงาน", "การประเมิน", ("มิติ", "ตัวชี้วัดย่อย"),
        ("โครงสร้างการกำกับข้อมูล", "คณะกรรมการข้อมูลประจำหน่วยงาน", "บริกรข้อมูล", "ข้อบังคับภายในด้านข้อมูล"),
        ("วงจรชีวิตข้อมูล", "การสร้างและจัดเก็บ", "การแบ่งปันข้ามหน่วยงาน", "การทำลายเมื่อพ้นกำหนด"),
        ("คุณภาพและคำอธิบายข้อมูล", "ความครบถ้วนของคำอธิบายชุดข้อมูล", "ความสดใหม่ของข้อมูล"),
        ("ความเป็นส่วนตัว", "ทะเบียนกิจกรรมการประมวลผล", "คำขอใช้สิทธิของเจ้าของข้อมูล", "การแจ้งเหตุละเมิด"),
        ("การสร้างคุณค่าจากข้อมูล", "แผงข้อมูลผู้บริหาร", "การพยากรณ์เชิงพื้นที่")),
    _framework("ความก้าวหน้าการให้บริการอิเล็กทรอนิกส์แก่ประชาชน", "การติดตาม", ("ด้าน", "ประเด็นย่อย"),
        ("การออกแบบบริการ", "แผนผังการเดินทางของผู้รับบริการ (Journey Map)", "แบบคำขอที่กรอกครั้งเดียว (Once Only)"),
        ("ช่องทางและการเข้าถึง", "บริการผ่านโทรศัพท์เคลื่อนที่ (Mobile First)", "จุดบริการร่วม (Service Kiosk)", "ภาษามือและเสียงบรรยาย (Accessibility)"),
        ("การยืนยันตัวตนและชำระเงิน", "การพิสูจน์ตัวตนทางไกล (Remote Proofing)", "ใบเสร็จรับเงินอิเล็กทรอนิกส์ (e-Receipt)"),
        ("หลังการให้บริการ", "ระยะเวลาตอบกลับ (Turnaround)", "การติดตามสถานะคำขอ (Tracking)", "ดัชนีความพึงพอใจ (Satisfaction)")),
    _framework("ความมั่นคงปลอดภัยไซเบอร์และความต่อเนื่องของบริการ", "การตรวจประเมิน", ("องค์ประกอบ", "หัวข้อย่อย"),
        ("การระบุความเสี่ยง", "Asset Inventory", "Third-party Register"),
        ("การป้องกัน", "Patch Cycle", "Privileged Access", "Email Protection", "Network Segmentation"),
        ("การตรวจพบ", "24x7 Monitoring", "Log Correlation"),
        ("การรับมือและฟื้นคืน", "Playbook Drill", "Backup Test", "Service Continuity Plan"),
        ("วัฒนธรรมความปลอดภัย", "Phishing Exercise", "Board Reporting"),
        ("การกำกับผู้รับจ้าง", "Contract Clauses", "Exit Plan", "Right to Audit")),
    _framework("ระดับการเปิดเผยข้อมูลและการมีส่วนร่วมผ่านระบบดิจิทัล", "การจัดทำดัชนี", ("เสาหลัก", "ตัวชี้วัดย่อย"),
        ("การเปิดเผยเชิงรุก", "ชุดข้อมูลที่พร้อมใช้งานด้วยเครื่อง", "ปฏิทินการเผยแพร่", "สัญญาอนุญาตแบบเปิด"),
        ("การรับฟังและร่วมสร้าง", "เวทีรับฟังออนไลน์", "การตอบสนองข้อเสนอของประชาชน"),
        ("ความโปร่งใสของงบประมาณ", "แผนการจัดซื้อที่สืบค้นได้", "ผลการเบิกจ่ายรายเดือน"),
        ("ศักยภาพเครือข่าย", "อาสาสมัครข้อมูลระดับพื้นที่", "ความร่วมมือกับสถาบันการศึกษา", "ห้องทดลองข้อมูล")),
)  # fmt: skip


@dataclass(frozen=True)
class Survey:
    """A framework in one year, with how the year is printed."""

    framework: Framework
    year: int
    yearly: str

    @property
    def full(self) -> str:
        """The survey's name with its verb and year."""
        return f"{self.framework.verb}{self.framework.name} {self.yearly}"


def survey(lot: Random) -> Survey:
    """Draw a survey of some year."""
    year = lot.randrange(2561, 2570)
    form = lot.choice(("ประจำปี {}", "ประจำปี พ.ศ. {}", "ปี {}", "ประจำปีงบประมาณ พ.ศ. {}", "ประจำปี {}"))
    return Survey(lot.choice(FRAMEWORKS), year, form.format(year))


@dataclass(frozen=True)
class Scores:
    """An agency's scores by code and the means of its group, with the totals under ''."""

    own: dict[str, float]
    group: dict[str, float]


def scores(of: Framework, lot: Random) -> Scores:
    """Draw scores that add up: an indicator is the mean of its parts, the total the mean of the indicators."""

    def column(low: float, high: float) -> dict[str, float]:
        out = {s.code: round(lot.uniform(low, high), 2) for p in of.pillars for s in p.subs}
        for p in of.pillars:
            out[p.code] = round(sum(out[s.code] for s in p.subs) / len(p.subs), 2)
        out[""] = round(sum(out[p.code] for p in of.pillars) / len(of.pillars), 2)
        return out

    return Scores(column(15, 99.5), column(38, 82))


@dataclass(frozen=True)
class Count:
    """How many offices were asked and how many answered."""

    surveyed: int
    answered: int

    @property
    def pct(self) -> float:
        """Percent answered, one decimal."""
        return round(100 * self.answered / self.surveyed + 1e-9, 1)

    def gold(self) -> dict[str, float | int]:
        """Return the count as a reading states it."""
        return {"surveyed": self.surveyed, "answered": self.answered, "pct": self.pct}


def counts(lot: Random) -> dict[str, Count]:
    """Draw the counts of each level and their total."""

    def one(low: int, high: int) -> Count:
        asked = lot.randrange(low, high)
        return Count(asked, max(1, round(asked * lot.uniform(0.55, 1.0))))

    parts = {"central": one(140, 340), "provincial": one(600, 1900), "local": one(4, 90)}
    total = Count(sum(c.surveyed for c in parts.values()), sum(c.answered for c in parts.values()))
    return {"total": total, **parts}

"""Invented officers: names put together by lot, posts, ranks, and how they sign."""

from dataclasses import dataclass, field
from random import Random

_MEN = "กิตติธัช ชนพัฒน์ ณภัทร ธีรภพ ปกรณ์เกียรติ พงศธรณ์ ภูมิรพี ยศวริศ วรเมธ ศุภวิชญ์ สิรภพ อัครวินท์ ฐาปกรณ์ รัชพล".split()
_WOMEN = "กัญญาวีร์ ขวัญข้าว จิรัชญา ชาลิสา ณิชนันท์ ธมลวรรณ ปุณยวีร์ พิมพ์ลภัส มนัสนันท์ รมิดา วรัทยา ศศิกานต์ อรจิรา เขมมิกา".split()
_LAST = (
    "แก้วปัญญากุล ชัยวรโชติ ดำรงวิริยะ ทองนพรัตน์ ธาราสวัสดิ์กุล บุญเกื้อหนุน ปานเลิศล้ำ พูนทวีโชค มณีวรเวช ยิ่งรักษ์ธรรม "
    "รุ่งเรืองนที วัฒนาไพโรจน์กิจ ศิลาพิทักษ์ สกุลธนาวดี สุขเจริญพงศ์ หาญณรงค์วุฒิ อภิบาลเมธี เอี่ยมนภากุล เกียรติบวรชัย โชติช่วงเลิศ"
).split()
RANKS = {"police": "พล.ต.ต. พ.ต.อ. พ.ต.ท. พล.ต.ท.".split(), "navy": "น.อ. พล.ร.ต. น.ท.".split()}
ACTING = ("ปฏิบัติราชการแทน", "รักษาราชการแทน", "รักษาการแทน", "ปฏิบัติหน้าที่แทน", "รักษาการในตำแหน่ง")
SHORT_ACTING = ("ปรท.", "รรท.")


@dataclass(frozen=True)
class Signer:
    """Who signs: a title or rank, a name, the own post and the one acted for."""

    name: str
    position: str
    title: str = ""
    rank: str | None = None
    acting: str | None = None
    acting_for: str | None = None

    def gold(self) -> dict[str, str | None]:
        """Return the signer as a reading states him."""
        return {
            "rank": self.rank,
            "name": self.name,
            "position": self.position,
            "acting": self.acting,
            "acting_for": self.acting_for,
        }


@dataclass
class People:
    """Draws officers that do not come twice in one paper."""

    lot: Random
    taken: set[str] = field(default_factory=set)

    def name(self) -> tuple[str, str]:
        """Return a civil title and a full name."""
        while True:
            man = self.lot.random() < 0.5
            full = f"{self.lot.choice(_MEN if man else _WOMEN)} {self.lot.choice(_LAST)}"
            if full not in self.taken:
                self.taken.add(full)
                title = "นาย" if man else self.lot.choice(("นาง", "นางสาว"))
                return ("ดร." if self.lot.random() < 0.08 else title), full

    def head(self, post: str) -> Signer:
        """Return the holder of a post."""
        title, name = self.name()
        return Signer(name, post, title)

    def deputy(self, own: str, post: str, phrases: tuple[str, ...] = ACTING) -> Signer:
        """Return somebody who signs for the holder of a post."""
        title, name = self.name()
        return Signer(name, own, title, None, self.lot.choice(phrases), post)

    def officer(self, own: str, post: str | None, corps: str) -> Signer:
        """Return an officer with a rank, acting for a post if one is named."""
        _, name = self.name()
        acting = self.lot.choice(SHORT_ACTING) if post else None
        return Signer(name, own, "", self.lot.choice(RANKS[corps]), acting, post)


def phone(lot: Random) -> str:
    """Return a number of an office that nobody has (0 2000 xxxx is not given out)."""
    form = lot.choice(("0 2000 {:04d}", "0 2000 {:04d} ต่อ {:d}", "0-2000-{:04d}", "02 000 {:04d}"))
    return form.format(lot.randrange(10000), lot.randrange(100, 9999))

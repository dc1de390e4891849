"""Ranks, civil titles and acting phrases (ภาคผนวก ๓) around a name, exactly as printed or as a noisy scan leaves them."""

import re

from workflow.parsers.fields.skeleton import skeleton, slips, slips_allowed

# Abbreviated and written-out ranks of police, army, navy and air force, acting (ว่าที่) and of women (หญิง); น.ส. is นางสาว
RANK = (
    r"(?!น\.ส\.)(?:ว่าที่\s?)?(?:(?:พล|พ|ร|น|จ|ส|ด)\.(?:[ก-ฮ]{1,2}\.){1,3}|(?:พล|พัน|ร้อย|นาวา|เรือ)(?:ตำรวจ|อากาศ|เรือ|จ่า)?(?:เอก|โท|ตรี|จัตวา)"
    r"|(?:จ่าสิบ|สิบ|จ่า)(?:ตำรวจ|อากาศ)?(?:เอก|โท|ตรี)|(?:นาย)?ดาบตำรวจ)(?:\s?\(?พิเศษ\)?)?(?:\s?หญิง)?"
)
_SHORT_RANKS = (
    "พล.ต.อ.", "พล.ต.ท.", "พล.ต.ต.", "พ.ต.อ.", "พ.ต.ท.", "พ.ต.ต.", "ร.ต.อ.", "ร.ต.ท.", "ร.ต.ต.", "ด.ต.", "จ.ส.ต.",
    "ส.ต.อ.", "ส.ต.ท.", "ส.ต.ต.",
)  # fmt: skip
_BY_SHAPE = {skeleton(rank): rank for rank in _SHORT_RANKS}
# ดร. as a scan leaves it is read like the others: no name begins with ตร. or คร.
_TITLE = re.compile(
    r"^(?:(?:นาย|ทันต|สัตว)?แพทย์(?:หญิง)?(?=[^\s\d]+\s)"
    r"|เภสัชกร(?:หญิง)?"
    r"|(?:นพ|พญ|ทพ|ทพญ|สพ|ภก|ภญ)\.|(?:ผู้ช่วย|รอง)?ศาสตราจารย์(?:พิเศษ|เกียรติคุณ|กิตติคุณ)?|อาจารย์(?=\s|ดร)"
    r"|นางสาว|นาง|นาย|น\.\s?ส\.|[ดตค]ร\.|ผศ\.|รศ\.|ศ\.|ว่าที่\s*ร\.ต\.|หม่อมหลวง|หม่อมราชวงศ์|ม\.ล\.|ม\.ร\.ว\.)\s*"
)
# a title that a pen crosses; นางสารภี, นางสาริกา and their like are called so
_MARK = re.compile(r"[ัิ-ฺ็-๎]")
_M = f"{_MARK.pattern}*"
_BENT = re.compile(rf"^น{_M}า{_M}(?:ง{_M}ส{_M}า{_M}(?:ว|ร(?=[ก-ฮเ-ไ])(?!ภี))|ง(?!{_M}ส{_M}า)|ย)")
# acting phrases and their police abbreviations; the last form is an abbreviation nobody uses (พรท.), kept for the checks
ACTING = (
    "ปฏิบัติหน้าที่แทน", "ปฏิบัติหน้าที่ในตำแหน่ง", "ปฏิบัติหน้าที่", "ปฏิบัติราชการแทน", "ปฏิบัติการแทน",
    "ปฏิบัติงานแทน", "กระทำการแทน", "รักษาราชการแทน", "รักษาราชการในตำแหน่ง", "รักษาการในตำแหน่ง",
    "รักษาการตำแหน่ง",
    "รักษาการแทน", "ทำหน้าที่แทน", "ทำการแทน", "ปรท.", "รรท.", "รก.",
)  # fmt: skip
_ACTING = re.compile(rf"(?P<acting>{'|'.join(re.escape(a) for a in ACTING)}|[ก-ฮ]รท\.)")
ANY_ACTING = "|".join(re.escape(a) for a in ACTING)
# any other phrase of its own that ends in แทน (ลงนามแทน, or แทน alone), or รักษาการ, before a post; ผู้แทน and ตัวแทน are posts
_OTHER_ACTING = re.compile(
    r"(?:^|(?<=\s))(?P<acting>(?!ผู้|ตัว)[ก-๙]{0,14}?(?<!ผู้)(?<!ตัว)แทน|รักษาการ)"
    r"(?=\s*(?:$|รอง|ผู้|ผอ|หัวหน้า|อธิบดี|ปลัด|เลขา|นายก|ประธาน|คณบดี|อธิการ|รัฐมนตรี))"
)
_WRITTEN_OUT = tuple(phrase for phrase in ACTING if len(phrase) > 6)
# what a post begins with: of the civil service, the police, universities and local government
POST = re.compile(
    r"^(?:รอง|ผู้|ผอ|ผบ|ผก|ผช|สว\.|จตช|หน\.|หัวหน้า|อธิบดี|ปลัด|เลขา|นายก(?=\s|$|ฯ|เท|เมือง|องค|อบ|รัฐม|สภ|สม|เห)|นายอำเภอ|ประธาน|กรรมการ|คณบดี|อธิการ|รัฐมนตรี|นัก|นิติกร|เจ้าหน้าที่|เจ้าพนักงาน"
    r"|พนักงาน|วิศวกร|นายแพทย์|ครู|อาจารย์|ที่ปรึกษา|ท้องถิ่น|อัยการ|ผู้พิพากษา|กำนัน|ปฏิบัติ|รักษา|ทำการแทน|ปรท|รรท|รก\.)"
)

# what the name of an office begins with
UNIT = re.compile(
    r"^(?:สำนัก|กรม|กอง|สถาบัน|ศูนย์|องค์การ|กระทรวง|การ[ก-๙]{2,16}?(?:แห่ง|ส่วน|ฝ่าย|นคร)|มหาวิทยาลัย|วิทยาลัย|ที่(?:ว่า|ทำ)การ|คณะ|จังหวัด|อำเภอ|เทศบาล|โรงเรียน|โรงพยาบาล|ธนาคาร|บริษัท)"
)

# the heads of field offices are called by their trade: เกษตรจังหวัด, ปศุสัตว์เขต 1, ท่องเที่ยวและกีฬาจังหวัด
_TRADE = (
    r"(?:เกษตร|สหกรณ์|ปศุสัตว์|ประมง|พาณิชย์|อุตสาหกรรม|พลังงาน|ขนส่ง|แรงงาน|จัดหางาน|ประกันสังคม|สวัสดิการ|วัฒนธรรม|ท่องเที่ยว|สถิติ|ธนารักษ์|คลัง"
    r"|สรรพ(?:ากร|สามิต)|สาธารณสุข|ท้องถิ่น|ปลัด|จ่า|ป้องกัน|พัฒนา(?:การ|สังคม|ชุมชน)|ประชาสัมพันธ์|ศึกษาธิการ|โยธาธิการ|ปฏิรูปที่ดิน|ทรัพยากร(?:ธรรมชาติ|น้ำ)?)"
)
LOCAL_HEAD = re.compile(
    rf"^{_TRADE}(?:และ[ก-๙]{{3,24}}?)?(?:จังหวัด|อำเภอ|เขต|ภาค|พื้นที่)(?!ได้|มี|จะ|ขอ|จึง|เป็น|แจ้ง)"
    rf"|^(?!{UNIT.pattern.removeprefix('^')}|ภาย|ใน|ตาม|ระดับ|ทั้ง)[ก-๙]{{3,16}}(?:เขต|ภาค|พื้นที่)(?=$|\s?ทุก|\s?\d)"
)

# a tone mark, or a vowel that stands above or below a consonant: no name begins with one
LOOSE_MARK = re.compile(r"^[ัิ-ฺ็-๎]+")


def split_acting(title: str, *, noisy: bool = False) -> tuple[str, str | None, str | None]:
    """Return own position, acting phrase, and the post acted for: `รอง ผบช.ฯ ปรท.ผบช.สทส.`; a noisy phrase is known by its shape."""
    if found := _ACTING.search(title):
        return title[: found.start()].strip(), found["acting"], title[found.end() :].strip() or None
    if noisy and (bent := _noisy_acting(title)):
        phrase, start, end = bent
        return title[:start].strip(), phrase, title[end:].strip() or None
    if found := _OTHER_ACTING.search(title):
        return title[: found.start()].strip(), found["acting"], title[found.end() :].strip() or None
    return title.strip(), None, None


def _noisy_acting(title: str) -> tuple[str, int, int] | None:
    """Return the acting phrase a noisy title holds, and where."""
    found = []
    for phrase in _WRITTEN_OUT:
        allowed = min(2, slips_allowed(phrase))
        for start in range(len(title)):
            if start and title[start - 1] != " " and title[start] not in "ปรท":
                continue
            for end in range(start + len(phrase) - 2, min(len(title), start + len(phrase) + 2) + 1):
                wrong = slips(title[start:end], phrase)
                if wrong <= allowed:
                    found.append((wrong, -len(phrase), abs(end - start - len(phrase)), phrase, start, end))
    best = min(found, default=None)
    return (best[3], best[4], best[5]) if best else None


def rank_in(text: str, *, noisy: bool = False) -> str | None:
    """Return the rank that a text is; on a noisy scan also one whose letters were taken for others of their shape."""
    if re.fullmatch(RANK, text.strip()):
        bent = _BY_SHAPE.get(skeleton(text)) if noisy and text.strip() not in _SHORT_RANKS else None
        return bent or text.strip()
    return _BY_SHAPE.get(skeleton(text)) if noisy and "." in text else None


def has_title(name: str, *, noisy: bool = False) -> bool:
    """Whether a name bears a civil title; on a noisy scan also one bent by a pen."""
    return bool(_TITLE.match(name) or (noisy and _bent_title(name)))


def bare_name(name: str, *, noisy: bool = False) -> str:
    """Return the name without civil titles, single-spaced; on a noisy scan also without one bent by a pen."""
    if noisy and (bent := _bent_title(name.strip())):
        name = name.strip()[bent:]
    while (bare := _TITLE.sub("", name.strip())) != name.strip():
        name = bare
    return " ".join(name.split())


def _bent_title(name: str) -> int:
    """Return how many letters a bent title takes: one mark too many, or ร for the ว of นางสาว; 0 where a name begins with none."""
    found = _BENT.match(name)
    return found.end() if found and len(_MARK.findall(found[0])) + ("ร" in found[0]) == 1 else 0

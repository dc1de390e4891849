"""What a paper seems to say about a survey and the reader could not take in: told, never passed over. Pure."""

import re
from collections.abc import Collection, Iterator, Sequence

from workflow.core.reading import Instrument, Recommendation, Survey
from workflow.core.thai_digits import to_thai
from workflow.parsers.fields.count_sums import GROUPS
from workflow.parsers.fields.counts_asked import sums_amiss, told_as_asked
from workflow.parsers.fields.surveyed import ANY_UNIT, OFFICES
from workflow.parsers.skeleton import plain, rough

_PART = r"(?:ตัวชี้วัด|ประเด็น|มิติ|หัวข้อ|องค์ประกอบ|เกณฑ์)"
_CODE = plain(
    rf"(?:{_PART}\s*(?:ย่อย)?\s*(?:ที่|รหัส)?|[(\[])\s*(?P<code>\d{{1,2}}\.\d{{1,2}})(?![\d.,]|\s*(?:คะแนน|%|น\.))"
)
_ADVISES = plain(r"ข้อเสนอแนะ|คำแนะนำ|ข้อแนะนำ|แนะนำ|เสนอแนะ|ควร")
_ANNOUNCED = plain(
    r"(?:ข้อเสนอแนะ|คำแนะนำ|ข้อแนะนำ)(?!ที่\s*[\d๑-๙])[^:.]{0,60}?(?:ดังนี้|ดังต่อไปนี้|ต่อไปนี้|ดังรายการ(?:ข้างล่าง|ต่อไปนี้))"
)
# codes alone, as the names of a list of advice bear them; what they are is told above, in the title
_BARE_CODE = plain(r"(?<![\d.,/(])(?P<code>\d{1,2}\.\d{1,2})\.?\s+(?=[ก-๙A-Za-z])(?!คะแนน|เปอร์เซ็นต์|น\.)")
_TITLED = plain(r"(?:ข้อเสนอแนะ|คำแนะนำ|ข้อแนะนำ)")
_SHARE = plain(
    rf"(?P<number>\d[\d,]*)\s*(?:{ANY_UNIT})\s*[,(]?\s*(?:หรือ|คิดเป็น|เท่ากับ)?\s*(?:ร้อยละ\s*\d|\d{{1,3}}(?:\.\d+)?\s*%)"
)
_OFFICES = plain(rf"(?<![\d.,/])(?P<number>\d[\d,]*)\s*(?:{OFFICES})(?!ละ)")
_VALUE = r"(?P<value>\d{1,3}\.\d{2})(?![\d,])"
_MEAN = plain(rf"(?:เฉลี่ย|ค่ากลาง|มัธยฐาน)[^\d]{{0,60}}{_VALUE}")
_SCORE = plain(rf"(?:คะแนน|ดัชนี|ผลการประเมิน)[^\d]{{0,60}}{_VALUE}")
# words that lead straight to a number, and none: a pen or a stamp hid it
_LEADS = r"(?:ร้อยละ|เท่ากับ(?:ร้อยละ)?)\s*(?=[ก-ฮเ-ไ.])(?!ของ)"
_NO_MEAN, _NO_SCORE = (
    plain(rf"(?:เฉลี่ย|ค่ากลาง|มัธยฐาน)[^\d]{{0,60}}?{_LEADS}"),
    plain(rf"(?:คะแนน|ดัชนี)[^\d]{{0,60}}?{_LEADS}"),
)
_COUNTED = plain(r"(?<![\d.,/])(?P<count>\d{1,2})\s*ตัวชี้วัดย่อย")
# so many things to be done, and the list of them at once; one that stands in an enclosure is only counted here
_COUNTED_LIST = plain(
    r"(?<![\d.,/])(?P<count>\d{1,2})\s*(?:ตัวชี้วัด|ตัว|ประเด็น|ข้อ(?!มูล)|รายการ|หัวข้อ|องค์ประกอบ|เรื่อง|แนวทาง|ด้าน|ประการ)(?P<how>[^\d:.]{0,50}?)"
    r"(?:ดังนี้|ดังต่อไปนี้|ได้แก่|กล่าวคือ|คือ|:)(?!.{0,200}?(?:สิ่งที่ส่งมาด้วย|(?:ที่|ตาม|เอกสาร)แนบ|ผนวก))"
)
_NEEDED = plain(r"ควร|ต้อง|เร่ง|ปรับปรุง|แก้ไข|ยกระดับ|คะแนน(?:ยัง)?(?:ต่ำ|น้อย)|ต่ำกว่า|ข้อเสนอ|แนะนำ")
_IN_ALL = plain(r"(?:ประกอบด้วย|แบ่ง|จำแนก|วัด(?:จาก|ใน)|ประเมิน|สำรวจ|ทั้งหมด|ทั้งสิ้น)[ก-๙]{0,14}\s*(?:จำนวน\s*)?$")
_RUN_TOGETHER = plain(rf"[“”«»|]|\s{_PART}|^(?:เรื่อง|ชื่อ)\s|:\s")
_RUN_ON = plain(
    r"(?:พิจารณา|ตรวจสอบ)(?:เรื่อง[ก-๙]{0,12})?แล้ว|จึง(?:กราบ)?เรียน|ขอเรียนว่า|เห็นสมควร(?:แจ้ง|มอบ)|ขอแสดงความนับถือ"
)
# what stands above sub-indicators, told somewhere: where nothing of it is printed, nothing is missing
_ABOVE = rough(
    r"ตัวชี้วัด\s*หลัก|(?:มิติ|หมวด|องค์ประกอบ|เสาหลัก)(?!\s*ย่อย)|ด้าน\s*(?:ที่\s*)?\d|ภายใต้(?:ตัวชี้วัด|ด้าน)|ตัวชี้วัด\s*(?:ที่\s*)?\d{1,2}(?![\d.]|\s*(?:ตัว|ข้อ))"
)
_LETTERS = {"letter", "stamped", "unknown"}
_LONG, _SHORT = 130, 8  # letters: a name is shorter, an advice longer
_TITLE = 160  # letters that hold the title of a paper without a head
Doubt = tuple[str, str]


def unread(text: str, paper: Instrument) -> Iterator[Doubt]:
    """Yield the field and the Thai message of what the text of a paper (without its advices) leaves open."""
    yield from _advice(text, paper)
    if paper.kind != "table":
        survey = paper.survey or Survey()
        yield from _counts(text, survey)
        yield from _scores(text, survey)


def _advice(text: str, paper: Instrument) -> Iterator[Doubt]:
    listed = {given.code for given in paper.recommendations}
    cited = list(dict.fromkeys(m["code"] for m in _CODE.finditer(text)))
    if not listed and paper.kind == "unknown" and _TITLED.search(text[:_TITLE]):
        cited = list(dict.fromkeys([*cited, *(m["code"] for m in _BARE_CODE.finditer(text))]))
    scored = {row.code for row in paper.survey.indicators} if paper.survey and listed else set()
    left = [code for code in cited if code not in listed | scored]
    if not listed and len(left) > 1 and _ADVISES.search(text):
        shown = to_thai(" ".join(left[:8]))
        yield "recommendations", f"ข้อความกล่าวถึงตัวชี้วัด {shown} แต่แยกข้อเสนอแนะออกมาไม่ได้ โปรดอ่านและกรอกจากต้นฉบับ"
    elif not listed and _ANNOUNCED.search(text):
        yield "recommendations", "ข้อความระบุว่ามีข้อเสนอแนะดังต่อไปนี้ แต่แยกเป็นรายการไม่ได้ โปรดอ่านและกรอกจากต้นฉบับ"
    elif not listed and paper.kind in _LETTERS and (count := _count_of_a_list(text)):
        yield (
            "recommendations",
            f"ข้อความระบุ {to_thai(count)} เรื่องที่ต้องดำเนินการ แต่แยกเป็นรายการไม่ได้ โปรดอ่านและกรอกจากต้นฉบับ",
        )
    elif listed and left:
        yield "recommendations", f"ตัวชี้วัด {to_thai(' '.join(left[:8]))} อยู่ในข้อความแต่ไม่มีข้อเสนอแนะในรายการ โปรดตรวจกับต้นฉบับ"
    counted = [m["count"] for m in _COUNTED.finditer(text)]
    if paper.stated_indicator_count is None and counted and paper.kind in {"memo", "unknown"}:
        yield (
            "stated_indicator_count",
            f"ข้อความมี “{to_thai(counted[0])} ตัวชี้วัดย่อย” แต่ไม่ชัดว่าเป็นจำนวนข้อเสนอแนะ โปรดตรวจกับต้นฉบับ",
        )
    yield from _parts(text, paper.recommendations)


def _count_of_a_list(text: str) -> str | None:
    """Return how many things to be done a text says it lists at once; what it is made of, or measured by, is nothing to be done."""
    for found in _COUNTED_LIST.finditer(text):
        before = text[max(0, found.start() - 60) : found.start()]
        if _NEEDED.search(found["how"]) or (_NEEDED.search(before) and not _IN_ALL.search(before)):
            return found["count"]
    return None


def _parts(text: str, given: Sequence[Recommendation]) -> Iterator[Doubt]:
    for n, one in enumerate(given):
        if _RUN_TOGETHER.search(one.name) or len(one.name) > _LONG or _half_bracketed(one.name):
            yield f"recommendations[{n}].name", f"ชื่อตัวชี้วัด {to_thai(one.code)} อาจมีคำอื่นปนอยู่ โปรดตรวจกับต้นฉบับ"
        if _RUN_ON.search(one.text):
            yield f"recommendations[{n}].text", f"ข้อเสนอแนะของตัวชี้วัด {to_thai(one.code)} อาจรวมย่อหน้าถัดไป โปรดตรวจกับต้นฉบับ"
        if len(one.text) < _SHORT:
            yield f"recommendations[{n}].text", f"ข้อเสนอแนะของตัวชี้วัด {to_thai(one.code)} สั้นผิดปกติ โปรดตรวจกับต้นฉบับ"
    headed = " ".join([text, *(one.group or "" for one in given)])
    if given and not any(one.indicator for one in given) and _ABOVE.search(headed):
        yield "recommendations", "ไม่พบว่าตัวชี้วัดย่อยในรายการอยู่ใต้ตัวชี้วัดใด หากมีในต้นฉบับโปรดกรอกเพิ่ม"
    leads = {one.text.split(" ")[0] for one in given}
    if len(given) > 1 and len(leads) == 1 and not _ADVISES.search(first := next(iter(leads))) and " " in given[0].text:
        yield "recommendations", f"ข้อเสนอแนะทุกข้อขึ้นต้นด้วย “{first}” ซึ่งอาจเป็นคำนำ โปรดตรวจกับต้นฉบับ"


def _half_bracketed(name: str) -> bool:
    """Whether a bracket of a name lacks its other half: what stands about the name, or an advice, was taken into it."""
    return any(name.count(opened) != name.count(closed) for opened, closed in ("()", "[]"))


def _counts(text: str, survey: Survey) -> Iterator[Doubt]:
    known = {n for c in survey.counts.values() for n in (c.surveyed, c.answered)}
    left = [m["number"] for m in _SHARE.finditer(text) if int(m["number"].replace(",", "") or 0) not in known]
    if left:
        yield "survey.counts", f"จำนวนหน่วยงาน {to_thai(' '.join(left[:4]))} ที่มีร้อยละกำกับยังไม่ได้จัดเข้ากลุ่ม โปรดตรวจกับต้นฉบับ"
    if _incomplete(text, survey, known) or (not survey.counts and sums_amiss(text)):
        yield "survey.counts", "จำนวนหน่วยงานที่สำรวจอ่านได้ไม่ครบทุกกลุ่มหรือไม่มียอดรวม โปรดตรวจกับต้นฉบับ"
    lacking = any(None in (c.surveyed, c.answered, c.pct) for c in survey.counts.values())
    if lacking and not told_as_asked(survey.counts, text):
        yield "survey.counts", "จำนวนหน่วยงานที่สำรวจบางกลุ่มไม่มีจำนวนหรือร้อยละ โปรดตรวจกับต้นฉบับ"


def _incomplete(text: str, survey: Survey, known: Collection[int | None]) -> bool:
    """Whether groups or their total are missing; one group alone is a survey of one kind, unless more offices are counted."""
    groups = [group for group in GROUPS if group in survey.counts]
    numbers = {int(re.sub(r"\D", "", m["number"])) for m in _OFFICES.finditer(text)}
    alone = len(groups) == 1 and survey.counts.get("total") in (None, survey.counts[groups[0]])
    if alone:
        return bool(numbers - set(known))
    return bool(groups) and ("total" not in survey.counts or len(groups) < len(GROUPS) - 1)


def _scores(text: str, survey: Survey) -> Iterator[Doubt]:
    shares = {c.pct for c in survey.counts.values()}
    for field, called, value, words, lost, other in (
        ("survey.group_average", "ค่าเฉลี่ย", survey.group_average, _MEAN, _NO_MEAN, survey.score),
        ("survey.score", "คะแนน", survey.score, _SCORE, _NO_SCORE, survey.group_average),
    ):
        seen = [v for m in words.finditer(text) if (v := float(m["value"])) not in {other, *shares}]
        if value is None and seen:
            yield field, f"พบตัวเลข {to_thai(f'{seen[0]:.2f}')} ใกล้คำว่า{called} แต่ไม่ชัดว่าเป็นของหน่วยงาน โปรดตรวจกับต้นฉบับ"
        elif value is None and lost.search(text):
            yield field, f"ข้อความกล่าวถึง{called}แต่อ่านตัวเลขที่ตามมาไม่ได้ โปรดดูต้นฉบับแล้วเติม"
    if survey.year is None and survey.score is not None and re.search(r"ปี|พ\.\s?ศ", text):
        yield "survey.year", "พบคะแนนแต่ไม่พบปีของการสำรวจ โปรดกรอกปีตามต้นฉบับ"
    if survey.score is None and survey.group_average is not None and re.search(r"\d\.\d\d", text):
        yield "survey.score", "พบค่าเฉลี่ยแต่ไม่พบคะแนนของหน่วยงาน โปรดตรวจกับต้นฉบับ"

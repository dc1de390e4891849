"""Scores that sentences or lists tell one after another, where no table does: `ตัวชี้วัดย่อยที่ 2.3 … ได้คะแนน 81.20 คะแนน`. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workflow.core.reading import IndicatorScore
from workflow.parsers.fields.score_columns import head_kind
from workflow.parsers.fields.score_grid import ENOUGH
from workflow.parsers.skeleton import rough

_PART = r"(?:ตัวชี้วัด(?:ย่อย|หลัก)?|ด้าน|มิติ|หมวด|องค์ประกอบ|เสาหลัก|ประเด็น|[Pp]illar|[Dd]imension)"
_CODE = re.compile(
    rf"{_PART}\s?(?:ที่\s?)?(?P<said>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})[.):]?\s*(?=[ก-๙A-Za-z(])"
    r"|(?<![\d./])(?P<bare>(?:[1-9]|1[0-2])\.(?:[1-9]|1[0-5]))[.):]*\s+(?=[ก-๙A-Za-z])(?!ตัวชี้วัด(?:ย่อย|หลัก)?\s?(?:ที่\s?)?\d|คะแนน|เปอร์)"
)
# the part that codes belong to, above the first of them: `1. นโยบาย 58.95 คะแนน 1.1 แผน 55.10 คะแนน`
_PART_ABOVE = re.compile(r"(?<![\d./(])(?P<said>[1-9]|1[0-2])[.)]+\s+(?=[ก-๙A-Za-z])")
# the first of those that a sentence only counts: `ประกอบด้วย 1. นโยบาย ได้ 77.17 คะแนน 2. บุคลากร ได้ …`
_FIRST = re.compile(r"(?<![\d./(])\(?1[.)]{0,2}\s+(?=[ก-๙A-Z])")
_OF_PARTS = rough(_PART)
_ABOVE = 160  # letters before the first: what is counted
_OTHERS = rough(
    r"(?:นาย|นาง|ดร\.|ว่าที่|บริษัท|ห้าง|ร้าน|ทีม|กระทรวง|กรม|สำนัก|กอง|จังหวัด|อำเภอ|เทศบาล|องค์การ|คณะ|หน่วย(?:งาน)?|สถาบัน|มหาวิทยาลัย|โรงเรียน|โรงพยาบาล|[ก-ฮ]{2,6}\.)"
)
_VALUE = re.compile(
    r"(?<![\d.,/A-Za-z])(?P<value>\d{1,3}(?P<decimals>\.\d{1,4})?)(?![\d,/:]|\.\d)\s*(?P<unit>คะแนน(?!เต็ม|เฉลี่ย|รวม)|%|เปอร์เซ็นต์)?"
)
_FAR = 220  # letters from a code to its score at most: a long name and the indicator it belongs to stand between
_LABEL = 40  # letters before a number that say what it is
_NO_LABEL = re.compile(r"[,;)\]]|และ|ซึ่ง")
_LEADS = re.compile(
    r"(?:คะแนน|ร้อยละ|เท่ากับ|ได้(?:รับ)?|(?:อยู่)?ที่|คิดเป็น|คือ|เฉลี่ย\S*|[:=(\[…-]|\.{2})\s*$"
)  # straight to a number
_POINTS, _GETS = re.compile(r"(?:[:=(\[…-]|\.{2})\s*$"), re.compile(r"\sได้(?:รับ)?\s*$")
NONE = re.compile(r"(?<![A-Za-z])N\s?/?\s?A(?![A-Za-z])|ไม่มี(?:ข้อมูล|คะแนน)|ไม่(?:ได้)?(?:ประเมิน|ตอบ)|ไม่เข้าข่าย")  # no score
# where a name ends: the words that lead to its score, its bracket, or the indicator it belongs to
_NAME_ENDS = re.compile(
    r"\s*(?:[\[(]\s*(?:ผล)?(?:ได้|คะแนน|ร้อยละ|$|N/?A|ค่าเฉลี่ย|(?:ภายใต้)?ตัวชี้วัด)|[:=\[]|\s[-–—]\s|…|\.{2}|(?:ผล)?คะแนน|ร้อยละ|เท่ากับ|\sN\s?/\s?A\b|\s(?:ค่า)?เฉลี่ย|(?:ซึ่ง)?(?:ได้(?:รับ)?|มี)\s*(?:ผล|ค่า)?(?:คะแนน|ร้อยละ|$)|(?:ภาย)?ใต้\s?(?:ตัวชี้วัด|ด้าน)|\sตัวชี้วัด|\sเป็น(?:ด้าน|มิติ|ตัวชี้วัด)"
    # who got it: `ด้านที่ 1 นโยบาย กรมได้คะแนนร้อยละ 67.02`
    r"|\s(?:กรม|จังหวัด|หน่วยงาน|สำนักงาน|กระทรวง|เทศบาล|โรงพยาบาล|องค์การ|[ก-ฮ]{2,6}\.)(?:ฯ|ท่าน)?\s?(?:ได้(?:รับ)?|มี)\s?(?:ผล)?(?:คะแนน|ร้อยละ|$)).*$"
)
# nothing but a name and its mark, up to the next part or the sentence's next clause: `ด้านที่ 1 นโยบาย 3.80 ด้านที่ 2 …`
_BARELY = re.compile(
    r"(?P<name>[ก-๙A-Za-z][^\d:=\[\]]{2,79}?)\s+(?P<value>\d{1,3}\.\d{2})"
    rf"(?=\s*(?:$|(?:และ\s*)?{_PART}\s?(?:ที่\s?)?\d|โดย|ซึ่ง|ทั้งนี้|ตามลำดับ))"
)
_CLOSES = re.compile(r"(?:\s*(?:คะแนน)?\s*[)\]])*")
_HIGH = re.compile(r"(?:สูง|ต่ำ|มาก|น้อย)\s*$")  # `แลกเปลี่ยนกับหน่วยงานที่ได้คะแนนสูง 2.1 1) …`: the next row's code
_YEAR = re.compile(r"25\d\d")
_NO_SCORE = rough(
    r"เต็ม(?!รูป|ใจ|ศักยภาพ|เวลา)|น้ำหนัก|ปีก่อน|ปีที่(?:แล้ว|ผ่านมา)|(?:สูง|ต่ำ)สุด|(?<!กฎ)(?<!หลัก)เกณฑ์|(?:ผล|ส่วน)ต่าง|ลำดับ|อันดับ|ระดับ(?:ที่)?\s*$|เพิ่มขึ้น|ลดลง|สูงกว่า|ต่ำกว่า|เป้าหมาย|จำนวน"
)
_COMPARED = rough(r"เพิ่มขึ้น|ลดลง|กว่า|เฉลี่ย|มัธยฐาน|ค่ากลาง")
_OF_WHOLE = rough(r"(?:คะแนน|ผล|ดัชนี)\s?(?:โดย)?(?:รวม|ภาพรวม)|ภาพรวม|(?:ทุก|ทั้ง)\S{0,6}ตัวชี้วัด")
_OF_GROUP = re.compile(r"^\s*(?:คะแนน)?(?:ของ)?กลุ่ม(?:เดียวกัน)?\s*(?:ได้|[:=])?\s*$")  # `ได้ 70.11 คะแนน กลุ่ม 62.04 คะแนน`
_MARKED = rough(r"คะแนน")
_SURVEYED = rough(r"คะแนน|สำรวจ|ดัชนี|ผลการประเมิน")
_TARGETS = rough(r"เป้าหมาย|แผน(?:งาน|ปฏิบัติ)?|เกณฑ์|น้ำหนัก")

# what the numbers of a bracket are, told once above them: `คะแนนของแต่ละด้าน [คะแนนที่ได้ / ค่าเฉลี่ยกลุ่ม]`, and such a bracket
_LEGEND = rough(r"[\[(]\s*(?:ผล)?คะแนน[^\d/|\[\]()]{0,30}[/|]\s*(?:คะแนน|ค่า)?เฉลี่ย[^\d\[\]()]{0,30}[\])]")
_PAIR = re.compile(r"(?P<open>[\[(]\s*)(?P<score>\d{1,3}\.\d{1,2})\s*[/|]\s*(?P<average>\d{1,3}\.\d{1,2})(?=\s*[\])])")

# an indicator told in lines with labels: `รหัส: 1.2 ชื่อ: แผนสมมุติ ตัวชี้วัดหลัก: … คะแนน: 77.50 (ค่าเฉลี่ย 61.30)`
_BLOCK = re.compile(
    r"รหัส(?:ตัวชี้วัด)?(?:ย่อย)?\s*:\s*(?P<code>[A-Zก-ฮ]?[-.]?\d{1,2}(?:\.\d{1,2}){0,2})\s*ชื่อ(?:ตัวชี้วัด)?(?:ย่อย)?\s*:\s*(?P<name>[^:]{2,90}?)"
    r"\s*(?:(?:ตัวชี้วัด(?:หลัก)?|ด้าน|มิติ|หมวด|องค์ประกอบ)\s*:[^:]{2,90}?)?\s*(?:ผล)?คะแนน(?:ที่ได้)?\s*:\s*(?:ร้อยละ\s*)?(?P<score>\d{1,3}\.\d{1,2})"
    r"(?:\s*(?:คะแนน)?\s*[(/,]?\s*(?:คะแนน|ค่า)?เฉลี่ย[^\d)]{0,30}(?P<average>\d{1,3}\.\d{1,2}))?"
)
_Hit = tuple[re.Match[str], str]  # where a code stands, and the code


@dataclass(frozen=True)
class Told:
    """One indicator with what a text tells of it, from where to where, and whether it calls the number a mark."""

    given: IndicatorScore
    start: int
    end: int
    marked: bool


def told_scores(text: str, year: int | None) -> tuple[IndicatorScore, ...]:
    """Return the indicators whose codes, names and scores a text in Arabic digits tells; none where fewer than three are told.

    A code told twice with two scores is left out, and so is a score of another year than the survey's.
    """
    if len(blocks := tuple(map(_of_block, _BLOCK.finditer(text)))) >= ENOUGH:
        return blocks
    if _LEGEND.search(text):
        text = _PAIR.sub(r"\g<open>\g<score> คะแนน ค่าเฉลี่ย \g<average>", text)
    given: dict[str, set[IndicatorScore]] = {}
    for told in list_in(text, year):
        given.setdefault(told.given.code, set()).add(told.given)
    once = tuple(
        next(iter(some)) for some in given.values() if len({(one.score, one.group_average) for one in some}) == 1
    )
    return once if len(once) >= ENOUGH else ()


def _of_block(found: re.Match[str]) -> IndicatorScore:
    average = found["average"]
    return IndicatorScore(
        found["code"], found["name"].strip(), float(found["score"]), float(average) if average else None
    )


def without_told(text: str, year: int | None) -> str:
    """Return a text without the indicators it tells the scores of one after another: none of their numbers is the whole's."""
    items = list_in(text, year) if _SURVEYED.search(text) else []
    if len({item.given.code for item in items}) < ENOUGH:
        return text
    ends = [0, *(item.end for item in items)]
    starts = [*(item.start for item in items), len(text)]
    return ", ".join(text[end:start] for end, start in zip(ends, starts, strict=True))


def list_in(text: str, year: int | None) -> list[Told]:
    """Return what a text tells by codes, else by counting; marks, or results of a survey: shares alone are the targets of a plan too."""
    for told in (list(_coded(text, year)), _counted(text, year)):
        above = text[max(0, told[0].start - _ABOVE) : told[0].start] if told else ""
        aimed = max((hit.end() for hit in _TARGETS.finditer(above)), default=None)
        meant = aimed is None or _MARKED.search(above[aimed:])  # a plan named before the marks is none of theirs
        surveyed = told and _SURVEYED.search(text[: told[-1].end]) and meant
        if len(told) >= ENOUGH and (surveyed or any(item.marked for item in told)) and not all(map(_is_coded, told)):
            return told
    return []


def _is_coded(told: Told) -> bool:
    """Whether the number behind a part's name is the code of its first sub-indicator: `2 ชื่อ … ชื่อ (2.1)`."""
    code, score = told.given.code, told.given.score
    return "." not in code and not told.marked and score is not None and str(score).startswith(f"{code}.")


def _coded(text: str, year: int | None) -> Iterator[Told]:
    hits = _with_parts(text, [(hit, hit["said"] or hit["bare"]) for hit in _CODE.finditer(text)])
    for (hit, code), end in zip(hits, (*(hit.start() for hit, _ in hits[1:]), len(text)), strict=False):
        if told := _told(text, hit.start(), hit.end(), code, year, end):
            yield told


def _with_parts(text: str, hits: Sequence[_Hit]) -> list[_Hit]:
    """Return codes with the number of a part before the first of them that begins with it."""
    found: list[_Hit] = []
    for hit, code in hits:
        part, dot, _ = code.partition(".")
        start = found[-1][0].end() if found else 0
        if dot and not (found and found[-1][1].partition(".")[0] == part):
            above = [m for m in _PART_ABOVE.finditer(text, start, hit.start()) if m["said"] == part]
            found += [(above[-1], part)] if above else []
        found.append((hit, code))
    return found


def _counted(text: str, year: int | None) -> list[Told]:
    """Return the parts that a sentence counts, each with its score right before the next one's number; no ranking of offices or men."""
    for hit in _FIRST.finditer(text):
        chain: list[Told] = []
        begun: re.Match[str] | None = hit
        while begun and (told := _told(text, begun.start(), begun.end(), str(len(chain) + 1), year, len(text))):
            chain.append(told)
            begun = re.compile(rf"[\s,;/]*(?:และ)?\s*\(?{len(chain) + 1}[.)]{{0,2}}\s+(?=[ก-๙A-Z])").match(
                text, told.end
            )
        foreign = sum(bool(_OTHERS.match(told.given.name or "")) for told in chain)
        above = text[max(0, hit.start() - _ABOVE) : hit.start()]
        if len(chain) >= ENOUGH and foreign * 2 < len(chain) and _OF_PARTS.search(above):
            return _without_kind(chain)
    return []


def _without_kind(chain: Sequence[Told]) -> list[Told]:
    """Return counted parts without the word for their kind where each name begins with it: `1) ด้านบริการ`, `2) ด้านข้อมูล`."""
    if not all((told.given.name or "").startswith("ด้าน") for told in chain):
        return list(chain)
    return [
        replace(told, given=replace(told.given, name=(told.given.name or "").removeprefix("ด้าน").strip()))
        for told in chain
    ]


def _told(text: str, start: int, named: int, code: str, year: int | None, end: int) -> Told | None:
    """Return what stands behind a code; words that close a bracket which stands before it are no name."""
    said = text[named : min(named + _FAR, end)]
    if bare := _BARELY.match(text[named : named + _FAR]) if _OF_PARTS.match(text[start:named]) else None:
        return Told(IndicatorScore(code, bare["name"], float(bare["value"]), None), start, named + bare.end(), False)
    found, lead, done = _numbers(said, year)
    name = _NAME_ENDS.sub("", lead).strip(" ,;:-–—(")
    if not found or not name or name.count(")") > name.count("(") or _OF_WHOLE.search(said[len(name) : len(lead)]):
        return None
    given = IndicatorScore(code, name, found.get("score"), found.get("average"))
    return Told(given, start, named + done, bool(_MARKED.search(said[len(name) : done])))


def _numbers(said: str, year: int | None) -> tuple[dict[str, float], str, int]:
    """Return the score and the average behind a code, the words before the first number, and where the last ends.

    A number that no word tells ends them. An average alone tells of an indicator whose score is said to be none.
    """
    found: dict[str, float] = {}
    done, lead = 0, ""
    for hit in _VALUE.finditer(said):
        before = said[done : hit.start()]
        kind = _kind(before, hit, year)
        none = NONE.search(said, 0, hit.start())
        if kind is None or kind in found or (none and kind == "score") or (kind == "average" and not (found or none)):
            break
        lead = lead or before
        found[kind], done = float(hit["value"]), hit.end()
    closed = _CLOSES.match(said, done)
    return found, lead, closed.end() if closed else done


def _kind(before: str, hit: re.Match[str], year: int | None) -> str | None:
    """Return what the words before a number call it: a score by its unit too, where a name stands right before it."""
    label = _NO_LABEL.split(before[-_LABEL:])[-1]
    years = [int(told) for told in _YEAR.findall(before)]
    if float(hit["value"]) > 100 or (years and year and years[-1] != year):
        return None
    if _OF_GROUP.search(label):
        return "average"
    gets = _GETS.search(before)
    pointed = gets or _POINTS.search(before)
    if (hit["unit"] or (pointed and hit["decimals"])) and (pointed or not _LEADS.search(before)):
        last = label.rstrip(" ([:=.…-").rpartition(" ")[2]  # what else stands before it is a name
        if not _COMPARED.search(label):
            return None if _NO_SCORE.search(label if gets else last) else "score"
    kind = head_kind(label)
    told = kind or ("score" if hit["unit"] else None)
    sure = hit["unit"] or _LEADS.search(before) or (hit["decimals"] and not _HIGH.search(before))
    return None if kind == "neither" or _NO_SCORE.search(label) or not sure else told

"""Recommendations told one after the other in a single paragraph: `ตัวชี้วัดย่อยที่ 1.2 … ควร… ตัวชี้วัดย่อยที่ 3.1 … ควร…`. Pure."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile

from workflow.core.reading import Recommendation
from workflow.parsers.fields.advice_concluded import own_sentence
from workflow.parsers.fields.advice_found import Found
from workflow.parsers.fields.advice_names import split_indicator, trimmed
from workflow.parsers.rows import Row, flow
from workflow.parsers.skeleton import rough

_HEAD = rough(
    r"(?:และ\s*|,\s*)?(?:\(?\d{1,2}[.)]\s*)?(?:ตัวชี้วัด|ประเด็น|หัวข้อ|มิติ|องค์ประกอบ)(?:ย่อย)?\s*(?:ที่)?\s*(?P<code>\d{1,2}(?:\.\d{1,2})+)(?![\d.])\s+"
)
_ADVICE = rough(
    r"(?P<name>[^\d:][^:]{1,110}?)\s*(?:\s|:\s*|\s[–-]\s)(?P<advice>(?:โดย)?(?:ควร|เห็นควร|ขอให้|(?:ขอ)?(?:เสนอ(?:แนะ)?|แนะนำ)ให้|สมควร|น่าจะ|พึง|ต้อง|จำเป็นต้อง|ให้)\S.{8,})$"
)
# `ในตัวชี้วัดที่ 3 บริการประชาชน ตัวชี้วัดย่อย 3.1 …`: the indicator of those whose codes begin so
_PART = rough(
    r"(?:(?:ใน|สำหรับ|ส่วน)(?:ของ|ใน)?\s*)?(?:ตัวชี้วัด|มิติ|ด้าน|องค์ประกอบ|หมวด)(?:หลัก)?\s*(?:ที่)?\s*(?P<code>\d{1,2})\s+(?P<name>[^\d:]{3,80}?)\s+"
    # or its score before them: `ด้านที่ 1 นโยบาย กรมได้คะแนนร้อยละ 67.02 เทียบกับค่าเฉลี่ย… เมื่อแยกพิจารณา ตัวชี้วัดย่อย 1.1 …`
    r"(?=(?:ตัวชี้วัด|ประเด็น|หัวข้อ)ย่อย|(?:[ก-๙.]{0,40}?(?:ได้(?:รับ)?|มี)\s?(?:ผล)?(?:คะแนน|ร้อยละ)|เป็น(?:ด้าน|มิติ))[^:]{0,200}?(?:ตัวชี้วัด|ประเด็น|หัวข้อ)ย่อย)"
)
_LEAST = 2  # items: one alone is a sentence that cites an indicator
_TAIL = re.compile(r"[\s,]*(?:และ|โดย|ส่วน|สำหรับ|ต่อมา|ขณะที่|อนึ่ง|นอกจากนี้|รวมทั้ง|กับ)?[\s,]*$")


def run_on(rows: Sequence[Row], paragraphs: Collection[int]) -> list[Found]:
    """Return the recommendations of the first paragraph that holds several; `paragraphs` are the rows that begin one."""
    for block in _cut(rows, paragraphs):
        found = list(_told(flow(block), block[0], {}))
        if len(found) >= _LEAST:
            return found
    return []


def in_prose(rows: Sequence[Row], paragraphs: Collection[int]) -> list[Found]:
    """Return the recommendations of paragraphs, one behind the other, whose sentences name an indicator before those under it."""
    cut = _cut(rows, paragraphs)
    texts = [flow(block) for block in cut]
    begun = next((n for n, text in enumerate(texts) if _PART.search(text)), len(cut))
    told = list(takewhile(lambda n: _HEAD.search(texts[n]), range(begun, len(cut))))
    parts = {part["code"]: part["name"] for n in told for part in _PART.finditer(texts[n])}
    found = [one for n in told for one in _told(texts[n], cut[n][0], parts)]
    return found if len(found) >= _LEAST else []


def _cut(rows: Sequence[Row], paragraphs: Collection[int]) -> list[Sequence[Row]]:
    """Return the rows of each paragraph."""
    starts = sorted({0, *paragraphs})
    return [rows[start:end] for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)] if rows else []


def _told(text: str, first: Row, parts: Mapping[str, str]) -> Iterator[Found]:
    """Yield what a paragraph tells, which begins with a row; `parts` are the indicators named before, by number."""
    heads = list(_HEAD.finditer(text))
    led = {part.end(): part.start() for part in _PART.finditer(text)} if parts else {}
    for n, head in enumerate(heads):
        stop = heads[n + 1].start() if n + 1 < len(heads) else len(text)
        stop = led.get(stop, stop)
        said = _ADVICE.match(text[head.end() : stop].strip())
        if said is None:
            continue
        name, indicator, _ = split_indicator(said["name"])
        advice = _TAIL.sub("", said["advice"][: own_sentence(said["advice"]) if n + 1 == len(heads) else None])
        indicator = indicator or parts.get(head["code"].split(".")[0])
        given = Recommendation(head["code"], trimmed(name), indicator, None, advice, first.page)
        yield Found(given, recognised=bool(first.sure))

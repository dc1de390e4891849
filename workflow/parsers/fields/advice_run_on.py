"""Recommendations told one after the other in a single paragraph: `ตัวชี้วัดย่อยที่ 1.2 … ควร… ตัวชี้วัดย่อยที่ 3.1 … ควร…`. Pure."""

import re
from collections.abc import Collection, Iterator, Sequence

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
_LEAST = 2  # items: one alone is a sentence that cites an indicator
_TAIL = re.compile(r"[\s,]*(?:และ|โดย|ส่วน|สำหรับ)?[\s,]*$")


def run_on(rows: Sequence[Row], paragraphs: Collection[int]) -> list[Found]:
    """Return the recommendations of the first paragraph that holds several; `paragraphs` are the rows that begin one."""
    starts = sorted({0, *paragraphs})
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True) if rows else ():
        found = list(_told(flow(rows[start:end]), rows[start].page, recognised=bool(rows[start].sure)))
        if len(found) >= _LEAST:
            return found
    return []


def _told(text: str, page: int, *, recognised: bool) -> Iterator[Found]:
    heads = list(_HEAD.finditer(text))
    for n, head in enumerate(heads):
        stop = heads[n + 1].start() if n + 1 < len(heads) else len(text)
        said = _ADVICE.match(text[head.end() : stop].strip())
        if said is None:
            continue
        name, indicator, _ = split_indicator(said["name"])
        advice = _TAIL.sub("", said["advice"][: own_sentence(said["advice"]) if n + 1 == len(heads) else None])
        yield Found(Recommendation(head["code"], trimmed(name), indicator, None, advice, page), recognised=recognised)

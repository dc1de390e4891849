"""Where a Thai line may end: between words, never inside a number, an abbreviation, a bracketed name or a date."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import thaibreak

from workflow.core.thai_date import MONTHS

_DIGIT = r"[0-9๐-๙]"
_ABBREVIATION = r"(?:[ก-ฮเ-ไ][ก-ฮะ-์]{0,4}\.)+"
_MONTH = r"(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค)\."
# A person's name is in no dictionary: behind a title or a rank, given and family name are held together. A title may also begin
# the name of an office (นายทะเบียน, นายอำเภอ), which may break.
_TITLE = r"(?:นางสาว|นาง|นาย|น\.ส\.|ด\.ต\.|จ\.ส\.[ตทอ]\.|ส\.ต\.[ตทอ]\.|(?:พล\.|พ\.|ร\.)ต\.[ตทอ]\.)(?:หญิง)?"
_NO_NAME = r"(?!ก(?:รัฐมนตรี|เทศมนตรี|สภา|สมาคม|องค์การ)|ทะเบียน|อำเภอ|แพทย์|ช่าง|จ้าง|ตรวจ|ด่าน|ทหาร|ตำรวจ)"
_PERSON = rf"{_TITLE} ?{_NO_NAME}[ก-์]{{2,18}} [ก-์]{{2,24}}(?![ก-์])"
_COMPOUNDS = Path(__file__).with_name("assets") / "compounds.txt"


def _compounds() -> tuple[str, ...]:
    """Return the words kept whole, the longest first, so that a word within another does not end the match."""
    lines = _COMPOUNDS.read_text(encoding="utf-8").splitlines()
    return tuple(sorted({w for line in lines if not line.startswith("#") for w in line.split()}, key=len, reverse=True))


_PROTECTED = re.compile(
    "|".join(
        (
            _PERSON,
            rf"{_DIGIT}{{1,2}} (?:{'|'.join(MONTHS)}) {_DIGIT}{{4}}",  # ๖ พฤษภาคม ๒๕๖๙
            rf"{_DIGIT}{{1,2}} {_MONTH} ?{_DIGIT}{{2,4}}",  # ๒๒ พ.ย.๖๒
            rf"(?:[ก-ฮ]{{2,4}}\.? )?{_DIGIT}+(?:\.{_DIGIT}+)*/(?:ว ?)?{_DIGIT}+",  # สพร ๒๕๖๒/ว๔๐๙๙
            rf"(?:ข้อ|ร้อยละ|พ\.ศ\.|ประจำปี|จำนวน|หน้า) {_DIGIT}+(?:[.,]{_DIGIT}+)*",  # a number stays with what it counts
            rf"{_DIGIT}+(?: {_DIGIT}+)+",  # a telephone number: ๐ ๒๒๐๕ ๑๘๖๖
            rf"{_DIGIT}+(?:[.,:/-]{_DIGIT}+)*",
            rf"(?:ISO|IEC|IEEE)(?:/[A-Z]+)? {_DIGIT}+",
            r"[A-Za-z0-9][A-Za-z0-9._%+@:/?=&#-]*",
            rf"(?:รอง |ผู้ช่วย )?{_ABBREVIATION}ฯ?",  # รอง ผบช.สทส.
            r"\([^()]{1,28}\)",
            *map(re.escape, _compounds()),
        )
    )
)
_NOT_AT_START = frozenset("ๆฯะาำๅ)]}”’.,:;!?%/ ")
_NOT_AT_END = frozenset("([{“‘เแโใไ")
# A line that ends with the prefix of a noun reads as if the noun were missing.
_PREFIXES = ("การ", "ความ")


@lru_cache(maxsize=4096)
def break_points(text: str) -> tuple[int, ...]:
    """Return the offsets at which a line of `text` may end, the end of the text always last."""
    held = {n for span in _PROTECTED.finditer(text) for n in range(span.start() + 1, span.end())}
    found = {n for n in thaibreak.boundaries(text) if 0 < n < len(text)} | _after_spaces(text)
    sound = sorted(n for n in found if n not in held and _may_break(text, n))
    return (*(n for last, n in pairwise((0, *sound)) if text[last:n] not in _PREFIXES), len(text))


def words_of(text: str) -> tuple[str, ...]:
    """Return `text` cut at every offset where a line may end; joined again they are `text`."""
    cuts = (0, *break_points(text))
    return tuple(text[start:end] for start, end in pairwise(cuts))


def splits_syllable(text: str, at: int) -> bool:
    """Say whether a cut before text[at] parts what is written around one consonant (`เ|ก`, `ก|ะ`) or a sign from its word."""
    return text[at : at + 1] in _NOT_AT_START or text[at - 1] in _NOT_AT_END


def _after_spaces(text: str) -> set[int]:
    return {match.end() for match in re.finditer(r" +", text) if match.end() < len(text)}


def _may_break(text: str, at: int) -> bool:
    before, after = text[:at].rstrip(" ")[-1:], text[at]
    if after in _NOT_AT_START or unicodedata.category(after) == "Mn" or before in _NOT_AT_END:
        return False
    return text[at - 1] == " " or _is_thai(before) or _is_thai(after) or before in ")/"


def _is_thai(letter: str) -> bool:
    return "\u0e00" <= letter <= "\u0e7f"

"""The letter number (ที่): consonants, the owner's number or the year, a slash, ว for a circular, the running number."""

import re
from collections.abc import Iterator, Sequence

from workflow.core.thai_digits import as_digits
from workflow.parsers.rows import Row

# Observed: "นร 0505/ว 494", "มท 0201.2/ว 1590", "สพร 2562/ว4099", "0033.12/5052", "ตช 0033.12/ว 17",
#   a state enterprise's with the year behind it, "สม 1/123/2567",
#   "สมส ปด. 2567/055", "กค (กวจ) 0405.2/ว 119", "0024(สต).5/2210", "อว 0602.01(2)/12", "อว 8392(1).1/ว 12"
#   "ป.ป.ท. 0003/ว 12", "สว (กมธ 1) 0019/23"; a unit in brackets behind a dot, "0019.(ศบข.)/ว 3991",
#   or with figures right behind them, "0033.(4)12/77";
#   a series of its own behind the slash, "กษ 0610/ท 124", "มท 5302.2/บ.12", "นร 0505/ว(ล) 45",
#   or the unit that runs it, "กค 0508/ศทส 41", "ยธ 0205/ก.พ.ร. 7";
#   or one letter in brackets, before the figures or behind them, as the courts' kinds of matter, "ศย 302.003/(ป)12", "ศย 011/ว 203(ป)";
#   a branch of a state enterprise, "มท 55126-1/2207", "มท 5423-2.1/12": a telephone number has more figures behind its hyphen
_BRANCH = r"(?:-\s?\d{1,2}(?:\.\d{1,4}){0,2})?"
_OWNER = rf"\d{{1,8}}(?:\s?\.\s?\d{{1,4}}){{0,4}}{_BRANCH}\s*" r"(?:\.?\([ก-ฮ\d.]{1,12}\)(?:\d{1,4}|\s*\.\d{1,4})?\s*)?"
CONSONANTS = r"(?:(?:[ก-ฮ]{1,5}\.?\s*){1,4}(?:\([ก-ฮ. \d]{1,12}\)\s*)?(?:[A-Z]{1,2}(?=\d))?|[A-Z]{2,6}\s)"
SERIES = r"(?:ว\.?\s*(?:\([ก-ฮ]\)\s*|-(?=\d))?|\([ก-ฮ]\)\s?|[ก-ฮ](?:\.?[ก-ฮ]){0,4}\.?\s*)"
RUNNING = rf"(?:25\d\d\s*/\s*)?{SERIES}?\d{{1,6}}(?:\s?\([ก-ฮ]\))?(?:/25\d\d)?"  # what stands behind the slash
NUMBER = rf"{CONSONANTS}?{_OWNER}/\s*{RUNNING}"
_UNIT = r"(?:[ก-ฮ](?:\.?[ก-ฮ]){1,5}\.?|[A-Z]{2,6})"
# a state enterprise's, told by units alone: "ฝทส/กผด/0871", "MIS-0871/63"; only behind its label, and with nothing behind it
_RUN_BY_UNITS = r"(?:/\s?(?:ว\.?\s?)?\d{1,6}(?:/\d{2,4})?|-\s?\d{1,6}/\d{2,4})(?![\d/])"
BY_UNITS = rf"{_UNIT}(?:(?:\s?[/-]\s?|\s){_UNIT}){{0,3}}\s?{_RUN_BY_UNITS}"
BARE = r"(?:ว\.?|[ก-ฮ]{2,5}\.)\s*\d{1,5}"  # "ว 10": the series of circulars alone; "ศสล. 497": a note's own, without a slash
_NUMBER = re.compile(rf"(?P<number>{NUMBER})(?![\d/])")
# A red urgency mark may stand on the same row before the label.
_LABELLED = re.compile(rf"^(?:ด่วน(?:ที่สุด|มาก)?\s+)?(?:เลข)?ที่\s*(?P<number>{NUMBER}|{BARE}(?=\s{{2}}|\s*$))(?![\d/])")
LABELLED_BY_UNITS = re.compile(rf"^(?:ด่วน(?:ที่สุด|มาก)?\s+)?(?:เลข)?ที่\s*(?P<number>{BY_UNITS})(?=\s{{2}}|\s*$|\s*วันที่)")
_AS_PRINTED = re.compile(r"^ที่\s+(?P<number>(?=.{0,12}\d)\S(?:\s?\S){2,30}?)(?:\s{2}.*|\s*วันที่.*)?$")
_KNOWN = re.compile(rf"{NUMBER}|{BARE}|{BY_UNITS}")
# ที่ as a scan leaves it: without its marks, or its letter taken for one of the same shape
_NOISY_LABEL = re.compile(r"^(?:[^\sก-ฮ]{0,2}\s*)?(?:[ทฑพห][ิีึื][่้๊๋์]?|ท[่้์]?(?=\s)|ที[่้]?)\s*")
_LABEL = re.compile(r"^(?:ด่วน(?:ที่สุด|มาก)?\s+)?ที่\s*")
# consonants alone are an owner's code: a mark among them is a speck (`ที่ สคิด 2565/ว1022`)
_MARKS = "ัิ-ฺ็-๎"
_MARKED_CODE = re.compile(rf"(?<=ที่\s)[ก-ฮ][ก-ฮ{_MARKS}]{{1,7}}(?=\.?\s?(?:25\d\d|\d{{4}}(?:\.\d{{1,2}})*)\s?/)")
# an owner's code of four figures and the running number, where a scan lost the stroke between them: `พธ 0507 16`
_GAP_FOR_SLASH = re.compile(r"^(\s*[ก-ฮ]{1,5}\.?\s?\d{4}(?:\.\d{1,2})*)\s+(?=(?:ว\s?)?\d{1,6}\s*$)")
# figures of an owner's number parted by nothing: a scan lost the dot between them
_DOT_LOST = re.compile(r"(?<=[ก-ฮ.]\s)(\d{1,5})\s+(?=\d{1,4}(?:\.\d{1,4})*/\s*" + SERIES + r"?\d)")
# a year as the owner's number and a circular's running one: a scan lost the slash between them where the line ends
_SLASH_LOST = re.compile(r"((?<![ก-๙])ที่\s*[ก-ฮ]{2,5}\.?\s*25\d\d)\s+(?=ว\.?\s?\d)")
_DATED = re.compile(r"^\s+วันที่|^\s*$")


def number_of(rows: Sequence[Row]) -> tuple[str, Row] | None:
    """Return the paper's own number and the row it stands on: the first row labelled ที่."""
    for row in rows:
        if found := _LABELLED.match(row.text) or (None if row.sure else LABELLED_BY_UNITS.match(row.text)):
            return tidy(found["number"]), row
        if row.sure and (number := _noisy(row.text)):
            return number, row
    return None


def number_without_label(rows: Sequence[Row]) -> tuple[str, Row] | None:
    """Return a number that fills a run of a recognised head by itself: its label was lost in the scan."""
    for row in rows:
        for run in _runs(row) if row.sure else ():
            found = _NUMBER.match(_mended(run))
            if found and _DATED.match(_mended(run)[found.end() :]) and _telling(found["number"]):
                return tidy(found["number"]), row
    return None


def number_as_printed(rows: Sequence[Row]) -> tuple[str, Row] | None:
    """Return what a printed head has behind ที่, in a form that no rule knows: kept, and asked for by a check."""
    for row in rows:
        found = _AS_PRINTED.match(row.text) if not row.sure else None
        if found:
            return tidy(found["number"]), row
    return None


def is_known(number: str) -> bool:
    """Whether a number has one of the known forms."""
    return bool(_KNOWN.fullmatch(number))


def _noisy(text: str) -> str | None:
    """Return the number after a label that lost its marks, digits taken for Latin letters put right by their place."""
    for run in re.split(r"\s{2,}", text)[:3]:
        label = _LABEL.match(run) or _NOISY_LABEL.match(run)
        found = _NUMBER.match(_mended(run[label.end() :])) if label else None
        if found:
            return tidy(found["number"])
    return None


def _mended(slot: str) -> str:
    """Return a number's slot with Latin letters that stand for digits put right, in the words that hold a digit or a slash."""
    words = re.split(r"(\s+)", _DOT_LOST.sub(r"\1.", slot))
    mended = [as_digits(word) if re.search(r"[\d/]", word) else word for word in words]
    return _GAP_FOR_SLASH.sub(r"\1/", re.sub(r"(?<=\d),(?=\d)", ".", "".join(mended)))


def mended_slots(text: str) -> str:
    """Return a running text with letter numbers put right: Latin letters that stand for digits, and what parted their figures."""
    text = _MARKED_CODE.sub(lambda code: re.sub(rf"[{_MARKS}]", "", code[0]), text)
    text = _SLASH_LOST.sub(r"\1/", _DOT_LOST.sub(r"\1.", text))
    return re.sub(r"[^\s()]*\d[^\s()]*/\S+|[^\s()]*/\S*\d\S*", _in_number, text)


def _in_number(found: re.Match[str]) -> str:
    word = found.group()
    mended = as_digits(word)
    return word if "://" in word or re.search(r"[A-Za-z]", mended) else mended


def _telling(number: str) -> bool:
    """Whether a number is a letter's own even without its label: consonants, or an owner's number of four digits and more."""
    return bool(re.match(r"^(?:[ก-ฮ]{2,5}|\d{4})", number))


def _runs(row: Row) -> Iterator[str]:
    yield from re.split(r"\s{2,}", row.text)


def tidy(number: str) -> str:
    """Return the number with one space after the consonants and none elsewhere."""
    packed = re.sub(r"\s+", "", number)
    return re.sub(r"^([ก-ฮ]{1,5}\.?(?:\([ก-ฮ.]+\))?)(?=\d)", r"\1 ", packed)


def is_circular(number: str | None) -> bool:
    """Whether the number bears the ว of a circular letter (ระเบียบงานสารบรรณ ข้อ ๓๒)."""
    return bool(number and re.search(r"/\s*ว(?!\.?[ก-ฮ])|^ว\.?\s*\d", number))

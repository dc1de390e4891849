"""What a bundle says as a whole: which paper is the result letter, which the office's own memo, and the facts they share."""

from collections.abc import Iterable
from dataclasses import fields, replace

from workflow.core.reading import Instrument, Reading, Recommendation, Survey
from workflow.core.thai_digits import to_arabic, to_thai


def result_letter(reading: Reading) -> Instrument | None:
    """Return the letter that brings the results: the newest letter of the bundle, or its first paper when none is a letter."""
    letters = [i for i in reading.instruments if i.kind == "letter"]
    if letters:
        return max(letters, key=lambda i: (i.date is not None, i.date.toordinal() if i.date else 0))
    return next(iter(reading.instruments), None)


def papers(reading: Reading, kind: str) -> list[Instrument]:
    """Return the bundle's papers of one kind, in order of date where dates tell."""
    found = [i for i in reading.instruments if i.kind == kind]
    return sorted(found, key=lambda i: i.date.toordinal() if i.date else 0)


def of_this_round(reading: Reading) -> list[Instrument]:
    """Return the result letter and the papers that may speak of the same round: no other letter, none before it, no other year."""
    letter = result_letter(reading)
    if letter is None:
        return []
    year = letter.survey.year if letter.survey else None
    later = [
        i for i in reading.instruments
        if i is not letter and i.kind != "letter"
        and (i.date is None or letter.date is None or i.date >= letter.date)
        and (year is None or i.survey is None or i.survey.year in {None, year})
    ]  # fmt: skip
    return [letter, *later]


def recommendations(reading: Reading) -> tuple[Recommendation, ...]:
    """Return the recommendations of the paper that gives most of them: a memo repeats what its letter's enclosure says."""
    return max((i.recommendations for i in of_this_round(reading)), key=len, default=())


def stated_count(reading: Reading) -> int | None:
    """Return how many indicators a paper says need urgent work."""
    stated = (i.stated_indicator_count for i in of_this_round(reading))
    return next((count for count in stated if count is not None), None)


def survey(reading: Reading) -> Survey | None:
    """Return the survey's facts, each from the first paper that states it, the result letter asked first."""
    stated = [i.survey for i in of_this_round(reading) if i.survey]
    merged = Survey()
    for facts in stated:
        gaps = {f.name for f in fields(Survey) if not getattr(merged, f.name)}
        merged = replace(merged, **{name: getattr(facts, name) for name in gaps})
    return merged if stated else None


def missing_notes(instruments: Iterable[Instrument], own: Instrument | None = None) -> tuple[str, ...]:
    """Return, for each paper of which pages are provably absent, which: `หน้า ๒ ของบันทึกข้อความ ที่ ๐๐๓๓.๑๒/๕๐๕๒`.

    `own` is the memo being written anew: it is named as the copy in the file, for it cannot cite itself.
    """
    return tuple(
        f"หน้า {', '.join(to_thai(p) for p in i.missing_pages)} ของ{KIND_THAI[i.kind]}"
        + ("ฉบับที่อยู่ในแฟ้มที่ได้รับ" if i is own else f" ที่ {to_thai(i.number or '(ไม่ปรากฏ)')}")
        for i in instruments
        if i.missing_pages
    )


KIND_THAI = {
    "letter": "หนังสือภายนอก",
    "memo": "บันทึกข้อความ",
    "stamped": "หนังสือประทับตรา",
    "order": "คำสั่ง",
    "endorsement": "เกษียนหนังสือ",
    "invitation": "หนังสือเชิญ",
    "table": "ตารางหรือรายการแนบ",
    "unknown": "เอกสาร",
}


def running_number(number: str | None) -> int | None:
    """Return the running number at the end of a letter number: 5052 of ๐๐๓๓.๑๒/๕๐๕๒; None when there is none."""
    digits = to_arabic(number or "").rsplit("/", 1)[-1].strip().lstrip("ว. ")
    return int(digits) if digits.isdigit() else None


def number_prefix(number: str | None) -> str | None:
    """Return what stands before the slash: 0033.12 of ๐๐๓๓.๑๒/๕๐๕๒."""
    text = to_arabic(number or "")
    return text.rsplit("/", 1)[0].strip() or None if "/" in text else None

"""Every value gets the place where it stands, found after the reading; the values themselves are never touched."""

from dataclasses import replace

from tests.unit.parsers.papers import page, placed
from workflow.core.reading import Evidence, Instrument
from workflow.parsers.bundle import papers_of
from workflow.parsers.page import Page
from workflow.parsers.paper_text import PaperText, Place
from workflow.parsers.places import with_places
from workflow.parsers.understand import understand

MEMO = [
    (0, "บันทึกข้อความ"),
    (0, "ส่วนราชการ กองตัวอย่าง กรมสมมุติ โทร. ๐ ๒๑๐๐ ๐๐๐๐"),
    (0, "ที่ ทส ๐๑๐๒.๓/๔๕๖ วันที่ ๒ มีนาคม ๒๕๖๗"),
    (0, "เรื่อง รายงานผลการสำรวจความพร้อมดิจิทัล ประจำปี ๒๕๖๗"),
    (0, "เรียน อธิบดีกรมสมมุติ"),
    (60, "ตามหนังสือ ที่ สมม ๒๕๖๗/ว๑๒ ลงวันที่ ๑ กุมภาพันธ์ ๒๕๖๗ หน่วยงาน ๑,๘๕๘ หน่วยงาน ตอบ ๑,๖๕๙ หน่วยงาน"),
    (0, "คิดเป็นร้อยละ ๘๙.๓ กรมสมมุติได้คะแนนรวมร้อยละ ๕๕.๕๐"),
    (60, "จึงเรียนมาเพื่อโปรดทราบ"),
    (200, "(นายตัวอย่าง สมมุติสกุล)"),
    (200, "ผู้อำนวยการกองตัวอย่าง"),
]


def read(*pages: Page) -> Instrument:
    papers = tuple(draft.instrument for draft in understand(papers_of(pages)))
    return with_places(papers, pages)[0]


def test_values_without_evidence_get_page_box_and_printed_form() -> None:
    seen = read(placed(MEMO)).evidence["references[0].number"]
    assert (seen.page, seen.printed) == (1, "สมม ๒๕๖๗/ว๑๒")
    assert seen.box and 85 + 60 < seen.box[0] < seen.box[2] < 85 + 60 + 6 * len(MEMO[5][1])


def test_number_and_date_of_one_row_are_parted() -> None:
    evidence = read(placed(MEMO)).evidence
    assert evidence["number"].printed == "ทส ๐๑๐๒.๓/๔๕๖"
    assert evidence["date"].printed == "๒ มีนาคม ๒๕๖๗"
    assert evidence["number"].box and evidence["date"].box and evidence["number"].box[2] < evidence["date"].box[0]


def test_scores_and_addressees_have_places_too() -> None:
    evidence = read(placed(MEMO)).evidence
    assert {"to[0]", "sender", "closing", "signatory.name", "survey.score", "survey.year"} <= set(evidence)
    assert evidence["survey.score"].printed == "๕๕.๕๐"


def test_keys_that_only_lead_the_way_are_not_kept() -> None:
    assert not [key for key in read(placed(MEMO)).evidence if key.startswith("_")]


def test_a_transcript_gives_pages_and_words_without_boxes() -> None:
    seen = read(page("\n".join(text for _, text in MEMO))).evidence["to[0]"]
    assert (seen.page, seen.box, seen.printed) == (1, None, "อธิบดีกรมสมมุติ")


def test_what_the_rules_saw_stays_as_it_is() -> None:
    known = Evidence(1, (1, 2, 3, 4), "อธิบดีกรมสมมุติ (ตามกฎ)", 0.7)
    pages = (placed(MEMO),)
    paper = understand(papers_of(pages))[0].instrument
    kept = with_places([replace(paper, evidence={"to[0]": known})], pages)[0]
    assert kept.evidence["to[0]"] == known
    assert replace(kept, evidence={}) == replace(paper, evidence={})


def test_what_stands_nowhere_has_no_place() -> None:
    paper = Instrument("letter", (1,), via="ตำแหน่งที่ไม่มีบนกระดาษนี้เลย")
    assert with_places([paper], (placed(MEMO),))[0].evidence == {}


def test_a_recognisers_slip_is_found_and_counts_against_sureness() -> None:
    text = PaperText(placed([(0, "เรื่อง รายงานผลการสำรวจความพรอมดิจิทัล ประจำปี")]).lines)
    place = text.find_like("รายงานผลการสำรวจความพร้อมดิจิทัล")
    assert place and place.likeness < 1
    seen = text.evidence(place)
    assert seen and 0.8 < seen.confidence < 1


def test_a_value_over_two_lines_has_one_box_around_both() -> None:
    text = PaperText(placed([(40, "แจ้งผลการสำรวจ"), (0, "ประจำปี ๒๕๖๗")]).lines)
    place = text.find("ผลการสำรวจประจำปี 2567")
    seen = text.evidence(place) if place else None
    assert seen and seen.printed == "ผลการสำรวจ ประจำปี ๒๕๖๗"
    assert seen.box and (seen.box[0], seen.box[1], seen.box[3]) == (85.0, 90.0, 124.0)


def test_endorsements_on_one_sheet_each_get_their_own_places() -> None:
    first, second = ("ที่ ๐๐๑๐.๑/๒๓", "เรียน ผู้กำกับ", "เพื่อโปรดทราบ"), ("ที่ ๐๐๒๐.๑/๔๕", "เรียน ผู้บังคับการ", "เพื่อโปรดทราบ")
    sheet = placed([(0, text) for text in (*first, *second)])
    papers = tuple(draft.instrument for draft in understand(papers_of([sheet])))
    boxes = [paper.evidence["closing"].box for paper in with_places(papers, [sheet])]
    assert [box[1] for box in boxes if box] == [130.0, 190.0]


def test_an_empty_place_is_no_evidence() -> None:
    assert PaperText(()).evidence(Place(0, 0)) is None

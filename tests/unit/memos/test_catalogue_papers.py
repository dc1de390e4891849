"""What the other kinds say of their facts: rows, dates, receipts, events, scores."""

from dataclasses import replace

from memos import CATALOGUE
from tests.unit.memos.cases import said
from workflow.core.document import Document
from workflow.core.memo_kind import CaseFile, CitedOrder
from workflow.templates.compose import compose


def _sample(name: str) -> CaseFile:
    return CATALOGUE[name].sample()


def _paper(name: str, case: CaseFile) -> Document:
    return compose(CATALOGUE[name], case)


def test_an_assignment_has_a_row_for_each_sub_indicator_with_owner_day_and_last_answer() -> None:
    case = _sample("recommendation-assignment")
    (table,) = (block for block in _paper("recommendation-assignment", case).body if block.kind == "table")
    assert len(table.cells) == 1 + len(case.assignments)
    assert table.cells[1][2:] == ("ผกก.ฝอ.สสท.", "๓๑ มี.ค.๖๙", "สำรวจปีละ ๑ ครั้งด้วยแบบสอบถามกระดาษ")
    assert table.cells[3][-1] == "ไม่ปรากฏคำตอบ"


def test_without_any_last_answer_there_is_no_column_for_it() -> None:
    case = _sample("recommendation-assignment")
    rows = tuple(replace(row, last_answer=None, due_on=case.assignments[0].due_on) for row in case.assignments)
    words = said("recommendation-assignment", replace(case, assignments=rows))
    assert "คำตอบปีก่อน" not in words and "ภายในวันที่ ๓๑ มีนาคม ๒๕๖๙" in words


def test_a_refused_order_is_not_cited_as_a_reason_to_act() -> None:
    refused = CitedOrder("ตร.", _sample("external-letter").on, ("ไม่เห็นชอบ",))
    for name in ("recommendation-assignment", "external-letter"):
        words = said(name, replace(_sample(name), order=refused))
        assert "สั่งการ" not in words


def test_a_letter_outside_cites_what_it_answers_above_the_text_and_asks_for_missing_pages() -> None:
    paper = _paper("external-letter", _sample("external-letter"))
    assert paper.form == "letter" and paper.head.references and paper.ending == "ขอแสดงความนับถือ"
    words = paper.words()
    assert "ไม่ปรากฏ หน้า ๒ ของสิ่งที่ส่งมาด้วย ๒" in words and "๖๑.๒๕" not in words
    whole = said("external-letter", replace(_sample("external-letter"), missing=()))
    assert "สำเนา" not in whole and "จึงเรียนมาเพื่อโปรดทราบ" in whole


def test_a_receipt_names_number_day_and_time_under_the_seal() -> None:
    paper = _paper("receipt-reply", _sample("receipt-reply"))
    assert paper.form == "stamped"
    assert "ตามเลขรับ ๒๘๔๑๖ เมื่อวันที่ ๒๒ ธันวาคม ๒๕๖๘ เวลา ๑๐.๐๕ น." in paper.words()


def test_a_reminder_by_memo_says_what_the_letter_under_seal_says_and_is_signed() -> None:
    case = _sample("reminder-memo")
    memo, sealed = _paper("reminder-memo", case), _paper("reminder", case)
    assert memo.form == "memo" and memo.signature and sealed.signature is None
    for told in ("๐๐๓๓.๑๒/๖๑๐๒", "๒ กุมภาพันธ์ ๒๕๖๙", "๕ วันทำการ"):
        assert told in memo.words() and told in sealed.words()


def test_evidence_is_asked_row_by_row_and_none_is_an_answer() -> None:
    words = said("data-request", _sample("data-request"))
    assert "จำนวน ๓ ตัวชี้วัดย่อย" in words and "ขอให้แจ้งว่าไม่มีพร้อมเหตุผล" in words
    case = _sample("data-request")
    assert case.next_round
    undated = replace(case, next_round=replace(case.next_round, opens_on=None, closes_on=None))
    assert "พฤษภาคม" not in said("data-request", undated)


def test_an_invitation_names_weekday_hours_place_guests_and_when_to_answer() -> None:
    words = said("invitation-forward", _sample("invitation-forward"))
    for told in (
        "วันอังคารที่ ๑๒ พฤษภาคม ๒๕๖๙ เวลา ๐๙.๓๐ ถึง ๑๒.๐๐ น. ณ ห้องควบคุม",
        "- ผู้อำนวยการศูนย์",
        "ภายในวันที่ ๖ พฤษภาคม ๒๕๖๙",
    ):
        assert told in words
    case = _sample("invitation-forward")
    assert case.event
    bare = replace(case, event=replace(case.event, end=None, attendees=(), reply_by=None))
    words = said("invitation-forward", bare)
    assert "เวลา ๐๙.๓๐ น." in words and "รายชื่อ" not in words


def test_the_summary_draws_the_scores_and_compares_only_indicators_of_one_name() -> None:
    case = _sample("summary-for-commander")
    paper = _paper("summary-for-commander", case)
    (chart,) = (block for block in paper.body if block.kind == "chart")
    assert case.survey is not None
    scores = [(one.score, one.group_average) for one in case.survey.indicators]
    assert [(bar.value, bar.average) for bar in chart.bars] == scores
    words = paper.words()
    assert "เพิ่มขึ้นมากที่สุด: บริการภาครัฐ (๖.๕๐) แนวนโยบายและหลักปฏิบัติ (๕.๒๐)" in words
    assert "ลดลงมากที่สุด: ศักยภาพเจ้าหน้าที่ภาครัฐด้านดิจิทัล (๑.๕๐)" in words
    assert "เทคโนโลยีอัจฉริยะและการนำไปใช้" not in words and "๕๘.๑๐" not in words


def test_the_summary_names_the_three_most_urgent_where_the_gap_is_widest() -> None:
    lines = said("summary-for-commander", _sample("summary-for-commander")).splitlines()
    at = lines.index("๓. ตัวชี้วัดย่อยที่ควรเร่งพัฒนา ๓ ตัวแรก จากทั้งหมด ๔ ตัว")
    assert [line.split()[1] for line in lines[at + 1 : at + 4]] == ["๖.๒", "๖.๓", "๒.๒"]


def test_without_last_year_nothing_is_compared_and_without_a_question_nothing_is_asked() -> None:
    words = said("summary-for-commander", replace(_sample("summary-for-commander"), last_survey=None, asked=()))
    assert "เพิ่มขึ้น" not in words and "จึงยังไม่อาจเปรียบเทียบ" in words
    assert "จึงเรียนมาเพื่อโปรดทราบ" in words

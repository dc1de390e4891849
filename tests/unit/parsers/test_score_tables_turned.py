"""Score tables on their side, tables whose indicators bear no codes, and scores told in lines beside a table."""

import pytest

from tests.unit.parsers.papers import drafts, rows
from workflow.core.reading import IndicatorScore
from workflow.parsers.fields.score_labels import labelled_scores
from workflow.parsers.fields.score_table import ScoreTable, score_table
from workflow.parsers.page import Line, Table
from workflow.parsers.rows import rows_of

READ = [("1", "แผน", 70.1, 61.1), ("2", "คน", 60.2, 51.2), ("3", "บริการ", 50.3, 41.3)]
SCORES, AVERAGES = ("70.1", "60.2", "50.3", "55.0"), ("61.1", "51.2", "41.3", "46.0")


def _ruled(*table: tuple[str, ...]) -> ScoreTable:
    return score_table([Table(1, table)], [])


def _read(found: ScoreTable) -> list[tuple[str, str | None, float | None, float | None]]:
    return [(i.code, i.name, i.score, i.group_average) for i in found.indicators]


@pytest.mark.parametrize(
    "heads",
    [
        [("ด้าน", "ด้านที่ ๑ แผน", "ด้านที่ ๒ คน", "ด้านที่ ๓ บริการ", "คะแนนรวม")],
        [("ตัวชี้วัด", "1", "2", "3", "ภาพรวม"), ("", "แผน", "คน", "บริการ", "")],
        [("รายการ", "คะแนนรายมิติ", "", "", "เฉลี่ยรวม"), ("", "มิติที่ 1 แผน", "มิติที่ 2 คน", "มิติที่ 3 บริการ", "")],
    ],
)
def test_a_table_on_its_side_is_read_by_the_names_of_its_rows(heads: list[tuple[str, ...]]) -> None:
    found = _ruled(*heads, ("คะแนนที่ได้", *SCORES), ("ค่าเฉลี่ยกลุ่ม", *AVERAGES))
    assert (_read(found), found.score, found.average) == (READ, 55.0, 46.0)


def test_last_years_row_and_full_marks_are_other_rows() -> None:
    heads = ("ด้าน", "1 แผน", "2 คน", "3 บริการ", "รวม")
    found = _ruled(
        heads, ("คะแนนเต็ม", *4 * ("100.00",)), ("ปี ๒๕๖๗", *AVERAGES), ("ปี ๒๕๖๘", *SCORES), ("ค่าเฉลี่ย", *AVERAGES)
    )
    assert (_read(found), found.score, found.average) == (READ, 55.0, 46.0)


def test_a_row_with_the_offices_own_name_is_its_score() -> None:
    found = _ruled(("ด้าน", "1 แผน", "2 คน", "3 บริการ"), ("กรมสมมุติ", *SCORES[:3]), ("ค่าเฉลี่ยกรม", *AVERAGES[:3]))
    assert _read(found) == READ


def test_a_table_on_its_side_without_ruling_lines_is_read_by_places() -> None:
    typed = (
        ("สรุปคะแนนรายด้านของกรมสมมุติ",), ("", "ด้านที่ 1", "ด้านที่ 2", "ด้านที่ 3", "คะแนนรวม"),
        ("", "แผน", "คน", "บริการ"), ("คะแนน", *SCORES), ("ค่าเฉลี่ย", *AVERAGES),
    )  # fmt: skip
    lines = [
        Line(text, 1, n, (x := 80.0 + 90 * k, 100.0 + 18 * n, x + 5 * len(text), 112.0 + 18 * n), 11.0)
        for n, runs in enumerate(typed)
        for k, text in enumerate(runs)
        if text
    ]
    found = score_table([], rows_of(lines))
    assert (_read(found), found.score, found.average) == (READ, 55.0, 46.0)


@pytest.mark.parametrize("total", ["คะแนนรวม", "รวม", "ภาพรวม", "เฉลี่ยรวม", "รวมเฉลี่ย"])
def test_indicators_without_codes_are_kept_by_their_names(total: str) -> None:
    body = [(name, str(score), str(average)) for _, name, score, average in READ]
    found = _ruled(("เรื่อง", "คะแนนที่ได้", "ค่าเฉลี่ยในสังกัด"), *body, (total, "55.0", "46.0"))
    assert (_read(found), found.score, found.average) == ([("", *row[1:]) for row in READ], 55.0, 46.0)


def test_heads_of_two_lines_name_a_table_without_codes() -> None:
    body = [(name, str(score), str(average), "9.0") for _, name, score, average in READ]
    found = _ruled(("ประเด็น", "ผลคะแนน", "", "ส่วนต่าง"), ("", "หน่วยงาน", "ค่าเฉลี่ย", ""), *body)
    assert _read(found) == [("", *row[1:]) for row in READ]


@pytest.mark.parametrize(
    "table",
    [
        [("หน่วยงาน", "คะแนน", "ค่าเฉลี่ย"), ("กรม ก", "60.1", "50.1"), ("กรม ข", "61.1", "51.1"), ("กรม ค", "62.1", "52.1")],
        [("ประเภท", "สำรวจ", "ตอบ", "ร้อยละ"), ("กลาง", "100", "90", "90.0"), ("ภูมิภาค", "50", "40", "80.0"), ("ท้องถิ่น", "10", "9", "90.0")],
    ],
)  # fmt: skip
def test_lists_of_offices_and_counts_are_no_indicators(table: list[tuple[str, ...]]) -> None:
    assert _ruled(*table) == ScoreTable()


def test_rows_without_codes_in_a_text_are_no_indicators() -> None:
    text = "เรื่อง\tคะแนน\tค่าเฉลี่ย\nแผน\t70.1\t61.1\nคน\t60.2\t51.2\nบริการ\t50.3\t41.3"
    assert not score_table([], rows(text)).indicators


@pytest.mark.parametrize(
    "lines",
    [
        "คะแนนรวม  60.42 คะแนน (ปี 2568 : 55.96 คะแนน)\nค่าเฉลี่ยกลุ่ม  59.98 คะแนน",
        "คะแนนรวม .......... ๖๐.๔๒\nค่าเฉลี่ยของกลุ่ม .......... ๕๙.๙๘",
        "ภาพรวม : 60.42\nค่าเฉลี่ยประเทศ : 59.98",
        "คะแนนรวม\t60.42\tค่าเฉลี่ย\t59.98",
        "คะแนนที่ได้\n60.42 คะแนน\nค่าเฉลี่ยระดับกรม\n59.98 คะแนน",
        "คะแนนเฉลี่ยรวม 60.42\nค่าเฉลี่ยกลุ่มจังหวัด 59.98",
        "คะแนนรวมทุกตัวชี้วัด 60.42%\nค่าเฉลี่ยระดับกรม 59.98%",
        "คะแนนเฉลี่ยของทุกด้าน 60.42\nค่าเฉลี่ยทุกตัวชี้วัดของทุกหน่วยงาน 59.98",
        "คะแนนรวม ปี 2568 55.96 ปี 2569 60.42\nค่าเฉลี่ยกลุ่ม ปี 2568 57.00 ปี 2569 59.98",
    ],
)
def test_lines_with_a_label_tell_the_score_and_the_average(lines: str) -> None:
    told = labelled_scores(rows(lines), [], 2569)
    assert (told.score, told.average, told.scores_seen) == (60.42, 59.98, ())


@pytest.mark.parametrize(
    "line",
    ["คะแนนเต็ม 100 คะแนน", "คะแนน (เต็ม 100 คะแนน)", "คะแนนที่ได้ (จากคะแนนเต็ม 100 คะแนน)", "คะแนนด้านบุคลากร 41.00",
     "ข้อมูล ณ วันที่ 30 กันยายน", "ผลการประเมินตน 41.50", "คะแนนรวม 67.38 72.90 70.15"],
)  # fmt: skip
def test_full_marks_parts_days_and_rows_of_columns_are_no_labelled_score(line: str) -> None:
    told = labelled_scores(rows(line), [IndicatorScore("", "ผลการประเมินตน", 41.5)], 2569)
    assert (told.score, told.average) == (None, None)


def test_a_table_paper_takes_its_score_from_the_line_above_and_tells_that_it_bears_no_codes() -> None:
    table = "ด้าน\tคะแนน\tค่าเฉลี่ย\nแผน\t70.10\t61.10\nคน\t60.20\t51.20\nบริการ\t50.30\t41.30"
    [draft] = drafts(
        f"รายงานผลคะแนน\nการสำรวจความพร้อม ปี พ.ศ. 2569\nคะแนนรวม  60.42 คะแนน\nค่าเฉลี่ยกลุ่ม  59.98 คะแนน\n{table}"
    )
    survey = draft.instrument.survey
    assert survey and (survey.score, survey.group_average, len(survey.indicators)) == (60.42, 59.98, 3)
    assert [(f.code, f.severity, f.field) for f in draft.findings] == [
        ("unknown-indicator", "info", "survey.indicators")
    ]


@pytest.mark.parametrize("sign", ["-", "•", "."])
def test_a_bullet_or_a_speck_before_a_name_is_none_of_it(sign: str) -> None:
    body = [(code, f"{sign} {name}", str(score), str(average)) for code, name, score, average in READ]
    assert _read(_ruled(("ลำดับ", "ด้าน", "คะแนน", "ค่าเฉลี่ย"), *body)) == READ


@pytest.mark.parametrize(
    ("counted", "told"),
    [("1235", ["๔"]), ("1345", ["๒"]), ("1234", []), ("135", []), ("1256", []), ("234", []), ("13", [])],
)
def test_a_table_that_passes_over_one_of_its_indicators_is_doubted(counted: str, told: list[str]) -> None:
    table = "\n".join(f"{code}. ด้าน{code}\t7{code}.10\t6{code}.10\n{code}.2 ย่อย\t71.30\t60.40" for code in counted)
    [draft] = drafts(f"รายงานผลคะแนน\nการสำรวจความพร้อม ปี พ.ศ. 2569\nตัวชี้วัด\tคะแนน\tค่าเฉลี่ย\n{table}")
    doubted = [finding.message for finding in draft.findings if finding.field == "survey.indicators"]
    assert [message.split(" ")[1] for message in doubted] == told

"""Advice below the rows of a table of scores is read, and told where it cannot be; what wraps there of a name is none."""

from collections.abc import Sequence

import pytest

from workflow.parsers.bundle import papers_of
from workflow.parsers.draft import Draft
from workflow.parsers.fields.advice_below_scores import is_marked, with_scores_aside
from workflow.parsers.page import Line, Page
from workflow.parsers.rows import rows_of
from workflow.parsers.understand import understand

Runs = Sequence[tuple[float, float, str]]  # left and right edge in points, text
TOLD = [
    ("1.1", "แผนสมมุติ", "ทบทวนแผนให้ตรงกับงบประมาณรายปี", "ของหน่วยงานสมมุติ"),
    ("1.2", "ข้อมูลสมมุติ", "จัดทำคำอธิบายข้อมูลให้ครบทุกชุด", "ก่อนสิ้นปีงบประมาณ"),
    ("2.1", "บริการสมมุติ", "เปิดรับคำขอทางโทรศัพท์เคลื่อนที่", "ให้ครบทุกขั้นตอน"),
    ("2.2", "เครือข่ายสมมุติ", "สำรองเครือข่ายไว้ในอีกเส้นทางหนึ่ง", "ภายในไตรมาสแรก"),
]
PARTS = {"1.1": "ด้านที่ 1 การวางแผนสมมุติ", "2.1": "ด้านที่ 2 การให้บริการสมมุติ"}


def table(first: float = 130.0, names: float = 200.0) -> list[Runs]:
    """Return the runs of such a table: parts, coded rows with their marks, and text below at an edge."""
    rows: list[Runs] = [
        [(462, 533, "สิ่งที่ส่งมาด้วย")],
        [(146, 466, "สรุปคะแนนและข้อเสนอแนะรายตัวชี้วัดย่อย")],
        [(80, 269, "ด้าน / ตัวชี้วัดย่อย และข้อเสนอแนะ"), (432, 470, "คะแนน"), (490, 533, "ค่าเฉลี่ย")],
    ]
    for n, (code, name, text, rest) in enumerate(TOLD):
        if part := PARTS.get(code):
            rows.append([(80, 270, part), (441, 471, f"47.9{n}"), (503, 533, f"60.3{n}")])
        rows.append([(99, names, f"{code} {name}"), (441, 471, f"43.5{n}"), (503, 533, f"61.1{n}")])
        rows += [[(first, 394, text)], [(first, 300, rest)]]
    return [*rows, [(80, 140, "คะแนนรวม"), (441, 471, "65.13"), (503, 533, "62.23")]]


def lines(rows: Sequence[Runs]) -> list[Line]:
    return [
        Line(text, 1, n, (left, 70.0 + 20 * n, right, 90.0 + 20 * n), 14.0)
        for n, runs in enumerate(rows)
        for left, right, text in runs
    ]


def read(rows: Sequence[Runs]) -> Draft:
    (draft,) = understand(papers_of([Page(1, tuple(lines(rows)), 595.0, 842.0)]))
    return draft


def test_text_below_a_row_of_scores_is_its_advice_and_the_parts_are_indicators() -> None:
    draft = read(table())
    given = [(g.code, g.name, g.indicator, g.text) for g in draft.instrument.recommendations]
    indicators = ["การวางแผนสมมุติ", "การวางแผนสมมุติ", "การให้บริการสมมุติ", "การให้บริการสมมุติ"]
    assert given == [
        (code, name, indicator, text + rest)
        for (code, name, text, rest), indicator in zip(TOLD, indicators, strict=True)
    ]
    assert draft.instrument.survey
    scored = {row.code: row.score for row in draft.instrument.survey.indicators}
    assert scored.items() >= {"1.1": 43.5, "1.2": 43.51, "2.1": 43.52, "2.2": 43.53}.items()


def test_the_rest_of_a_name_that_fills_its_row_is_no_advice() -> None:
    rows = rows_of(lines(table(names=390.0)))
    assert with_scores_aside(rows) == rows
    assert with_scores_aside(at_the_edge := rows_of(lines(table(first=101.0)))) == at_the_edge


def test_text_below_the_rows_of_a_table_that_no_rule_took_in_is_told() -> None:
    (told,) = [f for f in read(table(first=101.0)).findings if f.field == "recommendations"]
    assert "๔ แห่ง" in told.message
    assert told.severity == "warning"


@pytest.mark.parametrize(
    ("runs", "marked"),
    [
        (["1.1 แผนสมมุติ", "43.54", "60.17"], True),
        (["1.1", "แผนสมมุติ", "43.54 60.17 80.00"], True),
        (["ก", "ผู้นำสมมุติ", "43.54"], True),
        (["1.1 แผนสมมุติ", "ทบทวนแผน", "43.54"], False),
        (["รหัส", "ตัวชี้วัด", "คะแนน"], False),
        (["1.1 แผนสมมุติ"], False),
    ],
)
def test_a_row_of_a_name_and_marks_is_known(runs: list[str], marked: bool) -> None:
    (row,) = rows_of(lines([[(100.0 * n + 80, 100.0 * n + 160, text) for n, text in enumerate(runs)]]))
    assert is_marked(row) == marked
    assert not any(map(is_marked, rows_of([Line("1.1  ก  2.0", 1, 0)])))

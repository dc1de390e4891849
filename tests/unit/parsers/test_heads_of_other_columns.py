"""Without ruling lines a head that stands over levels, weights or names is none of the numbers beside it."""

from collections.abc import Sequence

from workflow.parsers.fields.score_table import ScoreTable, score_table
from workflow.parsers.page import Line
from workflow.parsers.rows import rows_of

_Runs = Sequence[tuple[float, str]]


def _table(*rows: _Runs) -> ScoreTable:
    lines = [
        Line(text, 1, n, (x, 100.0 + 18 * n, x + 4 * len(text), 112.0 + 18 * n), 11.0)
        for n, runs in enumerate(rows)
        for x, text in runs
    ]
    return score_table([], rows_of(lines))


def _scores(found: ScoreTable) -> list[tuple[str, float | None]]:
    return [(row.code, row.score) for row in found.indicators]


_WANTED = [(f"1.{n}", 60 + n + 0.5) for n in range(1, 5)]


def test_a_head_over_levels_close_behind_the_scores_does_not_name_them() -> None:
    heads = [(90.0, "ที่"), (120.0, "รหัส"), (180.0, "ตัวชี้วัดย่อย"), (340.0, "คะแนน"), (372.0, "ระดับ")]
    rows = [
        [(90.0, str(n)), (120.0, f"1.{n}"), (160.0, f"การจัดทำแผนงานที่ {n}"), (341.0, f"6{n}.50"), (374.0, "ดีมาก")]
        for n in range(1, 5)
    ]
    assert _scores(_table(heads, *rows)) == _WANTED


def test_a_head_over_whole_weights_does_not_name_the_scores_beside_them() -> None:
    heads = [(150.0, "ตัวชี้วัดย่อย"), (330.0, "น้ำหนัก (ร้อยละ)"), (408.0, "ชป.")]
    rows = [[(90.0, f"1.{n} การจัดทำแผนงาน"), (358.0, "25"), (404.0, f"6{n}.50")] for n in range(1, 5)]
    total = [(140.0, "คะแนนรวม"), (356.0, "100"), (404.0, "63.00")]
    found = _table(heads, *rows, total)
    assert (_scores(found), found.score) == (_WANTED, 63.0)


def test_a_head_broken_over_the_numbers_and_a_word_aside_still_names_them() -> None:
    heads = [[(150.0, "ตัวชี้วัด"), (392.0, "ผลการ"), (470.0, "ค่าเฉลี่ย")], [(390.0, "ประเมิน"), (476.0, "กลุ่ม")]]
    rows = [[(90.0, f"1.{n} แผนงาน"), (396.0, f"6{n}.50"), (472.0, "50.25")] for n in range(1, 5)]
    found = _table(*heads, *rows)
    assert (_scores(found), found.named, found.indicators[0].group_average) == (_WANTED, True, 50.25)

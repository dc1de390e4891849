"""The picture of rounds: well-formed, without script, with a rule where a series breaks."""

from xml.etree import ElementTree

from workflow.core.round_comparison import ComparedLine, Score
from workflow.templates.round_plot import RULE, round_plot

SCORES = {2561: Score(2561, "1", "นโยบาย", 40.0), 2562: Score(2562, "1", "นโยบาย", 55.5, 60.0)}
GROWN = ComparedLine("1", "นโยบาย <และ> หลักปฏิบัติ", SCORES, {2562: 15.5}, {})
BROKEN = ComparedLine("1", "นโยบาย", SCORES, {}, {2562: "กรอบต่าง"})


def test_a_step_is_told_and_a_break_is_drawn_instead() -> None:
    grown, broken = (round_plot([line], (2561, 2562), "คะแนน") for line in (GROWN, BROKEN))
    assert "▲๑๕.๕๐" in grown and RULE not in grown
    assert "▲" not in broken and RULE in broken and "เทียบกับรอบก่อนไม่ได้" in broken


def test_names_are_escaped_and_nothing_runs_in_it() -> None:
    picture = ElementTree.fromstring(round_plot([GROWN], (2561, 2562), "คะแนน & รอบ"))
    assert {element.tag.rpartition("}")[2] for element in picture.iter()} <= {"svg", "rect", "line", "text"}
    assert any("<และ>" in (element.text or "") for element in picture.iter())


def test_a_score_beyond_the_scale_stays_in_its_column() -> None:
    line = ComparedLine("", "รวม", {2562: Score(2562, "", "รวม", 140.0)}, {}, {})
    picture = ElementTree.fromstring(round_plot([line], (2562,), "คะแนน"))
    assert (
        max(float(e.get("width", 0)) for e in picture.iter() if e.tag.endswith("rect") and e.get("height") == "14")
        == 110
    )

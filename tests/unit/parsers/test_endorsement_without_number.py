"""An endorsement whose number the recogniser could not read stays one endorsement."""

from workflow.parsers.bundle import Paper, Sheet
from workflow.parsers.endorsements import split_endorsements
from workflow.parsers.rows import Row


def test_a_page_of_endorsement_without_a_number_is_one_endorsement() -> None:
    rows = (Row("เรียน หัวหน้ากลุ่มงานพัสดุ", "เรียน หัวหน้ากลุ่มงานพัสดุ", 1), Row("เพื่อทราบ", "เพื่อทราบ", 1))
    sheet = Sheet(1, rows, (), None, None, "endorsement")
    ((part, repeats),) = split_endorsements(Paper("endorsement", (sheet,), rows=rows))
    assert part.rows == rows and repeats == ()

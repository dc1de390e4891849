"""What a pen wrote between the heads of a scan is no part of their values; coloured print of a text layer is."""

from workflow.parsers.fields.heads import head_fields
from workflow.parsers.rows import Row


def _row(text: str, *, inked: bool = False, scanned: bool = True) -> Row:
    return Row(text, text, 1, inked=inked, sure=(0.99,) * len(text) if scanned else ())


def _to(remark: Row) -> str:
    head = [_row("ที่ สม ๐๓๐๗/๖๑"), _row("เรื่อง แจ้งผลการสำรวจ"), _row("เรียน อธิการบดีมหาวิทยาลัยสมมุติ")]
    fields, _ = head_fields([*head, remark, _row("อ้างถึง หนังสือ ที่ สม ๐๓๐๗/๔ ลงวันที่ ๓ มีนาคม ๒๕๖๘")])
    return fields["เรียน"].text


def test_a_pens_remark_below_the_addressee_is_not_the_addressee() -> None:
    assert _to(_row("ด่วน ภายในสัปดาห์นี้", inked=True)) == "อธิการบดีมหาวิทยาลัยสมมุติ"


def test_coloured_print_of_a_text_layer_goes_on_with_the_value() -> None:
    assert "ผ่านสำนักสมมุติ" in _to(_row("ผ่านสำนักสมมุติ", inked=True, scanned=False))

"""The mistakes of a workbook that came in, as a table; the same for charts and for scores."""

from typing import TYPE_CHECKING

from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say

if TYPE_CHECKING:
    from workflow.services.sheet_tables import CellError

SHOWN = 50


def show_cell_errors(errors: "tuple[CellError, ...]", nothing: str) -> None:
    """Show the first mistakes by sheet, row and column, under what was not done (`nothing`: ยังไม่ได้เขียนอะไร), and how many more there are."""
    rows = [[e.sheet, to_thai(e.row) if e.row else "", e.column, e.message, e.next_step] for e in errors[:SHOWN]]
    title = f"{nothing}: มีที่ต้องแก้ {to_thai(f'{len(errors):,}')} แห่ง"
    say.table(title, ["แผ่นงาน", "แถว", "คอลัมน์", "ข้อผิด", "ขั้นต่อไป"], rows)
    if hidden := len(errors) - len(rows):
        say.note(f"แสดง {to_thai(SHOWN)} แห่งแรก ยังมีอีก {to_thai(f'{hidden:,}')} แห่ง แก้แล้วนำเข้าใหม่")

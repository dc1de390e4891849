"""Sign a memo's PDF: the last step, on a file beside the memo's own."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from workflow.core.errors import NotFound, Refused
from workflow.core.thai_digits import to_thai
from workflow.services.desk import Desk
from workflow.services.show_recipient import is_numbered
from workflow.services.write_memo import memo_files, render_memos
from workflow.store.tables import MemoRow


def sign_memo(desk: Desk, memo: int, seal: Callable[[bytes], bytes]) -> Path:
    """Write the signed PDF (`…-signed.pdf`) and return where it is; Refused for a draft, which has no number yet."""
    with desk.store.read() as session:
        row = session.get(MemoRow, memo)
    if row is None:
        raise NotFound(f"ไม่พบบันทึกลำดับที่ {to_thai(memo)}", next_step="ดูลำดับบันทึก (memo) ด้วย saraban status --json")
    if not is_numbered(row.number):
        raise Refused(f"บันทึกลำดับที่ {to_thai(memo)} ยังเป็นร่าง ไม่มีเลขหนังสือ", next_step="ออกเลขก่อนด้วย saraban submit")
    render_memos(desk, row.matter_id)
    pdf = memo_files(desk, row)[1]
    target = pdf.with_name(f"{pdf.stem}-signed.pdf")
    part = target.with_name(f".{uuid4().hex}.part")
    part.write_bytes(seal(pdf.read_bytes()))
    part.replace(target)
    return target

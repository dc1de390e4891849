"""Sign a memo's PDF: the last step, on a file beside the memo's own."""

from collections.abc import Callable
from pathlib import Path

from workflow.core.errors import Refused
from workflow.core.thai_digits import to_thai
from workflow.services.desk import Desk
from workflow.services.memo_files import memo_files
from workflow.services.show_recipient import is_numbered
from workflow.services.write_memo import render_memos
from workflow.store.matters import written_memo
from workflow.templates.whole_file import write_whole


def sign_memo(desk: Desk, memo: int, seal: Callable[[bytes], bytes]) -> Path:
    """Write the signed PDF (`…-signed.pdf`) and return where it is; Refused for a draft, which has no number yet."""
    with desk.store.read() as session:
        row = written_memo(session, memo)
    if not is_numbered(row.number):
        raise Refused(f"บันทึกลำดับที่ {to_thai(memo)} ยังเป็นร่าง ไม่มีเลขหนังสือ", next_step="ออกเลขก่อนด้วย saraban submit")
    render_memos(desk, row.matter_id)
    pdf = memo_files(desk, row)[1]
    target = pdf.with_name(f"{pdf.stem}-signed.pdf")
    write_whole(target, seal(pdf.read_bytes()))
    return target

"""What a browser sends: plain forms, and files, each held to a size before it is read into memory."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile

from workflow.core.errors import Refused, UsageError
from workflow.core.thai_digits import to_thai
from workflow.services.take_in import MAX_AT_ONCE, MAX_UPLOAD

MAX_FORM = 2_000_000  # bytes: every field of a long survey with its recommendations is a tenth of that
MAX_FIELDS = 5_000
MAX_BODY = MAX_UPLOAD + 1_000_000  # bytes of one press of the button, all files together


async def plain_form(request: Request) -> Mapping[str, str]:
    """Return the fields of a form without files; of a name sent twice the last counts."""
    form, _ = await chosen_form(request)
    return form


async def chosen_form(request: Request) -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]]:
    """Return a form's fields, and for each name all that was sent under it (ticked boxes)."""
    _held_to(request, MAX_FORM)
    async with request.form(max_files=0, max_fields=MAX_FIELDS) as form:
        many: dict[str, tuple[str, ...]] = {}
        for name, value in form.multi_items():
            if isinstance(value, str):
                many[name] = (*many.get(name, ()), value)
        return {name: values[-1] for name, values in many.items()}, many


async def sent_files(request: Request) -> tuple[tuple[str, bytes], ...]:
    """Return the files of a form with their names; UsageError when none was chosen, Refused for more than one may send."""
    _held_to(request, MAX_BODY)
    async with request.form(max_files=MAX_AT_ONCE + 1, max_fields=100) as form:
        files = [value for _, value in form.multi_items() if isinstance(value, UploadFile) and value.filename]
        if len(files) > MAX_AT_ONCE:
            raise Refused(f"ส่งได้ครั้งละไม่เกิน {to_thai(MAX_AT_ONCE)} แฟ้ม", next_step="แบ่งส่งหลายครั้ง")
        if not files:
            raise UsageError("ยังไม่ได้เลือกแฟ้ม", next_step="เลือกแฟ้มหรือถ่ายภาพ แล้วกดส่งอีกครั้ง")
        return tuple([(file.filename or "", await file.read()) for file in files])


def _held_to(request: Request, most: int) -> None:
    said = request.headers.get("content-length", "")
    if not said.isdecimal():
        raise UsageError("คำขอไม่บอกขนาด จึงไม่รับ", next_step="ส่งจากหน้าเว็บของระบบ")
    if int(said) > most:
        raise Refused(
            f"ส่งมาใหญ่เกิน {to_thai(most // 1_000_000)} ล้านไบต์ต่อครั้ง", next_step="แบ่งส่งทีละแฟ้ม หรือสแกนใหม่ที่ ๓๐๐ จุดต่อนิ้ว"
        )


TheForm = Annotated[Mapping[str, str], Depends(plain_form)]
Chosen = Annotated[tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]], Depends(chosen_form)]
Files = Annotated[tuple[tuple[str, bytes], ...], Depends(sent_files)]

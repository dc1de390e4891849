"""Old Word files (.doc) and their kin (.rtf, .odt): printed as PDF by LibreOffice, when this machine has it."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workflow.core.errors import TryAgain, UnreadableFile
from workflow.parsers.old_word_hazards import refuse_hazards

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 50  # it takes five to start


@contextmanager
def as_pdf(path: Path) -> Iterator[Path]:
    """Give the file printed as PDF, under its own name; Refused when it would act or reach out; UnreadableFile without LibreOffice or when
    it cannot open the file.

    LibreOffice runs with a profile of its own, made new each time: two at once do not meet, and no macro is
    trusted. What it started is ended with this process's group (worker.py).
    """
    refuse_hazards(path)
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise UnreadableFile(
            f"แฟ้ม {path.name} เป็น Word รุ่นเก่า และเครื่องนี้ไม่มี LibreOffice สำหรับเปิด",
            next_step="เปิดใน Word แล้วบันทึกเป็น .docx หรือ PDF หรือติดตั้งด้วยคำสั่ง apt-get install libreoffice-writer แล้วอ่านใหม่",
        )
    with tempfile.TemporaryDirectory() as folder:
        _convert(program, path, Path(folder))
        printed = Path(folder) / f"{path.stem}.pdf"
        if not printed.is_file():
            raise UnreadableFile(
                f"แฟ้ม {path.name} เปิดเป็น Word ไม่ได้ อาจเสียหายหรือรับมาไม่ครบ", next_step="ขอแฟ้มจากผู้ส่งใหม่ หรือขอเป็น PDF"
            )
        yield printed


def _convert(program: str, path: Path, folder: Path) -> None:
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--convert-to", "pdf", "--outdir", str(folder), str(path.absolute()),
    ]  # fmt: skip
    try:
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise TryAgain(
            f"LibreOffice เปิดแฟ้ม {path.name} ไม่เสร็จในเวลาที่กำหนด", next_step="ลองอีกครั้ง หรือขอแฟ้ม PDF จากผู้ส่ง"
        ) from error

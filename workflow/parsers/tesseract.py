"""Tesseract as the recogniser, run as a program; its Thai models cannot write ๔ ๖ ๗ ๘ ๙, so none of its digits is trusted."""

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.core.errors import TryAgain, UnreadableFile
from workflow.parsers.scan import Word

LANGUAGES = "tha+eng"  # tha alone loses Latin words
_INSTALL = "ติดตั้งด้วยคำสั่ง apt-get install tesseract-ocr tesseract-ocr-tha แล้วอ่านใหม่"
_WORD_LEVEL = "5"


@dataclass(frozen=True)
class TesseractOcr:
    """The program `tesseract` with page segmentation 3, the steadiest on damaged scans; one thread, `timeout` seconds a page."""

    program: str = "tesseract"
    timeout: float = 120.0
    name: str = "tesseract tha+eng"
    digits_trusted: bool = False

    def read(self, image: bytes, *, dpi: int) -> Sequence[Word]:
        """Return the words Tesseract sees; UnreadableFile with the command to type when it or its Thai model is absent."""
        if shutil.which(self.program) is None:
            raise UnreadableFile("หน้านี้เป็นภาพสแกน และเครื่องนี้ไม่มีโปรแกรม tesseract สำหรับอ่านภาพ", next_step=_INSTALL)
        command = [self.program, "stdin", "stdout", "-l", LANGUAGES, "--psm", "3", "--dpi", str(dpi), "tsv"]
        try:
            done = subprocess.run(
                command, input=image, capture_output=True, timeout=self.timeout, env=_environment(), check=False
            )
        except subprocess.TimeoutExpired as error:
            raise TryAgain("อ่านภาพสแกนหน้านี้ไม่เสร็จในเวลาที่กำหนด", next_step="สแกนใหม่ให้คมชัดขึ้น หรือลองอ่านอีกครั้ง") from error
        if done.returncode:
            raise self._failed()
        return list(_words(done.stdout.decode("utf-8", errors="replace")))

    def _failed(self) -> UnreadableFile:
        listed = subprocess.run([self.program, "--list-langs"], capture_output=True, timeout=self.timeout, check=False)
        if not {b"tha", b"eng"} <= set((listed.stdout + listed.stderr).split()):
            return UnreadableFile("โปรแกรม tesseract ในเครื่องนี้ไม่มีข้อมูลภาษาไทย", next_step=_INSTALL)
        return UnreadableFile("โปรแกรม tesseract อ่านภาพสแกนหน้านี้ไม่ได้", next_step="สแกนหน้านี้ใหม่ แล้วอ่านอีกครั้ง")


def _environment() -> dict[str, str]:
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}  # its threads only get in each other's way


def _words(tsv: str) -> Iterator[Word]:
    lines: dict[tuple[str, ...], int] = {}
    for row in csv.DictReader(io.StringIO(tsv), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] != _WORD_LEVEL or not (row["text"] or "").strip():
            continue
        line = lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), len(lines))
        left, top = float(row["left"]), float(row["top"])
        box = left, top, left + float(row["width"]), top + float(row["height"])
        yield Word(row["text"], box, line, max(0.0, float(row["conf"]) / 100))

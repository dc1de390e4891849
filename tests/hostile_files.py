"""Files that a clerk or a stranger may hand in and that must be refused with a clear message; made by code, none is committed."""

from pathlib import Path

import pikepdf

PASSWORD = "ไม่มีใครรู้"


def text_named_pdf(folder: Path) -> Path:
    """Write a plain-text file renamed to `.pdf`."""
    path = folder / "แท้จริงเป็นข้อความ.pdf"
    path.write_text("เรื่อง แจ้งผลการสำรวจ\nไฟล์นี้เป็นข้อความธรรมดาที่ถูกเปลี่ยนชื่อ\n", encoding="utf-8")
    return path


def empty_pdf(folder: Path) -> Path:
    """Write a file of no bytes named `.pdf`."""
    path = folder / "ว่างเปล่า.pdf"
    path.write_bytes(b"")
    return path


def encrypted_pdf(folder: Path, password: str = PASSWORD) -> Path:
    """Write a one-page PDF (AES-256) that opens only with `password`."""
    path = folder / "เข้ารหัส.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(path, encryption=pikepdf.Encryption(user=password, owner=password, R=6))
    return path

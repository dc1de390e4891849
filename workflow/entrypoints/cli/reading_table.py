"""A reading as a clerk sees it in a terminal."""

from workflow.core.bundle_facts import KIND_THAI
from workflow.core.reading import Instrument, Reading, Recommendation
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.entrypoints.cli import say

_SEVERITY = {"error": "[bold red]ผิด[/]", "warning": "[yellow]สงสัย[/]", "info": "[dim]แจ้ง[/]"}


def show_reading(reading: Reading) -> None:
    """Print the papers, their recommendations, the doubts and the secrets found."""
    say.table(
        reading.source.file, ["ฉบับ", "หน้า", "ที่", "วันที่", "เรื่อง", "ข้อเสนอแนะ"], [_row(i) for i in reading.instruments]
    )
    for paper in reading.instruments:
        _show_recommendations(paper)
    rows = [[_SEVERITY[f.severity], f.code, to_thai(f.page or "-"), f.message] for f in reading.findings]
    if rows:
        say.table("ข้อสังเกต", ["", "รหัส", "หน้า", "ข้อความ"], rows)
    if reading.secrets:
        kinds = ", ".join(f"{s.masked} (หน้า {to_thai(s.page or '-')})" for s in reading.secrets)
        say.answer(f"[bold red]ข้อมูลลับ[/] {to_thai(len(reading.secrets))} แห่ง จะถูกปกปิดในทุกฉบับที่ส่งต่อ: {kinds}")


def _row(paper: Instrument) -> list[str]:
    missing = f" (ขาดหน้า {', '.join(to_thai(p) for p in paper.missing_pages)})" if paper.missing_pages else ""
    return [
        KIND_THAI[paper.kind], ", ".join(to_thai(p) for p in paper.pages) + missing, to_thai(paper.number or _unseen(paper)),
        short(paper.date) if paper.date else _unseen(paper), paper.subject or "", to_thai(len(paper.recommendations) or ""),
    ]  # fmt: skip


def _unseen(paper: Instrument) -> str:
    """Return what stands for a number or a date that was not read; an enclosure bears none."""
    return "" if paper.kind == "table" else "?"


def _show_recommendations(paper: Instrument) -> None:
    grouped = any(r.group for r in paper.recommendations)
    rows = [[to_thai(r.code), r.name, _above(r, grouped=grouped), r.text[:90]] for r in paper.recommendations]
    if rows:
        number = to_thai(paper.number or _unseen(paper))
        title = f"ข้อเสนอแนะใน{KIND_THAI[paper.kind]}" + (f" ที่ {number}" if number else "")
        say.table(title, ["ตัวชี้วัดย่อย", "ชื่อ", "กลุ่มหรือตัวชี้วัด", "ข้อเสนอแนะ"], rows)


def _above(given: Recommendation, *, grouped: bool) -> str:
    """Return the heading that an advice stands under: its group, else its indicator where the paper has no groups."""
    return given.group or ("(หัวข้อสูญหาย)" if grouped else given.indicator or "")

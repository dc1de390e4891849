"""What a recipient's copy costs: `python -m benchmarks.copies [--count N]`, beside setting the whole memo again, in one run."""

import argparse
import resource
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.letters_read import cpu_seconds
from benchmarks.memos_made import alike_memos
from benchmarks.writing import FONTS, MEASURE
from workflow.templates.copies.copy import Copy, delta
from workflow.templates.copies.master import Master, opened_master, prepared
from workflow.templates.copies.print_file import write_all
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import lay_out
from workflow.templates.pdf_page import pdf_bytes
from workflow.templates.render import render

NATION, PROVINCES = 200_000, 1520


def main() -> None:
    """Print CPU, bytes and memory."""
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    given.add_argument("--count", type=int, default=5000, help=f"copies to make ({NATION}: the whole nation)")
    count = given.parse_args().count
    memo = next(alike_memos(1))
    master = opened_master(prepared(pdf_bytes(memo, lay_out(memo, MEASURE, HOUSE), FONTS, HOUSE), FONTS.regular))
    whole, size = _made(master, count // 10)
    early = _peak()
    spent, size = _made(master, count)
    print(
        f"{count} copies: {1000 * spent / count:.2f} ms CPU and {size / count:.0f} bytes each; "
        f"peak {early:.0f} MB after a tenth, {_peak():.0f} MB after all"
    )
    print(
        f"{NATION} copies at that rate: {spent / count * NATION / 60:.1f} minutes of CPU, {size / count * NATION / 1e9:.2f} GB"
    )
    with TemporaryDirectory() as folder:
        begin = cpu_seconds()
        for document in alike_memos(40, 1):
            render(document, Path(folder), "memo", fonts=FONTS)
        whole = (cpu_seconds() - begin) / 40
    print(f"a memo set anew as DOCX and PDF: {1000 * whole:.1f} ms CPU, x {whole * count / spent:.0f} of a copy")
    out, begin = BytesIO(), cpu_seconds()
    pages = write_all(master, (_copy(n) for n in range(1, PROVINCES + 1)), FONTS.regular, out)
    print(
        f"one print file of {PROVINCES} copies: {pages} pages, {out.tell() / 1e6:.2f} MB, {cpu_seconds() - begin:.1f} s CPU"
    )


def _made(master: Master, count: int) -> tuple[float, int]:
    """Return CPU seconds and bytes of so many copies, none of them kept."""
    begin = cpu_seconds()
    size = sum(len(delta(master, _copy(n), FONTS.regular)) for n in range(1, count + 1))
    return cpu_seconds() - begin, size


def _copy(n: int) -> Copy:
    return Copy(f"ผู้บังคับการตำรวจภูธรจังหวัดตัวอย่างที่ {n}", n, f"https://saraban.office.example/matters/12/recipients/{n}")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()

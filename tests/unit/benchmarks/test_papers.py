"""The papers the reader is measured on: what they are is what their gold says."""

import io
from random import Random

import pypdfium2
import pytest

from benchmarks.papers.bundle import bundle
from benchmarks.papers.damage import LEVELS, bound, scanned
from benchmarks.papers.desk import Desk
from benchmarks.papers.draw import pdf_of
from benchmarks.papers.faces import body_type, words
from benchmarks.papers.flow import Flow, Style
from benchmarks.papers.gold import Paper
from benchmarks.papers.make import MAKERS, made
from benchmarks.papers.sheet import Group, Line, Run, Sheet
from benchmarks.scoring import fold

SEEDS = range(300, 303)


def paper(kind: str, seed: int) -> Paper:
    """Draw one paper."""
    return MAKERS[kind](Desk(Random(seed)))


def printed(of: Paper) -> str:
    """Return all that stands on the sheets, line by line."""
    return "\n".join(line.text for sheet in of.sheets for line in sheet.lines())


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", MAKERS)
def test_every_page_of_a_paper_is_on_a_sheet(kind: str, seed: int) -> None:
    drawn = paper(kind, seed)
    pages = [page for one in drawn.instruments for page in one["pages"]]
    assert pages
    assert set(pages) <= set(range(1, len(drawn.sheets) + 1))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", ["letter", "memo", "stamped", "invitation", "endorsement"])
def test_the_gold_number_and_signatory_are_printed(kind: str, seed: int) -> None:
    drawn = paper(kind, seed)
    text = fold(printed(drawn))
    for one in drawn.instruments:
        assert fold(one["number"]) in text
        assert fold((one.get("signatory") or {}).get("name", "")) in text
        assert all(fold(to) in text for to in one["to"])


@pytest.mark.parametrize("seed", SEEDS)
def test_the_advice_of_a_memo_is_printed_under_its_code(seed: int) -> None:
    drawn = paper("memo", seed)
    text = fold(printed(drawn)).replace("\n", "")
    for item in drawn.instruments[0]["recommendations"]:
        assert fold(f"{item['code']}") in text
        assert fold(item["group"]) in text


@pytest.mark.parametrize("seed", SEEDS)
def test_a_table_adds_up(seed: int) -> None:
    rows = paper("table", seed).instruments[0]["survey"]["indicators"]
    for top in (row for row in rows if "." not in row["code"]):
        parts = [row["score"] for row in rows if row["code"].startswith(top["code"] + ".")]
        assert top["score"] == pytest.approx(sum(parts) / len(parts), abs=0.006)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_counts_of_a_letter_add_up(seed: int) -> None:
    counts = paper("letter", seed).instruments[0]["survey"]["counts"]
    if len(counts) > 1:
        assert counts["total"]["surveyed"] == sum(c["surveyed"] for level, c in counts.items() if level != "total")


def test_the_same_seed_gives_the_same_paper() -> None:
    assert made("memo", "l0", 5).pdf == made("memo", "l0", 5).pdf


def test_bundles_lose_move_and_double_pages_and_say_so() -> None:
    drawn = [bundle(Desk(Random(seed))) for seed in range(24)]
    found = set().union(*(one.findings for one in drawn))
    assert {"missing-page", "pages-out-of-order", "duplicate-page"} <= found
    for one in drawn:
        moved = any(i["pages"] != sorted(i["pages"]) for i in one.instruments)
        assert moved == ("pages-out-of-order" in one.findings)
        assert any(i["missing_pages"] for i in one.instruments) == ("missing-page" in one.findings)


def test_the_text_layer_is_the_text_that_was_set() -> None:
    drawn = paper("letter", 301)
    document = pypdfium2.PdfDocument(pdf_of(drawn.sheets, pen=False))
    text = fold("".join(page.get_textpage().get_text_range() for page in document))
    document.close()
    assert fold(drawn.instruments[0]["number"]) in text
    assert fold(drawn.instruments[0]["signatory"]["name"]) in text


def test_a_scan_has_no_text_and_its_levels_resolution() -> None:
    jpegs = scanned(pdf_of(paper("stamped", 300).sheets), LEVELS["l3"], 1)
    document = pypdfium2.PdfDocument(io.BytesIO(bound(jpegs, 150)))
    size, text = document[0].get_size(), document[0].get_textpage().get_text_range()
    document.close()
    assert text == ""
    assert size == pytest.approx((595, 842), abs=1)


def test_a_line_never_ends_within_a_number_or_before_a_mark() -> None:
    text = "ตามหนังสือที่ สวอ 2566/ว4512 ลงวันที่ 12 กันยายน 2566 (Data Catalog) แล้ว ๆ"
    cut = words(text)
    assert "".join(cut) == text
    assert "สวอ " in cut
    assert "2566/ว4512 " in cut
    assert not any(word[0] in "ะาำๆ)" for word in cut)


def test_a_turned_page_has_its_number_and_the_page_before_its_catchword() -> None:
    flow = Flow(Style(body_type("Laksaman"), thai=True))
    for _ in range(40):
        flow.para("เห็นควรแจ้งหน่วยงานที่เกี่ยวข้องทราบ และรายงานผลการดำเนินงานภายในกำหนดเวลา")
    assert flow.page == 2
    assert flow.sheets[1].lines()[0].text == "- ๒ -"
    word = flow.sheets[0].lines()[-1].text.strip("/.")
    assert flow.sheets[1].lines()[1].text.startswith(word)


def test_a_line_is_placed_where_its_turned_stamp_puts_it() -> None:
    kind = body_type("Loma")
    line = Line(100.0, 20.0, (Run("เวลา ๑๔.๔๓", kind),))
    level, turned = (Group(300.0, 50.0, angle, (line,)).placed(line) for angle in (0.0, 6.0))
    assert level.box == pytest.approx((400.0, 70 - 0.75 * kind.size, level.box[2], 70 + 0.25 * kind.size))
    assert turned.box[1] - level.box[1] == pytest.approx(14, abs=3)
    assert abs(turned.box[0] - level.box[0]) < 5


def test_a_line_cut_off_by_the_sheet_is_not_among_those_to_read() -> None:
    kind = body_type("Loma")
    kept, cut = (Line(90.0, y, (Run(text, kind),)) for y, text in ((830.0, "โทร. ๐๒"), (840.0, "โทรสาร ๐๒")))
    assert Sheet(print=[kept, cut]).lines() == [kept]

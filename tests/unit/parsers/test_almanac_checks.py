"""Doubts that need tables: a day on which offices are shut, a rank that does not hold its post; and cited numbers read unsurely."""

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.unit.parsers.papers import page
from tests.unit.parsers.scanned import checked, scanned
from tests.unit.parsers.test_checks import letter
from tests.unit.parsers.test_noisy_heads import MEMO
from workflow.core.almanac import Almanac
from workflow.core.errors import ConfigError
from workflow.core.reading import Finding
from workflow.parsers.bundle import papers_of
from workflow.parsers.checks import Context, run_checks
from workflow.parsers.checks.date_candidates import candidates
from workflow.parsers.understand import understand
from workflow.store.almanac_files import load_almanac

SHUT = Almanac({date(2024, 2, 1): "วันหยุดสมมุติ"})
RANKS = Almanac(ranks={"ผบก.": frozenset({"พล.ต.ต."}), "รอง ผบก.": frozenset({"พ.ต.อ."})})
SIGNED = "{rank}\n(นางตัวอย่าง สมมุติดี)\n{post}"


def told(code: str, text: str, almanac: Almanac) -> list[Finding]:
    papers = tuple(papers_of([page(text)]))
    return [f for f in run_checks(understand(papers), Context(papers, almanac=almanac)) if f.code == code]


def signed(rank: str, post: str) -> str:
    return letter().replace("(นางตัวอย่าง สมมุติดี)\nเลขาธิการ", SIGNED.format(rank=rank, post=post))


def test_a_paper_dated_on_a_holiday_is_noted_with_its_name() -> None:
    (doubt,) = told("not-a-working-day", letter(), SHUT)
    assert "วันหยุดสมมุติ" in doubt.message and doubt.severity == "info"
    assert told("not-a-working-day", letter(), Almanac()) == []


@pytest.mark.parametrize(
    ("rank", "post", "silent"),
    [
        ("พล.ต.ต.", "ผบก.ตย.", True),
        ("พ.ต.อ.", "รอง ผบก.ตย.", True),
        ("พ.ต.อ.หญิง", "รอง ผบก.ตย.", True),
        ("พ.ต.ท.", "รอง ผบก.ตย.", False),
        ("พ.ต.อ.", "ผบก.ตย.", False),
        ("พ.ต.อ.", "นายแพทย์ตัวอย่าง", True),
    ],
)
def test_a_rank_that_does_not_hold_its_post_is_told(rank: str, post: str, silent: bool) -> None:
    assert (told("rank-post-conflict", signed(rank, post), RANKS) == []) is silent


def test_the_conflict_names_the_ranks_of_the_post() -> None:
    (doubt,) = told("rank-post-conflict", signed("พ.ต.ท.", "ผบก.ตย."), RANKS)
    assert (doubt.field, doubt.candidates) == ("signatory.rank", ("พล.ต.ต.",))


def test_the_shared_tables_are_read_and_may_be_absent(tmp_path: Path) -> None:
    almanac = load_almanac(ROOT / "config")
    assert almanac.ranks_of("รอง ผบช.ตย.") == frozenset({"พล.ต.ต."}) and almanac.day_off(date(2019, 1, 1))
    assert load_almanac(tmp_path) == Almanac()


def test_a_post_written_twice_in_the_table_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    table = "post,ranks,source\nผบก.,พล.ต.ต.,สมมุติ\nผบก.,พ.ต.อ.,สมมุติ\n"
    (tmp_path / "shared" / "rank-posts.csv").write_text(table, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"rank-posts\.csv"):
        load_almanac(tmp_path)


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("๒๐ ร.ค. ๒๕๖๒", {date(2019, 12, 20): 0}),  # one month has that shape
        ("๒๐ พ.ข. ๒๕๖๒", {date(2019, 5, 20): 1, date(2019, 11, 20): 1}),  # a letter away from two
        ("ลงวันที่", {}),
    ],
)
def test_what_a_bent_month_may_have_been(printed: str, days: dict[date, int]) -> None:
    found = {on: cost for on, cost in candidates(printed).items() if on.day == 20}
    assert found == days


CITING = [(x, text.replace("ได้แจ้งผลมา", "มีหนังสือ ที่ ทส ๒๕๖๒/ว๗๗ ลง ๑ พ.ย.๖๒ แจ้งผลมา")) for x, text in MEMO]
LETTER = [
    (0, "ที่ ทส ๒๕๖๒/ว๗{0}"), (230, "สำนักงานกลางสมมุติ"), (190, "๑ พฤศจิกายน ๒๕๖๒"), (0, "เรื่อง แจ้งผลการสำรวจสมมุติ"), (0, "เรียน อธิบดีกรมสมมุติ"),
    (72, "ด้วยสำนักงานกลางสมมุติได้สำรวจแล้ว"), (72, "จึงเรียนมาเพื่อโปรดทราบ"), (190, "ขอแสดงความนับถือ"), (190, "(นางตัวอย่าง สมมุติดี)"), (190, "เลขาธิการ"),
]  # fmt: skip


def conflict(last: str, doubts: dict[str, float]) -> list[tuple[str, str | None]]:
    cited = [(x, text.format(last)) for x, text in LETTER]
    _, findings = checked(scanned(cited, 1, doubts), scanned(CITING, 2))
    return [(f.code, f.field) for f in findings if f.field and f.field.endswith(".number")]


def test_a_letter_cited_under_another_number_is_a_conflict_on_a_scan_too() -> None:
    assert conflict("๑", {}) == [("reference-number-conflict", "references[0].number")]
    assert conflict("๗", {}) == []


def test_a_number_that_was_read_unsurely_is_a_doubt_and_no_conflict() -> None:
    assert conflict("๑", {"ว๗๑": 0.5}) == [("low-confidence", "references[0].number")]


def test_a_citation_whose_day_cannot_be_read_is_a_doubt() -> None:
    torn = [(x, text.replace("๑ พ.ย.๖๒", "๑ พ.ข.๖๒")) for x, text in CITING]
    drafts, findings = checked(scanned(torn))
    assert [(r.number, r.date) for r in drafts[0].instrument.references] == [("ทส 2562/ว77", None)]
    assert "references[0].date" in [f.field for f in findings]

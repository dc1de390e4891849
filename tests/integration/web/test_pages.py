"""What an officer sees."""

from datetime import date
from pathlib import Path

import pypdfium2

from tests import build
from tests.integration.web.conftest import TODAY, Site, change
from tests.integration.web.signed_in import as_
from tests.unit.templates.papers import FONTS, long_memo
from workflow.core.correction import Correction
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.services.make_copies import CopiesRequest, make_copies
from workflow.services.show_matters import show_matters
from workflow.services.show_status import Counts, show_status
from workflow.store.corrections import keep
from workflow.store.engine import Store
from workflow.templates.render import render

COUNTS = ("<b>๓</b> ส่ง", "<b>๑</b> ลงรับ", "<b>๑</b> รับทราบ", "<b>๑</b> ส่งต่อ", "<b>๒</b> เกินกำหนด")


def test_the_list_shows_a_matter_with_its_counts(site: Site) -> None:
    page = site.page.get("/matters").text
    assert [words for words in (to_thai(build.SUBJECT), *COUNTS) if words not in page] == []


def test_the_list_counts_as_the_matter_itself_counts(site: Site) -> None:
    build.matter(site.desk, "เรื่องที่ยังไม่ส่งถึงใคร")
    for card in show_matters(site.desk, today=TODAY):
        assert card.counts == show_status(site.desk, card.matter, today=TODAY).counts


def test_the_list_counts_alike_on_both_databases(store: Store, tmp_path: Path) -> None:
    desk = build.desk(store, tmp_path)
    matter = build.matter(desk)
    memo = build.memo(desk, matter)
    parent = build.sent(desk, matter, memo, "ผบช.สงป.")
    build.sent(desk, matter, build.memo(desk, matter, "ส่งต่อ"), "ผบก.ก.", parent=parent)
    assert [card.counts for card in show_matters(desk, today=TODAY)] == [Counts(2, 0, 0, 1, 2, waiting=2)]


def test_a_matter_with_overdue_units_stands_above_a_newer_one(site: Site) -> None:
    newer = build.matter(site.desk, "เรื่องใหม่กว่า")
    assert [card.matter for card in show_matters(site.desk, today=TODAY)] == [site.matter, newer]
    assert [card.matter for card in show_matters(site.desk, today=build.SENT)] == [newer, site.matter]


def test_an_empty_office_is_told_how_to_begin(site: Site) -> None:
    for table in (
        "event",
        "acknowledgement",
        "receipt",
        "tally",
        "sending",
        "dispatch",
        "memo",
        "register_entry",
        "matter",
    ):
        change(site.desk, f"delete from {table}")
    assert '<a class="go" href="/intake">รับหนังสือเข้า</a>' in site.page.get("/matters").text


def test_a_matter_shows_how_long_each_step_was_waited_for(site: Site) -> None:
    page = site.page.get(f"/matters/{site.matter}").text
    assert "รอ ๑๕ วัน (๑๑ วันทำการ) นานที่สุด" in page  # ๑๑ → ๒๖ พ.ย.
    assert "รอ ๑๐ วัน (๗ วันทำการ)" in page  # ๒๖ พ.ย. → ๖ ธ.ค.: the fifth is a holiday
    assert "รอ ๙ วัน (๗ วันทำการ) ถึงวันนี้" in page  # ๑๑ → ๒๐ ธ.ค.


def test_a_matter_shows_each_unit_its_number_and_who_acknowledged(site: Site) -> None:
    page = site.page.get(f"/matters/{site.matter}").text
    for words in (
        "เลขรับ <b>๑</b>",
        "ตัวอย่าง คนที่3",
        "รอง ผบช.ฯ ปรท.ผบช.สงป.",
        "ตามที่ลงนามบนกระดาษ",
        "ส่งต่อแล้ว",
        "เกินกำหนด",
    ):
        assert words in page


def test_units_below_stay_folded_once_all_have_answered(site: Site) -> None:
    page = f"/matters/{site.matter}"
    assert "<details open>\n    <summary>ส่งต่อให้ ๑ ราย" in site.page.get(page).text
    change(site.desk, "update dispatch set state = 'acknowledged' where parent_id is not null")
    assert "<details>\n    <summary>ส่งต่อให้ ๑ ราย" in site.page.get(page).text


def test_a_pill_lists_only_its_units(site: Site) -> None:
    page = site.page.get(f"/matters/{site.matter}?show=overdue").text
    assert "เฉพาะที่เกินกำหนด ๒ ราย" in page
    assert ("ผบก.ก.</a>" in page, "ผบก.ข.</a>" in page, "ผบช.สงป.</a>" in page) == (True, True, False)


def test_a_recipient_reads_the_paper_who_sent_it_and_why(site: Site) -> None:
    page = site.page.get(site.recipient("ผบก.ข.")).text
    for words in ("เพื่อโปรดทราบ และพิจารณาดำเนินการ", "ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า", "๑๖ ธันวาคม ๒๕๖๒", "(ตัวอย่าง คนที่๑)"):
        assert words in page


def test_a_unit_further_down_also_reads_what_was_passed_on_to_it(site: Site) -> None:
    page = site.page.get(site.recipient("ผบก.ก.")).text
    assert page.index("เพื่อทราบ และประชาสัมพันธ์") < page.index("เพื่อโปรดทราบ และพิจารณาดำเนินการ")


def test_words_of_a_paper_are_shown_as_words_not_as_markup(site: Site) -> None:
    memo = build.memo(site.desk, site.matter, "<script>alert(1)</script>")
    dispatch = build.sent(site.desk, site.matter, memo, "ผบช.สทส.")
    page = site.page.get(f"/matters/{site.matter}/recipients/{dispatch}").text
    assert "&lt;script&gt;" in page
    assert "<script>" not in page


def test_a_register_is_a_table_of_the_books_columns(site: Site) -> None:
    page = site.as_(Role.REGISTRY, "สงป.").get("/registers/สงป./2562/รับ").text
    assert "ทะเบียนหนังสือรับ สงป. พ.ศ. ๒๕๖๒" in page
    assert "ไม่มีเลขขาด" in page
    assert '<td data-label="ที่">๐๐๓๓/๑</td>' in page


def test_a_matter_answered_years_later_still_says_how_many_days(site: Site) -> None:
    """The calendar of the tests ends with 2562: working days are then not told, calendar days are."""
    site.app.state.now = lambda: build.at(date(2026, 7, 1))
    page = as_(site.desk, site.app, Role.DRAFTER, "สทส.").get(f"/matters/{site.matter}").text
    assert "รอ ๒,๓๙๔ วัน ถึงวันนี้" in page


def test_a_draft_is_not_shown_as_if_it_had_a_number(site: Site) -> None:
    memo = build.memo(site.desk, site.matter, kind="result-report")
    assert "ยังไม่ออกเลข" not in site.page.get(f"/matters/{site.matter}").text
    change(site.desk, f"update memo set number = '๐๐๓๓/' where id = {memo}")
    assert "ยังไม่ออกเลข" in site.page.get(f"/matters/{site.matter}").text


def test_a_matter_shows_what_was_corrected_and_by_whom(site: Site) -> None:
    made = Correction(1, "number", "ทส 1/2", "ส.ต.ต. <ตัวอย่าง>", build.at(TODAY), was="ทส 1/7")
    with site.desk.store.write() as session:
        keep(session, site.matter, made)
    page = site.page.get(f"/matters/{site.matter}").text
    assert "<b>ทส ๑/๒</b>" in page
    assert "อ่านได้ ทส ๑/๗ · แก้โดย ส.ต.ต. &lt;ตัวอย่าง&gt;" in page


def test_a_recipients_own_copy_is_put_together_when_it_is_downloaded_as_it_will_be_sent(
    site: Site, tmp_path: Path
) -> None:
    file = next((tmp_path / "memos").rglob("*-forwarding-note.pdf"))
    render(long_memo(1), file.parent, file.stem, fonts=FONTS)
    change(site.desk, "update memo set rendered = true")
    page = f"{site.recipient('ผบช.สงป.')}/copy.pdf"
    before = site.page.get(page)
    make_copies(site.desk, CopiesRequest(site.memo, "http://127.0.0.1:8000", When.day(TODAY)))
    answer = site.page.get(page)
    assert (answer.headers["content-type"], answer.content) == ("application/pdf", before.content)
    with pypdfium2.PdfDocument(answer.content) as paper:
        assert "สำเนาถึง" in paper[0].get_textpage().get_text_range()

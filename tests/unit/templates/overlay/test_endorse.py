"""เกษียนหนังสือ on the host's own page, or on a slip."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from tests.unit.templates.overlay.hosts import inked, letter, pdfium_text, plumbed, scan_of, seen
from tests.unit.templates.papers import FONTS, SENTENCE, letters, long_memo, memo
from workflow.core.document import Block, Document, Head, SignatureBlock
from workflow.core.errors import Refused
from workflow.templates.overlay.endorse import SLIP, OnHost, endorse

SIGNED = SignatureBlock("พล.ต.ต.", "สมชาย ตัวอย่างดี", ("รอง ผบช.สทส. ปรท.ผบช.สทส.",), "๓ ธ.ค.๖๒")
HOST_WITH_ROOM = letter(memo([Block("paragraph", SENTENCE.strip()), Block("closing", "จึงเรียนมาเพื่อโปรดพิจารณา")]))


def note(number: str = "๐๐๓๓.๑๒/๕๑๘๓", sentences: int = 1) -> Document:
    body = (
        Block("address", "เรียน ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า"),
        Block("address", "ผบก.ในสังกัด สง.ผบ.ตร.", 1),
        Block("paragraph", ("เพื่อโปรดทราบ และดำเนินการในส่วนที่เกี่ยวข้องตามข้อ ๓ " + SENTENCE * (sentences - 1)).strip()),
    )
    cited = "ท้ายหนังสือ สทส. ที่ ๐๐๓๓.๑๒/๕๐๕๒ ลง ๒๒ พ.ย.๖๒"
    return Document("endorsement", "", Head("", number), body, SIGNED, host_note=cited)


def read(made: bytes, at: OnHost, *, pdfium: bool) -> str:
    return pdfium_text(made, at.page - 1) if pdfium else plumbed(made, at.place, at.page - 1)


def all_words_in_order(document: Document, text: str) -> bool:
    found, at = letters(text), 0
    for line in document.words().splitlines():
        at = found.find(letters(line), at)
        if at < 0:
            return False
        at += len(letters(line))
    return True


@pytest.mark.parametrize("host", [HOST_WITH_ROOM, scan_of(HOST_WITH_ROOM, noise=300)], ids=["born digital", "scan"])
@pytest.mark.parametrize("pdfium", [True, False])
def test_a_host_with_room_bears_the_endorsement_on_its_own_page(host: bytes, pdfium: bool) -> None:
    made, (at,) = endorse(host, [note()], FONTS)
    assert (at.page, at.slip, at.document.host_note) == (1, False, None)
    assert inked(host, at.place) <= 200  # the scan has specks
    assert inked(made, at.place) > 1000
    assert all_words_in_order(at.document, read(made, at, pdfium=pdfium))
    assert made.startswith(host)


def test_several_endorsements_stand_one_below_the_other_in_their_order() -> None:
    host = letter(memo([Block("paragraph", "เพื่อโปรดพิจารณา")]))
    notes = [note("๐๐๑๐/๑"), note("๐๐๒๐/๒"), note("๐๐๓๐/๓"), note("๐๐๔๐/๔")]
    made, places = endorse(host, notes, FONTS)
    assert [p.document.head.number for p in places] == ["๐๐๑๐/๑", "๐๐๒๐/๒", "๐๐๓๐/๓", "๐๐๔๐/๔"]
    stands = [(p.page, p.place.y) for p in places]
    assert stands == sorted(stands)
    for one, two in pairwise(places):
        assert one.page != two.page or one.place.y + one.place.height <= two.place.y
    for at in places:
        assert all_words_in_order(at.document, plumbed(made, at.place, at.page - 1))


def full_host() -> bytes:
    with pikepdf.open(BytesIO(letter(memo([Block("paragraph", "เต็มหน้า")])))) as opened:
        opened.pages[0].contents_add("".join(f"20 {y} 555 6 re f " for y in range(10, 840, 30)).encode())
        out = BytesIO()
        opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize("pdfium", [True, False])
def test_a_full_host_gets_a_slip_that_cites_it(pdfium: bool) -> None:
    host = full_host()
    made, places = endorse(host, [note("๐๐๑๐/๑"), note("๐๐๒๐/๒")], FONTS)
    assert [(p.page, p.slip) for p in places] == [(2, True), (2, True)]
    assert (seen(made) == seen(host)).all()
    for at in places:
        assert all_words_in_order(note(at.document.head.number), read(made, at, pdfium=pdfium))
    assert pdfium_text(made, 1).startswith(SLIP)


def test_an_endorsement_longer_than_a_page_runs_on_with_its_page_number() -> None:
    made, (first, second) = endorse(full_host(), [note(sentences=14), note("๐๐๒๐/๒")], FONTS)
    assert (first.page, first.slip) == (2, True)
    assert "- ๒ -" in pdfium_text(made, 2)
    assert second.page == 3
    assert second.place.y > 60
    assert all_words_in_order(second.document, plumbed(made, second.place, 2))


def test_once_one_is_on_a_slip_the_next_does_not_go_back_to_the_page() -> None:
    made, places = endorse(HOST_WITH_ROOM, [note(sentences=9), note("๐๐๒๐/๒")], FONTS)
    assert [p.slip for p in places] == [True, True]
    assert len(pikepdf.open(BytesIO(made)).pages) >= 2


def test_only_the_last_page_of_a_long_host_is_written_on() -> None:
    host = letter(long_memo(8))
    made, (at,) = endorse(host, [note()], FONTS)
    pages = len(pikepdf.open(BytesIO(host)).pages)
    assert at.page >= pages > 1
    assert all((seen(made, n) == seen(host, n)).all() for n in range(pages - 1))


def test_a_memo_is_no_endorsement() -> None:
    with pytest.raises(Refused, match="ไม่ใช่เกษียน"):
        endorse(HOST_WITH_ROOM, [memo([Block("paragraph", "บันทึก")])], FONTS)


def test_a_table_is_refused_rather_than_lost() -> None:
    tabled = replace(note(), body=(Block("table", "ผล", cells=(("ก", "ข"), ("๑", "๒"))),))
    with pytest.raises(Refused, match="ตาราง"):
        endorse(HOST_WITH_ROOM, [tabled], FONTS)

"""The list of a matter's recipients: every pill lists as many as it counts, a branch is what hangs below it, pages follow one another."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from tests import build
from workflow.core.errors import NotFound
from workflow.core.tracking import Pill
from workflow.core.when import When
from workflow.services import list_recipients as lists
from workflow.services.answer import AckRequest, StampRequest, acknowledge, stamp_receipt
from workflow.services.check_tallies import check_tallies
from workflow.services.close_paper import SentBack, send_back
from workflow.services.desk import Desk
from workflow.services.export_recipients import export_recipients
from workflow.services.list_recipients import ListAsked, RecipientList, list_recipients
from workflow.store.engine import Store

TODAY = date(2019, 12, 20)
ANSWERED = When.day(date(2019, 12, 9))


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """สงป. has received and acknowledged, กอง ก. has received, กอง ข. refused, สนง. has done nothing."""
    desk = build.desk(store, tmp_path)
    matter = build.matter(desk)
    memo = build.memo(desk, matter)
    for post in ("หัวหน้า สนง.", "ผบช.สงป.", "ผบก.ก.", "ผบก.ข."):
        build.sent(desk, matter, memo, post)
    for unit in ("สงป.", "กอง ก."):
        stamp_receipt(desk, StampRequest(matter, unit, ANSWERED))
    acknowledge(desk, AckRequest(matter, "สงป.", ANSWERED))
    send_back(desk, SentBack(matter, "กอง ข.", "ไม่อยู่ในหน้าที่", ANSWERED))
    return desk


def asked(desk: Desk, pill: Pill = Pill.ALL, unit: str | None = None) -> RecipientList:
    return list_recipients(desk, ListAsked(1, pill, unit), today=TODAY)


def posts(page: RecipientList) -> list[str]:
    return [line.recipient.post for line in page.lines]


def test_every_pill_lists_as_many_as_it_counts(desk: Desk) -> None:
    counted = asked(desk).counts
    assert {pill: len(asked(desk, pill).lines) for pill in Pill} == {pill: pill.of(counted) for pill in Pill}
    assert check_tallies(desk) == []


def test_a_pill_lists_who_it_says(desk: Desk) -> None:
    listed = {pill: posts(asked(desk, pill)) for pill in (Pill.RECEIVED, Pill.OVERDUE, Pill.CLOSED, Pill.ACKNOWLEDGED)}
    assert listed == {
        Pill.RECEIVED: ["ผบช.สงป.", "ผบก.ก."], Pill.OVERDUE: ["หัวหน้า สนง.", "ผบก.ก."], Pill.CLOSED: ["ผบก.ข."],
        Pill.ACKNOWLEDGED: ["ผบช.สงป."],
    }  # fmt: skip


def test_a_branch_is_a_unit_with_everything_below_it(desk: Desk) -> None:
    branch = asked(desk, unit="สงป.")
    assert (posts(branch), branch.counts.total, branch.counts.overdue) == (["ผบช.สงป.", "ผบก.ก.", "ผบก.ข."], 3, 1)
    assert posts(asked(desk, Pill.OVERDUE, "สทส.")) == []


def test_pages_follow_one_another_without_a_double(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "PAGE", 3)
    first = asked(desk)
    assert first.following is not None
    second = list_recipients(desk, ListAsked(1, after=first.following), today=TODAY)
    assert [*posts(first), *posts(second)] == ["หัวหน้า สนง.", "ผบช.สงป.", "ผบก.ก.", "ผบก.ข."]
    assert second.following is None


def test_what_does_not_exist_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        list_recipients(desk, ListAsked(9), today=TODAY)
    with pytest.raises(NotFound):
        asked(desk, unit="กอง ฮ.")


def test_a_file_holds_every_line_of_the_list_however_it_is_cut(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "PIECE", 2)
    file = export_recipients(desk, ListAsked(1), "csv", When(build.at(TODAY)))
    rows = list(csv.DictReader(StringIO(b"".join(file.pieces).decode("utf-8-sig"), newline="")))
    assert [row["ตำแหน่งผู้รับ"] for row in rows] == ["หัวหน้า สนง.", "ผบช.สงป.", "ผบก.ก.", "ผบก.ข."]
    assert (rows[1]["เลขรับ"], rows[1]["หลักฐาน"], rows[1]["รับทราบเมื่อ"]) == ("1", "บันทึกด้วยคำสั่ง", "09/12/2562")
    assert (rows[0]["เกินกำหนด"], rows[3]["สถานะ"]) == ("เกินกำหนด", "หน่วยไม่รับ")

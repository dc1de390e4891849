"""งานของฉัน: what lies before each desk, red first, whatever the database."""

from datetime import date
from pathlib import Path
from typing import Any

from tests import build
from tests.integration.services import journey_desk
from tests.integration.services.journey_desk import CHIEF, DEPUTY, says, submitted
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.services.answer import AckRequest, StampRequest, acknowledge, stamp_receipt
from workflow.services.desk import Desk
from workflow.services.give_order import pass_memo
from workflow.services.work_queue import EACH, Task, Work, work_queue
from workflow.store.engine import Store
from workflow.store.intake_tables import IntakeRow

LATE = date(2019, 12, 20)


def at(role: Role, unit: str, post: str | None = None, acting_for: str | None = None) -> WorkingAs:
    return WorkingAs(1, "ตัวอย่าง", "test", unit, role, unit, post, acting_for)


def lines(desk: Desk, who: WorkingAs, on: date = build.SENT) -> list[tuple[Task, bool]]:
    return [(work.task, work.late) for work in work_queue(desk, who, When.day(on)).lines]


def sent_to(store: Store, folder: Path, *posts: str) -> tuple[Desk, int]:
    desk = build.desk(store, folder)
    matter = build.matter(desk)
    memo = build.memo(desk, matter)
    for post in posts:
        build.sent(desk, matter, memo, post)
    return desk, matter


def test_a_registry_stamps_then_passes_on_then_has_nothing(store: Store, tmp_path: Path) -> None:
    desk, matter = sent_to(store, tmp_path, "ผบช.สงป.", "ผบช.สทส.")
    registry = at(Role.REGISTRY, "สงป.")
    assert lines(desk, registry) == [(Task.RECEIVE, False)]
    stamp_receipt(desk, StampRequest(matter, "สงป.", When.day(build.SENT)))
    assert lines(desk, registry, LATE) == [(Task.FORWARD, True)]
    acknowledge(desk, AckRequest(matter, "สงป.", When.day(build.SENT)))
    assert lines(desk, registry) == [(Task.FORWARD, False)]  # until its day has passed: its unit may still pass it on
    assert lines(desk, registry, LATE) == []


def test_a_file_that_was_read_waits_for_the_clerks_of_its_unit_only(store: Store, tmp_path: Path) -> None:
    desk = build.desk(store, tmp_path)
    came = When.day(build.SENT).at
    with store.write() as session:
        file: dict[str, Any] = {
            "office": "test",
            "unit": "สทส.",
            "file_name": "หนังสือ.pdf",
            "size": 1,
            "by": "ผู้รับ",
            "came_at": came,
        }
        session.add(IntakeRow(**file, sha256="a", state="read", subject="แจ้งผล"))
        session.add(IntakeRow(**file, sha256="b", state="failed"))
    found = [
        (work.task, work.subject, work.intake)
        for work in work_queue(desk, at(Role.DRAFTER, "สทส."), When.day(build.SENT)).lines
    ]
    assert found == [(Task.REVIEW, "แจ้งผล", 1)]
    assert lines(desk, at(Role.DRAFTER, "สงป.")) == lines(desk, at(Role.OFFICER, "สทส.", "ผบช.สทส.")) == []


def test_an_officer_acknowledges_what_was_sent_to_the_post_or_to_the_one_acted_for(
    store: Store, tmp_path: Path
) -> None:
    desk, matter = sent_to(store, tmp_path, "ผบช.สงป.", "ผบก.ก.")
    deputy = at(Role.OFFICER, "สงป.", "รอง ผบช.สงป.", "ผบช.สงป.")
    assert lines(desk, deputy) == [(Task.ACKNOWLEDGE, False)]
    assert lines(desk, at(Role.OFFICER, "สงป.", "รอง ผบช.สงป.")) == []
    acknowledge(desk, AckRequest(matter, "สงป.", When.day(build.SENT), by_post="รอง ผบช.สงป."))
    assert lines(desk, deputy) == []


def test_a_memo_lies_before_the_officer_whose_turn_it_is_and_no_other(store: Store, tmp_path: Path) -> None:
    desk = journey_desk.desk(store, tmp_path)
    number = submitted(desk)
    chief, deputy = (at(Role.OFFICER, "", post) for post in (CHIEF, DEPUTY))
    assert ([task for task, _ in lines(desk, deputy)], lines(desk, chief)) == ([Task.ORDER], [])
    pass_memo(desk, says(number, DEPUTY, ""))
    assert (lines(desk, deputy), [task for task, _ in lines(desk, chief)]) == ([], [Task.ORDER])


def test_a_drafter_follows_what_was_sent_late_first(store: Store, tmp_path: Path) -> None:
    desk, _ = sent_to(store, tmp_path, "ผบช.สงป.", "ผบก.ก.")
    build.sent(desk, *_soon(desk), "ผบก.ข.", due=date(2019, 12, 23))
    found = work_queue(desk, at(Role.DRAFTER, "สทส."), When.day(LATE)).lines
    assert [(w.task, w.late, w.soon, w.count) for w in found] == [
        (Task.CHASE, True, False, 2),
        (Task.CHASE, False, True, 1),
    ]


def _soon(desk: Desk) -> tuple[int, int]:
    matter = build.matter(desk, "อีกเรื่อง")
    return matter, build.memo(desk, matter)


def test_an_administrator_and_another_unit_have_none_of_it(store: Store, tmp_path: Path) -> None:
    desk, _ = sent_to(store, tmp_path, "ผบช.สงป.")
    assert lines(desk, at(Role.ADMIN, "สทส.")) == lines(desk, at(Role.REGISTRY, "กอง ข.")) == []
    other = WorkingAs(1, "ตัวอย่าง", "test", "สนง.", Role.DRAFTER, "สนง.")
    assert work_queue(desk, other, When.day(LATE)).lines == ()


def test_a_paper_to_many_of_a_unit_is_one_line(store: Store, tmp_path: Path) -> None:
    desk = build.desk(store, tmp_path)
    matter = build.matter(desk)
    build.sent_to_people(desk, matter, build.memo(desk, matter), 50)
    (line,) = work_queue(desk, at(Role.REGISTRY, "กอง ก."), When.day(build.SENT)).lines
    assert isinstance(line, Work) and (line.task, line.count) == (Task.RECEIVE, 10)


def test_more_than_is_shown_is_said(store: Store, tmp_path: Path) -> None:
    desk = build.desk(store, tmp_path)
    for n in range(EACH + 2):
        matter = build.matter(desk, f"เรื่อง {n}")
        build.sent(desk, matter, build.memo(desk, matter), "ผบก.ก.")
    queue = work_queue(desk, at(Role.OFFICER, "กอง ก.", "ผบก.ก."), When.day(build.SENT))
    assert (len(queue.lines), queue.cut) == (EACH, (Task.ACKNOWLEDGE,))

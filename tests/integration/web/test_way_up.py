"""The tracking page shows a memo's way up: who passed it, with what words, whose turn it is and how long it lies there."""

from pathlib import Path

from tests import build
from tests.integration.services import journey_desk
from tests.integration.services.journey_desk import CHIEF, DEPUTY, HEAD, says, submitted
from tests.integration.web.conftest import TODAY
from tests.integration.web.signed_in import as_
from workflow.core.working_as import Role
from workflow.entrypoints.web.app import make_app
from workflow.services.give_order import pass_memo
from workflow.store.engine import Store


def page(store: Store, folder: Path) -> str:
    desk = journey_desk.desk(store, folder)
    number = submitted(desk)
    pass_memo(desk, says(number, DEPUTY, "เห็นควร <b>อนุมัติ</b>"))
    app = make_app(desk, now=lambda: build.at(TODAY, 1))
    text: str = as_(desk, app, Role.OFFICER, post=HEAD).get(f"/matters/{number}").text
    return text[text.index("ทางเสนอ") : text.index("ลำดับเหตุการณ์")]


def test_the_page_tells_each_officer_in_order_and_whose_turn_it_is(sqlite_store: Store, tmp_path: Path) -> None:
    shown = " ".join(page(sqlite_store, tmp_path).split())
    words = (f"ผ่าน {DEPUTY}: <b>เสนอความเห็นแล้ว</b>", f"ผ่าน {CHIEF}: <b>รออยู่</b>", f"เรียน {HEAD}: <b>รอ</b>")
    assert [word for word in words if word not in shown] == []
    assert [shown.index(word) for word in words] == sorted(shown.index(word) for word in words)
    assert "๑๗ วัน (๑๑ วันทำการ)" in shown and "ตัวอย่าง คนที่3" in shown


def test_an_opinion_is_shown_as_words_and_never_as_the_pages_own(sqlite_store: Store, tmp_path: Path) -> None:
    assert "เห็นควร &lt;b&gt;อนุมัติ&lt;/b&gt;" in page(sqlite_store, tmp_path)

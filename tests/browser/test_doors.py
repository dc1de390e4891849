"""The pages that a walk over all addresses does not meet: setting a password, codes, a one-time link, a chart that is taken in."""

from pathlib import Path

import pyotp

from tests.browser.chromium import Visitor
from tests.browser.conftest import Visit
from tests.browser.seeded import NOW
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.services.accounts import DeskGiven, add_account
from workflow.services.desk import Desk
from workflow.services.show_link import make_links

PASSWORD = "ปูลม-สีเทา-วิ่งไว-๓๑"
WRONG_CHART = 'units:\n- {code: "ใหม่", name: "หน่วยใหม่", level: "ไม่มีระดับนี้"}\nposts:\n- {code: x}\n'


def looked_at(visitor: Visitor, heading: str) -> None:
    """The page is the one that was meant; axe and its width are kept as trouble, which ends the test."""
    assert heading in visitor.page.inner_text("main")
    visitor.fine()
    assert visitor.troubles == []


def filled(visitor: Visitor, **fields: str) -> None:
    for name, text in fields.items():
        visitor.page.fill(f"main input[name={name}]", text)
    visitor.click("main form button")


def test_a_new_account_sets_its_password_takes_a_code_app_and_comes_in_by_its_code(come: Visit, desk: Desk) -> None:
    token = add_account(desk, "new", "ส.ต.ต. ตัวอย่าง", (DeskGiven("police", Role.DRAFTER, "สทส."),), When(NOW))
    visitor = come(phone=True)
    visitor.goto(f"/setup/{token}")
    filled(visitor, password="สั้น", again="สั้น")
    looked_at(visitor, "รหัสผ่าน")
    filled(visitor, password=PASSWORD, again=PASSWORD)
    visitor.goto("/account/second-factor")
    looked_at(visitor, "แอปรหัส")
    code = pyotp.TOTP(visitor.page.input_value("input[name=secret]")).at(NOW)
    filled(visitor, code=code)
    looked_at(visitor, "รหัสสำรอง")
    visitor.context.clear_cookies()
    visitor.goto("/login")
    filled(visitor, login="new", password=PASSWORD)
    looked_at(visitor, "รหัส")


def test_a_one_time_link_is_read_and_pressed_on_a_phone(come: Visit, desk: Desk) -> None:
    visitor = come(phone=True)
    visitor.goto(f"/a/{make_links(desk, [30], When(NOW))[0].token}")
    looked_at(visitor, "รับทราบ")
    visitor.click("main button")
    looked_at(visitor, "บันทึก")


def test_a_wrong_chart_is_told_cell_by_cell(come: Visit, tmp_path: Path) -> None:
    keeper = come(Role.ADMIN, "")
    file = tmp_path / "ผัง.yaml"
    file.write_text(WRONG_CHART, "utf-8")
    keeper.goto("/org/import")
    keeper.page.set_input_files("input[type=file]", file)
    keeper.click("main form button")
    looked_at(keeper, "มีที่ต้องแก้")

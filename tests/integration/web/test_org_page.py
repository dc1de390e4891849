"""The chart in the browser: as of a day, found by words, out and in."""

import html
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests import build
from tests.conftest import ROOT
from tests.integration.web.conftest import PRESSED_HERE, TODAY, Site
from tests.integration.web.signed_in import TestClient, as_
from tests.newest import sqlite_at
from workflow.bootstrap import make_desk
from workflow.core.working_as import Role
from workflow.entrypoints.web.app import make_app
from workflow.settings import Settings


def test_the_tree_leads_down_and_says_who_holds_a_post(site: Site) -> None:
    page = site.page.get("/org?unit=สงป.").text
    for words in ("สำนักงบประมาณ", "กอง ก.", "พล.ต.ต.ตัวอย่าง คนที่2", "ปรท."):
        assert words in page


@pytest.mark.parametrize("typed", ["1/2/2563", "1 ก.พ. 63", "๑ กุมภาพันธ์ ๒๕๖๓", "2020-02-01"])
def test_the_chart_of_another_day_is_asked_for_in_either_era(site: Site, typed: str) -> None:
    page = site.page.get("/org", params={"unit": "สงป.", "on": typed}).text
    assert ("๑ กุมภาพันธ์ ๒๕๖๓" in page, "ปรท." in page) == (True, False)


def test_what_is_no_day_is_told_beside_the_field(site: Site) -> None:
    answer = site.page.get("/org?on=31/2/2562")
    assert (answer.status_code, 'aria-invalid="true"' in answer.text, "ปฏิทิน" in answer.text) == (400, True, True)


def test_a_person_is_found_and_leads_to_his_unit(site: Site) -> None:
    assert "/org?unit=%E0%B8%AA%E0%B8%97%E0%B8%AA." in site.page.get("/org?find=คนที่1").text


def test_who_signed_for_whom_is_told_of_matters_the_desk_sees(site: Site) -> None:
    assert "รอง ผบช.ฯ ปรท.ผบช.สงป." in site.page.get("/org/acting").text
    assert "รอง ผบช.ฯ ปรท.ผบช.สงป." not in site.as_(Role.REGISTRY, "กอง ข.").get("/org/acting").text


@dataclass(frozen=True)
class Charts:
    """The administrator of the smallest office, and its tables."""

    page: TestClient
    folder: Path

    def table(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def send(self, data: bytes, name: str) -> str:
        sent = self.page.post("/org/import", files={"file": (name, data)}, headers=PRESSED_HERE)
        return html.unescape(sent.text)

    def write(self, page: str) -> int:
        hidden = dict(re.findall(r'type="hidden" name="(file|suffix|seen)" value="([^"]*)"', page))
        return int(
            self.page.post("/org/import/write", data=hidden, headers=PRESSED_HERE, follow_redirects=False).status_code
        )


@pytest.fixture
def charts(tmp_path: Path) -> Iterator[Charts]:
    shutil.copytree(ROOT / "config", tmp_path / "config")
    url = sqlite_at(tmp_path / "s.sqlite3")
    named = {"SARABAN_DATA": str(tmp_path), "SARABAN_CONFIG": str(tmp_path / "config"), "SARABAN_DATABASE_URL": url}
    desk = make_desk(Settings.from_environment(named))
    app = make_app(desk, now=lambda: build.at(TODAY, 1))
    yield Charts(as_(desk, app, Role.ADMIN, office="alro"), tmp_path / "config/alro")
    desk.store.engine.dispose()


def test_a_workbook_taken_out_and_brought_back_changes_nothing(charts: Charts) -> None:
    before = charts.table("units.csv")
    for suffix in ("xlsx", "yaml"):
        assert "ไม่มีอะไรเปลี่ยน" in charts.send(charts.page.get(f"/org/export.{suffix}").content, f"a.{suffix}")
    assert charts.table("units.csv") == before


def test_a_change_is_shown_first_and_written_when_confirmed(charts: Charts) -> None:
    text = charts.page.get("/org/export.yaml").text.replace("สำนักกฎหมาย", "สำนักกฎหมายใหม่")
    page = charts.send(text.encode(), "a.yaml")
    assert "จะเปลี่ยน" in page and "สำนักกฎหมายใหม่" in page
    assert "สำนักกฎหมายใหม่" not in charts.table("units.csv")
    assert charts.write(page) == 303
    assert "สำนักกฎหมายใหม่" in charts.table("units.csv")


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(charts: Charts) -> None:
    page = charts.send(charts.page.get("/org/export.yaml").text.replace("สำนักกฎหมาย", "ก").encode(), "a.yaml")
    (charts.folder / "units.csv").write_text(charts.table("units.csv").replace("สำนักบริหารกลาง", "ข"), "utf-8")
    assert charts.write(page) == 409
    assert "สำนักกฎหมาย" in charts.table("units.csv")


def test_a_wrong_cell_is_told_by_sheet_row_and_column_and_cannot_be_written(charts: Charts) -> None:
    book = load_workbook(BytesIO(charts.page.get("/org/export.xlsx").content))
    book["ตำแหน่ง"]["C4"] = "ไม่มีหน่วยนี้"
    out = BytesIO()
    book.save(out)
    page = charts.send(out.getvalue(), "a.xlsx")
    assert "<td>ตำแหน่ง</td><td>๔</td><td>หน่วย</td><td>ไม่รู้จักหน่วย “ไม่มีหน่วยนี้”</td>" in page
    assert charts.write(page) == 400


def test_nobody_else_takes_the_tables_out_or_in(site: Site) -> None:
    for page in (site.page, site.as_(Role.OFFICER, post="ผบช.สทส.")):
        assert [page.get(f"/org/{path}").status_code for path in ("import", "export.xlsx")] == [403, 403]
        assert page.post("/org/import", headers=PRESSED_HERE).status_code == 403


def test_a_chart_of_one_topmost_unit_begins_below_it(site: Site) -> None:
    page = site.page.get("/org").text
    assert ('<b aria-current="page">สนง.</b>' in page, "/org?unit=%E0%B8%AA%E0%B8%87%E0%B8%9B." in page) == (True, True)

"""The class of posts for which a link is not enough is data, and a class that the office does not have is an error."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import build
from tests.conftest import ROOT
from workflow.core.dispatch import DispatchState
from workflow.core.errors import ConfigError, Refused
from workflow.core.office import Office
from workflow.core.when import When
from workflow.routing.acknowledging import Standing
from workflow.routing.links import check_link, link_for
from workflow.store.office_files import load_office

NOON = When.day(date(2019, 12, 9), "12:00")


def office(login_from: str | None) -> Office:
    return replace(build.office(), login_from=login_from)


def to(post: str) -> Standing:
    return Standing(build.chart().post(post).unit, post, DispatchState.SENT, When.day(build.SENT).at)


@pytest.mark.parametrize("post", ["หัวหน้า สนง.", "ผบช.สงป."])
def test_a_commander_gets_no_link(post: str) -> None:
    with pytest.raises(Refused, match="ต้องลงชื่อเข้าใช้"):
        link_for(office("ผบช."), 1, to(post), 0, NOON)


def test_below_that_class_and_without_one_a_link_is_enough() -> None:
    assert link_for(office("ผบช."), 1, to("ผบก.ก."), 0, NOON) == link_for(office(None), 1, to("ผบก.ก."), 0, NOON)
    assert link_for(office(None), 1, to("ผบช.สงป."), 0, NOON).dispatch == 1


def test_a_link_made_before_the_rule_is_refused_too() -> None:
    made = link_for(office(None), 1, to("ผบช.สงป."), 0, NOON)
    with pytest.raises(Refused, match="ต้องลงชื่อเข้าใช้"):
        check_link(office("ผบช."), made, to("ผบช.สงป."), 0, NOON)


def test_a_class_the_office_does_not_have_is_named(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "config", tmp_path / "config")
    with (tmp_path / "config/interior/office.yaml").open("a", encoding="utf-8") as yaml:
        yaml.write("\nlogin_from: ระดับที่ไม่มี\n")
    with pytest.raises(ConfigError, match="login_from ไม่รู้จักระดับ"):
        load_office(tmp_path / "config", "interior")

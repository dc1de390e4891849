"""Who is greeted กราบเรียน is data: a closed list with days, and nobody else is."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from memos import CATALOGUE
from tests.conftest import ROOT
from workflow.core.errors import ConfigError
from workflow.core.greeting import Greetings, greeted
from workflow.store.greeting_files import load_greetings

ON = date(2026, 1, 15)
CASE = CATALOGUE["result-report"].sample()


def _list(folder: Path, rows: str) -> Path:
    (folder / "shared").mkdir()
    (folder / "shared/greetings.csv").write_text(
        f"addressee,opening,ending,valid_from,valid_to\n{rows}", encoding="utf-8"
    )
    return folder


def test_the_prime_minister_is_greeted_in_the_words_of_the_list() -> None:
    case = greeted(replace(CASE, to=("นายกรัฐมนตรี",)), load_greetings(ROOT / "config"))
    assert (case.opening, case.ending) == ("กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง")


@pytest.mark.parametrize(
    "name", ["รองนายกรัฐมนตรี", "เลขาธิการนายกรัฐมนตรี", "ผู้อำนวยการสำนักงานพัฒนารัฐบาลดิจิทัล", "ประธานรัฐสภาตัวอย่าง"]
)
def test_who_only_sounds_like_one_of_the_list_is_greeted_as_all_are(name: str) -> None:
    assert greeted(replace(CASE, to=(name,)), load_greetings(ROOT / "config")).opening is None


def test_what_the_case_says_itself_stays() -> None:
    case = greeted(replace(CASE, to=("นายกรัฐมนตรี",), opening="เรียน"), load_greetings(ROOT / "config"))
    assert case.opening == "เรียน"


def test_a_greeting_holds_from_and_to_its_days(tmp_path: Path) -> None:
    found = load_greetings(_list(tmp_path, "ประธานตัวอย่าง,กราบเรียน,ด้วยความนับถือ,2026-01-01,2026-01-31\n"))
    assert [bool(found.due_to("ประธานตัวอย่าง", day)) for day in (date(2025, 12, 31), ON, date(2026, 2, 1))] == [
        False,
        True,
        False,
    ]


def test_two_states_of_the_list_have_two_versions(tmp_path: Path) -> None:
    other = load_greetings(_list(tmp_path, "ประธานตัวอย่าง,กราบเรียน,ด้วยความนับถือ,,\n"))
    assert other.version and other.version != load_greetings(ROOT / "config").version


def test_an_addressee_listed_twice_is_told_with_its_line(tmp_path: Path) -> None:
    rows = "ประธานตัวอย่าง,กราบเรียน,ด้วยความนับถือ,,\n" * 2
    with pytest.raises(ConfigError, match=r"greetings\.csv บรรทัด ๓"):
        load_greetings(_list(tmp_path, rows))


def test_without_a_list_everybody_is_greeted_alike(tmp_path: Path) -> None:
    assert load_greetings(tmp_path) == Greetings()

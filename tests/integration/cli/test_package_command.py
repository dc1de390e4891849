"""`saraban package` as a person types it, from one folder of data to another and back."""

from pathlib import Path

import pytest

from tests.integration.cli.conftest import Said, Terminal
from tests.integration.services import police

AT = ("--at", "2025-12-03")
CHAIN = (
    ("receive", str(police.LETTER), "--office", "police", "--unit", "สทส.", "--at", "2025-12-01"),
    ("draft", "1", "--kind", "result-report", "--at", "2025-12-01"),
    ("submit", "1", "--at", "2025-12-01"),
    ("order", "1", "--text", police.WORDS, "--by", police.ORDERING, "--at", "2025-12-02"),
    ("dispatch", "1", "--to", "ผบช.สงป.", "--yes", *AT),
)


@pytest.fixture(scope="module")
def said(terminal: Terminal, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Said]:
    """What each command answered, in order."""
    other, way = Terminal(tmp_path_factory.mktemp("other")), tmp_path_factory.mktemp("way")
    letter, answer, bad = (str(way / name) for name in ("letter.zip", "answer.zip", "bad.zip"))
    assert [terminal(*words).code for words in CHAIN] == [0] * len(CHAIN)
    told = {"export": terminal("package", "export", "1", "--dispatch", "1", "--out", letter, *AT, "--json")}
    Path(bad).write_bytes(Path(letter).read_bytes().replace(b"%PDF-", b"%PDX-"))
    told["check"] = other("package", "check", letter)
    told["check bad"] = other("package", "check", bad)
    told["check bad json"] = other("package", "check", bad, "--json")
    told["import bad"] = other("package", "import", bad, "--unit", "สงป.")
    told["import"] = other("package", "import", letter, "--unit", "สงป.", "--at", "2025-12-08", "--json")
    told["answer"] = other("package", "answer", "1", "--by", "ผบช.สงป.", "--out", answer, "--at", "2025-12-09")
    told["back"] = terminal("package", "import", answer, "--at", "2025-12-10")
    told["status"] = terminal("status", "1", "--at", "2025-12-10")
    return told


@pytest.mark.parametrize("name", ["export", "check", "import", "answer", "back"])
def test_the_way_there_and_back_succeeds(said: dict[str, Said], name: str) -> None:
    assert said[name].code == 0, said[name].err


def test_the_answers_are_thai_sentences_with_thai_digits(said: dict[str, Said]) -> None:
    assert "ครบถ้วน เป็นหนังสือ มี ๘ แฟ้ม" in said["check"].out
    assert "เลขรับ ๔๒๗๙ รับทราบโดย" in said["answer"].out
    assert said["back"].out.startswith("เรื่องที่ ๑ สงป.: ลงรับ เลขรับ ๔๒๗๙; รับทราบ โดย")


def test_the_sender_sees_the_other_office_s_receipt_and_word(said: dict[str, Said]) -> None:
    assert "ผบช.สงป. รับทราบแล้ว · สงป. เลขรับ ๔๒๗๙" in said["status"].out


def test_json_is_one_value(said: dict[str, Said]) -> None:
    assert said["export"].json["original_left_out"] == ""
    assert (said["import"].json["matter"], said["import"].json["number"]) == (1, 4279)
    assert {d["code"] for d in said["check bad json"].json["deviations"]} == {"damaged"}


def test_a_damaged_package_is_named_by_check_and_refused_by_import(said: dict[str, Said]) -> None:
    assert (said["check bad"].code, said["import bad"].code) == (4, 4)
    assert "memo.pdf เสียหาย" in said["check bad"].out
    assert "ขั้นต่อไป" in said["import bad"].err

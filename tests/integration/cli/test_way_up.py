"""`submit --via`, `pass`, `ask`, `journey` and `order --matters` as a person types them."""

from pathlib import Path

import pytest

from tests.integration.cli.conftest import Said, Terminal
from tests.integration.services import police

VIA, CHIEF = "รอง ผบช.สทส.", "ผบ.ตร."
AT = ("--at", "2025-12-01")


@pytest.fixture(scope="module")
def said(terminal: Terminal) -> dict[str, Said]:
    """Matter 1 on its way through two officers, a question among them; matters 2 and 3 through the usual one."""
    words: dict[str, tuple[str, ...]] = {
        "submit": ("submit", "1", "--via", VIA, "--via", police.ORDERING, *AT),
        "out of turn": ("order", "1", "--text", "ทราบ", "--by", CHIEF, *AT),
        "pass": ("pass", "1", "--by", VIA, "--text", "เห็นควรตามเสนอ", *AT),
        "pass on": ("pass", "1", "--by", police.ORDERING, *AT),
        "ask": ("ask", "1", "--by", CHIEF, "--text", "ขอรายละเอียด", *AT),
        "answer": ("pass", "1", "--by", "ผบช.สทส.", "--text", "แนบแล้ว", *AT),
        "other words": ("order", "1", "--text", "ทราบ", "--by", CHIEF, "--seen", "00000000", *AT),
        "order": ("order", "1", "--text", "ทราบตามข้อ 2\nเห็นชอบตามข้อ 3", "--by", CHIEF, *AT),
        "journey": ("journey", "1", "--pdf", "--at", "2025-12-04"),
        "many": ("order", "--matters", "๒, 3,99", "--text", "ทราบ", "--by", police.ORDERING, *AT),
        "none": ("order", "--matters", "98,99", "--text", "ทราบ", "--by", police.ORDERING, *AT),
        "all": ("order", "--matters", "2,3", "--text", "ทราบ", "--by", police.ORDERING, *AT),
        "no matter": ("order", "--text", "ทราบ", "--by", CHIEF),
        "both ways": ("submit", "1", "--via", VIA, "--direct"),
        "not numbers": ("order", "--matters", "ก", "--text", "ทราบ", "--by", CHIEF),
    }
    for number in (1, 2, 3):
        letter = terminal.data / f"letter-{number}.txt"
        letter.parent.mkdir(exist_ok=True)
        letter.write_text(police.LETTER.read_text("utf-8") + "\n" * number, "utf-8")
        assert terminal("receive", str(letter), "--unit", "สทส.", *AT).code == 0
        assert terminal("draft", str(number), *AT).code == 0
        if number > 1:
            assert terminal("submit", str(number), *AT).code == 0
    return {name: terminal(*line, "--json") for name, line in words.items()}


def test_each_act_says_in_which_capacity_it_was_done_and_whose_turn_it_is(said: dict[str, Said]) -> None:
    assert said["pass"].json == {"capacity": VIA, "again": False, "waiting": [police.ORDERING]}
    assert said["pass on"].json["waiting"] == said["answer"].json["waiting"] == [CHIEF]
    assert said["ask"].json["waiting"] == ["ผบช.สทส."]
    assert said["order"].json == {"capacity": CHIEF, "again": False}


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("out of turn", 4, f"ยังไม่ถึงลำดับของ {CHIEF}"),
        ("other words", 4, "--seen"),
        ("no matter", 2, "--matters"),
        ("both ways", 2, "--direct"),
        ("not numbers", 2, "12,13,14"),
    ],
)
def test_what_is_refused_is_told_with_its_code_and_the_next_step(
    said: dict[str, Said], name: str, code: int, words: str
) -> None:
    assert (said[name].code, said[name].out) == (code, "")
    assert words in said[name].err


def test_the_journey_tells_every_step_and_writes_the_paper(said: dict[str, Said]) -> None:
    (only,) = said["journey"].json["rounds"]
    assert [step["state"] for step in only["steps"]] == ["noted", "passed", "asked", "noted", "decided"]
    assert said["journey"].json["waiting"] == []
    assert Path(said["journey"].json["file"]).read_bytes().startswith(b"%PDF")


def test_one_order_on_many_matters_reports_each_and_its_code_says_how_far_it_came(said: dict[str, Said]) -> None:
    assert [said[name].code for name in ("many", "none", "all")] == [6, 3, 0]
    assert [(one["matter"], "error" in one) for one in said["many"].json] == [(2, False), (3, False), (99, True)]
    assert [one["again"] for one in said["all"].json] == [True, True]

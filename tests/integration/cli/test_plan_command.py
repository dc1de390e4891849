"""`saraban plan` as a clerk types it."""

from tests.conftest import ROOT
from tests.integration.cli.conftest import Terminal

LETTER = str(ROOT / "specimens/result-letter.txt")
TO = "หัวหน้าส่วนราชการประจำจังหวัดทุกแห่งในสังกัด จังหวัดระนอง"


def test_a_plan_names_recipients_reasons_and_words_and_what_another_day_would_have_been(terminal: Terminal) -> None:
    terminal("receive", LETTER, "--office", "interior", "--unit", "มท.", "--at", "22/11/2562")
    said = terminal(
        "plan", "1", "--to", TO, "--to", "ทุกคนในสังกัด จังหวัดระนอง", "--at", "22/11/2562", "--against", "1/10/2561"
    )
    assert said.code == 0 and "ผู้รับ ๒๐ ราย" in said.out
    assert "ในหนังสือเขียน: เพื่อโปรดทราบ ขอความร่วมมือ เรียน" in said.out
    assert "ทุกคนในสังกัด จังหวัดระนอง: ๒๒ หน่วย เพื่อทราบ เว้น ๑๖ ตำแหน่ง" in said.out
    assert "เทียบกับผังหน่วยของวันที่ ๑ ต.ค.๖๑: ผู้รับเหมือนกันทุกราย" in said.out


def test_a_plan_as_json_has_recipients_people_findings_and_changes(terminal: Terminal) -> None:
    said = terminal("plan", "1", "--to", TO, "--unit", "สป.มท.", "--at", "22/11/2562", "--json")
    assert len(said.json["recipients"]) == 20 and said.json["recipients"][0]["line"] == "สายงาน"
    assert (said.json["everyone"], said.json["findings"], said.json["changes"]) == ([], [], [])


def test_a_sending_that_never_was_cannot_be_compared_with(terminal: Terminal) -> None:
    said = terminal("plan", "1", "--to", TO, "--against", "last")
    assert said.code == 3 and "ยังไม่เคยส่ง" in said.err

"""Sending to more than can be written at once, from the command line: it is seen through, shown, and the roster comes from a file."""

import sqlite3
from pathlib import Path

import pytest

from tests.begun import begun
from tests.integration.cli.conftest import Terminal
from tests.integration.services import police

PEOPLE = 5_200


@pytest.fixture(scope="module")
def sent(terminal: Terminal, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A matter sent to 5,200 people of สงป. by one command, while nothing serves."""
    begun(police.submitted_and_ordered, terminal.data).store.engine.dispose()
    file = tmp_path_factory.mktemp("roster") / "people.csv"
    lines = (f"ตน {n},{'ฝอ.สงป.' if n % 3 else 'สงป.'},เจ้าหน้าที่" for n in range(PEOPLE))
    file.write_text("post,unit,title\n" + "\n".join(lines), encoding="utf-8")
    assert terminal("roster", "import", "police", str(file), "--json").json["added"] == PEOPLE
    said = terminal("dispatch", "1", "--to", "ข้าราชการทุกคนในสังกัด สงป.", "--at", "1/12/2568", "--yes", "--json")
    assert said.code == 0, said.err
    assert (said.json["recipients"], said.json["state"], said.json["written"]) == (PEOPLE, "sent", PEOPLE)
    return terminal


def test_everybody_has_it_once(sent: Terminal) -> None:
    posts = [row[0] for row in _rows(sent.data, "SELECT post FROM dispatch")]
    assert len(posts) == len(set(posts)) == PEOPLE


def test_the_sending_is_listed_and_shown_in_thai(sent: Terminal) -> None:
    assert sent("sendings", "--json").json[0]["written"] == PEOPLE
    (memo,) = (row[0] for row in _rows(sent.data, "SELECT memo_id FROM sending"))
    assert "ส่งครบแล้ว ๕๒๐๐/๕๒๐๐ ราย" in sent("sending", "show", str(memo)).out


def test_what_is_sent_can_be_neither_stopped_nor_resumed(sent: Terminal) -> None:
    (memo,) = (str(row[0]) for row in _rows(sent.data, "SELECT memo_id FROM sending"))
    assert [sent("sending", act, memo).code for act in ("stop", "resume")] == [4, 4]


def test_a_dry_run_tells_how_many_people_and_keeps_no_file_open(sent: Terminal) -> None:
    said = sent("dispatch", "1", "--to", "ข้าราชการทุกคนในสังกัด ฝอ.สงป.", "--dry-run")
    assert "รวมผู้รับทั้งหมด ๓๔๖๖ ราย" in said.out
    assert sent("roster", "count", "police", "--json").json == {"positions": PEOPLE, "units": 2}


def _rows(data: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(data / "saraban.sqlite3") as connection:
        return connection.execute(query).fetchall()

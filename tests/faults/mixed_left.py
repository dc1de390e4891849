"""What the mixed writers left, beside what each of them was told."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from sqlmodel import col, select

from tests.conftest import ROOT
from tests.faults.mixed_writers import MEMO, desk_in
from tests.promises import Seen
from workflow.core.mail_state import MailState
from workflow.services.check_tallies import check_tallies
from workflow.services.desk import Desk
from workflow.store.outbox import everything
from workflow.store.sending_tables import SendingRow
from workflow.store.tables import AcknowledgementRow, DispatchRow, EntryRow


def killed(url: str, folder: Path, kills: int, people: int, timeout: float) -> dict[str, Seen]:
    """Let so many be killed; return what was seen of each promise."""
    command = [sys.executable, "-m", "tests.faults.mixed_writers", url, str(folder), str(kills), str(people)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-3000:]
    struck = json.loads(done.stdout)["killed"]
    told = [line.split() for log in folder.glob("w*.log") for line in log.read_text().splitlines()]
    desk = desk_in(url, folder)
    return {
        "P1": numbers(desk, [words[1:] for words in told if words[0] == "number"], struck),
        "P2": acknowledgements(desk, [int(words[1]) for words in told if words[0] == "ack"], struck),
        "P4": messages(desk, folder, struck),
    }


def numbers(desk: Desk, told: list[list[str]], kills: int) -> Seen:
    """Every number that was told is there under its key, the book has no hole and no number twice."""
    with desk.store.read() as session:
        lines = dict(session.exec(select(EntryRow.key, EntryRow.number).where(EntryRow.unit == "สทส.")).all())
        counted = sorted(n for key, n in lines.items() if ":" in key)
    lost = [key for key, number in told if lines.get(key) != int(number)]
    holes = max(lines.values()) - len(set(lines.values()))
    return Seen(len(counted), kills, len(lost) + holes, len(lines) - len(set(lines.values())))


def acknowledgements(desk: Desk, told: list[int], kills: int) -> Seen:
    """Everyone who was told so has acknowledged, once; everybody of the sending has it, once; counters agree."""
    with desk.store.read() as session:
        kept = Counter(session.exec(select(AcknowledgementRow.dispatch_id)).all())
        has = Counter(session.exec(select(DispatchRow.post).where(col(DispatchRow.memo_id) == MEMO)).all())
        meant = session.get_one(SendingRow, MEMO).planned
    twice = sum(times - 1 for times in [*kept.values(), *has.values()])
    lost = len(set(told) - set(kept)) + meant - len(has)
    return Seen(len(told) + len(has), kills, lost, twice, len(check_tallies(desk)))


def messages(desk: Desk, folder: Path, kills: int) -> Seen:
    """Every message was sent; one sent again bears its Message-ID, and was sent again by a kill alone."""
    sent = Counter((folder / "mailed").read_text().split())
    with desk.store.read() as session:
        rows = everything(session)
    lost = [row for row in rows if row.state != MailState.DELIVERED or row.message_id not in sent]
    again = sum(times - 1 for times in sent.values())
    strange = len(set(sent) - {row.message_id for row in rows})
    return Seen(len(rows), kills, len(lost), max(0, again - kills) + strange)

"""One process of its own that sweeps once, when told to begin: `sweep_once.py DATABASE_URL SMTP_URL`, then a line on stdin."""

import sys
from dataclasses import replace
from pathlib import Path

from tests import build
from tests.integration.services.test_reminders import DUE, at, office
from workflow.delivery.mail import SmtpServer
from workflow.services.send_reminders import sweep_reminders
from workflow.store.engine import open_store


def main(database: str, mail: str) -> None:
    """Say that everything is imported, wait for the word, sweep, say how many were promised and delivered."""
    desk = build.desk(open_store(database), Path())
    desk = replace(desk, office=lambda _: office(), channel=SmtpServer(mail))
    desk.store.engine.connect().close()
    print("ready", flush=True)
    sys.stdin.readline()
    swept = sweep_reminders(desk, at=at(DUE))
    print(len(swept.promised), swept.delivered, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

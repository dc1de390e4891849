"""Browsers that are logged in, for tests of pages.

    page = as_(desk, app, Role.REGISTRY, "กอง ก.")            # งานสารบรรณ of กอง ก.
    page = as_(desk, app, Role.OFFICER, post="ผบก.ก.")       # the post's holder by the chart (its unit is the post's own)
    page = as_(desk, app, Role.ADMIN)                        # ผู้ดูแลระบบ
    page.post(address, data={...}, headers=PRESSED_HERE)     # a press of a button on our own page

With the fixture `site`: `site.page` is the drafter of สทส., who owns the matter; `site.as_(Role.REGISTRY, "กอง ก.")` is somebody else
on the same application. A session is opened straight in the database: no password is hashed, the log-in's own tests do that.
`role`, `unit` and `post` are those of `core/working_as.py`; the person is the post's holder by the chart, or an invented name.
"""

import warnings
from datetime import datetime

from fastapi import FastAPI

from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.services.desk import Desk
from workflow.services.web_sessions import Browser, settled_session
from workflow.store.account_tables import AccountDeskRow, AccountRow
from workflow.store.accounts import count_accounts

with warnings.catch_warnings():  # Starlette would like httpx's successor, which is not among our dependencies
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

__all__ = ["PERSON", "PRESSED_HERE", "TestClient", "as_", "session_for"]
PRESSED_HERE = {"Sec-Fetch-Site": "same-origin"}
PERSON = "นาง ตัวอย่าง โต๊ะทำงาน"


def as_(
    desk: Desk, app: FastAPI, role: Role, unit: str = "", *, post: str = "", office: str = "test", person: str = ""
) -> TestClient:
    """A browser whose person works at this desk (and at no other); each call is another account."""
    page = TestClient(app, base_url="http://127.0.0.1:8000")
    chart = desk.office(office).chart
    when = When(app.state.now())
    if post and post in chart.post_by_code:
        unit = chart.post(post).unit
        holder = chart.holder(post, when.on)
        person = person or (holder.name if holder else "")
    token = session_for(
        desk, AccountDeskRow(account_id=0, office=office, unit=unit, role=role, post=post), person, when.at
    )
    page.cookies.set(app.state.cookie, token, domain="127.0.0.1")
    return page


def session_for(desk: Desk, given: AccountDeskRow, person: str, at: datetime) -> str:
    """The token of a new account that was given one desk."""
    with desk.store.write() as session:
        account = AccountRow(login=f"test{count_accounts(session)}", person=person or PERSON, created_at=at)
        session.add(account)
        session.flush()
        given.account_id = account.id or 0
        session.add(given)
        session.flush()
        return settled_session(desk, session, account, Browser("", "test", "127.0.0.1"), When(at))

"""People of other units before things that are not theirs: what there is of สทส. and its addressees, and every way to ask for it.

The addresses, the names of queries and of fields come from the application's own OpenAPI list; what is asked for under each name stands
here. A route, a query or a field that is not named here is an error, so nothing new goes untried.
"""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from tests import build
from tests.integration.services.journey_desk import HEAD, SUBMITTED
from tests.integration.web.conftest import Site, change
from tests.integration.web.test_promises import a_choice
from workflow.core.office import Office
from workflow.core.org import Edge, Holder, Post, Unit
from workflow.core.way_up import stop_of
from workflow.store.journeys import Way, journeys_of, open_journey, steps_of
from workflow.store.round_tables import CommitmentReportRow, CommitmentRow
from workflow.store.tables import MatterRow, MemoRow

OTHER, TWIN = "กอง ค.", "twin"
"""A unit that has no part in any of it, and an office whose units bear the same names."""
PROMISED = "จะจัดทำบัญชีข้อมูลให้ครบ"
SECRETS = (build.SUBJECT[:30], PROMISED, "หนังสือ.txt")
"""Words of what is theirs."""

OPEN = {
    "/language", "/login", "/logout", "/login/code", "/login/oidc", "/login/oidc/back", "/setup/{token}", "/calendar/{secret}.ics",
    "/static/fonts/{weight}.ttf",
}  # fmt: skip
"""No log-in is asked for: the address itself is the key, or there is nothing of anybody."""
SHARED = {"/org", "/org/acting", "/rounds/{year}", "/rounds/{year}/promises", "/rounds/{year}/answers"}
"""The chart and the board of promises are the office's, where each unit speaks for itself alone."""
BY_NAME = {
    "/registers", "/branch", "/registers/{unit}/{year}/{book}", "/registers/{unit}/{year}/{book}/print",
    "/registers/{unit}/{year}/{book}/reserve", "/registers/{unit}/{year}/{book}/void",
}  # fmt: skip
"""Asked for by a unit's name alone: in the other office that is the name of its own unit."""
ADMINISTRATORS = ("/admin/", "/org/export", "/org/import")
"""Refused in words to every other desk, whatever is asked for."""
_WORDS = (
    "next login password again old person office secret code state link done told show page seat after find tray act words ticked "
    "listed file_name by_post file number numbers why why_none wrong_unit done_on post name scan to saved entered new known kind signer via "
    "on chosen ahead void request_id reason count until replaced_by text due missing evidence suffix seen role closed about back"
)
WORDS = frozenset(_WORDS.split())
"""Queries and fields that name nothing of anybody's."""


@dataclass(frozen=True)
class Asked:
    """One request for something that is not the asker's."""

    method: str
    path: str
    address: str
    query: dict[str, Any]
    form: dict[str, Any]

    @property
    def name(self) -> str:
        """How it is told in a list."""
        return f"{self.method} {self.path}"

    @property
    def names_a_paper(self) -> bool:
        """Whether it asks for one paper, beside a matter."""
        return any(name in {**self.query, **self.form} or f"{{{name}}}" in self.path for name in PAPERS)

    @property
    def files(self) -> dict[str, tuple[str, bytes]]:
        """The file that such a form brings, where it brings one."""
        return {"file": ("memo.docx", b"PK")} if self.path.endswith("/words") else {}


@dataclass(frozen=True)
class Theirs:
    """What is not the askers', by the name under which addresses, queries and fields ask for it; `own` is a matter of กอง ค."""

    site: Site
    folder: Path
    ids: dict[str, Any]
    own: int

    @cached_property
    def openapi(self) -> dict[str, Any]:
        """The application's own list of its routes."""
        with warnings.catch_warnings():  # GET and HEAD of a page share their name
            warnings.simplefilter("ignore")
            return self.site.app.openapi()

    def asked(self, values: dict[str, Any]) -> Iterator[Asked]:
        """Every GET and POST of the OpenAPI list that names something, each name with its value of `values`."""
        for path, methods in self.openapi["paths"].items():
            for method in {"get", "post"} & methods.keys() if path not in OPEN else ():
                names = _queries(methods[method])
                fields = [*_fields(methods[method], self.openapi["components"]["schemas"])]
                if method == "post":
                    fields += UNSEEN.get(path, ())
                query, form = ({n: values[n] for n in given if n not in WORDS} for given in (names, fields))
                if "{" in path or query or form:
                    more = FORMS[path] if method == "post" else {}
                    yield Asked(method.upper(), path, path.format(**values), query, {**more, **form})

    @property
    def missing(self) -> dict[str, Any]:
        """The same names, of things that there never were."""
        return {
            name: "9" * len(value) if isinstance(value, str) else 99_999 for name, value in self.ids.items()
        } | PLAIN

    def unchanged(self) -> tuple[Any, ...]:
        """Every row and the name of every file."""
        return self.site.rows(), sorted(map(str, self.folder.rglob("*.*")))


UNSEEN = {"/orders": ("step",)}
"""Forms whose fields the list does not tell, with those that name something of a person's."""
PAPERS = ("dispatch", "memo", "parent")
PLAIN = {"year": 2562, "book": "รับ", "suffix": "pdf", "ending": "csv", "page": 1, "name": "0" * 32}
"""Parts of addresses that name nothing of anybody's."""
FORMS: dict[str, dict[str, Any]] = {
    "/desks": {},
    "/account/sessions": {},
    "/inbox": {"act": "receive"},
    "/intake": {},
    "/orders": {"text": "เห็นชอบ"},
    "/orders/{step}": {"do": "decide", "text": "เห็นชอบ"},
    "/admin/accounts": {"login": "somebody", "person": "นาย ตัวอย่าง"},
    "/admin/accounts/{account}/desks": {"role": "registry"},
    "/admin/accounts/{account}/desks/{row}/take": {},
    "/admin/accounts/{account}/reset": {},
    "/admin/accounts/{account}/closed": {"closed": "true"},
    "/matters/{matter}/recipients/{dispatch}/receipt": {},
    "/matters/{matter}/recipients/{dispatch}/acknowledgement": {},
    "/matters/{matter}/recipients/{dispatch}/back": {"why": "ไม่เกี่ยวข้อง"},
    "/matters/{matter}/recipients/{dispatch}/paper": {"act": "receipt", "done_on": "9/12/2562", "why_none": "ไม่มีสแกน"},
    "/matters/{matter}/recipients/{dispatch}/mend": {"number": "9"},
    "/matters/{matter}/recipients/{dispatch}/recall": {"why": "ผิดฉบับ"},
    "/matters/{matter}/recipients/{dispatch}/resend": {"why": "ผิดหน่วย", "to": "ผบก.ข."},
    "/matters/{matter}/recipients/{dispatch}/doubt": {"why": "เลขซ้ำ"},
    "/matters/{matter}/recipients/{dispatch}/link": {},
    "/matters/{matter}/dispatch": {"words": "กอง ก."},
    "/matters/{matter}/remind": {},
    "/matters/{matter}/changes": {},
    "/matters/{matter}/draft": {"do": "submit", "kind": "result-report"},
    "/matters/{matter}/memos/{memo}/words": {},
    "/dispatch/{choice}": {},
    "/sendings/{memo}/stop": {},
    "/sendings/{memo}/resume": {},
    "/intake/{intake}/again": {},
    "/intake/{intake}": {"do": "enter"},
    "/registers/{unit}/{year}/{book}/reserve": {"request_id": "1", "reason": "ลอง"},
    "/registers/{unit}/{year}/{book}/void": {"number": "1", "reason": "ลอง"},
    "/rounds/{year}/promises": {"code": "1.1", "text": "จะทำ"},
    "/rounds/{year}/reports": {"text": "ทำแล้ว", "done": "true"},
    "/rounds/{year}/answers": {"code": "1.1", "text": "มี"},
    "/org/import/write": {"file": "0" * 64, "seen": "0" * 64},
}
"""What is filled in beside that, so that no form is refused for being empty."""


def _queries(operation: dict[str, Any]) -> list[str]:
    return [one["name"] for one in operation.get("parameters", ()) if one["in"] == "query"]


def _fields(operation: dict[str, Any], known: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for content in operation.get("requestBody", {}).get("content", {}).values():
        shapes = [content["schema"], *content["schema"].get("allOf", ())]
        for shape in shapes:
            named = known[shape["$ref"].rpartition("/")[2]] if "$ref" in shape else shape
            found += named.get("properties", {})
    return found


def seed(site: Site, folder: Path) -> Theirs:
    """The offices with their strangers, and one of everything that is not theirs."""
    site = replace(site, desk=replace(site.desk, office=_office))
    site.app.state.desk = site.desk
    own = build.matter(site.desk, "เรื่องของกอง ค")
    change(site.desk, f"update matter set unit = '{OTHER}' where id = {own}")
    ids = {
        "matter": site.matter, "dispatch": site.to["ผบก.ก."], "parent": site.to["ผบก.ก."], "memo": site.memo, "unit": "สทส.",
        "intake": site.intake(), "choice": a_choice(site), "step": _step(site),
        "promise": _promise(site, folder), "account": 1, "row": 1, "entry": 1, "session": 1, "key": "test|สทส.|drafter||",
    }  # fmt: skip
    return Theirs(site, folder, {**ids, **PLAIN}, own)


def _office(code: str) -> Office:
    known = build.office()
    chart = replace(
        known.chart,
        units=(*known.chart.units, Unit(OTHER, "กอง ค", "บก.")),
        edges=(*known.chart.edges, Edge(OTHER, "สนง.")),
        posts=(*known.chart.posts, Post("ผบก.ค.", "ผบก.ค.", OTHER, "ผบก.", head=True)),
        holders=(*known.chart.holders, Holder("ผบก.ค.", "พล.ต.ต.", "ตัวอย่าง คนที่9")),
    )
    return replace(known, code=code, chart=chart)


def _step(site: Site) -> int:
    number = build.matter(site.desk, f"{build.SUBJECT} (เสนอ)")
    memo = build.memo(site.desk, number, "เพื่อโปรดพิจารณา", kind="result-report")
    with site.desk.store.write() as session:
        session.get_one(MatterRow, number).state = "submitted"
        open_journey(session, session.get_one(MemoRow, memo), Way((stop_of("ผบช.สงป."),), HEAD), SUBMITTED)
        return steps_of(session, [journeys_of(session, number)[-1].id or 0])[0].id or 0


def _promise(site: Site, folder: Path) -> int:
    file = folder / "evidence.pdf"
    file.write_bytes(b"%PDF-1.7 evidence")
    told = CommitmentRow(office="test", year=2562, code="1.1", unit="สทส.", text=PROMISED, by="ตัวอย่าง", at=SUBMITTED.at)
    with site.desk.store.write() as session:
        session.add(told)
        session.flush()
        report = CommitmentReportRow(commitment_id=told.id or 0, text="ทำแล้ว", done=True, by="ตัวอย่าง", at=SUBMITTED.at)
        report.sha256 = site.desk.originals.keep(file)
        session.add(report)
        return told.id or 0

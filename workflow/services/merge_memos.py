"""Many memos of one kind, each with facts of its own: set in full by a few worker processes, each memo once.

What is made is kept in the database as it comes: killed at any point and asked again, the merge goes on with what is missing.
No number is taken from a register: a case says its own.
"""

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workflow.core.errors import NotFound, SarabanError
from workflow.core.memo_kind import CaseFile, MemoKind
from workflow.core.office import Office
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.gather_case import default_signature
from workflow.services.write_memo import as_office_says, style_for
from workflow.store.case_files import case_from, case_lines, fields_of, file_key
from workflow.store.copies import failed_pieces, keep_pieces, made_pieces, merge_by_key
from workflow.store.copy_tables import MergeRow
from workflow.templates.compose import compose
from workflow.templates.fonts import FontSet
from workflow.templates.house_style import HouseStyle
from workflow.templates.official_copies import original
from workflow.templates.render import render
from workflow.templates.wording import WriteBlocks

_BATCH = 20  # memos between two commits: at most so many are set a second time after a crash
_LIFE = 400  # memos a worker sets before a fresh one takes its place, so that no cache grows for ever


@dataclass(frozen=True)
class MergeRequest:
    """Which kind for which cases (a file, one JSON object a line); `folder` takes the files, `workers` is how many processes set them."""

    kind: str
    cases: Path
    office: str
    when: When
    folder: Path
    workers: int = 2


@dataclass(frozen=True)
class Merged:
    """How many cases there are, how many memos are made in all and by this call, and (line, why) of those that failed."""

    total: int
    made: int
    now: int
    failed: tuple[tuple[int, str], ...]
    folder: Path


@dataclass(frozen=True)
class _Piece:
    """All that a worker needs for one memo."""

    number: int
    kind: MemoKind
    case: CaseFile
    folder: Path
    fonts: FontSet
    emblem: Path | None
    style: HouseStyle
    write: WriteBlocks


def merge_memos(
    desk: Desk, request: MergeRequest, tell: Callable[[int, int], None] = lambda done, total: None
) -> Merged:
    """Set the memos that are missing; `tell` hears after every batch how many cases are dealt with, of how many."""
    run, total = _begin(desk, request)
    with desk.store.read() as session:
        before = made_pieces(session, run)
    before = {n for n in before if _file(request, n).exists()}
    dealt, rows = len(before), list[dict[str, Any]]()
    tell(dealt, total)
    for number, pages, trouble in _outcomes(desk, request, before):
        rows.append({"run_id": run, "number": number, "pages": pages, "trouble": trouble})
        if len(rows) == _BATCH:
            dealt = _keep(desk, rows, dealt)
            tell(dealt, total)
    tell(_keep(desk, rows, dealt), total)
    with desk.store.read() as session:
        made, failed = made_pieces(session, run), failed_pieces(session, run)
    return Merged(total, len(made), len(made - before), tuple(failed), request.folder)


def _keep(desk: Desk, rows: list[dict[str, Any]], dealt: int) -> int:
    with desk.store.write() as session:
        keep_pieces(session, rows)
    dealt += len(rows)
    rows.clear()
    return dealt


def _begin(desk: Desk, request: MergeRequest) -> tuple[int, int]:
    """Return the number of this merge's row, made when it is new, and how many cases it has."""
    desk.kind(request.kind)
    desk.fonts()
    total = sum(1 for _ in case_lines(request.cases))
    if not total:
        raise NotFound(f"แฟ้ม {request.cases} ไม่มีรายการ", next_step="ใส่ JSON บรรทัดละหนึ่งรายการ")
    key = file_key(request.cases, request.kind, request.office, str(request.folder.absolute()))
    with desk.store.write() as session:
        row = merge_by_key(session, key) or MergeRow(
            key=key, kind=request.kind, office=request.office, total=total, begun_at=request.when.at
        )
        session.add(row)
        session.flush()
        return row.id or 0, total


def _outcomes(desk: Desk, request: MergeRequest, before: set[int]) -> Iterator[tuple[int, int, str]]:
    """Yield (line, pages, trouble) as memos are set; only a few cases are in memory at a time."""
    context = multiprocessing.get_context(
        "forkserver"
    )  # the typesetter starts threads: a plain fork would hang on their locks
    with ProcessPoolExecutor(request.workers, mp_context=context, max_tasks_per_child=_LIFE) as pool:
        waiting: set[Future[tuple[int, int, str]]] = set()
        for number, line in case_lines(request.cases):
            if number in before:
                continue
            try:
                piece = _piece(desk, request, number, line)
            except SarabanError as error:
                yield number, 0, str(error)
                continue
            waiting.add(pool.submit(set_piece, piece))
            if len(waiting) >= 2 * request.workers:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (one.result() for one in done)
        yield from (one.result() for one in waiting)


def _piece(desk: Desk, request: MergeRequest, number: int, line: str) -> _Piece:
    office = desk.office(request.office)
    case = _case(office, fields_of(line), request.when)
    said = as_office_says(desk, office, request.kind, case)
    return _Piece(number, *said, request.folder, desk.fonts(), office.emblem, style_for(office), desk.write_wording)


def _case(office: Office, fields: dict[str, Any], when: When) -> CaseFile:
    """Return the case of a line: a unit named by its code, the office, the day and the signature filled in from the chart."""
    given = {"office": office.short_name, "number": "", "on": when.on, **fields}
    if isinstance(given.get("unit"), str):
        unit = office.chart.unit(given["unit"])
        given["unit"] = unit
        if "signature" not in given:
            given["signature"] = default_signature(office.chart, unit.code, when.on)
    return case_from(given)


def set_piece(piece: _Piece) -> tuple[int, int, str]:
    """Set one memo in a worker; return its line, its pages, and why it could not be made ("" when it was)."""
    try:
        document = original(compose(piece.kind, piece.case, write=piece.write))
        stem = _stem(piece.kind.name, piece.number)
        made = render(document, piece.folder, stem, fonts=piece.fonts, emblem=piece.emblem, style=piece.style)
    except SarabanError as error:
        return piece.number, 0, str(error)
    return piece.number, made.pages, ""


def _stem(kind: str, number: int) -> str:
    return f"{kind}-{number:06d}"


def _file(request: MergeRequest, number: int) -> Path:
    return request.folder / f"{_stem(request.kind, number)}.pdf"

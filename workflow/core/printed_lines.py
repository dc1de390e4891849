"""The edited lines above and under a memo's text are laid on the lines it was printed with, and give its values."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workflow.core.document import Document
from workflow.core.errors import Refused
from workflow.core.likeness import likeness
from workflow.core.places import filled, values_of
from workflow.core.returned_file import Place, PrintedLine

_ALONE = 0.5  # what it costs to leave a line, printed or returned, without its counterpart
_IMPOSSIBLE = 9.0
_OPTIONAL = {("head", "phone"), ("signature", "rank"), ("email",), ("ending",)}
_THAI = {"unit": "ส่วนราชการ", "number": "ที่", "dated": "วันที่", "subject": "เรื่อง", "to": "เรียนหรือถึง", "name": "ชื่อผู้ลงนาม"}


@dataclass(frozen=True)
class _Pair:
    """A printed line and a returned one; one of them may be missing."""

    printed: PrintedLine | None
    returned: str | None


def read_lines(known: Document, *sides: tuple[Sequence[PrintedLine], Sequence[str]]) -> Document:
    """Return the known document with the values its edited lines hold; Refused when a field is gone or a line cannot be placed."""
    values: dict[Place, str] = dict(values_of(known))
    before = dict(values)
    for printed, returned in sides:
        last: Place | None = None
        for pair in _aligned(printed, [line for line in returned if line.strip()], before):
            last = _take(pair, values, before, last)
    return _without_empty(filled(known, values), known)


def _take(pair: _Pair, values: dict[Place, str], before: dict[Place, str], last: Place | None) -> Place | None:
    if pair.printed is None:
        _add(pair.returned or "", values, last)
        return last
    if pair.returned is None:
        for place in pair.printed.places:
            _leave_out(place, values)
        return last
    found = _values_in(pair.printed, pair.returned)
    for place, text in (found or {}).items():
        if text != before.get(place):
            values[place] = text
    return pair.printed.places[-1] if pair.printed.places else last


def _add(line: str, values: dict[Place, str], last: Place | None) -> None:
    """Add a line that was not there: one more of a list, else the field above goes on."""
    if last is None:
        raise Refused(
            f"ไม่รู้ว่าบรรทัด “{_short(line)}” เป็นของช่องใด", next_step="ย้ายข้อความนั้นไปไว้ในเนื้อความ หรือลบออก แล้วส่งแฟ้มใหม่"
        )
    text = " ".join(line.split())
    if isinstance(last[-1], int):
        more = [key for key in values if key[:-1] == last[:-1] and isinstance(key[-1], int)]
        values[(*last[:-1], max(key[-1] for key in more if isinstance(key[-1], int)) + 1)] = text
    else:
        values[last] = f"{values.get(last, '')} {text}".strip()


def _leave_out(place: Place, values: dict[Place, str]) -> None:
    siblings = [key for key in values if key[:-1] == place[:-1]] if isinstance(place[-1], int) else []
    if place not in _OPTIONAL and len(siblings) < 2 and values.get(place):
        field = _THAI.get(str(place[-2] if isinstance(place[-1], int) else place[-1]), str(place[-1]))
        raise Refused(
            f"แฟ้มที่ส่งกลับไม่มีช่อง “{field}” ({_short(values[place])})",
            next_step="เติมบรรทัดนั้นกลับตามแบบเดิม แล้วส่งแฟ้มใหม่",
        )
    values.pop(place, None)


def _without_empty(document: Document, known: Document) -> Document:
    """Return the document with an emptied optional field as absent."""
    signature, head = document.signature, document.head
    if signature is not None and not signature.rank:
        signature = replace(signature, rank=None)
    if not head.phone:
        head = replace(head, phone=None)
    return replace(document, head=head, signature=signature, title=known.title)


def _values_in(printed: PrintedLine, line: str) -> dict[Place, str] | None:
    found = _pattern(printed).fullmatch(line)
    return {p: " ".join(t.split()) for p, t in zip(printed.places, found.groups(), strict=True)} if found else None


def _pattern(printed: PrintedLine) -> re.Pattern[str]:
    """Return what the line looks like whatever its values; white space may come and go, unless it alone parts two values."""
    first, *inner, last = printed.labels if len(printed.labels) > 1 else (*printed.labels, "")
    labels = [_words(first), *(_words(label) or _gap(label) for label in inner), _words(last)][: len(printed.labels)]
    return re.compile(r"\s*" + r"\s*(.*?)\s*".join(labels) + r"\s*", re.DOTALL)


def _words(label: str) -> str:
    return r"\s*".join(re.escape(word) for word in label.split())


def _gap(label: str) -> str:
    return r"\t" if "\t" in label else r"\s" if label else ""


def _cost(printed: PrintedLine, line: str, before: dict[Place, str]) -> float:
    rate = likeness(printed.filled(before), line)
    if rate == 1:
        return 0.0
    if _values_in(printed, line) is None:
        return _IMPOSSIBLE
    return (0.3 if "".join(printed.labels).strip() else 0.1 + _ALONE) * (1 - rate)


def _aligned(printed: Sequence[PrintedLine], returned: Sequence[str], before: dict[Place, str]) -> Iterator[_Pair]:
    """Yield the cheapest way to lay the returned lines on the printed ones, in their order."""
    rows, columns = len(printed) + 1, len(returned) + 1
    best: list[list[tuple[float, int, int]]] = [[(0.0, 0, 0)] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            ways = []
            if i and j:
                cost = _cost(printed[i - 1], returned[j - 1], before)
                ways.append((best[i - 1][j - 1][0] + cost, 1, 1))
            if i:
                ways.append((best[i - 1][j][0] + _ALONE, 1, 0))
            if j:
                ways.append((best[i][j - 1][0] + _ALONE, 0, 1))
            best[i][j] = min(ways, key=lambda way: way[0], default=(0.0, 0, 0))
    path, i, j = [], rows - 1, columns - 1
    while i or j:
        _, up, left = best[i][j]
        path.append(_Pair(printed[i - 1] if up else None, returned[j - 1] if left else None))
        i, j = i - up, j - left
    yield from reversed(path)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"

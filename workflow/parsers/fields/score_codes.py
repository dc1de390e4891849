"""The codes of a score table in their order (1, 1.1, 1.2, 2, …): one that a scan broke is put right when one code fits. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from workflow.core.reading import IndicatorScore
from workflow.parsers.fields.advice_codes import Code, number_of

_COUNTED_ROWS = 3  # fewer are counted by nobody


def settle_codes(
    rows: Sequence[IndicatorScore], firm: Sequence[bool]
) -> tuple[list[IndicatorScore], list[tuple[int, str]]]:
    """Return the rows of a recognised table with a broken code put right, and a doubt for each code that breaks the order.

    A code that was read surely (`firm`) and stands between its neighbours stays as printed: tables leave out what was not measured.
    """
    kept, doubts = _dotted(rows)
    rows = tuple(kept)
    codes = [number_of(row.code) for row in rows]
    if not _counted(codes):
        return kept, doubts
    for n in range(1, len(rows)):
        before, here, after = codes[n - 1], codes[n], codes[n + 1] if n + 1 < len(codes) else None
        if before is None or here in _next(before):
            continue
        fitting = [c for c in _next(before) if len(c) == len(here or c) and (after is None or after in _next(c))]
        shown = " หรือ ".join(_text(c) for c in fitting)
        stays = firm[n] and here is not None and after is not None and before < here < after
        if len(fitting) == 1 and after is not None and not stays:
            codes[n], kept[n] = fitting[0], replace(rows[n], code=_text(fitting[0]))
            doubts.append((n, f"รหัสในตารางอ่านได้ “{rows[n].code}” ใช้ {shown} ตามลำดับในตาราง"))
        else:
            doubts.append((n, f"รหัส {rows[n].code} ในตารางไม่ต่อจากแถวก่อน{' อาจเป็น ' + shown if shown else ''}"))
    return kept, doubts


def _dotted(rows: Sequence[IndicatorScore]) -> tuple[list[IndicatorScore], list[tuple[int, str]]]:
    """Return the rows with the dot put back into a code that lost it (11 between 1 and 1.2), and a doubt for each."""
    kept, doubts = list(rows), []
    for n in range(1, len(rows)):
        before, printed = number_of(kept[n - 1].code), rows[n].code
        if (
            before
            and len(printed) == 2
            and printed.isdigit()
            and (code := (int(printed[0]), int(printed[1]))) in _next(before)
        ):
            kept[n] = replace(rows[n], code=_text(code))
            doubts.append((n, f"รหัสในตารางอ่านได้ “{printed}” ใช้ {_text(code)} ตามลำดับในตาราง"))
    return kept, doubts


def lost_codes(rows: Sequence[IndicatorScore]) -> tuple[list[IndicatorScore], list[tuple[int, str]]]:
    """Return the rows with a code that a scan lost put in where its neighbours leave one, and a doubt for each; others are left out."""
    kept: list[IndicatorScore] = []
    doubts = []
    for n, row in enumerate(rows):
        after = number_of(rows[n + 1].code) if n + 1 < len(rows) else None
        if not row.code:
            before = number_of(kept[-1].code) if kept else None
            fitting = [c for c in (_next(before) if before else [(1,)]) if after in _next(c)] if after else []
            if len(fitting) != 1:
                continue
            doubts.append((len(kept), f"รหัสในตารางอ่านไม่ได้ ใช้ {_text(fitting[0])} ตามลำดับในตาราง"))
            row = replace(row, code=_text(fitting[0]))
        kept.append(row)
    return kept, doubts


def left_out(rows: Sequence[IndicatorScore]) -> str | None:
    """Return the one indicator that a table counting its indicators passes over (1 2 3 5); None where none or several are."""
    whole = sorted({code[0] for row in rows if (code := number_of(row.code)) and len(code) == 1})
    absent = sorted(set(range(whole[0], whole[-1])) - set(whole)) if len(whole) >= _COUNTED_ROWS else []
    return str(absent[0]) if len(absent) == 1 else None


def _counted(codes: Sequence[Code | None]) -> bool:
    """Whether the table counts its indicators without leaving any out: all but a misread one or two follow the one before."""
    steps = [a is not None and b in _next(a) for a, b in pairwise(codes)]
    return len(steps) > 3 and steps.count(False) <= max(2, len(steps) // 5)


def _next(code: Code) -> list[Code]:
    """Return the codes that may follow one: its first part, the next beside it, the next beside each of its parents."""
    beside = [(*code[:k], code[k] + 1) for k in range(len(code) - 1, -1, -1)]
    return [(*code, 1), *beside]


def _text(code: Code) -> str:
    return ".".join(str(part) for part in code)

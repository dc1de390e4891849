"""The right answers for the specimens, in the shape of docs/reading.md (`saraban read --json`): what the papers say, mistakes included."""

from collections.abc import Iterable

import facts as f
import fresh_letter
import recommendations as r

Gold = dict[str, object]


def _base(kind: str, pages: list[int], paper: f.Paper) -> Gold:
    return {
        "kind": kind,
        "pages": pages,
        "missing_pages": [],
        "number": paper.number,
        "circular": "/ว" in paper.number,
        "date": paper.dated.isoformat(),
        "urgency": None,
        "secrecy": None,
        "via": None,
        "references": [],
        "enclosures": [],
        "receipts": [],
        "recommendations": [],
    }


def _signatory(who: f.Signer) -> Gold:
    return {
        "rank": who.rank,
        "name": who.name,
        "position": who.position,
        "acting": who.acting,
        "acting_for": who.acting_for,
    }


def _receipts(stamps: Iterable[f.Stamp]) -> list[Gold]:
    return [{"unit": s.unit, "number": s.number, "date": s.dated.isoformat(), "time": s.time} for s in stamps]


def _reference(paper: f.Paper, **more: str | None) -> Gold:
    return {"number": paper.number or None, "date": paper.dated.isoformat(), **more}


def _count(surveyed: int, answered: int) -> Gold:
    return {"surveyed": surveyed, "answered": answered, "pct": f.percent(surveyed, answered)}


def _letter() -> Gold:
    counts = {key: _count(*pair) for key, pair in f.COUNTS.items()}
    return _base("letter", [5, 6], f.LETTER) | {
        "sender": f.DGA,
        "subject": f.SUBJECT,
        "to": ["ผู้บัญชาการตำรวจแห่งชาติ"],
        "references": [_reference(f.REQUEST, urgency="ด่วนที่สุด")],
        "enclosures": list(f.ENCLOSURES),
        "closing": "จึงเรียนมาเพื่อโปรดทราบและพิจารณาดำเนินการในส่วนที่เกี่ยวข้อง",
        "signatory": _signatory(f.DIRECTOR),
        "receipts": _receipts(f.LETTER_STAMPS),
        "survey": {"year": f.YEAR, "score": None, "group_average": None, "counts": counts},
    }


def _recommendations() -> list[Gold]:
    """The entries on the pages that are there; those of memo page 3 and 4 have lost the heading of their group."""
    file_page = {1: 3, 3: 4, 4: 2}
    return [
        {
            "code": a.code,
            "name": a.name,
            "indicator": a.indicator,
            "group": r.GROUPS[a.group] if a.memo_page == 1 else None,
            "text": a.text,
            "page": file_page[a.memo_page],
        }
        for a in r.ADVICE
        if a.memo_page in file_page
    ]


def _memo() -> Gold:
    order = {"text": list(f.ORDER_TEXT), "signatory": _signatory(f.ASSISTANT_CHIEF), "date": f.ORDER.dated.isoformat()}
    cited = [
        _reference(f.REQUEST, urgency="ด่วนที่สุด"),
        _reference(f.CALL, urgency=None),
        _reference(f.MISCITED, urgency=None),
    ]
    return _base("memo", [3, 4, 2], f.MEMO) | {
        "missing_pages": [2],
        "sender": "สทส.",
        "subject": f.SUBJECT,
        "to": [f.MEMO_TO],
        "via": f.MEMO_VIA,
        "references": cited,
        "closing": "จึงเรียนมาเพื่อโปรดพิจารณา",
        "signatory": _signatory(f.DEPUTY_IT),
        "order": order,
        "receipts": _receipts(f.MEMO_STAMPS),
        "survey": {"year": f.YEAR, "score": f.SCORE, "group_average": f.GROUP_AVERAGE, "counts": {}},
        "stated_indicator_count": f.STATED,
        "recommendations": _recommendations(),
    }


def _endorsements() -> list[Gold]:
    shared = {"host": 1, "copy_certified": True}
    down = _base("endorsement", [1], f.DOWN) | shared
    down |= {
        "to": list(f.DOWN_TO),
        "references": [_reference(f.ORDER, subject="บันทึกสั่งการ ตร."), _reference(f.MEMO)],
        "signatory": _signatory(f.DEPUTY_IT),
        "receipts": _receipts(f.DOWN_STAMPS),
    }
    onward = _base("endorsement", [1], f.ONWARD) | shared
    onward |= {"to": [*f.ONWARD_UP, *f.ONWARD_DOWN], "signatory": _signatory(f.DEPUTY_BUDGET)}
    return [down, onward]


def packet_gold() -> Gold:
    """Return the gold of police-chain.pdf."""
    return {
        "source": {"pages": 6},
        "instruments": [_letter(), _memo(), *_endorsements()],
        "findings_expected": [
            "pages-out-of-order",
            "missing-page",
            "reference-number-conflict",
            "count-mismatch",
            "secret-found",
            "certifier-absent",
            "enclosure-absent",
        ],
        "secrets_expected": {"credential": 1, "mobile": len(f.CONTRACTOR_STAFF)},
    }


def fresh_letter_gold() -> Gold:
    """Return the gold of result-letter.txt."""
    letter = fresh_letter
    entries = [
        {
            "code": a.code,
            "name": a.name,
            "indicator": letter.INDICATORS[a.code[0]],
            "group": letter.GROUPS[a.group],
            "text": a.text,
            "page": 1,
        }
        for a in letter.ADVICE
    ]
    instrument = _base("letter", [1], letter.PAPER) | {
        "sender": f.DGA,
        "subject": letter.SUBJECT,
        "to": [letter.TO],
        "enclosures": [letter.ENCLOSURE],
        "closing": letter.CLOSING,
        "signatory": _signatory(f.DIRECTOR),
        "survey": {"year": f.YEAR, "score": letter.SCORE, "group_average": letter.GROUP_AVERAGE, "counts": {}},
        "stated_indicator_count": letter.STATED,
        "recommendations": entries,
    }
    return {"source": {"pages": 1}, "instruments": [instrument], "findings_expected": ["enclosure-absent"]}

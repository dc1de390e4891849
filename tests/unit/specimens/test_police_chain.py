"""The specimen packet says what its gold says, is made by its own source, and is wrong only where its README says so."""

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from workflow.core import thai_date
from workflow.core.thai_digits import to_arabic

ROOT = Path(__file__).parents[3]
SPECIMENS = ROOT / "specimens"
MADE = ("police-chain.pdf", "police-chain.gold.json", "result-letter.txt", "result-letter.gold.json")
GOLD: dict[str, Any] = json.loads((SPECIMENS / "police-chain.gold.json").read_text(encoding="utf-8"))
LETTER, MEMO, DOWN, ONWARD = GOLD["instruments"]


def bare(text: str) -> str:
    """Text without white space, Arabic digits: line ends and justified gaps do not count."""
    return re.sub(r"\s+", "", to_arabic(text))


def page_texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


PAGES = [bare(text) for text in page_texts(SPECIMENS / "police-chain.pdf")]
FRESH = json.loads((SPECIMENS / "result-letter.gold.json").read_text(encoding="utf-8"))["instruments"][0]


def dates(iso: str) -> tuple[str, ...]:
    on = date.fromisoformat(iso)
    stamped = f"{on.day} {thai_date.SHORT_MONTHS[on.month - 1]} {thai_date.be_year(on)}"
    return tuple(bare(form) for form in (thai_date.full(on), thai_date.short(on), stamped))


def signatures(instrument: dict[str, Any]) -> list[dict[str, Any]]:
    return [instrument["signatory"], *([instrument["order"]["signatory"]] if "order" in instrument else [])]


def printed_facts(instrument: dict[str, Any]) -> Iterator[str]:
    """Every value of the gold that stands on the paper letter for letter."""
    yield instrument["number"]
    yield from (instrument.get("subject") or "", *instrument["to"], instrument["via"] or "", *instrument["enclosures"])
    yield from (part or "" for who in signatures(instrument) for part in who.values())
    yield from (r.get("number") or "" for r in instrument["references"])
    yield from (
        value for s in instrument["receipts"] for value in (s["unit"], s["number"], s["time"].replace(":", "."))
    )
    yield from (
        text for r in instrument["recommendations"] for text in (r["code"], r["name"], r["indicator"], r["text"])
    )
    yield from (r["group"] for r in instrument["recommendations"] if r["group"])
    yield from instrument.get("order", {}).get("text", [])


def printed_numbers(instrument: dict[str, Any]) -> Iterator[str]:
    survey = instrument.get("survey") or {}
    yield from (f"{survey[key]:.2f}" for key in ("score", "group_average") if survey.get(key))
    for count in survey.get("counts", {}).values():
        yield from (f"{count['surveyed']:,}", f"{count['answered']:,}", f"{count['pct']:.1f}")
    if "stated_indicator_count" in instrument:
        yield f"จำนวน{instrument['stated_indicator_count']}ตัว"


def text_of(instrument: dict[str, Any]) -> str:
    return "".join(PAGES[number - 1] for number in instrument["pages"])


def test_the_committed_files_are_what_their_source_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(SPECIMENS / "make.py"), str(tmp_path)], check=True)
    differing = [name for name in MADE if (tmp_path / name).read_bytes() != (SPECIMENS / name).read_bytes()]
    assert differing == []


@pytest.mark.parametrize("instrument", GOLD["instruments"], ids=lambda i: i["number"])
def test_every_fact_of_the_gold_stands_on_its_pages(instrument: dict[str, Any]) -> None:
    paper = text_of(instrument)
    facts = [*printed_facts(instrument), *printed_numbers(instrument)]
    assert [fact for fact in facts if bare(fact) not in paper] == []


@pytest.mark.parametrize("instrument", GOLD["instruments"], ids=lambda i: i["number"])
def test_every_date_of_the_gold_stands_on_its_pages(instrument: dict[str, Any]) -> None:
    found = [instrument["date"], *(x["date"] for x in [*instrument["references"], *instrument["receipts"]])]
    found += [instrument["order"]["date"]] if "order" in instrument else []
    assert [on for on in found if not any(form in text_of(instrument) for form in dates(on))] == []


def test_every_fact_of_the_fresh_letter_stands_in_it() -> None:
    paper = bare((SPECIMENS / "result-letter.txt").read_text(encoding="utf-8"))
    facts = [*printed_facts(FRESH), *printed_numbers(FRESH)]
    assert [fact for fact in facts if bare(fact) not in paper] == []
    assert len(FRESH["recommendations"]) == 5


def test_the_counts_add_up_and_their_percentages_agree() -> None:
    counts = LETTER["survey"]["counts"]
    parts = [counts[key] for key in ("central", "provincial", "local")]
    for key in ("surveyed", "answered"):
        assert counts["total"][key] == sum(part[key] for part in parts)
    assert all(round(100 * c["answered"] / c["surveyed"], 1) == c["pct"] for c in counts.values())


def test_the_chain_runs_forward_on_days_that_offices_work() -> None:
    chain = [LETTER["date"], *(s["date"] for s in LETTER["receipts"]), MEMO["date"], MEMO["receipts"][0]["date"]]
    chain += [MEMO["order"]["date"], DOWN["date"], *(s["date"] for s in DOWN["receipts"]), ONWARD["date"]]
    days = [date.fromisoformat(on) for on in chain]
    assert days == sorted(days)
    with (ROOT / "config/shared/holidays.csv").open(encoding="utf-8") as rows:
        holidays = {row["date"] for row in csv.DictReader(rows)}
    assert "2025-12-05" in holidays
    assert [day for day in days if day.weekday() > 4 or day.isoformat() in holidays] == []


def test_the_memo_cites_the_result_letter_under_the_number_of_the_request() -> None:
    request, _, result = MEMO["references"]
    assert result["number"] == request["number"] == LETTER["references"][0]["number"]
    assert result["date"] == LETTER["date"]
    assert bare(LETTER["number"]) not in text_of(MEMO)


def test_memo_page_2_is_the_only_page_missing() -> None:
    assert sorted(page for i in GOLD["instruments"] for page in i["pages"]) == [1, 1, 2, 3, 4, 5, 6]
    assert [bool(re.match(r"-\d-", page)) for page in PAGES] == [False, True, False, True, False, True]
    assert "/ตัวชี้วัดย่อย3.4..." in PAGES[2]
    assert not any("-ตัวชี้วัดย่อย3.4" in page for page in PAGES)


def test_twelve_sub_indicators_are_there_and_two_urgent_ones_went_with_the_lost_page() -> None:
    assert len(MEMO["recommendations"]) == 12
    urgent = [r for r in MEMO["recommendations"] if r["group"] is None]
    assert MEMO["stated_indicator_count"] - len(urgent) == 2


def test_the_police_signatories_hold_their_posts_on_the_day() -> None:
    with (ROOT / "config/police/holders.csv").open(encoding="utf-8") as rows:
        held = {
            (r["post"], r["rank"], r["name"]): (r["valid_from"], r["valid_to"] or "9999") for r in csv.DictReader(rows)
        }
    signed = [
        ("รอง ผบช.สทส.", MEMO["signatory"], MEMO["date"]),
        ("ผู้ช่วย ผบ.ตร.(ปร 3)", MEMO["order"]["signatory"], MEMO["order"]["date"]),
        ("รอง ผบช.สทส.", DOWN["signatory"], DOWN["date"]),
        ("รอง ผบช.สงป.", ONWARD["signatory"], ONWARD["date"]),
    ]
    for post, who, on in signed:
        since, until = held[post, who["rank"], who["name"]]
        assert since <= on <= until


def test_the_login_and_both_mobiles_are_on_the_letter_and_nowhere_else() -> None:
    secret = re.compile(r"Username:|Password:|0[689]0000\d{4}")
    found = [len(secret.findall(page)) for page in PAGES]
    assert found == [0, 0, 0, 0, 4, 0]

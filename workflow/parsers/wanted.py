"""The values of a paper whose places are wanted, each with the way to look for it. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from workflow.core.reading import Instrument, Signatory, Survey

UNMISTAKABLE = 100  # a smaller count stands in many places, so its unit must follow
_UNIT = r"(?=หน่วยงาน|แห่ง|ราย|องค์กร|หน่วย)"


@dataclass(frozen=True)
class Want:
    """A value under its key in the contract; `how` it is looked for (`number`: the value is a pattern), best after the place of another key.

    A key that begins with `_` is no field: its place only leads to others.
    """

    key: str
    value: str
    how: Literal["text", "date", "number"] = "text"
    after: str = ""


def wants_of(paper: Instrument) -> Iterator[Want]:
    """Yield what is to be found, in the order in which places lead to one another."""
    yield from _head(paper)
    yield from _references(paper)
    for n, title in enumerate(paper.enclosures):
        yield Want(f"enclosures[{n}]", title, after=f"enclosures[{n - 1}]")
    if paper.closing:
        for n, part in enumerate(paper.closing.split(" / ")):
            yield Want("closing" if n == 0 else f"closing.{n}", part)
    yield from _signatory("signatory", paper.signatory)
    yield from _order(paper)
    for n, contact in enumerate(paper.contacts):
        if value := contact.phone or contact.email:
            yield Want(f"contacts[{n}]", value)
    if paper.copy_certified:
        yield Want("copy_certified", "สำเนาถูกต้อง")
    if paper.survey:
        yield from _survey(paper.survey)
    if paper.stated_indicator_count:
        yield Want(
            "stated_indicator_count", rf"{_alone(paper.stated_indicator_count)}(?=ตัว|ประเด็น|ข้อ|รายการ)", "number"
        )
    yield from _recommendations(paper)


def _head(paper: Instrument) -> Iterator[Want]:
    for name in ("number", "urgency", "sender", "subject"):
        if value := getattr(paper, name):
            yield Want(name, value)
    if paper.date:
        yield Want("date", paper.date.isoformat(), "date")
    if paper.to:
        opened = "ถึง" if paper.kind == "stamped" else "เรียน"
        yield Want(
            "_to", rf"^(?:กราบ)?{opened}(?!มา)", "number"
        )  # only shows the way: a post may stand in a stamp above
    for n, post in enumerate(paper.to):
        yield Want(f"to[{n}]", post, after=f"to[{n - 1}]" if n else "_to")
    if paper.via:
        yield Want("via", paper.via, after="_to")


def _references(paper: Instrument) -> Iterator[Want]:
    for n, cited in enumerate(paper.references):
        key, before = f"references[{n}]", f"references[{n - 1}].number"
        if cited.number:
            yield Want(f"{key}.number", cited.number, after=before)
        if cited.date:
            yield Want(f"{key}.date", cited.date.isoformat(), "date", f"{key}.number")
        if cited.subject:
            yield Want(f"{key}.subject", cited.subject, after=f"{key}.number")
        if cited.urgency:
            yield Want(f"{key}.urgency", cited.urgency)


def _signatory(key: str, signed: Signatory | None) -> Iterator[Want]:
    if signed and signed.name:
        yield Want(f"{key}.name", signed.name)
        for name in ("position", "acting_for"):
            if value := getattr(signed, name):
                yield Want(f"{key}.{name}", value, after=f"{key}.name")


def _order(paper: Instrument) -> Iterator[Want]:
    if paper.order:
        for n, text in enumerate(paper.order.text):
            yield Want(f"order.text[{n}]", text, after=f"order.text[{n - 1}]" if n else "signatory.name")
        yield from _signatory("order.signatory", paper.order.signatory)
        if paper.order.date:
            yield Want("order.date", paper.order.date.isoformat(), "date", "order.signatory.name")


def _survey(survey: Survey) -> Iterator[Want]:
    if survey.name:
        yield Want("survey.name", survey.name)
    if survey.year:
        yield Want("survey.year", rf"(?<=ปี){survey.year}(?!\d)|(?<=ปีพ\.ศ\.){survey.year}(?!\d)", "number")
    for name in ("score", "group_average"):
        if (value := getattr(survey, name)) is not None:
            yield Want(f"survey.{name}", _number(value), "number", "survey.score" if name != "score" else "")
    yield from _counts(survey)
    for n, row in enumerate(survey.indicators):
        key = f"survey.indicators[{n}]"
        yield Want(f"{key}.name", row.name or row.code, after=f"survey.indicators[{n - 1}].name")
        if row.score is not None:
            yield Want(f"{key}.score", _number(row.score), "number", f"{key}.name")


def _counts(survey: Survey) -> Iterator[Want]:
    after = ""
    for group, count in survey.counts.items():
        for name, value in (("surveyed", count.surveyed), ("answered", count.answered)):
            if value is not None:
                key = f"survey.counts.{group}.{name}"
                yield Want(key, _alone(value) + ("" if value >= UNMISTAKABLE else _UNIT), "number", after)
                after = key
        if count.pct is not None:
            yield Want(f"survey.counts.{group}.pct", _number(count.pct), "number", after)


def _recommendations(paper: Instrument) -> Iterator[Want]:
    for n, given in enumerate(paper.recommendations):
        key = f"recommendations[{n}]"
        yield Want(f"{key}.name", f"{given.code}{given.name}", after=f"recommendations[{n - 1}].name")
        if given.text:
            yield Want(f"{key}.text", given.text, after=f"{key}.name")


def _alone(number: int) -> str:
    return rf"(?<![\d./]){number}(?![\d/]|\.\d)"


def _number(value: float) -> str:
    """Return a pattern for a value however many noughts it is printed with."""
    whole, _, rest = f"{value:.2f}".rstrip("0").rstrip(".").partition(".")
    tail = rf"\.{re.escape(rest)}0?" if rest else r"(?:\.0{1,2})?"
    return rf"(?<![\d.]){whole}{tail}(?!\d)"

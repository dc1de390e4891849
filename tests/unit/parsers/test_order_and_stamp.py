"""A memo may be stamped where it was sent on to, days after its order: neither date is put right by the other, both are doubted."""

from datetime import date

from workflow.core.reading import Finding, Instrument, OrderText, Stamp
from workflow.parsers.checks import Context, dates
from workflow.parsers.draft import Draft, PrintedDate


def _memo(ordered: date, stamped: date) -> tuple[date | None, list[Finding]]:
    order = OrderText(("ทราบ",), date=ordered)
    memo = Instrument("memo", (1,), date=date(2026, 5, 18), receipts=(Stamp(date=stamped),), order=order)
    draft = Draft(memo, dates=[PrintedDate("order.date", "22 พ.ค.69")])
    found = dates.check([draft], Context(()))
    return (draft.instrument.order.date if draft.instrument.order else None), found


def test_an_order_before_a_stamp_keeps_its_day_and_is_doubted() -> None:
    kept, (doubt,) = _memo(date(2026, 5, 22), date(2026, 5, 25))
    assert kept == date(2026, 5, 22)
    assert (doubt.code, doubt.severity, doubt.field) == ("date-before-cause", "info", "order.date")


def test_an_order_on_the_day_of_the_stamp_is_no_doubt() -> None:
    assert _memo(date(2026, 5, 22), date(2026, 5, 22)) == (date(2026, 5, 22), [])

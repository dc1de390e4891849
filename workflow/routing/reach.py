"""Which units stand under a unit, and along which line: whom it orders, whom it asks."""

from datetime import date

from workflow.core.org import ASKING_LINES, CHAIN_OF_COMMAND, OrgChart, ParentKind

UNITS_ALONG: dict[ParentKind, str] = {
    CHAIN_OF_COMMAND: "หน่วยในสังกัด",
    "สายงาน": "หน่วยในสายงาน",
    "ประสาน": "หน่วยที่ประสานกับ",
}
"""How the units along a line are called; with ทุก before it, it is how they are addressed."""


def lines_below(chart: OrgChart, unit: str, on: date) -> dict[str, ParentKind]:
    """Return the line along which each unit stands under `unit` that day; command counts before any other line.

    A unit reached by a functional or a coordinating line brings the units of its own command with it, along that same line; so does
    one that coordinates with a unit below (a ministry reaches the tax office of a province through the province).
    """
    found: dict[str, ParentKind] = dict.fromkeys(chart.subtree(unit, on), CHAIN_OF_COMMAND)
    ordered = (unit, *found)
    for kind in ASKING_LINES:
        for above in ordered:
            for asked in chart.children(above, on, kind):
                if asked not in found and asked != unit:
                    found[asked] = kind
                    for below in chart.subtree(asked, on):
                        found.setdefault(below, kind)
    found.pop(unit, None)
    return found


def along(chart: OrgChart, unit: str, on: date, line: ParentKind) -> tuple[str, ...]:
    """Return the units that answer to `unit` along one line, in the chart's order.

    Along สายบังคับบัญชา and สายงาน with all that is under them; along ประสาน only who coordinates with the unit itself.
    """
    if line == CHAIN_OF_COMMAND:
        return tuple(chart.subtree(unit, on))
    found: dict[str, None] = {}
    for asked in chart.children(unit, on, line):
        found[asked] = None
        found |= dict.fromkeys(chart.subtree(asked, on) if line == "สายงาน" else ())
    found.pop(unit, None)
    return tuple(found)

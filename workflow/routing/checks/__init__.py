"""What may be wrong with a chart that could be read: one module for units and lines, one for posts, one for acting, one for committees.

A mistake that makes the chart unreadable (an unknown parent, a ring of command, dates the wrong way round) is refused at loading.
"""

from collections.abc import Iterator
from datetime import date

from workflow.core.org import OrgChart
from workflow.routing.checks import acting, committees, lines, posts, units
from workflow.routing.checks.doubt import ChartDoubt

__all__ = ["ChartDoubt", "check_chart"]


def check_chart(chart: OrgChart, on: date) -> Iterator[ChartDoubt]:
    """Yield every doubt about the chart as of a day, units first."""
    for check in (units.check, lines.check, posts.check, acting.check, committees.check):
        yield from check(chart, on)

"""Checks: each looks at the papers of a bundle together and returns doubts (`Finding`); one check, one file. Pure.

`REPAIRS` come first: they may put a value right when exactly one candidate survives, and say so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from workflow.core.almanac import Almanac
from workflow.core.framework import Framework
from workflow.core.reading import Finding
from workflow.parsers.bundle import Paper
from workflow.parsers.checks import (
    acting_phrases,
    addressees,
    cited_later,
    count_repairs,
    counts,
    dates,
    documents_absent,
    head_fields_absent,
    headless,
    owner_codes,
    pages,
    person_names,
    rank_and_post,
    recognised_digits,
    references,
    scanned_stamps,
    score_means,
    scripts,
    sub_indicators,
    sums,
    survey_agrees,
    torn_names,
    unsure,
)
from workflow.parsers.draft import Draft


@dataclass(frozen=True)
class Context:
    """What a check may look at beside the drafts: the papers they came from, how the file was read, frameworks that are known.

    `turned` tells by how many degrees pages were turned to stand upright.
    """

    papers: tuple[Paper, ...]
    foreign: tuple[str, ...] = ()
    digits_doubtful: bool = False
    recognised: bool = False
    almanac: Almanac = field(default_factory=Almanac)
    frameworks: tuple[Framework, ...] = ()
    turned: Mapping[int, int] = field(default_factory=dict)


Check = Callable[[Sequence[Draft], Context], list[Finding]]
REPAIRS: tuple[Check, ...] = (
    dates.check,
    acting_phrases.check,
    owner_codes.check,
    count_repairs.check,
    score_means.check,
    sub_indicators.check,
)
CHECKS: tuple[Check, ...] = (
    pages.check,
    references.check,
    cited_later.check,
    counts.check,
    sums.check,
    documents_absent.check,
    head_fields_absent.check,
    addressees.check,
    rank_and_post.check,
    scripts.check,
    person_names.check,
    headless.check,
    survey_agrees.check,
    recognised_digits.check,
    scanned_stamps.check,
    torn_names.check,
    unsure.check,
)


def run_checks(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return every doubt, repairs first."""
    return [finding for check in (*REPAIRS, *CHECKS) for finding in check(drafts, context)]

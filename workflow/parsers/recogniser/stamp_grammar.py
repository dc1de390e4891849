"""What a line of a receipt stamp can say: a register number, a date, a time, each behind its label; and what a page number looks like."""

from functools import cache

from workflow.core.thai_date import MONTHS, SHORT_MONTHS
from workflow.parsers.recogniser.grammar import Builder, Grammar, Part
from workflow.parsers.stamp_labels import DATE_WORDS, NUMBER_WORDS, TIME_WORDS

_THAI, _ARABIC = "๐๑๒๓๔๕๖๗๘๙", "0123456789"


@cache
def stamp_grammar() -> Grammar:
    """Return the grammar of a stamp's line."""
    b = Builder()
    labels = ((NUMBER_WORDS, _number), (DATE_WORDS, _date), (TIME_WORDS, _time))
    held = [(names, value(b, digits)) for digits in (_THAI, _ARABIC) for names, value in labels]
    labelled = [b.then(b.words(*names), _gap(b), value) for names, value in held]
    alone = [value(b, digits) for digits in (_THAI, _ARABIC) for _, value in labels]
    return b.done(
        b.then(_gap(b), b.either(b.many(b.then(b.either(*labelled), _gap(b))), b.then(b.either(*alone), _gap(b))))
    )


@cache
def page_number_grammar() -> Grammar:
    """Return the grammar of a page number between hyphens."""
    b = Builder()
    dash, figures = [b.then(_space(b), b.any_of("-–"), _space(b)) for _ in range(2)], (_THAI, _ARABIC)
    return b.done(b.then(dash[0], b.either(*(_figures(b, digits, 1, 3) for digits in figures)), dash[1]))


def _gap(b: Builder) -> Part:
    """Dots to write on, spaces, a colon: what stands between a label and its value."""
    return b.maybe(b.many(b.any_of(" .…:_-")))


def _number(b: Builder, digits: str) -> Part:
    return _figures(b, digits, 1, 6)


def _date(b: Builder, digits: str) -> Part:
    month = b.either(b.words(*MONTHS), *(_short(b, name) for name in SHORT_MONTHS))
    century = b.then(
        b.any_of(digits[2]), b.any_of(digits[5] + digits[0])
    )  # 25xx of the Buddhist era, 20xx of the common
    year = b.then(b.maybe(b.words("พ.ศ.")), _space(b), b.maybe(century), _figures(b, digits, 2, 2))
    named = b.then(_space(b), month, _space(b), year)
    return b.then(b.maybe(b.words(*DATE_WORDS)), _gap(b), _up_to(b, digits, 3), b.either(named, _in_figures(b, digits)))


def _short(b: Builder, name: str) -> Part:
    """A short month, its dots and the space after them often lost."""
    dot = [b.then(b.maybe(b.any_of(".")), _space(b)) if letter == "." else b.any_of(letter) for letter in name]
    return b.then(*dot)


def _in_figures(b: Builder, digits: str) -> Part:
    year = b.then(b.maybe(b.then(b.any_of(digits[2]), b.any_of(digits[5] + digits[0]))), _figures(b, digits, 2, 2))
    return b.then(b.any_of("/-"), _up_to(b, digits, 1), b.any_of("/-"), year)


def _time(b: Builder, digits: str) -> Part:
    hour, minute = _up_to(b, digits, 2), b.then(b.any_of(digits[:6]), b.any_of(digits))
    end = b.maybe(b.then(_space(b), b.word("น"), b.maybe(b.any_of("."))))
    return b.then(hour, _space(b), b.any_of(".:"), _space(b), minute, end)


def _space(b: Builder) -> Part:
    return b.maybe(b.any_of(" "))


def _up_to(b: Builder, digits: str, most: int) -> Part:
    """One digit, or two of which the first is at most `most`."""
    return b.either(b.any_of(digits), b.then(b.any_of(digits[: most + 1]), b.any_of(digits)))


def _figures(b: Builder, digits: str, least: int, most: int) -> Part:
    figure = [b.any_of(digits) for _ in range(most)]
    return b.then(*figure[:least], *_nested(b, figure[least:]))


def _nested(b: Builder, figures: list[Part]) -> list[Part]:
    """Optional digits, each only after the one before it."""
    return [b.maybe(b.then(figures[0], *_nested(b, figures[1:])))] if figures else []

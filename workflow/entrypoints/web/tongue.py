"""The tongue of a page: Thai, in which every message is written, or English, out of the catalogue under `locale/`.

The interface is translated; what is a record stays as it was written: names of units and posts, subjects, orders, the papers themselves.
Days are of the Buddhist era in both; in English the Western year stands beside it, so that no year can be taken for another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from workflow.core.thai_date import BANGKOK, be_year, clock_time, full, short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.core.working_as import WorkingAs
from workflow.entrypoints.web.catalogue import Catalogue, catalogue_of, keyed
from workflow.entrypoints.web.on_screen import on_screen
from workflow.entrypoints.web.recorded import TRAIL, WRITTEN
from workflow.entrypoints.web.sentences import Sentences
from workflow.templates.numerals import in_thai_digits

NO_BREAK = "\u00a0"  # a date torn at the line end is hard to read
NOTHING = "–"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Tongue:
    """Thai: its messages are their own words, its digits Thai, its days as offices write them."""

    code: str = "th"
    name: str = "ไทย"
    words: Catalogue = field(default_factory=dict)

    def say(self, message: str, context: str = "") -> str:
        """Return a message in this tongue; one that has no translation stays Thai."""
        forms = self.words.get(keyed(context, message))
        return forms[0] if forms else message

    def say_of(self, message: str, n: object) -> str:
        """Return a message that counts, in the form for `n`."""
        forms = self.words.get(message)
        return forms[0 if n == 1 else -1] if forms else message

    def sentence(self, said: object) -> str:
        """Return what the program itself says (a word for a state, an error), never what people wrote; commands become places of the page."""
        return on_screen(str(said))

    def recorded(self, text: str) -> str:
        """Return what the record says of an act, with the digits of this tongue."""
        return self.digits(text)

    def desk(self, who: WorkingAs) -> str:
        """Return in whose name somebody works: a post as the chart calls it, or what the desk does, and of which unit."""
        title = who.title.removeprefix(who.role.thai)
        return self.value(who.title if title == who.title else f"{self.sentence(who.role.thai)}{title}")

    def digits(self, text: str) -> str:
        """Return a text of the record with the digits that this tongue shows."""
        return in_thai_digits(text)

    def value(self, value: object) -> str:
        """Return a number or a name; `–` for None."""
        return NOTHING if value is None else to_thai(value)

    def number(self, n: object) -> str:
        """Return a count, its thousands apart."""
        return self.value(f"{n:,}" if isinstance(n, int | float) else n)

    def day(self, on: date) -> str:
        """Return a day for a narrow place."""
        return short(on).replace(" ", NO_BREAK)

    def full_day(self, on: date) -> str:
        """Return a day in full."""
        return full(on)

    def hour(self, at: datetime) -> str:
        """Return the Bangkok wall time."""
        return clock_time(at).replace(" ", NO_BREAK)

    def year(self, year: int) -> str:
        """Return a year of the Buddhist era, said to be one."""
        return f"พ.ศ. {to_thai(year)}"

    def moment(self, at: datetime) -> str:
        """Return day and hour."""
        return f"{self.day(When(at).on)} {self.hour(at)}"

    def when(self, moment: When) -> str:
        """Return a moment of the record: the day alone when the paper gives no hour."""
        return self.moment(moment.at) if moment.timed else self.day(moment.on)


class English(Tongue):
    """English: Arabic digits, and the Western year beside that of the Buddhist era."""

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self.words, self.day)

    def sentence(self, said: object) -> str:
        """Return a sentence in English; it is known again by its fixed parts."""
        return self._sentences.translated(on_screen(str(said)))

    @cached_property
    def _trail(self) -> Sentences:
        return Sentences(self.words, self.day, TRAIL, WRITTEN)

    def recorded(self, text: str) -> str:
        """Return the act in English, what people wrote into it as they did; several reasons stand apart as they are kept."""
        parts = text.split("; ")
        said = [self._trail.translated(part) for part in parts]
        known = all(one != part for one, part in zip(said, parts, strict=True))
        return "; ".join(said) if known else self._trail.translated(text)

    def digits(self, text: str) -> str:
        """Return the text as it was written."""
        return text

    def value(self, value: object) -> str:
        """Return a number or a name as it is; `–` for None."""
        return NOTHING if value is None else str(value)

    def day(self, on: date) -> str:
        """Return `22 Nov 2562 BE (2019)`."""
        return self.full_day(on).replace(" ", NO_BREAK)

    def full_day(self, on: date) -> str:
        """Return `22 Nov 2562 BE (2019)`."""
        return f"{on.day} {MONTHS[on.month - 1]} {be_year(on)} BE ({on.year})"

    def hour(self, at: datetime) -> str:
        """Return `14:30`."""
        return at.astimezone(BANGKOK).strftime("%H:%M")

    def year(self, year: int) -> str:
        """Return `2562 BE`."""
        return f"{year} BE"


THAI = Tongue()
ENGLISH = English("en", "English", catalogue_of("en"))
TONGUES: Mapping[str, Tongue] = {tongue.code: tongue for tongue in (THAI, ENGLISH)}

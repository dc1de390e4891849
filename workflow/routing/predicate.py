"""The grammar of เรียน: the words after it become selections on the chart.

`ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า` · `ผบก. ในสังกัด สง.ผบ.ตร.` · `ทุกหน่วยในสังกัด ภ.4` · `ทุกหน่วยในสายงาน กรมที่ดิน` ·
`หัวหน้าส่วนราชการประจำจังหวัดทุกแห่ง` · `นายอำเภอทุกอำเภอในจังหวัดระนอง` · `คลังจังหวัดทุกจังหวัด` · `ข้าราชการทุกคนในสังกัด สงป.` ·
`ผกก.ฝอ.สงป.` · `สทส.` · `ผบช.ภ.1-9`, each with `ยกเว้น …`, in lists joined by a new line, a comma or และ. Names may
contain และ themselves, so the longest reading wins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workflow.core.errors import NotFound, SarabanError, UsageError
from workflow.core.org import Unit
from workflow.core.thai_digits import to_arabic
from workflow.routing.selections import EveryPerson, EveryUnit, Namesakes, OfClass, Selection, ThePost, TheUnit
from workflow.routing.spelling import nearest, tidy
from workflow.routing.units import PROVINCE, Names

_JOINT = re.compile(r"[,;]|และ")
_GREETING = re.compile(r"^(?:เรียน|ถึง)\s*(?=\S)")
_CONTINUED = re.compile(r"\n(?=\(?\s*(?:ยกเว้น|เว้นแต่|หรือ|และผู้ดำรง|ในสังกัด))")
_EXCEPT = re.compile(r"^(?P<base>.*?)\s*(?P<open>\()?\s*(?:ยกเว้น|เว้นแต่)\s*(?P<rest>.*)$")
_EQUAL = r"(?:หรือ|และ)\s*(?:ผู้ดำรง)?\s*(?:ตำแหน่ง)?\s*(?:ที่)?\s*เทียบเท่า"
_EVERY = re.compile(
    r"^(?:ทุก\s*หน่วย(?:งาน)?\s*(?:ใน)?\s*สังกัด\s*(?P<after>.*)|หน่วย(?:งาน)?\s*(?:ใน)?\s*สังกัด\s*(?P<before>.*?)\s*ทุก\s*หน่วย(?:งาน)?)$"
)
_ALONG = re.compile(
    r"^(?:ทุก\s*)?หน่วย(?:งาน)?\s*(?:(?:ใน|ตาม)?\s*(?P<work>สายงาน)\s*(?:ของ)?|ที่\s*ประสาน(?:งาน)?\s*กับ)\s*(?P<unit>.+?)"
    r"(?:\s*ทุก\s*หน่วย(?:งาน)?)?$"
)
_PLACES = re.compile(
    r"^(?P<what>.+?)\s*ทุก\s*(?P<place>แห่ง|จังหวัด|อำเภอ|หน่วย(?:งาน)?|ราย|ท่าน|คน|ตำแหน่ง)"
    r"\s*(?:(?:ใน)?\s*(?:สังกัด|เขต|พื้นที่)?\s*(?P<unit>.+))?$"
)
_CLASS = re.compile(
    rf"^(?P<grade>.+?)\s*(?P<eq1>{_EQUAL})?\s*(?:(?:ใน)?\s*สังกัด\s*(?P<unit>.+?))?\s*(?P<eq2>{_EQUAL})?$"
)
# Everybody, one by one: the kind of person is said for politeness (ข้าราชการตำรวจ, บุคลากร), ทุกนาย is what the police say.
_PEOPLE = re.compile(
    r"^(?:(?:ข้าราชการ|บุคลากร|เจ้าหน้าที่|กำลังพล|ผู้ใต้บังคับบัญชา|ผู้ปฏิบัติงาน|พนักงาน)\S*?)?\s*"
    r"(?:ทุก\s*(?:คน|นาย|ท่าน)\s*(?:ใน)?\s*(?:สังกัด)?\s*(?P<after>.*)"
    r"|(?:ใน)?\s*สังกัด\s*(?P<before>.*?)\s*ทุก\s*(?:คน|นาย|ท่าน))$"
)
_RANGE = re.compile(r"^(?P<stem>.*\D)(?P<first>\d{1,3})\s*[-–]\s*(?P<last>\d{1,3})$")
# Longer than any name with its class and unit: a pasted list of hundreds of names must not be matched against itself.
_LONGEST_ITEM = 300
FORMS = "ตัวอย่าง: “ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า”, “ผบก. ในสังกัด สง.ผบ.ตร.”, “ทุกหน่วยในสังกัด ภ.1”, “สทส.”"


@dataclass(frozen=True)
class Clause:
    """One item of the list as printed, what it selects, and what it leaves out again."""

    printed: str
    selections: tuple[Selection, ...]
    exceptions: tuple[Selection, ...] = ()


@dataclass(frozen=True)
class Grammar:
    """The names of a chart and the sender, for whom a bare `ทุกหน่วยในสังกัด` means his own units."""

    names: Names
    sender: str

    def clauses(self, predicate: str) -> tuple[Clause, ...]:
        """Return the clauses; UsageError for words in no known form, NotFound for a name that is nobody's."""
        lines = [_GREETING.sub("", line) for line in _CONTINUED.sub(" ", tidy(predicate)).split("\n")]
        found = tuple(clause for line in lines if line for clause in self._list(line))
        if not found:
            raise UsageError("ไม่ได้ระบุผู้รับหนังสือ", next_step=FORMS)
        return found

    def _list(self, line: str) -> Iterator[Clause]:
        """Yield the items of one line: at each point the longest run of words that reads as one clause."""
        rest = line
        while rest:
            ends = [len(rest), *(joint.start() for joint in reversed(list(_JOINT.finditer(rest))))]
            read = ((end, self._clause(rest[:end].strip())) for end in ends)
            end, clause = next(((end, clause) for end, clause in read if clause), (0, None))
            if clause is None:
                raise self._unreadable(rest)
            yield clause
            rest = _JOINT.sub("", rest[end:], count=1).strip()

    def _clause(self, text: str) -> Clause | None:
        excepted = _EXCEPT.match(text) if "เว้น" in text else None
        if not excepted:
            selections = self._selections(text)
            return Clause(text, selections) if selections else None
        rest = excepted["rest"].removesuffix(")") if excepted["open"] else excepted["rest"]
        selections = self._selections(excepted["base"])
        if not selections or not rest.strip():
            return None
        left_out = tuple(s for clause in self._list(rest.strip()) for s in clause.selections)
        return Clause(text, selections, left_out)

    def _selections(self, text: str) -> tuple[Selection, ...]:
        if not text or len(text) > _LONGEST_ITEM:
            return ()
        one = self._selection(to_arabic(text))
        return (one,) if one else self._range(to_arabic(text))

    def _selection(self, text: str) -> Selection | None:
        if every := _EVERY.match(text):
            above = self._above(_first(every))
            return EveryUnit(above.code) if above else None
        if people := _PEOPLE.match(text):
            above = self._above(_first(people))
            return EveryPerson(above.code) if above else None
        if unit := self.names.unit(text):
            return TheUnit(unit.code)
        if post := self.names.post(text):
            return ThePost(post.code)
        if asked := _ALONG.match(text):
            above = self.names.unit(asked["unit"])
            return EveryUnit(above.code, "สายงาน" if asked["work"] else "ประสาน") if above else None
        places = _PLACES.match(text)
        return (self._everywhere(places) if places else None) or self._class(text)

    def _everywhere(self, words: re.Match[str]) -> Selection | None:
        """Return what `… ทุกแห่ง` selects: a class along every line of a unit, or the posts and units of one name in all places."""
        within = self._place(words["unit"]) if words["unit"] else None
        if words["unit"] and within is None:
            return None
        found = self._class(words["what"])
        if found:
            return replace(found, unit=within.code if within else found.unit, everywhere=True)
        if within is None and (at := self.names.grade_and_unit(words["what"])):
            return OfClass(at[0], at[1].code, equals=True, everywhere=True)
        posts, units = self.names.namesakes(words["what"], words["place"])
        return Namesakes(words[0], posts, units) if (posts or units) and within is None else None

    def _place(self, name: str) -> Unit | None:
        return self.names.unit(name) or self.names.unit(PROVINCE + name)

    def _above(self, named: str | None) -> Unit | None:
        """Return the unit that is named; the sender's own where none is (ทุกหน่วยในสังกัด, ข้าราชการทุกคน)."""
        return self.names.unit(named or self.sender)

    def _class(self, text: str) -> OfClass | None:
        found = _CLASS.match(text)
        grade = self.names.grade(found["grade"]) if found else None
        if not (found and grade):
            return None
        unit = self.names.unit(found["unit"]) if found["unit"] else None
        if found["unit"] and unit is None:
            return None
        return OfClass(grade, unit.code if unit else None, bool(found["eq1"] or found["eq2"]))

    def _range(self, text: str) -> tuple[Selection, ...]:
        """Return `ผบช.ภ.1-9` one by one; () unless every one of them is known."""
        found = _RANGE.match(text)
        numbers = range(int(found["first"]), int(found["last"]) + 1) if found else ()
        each = [self._selection(f"{found['stem']}{n}") for n in numbers] if found else []
        return tuple(s for s in each if s) if all(each) else ()

    def _unreadable(self, text: str) -> SarabanError:
        """Return the error for words that are neither a form nor a name: NotFound when a name is missing, else UsageError."""
        item = _JOINT.split(text)[0].strip()
        words = _CLASS.match(to_arabic(item))
        every = _EVERY.match(to_arabic(item))
        people, asked, places = (form.match(to_arabic(item)) for form in (_PEOPLE, _ALONG, _PLACES))
        named = (
            _first(every)
            or _first(people)
            or next((f["unit"] for f in (asked, places, words) if f and f["unit"]), None)
        )
        if (
            words
            and not (every or people or asked or places)
            and (words["unit"] or words["eq1"] or words["eq2"])
            and not self.names.grade(words["grade"])
        ):
            known = ", ".join(self.names.chart.grades)
            return UsageError(
                f"ไม่รู้จักระดับตำแหน่ง “{_shown(words['grade'])}” ใน “{_shown(item)}”", next_step=f"ระดับที่มี: {known}"
            )
        if not item or "ยกเว้น" in item:
            return UsageError(f"อ่านผู้รับ “{_shown(text)}” ไม่ได้", next_step=FORMS)
        name = named or item
        return NotFound(
            f"ไม่พบหน่วยหรือตำแหน่ง “{_shown(name)}” ในผังหน่วยของ {self.names.chart.office}",
            next_step=nearest(name[:_LONGEST_ITEM], self.names.known()),
        )


def _first(found: re.Match[str] | None) -> str | None:
    return found and (found["after"] or found["before"])


def _shown(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]}…"

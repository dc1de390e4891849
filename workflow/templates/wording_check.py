"""What is wrong with a wording before anything is written from it: every fault with its line and the words there, in Thai."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateError

from workflow.core.errors import SarabanError
from workflow.templates.fonts import FontSet
from workflow.templates.glyphs import missing_glyphs
from workflow.templates.wording import compiled, first_words, line_of, parsed, unmet
from workflow.templates.wording_rules import MAX_SOURCE, broken_rules

_CODE = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_SIGNED = re.compile(r"(#+|@\+?|>+|-(?=[ก-๙]))(.*)")
_SIGNS = {"##", "###", "-", ">", "@", "@+"}
_RUNTIME = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError)


@dataclass(frozen=True)
class Finding:
    """A fault of a wording: its file, line (0: of the whole file), the first words there, and the cause."""

    file: Path
    line: int
    words: str
    cause: str


def check_wording(file: Path, facts: Mapping[str, object], fonts: FontSet) -> tuple[Finding, ...]:
    """Return every fault found; none when a memo can be written from this wording and these facts."""
    try:
        source = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return (Finding(file, 0, "", "อ่านแฟ้มไม่ได้ หรือไม่ใช่ข้อความ UTF-8"),)
    lines = source.splitlines()
    found = sorted(dict.fromkeys(_faults(source, facts, fonts)))
    return tuple(
        Finding(file, line, first_words(lines[line - 1]) if 0 < line <= len(lines) else "", cause)
        for line, cause in found
    )


def _faults(source: str, facts: Mapping[str, object], fonts: FontSet) -> Iterator[tuple[int, str]]:
    if len(source) > MAX_SOURCE:
        yield 0, f"ถ้อยคำยาวเกิน {MAX_SOURCE} ตัวอักษร"
        return
    yield from _markup(source, fonts)
    try:
        tree = parsed(source)
    except TemplateSyntaxError as error:
        yield error.lineno, f"ไวยากรณ์แม่แบบผิด: {error.message}"
        return
    except RecursionError:
        yield 0, "ถ้อยคำซ้อนกันลึกเกินไป"
        return
    forbidden = list(broken_rules(tree))
    yield from forbidden
    if forbidden:
        return  # it is not even compiled
    try:
        missing, surplus = unmet(tree, facts)
    except TemplateSyntaxError as error:  # a filter or test the sandbox has not
        yield error.lineno, f"คำสั่งที่ใช้ไม่ได้ในถ้อยคำ: {error.message}"
        return
    yield from ((line, f"ขาดค่า {name}: ถ้อยคำใช้ แต่ kind.py ไม่ได้เตรียมไว้") for name, line in missing.items())
    if surplus:
        yield 0, f"เกินค่า {', '.join(surplus)}: kind.py เตรียมไว้ แต่ถ้อยคำไม่ได้ใช้"
    if not missing:
        yield from _rendered(source, facts)


def _rendered(source: str, facts: Mapping[str, object]) -> Iterator[tuple[int, str]]:
    try:
        compiled(source).render(facts)
    except SecurityError as error:
        yield line_of(error), f"คำสั่งต้องห้าม: {error}"
    except (*_RUNTIME, SarabanError) as error:
        yield line_of(error), f"เขียนจากตัวอย่างไม่ได้: {error}"


def _markup(source: str, fonts: FontSet) -> Iterator[tuple[int, str]]:
    plain = _CODE.sub(lambda code: "\n" * code.group().count("\n"), source)
    for number, line in enumerate(plain.splitlines(), 1):
        if missing := missing_glyphs(line, fonts):
            yield number, f"แบบอักษรไม่มีตัวอักษร {' '.join(missing)}"
        if cause := _sign_fault(line.strip(), has_code=line != source.splitlines()[number - 1]):
            yield number, cause


def _sign_fault(line: str, *, has_code: bool) -> str | None:
    signed = _SIGNED.match(line)
    if signed is None:
        return None
    sign, rest = signed.groups()
    if sign not in _SIGNS:
        return f"เครื่องหมาย {sign} ไม่มีความหมาย ใช้ ## หัวข้อ, ### หัวข้อย่อย, - รายการ, > คำลงท้าย, @ ผู้รับ หรือ @+ ผู้รับถัดไป"
    if rest and not rest.startswith(" "):
        return f"ต้องเว้นวรรคหลังเครื่องหมาย {sign}"
    return None if rest.strip() or has_code else f"ไม่มีข้อความหลังเครื่องหมาย {sign}"

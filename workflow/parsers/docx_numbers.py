"""The numbers that Word writes before paragraphs by itself (lists, headings): they are printed, but stand in no run of text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from workflow.core.thai_digits import to_thai
from workflow.parsers.docx_text import child, local, value

_LETTERS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"  # Word leaves out ฃ and ฅ
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 100_000  # no list runs so far; a larger start is nonsense
_LEVELS = 9


@dataclass(frozen=True)
class Level:
    """How one level of a list counts: its first number, its script, its pattern (`%1.%2`), whether it shows Arabic digits throughout."""

    start: int = 1
    script: str = "decimal"
    pattern: str = ""
    legal: bool = False


@dataclass
class Numbers:
    """The lists of a document, counting as its paragraphs come by."""

    levels: dict[str, dict[int, Level]]
    lists: dict[str, str]  # which list definition a list follows
    styles: dict[str, tuple[str | None, int | None, str | None]]  # list, level and parent of each paragraph style
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def before(self, paragraph: Any) -> str:
        """Return the number printed before a paragraph, empty for none; each call counts."""
        found = self._place(paragraph)
        if found is None:
            return ""
        name, depth = found
        levels = self.levels.get(name, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(self.lists.get(name, name), {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [n for n in counts if n > depth]:
            del counts[deeper]
        return _written(levels, counts, depth)

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        numbered = child(paragraph, "pPr", "numPr")
        name, depth = value(child(numbered, "numId")), _number(value(child(numbered, "ilvl")), None)
        style = value(child(paragraph, "pPr", "pStyle"))
        for _ in range(20):  # a style's parents
            if name is not None or style is None:
                break
            name, own, style = self.styles.get(style, (None, None, None))
            depth = own if depth is None else depth
        return (name, depth or 0) if name and name != "0" else None


def numbers_of(numbering: Any, styles: Any) -> Numbers:
    """Return the lists that a document's parts `numbering` and `styles` define; either may be None."""
    abstract = {value(n, "abstractNumId") or "": dict(_levels(n)) for n in _all(numbering, "abstractNum")}
    levels, lists = {}, {}
    for node in _all(numbering, "num"):
        name, follows = value(node, "numId") or "", value(child(node, "abstractNumId")) or ""
        overridden = dict(_overridden(node, abstract.get(follows, {})))
        levels[name] = abstract.get(follows, {}) | overridden
        lists[name] = name if overridden else f"abstract {follows}"
    return Numbers(levels, lists, dict(_styles(styles)))


def _all(root: Any, name: str) -> Iterator[Any]:
    return (node for node in (root if root is not None else ()) if local(node) == name)


def _levels(node: Any) -> Iterator[tuple[int, Level]]:
    for level in _all(node, "lvl"):
        yield _number(value(level, "ilvl"), 0) or 0, _level(level)


def _level(node: Any) -> Level:
    return Level(
        min(_number(value(child(node, "start")), 1) or 0, _MOST),
        value(child(node, "numFmt")) or "decimal",
        value(child(node, "lvlText")) or "",
        child(node, "isLgl") is not None,
    )


def _overridden(node: Any, levels: dict[int, Level]) -> Iterator[tuple[int, Level]]:
    for change in _all(node, "lvlOverride"):
        depth = _number(value(change, "ilvl"), 0) or 0
        whole, start = child(change, "lvl"), value(child(change, "startOverride"))
        held = _level(whole) if whole is not None else levels.get(depth, Level())
        yield depth, Level(_number(start, held.start) or 0, held.script, held.pattern, held.legal)


def _styles(root: Any) -> Iterator[tuple[str, tuple[str | None, int | None, str | None]]]:
    for style in _all(root, "style"):
        numbered = child(style, "pPr", "numPr")
        depth = _number(value(child(numbered, "ilvl")), None)
        yield value(style, "styleId") or "", (value(child(numbered, "numId")), depth, value(child(style, "basedOn")))


def _number(text: str | None, otherwise: int | None) -> int | None:
    return (
        int(text)
        if text is not None and text.isascii() and text.lstrip("-").isdigit() and len(text) < 10
        else otherwise
    )


def _written(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    level = levels[depth]
    text = level.pattern
    if level.script == "bullet":
        return "-" if text in {"-", "–", "—"} else "•"
    for n in range(_LEVELS):
        shown = levels.get(n, Level())
        script = "decimal" if level.legal else shown.script
        text = text.replace(f"%{n + 1}", in_script(counts.get(n, shown.start), script))
    return text


def in_script(number: int, script: str) -> str:
    """Return a number as a list shows it: Thai digits or letters, Latin letters, Roman numerals; Arabic digits for the rest."""
    match script:
        case "thaiNumbers" | "thaiCounting":
            return to_thai(number)
        case "thaiLetters":
            return _lettered(number, _LETTERS)
        case "lowerLetter" | "upperLetter":
            letters = _lettered(number, "abcdefghijklmnopqrstuvwxyz")
            return letters.upper() if script[0] == "u" else letters
        case "lowerRoman" | "upperRoman":
            return _roman(number).upper() if script[0] == "u" else _roman(number)
        case "decimalZero":
            return f"{number:02}"
        case "none":
            return ""
        case _:
            return str(number)


def _lettered(number: int, letters: str) -> str:
    """Past the last letter Word doubles, then trebles: ฮ, กก, ขข."""
    if not 0 < number <= 20 * len(letters):
        return str(number)
    return letters[(number - 1) % len(letters)] * (1 + (number - 1) // len(letters))


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (number // worth)
        number %= worth
    return text

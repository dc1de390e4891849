"""A wording file (Jinja2 with light line markup) and the facts it asks for become blocks of text.

One line is one block: `## heading` · `### subheading` · `- item` · `> closing` · `@ เรียน …` first addressee · `@+ …` further
addressee · `|` tables and `~` charts (wording_tables.py) · anything else a paragraph; empty lines part nothing. Facts never act as
markup and never as template code.
"""

import re
import traceback
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from jinja2 import (
    DictLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateRuntimeError,
    TemplateSyntaxError,
    Undefined,
    meta,
    nodes,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from workflow.core import thai_date
from workflow.core.document import Block, BlockKind
from workflow.core.errors import ConfigError
from workflow.core.thai_digits import to_thai
from workflow.templates.wording_rules import MAX_SOURCE, MAX_TEXT, broken_rules
from workflow.templates.wording_tables import BAR_OF_FACT, CHART, TABLE, RowError, drawn_block, gathered

WriteBlocks = Callable[[Path, Mapping[str, object]], tuple[Block, ...]]
_FACT = "\ue000"
_FIRST_WORDS = 40
_MARKUP: tuple[tuple[str, BlockKind, int, str], ...] = (
    ("### ", "subheading", 0, ""),
    ("## ", "heading", 0, ""),
    ("- ", "item", 0, "- "),
    ("> ", "closing", 0, ""),
    ("@+ ", "address", 1, ""),
    ("@ ", "address", 0, ""),
)


def clean(text: str) -> str:
    """Return `text` on one line with single spaces, without control, zero-width and private-use characters."""
    spaced = "".join(" " if letter.isspace() else letter for letter in text)
    kept = "".join(letter for letter in spaced if unicodedata.category(letter) not in {"Cc", "Cf", "Co", "Cs", "Cn"})
    return re.sub(r" +", " ", kept).strip()


def write_blocks(wording: Path, facts: Mapping[str, object]) -> tuple[Block, ...]:
    """Return the blocks the wording makes of the facts.

    ConfigError when the file is no template, asks for a fact that is not given, or is given one it does not ask for: with the line,
    its first words and the cause.
    """
    source = ""
    try:
        source = wording.read_text(encoding="utf-8")
        tree = _obedient(wording, source)
        _compare(wording, source, tree, facts)
        text = _template(source).render(facts)
    except (TemplateError, OSError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
        raise _wrong(wording, f"{place_of(source, line_of(error))}{error}") from error
    if len(text) > MAX_TEXT:
        raise _wrong(wording, "ข้อความที่ได้ยาวเกินไป")
    lines = [line for line in text.splitlines() if line.strip(f" {_FACT}")]
    try:
        return tuple(_block(group) for group in gathered(lines))
    except RowError as error:
        raise _misdrawn(wording, str(error)) from error


def line_of(error: Exception) -> int:
    """Return the line of the wording at which an error arose, 0 when it is of no one line."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    steps = traceback.extract_tb(error.__traceback__)
    return next((step.lineno or 0 for step in reversed(steps) if step.filename == "<template>"), 0)


def place_of(source: str, line: int) -> str:
    """Return `บรรทัดที่ ๕ “ตามหนังสือ…”: `, nothing for line 0."""
    lines = source.splitlines()
    if not 0 < line <= len(lines):
        return ""
    return f"บรรทัดที่ {to_thai(line)} “{first_words(lines[line - 1])}”: "


def first_words(line: str) -> str:
    """Return the beginning of a line of wording, by which a person finds it."""
    text = line.strip()
    return text if len(text) <= _FIRST_WORDS else f"{text[:_FIRST_WORDS]}…"


def parsed(source: str) -> nodes.Template:
    """Return the wording as a tree; TemplateSyntaxError when it is no template."""
    return _environment().parse(source)


def compiled(source: str) -> Template:
    """Return the wording ready to be filled in; TemplateSyntaxError for what the sandbox has not."""
    return _template(source)


def unmet(tree: nodes.Template, facts: Mapping[str, object]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return the facts the wording asks for in vain, with the line that asks first, and the facts it does not ask for."""
    asked, lines = _asked(tree)
    missing = {name: lines.get(name, 0) for name in sorted(asked - facts.keys())}
    return missing, tuple(sorted(facts.keys() - asked))


def _obedient(wording: Path, source: str) -> nodes.Template:
    """Return the wording as a tree, held to its rules before it is compiled."""
    if len(source) > MAX_SOURCE:
        raise _wrong(wording, "ยาวเกินไป")
    tree, broken = _looked_through(source)
    for line, cause in broken:
        raise _wrong(wording, f"{place_of(source, line)}{cause}")
    return tree


def _compare(wording: Path, source: str, tree: nodes.Template, facts: Mapping[str, object]) -> None:
    missing, surplus = unmet(tree, facts)
    if missing or surplus:
        lacking = ", ".join(f"{name} ({place_of(source, line).removesuffix(': ')})" for name, line in missing.items())
        parts = (("ขาด", lacking), ("เกิน", ", ".join(surplus)))
        raise _wrong(wording, " ".join(f"{word}: {names}" for word, names in parts if names))


def _wrong(wording: Path, why: str) -> ConfigError:
    return ConfigError(
        f"ถ้อยคำ {wording.parent.name}/{wording.name} ไม่ตรงกับข้อเท็จจริงที่เตรียมไว้ ({why})",
        next_step=f"แก้ {wording.name} หรือ kind.py ในโฟลเดอร์ memos/{wording.parent.name}",
    )


def _misdrawn(wording: Path, why: str) -> ConfigError:
    return ConfigError(
        f"ถ้อยคำ {wording.parent.name}/{wording.name}: {why}",
        next_step=f"แก้แถวนั้นใน {wording.name} ในโฟลเดอร์ memos/{wording.parent.name} ทุกแถวของตารางต้องมีช่องเท่ากับหัวตาราง",
    )


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader({}),  # no file but the wording itself
        undefined=StrictUndefined,
        autoescape=False,  # an official paper is not HTML
        finalize=_printed,
    )
    environment.globals.clear()
    environment.filters.clear()
    environment.filters.update({"full_date": thai_date.full, "short_date": thai_date.short, "number": _number})
    return environment


@lru_cache(maxsize=64)
def _looked_through(source: str) -> tuple[nodes.Template, tuple[tuple[int, str], ...]]:
    tree = parsed(source)
    return tree, tuple(broken_rules(tree))


@lru_cache(maxsize=64)
def _asked(tree: nodes.Template) -> tuple[frozenset[str], Mapping[str, int]]:
    """Return the facts a wording asks for, and the line that names each first."""
    lines: dict[str, int] = {}
    for node in tree.find_all(nodes.Name):
        lines[node.name] = min(node.lineno, lines.get(node.name, node.lineno))
    return frozenset(meta.find_undeclared_variables(tree)), lines


@lru_cache(maxsize=64)
def _template(source: str) -> Template:
    return _environment().from_string(source)


def _printed(value: object) -> str:
    """Return what is printed for a fact: cleaned, and marked so that no fact is taken for markup; nothing prints as None."""
    if isinstance(value, str | int | float | Undefined) and not isinstance(value, bool):
        return _FACT + clean(str(value)).replace("|", BAR_OF_FACT)
    raise TemplateRuntimeError(f"พิมพ์ค่า {type(value).__name__} ลงหนังสือไม่ได้")


def _number(value: float) -> str:
    """Return a score as it is printed: two decimals (`๖๔.๖๐`)."""
    return f"{value:.2f}"


def _block(lines: Sequence[str]) -> Block:
    line = lines[0]
    if line[0] in (TABLE, CHART):
        block = drawn_block(lines)
        cells = tuple(tuple(map(_told, row)) for row in block.cells)
        return replace(
            block,
            text=_told(block.text),
            cells=cells,
            bars=tuple(replace(bar, label=_told(bar.label)) for bar in block.bars),
        )
    for sign, kind, level, printed in _MARKUP:
        if line.startswith(sign):
            return Block(kind, printed + _told(line.removeprefix(sign)), level)
    return Block("paragraph", _told(line))


def _told(text: str) -> str:
    return clean(text.replace(BAR_OF_FACT, "|"))

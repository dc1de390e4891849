"""Gathers every message of the web's pages and brings the catalogue up to date: `make words`.

Four sources. Templates: the literals of `_`, `_n` and `_c`. The web's own code: every Thai literal. Below it: the sentences of errors
in modules that the web imports, and every Thai literal of the modules in `VOCABULARY` (words for states, kinds, roles). And the forms
of what stands in the record (`recorded.py`). What an f-string holds becomes a placeholder. New messages are added without a
translation, those that nobody says any more are dropped.
"""

import ast
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Babel
from babel.messages.pofile import read_po, write_po
from jinja2.ext import extract_from_ast

from workflow.entrypoints.web.catalogue import LOCALE
from workflow.entrypoints.web.on_screen import on_screen
from workflow.entrypoints.web.recorded import FORMS, TRAIL
from workflow.entrypoints.web.sentences import SAID
from workflow.entrypoints.web.views import HERE, PAGES

ROOT = HERE.parents[2]
ENGLISH = LOCALE / "en" / "LC_MESSAGES" / "saraban.po"
VOCABULARY = (
    "memos/needs.py", "memos/*/kind.py", "workflow/store/unit_papers.py",
    "workflow/routing/plan_findings.py", "workflow/routing/checks/*.py", "workflow/parsers/checks/*.py",
    *(f"workflow/core/{name}.py" for name in (
        "bundle_facts", "dispatch", "evidence_level", "field_names", "hops", "intake", "journey", "mail_state", "matter", "read_only",
        "register", "round_comparison", "survey_round", "thai_date", "tracking", "working_as",
    )),
    *(f"workflow/services/{name}.py" for name in (
        "chart_changes", "count_days", "draft_desk", "handle_papers", "latency", "preview_reminders", "review_intake", "show_intake",
        "show_sendings", "signed_for", "take_words", "work_queue",
    )),
)  # fmt: skip
_NO_WORDS = {
    "tongue.py",
    "thai_parts.py",
    "acting_phrases.py",
    "date_candidates.py",
    "recorded.py",
    "on_screen.py",
}  # pieces of words, said to nobody
_HEADER = """# What the pages say, in English. Brought up to date by `make words`, translated by hand.
msgid ""
msgstr ""
"Language: en\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
THAI = re.compile("[ก-๎]")
_ERROR = re.compile(r"(Error|Refused|NotFound|Conflict|TryAgain|TooLong|File|Font|Glyph|NotSignedIn)$")
_NAME = re.compile(r"[a-z_]\w+")
_NOISE = {
    "to_thai",
    "len",
    "str",
    "if",
    "else",
    "for",
    "in",
    "or",
    "and",
    "not",
    "join",
    "thai",
    "is",
    "none",
    "map",
    "sorted",
    "value",
}


@dataclass(frozen=True)
class Message:
    """What is said, in which context, whether it counts, and the file that says it first."""

    text: str
    context: str
    counts: bool
    file: str

    @property
    def key(self) -> tuple[str, str]:
        """What makes it one message."""
        return self.context, self.text


@cache
def messages() -> dict[tuple[str, str], Message]:
    """Return every message, in the order of the files."""
    found: dict[tuple[str, str], Message] = {}
    for message in (*of_templates(), *of_code(), *(Message(form, TRAIL, False, "recorded.py") for form in FORMS)):
        found.setdefault(message.key, message)
    return found


def of_templates() -> Iterator[Message]:
    """Yield the messages of the templates; a call whose words are no literals is none."""
    for path in sorted((HERE / "templates").glob("*.j2")):
        tree = PAGES["th"].parse(path.read_text(encoding="utf-8"))
        for _, function, said in extract_from_ast(tree, ("_", "_n", "_c")):
            words = [word for word in (said if isinstance(said, tuple) else (said,)) if word is not None]
            yield Message(words[-1], words[0] if function == "_c" else "", function == "_n", path.name)


def of_code() -> Iterator[Message]:
    """Yield the sentences and words of the code that can come to stand on a page."""
    vocabulary = {path for name in VOCABULARY for path in ROOT.glob(name)}
    for path in sorted({*_imported(sorted(HERE.glob("*.py"))), *vocabulary}):
        whole = path.name not in _NO_WORDS and (path.parent == HERE or path in vocabulary)
        for text in _said(ast.parse(path.read_text(encoding="utf-8")), whole=whole):
            yield Message(on_screen(text), SAID, False, path.relative_to(ROOT).as_posix())


def _imported(begin: list[Path]) -> set[Path]:
    """Return the modules of the program that these import, and those import, and so on."""
    found: set[Path] = set()
    todo = begin
    while todo:
        path = todo.pop()
        if path not in found:
            found.add(path)
            todo += [module for module in map(_file, _names(path)) if module.exists()]
    return found


def _names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("workflow"):
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _file(module: str) -> Path:
    return ROOT / f"{module.replace('.', '/')}.py"


def _said(tree: ast.Module, *, whole: bool) -> Iterator[str]:
    """Yield the Thai literals of errors; of everything but docstrings and the table of rules when it is the `whole` module."""
    for node in ast.walk(tree):
        name = getattr(node, "func", None)
        called = getattr(name, "id", getattr(name, "attr", ""))
        if isinstance(node, ast.Call) and _ERROR.search(called):
            for part in (*node.args[:1], *(word.value for word in node.keywords if word.arg == "next_step")):
                yield from _literals(part)
    if whole:
        yield from _literals(tree)


def _literals(node: ast.AST) -> Iterator[str]:
    """Yield the Thai literals at and below a node."""
    if isinstance(node, ast.Constant | ast.JoinedStr):
        text = _sentence(node)
        if THAI.search(text) and "[ก-" not in text:  # a class of letters is no word
            yield text
    for part in ast.iter_child_nodes(node):
        inner = isinstance(node, ast.JoinedStr) and isinstance(part, ast.Constant)
        docstring = isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)
        table = isinstance(part, ast.Call) and ast.unparse(part.func) in {"Rule", "re.compile", "re.sub"}
        if not (inner or docstring or table):
            yield from _literals(part)


def _sentence(node: ast.Constant | ast.JoinedStr) -> str:
    """Return a literal as a message: what stands in braces is a placeholder named by the last word in it."""
    if isinstance(node, ast.Constant):
        return node.value.replace("%", "%%") if isinstance(node.value, str) else ""
    text, used = "", dict[str, int]()
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value).replace("%", "%%")
            continue
        words = _NAME.findall(re.sub(r"'[^']*'|\"[^\"]*\"", "", ast.unparse(part)).strip("f{}"))
        name = ([word for word in words if word not in _NOISE] or ["it"])[-1]
        used[name] = used.get(name, 0) + 1
        text += f"%({name}{used[name] if used[name] > 1 else ''})s"
    return text


def renewed(old: Catalog) -> Catalog:
    """Return the catalogue of today's messages, with the translations that are there."""
    new = Catalog(locale="en")
    for message in messages().values():
        known = old.get(message.text, message.context or None)
        forms = known.string if known else None
        if message.counts:
            pair = forms if isinstance(forms, tuple) else ("", "")
            new.add((message.text, message.text), pair, auto_comments=[message.file], context=message.context or None)
        else:
            one = forms if isinstance(forms, str) else ""
            new.add(message.text, one, auto_comments=[message.file], context=message.context or None)
    return new


def english() -> Catalog:
    """Return the English catalogue as it lies in the repository."""
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def write(catalogue: Catalog) -> None:
    """Write the English catalogue."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, omit_header=True)
    ENGLISH.write_bytes(_HEADER.encode() + out.getvalue())


def text_of(message: Babel) -> str:
    """Return what a message of the catalogue says in Thai."""
    return message.id if isinstance(message.id, str) else message.id[0]


def forms_of(message: Babel) -> tuple[str, ...]:
    """Return its translations: one, or one for 1 and one for every other number."""
    return (
        (message.string,) if isinstance(message.string, str) else tuple(str(form) for form in message.string or ("",))
    )


if __name__ == "__main__":
    today = renewed(english())
    write(today)
    lacking = [message for message in today if message.id and not all(forms_of(message))]
    print(f"{len(today)} messages, {len(lacking)} without a translation")

"""What no source of ours does: start a shell, unpack what a stranger pickled, run text as code, call a paper's words markup, digest weakly."""

import ast
import re
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

SOURCES = sorted(path for folder in ("workflow", "memos") for path in (ROOT / folder).rglob("*.py"))
BETWEEN_OUR_OWN_PROCESSES = {"guard.py", "worker.py", "guarded.py", "wording_cell.py"}
"""They hand work to a child of their own and take its answer: both ends are this program."""
STARTS = {"run", "Popen", "call", "check_call", "check_output"}


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


@cache
def calls(path: Path) -> tuple[tuple[str, ast.Call], ...]:
    """Every call in a source, by its dotted name."""
    return tuple((ast.unparse(node.func), node) for node in nodes(path) if isinstance(node, ast.Call))


def imported(path: Path) -> set[str]:
    whole = {name.name for node in nodes(path) if isinstance(node, ast.Import) for name in node.names}
    return whole | {node.module or "" for node in nodes(path) if isinstance(node, ast.ImportFrom)}


def test_programs_are_started_by_lists_of_words_and_never_by_a_shell() -> None:
    begun, wrong = 0, []
    for path in SOURCES:
        for name, call in calls(path):
            if name.startswith("subprocess.") and name.split(".")[1] in STARTS:
                begun += 1
                line = isinstance(call.args[0], ast.Constant | ast.JoinedStr | ast.BinOp)
                wrong += [path.name] if line or any(word.arg == "shell" for word in call.keywords) else []
            wrong += [path.name] if name in {"os.system", "os.popen"} else []
    assert begun >= 5 and wrong == []


def test_no_text_is_run_as_code_and_pickles_stay_between_our_own_processes() -> None:
    assert [path.name for path in SOURCES for name, _ in calls(path) if name in {"eval", "exec"}] == []
    strange = {"pickle", "marshal", "shelve", "yaml"}
    assert {path.name for path in SOURCES if strange & imported(path)} == BETWEEN_OUR_OWN_PROCESSES


def test_digests_are_strong_and_what_must_not_be_guessed_comes_from_secrets() -> None:
    """MD5 makes the /ID that a PDF bears, and says so; dice number the requests in the log."""
    weak = [
        (path.name, call) for path in SOURCES for name, call in calls(path) if name in {"hashlib.md5", "hashlib.sha1"}
    ]
    assert [name for name, call in weak if "usedforsecurity" not in {word.arg for word in call.keywords}] == []
    assert [path.name for path in SOURCES if "random" in imported(path)] == ["witness.py"]


def test_a_page_marks_nothing_as_markup_but_its_own_words() -> None:
    """`|safe` stands behind a literal of the page alone: a word of a paper is always escaped."""
    pages = "\n".join(path.read_text("utf-8") for path in (ROOT / "workflow").rglob("*.j2"))
    marked = re.findall(r"(.)\s*\|\s*safe\b", pages)
    assert len(marked) > 3 and set(marked) == {"'"}
    assert "autoescape false" not in pages

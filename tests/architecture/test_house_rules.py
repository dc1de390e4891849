"""The rules of the house that no linter knows."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from memos import CATALOGUE
from tests.conftest import ROOT
from workflow.core import dispatch, matter

MAX_MODULE, MAX_FUNCTION = 300, 40
PRODUCT = [
    p for folder in ("workflow", "memos") for p in sorted((ROOT / folder).rglob("*.py")) if "versions" not in p.parts
]
NAMES = [str(p.relative_to(ROOT)) for p in PRODUCT]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", PRODUCT, ids=NAMES)
def test_no_module_is_too_long_to_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MAX_MODULE


@pytest.mark.parametrize("path", PRODUCT, ids=NAMES)
def test_no_function_is_too_long_to_read(path: Path) -> None:
    long = [f.name for f in functions(path) if (f.end_lineno or 0) - f.lineno >= MAX_FUNCTION]
    assert long == []


@pytest.mark.parametrize("path", PRODUCT, ids=NAMES)
def test_every_module_says_what_it_is(path: Path) -> None:
    tree = parsed(path)
    assert ast.get_docstring(tree) or not tree.body


def at_once(body: list[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    """Yield the imports that are done when a module is loaded: not those inside functions, nor those for the type checker."""
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from at_once(node.orelse)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for part in ("body", "handlers", "orelse", "finalbody"):
                yield from at_once(getattr(node, part, []))


def loads(path: Path) -> set[str]:
    """The names that a module imports when it is loaded, whether they are modules or what is in one."""
    found = set[str]()
    for node in at_once(parsed(path).body):
        within = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
        found |= {within[:-1], *(f"{within}{name.name}" for name in node.names)}
    return found


def test_no_module_is_loaded_in_a_circle_so_that_the_order_in_which_modules_are_loaded_matters_to_none() -> None:
    """Else a command could fail that loads a module before another does: tests load the program once for many commands."""
    known = {".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): p for p in PRODUCT}
    graph = {name: (loads(path) & known.keys()) - {name} for name, path in known.items()}
    assert len(list(TopologicalSorter(graph).static_order())) == len(known)  # a circle raises CycleError, and names it
    assert "workflow.core.errors" in graph["workflow.bootstrap"]


def test_broad_excepts_stay_at_the_doors() -> None:
    broad = [
        name
        for name, path in zip(NAMES, PRODUCT, strict=True)
        if re.search(r"except( Exception)?( as \w+)?:", path.read_text("utf-8")) and "entrypoints" not in name
    ]
    assert broad == []


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_memo_kind_has_wording_and_a_sample_page(name: str) -> None:
    folder = CATALOGUE[name].wording.parent
    assert CATALOGUE[name].wording.exists()
    assert [p.name for p in sorted(folder.glob("sample.*")) if p.suffix in {".pdf", ".png", ".txt"}] == [
        "sample.pdf",
        "sample.png",
        "sample.txt",
    ]


def test_every_state_can_be_reached_and_has_a_thai_word() -> None:
    reached = set(dispatch.MOVES.values()) | {dispatch.DispatchState.SENT}
    assert reached == set(dispatch.DispatchState)
    assert set(matter.MOVES.values()) | {matter.MatterState.RECEIVED} == set(matter.MatterState)
    assert all(s.thai for s in (*dispatch.DispatchState, *matter.MatterState))


def test_no_path_of_one_machine_and_no_registry_address_is_committed() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    leak = re.compile("/" + "work/|/" + "root/|" + "pypi" + r"\.org|registry\." + "npmjs|deb" + r"\.debian")
    text = [
        f for f in files if Path(f).suffix in {".py", ".md", ".toml", ".txt", ".sh", ".yaml", ".csv", ".in", ""} and f
    ]
    assert [f for f in text if (ROOT / f).is_file() and leak.search((ROOT / f).read_text("utf-8", "replace"))] == []


def test_config_holds_data_only() -> None:
    assert list((ROOT / "config").rglob("*.py")) == []

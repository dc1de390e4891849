"""Check the wordings of the catalogue, and those an office has of its own, against what their kinds provide."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from workflow.core.errors import NotFound
from workflow.core.memo_kind import MemoKind
from workflow.templates.fonts import FontSet
from workflow.templates.wording_check import Finding, check_wording

Check = Callable[[Path, Mapping[str, object], FontSet], tuple[Finding, ...]]


@dataclass(frozen=True)
class Checked:
    """How many wordings were looked at, and their faults."""

    wordings: int
    findings: tuple[Finding, ...]


def chosen_kinds(catalogue: Mapping[str, MemoKind], names: Iterable[str]) -> tuple[MemoKind, ...]:
    """Return the kinds named, all when none is; NotFound lists the catalogue."""
    wanted = tuple(names) or tuple(catalogue)
    for name in wanted:
        if name not in catalogue:
            raise NotFound(f"ไม่มีบันทึกชนิด “{name}”", next_step=f"ชนิดที่มี: {', '.join(catalogue)}")
    return tuple(catalogue[name] for name in wanted)


def office_wording(config: Path, office: str, kind: str) -> Path:
    """Return where an office's own wording of a kind lies, if it has one: `config/<office>/wording/<kind>.j2`."""
    return config / office / "wording" / f"{kind}.j2"


def of_office(kind: MemoKind, config: Path, office: str | None) -> MemoKind:
    """Return the kind with the office's own wording where it has one."""
    own = office_wording(config, office, kind.name) if office else None
    return replace(kind, wording=own) if own and own.is_file() else kind


def check_wordings(
    kinds: Iterable[MemoKind], config: Path, office: str | None, fonts: FontSet, check: Check = check_wording
) -> Checked:
    """Return the faults of the kinds' wordings: the catalogue's, and the office's own (None: of every office)."""
    if office is not None and not (config / office).is_dir():
        raise NotFound(f"ไม่พบชุดตั้งค่า {office}", next_step="ดูชื่อโฟลเดอร์ใน config/")
    wordings = [(file, kind) for kind in kinds for file in _wordings(kind, config, office)]
    found = [one for file, kind in wordings for one in check(file, kind.facts(kind.sample()), fonts)]
    return Checked(len(wordings), tuple(found))


def _wordings(kind: MemoKind, config: Path, office: str | None) -> Iterator[Path]:
    yield kind.wording
    offices = [office] if office else sorted(path.name for path in config.iterdir() if path.is_dir())
    yield from (file for code in offices if (file := office_wording(config, code, kind.name)).is_file())

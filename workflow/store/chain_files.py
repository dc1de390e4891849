"""Reading a chain of papers (YAML 1.2); every complaint names the file and the line."""

from datetime import datetime
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap

from workflow.core.chain import Chain
from workflow.core.thai_date import BANGKOK
from workflow.core.when import When
from workflow.store.office_yaml import check_keys, place_of, yaml_mapping

REQUIRED = ("title", "office", "letter", "received", "order", "to")
OPTIONAL = ("pass_on", "population", "kind")


def load_chain(path: Path) -> Chain:
    """Return the chain in a file; its letter lies beside it. ConfigError for what does not fit."""
    found = yaml_mapping(path)
    check_keys(path, found, {*REQUIRED, *OPTIONAL}, set(REQUIRED))
    letter = path.parent / str(found["letter"])
    if not letter.is_file():
        raise place_of(path, found, "letter").error(f"ไม่พบแฟ้มหนังสือ {letter.name}", "วางแฟ้มหนังสือไว้ข้างแฟ้มนี้")
    return Chain(
        title=str(found["title"]), office=str(found["office"]), letter=letter, received=_moment(path, found),
        order=str(found["order"]).strip(), to=_texts(path, found, "to", found["to"]),
        pass_on={level: _texts(path, found, "pass_on", to) for level, to in found.get("pass_on", {}).items()},
        population=_counts(path, found), kind=str(found.get("kind", Chain.kind)),
    )  # fmt: skip


def _texts(path: Path, found: CommentedMap, key: str, value: Any) -> tuple[str, ...]:
    texts = (value,) if isinstance(value, str) else value
    if not isinstance(texts, list | tuple) or not texts or not all(isinstance(text, str) and text for text in texts):
        raise place_of(path, found, key).error(f"{key} ต้องเป็นผู้รับหนึ่งรายการขึ้นไป", "เขียนเป็นรายการ บรรทัดละผู้รับ")
    return tuple(texts)


def _counts(path: Path, found: CommentedMap) -> dict[str, int]:
    counts = found.get("population", {})
    if not all(isinstance(n, int) and n > 0 for n in counts.values()):
        raise place_of(path, found, "population").error("population ต้องเป็นจำนวนหน่วยของแต่ละระดับ", "เขียนเป็น ระดับ: จำนวน")
    return dict(counts)


def _moment(path: Path, found: CommentedMap) -> When:
    try:
        at = datetime.fromisoformat(str(found["received"])).replace(tzinfo=BANGKOK)
    except ValueError as error:
        raise place_of(path, found, "received").error(
            "received ไม่ใช่วันเวลา", 'เขียนเป็น "2019-11-11T14:50" (ปี ค.ศ.)'
        ) from error
    return When(at)

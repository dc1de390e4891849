"""Reading how an office words its papers: `words.yaml` (its own words) and `wording/<kind>.j2` (a whole paper worded otherwise).

Both may be missing: the office then writes in the catalogue's words. Whether a wording asks for the right facts is checked when it
is used, as for the catalogue's own (`templates/wording.py`); here only names are.
"""

from pathlib import Path
from typing import Any

from workflow.core.case_facts import Words
from workflow.store.office_csv import Place
from workflow.store.office_yaml import OfficeYaml, yaml_mapping

_TEXTS = {"หน่วย": "unit", "รัฐบาล": "government"}
_DATES = "วันที่อ้างถึง"
_FORMS = {"เต็ม": True, "ย่อ": False}


def read_words(path: Path) -> Words:
    """Return the office's own words; ConfigError names the line of an unknown word or a value that is no text."""
    if not path.is_file():
        return Words()
    words = OfficeYaml(path, yaml_mapping(path))
    for key in words.map:
        if key not in {*_TEXTS, _DATES}:
            raise words.error(key, f"ไม่รู้จักคำ “{key}”", f"ใช้ได้เฉพาะ {', '.join([*_TEXTS, _DATES])}")
    given: dict[str, Any] = {name: words.text(key) for key, name in _TEXTS.items() if key in words.map}
    return Words(**given, full_dates=_full_dates(words))


def _full_dates(words: OfficeYaml) -> bool:
    form = words.optional(_DATES) or "ย่อ"
    if form not in _FORMS:
        raise words.error(_DATES, f"{_DATES} “{form}” ใช้ไม่ได้", f"เขียน {' หรือ '.join(_FORMS)}")
    return _FORMS[form]


def read_wordings(folder: Path) -> dict[str, Path]:
    """Return the office's own wording files by the kind of memo; ConfigError for a file that is no `.j2`."""
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    for path in found:
        if path.suffix != ".j2":
            raise Place(path).error("ในโฟลเดอร์ wording มีได้เฉพาะแฟ้มถ้อยคำ .j2", "ย้ายแฟ้มนี้ออก หรือตั้งชื่อเป็น <ชนิดบันทึก>.j2")
    return {path.stem: path for path in found}

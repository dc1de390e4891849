"""Reading `style:` of an office.yaml: margins, gaps and sizes of its papers, each checked, each complaint with its line."""

from typing import Any

from workflow.core.style_settings import CM, LEAST_LEADING, SETTINGS, points, usual
from workflow.core.thai_digits import to_thai
from workflow.store.office_yaml import OfficeYaml

_LINES = (("size", "line"), ("label_size", "label_line"), ("title_size", "title_line"))


def read_style(yaml: OfficeYaml) -> dict[str, float]:
    """Return what the office sets, in points.

    ConfigError for an unknown name, a value that is no length or out of bounds, and lines too low for their letters.
    """
    found = yaml.map.get("style", {})
    if not isinstance(found, dict):
        raise yaml.error("style", "style ต้องเป็นรายการ ชื่อ: ค่า", f"ตั้งได้: {', '.join(SETTINGS)}")
    made = {str(key): _value(yaml, found, str(key)) for key in found}
    for size, line in _LINES:
        given = next((key for key in (line, size) if key in made), None)
        sizes = {name: made.get(name, usual(name)) for name in (size, line)}
        if given and sizes[line] < sizes[size] * LEAST_LEADING:
            least = to_thai(f"{sizes[size] * LEAST_LEADING:.1f}")
            raise yaml.error(
                given, f"{line} เตี้ยเกินไปสำหรับตัวอักษร วรรณยุกต์จะถูกตัด", f"ตั้ง {line} อย่างน้อย {least} pt หรือลด {size}", found
            )
    return made


def _value(yaml: OfficeYaml, found: Any, key: str) -> float:
    setting = SETTINGS.get(key)
    if setting is None:
        raise yaml.error(key, f"style ไม่รู้จัก {key}", f"ตั้งได้: {', '.join(SETTINGS)}", found)
    length = points(found[key]) if isinstance(found[key], str) else None
    if length is None:
        raise yaml.error(
            key, f"{key} ({setting.what}) ต้องเป็นความยาวพร้อมหน่วย", "เขียนเช่น 3 cm หรือ 16 pt (ใช้ ซม. มม. พอยต์ ก็ได้)", found
        )
    # A hundredth of a point is lost where centimetres become points.
    if not setting.least - 0.01 <= length <= setting.most + 0.01:
        raise yaml.error(
            key,
            f"{key} ({setting.what}) “{found[key]}” อยู่นอกช่วงที่ใช้ได้",
            f"ใช้ค่าระหว่าง {_span(setting.least, setting.most)}",
            found,
        )
    return length


def _span(least: float, most: float) -> str:
    def shown(length: float, unit: str) -> str:
        return to_thai(f"{length:.1f}".removesuffix(".0")) + f" {unit}"

    return f"{shown(least, 'pt')} ถึง {shown(most, 'pt')} ({shown(least / CM, 'cm')} ถึง {shown(most / CM, 'cm')})"

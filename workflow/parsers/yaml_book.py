"""A YAML of an office's tables that somebody sends in, as sheets of text with the line of every row. Run behind the guard.

Nothing is constructed: the nodes are walked three levels deep (table, row, cell), so neither tags nor anchors can do anything.
"""

from collections.abc import Iterator
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from workflow.core.errors import Refused, UnreadableFile
from workflow.core.org_tables import Sheet, Workbook
from workflow.core.thai_digits import to_thai
from workflow.parsers.xlsx_file import MAX_CELL, MAX_COLUMNS, MAX_ROWS

MAX_BYTES = 20_000_000
SHAPE = "ใช้รูปแบบเดียวกับแฟ้มที่ส่งออก: ชื่อตาราง แล้วรายการละแถว"


def read_yaml(path: Path) -> Workbook:
    """Return the tables as sheets; UnreadableFile names the line where the file is no such YAML."""
    if path.stat().st_size > MAX_BYTES:
        raise Refused(f"แฟ้ม {path.name} ใหญ่เกินไป จึงไม่เปิด", next_step=f"ไม่เกิน {to_thai(MAX_BYTES // 10**6)} ล้านไบต์")
    try:
        top = YAML(typ="safe", pure=True).compose(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"แฟ้ม {path.name} ไม่ใช่ UTF-8", next_step="บันทึกใหม่เป็น UTF-8") from error
    except (YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise _odd(path, mark.line if mark else 0, "เขียนไม่ถูกรูปแบบ YAML") from error
    if not isinstance(top, MappingNode):
        raise _odd(path, 0, "ไม่ได้ขึ้นต้นด้วยชื่อตาราง")
    return Workbook(tuple(_sheet(path, name, rows) for name, rows in top.value))


def _sheet(path: Path, name: Node, table: Node) -> Sheet:
    if not isinstance(table, SequenceNode):
        raise _odd(path, table.start_mark.line, f"ตาราง {name.value} ไม่ใช่รายการ")
    if len(table.value) > MAX_ROWS:
        raise _odd(path, table.start_mark.line, f"ตาราง {name.value} เกิน {MAX_ROWS} แถว")
    rows = [dict(_cells(path, row)) for row in table.value]
    columns = tuple(dict.fromkeys(column for row in rows for column in row))
    if not rows:
        return Sheet(str(name.value), ())
    lines = (name.start_mark.line + 1, *(row.start_mark.line + 1 for row in table.value))
    return Sheet(str(name.value), (columns, *(tuple(row.get(c, "") for c in columns) for row in rows)), (), lines)


def _cells(path: Path, row: Node) -> Iterator[tuple[str, str]]:
    if not isinstance(row, MappingNode) or len(row.value) > MAX_COLUMNS:
        raise _odd(path, row.start_mark.line, "แถวนี้ไม่ใช่ ชื่อคอลัมน์: ค่า")
    if len({column.value for column, _ in row.value if isinstance(column, ScalarNode)}) != len(row.value):
        raise _odd(path, row.start_mark.line, "แถวนี้มีชื่อคอลัมน์ซ้ำกัน")
    for column, cell in row.value:
        if not (isinstance(column, ScalarNode) and isinstance(cell, ScalarNode)) or len(cell.value) > MAX_CELL:
            raise _odd(path, column.start_mark.line, "ค่านี้ไม่ใช่ข้อความสั้น")
        yield str(column.value), _text(cell)


def _text(cell: ScalarNode) -> str:
    """Return a value as the tables write it; what stands without quotes may be a yes, a no or nothing."""
    plain = cell.style is None
    if plain and cell.value.lower() in {"true", "false"}:
        return "yes" if cell.value.lower() == "true" else "no"
    return "" if plain and cell.value in {"null", "~"} else str(cell.value)


def _odd(path: Path, line: int, why: str) -> UnreadableFile:
    return UnreadableFile(f"แฟ้ม {path.name} บรรทัด {to_thai(line + 1)} {to_thai(why)}", next_step=SHAPE)

"""Shows what was changed in a memo: coloured in a terminal, with signs around the words when piped."""

from collections.abc import Sequence

from rich.text import Text

from workflow.core.thai_digits import to_thai
from workflow.core.word_changes import Change, Piece
from workflow.entrypoints.cli import say

_KINDS = {"added": "เพิ่ม", "removed": "ตัดออก", "changed": "แก้"}
_STYLES = {"=": "", "-": "red strike", "+": "green underline"}
_SIGNS = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
_KEPT = 40  # letters shown on each side of what changed


def show_changes(changes: Sequence[Change]) -> None:
    """Print every changed paragraph with the words that went and came."""
    if not changes:
        say.answer("ข้อความตรงกับที่โปรแกรมเขียน")
        return
    for change in changes:
        say.out.print(_line(change), soft_wrap=True)
    say.answer(f"ต่างจากที่โปรแกรมเขียน {to_thai(len(changes))} แห่ง")


def _line(change: Change) -> Text:
    line = Text(f"{_KINDS[change.kind]} {change.where}: ", style="bold")
    for n, piece in enumerate(change.pieces):
        before, after = ("", "") if say.out.is_terminal else _SIGNS[piece.sign]
        shown = _shortened(piece, first=n == 0, last=n == len(change.pieces) - 1)
        line.append(f"{before}{shown}{after}", style=_STYLES[piece.sign] or "not bold")
    return line


def _shortened(piece: Piece, *, first: bool, last: bool) -> str:
    """Return the piece, of words that stayed only those beside the ones that did not."""
    text = piece.text
    if piece.sign != "=" or len(text) <= 2 * _KEPT:
        return text
    begin = "" if first else text[:_KEPT]
    end = "" if last else text[-_KEPT:]
    return f"{begin}…{end}"

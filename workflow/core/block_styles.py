"""What the paragraphs of a memo are called in Word: one Thai name for each kind of block, the same on the way out and back."""

from workflow.core.document import Block, BlockKind

HEAD, TAIL, RUNNING, CONTINUED = "head", "tail", "running", "continued"
STYLE_NAMES: dict[str, str] = {
    "heading": "สารบรรณ หัวข้อ",
    "subheading": "สารบรรณ หัวข้อย่อย",
    "paragraph": "สารบรรณ ข้อความ",
    "item": "สารบรรณ รายการ",
    "closing": "สารบรรณ คำลงท้ายข้อความ",
    "address": "สารบรรณ ผู้รับ",
    "address-more": "สารบรรณ ผู้รับถัดไป",
    "table": "สารบรรณ ชื่อตาราง",
    "chart": "สารบรรณ ชื่อแผนภูมิ",
    CONTINUED: "สารบรรณ ข้อความต่อจากหน้าก่อน",
    HEAD: "สารบรรณ ส่วนหัว",
    TAIL: "สารบรรณ ส่วนท้าย",
    RUNNING: "สารบรรณ เลขหน้าและคำต่อ",
}
_KEYS = {name: key for key, name in STYLE_NAMES.items()}
_KINDS: dict[str, tuple[BlockKind, int]] = {
    "heading": ("heading", 0), "subheading": ("subheading", 0), "paragraph": ("paragraph", 0), "item": ("item", 0),
    "closing": ("closing", 0), "address": ("address", 0), "address-more": ("address", 1), "table": ("table", 0),
    "chart": ("chart", 0),
}  # fmt: skip
_PREFIX = "saraban_"


def style_key(block: Block) -> str:
    """Return the key of a block's style in STYLE_NAMES."""
    return "address-more" if block.kind == "address" and block.level else block.kind


def key_of(name: str) -> str | None:
    """Return the key of a style's name, None when it is none of ours."""
    return _KEYS.get(name)


def kind_of(key: str) -> tuple[BlockKind, int] | None:
    """Return a block's kind and level by the key of its style; None for head, tail, and what only runs along the pages."""
    return _KINDS.get(key)


def bookmark(memo: int) -> str:
    """Return the bookmark that says which memo a file is of."""
    return f"{_PREFIX}memo_{memo}"


def memo_of(bookmarks: tuple[str, ...]) -> int | None:
    """Return the memo a file says it is of, None when it says nothing."""
    told = [name.removeprefix(f"{_PREFIX}memo_") for name in bookmarks if name.startswith(f"{_PREFIX}memo_")]
    return next((int(number) for number in told if number.isdecimal()), None)

"""จุดตรวจ: what of the chain is signed and leaves the server, as one line of text. Pure."""

import json
from dataclasses import asdict, dataclass

from workflow.core.errors import UnreadableFile


@dataclass(frozen=True)
class Checkpoint:
    """Where the chain stood: the last seal's number and SHA-256, at which moment (ISO), how many rows, and by which key (hex)."""

    seal: int
    sha256: str
    at: str
    rows: int
    key: str

    def text(self) -> str:
        """Return the line that is signed."""
        return json.dumps({"saraban": "checkpoint", **asdict(self)}, ensure_ascii=False, sort_keys=True)


def checkpoint_of(text: str) -> Checkpoint:
    """Read the line back; UnreadableFile when it is none."""
    try:
        said = json.loads(text)
        if said.pop("saraban") != "checkpoint":
            raise ValueError(text)
        return Checkpoint(**said)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnreadableFile("แฟ้มนี้ไม่ใช่จุดตรวจของระบบนี้", next_step="ใช้แฟ้ม .json ที่แนบหรือพิมพ์ไว้ครั้งนั้น") from error

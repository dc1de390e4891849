"""An explained reading as one HTML page: style, typeface and pictures inside it, no script, everything escaped."""

import base64
import re
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from workflow.core.thai_digits import to_thai
from workflow.templates.fonts import FontSet
from workflow.templates.webfont import woff

HERE = Path(__file__).parent / "explained"
SEVERITY = {"error": "ต้องแก้", "warning": "ควรตรวจ", "info": "แจ้งให้ทราบ"}
_PAGES = Environment(
    loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_PAGES.filters["thai"] = to_thai


class Page(Protocol):
    """What the template reads: see `services/explained.py`."""

    @property
    def images(self) -> dict[str, str]:
        """Data addresses of the pictures by name."""


def explain_page(explained: Page, fonts: FontSet | None) -> str:
    """Return the page; without `fonts` it is set in whatever Thai typeface the desk has."""
    template = _PAGES.get_template("page.html.j2")
    facts = {"page": explained, "severity": SEVERITY, "style": Markup((HERE / "explained.css").read_text("utf-8"))}  # noqa: S704  our own file
    if fonts is None:
        return template.render(faces=(), **facts)
    words = re.sub(r"data:[^\"']+", "", template.render(faces=(), **facts))
    letters = "".join(sorted(set(words)))
    cut = ((weight, woff(path, letters)) for weight, path in ((400, fonts.regular), (700, fonts.bold)))
    faces = [(weight, "data:font/woff;base64," + base64.b64encode(font).decode("ascii")) for weight, font in cut]
    return template.render(faces=faces, **facts)

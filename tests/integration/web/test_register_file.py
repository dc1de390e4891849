"""The register taken away from its page as a PDF."""

import re
from pathlib import Path

import pypdfium2
import pytest

from tests.integration.web.conftest import Site
from workflow.core.working_as import Role


def test_the_page_of_a_register_links_to_its_pdf(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    page = site.as_(Role.REGISTRY, "สงป.").get("/registers/สงป./2562/รับ").text
    (link,) = re.findall(r'href="([^"]+/print)"', page)
    answer = site.as_(Role.REGISTRY, "สงป.").get(link)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    said = pypdfium2.PdfDocument(answer.content)[0].get_textpage().get_text_range()
    assert "ทะเบียนหนังสือรับ สงป." in said
    assert list(tmp_path.glob("*.pdf")) == []


def test_no_such_unit_is_no_file(site: Site) -> None:
    assert site.as_(Role.REGISTRY, "สงป.").get("/registers/ไม่มี/2562/รับ/print").status_code == 404

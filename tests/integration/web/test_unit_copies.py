"""A row of any list leads its sender and its recipient to exactly that unit's copy, and nobody else."""

from pathlib import Path

import pytest

from tests.integration.web.conftest import Site, change
from tests.unit.templates.papers import FONTS, long_memo
from workflow.core.working_as import Role
from workflow.templates.render import render


@pytest.fixture
def site(site: Site, tmp_path: Path) -> Site:
    """The paper that กอง ก. was sent has its files; its sender is สทส."""
    note = site.memo + 1
    render(long_memo(1), tmp_path / f"memos/{site.matter:05d}", f"{note:05d}-forwarding-note", fonts=FONTS)
    change(site.desk, f"update memo set rendered = true where id = {note}")
    return site


def test_its_sender_and_its_recipient_see_the_pages_and_take_both_files(site: Site) -> None:
    at = f"{site.recipient('ผบก.ก.')}/copy"
    for page in (site.page, site.as_(Role.REGISTRY, "กอง ก."), site.as_(Role.OFFICER, post="ผบก.ก.")):
        shown = page.get(at).text
        assert f'src="{at}/1.png"' in shown and "สำเนาที่ ๑ จากทั้งหมด ๑ ฉบับ" in shown
        types = [page.get(f"{at}{part}").headers["content-type"] for part in ("/1.png", ".pdf", ".docx")]
        assert types[:2] == ["image/png", "application/pdf"] and "wordprocessingml" in types[2]


@pytest.mark.parametrize("part", ["", ".pdf", ".docx", "/1.png"])
def test_neither_a_unit_above_nor_one_beside_sees_it(site: Site, part: str) -> None:
    at = f"{site.recipient('ผบก.ก.')}/copy{part}"
    others = [site.as_(Role.REGISTRY, unit) for unit in ("สงป.", "สนง.", "กอง ข.")]
    assert [page.get(at).status_code for page in (*others, site.as_(Role.ADMIN))] == [404] * 4


def test_every_list_of_recipients_leads_there_for_those_who_may_see(site: Site) -> None:
    at = f"{site.recipient('ผบก.ก.')}/copy"
    lists = (
        f"/matters/{site.matter}",
        f"/matters/{site.matter}/recipients",
        f"/matters/{site.matter}?show=unanswered",
        site.recipient("ผบก.ก."),
    )
    assert [f'href="{at}"' in site.page.get(path).text for path in lists] == [True] * 4
    above = site.as_(Role.REGISTRY, "สงป.")
    assert [f'href="{at}"' in above.get(path).text for path in lists] == [False] * 4
    assert f'href="{at}"' in site.as_(Role.REGISTRY, "กอง ก.").get("/branch").text

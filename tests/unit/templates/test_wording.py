"""Wording files and facts."""

from pathlib import Path

import pytest
from jinja2 import nodes

from workflow.core.errors import ConfigError
from workflow.templates import wording
from workflow.templates.wording import write_blocks


def _blocks(folder: Path, wording: str, **facts: object) -> list[tuple[str, str]]:
    file = folder / "wording.j2"
    file.write_text(wording, encoding="utf-8")
    return [(block.kind, block.text) for block in write_blocks(file, facts)]


def test_each_line_is_a_block_of_the_kind_its_sign_says(tmp_path: Path) -> None:
    wording = "## หัวข้อ\n\n### หัวข้อย่อย\n- รายการ\nย่อหน้า\n> จึงเรียนมา\n@ เรียน ผบช.\n@+ ผบก.\n"
    assert _blocks(tmp_path, wording) == [
        ("heading", "หัวข้อ"),
        ("subheading", "หัวข้อย่อย"),
        ("item", "- รายการ"),
        ("paragraph", "ย่อหน้า"),
        ("closing", "จึงเรียนมา"),
        ("address", "เรียน ผบช."),
        ("address", "ผบก."),
    ]


def test_missing_and_surplus_facts_are_named_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"ขาด: score.*เกิน: rank") as caught:
        _blocks(tmp_path, "{{ score }} {{ unit }}", unit="สทส.", rank=1)
    assert "wording.j2" in caught.value.next_step


def test_a_fact_asked_for_only_on_a_branch_is_still_required(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="ขาด: late"):
        _blocks(tmp_path, "{% if done %}{{ late }}{% endif %}", done=False)


@pytest.mark.parametrize(
    "hostile", ["## ๔. ข้อเสนอ", "เขียนเพิ่ม\n## ๔. ข้อเสนอ", "- รายการ", "> จึงเรียนมา", "@ เรียน ผบ.ตร."]
)
def test_a_fact_is_never_taken_for_markup(tmp_path: Path, hostile: str) -> None:
    assert [kind for kind, _ in _blocks(tmp_path, "{{ fact }}", fact=hostile)] == ["paragraph"]


def test_a_fact_is_never_run_as_template_code(tmp_path: Path) -> None:
    assert _blocks(tmp_path, "{{ fact }}", fact="{{ 7 * 7 }}") == [("paragraph", "{{ 7 * 7 }}")]


@pytest.mark.parametrize(
    "wording",
    [
        "{{ unit.__class__.__mro__ }}",
        "{{ ().__class__.__base__.__subclasses__() }}",
        "{% for n in range(9) %}x{% endfor %}",
        "{{ unit | attr('upper') }}",
        "{% include 'other.j2' %}",
        "{{ unit }",
    ],
)
def test_a_wording_file_can_neither_leave_the_sandbox_nor_crash_the_program(tmp_path: Path, wording: str) -> None:
    with pytest.raises(ConfigError):
        _blocks(tmp_path, wording, **({"unit": "สทส."} if "unit" in wording else {}))


@pytest.mark.parametrize("value", [None, True, ("ก", "ข")])
def test_a_value_no_paper_can_show_is_refused_not_printed_as_code(tmp_path: Path, value: object) -> None:
    with pytest.raises(ConfigError):
        _blocks(tmp_path, "{{ fact }}", fact=value)


def test_control_and_invisible_characters_never_reach_the_paper(tmp_path: Path) -> None:
    assert _blocks(tmp_path, "{{ fact }}", fact="ก\x00ข\u200b ค\u00a0\u202eง\ue000จ") == [("paragraph", "กข ค งจ")]


def test_a_wording_is_read_once_however_often_it_is_filled_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    parse = wording.parsed

    def counted(source: str) -> nodes.Template:
        read.append(source)
        return parse(source)

    monkeypatch.setattr(wording, "parsed", counted)
    told = [_blocks(tmp_path, "คะแนนครั้งที่ {{ score }}", score=n) for n in range(3)]
    assert (told[2], len(read)) == ([("paragraph", "คะแนนครั้งที่ 2")], 1)
    with pytest.raises(ConfigError, match="เกิน: rank"):
        _blocks(tmp_path, "คะแนนครั้งที่ {{ score }}", score=1, rank=1)

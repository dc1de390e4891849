"""Every word of the pages is in the English catalogue, translated, with the places of the Thai; no template says Thai beside it."""

import re

import pytest
from jinja2 import nodes

from scripts.words import THAI, english, forms_of, messages, text_of
from workflow.entrypoints.web.catalogue import catalogue_of, keyed
from workflow.entrypoints.web.views import HERE, PAGES

PLACE = re.compile(r"%\((\w+)\)s")
TEMPLATES = sorted(path.name for path in (HERE / "templates").glob("*.j2"))
PAPERS = {"paper.html.j2"}
"""They show what goes to paper, in the paper's own words."""
TELL = "run `make words` and translate what it adds to the catalogue"


SAID = [message for message in english() if message.id]


def test_every_message_of_the_pages_is_in_the_catalogue_and_nothing_else() -> None:
    known = {(one.context or "", text_of(one)) for one in SAID}
    today = set(messages())
    assert (today - known, known - today) == (set(), set()), TELL


def test_every_message_is_translated_and_none_is_a_guess() -> None:
    assert [one.id for one in SAID if one.fuzzy or not all(forms_of(one))] == [], TELL


def test_a_translation_has_the_places_of_its_message() -> None:
    """Of two forms that for one thing may leave its number out."""
    wrong = []
    for one in SAID:
        places = set(PLACE.findall(text_of(one)))
        found = [set(PLACE.findall(form)) for form in forms_of(one)]
        wrong += [] if found[-1] == places and all(each >= places - {"n"} for each in found) else [one.id]
    assert wrong == []


def test_a_translation_can_be_filled_in() -> None:
    for one in SAID:
        for form in forms_of(one):
            assert form % dict.fromkeys(PLACE.findall(form), "x")


def test_no_translation_says_thai_but_examples_that_must_be_typed_so() -> None:
    typed = {form for one in SAID for form in forms_of(one) if THAI.search(form)}
    assert all(
        "“" in form or "such as" in form or "Type it like" in form or "in Thai" in form for form in typed - SHOWN
    )


SHOWN = {
    "ทุกหน่วยในสังกัด ภ.๔ ยกเว้น ภ.จว.ขอนแก่น", "ข้าราชการทุกคนในสังกัด สงป.",
    "%(file_name)s (ปิดข้อมูลลับ).pdf", "Use รรท. by an order of appointment",
    "If the holder is away, put it into absences.csv; otherwise use ปรท.",
    "An exception fits no recipient: check the spelling after ยกเว้น",
    "%(line)s %(unit)s is not among ในสังกัด and so gets nothing: if it should, %(way)s",
}  # fmt: skip
"""Words of the record, and rules that this program takes in Thai."""


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name not in PAPERS])
def test_no_template_says_thai_beside_its_messages(name: str) -> None:
    tree = PAGES["th"].parse((HERE / "templates" / name).read_text(encoding="utf-8"))
    bare = [text.data for text in tree.find_all(nodes.TemplateData) if THAI.search(text.data)]
    said = {id(part) for call in calls(tree) for part in call.args}
    loose = [one.value for one in tree.find_all(nodes.Const) if id(one) not in said and THAI.search(str(one.value))]
    assert (bare, [word for word in loose if word not in KEYS]) == ([], [])


KEYS = {"รับ", "ส่ง", "ทั่วไป"}
"""Names of books in an address, and of the scope that an appointment has when none is written: data, compared and linked, not shown."""


@pytest.mark.parametrize("name", TEMPLATES)
def test_only_literals_are_messages(name: str) -> None:
    """What comes from outside would be taken for a piece of the page (`templates_in.py`)."""
    tree = PAGES["th"].parse((HERE / "templates" / name).read_text(encoding="utf-8"))
    assert [call.lineno for call in calls(tree) if not isinstance(call.args[0], nodes.Const)] == []


def calls(tree: nodes.Template) -> list[nodes.Call]:
    """The calls that say a message."""
    return [
        call
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in {"_", "_n", "_c"}
    ]


def test_the_server_reads_the_catalogue_as_babel_does() -> None:
    assert catalogue_of("en") == {keyed(one.context or "", text_of(one)): forms_of(one) for one in SAID}

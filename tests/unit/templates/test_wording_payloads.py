"""What somebody who may edit a wording could try: each is refused before it is compiled, and what got past would be held by the cell."""

import pickle
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from memos import CATALOGUE
from tests.unit.templates.papers import FONTS
from workflow.bootstrap import check_wording, write_wording
from workflow.core.errors import ConfigError, SarabanError
from workflow.parsers.guard import Guard
from workflow.templates.wording import write_blocks

FACTS: dict[str, object] = {"unit": "สทส.", "rows": tuple("กขค"), "score": 64.6}
USES = "{{ unit }}{{ score | number }}{% for r in rows %}{{ r }}{% endfor %}\n"
PAYLOADS = [
    # attribute walks
    "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ unit['__class__'] }}", "{{ (unit).__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}", "{{ self }}", "{{ rows[0].__class__ }}", "{{ unit|attr('__class__') }}",
    "{{ unit['_' ~ '_class_' ~ '_'] }}", "{% set x = unit.__class__ %}", "{{ rows.__reduce_ex__(2) }}", "{{ _context }}",
    # names of the sandbox and of docxtpl
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "{{ lipsum.__globals__['os'] }}", "{{ namespace() }}", "{{ joiner() }}",
    "{{ config.items() }}", "{{ request.application }}", "{{ get_flashed_messages.__globals__ }}", "{{ range(10**9) }}",
    "{%p for x in rows %}", "{{r unit }}", "{%tr for x in rows %}", "{{ dict(a=1) }}",
    # calls, formats, filters
    "{{ '{0.__class__}'.format(unit) }}", "{{ '{:999999999}'.format(1) }}", "{{ '%999999999d' % 1 }}", "{{ unit.center(999999999) }}",
    "{{ unit.upper() }}", "{{ unit | upper }}", "{{ rows | join(',') }}", "{{ unit | format }}", "{{ unit | tojson }}",
    "{{ rows | map(attribute='__class__') | list }}", "{{ unit is sameas unit }}", "{{ score | number(3) }}",
    # loops and huge strings
    "{{ 'x' * 1000000000 }}", "{{ 9 ** 999999999 }}", "{{ 1 + 1 }}", "{{ unit ~ unit }}", "{{ unit[0:1] }}", "{% set x = unit %}",
    "{% for a in rows %}{% for b in rows %}{% for c in rows %}x{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in rows recursive %}{{ loop(rows) }}{% endfor %}", "{% for a in rows %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% set x %}{{ unit }}{% endset %}", "{% filter full_date %}x{% endfilter %}", "{{ '" + "x" * 300 + "' }}",
    "{{ " + "9" * 300 + " }}", "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "{{ " + "not " * 5000 + "1 }}", "x" * 200_000,
    # other files and code
    "{% include '/etc/passwd' %}", "{% import 'os' as os %}", "{% from 'os' import system %}", "{% extends 'base' %}",
    "{% macro m() %}{% endmacro %}", "{% call m() %}{% endcall %}", "{% block b %}{% endblock %}", "{% do 1 %}", "{% break %}",
    "{% autoescape false %}{{ unit }}{% endautoescape %}", "{% with x = unit %}{{ x }}{% endwith %}", "{% trans %}x{% endtrans %}",
    "{{ unit", "{% for %}",
]  # fmt: skip


@pytest.mark.timeout(30)  # one that is carried out never ends
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_refused_at_once_and_takes_nothing(tmp_path: Path, payload: str) -> None:
    file = tmp_path / "wording.j2"
    file.write_text(USES + payload, encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(ConfigError):
        write_blocks(file, FACTS)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


@pytest.mark.parametrize("payload", PAYLOADS[::7])
def test_the_check_names_a_payload_in_words(tmp_path: Path, payload: str) -> None:
    file = tmp_path / "wording.j2"
    file.write_text(USES + payload, encoding="utf-8")
    assert [one.cause for one in check_wording(file, FACTS, FONTS)]


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    made = Guard()
    yield made
    made.close()


@pytest.mark.timeout(90)
@pytest.mark.parametrize(
    "payload",
    [
        "{{ 'x' * 4000000000 }}",
        "{% for a in rows %}" * 16 + "x" + "{% endfor %}" * 16,
        "{% set x = unit * 100000 %}" + "{% set x = x ~ x %}" * 30,
        "{{ '%999999999d' % 1 }}{{ '%999999999d' % 1 }}",
    ],
)
def test_what_got_past_the_rules_dies_in_the_cell(tmp_path: Path, guard: Guard, payload: str) -> None:
    file, facts = tmp_path / "wording.j2", tmp_path / "facts"
    file.write_text(USES + payload, encoding="utf-8")
    facts.write_bytes(pickle.dumps(FACTS))
    outcome = guard.outcome("tests.unit.templates.unruled:write_unruled", facts, wording=file)
    assert isinstance(outcome.error, SarabanError)
    assert outcome.ended.seconds < 12  # of the processor: the cell's own limit
    assert outcome.ended.memory < 900_000_000


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=CATALOGUE)
def test_a_wording_of_an_office_gives_in_the_cell_what_it_gives_here(tmp_path: Path, kind: object) -> None:
    chosen = CATALOGUE[getattr(kind, "name", "")]
    own = tmp_path / f"{chosen.name}.j2"
    own.write_text(chosen.wording.read_text("utf-8"), encoding="utf-8")
    facts = chosen.facts(chosen.sample())
    assert write_wording(own, facts) == write_blocks(chosen.wording, facts)
    assert check_wording(own, facts, FONTS) == ()


def test_an_office_is_told_which_wording_is_at_fault(tmp_path: Path) -> None:
    own = tmp_path / "circular.j2"
    own.write_text("{{ unit }}\n{{ letter }}", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"circular.j2.*บรรทัดที่ ๒"):
        write_wording(own, {"unit": "สทส."})

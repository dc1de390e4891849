"""The page templates as they are filled in for readers of one tongue."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from workflow.core.when import When
from workflow.entrypoints.web.tongue import Tongue
from workflow.services.show_recipient import is_numbered

TEMPLATES = Path(__file__).parent / "templates"


class TemplatesIn(Environment):
    """`_` says a message, `_n` one that counts, `_c` a word in a context (`press`: it stands on a button); `number` a count.

    A message without facts becomes text of the page when the template is compiled: looking it up costs no reader anything.
    """

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # asking the disk at every page whether a template changed costs more than filling it in
        )
        self.tongue = tongue
        self.globals.update(
            _=lambda message, **facts: _marked(tongue.say(message)) % facts,
            _n=lambda message, n, **facts: _marked(tongue.say_of(message, n)) % {"n": tongue.number(n), **facts},
            _c=lambda context, message: _marked(tongue.say(message, context)),
            number=tongue.number,
            lang=tongue.code,
        )
        self.filters.update(
            tongue=tongue.sentence,
            thai=tongue.value,
            desk=tongue.desk,
            digits=tongue.digits,
            recorded=tongue.recorded,
            day=tongue.day,
            full_day=tongue.full_day,
            moment=tongue.moment,
            when=tongue.when,
            year=tongue.year,
            day_of=lambda at: tongue.day(When(at).on),
        )
        self.tests["numbered"] = is_numbered

    def compile(self, source, name=None, filename=None, raw=False, defer_init=False):  # type: ignore[no-untyped-def]
        """Compile a template with its plain messages said."""
        tree = self.parse(source, name, filename) if isinstance(source, str) else source
        return super().compile(_Said(self.tongue).visit(tree), name, filename, raw, defer_init)


class _Said(NodeTransformer):
    """Puts a message in place of the call that says it, when no fact has to go into it."""

    def __init__(self, tongue: Tongue) -> None:
        self.tongue = tongue

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        """Return the message, or the call as it is."""
        called = node.node.name if isinstance(node.node, nodes.Name) else ""
        if called not in {"_", "_c"} or node.kwargs:
            return self.generic_visit(node)
        *context, message = (part.as_const() for part in node.args)
        said = self.tongue.say(message, *context).replace("%%", "%")
        return nodes.MarkSafe(nodes.Const(said, lineno=node.lineno), lineno=node.lineno)


def _marked(message: str) -> Markup:
    """Return a template's own message, ready to take in facts; they are escaped as they go in."""
    return Markup(message)  # noqa: S704 - `_`, `_n` and `_c` are given literals alone: tests/integration/web/test_catalogue.py

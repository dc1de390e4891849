"""Which words of a memo count when it was edited by hand and is then written anew: the officer's where he changed them, else the new ones."""

from dataclasses import replace
from typing import Any

from workflow.core.document import Document, Head, SignatureBlock


def words_that_count(written: Document, base: Document, edited: Document) -> Document:
    """Return the memo as it now counts: `written` anew, with what `edited` changed against `base`; number and date are the register's."""
    head = Head(**_merged(written.head, base.head, edited.head, fixed={"number", "dated"}))
    outside = _merged(written, base, edited, fixed={"form", "head", "body", "signature"})
    body = edited.body if edited.body != base.body else written.body
    signature = _signature(written.signature, base.signature, edited.signature)
    return replace(written, **{**outside, "head": head, "body": body, "signature": signature})


def _signature(
    written: SignatureBlock | None, base: SignatureBlock | None, edited: SignatureBlock | None
) -> SignatureBlock | None:
    if written is None or base is None or edited is None:
        return written
    return SignatureBlock(**_merged(written, base, edited, fixed={"dated"}))


def _merged(written: Any, base: Any, edited: Any, *, fixed: set[str]) -> dict[str, Any]:
    names = type(written).__dataclass_fields__
    changed = {n for n in names if n not in fixed and getattr(edited, n) != getattr(base, n)}
    return {name: getattr(edited if name in changed else written, name) for name in names}

"""Is a signed PDF what was signed? Whole or altered, by whom, trusted or not, and what was added after the signature."""

import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from workflow.core.errors import ConfigError, UnreadableFile
from workflow.templates.copies_master import FORM

RECIPIENT = "ชื่อผู้รับ เลขสำเนา และคิวอาร์โค้ดท้ายหน้าแรก"
OTHER = "เนื้อหาอื่นของแฟ้ม"


@dataclass(frozen=True)
class Verdict:
    """What is true of one signature.

    `intact`: the signed bytes are unchanged and the signature fits them; `trusted`: the certificate leads to an authority of ours (None:
    none is named); `whole`: the signature covers the file to its end; `added` names what later revisions changed.
    """

    owner: str
    signed_at: datetime | None
    intact: bool
    trusted: bool | None
    whole: bool
    added: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Whether nothing is wrong: intact, not distrusted, and nothing added but a copy's recipient."""
        return self.intact and self.trusted is not False and set(self.added) <= {RECIPIENT}


def verify_pdf(pdf: bytes, trust: Path | None = None) -> tuple[Verdict, ...]:
    """Return a verdict on each signature of a PDF, () when it bears none; UnreadableFile when it is no sound PDF.

    No network is asked: a revoked certificate is not noticed.
    """
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        return tuple(_verdict(reader, signature, trust) for signature in reader.embedded_regular_signatures)
    except (PdfError, ValueError, KeyError) as error:
        raise UnreadableFile("อ่านลายมือชื่อในแฟ้มนี้ไม่ได้ แฟ้มอาจเสียหาย", next_step="ขอแฟ้มต้นฉบับจากผู้ส่งแล้วตรวจใหม่") from error


def _verdict(reader: Any, signature: Any, trust: Path | None) -> Verdict:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    context = ValidationContext(trust_roots=_roots(trust), allow_fetching=False)
    status = validate_pdf_signature(
        signature, context, skip_diff=True, key_usage_settings=KeyUsageConstraints(key_usage={"digital_signature"})
    )
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    known = status.coverage in {SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION}
    return Verdict(
        owner=signature.signer_cert.subject.human_friendly,
        signed_at=status.signer_reported_dt,
        intact=bool(status.intact and status.valid),
        trusted=bool(status.trusted) if trust else None,
        whole=whole,
        added=_added(reader, signature) if known else (OTHER,),
    )


def _roots(trust: Path | None) -> list[Any]:
    from pyhanko.keys import load_certs_from_pemder

    if trust is None:
        return []
    try:
        return list(load_certs_from_pemder([str(trust)]))  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ConfigError(f"เปิดใบรับรองที่เชื่อถือ {trust} ไม่ได้", next_step="ตรวจ SARABAN_SIGN_TRUST (แฟ้ม PEM)") from error


def _added(reader: Any, signature: Any) -> tuple[str, ...]:
    """Return what the revisions after the signed one changed, in order.

    A copy's update redefines one object, the place in the bottom margin, which the signed page clips: it can show nothing elsewhere.
    """
    signed = reader.xrefs.get_introducing_revision(signature.sig_field.raw_get("/V").reference)
    later = range(signed + 1, reader.xrefs.total_revisions)
    if not later:
        return ()
    before = reader.get_historical_resolver(signed)
    place = _place(before)
    same_root = reader.root_ref.idnum == before.trailer_view.raw_get("/Root").idnum
    recipient = [same_root and _changed(reader, revision) == {place} for revision in later]
    return tuple(dict.fromkeys(RECIPIENT if one else OTHER for one in recipient))


def _changed(reader: Any, revision: int) -> set[int]:
    """Return the numbers of the objects that a revision defines or frees (0 heads the list of free ones and is none)."""
    touched = reader.xrefs.explicit_refs_in_revision(revision) | reader.xrefs.refs_freed_in_revision(revision)
    return {ref.idnum for ref in touched} - {0}


def _place(before: Any) -> int | None:
    """Return the object that the signed revision reserved for a copy's recipient, None when it reserved none."""
    node = before.root["/Pages"]
    while "/Kids" in node:
        node = node["/Kids"][0]
    try:
        return int(node["/Resources"]["/XObject"].raw_get(FORM).idnum)
    except KeyError:
        return None

"""PAdES signatures on outgoing PDF, with a key read once: the last thing done to a file, after it there is nothing to change."""

import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from workflow.core.errors import ConfigError

_RESERVED = (
    16_384  # bytes for the signature: enough for RSA-4096 with a chain of three; spares a trial signature for each file
)
_FIELD = "SarabanSignature"


@dataclass(frozen=True)
class SigningKey:
    """A key and its certificate, ready to sign thousands of files; `owner` is the certificate's subject."""

    owner: str
    signer: Any


def load_key(path: Path, passphrase: bytes | None) -> SigningKey:
    """Return the key of a PKCS#12 file (RSA or P-256); ConfigError when file or passphrase is wrong."""
    from cryptography.hazmat.primitives.serialization import pkcs12

    try:
        key, certificate, others = pkcs12.load_key_and_certificates(path.read_bytes(), passphrase)
    except (OSError, ValueError) as error:
        raise _unusable(path) from error
    if key is None or certificate is None:
        raise _unusable(path)
    return SigningKey(certificate.subject.rfc4514_string(), _signer(key, certificate, others))


def _unusable(path: Path) -> ConfigError:
    return ConfigError(
        f"เปิดกุญแจลงนาม {path} ไม่ได้ แฟ้มไม่ใช่ PKCS#12 หรือรหัสผ่านไม่ถูกต้อง",
        next_step="ตรวจ SARABAN_SIGN_KEY และ SARABAN_SIGN_PASSPHRASE_FILE",
    )


def _signer(key: Any, certificate: Any, others: Any) -> Any:
    from cryptography.hazmat.primitives.asymmetric import ec, padding
    from cryptography.hazmat.primitives.hashes import SHA256
    from pyhanko.keys.internal import translate_pyca_cryptography_cert_to_asn1
    from pyhanko.sign.signers.pdf_cms import Signer
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    class CachedKey(Signer):
        """Signs with a key that was read and checked once; the stock signer does so for every signature."""

        async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
            if isinstance(key, ec.EllipticCurvePrivateKey):
                return key.sign(data, ec.ECDSA(SHA256()))
            signed: bytes = key.sign(data, padding.PKCS1v15(), SHA256())
            return signed

    known = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    known.register_multiple(translate_pyca_cryptography_cert_to_asn1(other) for other in others)
    return CachedKey(signing_cert=translate_pyca_cryptography_cert_to_asn1(certificate), cert_registry=known)


def sign_pdf(pdf: bytes, key: SigningKey, at: datetime, *, reason: str = "ลงนามหนังสือราชการ") -> bytes:
    """Return the file with a PAdES-B-B signature over the whole of it; `at` is the time it claims (no time stamp of a third party)."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

    class AtThisTime(PdfSigner):
        """Claims the time that was given, not the machine's."""

        def init_signing_session(self, *args: Any, **options: Any) -> Any:
            session = super().init_signing_session(*args, **options)
            session.system_time = at
            return session

    meta = PdfSignatureMetadata(
        field_name=_FIELD, md_algorithm="sha256", reason=reason, subfilter=SigSeedSubFilter.PADES
    )
    out = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    AtThisTime(meta, key.signer).sign_pdf(writer, bytes_reserved=_RESERVED, output=out)
    return out.getvalue()

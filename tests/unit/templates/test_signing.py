"""Signed PDF: what verification says when it is whole, altered, or has something appended."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

from tests.programs import asked
from tests.unit.templates.papers import FONTS, long_memo
from workflow.core.errors import ConfigError, UnreadableFile
from workflow.templates.copies import Copy, copy_delta, copy_pdf, update
from workflow.templates.copies_master import make_master, read_master
from workflow.templates.render import render
from workflow.templates.signing import SigningKey, load_key, sign_pdf
from workflow.templates.verifying import OTHER, RECIPIENT, verify_pdf

AT = datetime(2026, 1, 15, 9, 30, tzinfo=UTC)
SECRET = b"not a secret, made for the test"


def key_file(folder: Path, kind: str) -> tuple[Path, Path]:
    """Make a key and a certificate that signs itself; return the PKCS#12 file and the PEM of the certificate."""
    key = ec.generate_private_key(ec.SECP256R1()) if kind == "P-256" else rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "ตัวอย่าง กองทดสอบ")])
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(datetime.now(UTC) - timedelta(days=1))  # noqa: TID251
        .not_valid_after(datetime.now(UTC) + timedelta(days=30)).add_extension(usage, critical=True)  # noqa: TID251
        .sign(key, SHA256())
    )  # fmt: skip
    file, trust = folder / f"{kind}.p12", folder / f"{kind}.pem"
    file.write_bytes(pkcs12.serialize_key_and_certificates(b"test", key, made, None, BestAvailableEncryption(SECRET)))
    trust.write_bytes(made.public_bytes(Encoding.PEM))
    return file, trust


@pytest.fixture(scope="module", params=["P-256", "RSA-2048"])
def signing(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[SigningKey, Path]:
    file, trust = key_file(tmp_path_factory.mktemp("keys"), request.param)
    return load_key(file, SECRET), trust


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    made = render(long_memo(2), tmp_path_factory.mktemp("memo"), "memo", fonts=FONTS)
    return make_master(made.pdf.read_bytes(), FONTS.regular)


def delta(pdf: bytes) -> bytes:
    return copy_delta(
        read_master(pdf), Copy("ผบช.น้ำ", 3, 9, "http://127.0.0.1:8000/matters/1/recipients/3"), FONTS.regular
    )


def test_a_copy_signed_last_is_whole_intact_and_trusted(master: bytes, signing: tuple[SigningKey, Path]) -> None:
    key, trust = signing
    (verdict,) = verify_pdf(sign_pdf(copy_pdf(read_master(master), delta(master)), key, AT), trust)
    assert (verdict.intact, verdict.trusted, verdict.whole, verdict.added, verdict.good) == (True, True, True, (), True)
    assert verdict.signed_at == AT and "กองทดสอบ" in verdict.owner


def test_another_reader_finds_the_signature_valid_too(
    master: bytes, signing: tuple[SigningKey, Path], tmp_path: Path
) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(sign_pdf(master, signing[0], AT))
    said = asked("pdfsig", "-nocert", str(file)).stdout.decode()
    assert "Signature is Valid" in said and "Total document signed" in said
    assert asked("qpdf", "--check", str(file)).returncode == 0


def test_one_changed_byte_is_noticed(master: bytes, signing: tuple[SigningKey, Path]) -> None:
    signed = bytearray(sign_pdf(master, signing[0], AT))
    signed[signed.index(b"stream") + 20] ^= 1
    (verdict,) = verify_pdf(bytes(signed), signing[1])
    assert not verdict.intact and not verdict.good


def test_a_recipient_added_after_the_signature_is_named_as_such(
    master: bytes, signing: tuple[SigningKey, Path]
) -> None:
    signed = sign_pdf(master, signing[0], AT)
    (verdict,) = verify_pdf(signed + delta(signed), signing[1])
    assert (verdict.intact, verdict.whole, verdict.added, verdict.good) == (True, False, (RECIPIENT,), True)


def test_anything_else_added_after_the_signature_is_no_recipient(
    master: bytes, signing: tuple[SigningKey, Path]
) -> None:
    signed = sign_pdf(master, signing[0], AT)
    here = read_master(signed)
    with pikepdf.open(io.BytesIO(signed)) as paper:
        content = paper.pages[0].obj.Contents[-1].objgen[0]
    forged = update(type(here)(**{**vars(here), "form": content}), b"0 0 500 500 re f")
    (verdict,) = verify_pdf(signed + forged, signing[1])
    assert (verdict.intact, verdict.added, verdict.good) == (True, (OTHER,), False)


def test_a_recipients_place_cannot_be_used_to_paint_over_the_page(master: bytes) -> None:
    import numpy as np
    import pypdfium2

    def shown(pdf: bytes) -> "np.ndarray":
        with pypdfium2.PdfDocument(pdf) as paper:
            return np.asarray(paper[0].render(scale=1).to_pil().convert("L"))[: 842 - 57]

    here = read_master(master)
    wide = type(here)(**{**vars(here), "place": type(here.place)(0, 0, 595, 842)})
    painted = master + update(wide, b"Q Q Q 0 g 0 0 595 842 re f")
    assert (shown(painted) == shown(master)).all()


def test_an_authority_that_is_not_ours_is_not_trusted(
    master: bytes, signing: tuple[SigningKey, Path], tmp_path: Path
) -> None:
    _, other = key_file(tmp_path, "P-256")
    (verdict,) = verify_pdf(sign_pdf(master, signing[0], AT), other)
    assert (verdict.intact, verdict.trusted, verdict.good) == (True, False, False)


def test_a_wrong_passphrase_and_a_file_that_is_no_key_are_told(tmp_path: Path) -> None:
    file, _ = key_file(tmp_path, "P-256")
    for path, secret in ((file, b"wrong"), (tmp_path / "none.p12", SECRET)):
        with pytest.raises(ConfigError, match="กุญแจลงนาม"):
            load_key(path, secret)


def test_an_unsigned_file_has_no_verdict_and_a_broken_one_is_told(master: bytes) -> None:
    assert verify_pdf(master) == ()
    with pytest.raises(UnreadableFile):
        verify_pdf(b"%PDF-1.7 nothing")

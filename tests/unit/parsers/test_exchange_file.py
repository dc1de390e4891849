"""A package is looked into: every deviation has a name, and no hostile ZIP is opened further than its bounds."""

import hashlib
import json
import stat
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workflow.core.ecms import Binary, EcmsLetter, Party
from workflow.core.errors import NotFound, SarabanError, UnreadableFile
from workflow.core.exchange import LETTER_XML, MANIFEST, MEMO_PDF, SUMS, LetterSheet, Manifest, OfficeName
from workflow.core.thai_date import BANGKOK
from workflow.parsers import exchange_file
from workflow.parsers.exchange_file import look_into
from workflow.parsers.limits import MAX_UNPACKED
from workflow.templates.ecms_xml import letter_xml
from workflow.templates.exchange_file import package

DAY = date(2025, 12, 3)
AT = datetime(2025, 12, 3, 9, tzinfo=BANGKOK)
PDF = b"%PDF-1.7 example"
SHEET = LetterSheet(
    "forwarding-note", "๐๐๓๓/๑", DAY, "แจ้งผล", None, "สทส.", "สำนักเทคโนโลยี", Party(), AT, date(2025, 12, 11)
)
MANIFEST_OF = Manifest("saraban.exchange/1", "letter", OfficeName("test", "สำนักงานทดสอบ", "สนง."), "0" * 32, SHEET)
WIRE = EcmsLetter("๐๐๓๓/๑", DAY, "แจ้งผล", "00", "0", Party(), Party(), main=Binary("application/pdf", PDF))
FILES = {MEMO_PDF: PDF, LETTER_XML: letter_xml(WIRE)}
Rebuilt = Callable[[dict[str, bytes]], None]


def good() -> bytes:
    return package(MANIFEST_OF, FILES)


def codes(path: Path, content: bytes) -> set[str]:
    path.write_bytes(content)
    return {deviation.code for deviation in look_into(path).deviations}


def held() -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(good())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: dict[str, bytes], *more: tuple[zipfile.ZipInfo | str, bytes], packed: bool = False) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in [*files.items(), *more]:
            archive.writestr(name, content)
    return out.getvalue()


def summed(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files with a list of sums that is right again."""
    rest = {name: content for name, content in files.items() if name != SUMS}
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(rest.items()))
    return rest | {SUMS: "".join(lines).encode()}


def test_a_package_of_ours_deviates_in_nothing_and_reads_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(good())
    found = look_into(path)
    assert (found.deviations, found.manifest) == ((), MANIFEST_OF)
    assert good() == good()


@pytest.mark.parametrize("name", [MEMO_PDF, LETTER_XML, MANIFEST, "README.th.txt"])
def test_a_changed_byte_is_named_with_its_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(zipped(held() | {name: held()[name] + b" "}))
    assert ("changed", name) in {(d.code, d.file) for d in look_into(path).deviations}


@pytest.mark.parametrize("name", [MEMO_PDF, LETTER_XML, MANIFEST, SUMS])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    files = {n: content for n, content in held().items() if n != name}
    assert codes(tmp_path / "x.zip", zipped(files)) & {"missing", "manifest"}


def test_a_file_that_is_not_listed_is_named(tmp_path: Path) -> None:
    assert codes(tmp_path / "x.zip", zipped(held(), ("more.exe", b"MZ"))) == {"unlisted"}


def test_every_damaged_file_is_named_and_each_once(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    content = good().replace(PDF, b"%PDF-1.7 exemple", 1).replace(b"saraban package", b"saraban pakkage", 1)
    path.write_bytes(content)
    assert sorted((d.code, d.file) for d in look_into(path).deviations) == [
        ("damaged", "README.th.txt"),
        ("damaged", MEMO_PDF),
    ]


def test_all_deviations_are_told_not_only_the_first(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(zipped(held() | {MEMO_PDF: b"other"}, ("more.txt", b"")))
    assert {(d.code, d.file) for d in look_into(path).deviations} >= {("changed", MEMO_PDF), ("unlisted", "more.txt")}


@pytest.mark.parametrize(
    "name",
    ["../evil", "/etc/passwd", "enclosures/../../evil", "C:\\evil", "..\\evil", "a/b/c", "enclosures/", "aNUL.pdf", "นอก.pdf"],
)  # fmt: skip
def test_a_name_that_leads_out_of_the_package_is_refused_unopened(tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(zipped(held(), (name, b"x")).replace(b"NUL", b"\0/."))
    found = look_into(path)
    assert "path" in {d.code for d in found.deviations}
    assert (found.files, [p.name for p in tmp_path.iterdir()]) == ({}, ["x.zip"])


def test_a_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("enclosures/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "link" in codes(tmp_path / "x.zip", zipped(held(), (link, b"/etc/passwd")))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [MEMO_PDF, MEMO_PDF.upper()])
def test_two_files_of_one_name_are_refused(tmp_path: Path, name: str) -> None:
    assert "duplicate" in codes(tmp_path / "x.zip", zipped(held(), (name, b"other")))


def test_a_bomb_is_named_without_being_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped(held(), ("bomb.bin", b"\0" * (MAX_UNPACKED + 1)), packed=True)
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("a file of it was opened"))
    assert codes(tmp_path / "x.zip", bomb) == {"bomb"}
    assert len(bomb) < 1_000_000


def test_a_bomb_that_lies_about_its_size_is_stopped_at_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = zipped(held(), ("bomb.bin", b"\0" * 3_000_000), packed=True)
    lying = honest.replace((3_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    monkeypatch.setattr(exchange_file, "MAX_UNPACKED", 1_000_000)
    assert codes(tmp_path / "x.zip", lying) & {"bomb", "damaged"}


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    assert "bomb" in codes(tmp_path / "x.zip", zipped({f"f{n}": b"" for n in range(101)}))


@pytest.mark.parametrize("around", [lambda z: b"MZ" + z, lambda z: b"PK\x03\x04hidden" + z])
def test_what_hides_before_the_archive_is_named(tmp_path: Path, around: Callable[[bytes], bytes]) -> None:
    assert "hidden" in codes(tmp_path / "x.zip", around(good()))


def test_a_comment_is_named(tmp_path: Path) -> None:
    out = BytesIO(good())
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = b"hello"
    assert codes(tmp_path / "x.zip", out.getvalue()) == {"hidden"}


def test_a_file_under_a_password_is_named(tmp_path: Path) -> None:
    content = bytearray(good())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in codes(tmp_path / "x.zip", bytes(content))


@pytest.mark.parametrize(
    "changed",
    [
        {"schema": "saraban.exchange/9"}, {"kind": "answer"}, {"letter": None}, {"reply_code": "x" * 3000},
        {"office": {"code": "a\u0007", "name": "", "short_name": ""}},
    ],
)  # fmt: skip
def test_a_manifest_that_cannot_be_is_named(tmp_path: Path, changed: dict[str, object]) -> None:
    data = json.loads(held()[MANIFEST]) | changed
    files = summed(held() | {MANIFEST: json.dumps(data).encode()})
    assert codes(tmp_path / "x.zip", zipped(files)) == {"manifest"}


@pytest.mark.parametrize("content", [b"", b"[]", b"[" * 100_000, b'{"schema": 1}', b"\xff\xfe"])
def test_a_manifest_that_is_none_is_named(tmp_path: Path, content: bytes) -> None:
    assert codes(tmp_path / "x.zip", zipped(summed(held() | {MANIFEST: content}))) == {"manifest"}


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ({"subject": "เรื่องอื่น"}, "เรื่อง"),
        ({"number": "๑"}, "ที่"),
        ({"main": Binary("application/pdf", b"other")}, "ตัวหนังสือ"),
    ],
)
def test_an_xml_that_says_otherwise_than_the_manifest_is_named(
    tmp_path: Path, field: dict[str, object], told: str
) -> None:
    path = tmp_path / "x.zip"
    wire = replace(WIRE, **field)  # type: ignore[arg-type]
    path.write_bytes(zipped(summed(held() | {LETTER_XML: letter_xml(wire)})))
    (deviation,) = look_into(path).deviations
    assert (deviation.code, told in deviation.message) == ("xml", True)


def test_an_xml_with_entities_is_named(tmp_path: Path) -> None:
    laughs = b"<!DOCTYPE a [<!ENTITY b 'ha'>]><a>&b;</a>"
    assert codes(tmp_path / "x.zip", zipped(summed(held() | {LETTER_XML: laughs}))) == {"xml"}


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_package_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    try:
        assert look_into(path).deviations
    except UnreadableFile as error:
        assert error.next_step


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        look_into(tmp_path / "none.zip")


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_no_damage_to_a_package_goes_unseen(tmp_path: Path, data: st.DataObject) -> None:
    """A byte of any file's content changed: named, or said in Thai; never a crash, never taken for sound."""
    content = bytearray(good())
    start = content.index(PDF)
    at = data.draw(st.one_of(st.integers(0, len(content) - 1), st.integers(start, start + len(PDF) - 1)))
    content[at] ^= data.draw(st.integers(1, 255))
    path = tmp_path / "x.zip"
    path.write_bytes(bytes(content))
    try:
        found = look_into(path)
    except SarabanError:
        return
    assert found.deviations or found.files == held()  # a byte of the archive's own framing may be without meaning

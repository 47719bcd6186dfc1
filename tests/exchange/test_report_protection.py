"""A report behind a password: really encrypted with AES-256, and still the same document."""

from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from symptrack.domain.errors import InvalidValue
from symptrack.exchange.report_protection import protected
from tests import journals
from tests.exchange.reports import pdf_of, root_of, structure, text_of

PASSWORD = "Fenster offen, 7 Bäume"


@pytest.fixture(scope="module")
def plain() -> bytes:
    return pdf_of(journals.first_series())


@pytest.fixture(scope="module")
def locked(plain: bytes) -> bytes:
    return protected(plain, PASSWORD)


def test_it_opens_only_with_the_password(locked: bytes) -> None:
    for wrong in ("", "fenster offen, 7 bäume", PASSWORD + " "):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(locked), password=wrong)
    reader = PdfReader(BytesIO(locked))
    assert reader.is_encrypted
    assert not reader.decrypt("")
    assert reader.decrypt(PASSWORD)


def test_it_is_encrypted_with_aes_256(locked: bytes) -> None:
    with pikepdf.open(BytesIO(locked), password=PASSWORD) as document:
        assert document.encryption.R == 6
        assert document.encryption.bits == 256
        for method in (
            document.encryption.stream_method,
            document.encryption.string_method,
            document.encryption.file_method,
        ):
            assert method is pikepdf.models.EncryptionMethod.aesv3
        assert document.allow.accessibility
        assert document.allow.extract
        assert document.allow.print_highres


def test_nothing_of_it_can_be_read_without_the_password(locked: bytes) -> None:
    for words in (b"Ketamine", b"J. M.", b"self-harm", b"pdfuaid"):
        assert words not in locked


def test_opened_it_is_the_same_tagged_document(plain: bytes, locked: bytes) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(locked), password=PASSWORD) as document:
        document.save(out, encryption=False)
    opened = out.getvalue()

    assert text_of(opened) == text_of(plain)
    assert [tag for tag, _element in structure(opened)] == [tag for tag, _ in structure(plain)]
    assert root_of(opened)["/Lang"] == "en"
    assert b"pdfuaid" in root_of(opened)["/Metadata"].get_data()


def test_one_way_to_write_a_letter_opens_what_another_closed(plain: bytes) -> None:
    locked = protected(plain, "Ba\u0308ume")

    with pikepdf.open(BytesIO(locked), password="B\u00e4ume"):
        pass


@pytest.mark.parametrize("password", ["", "x" * 128, "ä" * 64])
def test_what_is_no_password_is_refused(plain: bytes, password: str) -> None:
    with pytest.raises(InvalidValue):
        protected(plain, password)

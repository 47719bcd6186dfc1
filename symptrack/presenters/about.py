"""What Symptrack is made of and whose work is in it, for the settings page."""

from dataclasses import dataclass

from symptrack import __version__
from symptrack.domain.instrument import load_instruments, loinc_notice
from symptrack.resources import resource_path
from symptrack.texts import _

LIBRARIES = (
    ("Qt for Python (PySide6)", "LGPL 3.0"),
    ("SQLCipher, sqlcipher3", "BSD, zlib"),
    ("cryptography, OpenSSL", "Apache 2.0, BSD"),
    ("sqlite-utils", "Apache 2.0"),
    ("Matplotlib", "Matplotlib licence"),
    ("NumPy", "BSD"),
    ("Typst, typst-py", "Apache 2.0"),
    ("pikepdf, qpdf, lxml", "MPL 2.0, Apache 2.0, BSD"),
    ("Babel", "BSD"),
    ("click", "BSD"),
    ("FHIR Resources, Pydantic", "BSD, MIT"),
    ("icalendar", "BSD"),
    ("keyring", "MIT"),
    ("platformdirs", "MIT"),
    ("tzlocal", "MIT"),
    ("tzdata", "Apache 2.0"),
)
"""The libraries that run in the program and their licences; names, so not translated."""


@dataclass(frozen=True, slots=True)
class Credit:
    """One thing and what must be said of it."""

    title: str
    text: str


def version_words() -> str:
    """Return the program's name and version."""
    return _("Symptrack {version}").format(version=__version__)


def about() -> tuple[Credit, ...]:
    """Return the licence, the notices and the credits; quoted ones stay in their own words."""
    copyright_line = (
        resource_path("fonts", "OFL.txt").read_text(encoding="utf-8").splitlines()[0].strip()
    )
    questionnaires = tuple(
        Credit(instrument.short_title, instrument.credit)
        for instrument in load_instruments().values()
    )
    return (
        Credit(
            version_words(),
            _(
                "Free software under the MIT licence, without any warranty. "
                "Copyright 2026 Symptrack contributors. "
                "It records and shows what you enter; it makes no diagnosis and gives no advice."
            ),
        ),
        *questionnaires,
        Credit("LOINC", loinc_notice()),
        Credit(
            "Atkinson Hyperlegible Next",
            _("The typeface, under the SIL Open Font License 1.1. {copyright}").format(
                copyright=copyright_line
            ),
        ),
        Credit(
            _("Libraries"),
            "; ".join(
                _("{name} ({licence})").format(name=name, licence=licence)
                for name, licence in LIBRARIES
            )
            + ".",
        ),
    )

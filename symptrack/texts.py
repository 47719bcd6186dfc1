"""Every text that a person reads passes through here.

``_`` and ``ngettext`` look a text up in the language chosen at the front door. Texts are whole
sentences with named placeholders, filled with :meth:`str.format`.
"""

import gettext as _gettext

from symptrack.resources import resource_path

DOMAIN = "symptrack"
SOURCE_LANGUAGE = "en"

_translations: _gettext.NullTranslations = _gettext.NullTranslations()


def use_language(language: str) -> None:
    """Choose the language of every later text; unknown ones fall back to English."""
    global _translations  # noqa: PLW0603 - gettext's own design: one catalogue per process
    _translations = _gettext.translation(
        DOMAIN, resource_path("translations"), languages=[language], fallback=True
    )


def _(text: str) -> str:
    """Translate one text."""
    return _translations.gettext(text)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a text that counts ``n`` things."""
    return _translations.ngettext(singular, plural, n)


def marked(text: str) -> str:
    """Mark a text for translation where it is written, to be translated where it is shown."""
    return text


def language() -> str:
    """Return the code of the language that texts are in: *en* where there is no translation."""
    return _translations.info().get("language", "") or SOURCE_LANGUAGE

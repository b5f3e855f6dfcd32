"""Files the program ships (fonts, icons, catalogues, templates) and the words it says."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def path(*parts: str) -> Path:
    """The path of a shipped file, for example ``path("fonts", "SHA256SUMS")``."""
    return _HERE.joinpath(*parts)


def speak(language: str) -> None:
    """Switch every later ``_()`` to ``language`` (``en``, ``zh_TW``, ``zh_CN``).

    A language without a catalogue speaks English.
    """
    global _catalogue
    _catalogue = gettext.translation(
        "warroom", localedir=_HERE / "locale", languages=[language], fallback=True
    )


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak another language for a while, as for a paper."""
    global _catalogue
    before = _catalogue
    speak(language)
    try:
        yield
    finally:
        _catalogue = before


def _(message: str) -> str:
    """The message in the language spoken now."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The message for ``count`` things in the language spoken now."""
    return _catalogue.ngettext(one, many, count)


def N_(message: str) -> str:
    """Mark a message for translation where it is declared; ``_()`` it where it is shown."""
    return message

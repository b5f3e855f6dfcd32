"""Files the program ships (fonts, icons, catalogues, templates) and the words it says."""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LANGUAGES = ("en", "zh_TW", "zh_CN")
NAMES = {"en": "English", "zh_TW": "繁體中文", "zh_CN": "简体中文"}  # in their own words

_HERE = Path(__file__).resolve().parent
_TRADITIONAL = ("hant", "tw", "hk", "mo")  # script or places of those who write it
_language = "en"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def path(*parts: str) -> Path:
    """The path of a shipped file, for example ``path("fonts", "SHA256SUMS")``."""
    return _HERE.joinpath(*parts)


def speak(language: str) -> None:
    """Switch every later ``_()`` to one of ``LANGUAGES``; any other speaks English."""
    global _catalogue, _language
    _language = language if language in LANGUAGES else "en"
    _catalogue = gettext.translation(
        "warroom", localedir=_HERE / "locale", languages=[_language], fallback=True
    )


def spoken() -> str:
    """The language spoken now: ``en``, ``zh_TW`` or ``zh_CN``."""
    return _language


def spoken_by_system() -> str:
    """The one of ``LANGUAGES`` that the environment asks for, as gettext reads it."""
    names = (os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    return nearest(next(filter(None, names), "").split(":")[0])


def nearest(name: str) -> str:
    """The one of ``LANGUAGES`` for a locale such as ``zh_HK.UTF-8`` or ``zh-Hans-SG``."""
    first, *rest = name.lower().partition(".")[0].replace("-", "_").split("_")
    if first != "zh":
        return "en"
    if "hans" in rest:
        return "zh_CN"
    return "zh_TW" if set(rest) & set(_TRADITIONAL) else "zh_CN"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak another language for a while, as for a paper."""
    before = _language
    speak(language)
    try:
        yield
    finally:
        speak(before)


def _(message: str) -> str:
    """The message in the language spoken now."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The message for ``count`` things in the language spoken now."""
    return _catalogue.ngettext(one, many, count)


def N_(message: str) -> str:
    """Mark a message for translation where it is declared; ``_()`` it where it is shown."""
    return message

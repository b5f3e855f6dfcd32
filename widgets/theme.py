"""The theme in force: every colour, face and length on the screen is asked for here.

When the theme, the text scale or the language changes, ``QApplication`` gets a new palette,
font and style sheet, and Qt sends every widget ``QEvent.Type.StyleChange``.  A widget that
paints itself asks for colours and fonts while painting and so needs nothing more; one that
keeps a font, a colour or a fixed length renews it in ``changeEvent`` on ``StyleChange``.
There is no signal besides that event: it cannot be forgotten and keeps nothing alive.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from resources import path
from widgets.stylesheet import stylesheet

THEMES = ("dark", "light")
SYSTEM = "system"  # whichever of the two the system asks for
SCALES = (0.8, 2.0)
LATIN = "Inter"
TRADITIONAL = "Noto Sans TC"
SIMPLIFIED = "Noto Sans SC"
SIGNS = "Noto Sans Math"
EMOJI = "Noto Emoji"
FUSION = "fusion"  # property of the application: to ask for its style object takes 8 ms


class Token(StrEnum):
    """The names of the colours; ``tokens.json`` holds their values for both themes."""

    BACKGROUND = "background"
    SURFACE = "surface"
    RAISED = "raised"
    FRAME = "frame"  # rail and log bar
    SELECTED = "selected"  # where you are
    LINE = "line"
    TEXT = "text"
    MUTED = "muted"
    FAINT = "faint"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    VOICE = "voice"


_theme, _chosen = "dark", "dark"
_scale = 1.0
_language = ""


def color(token: Token) -> QColor:
    """The colour of ``token`` in the theme in force."""
    return QColor(_colors(_theme)[token])


def tint(token: Token) -> QColor:
    """The soft, opaque ground behind a chip of that colour: a little of it on the background."""
    over, under = color(token), color(Token.BACKGROUND)
    share: float = _tokens()[_theme]["tint"]
    channels = zip(over.getRgb()[:3], under.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(b + (a - b) * share) for a, b in channels))


def size(name: str) -> int:
    """A size of ``tokens.json`` in pixels at 100 %, for ``font`` or ``px``."""
    value: int = _tokens()["sizes"][name]
    return value


def px(value: float) -> int:
    """A length in pixels, scaled by the text scale."""
    return round(value * _scale)


def length(name: str) -> int:
    """A named size as a scaled length: ``length("row")``."""
    return px(size(name))


def space(steps: float) -> int:
    """A gap of ``steps`` times four pixels, scaled."""
    return px(steps * size("step"))


def font(
    px: int,
    weight: QFont.Weight = QFont.Weight.Normal,
    *,
    tabular: bool = False,
    language: str = "",
) -> QFont:
    """The bundled faces at ``px`` pixels times the text scale.

    ``tabular`` gives figures of one width; ``language`` (``zh_TW``, ``zh_CN``) says whose
    glyphs Chinese characters take, without it the language of the screen decides.
    """
    return face(max(1, round(px * _scale)), weight, tabular=tabular, language=language)


def face(
    pixels: int,
    weight: QFont.Weight = QFont.Weight.Normal,
    *,
    tabular: bool = False,
    language: str = "",
) -> QFont:
    """The bundled faces at so many pixels, whatever the text scale: for what has its own."""
    return QFont(_face(pixels, weight, tabular, language or _language))


def load_fonts() -> None:
    """Give Qt the faces in ``resources/fonts``, once; faces that are missing are done without."""
    _loaded()
    _face.cache_clear()


def apply(name: str) -> None:
    """Put ``dark`` or ``light`` in force, or follow the ``system``, and tell every widget."""
    global _theme, _chosen
    if name not in (*THEMES, SYSTEM):
        raise ValueError(f"no theme {name!r}")
    _chosen, _theme = name, name
    if name == SYSTEM:
        _watch_system()
        hints = QGuiApplication.styleHints()
        hints.unsetColorScheme()  # what we asked for would hide what the system asks for
        _theme = _asked(hints.colorScheme())
    _dress()


def current() -> str:
    """The name of the theme in force, ``dark`` or ``light``."""
    return _theme


def chosen() -> str:
    """What was chosen: a theme, or to follow the ``system``."""
    return _chosen


@contextmanager
def worn(name: str, scale: float = 1.0) -> Iterator[None]:
    """Let what is painted inside the block wear another theme and scale; no widget is told."""
    global _theme, _scale
    before = _theme, _scale
    _theme, _scale = name, scale
    try:
        yield
    finally:
        _theme, _scale = before


def scale() -> float:
    """The text scale in force, 1.0 being 100 %."""
    return _scale


def set_scale(scale: float) -> None:
    """Scale text and lengths; the scale is kept between 0.8 and 2.0."""
    global _scale
    _scale = min(max(scale, SCALES[0]), SCALES[1])
    _dress()


def set_language(language: str) -> None:
    """Let Chinese characters take the glyphs of ``zh_TW`` or ``zh_CN`` from now on."""
    global _language
    _language = language
    _dress()


def _dress() -> None:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    if not app.property(FUSION):
        app.setStyle("Fusion")
        app.setProperty(FUSION, True)
    if _chosen != SYSTEM:
        scheme = Qt.ColorScheme.Dark if _theme == "dark" else Qt.ColorScheme.Light
        QGuiApplication.styleHints().setColorScheme(scheme)
    app.setFont(font(size("body")))
    app.setPalette(_palette())
    app.setStyleSheet(stylesheet(_words(), _lengths()))


@cache
def _watch_system() -> None:
    QGuiApplication.styleHints().colorSchemeChanged.connect(_follow)


def _follow(scheme: Qt.ColorScheme) -> None:
    global _theme
    if _chosen == SYSTEM and _asked(scheme) != _theme:
        _theme = _asked(scheme)
        _dress()


def _asked(scheme: Qt.ColorScheme) -> str:
    """The theme a system asks for; one that says nothing gets the dark one."""
    return "light" if scheme is Qt.ColorScheme.Light else "dark"


def _palette() -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for token, roles in {
        Token.BACKGROUND: (role.Window,),
        Token.SURFACE: (role.Base, role.Button),
        Token.RAISED: (role.AlternateBase, role.ToolTipBase, role.Midlight, role.Light),
        Token.LINE: (role.Mid, role.Dark, role.Shadow),
        Token.TEXT: (role.WindowText, role.Text, role.ButtonText, role.ToolTipText),
        Token.FAINT: (role.PlaceholderText,),
        Token.ACCENT: (role.Highlight, role.Link, role.LinkVisited, role.Accent, role.BrightText),
        Token.ON_ACCENT: (role.HighlightedText,),
    }.items():
        for each in roles:
            palette.setColor(each, color(token))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, color(Token.FAINT))
    return palette


def _words() -> dict[str, str]:
    words = {token.value: color(token).name() for token in Token}
    return words | {f"{token.value}_tint": tint(token).name() for token in Token}


def _lengths() -> dict[str, str]:
    return {name: f"{max(1, length(name))}px" for name in _tokens()["sizes"]}


@cache
def _tokens() -> dict[str, Any]:
    tokens: dict[str, Any] = json.loads(path("theme", "tokens.json").read_text("utf-8"))
    return tokens


@cache
def _colors(name: str) -> dict[Token, QColor]:
    return {token: QColor(_tokens()[name][token.value]) for token in Token}


@cache
def _loaded() -> frozenset[str]:
    """The families that the shipped files brought."""
    fonts = [
        QFontDatabase.addApplicationFont(str(file)) for file in sorted(path("fonts").glob("*.ttf"))
    ]
    return frozenset(
        family for each in fonts for family in QFontDatabase.applicationFontFamilies(each)
    )


@lru_cache(maxsize=256)
def _face(pixels: int, weight: QFont.Weight, tabular: bool, language: str) -> QFont:
    chinese = (SIMPLIFIED, TRADITIONAL) if language == "zh_CN" else (TRADITIONAL, SIMPLIFIED)
    families = [name for name in (LATIN, *chinese, SIGNS, EMOJI) if name in _loaded()]
    face = QFont()
    if families:  # naming an absent family makes Qt search for an alias, slowly and aloud
        face.setFamilies(families)
    # Qt keeps one merged face for equal first families, whatever follows: tell them apart, and
    # say both, since a font that says nothing takes it over from the widget it is given to
    strategy = QFont.StyleStrategy
    face.setStyleStrategy(strategy.PreferQuality if language == "zh_CN" else strategy.PreferMatch)
    face.setPixelSize(pixels)
    face.setWeight(weight)
    if tabular:
        face.setFeature(QFont.Tag("tnum"), 1)
    return face

"""``visible``: text with nothing hidden in it; pure, and here because screen and paper share it."""

from unicodedata import category

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_KEPT = frozenset("\n\t")
_JOINER = "\u200d"
_EMOJI_TAILS = frozenset("\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
_EMOJI_ARROWS = frozenset("↔↕")


def visible(text: str) -> str:
    """``text`` with each character that hides or deceives written as ``⟨U+202E⟩``.

    Such are control, format (bidi, zero width), private and unassigned characters and lone
    surrogates.  New line (also as CR LF) and tab stay white space.  Nothing is normalised.
    Variation selectors are marks and stay; a zero width joiner stays only inside an emoji
    such as 👩‍⚕️, everywhere else it can hide a difference and is shown.
    """
    if text.isprintable():
        return text
    return "".join(_shown(text, at) for at in range(len(text)))


def sign_at(text: str, at: int) -> str:
    """The ``⟨U+202E⟩`` of the character at a place of a text; empty for one that hides nothing."""
    shown = _shown(text, at)
    return "" if shown == text[at] else shown


def _shown(text: str, at: int) -> str:
    char = text[at]
    if char in _KEPT or category(char) not in _HIDDEN:
        return char
    if char == "\r" and text[at + 1 : at + 2] == "\n":
        return char
    if char == _JOINER and _joins_emoji(text[max(at - 1, 0) : at], text[at + 1 : at + 2]):
        return char
    return f"⟨U+{ord(char):04X}⟩"


def _joins_emoji(before: str, after: str) -> bool:
    return (before in _EMOJI_TAILS or _is_symbol(before)) and (
        after in _EMOJI_ARROWS or _is_symbol(after)
    )


def _is_symbol(char: str) -> bool:
    return char != "" and category(char) == "So"

"""Whose forms the Chinese letters of a text take, told by the letters that only one side has."""

from functools import lru_cache

LOOKED_AT = 200  # letters of a text that are enough to tell


@lru_cache(maxsize=2_048)
def language_of(text: str) -> str:
    """``zh_TW`` or ``zh_CN`` where the text has letters of that side, by count; else empty.

    A letter that Big5 has and GB 2312 has not is written in Taiwan, one that is the other way
    round on the mainland. Most letters are in both and tell nothing: then the language of the
    screen decides, as it does for ``theme.font``.
    """
    if text.isascii():
        return ""
    sides = [_side(letter) for letter in text[:LOOKED_AT]]
    there, here = sides.count("zh_TW"), sides.count("zh_CN")
    if there == here:
        return ""
    return "zh_TW" if there > here else "zh_CN"


@lru_cache(maxsize=8_192)
def _side(letter: str) -> str:
    if not "\u4e00" <= letter <= "\u9fff":
        return ""
    in_big5, in_gb = _holds("big5", letter), _holds("gb2312", letter)
    if in_big5 == in_gb:
        return ""
    return "zh_TW" if in_big5 else "zh_CN"


def _holds(codec: str, letter: str) -> bool:
    try:
        letter.encode(codec)
    except UnicodeEncodeError:
        return False
    return True

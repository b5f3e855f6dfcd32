"""Bytes become text only when their encoding is sure; otherwise the user chooses by looking."""

import codecs

from desktop.warroom import shown
from desktop.warroom.faults import RuleBroken, WarRoomError
from resources import _

PREVIEW_ROWS = 5
PREVIEW_WIDTH = 200
_PREVIEWED = 20_000

_MARKS = (  # UTF-32 before UTF-16: its mark begins with the other one
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = {  # Windows writes Big5 as code page 950, which holds more characters
    "GB18030": "gb18030",
    "Big5": "cp950",
    "cp1252": "cp1252",
}
_WIDE = {"UTF-16LE": "utf-16-le", "UTF-16BE": "utf-16-be"}
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class EncodingUnsure(WarRoomError):
    """Nobody can know how these bytes are meant: ``previews`` shows the first rows each way.

    Its keys may be given back to ``read_text`` as the encoding.
    """

    def __init__(self, previews: dict[str, list[str]]) -> None:
        super().__init__(
            _(
                "The file does not say how its text is encoded. Choose the encoding that shows "
                "it rightly ({names}), or save the file again as CSV UTF-8."
            ).format(names=shown.listed(previews))
            if previews
            else _("This is not a text file. Save the table as CSV UTF-8 and read that.")
        )
        self.previews = previews


def read_text(data: bytes, encoding: str | None = None) -> str:
    """The text of a file, without its byte order mark.

    A mark or valid UTF-8 is sure, and so is UTF-16 whose zeros stand in every other place;
    anything else raises EncodingUnsure. Raises RuleBroken for a workbook, for an ``encoding``
    that does not exist and for bytes which are not text in it.
    """
    if data.startswith(_WORKBOOKS):
        raise RuleBroken(_("This is a workbook, not a CSV file. Save it as CSV UTF-8."))
    if encoding is not None:
        return _as_said(data, encoding)
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _as_said(data, marked)
    for codec in (_unmarked_utf16(data), "utf-8"):
        if codec is not None and (text := _decoded(data, codec)) is not None:
            return text
    raise EncodingUnsure(_previews(data))


def joined(text: str) -> str:
    """The text with surrogate pairs joined and lone surrogates replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _as_said(data: bytes, encoding: str) -> str:
    try:
        text = _decoded(data, _codec(encoding))
    except LookupError:
        raise RuleBroken(
            _('"{name}" is not an encoding. Use UTF-8, UTF-16, {names}.').format(
                name=encoding, names=shown.listed(_CANDIDATES)
            )
        ) from None
    if text is None:
        raise RuleBroken(
            _(
                "The file is not text in {name}. Choose another encoding, or save the file again "
                "as CSV UTF-8."
            ).format(name=encoding)
        )
    return text


def _codec(encoding: str) -> str:
    known = {name.casefold(): codec for name, codec in (_CANDIDATES | _WIDE).items()}
    return known.get(encoding.strip().casefold(), encoding)


def _decoded(data: bytes, codec: str) -> str | None:
    """The text, or None. Raises LookupError for a codec that does not exist.

    Half characters (surrogates) written by older programs are let through and then joined.
    """
    name = codecs.lookup(codec).name
    try:
        text = data.decode(name, "surrogatepass" if name.startswith("utf-") else "strict")
    except UnicodeError:
        return None
    return joined(text.removeprefix("\ufeff"))


def _unmarked_utf16(data: bytes) -> str | None:
    """The byte order when zeros fill two fifths of one side and hardly any of the other."""
    low, high = data[::2].count(0), data[1::2].count(0)
    enough = max(4, len(data) // 5)
    if high >= enough and low * 10 <= high:
        return "utf-16-le"
    if low >= enough and high * 10 <= low:
        return "utf-16-be"
    return None


def _previews(data: bytes) -> dict[str, list[str]]:
    candidates = _CANDIDATES | _WIDE if b"\0" in data else _CANDIDATES
    texts = {name: _decoded(data, codec) for name, codec in candidates.items()}
    return {
        name: [line[:PREVIEW_WIDTH] for line in text[:_PREVIEWED].splitlines()[:PREVIEW_ROWS]]
        for name, text in texts.items()
        if text is not None
    }

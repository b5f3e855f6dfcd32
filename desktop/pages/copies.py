"""Read-only copies of kept files for the viewers of the system; they go when the program ends."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from desktop.warroom.attachments import Attachment
from desktop.warroom.exchange.kept_out import write_out
from desktop.warroom.faults import RuleBroken
from resources import _

ENDINGS = {  # by what the bytes themselves say they are
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "application/pdf": ".pdf",
}
_LOOKED_AT = (
    ".txt .csv .tsv .log .md .eml .rtf .docx .xlsx .pptx .odt .ods .odp .bmp .tif .tiff .heic "
    ".mp3 .m4a .wav .ogg .flac .mp4 .mov .m4v .webm .avi .mkv"
)
HARMLESS = frozenset(_LOOKED_AT.split())  # no system runs these; anything else is only saved
LONGEST = 80  # characters of a file name


def viewing_copy(attachment: Attachment, parts: Iterator[bytes]) -> Path:
    """A copy to be looked at. Raises RuleBroken for what may be a program, and StoreFailed."""
    ending = safe_ending(attachment)
    folder = Path(tempfile.mkdtemp(dir=_folder()))
    name = "".join(c if c.isalnum() or c in " -_" else "_" for c in Path(attachment.name).stem)
    place = folder / f"{name[:LONGEST].strip() or 'file'}{ending}"
    write_out(parts, attachment, place)
    place.chmod(0o400)
    return place


def safe_ending(attachment: Attachment) -> str:
    """The ending under which a copy may be opened. Raises RuleBroken when there is none."""
    if ending := ENDINGS.get(attachment.media_type):
        return ending
    ending = Path(attachment.name).suffix.lower()
    if ending not in HARMLESS:
        said = _("{file} is not opened from here, since it could run. Save it, and judge it first.")
        raise RuleBroken(said.format(file=attachment.name))
    return ending


@cache
def _folder() -> str:
    """A folder of this run that only its user can read."""
    folder = tempfile.mkdtemp(prefix="warroom-view-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder

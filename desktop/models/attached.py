"""Attachments in the words of their rows."""

from desktop.warroom import shown
from desktop.warroom.attachments import Attachment
from desktop.warroom.room import WarRoom
from desktop.warroom.shown_value import full
from resources import _, ngettext
from resources.visible import visible
from widgets.attached_row import AttachedRow

_KILO, _MEGA = 1_000, 1_000_000
_DOCUMENTS = ("application/pdf", "text/")


def attached_row(attachment: Attachment, room: WarRoom) -> AttachedRow:
    """The row of an attachment."""
    return AttachedRow(
        id=attachment.id,
        name=visible(attachment.name),
        caption=visible(attachment.caption),
        detail=" · ".join((size_of(attachment.size or 0), attachment.short_hash)),
        icon="file-text" if attachment.media_type.startswith(_DOCUMENTS) else "paperclip",
        picture=attachment.picture,
        tooltip=_tooltip(attachment, room),
    )


def size_of(size: int) -> str:
    """A number of bytes as people say it."""
    if size < _KILO:
        return ngettext("{n} byte", "{n} bytes", size).format(n=size)
    if size < _MEGA:
        return _("{n} kB").format(n=round(size / _KILO))
    return _("{n} MB").format(n=f"{size / _MEGA:.1f}")


def _tooltip(attachment: Attachment, room: WarRoom) -> str:
    lines = [visible(attachment.name), visible(attachment.media_type)]
    if attachment.taken_at:
        when = full(attachment.taken_at, room.zone)
        lines.append(_("Taken or received {when}").format(when=when))
    if attachment.source:
        lines.append(_("Source: {source}").format(source=visible(attachment.source)))
    if attachment.recorded_at:
        when = full(attachment.recorded_at, room.zone)
        lines.append(shown.labelled(_("Attached"), f"{when} {visible(attachment.author)}".strip()))
    return "\n".join([*lines, f"SHA-256 {attachment.sha256}"])

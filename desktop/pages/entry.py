"""The panel of one entry: its words, what can be corrected, and every earlier version."""

from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.warroom import shown
from desktop.warroom.choices import Certainty
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import WarRoomError
from desktop.warroom.history import Version
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from resources import _
from resources.visible import visible
from widgets import theme
from widgets.editors import NO, YES, FormField
from widgets.form import Form
from widgets.plain import PlainLabel
from widgets.theme import Token


class EntryPanel(QWidget):
    """Corrects an entry without erasing: the old wording stays readable below."""

    closed = Signal()
    did = Signal(str)
    failed = Signal(str)

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._entry: Entry | None = None
        self._form: Form | None = None
        self._column = QVBoxLayout(self)
        self._title = PlainLabel("", self, size="title", weight=QFont.Weight.DemiBold)
        self._column.addWidget(self._title)
        self.setAccessibleName(_("Entry"))
        self.setMinimumWidth(theme.length("column") // 2)

    def show_entry(self, entry: Entry) -> None:
        """Show this entry, ready to be corrected."""
        self._entry = entry
        self._column.setContentsMargins(
            theme.space(4), theme.space(4), theme.space(2), theme.space(3)
        )
        self._column.setSpacing(theme.space(3))
        self._title.setText(_title(entry, self._room.zone))
        if self._form:
            self._form.deleteLater()
        self._form = self._made_form(entry)
        self._column.addWidget(self._form, 1)
        self.setFocusProxy(self._form)

    def _told(self, entry: Entry) -> QWidget:
        """Every version of the entry, the newest first."""
        told = QWidget(self)
        column = QVBoxLayout(told)
        column.setContentsMargins(0, theme.space(2), 0, 0)
        column.setSpacing(theme.space(2))
        bold = QFont.Weight.DemiBold
        column.addWidget(PlainLabel(_("History"), told, size="title", weight=bold))
        for version in reversed(self._room.history(entry)):
            words = _told(version, self._room.zone)
            column.addWidget(PlainLabel(words, told, size="label", token=Token.MUTED, wrap=True))
        return told

    def _made_form(self, entry: Entry) -> Form:
        fields = (
            FormField("text", _("Text"), "prose", value=entry.text, needed=True),
            FormField("reason", _("Reason"), "prose", value=entry.reason),
            FormField(
                "certainty",
                _("Certainty"),
                "choice",
                tuple((c.value, c.shown) for c in Certainty),
                str(entry.certainty),
            ),
            FormField("key", _("Key entry"), "flag", value=YES if entry.key else NO),
            FormField("why", _("Why the wording changes"), "text"),
        )
        form = Form(fields, _("Save the correction"), self, below=self._told(entry))
        form.submitted.connect(self._save)
        form.cancelled.connect(self.closed)
        return form

    def _save(self) -> None:
        assert self._entry is not None
        assert self._form is not None
        said = self._form.values()
        self._form.clear_faults()
        try:
            changed = self._corrected(self._entry, said)
        except WarRoomError as fault:
            self._form.show_fault("text", str(fault))
            return
        if changed:
            self.did.emit(_("The entry was corrected; its earlier wording stays readable."))
        self.closed.emit()

    def _corrected(self, entry: Entry, said: dict[str, str]) -> bool:
        """Change what differs, in one act where the wording stays; tells whether anything did."""
        values = {
            name: value
            for name, value in (
                ("reason", said["reason"]),
                ("certainty", Certainty(said["certainty"])),
                ("key", said["key"] == YES),
            )
            if getattr(entry, name) != value
        }
        if said["text"] != entry.text:
            self._room.amend(entry, said["text"], said["why"], **values)
        elif values:
            self._room.change(entry, why=said["why"], **values)
        return bool(values) or said["text"] != entry.text


def _title(entry: Entry, zone: tzinfo | None) -> str:
    when = entry.happened_at
    day = shown.long_day(when.local.astimezone(zone)) if when else ""
    time = shown.short_time(when, zone) if when else ""
    return _("{kind}, {day} {time}").format(kind=word(entry.kind), day=day, time=time)


def _told(version: Version, zone: tzinfo | None) -> str:
    """A version in a sentence, with the words it replaced."""
    day, time = shown.day(version.at.local.astimezone(zone)), shown.time(version.at, zone)
    if version.added:
        head = _("Line {n}: logged {day} {time} by {name}.")
    elif version.undone:
        head = _("Line {n}: taken back {day} {time} by {name}.")
    else:
        head = _("Line {n}: changed {day} {time} by {name}.")
    lines = [head.format(n=version.number, day=day, time=time, name=visible(version.by))]
    if version.why:
        lines.append(_("Why: {why}").format(why=visible(version.why)))
    if not version.added and "text" in version.changed:
        before, after = version.changed["text"]
        lines.append(_("Before: {text}").format(text=visible(str(before))))
        lines.append(_("After: {text}").format(text=visible(str(after))))
    return "\n".join(lines)

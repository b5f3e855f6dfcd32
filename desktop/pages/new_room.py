"""The page that asks what a new room is for."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.warroom import shown
from desktop.warroom.choices import CrisisType, Severity, SubType
from desktop.warroom.exchange import read_time
from desktop.warroom.faults import WarRoomError
from desktop.warroom.moment import Moment
from desktop.warroom.now import Clock
from desktop.warroom.records import Incident
from resources import _
from widgets import theme
from widgets.editors import NO, YES, FormField
from widgets.form import Form
from widgets.ground import fill
from widgets.plain import PlainLabel


class NewRoom(QWidget):
    """Asks for an incident; ``made`` carries it, the operator, and whether to load the playbook."""

    made = Signal(object, str, bool)
    cancelled = Signal()

    def __init__(self, clock: Clock, operator: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._now = clock.now()
        self._form = Form(_fields(self._now, operator), _("Choose where to keep it…"), self)
        self._lay_out()
        self._form.submitted.connect(self._judge)
        self._form.cancelled.connect(self.cancelled)
        self.setFocusProxy(self._form)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        title = PlainLabel(_("New room"), self, size="product", weight=QFont.Weight.DemiBold)
        column.addStretch(1)
        column.setSpacing(theme.space(5))
        for widget, share in ((title, 0), (self._form, 8)):
            widget.setFixedWidth(theme.length("column"))
            row = QHBoxLayout()
            fill(row, 1, widget, 1)
            column.addLayout(row, share)
        column.addStretch(1)

    def _judge(self) -> None:
        said = self._form.values()
        self._form.clear_faults()
        if not said["title"].strip():
            self._form.show_fault("title", _("Say what the incident is called."))
            return
        if not said["type"]:
            self._form.show_fault("type", _("Choose the type of crisis."))
            return
        subtype = SubType(said["subtype"]) if said["subtype"] else ""
        if isinstance(subtype, SubType) and subtype.type != said["type"]:
            self._form.show_fault("subtype", _("Choose one of the type above, or none."))
            return
        try:
            t0 = self._moment(said["t0"])
        except WarRoomError as fault:
            self._form.show_fault("t0", str(fault))
            return
        incident = Incident(
            title=said["title"].strip(),
            type=CrisisType(said["type"]),
            subtype=subtype,
            severity=Severity(said["severity"]),
            t0=t0,
            drill=said["drill"] == YES,
            wall_shows_internal=said["wall_shows_internal"] == YES,
        )
        self.made.emit(incident, said["operator"].strip(), said["playbook"] == YES)

    def _moment(self, text: str) -> Moment:
        zone = self._clock.now().tzinfo
        assert zone is not None
        return read_time(text, zone)


def _fields(now: datetime, operator: str) -> tuple[FormField, ...]:
    return (
        FormField("title", _("What is it called?"), needed=True),
        FormField(
            "type",
            _("Crisis type"),
            "choice",
            tuple((c.value, c.shown) for c in CrisisType),
            needed=True,
        ),
        FormField("subtype", _("Sub-type"), "choice", (("", _("No sub-type")), *_subtypes())),
        FormField(
            "severity",
            _("Severity; when in doubt, the worst"),
            "choice",
            tuple((c.value, c.shown) for c in Severity),
            Severity.CRITICAL.value,
        ),
        FormField("t0", _("When did it begin (T0)?"), "moment", value=f"{now:%Y-%m-%d %H:%M}"),
        FormField("operator", _("Who is at the keyboard?"), value=operator),
        FormField("playbook", _("Load the tasks of the playbook"), "flag", value=YES),
        FormField("drill", _("Exercise (not real)"), "flag", value=NO),
        FormField("wall_shows_internal", _("Show internal entries on the wall"), "flag", value=YES),
    )


def _subtypes() -> tuple[tuple[str, str], ...]:
    """The sub-types behind the type that each is a part of."""
    return tuple((each.value, shown.labelled(each.type.shown, each.shown)) for each in SubType)

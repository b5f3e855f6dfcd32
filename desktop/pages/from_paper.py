"""The page that takes in what was written by hand in a power cut: which page it is, its lines."""

import json

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.warroom import shown
from desktop.warroom.exchange import read_time
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.papers.forms import BlankForms, Form, columns, name
from desktop.warroom.papers.on_page import LineRefused, Page
from desktop.warroom.papers.typed_in import type_in, typed_pages
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets import theme
from widgets.form import Form as AskForm
from widgets.form import FormField
from widgets.ground import Ground
from widgets.paper_lines import PaperLines
from widgets.plain import PlainLabel
from widgets.theme import Token

KEPT = "from-paper"  # what is typed and not kept in the room yet stays under this name


class FromPaper(Ground):
    """Asks for form, page, day and lines; ``done`` carries the sentence once they are in the room.

    What was typed and not kept stays for the next time. ``cancelled``: the page was left.
    """

    done = Signal(str)
    cancelled = Signal()

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._room = room
        self._forms = {each.id: each for each in room.all(BlankForms)}
        kept = room.kept_form(KEPT)
        self.lines = PaperLines(_("Lines of the page"), self)
        self.form = AskForm(self._fields(kept), _("Keep the page"), self, self.lines)
        self._title = PlainLabel(
            _("From paper"), self, size="product", weight=QFont.Weight.DemiBold
        )
        self._note = PlainLabel(
            _(
                "Times are those of the page. An entry of each line is kept with the form and page "
                "as its source, and says that it came late, from paper."
            ),
            self,
            token=Token.MUTED,
            wrap=True,
        )
        self._column = QVBoxLayout(self)
        for part in (self._title, self._note):
            self._column.addWidget(part)
        self._column.addWidget(self.form, 1)
        self._shown = self._sheet()
        self.lines.show_columns(self._columns(), json.loads(kept.get("lines", "[]")))
        self.form.edited.connect(self._edited)
        self.form.submitted.connect(self._keep)
        self.form.cancelled.connect(self._leave)
        self.setAccessibleName(_("From paper"))
        self.setFocusProxy(self.form)
        self.measure()

    def stop(self) -> None:
        """Keep what is typed, as when another page comes in place of this one."""
        lines = [each for each in self.lines.lines() if any(each.values())]
        if lines and not self._room.why_read_only:
            self._room.keep_form(KEPT, {**self.form.values(), "lines": json.dumps(lines)})

    def measure(self) -> None:
        side = theme.space(6)
        self._column.setContentsMargins(side, theme.space(5), side, theme.space(4))
        self._column.setSpacing(theme.space(2))

    # asking

    def _fields(self, kept: dict[str, str]) -> tuple[FormField, ...]:
        printed = tuple((each.id, self._named(each)) for each in self._forms.values())
        free = tuple(
            (each.value, _("{form}, numbered by hand").format(form=each.shown)) for each in Form
        )
        first = (printed or free)[0][0]
        values = {"form": first, "day": f"{self._room.here():%Y-%m-%d}", "page": "1", **kept}
        return (
            FormField("form", _("Form"), "choice", (*printed, *free), values["form"]),
            FormField(
                "number",
                _("Number, where it was written by hand"),
                "number",
                value=values.get("number", ""),
            ),
            FormField("page", _("Page"), "number", value=values["page"], needed=True),
            FormField("day", _("Day on the page"), value=values["day"], needed=True),
            FormField(
                "by",
                _("Written by"),
                value=values.get("by", ""),
                known=self._room.people(),
            ),
        )

    def _named(self, each: BlankForms) -> str:
        """A printed form, and which of its pages are typed in."""
        told = f"{name(each.number)} {Form(each.form).shown}"
        pages, there = each.pages or 0, sorted(typed_pages(self._room, each))
        if not there:
            said = ngettext("{n} page", "{n} pages", pages).format(n=pages)
        else:
            said = _("typed in: {pages} of {n}").format(
                pages=shown.listed(map(str, there)), n=pages
            )
        return shown.aside(told, said)

    def _sheet(self) -> Form:
        chosen = self.form.values()["form"]
        printed = self._forms.get(chosen)
        return Form(printed.form if printed else chosen)

    def _columns(self) -> list[tuple[str, str, int]]:
        found = columns(self._shown)
        return [(each.name, each.label, round(10 * float(each.width[:-2]))) for each in found]

    def _edited(self) -> None:
        """Another form has other columns; what fits them stays."""
        if (sheet := self._sheet()) is not self._shown:
            self._shown = sheet
            lines = [each for each in self.lines.lines() if any(each.values())]
            self.lines.show_columns(self._columns(), lines)

    # keeping

    def _leave(self) -> None:
        self.stop()
        self.cancelled.emit()

    def _keep(self) -> None:
        self.form.clear_faults()
        self.lines.show_fault()
        page = self._page()
        if page is None:
            return
        try:
            made = type_in(self._room, page)
        except LineRefused as fault:
            self.lines.show_fault(str(fault), fault.line, fault.column)
        except WarRoomError as fault:
            self.form.show_fault("page", str(fault))
        else:
            self._room.keep_form(KEPT, {})
            self.lines.show_columns(self._columns())
            said = ngettext(
                "{n} line is in the room: {source}.",
                "{n} lines are in the room: {source}.",
                len(made),
            )
            self.done.emit(said.format(n=len(made), source=page.source))

    def _page(self) -> Page | None:
        """What is typed as a page; None where a field says why not."""
        said = self.form.values()
        printed = self._forms.get(said["form"])
        number = said["page"].strip()
        if not number.isdecimal() or not 0 < int(number[:5]) <= (
            (printed and printed.pages) or 999
        ):
            self.form.show_fault("page", _("Write the number of the page, as it stands on it."))
            return None
        by_hand = said["number"].strip().upper().removeprefix("F-")
        if by_hand and not by_hand.isdecimal():
            self.form.show_fault("number", _("Write the number of the form, such as 12."))
            return None
        zone = self._room.zone
        assert zone is not None
        try:
            day = read_time(said["day"], zone).local.date()
        except RuleBroken as fault:
            self.form.show_fault("day", str(fault))
            return None
        form = printed.number if printed else int(by_hand[:9]) if by_hand else None
        return Page(self._shown, form, int(number), day, said["by"], self.lines.lines())

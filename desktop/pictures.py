"""Pictures of the window on its pages, of one page or of all in every look and language."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QWidget

from desktop import tongue
from desktop.app import application
from desktop.settings import Settings
from desktop.warroom.choices import shown
from desktop.warroom.demo import write_demo
from desktop.warroom.faults import StoreFailed
from desktop.warroom.now import Clock
from desktop.warroom.records import Coverage
from desktop.warroom.targets import refuse_rooms
from desktop.window import MainWindow
from resources import LANGUAGES, _
from widgets import theme

PAGES = (
    *("welcome", "dashboard", "timeline", "tasks", "media", "staff"),
    *("statements", "clocks", "plan", "review", "wall"),
)
MORE = ("record", "import", "export", "briefing", "guide")  # what opens over a page
LOOKS = ("dark", "light")
SIZE = (1440, 900)
BRIEFING = ("pages", "rows", "earlier")
ROWS = 9  # of the picture of an import


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is taken: theme, language, width and height in pixels, the part of a page."""

    theme: str
    language: str
    size: tuple[int, int] = SIZE
    part: str = ""  # of a page of parts


def take_picture(room: Path | None, page: str, look: Look, out: Path, clock: Clock) -> None:
    """Write a picture of one of PAGES or MORE as PNG; the room is only read.

    Raises StoreFailed when the room cannot be opened or the picture not written, RuleBroken when
    a room stands where it should go.
    """
    refuse_rooms(out, room)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    tongue.speak(application(), look.language)
    theme.apply(look.theme)
    with TemporaryDirectory() as folder:  # a picture shows no habits of whoever takes it
        window = MainWindow(clock, Settings(Path(folder) / "settings.ini"), "")
        try:
            _pose(window, room, page, look)
            if not _shown(window, page, look.size).grab().save(str(out), "PNG"):
                raise StoreFailed(_("{file} cannot be written here.").format(file=out.name))
        finally:
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def take_all(
    room: Path | None,
    folder: Path,
    clock: Clock,
    *,
    pages: Sequence[str] = PAGES + MORE,
    languages: Sequence[str] = LANGUAGES,
    size: tuple[int, int] = SIZE,
) -> Iterator[Path]:
    """Write every page in both themes and all languages into ``folder``, one after the other.

    Without a room the example is written for each language, and thrown away after it. Raises
    what ``take_picture`` raises.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreFailed(_("{file} cannot be written here.").format(file=folder.name)) from error
    for language in languages:
        with _room_for(room, language, clock) as shown:
            for page in pages:
                for part in parts(page) or ("",):
                    for name in LOOKS:
                        said = "-".join(filter(None, (page, part, name, language)))
                        out = folder / f"{said}.png"
                        take_picture(shown, page, Look(name, language, size, part), out, clock)
                        yield out


def parts(page: str) -> tuple[str, ...]:
    """The names of the parts of a page; none where it has no parts."""
    from desktop.pages.plan import parts as plan  # come with their pages
    from desktop.pages.review import parts as review
    from desktop.pages.staff import parts as staff
    from desktop.pages.statements import parts as statements
    from desktop.pages.watch import parts as watch

    places = {
        "staff": staff.PARTS,
        "statements": statements.PARTS,
        "clocks": watch.PARTS,
        "plan": plan.PARTS,
        "review": review.PARTS,
    }
    if page == "briefing":
        return BRIEFING
    return tuple(part.name for part in places.get(page, ()))


@contextmanager
def _room_for(room: Path | None, language: str, clock: Clock) -> Iterator[Path]:
    if room is not None:
        yield room
        return
    with TemporaryDirectory() as folder:
        made = Path(folder) / "example.warroom"
        write_demo(made, clock, language)
        yield made


def _pose(window: MainWindow, room: Path | None, page: str, look: Look) -> None:
    window.resize(*look.size)
    if page != "welcome" and not (room and window.open_room(room, posing=True)):
        raise StoreFailed(window.fault())
    if window.desk and page in PAGES and page != "wall":
        shown_page = window.desk.show_page(page)
        if look.part:
            shown_page.take_look(look.part)
    window.show()
    _settle(window)
    if window.desk and page in MORE:
        _open(window, page, look.part)
        _settle(window)


def _open(window: MainWindow, page: str, part: str = "") -> None:
    """Open what stands over or beside a page."""
    assert window.desk is not None
    if page == "record":
        window.desk.show_page("media").show_record(_newest(window)[0])
    elif page == "export":
        window.ask_export()
    elif page == "briefing":
        _open_briefing(window, part)
    elif page == "guide":
        window.guide.start()
        window.guide.go_on()
    else:
        from desktop.pages.bring_in import BringIn

        form = BringIn.of_text(window.desk.room, _rows(window), Coverage, window)
        window.show_form(form)
        deadline = QDeadlineTimer(10_000)
        while form.reading.arrival is None and not deadline.hasExpired():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _open_briefing(window: MainWindow, view: str) -> None:
    """The page of a briefing with its pages painted, or in another view."""
    from desktop.pages.briefing import BriefingPage

    window.ask_briefing()
    page = window.findChildren(BriefingPage)[-1]
    if view:
        page.show_view(view)
    deadline = QDeadlineTimer(30_000)
    while page.preview.running() and not deadline.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _newest(window: MainWindow) -> list[Coverage]:
    assert window.desk is not None
    items = window.desk.room.all(Coverage)
    if not items:
        raise StoreFailed(_("There is no media item in this room to take a picture of."))
    return items[-ROWS:]


def _rows(window: MainWindow) -> str:
    """Rows as a spreadsheet copies them, made of media items, some told days earlier."""
    names = ("outlet", "headline", "published_at", "tone")
    heads = [_(field.label) for field in Coverage.declared() if field.name in names]
    lines = ["\t".join(heads)]
    for number, item in enumerate(_newest(window)):
        when = item.published_at
        told = f"{when.local - timedelta(days=number % 3):%Y-%m-%d %H:%M}" if when else ""
        by_name = {"published_at": told, "tone": shown(item.tone)}
        fields = [field.name for field in Coverage.declared() if field.name in names]
        lines.append("\t".join(by_name.get(name) or str(getattr(item, name)) for name in fields))
    return "\n".join(lines)


def _shown(window: MainWindow, page: str, size: tuple[int, int]) -> QWidget:
    """The window, or its wall at the size that is asked for."""
    if page != "wall" or window.desk is None:
        return window
    window.second_screen.show(window.desk.room)
    wall = window.second_screen.wall()
    assert wall is not None
    wall.showNormal()
    wall.resize(*size)
    QCoreApplication.processEvents()
    return wall


def _settle(window: MainWindow) -> None:
    """Wait for what comes after the first paint: the drawing library and the figures."""
    from widgets.chart import Chart

    QCoreApplication.processEvents()
    charts = [chart for chart in window.findChildren(Chart) if chart.isVisible()]
    deadline = QDeadlineTimer(10_000)
    while not all(chart.drawn() for chart in charts) and not deadline.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    QCoreApplication.processEvents()

"""Draw every widget of the frame in both themes into PNG files: ``gallery.py FOLDER``."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QGraphicsView, QHBoxLayout, QVBoxLayout, QWidget

from widgets import theme
from widgets.chip import Chip, ChipShape
from widgets.filter_bar import Filter, FilterBar, FilterMenu
from widgets.form import Form, FormField
from widgets.ground import Ground
from widgets.header import Header, HeaderState, Phase
from widgets.log_bar import BarState, ChipText, LogBar, Side
from widgets.notice import Notice
from widgets.plain import PlainLabel
from widgets.rail import Rail, RailItem
from widgets.table_view import CellChip, ChipRole, TableView, TabularRole, TokenRole
from widgets.theme import Token
from widgets.tone_chart import HourTone, Mark, ToneChart
from widgets.welcome import RecentRoom, Welcome

PAGES = (
    RailItem("dashboard", "Dashboard", "layout-dashboard", "Ctrl+1"),
    RailItem("timeline", "Timeline", "list-tree", "Ctrl+2"),
    RailItem("tasks", "Tasks", "square-kanban", "Ctrl+3"),
    RailItem("media", "Media", "newspaper", "Ctrl+4"),
    RailItem("staff", "Staff", "users", "Ctrl+5"),
    RailItem("statements", "Statements", "megaphone", "Ctrl+6"),
    RailItem("warnings", "Warnings and clocks", "triangle-alert", "Ctrl+7"),
    RailItem("plan", "Plan and readiness", "book-text", "Ctrl+8"),
    RailItem("review", "Review", "history", "Ctrl+9"),
)
PHASES = (
    Phase("prevention", "Prevention", done=True),
    Phase("emergency", "Emergency", done=True),
    Phase("handling", "Handling", current=True),
    Phase("recovery", "Recovery"),
)
STATE = HeaderState(
    "Baby-bottle batch B2231: heat-sensor failures",
    "奶瓶批次過熱事件",
    "SEV 1",
    Token.BAD,
    "Product quality",
    "Restricted",
    False,
    "Chen Yu-ting",
    PHASES,
    "14:32",
    "T+05:48 · UTC+8",
)
HINTS = (("Ctrl L", "log"), ("Ctrl K", "find"), ("F11", "wall"))
TYPED = "14:30 /media A news agency asks whether Taiwan stock is affected @Lin !15:30"
READ = (
    ChipText("14:30", Token.ACCENT),
    ChipText("Media", Token.BAD),
    ChipText("@Lin", Token.MUTED, Side.RIGHT),
    ChipText("answer by 15:30", Token.WARN, Side.RIGHT),
)
FIELDS = (
    FormField("title", "Title", value="奶瓶批次 B2231 過熱", needed=True),
    FormField(
        "kind",
        "Type",
        "choice",
        (("quality", "Product quality"), ("breach", "Data breach")),
        "quality",
    ),
    FormField("began", "Began", "moment"),
    FormField("people", "People", "words"),
    FormField("facts", "What is known", "prose", value="Three of 40 units exceed 68 °C."),
    FormField("drill", "Drill", "flag", value="yes"),
)


def frame() -> QWidget:
    """The whole frame as the window puts it together, a page with a filter in the middle."""
    window = QWidget()
    rail = Rail(PAGES, RailItem("settings", "Settings", "settings"), window)
    header, bar, page = Header(window), LogBar(HINTS, window), Ground(Token.BACKGROUND)
    header.show_state(STATE)
    bar.line.setText(TYPED)
    bar.show_chips(READ)
    bar.set_saved("saved 14:31:52")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(filter_bar())
    column.addStretch(1)
    Notice(page).done("Entry 12 saved", "Undo", "undo", 60)
    right = QVBoxLayout()
    right.setSpacing(0)
    for part, stretch in ((header, 0), (page, 1), (bar, 0)):
        right.addWidget(part, stretch)
    across = QHBoxLayout(window)
    across.setSpacing(0)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(rail)
    across.addLayout(right)
    return window


def filter_bar() -> FilterBar:
    """A filter with something chosen."""
    menus = (FilterMenu("kind", "All kinds", "Kinds"), FilterMenu("people", "Everyone", "People"))
    bar = FilterBar(menus)
    bar.offer("kind", (("fact", "Fact"), ("media", "Media"), ("statement", "Statement")))
    bar.offer("people", (("lin", "Lin Xia"), ("林夏", "林夏")))
    bar.set_filter(Filter({"kind": frozenset({"media"})}))
    bar.show_count(12, 1284, "1,284 entries")
    return bar


def bars() -> QWidget:
    """The states of the log bar, chips and notices below each other."""
    window = Ground(Token.BACKGROUND)
    column = QVBoxLayout(window)
    column.addWidget(_chips())
    for each in _log_bars(window):
        column.addWidget(each)
    drill = Header(window)
    long = "產品召回：全台三倉庫停止出貨並通知所有經銷商與客服中心 and every shop in the north"
    phases = tuple(
        Phase(p.name, label, p.done, p.current)
        for p, label in zip(PHASES, ("預防", "緊急", "處置", "恢復"), strict=True)
    )
    drill.show_state(
        HeaderState(
            long,
            "",
            "SEV 2",
            Token.WARN,
            "產品品質",
            "限閱",
            True,
            "林夏",
            phases,
            "09:05",
            "T+00:12 · UTC+8",
        )
    )
    column.addWidget(drill)
    host = Ground(Token.SURFACE)
    host.setMinimumHeight(140)
    column.addWidget(host)
    Notice(host).fault(
        "The disk is full, so nothing was saved. Make room, then press Enter again.", "Try again"
    )
    return window


def _chips() -> QWidget:
    strip = QWidget()
    row = QHBoxLayout(strip)
    samples = (
        ("SEV 1", Token.BAD, ""),
        ("negative", Token.BAD, "−"),
        ("neutral", Token.MUTED, "○"),
        ("positive", Token.GOOD, "+"),
        ("worried", Token.WARN, ""),
        ("3 warnings", Token.WARN, "▲"),
        ("Rumour", Token.VOICE, ""),
        ("14:30", Token.ACCENT, ""),
        ("謠言", Token.VOICE, ""),
    )
    for text, token, sign in samples:
        row.addWidget(Chip(text, token, sign))
    row.addWidget(Chip("Ctrl L", shape=ChipShape.KEY))
    row.addWidget(Chip("DRILL", Token.WARN, shape=ChipShape.FULL))
    row.addWidget(PlainLabel("invoice\u202efdp.exe <b>not bold</b>"))
    row.addStretch(1)
    return strip


def _log_bars(parent: QWidget) -> list[LogBar]:
    bars = [LogBar(HINTS, parent) for _each in range(5)]
    empty, refused, chinese, waiting, locked = bars
    empty.set_saved("saved 14:31:52")
    refused.line.setText("/媒体")
    refused.refuse("Say what happened.")
    refused.set_saved("NOT SAVED", Token.BAD)
    chinese.line.setText("10分鐘前 /媒體 #奶瓶過熱# 登上微博熱搜第14位 @林夏 !16:30")
    chinese.show_chips(
        (
            ChipText("14:20", Token.ACCENT),
            ChipText("媒體", Token.BAD),
            ChipText("@林夏", Token.MUTED, Side.RIGHT),
            ChipText("16:30 前答覆", Token.WARN, Side.RIGHT),
        )
    )
    chinese.set_state(BarState.CHECKING)
    waiting.line.setText("Lab report arrived")
    waiting.set_state(BarState.WAITING)
    locked.set_state(BarState.READ_ONLY, "The file cannot be written: it lies on a locked stick.")
    return bars


def welcome() -> QWidget:
    """The welcome page with recent rooms."""
    page = Welcome()
    page.show_rooms(
        (
            RecentRoom("Baby-bottle batch B2231", "/home/chen/rooms/b2231.room", "today 14:32"),
            RecentRoom("奶瓶批次過熱事件（演練）", "/home/chen/演練/奶瓶.room", "yesterday"),
            RecentRoom("Data breach drill", "E:/stick/drill.room", "3 Nov", missing=True),
        )
    )
    return page


def form() -> QWidget:
    """A form with a fault."""
    window = Ground(Token.BACKGROUND)
    column = QVBoxLayout(window)
    each = Form(FIELDS, "Create room", window)
    each.show_fault("began", "Give a time such as 14:05.")
    column.addWidget(each)
    return window


COVERAGE = (
    ("14:19", "City Finance TV", "Heat sensor fails in 40 returned bottles", "−", "16:30"),
    ("14:02", "Harbour Daily", "“Recall widens” as a second warehouse stops", "○", ""),
    (
        "13:48",
        "Weibo @媽媽測評",
        "奶瓶過熱，三批次全面召回：客服中心一小時接到四百通電話",
        "−",
        "late",
    ),
    ("13:30", "Morning Post 晨報", "供應商否認知情，監管機構要求提交報告", "+", ""),
    ("13:11", "Evening Wire", "<b>Statement</b> & apology from the CEO", "±", ""),
)
TONES = {
    "−": CellChip("− negative", Token.BAD),
    "○": CellChip("○ neutral"),
    "+": CellChip("+ positive", Token.GOOD),
    "±": CellChip("± mixed"),
}
HEADS = ("Time", "Outlet", "Headline", "Tone", "Reach", "Answer")
_RIGHT = Qt.AlignmentFlag.AlignRight
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Clippings(QAbstractTableModel):
    """Some thirty items of coverage."""

    def rowCount(self, _parent: _Index = _NOWHERE) -> int:
        return 30

    def columnCount(self, _parent: _Index = _NOWHERE) -> int:
        return len(HEADS)

    def headerData(self, section: int, across: Qt.Orientation, role: int = 0) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section > 3:
            return _RIGHT
        shown = role == Qt.ItemDataRole.DisplayRole and across is Qt.Orientation.Horizontal
        return HEADS[section] if shown else None

    def data(self, index: _Index, role: int = 0) -> object:
        time, outlet, headline, tone, due = COVERAGE[index.row() * 3 % len(COVERAGE)]
        reach, column = f"{index.row() * 37 % 90 / 10:.1f} M", index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                answer = f"answer {due}" if due else "no answer needed"
                return (time, outlet, headline, TONES[tone].text, reach, answer)[column]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column > 3 else None
        if role == ChipRole and column == 5 and due:
            late = due == "late"
            return CellChip("48 min", Token.BAD) if late else CellChip(f"answer {due}", Token.WARN)
        if role == ChipRole:
            return TONES[tone] if column == 3 else None
        if role == TokenRole:
            return Token.MUTED if column in (0, 4, 5) else None
        return role == TabularRole and column in (0, 4)


def table() -> QWidget:
    """Coverage in a table, one row selected."""
    view = TableView()
    view.set_model(Clippings(view))
    view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    view.select(3)
    return view


def chart() -> QWidget:
    """A day of tone on a page, and below it as a panel and as volume."""
    window = Ground(Token.BACKGROUND)
    column, row = QVBoxLayout(window), QHBoxLayout()
    page, panel, volume = (ToneChart(window) for _each in range(3))
    page.setMinimumHeight(260)
    for small in (panel, volume):
        small.setFixedSize(480, 110)
        row.addWidget(small)
    row.addStretch(1)
    column.addWidget(page)
    column.addLayout(row)
    volume.set_volume(True)
    start, hour = 1_763_881_200_000, 3_600_000
    hours = [
        HourTone(
            start + n * hour,
            f"{(15 + n) % 24:02}",
            negative=(n * 7 + 3) % 10,
            neutral=n * 5 % 4,
            positive=(n * 3 + 1) % 7,
            mixed=int(n % 3 == 0),
            not_rated=2 * int(n > 18),
            day="23 Nov" if n < 9 else "24 Nov",
        )
        for n in range(24)
    ]
    marks = [Mark(start + 9 * hour + 900_000, "Update 1"), Mark(start + 17 * hour, "Update 2")]
    for each in (page, panel, volume):
        each.show_hours(hours, marks)
        each.start()
        while each.findChild(QGraphicsView) is None:
            QApplication.processEvents()
    return window


SCENES = (
    ("frame-1440", frame, 1440, 900, 1.0),
    ("frame-1280", frame, 1280, 720, 1.0),
    ("frame-1100", frame, 1100, 640, 1.0),
    ("frame-large", frame, 1440, 900, 1.6),
    ("frame-largest", frame, 1280, 720, 2.0),
    ("bars", bars, 1280, 760, 1.0),
    ("welcome", welcome, 1440, 900, 1.0),
    ("welcome-empty", Welcome, 1100, 640, 1.0),
    ("form", form, 640, 620, 1.0),
    ("table", table, 1180, 640, 1.0),
    ("table-largest", table, 1280, 720, 2.0),
    ("chart", chart, 1300, 420, 1.0),
    ("chart-largest", chart, 1300, 460, 2.0),
)


def main(folder: Path) -> None:
    """Draw every scene in both themes into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    theme.load_fonts()
    for name in theme.THEMES:
        theme.apply(name)
        for scene, make, width, height, scale in SCENES:
            theme.set_scale(scale)
            widget = make()
            widget.resize(width, height)
            widget.show()
            for _pass in range(3):  # layouts inside layouts settle one after the other
                app.processEvents()
            widget.grab().save(str(folder / f"{scene}-{name}.png"))
            if widget.width() > width or widget.height() > height:
                print(f"{scene}-{name}: grew to {widget.width()} x {widget.height()}")
            widget.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

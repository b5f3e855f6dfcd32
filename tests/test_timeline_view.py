"""The view of a timeline: its bar is right after every change, and unseen it asks for nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from widgets import theme
from widgets.theme import Token
from widgets.timeline_row import TimelineRole, TimelineRow
from widgets.timeline_view import TimelineView

WORDS = "City Finance TV calls and will run the story at 18:00. 官網同步發布第二份聲明。 "
NOWHERE = QModelIndex()
CHANGES = st.lists(
    st.tuples(st.sampled_from(["insert", "remove", "change", "scroll"]), st.integers(0, 60)),
    min_size=1,
    max_size=8,
)


class Log(QAbstractListModel):
    """Rows of a few days; it counts how often one is asked for."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.rows = [_row(n) for n in range(count)]
        self.asked = 0

    def rowCount(self, parent=NOWHERE):
        return len(self.rows)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        self.asked += 1
        return self.rows[index.row()] if role == TimelineRole else None

    def insert(self, at: int, row: TimelineRow) -> None:
        self.beginInsertRows(QModelIndex(), at, at)
        self.rows.insert(at, row)
        self.endInsertRows()

    def remove(self, at: int) -> None:
        self.beginRemoveRows(QModelIndex(), at, at)
        del self.rows[at]
        self.endRemoveRows()

    def change(self, at: int, row: TimelineRow) -> None:
        self.rows[at] = row
        self.dataChanged.emit(self.index(at, 0), self.index(at, 0))


def _row(number: int, lines: int = 1) -> TimelineRow:
    text = f"{number} " + WORDS * (lines + number % 3)
    return TimelineRow(f"r{number}", f"day {number // 9}", "14:05", Token.MUTED, text)


def _shown(model: Log, qtbot) -> TimelineView:
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(520, 400)
    view.set_model(model)
    view.show()
    qtbot.waitExposed(view)
    return view


pytestmark = pytest.mark.usefixtures("fresh_theme")


@settings(max_examples=25)
@given(changes=CHANGES, count=st.integers(0, 40))
def test_the_bar_ends_where_a_fresh_view_ends(qtbot, changes, count):
    model = Log(count)
    view = _shown(model, qtbot)
    for number, (deed, at) in enumerate(changes):
        rows = len(model.rows)
        match deed:
            case "insert":
                model.insert(at % (rows + 1), _row(1_000 + number + at))
            case "remove" if rows:
                model.remove(at % rows)
            case "change" if rows:
                model.change(at % rows, _row(2_000 + number, lines=3))
            case "scroll":
                view.scroll_by(at * 20)
    fresh = _shown(model, qtbot)
    assert view.verticalScrollBar().maximum() == fresh.verticalScrollBar().maximum()
    view.select(len(model.rows) - 1)
    fresh.select(len(model.rows) - 1)
    assert view.visible_rows() == fresh.visible_rows()
    view.close()
    fresh.close()


@pytest.fixture
def pages(qtbot) -> QStackedWidget:
    """A stack whose second page holds a timeline that nobody sees."""
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    pages.resize(520, 400)
    pages.addWidget(QWidget())
    view = TimelineView()
    view.set_model(Log(60))
    pages.addWidget(view)
    pages.show()
    qtbot.waitExposed(pages)
    return pages


def test_unseen_it_reads_no_row_when_rows_come(pages: QStackedWidget):
    view = pages.widget(1)
    view._model.insert(0, _row(99))
    view._model.remove(3)
    theme.set_scale(1.4)
    assert view._model.asked == 0


def test_a_row_chosen_unseen_is_in_sight_when_the_page_is(pages: QStackedWidget):
    view = pages.widget(1)
    view.select(50)
    pages.setCurrentWidget(view)
    assert view._model.rows[50] in view.visible_rows()


def test_coming_back_to_the_page_keeps_the_readers_place(pages: QStackedWidget):
    view = pages.widget(1)
    pages.setCurrentWidget(view)
    view.select(2)
    view.scroll_by(900)
    read = view.visible_rows()
    pages.setCurrentIndex(0)
    pages.setCurrentWidget(view)
    assert view.visible_rows() == read

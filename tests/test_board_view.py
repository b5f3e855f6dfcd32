"""The board: columns and lanes of cards that are walked, carried and ticked, read only in sight."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip

from widgets import board_walk, theme
from widgets.board_layout import BoardLayout, Lengths
from widgets.board_view import BoardView
from widgets.card import Card, CardRole, Check, Column, Lane, Note, Place, PlaceRole
from widgets.card_faces import PAINTED
from widgets.theme import Token

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
EVIL = "<img src='file:///etc/passwd'><b>bold</b> & more"
COLUMNS = (
    Column("todo", "To do"),
    Column("doing", "Doing"),
    Column("blocked", "Blocked"),
    Column("done", "Done", settled=True),
)


class Cards(QAbstractListModel):
    """Cards that count how often they are read."""

    def __init__(self, places: list[Place], parent=None) -> None:
        super().__init__(parent)
        self.places, self.read, self.reads = list(places), set(), []
        self.checks: dict[str, tuple[Check, ...]] = {}
        self.titles: dict[str, str] = {}

    def rowCount(self, _parent=QModelIndex()):  # noqa: B008
        return len(self.places)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        place = self.places[index.row()]
        if role == PlaceRole:
            return place
        if role != CardRole:
            return None
        self.read.add(place.id)
        self.reads.append(place.id)
        title = self.titles.get(place.id, f"Card {place.id} 奶瓶")
        return Card(
            place.id,
            title,
            (Note("17:00"),),
            initials="LX",
            owner="Lin Xia",
            checks=self.checks.get(place.id, ()),
            tooltip=title,
            told=f"told {place.id}",
        )

    def remove(self, card: str) -> None:
        row = [place.id for place in self.places].index(card)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.places[row]
        self.endRemoveRows()


def some(**columns: str) -> list[Place]:
    """Places by column: ``todo="abc"`` are three cards; a capital letter stands first."""
    return [
        Place(letter, column, first=letter.isupper())
        for column, letters in columns.items()
        for letter in letters
    ]


pytestmark = pytest.mark.usefixtures("fresh_theme")


def shown(qtbot, places, *, compact=False, lanes=(), size=(900, 500)) -> BoardView:
    view = BoardView()
    model = Cards(places, view)
    view.set_columns(COLUMNS)
    view.set_lanes(lanes)
    view.set_mark("Overdue")
    view.set_compact(compact)
    view.set_empty("No task yet", "Type one above.")
    view.set_model(model)
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.model = model
    return view


def told(view, signal="moved") -> list[tuple]:
    """What the view asks for from now on."""
    said: list[tuple] = []
    view.keep = lambda *args: said.append(args)
    getattr(view, signal).connect(view.keep)
    return said


def middle(view, card) -> QPoint:
    return view.box_of(card).center()


def press(view, *keys, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(view, key, modifier)


def carry(view, card, *stations: QPoint, drop=True) -> None:
    ground = view.viewport()
    QTest.mousePress(ground, LEFT, pos=middle(view, card))
    for at in (middle(view, card) + QPoint(20, 0), *stations):
        QTest.mouseMove(ground, at)
    if drop:
        QTest.mouseRelease(ground, LEFT, pos=stations[-1])


# what is shown


def test_of_a_thousand_cards_only_those_in_sight_are_read(qtbot):
    places = [Place(str(n), COLUMNS[n % 4].key) for n in range(1_000)]
    view = shown(qtbot, places)
    view.grab()
    assert 12 < len(view.model.read) < 60
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.grab()
    assert "999" in {card.id for card in view.visible_cards()}
    assert len(view.model.read) < 120


def test_of_all_cards_that_were_in_sight_only_some_pictures_are_kept(qtbot):
    view = shown(qtbot, [Place(str(n), "todo") for n in range(PAINTED * 2)])
    seen = set()
    for _page in range(PAINTED * 2):
        seen |= {card.id for card in view.visible_cards()}
        view.viewport().repaint()
        view.scroll_by(0, view.height() // 2)
    assert len(seen) == PAINTED * 2
    assert 0 < len(view._faces._pictures) <= PAINTED


def test_marked_cards_stand_first_in_the_order_of_the_model_and_not_where_all_is_settled(qtbot):
    view = shown(qtbot, some(todo="aXbY", done="cZ"))
    assert [card.id for card in view.visible_cards()] == list("XYabcZ")


def test_a_card_of_an_unknown_column_stands_in_one_of_its_own_and_takes_nothing(qtbot):
    view = shown(qtbot, some(todo="a", parked="p"))
    said = told(view)
    assert {card.id for card in view.visible_cards()} == {"a", "p"}
    carry(view, "a", middle(view, "p"))
    assert said == []
    carry(view, "p", middle(view, "a") + QPoint(0, 60))
    assert said == [("p", "todo", "", "")]


def test_an_empty_board_says_what_belongs_there(qtbot):
    view = shown(qtbot, [])
    assert view.accessibleDescription() == "No task yet. Type one above."
    view.grab()
    press(view, KEY.Key_Down, KEY.Key_Return, KEY.Key_Space)
    assert view.current_id() == ""


def test_tooltips_are_plain_and_tell_what_is_under_the_pointer(qtbot):
    view = shown(qtbot, some(todo="a", parked="p"))
    view.model.titles["a"] = EVIL
    view.model.dataChanged.emit(view.model.index(0), view.model.index(0))
    for at, expected in ((middle(view, "a"), "&lt;b&gt;bold"), (QPoint(20, 8), "To do")):
        event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), event)
        assert expected in QToolTip.text()
    QToolTip.hideText()


def test_larger_text_makes_higher_cards(qtbot):
    view = shown(qtbot, some(todo="ab"))
    before = view.box_of("a").height()
    theme.set_scale(2.0)
    QApplication.processEvents()
    assert view.box_of("a").height() > before * 1.6
    assert view.box_of("b").top() > view.box_of("a").bottom()


def test_a_long_title_ends_in_dots_and_the_card_stays_small(qtbot):
    view = shown(qtbot, some(todo="ab"))
    view.model.titles["a"] = "奶瓶過熱召回通知 😀 " * 400
    view.model.dataChanged.emit(view.model.index(0), view.model.index(0))
    view.grab()
    assert view.box_of("a").height() < 3 * view.box_of("b").height()


def test_another_theme_paints_the_cards_in_its_colours(qtbot):
    view = shown(qtbot, some(todo="a"))
    view.grab()
    theme.apply("light")
    QApplication.processEvents()
    at = middle(view, "a")
    assert view.grab().toImage().pixelColor(at) == theme.color(Token.SURFACE)


def test_a_card_that_changed_is_read_once_more_and_not_again(qtbot):
    view = shown(qtbot, some(todo="ab"))
    view.grab()
    view.model.reads.clear()
    view.model.dataChanged.emit(view.model.index(0), view.model.index(0))
    for _paint in range(3):
        view.viewport().repaint()
    assert view.model.reads == ["a"]


# keys


def test_arrows_walk_the_columns_and_say_where_they_are(qtbot):
    view = shown(qtbot, some(todo="abc", doing="de", done="f"))
    assert view.current_id() == "a"
    walked = []
    for key in (KEY.Key_Down, KEY.Key_Right, KEY.Key_Right, KEY.Key_Left, KEY.Key_Up, KEY.Key_Left):
        press(view, key)
        walked.append(view.current_id())
    assert walked == ["b", "e", "f", "d", "d", "a"]
    assert view.accessibleDescription() == "told a. 1 of 3 in To do"
    press(view, KEY.Key_End)
    assert view.current_id() == "c"
    press(view, KEY.Key_Home)
    assert view.current_id() == "a"


def test_enter_and_f2_open_and_space_is_done_or_not(qtbot):
    view = shown(qtbot, some(todo="ab"))
    opened, toggled = told(view, "opened"), []
    view.toggled.connect(toggled.append)
    press(view, KEY.Key_Return, KEY.Key_F2, KEY.Key_Down, KEY.Key_Space)
    assert opened == [("a",), ("a",)]
    assert toggled == ["b"]


def test_ctrl_and_arrows_move_the_card_one_place(qtbot):
    view = shown(qtbot, some(todo="abc", doing="d", done="ef"))
    said = told(view)
    view.select("b")
    for key in (KEY.Key_Up, KEY.Key_Down, KEY.Key_Right, KEY.Key_Left):
        press(view, key, modifier=CTRL)
    assert said == [("b", "todo", "", "a"), ("b", "todo", "", ""), ("b", "doing", "", "")]
    view.select("a")
    press(view, KEY.Key_Up, modifier=CTRL)
    assert len(said) == 3


def test_into_a_settled_column_a_card_goes_on_top(qtbot):
    view = shown(qtbot, some(blocked="a", done="ef"))
    said = told(view)
    press(view, KEY.Key_Right, modifier=CTRL)
    assert said == [("a", "done", "", "e")]


def test_marked_cards_and_the_others_do_not_mix(qtbot):
    view = shown(qtbot, some(todo="XYab"))
    said = told(view)
    view.select("Y")
    press(view, KEY.Key_Down, modifier=CTRL)
    view.select("a")
    press(view, KEY.Key_Up, modifier=CTRL)
    assert said == []
    carry(view, "X", middle(view, "b"))
    carry(view, "b", middle(view, "X"))
    assert said == [("X", "todo", "", ""), ("b", "todo", "", "a")]


def test_the_next_card_is_current_when_the_current_one_goes(qtbot):
    view = shown(qtbot, some(todo="abc"))
    view.select("b")
    view.model.remove("b")
    assert view.current_id() == "c"
    view.model.remove("c")
    assert view.current_id() == "a"
    view.model.remove("a")
    assert view.current_id() == ""
    assert view.accessibleDescription().startswith("No task yet")


def test_a_card_far_below_comes_into_sight_whole_when_it_is_selected(qtbot):
    view = shown(qtbot, [Place(str(n), "todo") for n in range(300)])
    for card in ("299", "150", "0", "151"):
        view.select(card)
        box = view.box_of(card)
        assert box.top() >= 0
        assert box.bottom() <= view.viewport().height()


def test_the_current_card_is_copied_with_its_checklist(qtbot):
    view = shown(qtbot, some(todo="a"))
    view.model.checks["a"] = (Check("call", True), Check("write"))
    view.model.dataChanged.emit(view.model.index(0), view.model.index(0))
    press(view, KEY.Key_C, modifier=CTRL)
    assert QGuiApplication.clipboard().text() == "Card a 奶瓶\t17:00\tLin Xia\n✓ call\n☐ write"


# the mouse


def test_a_carried_card_is_dropped_ahead_of_the_card_below_the_line(qtbot):
    view = shown(qtbot, some(todo="abc", doing="de"))
    said = told(view)
    carry(view, "a", view.box_of("e").topLeft() + QPoint(40, 2))
    carry(view, "a", middle(view, "e") + QPoint(0, 200))
    carry(view, "c", view.box_of("a").topLeft() + QPoint(40, 2))
    assert said == [("a", "doing", "", "e"), ("a", "doing", "", ""), ("c", "todo", "", "a")]


def test_a_card_dropped_where_it_stands_or_outside_asks_for_nothing(qtbot):
    view = shown(qtbot, some(todo="abc"))
    said = told(view)
    carry(view, "b", middle(view, "b") + QPoint(25, 3))
    carry(view, "b", middle(view, "c") + QPoint(0, -20))
    carry(view, "b", QPoint(-80, -80))
    assert said == []


def test_escape_lets_a_carried_card_go(qtbot):
    view = shown(qtbot, some(todo="a", doing="d"))
    said = told(view)
    carry(view, "a", middle(view, "d"), drop=False)
    view.grab()
    press(view, KEY.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT, pos=middle(view, "d"))
    assert said == []


def test_a_card_that_goes_while_it_is_carried_is_let_go(qtbot):
    view = shown(qtbot, some(todo="ab", doing="d"))
    said = told(view)
    carry(view, "a", middle(view, "d"), drop=False)
    view.model.remove("a")
    QTest.mouseRelease(view.viewport(), LEFT, pos=middle(view, "d"))
    assert said == []


def test_a_card_held_at_the_lower_edge_scrolls_the_board(qtbot):
    view = shown(qtbot, [Place(str(n), "todo") for n in range(100)])
    edge = QPoint(60, view.viewport().height() - 3)
    carry(view, "0", edge, drop=False)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 200)
    press(view, KEY.Key_Escape)


def test_a_double_click_opens_and_the_menu_is_asked_for_at_the_pointer_or_on_the_card(qtbot):
    view = shown(qtbot, some(todo="ab"))
    opened, asked = told(view, "opened"), []
    view.menu_asked.connect(lambda card, at: asked.append((card, at)))
    QTest.mouseDClick(view.viewport(), LEFT, pos=middle(view, "b"))
    assert opened == [("b",)]
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        at = view.viewport().mapToGlobal(middle(view, "a"))
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, middle(view, "a"), at))
    assert asked == [("a", at), ("a", at)]


# lanes


LANES = (Lane("h", "Handling"), Lane("r", "Recovery"))


def laned() -> list[Place]:
    return [Place("a", "todo", "h"), Place("b", "todo", "r"), Place("x", "todo", "beyond")]


def test_a_card_dropped_in_another_lane_says_so(qtbot):
    view = shown(qtbot, laned(), lanes=LANES)
    said = told(view)
    carry(view, "a", middle(view, "b") + QPoint(0, 20))
    assert said == [("a", "todo", "r", "")]
    press(view, KEY.Key_Down)
    assert view.current_id() == "b"


def test_a_card_of_an_unknown_lane_is_seen_below_the_others_and_its_lane_takes_nothing(qtbot):
    view = shown(qtbot, laned(), lanes=LANES)
    said = told(view)
    assert view.box_of("x").top() > view.box_of("b").bottom()
    carry(view, "a", middle(view, "x"))
    assert said == []
    view.grab()


# the compact form


def test_a_compact_board_shows_what_fits_and_a_door_to_the_rest(qtbot):
    view = shown(qtbot, some(todo="abcdefgh", doing="i"), compact=True, size=(800, 240))
    seen = [card.id for card in view.visible_cards() if card.id != "i"]
    assert seen == list("abcdefgh")[: len(seen)]
    assert 1 < len(seen) < 8
    asked = told(view, "count_asked")
    press(view, *[KEY.Key_Down] * len(seen))
    assert view.accessibleDescription().startswith(f"{8 - len(seen)} more cards")
    press(view, KEY.Key_Return, KEY.Key_Up)
    assert asked == [("todo",)]
    assert view.current_id() == seen[-1]
    assert view.verticalScrollBar().maximum() == 0


def test_a_door_is_opened_by_a_click(qtbot):
    view = shown(qtbot, some(todo="abcdefgh"), compact=True, size=(800, 240))
    asked = told(view, "count_asked")
    below = view.box_of(view.visible_cards()[-1].id).bottomLeft() + QPoint(20, 16)
    QTest.mouseClick(view.viewport(), LEFT, pos=below)
    assert asked == [("todo",)]


def test_a_card_dropped_below_what_a_compact_board_shows_comes_ahead_of_what_it_hides(qtbot):
    view = shown(qtbot, some(todo="abcdefgh", doing="i"), compact=True, size=(800, 240))
    said, seen = told(view), [card.id for card in view.visible_cards()]
    last = view.box_of(seen[-2]).bottomLeft() + QPoint(40, 4)
    carry(view, "i", last)
    hidden = next(card for card in "abcdefgh" if card not in seen)
    assert said == [("i", "todo", "", hidden)]


# the checklist


def checked(qtbot) -> BoardView:
    view = shown(qtbot, some(todo="ab"))
    view.model.checks["a"] = (Check("call", True), Check("write"))
    view.model.dataChanged.emit(view.model.index(0), view.model.index(0))
    return view


def test_a_checklist_is_unfolded_walked_and_ticked_by_keys(qtbot):
    view = checked(qtbot)
    ticked, folded = told(view, "ticked"), view.box_of("a").height()
    press(view, KEY.Key_C, KEY.Key_Down)
    assert view.accessibleDescription() == "call, done"
    press(view, KEY.Key_Down, KEY.Key_Space)
    assert view.accessibleDescription() == "write, not done"
    assert ticked == [("a", 1)]
    assert view.box_of("a").height() > folded
    view.grab()
    press(view, KEY.Key_Down)
    assert view.current_id() == "b"
    press(view, KEY.Key_Up, KEY.Key_C)
    assert view.box_of("a").height() == folded


def test_a_click_on_the_count_unfolds_and_a_click_on_a_line_ticks(qtbot):
    view = checked(qtbot)
    ticked, opened = told(view, "ticked"), []
    view.opened.connect(opened.append)
    folded, box = view.box_of("a").height(), view.box_of("a")
    at = next(
        QPoint(x, box.bottom() - 14)
        for x in range(box.left(), box.right())
        if view._faces.layout("a").folds_at(x - box.left(), box.height() - 15)
    )
    QTest.mouseClick(view.viewport(), LEFT, pos=at + QPoint(8, 0))
    assert view.box_of("a").height() > folded
    QTest.mouseClick(view.viewport(), LEFT, pos=view.box_of("a").topLeft() + QPoint(30, 36))
    assert ticked == [("a", 0)]
    assert opened == []


def test_a_card_without_a_checklist_has_nothing_to_unfold(qtbot):
    view = checked(qtbot)
    view.select("b")
    before = view.box_of("b")
    press(view, KEY.Key_C)
    assert view.box_of("b") == before


# the question


def test_a_question_is_answered_in_the_place_of_the_card(qtbot):
    view = shown(qtbot, some(todo="ab"))
    answered = told(view, "answered")
    view.ask("b", "What does it wait for?")
    line = view.findChild(QLineEdit)
    assert line.hasFocus()
    assert view.box_of("b").adjusted(0, 0, 0, 20).contains(line.geometry())
    assert line.accessibleName() == "What does it wait for?"
    QTest.keyClicks(line, "lab report")
    press(line, KEY.Key_Return)
    assert answered == [("b", "lab report")]
    assert line.text() == "lab report"
    view.put_away_question()
    assert not line.isVisible()
    assert view.hasFocus()


def test_escape_leaves_a_question_unanswered(qtbot):
    view = shown(qtbot, some(todo="a"))
    answered = told(view, "answered")
    view.ask("a", "What does it wait for?", "lab")
    press(view.findChild(QLineEdit), KEY.Key_Escape)
    assert answered == []
    assert view.hasFocus()


def test_a_question_goes_with_its_card(qtbot):
    view = shown(qtbot, some(todo="ab"))
    view.ask("a", "What does it wait for?", "lab")
    view.model.remove("a")
    assert not view.findChild(QLineEdit).isVisible()


# geometry

PLACES = st.lists(
    st.tuples(
        st.sampled_from(["todo", "doing", "done", "parked"]),
        st.sampled_from(["h", "r", "beyond"]),
        st.booleans(),
        st.integers(20, 400),
    ),
    max_size=40,
)


def laid_out(drawn, lanes, room=None) -> tuple[BoardLayout, dict[str, int]]:
    places = [
        Place(str(n), column, lane, first) for n, (column, lane, first, _h) in enumerate(drawn)
    ]
    heights = {str(n): height for n, (*_rest, height) in enumerate(drawn)}
    board = BoardLayout(COLUMNS, lanes, places, heights.__getitem__)
    board.fit(1_000, Lengths.measured(room is not None), room)
    return board, heights


@given(drawn=PLACES, lanes=st.sampled_from([(), LANES]), top=st.integers(0, 3_000))
def test_no_two_cards_overlap_and_what_is_in_sight_is_what_touches_the_page(drawn, lanes, top):
    board, _heights = laid_out(drawn, lanes)
    boxes = {card: board.box(card) for card in board.spots}
    assert len(boxes) == len(drawn)
    for one, other in itertools.combinations(boxes.values(), 2):
        assert not one.intersects(other)
    seen = {card for card, _box in board.in_sight(top, top + 500)}
    assert seen == {c for c, box in boxes.items() if box.bottom() >= top and box.top() < top + 500}


@given(drawn=PLACES, x=st.integers(-50, 1_200), y=st.integers(-50, 4_000), data=st.data())
def test_a_drop_stands_in_its_own_part_ahead_of_another_card_of_its_column(drawn, x, y, data):
    board, _heights = laid_out(drawn, LANES)
    if not drawn:
        return
    card = data.draw(st.sampled_from(sorted(board.spots)))
    first = drawn[int(card)][2]
    drop = board_walk.drop_at(board, QPoint(x, y), card, first=first)
    if drop is None or not drop.ahead:
        return
    ahead = board.spots[drop.ahead]
    assert drop.ahead != card
    assert (ahead.column, ahead.lane) == (drop.column, drop.lane)
    if not board.columns[drop.column].settled:
        assert drawn[int(drop.ahead)][2] is first


@given(drawn=PLACES, room=st.integers(0, 900))
def test_a_compact_board_hides_nothing_without_a_door_and_stays_in_its_room(drawn, room):
    board, heights = laid_out(drawn, (), room)
    more = {column: count for column, count, _box in board.doors()}
    for column in range(len(board.columns)):
        stack = board.stacks[0][column]
        assert len(stack.ids) == len(stack.tops) + more.get(column, 0)
        for card, top in zip(stack.ids, stack.tops, strict=False):
            assert top + heights[card] <= room

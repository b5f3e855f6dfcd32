"""Rows with a bar: where they are narrow, the bar gives way and the figure stays in sight."""

import pytest

from widgets import theme
from widgets.score_rows import ScoreRow, ScoreRows

pytestmark = pytest.mark.usefixtures("fresh_theme")


def text_at_the_right(rows: ScoreRows) -> bool:
    """Whether anything in the colour of text is painted behind the middle of the row."""
    image = rows.button("word").grab().toImage()
    across = range(image.width() // 2, image.width())
    text = theme.color(theme.Token.TEXT).name()
    return any(image.pixelColor(x, y).name() == text for x in across for y in range(image.height()))


@pytest.mark.parametrize("spaces", [40, 60, 120])
def test_the_figure_of_a_row_stays_in_sight_at_any_width(qtbot, spaces):
    rows = ScoreRows("Parts", None)
    qtbot.addWidget(rows)
    rows.show_rows([ScoreRow("word", "First word", 1.0, "100", token=theme.Token.GOOD)])
    rows.resize(theme.space(spaces), 200)
    rows.show()
    assert text_at_the_right(rows)

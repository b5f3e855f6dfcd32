"""Every part of the staff page with the example: nothing is cut, in three languages, 80-200 %."""

import pytest

from desktop.pages.staff.parts import PARTS
from tests.open_pages import LANGUAGES, settle, window_of
from tests.test_fit import faults
from widgets import theme


@pytest.fixture(autouse=True)
def plain_scale(qapp):
    yield
    theme.set_scale(1.0)


@pytest.mark.parametrize(
    ("scale", "size"), [(0.8, (1_280, 720)), (1.0, (1_280, 720)), (2.0, (1_920, 1_080))]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_any_part_is_clipped(qapp, language, scale, size):
    theme.set_scale(scale)
    found = []
    with window_of(language, size) as window:
        page = window.desk.show_page("staff")
        for place in PARTS:
            page.show_part(place.name)
            settle()
            found += [f"{place.name}: {fault}" for fault in faults(window)]
    assert found == []

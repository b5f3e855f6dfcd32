"""A task that is done without what was to show it says so, on its card and in the briefing."""

from pathlib import Path

from desktop import paper
from desktop.models.task_card import Clockwork, task_card
from desktop.warroom.choices import TaskStatus
from desktop.warroom.moment import Moment
from desktop.warroom.records import Task
from tests.rooms import START, T0, clock, new_room
from tests.test_paper import bare, text_of
from widgets.theme import Token

BARE = Task(title="Name a spokesperson", status=TaskStatus.DONE, done_when="Notice sent")
SHOWN = Task(title="t", status=TaskStatus.DONE, done_when="Notice sent", evidence="Entry 12")
AT = Clockwork(Moment.of(START).ms, START, T0)


def test_its_card_says_so_in_a_word():
    card = task_card(BARE, AT)
    assert [(note.text, note.token) for note in card.notes] == [("unevidenced", Token.WARN)]
    assert "Done when: Notice sent" in card.tooltip
    assert "Nothing shows yet that it is done." in card.tooltip
    assert "unevidenced" in card.told
    for task in (SHOWN, Task(title="t", status=TaskStatus.DONE), Task(title="t", done_when="x")):
        assert not any(note.text == "unevidenced" for note in task_card(task, AT).notes)


def test_the_briefing_says_so_and_counts_them(tmp_path: Path):
    room = new_room(tmp_path / "r.warroom", clock())
    room.add_all([BARE, SHOWN, Task(title="Open")])
    paper.preview(room, tmp_path / "p.pdf", "en")
    text = text_of(tmp_path / "p.pdf")
    assert bare("1 done, unevidenced") in text
    assert text.count(bare("Done, unevidenced")) == 1
    room.close()

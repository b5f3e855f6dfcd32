"""What the program does on a machine without a display: the example, its briefing, its pictures."""

from pathlib import Path

from desktop import paper
from desktop.pictures import Look, take_picture
from desktop.warroom.demo import write_demo
from desktop.warroom.now import Clock
from desktop.warroom.room import WarRoom
from resources import _

PICTURES = (
    ("dashboard", "dark"),
    ("dashboard", "light"),
    ("timeline", "light"),
    ("tasks", "dark"),
    ("media", "light"),
    ("staff", "dark"),
)


def make_example(folder: Path, clock: Clock) -> str:
    """Write the example room, its briefing and its pictures anew; says where they are.

    Raises StoreFailed or PaperFailed.
    """
    folder.mkdir(exist_ok=True)
    room = folder / "example.warroom"
    room.unlink(missing_ok=True)
    write_demo(room, clock)
    opened = WarRoom.open(room, operator="Lin Xia", clock=clock)
    try:
        paper.issue(opened, folder / "briefing.pdf")
    finally:
        opened.close()
    made = [room, folder / "briefing.pdf"]
    for page, look in PICTURES:
        out = folder / f"{page}-{look}.png"
        take_picture(room, page, Look(look, "en"), out, clock)
        made.append(out)
    lines = [_("There is no display, so an invented example was made instead:")]
    return "\n".join(lines + [f"  {path}" for path in made])

"""Review and recovery: what the record tells, what is learned, and the way back."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.page import PartsPage
from desktop.pages.review.parts import PARTS
from desktop.warroom.room import WarRoom
from resources import _


class ReviewPage(PartsPage):
    """The review first, which is built from the record; the cases stand last."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(room, PARTS, _("Parts of the review"), parent)

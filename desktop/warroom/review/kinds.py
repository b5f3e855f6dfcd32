"""The kinds of review and recovery that are looked for by their words."""

from desktop.warroom.record import Record
from desktop.warroom.review.cases import Case
from desktop.warroom.review.records import Lesson, Review
from desktop.warroom.review.recovery import Improvement, Indicator

FOUND: tuple[type[Record], ...] = (Review, Lesson, Indicator, Improvement, Case)

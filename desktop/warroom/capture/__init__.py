"""The grammar of the log bar: one typed line becomes the values of an entry, and nothing is lost.

``line = [time | kind]{0,2} body``: a token counts only whole, up to a space or the end; what is
not understood stays in the text.
"""

from desktop.warroom.capture.grammar import read
from desktop.warroom.capture.reading import Chip, Reading, Sort
from desktop.warroom.capture.records import card_of, records_of
from desktop.warroom.capture.told import Group, Told

__all__ = ["Chip", "Group", "Reading", "Sort", "Told", "card_of", "read", "records_of"]

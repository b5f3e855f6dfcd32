"""The content of a briefing: plain data from records, with every word and every text ready."""

from desktop.warroom.briefing.content import content
from desktop.warroom.briefing.material import Material, Seal

__all__ = ["Material", "Seal", "content"]

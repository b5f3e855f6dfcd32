"""Text that leaves the program during a drill says so itself, wherever it is pasted."""

from desktop.warroom.incident import Incident
from resources import _


def marked(incident: Incident, text: str) -> str:
    """The text with a first line that says that nothing is real; as it is in a real incident."""
    return f"{_('EXERCISE – NOT REAL')}\n\n{text}" if incident.drill else text

"""How the window looks: size of text, dark or light; remembered for the next start."""

from desktop.settings import Settings
from widgets import theme

SMALLEST, LARGEST, STEP = 0.8, 2.0, 0.1


class Looks:
    """Changes the look of everything at once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def larger(self) -> None:
        """Text a step larger, up to twice its size."""
        self._scale(min(LARGEST, theme.scale() + STEP))

    def smaller(self) -> None:
        """Text a step smaller, down to four fifths."""
        self._scale(max(SMALLEST, theme.scale() - STEP))

    def plain(self) -> None:
        """Text in its own size."""
        self._scale(1.0)

    def other_theme(self) -> None:
        """Light where it was dark, and dark where it was light."""
        self.choose("light" if theme.current() == "dark" else "dark")

    def choose(self, name: str) -> None:
        """``dark``, ``light``, or whichever the ``system`` asks for."""
        theme.apply(name)
        self._settings.remember("theme", name)

    def wears(self, name: str) -> bool:
        """Whether this is what was chosen."""
        return theme.chosen() == name

    def _scale(self, scale: float) -> None:
        theme.set_scale(round(scale, 1))
        self._settings.remember("scale", str(theme.scale()))

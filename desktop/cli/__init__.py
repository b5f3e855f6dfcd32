"""The command line, beside the window; without a command it opens the window."""

from resources import speak, spoken_by_system


def main() -> None:
    """Run the command line in the language of the environment.

    The language is chosen first: helps are said where commands are declared.
    """
    speak(spoken_by_system())
    from desktop.cli.commands import main as run

    run()


__all__ = ["main"]

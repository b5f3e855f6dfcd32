"""A word of ours in every language, since files come from people who speak another one."""

from functools import cache

from resources import LANGUAGES, _, speaking


@cache
def in_all(message: str) -> tuple[str, ...]:
    """The translations of a message, each once, English first."""
    found: dict[str, None] = {message: None}
    for language in LANGUAGES:
        with speaking(language):
            found[_(message)] = None
    return tuple(found)

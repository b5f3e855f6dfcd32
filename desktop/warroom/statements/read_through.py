"""A statement as a reader goes through it: its parts and sentences, as typed and as they go out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from desktop.warroom.choices import Choice, Language
from desktop.warroom.reading import Reading
from desktop.warroom.statements.dates_in import dates, times
from desktop.warroom.statements.rule_words import pattern
from desktop.warroom.statements.sentences import sentences
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.templates import template
from desktop.warroom.statements.times_said import due_said
from desktop.warroom.statements.wording import worded
from resources import N_

_SPAN = re.compile(
    r"\d+\s*(?:working |business )?(?:hours?|days?|weeks?|months?)\b"
    r"|[\d一二兩两三四五六七八九十]+\s*[個个]?\s*(?:小[時时]|工作日|工作天|天|日|[週周]|月)",
    re.IGNORECASE,
)
_REACHED = re.compile(r"\d[\d\s()-]{4,}\d|\S+@\S+|https?://|www\.|\b[\w-]+\.(?:com|cn|tw|hk|org)\b")


class Rule(Choice):
    """The four rules of a statement (seed 13)."""

    CONCISE = "concise", N_("Concise")
    TRUTHFUL = "truthful", N_("Truthful")
    SINCERE = "sincere", N_("Sincere")
    PROACTIVE = "proactive", N_("Proactive")


@dataclass(frozen=True, slots=True)
class Advice:
    """What one of the rules asks: ``said`` is a sentence that says what to do.

    ``sentence`` is the place it means with the facts as they stand now, ``typed`` the same as it
    stands in the text; both are empty where the whole text or a whole part is meant. ``field`` is
    the key of the part, empty for a text without parts or for all of it.
    """

    rule: Rule
    sentence: str
    said: str
    field: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: the part it stands in, as typed with facts named, as it goes out."""

    field: str
    typed: str
    text: str

    def advice(self, rule: Rule, said: str) -> Advice:
        """What a rule says of this sentence."""
        return Advice(rule, self.text, said, self.field, self.typed)


class Draft:
    """A statement of a room, read through once for all rules."""

    def __init__(self, room: Reading, statement: Statement) -> None:
        self.room, self.statement = room, statement
        self.form, self.language = statement.form, statement.language
        self.template = template(statement.form)

    @cached_property
    def parts(self) -> dict[str, str]:
        """The parts with facts as they stand now by their keys; the whole by ``""`` without."""
        held = self.statement.parts
        typed = {str(e.get("field", "")): str(e.get("text", "")) for e in held}
        return {
            key: worded(self.room, text)
            for key, text in (typed or {"": self.statement.text}).items()
        }

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in their order, the title's first."""
        title = self.statement.title
        said = (Sentence("title", e, worded(self.room, e)) for e in sentences(title))
        return (*said, *self.body)

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences below the title."""
        return tuple(self._sentences())

    @cached_property
    def whole(self) -> str:
        """All parts as they go out."""
        return "\n\n".join(filter(str.strip, self.parts.values()))

    @property
    def chinese(self) -> bool:
        """Whether it is written in Chinese."""
        return self.language != Language.ENGLISH

    def part(self, *keys: str) -> str:
        """Some parts together; of a text without parts the whole."""
        if "" in self.parts:
            return self.whole
        return "\n".join(filter(None, (self.parts.get(key, "") for key in keys)))

    def finds(self, name: str, text: str) -> list[str]:
        """The words of a list of ``rule_words.json`` that stand in a text, each once."""
        found = pattern(name, str(self.language)).finditer(text)
        return list(dict.fromkeys(each[0] for each in found))

    def names_time(self, text: str) -> bool:
        """Whether a text names a day, an hour or a length of time."""
        return bool(
            any(True for _each in dates(text))
            or any(True for _each in times(text))
            or _SPAN.search(text)
            or due_said(text, self.room.here())
        )

    def names_contact(self, text: str) -> bool:
        """Whether a text says how to reach us: a number, an address, or at least the way."""
        return bool(_REACHED.search(text) or self.finds("contact", text))

    def _sentences(self) -> Iterator[Sentence]:
        held = self.statement.parts or ({"field": "", "text": self.statement.text},)
        for part in held:
            for typed in sentences(str(part.get("text", ""))):
                yield Sentence(str(part.get("field", "")), typed, worded(self.room, typed))

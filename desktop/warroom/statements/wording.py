"""What a text says now: facts named in it stand with their present value, as it would go out."""

import hashlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.warroom import shown
from desktop.warroom.choices import Language, Standing
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment, zone_text
from desktop.warroom.record import Record
from desktop.warroom.selection import Selection, texts_of
from desktop.warroom.written import Written, joined
from resources import _, speaking

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading

OVER = (Standing.SUPERSEDED, Standing.WITHDRAWN)  # what such a text says binds nobody any more
_NAMED = re.compile(r"⟦([^⟦⟧\s]+)⟧")


def reference(fact_id: str) -> str:
    """How a text names a fact: ``⟦id⟧``."""
    return f"⟦{fact_id}⟧"


def references(text: str) -> tuple[str, ...]:
    """The ids that a text names, each once, in order; whether they are facts is not asked."""
    return tuple(dict.fromkeys(_NAMED.findall(text)))


def named_in(text: str) -> list[tuple[int, int, str]]:
    """Where a text names facts: begin, end and id of each."""
    return [(named.start(), named.end(), named[1]) for named in _NAMED.finditer(text)]


def worded(room: "Reading", text: str) -> str:
    """A text with each fact as it stands now.

    What names no fact of the room, or one that was taken back, is plain text. A fact without a
    value stands with what it is about, in the same brackets.
    """

    def said(named: re.Match[str]) -> str:
        fact = fact_named(room, named[1])
        if fact is None:
            return named[0]
        return fact.value if fact.value.strip() else reference(fact.subject)

    return _NAMED.sub(said, text)


def fact_named(room: "Reading", fact_id: str) -> Fact | None:
    """The fact of this id, None where there is none or it was taken back."""
    fact = room.find(Fact, fact_id)
    return None if fact is None or fact.gone else fact


def raw_text(written: Written) -> str:
    """The text as it was typed, all its parts together, with the facts named."""
    return joined(written.parts) if written.parts else written.text


def facts_of(room: "Reading", written: Written) -> list[Fact]:
    """The facts that a text and its title rest on, in the order in which it names them."""
    ids = references(f"{written.title}\n{raw_text(written)}")
    return [fact for each in ids if (fact := fact_named(room, each))]


def public_text(room: "Reading", written: Written) -> str:
    """Exactly what goes out now, with the line on the next update where a time was set."""
    said = worded(room, raw_text(written))
    if written.next_update_at is None:
        return said
    return "\n\n".join(filter(None, (said, next_update(written.next_update_at, written.language))))


def next_update(at: Moment, language: Language | str) -> str:
    """The line that tells the public when more is said, in the zone that the time was said in."""
    with speaking(language):
        day, time = shown.long_day(at.local.date()), shown.time(at)
        zoned = _("{day}, {time} (UTC{zone})")
        said = zoned.format(day=day, time=time, zone=zone_text(at.offset)) if time else day
        return _("Next update at {time}").format(time=said)


def public_title(room: "Reading", written: Written) -> str:
    """The title with each fact as it stands now."""
    return worded(room, written.title)


def fingerprint(room: "Reading", written: Written) -> str:
    """What an approval is of: the SHA-256, in hex, of title and text as they would go out now.

    The title of a text whose approval is not of it (``approved_parts``) is left out.
    """
    title = public_title(room, written) if "title" in written.approved_parts else ""
    return sha256_of(f"{title}\n{public_text(room, written)}")


def sha256_of(text: str) -> str:
    """The SHA-256, in hex, of the UTF-8 of a text as it was typed."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def uses(room: "Reading", fact: Fact) -> list[Record]:
    """The texts that name a fact, of every incident: statements and staff messages, answers.

    A text that was superseded or withdrawn is left out.
    """
    return [each for each in _naming(room, fact) if getattr(each, "standing", "") not in OVER]


def _naming(room: "Reading", fact: Fact) -> Iterator[Record]:
    from desktop.warroom.answers.lines import Answer  # the texts themselves need none of them
    from desktop.warroom.records import StaffMessage
    from desktop.warroom.statements.statement import Statement

    for kind in (Statement, Answer, StaffMessage):
        for each in room.records(Selection(kind=kind, words=fact.id, everywhere=True)):
            if any(fact.id in references(getattr(each, name)) for name in texts_of(kind)):
                yield each

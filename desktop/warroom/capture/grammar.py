"""The reading of a whole line: leading tokens, then names, tags and a deadline in the body."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desktop.warroom import shown
from desktop.warroom.capture import names, times
from desktop.warroom.capture.reading import Chip, Reading, Sort, Span
from desktop.warroom.capture.reasons import reasoned
from desktop.warroom.capture.told import Group, Told, told
from desktop.warroom.capture.words import KINDS, folded
from desktop.warroom.choices import EntryKind
from desktop.warroom.moment import Moment, Precision
from resources import _

_WORD = re.compile(r"/([^\W\d_]+)(?= |$)")
_MARK = re.compile(r"(?:(?<= )|^)(?:[@#!]|\\[@#!])")
_STRAY = re.compile(r"(?<=[^ \\])!(?=\d{1,2}:\d\d)")


def read(
    line: str,
    now: datetime,
    people: Collection[str] = (),
    groups: Sequence[Group] = (),
    assumed: EntryKind = EntryKind.FACT,
) -> Reading:
    """How a typed line reads at ``now``, an aware time whose zone is that of bare times.

    It is of the kind ``assumed`` unless it says another. Never raises and never drops a character;
    see ``Reading.taken``.
    """
    return _Reader(line, now, tuple(people), groups, assumed).reading()


@dataclass
class _Reader:
    line: str
    now: datetime
    known: tuple[str, ...]
    groups: Sequence[Group] = ()
    assumed: EntryKind = EntryKind.FACT
    kind: EntryKind | None = None
    said: Moment | None = None
    deadline: Moment | None = None
    people: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    taken: list[Span] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folded = folded(self.line)

    def reading(self) -> Reading:
        body = self._leading()
        happened = self.said or Moment.of(self.now, Precision.SECOND)
        self._marks(body, happened)
        self._trim(body)
        kept = self._kept()
        decision, reason = self._reason(kept)
        text = "".join(self.line[i] for i in decision)
        self._stray()
        reported = self._told(text)
        return Reading(
            kind=self.kind or self.assumed,
            text=text,
            happened_at=happened,
            time_said=self.said is not None,
            reason="".join(self.line[i] for i in reason),
            people=tuple(self.people),
            tags=tuple(self.tags),
            deadline=self.deadline,
            chips=tuple(sorted(self.chips, key=lambda chip: chip.span)),
            taken=_joined(self.taken),
            refused="" if text.strip() else _("Say what happened."),
            told=reported,
        )

    def _told(self, text: str) -> Told | None:
        staff = (self.kind or self.assumed) is EntryKind.STAFF
        found = told(text, self.groups) if staff else None
        if found:
            counts = [
                (_("{n} told"), found.reached),
                (_("{n} not reached"), found.missed),
                (_("{n} confirmed"), found.confirmed),
            ]
            said = shown.listed(form.format(n=f"{n:,}") for form, n in counts if n is not None)
            end = len(self.line)
            self._chip(Sort.TOLD, shown.labelled(found.group.name, said), end, end)
        return found

    # the start of the line

    def _leading(self) -> int:
        """Read time and kind at the start, each at most once; returns where the body begins."""
        at = self._spaces(0)
        while at < len(self.line):
            if self.folded[at] == "\\" and self._escapes(at + 1):
                self._take(at, at + 1)
                return at + 1
            end = self._time(at) or self._kind(at)
            if end is None:
                break
            self._take(at, end)
            at = self._spaces(end)
        self._unknown_kind(at)
        return at

    def _time(self, at: int) -> int | None:
        found = None if self.said else times.happened(self.folded, at, self.now)
        if found is None:
            return None
        self.said = found.moment
        self._chip(Sort.TIME, shown.day_and_time(found.moment, self.now), at, found.end)
        return found.end

    def _kind(self, at: int) -> int | None:
        word = _WORD.match(self.folded, at)
        if self.kind or word is None or word[1].lower() not in KINDS:
            return None
        self.kind = KINDS[word[1].lower()]
        self._chip(Sort.KIND, self.kind.shown, at, word.end())
        return word.end()

    def _unknown_kind(self, at: int) -> None:
        word = _WORD.match(self.folded, at)
        if word and not self.kind:
            text = _("no such kind: {word}").format(word=word[0])
            self._chip(Sort.HINT, text, at, word.end())

    def _escapes(self, at: int) -> bool:
        """Whether what stands behind a backslash at the line's start would be read as a token."""
        if self.folded[at : at + 1] in set("/@#!~-"):
            return True
        return times.happened(self.folded, at, self.now) is not None

    # the body

    def _marks(self, body: int, happened: Moment) -> None:
        """Read every ``@ # !`` that has a space or the line's start before it."""
        behind = body
        for mark in _MARK.finditer(self.folded, body):
            at = mark.start()
            if at < behind or (at == body and self._escaped(at)):
                continue
            if self.folded[at] == "\\":
                self._take(at, at + 1)
                behind = at + 2
            else:
                behind = self._mark(at, happened) or behind

    def _escaped(self, at: int) -> bool:
        return (at - 1, at) in self.taken and self.folded[at - 1] == "\\"

    def _mark(self, at: int, happened: Moment) -> int | None:
        if self.folded[at] == "!":
            return self._due(at, happened)
        if self.folded[at] == "#":
            return self._name(names.tag(self.line, at), self.tags, Sort.TAG, at)
        return self._name(names.person(self.line, at, self.known), self.people, Sort.PERSON, at)

    def _name(
        self, found: tuple[str, int] | None, into: list[str], sort: Sort, at: int
    ) -> int | None:
        if found is None:
            return None
        if found[0] not in into:
            into.append(found[0])
        self._chip(sort, self.line[at : found[1]], at, found[1])
        return found[1]

    def _due(self, at: int, happened: Moment) -> int | None:
        since = happened.local.astimezone(self.now.tzinfo)
        found = times.due(self.folded, at + 1, self.now, since)
        if found is None:
            return None
        if self.deadline:
            self._chip(Sort.HINT, _("only the first deadline counts"), at, found.end)
            return found.end
        self.deadline = found.moment
        late = found.moment.ms <= Moment.of(self.now, Precision.MILLISECOND).ms
        time = shown.day_and_time(found.moment, self.now)
        media = (self.kind or self.assumed) is EntryKind.MEDIA
        said = _("{time} passed").format(time=time) if late else shown.deadline(time, answer=media)
        self._chip(Sort.PASSED if late else Sort.DEADLINE, said, at, found.end)
        self._take(at, self._spaces(found.end, taking=False))
        return found.end

    def _reason(self, kept: list[int]) -> tuple[list[int], list[int]]:
        """The positions of decision and reason; without a reason all of it is the text."""
        if self.kind is not EntryKind.DECISION:
            return kept, []
        found = reasoned("".join(self.line[i] for i in kept))
        if found is None:
            if kept:
                self._chip(Sort.REASON_MISSING, _("reason missing"), len(self.line), len(self.line))
            return kept, []
        decision, reason = kept[slice(*found.decision)], kept[slice(*found.reason)]
        inside = {*decision, *reason}
        self.taken += [(i, i + 1) for i in kept if i not in inside]
        start, end = kept[found.word[0]], kept[found.word[1] - 1] + 1
        self._chip(Sort.REASON, _("reason"), start, end)
        return decision, reason

    def _stray(self) -> None:
        """A hint where a name or deadline is glued to the word before it."""
        spans = [
            (at, at + 1 + len(name))
            for name in self.known
            if (at := self.folded.find("@" + name)) > 0 and self.folded[at - 1] not in " \\"
        ]
        spans += [match.span() for match in [_STRAY.search(self.folded)] if match]
        if spans:
            self._chip(Sort.HINT, _("put a space before @ or !"), *min(spans))

    # spans

    def _chip(self, sort: Sort, text: str, start: int, end: int) -> None:
        self.chips.append(Chip(sort, text, (start, end)))

    def _take(self, start: int, end: int) -> None:
        self.taken.append((start, end))

    def _spaces(self, at: int, *, taking: bool = True) -> int:
        """Where the spaces that begin at ``at`` end."""
        end = at
        while end < len(self.line) and self.folded[end] == " ":
            end += 1
        if taking and end > at:
            self._take(at, end)
        return end

    def _trim(self, body: int) -> None:
        """Take the white space around what is left of the body."""
        kept = [i for i in self._kept() if i >= body]
        for side in (kept, list(reversed(kept))):
            for i in side:
                if not self.line[i].isspace():
                    break
                self._take(i, i + 1)

    def _kept(self) -> list[int]:
        """The positions of the line that were not taken."""
        gone = set(_inside(self.taken))
        return [i for i in range(len(self.line)) if i not in gone]


def _inside(spans: list[Span]) -> Iterator[int]:
    for start, end in spans:
        yield from range(start, end)


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """The same positions as spans in order that neither touch nor overlap."""
    joined: list[Span] = []
    for start, end in sorted(set(spans)):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)

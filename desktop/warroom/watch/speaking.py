"""Opaque or late: the rules PF2-1 to PF2-10 on what we say and when (seed 33.1 and 33.2)."""

from collections.abc import Iterator

from desktop.warroom import shown
from desktop.warroom.answers.inquiries import Inquiry, open_inquiries
from desktop.warroom.answers.lines import Answer, valid
from desktop.warroom.choices import Certainty, Channel, CrisisType, EntryKind
from desktop.warroom.method.facts import Fact
from desktop.warroom.records import Entry
from desktop.warroom.selection import Selection, entries_of
from desktop.warroom.staff_records import StaffMessage
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.releasing import live
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.words import Form
from desktop.warroom.watch.rule import HOUR, MINUTE, Limit, Raised, Rule, Seen
from resources import N_, _

_TELLING = (Form.HOLDING, Form.FULL, Form.UPDATE)  # what the public is told of the state of things
_ALL = "all"


def held_back(seen: Seen) -> Iterator[Raised]:
    """PF2-1: a confirmed fact that the public has a right to know, in nothing that is out."""
    said = {item.get("fact") for release in live(seen.room) for item in release.facts}
    known = seen.all(Fact, equal=(("status", (Certainty.CONFIRMED,)),), empty=("held_why",))
    for fact in known:
        since = fact.confirmed_at or fact.recorded_at
        if not (fact.public_interest or fact.safety) or fact.id in said or since is None:
            continue
        limit = seen.limit("safety" if fact.safety else "minutes")
        if seen.passed(since.ms + limit * MINUTE):
            yield Raised(
                fact.id,
                1 if fact.safety else 2,
                _("Confirmed for {lasting} and not told: {fact}").format(
                    lasting=shown.lasting(seen.now.ms - since.ms), fact=shown.short(fact.subject)
                ),
                _("A statement that is out uses it, or a reason says why it is held back."),
                (fact,),
                ((N_("minutes"), seen.since(since) or 0), (N_("limit"), limit)),
            )


def unknowns_unsaid(seen: Seen) -> Iterator[Raised]:
    """PF2-2: a statement is out that does not say what we do not know, while we do not know."""
    unknown = [
        fact
        for fact in seen.all(Fact)
        if not fact.value.strip() or fact.status in (Certainty.UNCONFIRMED, Certainty.DISPUTED)
    ]
    if not unknown:
        return
    for text in _latest_texts(seen):
        if text.form in _TELLING and not _says(text, "still_unknown", "what_we_do_not_know"):
            yield Raised(
                text.of_series,
                3,
                _("It does not say what is not known yet: {title}").format(
                    title=shown.short(text.title)
                ),
                _("The next version says it."),
                (text, *unknown[:10]),
                ((N_("unknown facts"), len(unknown)),),
            )


def _latest_texts(seen: Seen) -> list[Statement]:
    """The newest version of each series that is out, in each language."""
    texts = {each.id: each for each in seen.all(Statement)}
    newest: dict[tuple[str, str], Statement] = {}
    for release in sorted(live(seen.room), key=lambda each: each.version or 0):
        if text := texts.get(release.statement):
            newest[text.of_series, str(text.language)] = text
    return list(newest.values())


def _says(text: Statement, *fields: str) -> bool:
    return any((getattr(text, f, "") or text.part(f)).strip() for f in fields)


def number_changed(seen: Seen) -> Iterator[Raised]:
    """PF2-3: a figure differs from what we published before, and nothing says that it changed."""
    texts = {each.id: each for each in seen.all(Statement)}
    last: dict[str, tuple[Release, str]] = {}
    open_: dict[str, Raised] = {}
    for release in sorted(seen.all(Release), key=_out_at):
        text = texts.get(release.statement)
        told = text is not None and _says(text, "changed_since_last", *_CHANGES)
        for item in release.facts:
            fact, value = str(item.get("fact")), str(item.get("value"))
            before = last.get(fact)
            if told:
                open_.pop(fact, None)
            elif before and before[1] != value and before[0].statement != release.statement:
                open_[fact] = _silent(seen, fact, before, (release, value))
            last[fact] = (release, value)
    yield from open_.values()


_CHANGES = ("numbers_with_previous_value_and_reason",)


def _silent(
    seen: Seen, fact: str, before: tuple[Release, str], after: tuple[Release, str]
) -> Raised:
    known = seen.room.find(Fact, fact)
    return Raised(
        fact,
        1,
        _("{fact} was {before} and is {after}, and we have not said that it changed.").format(
            fact=shown.short(known.subject) if known else fact, before=before[1], after=after[1]
        ),
        _("A published update says what changed and why."),
        (before[0], after[0], *((known,) if known else ())),
        ((N_("before"), before[1]), (N_("after"), after[1])),
    )


def question_unanswered(seen: Seen) -> Iterator[Raised]:
    """PF2-4: a question is asked again and again, and no line answers it."""
    for each in seen.all(Answer):
        if each.expires_at:
            seen.later(each.expires_at.ms)
        if (each.asked or 0) >= seen.limit("times") and not valid(each, seen.now.ms):
            n = each.asked or 0
            yield Raised(
                each.id,
                2,
                _("Asked {n} times and without a valid line: {question}").format(
                    n=n, question=shown.short(each.question)
                ),
                _("An approved line answers it."),
                (each,),
                ((N_("times"), n), (N_("limit"), seen.limit("times"))),
            )


def no_single_source(seen: Seen) -> Iterator[Raised]:
    """PF2-5: at level 1 and 2 something is out, and nothing on the website with its link."""
    out = sorted(live(seen.room), key=_out_at)
    at_home = any(each.channel == Channel.WEBSITE and each.url for each in out)
    if not (seen.grave and out and out[0].at) or at_home:
        return
    if seen.passed(out[0].at.ms + seen.limit("minutes") * MINUTE):
        yield Raised(
            _ALL,
            3,
            _("Nothing on our website is the one source that all can be sent to."),
            _("A release on the website has its link."),
            (out[0],),
            ((N_("minutes"), seen.since(out[0].at) or 0), (N_("limit"), seen.limit("minutes"))),
        )


def first_word(seen: Seen) -> Iterator[Raised]:
    """PF2-6: no public word within the time of the type; graver at the second step."""
    t0 = seen.incident.t0
    if t0 is None:
        return
    said = seen.room.records(_said_since(t0.ms), 1)
    if any(seen.passed(each.happened_at.ms) for each in said if each.happened_at):
        return
    first = "status" if seen.incident.type == CrisisType.PLATFORM_SECURITY else "minutes"
    for key, severity in (("second", 1), ("minutes", 2), (first, 2)):
        if seen.passed(t0.ms + seen.limit(key) * MINUTE):
            yield Raised(
                _ALL,
                severity,
                _("{lasting} after T0 nothing was said in public.").format(
                    lasting=shown.lasting(seen.now.ms - t0.ms)
                ),
                _("A first statement is released."),
                (seen.incident,),
                ((N_("minutes"), seen.since(t0) or 0), (N_("limit"), seen.limit(key))),
            )
            return


def _said_since(ms: int) -> Selection[Entry]:
    return entries_of(EntryKind.STATEMENT, within=(("happened_at", ms, None),))


def update_missed(seen: Seen) -> Iterator[Raised]:
    """PF2-7: the last statement promised an update by a time, and none came."""
    out = max(seen.all(Release), key=_out_at, default=None)
    text = seen.room.find(Statement, out.statement) if out else None
    due = text.next_update_at if text else None
    if out is None or due is None or out.withdrawn_at:
        return
    if seen.passed(due.ms + seen.limit("grace") * MINUTE):
        yield Raised(
            out.id,
            1,
            _("The update promised for {time} is missing.").format(
                time=shown.when(due, seen.now.local)
            ),
            _("An update is released."),
            (out,),
            ((N_("minutes late"), seen.since(due) or 0), (N_("limit"), seen.limit("grace"))),
        )


def update_gap(seen: Seen) -> Iterator[Raised]:
    """PF2-8: at level 1 and 2 the last public word is too long ago."""
    said = seen.room.records(entries_of(EntryKind.STATEMENT, newest_first=True), 1)
    last = said[0].happened_at if said else None
    if not seen.grave or last is None or seen.incident.closed_at:
        return
    key = _gap(seen)
    if seen.passed(last.ms + seen.limit(key) * MINUTE):
        yield Raised(
            _ALL,
            2,
            _("The last public word was {lasting} ago.").format(
                lasting=shown.lasting(seen.now.ms - last.ms)
            ),
            _("An update is released."),
            (said[0],),
            ((N_("minutes"), seen.since(last) or 0), (N_("limit"), seen.limit(key))),
        )


def _gap(seen: Seen) -> str:
    incident = seen.incident
    if incident.contained_at and incident.contained_at.ms <= seen.now.ms:
        return "contained"
    if incident.type != CrisisType.PLATFORM_SECURITY or incident.t0 is None:
        return "minutes"
    return "later" if seen.passed(incident.t0.ms + 2 * HOUR) else "early"


def public_first(seen: Seen) -> Iterator[Raised]:
    """PF2-9: the public heard before the staff; it stays as a fact, nothing clears it."""
    first = min(seen.all(Release), key=_out_at, default=None)
    if first is None or first.at is None:
        return
    sent = [each.sent_at.ms for each in seen.all(StaffMessage, filled=("sent_at",)) if each.sent_at]
    if not sent or min(sent) > first.at.ms:
        yield Raised(
            _ALL,
            2,
            _("The public heard from us before our staff did."),
            _("It stays on record; nothing ends it."),
            (first,),
            ((N_("staff messages before"), 0),),
        )


def inquiry_late(seen: Seen) -> Iterator[Raised]:
    """PF2-10: a journalist waits beyond the deadline, or beyond the time of the tier."""
    for each in seen.room.records(open_inquiries()):
        due = each.due
        if due and seen.passed(due.ms + 1):
            yield Raised(
                each.id,
                2,
                _("{outlet} waits for an answer since {time}: {question}").format(
                    outlet=each.outlet,
                    time=shown.when(due, seen.now.local),
                    question=shown.short(each.question),
                ),
                _("It is answered or declined with a reason."),
                (each,),
                ((N_("minutes late"), seen.since(due) or 0),),
            )


def _out_at(release: Release) -> tuple[int, str]:
    return (release.at.ms if release.at else 0, release.id)


_DESK = (Release.kind_name, Statement.kind_name)
RULES: tuple[Rule, ...] = (
    Rule(
        "PF2-1",
        N_("Fact held back"),
        "33.1",
        (Fact.kind_name, Release.kind_name),
        held_back,
        (
            Limit("minutes", N_("Told within"), 240),
            Limit("safety", N_("Where it touches safety"), 60),
        ),
    ),
    Rule("PF2-2", N_("What we do not know is not said"), "33.1", (*_DESK, "fact"), unknowns_unsaid),
    Rule("PF2-3", N_("Figure changed in silence"), "33.1", (*_DESK, "fact"), number_changed),
    Rule(
        "PF2-4",
        N_("Question left unanswered"),
        "33.1",
        (Answer.kind_name,),
        question_unanswered,
        (Limit("times", N_("Asked so many times"), 3, "count"),),
    ),
    Rule(
        "PF2-5",
        N_("No single source"),
        "11.1",
        (Release.kind_name,),
        no_single_source,
        (Limit("minutes", N_("On the website within"), 30),),
    ),
    Rule(
        "PF2-6",
        N_("First public word is late"),
        "28.2",
        (Entry.kind_name,),
        first_word,
        (
            Limit(
                "minutes",
                N_("First word within"),
                60,
                of_type=(
                    (CrisisType.DATA_LEAK, 90),
                    (CrisisType.PLATFORM_SECURITY, 30),
                ),
            ),
            Limit("status", N_("Status line of a platform within"), 15),
            Limit("second", N_("Graver after"), 240),
        ),
    ),
    Rule(
        "PF2-7",
        N_("Promised update missed"),
        "29.4",
        _DESK,
        update_missed,
        (Limit("grace", N_("Grace"), 10),),
    ),
    Rule(
        "PF2-8",
        N_("Gap between updates"),
        "29.4",
        (Entry.kind_name,),
        update_gap,
        (
            Limit("minutes", N_("An update at least every"), 240),
            Limit("early", N_("Platform, in the first two hours"), 30),
            Limit("later", N_("Platform, later"), 60),
            Limit("contained", N_("Once it is contained"), 1_440),
        ),
    ),
    Rule(
        "PF2-9",
        N_("Staff told after the public"),
        "18.1",
        (Release.kind_name, StaffMessage.kind_name),
        public_first,
    ),
    Rule("PF2-10", N_("Inquiry past its deadline"), "12.3", (Inquiry.kind_name,), inquiry_late),
)

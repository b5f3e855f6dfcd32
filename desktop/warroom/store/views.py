"""Plain names inside a room for whoever opens a copy with SQL: views in English, words not keys.

Times are ISO 8601 as they were said, local with their offset (``~`` behind: about). What was taken
back is left out. The program itself reads none of these.
"""

from desktop.warroom.choices import Choice
from desktop.warroom.fields import Field, Shape
from desktop.warroom.records import Coverage, Delivery, Entry, Person, Record, StaffMessage, Task
from desktop.warroom.store.driver import Connection

_WHO = ("author", "recorded_at", "id")

# the columns of a view: the field, and the name it has there where that says more
_Columns = dict[str, str]
_TIMELINE: _Columns = {
    "happened_at": "time",
    "kind": "kind",
    "text": "text",
    "reason": "reason",
    "source": "source",
    "source_url": "source_link",
    "certainty": "certainty",
    "key": "key_entry",
    "privileged": "privileged",
    "tags": "tags",
    "people": "people",
    "deadline": "deadline",
}
_TASKS: _Columns = {
    "title": "task",
    "status": "status",
    "phase": "phase",
    "owner": "owner",
    "due": "due",
    "blocked_by": "waits_for",
    "checklist": "checklist",
    "note": "note",
    "done_at": "done_at",
}
_COVERAGE: _Columns = {
    "published_at": "published_at",
    "outlet": "outlet",
    "outlet_kind": "kind_of_outlet",
    "channel": "channel",
    "headline": "headline",
    "url": "link",
    "tone": "tone",
    "reach": "reach",
    "key_message": "key_message",
    "story": "story",
    "answer_due": "answer_due",
    "answered_at": "answered_at",
}
_PEOPLE: _Columns = {"name": "name", "role": "role", "phone": "phone"}


def create(connection: Connection) -> None:
    """Make the views, in place of those that an older version made; the caller's transaction."""
    for name, sql in VIEWS.items():
        connection.execute(f"DROP VIEW IF EXISTS {name}")
        connection.execute(sql)


def _view(name: str, kind: type[Record], chosen: _Columns, order: str) -> str:
    fields = {field.name: field for field in kind.declared()}
    columns = [f"{_said(kind, fields[field])} AS {shown}" for field, shown in chosen.items()]
    listed = ", ".join([*columns, *_WHO, *([] if kind.company_wide else [_of_incident(kind)])])
    return f"CREATE VIEW {name} AS SELECT {listed} FROM {kind.kind_name} WHERE gone = 0 {order}"


def _of_incident(kind: type[Record]) -> str:
    """The title of the incident that a row belongs to; the first has rows that name none."""
    named = f"(SELECT title FROM incident WHERE id = {kind.kind_name}.incident)"
    return f"coalesce({named}, (SELECT title FROM incident ORDER BY id LIMIT 1)) AS incident"


def _staff_told() -> str:
    """One row for each report of a group on a message, with the names of both."""
    channel = next(field for field in StaffMessage.declared() if field.name == "channel")
    how = next(field for field in Delivery.declared() if field.name == "how")
    return (
        "CREATE VIEW staff_told AS SELECT message.sent_at AS sent_at, message.title AS message, "
        f'staff_group.name AS "group", staff_group.headcount AS headcount, '
        "delivery.reached AS reached, delivery.read AS read_or_briefed, "
        "delivery.missed AS not_reached, delivery.why_missed AS why_not_reached, "
        f"delivery.confirmed AS confirmed, {_word(channel, 'message.channel')} AS channel, "
        f"{_word(how, 'delivery.how')} AS how_we_know, "
        "delivery.reported_at AS reported_at, delivery.author AS author, "
        "delivery.recorded_at AS recorded_at, delivery.id AS id "
        f"FROM {Delivery.kind_name} AS delivery "
        f"LEFT JOIN {StaffMessage.kind_name} AS message ON message.id = delivery.message "
        'LEFT JOIN staff_group ON staff_group.id = delivery."group" '
        "WHERE delivery.gone = 0 ORDER BY message.sent_at_ms, delivery.reported_at_ms, delivery.id"
    )


def _said(kind: type[Record], field: Field) -> str:
    """What a column shows for a field."""
    column = f'"{kind.kind_name}"."{field.name}"'
    match field.shape:
        case Shape.CHOICE:
            return _word(field, column)
        case Shape.FLAG:
            return f"CASE WHEN {column} THEN 'yes' ELSE 'no' END"
        case Shape.WORDS:
            return f"(SELECT ifnull(group_concat(value, ', '), '') FROM json_each({column}))"
        case Shape.ITEMS:
            return _steps(column)
    return column


def _word(field: Field, column: str) -> str:
    """The English word for a key; one that this version does not know is shown as it is."""
    choices: type[Choice] | None = field.choices
    assert choices is not None
    cases = " ".join(f"WHEN {_text(c.value)} THEN {_text(c.word)}" for c in choices)
    return f"CASE {column} {cases} ELSE {column} END"


def _steps(column: str) -> str:
    """A checklist, one step to a line; asked by path, since an item may be no object."""
    done = f"json_extract({column}, fullkey || '.done')"
    text = f"coalesce(json_extract({column}, fullkey || '.text'), value)"
    step = f"CASE WHEN {done} THEN '✓ ' ELSE '☐ ' END || {text}"
    return f"(SELECT ifnull(group_concat({step}, char(10)), '') FROM json_each({column}))"


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


VIEWS = {
    "timeline": _view("timeline", Entry, _TIMELINE, "ORDER BY happened_at_ms, id"),
    "tasks": _view("tasks", Task, _TASKS, "ORDER BY rank, id"),
    "coverage": _view("coverage", Coverage, _COVERAGE, "ORDER BY published_at_ms, id"),
    "staff_told": _staff_told(),
    "people": _view("people", Person, _PEOPLE, "ORDER BY id"),
}

"""Whatever is typed is kept: in the text, in the reason, or as the token it was read as."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom import capture
from desktop.warroom.capture import Reading

NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
TOKENS = st.sampled_from(
    [
        "14:05",
        "~14:05",
        "-10m",
        "下午3點半",
        "/media",
        "/決定",
        "/foo",
        "@Lin",
        "@林夏回電",
        "#tag",
        "#話題#",
        "!16:30",
        "!+2h",
        "because",
        "因為",
        "，所以",
        ",",
        "\\",
        "\\@x",
        "\\14:05",
        "yesterday",
        "昨天",
        "18:30",
        "14:05+08:00",
        "＠林夏",
        "！明天",
        "09:00",
        "\u3000",
        "\u202e",
        "25:00",
    ]
)
LINES = st.one_of(
    st.text(max_size=60),
    st.lists(st.one_of(TOKENS, st.text(max_size=8)), max_size=9).map(" ".join),
    st.lists(st.one_of(TOKENS, st.just(" ")), max_size=9).map("".join),
)


def kept(line: str, reading: Reading) -> str:
    inside = {i for start, end in reading.taken for i in range(start, end)}
    return "".join(letter for i, letter in enumerate(line) if i not in inside)


@given(LINES)
def test_what_is_not_taken_stands_in_text_or_reason(line: str) -> None:
    reading = capture.read(line, NOW, ("Lin Xia", "林夏"))
    assert kept(line, reading) in (
        reading.text + reading.reason,
        reading.reason + reading.text,  # the cause came first
    )


@given(LINES)
def test_what_is_taken_is_said_by_the_reading(line: str) -> None:
    reading = capture.read(line, NOW, ("Lin Xia", "林夏"))
    tokens = [
        piece
        for start, end in reading.taken
        for piece in line[start:end].replace("\u3000", " ").split()
        if piece.strip(" \\,，;；、")
    ]
    said = [reading.time_said, reading.deadline, bool(reading.reason)]
    kinds = [chip for chip in reading.chips if chip.sort == "kind"]
    allowed = 2 * sum(map(bool, said)) + len(kinds)  # "yesterday 18:30" is two words
    assert len(tokens) <= allowed + (2 if reading.reason else 0)


@given(st.text(alphabet=st.characters(), max_size=40))
def test_any_characters_can_be_typed(line: str) -> None:
    capture.read(line + "\ud800\x00\u202e", NOW)


def test_a_very_long_line_is_read_in_one_pass() -> None:
    for piece in ("@", "#", "!1", "because ", "\\", "@a#b!", "  ", "因為，", "14:05 ", "/a "):
        line = piece * (100_000 // len(piece))
        reading = capture.read(line, NOW)
        assert len(kept(line, reading)) == len(reading.text + reading.reason)

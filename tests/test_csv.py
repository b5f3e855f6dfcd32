"""From bytes to rows: encodings that are sure, and files that are no table."""

import csv
import io

import pytest

from desktop.warroom.exchange import EncodingUnsure, Sheet, SheetFaults, read_sheet, read_text
from desktop.warroom.exchange.decoding import joined
from desktop.warroom.faults import RuleBroken

CHINESE = "time,text\n2026-11-23 14:05,工廠起火，員工已疏散\n2026-11-23 14:20,消防到場\n"
ENGLISH = "time,text\n2026-11-23 14:05,The plant is on fire\n"


@pytest.mark.parametrize("text", [CHINESE, ENGLISH, ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_or_valid_utf8_is_sure(text: str, encoding: str) -> None:
    assert read_text(text.encode(encoding)) == text


def test_both_byte_orders_are_sure_with_a_mark() -> None:
    for order in ("utf-16-le", "utf-16-be"):
        assert read_text(("\ufeff" + CHINESE).encode(order)) == CHINESE


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_sure_when_its_zeros_alternate(order: str) -> None:
    assert read_text(ENGLISH.encode(order)) == ENGLISH


def test_a_stray_zero_does_not_make_a_file_utf16() -> None:
    assert read_text(b"a,b\n1,\0\n") == "a,b\n1,\0\n"


def test_utf16_without_a_mark_and_with_few_zeros_is_a_question() -> None:
    text = "时间,内容\n" + "工厂起火消防到场" * 20
    with pytest.raises(EncodingUnsure) as unsure:
        read_text(text.encode("utf-16-le"))
    assert unsure.value.previews["UTF-16LE"][0] == "时间,内容"
    assert read_text(text.encode("utf-16-le"), "UTF-16LE") == text


def test_other_encodings_are_a_question_that_shows_the_first_rows_each_way() -> None:
    with pytest.raises(EncodingUnsure) as unsure:
        read_text(CHINESE.encode("big5"))
    previews = unsure.value.previews
    assert previews["Big5"] == CHINESE.splitlines()
    assert previews["GB18030"] != previews["Big5"]
    assert "Choose the encoding" in str(unsure.value)


def test_a_decoder_that_fails_is_left_out_of_the_question() -> None:
    with pytest.raises(EncodingUnsure) as unsure:
        read_text("time,text\n2026-11-23,Café".encode("latin-1"))
    assert list(unsure.value.previews) == ["cp1252"]


@pytest.mark.parametrize("name", ["GB18030", "big5", "cp1252", "Latin-1", "UTF-16", "utf-8"])
def test_a_said_encoding_is_obeyed(name: str) -> None:
    text = CHINESE if name in ("GB18030", "big5", "UTF-16", "utf-8") else "Café"
    assert read_text(text.encode(name), name) == text


def test_a_said_encoding_that_cannot_be_says_what_to_do() -> None:
    with pytest.raises(RuleBroken, match=r"not text in utf-8\. Choose another"):
        read_text(CHINESE.encode("big5"), "utf-8")
    for name in ("klingon", "rot13", "base64"):
        with pytest.raises(RuleBroken, match=r"is not an encoding\. Use UTF-8"):
            read_text(b"abc", name)


def test_a_workbook_and_a_picture_are_not_text() -> None:
    with pytest.raises(RuleBroken, match="workbook"):
        read_text(b"PK\x03\x04 and so on")
    with pytest.raises(EncodingUnsure, match="not a text file"):
        read_text(b"\x89PNG\r\n\x1a\n\x81\x8d\xff\xff\x80", None)


def test_surrogates_are_joined_or_replaced_and_never_refused() -> None:
    assert joined("a\ud83d\ude00b\udc00") == "a😀b\ufffd"
    pair = "time,text\n1,\ud83d\ude00\ud800".encode("utf-8", "surrogatepass")
    assert read_text(pair) == "time,text\n1,😀\ufffd"
    assert read_sheet("text\n\ud800").rows == [(2, ["\ufffd"])]


def test_rows_remember_the_line_they_begin_in() -> None:
    sheet = read_sheet('a,b\r\n1,"two\r\nlines"\r\n\r\n,\r\n2,x\r\n')
    assert sheet == Sheet(("a", "b"), [(2, ["1", "two\r\nlines"]), (6, ["2", "x"])])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_first_line_tells_the_separator(mark: str, end: str) -> None:
    text = end.join([mark.join(["time", '"te,xt;"', "who"]), mark.join(["1", "2", "3"])])
    assert read_sheet(text) == Sheet(("time", "te,xt;", "who"), [(2, ["1", "2", "3"])])


NO_TABLE = {
    "": "The file is empty",
    "\n\n": "The file is empty",
    "time,text\n": "no rows",
    "time,,text\n1,2,3": "Column 2 has no name",
    "time,text,time\n1,2,3": 'Two columns are called "time"',
    "2026-11-23 14:05,Fire\n2026-11-23 14:20,Out": "The first line holds data",
}


@pytest.mark.parametrize(("text", "sentence"), NO_TABLE.items())
def test_a_file_without_a_table_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        read_sheet(text)


def sentences(text: str) -> list[str]:
    with pytest.raises(SheetFaults) as broken:
        read_sheet(text)
    return [fault.sentence for fault in broken.value.faults]


def test_ragged_rows_are_all_reported() -> None:
    first, second = sentences("a,b\n1\n1,2\n1,2,3\n")
    assert first.startswith("Line 2: the row has 1 cell, but the header has 2 columns.")
    assert second.startswith("Line 4: the row has 3 cells, but the header has 2 columns.")


@pytest.mark.parametrize("row", ['1,"never closed\n3,4\n', '1,"closed"twice\n3,4\n'])
def test_a_quote_that_does_not_pair_is_reported_where_its_row_begins(row: str) -> None:
    (only,) = sentences("a,b\n1,2\n" + row)
    assert only.startswith("Line 3: the quotation marks of the row that begins here do not pair")


def test_an_unclosed_quote_in_the_header_is_reported() -> None:
    (only,) = sentences('a,"b\n1,2\n')
    assert only.startswith("Line 1: the quotation marks")


def test_a_nul_is_reported_with_its_line() -> None:
    assert sentences("a,b\n1,2\n1,\0\n") == [
        "Line 3: the row holds a NUL. Save the file again as CSV UTF-8."
    ]


def test_a_cell_of_two_million_characters_is_reported_and_no_rows_pass() -> None:
    before = csv.field_size_limit()
    (only,) = sentences("a,b\n1,2\n1," + "x" * 2_000_000 + "\n3,4\n")
    assert only.startswith("Line 3: a cell holds more than 1,000,000 characters.")
    assert csv.field_size_limit() == before


def test_a_cell_larger_than_the_limit_of_the_csv_module_is_read() -> None:
    long = "x" * 900_000
    assert read_sheet(f"a,b\n1,{long}\n").rows[0][1][1] == long


def test_only_the_first_thousand_faults_are_kept_and_the_rest_counted() -> None:
    with pytest.raises(SheetFaults) as broken:
        read_sheet("a,b\n" + "1\n" * 1_003)
    faults = broken.value.faults
    assert (len(faults.kept), faults.more, faults.count) == (1_000, 3, 1_003)
    assert str(broken.value).startswith("1,003 faults were found and nothing was imported.")
    assert faults.sentences[-1] == "3 more faults."


def test_what_the_csv_module_writes_is_read_back() -> None:
    cells = [
        "=1+1",
        'say "no"',
        "a,b;c\td",
        " spaced ",
        "two\nlines",
        "\N{RIGHT-TO-LEFT OVERRIDE}x",
    ]
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([list("abcdef"), cells])
    assert read_sheet(out.getvalue()).rows == [(2, cells)]

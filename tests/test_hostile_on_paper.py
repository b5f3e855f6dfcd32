"""Hostile texts in three scripts, in every edition: read back they are what was typed; structure."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from desktop import paper
from desktop.warroom.choices import Certainty, Channel, Edition
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment
from desktop.warroom.printed import printed
from desktop.warroom.records import Entry, Paper, StaffMessage
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from tests.inflated import every_byte
from tests.rooms import START, clock, new_room

AT = Moment.of(START)
HOSTILE = (
    "#panic(1) $x^2$ *bold* _it_ `raw` <b>&amp;</b> @label // end /* no */",
    '"quotes" \\escape #let x = 1 #read("/etc/passwd") [content] {braces}',
    "invoice\u202efdp.exe zero\u200bwidth soft\u00adhyphen nul\u0000bell\u0007",
    "e\u0301 of two letters, ﬁ as one letter, ½ ≥ 3 – “quoted” 68 °C",
    "奶瓶過熱：三名顧客回報，全部召回。退款自 25 日開始《第一號公告》",
    "奶瓶过热：三名顾客反映，全部召回。𠮷野家与㐂",
    "混排 mixed 68 °C 與 B2231，https://example.org/a?b=c#d",
    "x" * 300,
    "emoji 👩‍⚕️ private \ue000 unassigned \u0378",
)
LANGUAGES = ("en", "zh_TW", "zh_CN")


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    made = new_room(tmp_path_factory.mktemp("hostile") / "r.warroom", clock())
    for n, text in enumerate(HOSTILE):
        made.add(Entry(text=text, happened_at=AT))
        sure = Certainty.CONFIRMED
        made.add(Fact(subject=f"F{n}", value=text, status=sure, sensitivity="open"))
    made.add(StaffMessage(title=HOSTILE[4], sent_at=AT))
    text = made.add(Statement(title=HOSTILE[0], text="\n".join(HOSTILE)))
    where = Channel.WEBSITE
    body = "\n".join(HOSTILE)
    made.add(Release(statement=text.id, channel=where, title=text.title, text=body, at=AT))
    yield made
    made.close()


def made(room, folder: Path, edition: Edition, language: str) -> Path:
    file = folder / f"{edition.value}-{language}.pdf"
    paper.preview(room, file, Paper(edition=edition, language=language, bottom_line=HOSTILE[4]))
    return file


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("edition", Edition)
def test_what_is_read_back_is_what_was_typed(room, tmp_path, edition) -> None:
    language = LANGUAGES[list(Edition).index(edition) % 3]
    reader = PdfReader(made(room, tmp_path, edition, language))
    found = bare("".join(page.extract_text() for page in reader.pages))
    assert [text for text in HOSTILE if bare(printed(text)) not in found] == []
    assert "U+202E" in found


def test_one_letter_and_two_that_look_like_it_stay_apart(tmp_path) -> None:
    """The glyph is the same; what it stands for the file says of the second by ActualText."""
    room = new_room(tmp_path / "r.warroom", clock())
    room.add_all([Entry(text=text, happened_at=AT) for text in ("caf\u00e9", "cafe\u0301")])
    found = every_byte(made(room, tmp_path, Edition.ROOM, "en"))
    room.close()
    assert b"/ActualText<FEFF00650301>" in found.replace(b" ", b"")


def fonts_of(reader: PdfReader) -> list[DictionaryObject]:
    found = []
    for page in reader.pages:
        fonts = page["/Resources"].get_object().get("/Font", {})
        for name in fonts.get_object() if fonts else ():
            font = fonts.get_object()[name].get_object()
            for inner in font.get("/DescendantFonts", [font]):
                found.append(inner.get_object())
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_structure_language_and_standards_are_declared_and_every_font_embedded(
    room, tmp_path, language
) -> None:
    file = made(room, tmp_path, Edition.ROOM, language)
    reader = PdfReader(file)
    root = reader.trailer["/Root"]
    tree = root["/StructTreeRoot"].get_object()
    assert tree["/K"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).lower().startswith(language[:2])
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_data().decode()
    for said in ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"):
        assert said in metadata
    assert len(reader.outline) > 5
    fonts = fonts_of(reader)
    assert fonts
    for font in fonts:
        described = font["/FontDescriptor"].get_object()
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(described), font["/BaseFont"]
    if shutil.which("qpdf"):
        checked = subprocess.run(["qpdf", "--check", file], capture_output=True, check=False)
        assert checked.returncode == 0, checked.stdout


def test_nothing_is_attached_and_nothing_runs(room, tmp_path) -> None:
    reader = PdfReader(made(room, tmp_path, Edition.MEDIA, "en"))
    root = reader.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)
    assert reader.attachments == {}

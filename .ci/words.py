"""Keep the catalogues of the words a user reads: `python .ci/words.py update|compile|check`.

`update` brings new and gone messages of the source into resources/locale, `compile` writes the
.mo files beside them, `check` names what is left to translate and what is out of date. Neither
line numbers nor dates stand in the files, so that they change only when words do. Needs Babel.
"""

import io
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
SOURCES = ("desktop", "widgets", "resources")
LANGUAGES = ("zh_TW", "zh_CN")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
TITLE = "The words of War Room in"
WIDTH = 100


class Words(Catalog):
    """A catalogue whose head says only what a reader of it needs."""

    def __init__(self, language: str) -> None:
        super().__init__(language, header_comment=f"# {TITLE} {language}.", fuzzy=False)
        self.language = language

    @property  # type: ignore[override]
    def mime_headers(self) -> list[tuple[str, str]]:
        """Language, encoding and plural forms: one in Chinese."""
        return [
            ("Language", self.language),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", f"nplurals={self.num_plurals}; plural={self.plural_expr};"),
        ]


@cache
def extracted() -> Catalog:
    """Every message of the source, with the files it stands in."""
    found = Catalog()
    for source in SOURCES:
        folder = extract_from_dir(ROOT / source, [("**.py", "python")], keywords=KEYWORDS)
        for file, _line, words, _comments, _context in folder:
            found.add(words, locations=[(f"{source}/{file}", 1)])
    return found


def po(language: str) -> Path:
    """The file with the translations."""
    return LOCALE / language / "LC_MESSAGES" / "warroom.po"


def kept(language: str) -> Words:
    """The translations as they stand in the file; none where there is no file yet."""
    words = Words(language)
    if po(language).exists():
        with po(language).open("rb") as file:
            _take(words, read_po(file, locale=language))
    return words


def merged(language: str) -> Words:
    """The messages of the source with the translations there are, and no others."""
    words, have = kept(language), {message.id: message for message in kept(language)}
    for message in list(words):
        if message.id:
            words.delete(message.id)
    for message in _ordered(extracted()):
        old = have.get(message.id)
        said = old.string if old else "" if isinstance(message.id, str) else ("",)
        flags = old.flags & {"fuzzy"} if old else set()
        words[message.id] = Message(message.id, said, message.locations, flags)
    return words


def as_po(words: Words) -> bytes:
    """The bytes of the text file."""
    for message in words:
        message.flags &= {"fuzzy"}  # guesses about formats are not ours
    file = io.BytesIO()
    write_po(file, words, width=WIDTH, include_lineno=False)
    return file.getvalue()


def as_mo(words: Words) -> bytes:
    """The bytes of the file the program reads."""
    file = io.BytesIO()
    write_mo(file, words)
    return file.getvalue()


def faults(language: str) -> Iterator[str]:
    """What is missing, unsure, superfluous or out of date in the files of a language."""
    here = {message.id: message for message in kept(language) if message.id}
    wanted = {message.id for message in extracted() if message.id}
    yield from (
        f"{language}: not there: {_said(id_)}" for id_ in sorted(wanted - set(here), key=str)
    )
    yield from (f"{language}: not said any more: {_said(id_)}" for id_ in set(here) - wanted)
    for id_, message in here.items():
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        if not all(said) or message.fuzzy:
            yield f"{language}: {'unsure' if all(said) else 'not translated'}: {_said(id_)}"
    if as_po(merged(language)) != po(language).read_bytes():
        yield f"{language}: {po(language).name} is not as `update` writes it"
    if as_mo(kept(language)) != po(language).with_suffix(".mo").read_bytes():
        yield f"{language}: the .mo is not what the .po compiles to; run `compile`"


def _take(words: Words, from_: Catalog) -> None:
    for message in from_:
        if message.id:
            words[message.id] = message


def _ordered(words: Catalog) -> list[Message]:
    """By the first file, then as written there; the files of each once, in order."""
    found = [message for message in words if message.id]
    for message in found:
        message.locations = sorted(set(message.locations))
    return sorted(found, key=lambda message: message.locations[0][0])


def _said(id_: str | tuple[str, ...]) -> str:
    return id_ if isinstance(id_, str) else id_[0]


def update(language: str) -> None:
    """Write the messages of the source into the file, with the translations there are."""
    po(language).parent.mkdir(parents=True, exist_ok=True)
    po(language).write_bytes(as_po(merged(language)))


def compile_(language: str) -> None:
    """Write the file that the program reads."""
    po(language).with_suffix(".mo").write_bytes(as_mo(kept(language)))


def main(command: str) -> int:
    """Do one of the three for each language; 1 when `check` finds something."""
    if command == "check":
        found = [fault for language in LANGUAGES for fault in faults(language)]
        print("\n".join(found) or "all words are translated")
        return bool(found)
    for language in LANGUAGES:
        {"update": update, "compile": compile_}[command](language)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if sys.argv[1:] else "check"))

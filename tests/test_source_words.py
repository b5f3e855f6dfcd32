"""What the source says to a user is found by the catalogues, whole, and in the language spoken."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.catalogues import ROOT, words

# capitals inside of a sentence: names, keys, and other words of the window
CAPITALS = (
    "War Room",
    "Ctrl",
    "Shift",
    "Enter",
    "Esc",
    "City TV",
    "City TV, Wu",
    "Home and End",
    "Blocked",
    "New",
    "Facts",
    "Media relations",
    "Messages",
    "Plan and readiness",
    "Promises and remedies",
    "page Review",
    "People hurt",
    "Staff roster",
    "Write the briefing",
    "Nov",
    "Traditional Chinese",
    "Simplified Chinese",
)


def messages() -> list[tuple[str, ...]]:
    """The messages of the source, each with all its forms."""
    ids = [message.id for message in words.extracted() if message.id]
    return [id_ if isinstance(id_, tuple) else (id_,) for id_ in ids]


def test_messages_are_calm_sentences_without_shouting_or_title_case():
    for form in (form for forms in messages() for form in forms):
        calm = re.sub(r"![\d]|@ or !", "", form)
        assert "!" not in calm
        for name in sorted(CAPITALS, key=len, reverse=True):
            calm = calm.replace(name, "it")
        inside = re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", calm)
        assert inside == [], form


def test_what_babel_finds_is_all_there_is():
    """Of an f-string Babel sees nothing on some versions of Python."""
    said = {
        arg.value
        for file in _files()
        for call in _calls(file, "_", "N_", "ngettext")
        for arg in call.args[:1]
        if isinstance(arg, ast.Constant)
    }
    assert said == {forms[0] for forms in messages()}


def test_only_whole_messages_are_looked_up():
    """Words put together before they are looked up are in no catalogue."""
    wrong = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in _files()
        for call in _calls(file, "_", "N_", "ngettext")
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert wrong == []


def test_no_word_is_chosen_before_the_language_is():
    """What runs at import keeps its first language; only the command line chooses one before."""
    frozen = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in _files()
        if file.parent != ROOT / "desktop" / "cli"
        for call in _at_import(ast.parse(file.read_text("utf-8")))
    ]
    assert frozen == []


SHOWN = re.findall(
    r"\w+",
    "setText setWindowTitle setToolTip setStatusTip setAccessibleName setAccessibleDescription "
    "setPlaceholderText setHorizontalHeaderLabels setTitle addAction addMenu addTab addItem "
    "PlainLabel ElidedLabel QLabel QPushButton QAction QCheckBox plain_button plain_tooltip "
    "RuleBroken StoreFailed PaperFailed WarRoomError BadParameter fail echo refuse fault done say "
    "set_note set_count set_empty set_text show_text set_saved Meta Note FormField Figure "
    "FilterMenu Column Cell CellChip ChipText HistoryRow",
)
NOT_WORDS = {
    "Del",
    "Ctrl L",
    "Ctrl F",
    "Ctrl Z",
    "SHA-256",
    "drawing library",
}  # keys, a format, a thread
# files whose literals are SQL, words that people may type, or messages to developers
DATA = (
    "desktop/warroom/store/",
    "desktop/warroom/capture/words.py",
    "desktop/warroom/capture/told.py",
    "desktop/warroom/wall.py",
    "desktop/warroom/exchange/elsewhere.py",
    "desktop/warroom/exchange/mapping.py",
    "desktop/warroom/exchange/workbook_cells.py",
    "desktop/warroom/statements/caught.py",
    "desktop/warroom/statements/dates_in.py",
    "desktop/warroom/statements/figures_in.py",
    "desktop/warroom/statements/numerals.py",
    "desktop/syslibs.py",
    "widgets/stylesheet.py",
    "widgets/table_copy.py",
)


def test_nothing_that_a_user_reads_goes_round_the_catalogue():
    found = [
        f"{name}:{node.lineno}: {node.value!r}"
        for file in _files("desktop", "widgets")
        for name in [file.relative_to(ROOT).as_posix()]
        for node in _unsaid(ast.parse(file.read_text("utf-8")), name.startswith(DATA))
        if node.value not in NOT_WORDS
    ]
    assert found == []


def test_words_that_go_round_the_catalogue_are_found():
    source = (
        'def f(x):\n    """Nothing wrong here."""\n    x.setText("Open")\n    y = "not so good"'
    )
    assert {n.value for n in _unsaid(ast.parse(source), False)} == {"Open", "not so good"}
    assert list(_unsaid(ast.parse('x.setText(_("Open the room"))'), False)) == []
    assert [c.lineno for c in _at_import(ast.parse('A = _("a")\ndef f(b=_("b")): _("c")'))] == [
        1,
        2,
    ]


def _files(*folders: str) -> list[Path]:
    return [
        file
        for folder in folders or ("desktop", "widgets", "resources")
        for file in sorted((ROOT / folder).rglob("*.py"))
    ]


def _calls(file: Path, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and _name(node) in names:
            yield node


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def _at_import(node: ast.AST) -> Iterator[ast.Call]:
    """The look-ups that run when a module is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            defaults = [d for d in child.args.kw_defaults if d]
            for part in (*child.decorator_list, *child.args.defaults, *defaults):
                yield from _at_import(ast.Expr(part))
        elif not isinstance(child, ast.Lambda):
            if isinstance(child, ast.Call) and _name(child) in ("_", "ngettext"):
                yield child
            yield from _at_import(child)


def _unsaid(tree: ast.AST, data: bool) -> Iterator[ast.Constant]:
    """Literals that look like words to be read, and are not looked up in the catalogue."""
    passed = {id(node) for part in _not_shown(tree) for node in ast.walk(part)}
    shown = {
        id(node)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _name(call) in SHOWN
        for part in (*call.args, *(k.value for k in call.keywords if k.arg == "told"))
        for node in _direct(part)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if id(node) in passed:
            continue
        sentence = not data and re.search(r"[A-Za-z]{2,} [a-z]{2,}", node.value)
        if sentence or (id(node) in shown and re.search(r"[A-Z][a-z]|[a-z] [a-z]", node.value)):
            yield node


def _not_shown(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and body:
            if isinstance(body[0], ast.Expr):
                yield body[0]
        elif isinstance(node, ast.Assert) or (
            isinstance(node, ast.Call)
            and _name(node) in ("_", "N_", "ngettext", "ValueError", "TypeError")
        ):
            yield node


def _direct(part: ast.AST) -> Iterator[ast.AST]:
    """A literal, or those in a tuple, a list, a condition or an f-string; not in further calls."""
    if isinstance(part, ast.Constant):
        yield part
    elif isinstance(part, ast.Tuple | ast.List | ast.JoinedStr | ast.IfExp | ast.BinOp):
        for child in ast.iter_child_nodes(part):
            yield from _direct(child)

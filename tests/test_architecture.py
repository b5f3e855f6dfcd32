"""The house stands as drawn: arrows point down, files are small, and each says what it is for."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = [
    path
    for folder in ("desktop", "widgets", "resources")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
TRACKED = ("*.py", "*.md", "*.toml", "*.lock", "*.typ", "*.json", ".ci/*")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_arrows_point_down() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_says_what_it_is_for_and_stays_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "begin with one sentence"
    assert text.count("\n") <= 400, "look for the second noun"


def test_models_know_no_widget() -> None:
    for path in (ROOT / "desktop" / "models").glob("*.py"):
        assert "QtWidgets" not in path.read_text(encoding="utf-8"), path


def test_templates_evaluate_nothing() -> None:
    for path in (ROOT / "resources" / "templates").glob("*.typ"):
        assert "eval(" not in path.read_text(encoding="utf-8")


def test_locks_name_no_host() -> None:
    for path in ROOT.glob("requirements*.lock"):
        assert "://" not in path.read_text(encoding="utf-8")


def test_no_star_imports_that_slow_the_start() -> None:
    for path in MODULES:
        assert "import *" not in path.read_text(encoding="utf-8"), path

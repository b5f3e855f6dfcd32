"""Setting up: what is missing is named with the line that brings it, and nothing is half done."""

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import syslibs

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def run():
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def copy(tmp_path) -> Path:
    """The files that set up, in a folder of their own, with no network to install from."""
    shutil.copy(ROOT / "run.py", tmp_path)
    (tmp_path / "desktop").mkdir()
    for name in ("__init__.py", "syslibs.py"):
        shutil.copy(ROOT / "desktop" / name, tmp_path / "desktop")
    (tmp_path / "wheels").mkdir()
    return tmp_path


def test_an_old_python_is_told_which_one_is_needed(run, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert run.main([]) == 1
    assert "needs Python 3.11 or later" in capsys.readouterr().err


def test_a_display_asks_for_the_libraries_of_its_own_kind():
    assert "libxcb-cursor.so.0" not in syslibs.wanted({})
    assert "libxcb-cursor.so.0" in syslibs.wanted({"DISPLAY": ":0"})
    assert "libwayland-cursor.so.0" in syslibs.wanted({"WAYLAND_DISPLAY": "wayland-0"})


def test_a_library_that_cannot_be_loaded_is_missing_and_one_that_can_is_not(monkeypatch):
    monkeypatch.setattr(syslibs, "OFFSCREEN", {"libc.so.6": "libc6", "libnosuch.so.7": "nosuch"})
    assert syslibs.missing({}) == {"libnosuch.so.7": "nosuch"}


def test_somebody_who_may_not_install_is_told_the_line(run, monkeypatch, capsys):
    monkeypatch.setattr(syslibs, "OFFSCREEN", {"libnosuch.so.7": "nosuch"})
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(run.shutil, "which", lambda _name: "/usr/bin/apt-get")
    assert not run.system_is_ready()
    said = capsys.readouterr().err
    assert "sudo apt-get update && sudo apt-get install -y --no-install-recommends nosuch" in said


def test_packages_that_are_not_what_the_lock_says_are_not_installed(copy):
    (copy / "requirements.lock").write_text("iniconfig==2.1.0 --hash=sha256:" + "0" * 64 + "\n")
    done = subprocess.run(
        [sys.executable, str(copy / "run.py"), "verify"], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "The packages could not be installed" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (copy / ".venv" / "war-room-lock").exists()  # the next start tries again


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_a_version_and_hashes_and_no_host(name):
    text = (ROOT / name).read_text()
    packages = re.split(r"^(?=[a-z0-9])", text, flags=re.M | re.I)[1:]
    assert len(packages) > 10
    for package in packages:
        assert re.match(r"[\w.\-\[\]]+==\S+", package), package
        assert "--hash=sha256:" in package, package
    assert "://" not in text

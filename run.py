#!/usr/bin/env python3
"""Set up what is missing, then run War Room: `python3 run.py [test | ARGS...]`.

Standard library only: this is the file that runs before anything is installed.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "war-room-lock"


def main(args: list[str]) -> int:
    """Set up, then hand over to the tests or the program."""
    if sys.version_info < (3, 11):
        return refuse(
            "War Room needs Python 3.11 or later. Install it, then run this command with it."
        )
    testing = args[:1] == ["test"]
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if testing or (sys.platform.startswith("linux") and not display):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not (system_is_ready() and environment_is_ready()):
        return 1
    module, rest = ("pytest", args[1:]) if testing else ("desktop", args)
    os.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])
    )
    where = ROOT if testing else Path.cwd()
    return subprocess.run([str(PYTHON), "-m", module, *rest], cwd=where).returncode


def system_is_ready() -> bool:
    """Install the missing system packages as root on Debian, else say the line that does."""
    packages = []
    if sys.platform.startswith("linux"):
        from desktop.syslibs import missing

        packages = sorted(set(missing().values()))
    if importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    if not packages:
        return True
    if shutil.which("apt-get") is None:
        refuse("These system packages are missing; install them first: " + " ".join(packages))
        return False
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        refuse(
            f"Some system libraries are missing. Install them, then try again:\n"
            f"  sudo apt-get update && sudo {' '.join(install)}"
        )
        return False
    print("Installing system libraries: " + " ".join(packages), flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], [*install, "-qq"]):
        if subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL).returncode:
            refuse(f"'{' '.join(command)}' failed; see above.")
            return False
    return True


def environment_is_ready() -> bool:
    """Make `.venv` with the locked packages, once for each lock."""
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == lock:
        return True
    print("Setting up .venv (once; under a minute)", flush=True)
    if not PYTHON.exists() and subprocess.run([sys.executable, "-m", "venv", str(VENV)]).returncode:
        refuse("The virtual environment could not be made; see above.")
        return False
    wheels = ROOT / "wheels"
    source = ["--no-index", "--find-links", str(wheels)] if wheels.is_dir() else []
    install = ["-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes"]
    if subprocess.run([str(PYTHON), *install, *source, "-r", str(LOCK)]).returncode:
        refuse("The packages could not be installed; see above. They need a network, or wheels/.")
        return False
    STAMP.write_text(lock)
    return True


def refuse(sentence: str) -> int:
    """Say why nothing was run."""
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

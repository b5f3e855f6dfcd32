"""The identity of this machine's user: it lives in the user's data folder, never in a room."""

import json
import os
from pathlib import Path

import platformdirs


def home() -> Path:
    """The folder of this user's own data; ``WARROOM_HOME`` puts it elsewhere."""
    said = os.environ.get("WARROOM_HOME")
    folder = Path(said) if said else Path(platformdirs.user_data_dir("warroom", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def device_id() -> str:
    """Twelve hexadecimal digits that name this device, made at the first start."""
    file = home() / "device.json"
    try:
        return str(json.loads(file.read_text(encoding="utf-8"))["device"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        made = os.urandom(6).hex()
        part = file.with_suffix(".part")
        part.write_text(json.dumps({"device": made}), encoding="utf-8")
        os.replace(part, file)
        return made

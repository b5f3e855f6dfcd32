"""The bundled faces are the pinned ones and cover the names that people have."""

import hashlib
import json

from resources import path


def test_every_face_is_the_pinned_file() -> None:
    listed = dict(
        reversed(line.split("  ")) for line in path("fonts", "SHA256SUMS").read_text().splitlines()
    )
    found = {
        face.name: hashlib.sha256(face.read_bytes()).hexdigest()
        for face in path("fonts").glob("*.ttf")
    }
    assert len(found) == 10
    assert found == listed


def test_names_and_cantonese_are_covered() -> None:
    ranges = json.loads(path("fonts", "coverage.json").read_text())
    for letter in "镕喆堃祎赟頔喺嚟嘅啲嗰冇咗喎Ωß⟨⟩":
        assert any(first <= ord(letter) <= last for first, last in ranges), letter


def test_each_family_has_its_licence() -> None:
    for family in ("Inter", "NotoEmoji", "NotoSansMath", "NotoSansSC", "NotoSansTC"):
        assert "SIL OPEN FONT LICENSE" in path("fonts", f"OFL-{family}.txt").read_text()

"""Fetch the pinned fonts into a folder, check them, and note which code points they cover.

Run once by a developer, `python .ci/fetch_fonts.py resources/fonts`; its result is committed and
the program never touches the network. Needs npm and fontTools.
"""

import base64
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

SCOPE = "@expo-google-fonts"
PACKAGES = {
    "noto-sans-sc@0.4.3": (
        "NotoSansSC",
        ("400Regular", "700Bold"),
        "9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ==",
    ),
    "noto-sans-tc@0.4.3": (
        "NotoSansTC",
        ("400Regular", "700Bold"),
        "69XAOTLPz0WlAxL6qJEKlDMxHsBd4J1M39HjV0gPF2o1xWVALOsVWvDgistnecVockA9wbU/tH5C/gyS2PdnHg==",
    ),
    "inter@0.4.2": (
        "Inter",
        ("400Regular", "500Medium", "600SemiBold", "700Bold"),
        "syfiImMaDmq7cFi0of+waE2M4uSCyd16zgyWxdPOY7fN2VBmSLKEzkfbZgeOjJq61kSqPBNNtXjggiQiSD6gMQ==",
    ),
    "noto-sans-math@0.4.2": (
        "NotoSansMath",
        ("400Regular",),
        "Kgj0kKibznTLYcbpR8Tk2ybr76uMOyrlyoP5F9G+0UiJzAMA4zG/XIlrgXKzfFGERhA0Rc3vbwDeeTxwXPlaYg==",
    ),
    "noto-emoji@0.4.7": (
        "NotoEmoji",
        ("400Regular",),
        "Gs7URwtKmCzzdGUTYbG8MIohyaQPgGxIaQG5hvyEAaQiEGJpQy6gyP3NDICE0EJkOJFoe1JFD3Hf1L4a3qe4KA==",
    ),
}


def main(folder: Path) -> None:
    """Fill ``folder`` with the faces, their licences, SHA256SUMS and coverage.json."""
    folder.mkdir(parents=True, exist_ok=True)
    sums = []
    for package, (family, weights, integrity) in PACKAGES.items():
        files = unpack(f"{SCOPE}/{package}", integrity)
        (folder / f"OFL-{family}.txt").write_bytes(files["package/LICENSE_FONT"])
        for weight in weights:
            name = f"{family}-{weight.lstrip('0123456789')}.ttf"
            face = files[f"package/{weight}/{family}_{weight}.ttf"]
            (folder / name).write_bytes(face)
            sums.append(f"{hashlib.sha256(face).hexdigest()}  {name}")
    (folder / "SHA256SUMS").write_text("\n".join(sorted(sums, key=lambda s: s.split()[1])) + "\n")
    ranges = coverage(folder.glob("*-Regular.ttf"))
    (folder / "coverage.json").write_text(json.dumps(ranges, separators=(",", ":")) + "\n")
    print(f"{len(sums)} faces, {len(ranges)} ranges of code points")


def unpack(package: str, integrity: str) -> dict[str, bytes]:
    """The files of an npm package whose tarball has this SHA-512."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True)
        tarball = next(Path(folder).glob("*.tgz")).read_bytes()
    found = base64.b64encode(hashlib.sha512(tarball).digest()).decode()
    if found != integrity:
        sys.exit(f"{package} is not the pinned file: sha512-{found}")
    with tarfile.open(fileobj=io.BytesIO(tarball)) as archive:
        members = [m for m in archive.getmembers() if m.isfile()]
        return {m.name: archive.extractfile(m).read() for m in members}


def coverage(faces) -> list[list[int]]:
    """The code points that at least one face has, as ranges of first and last."""
    from fontTools.ttLib import TTFont

    points = sorted({point for face in faces for point in TTFont(face, lazy=True).getBestCmap()})
    ranges: list[list[int]] = []
    for point in points:
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return ranges


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Fetch the icons the program uses from one pinned Lucide package.

Run once by a developer, `python .ci/fetch_icons.py resources/icons`; its result is committed with
Lucide's licence. Needs npm.
"""

import sys
from pathlib import Path

from fetch_fonts import unpack

PACKAGE = "lucide-static@1.62.0"
INTEGRITY = (
    "WBZA/m2PvkFpMGHDtsBck5P2A9G4ehLlYu4GwwICcmEm1BvYVgj00lCDxKRWLlbMlOibLaiwdQ88G5pHkSWgwA=="
)
NAMES = [
    "arrow-down",
    "arrow-up",
    "book-text",
    "chevron-down",
    "circle",
    "circle-check",
    "clipboard-check",
    "clock",
    "download",
    "file-text",
    "folder-open",
    "funnel",
    "history",
    "languages",
    "layout-dashboard",
    "list-tree",
    "megaphone",
    "moon",
    "newspaper",
    "notebook-text",
    "paperclip",
    "pencil",
    "play",
    "plus",
    "printer",
    "redo-2",
    "search",
    "settings",
    "shield-check",
    "square-kanban",
    "star",
    "sun",
    "triangle-alert",
    "undo-2",
    "upload",
    "user",
    "users",
    "x",
]


def main(folder: Path) -> None:
    """Fill ``folder`` with the icons named above."""
    folder.mkdir(parents=True, exist_ok=True)
    files = unpack(PACKAGE, INTEGRITY)
    for name in NAMES:
        if icon := files.get(f"package/icons/{name}.svg"):
            (folder / f"{name}.svg").write_bytes(icon)
        else:
            print(f"{name} is not in the set")
    (folder / "LICENSE-Lucide.txt").write_bytes(files["package/LICENSE"])


if __name__ == "__main__":
    main(Path(sys.argv[1]))

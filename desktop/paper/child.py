"""The process that typesets: JSON on standard input, the PDF into the file that is named.

With ``--pages`` behind the name of a folder, pictures of the pages into that.
"""

import json
import sys
from pathlib import Path
from typing import Any

import typst

from desktop.paper.typeset import pages, pdf


def main(target: str, *words: str) -> int:
    """Typeset what stands on standard input into ``target``; 1 with a line on stderr if not."""
    try:
        content = json.load(sys.stdin.buffer)
        if words:
            _paint(content, Path(target))
        else:
            Path(target).write_bytes(pdf(content))
    except (typst.TypstError, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


def _paint(content: dict[str, Any], folder: Path) -> None:
    for number, page in enumerate(pages(content), 1):
        (folder / f"{number:05d}.png").write_bytes(page)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

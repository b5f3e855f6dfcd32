"""The process that typesets: JSON on standard input, the PDF into the file that is named.

With ``--pages`` behind the name of a folder, pictures of the pages into that.
"""

import json
import sys
from pathlib import Path
from typing import Any

import typst

from desktop.paper.typeset import pages, pdf

NO_PLACE = 2  # the code for ``write``, which this process need not import


def main(target: str, *words: str) -> int:
    """Typeset what stands on standard input into ``target``.

    Else a line on stderr: 1 where it cannot be typeset, 2 where it cannot be written.
    """
    try:
        content = json.load(sys.stdin.buffer)
        if words:
            _paint(content, Path(target))
        else:
            Path(target).write_bytes(pdf(content))
    except typst.TypstError as fault:
        print(fault, file=sys.stderr)
        return 1
    except OSError as fault:
        print(fault.strerror, file=sys.stderr)
        return NO_PLACE
    return 0


def _paint(content: dict[str, Any], folder: Path) -> None:
    for number, page in enumerate(pages(content), 1):
        (folder / f"{number:05d}.png").write_bytes(page)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""The process that typesets: JSON on standard input, the PDF into the file that is named."""

import json
import sys
from pathlib import Path

import typst

from desktop.paper.typeset import pdf


def main(target: str) -> int:
    """Typeset what stands on standard input into ``target``; 1 with a line on stderr if not."""
    try:
        Path(target).write_bytes(pdf(json.load(sys.stdin.buffer)))
    except (typst.TypstError, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""JSON whose objects know the line that they begin in, so that a fault can be found again."""

import json
from typing import Any, NoReturn

from desktop.warroom.faults import RuleBroken
from resources import _

DEEPEST = 12  # levels of a file; a playbook has five
_BLANK = " \t\n\r"


class Located(dict[str, Any]):
    """An object of a file, with the number of its first line."""

    line: int = 0


def read_located(text: str) -> Any:
    """The value of a JSON text. Raises RuleBroken with the line of what is no JSON."""
    try:
        json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as fault:
        raise RuleBroken(
            _("Line {n}: this is no JSON. Mend the file there.").format(n=fault.lineno)
        ) from None
    except (ValueError, RecursionError):
        raise RuleBroken(_("The file holds what no playbook holds. Choose another.")) from None
    return _Reader(text).value()


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


class _Reader:
    """Reads a text that is known to be JSON."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._line, self._counted = 1, 0
        self._scalars = json.JSONDecoder()

    def value(self, depth: int = 0) -> Any:
        if depth > DEEPEST:
            raise RuleBroken(_("The file holds what no playbook holds. Choose another."))
        match self._next():
            case "{":
                return self._object(depth)
            case "[":
                return self._array(depth)
        found, self._at = self._scalars.raw_decode(self._text, self._at)
        return found

    def _next(self) -> str:
        while self._text[self._at] in _BLANK:
            self._at += 1
        return self._text[self._at]

    def _object(self, depth: int) -> Located:
        found = Located()
        found.line = self._line_here()
        self._at += 1
        while self._next() != "}":
            name = self.value(depth + 1)
            self._next()
            self._at += 1  # the colon
            if name in found:
                raise RuleBroken(
                    _('Line {n}: "{name}" stands there twice.').format(n=found.line, name=name)
                )
            found[name] = self.value(depth + 1)
            self._pass_comma()
        self._at += 1
        return found

    def _array(self, depth: int) -> list[Any]:
        found = []
        self._at += 1
        while self._next() != "]":
            found.append(self.value(depth + 1))
            self._pass_comma()
        self._at += 1
        return found

    def _pass_comma(self) -> None:
        if self._next() == ",":
            self._at += 1

    def _line_here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

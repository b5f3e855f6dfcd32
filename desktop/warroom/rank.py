"""The order of cards: a short text between any two, so that a move changes one card alone."""

from collections.abc import Iterator

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"  # in the order of ASCII
MIDDLE = DIGITS[len(DIGITS) // 2]


def behind(before: str, count: int) -> Iterator[str]:
    """``count`` rising ranks behind ``before``, all of one length, with room between and behind."""
    head, width = between(before, ""), 1
    while len(DIGITS) ** width < count:
        width += 1
    for number in range(count):
        places = (number // len(DIGITS) ** place for place in reversed(range(width)))
        yield head + "".join(DIGITS[digit % len(DIGITS)] for digit in places) + MIDDLE


def between(before: str, after: str) -> str:
    """A rank that sorts behind ``before`` and ahead of ``after``; an empty one is no bound.

    Ranks are the digits of a fraction to the base of 62 and never end in its zero, so that there
    is always room between two. Ranks of equal or falling order, which another program may have
    written, give one behind ``before``.
    """
    if after and before >= after:
        after = ""
    found = ""
    while True:
        low = DIGITS.find(before[len(found) : len(found) + 1] or "0")
        high = DIGITS.find(after[len(found)]) if len(found) < len(after) else len(DIGITS)
        if high - low > 1:
            return found + DIGITS[(low + high) // 2]
        found += DIGITS[max(low, 0)]
        if high > low:
            after = ""  # what follows stays below ``after`` whatever it is

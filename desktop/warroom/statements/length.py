"""How long a text is in the way its language is counted, and how near it comes to its limit."""

from dataclasses import dataclass

from desktop.warroom.choices import Language
from desktop.warroom.statements.templates import template
from desktop.warroom.statements.words import Form
from resources import ngettext

NEAR = 0.9  # of the limit


@dataclass(frozen=True, slots=True)
class Length:
    """Words of an English text or characters of a Chinese one; ``most`` is 0 without a limit."""

    count: int
    most: int
    chinese: bool

    @property
    def over(self) -> int:
        """How many there are too many."""
        return max(0, self.count - self.most) if self.most else 0

    @property
    def near(self) -> bool:
        """Whether nine tenths of what is allowed are there."""
        return bool(self.most) and self.count >= NEAR * self.most

    def __str__(self) -> str:
        """The length in words: ``212 of 200 words, 12 too many``."""
        n, most, over = self.count, self.most, self.over
        if not most:
            said = ngettext("{n} character", "{n} characters", n)
            return (said if self.chinese else ngettext("{n} word", "{n} words", n)).format(n=n)
        if self.chinese:
            said = ngettext("{n} of {most} character", "{n} of {most} characters", most)
        else:
            said = ngettext("{n} of {most} word", "{n} of {most} words", most)
        if not over:
            return said.format(n=n, most=most)
        many = ngettext("{length}, {over} too many", "{length}, {over} too many", over)
        return many.format(length=said.format(n=n, most=most), over=over)


def length(text: str, form: Form | str, language: Language | str) -> Length:
    """The length of a text as it goes out, against the limit of its template."""
    limits, chinese = template(form), language != Language.ENGLISH
    if chinese:
        return Length(sum(not char.isspace() for char in text), limits.most_characters, chinese)
    return Length(len(text.split()), limits.most_words, chinese)

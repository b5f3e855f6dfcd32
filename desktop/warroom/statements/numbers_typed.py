"""Numbers in a text that were typed and so rest on no fact."""

import re

from desktop.warroom.statements.figures_in import Figure, FigureKind, figures

_NAMED = re.compile(r"⟦[^⟦⟧\s]+⟧")
_COUNTS = (FigureKind.NUMBER, FigureKind.PERCENT, FigureKind.MONEY)
_LASTING = re.compile(
    r"[\s-]*(?:working\s|business\s|more\s|full\s)?"
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|h|days?|nights?|weeks?|months?|years?)\b"
    r"|\s*[個个]?\s*(?:秒|分[鐘钟]|小[時时]|[鐘钟][頭头]|工作[日天]|天|日|[週周]|月|年|季)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(  # what is called by its number
    r"(?:\b(?:no|nos|number|article|art|section|sec|page|p|level|phase|part|step|question|version"
    r"|ver|v|batch|batches|lot|lots|serial|model|gate|hall|room|floor|chapter|paragraph|iOS|Android"
    r"|Windows|in|since|until|of|from)\b\.?|#|[批編编型序門门][號号]|批次|版本|版|第)\s*:?\s*"
    r"(?:\d+\s*(?:,|、|and|to|和|至|-|–)\s*)*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BY_YEAR = re.compile(r"\b(?:in|since|until|of|from)\s*$", re.IGNORECASE)
_BEHIND = re.compile(r"\s*(?:[條条款頁页號号樓楼]|期(?!間|间))")
_MARKER = re.compile(r"^\s*[(（]?\d{1,2}[.)）、．]")
_PEOPLE = re.compile(
    r"\s*(?:\w+\s+)?(?:people|persons|customers?|users?|children|patients|injur\w+|cases?"
    r"|complaints?|reports?)\b|\s*[名人位件例起宗]",
    re.IGNORECASE,
)


def numbers_typed(text: str) -> list[str]:
    """The numbers of a sentence that count something and stand behind no fact, as they were typed.

    Times, lengths of time, telephone numbers, versions, ordinals and what is called by a number
    are none.
    """
    bare = _NAMED.sub(lambda named: " " * len(named[0]), text)
    bare = _MARKER.sub(lambda marker: " " * len(marker[0]), bare)
    return list(dict.fromkeys(each.said for each in figures(bare) if _counts(each, bare)))


def _counts(figure: Figure, text: str) -> bool:
    if figure.kind not in _COUNTS:
        return False
    if figure.kind != FigureKind.NUMBER:
        return True
    before, after = text[: figure.start], text[figure.end :]
    if figure.hinted and not _PEOPLE.match(after):
        return False
    return not (_LASTING.match(after) or _BEHIND.match(after) or _called(figure.said, before))


def _called(said: str, before: str) -> bool:
    """Whether a number is a name: article 57, since 2019; ``in 3 homes`` counts."""
    named = _NUMBERED.search(before)
    if named is None:
        return False
    return bool(_YEAR.fullmatch(said)) if _BY_YEAR.search(before) else True

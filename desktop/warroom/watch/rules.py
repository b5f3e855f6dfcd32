"""All rules of the watch, in the order of the four mistakes."""

from functools import cache

from desktop.warroom.watch.rule import Rule


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id; their modules are imported when first asked for."""
    from desktop.warroom.watch import guidance, plan, public, signs, speaking, staff, thorough

    every = (
        *signs.RULES,
        *public.RULES,
        *speaking.RULES,
        *thorough.RULES,
        *staff.RULES,
        *plan.RULES,
        *guidance.RULES,
    )
    return {rule.id: rule for rule in sorted(every, key=_place)}


def _place(rule: Rule) -> tuple[str, int]:
    pitfall, _dash, number = rule.id.partition("-")
    return pitfall, int(number)

"""The thresholds in force: the defaults of the rules, and what the company has set instead."""

from collections.abc import Callable, Iterable

from desktop.warroom.records import Incident
from desktop.warroom.watch.alarms import Threshold
from desktop.warroom.watch.rule import Limit, Rule


def in_force(rule: Rule, set_: Iterable[Threshold], incident: Incident) -> Callable[[str], int]:
    """What each limit of a rule is for this incident; what names type and level wins."""
    mine = [each for each in set_ if each.rule == rule.id]
    limits = {each.key: each for each in rule.limits}

    def value(key: str) -> int:
        fitting = [each for each in mine if each.key == key and _fits(each, incident)]
        best = max(
            fitting, key=lambda each: (bool(each.level), bool(each.type), each.id), default=None
        )
        return best.value if best and best.value is not None else _default(limits[key], incident)

    return value


def _fits(each: Threshold, incident: Incident) -> bool:
    return each.type in ("", incident.type) and each.level in ("", incident.severity)


def _default(limit: Limit, incident: Incident) -> int:
    return dict(limit.of_type).get(str(incident.type), limit.default)

"""The playbooks that the program ships: a whole one for each type, to begin with."""

import json
from functools import cache
from typing import Any

from desktop.warroom.choices import CrisisType
from desktop.warroom.playbooks.plan import Playbook
from resources import path


def shipped(kind: CrisisType) -> Playbook:
    """The shipped playbook of a type."""
    return _plans()[kind]


@cache
def shipped_file() -> dict[str, Any]:
    """The shipped file: playbooks, and the templates that they name."""
    found: dict[str, Any] = json.loads(path("method", "playbooks.json").read_bytes())
    return found


@cache
def _plans() -> dict[CrisisType, Playbook]:
    plans = map(Playbook.from_plain, shipped_file()["playbooks"])
    return {plan.type: plan for plan in plans}

"""The verbs of the statement desk, each of them one act of the room."""

from desktop.warroom.statements.approving import (
    approve,
    approvers,
    missing,
    submit,
    why_not_approve,
)
from desktop.warroom.statements.drafting import begin, in_language, next_version
from desktop.warroom.statements.releasing import (
    live,
    release,
    tells_public_first,
    why_not_release,
    why_reason,
    withdraw,
)
from desktop.warroom.statements.series import in_series, releases_of, staff_told

__all__ = [
    "approve",
    "approvers",
    "begin",
    "in_language",
    "in_series",
    "live",
    "missing",
    "next_version",
    "release",
    "releases_of",
    "staff_told",
    "submit",
    "tells_public_first",
    "why_not_approve",
    "why_not_release",
    "why_reason",
    "withdraw",
]

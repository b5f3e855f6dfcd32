"""Severity by points, and the practice's rule on which strategy fits whom people blame."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.choices import Severity, SubType, Tier
from desktop.warroom.method.assessment import Assessment, blame, level, mismatches, points
from desktop.warroom.method.words import Cluster, Known, Reputation

NOTHING = Assessment(
    death=Known.NO,
    hurt=Known.NO,
    affected=0,
    stopped=Known.NO,
    statutory=Known.NO,
    tier=Tier.NONE,
    doubled=Known.NO,
)


def seen(**values: object) -> Assessment:
    return Assessment(**{**vars(NOTHING), **values})


@pytest.mark.parametrize(
    ("values", "worth", "named"),
    [
        ({}, 0, Severity.MINOR),
        ({"affected": 99}, 0, Severity.MINOR),
        ({"affected": 100, "doubled": Known.YES}, 2, Severity.MODERATE),
        ({"affected": 10_000, "tier": Tier.SECOND, "stopped": Known.YES}, 5, Severity.MAJOR),
        ({"affected": 1_000_000, "statutory": Known.YES, "tier": Tier.FIRST}, 7, Severity.MAJOR),
        ({"hurt": Known.YES, "stopped": Known.YES, "tier": Tier.FIRST}, 8, Severity.CRITICAL),
        ({"death": Known.YES}, None, Severity.CRITICAL),
    ],
)
def test_points_and_levels_are_those_of_the_practice(
    values: dict[str, object], worth: int | None, named: Severity
) -> None:
    assert points(seen(**values)) == worth
    assert level(seen(**values)) == named


def test_nothing_known_is_the_worst_plausible() -> None:
    assert level(Assessment()) == Severity.CRITICAL


KNOWN = st.sampled_from([Known.YES, Known.NO])


@given(hurt=KNOWN, stopped=KNOWN, statutory=KNOWN, doubled=KNOWN, affected=st.integers(0, 10**8))
def test_to_know_less_never_lowers_the_level(**values: object) -> None:
    known = seen(**values)
    for name in values:
        unknown = None if name == "affected" else Known.UNKNOWN
        less = seen(**{**values, name: unknown})
        assert level(less) <= level(known)  # 1 is the highest


def test_history_and_a_poor_name_raise_the_blame_but_not_beyond() -> None:
    assert blame(Assessment(cluster=Cluster.VICTIM)) == 0
    assert blame(Assessment(cluster=Cluster.VICTIM, history=True)) == 1
    assert blame(Assessment(cluster=Cluster.ACCIDENTAL, reputation=Reputation.POOR)) == 2
    assert blame(Assessment(cluster=Cluster.PREVENTABLE, history=True)) == 2


BOTH = {"instructing": True, "adjusting": True}


@pytest.mark.parametrize(
    ("values", "sentences"),
    [
        ({}, 0),  # nothing chosen yet
        ({"rebuild": True, **BOTH}, 0),
        ({"rebuild": True}, 1),
        ({"bolster": True, **BOTH}, 1),
        ({"cluster": Cluster.PREVENTABLE, "diminish": True, **BOTH}, 2),
        ({"cluster": Cluster.PREVENTABLE, "rebuild": True, "bolster": True, **BOTH}, 0),
        ({"cluster": Cluster.ACCIDENTAL, "deny": True, **BOTH}, 1),
        ({"cluster": Cluster.VICTIM, "deny": True, "rebuild": True, **BOTH}, 1),
    ],
)
def test_a_strategy_that_does_not_fit_is_said(values: dict[str, object], sentences: int) -> None:
    assert len(mismatches(Assessment(**values))) == sentences


def test_to_deny_fits_a_rumour_only() -> None:
    denied = Assessment(cluster=Cluster.VICTIM, deny=True, **BOTH)
    assert mismatches(denied, SubType.RUMOUR) == []
    assert len(mismatches(denied, SubType.DEFECT)) == 1

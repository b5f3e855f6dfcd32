"""How the media speak of us: the formulas of the practice, on figures computed by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom import opinion
from desktop.warroom.choices import Carried, Prominence, Tier, Tone
from desktop.warroom.records import Coverage
from tests.watched import at

TONES = list(Tone)


def item(**given) -> Coverage:
    return Coverage(**{"outlet": "City TV", "headline": "Late", "published_at": at(), **given})


def test_the_net_tone_counts_what_was_rated_and_says_nothing_of_few():
    tones = [Tone.POSITIVE] * 2 + [Tone.NEGATIVE] * 5 + [Tone.NEUTRAL] * 2 + [Tone.MIXED]
    found = opinion.net_tone([item(tone=tone) for tone in [*tones, Tone.NOT_RATED]])
    assert (found.n, found.value) == (10, -0.3)
    assert opinion.net_tone([item(tone=Tone.NEGATIVE)] * 9).value is None


def test_the_weighted_tone_weighs_by_tier_and_prominence():
    front = item(tone=Tone.NEGATIVE, tier=Tier.FIRST, prominence=Prominence.HEADLINE)
    small = item(tone=Tone.POSITIVE, tier=Tier.NONE, prominence=Prominence.PASSING)
    found = opinion.weighted_tone([front] * 5 + [small] * 5 + [item(tone=Tone.NEGATIVE)])
    assert found.n == 10
    assert found.value == pytest.approx((5 * -3 + 5 * 0.2) / (5 * 3 + 5 * 0.2))


def test_an_outlet_reaches_its_readers_once_a_day_and_unknown_is_not_guessed():
    found = opinion.reach(
        [
            item(reach=100),
            item(reach=300),
            item(reach=None),
            item(outlet="Blog", reach=None),
            item(reach=200, published_at=at(1_440)),
        ]
    )
    assert found == opinion.Reach(known=500, unknown=1, outlets=3)


def test_messages_carried_are_a_part_of_what_was_rated():
    rated = [item(carried=Carried.RIGHT)] * 3 + [item(carried=Carried.WRONG)] * 2
    rated += [item(carried=Carried.NONE)] * 5
    found = [*rated, item()]
    assert opinion.pull_through(found).value == 0.3
    assert opinion.distortion(found).value == 0.2


def test_our_share_of_voice_is_among_us_and_named_competitors():
    found = opinion.share_of_voice([item()] * 6 + [item(company="Rival")] * 6)
    assert (found.n, found.of, found.value) == (6, 12, 0.5)


def test_a_quote_is_ours_only_by_a_spokesperson():
    found = opinion.quote_share([item(quoted="Wu"), item(quoted="chen "), item()], ["Wu", "Chen"])
    assert (found.n, found.of) == (2, 3)


def test_velocity_is_the_last_hour_against_the_one_before():
    now = at().ms
    times = [now, now - 10 * 60_000, now - 59 * 60_000, now - 60 * 60_000]
    assert opinion.velocity(times, now) == (3, 2)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [([0] * 8 + [1] * 5 + [2] * 4, 2), ([0] * 8, None), ([], None), ([0, 1, 1, 2, 5], 1)],
)
def test_the_half_life_runs_from_the_peak(hours, expected):
    times = [at().ms + hour * opinion.HOUR for hour in hours]
    assert opinion.half_life(times) == expected


def test_an_effect_is_clear_when_its_interval_leaves_out_nought():
    before = [item(tone=Tone.NEUTRAL, published_at=at(-10))] * 10
    after = [item(tone=Tone.NEGATIVE, published_at=at(10))] * 5
    after += [item(tone=Tone.NEUTRAL, published_at=at(10))] * 5
    found = opinion.effect([*before, *after], at().ms)
    assert found.change == -0.5
    assert found.low == pytest.approx(-0.5 - 1.96 * (0.2778 / 10) ** 0.5, abs=1e-3)
    assert found.clear
    assert not opinion.effect([*before, *after[:9]], at().ms).clear


@given(st.lists(st.sampled_from(TONES), max_size=40))
def test_the_net_tone_lies_between_minus_one_and_one(tones):
    found = opinion.net_tone([item(tone=tone) for tone in tones])
    assert found.value is None or -1 <= found.value <= 1
    assert (found.value is None) == (sum(t != Tone.NOT_RATED for t in tones) < opinion.LEAST)

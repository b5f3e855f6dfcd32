"""The figures of coverage over a room: each with its count, and the rows that it rests on."""

import pytest

from desktop.warroom.answers.inquiries import Correction
from desktop.warroom.answers.words import CorrectionState
from desktop.warroom.choices import Carried, Channel, Language, Prominence, Role, Tier, Tone
from desktop.warroom.coverage_figures import Figure, FigureName, coverage_figures, effects
from desktop.warroom.method.team import Post
from desktop.warroom.records import Coverage
from desktop.warroom.room import WarRoom
from tests.test_watch_guidance import items
from tests.test_watch_speaking import out
from tests.watched import at


def figure(room: WarRoom, name: FigureName, minutes: float = 0) -> Figure:
    """A figure so many minutes after 14:30."""
    return next(each for each in coverage_figures(room, at(minutes)) if each.name == name)


def test_an_empty_room_has_no_figure_but_its_volume_and_speed(room):
    known = {each.name for each in coverage_figures(room, at()) if each.value is not None}
    assert known == {FigureName.VOLUME, FigureName.VELOCITY, FigureName.ACCELERATION}


def test_each_figure_names_the_rows_behind_it(room):
    items(room, 4, -20, tone=Tone.NEGATIVE, carried=Carried.RIGHT, reach=100)
    items(room, 2, -80, tone=Tone.POSITIVE, carried=Carried.WRONG)
    items(room, 5, -80)
    items(room, 3, -80, company="Rival")
    rows = {each.name: room.count(each.rows) for each in coverage_figures(room, at())}
    assert rows == {
        FigureName.VOLUME: 11,
        FigureName.NET: 6,
        FigureName.WEIGHTED: 0,
        FigureName.REACH: 4,
        FigureName.PULL: 4,
        FigureName.DISTORTION: 2,
        FigureName.VOICE: 14,
        FigureName.QUOTES: 0,
        FigureName.VELOCITY: 4,
        FigureName.ACCELERATION: 11,
        FigureName.HALF_LIFE: 11,
        FigureName.CORRECTED: 0,
    }


def test_tone_and_messages_are_counted_of_what_was_rated(room):
    front = {"tier": Tier.FIRST, "prominence": Prominence.HEADLINE}
    items(room, 6, -60, tone=Tone.NEGATIVE, carried=Carried.RIGHT, **front)
    items(room, 4, -60, tone=Tone.POSITIVE, carried=Carried.WRONG, **front)
    items(room, 5, -60)
    net = figure(room, FigureName.NET)
    assert (net.value, net.n, net.of) == (-0.2, 10, 15)
    assert figure(room, FigureName.WEIGHTED).value == pytest.approx(-0.2)
    assert figure(room, FigureName.PULL).value == 0.6
    assert figure(room, FigureName.DISTORTION).value == 0.4


def test_unknown_reach_is_counted_apart(room):
    items(room, 2, -60, reach=5_000)
    room.add(Coverage(outlet="Blog", headline="Hot", published_at=at(-60)))
    found = figure(room, FigureName.REACH)
    assert (found.value, found.n, found.of) == (5_000, 1, 2)


def test_speed_is_of_the_last_hour_against_the_one_before(room):
    items(room, 5, -30)
    items(room, 2, -90)
    assert figure(room, FigureName.VELOCITY).value == 5
    more = figure(room, FigureName.ACCELERATION)
    assert (more.value, more.n, more.of) == (3, 5, 2)


def test_only_our_spokespeople_are_quotes_of_ours(room):
    items(room, 10, -60, quoted="Wu Na")
    assert figure(room, FigureName.QUOTES).value is None  # nobody is named spokesperson
    room.add(Post(role=Role.SPOKESPERSON, person="Wu Na"))
    found = figure(room, FigureName.QUOTES)
    assert (found.value, room.count(found.rows)) == (1.0, 10)


def test_corrections_are_a_part_of_those_requested(room):
    item = items(room, 1, -60)[0]
    given = {"coverage": item.id, "outlet": "City TV", "wrong": "The date"}
    room.add(Correction(**given, asked_at=at(-50)))
    done = {"asked_at": at(-50), "corrected_at": at(-20), "state": CorrectionState.CORRECTED}
    room.add(Correction(**given, **done))
    found = figure(room, FigureName.CORRECTED)
    assert (found.value, found.n, found.of) == (0.5, 1, 2)


def test_each_statement_has_one_effect_from_its_first_release(room):
    items(room, 10, -60, tone=Tone.NEGATIVE)
    first = out(room)
    out(room, 1, channel=Channel.SOCIAL)
    items(room, 10, 60, tone=Tone.POSITIVE)
    newest, oldest = effects(room)
    assert (oldest.release.id, newest.release.at) == (first.id, at(1))
    assert (oldest.effect.change, oldest.effect.clear) == (2.0, True)


def test_the_languages_of_a_version_are_one_statement(room):
    first = out(room, version=1)
    out(room, 1, series=first.statement, language=Language.SIMPLIFIED, version=1)
    assert [each.release.id for each in effects(room)] == [first.id]


def test_there_is_no_share_of_voice_without_a_competitor(room):
    items(room, 12, -60)
    assert figure(room, FigureName.VOICE).value is None
    items(room, 4, -60, company="Rival")
    assert figure(room, FigureName.VOICE).value == 0.75


def test_an_interval_that_holds_nought_is_no_clear_change(room):
    for minutes in (-60, 60):
        items(room, 5, minutes, tone=Tone.NEGATIVE)
        items(room, 5 + minutes // 60, minutes, tone=Tone.POSITIVE)
        items(room, 5, minutes, tone=Tone.NEUTRAL)
    out(room)
    (found,) = effects(room)
    assert found.effect.change is not None
    assert not found.effect.clear

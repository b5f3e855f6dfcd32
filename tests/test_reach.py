"""How far a message had come after each report: the last step is how it stands."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery
from desktop.warroom.staff import reach_over_time, standing

counts = st.none() | st.integers(0, 500)
reports = st.lists(
    st.builds(
        Delivery,
        id=st.uuids().map(str),
        group=st.sampled_from(["a", "b", "c"]),
        reached=counts,
        confirmed=counts,
        missed=counts,
        reported_at=st.none() | st.integers(1, 6).map(lambda n: Moment(n * 60_000)),
    ),
    max_size=12,
    unique_by=lambda report: report.id,
)


def sum_of(name: str, said: list[Delivery]) -> int | None:
    groups = {report.group for report in said}
    stand = [standing(r for r in said if r.group == group) for group in groups]
    counted = [n for each in stand if each and (n := getattr(each, name)) is not None]
    return sum(counted) if counted else None


@given(reports)
def test_the_last_step_is_how_the_message_stands(said):
    steps = reach_over_time(said)
    assert bool(steps) == bool(said)
    if steps:
        assert steps[-1].reached == sum_of("reached", said)
        assert steps[-1].confirmed == sum_of("confirmed", said)


@given(reports)
def test_every_step_is_how_it_stood_and_every_report_is_in_one(said):
    steps = reach_over_time(said)
    told: list[Delivery] = []
    for step in steps:
        told += step.reports
        assert {r.reported_at for r in step.reports} == {step.at}
        assert step.reached == sum_of("reached", told)
        assert step.confirmed == sum_of("confirmed", told)
    assert sorted(r.id for r in told) == sorted(r.id for r in said)
    assert len({step.at for step in steps}) == len(steps)


def test_a_later_report_takes_back_only_what_it_says():
    first = Delivery(id="1", group="a", reached=40, confirmed=10, reported_at=Moment(60_000))
    other = Delivery(id="2", group="b", reached=5, reported_at=Moment(120_000))
    later = Delivery(id="3", group="a", reached=30, reported_at=Moment(180_000))
    steps = reach_over_time([later, other, first])
    assert [(s.reached, s.confirmed) for s in steps] == [(40, 10), (45, 10), (35, 10)]


def test_without_reports_there_is_nothing_to_show():
    assert reach_over_time([]) == []

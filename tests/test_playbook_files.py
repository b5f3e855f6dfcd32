"""The shipped playbooks hold what the course asks for; a faulty file is refused whole."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.choices import CrisisType, Phase, Role, Step, SubType
from desktop.warroom.faults import RuleBroken
from desktop.warroom.playbooks import AudienceRow, PlanTask, Playbook, Routine, said
from desktop.warroom.playbooks.checking import read_playbooks
from desktop.warroom.playbooks.shipped import shipped, shipped_file
from desktop.warroom.playbooks.timing import interval
from resources import LANGUAGES, path

FILE = path("method", "playbooks.json")
SHARED = Path(__file__).parents[2] / "shared" / "domain" / "playbook_tasks.csv"
PLANS = [shipped(kind) for kind in CrisisType]


def test_the_method_has_its_members():
    assert len(CrisisType) == 4
    steps = Counter(step.phase for step in Step)
    assert [steps[phase] for phase in Phase] == [3, 3, 3, 4]
    assert [len(plan.tasks) for plan in PLANS] == [51, 50, 49, 50]
    assert [len(plan.prevention) for plan in PLANS] == [4, 4, 4, 4]
    assert [len(plan.audiences) for plan in PLANS] == [11, 10, 10, 10]
    assert len(shipped_file()["statement_templates"]) == 10
    assert len(shipped_file()["employee_message_templates"]) == 18


def test_every_playbook_holds_the_same_34_core_tasks():
    core = [{t.id for t in plan.tasks if t.id.startswith("C")} for plan in PLANS]
    assert core == [{f"C{n:02d}" for n in range(1, 35)}] * 4


def test_ids_and_templates_are_unique_and_those_named_exist():
    statements = [each["key"] for each in shipped_file()["statement_templates"]]
    messages = [each["key"] for each in shipped_file()["employee_message_templates"]]
    assert len({*statements, *messages}) == 28
    for plan in PLANS:
        assert len({each.id for each in (*plan.tasks, *plan.prevention)}) == len(plan.tasks) + 4
        assert set(plan.statements) <= set(statements)
        assert set(plan.messages) <= set(messages)


def test_every_text_of_a_task_is_there_in_three_languages():
    for plan in PLANS:
        for task in plan.tasks:
            for text in (task.title, task.done_when, task.why):
                assert text is not None
                assert set(text) == set(LANGUAGES), task.id
                assert all(text.values()), task.id
        assert all(set(each.title) == set(LANGUAGES) for each in plan.prevention)


def test_the_food_tasks_are_for_food_alone():
    plan = shipped(CrisisType.PRODUCT_QUALITY)
    usual = {task.id for task in plan.tasks_for(SubType.DEFECT)}
    assert {task.id for task in plan.tasks_for(SubType.FOOD_SAFETY)} - usual == {"QF1", "QF2"}
    assert usual == {task.id for task in plan.tasks_for("")}


def test_level_1_halves_the_interval_of_updates_and_reports_alone():
    halved = set()
    for task in (task for plan in PLANS for task in plan.tasks):
        if interval(task.every, task.every_level_1, "1") != interval(task.every, None, "2"):
            assert task.every_level_1
            assert task.every_level_1 * 2 == task.every
            halved.add(task.id)
    assert halved == {"C21", "C25", "P06"}


@pytest.mark.skipif(not SHARED.exists(), reason="the shared domain files are not beside us")
def test_the_shipped_playbooks_equal_the_shared_table():
    with SHARED.open(encoding="utf-8-sig", newline="") as file:
        wanted = [tuple(row.values()) for row in csv.DictReader(file)]
    ours = []
    for plan in PLANS:
        ours += [_routine_row(plan, each) for each in plan.prevention]
        ours += [_task_row(plan, each) for each in plan.tasks]
    assert sorted(map(_without_seed, ours)) == sorted(map(_without_seed, wanted))


def _without_seed(row: tuple[str, ...]) -> tuple[str, ...]:
    seed = row[8] if row[2] != "prevention" else ""  # the file says it of tasks alone
    return (*row[:8], seed, *row[9:])


def _routine_row(plan: Playbook, each: Routine) -> tuple[str, ...]:
    days = str(each.every_days)
    texts = (each.title["en"], each.title["zh_TW"], each.title["zh_CN"], "")
    return (plan.type, each.id, "prevention", each.step, each.owner, "", days, "0", "", *texts)


def _task_row(plan: Playbook, task: PlanTask) -> tuple[str, ...]:
    assert task.done_when
    texts = (task.title["en"], task.title["zh_TW"], task.title["zh_CN"], task.done_when["en"])
    phase, due, critical = task.step.phase.value, str(task.offset), str(int(task.critical))
    return (plan.type, task.id, phase, task.step, task.owner, due, "", critical, task.seed, *texts)


def test_the_shipped_file_passes_its_own_checks():
    assert read_playbooks(FILE.read_bytes()) == tuple(PLANS)


def _file(**changed: object) -> bytes:
    task = {"id": "C01", "step": "emergency.react", "owner": "loggist", "offset_min": 5}
    return _of_tasks([{**task, "title": {"en": "Open the incident"}, **changed}])


def _of_tasks(tasks: list[object], **more: object) -> bytes:
    plan = {"key": "data_leak", "name": {"en": "Leak"}, "tasks": tasks, **more}
    return json.dumps({"version": 1, "playbooks": [plan]}, indent=1).encode()


def test_a_small_file_is_read():
    (plan,) = read_playbooks(_file(done_when="Open"))
    assert plan.type is CrisisType.DATA_LEAK
    assert plan.tasks[0].owner is Role.LOGGIST
    assert plan.tasks[0].done_when == {"en": "Open"}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"owner": "wizard"}, 'C01: "wizard" is no role'),
        ({"owner": ["loggist"]}, "is no role"),
        ({"step": "emergency.dance"}, '"emergency.dance" is no step'),
        ({"step": "prevention.assess"}, '"prevention.assess" is a step of another part'),
        ({"offset_min": -5}, '"offset_min" must be a whole number'),
        ({"offset_min": 10**9}, '"offset_min" must be a whole number'),
        ({"offset_min": "5"}, '"offset_min" must be a whole number'),
        ({"offset_min": True}, '"offset_min" must be a whole number'),
        ({"offset_min": 1.5}, '"offset_min" must be a whole number'),
        ({"title": {}}, '"title" is empty'),
        ({"title": {"en": " "}}, '"title" is empty'),
        ({"title": {"en": 5}}, '"title" must be a text'),
        ({"title": ["a"]}, '"title" must be a text'),
        ({"title": {"en": "x" * 3_000}}, '"title" is too long'),
        ({"critical": 1}, '"critical" must be true or false'),
        ({"every_min": 0}, '"every_min" must be a whole number'),
        ({"only_for": ["fish"]}, '"fish" is no sub-type'),
        ({"id": 5}, '"id" must be a short text'),
    ],
)
def test_a_faulty_task_is_refused_with_its_line(changed, reason):
    with pytest.raises(RuleBroken) as fault:
        read_playbooks(_file(**changed))
    assert reason in str(fault.value)
    assert "Line 10:" in str(fault.value)


def test_a_task_without_a_title_is_refused():
    task = {"id": "C01", "step": "emergency.react", "owner": "loggist", "offset_min": 5}
    with pytest.raises(RuleBroken, match='Line 10: C01: "title" is missing'):
        read_playbooks(_of_tasks([task]))


def test_a_double_id_is_refused_at_the_second():
    task = json.loads(_file())["playbooks"][0]["tasks"][0]
    with pytest.raises(RuleBroken, match='Line 19: C01: "C01" stands there twice'):
        read_playbooks(_of_tasks([task, task]))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "Line 1: this is no JSON"),
        (b'{\n "version": 1,\n "playbooks": [}', "Line 3: this is no JSON"),
        (b'{"version": 1, "playbooks": []}', 'no "playbooks"'),
        (b"[]", 'no "playbooks"'),
        (b'{"version": 7, "playbooks": [{}]}', "version 7"),
        (b'{"version": 1,\n"playbooks": [\n5]}', "a list or an object was expected"),
        (b'{"version": 1,\n"playbooks": [\n{}]}', 'Line 3: "key" is missing'),
        (b"\n\xff", "Line 2: this is no text in UTF-8"),
        (b"[" * 100_000, "what no playbook holds"),
        (b"[" * 30 + b"]" * 30, "what no playbook holds"),
        (b'{"version": NaN}', "what no playbook holds"),
        (b'{"a": 1, "a": 2}', '"a" stands there twice'),
        (b" " * 5_000_000, "too large"),
        (_of_tasks([5]), "a list or an object was expected"),
        (_of_tasks([], audiences=[{"audience": "x"}]), '"owner" is missing'),
        (_of_tasks([], prevention={}), '"prevention" must be a list'),
        (_of_tasks([], statements=[5]), '"statements" must be a list of words'),
    ],
)
def test_what_is_no_playbook_is_refused_with_a_sentence(data, reason):
    with pytest.raises(RuleBroken) as fault:
        read_playbooks(data)
    assert reason in str(fault.value)


def test_two_playbooks_of_a_type_are_refused():
    plan = json.loads(_file())["playbooks"][0]
    data = json.dumps({"version": 1, "playbooks": [plan, plan]}).encode()
    with pytest.raises(RuleBroken, match='"data_leak" stands there twice'):
        read_playbooks(data)


TEXTS = st.dictionaries(st.sampled_from(LANGUAGES), st.text(min_size=1), min_size=1).filter(
    lambda text: any(each.strip() for each in text.values())
)
TASKS = st.builds(
    PlanTask,
    id=st.text("ABC123", min_size=1, max_size=6),
    step=st.sampled_from([step for step in Step if step.phase is not Phase.PREVENTION]),
    owner=st.sampled_from(list(Role)),
    offset=st.integers(0, 43_200),
    title=TEXTS,
    critical=st.booleans(),
    seed=st.text(max_size=10),
    done_when=st.none() | TEXTS,
    every=st.none() | st.integers(1, 1_440),
    only_for=st.lists(st.sampled_from(list(SubType)), unique=True, max_size=2).map(tuple),
)
PLAYBOOKS = st.builds(
    Playbook,
    type=st.sampled_from(list(CrisisType)),
    name=TEXTS,
    tasks=st.lists(TASKS, max_size=4, unique_by=lambda task: task.id).map(tuple),
    audiences=st.lists(
        st.builds(
            AudienceRow,
            st.text(max_size=5),
            st.text(max_size=5),
            st.sampled_from(list(Role)),
            st.integers(0, 500),
        ),
        max_size=2,
    ).map(tuple),
)


@given(PLAYBOOKS)
def test_a_playbook_that_is_written_reads_the_same(plan):
    data = json.dumps({"version": 1, "playbooks": [plan.plain()]}).encode()
    assert read_playbooks(data) == (plan,)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["key", "tasks", "id", "title", "name", "offset_min"]),
                inner,
                max_size=4,
            )
        ),
    )
)
def test_no_json_at_all_makes_the_reader_fall(value):
    data = json.dumps({"version": 1, "playbooks": [value]}).encode()
    with pytest.raises(RuleBroken):
        read_playbooks(data)


def test_a_text_is_said_in_the_language_that_there_is():
    assert said({"en": "A", "zh_TW": "B"}, "zh_TW") == "B"
    assert said({"en": "A"}, "zh_CN") == "A"
    assert said({"zh_CN": "C"}, "en") == "C"

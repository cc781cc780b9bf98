"""Groups: which sound temporary, when one may go and what turns its life."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.groups import LIFE, GroupTurn, Keep, looks_temporary, tally, turn, turn_of, weigh, workdays_since
from bot.core.models import Group, GroupState, Kind, Notice, Recurrence, Requirement, Task, TaskState
from bot.core.workdays import Calendar

ZONE = ZoneInfo("Asia/Shanghai")
CALENDAR = Calendar()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


NOW = at("2026-09-23T08:00")
CENSUS = Group(1, "人口普查专班群", temporary=True, last_at=at("2026-09-09T10:00"))


def task(number: int, state: TaskState = TaskState.DONE, **facts: object) -> Task:
    return Task(number, Notice(Kind.TASK, "登记", **facts), "m1", at("2026-09-01T09:00"), state)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name",
    [
        "人口普查专班群",
        "2026年征兵工作群",
        "防汛抢险临时群",
        "创建国家卫生县城迎检群",
        "第三批专项整治行动",
        "村两委换届选举群",
        "国庆期间值守群",
        "Census task force",
        "9月培训群",
    ],
)
def test_a_piece_of_work_that_ends_sounds_temporary(name: str) -> None:
    assert looks_temporary(name)


@pytest.mark.parametrize(
    "name",
    [
        "农业农村工作群",
        "青禾镇机关大家庭",
        "党政办通知群",
        "各村书记联系群",
        "网格员群",
        "Office all hands",
        "",
        "安全生产检查网格群",
    ],
)
def test_a_standing_line_of_work_does_not(name: str) -> None:
    assert not looks_temporary(name)


def test_a_quiet_temporary_group_with_all_work_done_may_go() -> None:
    evidence = weigh(CENSUS, tally((task(1), task(2, TaskState.CANCELLED))), NOW, CALENDAR)
    assert (evidence.keep, evidence.tasks, evidence.closed, evidence.quiet_workdays) == (None, 2, 2, 10)


@pytest.mark.parametrize(
    ("group", "tasks", "keep"),
    [
        (replace(CENSUS, temporary=False), (task(1),), Keep.STANDING),
        (replace(CENSUS, exempt=True), (task(1),), Keep.EXEMPT),
        (replace(CENSUS, asked_again_after=date(2026, 10, 1)), (task(1),), Keep.LATER),
        (CENSUS, (), Keep.NO_TASK),
        (CENSUS, (task(1), task(2, TaskState.OPEN)), Keep.OPEN_TASKS),
        (CENSUS, (task(1, TaskState.OPEN, recurrence=Recurrence("FREQ=DAILY")),), Keep.RECURRING),
        (CENSUS, (task(1, TaskState.OPEN, requirements=frozenset({Requirement.REPLY_RECEIPT})),), Keep.RECEIPT_OWED),
        (replace(CENSUS, last_at=at("2026-09-18T10:00")), (task(1),), Keep.NOT_QUIET),
        (replace(CENSUS, state=GroupState.DISSOLVED), (task(1),), Keep.DISSOLVED),
        (replace(CENSUS, last_at=None), (task(1),), Keep.NEVER_SPOKE),
        (CENSUS, (task(1, TaskState.MERGED),), Keep.NO_TASK),
    ],
)
def test_why_a_group_stays(group: Group, tasks: tuple[Task, ...], keep: Keep) -> None:
    assert weigh(group, tally(tasks), NOW, CALENDAR).keep is keep


@given(
    st.lists(st.sampled_from(list(TaskState)), max_size=8),
    st.booleans(),
    st.booleans(),
    st.integers(min_value=0, max_value=40),
    st.sampled_from(list(GroupState)),
)
def test_no_group_with_an_open_duty_is_ever_proposed(
    states: list[TaskState], temporary: bool, exempt: bool, days: int, state: GroupState
) -> None:
    group = replace(CENSUS, temporary=temporary, exempt=exempt, state=state, last_at=NOW - timedelta(days=days))
    evidence = weigh(group, tally([task(n, each) for n, each in enumerate(states)]), NOW, CALENDAR)
    if TaskState.OPEN in states or not temporary or exempt:
        assert evidence.keep is not None
        assert turn(group, turn_of(evidence) or GroupTurn.SPOKE).state is not GroupState.DISSOLVABLE or (
            state is GroupState.DISSOLVABLE and turn_of(evidence) is None
        )


def test_quiet_is_counted_in_full_workdays() -> None:
    assert workdays_since(at("2026-09-30T10:00"), at("2026-10-09T08:00"), CALENDAR) == 1
    assert workdays_since(at("2026-09-23T10:00"), at("2026-09-23T18:00"), CALENDAR) == 0


def test_a_group_lives_by_its_table() -> None:
    for (state, what), after in LIFE.items():
        assert turn(replace(CENSUS, state=state), what).state is after
    assert turn(CENSUS, GroupTurn.CONFIRMED) == CENSUS, "an active group is not dissolved"


def test_a_later_notice_brings_a_dissolved_group_back() -> None:
    assert turn(replace(CENSUS, state=GroupState.DISSOLVED), GroupTurn.REVIVED).state is GroupState.ACTIVE


def test_time_turns_a_group_and_then_leaves_it_alone() -> None:
    done = tally((task(1),))
    evidence = weigh(CENSUS, done, NOW, CALENDAR)
    assert turn_of(evidence) is GroupTurn.WORK_DONE
    there = turn(CENSUS, GroupTurn.WORK_DONE)
    assert turn_of(weigh(there, done, NOW, CALENDAR)) is None
    assert turn_of(weigh(there, tally((task(1, TaskState.OPEN),)), NOW, CALENDAR)) is GroupTurn.WORK_CAME_BACK


@pytest.mark.parametrize(
    "name", ["人居环境整治工作群", "防汛值班群", "安全生产检查群", "疫苗接种条线工作群", "矛盾排查工作群"]
)
def test_standing_work_with_a_pressing_name_is_no_temporary_group(name: str) -> None:
    assert not looks_temporary(name)


@pytest.mark.parametrize("name", ["防汛专班群", "整治迎检临时群", "网格员培训班", "秋收现场会议群", "重阳节活动群"])
def test_a_name_that_says_what_ends_is_a_temporary_group(name: str) -> None:
    assert looks_temporary(name)

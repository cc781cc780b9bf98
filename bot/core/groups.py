"""The life of a group: temporary or standing, quiet, ready to be dissolved, and why."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.core.models import Group, GroupState, Requirement, Task, TaskState

_TEMPORARY = re.compile(
    r"专班|临时|专项|普查|调查|百日|攻坚|创卫|创文|迎检|迎评|验收|督[导查]组|巡[察视]组|摸底"
    r"|筹备|筹办|会务|会议|培训|研讨|观摩|考察|比赛|竞赛|运动会|文艺|晚会|活动|庆祝|开幕|选举|换届|征兵|报名|招聘|考试|评选"
    r"|抢险|救灾|灾后|疫情|核酸|拆迁|征收|征地|搬迁|清零|会战|春节|国庆|中秋|期间|冲刺|突击|试点|项目|工程|采购|对接|交接|假期"
    r"|(?:19|20)\d\d|\d+月|第[一二三四五六七八九十\d]+[批期次届轮]"
    r"|\b(?:temp|temporary|project|event|census|training|conference|campaign|task ?force|20\d\d)\b",
    re.I,
)
_STANDING = re.compile(
    r"大家庭|全体|班子|机关|支部|党委|党组|总支|常委|办公群|办公室|联络|联系群|网格|站所|七站八所|村居|各村|各社区|村\(社区\)"
    r"|常设|长期|日常|办事处|通知群|信息群|政务|业务群|系统群|条线|\b(?:staff|office|all hands|standing|everyone)\b",
    re.I,
)
_TEMPORARY_FOR_SURE = re.compile(
    r"专班|临时|筹备|会务|普查|培训班|迎检"
    r"|(?:19|20)\d\d|第[一二三四五六七八九十\d]+[批期次届轮]|\btemp(?:orary)?\b",
    re.I,
)


def looks_temporary(name: str) -> bool:
    """Whether a group's name sounds like a piece of work that ends (a guess; a person may say otherwise)."""
    if _TEMPORARY_FOR_SURE.search(name):
        return True
    return bool(_TEMPORARY.search(name)) and not _STANDING.search(name)


class GroupTurn(StrEnum):
    """What turns a group's life; the reason that is stored and shown."""

    SPOKE = "spoke"
    WENT_QUIET = "went_quiet"
    WORK_DONE = "work_done"
    WORK_CAME_BACK = "work_came_back"
    CONFIRMED = "confirmed"
    REVIVED = "revived"


LIFE: dict[tuple[GroupState, GroupTurn], GroupState] = {
    (GroupState.ACTIVE, GroupTurn.WENT_QUIET): GroupState.QUIET,
    (GroupState.ACTIVE, GroupTurn.WORK_DONE): GroupState.DISSOLVABLE,
    (GroupState.QUIET, GroupTurn.WORK_DONE): GroupState.DISSOLVABLE,
    (GroupState.QUIET, GroupTurn.SPOKE): GroupState.ACTIVE,
    (GroupState.DISSOLVABLE, GroupTurn.SPOKE): GroupState.ACTIVE,
    (GroupState.DISSOLVABLE, GroupTurn.WORK_CAME_BACK): GroupState.QUIET,
    (GroupState.DISSOLVABLE, GroupTurn.CONFIRMED): GroupState.DISSOLVED,
    (GroupState.DISSOLVED, GroupTurn.REVIVED): GroupState.ACTIVE,
}
"""The whole life of a group; a pair that is not here changes nothing."""


class Keep(StrEnum):
    """Why a group may not go yet."""

    STANDING = "standing"
    EXEMPT = "exempt"
    LATER = "later"
    NEVER_SPOKE = "never_spoke"
    NO_TASK = "no_task"
    OPEN_TASKS = "open_tasks"
    RECURRING = "recurring"
    RECEIPT_OWED = "receipt_owed"
    NOT_QUIET = "not_quiet"
    DISSOLVED = "dissolved"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for or against dissolving one group; `keep` is the first reason against, None when it may go."""

    group: Group
    tasks: int
    closed: int
    quiet_workdays: int
    keep: Keep | None


class Workdays(Protocol):
    """What is needed of the calendar."""

    @property
    def timezone(self) -> str:
        """The office's time zone."""
        ...

    def add_workdays(self, day: date, count: int) -> date:
        """The `count`th workday after `day`."""
        ...


def workdays_since(last: datetime, now: datetime, calendar: Workdays, limit: int = 60) -> int:
    """Full workdays that passed since the day of `last`, at most `limit`."""
    zone = ZoneInfo(calendar.timezone)
    day, today = last.astimezone(zone).date(), now.astimezone(zone).date()
    count = 0
    while count < limit:
        day = calendar.add_workdays(day, 1)
        if day >= today:
            return count
        count += 1
    return count


@dataclass(frozen=True, slots=True)
class Tally:
    """A group's tasks in numbers, merged ones apart; of the open ones, how many come back and how many owe a receipt."""

    all: int = 0
    open: int = 0
    recurring: int = 0
    receipts: int = 0


def tally(tasks: Sequence[Task], answered: Collection[int] = ()) -> Tally:
    """A group's tasks in numbers; of those `answered` the receipt was given."""
    own = [task for task in tasks if task.state is not TaskState.MERGED]
    still_open = [task for task in own if task.state is TaskState.OPEN]
    return Tally(
        len(own),
        len(still_open),
        sum(task.facts.recurrence is not None for task in still_open),
        sum(owes_receipt(task) and task.number not in answered for task in still_open),
    )


def owes_receipt(task: Task) -> bool:
    """Whether an open task asks for a receipt, given or not."""
    return task.state is TaskState.OPEN and Requirement.REPLY_RECEIPT in task.facts.requirements


def spoke_last(group: Group) -> datetime | None:
    """From when a group's silence counts."""
    return group.last_at or group.last_notice_at or group.first_at


def weigh(
    group: Group,
    counts: Tally,
    now: datetime,
    calendar: Workdays,
    quiet_workdays: int = 5,
    silent: int | None = None,
) -> Evidence:
    """The evidence on one group: all its tasks closed, quiet for `quiet_workdays`, nothing owed, not exempted.

    Whoever weighs many groups counts the workdays since each day once, and gives them as `silent`.
    """
    last = spoke_last(group)
    if silent is None:
        silent = workdays_since(last, now, calendar) if last else 0
    keep = _keep(group, counts, now, calendar)
    if keep is None and silent < quiet_workdays:
        keep = Keep.NOT_QUIET
    return Evidence(group, counts.all, counts.all - counts.open, silent, keep)


def _keep(group: Group, counts: Tally, now: datetime, calendar: Workdays) -> Keep | None:
    today = now.astimezone(ZoneInfo(calendar.timezone)).date()
    reasons = (
        (group.state is GroupState.DISSOLVED or group.parent is not None, Keep.DISSOLVED),
        (not group.temporary, Keep.STANDING),
        (group.exempt, Keep.EXEMPT),
        (group.asked_again_after is not None and today < group.asked_again_after, Keep.LATER),
        (group.last_at is None and group.last_notice_at is None and group.first_at is None, Keep.NEVER_SPOKE),
        (counts.all == 0, Keep.NO_TASK),
        (counts.recurring > 0, Keep.RECURRING),
        (counts.receipts > 0, Keep.RECEIPT_OWED),
        (counts.open > 0, Keep.OPEN_TASKS),
    )
    return next((keep for holds, keep in reasons if holds), None)


BUSY = 8
"""So many notices within 60 days make a group a busy one."""

SURPRISE = 5.0
"""A busy group is silent, and not only slow, when so many of its notices should have come meanwhile."""


def fell_silent(evidence: Evidence, notices: int, calendar: Workdays, quiet_workdays: int = 5) -> bool:
    """Whether a normally busy group, with so many notices within 60 days, has stopped to speak for no known reason.

    A temporary group whose tasks are all closed is expected to be silent.
    """
    group = evidence.group
    if notices < BUSY or group.first_at is None or group.last_at is None or evidence.quiet_workdays < quiet_workdays:
        return False
    if group.state is GroupState.DISSOLVED or (group.temporary and evidence.tasks == evidence.closed):
        return False
    spoke = max(1, workdays_since(group.first_at, group.last_at, calendar))
    return notices / min(spoke, 42) * evidence.quiet_workdays >= SURPRISE


def turn(group: Group, what: GroupTurn) -> Group:
    """The group after `what` happened to it; the same group when that changes nothing."""
    state = LIFE.get((group.state, what))
    return group if state is None else replace(group, state=state)


def turn_of(evidence: Evidence, quiet_workdays: int = 5) -> GroupTurn | None:
    """What the passing of time did to a group, judged by its evidence; None when nothing."""
    state = evidence.group.state
    if evidence.keep is None:
        return GroupTurn.WORK_DONE if state in (GroupState.ACTIVE, GroupState.QUIET) else None
    if state is GroupState.DISSOLVABLE:
        return GroupTurn.SPOKE if evidence.keep is Keep.NOT_QUIET else GroupTurn.WORK_CAME_BACK
    if state is GroupState.ACTIVE and evidence.quiet_workdays >= quiet_workdays:
        return GroupTurn.WENT_QUIET
    return None

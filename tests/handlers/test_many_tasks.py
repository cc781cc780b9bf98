"""An office with more open tasks than a process keeps loses none of them from sight."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.models import Outcome, Relation, TaskState
from storage import known
from tests.factories import NOTICE, instant, message
from tests.handlers.office import Office
from tests.handlers.test_message import CANCELLED, EXTENDED

KEPT = 8
OTHERS = [
    "各村：请填报小型水库安全责任人名册（水库、责任人、手机），9月{}日17:00前发slj@example.cn。县水利局",
    "请各乡镇报送民宿床位统计表（民宿、床位、星级），9月{}日下班前发wlj@example.cn。县文旅局",
    "各村：请报65岁以上老人体检花名册（姓名、住址、电话），9月{}日前交卫生院。镇卫生院",
    "请各村报送危房排查台账（户主、等级、照片），9月{}日前报城建办。镇城建办",
]


@pytest.fixture
async def crowded(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The notice about straw came first, then more duties than are kept."""
    monkeypatch.setattr(known, "MOST", KEPT)
    monkeypatch.setattr("storage.tasks.MOST", KEPT)
    await office.receive(message(group="农业农村工作群"))
    for n in range(KEPT * 2):
        text = OTHERS[n % 4].format(24 + n // 4) + f"（第{n // 4 + 1}批）"
        await office.receive(message(text, group=f"{text[-20:-16]}群"))
    async with office.deps.store.work(1) as work:
        assert 1 not in {one.task.number for one in await work.known_tasks()}
    return office


async def test_a_repeat_of_an_old_task_is_merged_into_it(crowded: Office) -> None:
    [again] = await crowded.receive(message(NOTICE, group="河湾镇主职群"))
    assert (again.outcome, again.task) == (Outcome.MERGED, 1)


async def test_an_old_task_is_changed_and_then_cancelled_in_one_breath(crowded: Office) -> None:
    group = "农业农村工作群"
    changed = await crowded.receive(message(EXTENDED, group=group), message(CANCELLED, group=group))
    assert [(one.verdict.relation, one.task) for one in changed] == [(Relation.UPDATE, 1), (Relation.CANCEL, 1)]
    async with crowded.deps.store.look(1) as look:
        task = await look.task(1)
        assert task is not None and task.state is TaskState.CANCELLED
        assert [source.relation for source in await look.sources(1)] == [Relation.NEW, Relation.UPDATE, Relation.CANCEL]


async def test_an_edit_of_an_old_opener_still_finds_its_task(crowded: Office) -> None:
    async with crowded.deps.store.look(1) as look:
        opener = (await look.sources(1))[0].message
        stored = await look.message(opener)
    assert stored is not None
    moved = replace(stored.message, text=NOTICE.replace("9月25日17:00", "9月25日12:00"), edited=True)
    crowded.now += timedelta(minutes=1)
    [handled] = await crowded.receive(moved)
    assert handled.task == 1
    async with crowded.deps.store.look(1) as look:
        task = await look.task(1)
        assert task is not None and task.due == instant(25, "12:00")

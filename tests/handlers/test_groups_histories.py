"""Whatever happens to groups and their duties, none is proposed or dissolved while a duty of it is open."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.models import Command, GroupState, Member, Role, TaskState
from bot.core.words import read_command
from handlers.candidates import candidates
from handlers.command import handle_command
from handlers.deps import Deps
from handlers.message import handle_message
from handlers.ticking.groups import let_groups_age
from storage.store import Store
from tests.databases import SqliteOriginal
from tests.e2e.notices import notice
from tests.factories import CALENDAR, NOW, message

ADMIN = "tg:1"
NAMES = ("人口普查专班群", "迎检临时群", "农业农村工作群")
GROUP, DUTY = st.integers(1, 3), st.integers(1, 4)
STEPS = st.one_of(
    st.tuples(st.just("post"), GROUP, DUTY),
    st.tuples(st.just("post"), GROUP, DUTY),
    st.tuples(st.just("chat"), GROUP, DUTY),
    st.tuples(st.just("days"), st.sampled_from([1, 9, 16]), DUTY),
    st.tuples(st.just("/done {1}"), GROUP, DUTY),
    st.tuples(st.just("/done {1}"), GROUP, DUTY),
    st.tuples(st.sampled_from(["/drop {1}", "/merge {0} {1}", "/split {1}", "/undo", "/from {0} #{1}"]), GROUP, DUTY),
    st.tuples(
        st.sampled_from(["/temporary {0}", "/standing {0}", "/exempt {0}", "/onegroup {0} {1}", "/dissolve {0} yes"]),
        GROUP,
        GROUP,
    ),
)


class Office:
    """One office with three groups, on a clock that a history moves."""

    def __init__(self, store: Store) -> None:
        self.deps = Deps(store, CALENDAR)
        self.now: datetime = NOW - timedelta(days=60)
        self._ids = count(1)

    async def step(self, what: str, one: int, other: int) -> None:
        """One step of a history."""
        self.now += timedelta(minutes=1)
        if what in ("post", "chat"):
            text = notice(other, NOW) if what == "post" else "大家辛苦了"
            said = f"💬👥 老李{one} [{NAMES[one - 1]}]:\n{text}"
            await handle_message(self.deps, message(said, id=f"m{next(self._ids)}", at=self.now), self.now)
        elif what == "days":
            self.now = (self.now + timedelta(days=one)).replace(hour=6, minute=30)
            workspace = (await self.deps.store.workspaces())[0]
            await let_groups_age(self.deps, workspace, self.now)
        else:
            name, args = read_command(what.format(one, other)) or ("", "")
            command = Command(f"c{next(self._ids)}", name, args, ADMIN, ADMIN, "管理员", self.now)
            await handle_command(self.deps, command, self.now)

    async def with_open_duties(self) -> set[int]:
        """Groups to which a message that asks for something still open is attributed; counted one by one."""
        async with self.deps.store.look(1) as look:
            home = {group.id: group.parent or group.id for group in await look.groups()}
            found: set[int] = set()
            for task in await look.tasks(states=(TaskState.OPEN,)):
                for source in await look.sources(task.number):
                    said = await look.message(source.message)
                    if said is not None and said.group is not None:
                        found.add(home[said.group])
        return found

    async def going(self) -> set[int]:
        """Groups that the bot would let go."""
        async with self.deps.store.look(1) as look:
            return {each.group.id for each in await candidates(look, self.now, CALENDAR, 5)}

    async def dissolved(self) -> set[int]:
        """Groups that are dissolved."""
        async with self.deps.store.look(1) as look:
            return {group.id for group in await look.groups() if group.state is GroupState.DISSOLVED}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=st.lists(STEPS, min_size=3, max_size=12))
async def test_no_group_with_an_open_duty_is_proposed_or_dissolved(
    sqlite_original: SqliteOriginal, tmp_path: Path, history: list[tuple[str, int, int]]
) -> None:
    store = await Store.open(sqlite_original.copy(tmp_path))
    try:
        await store.create_workspace("镇", Member(0, ADMIN, ADMIN, "管理员", Role.ADMIN, joined_at=NOW), NOW)
        office = Office(store)
        for what, one, other in (("post", 1, 1), ("post", 2, 2), ("post", 3, 3), *history, ("days", 16, 1)):
            before = await office.dissolved()
            await office.step(what, one, other)
            still = await office.with_open_duties()
            assert not await office.going() & still
            if what.startswith("/dissolve"):
                assert not (await office.dissolved() - before) & still
    finally:
        await store.close()

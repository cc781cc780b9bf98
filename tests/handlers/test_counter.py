"""Messages that wait for one another are written together, and none of them notices."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.models import Outcome
from handlers.counter import MOST, Counter
from handlers.message import handle_message, handle_messages
from tests.factories import NOTICE, NOW, group, group_message, message
from tests.handlers.office import Office


@given(st.lists(st.integers(1, 3), min_size=1, max_size=60), st.integers(0, 5), st.integers(1, 20))
def test_each_gets_its_own_result_in_order_of_arrival(offices: list[int], bad: int, size: int) -> None:
    served: list[tuple[int, int]] = []

    async def settle(office: int, bundles: Sequence[Sequence[int]]) -> list[int | Exception]:
        assert sum(map(len, bundles)) <= MOST
        await asyncio.sleep(0)
        things = [bundle[0] for bundle in bundles]
        served.extend((office, thing) for thing in things)
        return [ValueError(str(thing)) if bad and thing % bad == 0 else thing * 10 for thing in things]

    async def play() -> None:
        counter: Counter[int, int] = Counter()
        waiting = [counter.hand_in(office, [n] * size, settle) for n, office in enumerate(offices)]
        results = await asyncio.gather(*waiting, return_exceptions=True)
        for n, result in enumerate(results):
            assert isinstance(result, ValueError) if bad and n % bad == 0 else result == n * 10
        for office in set(offices):
            assert [n for o, n in served if o == office] == [n for n, o in enumerate(offices) if o == office]

    asyncio.run(play())


async def test_a_counter_goes_on_after_a_settling_that_was_broken_off() -> None:
    counter: Counter[int, int] = Counter()

    async def hang(office: int, bundles: Sequence[Sequence[int]]) -> list[int | Exception]:
        await asyncio.sleep(3600)
        return []

    async def settle(office: int, bundles: Sequence[Sequence[int]]) -> list[int | Exception]:
        return [sum(bundle) for bundle in bundles]

    lost = asyncio.create_task(counter.hand_in(1, [1], hang))
    await asyncio.sleep(0)
    counter._clerks[1].cancel()
    with pytest.raises(asyncio.CancelledError):
        await lost
    assert await counter.hand_in(1, [2, 3], settle) == 5


async def test_many_people_at_once_lose_and_double_nothing(office: Office) -> None:
    for number in range(2, 8):
        await office.join(number)
    texts = [f"各村{day}日17:00前报第{day}批危房改造花名册到镇建设办" for day in range(24, 30)]
    messages = [
        message(text, by=f"tg:{number}", chat=f"tg:{number}", group=f"{number}号群")
        for number in range(1, 8)
        for text in texts
    ]
    handled = await asyncio.gather(*(handle_message(office.deps, one, NOW) for one in messages))
    again = await asyncio.gather(*(handle_message(office.deps, one, NOW) for one in messages))
    assert all(one.outcome is None for one in again)
    async with office.deps.store.look(1) as look:
        assert len(await look.messages()) == len(messages)
        tasks = await look.tasks()
        assert len(tasks) == sum(one.outcome is Outcome.NEW for one in handled)
        assert [task.number for task in sorted(tasks, key=lambda t: t.number)] == list(range(1, len(tasks) + 1))
        assert {known.name: known.messages for known in await look.groups()} == {f"{n}号群": 6 for n in range(1, 8)}
        sources = [source for task in tasks for source in await look.sources(task.number)]
    assert len(sources) == sum(one.task is not None for one in handled)
    answers = await office.answers()
    assert len(answers) == 7


async def test_a_message_knows_those_written_together_with_it(office: Office) -> None:
    other = await office.join(2)
    await _all_known(office, "tg:1", other.user)
    both = await asyncio.gather(
        handle_message(office.deps, message(group="甲群"), NOW),
        handle_message(office.deps, message(by=other.user, chat=other.chat, group="乙群"), NOW),
    )
    assert {one.outcome for one in both} == {Outcome.NEW, Outcome.MERGED}, "between two chats there is no order"
    assert {one.task for one in both} == {1}
    async with office.deps.store.look(1) as look:
        assert {share.member for share in await look.assignments([1])} == {1, other.id}
        assert {reminder.member for reminder in await look.reminders(1)} == {1, other.id}
        assert len(await look.sources(1)) == 2


async def test_a_forward_written_together_with_the_groups_message_finds_its_group(office: Office) -> None:
    await office.save(group(0, "防汛专班群", chat="tg:-100"))
    other = await office.join(2)
    await office.receive(group_message("大家好", by=other.user))
    await _all_known(office, "tg:1", other.user)
    await asyncio.gather(
        handle_message(office.deps, group_message(NOTICE, by=other.user), NOW),
        handle_message(office.deps, message(NOTICE), NOW),
    )
    async with office.deps.store.look(1) as look:
        assert [one.attributed for one in await look.messages()][1:] == ["origin_chat", "seen_in_group"]


async def _all_known(office: Office, *users: str) -> None:
    """Ask for people once, so that nobody is overtaken by another while the store looks for him."""
    for user in users:
        await office.deps.store.whoami(user)


async def test_one_that_cannot_be_written_does_not_take_the_others_with_it(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make_fail(monkeypatch, "bad")
    ids = ["a", "bad", "b", "c"]
    results = await asyncio.gather(
        *(handle_message(office.deps, message("收到", id=id, group="甲群"), NOW) for id in ids),
        return_exceptions=True,
    )
    assert [isinstance(result, RuntimeError) for result in results] == [id == "bad" for id in ids]
    async with office.deps.store.look(1) as look:
        assert {stored.message.id for stored in await look.messages()} == {"a", "b", "c"}


async def test_of_one_chats_messages_none_behind_a_failure_is_taken_in(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make_fail(monkeypatch, "bad")
    arrivals = [(message(f"第{id}条", id=id, group="甲群"), NOW, None) for id in ("a", "b", "bad", "c")]
    assert len(await handle_messages(office.deps, arrivals)) == 2
    with pytest.raises(RuntimeError):
        await handle_messages(office.deps, arrivals[2:])
    async with office.deps.store.look(1) as look:
        assert {stored.message.id for stored in await look.messages()} == {"a", "b"}


async def test_a_message_that_is_refused_ends_what_is_taken_in_together(office: Office) -> None:
    texts = ["第一条", "绝密★启用前 关于某事的通知", "第三条"]
    arrivals = [(message(text, id=text, group="甲群"), NOW, None) for text in texts]
    counts = []
    while arrivals:
        counts.append(len(await handle_messages(office.deps, arrivals)))
        arrivals = arrivals[counts[-1] :]
    assert counts == [1, 1, 1]
    async with office.deps.store.look(1) as look:
        assert [stored.message.text for stored in await look.messages()] == ["第一条", "第三条"]


def _make_fail(monkeypatch: pytest.MonkeyPatch, id: str) -> None:
    """The message of that id cannot be decided on."""
    from handlers import message as module

    real = module.registered

    def fail(desk: object, taken: object, before: dict[str, object]) -> object:
        if id in before:
            raise RuntimeError("disk full")
        return real(desk, taken, before)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "registered", fail)


async def test_receipts_of_messages_written_together_are_all_marked(office: Office) -> None:
    store = office.deps.store
    for update in range(5):
        await store.put_update("telegram", update, "tg:1", "{}", NOW)
    await asyncio.gather(
        *(handle_message(office.deps, message("收到", group="甲群"), NOW, ("telegram", n)) for n in range(5))
    )
    assert await store.waiting_updates("telegram") == []
    [row] = [row for _, row in await store.claim_outbox(NOW + timedelta(minutes=1), 10)]
    assert len(row.data["items"]) == 5  # type: ignore[arg-type]

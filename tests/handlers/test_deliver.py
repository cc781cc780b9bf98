"""Delivery: at least once, in order per chat, at Telegram's pace, and one chat's trouble delays no other."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import AsyncMock

import pytest

from bot.clock import utc_now
from bot.core.models import Changes, Member, OutboxRow, OutboxState, Outgoing, Role, Task, TaskState
from bot.render import Renderer
from handlers.deliver import LOST_AFTER, MOST_CRASHES, deliver
from handlers.deps import Deps, MovedChat, PermanentFailure, TemporaryFailure
from handlers.returning import welcome_back
from storage.store import Store, StoreError
from tests.factories import CALENDAR, NOW, source, task
from tests.fakes import FakeSender

SECOND = timedelta(seconds=1)
RENDERER = Renderer()
ONE_ENGINE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def deps(store: Store) -> AsyncIterator[Deps]:
    admin = Member(0, "tg:1", "tg:1", "王敏", Role.ADMIN)
    await store.create_workspace("办公室", admin, NOW)
    yield Deps(store, CALENDAR)


@pytest.fixture
def sender() -> FakeSender:
    return FakeSender()


@pytest.fixture
def plain(tmp_path: Path) -> Renderer:
    """A renderer of one template that says just what the row holds."""
    for language in ("zh", "en"):
        folder = tmp_path / "plain" / language
        folder.mkdir(parents=True)
        (folder / "say.j2").write_text("{{ text }}", encoding="utf-8")
    return Renderer(tmp_path / "plain")


async def put(deps: Deps, *rows: OutboxRow) -> None:
    async with deps.store.work(1) as work:
        await work.apply(Changes(rows))


def row(key: str, chat: str = "tg:1", text: str | None = None, at: datetime = NOW, **more: object) -> OutboxRow:
    return replace(OutboxRow(key, chat, "say", {"text": text or key}, at), **more)  # type: ignore[arg-type]


async def run(deps: Deps, sender: FakeSender, renderer: Renderer, now: datetime, until: datetime) -> datetime:
    """Let rounds follow one another on a simulated clock; returns the instant of the last one."""
    while now <= until:
        again = await deliver(deps, sender, renderer, now)
        if again is None or again > until:
            break
        now = max(again, now + timedelta(milliseconds=1))
    return now


async def test_a_row_is_said_once_and_then_never_again(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    await put(deps, row("a"))
    await deliver(deps, sender, plain, NOW)
    assert await deliver(deps, sender, plain, NOW + 5 * SECOND) is None
    assert sender.texts() == ["a"]


async def test_a_row_waits_for_its_time(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    later = NOW + timedelta(hours=1)
    await put(deps, row("a", at=later))
    assert await deliver(deps, sender, plain, NOW) == later
    assert sender.texts() == []
    await deliver(deps, sender, plain, later)
    assert sender.texts() == ["a"]


@ONE_ENGINE
async def test_a_chat_gets_its_rows_in_order_one_a_second(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    await put(deps, *(row(f"{n}") for n in range(4)))
    end = await run(deps, sender, plain, NOW, NOW + timedelta(minutes=1))
    assert sender.texts() == ["0", "1", "2", "3"]
    assert end - NOW >= 3 * SECOND


@ONE_ENGINE
async def test_no_more_than_thirty_a_second_over_all_chats(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    await put(deps, *(row(f"{n}", f"tg:{n}") for n in range(70)))
    again = await deliver(deps, sender, plain, NOW)
    assert len(sender.sent) == 30
    assert again == NOW + SECOND
    await run(deps, sender, plain, NOW, NOW + 2 * SECOND - timedelta(milliseconds=1))
    assert len(sender.sent) == 60
    await run(deps, sender, plain, NOW + 2 * SECOND, NOW + timedelta(minutes=1))
    assert len(sender.sent) == 70


@ONE_ENGINE
async def test_no_more_than_twenty_a_minute_in_one_group(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    await put(deps, *(row(f"{n}", "tg:-100") for n in range(25)))
    await run(deps, sender, plain, NOW, NOW + timedelta(seconds=59))
    assert len(sender.sent) == 20
    await run(deps, sender, plain, NOW + timedelta(seconds=60), NOW + timedelta(minutes=3))
    assert [int(text) for text in sender.texts()] == list(range(25))


async def test_retry_after_holds_back_its_own_chat_only(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    await put(deps, row("a1", "tg:1"), row("a2", "tg:1"), row("b1", "tg:2"))
    sender.fail("tg:1", TemporaryFailure("flood", retry_after=40))
    await deliver(deps, sender, plain, NOW)
    assert sender.texts() == ["b1"]
    await run(deps, sender, plain, NOW, NOW + 39 * SECOND)
    assert sender.texts() == ["b1"]
    await run(deps, sender, plain, NOW + 40 * SECOND, NOW + 60 * SECOND)
    assert sender.texts("tg:1") == ["a1", "a2"]


async def test_a_temporary_failure_is_tried_again_later_and_longer(
    deps: Deps, sender: FakeSender, plain: Renderer
) -> None:
    await put(deps, row("a"))
    sender.fail("tg:1", *(TemporaryFailure("network") for _ in range(4)))
    first = await deliver(deps, sender, plain, NOW)
    assert first == NOW + 2 * SECOND
    second = await deliver(deps, sender, plain, first)
    assert second == first + 4 * SECOND
    await run(deps, sender, plain, second, NOW + timedelta(hours=1))
    assert sender.texts() == ["a"]


async def test_a_blocked_bot_parks_the_row_and_notes_the_member(
    deps: Deps, sender: FakeSender, plain: Renderer
) -> None:
    await put(deps, row("a"))
    sender.fail("tg:1", PermanentFailure("blocked by the user", gone=True))
    assert await deliver(deps, sender, plain, NOW) is None
    async with deps.store.look(1) as look:
        parked = await look.outbox("a")
        person = await look.member_of_user("tg:1")
    assert parked is not None and parked.state is OutboxState.PARKED and parked.error == "blocked by the user"
    assert person is not None and person.unreachable


async def test_a_group_that_moved_is_followed(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    await put(deps, row("a", "tg:-5"), row("b", "tg:-5"))
    sender.fail("tg:-5", MovedChat("migrated", "tg:-1005"))
    await run(deps, sender, plain, NOW, NOW + timedelta(minutes=1))
    assert sender.texts("tg:-1005") == ["a", "b"]


async def test_pages_already_sent_are_not_sent_again(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    text = "\n".join(str(n).zfill(4) + "x" * 95 for n in range(100))
    await put(deps, row("long", text=text), row("next"))
    sender.fail("tg:1", None, TemporaryFailure("network"))
    await run(deps, sender, plain, NOW, NOW + timedelta(minutes=5))
    assert "\n".join(sender.texts()[:-1]) == text
    assert sender.texts()[-1] == "next"
    assert all(len(one.text) <= 4096 for one in sender.sent)


async def test_what_cannot_be_edited_any_more_is_said_anew(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    await put(deps, row("a", edit="tg:1:7"))
    sender.fail("tg:1", PermanentFailure("message to edit not found"))
    await deliver(deps, sender, plain, NOW)
    assert [one.edit for one in sender.tried] == ["tg:1:7", None]
    assert sender.texts() == ["a"]


@ONE_ENGINE
async def test_an_edit_replaces_the_message_it_names(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    await put(deps, row("a", edit="tg:1:7"))
    await deliver(deps, sender, plain, NOW)
    assert sender.sent[0].edit == "tg:1:7"


@ONE_ENGINE
async def test_a_row_that_cannot_be_composed_is_parked_and_stops_nobody(deps: Deps, sender: FakeSender) -> None:
    broken = OutboxRow("broken", "tg:1", "card", {"task": {"number": 1}}, NOW)
    await put(deps, broken, OutboxRow("good", "tg:2", "refused", {"mark": "秘密"}, NOW))
    await run(deps, sender, RENDERER, NOW, NOW + timedelta(hours=1))
    assert len(sender.texts("tg:2")) == 1
    async with deps.store.look(1) as look:
        parked = await look.outbox("broken")
    assert parked is not None and parked.state is OutboxState.PARKED and parked.attempts == MOST_CRASHES


@pytest.mark.parametrize("state", [TaskState.DONE, TaskState.CANCELLED, TaskState.DROPPED])
@ONE_ENGINE
async def test_a_change_of_a_closed_task_is_not_said_any_more(deps: Deps, sender: FakeSender, state: TaskState) -> None:
    await save_task(deps, task(1, state=state, closed_at=NOW))
    await put(deps, OutboxRow("c", "tg:1", "changed", {"task": 1, "changes": []}, NOW))
    await deliver(deps, sender, RENDERER, NOW)
    async with deps.store.look(1) as look:
        waiting = await look.outbox("c")
    assert sender.sent == []
    assert waiting is not None and waiting.state is OutboxState.VOID


@ONE_ENGINE
async def test_a_card_shows_the_task_as_it_is_when_sent(deps: Deps, sender: FakeSender) -> None:
    await save_task(deps, task(1))
    await put(deps, OutboxRow("c", "tg:1", "card", {"task": 1}, NOW))
    await save_task(deps, replace(task(1), urged=3))
    await deliver(deps, sender, RENDERER, NOW)
    assert "催过 3 次" in sender.texts()[0]
    async with deps.store.look(1) as look:
        card = await look.last_card("tg:1", 1)
    assert card is not None and card.sent_ref == "tg:1:1"


async def save_task(deps: Deps, one: Task) -> None:
    async with deps.store.work(1) as work:
        await work.apply(Changes((one, source(one.number))))


@ONE_ENGINE
async def test_rows_of_a_killed_process_are_sent_after_all(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    await put(deps, row("a"))
    assert await deps.store.claim_outbox(NOW, 10)
    await deliver(deps, sender, plain, NOW)
    assert sender.sent == []
    await deps.store.release_claims()
    await deliver(deps, sender, plain, NOW)
    assert sender.texts() == ["a"]


@ONE_ENGINE
async def test_a_stranger_is_answered_once_and_nothing_is_kept(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    for _ in range(2):
        deps.strangers.answer("tg:77", "say", "zh", NOW, {"text": "没有权限"})
    await deliver(deps, sender, plain, NOW)
    assert sender.texts("tg:77") == ["没有权限"]
    assert await deps.store.next_outbox(NOW) is None


# ── What goes wrong ──────────────────────────────────────────────────────────


async def state_of(deps: Deps, key: str) -> OutboxState:
    async with deps.store.look(1) as look:
        found = await look.outbox(key)
    assert found is not None
    return found.state


@ONE_ENGINE
async def test_a_group_too_gets_one_message_a_second(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    await put(deps, *(row(f"{n}", "tg:-100") for n in range(3)))
    end = await run(deps, sender, plain, NOW, NOW + timedelta(minutes=1))
    assert sender.texts() == ["0", "1", "2"]
    assert end - NOW >= 2 * SECOND


@ONE_ENGINE
async def test_a_flood_of_hours_parks_nothing(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    await put(deps, row("a"), row("b"))
    sender.fail("tg:1", *(TemporaryFailure("flood", retry_after=20) for _ in range(500)))
    await run(deps, sender, plain, NOW, NOW + timedelta(hours=4))
    assert sender.texts() == ["a", "b"]
    assert (await deps.store.health()).parked == 0


@ONE_ENGINE
async def test_when_all_are_refused_all_are_left_alone(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    await put(deps, *(row(f"{n}", f"tg:{n}") for n in range(200)))
    for n in range(200):
        sender.fail(f"tg:{n}", *(TemporaryFailure("flood", retry_after=30) for _ in range(n < 30)))
    await run(deps, sender, plain, NOW, NOW + 29 * SECOND)
    assert len(sender.tried) == 30
    await run(deps, sender, plain, NOW + 30 * SECOND, NOW + timedelta(minutes=2))
    assert len(sender.sent) == 200


@ONE_ENGINE
async def test_a_day_without_network_parks_nothing_and_is_over_five_minutes_after_it(
    deps: Deps, sender: FakeSender, plain: Renderer
) -> None:
    await put(deps, row("a"))
    back = NOW + timedelta(hours=20)
    now: datetime | None = NOW
    while now is not None and now < back:
        sender.fail("tg:1", TemporaryFailure("network"))
        now = await deliver(deps, sender, plain, now)
    assert now is not None and now - back <= timedelta(minutes=5)
    await deliver(deps, sender, plain, now)
    assert sender.texts() == ["a"]


async def test_what_was_sent_while_the_store_fails_is_marked_later_and_not_sent_again(
    deps: Deps, sender: FakeSender, plain: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put(deps, row("a"), row("b"))
    broken = AsyncMock(side_effect=StoreError("disk_full", "no space"))
    with monkeypatch.context() as patch:
        patch.setattr(deps.store, "mark_outbox", broken)
        for _ in range(2):
            with pytest.raises(StoreError):
                await deliver(deps, sender, plain, NOW)
    assert sender.texts() == ["a"]
    await run(deps, sender, plain, NOW + SECOND, NOW + timedelta(minutes=1))
    assert sender.texts() == ["a", "b"]
    assert await state_of(deps, "a") is OutboxState.SENT


@ONE_ENGINE
async def test_rows_that_cannot_be_read_are_given_back_untried(
    deps: Deps, sender: FakeSender, plain: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put(deps, row("a"))
    with monkeypatch.context() as patch:
        patch.setattr("handlers.deliver.parts_of", AsyncMock(side_effect=StoreError("locked", "database is locked")))
        for _ in range(10):
            with pytest.raises(StoreError):
                await deliver(deps, sender, plain, NOW)
    await deliver(deps, sender, plain, NOW)
    assert sender.texts() == ["a"]


@ONE_ENGINE
async def test_a_claim_nobody_holds_any_more_is_taken_up(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    await put(deps, row("a"))
    assert await deps.store.claim_outbox(NOW, 10)
    await deliver(deps, sender, plain, NOW + LOST_AFTER)
    assert sender.texts() == []
    await deliver(deps, sender, plain, NOW + LOST_AFTER + timedelta(minutes=1))
    assert sender.texts() == ["a"]


@ONE_ENGINE
async def test_a_clock_put_back_stops_nothing_and_doubles_nothing(
    deps: Deps, sender: FakeSender, plain: Renderer
) -> None:
    await put(deps, *(row(f"{n}", f"tg:{n}", at=NOW - timedelta(days=1)) for n in range(60)))
    await deliver(deps, sender, plain, NOW)
    before = NOW - timedelta(hours=1)
    await run(deps, sender, plain, before, before + timedelta(minutes=1))
    assert sorted(map(int, sender.texts())) == list(range(60))


class SlowSender(FakeSender):
    """Never answers for one chat until it is let go."""

    def __init__(self, slow: str) -> None:
        super().__init__()
        self.slow, self.free = slow, asyncio.Event()

    async def send(self, outgoing: Outgoing) -> str:
        if outgoing.chat == self.slow:
            await self.free.wait()
        return await super().send(outgoing)


@ONE_ENGINE
async def test_a_chat_that_answers_slowly_delays_no_other(deps: Deps, plain: Renderer) -> None:
    woken: list[bool] = []
    deps = replace(deps, wake=lambda: woken.append(True))
    slow = SlowSender("tg:1")
    await put(deps, row("slow", "tg:1"), row("behind", "tg:1"), row("a", "tg:2"), row("b", "tg:3"))
    await deliver(deps, slow, plain, utc_now(), utc_now)
    assert sorted(slow.texts()) == ["a", "b"]
    await put(deps, row("c", "tg:4"))
    await deliver(deps, slow, plain, utc_now(), utc_now)
    assert sorted(slow.texts()) == ["a", "b", "c"]
    assert not woken
    slow.free.set()
    await deps.underway.rest()
    await deliver(deps, slow, plain, utc_now(), utc_now)
    assert slow.texts("tg:1") == ["slow"]
    assert await state_of(deps, "slow") is OutboxState.SENT


@ONE_ENGINE
async def test_the_pace_of_a_real_clock_is_kept_to_the_second(deps: Deps, sender: FakeSender, plain: Renderer) -> None:
    left: list[datetime] = []

    class Timed(FakeSender):
        async def send(self, outgoing: Outgoing) -> str:
            left.append(utc_now())
            return await super().send(outgoing)

    await put(deps, *(row(f"{n}", f"tg:{n}") for n in range(70)))
    timed = Timed()
    while len(left) < 70:
        again = await deliver(deps, timed, plain, utc_now(), utc_now)
        await asyncio.sleep(max(0.0, ((again or utc_now()) - utc_now()).total_seconds()))
    assert all(left[n + 30] - left[n] >= SECOND - timedelta(milliseconds=30) for n in range(40))


@ONE_ENGINE
async def test_after_a_block_nothing_more_is_tried_and_the_rest_is_parked(
    deps: Deps, sender: FakeSender, plain: Renderer
) -> None:
    await put(deps, *(row(f"{n}") for n in range(5)))
    sender.fail("tg:1", PermanentFailure("blocked by the user", gone=True))
    await run(deps, sender, plain, NOW, NOW + timedelta(minutes=1))
    assert len(sender.tried) == 1
    assert (await deps.store.health()).parked == 5


async def test_who_comes_back_is_told_once_that_something_was_missed(deps: Deps, sender: FakeSender) -> None:
    await put(deps, OutboxRow("a", "tg:1", "nothing", {}, NOW), OutboxRow("b", "tg:1", "nothing", {}, NOW))
    sender.fail("tg:1", PermanentFailure("blocked by the user", gone=True))
    await run(deps, sender, RENDERER, NOW, NOW + timedelta(minutes=1))
    for _ in range(2):
        await welcome_back(deps, "tg:1", NOW + timedelta(hours=1))
    await run(deps, sender, RENDERER, NOW + timedelta(hours=1), NOW + timedelta(hours=2))
    [told] = sender.texts()
    assert "2 条没送到" in told
    assert sender.commands() == ["/open", "/digest"]
    assert (await deps.store.health()).parked == 0
    async with deps.store.look(1) as look:
        assert not (await look.members())[0].unreachable


async def test_who_was_never_away_is_told_nothing(deps: Deps, sender: FakeSender) -> None:
    for chat in ("tg:1", "tg:99"):
        await welcome_back(deps, chat, NOW)
    assert await deps.store.next_outbox(NOW) is None


# ── Cards ────────────────────────────────────────────────────────────────────


async def changed(deps: Deps, sender: FakeSender, fact: str, later: timedelta) -> None:
    """A card is shown, then somebody's message changes its task."""
    await save_task(deps, task(1))
    await put(deps, OutboxRow("c", "tg:1", "card", {"task": 1}, NOW))
    await deliver(deps, sender, RENDERER, NOW)
    await save_task(deps, replace(task(1), urged=3))
    change = {"task": 1, "changes": [[fact, "三楼", "四楼"]]}
    await put(deps, OutboxRow("d", "tg:1", "changed", change, NOW + later))
    await run(deps, sender, RENDERER, NOW + later, NOW + later + timedelta(minutes=1))


async def test_a_card_whose_task_changed_is_edited_instead_of_sent_again(deps: Deps, sender: FakeSender) -> None:
    await changed(deps, sender, "submit_to", timedelta(hours=47))
    assert [one.edit for one in sender.sent] == [None, "tg:1:1"]
    assert "催过 3 次" in sender.texts()[1]


async def test_a_moved_place_is_said_aloud_and_stands_on_the_card(deps: Deps, sender: FakeSender) -> None:
    await changed(deps, sender, "place", timedelta(hours=47))
    assert [one.edit for one in sender.sent] == [None, None, "tg:1:1"]
    assert "三楼 → 四楼" in sender.texts()[1]
    async with deps.store.look(1) as look:
        card = await look.last_card("tg:1", 1)
    assert card is not None and card.sent_ref == "tg:1:1"


@ONE_ENGINE
async def test_a_card_older_than_two_days_is_left_where_it_is(deps: Deps, sender: FakeSender) -> None:
    await changed(deps, sender, "submit_to", timedelta(hours=49))
    assert [one.edit for one in sender.sent] == [None, None]

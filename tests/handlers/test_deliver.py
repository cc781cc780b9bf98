"""Delivery: at least once, in order per chat, at Telegram's pace, and one chat's trouble delays no other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.core.models import Changes, Member, OutboxRow, OutboxState, Role, Task, TaskState
from bot.render import Renderer
from handlers.deliver import MOST_CRASHES, deliver
from handlers.deps import Deps, MovedChat, PermanentFailure, TemporaryFailure
from storage.store import Store
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

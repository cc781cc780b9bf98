"""The outbox: what waits to be said, who takes it, and how it went."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, bindparam, case, exists, func, literal_column, select, update

from bot.core.models import OutboxRow, OutboxState
from storage import tables
from storage.columns import Instant
from storage.rows import columns_of, from_row
from storage.scope import Scope
from storage.whole import Whole

_outbox = tables.outbox.c
_card = tables.card.c
ANY_DOOR = "%"
"""The pattern of every chat."""
_WRITTEN = ("data", "state", "attempts", "not_before", "parts_sent", "sent_ref", "sent_at", "error")
_MARK = (
    update(tables.outbox)
    .where(_outbox.id == bindparam("_id"), tables.OUTBOX_CLAIMED)
    .values({name: bindparam(name) for name in _WRITTEN})
)


class OutboxReads(Scope):
    """What can be asked about one office's outbox."""

    async def outbox(self, key: str) -> OutboxRow | None:
        """The row of that key."""
        found = await self._held(_outbox.key == key)
        return found[0] if found else None

    async def open_burst(self, chat: str) -> OutboxRow | None:
        """The burst of that chat that is still being gathered."""
        return (await self.open_bursts([chat])).get(chat)

    async def open_bursts(self, chats: Collection[str]) -> dict[str, OutboxRow]:
        """The same for several chats at once: by chat, where there is one."""
        here = (_outbox.chat.in_(list(chats)), _outbox.template == "burst")
        return {row.chat: row for row in await self._held(tables.OUTBOX_PENDING, *here)}

    async def last_card(self, chat: str, task: int) -> OutboxRow | None:
        """The message last sent to that chat that carries the task's card (`data["cards"]`)."""
        here = and_(_card.workspace == self.workspace.id, _card.chat == chat, _card.task == task)
        return await self._one(OutboxRow, _outbox.id == select(_card.outbox).where(here).scalar_subquery())

    async def parked(self, chat: str) -> list[OutboxRow]:
        """What could not be said to that chat, the latest last."""
        return await self._held(tables.OUTBOX_PARKED, _outbox.chat == chat)

    async def _held(self, *conditions: ColumnElement[bool]) -> list[OutboxRow]:
        """Such rows, the latest last; inside a write nobody can claim them before the write has ended."""
        query = self._select(OutboxRow).where(*conditions).order_by(_outbox.id)
        if self._locks_rows:
            query = query.with_for_update()
        return [from_row(OutboxRow, row) for row in await self._connection.execute(query)]


class Delivery(Whole):
    """Hands rows out to be sent and takes back how it went, over all offices."""

    async def claim_outbox(
        self, now: datetime, limit: int, skip_chats: Collection[str] = (), door: str = ANY_DOOR
    ) -> list[tuple[int, OutboxRow]]:
        """Take up to `limit` due rows, at most one a chat: (workspace, row), the longest due first.

        A chat whose row is being sent, or has to be tried again later, gets nothing else meanwhile, so that what is
        said to it keeps its order. A `door` takes only the chats that its pattern matches.
        """
        given = {"now": now, "limit": limit, "skip": list(skip_chats), "door": door, "claimed_at": now}
        async with self._database.writing() as connection:
            rows = (await connection.execute(_claim(self._database.is_sqlite), given)).all()
        claimed = [(row[0], from_row(OutboxRow, row[1:])) for row in rows]
        return sorted(claimed, key=lambda one: (one[1].not_before, one[1].id))

    async def mark_outbox(self, rows: Sequence[OutboxRow]) -> None:
        """Write back how it went, in one commit, and remember where the cards in `data["cards"]` were sent.

        A row that was released meanwhile is left alone: it is another's by now.
        """
        if not rows:
            return
        values = [{"_id": row.id} | {name: getattr(row, name) for name in _WRITTEN} for row in rows]
        async with self._database.writing() as connection:
            await connection.execute(_MARK, values)
            for row in rows:
                cards = row.data.get("cards") if row.state is OutboxState.SENT else None
                if isinstance(cards, list | tuple) and cards:
                    await connection.execute(self._remember_cards(row.id, cards))

    def _remember_cards(self, id: int, cards: Collection[Any]) -> Any:
        sent = select(_outbox.workspace, _outbox.chat, tables.task.c.number, _outbox.id)
        sent = sent.join_from(tables.outbox, tables.task, tables.task.c.workspace == _outbox.workspace)
        sent = sent.where(_outbox.id == id, tables.task.c.number.in_([n for n in cards if isinstance(n, int)]))
        insert = self._database.insert(tables.card).from_select(["workspace", "chat", "task", "outbox"], sent)
        return insert.on_conflict_do_update(
            index_elements=["workspace", "chat", "task"], set_={"outbox": insert.excluded.outbox}
        )

    async def redirect(self, row: int, chat: str, template: str) -> None:
        """Have a row said elsewhere, in another way."""
        say = update(tables.outbox).where(_outbox.id == row).values(chat=chat, template=template)
        async with self._database.writing() as connection:
            await connection.execute(say)

    async def release_claims(self, before: datetime | None = None) -> int:
        """Let rows wait again that a process took and did not bring back; taken before an instant where given."""
        lost: list[ColumnElement[bool]] = [tables.OUTBOX_CLAIMED]
        lost += [] if before is None else [_outbox.claimed_at < before]
        async with self._database.reading() as connection:
            if not (await connection.execute(select(_outbox.id).where(*lost).limit(1))).first():
                return 0
        release = update(tables.outbox).where(*lost).values(state=OutboxState.PENDING)
        async with self._database.writing() as connection:
            return (await connection.execute(release)).rowcount

    async def next_outbox(
        self, now: datetime, skip_chats: Collection[str] = (), door: str = ANY_DOOR
    ) -> datetime | None:
        """When the next row can be claimed (at or before `now`: at once); None when nothing waits."""
        async with self._database.reading() as connection:
            found: datetime | None = await connection.scalar(_next(), {"skip": list(skip_chats), "door": door})
        return found


def _waiting(name: str, state: str) -> tuple[Any, ColumnElement[bool]]:
    """The table under another name, and the condition its index of waiting rows answers to."""
    return tables.outbox.alias(name), literal_column(f"{name}.state = '{state}'")


def _being_sent() -> ColumnElement[bool]:
    taken, claimed = _waiting("taken", "claimed")
    return exists().where(taken.c.chat == _outbox.chat, claimed)


def _spoken_to() -> tuple[ColumnElement[bool], ...]:
    """The chats that may be spoken to at this moment, of those behind this door."""
    return _outbox.chat.not_in(bindparam("skip", expanding=True)), _outbox.chat.like(bindparam("door"))


@cache
def _next() -> Any:
    """The earliest instant at which a row of a chat that waits for nothing else, or no longer, can be claimed."""
    retry, pending = _waiting("retry", "pending")
    latest = func.max(retry.c.not_before).label("until")
    again = select(retry.c.chat, latest).where(pending, retry.c.attempts > 0).group_by(retry.c.chat).subquery("again")
    when = case((again.c.until > _outbox.not_before, again.c.until), else_=_outbox.not_before)
    return (
        select(func.min(when))
        .select_from(tables.outbox.outerjoin(again, again.c.chat == _outbox.chat))
        .where(tables.OUTBOX_PENDING, ~_being_sent(), *_spoken_to())
    )


@cache
def _claim(is_sqlite: bool) -> Any:
    """Takes the rows whose turn it is; on a server, those that nobody else is taking at this moment."""
    still = select(_outbox.id).where(_outbox.id.in_(_first_of_each_chat()), tables.OUTBOX_PENDING)
    if not is_sqlite:
        still = still.with_for_update(skip_locked=True)
    claim = update(tables.outbox).where(_outbox.id.in_(still)).values(state=OutboxState.CLAIMED)
    return claim.values(claimed_at=bindparam("claimed_at")).returning(_outbox.workspace, *columns_of(OutboxRow))


def _first_of_each_chat() -> Any:
    """Ids of the rows whose turn it is: of each chat what failed before, then what was due first."""
    now = bindparam("now", type_=Instant())
    retry, pending = _waiting("retry", "pending")
    later = exists().where(retry.c.chat == _outbox.chat, pending, retry.c.attempts > 0, retry.c.not_before > now)
    turn = func.row_number().over(
        partition_by=_outbox.chat, order_by=(_outbox.attempts.desc(), _outbox.not_before, _outbox.id)
    )
    free = (~_being_sent(), ~later, *_spoken_to())
    due = select(_outbox.id, _outbox.not_before, turn.label("turn"))
    ranked = due.where(tables.OUTBOX_PENDING, _outbox.not_before <= now, *free).subquery("ranked")
    first = select(ranked.c.id).where(ranked.c.turn == 1).order_by(ranked.c.not_before, ranked.c.id)
    return first.limit(bindparam("limit", type_=Integer))

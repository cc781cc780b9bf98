"""One office's data as they are about to be: reads see what is yet to be written, and much is written at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from bot.core.models import (
    Assignment,
    Changes,
    Entity,
    Group,
    JournalEntry,
    KnownTask,
    Member,
    Memory,
    Message,
    Notice,
    Occurrence,
    OutboxRow,
    Overlap,
    Relation,
    Reminder,
    Source,
    StoredMessage,
    Task,
    Workspace,
)
from bot.core.resemblance import hashes_of_dates, hashes_of_message, hashes_of_task
from storage.store import Work, text_key

E = TypeVar("E")

Receipt = tuple[str, int]
"""Door and update id of the update that brought something."""


class Ledger:
    """Reads through one piece of work, and keeps what is to be saved until it is needed or all is done.

    Rows that hang on a task written here are read from the store only after a flush; everything else that was saved
    is seen at once.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._pending: dict[object, Entity] = {}
        self._receipts: list[Receipt] = []
        self._groups: dict[int, Group] | None = None
        self._members: list[Member] | None = None
        self._different: list[tuple[int, int]] | None = None
        self._messages: dict[str, StoredMessage | None] = {}
        self._twins: dict[str, list[StoredMessage]] = {}
        self._memories: dict[str, str | None] = {}
        self._bursts: dict[str, OutboxRow | None] = {}
        self._base: Sequence[KnownTask] = ()
        self._by_number: dict[int, KnownTask] = {}
        self._changed: dict[int, KnownTask] = {}
        self._older: dict[int, KnownTask] = {}

    @property
    def workspace(self) -> Workspace:
        """The office."""
        return self._work.workspace

    async def foresee(
        self,
        messages: Collection[str],
        chats: Collection[str] = (),
        memories: Collection[str] = (),
        texts: Collection[str] = (),
        since: datetime | None = None,
    ) -> None:
        """Read in few statements what will be asked for: messages by id, open bursts by chat, memories by key.

        Of `texts` (keys of texts) the twins seen since then.
        """
        stored = await self._work.messages_of(messages)
        self._messages |= {id: stored.get(id) for id in messages}
        if chats:
            open_bursts = await self._work.open_bursts(chats)
            self._bursts |= {chat: open_bursts.get(chat) for chat in chats}
        if memories:
            learned = await self._work.memories_of(memories)
            self._memories |= {key: learned.get(key) for key in memories}
        if texts and since:
            twins = await self._work.find_twins(texts, since)
            self._twins |= {key: twins.get(key, []) for key in texts}

    # ── writing ──

    def save(self, entities: Iterable[Entity]) -> None:
        """Have these written with the next flush; of two versions of one thing the later counts."""
        entities = tuple(entities)
        for entity in entities:
            self._pending[_key(entity)] = entity
            if isinstance(entity, Task):
                old = self._before(entity.number)
                self._changed[entity.number] = KnownTask(entity, old.sources if old else ())
            elif isinstance(entity, Group) and self._groups is not None:
                self._groups[entity.id] = entity
        for entity in entities:
            if isinstance(entity, Source):
                self._add_source(entity)

    def _before(self, number: int) -> KnownTask | None:
        """The task as it stands so far."""
        return self._changed.get(number) or self._by_number.get(number) or self._older.get(number)

    def _add_source(self, source: Source) -> None:
        known = self._before(source.task)
        if known is not None:
            others = tuple(each for each in known.sources if each.message != source.message)
            kept = others if source.relation is Relation.NONE else (*others, source)
            self._changed[source.task] = KnownTask(known.task, kept)

    async def add_group(self, group: Group) -> Group:
        """Write a group at once and return it with its id."""
        ids = (await self._work.apply(Changes((group,)))).ids
        saved = replace(group, id=ids[group.name])
        if self._groups is not None:
            self._groups[saved.id] = saved
        return saved

    def receive(self, receipt: Receipt | None) -> None:
        """Mark that update done with the next flush."""
        if receipt is not None:
            self._receipts.append(receipt)

    async def flush(self) -> None:
        """Write all that waits."""
        if self._pending:
            await self._work.apply(Changes(tuple(self._pending.values())))
        await self._work.finish_updates(self._receipts)
        for entity in self._pending.values():
            self._written(entity)
        self._pending.clear()
        self._receipts.clear()
        self._by_number |= self._changed
        self._changed.clear()
        self._older.clear()

    def _written(self, entity: Entity) -> None:
        """Keep what was read before in step with what has just been written."""
        match entity:
            case StoredMessage():
                self._messages[entity.message.id] = entity
                if entity.group is not None:
                    self._twins.pop(text_key(entity.message.text), None)
            case Memory():
                self._memories[entity.key] = entity.value
            case OutboxRow():
                self._bursts.pop(entity.chat, None)

    # ── reading ──

    def _waiting(self, kind: type[E]) -> list[E]:
        return [entity for entity in self._pending.values() if isinstance(entity, kind)]

    async def known_tasks(self) -> Sequence[KnownTask]:
        """What a new message is compared with."""
        base = await self._work.known_tasks()
        if base is not self._base:
            self._base, self._by_number = base, {one.task.number: one for one in base}
        if not self._changed:
            return base
        fresh = (number for number in sorted(self._changed) if number not in self._by_number)
        return (
            *(self._changed.get(one.task.number, one) for one in base),
            *(self._changed[number] for number in fresh),
        )

    async def comparable(self, message: Message, notice: Notice) -> Sequence[KnownTask]:
        """The known tasks, and of those too many to be kept in the process the ones most like the message.

        A task whose messages were all taken back is like nothing.
        """
        known = await self.known_tasks()
        if not all(one.sources for one in known):
            known = [one for one in known if one.sources]
        if self._work.knows_all:
            return known
        words = hashes_of_message(message.text, message.group, message.sender)
        older = await self._work.resembling(words | hashes_of_dates(notice), hashes_of_task)
        more = [one for one in older if one.task.number not in self._changed]
        self._older |= {one.task.number: one for one in more}
        return (*known, *more) if more else known

    async def next_number(self) -> int:
        """The number the next task gets."""
        return max([await self._work.next_number(), *(number + 1 for number in self._changed)])

    async def task(self, number: int) -> Task | None:
        """The task of that number."""
        changed = self._changed.get(number)
        return changed.task if changed else await self._work.task(number)

    async def _settled(self, number: int) -> None:
        if number in self._changed:
            await self.flush()

    async def assignments(self, number: int) -> list[Assignment]:
        """All shares in a task."""
        await self._settled(number)
        return await self._work.assignments([number])

    async def reminders(self, number: int) -> list[Reminder]:
        """All reminders of a task, whatever became of them."""
        await self._settled(number)
        return await self._work.reminders(number, states=("pending", "sent", "void"))

    async def occurrences(self, number: int) -> list[Occurrence]:
        """The dates of a recurring task."""
        await self._settled(number)
        return await self._work.occurrences(number)

    async def overlaps(self, number: int) -> list[Overlap]:
        """The pairs of tasks that one of them is."""
        await self._settled(number)
        return await self._work.overlaps(number)

    async def told_apart(self) -> list[tuple[int, int]]:
        """Pairs of tasks that people said are two."""
        if self._different is None:
            self._different = [(pair.a, pair.b) for pair in await self._work.told_apart()]
        return self._different

    async def groups(self) -> list[Group]:
        """All groups."""
        if self._groups is None:
            self._groups = {group.id: group for group in await self._work.groups()}
        return list(self._groups.values())

    async def members(self) -> list[Member]:
        """All members."""
        if self._members is None:
            self._members = await self._work.members()
        return self._members

    async def group_members(self, group: int) -> set[str]:
        """User references of members seen posting in a group."""
        if any(not stored.message.private for stored in self._waiting(StoredMessage)):
            await self.flush()
        return await self._work.group_members(group)

    async def message(self, id: str) -> StoredMessage | None:
        """The message of that id."""
        waiting = self._pending.get((StoredMessage, id))
        if isinstance(waiting, StoredMessage):
            return waiting
        return self._messages[id] if id in self._messages else await self._work.message(id)

    async def messages(self, ids: Collection[str]) -> dict[str, StoredMessage]:
        """Those messages that are known, by id."""
        waiting = {one.message.id: one for one in self._waiting(StoredMessage) if one.message.id in ids}
        return await self._work.messages_of([id for id in ids if id not in waiting]) | waiting

    async def known_task(self, number: int) -> KnownTask | None:
        """The task of that number with the messages that speak of it."""
        known = self._before(number)
        if known is not None and known.sources:
            return known
        await self._settled(number)
        task = await self._work.task(number)
        return KnownTask(task, tuple(await self._work.sources(number))) if task else None

    async def spoken_of(self, message: str) -> list[KnownTask]:
        """The tasks a message speaks of, however long ago they were closed."""
        await self.flush()
        numbers = [source.task for source in await self._work.sources_of_message(message)]
        return [known for number in numbers if (known := await self.known_task(number))]

    async def brought(self, by: str, chat: str, since: datetime, until: datetime) -> list[StoredMessage]:
        """What somebody said in a chat from `since` up to and with `until`."""
        await self.flush()
        return await self._work.brought(by, chat, since, until)

    async def recent(self, chat: str, since: datetime) -> list[StoredMessage]:
        """What was said in a chat since then, oldest first."""
        await self.flush()
        return [stored for stored in await self._work.messages(since=since) if stored.message.chat == chat]

    async def find_twins(self, key: str, since: datetime) -> list[StoredMessage]:
        """Messages of known groups with these words, the latest first."""
        waiting = [one for one in self._waiting(StoredMessage) if one.group and text_key(one.message.text) == key]
        if key not in self._twins:
            self._twins[key] = (await self._work.find_twins([key], since)).get(key, [])
        ids = {one.message.id for one in waiting}
        kept = [one for one in self._twins[key] if one.message.id not in ids and one.message.received_at >= since]
        return [*reversed(waiting), *kept]

    async def posted_at(self, since: datetime, until: datetime) -> list[StoredMessage]:
        """What the bot itself saw in groups from `since` up to and with `until`."""
        waiting = [one for one in self._waiting(StoredMessage) if one.group and not one.message.private]
        then = [one for one in waiting if since <= one.message.received_at <= until]
        ids = {one.message.id for one in then}
        stored = await self._work.posted_at(since, until)
        return [*then, *(one for one in stored if one.message.id not in ids)]

    async def memory(self, key: str) -> str | None:
        """What was learned under that key."""
        waiting = self._pending.get((Memory, key))
        if isinstance(waiting, Memory):
            return waiting.value
        return self._memories[key] if key in self._memories else await self._work.memory(key)

    async def open_burst(self, chat: str) -> OutboxRow | None:
        """The burst of that chat that is still being gathered."""
        waiting = [row for row in self._waiting(OutboxRow) if row.template == "burst" and row.chat == chat]
        if waiting:
            return waiting[-1]
        return self._bursts[chat] if chat in self._bursts else await self._work.open_burst(chat)


def _key(entity: Entity) -> object:
    """What tells one thing from another of its kind; entries of the journal are all different."""
    match entity:
        case StoredMessage():
            return StoredMessage, entity.message.id
        case Task():
            return Task, entity.number
        case Source():
            return Source, entity.task, entity.message
        case Overlap():
            return Overlap, entity.a, entity.b
        case Assignment():
            return Assignment, entity.task, entity.member
        case Occurrence():
            return Occurrence, entity.task, entity.date
        case Reminder():
            return Reminder, entity.task, entity.member, entity.rung, entity.about
        case Memory() | OutboxRow():
            return type(entity), entity.key
        case Group() | Member():
            return type(entity), entity.id
        case JournalEntry():
            return JournalEntry, id(entity)
        case _:
            return type(entity), id(entity)

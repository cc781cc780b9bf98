"""A message came: understand it, decide what follows from what is known, save that in one transaction."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.attribution import Header, without_header
from bot.core.burst import add_to_burst, refused_item
from bot.core.cleaning import carriable_message
from bot.core.decide import Decision
from bot.core.models import (
    Changes,
    Doubt,
    Entity,
    JournalEntry,
    Kind,
    Member,
    Message,
    Notice,
    Outcome,
    Relation,
    StoredMessage,
    Verdict,
    Workspace,
)
from bot.core.records import inner_messages, stand_alone
from bot.core.registry import group_of
from bot.core.secrecy import is_classified
from bot.core.understand import understand
from bot.core.workdays import Calendar
from handlers.answering import Taken, answered, registered, still_open
from handlers.deps import Deps
from handlers.desk import Desk, decided
from handlers.ledger import Ledger, Receipt
from handlers.origin import set_origin
from handlers.returning import welcome_back
from handlers.ticking.counting import within_measure
from handlers.whence import TWIN_WITHIN, find_whence, foreseen

__all__ = ["Handled", "handle_message", "handle_messages", "set_origin"]

log = logging.getLogger("jianfu.message")

Arrival = tuple[Message, datetime, Receipt | None]
"""A message, when it was taken up, and the update that brought it."""


@dataclass(frozen=True, slots=True)
class Handled:
    """What became of a message. `outcome` is None where nothing of it is stored; `parts` are a record's messages."""

    outcome: Outcome | None
    kind: Kind
    verdict: Verdict
    task: int | None = None
    parts: tuple[Handled, ...] = ()


@dataclass(frozen=True, slots=True)
class _Letter:
    """A message opened: `body` is without its header line, `parts` are the messages in it with what each means."""

    office: int
    message: Message
    header: Header
    body: Message
    parts: tuple[tuple[Message, Notice], ...]
    actor: Member | None
    now: datetime
    receipt: Receipt | None

    @property
    def issuer(self) -> str | None:
        """The office that the first part to name one comes from."""
        return next((notice.issuer for _, notice in self.parts if notice.issuer), None)

    @property
    def answer_to(self) -> str | None:
        """The chat that is answered; none for what was read in a group."""
        return (self.message.chat or self.actor.chat) if self.message.private and self.actor else None


async def handle_message(deps: Deps, message: Message, now: datetime, receipt: Receipt | None = None) -> Handled:
    """Take in one message; a message seen before changes nothing unless it was edited."""
    return (await handle_messages(deps, [(message, now, receipt)]))[0]


async def handle_messages(deps: Deps, arrivals: Sequence[Arrival]) -> list[Handled]:
    """Take in messages of one chat in their order: what became of the first ones, as many as could be; at least one.

    They are written together, and with those of other chats that arrive while others of the office are being written.
    Where one fails those behind it are not touched; the first's failure is raised.
    """
    letters: list[_Letter] = []
    for given, now, receipt in arrivals:
        message = carriable_message(given)
        office = await _office(deps, message)
        if office is not None and office[1] is not None and office[1].unreachable and message.private:
            await welcome_back(deps, office[1].chat, now)
        level = is_classified(message.text)
        if office is not None and level is None:
            letters.append(_opened(deps, office, message, now, receipt))
        elif letters:
            break
        elif office is None or level is None:
            return [await _decline(deps, message, now, receipt)]
        else:
            return [await _refuse(deps, *office, message, level, now, receipt)]

    async def settle(office: int, bundles: Sequence[Sequence[_Letter]]) -> Sequence[list[Handled] | Exception]:
        return await _settle(deps, office, bundles)

    handled: list[Handled] = await deps.counter.hand_in(letters[0].office, letters, settle)
    deps.wake()
    return handled


async def _settle(deps: Deps, office: int, bundles: Sequence[Sequence[_Letter]]) -> list[list[Handled] | Exception]:
    """All bundles in one transaction; when that fails each in one of its own, so that only the culprit's fails."""
    try:
        return await _taken_in(deps, office, bundles)
    except Exception as error:
        if len(bundles) == 1 and len(bundles[0]) == 1:
            return [error]
        count = sum(map(len, bundles))
        log.warning("%d messages cannot be written together, trying one by one: %s", count, type(error).__name__)
    return [await _one_by_one(deps, office, bundle) for bundle in bundles]


async def _one_by_one(deps: Deps, office: int, letters: Sequence[_Letter]) -> list[Handled] | Exception:
    """What became of the letters up to the first that fails; its failure when that is the first of all."""
    handled: list[Handled] = []
    for letter in letters:
        [result] = await _settle(deps, office, [[letter]])
        if isinstance(result, Exception):
            return handled or result
        handled += result
    return handled


async def _taken_in(deps: Deps, office: int, bundles: Sequence[Sequence[_Letter]]) -> list[list[Handled] | Exception]:
    async with deps.store.work(office) as work:
        ledger = Ledger(work)
        await _foresee(ledger, [letter for letters in bundles for letter in letters])
        handled: list[list[Handled] | Exception] = []
        for letters in bundles:
            handled.append([await _take_in(deps, ledger, letter) for letter in letters])
        await ledger.flush()
    return handled


async def _foresee(ledger: Ledger, letters: Sequence[_Letter]) -> None:
    """Read at once what the letters will ask for one by one."""
    wanted = [foreseen(letter.body, letter.header, letter.issuer) for letter in letters]
    await ledger.foresee(
        messages={part.id for letter in letters for part, _ in letter.parts},
        chats={letter.answer_to for letter in letters if letter.answer_to},
        memories={key for _, keys in wanted for key in keys},
        texts={key for keys, _ in wanted for key in keys},
        since=min(letter.now for letter in letters) - TWIN_WITHIN,
    )


def _opened(
    deps: Deps, office: tuple[Workspace, Member | None], message: Message, now: datetime, receipt: Receipt | None
) -> _Letter:
    workspace, actor = office
    calendar = replace(deps.calendar, timezone=workspace.timezone)
    body, header = without_header(message)
    parts = tuple((part, _understood(part, header, calendar)) for part in inner_messages(body))
    if len(parts) > 1 and not stand_alone([notice for _, notice in parts]):
        parts = ((body, _understood(body, header, calendar)),)
    return _Letter(workspace.id, message, header, body, parts, actor, now, receipt)


def _understood(part: Message, header: Header, calendar: Calendar) -> Notice:
    if not part.text.strip():
        return Notice(Kind.CHATTER)
    try:
        notice = understand(part, calendar)
    except Exception:
        # Nothing vanishes: what the rules stumble over is kept, and waits for a person's look.
        log.exception("message %s cannot be understood", part.id)
        return Notice(Kind.CHATTER, unsure=(Doubt("kind", "unreadable"),))
    if header.cut and not part.attachments:
        return replace(notice, unsure=(*notice.unsure, Doubt("text", "cut_short")))
    return notice


async def _office(deps: Deps, message: Message) -> tuple[Workspace, Member | None] | None:
    """The workspace a message belongs to and the member who brought it; None for strangers and strange groups."""
    who = await deps.store.whoami(message.by) if message.by else None
    if message.private:
        return who
    workspace = await deps.store.workspace_of_chat(message.chat) if message.chat else None
    if workspace is None:
        return None
    return workspace, who[1] if who is not None and who[0].id == workspace.id else None


async def _decline(deps: Deps, message: Message, now: datetime, receipt: Receipt | None) -> Handled:
    """One polite line to a stranger in private; in a group of nobody's the bot says and keeps nothing."""
    if message.private and message.chat:
        deps.strangers.answer(message.chat, "unknown_person", deps.rules.language, now)
        deps.wake()
    if receipt is not None:
        await deps.store.finish_update(*receipt)
    return Handled(None, Kind.CHATTER, Verdict(Relation.NONE, "stranger"))


async def _refuse(
    deps: Deps,
    workspace: Workspace,
    actor: Member | None,
    message: Message,
    level: str,
    now: datetime,
    receipt: Receipt | None,
) -> Handled:
    """Text marked secret is not kept, only counted; in private the answer says so."""
    save: list[Entity] = [JournalEntry(now, "refused", "marked_secret", member=actor.id if actor else None)]
    async with deps.store.work(workspace.id) as work:
        if message.private and actor is not None:
            chat, rules = message.chat or actor.chat, deps.rules
            waiting = still_open(await work.open_burst(chat))
            item, waits = refused_item(message.id, level), (rules.burst_wait, rules.burst_limit)
            save.append(add_to_burst(waiting, chat, actor.id, [item], [], now, *waits, edited=message.edited))
        await work.apply(Changes(tuple(save)), receipt=receipt)
    deps.wake()
    return Handled(None, Kind.CHATTER, Verdict(Relation.NONE, "marked_secret"))


async def _take_in(deps: Deps, ledger: Ledger, letter: _Letter) -> Handled:
    """Work through the parts one after the other, each knowing those before it."""
    ledger.receive(letter.receipt)
    before = {part.id: await ledger.message(part.id) for part, _ in letter.parts}
    new = [(part, notice) for part, notice in letter.parts if _is_news(before[part.id], part)]
    if not new:
        return Handled(None, Kind.CHATTER, Verdict(Relation.NONE, "seen_before"))
    desk = await _desk(deps, ledger, letter)
    taken: list[Taken] = []
    for part, notice in new:
        decision = await decided(desk, part, notice, before[part.id])
        most = deps.rules.unasked_per_day
        ledger.save(await within_measure(ledger, decision.save, letter.now, ZoneInfo(desk.calendar.timezone), most))
        taken.append((part, notice, decision))
    ledger.save(registered(desk, taken, before))
    if letter.message.private and letter.actor is not None:
        ledger.save(await answered(desk, letter.actor, letter.message, deps.rules, taken))
    return _handled(taken)


def _is_news(before: StoredMessage | None, part: Message) -> bool:
    return before is None or (part.edited and before.message.text != part.text)


async def _desk(deps: Deps, ledger: Ledger, letter: _Letter) -> Desk:
    """Find out where the message comes from and lay out what its decision needs."""
    message, actor = letter.message, letter.actor
    seat = message.chat if not message.private else None
    came_from = await find_whence(ledger, letter.body, letter.header, letter.issuer, seat, letter.now)
    group = group_of(came_from, message.reference)
    if group is not None and group.id == 0:
        group = await ledger.add_group(group)
    waiting = still_open(await ledger.open_burst(letter.answer_to)) if letter.answer_to else None
    calendar = replace(deps.calendar, timezone=ledger.workspace.timezone)
    return Desk(ledger, calendar, letter.now, actor, came_from, group, waiting, deps.rules.ladder)


def _handled(taken: Sequence[Taken]) -> Handled:
    """What became of the message; of a record, what became of its first duty, and each part by itself."""
    parts = tuple(
        Handled(decision.outcome, _kind(notice, decision), decision.verdict, _number(decision))
        for _, notice, decision in taken
    )
    first = next((part for part in parts if part.verdict.relation is not Relation.NONE), parts[0])
    return replace(first, parts=parts if len(parts) > 1 else ())


def _number(decision: Decision) -> int | None:
    return decision.task.number if decision.task else decision.verdict.of


def _kind(notice: Notice, decision: Decision) -> Kind:
    """A repeat, a change or a cancellation is of the kind of its task; what belongs to no task is only to be known."""
    if decision.task is not None and decision.verdict.relation is not Relation.NEW:
        return decision.task.facts.kind
    if decision.verdict.relation is Relation.NONE and notice.kind.actionable:
        return Kind.INFO
    return notice.kind

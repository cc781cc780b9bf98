"""A message came: understand it, decide what follows from what is known, save that in one transaction."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.burst import add_to_burst, refused_item
from bot.core.cleaning import carriable_message
from bot.core.decide import Decision
from bot.core.models import (
    Changes,
    Entity,
    JournalEntry,
    Kind,
    Member,
    Message,
    Notice,
    Original,
    Outcome,
    Relation,
    StoredMessage,
    Verdict,
    Workspace,
)
from bot.core.registry import group_of
from handlers.answering import Taken, answered, registered, still_open
from handlers.attached import marked, with_files, words_alone
from handlers.deps import Deps
from handlers.desk import Desk, decided, part_of_album
from handlers.ledger import Ledger, Receipt
from handlers.letters import Letter, opened, stands_alone, together_understood, understood
from handlers.origin import set_origin
from handlers.progressing import Teller
from handlers.retracting import emptied
from handlers.returning import welcome_back
from handlers.ticking.counting import within_measure
from handlers.together import (
    ALBUM,
    FOLLOWING,
    bundles,
    file_before,
    gathered,
    is_bare,
    notice_before,
    with_following,
    with_preceding,
    without_words,
)
from handlers.whence import TWIN_WITHIN, find_whence, foreseen, platform_told, taught

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


async def handle_message(deps: Deps, message: Message, now: datetime, receipt: Receipt | None = None) -> Handled:
    """Take in one message; a message seen before changes nothing unless it was edited."""
    return (await handle_messages(deps, [(message, now, receipt)]))[0]


async def handle_messages(deps: Deps, arrivals: Sequence[Arrival]) -> list[Handled]:
    """Take in messages of one chat in their order: what became of the first ones, as many as could be; at least one.

    They are written together, and with those of other chats that arrive while others of the office are being written.
    Where one fails those behind it are not touched; the first's failure is raised.
    """
    letters: list[Letter] = []
    reads = deps.files is not None and deps.fetch is not None
    for bundle in bundles(arrivals, albums=reads):
        message, mates = gathered([carriable_message(given) for given, _, _ in bundle])
        now, receipts = bundle[0][1], {given.id: receipt for given, _, receipt in bundle}
        office = await _office(deps, message)
        if office is not None and office[1] is not None and office[1].unreachable and message.private:
            await welcome_back(deps, office[1].chat, now)
        level = marked(message)
        opens = reads and bool(message.attachments) and office is not None and level is None
        if letters and (office is None or level is not None or opens):
            break
        if office is None:
            return [await _decline(deps, message, now, list(receipts.values()))] * len(bundle)
        originals: list[Original] = []
        if opens:
            message, originals, level = await _read(deps, office, message, now)
        if level is not None:
            return [await _refuse(deps, *office, message, level, now, list(receipts.values()))] * len(bundle)
        letter = opened(deps.calendar, office, message, now, receipts[message.id])
        beside = tuple((mate, receipts[mate.id]) for mate in mates)
        letters.append(replace(letter, mates=beside, originals=tuple(originals)))

    async def settle(office: int, bundles: Sequence[Sequence[Letter]]) -> Sequence[list[Handled] | Exception]:
        return await _settle(deps, office, bundles)

    handled: list[Handled] = await deps.counter.hand_in(letters[0].office, letters, settle)
    deps.wake()
    return handled


async def _settle(deps: Deps, office: int, bundles: Sequence[Sequence[Letter]]) -> list[list[Handled] | Exception]:
    """All bundles in one transaction; when that fails each in one of its own, so that only the culprit's fails."""
    try:
        return await _taken_in(deps, office, bundles)
    except Exception as error:
        if len(bundles) == 1 and len(bundles[0]) == 1:
            return [error]
        count = sum(map(len, bundles))
        log.warning("%d messages cannot be written together, trying one by one: %s", count, type(error).__name__)
    return [await _one_by_one(deps, office, bundle) for bundle in bundles]


async def _one_by_one(deps: Deps, office: int, letters: Sequence[Letter]) -> list[Handled] | Exception:
    """What became of the letters up to the first that fails; its failure when that is the first of all."""
    handled: list[Handled] = []
    for letter in letters:
        [result] = await _settle(deps, office, [[letter]])
        if isinstance(result, Exception):
            return handled or result
        handled += result
    return handled


async def _taken_in(deps: Deps, office: int, bundles: Sequence[Sequence[Letter]]) -> list[list[Handled] | Exception]:
    async with deps.store.work(office) as work:
        ledger = Ledger(work)
        await _foresee(ledger, [letter for letters in bundles for letter in letters])
        handled: list[list[Handled] | Exception] = []
        for letters in bundles:
            handled.append([result for letter in letters for result in await _take_in(deps, ledger, letter)])
        await ledger.flush()
    return handled


async def _foresee(ledger: Ledger, letters: Sequence[Letter]) -> None:
    """Read at once what the letters will ask for one by one."""
    wanted = [foreseen(letter.body, letter.header, letter.issuer) for letter in letters]
    await ledger.foresee(
        messages={one.id for letter in letters for one, _ in (*letter.parts, *letter.mates)},
        chats={letter.answer_to for letter in letters if letter.answer_to},
        memories={key for _, keys in wanted for key in keys},
        texts={key for keys, _ in wanted for key in keys},
        since=min(letter.now for letter in letters) - TWIN_WITHIN,
    )


async def _office(deps: Deps, message: Message) -> tuple[Workspace, Member | None] | None:
    """The workspace a message belongs to and the member who brought it; None for strangers and strange groups."""
    who = await deps.store.whoami(message.by) if message.by else None
    if message.private:
        return who
    workspace = await deps.store.workspace_of_chat(message.chat) if message.chat else None
    if workspace is None:
        return None
    return workspace, who[1] if who is not None and who[0].id == workspace.id else None


async def _read(
    deps: Deps, office: tuple[Workspace, Member | None], message: Message, now: datetime
) -> tuple[Message, list[Original], str | None]:
    """The message with what its files say, the files, and the mark of secrecy that one of them bears."""
    teller = Teller(deps, office[0].id, message, office[1], now)
    async with teller.telling():
        message, originals, level = await with_files(deps, message, now, teller)
    return message, originals if deps.rules.keep_files else [], level


async def _decline(deps: Deps, message: Message, now: datetime, receipts: Sequence[Receipt | None]) -> Handled:
    """One polite line to a stranger in private; in a group of nobody's the bot says and keeps nothing."""
    if message.private and message.chat:
        deps.strangers.answer(message.chat, "unknown_person", deps.rules.language, now)
        deps.wake()
    for receipt in receipts:
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
    receipts: Sequence[Receipt | None],
) -> Handled:
    """Text marked secret is not kept, only counted; in private the answer says so."""
    save: list[Entity] = [JournalEntry(now, "refused", "marked_secret", member=actor.id if actor else None)]
    async with deps.store.work(workspace.id) as work:
        if message.private and actor is not None:
            chat, rules = message.chat or actor.chat, deps.rules
            waiting = still_open(await work.open_burst(chat))
            item, waits = refused_item(message.id, level), (rules.burst_wait, rules.burst_limit)
            save.append(add_to_burst(waiting, chat, actor.id, [item], [], now, *waits, edited=message.edited))
        await work.apply(Changes(tuple(save)))
        await work.finish_updates([receipt for receipt in receipts if receipt is not None])
    deps.wake()
    return Handled(None, Kind.CHATTER, Verdict(Relation.NONE, "marked_secret"))


async def _take_in(deps: Deps, ledger: Ledger, letter: Letter) -> list[Handled]:
    """Work through the parts one after the other, each knowing those before it; one result for each message."""
    ledger.receive(letter.receipt)
    for _, receipt in letter.mates:
        ledger.receive(receipt)
    before = {part.id: await ledger.message(part.id) for part, _ in letter.parts}
    if not any(_is_news(before[part.id], part) for part, _ in letter.parts):
        seen = Handled(None, Kind.CHATTER, Verdict(Relation.NONE, "seen_before"))
        return [seen] * (1 + len(letter.mates))
    ledger.save(letter.originals)
    count = 1 + len(letter.mates)
    letter, before, follows = await _joined(deps, ledger, letter, before)
    desk = await _desk(deps, ledger, letter)
    taken: list[Taken] = []
    for part, notice in letter.parts:
        if part.id != follows and not _is_news(before[part.id], part):
            continue
        was = before[part.id]
        if was is not None and _is_emptied(part, notice, was):
            decision = await emptied(desk, part, was, deps.rules)
        else:
            decision = await decided(desk, part, notice, was)
        most = deps.rules.unasked_per_day
        ledger.save(await within_measure(ledger, decision.save, letter.now, ZoneInfo(desk.calendar.timezone), most))
        taken.append((part, notice, decision))
    ledger.save(registered(desk, taken, before))
    if letter.message.private and letter.actor is not None:
        ledger.save(await answered(desk, letter.actor, letter.message, deps.rules, taken, joined=follows is not None))
    handled = _handled(taken)
    mates = [await _shared(ledger, mate, taken[0], desk, bool(follows)) for mate, _ in letter.mates]
    return [handled, *mates][:count]


async def _joined(
    deps: Deps, ledger: Ledger, letter: Letter, before: dict[str, StoredMessage | None]
) -> tuple[Letter, dict[str, StoredMessage | None], str | None]:
    """The letter together with what it belongs to, and the id of the notice that it follows."""
    body = letter.body
    is_record = len(letter.parts) > 1 or letter.parts[0][0].id != body.id
    if is_record or before[body.id] is not None or deps.files is None:
        return letter, before, None
    calendar = replace(deps.calendar, timezone=ledger.workspace.timezone)
    earlier = await notice_before(ledger, body) if is_bare(body) else None
    if earlier is not None and not stands_alone(earlier.message, body, letter.parts[0][1], calendar):
        part = with_following(earlier.message, body)
        notice = together_understood(earlier.message, part, letter.header, calendar)
        mates = ((without_words(body), None), *letter.mates)
        return replace(letter, body=part, parts=((part, notice),), mates=mates), {part.id: earlier}, part.id
    earlier = await file_before(ledger, body)
    if earlier is not None:
        part = with_preceding(body, earlier.message)
        mates = (*letter.mates, (without_words(earlier.message), None))
        found = ((part, understood(part, letter.header, calendar)),)
        return replace(letter, body=part, parts=found, mates=mates), before, None
    return letter, before, None


async def _shared(ledger: Ledger, mate: Message, chief: Taken, desk: Desk, follows: bool) -> Handled:
    """A message that shares another's lot is kept beside it."""
    _, notice, decision = chief
    group = desk.group.id if desk.group else None
    row = part_of_album(mate, decision.outcome.value, _number(decision), group, desk.came_from.why.value)
    ledger.save((replace(row, reason=FOLLOWING if follows else ALBUM),))
    return Handled(row.outcome, notice.kind, Verdict(row.relation, row.reason, row.task), row.task)


def _is_emptied(part: Message, notice: Notice, before: StoredMessage) -> bool:
    """Whether an edit took all words away; what a file still says may be a duty by itself."""
    return bool(words_alone(before.message)) and not words_alone(part) and not notice.kind.actionable


def _is_news(before: StoredMessage | None, part: Message) -> bool:
    return before is None or (part.edited and before.message.text != part.text)


async def _desk(deps: Deps, ledger: Ledger, letter: Letter) -> Desk:
    """Find out where the message comes from and lay out what its decision needs."""
    message, actor = letter.message, letter.actor
    seat = message.chat if not message.private else None
    came_from = await find_whence(ledger, letter.body, letter.header, letter.issuer, seat, letter.now)
    group = group_of(came_from, message.reference)
    if group is not None and group.id == 0:
        group = await ledger.add_group(group)
    if group is not None and came_from.sure:
        ledger.save(
            await taught(ledger, group, (part.sender or came_from.sender for part, _ in letter.parts), letter.now)
        )
        group, told = await platform_told(ledger, letter, group)
        ledger.save(told)
    waiting = still_open(await ledger.open_burst(letter.answer_to)) if letter.answer_to else None
    calendar = replace(deps.calendar, timezone=ledger.workspace.timezone)
    list_of = f"{letter.body.id}#" if letter.listed else None
    return Desk(ledger, calendar, letter.now, actor, came_from, group, waiting, deps.rules.ladder, list_of)


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

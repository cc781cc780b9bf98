"""One command on its way: who calls, what was loaded, what is to be saved and said."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.core.lifecycle import Dossier, Move
from bot.core.models import (
    AssignmentState,
    Command,
    Entity,
    Member,
    OutboxRow,
    Relation,
    Task,
)
from bot.core.quiet import comes_through, quiet_until
from bot.core.reminding import replan
from bot.core.rights import Reach
from bot.core.workdays import Calendar
from handlers.deps import Deps
from storage.store import Work

MORE = "+"
"""Last argument of a button on a message that speaks of several tasks: the answer comes beside it, not in its place."""

_FURTHER = re.compile(r"[\s,，、和&]*#?\s*(\d{1,6})(?:号|条)?(?=[\s,，、]|\Z)")
"""One more task number behind the first."""

_DATED = re.compile(r"#?(\d{1,6})@(\d{4}-\d\d-\d\d)\Z")


class Refusal(Exception):
    """The command cannot be carried out; `code` picks the line that says what is wrong and shows one that works."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data


@dataclass(slots=True)
class Call:
    """A command with its member, its transaction and what has been decided so far."""

    deps: Deps
    command: Command
    now: datetime
    work: Work
    member: Member
    reach: Reach
    calendar: Calendar
    saves: list[Entity] = field(default_factory=list)
    rows: list[OutboxRow] = field(default_factory=list)
    label: str | None = None

    @property
    def zone(self) -> ZoneInfo:
        """The office's time zone."""
        return ZoneInfo(self.calendar.timezone)

    @property
    def today(self) -> date:
        """The day it is in the office."""
        return self.now.astimezone(self.zone).date()

    @property
    def office(self) -> bool:
        """Whether the command reaches over everybody's tasks."""
        return self.reach is Reach.OFFICE

    @property
    def words(self) -> list[str]:
        """The arguments, split at blanks, without the mark `MORE`."""
        return [word for word in self.command.args.split() if word != MORE]

    @property
    def edit(self) -> str | None:
        """The message to put the answer in place of: the one whose button was pressed, unless it speaks of others."""
        return None if self.command.args.split()[-1:] == [MORE] else self.command.card

    def say(self, template: str, data: dict[str, object], *, anew: bool = False) -> None:
        """Answer the caller, in place of the message whose button was pressed unless `anew`."""
        key = f"reply:{self.command.id}" + (f":{len(self.rows)}" if self.rows else "")
        edit = None if anew or not self.command.private else self.edit
        self.rows.append(OutboxRow(key, self.member.chat, template, data, self.now, member=self.member.id, edit=edit))

    def tell(self, member: Member, template: str, data: dict[str, object], about: Task | None = None) -> None:
        """Tell another member, after his quiet hours unless the task it is about cannot wait so long."""
        key = f"{template}:{self.command.id}:{member.id}"
        told = sum(row.key.startswith(key) for row in self.rows)
        key += f":{told}" if told else ""
        ends = quiet_until(member, self.now, self.zone, self.calendar)
        pressing = about and ends and comes_through(about.due or ends, about.facts.urgent, ends)
        at = self.now if ends is None or pressing else ends
        self.rows.append(OutboxRow(key, member.chat, template, data, at, member=member.id))

    def save(self, *entities: Entity, label: str | None = None) -> None:
        """Have these written; with a `label` the whole command can be undone by the caller."""
        self.saves.extend(entities)
        self.label = label or self.label

    # ── tasks ──

    async def dossier(self, number: int) -> Dossier:
        """The task with what hangs on it; refuses an unknown number and, to a cadre, a task that is not his."""
        task = await self.work.task(number)
        if task is None:
            raise Refusal("no_such_task", number=number, command=self.command.name)
        found = Dossier(
            task,
            tuple(await self.work.assignments([number])),
            tuple(await self.work.occurrences(number)),
            tuple(each for each in await self.work.sources(number) if each.relation is not Relation.NONE),
            tuple(await self.work.overlaps(number)),
        )
        if not self.office and all(
            each.member != self.member.id or each.state is AssignmentState.REMOVED for each in found.assignments
        ):
            raise Refusal("not_yours", number=number)
        return found

    async def settle(self, move: Move, label: str | None = None) -> None:
        """Have a step saved, with the reminders planned anew for the tasks it touched."""
        if not move.changed:
            return
        self.save(*move.save, label=label)
        members = {each.id: each for each in await self.work.members()}
        for dossier in move.after:
            known = await self.work.reminders(dossier.task.number, states=("pending", "sent", "void"))
            people = [members[each] for each in dossier.holders if each in members]
            ladder, dates = self.deps.rules.ladder, dossier.occurrences
            self.save(*replan(dossier.task, people, known, self.now, self.calendar, ladder, dates))

    def numbers(self) -> list[tuple[int, date | None]]:
        """The task numbers of the arguments, each with the date a button of a recurring duty carries."""
        found: dict[int, date | None] = {}
        for word in re.split(r"[\s,，、]+", " ".join(self.words)):
            dated = _DATED.match(word)
            plain = re.fullmatch(r"#?(\d{1,6})", word)
            if dated:
                found[int(dated[1])] = _day(dated[2])
            elif plain:
                found.setdefault(int(plain[1]), None)
            elif word:
                raise Refusal("not_a_number", said=word[:20], command=self.command.name)
        if not found:
            raise Refusal("number_missing", command=self.command.name)
        return list(found.items())

    def numbers_and_rest(self, readable: Callable[[str], bool]) -> tuple[list[int], str]:
        """The task numbers that the arguments begin with, and what is said of them.

        A number may also begin what is said (/due 12 3 天后): as few are taken as leave something `readable`.
        """
        first, rest = self.number_and_rest()
        numbers, readings = [first], [([first], rest)]
        while found := _FURTHER.match(rest):
            numbers, rest = [*numbers, int(found[1])], rest[found.end() :]
            readings.append((numbers, rest.lstrip(" ,，、")))
        given, said = next((each for each in readings if each[1] and readable(each[1])), readings[-1])
        return list(dict.fromkeys(given)), said

    def number_and_rest(self) -> tuple[int, str]:
        """The first argument as a task number, and everything after it."""
        text = " ".join(self.words)
        match = re.match(r"#?\s*(\d{1,6})(?!\d)(?:号|条)?\s*(.*)\Z", text, re.S)
        if match is None:
            code = "not_a_number" if text else "number_missing"
            raise Refusal(code, said=text[:20], command=self.command.name)
        return int(match[1]), match[2].strip()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

"""A quarter of sixty groups: every message goes to its group, and exactly the right groups may go, merge, or come back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.attribution import CONFIDENCE, SURE, Why
from bot.core.groups import looks_temporary
from bot.core.models import Group, GroupEvent, GroupEventKind, GroupState, Memory, TaskState
from handlers.candidates import candidates
from handlers.group import handle_group_event
from handlers.message import handle_messages
from handlers.ticking.groups import let_groups_age
from storage.store import Look
from tests.factories import CALENDAR
from tests.handlers.groups_world import BEGIN, DAYS, MOVED, SHOWN_IN, Known, Post, groups, moved, posts
from tests.handlers.scene import ADMIN, COORDINATOR, Scene

WORLD, POSTS = groups(), posts()
TRUTH = {post.id: post for post in POSTS}


class Play:
    """The world played day by day, and what stands in the office meanwhile."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.dissolved: set[int] = set()
        self.proposed: dict[int, set[int]] = defaultdict(set)

    async def ids(self) -> dict[int, int]:
        """The group of each place, where it is known."""
        async with self.scene.store.look(1) as look:
            found = await look.groups()
        names = {name: each.id for each in found for name in (each.name, *each.aliases)}
        return {one.place: names[one.name] for one in WORLD if one.name in names}

    async def begin(self) -> None:
        """The bot is put into chats; people tell which group two of them show."""
        for one in WORLD:
            if one.style == "seat":
                await self.event(one, GroupEventKind.ADDED, BEGIN, title=one.name)
        for place, chat in SHOWN_IN.items():
            one = WORLD[place]
            shown = await self.scene.group(one.name, temporary=looks_temporary(one.name), first_at=BEGIN, last_at=None)
            await self.scene.put(
                Group(0, f"转发{place}", chat=chat, first_at=BEGIN), Memory(f"link:{chat}", str(shown.id), BEGIN)
            )

    async def event(self, one: Known, kind: GroupEventKind, at: datetime, **more: str) -> None:
        """Something happens to a chat the bot sits in."""
        event = GroupEvent(f"{one.place}:{kind}", kind, one.chat, at, user=ADMIN, **more)  # type: ignore[arg-type]
        await handle_group_event(self.scene.deps, event, at)

    async def day(self, day: int) -> None:
        """What happens on one day: every other day the look at groups, people's words, messages, closed duties."""
        at = BEGIN.replace(hour=6, minute=30) + timedelta(days=day)
        self.scene.now = at
        if day % 2 == 0:
            workspace = (await self.scene.store.workspaces())[0]
            await let_groups_age(self.scene.deps, workspace, at)
            await self._note_proposals(day)
        await self._people(day)
        await self._messages([post for post in POSTS if post.day == day])
        await self._close(day)

    async def _note_proposals(self, day: int) -> None:
        async with self.scene.store.look(1) as look:
            here = {each.id for each in await look.groups() if each.state is GroupState.DISSOLVABLE}
        self.proposed[day] = {place for place, id in (await self.ids()).items() if id in here}

    async def _people(self, day: int) -> None:
        """What a coordinator says of groups, and what befalls their chats."""
        fates = {50: ("exempt", "/exempt {}"), 81: ("later", "/dissolve {} later")}
        ids = await self.ids()
        for one in WORLD:
            if day == 30 and one.said:
                await self.scene.say(COORDINATOR, f"/{'temporary' if one.temporary else 'standing'} {ids[one.place]}")
            if day in fates and one.fate == fates[day][0]:
                await self.scene.say(COORDINATOR, fates[day][1].format(ids[one.place]))
            if day == 63 and one.fate in ("back", "gone"):
                said = await self.scene.say(COORDINATOR, f"/dissolve {ids[one.place]} yes")
                assert "已标为解散" in said, (one, said)
            if day == 45 and one.renamed and one.style == "seat":
                await self.event(one, GroupEventKind.RENAMED, self.scene.now, title=one.renamed)
            if day == 50 and one.name == MOVED:
                await self.event(one, GroupEventKind.MIGRATED, self.scene.now, to_chat=moved(one, day))

    async def _messages(self, those: list[Post]) -> None:
        """Messages chat by chat, each chat's in their order."""
        chats: dict[str | None, list[Post]] = defaultdict(list)
        for post in sorted(those, key=lambda each: each.message.private):
            chats[post.message.chat].append(post)
        for waiting in chats.values():
            arrivals = [(post.message, max(post.message.received_at, self.scene.now), None) for post in waiting]
            while arrivals:
                arrivals = arrivals[len(await handle_messages(self.scene.deps, arrivals)) :]

    async def _close(self, day: int) -> None:
        """Duties that are done on this day, by the messages that asked for them."""
        done = {post.id for post in POSTS if post.closes == day}
        if not done:
            return
        async with self.scene.store.look(1) as look:
            sources = await look.all_sources()
            asked = {number for number, of in sources.items() if any(s.message.partition("#")[0] in done for s in of)}
            tasks = [task for task in await look.tasks() if task.number in asked]
        closed = [replace(each, state=TaskState.DONE, closed_at=self.scene.now, due=None) for each in tasks]
        if closed:
            await self.scene.put(*closed)


async def test_a_quarter_of_sixty_groups(scene: Scene) -> None:
    play = Play(scene)
    await play.begin()
    for day in range(DAYS):
        await play.day(day)
    scene.now = BEGIN + timedelta(days=DAYS)
    async with scene.store.look(1) as look:
        await _every_message_is_in_its_group(look)
        await _exactly_the_right_groups_may_go(look, scene.now, await play.ids())
    _none_with_an_open_duty_was_ever_proposed(play)
    await _three_groups_repeat_others(scene)
    await _what_was_dissolved_stays_so_unless_work_came_back(play)


async def _every_message_is_in_its_group(look: Look) -> None:
    """At least 95 % right, and nothing wrong of which the bot is sure."""
    known = {each.id: each for each in await look.groups()}
    wrong: list[str] = []
    for post in POSTS:
        stored = await look.message(post.id) or await look.message(f"{post.id}#1")
        assert stored is not None, post
        found = known.get(stored.group or 0)
        names = (found.name, *found.aliases) if found else ()
        if (post.group is None and found is None) or (post.group is not None and WORLD[post.group].name in names):
            continue
        wrong.append(post.id)
        assert CONFIDENCE[Why(stored.attributed)] < SURE, (post, found)
    assert len(wrong) <= 0.05 * len(POSTS), wrong
    assert set(wrong) <= {post.id for post in POSTS if post.hard}
    assert len(known) == len(WORLD) + len(SHOWN_IN), "no group is registered twice"


def may_go(day: int) -> set[int]:
    """The temporary groups none of whose duties is open on the morning of a day."""
    still = {p.group for p in POSTS if p.duty is not None and p.day < day and (p.closes is None or p.closes >= day)}
    told = {post.group for post in POSTS if post.duty is not None and post.day < day}
    return {one.place for one in WORLD if one.temporary and one.place in told - still}


def _none_with_an_open_duty_was_ever_proposed(play: Play) -> None:
    for day, places in play.proposed.items():
        said = {one.place for one in WORLD if one.said}
        assert places - (said if day <= 30 else set()) <= may_go(day), day


async def _exactly_the_right_groups_may_go(look: Look, now: datetime, ids: dict[int, int]) -> None:
    wanted = {one.place for one in WORLD if one.place in may_go(DAYS) and one.fate in ("over", "back")}
    found = {each.group.id for each in await candidates(look, now, CALENDAR, 5)}
    assert {place for place, id in ids.items() if id in found} == wanted and len(found) == len(wanted)
    assert len(wanted) > 20


async def _three_groups_repeat_others(scene: Scene) -> None:
    said = await scene.say(COORDINATOR, "/overlap")
    for one in WORLD:
        if one.copies is not None:
            assert f"{one.name} 83% 的通知在 {WORLD[one.copies].name} 已有" in said
    assert said.splitlines()[0] == "3 个群的通知大多别处已有（近 60 天）"


async def _what_was_dissolved_stays_so_unless_work_came_back(play: Play) -> None:
    ids = await play.ids()
    async with play.scene.store.look(1) as look:
        for one in WORLD:
            if one.fate not in ("back", "gone"):
                continue
            group = await look.group(ids[one.place])
            verbs = {each.verb for each in await look.journal(group=ids[one.place])}
            assert group is not None and ("group_revived" in verbs) == (one.fate == "back")
            assert (group.state is GroupState.DISSOLVED) == (one.fate == "gone")

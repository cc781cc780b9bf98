"""A simulated month: 60 messages a day from 22 groups through the real bot, and everything one cadre got.

    python -m tests.bench.month [--days 30] [--out FILE] [--seed 7]

The texts are those of `tests/data/own-*` and `learned-*` with their dates shifted by whole weeks; about 30 % bring
something new or changed, the rest is chatter, information and repeats. The cadre forwards ten at a time, does most
things in time, snoozes some and forgets a few; a colleague forwards some of the same, a coordinator moves and assigns.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.app import Office
from bot.config import Settings
from bot.core.models import Changes, Command, Member, Message, Outgoing, Role, Task, TaskState
from bot.core.words import read_command
from bot.replay import temporary_office
from bot.simulation import Simulation
from bot.transport.console import plain
from handlers.command import handle_command
from handlers.message import handle_message

DATA = Path(__file__).parents[1] / "data"
ZONE = ZoneInfo("Asia/Shanghai")
FIRST = date(2026, 9, 14)
PER_DAY = 60
SESSIONS = ("08:20", "10:15", "11:50", "14:40", "16:35", "20:20")
"""When the cadre forwards what came meanwhile."""

LIN, MEI, ZHOU = "month:lin", "month:mei", "month:zhou"
PEOPLE = {LIN: ("小林", Role.CADRE), MEI: ("阿梅", Role.CADRE), ZHOU: ("周姐", Role.COORDINATOR)}
GROUPS = tuple(
    f"{name}群"
    for name in (
        "党政办工作", "农业农村工作", "人居环境整治", "应急防火", "防汛值守", "民政工作", "医保参保", "乡村振兴工作", "综治平安",
        "宣传文明", "组织党建", "纪检工作", "统计普查专班", "秸秆禁烧专班", "土地卫片整改", "村支书主任", "包村干部", "妇联工作",
        "团委志愿", "教育卫生", "市场食安", "国庆值班",
    )
)  # fmt: skip
CHATTER = (
    "收到", "好的", "收到，马上办", "谢谢", "@王敏 表发我一下", "李庄村已报", "辛苦了", "[强]", "请问填村还是填组", "下午谁去县里",
    "东河村已交", "表格打不开", "群里统一发一下", "今天食堂几点开饭", "路上堵车，晚十分钟", "已私发", "我村没有这个情况", "哪个表？",
    "OK", "照片拍好了", "会议室钥匙在谁那", "老张村已完成", "请假半天，家里有事", "早", "👍",
)  # fmt: skip
URGES = (
    "@所有人 {title}，还没报的抓紧", "{title}再催一次，没报的村今天补上", "催一下：{title}", "{title}就差几个村了，请尽快",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Post:
    """One message as it appeared in a group."""

    at: datetime
    group: str
    sender: str
    text: str


@dataclass
class Phones:
    """Everybody's phones: notes who got what when. Stands in for a door."""

    got: list[tuple[datetime, str, Outgoing, bool]] = field(default_factory=list)
    clock: Simulation | None = None
    busy_until: dict[str, datetime] = field(default_factory=dict)

    async def send(self, outgoing: Outgoing) -> str:
        """Take one message; one soon after a person's own act is an answer, every other one is unasked."""
        assert self.clock is not None
        now = self.clock.now
        asked = now <= self.busy_until.get(outgoing.chat, now - timedelta(days=1))
        self.got.append((now, outgoing.chat, outgoing, asked))
        return outgoing.edit or f"{outgoing.chat}:{len(self.got)}"


_FULL = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日")
_DAY = re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})(?=[日号]|(?!\d))")
_BARE = re.compile(r"(?<![\d月])(\d{1,2})(?=[号日](?!期|常|报))")


def shifted(text: str, written: date, by: timedelta) -> str:
    """The text with its dates moved `by` whole weeks; dates that do not exist stay."""

    def moved(year: int, month: int, day: int) -> date | None:
        try:
            return date(year, month, day) + by
        except ValueError:
            return None

    def full(m: re.Match[str]) -> str:
        at = moved(*map(int, m.groups()))
        return f"{at.year}年{at.month}月{at.day}日" if at else m[0]

    def short(m: re.Match[str]) -> str:
        month = int(m[1])
        at = moved(written.year + (month < written.month - 6), month, int(m[2])) if 1 <= month <= 12 else None
        return f"{at.month}月{at.day}" if at else m[0]

    def bare(m: re.Match[str]) -> str:
        day = int(m[1])
        first = written.replace(day=1) if day >= written.day else (written.replace(day=1) + timedelta(days=32))
        at = moved(first.year, first.month, day)
        return str(at.day) if at else m[0]

    marked = _FULL.sub(lambda m: f"\x00{full(m)}\x00", text)
    parts = marked.split("\x00")
    return "".join(part if k % 2 else _BARE.sub(bare, _DAY.sub(short, part)) for k, part in enumerate(parts))


def rows(name: str) -> Iterator[dict[str, Any]]:
    """The labelled lines of a file of own texts."""
    for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _post(message: dict[str, str], at: datetime, group: str) -> Post:
    written = datetime.fromisoformat(message["received_at"]).date()
    weeks = round((at.date() - written).days / 7)
    return Post(at, group, message["sender"] or "办公室", shifted(message["text"], written, timedelta(weeks=weeks)))


def month(days: int, dice: random.Random) -> list[Post]:
    """The month's messages in order of time."""
    duties: list[dict[str, str]] = []
    info: list[dict[str, str]] = []
    for name in ("own-notices", "learned-notices"):
        for row in rows(name):
            kind = row["gold"]["kind"]
            (duties if kind in ("task", "event") else info if kind == "info" else []).append(row["message"])
    dice.shuffle(duties)
    streams = _streams(dice)
    posts: list[Post] = []
    waiting: defaultdict[int, list[Post]] = defaultdict(list)
    for k in range(days):
        day = FIRST + timedelta(days=k)
        today = waiting.pop(k, [])
        if streams and k % 2 == 0:
            _lay_out(streams.pop(), k, waiting, dice)
            today += waiting.pop(k, [])
        while sum(1 for each in today) < PER_DAY * 0.45 and duties:
            post = _post(duties.pop(), _at(day, dice), dice.choice(GROUPS))
            today.append(post)
            for again in _repeats(post, dice):
                later = (again.at.date() - FIRST).days
                (today if later <= k else waiting[later]).append(again)
        while len(today) < PER_DAY:
            if info and dice.random() < 0.15:
                today.append(_post(dice.choice(info), _at(day, dice), dice.choice(GROUPS)))
            else:
                today.append(Post(_at(day, dice), dice.choice(GROUPS), dice.choice("王李张陈赵刘") + "村", dice.choice(CHATTER)))
        posts += sorted(today[:PER_DAY], key=lambda post: post.at)
    return posts


def _at(day: date, dice: random.Random) -> datetime:
    """Mostly in working hours."""
    hour = dice.choices(range(7, 22), weights=(1, 6, 8, 8, 5, 2, 2, 6, 8, 8, 6, 2, 2, 3, 1))[0]
    return datetime.combine(day, time(hour, dice.randrange(60)), ZONE)


def _repeats(post: Post, dice: random.Random) -> list[Post]:
    """The same again in other groups, and urging."""
    found = []
    for _ in range(dice.choices((0, 1, 2, 3), weights=(4, 4, 2, 1))[0]):
        later = post.at + timedelta(minutes=dice.choice((10, 40, 90, 300, 1440)))
        found.append(replace(post, at=later, group=dice.choice(GROUPS)))
    if dice.random() < 0.3:
        words = re.split(r"[，。；：\n]", post.text.lstrip("【"))[0][:16]
        found.append(replace(post, at=post.at + timedelta(hours=26), text=dice.choice(URGES).format(title=words)))
    return found


def _streams(dice: random.Random) -> list[list[dict[str, str]]]:
    """Stories of several messages about the same duties."""
    found: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for name in ("own-streams", "learned-streams"):
        for row in rows(name):
            found[str(row["scenario"])].append(row["message"])
    stories = list(found.values())
    dice.shuffle(stories)
    return stories


def _lay_out(story: list[dict[str, str]], k: int, waiting: dict[int, list[Post]], dice: random.Random) -> None:
    start = datetime.fromisoformat(story[0]["received_at"])
    weeks = timedelta(weeks=round(((FIRST + timedelta(days=k)) - start.date()).days / 7))
    for message in story:
        at = datetime.fromisoformat(message["received_at"])
        text = shifted(message["text"], at.date(), weeks)
        later = max(k, (at + weeks).date().toordinal() - FIRST.toordinal())
        moment = datetime.combine(FIRST + timedelta(days=later), at.timetz().replace(tzinfo=None), ZONE)
        waiting.setdefault(later, []).append(
            Post(moment, message["group"] or dice.choice(GROUPS), message["sender"] or "办公室", text)
        )


class Month:
    """One office living through the month."""

    def __init__(self, office: Office, dice: random.Random) -> None:
        self.phones = Phones()
        self._office, self._dice = office, dice
        self._ids = 0
        self.clock = Simulation(office.deps, self.phones, office.renderer, datetime.combine(FIRST, time(6), ZONE))
        self.phones.clock = self.clock
        self.counts: Counter[str] = Counter()

    async def live(self, posts: Sequence[Post], days: int) -> None:
        """Found the office and let every day pass."""
        store, now = self._office.deps.store, self.clock.now
        rest = [Member(0, user, user, name, role, joined_at=now) for user, (name, role) in PEOPLE.items()]
        await store.create_workspace("青石镇", replace(rest[2], role=Role.COORDINATOR), now)
        async with store.work(1) as work:
            await work.apply(Changes(tuple(rest[:2])))
        posts = list(posts)
        for k in range(days):
            await self._day(FIRST + timedelta(days=k), posts)

    async def _day(self, day: date, posts: list[Post]) -> None:
        works = self._office.deps.calendar.is_workday(day)
        for clock in SESSIONS:
            at = datetime.combine(day, time.fromisoformat(clock), ZONE) + timedelta(seconds=20)
            await self.clock.advance(at)
            while posts and posts[0].at <= at:
                await self._forward(posts.pop(0), LIN)
            if clock in ("11:50", "16:35"):
                await self.clock.advance(at + timedelta(minutes=2))
                await self._work(day, works)
            if works and clock == "14:40" and day.weekday() in (1, 3):
                await self._coordinate()
        await self.clock.advance(datetime.combine(day + timedelta(days=1), time(6), ZONE))

    async def _forward(self, post: Post, user: str) -> None:
        self._ids += 1
        text = f"💬👥 {post.sender} [{post.group}]:\n{post.text}"
        message = Message(f"m{self._ids}", self.clock.now, text, chat=user, by=user, sent_at=post.at)
        self.phones.busy_until[user] = self.clock.now + timedelta(seconds=15)
        handled = await handle_message(self.clock.deps, message, self.clock.now)
        self.counts["in"] += 1
        self.counts[handled.outcome.value if handled.outcome else "refused"] += 1
        if self._dice.random() < 0.06 and user == LIN:
            await self._forward(replace(post, text=post.text), MEI)

    async def _say(self, user: str, text: str) -> None:
        self._ids += 1
        name, args = read_command(text) or ("open", text)
        self.phones.busy_until[user] = self.clock.now + timedelta(seconds=15)
        command = Command(f"c{self._ids}", name, args, user, user, PEOPLE[user][0], self.clock.now)
        await handle_command(self.clock.deps, command, self.clock.now)
        self.counts[f"/{name}"] += 1

    async def _work(self, day: date, works: bool) -> None:
        """The cadre does what is due, mostly, on days off only that day's; some things are snoozed or forgotten."""
        async with self._office.deps.store.look(1) as look:
            mine = await look.tasks(member=2)
        horizon = datetime.combine(day + timedelta(days=2 if works else 1), time(0), ZONE)
        for task in mine:
            throw = self._dice.random()
            if task.due is None:
                if throw < 0.12:
                    await self._say(LIN, f"/done {task.number}")
            elif task.due < horizon and throw < 0.62:
                nil = any(each.value == "nil_report" for each in task.facts.requirements)
                await self._say(LIN, f"/{'nil' if nil else 'done'} {task.number}")
            elif task.due < horizon and throw < 0.66:
                await self._say(LIN, f"/snooze {task.number} {self._dice.choice(('1小时后', '明早', '下周一'))}")
            await self.clock.advance(self.clock.now + timedelta(seconds=3))

    async def _coordinate(self) -> None:
        async with self._office.deps.store.look(1) as look:
            tasks: list[Task] = [each for each in await look.tasks(member=2) if each.due and each.due > self.clock.now]
        for task, text in zip(self._dice.sample(tasks, min(2, len(tasks))), ("/due {} 后天17:00", "/assign {} 阿梅"), strict=False):
            await self._say(ZHOU, text.format(task.number))


def report(life: Month, days: int, states: Counter[str]) -> str:
    """The month in figures."""
    per_day: Counter[date] = Counter()
    kinds: Counter[str] = Counter()
    for at, chat, outgoing, asked in life.phones.got:
        if chat == LIN and not asked:
            per_day[at.astimezone(ZONE).date()] += 1
            kinds[kind_of(outgoing)] += 1
    counts = [per_day[FIRST + timedelta(days=k)] for k in range(days)]
    worked = [per_day[day] for k in range(days) if life._office.deps.calendar.is_workday(day := FIRST + timedelta(days=k))]
    said = life.counts
    return "\n".join(
        [
            f"messages in: {said['in']} in {days} days",
            f"tasks opened: {sum(states.values())} ({', '.join(f'{state} {count}' for state, count in states.most_common())})",
            f"merged: {said['merged']}, changed: {said['changed']}, for information: {said['info']}, "
            f"chatter: {said['chatter']}, to be looked at: {said['needs_look']}, refused: {said['refused']}",
            f"unasked messages to one cadre a day: median {statistics.median(counts):g} (workdays "
            f"{statistics.median(worked):g}), max {max(counts)}, days without any {counts.count(0)}",
            "of these: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()),
        ]
    )


def kind_of(outgoing: Outgoing) -> str:
    """What sort of message it is, by its first line."""
    text = plain(outgoing.text)
    if re.match(r"\d+月\d+日 周. · 待办", text):
        return "digests"
    return "reminders" if re.search(r"后到期|已过期|再提醒一次|提醒 \d+ 件|停机期间", text) else "news of colleagues"


def write_out(life: Month, file: Path) -> None:
    """Everything the cadre got, asked or not, as on his phone."""
    with file.open("w", encoding="utf-8") as out:
        for at, chat, outgoing, asked in life.phones.got:
            if chat != LIN:
                continue
            mark = "answer" if asked else "UNASKED"
            rows_ = ["  ".join(f"[{button.label}]" for button in row) for row in outgoing.buttons]
            body = "\n".join(f"  | {line}" for line in [*plain(outgoing.text).splitlines(), *rows_])
            out.write(f"\n{at.astimezone(ZONE):%m-%d %a %H:%M} {mark}\n{body}\n")


async def run(days: int, seed: int, file: Path | None) -> str:
    """Live the month and return its figures."""
    dice = random.Random(seed)
    posts = month(days, dice)
    async with temporary_office(Settings()) as office:
        life = Month(office, dice)
        await life.live(posts, days)
        async with office.deps.store.look(1) as look:
            tasks = await look.tasks(states=tuple(TaskState))
        if file is not None:
            write_out(life, file)
        return report(life, days, Counter(task.state.value for task in tasks))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Live a simulated month and print its figures.")
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, help="write everything one cadre got to this file")
    options = parser.parse_args()
    print(asyncio.run(run(options.days, options.seed, options.out)))

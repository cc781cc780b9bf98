"""A recorded quarter of sixty groups: how each is called, how its messages arrive, what is posted and when it is done.

Written by us. Days count from 0 to 90; who plays it compares what the bot makes of it with what is written here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.models import Message, Origin
from tests.e2e.notices import notice
from tests.factories import NOW

DAYS = 90
BEGIN = NOW - timedelta(days=DAYS)
QUIET = 12
"""Days before the end after which no group that is done with says anything."""


@dataclass(frozen=True)
class Known:
    """One group. `fate`: over, open, weekly, chats, exempt, later, silent (no task), back (revived), gone (dissolved).

    `said` is what a person says where the name misleads; `renamed` the name it bears from day 45 on; `copies` the group
    whose notices it mostly repeats.
    """

    place: int
    name: str
    style: str
    fate: str
    temporary: bool
    said: bool = False
    renamed: str | None = None
    copies: int | None = None

    @property
    def chat(self) -> str:
        """Its chat on Telegram, where it has one."""
        return f"tg:-9{self.place:03}"

    def called(self, day: int) -> str:
        """The name it bears on a day."""
        return self.renamed if self.renamed and day >= 45 else self.name


@dataclass(frozen=True)
class Post:
    """One message of the world: `group` is where it truly comes from (None: from none), `duty` what it asks for.

    `closes` is the day on which that duty is done, None while it stays open. `hard` ones nobody could tell surely.
    """

    id: str
    day: int
    message: Message
    group: int | None
    duty: int | None = None
    closes: int | None = None
    hard: bool = False


_ROWS = """
县人口抽样调查专班群|efb|over|T
青石镇秸秆禁烧百日攻坚群|efb|over|T|renamed=秋季禁烧攻坚群
迎省级环保督察工作专班群|efb|open|T
2026年征兵工作群|efb|over|T
国庆安保临时群|efb|chats|T
镇党政办通知群|efb|over|S
全镇村书记群|efb|over|S
农业农村工作群|efb|weekly|S
民政残联条线群|efb|open|S
河湖专项巡查群|efb|over|S|said
美丽庭院评选群|efb|back|T
换届选举工作群|efb|weekly|T
第三批土地流转摸底群|efb|exempt|T
文明城市迎检群|efb|over|T|copies=5
机关大家庭|efb|silent|S
经济普查指导员群|qq|over|T
学籍核对临时群|qq|open|T
灾后重建项目群|qq|gone|T
全县统计业务群|qq|over|S
中小学校安全联络群|qq|open|S
卫生院条线群|qq|weekly|S
秋季运动会筹备群|qq|over|T
防汛抢险突击群|qq|later|T
医保征缴冲刺群|qq|over|T|copies=18
退役军人信息采集培训群|qq|chats|T
企业用工调查群|wecom|over|T
安全生产专项整治群|wecom|open|T
招商项目对接群|wecom|over|T
税费业务群|wecom|over|S
网格员日常工作群|wecom|open|S
应急值守信息群|wecom|weekly|S
电商节筹备群|wecom|back|T
桥梁隐患排查专班群|wecom|over|T
校车线路摸底群|wecom|exempt|T
河长制联络群|wecom|silent|S
危房清零行动群|seat|over|T
水库除险工程群|seat|open|T|renamed=石桥水库除险群
森林防火日常群|seat|over|S
驻村工作队联系群|seat|weekly|S
疫苗接种专班群|seat|over|T|moved
巡察整改督导组群|seat|chats|T
东片村居群|seat|over|T|said
冬季清洁取暖试点群|seat|gone|T
志愿服务队联络群|seat|open|S
县统计局发布|channel|over|S
农机补贴申报培训频道|channel|open|T
气象服务信息群|channel|silent|S
果蔬直通车临时频道|channel|over|T
水利工程项目群|linked|over|T
自来水改造群|linked|open|T|said
村史馆布展筹备群|hand|over|T
党员教育日常群|hand|over|S
消防演练临时群|hand|open|T
路域环境整治专班群|hand|over|T
冬种油菜工作群|hand|over|T|said
低保复核摸底群|hand|over|T|copies=6
残疾人证核查群|record|over|T|said
医养结合试点群|record|open|T
乡土人才调查群|record|over|T
老旧小区改造项目群|record|exempt|T
"""


def groups() -> list[Known]:
    """The sixty groups."""
    found = []
    for place, row in enumerate(line for line in _ROWS.splitlines() if line):
        name, style, fate, kind, *more = row.split("|")
        told = dict(part.partition("=")[::2] for part in more)
        copies = int(told["copies"]) if "copies" in told else None
        known = Known(place, name, style, fate, kind == "T", "said" in told, told.get("renamed"), copies)
        found.append(known)
    return found


MOVED = "疫苗接种专班群"
"""The group that becomes a supergroup on day 50."""

NUMBERS = {"over": 4, "open": 3, "weekly": 3, "chats": 3, "exempt": 3, "later": 3, "silent": 0, "back": 4, "gone": 3}
COPIED_FROM = (5, 6, 18)
COPIED, OWN = 5, 1
"""Notices that a copying group has in common with the other, and such as it has alone."""


def posts() -> list[Post]:
    """Everything that is posted, in order."""
    world = groups()
    found = [post for one in world for post in _posts_of(one, world)] + list(_forwards(world)) + list(_headless(world))
    return sorted(found, key=lambda post: (post.message.received_at, post.id))


def _posts_of(one: Known, world: list[Known]) -> Iterator[Post]:
    for number, (day, duty) in enumerate(_duties(one)):
        text = notice(duty, BEGIN + timedelta(days=day))
        stays = one.fate == "open" and number == 1
        yield _post(one, f"n{number}", day, text, duty, None if stays else min(day + 6, DAYS))
    if one.fate == "weekly":
        text = f"各村每周五16:00前报送{one.name[:2]}工作进度第{one.place}表，发经办人邮箱 w{one.place}@a.cn。"
        yield _post(one, "w", 20, text, 9000 + one.place, None)
    if one.copies is not None:
        theirs = list(_duties(world[one.copies]))[:COPIED]
        for number, (day, duty) in enumerate(theirs):
            text = notice(duty, BEGIN + timedelta(days=day))
            yield _post(one, f"c{number}", day, text, duty, min(day + 6, DAYS))
    talk = (3, 31, DAYS - 2) if one.fate == "chats" else (3, 31)
    for day in talk:
        yield _post(one, f"t{day}", day, ("大家辛苦了", "好的，明白")[day % 2])
    if one.fate == "silent":
        yield _post(one, "i", 30, "气温下降，请大家注意保暖，出行注意安全。")


def _duties(one: Known) -> Iterator[tuple[int, int]]:
    """Day and number of each of the group's own notices; those that others copy have more, within sixty days."""
    count = 8 if one.place in COPIED_FROM else OWN if one.copies is not None else NUMBERS[one.fate]
    first, step = (40, 4) if count == 8 or one.copies is not None else (8 + one.place % 5, 16)
    for number in range(count):
        day = 70 if one.fate == "back" and number == 3 else min(first + step * number, DAYS - QUIET - 8)
        yield day, one.place * 9 + number


def _post(one: Known, id: str, day: int, text: str, duty: int | None = None, closes: int | None = None) -> Post:
    minutes = 10 + one.place * 5 + len(id)
    at = BEGIN.replace(hour=8, minute=0) + timedelta(days=day, minutes=minutes)
    message = _arrived(one, f"{one.place}:{id}", day, at, text)
    return Post(message.id, day, message, one.place, duty, closes)


ADMIN = "tg:1"
SHOWN_IN = {48: "tg:-8048", 49: "tg:-8049"}
"""The chats that a bridge shows linked groups in, by the group."""


def _arrived(one: Known, id: str, day: int, at: datetime, text: str) -> Message:
    """A message as it reaches the bot: seen in its chat, or given to the bot by a person under a head of its style."""
    name, who = one.called(day), _writer(one, day)
    given = Message(id, at, text, chat=ADMIN, by=ADMIN)
    match one.style:
        case "efb":
            head = f"💬👥 {who} (昵称{one.place}) [{name}]:\n"
        case "qq":
            head = f"🐧👥 {who} [{name}({30 + one.place})]:\n"
        case "wecom":
            head = f"💼👥 {who} [{name}]:\n"
        case "hand":
            head = ("【{}】", "#{} ", "来自{}：", "转自{}\n", "{}通知：\n")[(one.place + day) % 5].format(name)
        case "record":
            stamp = f"{at:%Y/%m/%d %H:%M:%S}".replace("/0", "/")
            head = f"“{name}”的聊天记录\n{who} {stamp}\n"
        case "channel":
            return replace(given, sent_at=at, origin=Origin(one.chat, name))
        case "linked":
            shown = SHOWN_IN[one.place]
            origin = Origin(shown, f"转发{one.place}", "bridge")
            return Message(id, at, f"{who}:\n{text}", chat=shown, by="tg:700", private=False, origin=origin)
        case _:
            chat = moved(one, day)
            anonymous = day % 4 == 0
            by, sender = (None, None) if anonymous else (f"tg:{500 + one.place}", who)
            return Message(id, at, text, sender=sender, chat=chat, by=by, private=False, origin=Origin(chat, name, sender))
    return replace(given, text=head + text)


def moved(one: Known, day: int) -> str:
    """The reference of a group's chat on a day."""
    return "tg:-100777" if one.name == MOVED and day >= 50 else one.chat


def _forwards(world: list[Known]) -> Iterator[Post]:
    """What stands in a chat the bot sits in is forwarded to it: by its second it is known; one original was edited."""
    for one in world[35:44]:
        day, duty = next(_duties(one), (0, 0))
        original = _post(one, "n0", day, notice(duty, BEGIN + timedelta(days=day)), duty)
        said = original.message
        later = said.received_at + timedelta(hours=2)
        origin = Origin(sender_name=said.sender) if said.sender else Origin(said.chat, one.called(day))
        given = Message(f"{one.place}:f", later, said.text, sender=said.sender, sent_at=said.received_at, origin=origin)
        yield Post(given.id, day, replace(given, chat=ADMIN, by=ADMIN), one.place)
        if one.place == EDITED:
            changed = replace(said, text=said.text + "另附说明一份。", edited=True)
            yield Post(said.id, day, replace(changed, received_at=said.received_at), one.place, duty)


EDITED = 37
"""The group whose first notice is edited before it is forwarded in its former words."""


def _headless(world: list[Known]) -> Iterator[Post]:
    """Forwards that name a person and no group, and words that only look like a head."""
    for place in (0, 3, 15, 25, 31):
        one, day = world[place], 36
        seen = _post(one, "n0", 36, "", None).message
        text = notice(700 + place, BEGIN + timedelta(days=day))
        who = _writer(one, next(_duties(one))[0])
        given = replace(seen, id=f"{place}:h", text=text, sender=who, sent_at=seen.received_at)
        yield Post(given.id, day, given, place, 700 + place, day + 6)
    for number, text in enumerate(
        ("重点人群：60岁以上老人本周接种", "【特殊人群】走访情况每周一汇总", "各村工作群：规范管理，不发无关信息")
    ):
        at = BEGIN.replace(hour=7) + timedelta(days=20 + number)
        yield Post(f"x{number}", 20 + number, Message(f"x{number}", at, text, chat=ADMIN, by=ADMIN), None)
    for place, day in ((5, 33), (6, 34)):
        at = BEGIN.replace(hour=20) + timedelta(days=day)
        text = f"💬👥 党办大刘 [{world[place].name}]:\n大家辛苦了"
        yield Post(f"s{place}", day, Message(f"s{place}", at, text, chat=ADMIN, by=ADMIN), place)
    at = BEGIN.replace(hour=20) + timedelta(days=35)
    given = Message("s", at, notice(790, at), sender="党办大刘", sent_at=at, chat=ADMIN, by=ADMIN)
    yield Post("s", 35, given, 5, 790, 41, hard=True)
    old = next(one for one in world if one.renamed and one.style == "efb")
    told = f'💬👥 System [{old.name}]:\n"站长老李{old.place}"修改群名为“{old.renamed}”'
    at = BEGIN.replace(hour=7) + timedelta(days=45)
    yield Post("rename", 45, Message("rename", at, told, chat=ADMIN, by=ADMIN), old.place)


def _writer(one: Known, day: int) -> str:
    """Who of a group writes on a day."""
    return ("站长老李", "小王会计", "办公室小赵")[day % 3] + str(one.place)

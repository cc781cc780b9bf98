"""Who receives: persons named as the address to hand in, tell or phone in to."""

from __future__ import annotations

import re

from bot.core.addressees import person_after
from bot.core.contacts import find_contacts, signing_person
from bot.core.english_receivers import find_english_receivers
from bot.core.names import Span, person_at
from bot.core.phones import Phone
from bot.core.wording import Sparse, late

_HAND_OVER = late(
    r"(?:报送|上报|报告(?![书表会单])|报|交由|交|发送|发(?!展|放|现|生|布|票|动|电|热(?!力)|言)|送|传|寄|反馈|提交|汇总|回复|回|递|转(?!\s?\d)|拿|给|私发|私信|告知|告诉|通知)(?:给|至|到|与|予|于|回|往|送|交|我们)?"
)
_MENTION = late(r"(?<=[内前就请再先])@(?=[㐀-鿿])")
_INTO_HANDS = late(r"[到至在往放](?=[㐀-鿿A-Z])")
_HANDS = late(r"\s?(?:处|那(?!边)[里儿]?|那边(?=[报交送发递传])|这[里儿边]|手[里上中]|的?(?:邮箱|微信|钉钉|信箱|办公桌|桌上|柜子|QQ))(?!\s?[里儿]?(?:统一|签字)?(?:领|拿|取|签到|咨询|借|买|集合))")
_TALK_TO = late(r"(?:跟|向|和|与|同|联系|@)(?=[㐀-鿿])")
_TALK_ABOUT = late(r"[^。；;\n，,]{0,4}(?:报一声|报告|汇报|报备|报一下|报个|(?:说|讲)一[声下]|打个?招呼|打个?电话|报名|登记|说明|吱一声|交接|对[一下接账]|核[一对]|说(?=[，。！\s]|$)|讲(?=[，。！\s]|$))")
_FIND = late(r"找(?=[㐀-鿿])")
_FOUND_TO = late(r"(?!领)[^。；;\n，,]{0,2}(?:交|补登|登记|报|汇总|填|录|销号|备案|签收)")
_SERVED = late(r"[^。；;\n，,]{0,2}(?:反映|签字(?!交)|办理|领|咨询|咨|换)")
_BROUGHT = late(r"(?:(?:送|交|拿)[^。；;\n，,]{0,6}|带|拎|投)(?:到|至|去|往|来)[^。；;\n，,]{0,12}$")
_ASKS = late(
    r"(?:[㐀-鿿]不[了上来进出开成动](?=的|，|,|就|请|时|可|打)|不清楚|不明白|不懂|不会|疑问|问题|咨询|弄不|搞不|登不|打不开|填不|传不|选不|困难|有事|请假|来不了|不能来|不能参|忘了|忘记|故障|询问|请问|可问|问(?!题|卷|询表)|想知道)[^。；;！!\n]{0,16}$|(?:缺|不够|没有?|少|丢|坏|异议|损坏|不合)[^，,。；;！!\n]{0,6}的[，,]?(?:直接|就|再|请|可以?)?$"
)
_WHO_NEEDS_IT = late(r"(?:[要想得有用]|改)[^，。；;\n]{1,14}的[，,]?[^，。；;\n]{0,4}(?:提前|事先|先|直接|自己)[^，。；;\n]{0,6}$")
"""要停电配合的提前两天跟小温讲: whom to ask for help, and no receiver."""
_MUST_TELL = late(r"(?:[来去到]不了|不能[来参到]|不克)[^。；;\n]{0,14}(?:\d[日号]?|[点时午晚会班天])(?:之?前|(?=[跟向找和]|告诉))")
"""Whoever stays away and has a limit to say so by hands that in, and asks nothing (来不了的，30号前告诉晓楠)."""
_ASKED_OF = late(r"[问找]|不[懂会]")
"""别少报有啥不懂的问小鲍: speech without a stop runs on to whom to ask."""
_LEAVE = late(r"[^。；;\n，,]{0,3}(?:请假|(?:讲|说)明?(?:原因|理由))")
_RECEIVER = late(r"(?:收件人|接收人|收取人|收表人|收货人|收集人|收材料的?|收表的?|(?<![㐀-鿿])(?:(?:报|交|给|送|发|寄|传|收|回|通知|告诉)(?:送|给|到|至)?谁|给到|送交|报送?对象|[交报发送](?:到|至|给)?哪[里儿]?)(?:[?？]\s?(?:答[:：])?(?=[㐀-鿿A-Z])|(?=[:：\s]))|(?<=问[:：])[㐀-鿿]{0,4}?(?:[交报发送给寄]{1,2}谁|[交报发送](?:到|至)?哪[里儿]?)[?？]\s{0,2}答[:：](?![^，。；\n]{0,6}交))(?:还是|仍是|仍为|改为|改成|换成|变成|是|为|叫)?[:：]?\s{0,2}")
_STAMP = late(r"[ 　]?[\[(（]?\d{1,4}[-/.:：月]\d")
"""What stands behind the name of whoever speaks next in a pasted record."""
_COLLECTED_BY = late(r"由(?=[㐀-鿿])")
_COLLECTS = late(r"\s?(?:统一|负责|集中)?(?:收|汇总|登记|接收|受理|上报|报送)")
_NOT_BEFORE = late(r"(?:(?:不要|不用|不是|而非|并非|无需|无须|(?<![分类级特区性个差识判鉴告职])别|勿|不必|不再|不|没|未|已|已经|谢谢)再?|[印颁下研签蒸启并爆首始出派](?=发)|海(?=报)|(?<![今明昨当每])[晚早](?=报))$")
_NOT_VERB = late(r"[印颁下研签蒸启并爆首始出派]发|[宣遗流]传|[海党快简板墙画]报|(?<![今明昨当每])[晚早]报")
_REPAIR = late(r"报[修销警废价考]")
_BY_OFFICE = late(r"(?:报|交|送|发)(?:给|至|到|送)?[㐀-鿿]{1,10}(?:办|站|所|局|室|中心|院|科|股)[，,]\s?$")
"""The office that receives, before the person in it who only puts together what comes (报农办，由王敏汇总)."""
_TOO_LATE = late(r"(?:超时|逾期|延期|未[报交]|没[报交]|迟[报交到]|漏报|不能|完不成)[^，。；;\n]{0,6}的[^，。；;\n]{0,6}$")
_ACCOUNTS = late(r"[^，。；;\n]{0,4}(?:说明|解释|检讨|作出)")
"""超时的直接向王镇长说明: to account for oneself hands nothing in."""
_TAKES = late(r"(?<![验签没回征吸丰不])收(?=[，。；;,！!]|\s|$|名单|材料|表(?!格式)|台账)")
_BRACKET_BACK = late(r"[（(][㐀-鿿]{2,8}[）)]$")
_SOMEWHERE = late(r"在[㐀-鿿]{2,6}$")
"""甘霖在水利站收: where the taker sits."""
_BEFORE_TAKER = late(r"(?:^|[。！!；;，,：:\n\s]|[单表册料账件据本书卡数案结]|[局办站所股科院会部校室组席长员事的])$")
_ME_OR = late(r"(?:给|到|至)?我(?:或者?|和|及|、|与)")
_CALLED = late(r"\s?打(?:个)?电话")


def find_people(text: str, phones: list[Phone]) -> list[Span]:
    """Persons to whom something is to be handed, told or phoned in, by name."""
    found = _handed(text) + _told(text)
    for phone in phones:
        if text.startswith("找", phone.end) and not _asks(text, phone.start) and (person := person_at(text, phone.end + 1)):
            found.append(person)
    found += [person for match in _RECEIVER.finditer(text) if (person := person_after(text, match.end())) and not _STAMP.match(text, person[1])]
    for match in _COLLECTED_BY.finditer(text):
        person = person_after(text, match.end())
        if person and _COLLECTS.match(text, person[1]) and not _BY_OFFICE.search(text, max(0, match.start() - 18), match.start()):
            found.append(person)
    found += _takers(text)
    found += _him(text)
    found += _holders(text, phones)
    found += find_english_receivers(text)
    found += _column(text)
    found += _me(text, phones)
    return _without_parts(found)


_TO_HIM = late(r"(?:报|交|发|送|传|转)(?:给|到|至)[他她](?![们人的])(?=[，,；;。\s]{0,2}(?:[他她]的?)?(?:电话|手机|微信|号码)?[:：]?\s?[(（]?\d{7})")
_SPOKEN_BY = late(r"(?:照|按|依|听|跟|找|是|由)(?=[㐀-鿿])")


def _him(text: str) -> list[Span]:
    """Whom 他 means where his number follows (照小柯说的发给他，电话133…): the one named last before."""
    found: list[Span] = []
    for match in _TO_HIM.finditer(text):
        low = max(0, match.start() - 40)
        named = [person for cue in _SPOKEN_BY.finditer(text, low, match.start()) if (person := person_after(text, cue.end())) and person[1] <= match.start()]
        found += named[-1:]
    return found


_TO_HOLDER = late(r"(?:报|交|发|送|传|拍照|私发|反馈)(?:给|到|至|送)?[各所本该]?(?P<holder>[㐀-鿿]{1,4}[员长人])(?![㐀-鿿]|会|民)")


def _holders(text: str, phones: list[Phone]) -> list[Span]:
    """Those whom a list below names as holding the post that is to receive (拍照给片管员 … 片管员：东街 童童 132…)."""
    found: list[Span] = []
    for match in _TO_HOLDER.finditer(text):
        head = re.compile(rf"(?:^|[\n★●。；;])\s?[各]?{match.group('holder')}[:：]", re.M).search(text, match.end()) if phones else None
        if head:
            end = (text.find("\n", head.end()) + len(text) + 1) % (len(text) + 1)
            found += [owner for owner, phone in find_contacts(text, phones) if head.end() <= owner[0] and phone.end <= end]
    return found


def _takers(text: str) -> list[Span]:
    """Whoever takes what is handed in, named before the verb (名单王敏收)."""
    found: list[Span] = []
    for match in _TAKES.finditer(text):
        at = match.start()
        if where := _SOMEWHERE.search(text, max(0, at - 8), at):
            at = where.start()
        if role := _BRACKET_BACK.search(text, max(0, at - 10), at):
            at = role.start()
        starts = [start for start in range(max(0, at - 4), at - 1) if _BEFORE_TAKER.search(text, max(0, start - 2), start)]
        found += [(start, at) for start in starts if person_at(text, start, loose=True) == (start, at)][:1]
    return found


def _handed(text: str) -> list[Span]:
    """Whoever stands behind a verb of handing over (报给, 交), or in whose hands it comes (到…那里)."""
    found: list[Span] = []
    for match in _HAND_OVER.finditer(text):
        beside = _ME_OR.match(text, match.end())
        person = person_after(text, beside.end() if beside else match.end())
        if person is None or _refused(text, match.start()) or _LEAVE.match(text, person[1]):
            continue
        if text.startswith("传", match.start()) and text[person[1] - 1] in "通云网宝":
            continue
        if _ASKED_OF.search(text, match.end(), person[0]):
            continue
        if not (_CALLED.match(text, person[1]) and _asks(text, match.start())):
            found.append(person)
    found += [person for match in _MENTION.finditer(text) if (person := person_after(text, match.end()))]
    for match in _INTO_HANDS.finditer(text):
        person = person_after(text, match.end())
        if person and _HANDS.match(text, person[1]) and not _refused(text, match.start()):
            found.append(person)
    return found + _further(text, found)


_OR = late(r"\s?(?:或者?|和|及|、|与)\s?(?=[㐀-鿿A-Z])")


_MOST_BESIDE = 3


def _further(text: str, found: list[Span]) -> list[Span]:
    """Persons named beside a receiver (交老范或联络处小秋)."""
    more: list[Span] = []
    for _, end in found:
        for _ in range(_MOST_BESIDE):
            joint = _OR.match(text, end)
            person = person_after(text, joint.end()) if joint else None
            if person is None:
                break
            more.append(person)
            end = person[1]
    return more


def _told(text: str) -> list[Span]:
    """Whoever is to be told (跟…说一声) or found to hand in to (找…登记); whoever answers questions is none."""
    found: list[Span] = []
    for cue, acts in ((_TALK_TO, _TALK_ABOUT), (_FIND, _FOUND_TO)):
        for match in cue.finditer(text):
            person = person_after(text, match.end())
            if person is None or _asks(text, match.start()) or _LEAVE.match(text, person[1]):
                continue
            if _ACCOUNTS.match(text, person[1]) and _TOO_LATE.search(text, max(0, match.start() - 20), match.start()):
                continue
            if (cue is _FIND and _SERVED.match(text, person[1])) or (cue is _TALK_TO and _WHO_NEEDS_IT.search(text, max(0, match.start() - 32), match.start())):
                continue
            if acts.match(text, person[1]) or (cue is _FIND and _BROUGHT.search(text, max(0, match.start() - 16), match.start())):
                found.append(person)
    return found


def _asks(text: str, at: int) -> bool:
    low = max(0, at - 24)
    return bool(_ASKS.search(text, low, at)) and not _MUST_TELL.search(text, low, at)


_BAR = late(r"[|｜\t;；丨]")
_RECEIVER_HEAD = late(r"给谁|交谁|报谁|找谁|[交送报发]到?哪[里儿]?|(?:接收|收件|收取|收集|收表|对接|接洽)人(?:员)?|(?:报送|报|交)(?:给|至|到)(?:谁|哪)?")


def _column(text: str) -> list[Span]:
    """Names in the column of a pasted table whose head says who receives (给谁)."""
    if not _BAR.search(text) or not _RECEIVER_HEAD.search(text):
        return []
    found: list[Span] = []
    column: int | None = None
    at = 0
    for line in text.split("\n"):
        cells = _BAR.split(line)
        if column is None:
            column = next((i for i, cell in enumerate(cells) if len(cells) > 1 and _RECEIVER_HEAD.search(cell)), None)
        elif len(cells) > column:
            start = at + sum(len(cell) + 1 for cell in cells[:column])
            start += len(cells[column]) - len(cells[column].lstrip())
            person = person_after(text, start)
            if person and person[1] <= start + len(cells[column].strip()):
                found.append(person)
        at += len(line) + 1
    return found[:1] if len({text[a:b] for a, b in found}) == 1 else found


def _refused(text: str, start: int) -> bool:
    return bool(_NOT_BEFORE.search(text, max(0, start - 4), start)) or bool(_NOT_VERB.match(text, max(0, start - 1)) or _REPAIR.match(text, start))


def _without_parts(spans: list[Span]) -> list[Span]:
    """Spans in order, without those that lie inside another one."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if not kept or span[1] > kept[-1][1]:
            kept.append(span)
    return kept


# ── Who "me" is ──────────────────────────────────────────────────────────────

_TO_ME = Sparse(
    r"(?:给|跟|向|找)我(?=报名|登记|说一|讲一|报一)|打给我(?=说|报|讲|就)"
    r"|(?:发|报|交|给|送|传|反馈|回|告诉|跟|向|私信|私发|私聊|私|找)(?:给|到|至|与)?我(?![们国县镇乡市省区局股所站办科院校社街村中公])"
)
_ME_NAMED = late(r"我[ 　]?[(（,，]?[ 　]?(?=[㐀-鿿A-Z])")
_FOR_QUESTIONS = late(
    r"不清楚|不明白|不懂|不会|疑问|问题|咨询|弄不|搞不|登不|打不开|填不|传不|困难|有事|请问|可问|问(?!题)|联系人|联系|[Qq]uestions?|[Hh]elp|[Qq]ueries"
)


def _me(text: str, phones: list[Phone]) -> list[Span]:
    """Who "me" is: named right after (报我（阮秋 …）) or by the signature at the end (——党政办小何)."""
    said = next((m for m in _TO_ME.finditer(text) if not _asks(text, m.start())), None)
    if not said:
        return []
    for match in _ME_NAMED.finditer(text, said.start(), min(len(text), said.end() + 4)):
        if person := person_at(text, match.end(), loose=True):
            return [person]
    if signed := signing_person(text, phones):
        return [signed]
    owners = {
        text[a:b]: (a, b)
        for (a, b), phone in find_contacts(text, phones)
        if not _FOR_QUESTIONS.search(text, max(0, min(a, phone.start) - 24), phone.start)
    }
    return list(owners.values()) if len(owners) == 1 else []



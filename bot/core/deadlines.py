"""Deadlines of the reader out of the dates whose role is known: what day, what time, which of them stand, what about."""

from __future__ import annotations

import calendar as months
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.learned.weighing import WEIGHED_OUT
from bot.core.mentions import Mention
from bot.core.models import Deadline, Grain, Part, TimeKind
from bot.core.neither import surely_over
from bot.core.roles import ACT_NEAR, COARSE, HAND_IN, READERS_FIELD, DateRole, Verdict
from bot.core.wording import Words, late
from bot.core.workdays import Calendar

_CORRECTION = Words(
    r"更正|订正|纠正|改为|改到|改成|改期|改至|更改|调整[为到至]|等下|等一下|不对|说错|写错|打错|应为|应该是|以(?:此|本|这|下面|后面?|最新|新|更正)[^，。；]{0,5}为准|延[长期]?[到至]|顺延|推迟[到至]|提前[到至]|放宽到|宽限到"
    r"|correction|make that|sorry|instead|rather|moved|changed|extended|postponed|brought forward|new deadline",
)
_OF_ANOTHER = late(
    r"(?:改|更正|调整|延|顺延|推迟|提前|放宽|宽限)[^，。；\d]{0,4}?[到至为在][“\"]?(?=\d{1,4}[年月日号点时:]|每|[本下]周|周[一二三四五六日]|月底|[上中下]旬)"
)
"""What is put off to a day that stands between two limits changes neither."""
_ADDITION = late(r"另外?[:：，,]|另报|同时|其中|首批|第[一二三四]批|分别|各自|先报|先行")
_STRETCHED = late(r"[^，,。；;\n]{0,24}[，,、]?(?:也就?|但)?(?:最迟|最晚|至迟)(?:不得?)?(?:超过|晚于|迟于|在|于|到)*")
"""3日前报，最迟不超过4日中午: the same limit, stretched."""
_PUT_OFF = late(r"(?P<how>改[为到成至]|调整[为到至]|延[长期]?[到至]|顺延[到至]|推迟[到至]|提前[到至]|放宽[到至]|宽限[到至]|更正为)[“”\"]?$")
_NEXT_OF_LIST = late(
    r"[^，。；;\n]{0,14}(?:[；;。，,]?\s{0,2}\n|[；;。，,])[ —\-–·•●▪*①-⑳]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．])?\s?"
    r"(?!因|由于|经|可|能|给|也|都|就|已|请|现|再|又|则|全部|一律|统一|最终|新|原|大家|各|截)(?P<whose>[一-鿿“”（）()、\dA-Za-z]{2,24}?)(?:[:：][^。；;\n]{0,20}|(?:的?[由从][^，。；;\n]{2,16})?(?:改|调整?|延长?|顺延|推迟|提前|放宽|宽限|更正)[到至为成]?[“\"]?)"
)
"""企业支部延至13日；社会组织支部延至15日: the next of a list, put off for others."""
_INSTEAD = late(r"[”\"』」]?(?:之?前|止|截止)?[^，。；;\n\d]{0,14}[，,]?(?:现|统一|一律)?(?:更正|更改|改|调整|变更|修改|顺延|延长|推迟|提前|放宽)(?:为|到|至|成|了[，,])[“\"『「]?")
_LIMIT_OF = late(r"(?<![施实执]行)(?<!放假)(?<!营业)(?<!办公)(?<!公示)(?<!发放)(?<!会议)(?<!开会)(?:时间|截止[日时]?[期间]?|日期|期限|时限|[报交送填]|缴费|登记|确认|审核)[^，。；]{0,3}[由从]?[“\"『「]?$")
_DUE_LABELS = late(r"(?:网上|集中|线上|材料|作品|项目|初次|统一)?(?:报名|申报|征集|提交|填报|报送|上报|缴费|登记|认证|采集|申领|申请|推荐|投稿|征稿|反馈|自查|投票|办理)(?:截止|起止|受理)?(?:时间|日期|期限|时限)")
_OPENS_VALUE = late(r"[】\]]?\s?[:：]?\s?(?:自|从|即日起|(?:自|从)[^，。；\n]{2,14}之日起?)?[，,]?(?:至|到|截[至止]到?)?")
_OLD_DAY = late(r"(?:原[一-鿿]{0,4}?|由|从)[“\"]?(?P<day>\d{1,2}(?:月\d{1,2})?[日号])(?!\d)")
_HANDED_IN = late(rf"(?:之?前|以前)?[^，。；\n]{{0,4}}?(?:{HAND_IN}|完成)")
_OF_THE_LIMIT = late(r"时间|日期|期限|时限|截止|最[迟晚]|更正|通知|上[报交]")
_BEGINS_LEFT = late(r"(?:开始|起始|启动|开放|开通)(?:时间|日期)?[为是于在:：]?$")
_LIST_GAP = 24
_ENTERS = late(r"(?:网上)?(?:报名|网报|缴费|领取|申报|投稿)(?:时间|日期)?[为是:：]?$")
_TURN = late(r"[、，,；;]\s?[一-鿿、（）()]{1,14}")
_NAMED = late(r"(?:^|[、，,；;：:\s])[一-鿿、]{1,14}$")
_NAME = r"(?:(?P<word>[A-Z][a-z]+) [A-Z\d]{1,3}|(?P<name>[一-鿿]{2,6}?))"
_WHOSE = late(rf"[，,、；;] ?(?:and )?{_NAME}(?: ?by | ?before | |最[晚迟])?")
_WHOSE_LEFT = late(rf"(?:^|[，,、；;：:。\s]){_NAME} ?$")
_MAY_WAIT = late(r"(?:(?<![不别莫没未岂])(?:可以?|能|允许|准许)|不急)[^，。；不别]{0,8}?[，,]?(?:拖|缓|等|放|宽|延|推|宽限|放宽)[到至]$")
_WAITS = late(r"(?<![别莫不能要])(?:拖|缓|等|放|宽|延|推|宽限|放宽)[到至]$")
_IS_FINE = late(r"[^，。；]{0,4}?(?:也[行可成]|都[行可成]|没事|没关系|不迟|为止)")
_PERHAPS = late(
    r"(?:(?:^|[，。；,;\s])[^，。；]{0,6}?(?:如果?|若是?|要是|万一|假如|倘若?|遇到?|碰[到上]|赶上|逢)[^。；]{0,16}?|(?:下雨|落雨|雨天|有雨|下雪|风大|停电|天气不好|天不好)(?:的话)?[，,]?)"
    r"(?:就|则|便|再|统一|往后|向后)?(?:改|挪|推|顺|延|换|移|推迟|顺延|延期|改期)[到至在为成]$"
)
"""要是下雨就挪到后天: where it would move, which has not happened."""
_EXTENDS = late(r"(?<![可能会以长多])(?:放宽|宽限|延长?|延期|推迟|顺延)[到至]$")
_CEILING = late(r"(?:最长|最多|至多|不超过)(?:可以?|能)?(?:放宽|宽限|延长?|延期|推迟|顺延)[到至]$")
"""可申请延期，最长延到15日: how far a limit can move for those who ask."""
_OTHERS_REASON = late(r"[^，。；;\n]{0,14}[，,；;](?P<whose>[^，,。；;\n]{2,16})[，,](?:就|也|可以|时间|期限|给他们)?(?:改|调整?|延长?|顺延|推迟|提前|放宽|宽限)[到至成]")
_GROUP = frozenset("片组村站所校社区企矿厂队家户院园店班")
"""西片五个站山高路远，放宽到30日: others, why, and until when."""
_SPOKEN_LIMIT = late(r"最[晚迟后](?:期限)?(?:[啊呀呢呐哪嘛吧哈哦]+(?:就|也|是|到)*|(?:就|也)是)$")
_PUT_TO = late(r"(?:延[长期后]?|推迟?|顺延|挪|提前?|宽限|放宽|改期?)[到至成]了?$")
_OLD_SAID = late(r"[^。；;\n]{0,6}?[，,。；;]\s?[^，。；;\n]{0,6}?(?:原|之?前|先前|上[回次]|本来|旧|早前|头[回次])[^，。；;\n]{0,8}")
_OLD_VOID = late(r"[^，。；;\n]{0,8}?[，,]?(?:就|都|也)?(?:作废|废了?|不算|不作数|别管|不管|取消|以(?:这|此|新)[^，。]{0,4}为准)")
"""延到21日了，原来说的14日作废: the new limit and the old one in one breath."""
_SETTLED = late(r"[^，。；请]{0,6}?(?:结|付|交|还|缴|补|打|收)(?:清|讫|齐|上|完)")
_OTHERS_PAY = late(r"我[们站所办局镇乡县]|财政|[省市县乡镇][里委政局]|由|上级|公司")
_RUNS_TO = late(r"[报交收核登填缴录采补查办领传审订]到$")
"""收到19日止, 核到20日为止: what is done until then is due then."""
_SAID_AGAIN = late(r"(?:也|那)就是(?!说|要|为)$")
"""三天之内要，也就是十号下午: the same limit in other words, which are the surer ones."""
_MISCOUNTED, _SAID_SOON = 3, 30
_LIST_STEP = late(r"[，,、；;\n][^，。；;、\n]{1,20}|[^，。；;\n]{0,8}[）)]?[；;\n][^，。；;\n]{1,20}")
_FAINT = frozenset({"act_later", "part_only"})
"""Reasons too faint to stand beside an event."""
_LABELLED = frozenset({"window_label", "from_now_until", READERS_FIELD})
"""Windows the text names as such."""
_NOT_ABOUT = late(
    r"^(?:请|各[一-鿿]{1,4}|于|并|将|把|须|务必|要|在|的|前|之前|以前|最迟|最晚|截止|和|及|内|再|也|都|就|下班|同时|一并|统一|必须|一、|二、|三、|\d[.、]|[（(][一二三四五六]?[)）]?|\s|:|：)+"
)


def last_day_of(moment: datetime, grain: Grain, calendar: Calendar) -> date:
    """The day a span of this grain ends on: a week's last workday, else the last calendar day."""
    day = moment.date()
    if grain is Grain.WEEK:
        return calendar.last_workday_of_week(day)
    month = {Grain.MONTH: day.month, Grain.QUARTER: (day.month + 2) // 3 * 3, Grain.YEAR: 12}.get(grain)
    return day if month is None else date(day.year, month, months.monthrange(day.year, month)[1])


def day_and_time(m: Mention, calendar: Calendar) -> tuple[date, str | None, Part | None]:
    """The label's day with clock time or part of the time expression, its end where it is a span."""
    time = m.time
    is_span = time.kind is TimeKind.RANGE and time.end is not None
    moment = time.end if is_span else time.start or time.end
    assert moment is not None
    clock = time.end_clock if is_span else time.clock
    if clock == "24:00" or time.midnight_end:
        return (moment - timedelta(minutes=1)).date(), "24:00", None
    if clock is not None:
        return moment.date(), clock, None
    if time.part is not None:
        return moment.date(), None, time.part
    if time.kind is TimeKind.POINT and time.grain in COARSE:
        return last_day_of(moment, time.grain, calendar), None, None
    return moment.date(), None, None


def _about(m: Mention) -> str:
    """A few of the text's own words on what is due."""
    words = (m.left + " " + m.right).strip()
    for part in (m.clause_right, m.left.rstrip("，,：: "), words):
        part = _NOT_ABOUT.sub("", re.split(r"[。；;\n]", part.strip())[0]).strip(" ，,：:、（）()")
        if len(part) >= 3:
            return part[:20]
    return ""


def _deadline(verdict: Verdict, calendar: Calendar) -> Deadline:
    m = verdict.mention
    day, clock, part = day_and_time(m, calendar)
    return Deadline(
        date=day,
        at=calendar.at(day, clock, part),
        time=clock,
        part=part,
        said=m.time.said,
        span=m.time.span,
        implied=m.time.implied,
        about=_about(m),
    )


def _standing(verdicts: Sequence[Verdict], used: Collection[int]) -> list[Verdict]:
    """Strong deadlines and windows; the weak ones only where there is nothing stronger."""
    mine = [v for v in verdicts if v.role in (DateRole.DEADLINE, DateRole.WINDOW) and v.mention.start not in used]
    mine = [v for v in mine if not _only_begins(v, mine)]
    strong = [v for v in mine if not v.weak]
    if not strong:
        weak = [v for v in mine if v.reason not in _FAINT] or mine
        events = any(v.role is DateRole.EVENT and not v.weak for v in verdicts)
        recurring = bool(used)
        return [] if recurring or (events and all(v.reason in _FAINT for v in weak)) else weak
    handed = {v.mention.item: v for v in strong if v.role is DateRole.DEADLINE}
    return [v for v in strong if v.role is DateRole.DEADLINE or not _has_hand_in(v, handed.get(v.mention.item))]


def _with_listed_windows(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """山区片5月6日至25日，丘陵片12日至31日，平原片6月3日至10日: what holds for two windows of a list holds for the third."""
    found = list(verdicts)
    for at in range(1, len(found)):
        one, m = found[at - 1], found[at].mention
        between = m.text[one.mention.end : m.start]
        listed = one.role is DateRole.WINDOW and one.mention.is_range and m.has_day and len(between) < _LIST_GAP
        listed = listed and m.time.grain not in (Grain.QUARTER, Grain.YEAR)
        alike = m.is_range or (at > 1 and found[at - 2].role is DateRole.WINDOW)
        if found[at].role is DateRole.NEITHER and listed and alike and _LIST_STEP.fullmatch(between) and re.match(r"[，。；;,\n]|$", m.right):
            found[at] = replace(found[at], role=DateRole.WINDOW, reason="listed_window", weak=False)
    return found


def _with_listed_limits(verdicts: list[Verdict]) -> list[Verdict]:
    """方案24日前报，阶段报告月底前报，总报告20日前报: a limit between two limits of its sentence is one."""
    found = list(verdicts)
    for at in range(1, len(found) - 1):
        one, v, two = found[at - 1], found[at], found[at + 1]
        m = v.mention
        beside = all(x.role is DateRole.DEADLINE and x.mention.time.before and x.mention.sentence == m.sentence for x in (one, two))
        if v.reason == WEIGHED_OUT and m.time.before and beside and re.match(rf"[^，。；]{{0,6}}?{HAND_IN}", m.clause_right):
            found[at] = replace(v, role=DateRole.DEADLINE, reason="listed_limit", weak=False)
    return found


def _with_allowances(verdicts: list[Verdict]) -> list[Verdict]:
    """主表今天给我，附表可以拖到下周三: what may wait until a day beside a limit is due then."""
    if not any(v.role is DateRole.DEADLINE for v in verdicts):
        return verdicts
    return [replace(v, role=DateRole.DEADLINE, reason="listed_limit", weak=False) if _may_wait(v) else v for v in verdicts]


def _with_sure_limits(verdicts: list[Verdict]) -> list[Verdict]:
    """延到21日了，原来的14日作废；核到20日止；货款年底前结清: shapes that leave no doubt, whatever else speaks against a limit."""
    found = list(verdicts)
    limits = any(v.role is DateRole.DEADLINE for v in verdicts)
    for at, v in enumerate(found):
        m = v.mention
        if v.reason != WEIGHED_OUT or not m.has_day or m.is_range or m.time.start is None:
            continue
        after = found[at + 1].mention if at + 1 < len(found) else None
        if _moved_for(m, after) or _runs_to(m) or (limits and (_extends(v, found[max(0, at - 2) : at]) or _settles(m))):
            found[at] = replace(v, role=DateRole.DEADLINE, reason="sure_limit", weak=False)
    return found


def _moved_for(m: Mention, old: Mention | None) -> bool:
    """Whether a day was put in the place of one that is called void behind it."""
    if old is None or not old.has_day or not _PUT_TO.search(m.left[-8:]):
        return False
    return bool(_OLD_SAID.fullmatch(m.text, m.end, min(old.start, m.end + _LIST_GAP)) and _OLD_VOID.match(old.right))


def _runs_to(m: Mention) -> bool:
    ends = m.time.said.endswith("止") or re.match(r"为?止|为限", m.right)
    closes = re.match(r"为限", m.right) and re.search(HAND_IN, m.sentence_left[-40:])
    return bool(closes or _SPOKEN_LIMIT.search(m.left[-8:]) or (_RUNS_TO.search(m.left[-4:]) and ends))


def _settles(m: Mention) -> bool:
    return bool(m.time.before and _SETTLED.match(m.clause_right) and not _OTHERS_PAY.search(m.clause_left))


def _extends(v: Verdict, earlier: Sequence[Verdict]) -> bool:
    """Whether a day is what others of the same sentence have until then: 东片25日前，西片放宽到30日."""
    limits = [x for x in earlier if x.role is DateRole.DEADLINE and x.mention.sentence == v.mention.sentence]
    return bool(limits and _EXTENDS.search(v.mention.left[-6:]))


def _may_wait(v: Verdict) -> bool:
    m = v.mention
    if v.reason not in (WEIGHED_OUT, "describes_a_noun") or not m.has_day or m.is_range or m.time.start is None:
        return False
    return bool(_MAY_WAIT.search(m.left[-24:]) or (_WAITS.search(m.left[-6:]) and _IS_FINE.match(m.right)))


def _with_turns_to_a_limit(verdicts: list[Verdict]) -> list[Verdict]:
    """Ward A today, Ward B tomorrow, Ward C by Monday noon: whose turn is named like that of a limit behind it has one too."""
    found = list(verdicts)
    for at in range(len(found) - 1, 0, -1):
        v, one = found[at], found[at - 1]
        m, text = one.mention, one.mention.text
        undecided = one.role is DateRole.NEITHER and one.reason in (WEIGHED_OUT, "no_duty_beside_it")
        if v.role is not DateRole.DEADLINE or v.weak or not undecided or not m.has_day or m.is_range or m.time.start is None:
            continue
        turn, named = _WHOSE.fullmatch(text, m.end, v.mention.start), _WHOSE_LEFT.search(m.left)
        alike = turn and named and (turn["word"] or turn["name"][-1]) == (named["word"] or named["name"][-1])
        if alike:
            found[at - 1] = replace(one, role=DateRole.DEADLINE, reason="listed_turn", weak=False)
    return found


def _with_labelled(verdicts: list[Verdict]) -> list[Verdict]:
    """申报时间：2026年3月1日至10月31日: what stands under such a label is the reader's, whatever year is said."""
    found = list(verdicts)
    for at, v in enumerate(found):
        m = v.mention
        if v.reason != WEIGHED_OUT or not m.has_day or "year" in m.time.implied or not _DUE_LABELS.fullmatch(m.heading):
            continue
        said = m.text[m.item[0] : m.start].split(m.heading, 1)[-1]
        if _OPENS_VALUE.fullmatch(said) and re.match(r"\s*(?:[（(，,。；;\n]|$|[前止])", m.text[m.end : m.end + 3]):
            found[at] = replace(v, role=DateRole.WINDOW if m.is_range else DateRole.DEADLINE, reason="labelled", weak=False)
    return found


_OPENS_ANOTHER = late(r"\s{0,9}(?:另外?|此外|还有|再有|同时|顺便|再一[个件条]|第二[个件条])(?:[，,:：]|[一-鿿])")


def opens_another(m: Mention) -> bool:
    """Whether the sentence of a date opens a demand of its own: 另外，证明先收齐，7月10日止."""
    return bool(_OPENS_ANOTHER.match(m.text, *m.sentence))


def _without_lone_recurring(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """A limit on a day belongs to no duty that comes back where none is said, nor one that is a demand of its own."""
    sets = [v.mention for v in verdicts if v.mention.time.kind is TimeKind.SET]

    def _alone(m: Mention) -> bool:
        return m.time.before and m.has_day and (not sets or (opens_another(m) and all(s.sentence != m.sentence for s in sets)))

    return [replace(v, role=DateRole.DEADLINE, reason="before", weak=False) if v.role is DateRole.RECURRING and _alone(v.mention) else v for v in verdicts]


def _with_new_limits(verdicts: list[Verdict]) -> list[Verdict]:
    """审核时间由“1月13日”更正为“1月15日”: what is put in the place of a limit is one."""
    found = list(verdicts)
    for at in range(1, len(found)):
        old, v = found[at - 1].mention, found[at]
        put = found[at - 1].reason == "superseded" and v.reason == WEIGHED_OUT and v.mention.has_day
        if put and v.mention.time.said.startswith("现在到") and len(v.mention.text[old.end : v.mention.start]) < _LIST_GAP:
            found[at] = replace(v, role=DateRole.WINDOW, reason="corrected", weak=False)
        if put and _INSTEAD.fullmatch(v.mention.text[old.end : v.mention.start]) and (_LIMIT_OF.search(old.left[-24:]) or _HANDED_IN.match(old.right)):
            role = DateRole.WINDOW if v.mention.is_range else DateRole.DEADLINE
            found[at] = replace(v, role=role, reason="corrected", weak=False)
    return found


def _with_listed_thirds(verdicts: list[Verdict]) -> list[Verdict]:
    """11月上旬入户，中旬录入，下旬销号: what one third of a month is due for, its neighbours in the sentence are too."""
    found = list(verdicts)
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for at in order:
            one, v = found[at - order.step], found[at]
            m = v.mention
            thirds = all(x.time.said.endswith("旬") and x.is_range and x.sentence == m.sentence for x in (one.mention, m))
            open_ = v.role is DateRole.WINDOW or (v.role is DateRole.NEITHER and v.reason in (WEIGHED_OUT, "bare_span"))
            if open_ and thirds and one.role in (DateRole.DEADLINE, DateRole.WINDOW) and ACT_NEAR.match(m.clause_right):
                found[at] = replace(v, role=DateRole.DEADLINE, reason="listed_third", weak=False)
                found[at - order.step] = replace(one, role=DateRole.DEADLINE, weak=False)
    return found


def with_listed_turns(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """坪上28号、坳背28号、水口30号: days of a list that only says whose turn it is mean the same, what most of them do."""
    found = list(verdicts)
    at = 0
    while at < len(found):
        end = at + 1
        while end < len(found) and _takes_turn(found[end - 1], found[end]):
            end += 1
        roles: list[DateRole] = [v.role for v in found[at:end]]
        if end - at > 2 and len(set(roles)) > 1 and _NAMED.search(found[at].mention.left):
            role = DateRole.DEADLINE if roles.count(DateRole.DEADLINE) >= roles.count(DateRole.EVENT) else DateRole.EVENT
            found[at:end] = [replace(v, role=role, reason="listed_turn", weak=False) for v in found[at:end]]
        at = end
    return found


def _takes_turn(one: Verdict, other: Verdict) -> bool:
    """Whether between two days only the name of the second's group stands."""
    days = all(v.mention.has_day and not v.mention.has_clock and not v.mention.is_range and not v.mention.time.before and v.mention.time.start for v in (one, other))
    free = all(v.role in (DateRole.DEADLINE, DateRole.EVENT) or v.reason in (WEIGHED_OUT, "no_duty_beside_it") for v in (one, other))
    return days and free and _TURN.fullmatch(one.mention.text[one.mention.end : other.mention.start]) is not None


def _only_begins(verdict: Verdict, others: Sequence[Verdict]) -> bool:
    """8月12日开始，9月10日24时结束；开始6月1日，结束6月20日: where a window begins is no limit."""
    m = verdict.mention
    opens = (m.time.kind is TimeKind.RANGE and m.time.end is None) or _BEGINS_LEFT.search(m.left)
    return bool(opens) and any(v.mention.sentence == m.sentence and v.mention.start > m.start for v in others)


def _has_hand_in(window: Verdict, due: Verdict | None) -> bool:
    """Whether a stage names its own hand-in date behind it; a date before the stage begins is for something else."""
    if due is None or due.mention.start < window.mention.start:
        return False
    if re.match(r"[^，。；]{0,8}?(?:收(?!集)|报名|缴费|领取|申报(?!表|书))", window.mention.clause_right) or _ENTERS.search(window.mention.left):
        return False
    if re.match(r"[^，。；]{0,6}?整改", due.mention.clause_right):
        return False
    begins, day = window.mention.time.start, due.mention.time.start
    return window.reason not in _LABELLED or begins is None or day is None or day.date() >= begins.date()


def without_corrected(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The last statement wins: what a correction replaces is dropped (verdicts of one role, in text order)."""
    kept: list[Verdict] = []
    for verdict in verdicts:
        m = verdict.mention
        between = m.text[max(kept[-1].mention.end, m.start - 80) : m.start] if kept else ""
        after = m.text[m.end : m.end + 6]
        if kept and len(between) < _SAID_SOON and _SAID_AGAIN.search(between) and _near(kept[-1].mention, m):
            first = kept[-1].mention.time.start.date() if kept[-1].mention.time.start else None
            same_day = m.time.start is not None and m.time.start.date() == first
            kept[-1] = kept[-1] if same_day and not m.has_clock else verdict
            continue
        if kept and _PERHAPS.search(between):
            continue
        stretched = _STRETCHED.fullmatch(between)
        if kept and (_for_others(kept[-1].mention, between) or _replaces_another(kept[-1].mention, between)):
            kept.append(verdict)
            continue
        if kept and (stretched or _CORRECTION.search(_OF_ANOTHER.sub("", between)) or re.match(r"(?:为准|才是)", after)) and not _ADDITION.search(between[-20:]) and not re.search(r"另增|新增|此外", between):
            kept.pop()
        kept.append(verdict)
    return kept


def _replaces_another(earlier: Mention, between: str) -> bool:
    """Whether what is put off behind a limit names the old day it replaces, and that is not this limit."""
    old = _OLD_DAY.search(between)
    return old is not None and old["day"] not in earlier.time.said


def _for_others(earlier: Mention, between: str) -> bool:
    """Whether what is put off behind a limit is the limit of others, named in a list with it."""
    excused = _OTHERS_REASON.fullmatch(between)
    if excused and _GROUP & set(excused["whose"]) & set(earlier.left[-12:]):
        return True
    listed = _NEXT_OF_LIST.fullmatch(between)
    if listed is None or re.search(r"错|不对|刚", between):
        return False
    if listed["whose"] in earlier.sentence_left + re.split(r"[，,。；;\n]", earlier.right)[0]:
        return False
    return not _OF_THE_LIMIT.search(listed["whose"]) or _PUT_OFF.search(earlier.left[-8:]) is not None


def _near(one: Mention, other: Mention) -> bool:
    """Whether two times are a few days apart at most, so that the second may put the first in other words."""
    a, b = one.time.start, other.time.start
    return bool(a and b and one.time.before and abs((a - b).days) <= _MISCOUNTED)


def _part_of(clock: str) -> Part:
    return Part.MORNING if clock <= "12:00" else Part.AFTERNOON if clock < "18:00" else Part.EVENING


def _most_exact(found: Sequence[Deadline]) -> list[Deadline]:
    """Each instant once, and no bare day beside the same day with a time."""
    timed = {d.date for d in found if d.time or d.part}
    covered = {(d.date, _part_of(d.time)) for d in found if d.time}
    kept = {
        (d.at if d.time else d.date, d.part): d
        for d in found
        if d.time or (d.part and (d.date, d.part) not in covered) or (not d.part and d.date not in timed)
    }
    return sorted(kept.values(), key=lambda d: (d.at, d.span))


def read_deadlines(
    verdicts: Sequence[Verdict], calendar: Calendar, used: Collection[int] = ()
) -> tuple[Deadline, ...]:
    """The reader's deadlines, earliest first.

    `used` are the starts of mentions that belong to something else (bounds and clock times of a recurrence).
    """
    # A rhythm or a length has no day of its own, whatever it is taken for.
    dated = (v for v in verdicts if v.mention.time.start or v.mention.time.end)
    decided = [v for v in dated if not (surely_over(v.mention) or _CEILING.search(v.mention.left[-12:]))]
    for lend in (_without_lone_recurring, _with_listed_windows, _with_listed_limits, _with_labelled, _with_allowances, _with_turns_to_a_limit, _with_new_limits, _with_listed_thirds, _with_sure_limits):
        decided = lend(decided)
    standing = without_corrected(_standing(decided, used))
    found = [_deadline(v, calendar) for v in standing]
    kept = _most_exact(found)
    if len(kept) == 1:
        return (replace(kept[0], about=""),)
    return tuple(kept)

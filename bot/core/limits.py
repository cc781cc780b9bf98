"""Dates that are limits by the words and dates beside them, whatever they were weighed as: lists, turns, what is put off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.allowances import for_some
from bot.core.mentions import Mention
from bot.core.models import Grain
from bot.core.reasons import CALLED_OFF, CERTAIN, LIMIT, PAST, SHUTS, SUPERSEDED, WEIGHED_OUT
from bot.core.roles import ACT_NEAR, FINISH, HAND_IN, DateRole, Verdict
from bot.core.wording import late

_INSTEAD = late(r"[”\"』」]?(?:之?前|止|截止)?[^，。；;\n\d]{0,14}[，,]?(?:现|统一|一律)?(?:更正|更改|改|调整|变更|修改|顺延|延长|推迟|提前|放宽)(?:为|到|至|成|了[，,])[“\"『「]?")
_BUT_IS = late(r"[^，。；;\n]{0,6}[，,\s]?而?是")
"""不是14日交，是16日交."""
_LIMIT_OF = late(r"(?<![施实执]行)(?<!放假)(?<!营业)(?<!办公)(?<!公示)(?<!发放)(?<!会议)(?<!开会)(?:时间|截止[日时]?[期间]?|日期|期限|时限|[报交送填]|缴费|登记|确认|审核)[^，。；]{0,3}[由从]?[“\"『「]?$")
_HANDED_IN = late(rf"(?:之?前|以前)?[^，。；\n]{{0,4}}?(?:{HAND_IN}|完成)")
_LIST_GAP, _ALLOWED_SOON = 24, 80
_GONE = frozenset({PAST, SUPERSEDED, CALLED_OFF})
_NAME = r"(?:(?P<word>[A-Z][a-z]+) [A-Z\d]{1,3}|(?P<name>[一-鿿]{2,6}?))"
_WHOSE = late(rf"[，,、；;] ?(?:and )?{_NAME}(?: ?by | ?before | |最[晚迟])?")
_WHOSE_LEFT = late(rf"(?:^|[，,、；;：:。\s]){_NAME} ?$")
_MAY_WAIT = late(r"(?:(?<![不别莫没未岂])(?:可以?|能|允许|准许)|不急)[^，。；不别]{0,8}?[，,]?(?:拖|缓|等|放|宽|延|推|宽限|放宽)[到至]$")
_WAITS = late(r"(?<![别莫不能要])(?:拖|缓|等|放|宽|延|推|宽限|放宽)[到至]$")
_IS_FINE = late(r"[^，。；]{0,4}?(?:也[行可成]|都[行可成]|没事|没关系|不迟|为止)")
_EXTENDS = late(r"(?<![可能会以长多])(?:放宽|宽限|延长?|延期|推迟|顺延)[到至]$")
_SPOKEN_LIMIT = late(r"最[晚迟后](?:期限)?(?:[啊呀呢呐哪嘛吧哈哦]+(?:就|也|是|到)*|(?:就|也)是)$")
_PUT_TO = late(r"(?:延[长期后]?|推迟?|顺延|挪|提前?|宽限|放宽|改期?)[到至成]了?$")
_OLD_SAID = late(r"[^。；;\n]{0,6}?[，,。；;]\s?[^，。；;\n]{0,6}?(?:原|之?前|先前|上[回次]|本来|旧|早前|头[回次])[^，。；;\n]{0,8}")
_OLD_VOID = late(r"[^，。；;\n]{0,8}?[，,]?(?:就|都|也)?(?:作废|废了?|不算|不作数|别管|不管|取消|以(?:这|此|新)[^，。]{0,4}为准)")
"""延到21日了，原来说的14日作废: the new limit and the old one in one breath."""
_SETTLED = late(r"[^，。；请]{0,6}?(?:结|付|交|还|缴|补|打|收)(?:清|讫|齐|上|完)")
_OTHERS_PAY = late(r"我[们站所办局镇乡县]|财政|[省市县乡镇][里委政局]|由|上级|公司")
_PAID_BY_OTHERS = late(r"[，,]由(?!各|你|本人)[^，。；]{0,8}(?:财政|[局办处站]|中心|公司)")
_RUNS_TO = late(r"[报交收核登填缴录采补查办领传审订]到$")
"""收到19日止, 核到20日为止: what is done until then is due then."""
_ABOVE_TAKES = late(r"(?:[省市县区州][里上级]|[省市县区州][一-鿿]{0,5}?[局委厅办]|上级|上面|上头|那边|那头|总部|局里|厅里)[^，。；]{0,8}$")
"""县里收到31号为止: those above take it in until then."""
_DOORS = frozenset({SHUTS, "door_shuts"})
_LIST_STEP = late(r"[，,、；;\n][^，。；;、\n]{1,20}|[^，。；;\n]{0,8}[）)]?[；;\n][^，。；;\n]{1,20}")


def _with_listed_windows(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """山区片5月6日至25日，丘陵片12日至31日，平原片6月3日至10日: what holds for one window of a list holds for those beside it."""
    found = list(verdicts)
    for at in range(1, len(found)):
        alike = found[at].mention.is_range or (at > 1 and found[at - 2].role is DateRole.WINDOW)
        if alike and _window_beside(found[at], found[at - 1], found[at - 1].mention, found[at].mention):
            found[at] = replace(found[at], role=DateRole.WINDOW, reason="listed_window", weak=False)
    for at in range(len(found) - 2, -1, -1):
        if found[at].mention.is_range and _window_beside(found[at], found[at + 1], found[at].mention, found[at + 1].mention):
            found[at] = replace(found[at], role=DateRole.WINDOW, reason="listed_window", weak=False)
    return found


def _window_beside(v: Verdict, window: Verdict, first: Mention, second: Mention) -> bool:
    """Whether an undecided date stands in a list beside a window, in the same shape."""
    between = second.text[first.end : second.start]
    listed = window.role is DateRole.WINDOW and window.mention.is_range and v.mention.has_day and len(between) < _LIST_GAP
    open_ = v.role is DateRole.NEITHER and v.reason not in CERTAIN and v.mention.time.grain not in (Grain.QUARTER, Grain.YEAR)
    return bool(listed and open_ and _LIST_STEP.fullmatch(between) and re.match(r"[，。；;,\n]|$", second.right))


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
        if v.role is not DateRole.NEITHER or v.reason in CERTAIN or not m.has_day or m.is_range or m.time.start is None:
            continue
        if at and v.reason not in _GONE and _allowed(v, found[at - 1]):
            found[at] = replace(v, role=DateRole.DEADLINE, reason="sure_limit", weak=False)
        if v.reason != WEIGHED_OUT:
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
    taken = _RUNS_TO.search(m.left[-4:]) and not _ABOVE_TAKES.search(m.clause_left[-16:])
    return bool(closes or _SPOKEN_LIMIT.search(m.left[-8:]) or (taken and ends))



def _settles(m: Mention) -> bool:
    return bool(m.time.before and _SETTLED.match(m.clause_right) and not _OTHERS_PAY.search(m.clause_left) and not _PAID_BY_OTHERS.search(m.sentence_right))



def _extends(v: Verdict, earlier: Sequence[Verdict]) -> bool:
    """Whether a day is what others of the same sentence have until then: 东片25日前，西片放宽到30日."""
    limits = [x for x in earlier if x.role is DateRole.DEADLINE and x.mention.sentence == v.mention.sentence]
    return bool(limits and _EXTENDS.search(v.mention.left[-6:]))


def _allowed(v: Verdict, one: Verdict) -> bool:
    """Whether some of those who have the limit before a day have until then: 住院的可到12日."""
    m = v.mention
    near = one.role is DateRole.DEADLINE and m.start - one.mention.end < _ALLOWED_SOON and one.mention.time.start is not None
    return near and m.time.start > one.mention.time.start and for_some(m.text, one.mention.end, m)  # type: ignore[operator]



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
        alike = turn and named and (turn["word"] or turn["name"][-1]) == (named["word"] or named["name"][-1].strip("是为在到"))
        if alike:
            found[at - 1] = replace(one, role=DateRole.DEADLINE, reason="listed_turn", weak=False)
    return found



_OPENS_ANOTHER = late(r"\s{0,9}(?:另外?|此外|还有|再有|同时|顺便|再一[个件条]|第二[个件条])(?:[，,:：]|[一-鿿])")


def opens_another(m: Mention) -> bool:
    """Whether the sentence of a date opens a demand of its own: 另外，证明先收齐，7月10日止."""
    return bool(_OPENS_ANOTHER.match(m.text, *m.sentence))



_NAMES_ITS_DAY = late(r"\d{1,2}月\d|[今明后]天|[今明]日|[本这下]个?(?:周|星期|礼拜)[一二三四五六日天]|(?:周|星期|礼拜)[一二三四五六日天]")
_ASKS_ITS_OWN = late(rf"(?![^，。；\n]{{0,12}}(?:第一|首|头一|最后一?|末)[次期批回])[^，。；;\n]{{0,14}}?(?:{HAND_IN}|{FINISH})")
_EXAMPLE_OR_END = late(r"(?:[例比譬]?如|即|也就是|就是|首[期次]|第一[期次]|[下这本]一?[期次]|截止?[到至]|[到至])[^，。；;\n]{0,12}$")
"""如11月的数据12月10日前报: one of the days of a rhythm, named to make it clear."""


def _own_demand(m: Mention, rhythms: Sequence[Mention]) -> bool:
    """Whether a limit beside a rhythm asks something in its own clause: 每天报进度，登记原件12月3日前送到局里."""
    if not _NAMES_ITS_DAY.match(m.time.said) or not _ASKS_ITS_OWN.match(m.clause_right) or _EXAMPLE_OR_END.search(m.clause_left[-24:]):
        return False
    begin, end = m.start - len(m.clause_left), m.end + len(m.clause_right)
    return all(not begin <= each.start < end for each in rhythms)


def _without_lone_recurring(verdicts: Sequence[Verdict], rhythms: Sequence[Mention]) -> list[Verdict]:
    """A limit on a day belongs to no duty that comes back where none is said, nor one that is a demand of its own."""

    def _alone(m: Mention) -> bool:
        if not (m.time.before and m.has_day) or m.time.said.startswith("当"):
            return False
        return not rhythms or (opens_another(m) and all(each.sentence != m.sentence for each in rhythms)) or _own_demand(m, rhythms)

    return [replace(v, role=DateRole.DEADLINE, reason=LIMIT, weak=False) if v.role is DateRole.RECURRING and _alone(v.mention) else v for v in verdicts]


_CHANGED_AGAIN = late(r"[^。\n]{0,6}[，,；;]\s?(?:又|再|刚[刚才]?|后来|现在?|最新|最后)[^。\n]{0,30}?\d{1,2}[日号]")
"""22号补充通知改成28日，刚接电话，…26日上午11点关口: a change that was not the last one."""


def _with_new_limits(verdicts: list[Verdict]) -> list[Verdict]:
    """审核时间由“1月13日”更正为“1月15日”: what is put in the place of a limit is one."""
    found = list(verdicts)
    for at in range(1, len(found)):
        old, v = found[at - 1].mention, found[at]
        put = found[at - 1].reason == SUPERSEDED and v.reason == WEIGHED_OUT and v.mention.has_day and _CHANGED_AGAIN.match(v.mention.text, v.mention.end) is None
        if put and v.mention.time.said.startswith("现在到") and len(v.mention.text[old.end : v.mention.start]) < _LIST_GAP:
            found[at] = replace(v, role=DateRole.WINDOW, reason="corrected", weak=False)
        if put and _BUT_IS.fullmatch(v.mention.text, old.end, v.mention.start) and _HANDED_IN.match(v.mention.right):
            found[at] = replace(v, role=DateRole.DEADLINE, reason="corrected", weak=False)
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



def with_neighbours(verdicts: Sequence[Verdict], rhythms: Sequence[Mention]) -> list[Verdict]:
    """The dates of a text with those that are limits by what stands beside them, one kind of neighbourhood after the other.

    `rhythms` are what the duty that comes back is said by.
    """
    found = _without_lone_recurring(verdicts, rhythms)
    for lend in _LENDING:
        found = lend(found)
    return found


_DOOR_OF_ABOVE, _CLOSED = late(r"(?:人家|[他她]们|[省市县区州][里上级]|上面|上级)(?:那边|的)?$"), late(r"(?:就)?(?:关[门网闸]|封|锁|截止|收口)")
"""人家12月31日关门，县里要求11月28日前传完."""
_OWN_MATTER = late(r"另外?|同时|此外|也|纸质")


def _without_later_doors(verdicts: list[Verdict]) -> list[Verdict]:
    """系统26日停止受理，为留出复核时间，各校19日前录入: a door that shuts behind the limit of its sentence is none of its own."""
    found = list(verdicts)
    for at, v in enumerate(verdicts):
        if v.role is not DateRole.DEADLINE or not (v.reason in _DOORS or (v.reason == "last_day" and _DOOR_OF_ABOVE.search(v.mention.clause_left) and _CLOSED.match(v.mention.right))):
            continue
        for one in verdicts[max(0, at - 1) : at + 2]:
            m, other = v.mention, one.mention
            limit = one.role is DateRole.DEADLINE and one.reason not in _DOORS and other.time.before and other.sentence == m.sentence
            earlier = limit and other.time.start is not None and m.time.start is not None and other.time.start.date() < m.time.start.date()
            if earlier and not _OWN_MATTER.search(m.text, min(m.end, other.end), max(m.start, other.start)):
                found[at] = replace(v, role=DateRole.NEITHER, reason=WEIGHED_OUT)
    return found


_THEIR_DOOR = late(r"(?:^|[，,。；\s])(?!各|你)[一-鿿]{1,6}那(?:边|头)(?:是|在|就|要|定)?$")
_DOOR_REACH = 120


def _without_doors_of_others(verdicts: list[Verdict]) -> list[Verdict]:
    """人社那边10号关口，请大家28号之前点完: when somebody else's door shuts, behind the limit that those who write set."""
    found = list(verdicts)
    for at, v in enumerate(verdicts):
        m = v.mention
        if v.role is not DateRole.DEADLINE or v.reason in CERTAIN or m.time.start is None or not _THEIR_DOOR.search(m.clause_left):
            continue
        beside = (one for one in verdicts[max(0, at - 2) : at + 3] if one.role is DateRole.DEADLINE and one.mention.time.before and one.mention.time.start is not None)
        if any(one.mention.time.start < m.time.start and abs(one.mention.start - m.start) < _DOOR_REACH for one in beside):  # type: ignore[operator]
            found[at] = Verdict(m, DateRole.NEITHER, WEIGHED_OUT)
    return found


_LENDING = (_without_later_doors, _without_doors_of_others, _with_listed_windows, _with_listed_limits, _with_allowances, _with_turns_to_a_limit, _with_new_limits, _with_listed_thirds, _with_sure_limits)

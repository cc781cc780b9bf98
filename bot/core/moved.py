"""What takes place at another time than was said: 防汛会由14日上午9点改期至15日下午3点; 14日开不成了，15日再开."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.reasons import MOVED, MOVED_FROM, PAST
from bot.core.roles import HAND_IN, DateRole, Verdict
from bot.core.wording import late

_TAKES_PLACE = late(
    r"(?<![机社协学工商总省市县区国委员常])会(?:议)?(?![计员费同长话展所])|培训|演练|演习|比赛|[球决初联]赛|运动会|活动|检查|验收|讲座|宣讲|义诊|演出|晚会|[上开听]课|开班|仪式|观摩|体检|面试|笔试|考试|听证|座谈|调研|督导|开庭|走访|彩排|放映|接种"
)
_CALLED = late(r"(?<![庙灯晚机社协学工商总歌演])会(?:议)?(?![计员费同长话展所])|培训|演练|检查|验收|考试|面试|体检|座谈|听证|督导")
_DUE = late(rf"截[止至]|{HAND_IN}|期限|台账|报表|材料|整改|停[水电气]|放假|值班|公示|施工|营业|办公|发放|领取")
_INTO = late(
    r"[^。；;\n\d]{0,30}?(?:改(?:期|时间)?|调整?|变(?:更|成)?(?!动)|更正|挪|推迟?|延(?:期|后|长)?|顺延|提前|换)(?:[到至在为成]|至|了?[，,]?(?:到|至|为))?了?[“\"]?"
    r"|\s?(?:→|->|-->|=>|⇒)\s?"
)
"""What leads from the old time to the new one."""
_PERHAPS = late(r"[如若]|要是|万一|下雨|雨天|的话")
_STANDS = late(r"[”\"]?(?:为准|不变|照旧)")
_IF, _IF_REACH = late(r"(?:^|[，,。；;\s])(?:届时|当[天日])?(?:如(?![期约下何实])|若(?!干)|要是|万一|倘|假如|遇(?!见))[^。；;\n]*$"), 40
"""27日为准，会推迟到30日: what holds is not what is moved; 如当日仍悬挂风球，活动顺延: nor is what may happen."""
_OFF = late(r"(?:的?[^，。；;\n\d]{0,8}?)?(?:[开办搞去]不成|不[开办搞](?!放)|取消|没法[开办])了?")
_THEN = late(r"(?:再|才)(?:开|办|举[行办]|召开|进行|搞|集合|上课)")
_OLD_LEFT = late(r"原(?:来|先)?(?:通知|定|计划|安排|说)(?:的|于|在|是|为)?[“\"]?$|[原旧]时间[:：]\s?$|不是$|原来说的$")
_NEW_LEFT = late(r"(?:现(?:在)?(?:定|改|调整|更改)?(?:[为到在于至]|定为)?|新时间[:：]\s?|改(?:期|时间)?(?:[为到在于至]|[:：])?|[调挪](?:整)?[到至]|应(?:该)?[为是]|更正为|推迟到|提前到|延期[到至])[“\"]?$")
_OLD_RIGHT = late(r"[）)”\"]?[，,]?(?:别来|不用来|不[开办]了|作废|取消|不算)")
_STEPS = late(r"\s?(?:改(?:期|时间)?|调整?|变(?:更|成)?|挪|推迟?|延(?:期|后|长)?|顺延|提前|换|放宽|→|->|-->|=>|⇒)(?:[到至在为成])?\s?")
_DAY_OF_IT = late(r"时间|日期|期限|时限|截止|日子|顺延|推迟|提前|延期")
_HANDED_IN = late(rf"{HAND_IN}|台账|报表|材料")
_NOBODYS = late(r"停[水电气]|放假|值班|公示|施工|营业|办公|发放|领取|开学|供暖|供水|生效|施行|工资|交付|开业|通车|航班|快递|竣工|完工日|开工|工期|投产|上线|上市|首映|开盘|合同期")
"""What is moved and is nothing that anybody hands in."""
_REACH, _MATTER = 60, 80


def with_moved(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the old time of what was moved given up for the new one, where the text names both."""
    found = list(verdicts)
    for at in range(1, len(found)):
        one, two = found[at - 1].mention, found[at].mention
        if not (_is_time(one) and _is_time(two)) or two.start - one.end > _REACH:
            continue
        if not _is_event(one, two):
            if _is_limit(one, two) and found[at].role is not DateRole.EVENT and found[at].reason != PAST:
                found[at - 1] = Verdict(one, DateRole.NEITHER, MOVED_FROM)
                found[at] = Verdict(two, DateRole.DEADLINE, MOVED)
            continue
        if _moved_on(one, two):
            old, new = at - 1, at
        elif _NEW_LEFT.search(one.left[-16:]) and (_OLD_LEFT.search(two.left[-16:]) or _OLD_RIGHT.match(two.right)):
            old, new = at, at - 1
        else:
            continue
        found[old] = Verdict(found[old].mention, DateRole.NEITHER, MOVED_FROM)
        found[new] = Verdict(_on_its_day(found[new].mention, found[old].mention), DateRole.EVENT, MOVED)
    return found


_AGAIN = late(r"[^。\n]{0,30}?(?:再|又|最终|最后)(?:推|改|挪|延|调|定|移)(?:迟|期|下来|死)?(?:还是)?(?:[到至在为])?[“\"]?\s?")
"""先推到28日；…28日泳池要换水，再推到30日: what was moved is moved on."""


def with_moved_again(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the new time of what was moved given up where the text moves it once more."""
    found = list(verdicts)
    for at, verdict in enumerate(verdicts):
        m = verdict.mention
        if verdict.reason != MOVED:
            continue
        for later in range(at + 1, min(at + 4, len(found))):
            two = found[later].mention
            if two.has_day and two.time.start and two.time.kind is TimeKind.POINT and two.time.start.date() != m.time.start.date() and _AGAIN.fullmatch(m.text, found[later - 1].mention.end, two.start):  # type: ignore[union-attr]
                found[at] = Verdict(m, DateRole.NEITHER, MOVED_FROM)
                found[later] = Verdict(two, DateRole.EVENT if found[later].role is DateRole.EVENT else verdict.role, MOVED)
                break
    return found


def calls_anew(verdicts: Sequence[Verdict]) -> bool:
    """Whether a meeting or the like is moved, to which those are called anew who were called before."""
    moved = (v.mention for v in verdicts if v.reason == MOVED)
    return any(_CALLED.search(m.text, max(0, m.start - _REACH), m.start) for m in moved)


def _is_time(m: Mention) -> bool:
    return m.time.kind is TimeKind.POINT and m.time.start is not None and (m.has_day or m.time.clock is not None) and not m.time.before


def _is_event(one: Mention, two: Mention) -> bool:
    """Whether the words around the two times name what takes place, and nothing that is due."""
    around = one.text[max(0, one.start - 24, one.text.rfind("。", 0, one.start) + 1) : one.start] + one.text[one.end : two.start] + two.right[:12]
    return _TAKES_PLACE.search(around) is not None and _DUE.search(around) is None


def _is_limit(one: Mention, two: Mention) -> bool:
    """22号变23号, 提交时间由15日延至22日: whether the day by which something is handed in gives way to another, with little said between."""
    around = one.text[max(0, one.start - 24, one.text.rfind("。", 0, one.start) + 1) : one.start] + one.text[one.end : two.start] + two.right[:12]
    if not (one.has_day and two.has_day) or not _STEPS.fullmatch(one.text, one.end, two.start) or _TAKES_PLACE.search(around) or _NOBODYS.search(around):
        return False
    return bool(_HANDED_IN.search(around) or (_DAY_OF_IT.search(around) and _HANDED_IN.search(one.text, max(0, one.start - _MATTER), one.start)))


def _moved_on(old: Mention, new: Mention) -> bool:
    """Whether the words between say that the first time gives way to the second."""
    between = new.text[old.end : new.start]
    if _STANDS.match(between) or _IF.search(old.sentence_left[-_IF_REACH:]):
        return False
    if _INTO.fullmatch(between) and not _PERHAPS.search(between):
        return True
    off = _OFF.match(between)
    if off and (_THEN.match(new.right) or _NEW_LEFT.search(new.left[-16:])):
        return True
    return bool(_OLD_LEFT.search(old.left[-16:]) and _NEW_LEFT.search(new.left[-16:]))


def _on_its_day(new: Mention, old: Mention) -> Mention:
    """The new time, on the old day where it says none."""
    if new.has_day or new.time.start is None or old.time.start is None:
        return new
    day = old.time.start
    return replace(new, time=replace(new.time, start=new.time.start.replace(year=day.year, month=day.month, day=day.day)))

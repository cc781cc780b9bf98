"""The last statement wins: dates that a correction behind them replaces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.allowances import for_some
from bot.core.mentions import Mention
from bot.core.reasons import LISTED_TURN, SAID_LATER, SUPERSEDED, WEIGHED_OUT
from bot.core.roles import DateRole, Verdict
from bot.core.wording import late

_OPENS = r"(?:请|统一|一律|务必|现|都|则|就|才|应该?|是|为|要|各[一-鿿]{1,4})*(?:于|在|到|至|按)?[“\"（(]?\s?$"
_SLIP = (
    r"(?:(?<=[，,。.…—\s])[啊呃额诶哦哎]{0,2}不(?:是|对)?[，,。…!！\s]+|(?:说|讲|报|看)(?:快|早|岔|晚)了[，,。！!…]+|(?<=[，,。.…])等(?:等|一?下|会儿?)[，,。…]+|(?:说准(?:点|确)?|(?:准确|确切)[地点]?[说讲])(?=[，,是：:]))"
    r"(?:[^，,。；;\n\d\s]{0,8}[，,\s]+)?[^，,。；;：:\n\d]{0,6}$"
)
"""周四收工以前……哦不，说准点，周四晚上7点: somebody corrects himself, perhaps with a word on why."""
_CORRECTION = late(
    r"(?:(?<![整立])改|挪|(?<!转)移(?![交送])|推|缓|调|变(?!动)|换|延|提|放宽|宽限|展)[一-鿿]{0,2}?[到至为成]了?[“\"（(]?\s?$"
    r"|(?:(?<!及时)更正|调整|变更|更改|顺延|推迟|延期|(?<!整)改期|延后|推后|提前)[一-鿿]{0,2}[：:]?" + _OPENS
    + r"|(?:延期|顺延|推迟|延后|推后|(?<!整)改期|(?:时间|期限|日期)[^，。；;\n]{0,4}(?:[改变调错挪缓]|提前|推|延))[^，,。；;\n]{0,5}[，,。：:！!]\s?[^，,。；;\n\d]{0,6}" + _OPENS
    + r"|(?:(?:不|没)对|(?<![要别免莫勿])[说写打发弄记搞看]错|错了|[口手笔]误|[啊呃额诶哦]不|(?<!及时)(?:更正|订正|纠正)|勘误|等一?下|应(?:该是|为|是))(?![的地得]|[^，,。；;：:！!\n]{3})[^，,。；;：:！!\n]{0,3}[，,。：:！!…\s]*[^，,。；;\n\d]{0,8}" + _OPENS
    + r"|(?:[说写打发弄记搞看]?错|搞混)了[，,。！!…][^，,。；;\n\d]{0,12}[，,][^，,。；;\n\d]{0,6}$|不是[^，,。；;\n]{1,12}[，,][^，,。；;\n]{0,8}$"
    rf"|{_SLIP}"
    r"|\b(?:correction|make that|sorry|rather|moved|changed|extended|postponed|brought forward|rescheduled|new deadline|instead)\b[^.;\n，。一-鿿]{0,24}$",
    re.I,
)
"""What leads up to a date that replaces the one before: a verb of moving that governs it, or somebody who corrects himself."""
_SELF_CORRECTED = late(
    r"(?:(?:时间|日期|日子)?(?:不对|没对)|(?<![要别免莫勿])[说写打发弄记搞看讲报]错|错了|[口手笔]误|[啊呃额诶哦]不|(?<!及时)(?:更正|订正|纠正|勘误)|有误|等一?下)(?:了|啦|一下)?[，,。：:！!…\s]*"
    r"[^，,。；;\n\d]{0,8}?(?:请|统一|一律|务必|现|都|就|才|应该?|是|为|要|各[一-鿿]{1,4})*(?:于|在|到|至|按|以)?[“\"（(]?\s?$"
    rf"|{_SLIP}"
)
"""What only somebody says who corrects himself; the time behind it is what the one before it was."""
_DENIED = late(r"(?<!是)不是(?:之前|原来|原先|上次|先前|刚才|刚刚|上午|昨天)?(?:我)?(?:[说讲写发定]|通知)?(?:的)?[“\"]?$")
_NO_NOUN = late(r"[^，。；）)]{0,8}?的(?![，。；）)])|[^，。；）)]{0,6}?(?:出生|入职|参加|办理|注册|购买)")
"""不是28日前交的材料: which things are meant, no denial."""
_INSTEAD_OF = late(r"[^，。；;\n]{0,6}?[，,。；;\s]{0,2}(?:而?是|改|应|[一-鿿]{0,6}?(?:统一|通知|定|[延推调])[一-鿿]{0,2}?[到在至为])")
_PUT_RIGHT = late(
    r"(?:更正|订正|勘误|通知)[^。；;\n\d]{0,12}?(?:改期|延期|顺延|推迟|延后|推后|提前|调整|改)[一-鿿]{0,2}[，,：:到至为成]?\s?$|(?:^|[（(。；;\n]\s?)(?:更正|勘误|订正)[:：]\s?$"
)
"""（更正：镇里刚通知改期，8月10日至18日）: what stands in the place of the limit before it, however it is weighed by itself."""
_SELF_CORRECTION = late(r"更正|订正|纠正|勘误|[说写打发弄记搞看]错|不对|不是|为准|correct|sorry|make that|chang|[ \t]{6}", re.I)
"""What may correct a date of an earlier line, or the blanked head of a line in a record; a move belongs to the item of its own line."""
_OF_ANOTHER = late(
    r"(?:改|更正|调整|延|顺延|推迟|提前|放宽|宽限)[^，。；\d]{0,4}?[到至为在][“\"]?(?=\d{1,4}[年月日号点时:]|每|[本下]周|周[一二三四五六日]|月底|[上中下]旬)"
)
"""What is put off to a day that stands between two limits changes neither."""
_ADDITION = late(r"另外?[:：，,把将]|(?:^|[，,。；;])(?:这|那)(?:个|项|份|一?样|块)?(?:的)?(?:可以?|就|能)?(?:宽限|放宽|放|缓|延)(?:到|至)$|另报|同时|其中|首批|第[一二三四]批|分别|各自|先报|先行")
_ADDED = late(r"另增|新增|此外")
_STANDS = late(r"为准|才是")
_STRETCHED = late(r"[^，,。；;\n]{0,24}[，,、]?(?:也就?|但)?(?:最迟|最晚|至迟)(?:(?:不[得能会]?|[别莫])(?:再)?)?(?:超过|晚于|迟于|过|在|于|到)*")
"""3日前报，最迟不超过4日中午: the same limit, stretched."""
_OWN_MATTER = late(r"[把将][^，。；]{1,12}(?:送|交|报|发|填|寄)")
"""24日前把表填好，最晚28日前把盖章的送来: two matters, each with a limit of its own."""
_PUT_OFF = late(r"(?P<how>改[为到成至]|调整[为到至]|延[长期]?[到至]|顺延[到至]|推迟[到至]|提前[到至]|放宽[到至]|宽限[到至]|更正为)[“”\"]?$")
_NEXT_OF_LIST = late(
    r"[^，。；;\n]{0,14}(?:[；;。，,]?\s{0,2}\n|[；;。，,])[ —\-–·•●▪*①-⑳]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．])?\s?"
    r"(?!因|由于|经|可|能|给|也|都|就|已|请|现|再|又|则|全部|一律|统一|最终|新|原|大家|各|截)(?P<whose>[一-鿿“”（）()、\dA-Za-z]{2,24}?)(?:(?:因为?|由于)[^，,。；;\n\d]{2,16}[，,])?(?:[:：][^。；;\n]{0,20}|(?:的?[由从][^，。；;\n]{2,16})?(?:改|调整?|延长?|顺延|推迟|提前|放宽|宽限|更正)[到至为成]?[“\"]?)"
)
"""企业支部延至13日；社会组织支部延至15日: the next of a list, put off for others."""
_OLD_DAY = late(r"(?:原[一-鿿]{0,6}?|由|从)[“\"]?(?P<day>\d{1,2}(?:月\d{1,2})?[日号]|\d{1,2}[点时](?:半|\d{1,2}分)?)(?!\d)")
"""预警原定9点解除，延到明早6点: the old day or hour that is put off, where it is named."""
_SUPPOSED = late(
    r"(?:^|[，,。；;：:\s])(?:但|另外?)?(?:[如倘假]?若|如果?|要是|万一|假如|倘|确需|确有|因[^，。；;\n]{1,12}(?:需|要)|需要?|想要?|申请|要求)[^，。；;\n]{0,20}?(?:延期|顺延|推迟|延后|推后|改期|变更|调整|更改|提前)(?:整改|办理|提交|上报|完成|报送|缴费|交货|施工)?(?:的|时)?[，,][^，。；;\n\d]{0,12}$"
    r"|(?:^|[，,。；;：:\s])[^，。；;\n\d]{0,16}(?:延期|顺延|推迟|延后|推后|提前)(?:整改|办理|提交|上报|完成|报送|缴费|交货|施工)?的[，,][^，。；;\n\d]{0,12}$"
)
"""若因业务原因延后，21日10点前书面说明: what those have to do who would have it put off, who have a limit of their own."""
_OF_THE_LIMIT = late(r"时间|日期|期限|时限|截止|最[迟晚]|更正|通知|上[报交]")
_PERHAPS = late(
    r"(?:(?:^|[，。；,;\s])[^，。；]{0,6}?(?:如果?|若是?|要是|万一|假如|倘若?|遇到?|碰[到上]|赶上|逢)[^。；]{0,16}?|(?:下雨|落雨|雨天|有雨|下雪|风大|停电|天气不好|天不好)(?:的话)?[，,]?)"
    r"(?:就|则|便|再|统一|往后|向后)?(?:改|挪|推|顺|延|换|移|推迟|顺延|延期|改期)[到至在为成]$"
)
"""要是下雨就挪到后天: where it would move, which has not happened."""
_OTHERS_REASON = late(r"[^，。；;\n]{0,14}[，,；;](?P<whose>[^，,。；;\n]{2,16})[，,](?:就|也|可以|时间|期限|给他们)?(?:改|调整?|延长?|顺延|推迟|提前|放宽|宽限)[到至成]")
"""西片五个站山高路远，放宽到30日: others, why, and until when."""
_OTHER_ITEM = late(r"[^，。；;\n]{0,14}[，,；;。\n]\s?(?:[①-⑳][、和①-⑳]*|[（(]\d{1,2}[)）]|第[一二三四五六七八九\d]{1,2}[项条样个份种]|(?![^，,。；;\n]{0,8}(?:[说讲来定]|同意|领导|县[里局]|上[面级头]|通知|大家|全部|统一|实在|时间|日期|期限|最|现))[^，,。；;\n]{2,10}?)可以?(?:再)?(?:放|缓|推|延|晚|放宽|宽限)[一-鿿]{0,2}?[到至]")
"""①②今天下班前，③可缓到下周一: what may come later is another item."""
_GROUP = frozenset("片组村站所校社区企矿厂队家户院园店班")
_SAID_AGAIN = late(r"(?:也|那)就是(?!说|要|为)$")
"""三天之内要，也就是十号下午: the same limit in other words, which are the surer ones."""
_HANDED = late(r"(?:之?前)?(?:就|要|统一|再)*(?:[报交](?![到名警销道告通流])|上[报交]|[发送交报传]?给我|发我|送来)(?!了)")
_MOST_BEFORE = 4
_MISCOUNTED, _SAID_SOON, _CORRECTED_SOON = 3, 30, 60
_STANDING = frozenset({DateRole.DEADLINE, DateRole.WINDOW, DateRole.EVENT})
_OPEN = frozenset({WEIGHED_OUT, "no_duty_beside_it", "bare_span", "act_later", "further_hour", "stop_on_the_way"})


def with_corrections(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with what somebody puts right in the place of what he said before: 14日交，口误，16日; 不是14日，是16日."""
    found = list(verdicts)
    for at, v in enumerate(found):
        one = found[at - 1] if at else None
        if one and one.mention.has_day and v.mention.has_day and _is_crossed_out(one.mention, v.mention):
            if one.role in _STANDING and v.role is DateRole.NEITHER:
                found[at] = _taking_over(v, one)
            found[at - 1] = Verdict(one.mention, DateRole.NEITHER, SUPERSEDED)
            continue
        if one and at > 1 and one.role is DateRole.NEITHER and found[at - 2].role in _STANDING and _same_day(found[at - 2].mention, one.mention):
            one = found[at - 2]  # 17号交……不对，17号会计进城，16号: the day was said again, to say why not
        again = one is not None and not v.mention.has_clock and _same_day(one.mention, v.mention)
        if _is_denied(v.mention):
            found[at] = Verdict(v.mention, DateRole.NEITHER, SUPERSEDED)
            _withdraw(found, at)
        elif one and _puts_right(one, v, again):
            found[at] = _taking_over(v, one)
    return found


_DUE = (DateRole.DEADLINE, DateRole.WINDOW)


def _puts_right(one: Verdict, v: Verdict, again: bool) -> bool:
    """Whether a time that is nothing by itself takes the place of the one before it, whose day it may name `again`."""
    if v.role is not DateRole.NEITHER:
        return False
    if not again and (one.role in _STANDING or _asked(one)) and (v.reason in _OPEN or _STANDS.match(v.mention.right)) and _corrects_himself(one.mention, v.mention):
        return True
    alike = v.reason == WEIGHED_OUT and one.role in _DUE and v.mention.has_day and one.mention.is_range == v.mention.is_range
    return alike and _PUT_RIGHT.search(v.mention.left[-30:]) is not None


_WRONG_LINE = late(r"\s*(?:[✘✗✖❌×]|(?:错误?|误|原(?:文|来|定|通知|时间)?|旧|改前|更正前)[:：])")
_RIGHT_LINE = late(r"\s*(?:[✔✓√✅☑]|(?:对|正(?:确)?|现(?:改为|更正为|定)?|新|改后|更正后|应为|改[为成])[:：])")
"""✘ 18日前整改 / ✔ 16日前整改到位: a line crossed out above the one that holds."""


def _is_crossed_out(m: Mention, after: Mention) -> bool:
    begin, end = m.line
    return after.line[0] == end + 1 and _WRONG_LINE.match(m.text, begin, m.start) is not None and _RIGHT_LINE.match(m.text, end + 1, after.start) is not None


def _withdraw(found: list[Verdict], denied: int) -> None:
    """Give up the same day said shortly before a denial that another day follows, which then means what that one did."""
    m = found[denied].mention
    said = found[denied - 1] if denied else None
    if said and said.role in _STANDING and said.mention.has_day and said.mention.sentence == m.sentence and not _same_day(said.mention, m):
        for old in range(denied - 2, max(-1, denied - _MOST_BEFORE), -1):
            if found[old].role in _STANDING and _same_day(found[old].mention, m):
                found[old] = Verdict(found[old].mention, DateRole.NEITHER, SUPERSEDED)  # 截止日是26日，不是23日
    new = found[denied + 1] if denied + 1 < len(found) else None
    if new is None or not new.mention.has_day or new.mention.sentence != m.sentence:
        return
    for old in range(denied - 1, max(-1, denied - _MOST_BEFORE), -1):
        if found[old].role in _STANDING and _same_day(found[old].mention, m):
            if new.role is DateRole.NEITHER and _INSTEAD_OF.match(m.right):
                found[denied + 1] = _taking_over(new, found[old])
            found[old] = Verdict(found[old].mention, DateRole.NEITHER, SUPERSEDED)
            return


def _is_denied(m: Mention) -> bool:
    """27日交，不是25日: whether a day is named only to say that it is not the one."""
    return m.has_day and _DENIED.search(m.left[-12:]) is not None and not _NO_NOUN.match(m.right)


def _asked(v: Verdict) -> bool:
    """20号报……不对，…: nobody puts a day right that means nothing; what is handed in then is its limit."""
    return v.reason in _OPEN and v.mention.has_day and _HANDED.match(v.mention.right) is not None


def _taking_over(v: Verdict, old: Verdict) -> Verdict:
    role = DateRole.DEADLINE if old.role is DateRole.NEITHER else old.role if old.role is not DateRole.WINDOW or v.mention.is_range else DateRole.DEADLINE
    return Verdict(v.mention, role, "corrected")


def _same_day(one: Mention, other: Mention) -> bool:
    return one.time.start is not None and other.time.start is not None and one.time.start.date() == other.time.start.date()


_OFFICE_COMES = late(r"(?:[局厅委]|[省市县区镇乡][里上]|领导|上面|[查导验审评]组)$")
"""是我记错了，教育局明早八点来看: what others do on the day behind a slip is none of what was said."""


def _corrects_himself(old: Mention, m: Mention) -> bool:
    """Whether only words of somebody who corrects himself lead from one time to the other."""
    if not m.has_day or m.time.start is None or m.start - old.end > _CORRECTED_SOON:
        return False
    between = m.text[old.end : m.start].replace(old.time.said, "")
    if _OFFICE_COMES.search(between):
        return False
    return _SELF_CORRECTED.search(between) is not None and not _for_others(old, between)


def without_corrected(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The last statement wins: what a correction replaces is dropped (verdicts of one role, in text order)."""
    kept: list[Verdict] = []
    for verdict in verdicts:
        m = verdict.mention
        between = m.text[max(kept[-1].mention.end, m.start - 80) : m.start] if kept else ""
        if kept and len(between) < _SAID_SOON and _SAID_AGAIN.search(between) and _near(kept[-1].mention, m):
            first = kept[-1].mention.time.start.date() if kept[-1].mention.time.start else None
            same_day = m.time.start is not None and m.time.start.date() == first
            kept[-1] = kept[-1] if same_day and not m.has_clock else verdict
            continue
        if kept and _PERHAPS.search(between):
            continue
        if kept and _SUPPOSED.search(between):
            kept.append(verdict)
            continue
        if kept and verdict.reason not in (LISTED_TURN, SAID_LATER) and _gives_up(kept[-1].mention, between, m):
            kept.pop()
            while kept and _STANDS.match(m.text, m.end) and kept[-1].mention.sentence == m.sentence:
                kept.pop()
        kept.append(verdict)
    return kept


def _gives_up(earlier: Mention, between: str, m: Mention) -> bool:
    """Whether the words between two dates, or right behind the second, give up the first."""
    if "\n" in between and not _SELF_CORRECTION.search(between):
        return False
    if for_some(m.text, earlier.end, m) or _for_others(earlier, between) or _replaces_another(earlier, between) or _ADDITION.search(between[-20:]) or _ADDED.search(between):
        return False
    said_behind = _STANDS.match(m.text, m.end)
    stretched = _STRETCHED.fullmatch(between) and not _OWN_MATTER.match(m.right)
    return bool(said_behind or stretched or _CORRECTION.search(_OF_ANOTHER.sub("", between.replace(earlier.time.said, ""))))


def _replaces_another(earlier: Mention, between: str) -> bool:
    """Whether what is put off behind a limit names the old day it replaces, and that is not this limit."""
    old = _OLD_DAY.search(between)
    return old is not None and old["day"] not in earlier.time.said


def _for_others(earlier: Mention, between: str) -> bool:
    """Whether what is put off behind a limit is the limit of others, named in a list with it."""
    if _OTHER_ITEM.fullmatch(between):
        return True
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

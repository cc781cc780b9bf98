"""What the reader is asked for, as the set of the label contract, each with the words it was read from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.core.already_there import done_before, has_it, lies_there, long_past, only_looked_at, shown, studied
from bot.core.asking_words import ATTEND, COUNT, DATA, DIRECT, MATERIAL, ON_SITE, ONLINE, PHONE_WORDS
from bot.core.channels import Channels
from bot.core.left_to_others import anothers_act, done_by_others, left_to_another, writers_act
from bot.core.listed_fields import stands_in_field
from bot.core.models import Kind, Requirement
from bot.core.names import Span
from bot.core.negation import negated
from bot.core.wording import Words, late

R = Requirement

_HAND_IN = (
    r"报|交(?!换|通|谈|流|叉|界|警)|送|发(?!生|现|展|放|言|布|票|改|动|挥|证|热|病|扬|包|电)|传|寄|提交|上传|填|录|附|提供|完成|列(?=个|出|一)|(?:导|投)(?=[进入到])|更新|同步|标注|核对|补|备|摆|放(?=到|在|桌)|带|给|收|写|形成|撰写|制定|整理|汇总|统计|梳理|建立|准备|拿|归档|装订|摸(?:个|一下|清)?底|截止|返回|回传|[”\"」][里上]?提(?![高升前醒倡供到])|反馈|返|差|缺|谁没|好没|告诉|告知|回我|要(?!求|点|素|闻)"
    r"|send|sent|submit|hand|bring|e-?mail|provide|need|due|upload|attach|deliver|prepare|go(?:es)? to|reach|report|text|want|fill|\bby\b|@"
)
_HANDS_IN = late(_HAND_IN, re.I)
_SENTENCE_EDGE = late(r"[。！!？?；;\n]")
_ITEM = late(r"\s*(?:[（(]?[\dⅰ-ⅹ一二三四五六七八九十]{1,2}[)）、.．]|[①-⑩⑴-⑽●·•—-])")
_LISTED_BELOW = late(
    r"(?:报|交|提供|提交|准备|携带|附|送)[^。\n]{0,14}(?:以下|下列|如下|[两三四五六]样|[两三四五六]项)|(?:材料|内容|清单)[：:。]\s"
)
"""A lead that asks for the items under it (请报以下两样：（1）…)."""
_OF_EACH = late(r"\s*(?:[@＠请]\s?)*各[一-鿿]{1,12}")
_LIMIT_ALONE = late(r"[一-鿿]{0,4}?[，,：:\s]+[\d月日号周本下底晚天明今一二三四五六点时:上中午班]{2,14}之?前\s*")
"""各村低保名单，6月30日前: whose, what and by when is demand enough."""
_CLAUSE_EDGE = late(r"[，,。！!？?；;：:\n]")


_CALLED_OFF = late(
    r"取消|撤销|不[开办搞]了|散了|停办|暂停|不去[^，。；\n]{0,8}了|(?:不用|别)[^，。；\n]{0,8}[来候等](?=了|$|[，。])"
)
_TIMED = late(
    r"\d{1,2}[:点时号日]|[一二两三四五六七八九十]点|[明今后]天|[明今]早|今晚|周[一二三四五六日]|星期|每[月周]|到场|参加|开会"
)


def _called_off(text: str) -> bool:
    """Whether a gathering is withdrawn and nothing else is fixed instead."""
    clauses = re.split(r"[，,。！!；;\n]", text)
    standing = [clause for clause in clauses if not _CALLED_OFF.search(clause)]
    return len(standing) < len(clauses) and not any(_TIMED.search(clause) for clause in standing)


_REFUSED = late(r"不用|不再|先不|不[交报收]|无需|无须|不必|免[报交]|别[报发交填写]")
"""Taken back between the figure and its telling (存栏的表不用报)."""


def find_requirements(text: str, kind: Kind, channels: Channels | None = None, set_aside: set[Requirement] | None = None) -> dict[Requirement, Span]:
    """The requirements of a normalised text and where each was said.

    Chatter asks nothing, info at most a receipt. `channels` says whether a system, a link or a call is the way in.
    Into `set_aside` go those that are named and not asked for: taken back, asked about, or said of something else.
    """
    if kind is Kind.CHATTER:
        return {}
    found: dict[Requirement, Span] = {}
    if kind is Kind.INFO:
        return _direct(text, DIRECT[:1], found)
    named: dict[Requirement, list[Span]] = {requirement: [] for requirement in Requirement}
    for requirement, pattern in DIRECT:
        _first(found, requirement, _meant(text, kind, requirement, _standing(text, pattern, named[requirement]), named[requirement]))
    _first(
        found,
        R.SUBMIT_MATERIAL,
        _meant(text, kind, R.SUBMIT_MATERIAL, _handed_in(text, MATERIAL, lambda start, end: False, named[R.SUBMIT_MATERIAL]), named[R.SUBMIT_MATERIAL]),
    )
    _first(
        found,
        R.DATA_STATISTICS,
        _meant(text, kind, R.DATA_STATISTICS, _handed_in(text, DATA, lambda start, end: _given(text, start, end), named[R.DATA_STATISTICS]), named[R.DATA_STATISTICS]),
    )
    _first(found, R.DATA_STATISTICS, (span for span in _standing(text, COUNT) if not (_REFUSED.search(text, *span) or _in_passing(text, R.DATA_STATISTICS, *span))))
    _first(found, R.PHONE_REPORT, _standing(text, PHONE_WORDS))
    if channels and channels.phone_report:
        found.setdefault(R.PHONE_REPORT, channels.phone_report)
    elif channels and channels.submit_to.phones:  # whom one only rings to sign up is told nothing
        named[R.PHONE_REPORT].append((0, 0))
    online = _standing(text, ONLINE, named[R.ONLINE_SYSTEM])
    _first(found, R.ONLINE_SYSTEM, (span for span in online if not (_in_passing(text, R.ONLINE_SYSTEM, *span) or anothers_act(text, *span))))
    for key, span in channels.spans.items() if channels else ():
        if key.startswith(("systems.", "urls.")):
            found.setdefault(R.ONLINE_SYSTEM, span)
    _first(found, R.ATTEND, (span for span in _standing(text, ATTEND, named[R.ATTEND]) if not _COUNTED.match(text, span[1])))
    if kind is Kind.EVENT and not _called_off(text):
        found.setdefault(R.ATTEND, (0, 0))
    for built_on in _BUILT_ON.finditer(text):
        named[Requirement[str(built_on.lastgroup)]].append(built_on.span())
    if set_aside is not None:
        set_aside.update(requirement for requirement, spans in named.items() if spans and requirement not in found)
    return found


_BUILT_ON = late(
    r"在[^，。；\n]{0,16}?(?:(?P<SELF_INSPECTION>[自排]查|排摸)|(?P<RECTIFICATION>整改)|(?P<ON_SITE>走访|入户))[^，。；\n在]{0,12}?基础上"
)
"""在前期全面排查隐患的基础上: what was done before is built on, not asked for."""


_THINGS = frozenset({R.PHOTO, R.VIDEO, R.SUBMIT_MATERIAL, R.DATA_STATISTICS})
_PICTURES = frozenset({R.PHOTO, R.VIDEO})
_ACTS = frozenset({R.ON_SITE, R.RECTIFICATION})
_GIVEN_UP = late(
    r"交(?!通|流|接|办|会|由|换|谈|叉|警)|(?<![通申海])报(?!名|告|到|警|销|备|刊)|发(?!生|现|展|放|言|布|票|证|工|红|号|车|服|胸|出|改|动|热|脚|灯|渠)|反馈|回[复覆传]|给(?!各|大家|孩)|补(?!贴|助|训|考)|(?<![推护])送(?!医|考)|传(?!达|承|统|销)|提供|投(?=[入进到])|[携随请]?带(?!队|班)|填|收[齐取]|备(?!案|注)|摆到|放(?:桌|到)|打印|\b(?:send|sent|submit|hand|bring|e-?mail|upload|due|by|to)\b|@",
    re.I,
)
_BIDDEN = late(r"请|务必|必须|须|要求|一律|各[一-鿿]|每[村户组人]|你们|\b(?:please|must|each|every)\b", re.I)


def _meant(text: str, kind: Kind, requirement: Requirement, spans: Iterator[Span], set_aside: list[Span]) -> Iterator[Span]:
    """In an invitation only what is handed over or bidden in its own words: the rest is what the gathering is about."""
    for start, end in spans:
        if _not_this(text, requirement, start, end) or _in_passing(text, requirement, start, end):
            set_aside.append((start, end))
            continue
        if kind is Kind.EVENT and requirement in _THINGS | _ACTS:
            clauses = (
                _CLAUSE_EDGE.split(text[max(0, start - 40) : start])[-1],
                *_CLAUSE_EDGE.split(text[start : end + 50])[:4],
            )
            if not (_GIVEN_UP if requirement in _THINGS else _BIDDEN).search(
                "，".join(clauses[: 5 if requirement in _THINGS else 2])
            ):
                set_aside.append((start, end))
                continue
        yield start, end


def asked_for(text: str, requirement: Requirement, start: int, end: int, due: bool = False) -> bool:
    """Whether a thing of this sort, named at [start, end) of a task, is asked for: not taken back, not another's, not there already.

    Words with a limit of their own (`due`) need not say that anything is handed in.
    """
    if _taken_back(text, start, end) or left_to_another(text, end) or done_before(text, start, end) or _asked_back(text, end):
        return False
    if _not_this(text, requirement, start, end) or _in_passing(text, requirement, start, end):
        return False
    return requirement in _PICTURES or (not _given(text, start, end) and (due or _hands_in_near(text, start, end)))


def _first(found: dict[Requirement, Span], requirement: Requirement, spans: Iterator[Span]) -> None:
    span = next(spans, None)
    if span:
        found.setdefault(requirement, span)


def _direct(
    text: str, families: tuple[tuple[Requirement, Words], ...], found: dict[Requirement, Span]
) -> dict[Requirement, Span]:
    for requirement, pattern in families:
        _first(found, requirement, _standing(text, pattern))
    return found


_NIL = dict(DIRECT)[R.NIL_REPORT]
_OWN_ROUNDS = (ON_SITE, dict(DIRECT)[R.PUBLICITY])


def _standing(text: str, pattern: Words, set_aside: list[Span] | None = None) -> Iterator[Span]:
    """Matches that no negation takes back; those that one does go into `set_aside`."""
    for match in pattern.finditer(text):
        if pattern in _OWN_ROUNDS and done_by_others(text, match.start()):
            continue
        if left_to_another(text, match.end()):
            continue
        if pattern is not COUNT and done_before(text, *match.span()):
            continue
        denied = not (pattern is _NIL and match[0].isascii()) and _taken_back(text, *match.span())  # "no guests? type 0" denies the guests alone
        if not denied and not _asked_back(text, match.end()):
            yield match.span()
        elif set_aside is not None:
            set_aside.append(match.span())


_INTO_GROUP = late(r"[^，。；;\n]{0,14}(?:加入?|进入?|入)[^，。；;\n]{0,14}群|[^，。；;\n]{0,8}入群")
_GROUP_CODE = late(r"(?:加入?|进入?|入)[^，。；;\n]{0,14}群聊?[（(]$")
_ONLY_KNOWN = late(r"知晓|了解|熟悉|介绍|解读|宣讲")
_LED_OUT = late(r"(?:流程|手续|程序|步骤?)(?:已经?|都|全部?|均|没|未)*$")
_MEETING_ON = late(r"[^，。；;：:\n]{0,6}(?:培训|推进|部署|动员|调度|视频|座谈|专题)会(?!后|上)")
_MEETING_PLACE = late(r"(?:会议|考试|活动|招聘会?|比赛|竞赛|演练|培训|招标|开标|观摩)现场$")
_LOOKED_INTO = late(
    r"(?:[省市县区镇上][^，。；;\n请各要]{0,8}(?:将|拟|要?来)(?!由)|(?:到|来)我[镇县村街区]|我(?:局|办|站|所)将)[^，。；;\n请各要须]{0,8}$"
)
"""县应急局到我镇排查: others come to look."""
_OF_SPIRIT = late(r"[一-鿿]{0,6}(?:精神|专题|讲话)")
_PURPOSE_LEFT = late(r"(?:^|[。；;：:！!\n\s、，.．)）])为了?[^，。；\n]{0,24}$")
_PURPOSE_RIGHT = late(r"[^，。；;\n]{0,10}[，,]")
_HURRIED = late(r"(?:加快|推进|抓紧|赶|促|跟踪|把握)[^，。；;\n]{0,10}$")
_CARRIED_OUT = late(r"[^，。；;\n]{0,20}基础[上下]")


def _in_passing(text: str, requirement: Requirement, start: int, end: int) -> bool:
    """Whether the words are said of something else: a code to join a group by, what a meeting was about, what a notice is for."""
    if requirement is R.ONLINE_SYSTEM:
        into_group = re.match(r"扫", text[start:end]) and (_INTO_GROUP.match(text, end) or _GROUP_CODE.search(text, max(0, start - 24), start))
        return bool(into_group or _ONLY_KNOWN.search(text, start, end))
    if requirement in (R.SELF_INSPECTION, R.RECTIFICATION, R.PUBLICITY) and _MEETING_ON.match(text, end):
        return True
    if requirement is R.ON_SITE and _MEETING_PLACE.search(text, start, end):
        return True
    if requirement is R.ON_SITE and text[end - 1] == "趟" and _ERRAND.match(text, end) and not _HOMES.search(text, max(0, start - 10), start):
        return True
    if requirement is R.ON_SITE and text.startswith("走完", start):
        return _LED_OUT.search(text, max(0, start - 10), start) is not None
    if requirement is R.SELF_INSPECTION:
        return bool(_CARRIED_OUT.match(text, end) or _LOOKED_INTO.search(text, max(0, start - 24), start))
    if requirement is R.REPLY_RECEIPT:
        return _OF_SPIRIT.match(text, end) is not None
    if requirement in (R.DATA_STATISTICS, R.SUBMIT_MATERIAL):
        purpose = _PURPOSE_RIGHT.match(text, end) and _PURPOSE_LEFT.search(text, max(0, start - 30), start)
        return bool(purpose or (text.endswith("进度", start, end) and _HURRIED.search(text, max(0, start - 16), start)))
    return False


_HOMES = late(r"户|[家田塘棚店]|现场|点位|每|挨")
_ERRAND = late(r"[^，。；！\n]{0,8}?(?:领(?!导)|办(?!公)|[拿取换签缴交送])")
"""来镇里跑一趟领表: an errand, and nobody's house is gone to."""
_THE_REST = late(r"[^。！\n]{0,24}(?:其余|其他|剩下|没交|未交|没报|还没|未报)[^。！\n]{0,24}(?:补|交|报|送|发)")


_HAND_IN_PAST = late(r"[^，。；;！!？?\n]{0,8}已(?:经|被|由|全部)?[^，。；;！!？?\n]{0,4}(?:发(?!现)|传|报|交|收|存)")
_THAT_WERE = late(r"[存传发收留拷晒登印看]过(?:的|[^，。；;\n]{0,6}的|[一-鿿]{0,4})$|(?:网传|网上流传|流传的?)[^，。；;\n]{0,18}$")
"""微信里传过的图片: pictures that are looked into, and not handed in."""
_DONE_WITH = late(r"(?:已经?)?(?:公示|印发|批|审|通过|下发|出台)(?:完|过|下来|好|出来)?了(?!再|后|就|的|以后|之后)")
"""方案公示完了: a paper that is out."""
_COUNTED = late(r"的?(?:老人|人|户|干部|群众|党员)?(?:有|是|共)?(?:几|多少)[一-鿿]")
"""能到会的有几位: who is counted, not who is bidden."""
_OF_PAPERS = late(r"(?:名单|台账|[表册稿]|数据|精神|资料|材料|事情?|流程)[^，。；;！!？?\n]{0,6}$")


_BARE_FORWARD = 4
"""转完, 转到位: as short as this it may as well be people that are moved."""
_OF_OTHERS = frozenset(
    {R.PHOTO, R.VIDEO, R.SEAL, R.SIGN, R.PAPER_COPY, R.ELECTRONIC_COPY, R.SELF_INSPECTION, R.RECTIFICATION, R.PUBLICITY, R.ON_SITE, R.ONLINE_SYSTEM}
)
"""What others may be said to do too, or what may come with a notice."""
_PAPERS = frozenset({R.SUBMIT_MATERIAL, R.DATA_STATISTICS})
_COPIES = frozenset({R.PHOTO, R.VIDEO, R.PAPER_COPY, R.ELECTRONIC_COPY})
_PASSED_ON = late(r"转发|群|朋友圈|链接|海报|视频|短片|推文|文章|消息|提示|倡议|公众号|通告")


def _not_this(text: str, requirement: Requirement, start: int, end: int) -> bool:
    """Whether pictures are there already (照片已经发到网上) or papers are only gone through (名单过一遍)."""
    if requirement in _OF_OTHERS and (anothers_act(text, start, end) or writers_act(text, start, end) or long_past(text, start, end) or shown(text, start, end)):
        return True
    if requirement in _COPIES and lies_there(text, start, end):
        return True
    if requirement in _PAPERS and has_it(text, end):
        return True
    if requirement is R.SUBMIT_MATERIAL and (_DONE_WITH.match(text, end) or studied(text, start, end)):
        return True
    if requirement is R.PUBLICITY and text.startswith("转", start) and end - start < _BARE_FORWARD:
        return not _PASSED_ON.search(text, max(0, start - 80), start)
    if requirement in _PICTURES:
        return bool(_HAND_IN_PAST.match(text, end) or only_looked_at(text, start, end) or _THAT_WERE.search(text, max(0, start - 22), start))
    if requirement in _THINGS and _HAND_IN_PAST.match(text, end) and not _THE_REST.match(text, end):
        return True
    if requirement in (R.ON_SITE, R.ATTEND) and _COUNTED.match(text, end):
        return True
    return requirement is R.SELF_INSPECTION and text[end - 1] in "遍轮" and bool(_OF_PAPERS.search(text, max(0, start - 12), start + 1))


def _taken_back(text: str, start: int, end: int) -> bool:
    """Negated, unless only those are let off who have handed in already (已交的不用再交，其余的补交)."""
    if _OR_NOT_BEFORE.search(text, max(0, start - 4), start) and _ANSWERED_YES.match(text, end):
        return False
    return negated(text, start, end) and not _THE_REST.match(text, end)


_ASKED_BACK = late(
    r"(?![^，。；;！!？\n]{0,8}(?:谁没|没[交报填录]|好没)|[^，。；;！!\n]{0,8}(?:能[^，。；;！!\n]{0,4}(?:发|给|交|报|有|看到|好)|[发给交报]我))[^，。；;！!\n]{0,10}(?:吗|么[，。？?\n]|[?？])"
)


_OR_NOT_BEFORE = late(r"(?:要不要|用不用|需不需要|该不该)[^，。；\n]{0,1}$")
_WHEN_OR_WHERE = late(r"[^，。；;！!？?\n]{0,8}(?:哪[天里儿]|几[号点份张]|何时|什么时候|啥时|多[少长大]|怎么|给谁|交谁)")
_ANSWERED_YES = late(r"[^。；;！!？?\n]{0,12}[?？]\s{0,2}(?:答[:：])?\s?(?:要(?!是)|对|是的|得(?!看)|需要|必须|[用盖签拍填报发交][，,。])")
_YES_OR_NO = late(r"不\s?(?=[\n？?]|$)")


def _asked_back(text: str, end: int) -> bool:
    """Whether the words stand in a question (纸的要吗) that does not take them for granted (报告哪天要) and is not answered with yes."""
    if _YES_OR_NO.match(text, end):
        return not _ANSWERED_YES.match(text, end)
    return bool(_ASKED_BACK.match(text, end)) and not (_WHEN_OR_WHERE.match(text, end) or _ANSWERED_YES.match(text, end))


def _handed_in(text: str, pattern: Words, given: Callable[[int, int], bool], set_aside: list[Span]) -> Iterator[Span]:
    """Standing matches in a sentence that also hands something in, and that are not given to the reader."""
    for start, end in _standing(text, pattern, set_aside):
        if not given(start, end) and _hands_in_near(text, start, end):
            yield start, end


_SHORT_LINE = 44
_DATED_LINE = late(r"(?:[—─…·:：|｜‖\s●]{1,8}|^)(?:今天\d{1,2}[点时]|\d{1,2}[月./]\d{1,2}[日号]?|\d{1,2}[日号]|(?:下?周|星期)[一二三四五六日天])(?:[（(][^）)\n]{1,4}[）)])?(?:\s?\d{1,2}[:：]\d{2}|[上下]午|前|之前)?\s{0,2}(?:$|[—|｜‖●\s　])")
"""A line of a calendar or a list that sets a thing beside its day (慰问小结 ‖ 8月8日)."""
_THEIR_OWN = late(r"○|我[局办站所中们]|(?:财务|资金|人事)部自己|不用|免|无需|已|下发|印发|公布|公示")


def _hands_in_near(text: str, start: int, end: int) -> bool:
    before = _SENTENCE_EDGE.split(text[max(0, start - 60) : start])[-1]
    after = _SENTENCE_EDGE.split(text[end : end + 80])[0]
    if _HANDS_IN.search(after) or _HANDS_IN.search(before) or _HANDS_IN.search(text[start:end]):
        return True
    if _ITEM.match(before) and _LISTED_BELOW.search(text, max(0, start - 260), start):
        return True
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + len(text) + 1) % (len(text) + 1)]
    if len(line) <= _SHORT_LINE and _DATED_LINE.search(line) and not _THEIR_OWN.search(line):
        return True
    return stands_in_field(text, start) or bool(_OF_EACH.fullmatch(before) and _LIMIT_ALONE.fullmatch(after))


_HANDED_OUT = late(
    r"(?:[^，。；;\n]{0,6}?)(?:我|昨[天晚日]?|前[天晚]|刚才?|已经?|早就|今早|上午|上周)[^，。；;\n\s请须各]{0,8}?(?:贴|挂|放|传|发|丢|公布|公示|上传|做好|打好|印好|理好)(?:在|到|进|至|了|给(?:各|大家|你们)|(?=[，。；;\n]|$))"
    r"|[^，。；;\n]{0,4}(?:贴|挂|放|传|发)(?:到|在|给|进)了"
    r"|(?:就|都|已经?)?(?:贴|挂|放|存)在[^，。；;\n]{1,12}(?=[，。；;\n]|$)"
)
"""名单我昨天贴在墙上了, 明细放在前台: it is there already."""


_SENT_OFF = late(r"(?:送|报|交|发)(?!现)")
_SENT_ROUND = late(r"[^，。；;\n]{0,4}(?:私|下|转)?发(?:给|到|至)?(?:各|大家|你们|诸位)[^，。；;\n]{0,4}了")
"""名单私发各村了: the reader has it."""


def _given(text: str, start: int, end: int) -> bool:
    """Whether the list or the figures come from the issuer (名单见附件, 对照清单, 问题清单已交办)."""
    before = text[max(0, start - 8) : start]
    after = text[end : end + 10]
    if re.search(
        r"(?:看|见|按|参照|依据|根据|执行|贯彻|对照|《)[^，。；;\n《]{0,4}《[^》\n]{0,40}$",
        text[max(0, start - 46) : start],
    ):
        return True
    if text.endswith("计划表", start, end) and re.search(r"填[^，。；;\n]{0,8}$", text[max(0, start - 10) : start]):
        return True
    return bool(
        _SENT_ROUND.match(text, end)
        or (before.endswith("对照") and not _SENT_OFF.match(after))
        or (_HANDED_OUT.match(text, end) and not re.search(r"[把将请][^，。；;\n]{0,10}$", before))
        or re.search(
            r"附件?[一二三四五\d]?(?:为|是|系)[^，。；;\n]{0,10}$|已经?(?:统一|全部|提前)?[造做列建编排印定理][好出了]$|(?:按照|(?<=[^\u4e00-\u9fff])看|自己看|拿着|手里的|根据|依据|下发的|下发|已将|详见|附件)[^，。；;\n]{0,3}$|对照[^，。；;\n]{1,8}$",
            before,
        )
        or re.match(
            r"(?:[^，。；;\n]{0,3})(?:留存|备查|存档|见附件|附后|见群|在群文件|已下发|已印发|已于|已发|公布|我?已?发(?:在|到)?群)",
            after,
        )
    )

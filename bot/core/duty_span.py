"""From when until when a duty comes back, where the text gives a day for it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from bot.core.deadlines import day_and_time
from bot.core.limits import opens_another
from bot.core.mentions import Mention
from bot.core.models import Grain, TimeKind
from bot.core.neither import is_festival
from bot.core.reasons import ANOTHERS, PAST, SUPERSEDED, UNANCHORED
from bot.core.roles import COARSE, HAND_IN, DateRole, Verdict
from bot.core.times.edges import add_months
from bot.core.times.numbers import number
from bot.core.unanchored import lies_behind
from bot.core.wording import late
from bot.core.workdays import Calendar

Bounds = tuple[date | None, date | None]

NO_PART = frozenset({"opening_hours", "length", "title_or_head", "signing_date", "citation"})
"""Reasons of a mention that can say nothing of a duty."""
_NO_BOUND = frozenset({"exempt", SUPERSEDED, "same_day", "consequence", PAST, "base_date", "weather", ANOTHERS, UNANCHORED})
_UNTIL_LEFT = late(r"(?<!签)(?<!租)(?<!聘)(?<!顺延)(?<!推迟)(?<!延期)(?<!提前)(?<!改)(?<!调整)(?<![往后推]放)(?<![放挪移并合归留拖推换错]到)(?<![挪移并合归留拖推换错])(?:报到|持续到|执行到|一直到|直到|延[长续]?[到至]|坚持到|到|至|截止到?|(?:到|至)[^，。；]{1,8}(?:结束|为止|止)[（(]|ending(?: on)?|until|till|through)[:： ]*$", re.I)
_UNTIL_RIGHT = late(r"^(?:日)?(?:[出退]汛|出伏|结束|结[课训业营班]|为止|止|截止|收官|收尾|收[摊工]|关张|截尾|结尾|落幕|收[测报]|收(?=[，。；）)\s]|$)|(?:(?!最后|[首第])[^，。；\n\d]){0,8}?(?:为止|即止|终止|完止|完(?:拉倒|了事|算数|收工|就完|就结束))|停止|停(?:报|办|用|测|了)?(?=[，。；）)\s]|$)|[之以]?后(?:就|即|便)?(?:不用|不必|无需|不再|不|停止?)(?:再|另)?(?:报|填|交|送|测|巡|打卡|上传)(?=[，。；）)\s]|$))|^[^，。；]{0,10}最后一[次回期报讲课堂节站班天趟]|^[^，。；]{0,4}(?:就|即|便)(?:结束|停)")
_THEN_COMES_BACK = late(r"[，,](?:请?各[一-鿿]{1,4}|请)?(?:必须|务必|坚持|都要?)?每(?:天|日|周|月|个)")
"""12月15日前，每天17时前报送: the limit that opens a sentence right before the rule is when the duty ends."""
_SHIFTED = late(r"(?:提前|顺延|推迟|延后)(?:到|至)?$")
"""遇节假日提前到前一个工作日: where one date moves to."""
_FROM_LEFT = late(r"(?:从|自|由|(?:首|第一)[次期报批轮](?:[一-鿿]{0,6}(?:时间|日期|期限))?[在为是于:：从]*|starting|from|beginning)(?: on)? ?$", re.I)
_FROM_RIGHT = late(r"^(?:[入进]汛|开张|开(?=[、，,])|进入[^，。；]{1,6}期|开汛|入伏|入[冬夏]|[看测记报填查巡抄拍打做交送]?起|(?:正式)?(?:开始|启用|启动|开头|开[测报])|始|onwards|[^，。；]{0,6}(?:那|当)一?[天日周次回期轮](?:[报交做]|算)?(?:起|开始|接上|接着))")
_NO_VALUE = r"(?!(?:时间|日期|期限)?[为是在于:：])"
"""首次：4月20日  末次：6月29日: a label with a day of its own says nothing of the day before it."""
_FIRST_LEFT = late(r"(?:首|第一|头一?)(?:[次期报轮回篇场][^，。；\d]{0,6}|批[一-鿿]{0,2}(?:时间|日期)?[是为在于:：]?)$|\b(?:starts?|starting|start date|first day)[:：] ?$|(?:开[班营课讲报训]|开始)(?:时间|日期)?[是为在于:：]?$|\bfirst (?:one|time|report|return|round|reading|issue|session|batch)?(?: (?:being|is|falls|due))*(?: on)?:? ?$", re.I)
_FIRST_RIGHT = late(rf"^(?:[^，。；\d第首]{{0,3}}(?:第一|头一|首)[次期回报篇轮批场]{_NO_VALUE}|(?:[^，。；\d]{{0,10}}?[班课营])?开[班营课讲报训]|打头|起头|那一?[次回期轮](?:[报交做]|算)?(?:起|开始|接上|接着)|(?:is|being|as) the first)", re.I)
_LAST_LEFT = late(r"\b(?:ends?|end date|last day)[:：] ?$|(?:最后一?|末尾?一?)[次期回报批轮篇场][^，。；\d]{0,4}$|(?:结[业束营]|收官|收尾)(?:时间|日期)?[是为在于:：]?$|(?:试行|执行|实行|实施|一直[^，。；\d]{0,3})[到至]$|(?:^|[，,。；;\n])[^，。；;\d\n]{0,6}[做报录记查巡搞干填测值打][到至]$|\b(?:this|it) runs (?:until|till|through|to) $|\blast (?:(?:one|time|report|return|round|reading|issue|session|batch)(?: (?:being|is|falls|due))*|being|is|falls|due)(?: on)?:? ?$|\b(?:this|it|the (?:duty|exercise|arrangement|scheme)|reporting|readings?) (?:stops?|ends?|finishes|lapses)(?: (?:after|on|with))? ?$", re.I)
_LAST_RIGHT = late(rf"^[^，。；\d最]{{0,3}}(?:最后一|末)[次期回报篇轮批场]{_NO_VALUE}|^(?:结业|收官|收尾|闭营)")
"""首期11月11日, 5月24日算头一期, 最后一次是12月25日: days by their place among those of the duty."""
_THEN_REGULARLY = late(r"[^。\n]{0,24}?[，,；;。]\s?(?:从?此后|之后|以后|往后|随后|其后|后续|今后|然后|再往后|转入|转为)")
"""第一次10月10日前发齐；此后每月8日前更新: the whole is asked for once before the rhythm sets in."""
_COUNTED_WITHIN = 40
"""How far before a day the words for its place among those of the duty may begin."""
_RULE_BEGINS = late(r"^(?:开始)?(?:起)?(?:执行|实行|施行|试行|照此|按此|这么报|这样报)(?:办理|执行|报送)?(?=[，。；\s]|$)")
"""5月1日起执行: a sentence that opens with it says when the duty named before it begins."""
_ENDS_IN_BRACKET = late(r"(?:到|至)[^，。；\d（(]{1,10}(?:[（(]|[，,]?(?:也就?是|就是|即)说?)$")
"""到放假前一天（1月23日）, 到放假前一天也就是1月23日: the day given for what is said to be the end."""
_OPENED, _SHUT = r"(?:正式)?(?:开[秤镰园馆市渔捕榨播采闸工幕]|启[用动]|进入|投用|上线)", r"(?:正式)?(?:关闭|收[秤镰园馆市渔捕榨播采闸工]|闭[园馆市闸幕]|停[用榨渔采捕]|结束|撤[销除]|下线)"
_OPENED_TILL = late(rf"{_OPENED}[、，,；;]?(?:到|至)?(?:次年|翌年)?(?:\d{{1,2}}月)?\d{{1,2}}[日号]{_SHUT}(?=[，。；,、\s]|$)")
_OPENED_BEFORE, _SHUT_THEN = late(rf"{_OPENED}[、，,；;]?(?:到|至)?"), late(rf"{_SHUT}(?=[，。；,、\s]|$)")
"""9月1日开秤、10月20日收秤: what opens on one day and shuts on another."""
_STATISTICS = late(r"(?:统计|数据|报表|考核|结算)的?(?:时段|周期|期间|区间|口径|范围)(?:为|是|:|：|从|自)?[^，。；\n]{0,14}$|统计(?:从|自)?$")
"""统计周期为每周五0时至次周四24时: what a report is about, not when it is due."""
_DAYS_IN_PASSING = late(r"[^，。；\n]{0,4}?(?:也[要得须]|照[报常旧发交]|同样|暂停|除外|不[报用停交]|放假|休|为一[周期个])|等|[^，。；\n]{0,3}[两三]?天?(?:加报|另报|多报)|[）)]?的?(?:用工|[一-鿿]{0,4})(?:数|量|数据|情况)(?=[，。；\n]|$)")
"""元旦1月1日至3日也要报: some days of a rhythm, not all of them."""
_BEHIND_A_DAY = late(r"[日号天时点一二三四五六\d]\s?(?:[-—~]{1,2}|[到至])\Z")
"""The last day of a span, behind its first: 写到6月24日放假 has but one."""
_GIVEN_UP = late(r"(?:前|止)?[，,]?(?:延[长期后]?|推迟|顺延|提前|改|调整|变更)[一-鿿]{0,2}?[到至为成]")
"""由11月15日延长到11月30日: the end that no longer holds."""
_TO_NOW = late(r"(?:到|至)(?:今天?|今日|昨[天日]|目前|现在|上周|上个?月[底末]?)$")
"""7月1日到今天每天报的那份表停了: what lies behind when the notice is written."""
_NOTED = late(r"(?:表|名单|安排|台账|方案|计划|公示|假期)[（(]$")
"""A bracket behind a paper says what period the paper is for, not when the duty runs."""
_FROM_NOW = late(r"(?:从|自)?(?:即[日刻]|今后|现在)")
"""From now on, no day said: a bound only where the text also says until when."""
_ENDS_SOMETHING = late(r"[，,]?[^，。；]{0,4}?(?:不(?!得|要|能|准)|取消|停(?!止报)|免)")
"""明年起不再另行通知: something else begins or ends then."""
_NO_DAYS = late(r"(?:周|星期|礼拜)[一二三四五六日天](?:至|到|[-—~]{1,2})(?:周|星期|礼拜)?[一二三四五六日天]$|(?:mon|tue|wed|thu|fri)[a-z]*\s?(?:to|through|-|–)\s?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$|双休|周末|weekends?|节假日|[上下前后]半[年月]|[上中下]旬|[上下][一1]?个?(?:周|星期|月)(?![一二三四五六日天\d])", re.I)
"""Days off, days of any week, and what a report is about: no bounds."""
_EDGE_OF_MONTH = late(r"(?:[本每当]?个?月)?月?[初中底末]")
"""月中、月底两报: what is reported, unless it is said to be the end."""
_LAST_TIME = late(r"份?(?:那|最后)一?[次期回]?[^，。；]{0,5}(?:为止|结束|止|收官|最后)")
"""12月那次报完为止."""
_MONTHS_RUN = late(r"月[^月]{0,6}[到至\-—~][^月]{0,4}月")
"""7月开始到12月."""
_UNTIL_SAID = late(r"(?:一?直)?[到至]|until|till", re.I)
_PAUSE = late(
    r"[）)]?[，,]?(?:[这那]?(?:期间|几天|些天|段时间|一?(?:周|星期)|[一-鿿]{0,4}(?<!期)(?:假|检修|考试|停[工产课业])(?:期间?)?))?[，,]?(?:都|就|则|均|也|一律|暂时?|可以?)*"
    r"(?:(?P<off>不(?:用|必|需要?|要|再)?(?:[报交填发送查测巡记做打收排]|上[报传])|[免停暂][报交填测记]|暂停|停[一1][次回]|跳过|空过|除外)|休息|放假|顺延|提前|推迟)"
)
"""大年三十到初三不报, 国庆那一周（9月28日至10月4日）免填: days the duty leaves out."""
_IN_FORCE_LEFT = late(r"(?:本|此|上述|以上|新)(?:项|套)?(?:管理)?(?:办法|制度|规定|补充规定|通知|安排|要求|细则|规则|规程|方案|流程|机制|约定|公约)(?:从|自|于|由)$")
_IN_FORCE = late(r"(?:起|开始)?(?:正式)?(?:施行|执行|实行|试行|生效|启用)")
"""本办法自5月6日起施行: since when the duties of the same paper hold, wherever it says so."""
_GUESSED = late(r"(?:估计|预计|大约|大概|约|暂估|估摸)(?:在|到|是)?$")
"""主汛期过了（估计9月中旬）: a guess is no bound."""
_RESUMES = late(r"[，,]?(?:全面|陆续)?恢复(?![，,][^，。；\n]{0,4}[到至]|报|填|上报|日报|每|老|原|旧|[^，。；\n]{0,6}[，,]每)")
"""9日起恢复正常施工: what begins then is no duty."""
_AFTER_PAUSE, _GOES_ON_AS_BEFORE = late(r"(?:不(?:用|必|需要?)?[报交填发送做记打]|[免停暂][报交填测记]|暂停|停[一1][次回]|跳过|空过|除外|休息|放假)[^，。；\n]{0,4}[，,；;。]?\s*[从自]?$"), late(r"(?:起|开始)?[，,]?(?:一切|都|还|还是|仍|再)?(?:照[旧常原报交]|恢复|继续|接着)")
"""12月5日免报，6日起照旧: the day after a pause begins nothing."""
_LEFT_OUT_LEFT = late(r"\b(?:during|over|except(?: for)?|excluding|apart from|not on)(?: the| all of)?[ (]*$", re.I)
_LEFT_OUT_RIGHT = late(r"\)?,? ?(?:no [a-z]+(?: [a-z]+)? (?:is|are) (?:expected|needed|required|due|collected)|nothing is (?:due|expected|required)|(?:is|are) (?:excluded|exempt|skipped|left out)|we (?:pause|skip)|excepted)\b", re.I)
"""During the break (1-7 October) no figures are expected: days that the duty leaves out."""
_INSTEAD = late(r"(?:就|都|可以?)?不(?:用|必|再)(?:再|要)?(?:天天|每[天日晚周月]|一天)[^，。；\n]{0,10}[，,][^，。；\n]{0,4}(?:改|换|只|减|[一两]周|每)")
"""从今天起到10月31日不用天天报，改成一周一回: the span is that of the rhythm in its place."""
_LASTING = late(r"(?:(?:连续?|持续|为期|共|坚持|一连|试行?|暂定)[一-鿿]{0,3}?|(?<!日)(?<!周)(?<!月)报满?)(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?P<u>天|周|星期|礼拜|月|日(?![前报之以]))")
_SPAN_OF_DUTY = late(r"(?:先|暂时?|均|都|期间|一律)*(?:试行|执行|实行|实施|施行|按此|照此|这样|有效)?[。；，,\n ]*\Z")
_NAMED = late(r"[一-鿿]{0,8}(?:期|期间|时间|阶段|季|时段)?(?:为|是|从|自|:|：)?\Z")
_GOES_ON = late(
    r"(?:[日周旬月]报(?![社纸刊])|零报告|报送|上报|值守|值班|打卡|监测|巡查|签到|测温)[^。；\n]{0,40}?"
    r"(?:延[长续期]?|继续|坚持|(?:原|结束|收)[^。；\n]{0,40}?(?:延后|顺延|推迟))[到至]$"
)
"""日报原定10月31日收摊，…延到11月20日。: what goes on until then is the duty the next sentence tells."""
_BRACKET_REACH = 200
_ITSELF_COUNTED, _OF_A_NOUN = late(r"[次翌隔前昨当]|第二天"), late(r"的(?!每)")
"""报次日起的用餐份数: what is reported, not since when."""
_REACH = 60
"""How far from the sentence of a duty another one may say how long it runs."""


_DAY_OFF = late(
    r"[）)]?(?:因[^，。；\n]{1,8}?)?(?:当[天日月周]|[这那]?一?(?:[次期周天回个]|个?月)|的)?(?:的?[周月旬日]报|因[^，。；\n]{1,8}?)?(?:都|就|则|均|也|一律|暂时?|可以?|例外)*[，,]?"
    r"(?:不(?:用|必|需要?|要|再)?(?:[报交填发送查测巡记做打收排]|上[报传])|(?:[一-鿿]{1,4}[会节假试赛动练])?(?:[免停][报交填测记]|停[一1][次回])|暂停|暂[报交填测记]|跳过|空过|除外)(?!的)"
)
"""12月9日那次不用报, 12月10日运动会停报一次, 2月停一次: a day or a month the duty leaves out; 12月9日不报的 names people."""


_BEGUN = late(r"(?:[开起][报填测记交查]|开始|起)[，,、；;]\s?$")
"""11月10日开报，12月31日停报: what stops for good, since it has just begun."""


_AND_DAY = r"[、和及与](?:\d{1,2}月)?\d{1,2}[日号]"
_AMONG_STOPS = late(rf"(?:{_AND_DAY}){{0,4}}(?:[两三四]?[天次回]|这几[天次回]|都|均|各)*停(?=[，,。；;\s]|$)")
_BESIDE_ANOTHER = late(rf"[日号]{_AND_DAY}")


def _one_of_days_off(m: Mention) -> bool:
    """5月2日和9日停: several days on which it stops; of one alone, 12月31日停, it stops for good."""
    stops = _AMONG_STOPS.match(m.text, m.end)
    return stops is not None and _BESIDE_ANOTHER.search(m.text, max(m.start - 2, 0), stops.end()) is not None


def is_left_out(m: Mention) -> bool:
    """Whether a day or a span of days is said to fall out of a duty: 五一那几天（5月1日至5日）停报."""
    if m.time.kind is TimeKind.SET or m.time.before:
        return False
    pause = _PAUSE.match(m.right) if m.is_range else None
    one = m.time.grain in (Grain.DAY, Grain.MONTH) and _DAY_OFF.match(m.right) and not _BEGUN.search(m.sentence_left[-24:])
    return bool(one) or _one_of_days_off(m) or (pause is not None and pause["off"] is not None)


def in_brackets(m: Mention, other: Mention) -> bool:
    """Whether a later mention stands in a bracket behind the rule: an exception for one of its dates."""
    between = m.text[m.end : other.start] if 0 <= other.start - m.end < _BRACKET_REACH else ""
    return between.count("（") + between.count("(") > between.count("）") + between.count(")")


def _counted(m: Mention) -> str | None:
    """Whether a day is said to be the first or the last one of a duty: "start", "until", or None."""
    left = m.left[-_COUNTED_WITHIN:]
    if _LAST_LEFT.search(left) or _LAST_RIGHT.match(m.right):
        return "until"
    return "start" if _FIRST_LEFT.search(left) or _FIRST_RIGHT.match(m.right) else None


def is_first(m: Mention) -> bool:
    """Whether a day is said to be the first one of a duty: 第一次8月14日."""
    return _counted(m) == "start"


def _bound_to(m: Mention) -> str | None:
    """Whether a day mention begins or ends a duty: "start", "until", or None."""
    if re.match(r"[当同次][日天晚]", m.time.said) or _GIVEN_UP.match(m.right) or (m.time.before and not m.time.said.endswith("止") and _THEN_REGULARLY.match(m.text, m.end)):
        return None
    if said := _counted(m):
        return said
    if _OPENED_TILL.match(m.text, m.end):
        return "start"
    if _SHUT_THEN.match(m.right) and _OPENED_BEFORE.fullmatch(m.left[-10:]):
        return "until"
    if m.time.before and _THEN_COMES_BACK.match(m.text, m.end) and not re.search(HAND_IN, m.sentence_left[-40:]):
        return "until"
    if _UNTIL_LEFT.search(m.left[-12:]) or _ENDS_IN_BRACKET.search(m.text[max(0, m.start - 14) : m.start]) or _UNTIL_RIGHT.match(m.right) or re.search(r"(?:为止|止|结束)$", m.time.said):
        return "until"
    if _IN_FORCE_LEFT.search(m.left[-12:]) and _IN_FORCE.match(m.right):
        return "start"
    if _FROM_RIGHT.match(m.right) or _FROM_LEFT.search(m.left[-14:]):
        return "start"
    return None


def _in_passing(m: Mention) -> bool:
    """Whether days are only those a report is about, or some for which something is said besides."""
    if _counted(m) or _INSTEAD.match(m.text, m.end):
        return False
    if not m.is_range and not _BEHIND_A_DAY.search(m.text, max(0, m.start - 4), m.start):
        return False
    about = _STATISTICS.search(m.sentence_left[-30:])
    if about and about[0].startswith("统计") and len(about[0]) <= len("统计从"):
        return m.time.said.startswith(("昨", "前", "上"))
    return about is not None or _DAYS_IN_PASSING.match(m.right) is not None


def _lasting_until(first: date, lasting: re.Match[str]) -> date:
    """The last day of 连续5天, 为期两周 or 先试三个月."""
    count = int(number(lasting["n"]) or 1)
    if lasting["u"] == "月":
        return add_months(first, count) - timedelta(days=1)
    return first + timedelta(days=count * (1 if lasting["u"] in "天日" else 7) - 1)


def _begins_by_rule(m: Mention, near: bool) -> bool:
    """Whether a month or year is when a duty starts: 明年起, 九月开始, 第一次从2027年1月开始."""
    time = m.time
    opens = time.kind is TimeKind.RANGE and time.end is None and time.start is not None
    if not opens or time.grain not in (Grain.MONTH, Grain.YEAR) or re.match(r"今年|本[年月]|[这下]个?月|从[本这下]", time.said) or _ENDS_SOMETHING.match(m.right):
        return False
    if near and time.grain is Grain.MONTH and not re.match(r"恢复|照旧", m.right):
        return True
    said = re.search(r"年", time.said) or _FROM_LEFT.search(m.left[-4:]) or re.match(r"(?:执行|实行|施行|按此|照此|开始)", m.right)
    first = re.search(r"(?:第一[次期]|首[次期报])从?$", m.left[-6:]) or (m.sentence_left.strip(" 从自由") == "" and _RULE_BEGINS.match(m.right))
    return bool(said if near else first)


def _month_of_rule(rule: Mention, m: Mention) -> bool:
    """10月份每周三上午10点: the whole month right before the rule."""
    time = m.time
    return m.end == rule.start and time.kind is TimeKind.RANGE and time.grain is Grain.MONTH and time.end is not None


def _occurrence(rule: Mention, month: datetime) -> datetime:
    """The day of a month on which a monthly duty falls, else the last of it."""
    said = re.search(r"BYMONTHDAY=(-?\d+)$", rule.time.rrule or "")
    last = monthrange(month.year, month.month)[1]
    day = int(said[1]) if said and said[1] != "-1" else last
    return month.replace(day=min(day, last))


def _after(start: date, until: date) -> date:
    """The end of a duty in the year that puts it behind its beginning."""
    later = [year for year in (start.year, start.year + 1) if (year, until.month, until.day) >= (start.year, start.month, start.day)]
    try:
        return until.replace(year=later[0])
    except ValueError:
        return until.replace(year=later[0], day=28)


def _stands_apart(m: Mention) -> bool:
    """A sentence that only names a span: 防火期11月1日至次年4月30日。 10月8日开始，到明年2月底先试行。"""
    return m.is_range and bool(_NAMED.match(m.sentence_left.strip(" ·-•▪*")) and _SPAN_OF_DUTY.match(m.sentence_right))


_OWN_OBJECT = late(rf"\s{{0,9}}(?!.{{0,30}}(?:[本此这该每]|上述|以上|持续|执行))[^，。；]{{3,24}}?(?:{HAND_IN})[^，。；到至]{{0,12}}[，,]?\Z")


def _is_due_itself(other: Verdict) -> bool:
    """Whether a limit in another sentence has something of its own to hand in: 拖欠清单一次性报，9月15日截止."""
    m = other.mention
    return other.role is DateRole.DEADLINE and m.time.before and bool(_OWN_OBJECT.match(m.sentence_left))


_IS_STOPPED = late(r"(?:就|便|已经?|全部|一律)*(?:停用|停止|停报|取消|作废|废止|不用|不再)")
"""双周表去年12月31日起已停用: what no longer is done since then."""
_STOPS_FOR_GOOD = late(r"(?:收[工摊官尾]|停[报测记]|结束|为止)[^，。；\n]{0,4}不再")
"""8月31日收工不再统计: an end, though nobody has to do it any more."""


class _Reader:
    """Goes through the other dates around a rule and keeps what they say of its bounds."""

    def __init__(self, rule: Mention, used: set[int], calendar: Calendar, spans: frozenset[tuple[int, int]]) -> None:
        self.rule, self.used, self.calendar, self.spans = rule, used, calendar, spans
        self.start = rule.time.start.date() if rule.time.start else None
        self.until = rule.time.end.date() if rule.time.end else None
        self.ended: tuple[int, int] | None = None
        """The sentence that says until when."""
        self.begun: tuple[int, int] | None = None
        """The sentence that says since when."""
        self.lasting = rule.sentence
        """The sentence that may say how long it lasts."""
        self.from_now: datetime | None = None
        self.known: frozenset[int] = frozenset()

    def _distance(self, m: Mention) -> str | None:
        """"near" in the rule's sentence or known to be of it, "next" or "before" it, None for further away."""
        begin, end = self.rule.sentence
        if begin <= m.start < end or m.start in self.known or (_IN_FORCE_LEFT.search(m.left[-12:]) and _IN_FORCE.match(m.right)):
            return "near"
        if end <= m.start < end + (_REACH if _HAN.search(m.text, begin, end) else 3 * _REACH):
            return "next"
        if end <= m.start < end + 3 * _REACH and _opens(m) and _only_says_since(m):
            return "near"
        return "before" if begin - _REACH <= m.start < begin and (m.sentence in self.spans or _stands_apart(m) or _counted(m) or _goes_on(m)) else None

    def read(self, other: Verdict) -> None:
        """Take from one date what it says of the bounds."""
        m = other.mention
        where = self._distance(m)
        if m is self.rule or (m.start in self.used and not _counted(m)) or m.time.kind is TimeKind.SET or where is None or other.reason in NO_PART:
            return
        elsewhere = m.sentence != self.rule.sentence
        if _SHIFTED.search(m.left[-5:]) or (elsewhere and (opens_another(m) or _is_due_itself(other))):
            return
        if elsewhere and m.time.clock and m.time.before and "前" in m.time.said and not _counted(m):
            return
        if (m.is_range and _PAUSE.match(m.right)) or is_left_out(m):
            return
        if is_festival(m) and not _UNTIL_LEFT.search(m.left[-12:]):
            return
        opens = _opens(m)
        barred = (opens and _IS_STOPPED.match(m.right)) or _GUESSED.search(m.left[-6:]) or _LEFT_OUT_LEFT.search(m.left[-20:]) or (m.is_range and _LEFT_OUT_RIGHT.match(m.right)) or (opens and (_RESUMES.match(m.right) or (_GOES_ON_AS_BEFORE.match(m.right) and _AFTER_PAUSE.search(m.left[-16:])))) or lies_behind(m) or _TO_NOW.search(m.time.said) or (other.reason in _NO_BOUND and not opens and not _INSTEAD.match(m.text, m.end) and not _STOPS_FOR_GOOD.match(m.right)) or _NO_DAYS.match(m.time.said) or (_EDGE_OF_MONTH.fullmatch(m.time.said) and _bound_to(m) is None) or _NOTED.search(m.left) or _in_passing(m) or (_ITSELF_COUNTED.match(m.time.said) and _OF_A_NOUN.match(m.right))
        if barred or (in_brackets(self.rule, m) and m.start not in self.known):
            return
        if _begins_by_rule(m, where == "near"):
            self._take(m, start=m.time.start)
        elif _month_of_rule(self.rule, m) or (where != "near" and _stands_apart(m)) or (m.time.grain is Grain.MONTH and m.time.end and _MONTHS_RUN.search(m.time.said) and (where != "near" or _FROM_LEFT.search(m.left[-4:]) or "开始" in m.time.said or "起" in m.time.said)):
            self._take(m, m.time.start, m.time.end)
        elif m.time.grain is Grain.MONTH and _LAST_TIME.match(m.right) and m.time.start:
            self._take(m, until=_occurrence(self.rule, m.time.start))
        elif m.time.grain not in COARSE or (m.time.end is not None and _bound_to(m) == "until") or m.time.before:
            self._day(m, where == "near" or m.sentence in self.spans)

    def _day(self, m: Mention, near: bool) -> None:
        begin, end = m.time.start, m.time.end
        if (near and end and m.time.grain is Grain.MONTH and _bound_to(m) == "until") or (near and end and _UNTIL_SAID.match(m.time.said)):
            self._take(m, until=end)
        elif near and m.is_range and begin and end:
            self._take(m, begin, end)
        elif (begin or end) and m.has_day:
            bound = "start" if _opens(m) else _bound_to(m)
            if bound == "start" and _FROM_NOW.match(m.time.said):
                self.used.add(m.start)
                self.from_now = begin or end
            elif bound == "until" and (near or _counted(m) or _goes_on(m) or _UNTIL_RIGHT.match(m.right) or re.search(r"(?:为止|止)$", m.time.said)):
                if m.is_range and begin:
                    self._take(m, begin)
                self.used.add(m.start)
                self.until, self.ended = day_and_time(m, self.calendar)[0], m.sentence
            elif bound == "start" and (near or _counted(m) or m.sentence == self.ended or self._begins_now(m)):
                self._take(m, begin or end)

    def _begins_now(self, m: Mention) -> bool:
        """Whether a sentence of its own says from when the rule holds, or how long it is tried from then on."""
        if _LASTING.search(m.sentence_left[-30:]) or _LASTING.match(m.right.lstrip("，,、 ")):
            self.lasting = m.sentence
            return True
        return _only_says_since(m) or (m.sentence_left.strip(" ·-•▪从自由") == "" and _RULE_BEGINS.match(m.right) is not None)

    def _take(self, m: Mention, start: datetime | None = None, until: datetime | None = None) -> None:
        self.used.add(m.start)
        if start:
            self.start, self.begun = start.date(), m.sentence
        if until:
            self.until = (until - timedelta(minutes=1) if m.time.midnight_end and until == m.time.end else until).date()

    def bounds(self) -> Bounds:
        """First and last day, with 连续5天 counted from the first."""
        m = self.rule
        if self.until is None and (self.start or self.from_now):
            lasting = _LASTING.search(m.text[self.lasting[0] : self.lasting[1]][:200])
            first = self.start or self.from_now.date()  # type: ignore[union-attr]
            self.until = _lasting_until(first, lasting) if lasting else None
        if self.until is not None and self.start is not None and self.until < self.start and self.ended and self.begun and self.ended != self.begun:
            self.until = None  # 本子用到9月7日为止: the end of what went before
        if self.until is not None and self.start is not None and self.until < self.start:
            self.until = _after(self.start, self.until)
        if self.until is not None and self.start is None and self.from_now is not None:
            self.start = self.from_now.date()
        return self.start, self.until


_HAN = late(r"[一-鿿]")


def _only_says_since(m: Mention) -> bool:
    """从9月6日开始。: a sentence of its own that says from when, and of nothing what."""
    return m.sentence_left.strip(" ·-•▪从自由就") == "" and m.sentence_right.strip(" ，,") == "" and m.has_day


def _goes_on(m: Mention) -> bool:
    """Whether a sentence of its own only says that a duty goes on until a day."""
    return _GOES_ON.search(m.sentence_left[-70:]) is not None and not m.sentence_right.strip(" ，,")


def _opens(m: Mention) -> bool:
    """6月1日起: a span without an end."""
    return m.time.kind is TimeKind.RANGE and m.time.end is None


def spans_of_two(verdicts: Sequence[Verdict]) -> frozenset[tuple[int, int]]:
    """The sentences that say in two dates how long something runs: 观测6月1日启用，到9月30日收尾。"""
    days = [(v.mention.sentence, "start" if _opens(v.mention) else _bound_to(v.mention)) for v in verdicts if v.mention.has_day and not v.mention.is_range]
    bounds = [(sentence, bound) for sentence, bound in days if bound]
    return frozenset(one for (one, begins), (other, ends) in pairwise(bounds) if one == other and (begins, ends) == ("start", "until"))


def read_bounds(verdicts: Sequence[Verdict], m: Mention, used: set[int], calendar: Calendar) -> Bounds:
    """First and last day of the duty, where the text gives them; the starts of their mentions are added to `used`."""
    reader = _Reader(m, used, calendar, spans_of_two(verdicts))
    for other in verdicts:
        reader.read(other)
    return reader.bounds()


def known_bounds(verdicts: Sequence[Verdict], m: Mention, used: set[int], calendar: Calendar, bounds: Bounds) -> Bounds:
    """The bounds with what is missing from dates that on the whole belong to the duty, wherever they stand; nearest first."""
    start, until = bounds
    now: datetime | None = None
    apart = [v for v in verdicts if v.role is DateRole.RECURRING and v.mention.time.clock in (None, "00:00", "24:00")]
    for other in sorted(apart, key=lambda v: abs(v.mention.start - m.start)):
        if start is not None and until is not None:
            break
        taken = set(used)
        reader = _Reader(m, taken, calendar, frozenset())
        reader.known = frozenset({other.mention.start})
        reader.read(other)
        first, last = reader.bounds()
        now = now or reader.from_now
        start, until = start or first, until or last
        used |= taken
    return (now.date() if now and until and not start else start), until


def named_span(verdicts: Sequence[Verdict], m: Mention, used: set[int]) -> Bounds:
    """The span of days a text has named before it says 期内 or 期间."""
    spans = [v.mention for v in verdicts if v.mention.start < m.start and v.mention.is_range and v.mention.time.grain not in COARSE]
    named = [span for span in spans if re.match(r"[）)]?(?:为|是)[^，。；]{0,14}期", span.right)]
    span = (named or spans)[-1] if spans else None
    if span is None or span.time.start is None or span.time.end is None:
        return None, None
    used.add(span.start)
    return span.time.start.date(), span.time.end.date()

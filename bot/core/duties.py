"""Which recurring expression is a duty at all, and which one surely is."""

from __future__ import annotations

import re

from bot.core.english_others import readers_hand_in
from bot.core.idle_rhythms import asks_each_time, asks_nothing
from bot.core.mentions import Mention
from bot.core.own_acts import acts_so_often, goes_on_acting, is_own_act
from bot.core.rhythm_lines import fills_rhythm_field, names_rhythm, told_before, told_of_then
from bot.core.roles import HAND_IN
from bot.core.wishes import is_wish
from bot.core.wording import late

_RATE = late(r"^(?!(?:就|都)?[把将]|(?:至少|最少)[报交填])(?:(?:(?!报|填|交|上|发|送)[^，。；]){0,4}(?:不少于|不低于|至少|不超过|最多)|[\d,，.]+万?元|[^，。]{0,3}元|通报|接收|发布|公布|推送|公示|出刊|播出|(?:免费|对外|正常|照常|全天)*(?:开放(?![填上]报|申报|录入|提交)|营业|受理|供应|[接坐开出停]诊|开门|办公(?!会|室))|对外(?:查|办|服务|接)|开饭(?![之以]?[前后])|(?:换班|换岗|交接班)(?=[。；;\n]|$)|开[市馆箱]|停水|停电|轮休|发车|赶集|(?:是|为)[^，。；]{1,8}(?:月|周|日|节|期|季)(?=[，。；]|$)|涨|平均|约|达|都有(?=[，,。；;、]|$|记录|签[名字])|[两二三四\d]次(?![报填交向上把将]|[，,]?分别|(?:在|用|往|通过|电话|微信|短信|书面)[^，。；\n]{0,8}?(?:报(?![告道])|上传|打卡|填|发[群到给]))|(?:(?![报填交上发送统汇核摸清记登测查盘算])[一-鿿]){0,4}(?:天数|次数|人数|用量|金额|标准|收入|工资|补贴|温度))")
_SAYS_ACT = late(r"[看测量记查巡抄验核登报填交送传](?:至少|不少于)?[一两二三四五六\d][次回遍趟]$|[一两二三\d]报$")
"""一天看两回水位: what is measured then is no rate."""
_REPLACED = late(r"(?:不用|不再|不必|无需|停止|取消|别再|不要再|(?<!是)不是|不按|no longer)[^，。；]{0,8}$")
_TIMES = late(r"[两二三四2-4][次回](?=[，,。；：]|$)")
"""每月1号、16号两次: counts the days that are named."""
_VOID = late(r"[^，,。；;\n”\"]{0,6}[”\"』」][^，,。；;\n]{0,4}(?:作废|不算|取消|停了|不再)")
_NAMES_OWN_DAY = late(r"[是为](?:报送|上报|填报|交表|报表|读数)日|[是为][一-鿿]{0,6}(?:上?报|填报?|上?交|上传|申报|录入|缴费)[一-鿿]{0,2}(?:期|时段)")
"""每月1日至5日为进销存数据上传期: a rhythm that is called the time for handing in."""
_NAMES_HOURS = late(r"(?:窗口|柜台|服务点|大厅|门诊|摊位|[开收接])[^，。；]{0,6}时间[^，。；]{0,4}[:：]?\s?$")
"""收件时间为每天8点到11点半: when a door is open, not a duty."""
SAME_DAY = late(r"当[天日晚夜]|同日|每次|the same day|same day", re.I)
_TO_READERS = late(r"(?:.*[请将把于起]|.*(?:开始|[一-鿿]后)|.*各[一-鿿]{1,6}|.*(?:实行|落实|坚持|执行|制度|台账|进度|情况|数据|表|统一|全部)|.*(?<![我本总分县市省])(?:单位|企业|公司|学校|社区|村|组|班|店|户|员|长|老师|主任|支部|部门|科室|干部|司机|花名册|台账|清单|日志|底册))$")
_WHAT_IS_HANDED_IN = late(r"(?:样品|[血水土粪]样|数据|名单|[一-鿿]表|册|台账|清单|记录|报告|[总小]结|材料|照片|截图|读数|[人次件户吨只头台]数|(?<![力质])量|卷宗|档案|[回对账领]单|发票|稿件?)$")
_HANDED_IN = late(r"(?:的?[上下]午|前|之前|以前|必须|务必|要|都|应|须|需|统一|集中|按时|准时|至少|各|再|补|重新|只|[向在][^，。；]{2,10}?|[一两二三四\d][次回]){0,3}(?:报(?!告会|名|道|纸|刊|销|价|备)|上报|填[报写]|录入|上传|打卡|报送|提交|上交|更新(?=[，,。；;]|一[次回遍]|并|后|$)|送(?:检|样|交|到)|交(?![通流警易谈接]))(?!的|时)")
_SO_OFTEN_ON = late(r"的?(?:上报|报送|报|上交|交|填报|传|送)[一两二三四2-4][次回](?:[：:，,（(是]|分别|都)[^。；\n\d一二三四五六七八九十]{0,6}(?:\d|周|星期|礼拜|[上中下]旬|月[底末]|[一二三四五六七八九十])|[两二三四2-4][次回][，,：][^，。；\n]{2,12}前(?:统一|必须|都?要)?(?:上?报|交|送|填|上?传)")
"""每月报三次：1日、11日、21日, 每月3号、17号两次，下班前交: how often something is handed in, with its days or its hour behind it."""
_IN_BRACKET = late(r"^[（(][^（()）]{1,14}[）)]")
_PLEASE = late(r"[，,]?请(?:各[一-鿿、]{1,8})?[将把][^，。；\n]{1,24}?(?:上?报|交|送|上?传|发[给到至])(?![会纸])")
"""每月十五日，请将加班统计送人事室."""
_BRINGS = late(r"[将把][^，。；\n]{1,24}?(?:上?报|上?交|送|上?传)(?![会纸道])")
_EACH_ONCE = late(r"(?:[^，。；]{0,4}?)各[一-鿿]{1,4}[一两二三1-3][次回遍]")
"""每年的3月、9月各做一次燃气安检."""
_SAID_HANDED = late(r"(?:报[^，。；]{0,3}[一两二三四五\d][次回]|[一两二三四五\d](?:次|回|报)|报)(?:$|[，,])|一旬一(?:报|统计|汇总?)$")

_CLOSES_THEN = late(
    r"(?:，|,)?(?:我们?|这边|财务|后台|食堂)(?:就|会|要|统一|准时|去|来|到|从|在|系统里?|表[里上]|后台|群里){0,4}(?:拉|收|截|关|汇总|统计|导|盘|打印|封|锁|结)[^，,。；;]{0,6}[，,。；;]"
    r"[^。！\n]{0,24}?(?:没[填报交点订传]|之前|以前|[迟晚]了|过时|逾期|过[点后]|漏[填报])"
)
"""每个工作日10:30我去拉单，没填的没菜: the hour at which somebody takes what was handed in is the readers' limit."""

_SHUTS_THEN = late(r"[，,]?(?:系统|平台|通道|入口|填报口|端口)(?:就|会|将|准时|自动|统一)*(?:截止|关闭|锁定|关门|关)(?=[，,。；;\s]|$)")
"""每个季度最后一天系统自动截止: when the door shuts by which something is handed in."""
_WITHIN_IT = late(r"当[月季年][的\d一二三四五六七八九十月]|当[天日][^，。；]{0,8}前")
"""（每年5、6、7月）各园于当月15日前交: what the bracket names comes back."""
_ON_MARKET_DAY = late(r"[每逢]到?(?:[圩集墟场]日|赶[集圩场])")
_MARKET_TOLD_OF, _MARKET_REACH = late(r"是(?P<day>[圩集墟场]日)[^\n]{0,40}?(?P=day)"), 120
"""逢五逢十是圩日，人挤人。各组圩日散场后…: the days that are named are those on which something is done."""
_OPEN_TO_HAND_IN = late(r"(?:正式|统一|系统)?(?:开放|受理)[，,]?(?:各[一-鿿]{1,6}|请)?(?:登录|进入|在|从|通过)[^，。；\n]{2,24}?(?:填报|上报|录入|申报|上传|补录)")
"""每月1日至5日开放，登录系统填报."""
_ANSWERED = late(r"答\s*[:：][^，。；\n]{1,8}[，,]$")
"""答：核，一年一回: behind the answer itself, a fact about what is asked after."""


_ONLY_TALK = late(r"(?:都|就|在)?(?:来)?(?:有人)?(?:问|催(?!报|收|办|缴)|喊(?![一两三][遍次])|吵|念叨|盼|打听|惦记)(?!卷|诊|责|题)")
"""家长天天问: what people do without being asked to."""


def is_duty(m: Mention) -> bool:
    """Whether what comes back is something readers have to do: no opening hours, no rate, no act of the issuer's own."""
    bracket = re.search(r"(?<![集圩墟场日期])[（(]$", m.left) and re.match(r"[^）)报填交发送传]{0,16}[）)]", m.text[m.end : m.end + 20])
    if bracket and not _WITHIN_IT.search(m.sentence_right):
        return False
    if re.search(r"(?:遇|如有|若有?|特殊|台风|节日(?!前后|期间)|必要时|紧急(?!调整|改|变更|通知))[^，。；]{0,8}$", m.clause_left[-14:]):
        return False
    rate = None if _SAYS_ACT.search(m.time.said) or fills_rhythm_field(m) or asks_each_time(m) else _RATE.match(m.right)
    if rate and _TIMES.match(m.right) and m.time.clock:
        rate = None  # 每天早8点、中午1点、下午5点三次: its hours are named
    if rate and _TIMES.match(rate.group()) and re.search(r"BY(?:MONTH)?DAY=[^;]*,", m.time.rrule or ""):
        rate = None
    named = rate is not None and (rate.group() == "赶集" or (rate.group()[0] in "是为" and (SAME_DAY.search(m.sentence_right) or _ON_MARKET_DAY.search(m.sentence_right))))
    named = named or (rate is not None and _NAMES_OWN_DAY.match(rate.group()) is not None)
    told_of = rate is not None and _MARKET_TOLD_OF.search(m.text, m.end, m.end + _MARKET_REACH) is not None
    named = named or told_of
    market = named and re.search(HAND_IN, m.text[m.end : m.end + _MARKET_REACH] if told_of else m.sentence_right)
    asked = rate is not None and _OPEN_TO_HAND_IN.match(m.right)
    asked = asked or (rate is not None and re.match(r"公|通报|发布|推送", rate.group()) and re.search(r"请|须|务必|要求|各[村单社校]", m.sentence_left[-24:]))
    if (rate and not market and not asked) or _REPLACED.search(m.clause_left) or _VOID.match(m.right) or (_NAMES_HOURS.search(m.sentence_left[-20:]) and not m.time.before):
        return False
    if _ONLY_TALK.match(m.right):
        return False
    if (m.time.clock and _CLOSES_THEN.match(m.right)) or _SHUTS_THEN.match(m.right):
        return True
    if asks_nothing(m):
        return False
    theirs = re.match(rf"(?!{HAND_IN}|(?:请|由)?各[一-鿿])[^，。；报交发送传]{{0,6}}(?:汇总|通报|调度(?![会数表情室员台中])|约谈|点评)(?!报)", m.right)
    return not (is_own_act(m) or acts_so_often(m) or goes_on_acting(m) or (theirs and not re.search(r"请|各村|前", m.sentence_left[-12:])))


_MEETS = late(r"(?:会议?|党课|培训|学习|集训|训练|演练|排练)(?:仍|还|照旧|依旧|继续|固定|统一|都|是)*(?:(?:放|安排|定|排|设|开|约)(?:在|于|为|到)|[在于为])\Z")
_ALL_COME = late(r"[，,][^。；;\n]{2,14}[，,](?:请)?(?:全体|所有|各)[一-鿿]{1,6}?(?:都|必须|务必|准时|请)*(?:到(?:场|齐|会|位)?|参加|出席|来)(?=[，。；！!（(\s]|$)")
"""每周二、周五晚7点15分，排练厅，全体团员到."""
_COURSE, _IS_TAUGHT = late(r"(?:课程?|夜校|兴趣班|培训班|社团)(?:表)?(?:(?:排|定|安排)好?了?)?[，,]?\s?$"), late(r"(?:上课?|开课?|授课|训练|活动)(?=[，,。；;！\s（(]|$)")
"""编程课每周六上午上: when a course meets."""
_OF_OTHERS = late(r"[县市省区][里级上]|上[级面头]|领导|他们")


_WANTED_EVERY_YEAR = late(r"(?:都|均)(?:要|得|须|应|需)")


def surely_yearly(m: Mention) -> bool:
    """年年都要，时间就钉在12月5日前: what is wanted every year."""
    return m.time.rrule == "FREQ=YEARLY" and _WANTED_EVERY_YEAR.match(m.right) is not None and is_duty(m)


def surely_meets(m: Mention) -> bool:
    """Whether a rhythm with its hour is when people come together: 校长例会仍放在每月第一个星期三，下午2:30."""
    timed = m.time.clock is not None or m.time.part is not None
    if timed and not m.time.before and _COURSE.search(m.sentence_left[-16:]) and _IS_TAUGHT.match(m.right):
        return _OF_OTHERS.search(m.clause_left) is None and is_duty(m)
    meets = m.time.clock is not None and not m.time.before and (_MEETS.search(m.clause_left) is not None or _ALL_COME.match(m.text, m.end) is not None)
    return meets and _OF_OTHERS.search(m.clause_left) is None and is_duty(m)


def surely_handed_in(m: Mention) -> bool:
    """Whether a rule stands right before the words for handing in, which nobody else is said to do, or how often: 每周五报送本周进度."""
    if is_wish(m.text):
        return is_duty(m)
    within = _SAID_HANDED.search(m.time.said) and not _ANSWERED.search(m.sentence_left) and re.match(r"[^，。；的—]{0,8}(?:[，。；：（—\n]|$)", m.right)
    told = not re.search(r"[一-鿿]{2}$", _TO_READERS.sub("", m.clause_left))
    right = _IN_BRACKET.sub("", m.right)
    handed = _HANDED_IN.match(right.lstrip("，,") if not m.sentence_left.strip() else right)
    behind = handed and (told or (_WHAT_IS_HANDED_IN.search(m.clause_left) and not handed[0].endswith(("更新", "上传"))))
    asked = _PLEASE.match(m.text, m.end, m.end + 60) or (told and _BRINGS.match(m.text, m.end, m.end + 40))
    how_often = _SO_OFTEN_ON.match(m.text, m.end, m.end + 30) or _EACH_ONCE.match(m.right) or _NAMES_OWN_DAY.match(m.right) or names_rhythm(m)
    elsewhere = asks_each_time(m) or told_before(m) or told_of_then(m) or (m.time.clock and _CLOSES_THEN.match(m.right))
    return bool(within or behind or asked or how_often or elsewhere or readers_hand_in(m)) and is_duty(m)

"""Rhythms that ask nothing of the reader: what figures are counted over, what others do again and again, what a text only quotes."""

from __future__ import annotations

import re

from bot.core.mentions import Mention
from bot.core.roles import HAND_IN
from bot.core.wording import late

_HANDED_IN = late(rf"(?!报表|发车|开发|发行|交班|交接|回家){HAND_IN}|打卡|签到|接龙|巡[查河视护]|拍照")
_MODAL = late(r"请|须|必须|务必|应当?|需要?(?![求量])|(?<![不需主重])要(?![求点闻])")
_REACH = 60

_GONE_BY = late(r"(?:去年|前年|往年|上(?:一?个?)(?:周|星期|月|年|季度?|学期|年度)|近[一二三两四五六\d]{1,2}个?(?:年|月|周|天|季度)|过去[一-鿿\d]{0,6}|前段时间|那几?[年天月])的?$")
_PERIOD = late(r"(?:20\d\d年度?|今年|全年|本[年月周学期]{1,2}|这[一几两三四五六七\d]{0,2}[天周月]|[上下]半年|[一二三四]季度|[\d一二三四五六七八九十]{1,3}月份?|假期|节日|国庆|春节|[寒暑]假|[三五七\d]天)(?:期间|以来)?的?$")
_MEASURE = (
    r"(?:平均|(?:[几多][一-鿿]{1,3}?)|[一-鿿]{0,8}?(?:(?<![报少多凑点])数|数[量字]|人次|(?<![力质尽测大])量|[金余总]?额|率|均值|时长|时间|度数|费用?|收入|支出|明细|流水|单价|均价|考勤|成绩|清单|台账|记录本?|登记[本表簿]|日志|底单|照片|报表|数据|情况|占比))"
)
_COUNTS = late(rf"(?:的|各)?[一-鿿（）()]{{0,6}}?{_MEASURE}(?=[、，,。；;）)”\"\s和与及列算填写统汇导补整\d]|请|今|明|$)")
"""每月的门诊人次、平均每天接诊数: figures, not acts."""
_LISTED = late(rf"(?:(?!{HAND_IN}|[记测量抄查巡])[^，。；、\n]){{1,8}}[、和与及](?:平均)?每[一-鿿]")
"""每月开销、每年回家几趟: what somebody is asked about."""
_ON_AVERAGE = late(r"平均$|均$|\baverage $", re.I)
_ACTS_FIRST = late(rf"各?(?:{HAND_IN}|[记测量抄查巡])")
_LIMIT = late(
    r"(?P<day>\d{1,2}月\d{1,2}[日号]|\d{1,2}月底|(?:本|这|下)个?(?:周|星期)[一-日天]?|[今明后][天日]|(?P<weekday>(?:周|星期|礼拜)[一二三四五六日天])|月底)?"
    r"[^，。；;\n前]{0,3}(?:\d{1,2}(?:[:：]\d\d|[点时]半?)|下班|中午|[上下]午)?(?:之|以)?前|(?P<today>[今明]天[^，。；\n]{0,8}(?:报|交|发|给))"
)

_QUOTES = {"“": "”", "「": "」", "『": "』", "《": "》", '"': '"'}
_CARRIED_OUT = late(r"(?:实行|执行|落实|坚持|按照?|推行|建立|严格|继续|采[取用]|恢复|改为|改成)[一-鿿]{0,4}$")
_SHOWN = late(r"\s?(?:[“「『]|[、和及与](?=[“「『])|[两三四]?[项栏列格条题]|(?:的|等|为主题的)?[一-鿿]{0,4}(?:标语|口号|倡议书?|宣传|海报|横幅|提示|字样|推荐|评选|征文|答题|栏目))")
_SHOWS = late(r"(?:标语|口号|横幅|海报|标牌|栏目?|[项题]目?|张贴|悬挂|宣传|倡[导议]|提倡|写着|印有|标注|填写)[一-鿿：:]{0,6}$")

_OTHERS = (
    r"(?:有人|居民|群众|村民|市民|商贩|游客|客人|顾客|他们|她们|人家|对方|(?:该|[那这]家)(?:企业|公司|店|户|厂|车|单位)|(?:班|校|公交|垃圾|洒水|宣传)车|公交|地铁|航班|轮渡|快递员?|食堂|饭堂"
    r"|气象[台局站]|电视台|广播站?|大喇叭|银行|(?:疾控|接种|体检|服务)中心|记者|专家|[督检暗巡调]{1,2}[查访研]组|领导|上[级面头]|[市县镇乡区局厂站所][里上]|第三方[一-鿿]{0,4}|[一-鿿]{2,6}公司)"
)
_OTHERS_LEFT = late(rf"(?:^|[，,。；;：:\s（(啊呀呢吧哦])(?:因为|由于|近期|最近|近来|目前|发现|听说|据说|反映|另外|现在|以后|今后|当前)?(?:发现|反映)?{_OTHERS}(?:将|会|都|在|也|还|已|从)?$")
_MACHINE_LEFT = late(r"(?:仪[表器]?|传感器|探头|记录仪|系统|平台|服务器|后台|数据库|门禁|监控|摄像头|小程序|软件|机器|设备|大屏|闸机|公众号|快递柜|预报|榜单|网站|网页)[一-鿿]{0,4}$")
_BY_ITSELF = late(r"[^，。；\n]{2,10}?(?:自动|锁(?:定|账|[一1][次回])|关闭|重启|备份|刷新|推送|同步|抓拍|更新一[次遍]|清[空零除理]|维护|升级|停机|断电|生成|结转)")
_THERE_IS = late(r"都?(?:会|要|将)?有[^，。；\n]{2,24}?(?=[，。；\n]|$)")
_LOOKS_IN = late(r"[人组车团队]|来|检查|督[查导]|暗访|访客|参观|拍摄")
_IN_PLACES = late(r"(?:[上下]午|全天)?在[^，。；、\n]{2,12}(?:[、，,]每(?:周|星期|礼拜|月|逢)[^，。；\n]{1,14}?在[^，。；、\n]{2,12})+")
"""每周二在东庄村部、每周四在团结村部: where a service stops on its round."""
_SERVES = late(r"[^。\n]{0,50}?(?:都[能可]办|能办|可办|办理?(?=[，。；\s]|$)|受理|接待|义诊|坐诊|理发|补[办领]|带好?[一-鿿]{0,4}(?:户口[本簿]|身份证|证件|材料))")
_SHARED_OUT = late(r"(?:各|是|只|就|查|看|走|跑)?[一两二三四五六\d]{1,2}个?(?![天日月周])[^，。；\n次遍回趟报张条篇份]{0,3}(?=[，。；\n]|$)")
"""每天一个片: how much of it is done in a day."""
_HEALTHY = r"(?:坚持|至少|最好|保证|记得|应?该)?(?:喝|饮[水用]|吃|睡|走[^，。；]{0,6}步|[^，。；]{0,4}?(?:运动|锻炼|散步|跳绳)|刷牙|泡脚|晒太阳|少[吃抽喝]|多[喝吃])"
_FOR_HEALTH, _HEALTH_BESIDE = late(_HEALTHY), late(rf"每[天日周晚]{_HEALTHY}[^。；\n]{{0,30}}$")
_SPAN_OF_FIGURES = late(r"(?:统计|数据|报表|考核|结算)(?:的?(?:时段|周期|期间?|区间|口径|范围))(?:为|是|:|：|从|自)?\s?$"), late(r"[^，。；\n]{0,6}?[至到—~-]")
"""统计周期：每周四0时至次周三24时."""
_EN_OTHERS = late(r"(?:^\s*|[.;!?]\s+)(?:the|our|an?) (?!readings?|reports?|figures|forms?|logs?|sheets?)[a-z ]{3,24}? (?:opens?|closes?|shuts?|runs?|leaves?|departs?|serves?|comes?|calls? in|operates?|is (?:open|served|cleaned|backed up|emptied)|(?:itself |automatically )(?:[a-z]+s))\b[^.;\n]{0,16}$", re.I)
_EN_DONE_BY = late(r"\b(?:is|are) (?:tested|serviced|checked|inspected|maintained|cleaned|read|collected|emptied) by (?:the|our|an?) (?:contractor|landlord|supplier|engineers?|company|council|fire brigade)\b[^.;\n]{0,30}$", re.I)
"""Alarm bells are tested by the contractor at 10 am on the first Thursday of every month."""
_EN_FIGURES = late(r"\b(?:for|of|in|over) $", re.I), late(r"\s?(?:of|in|from|since) (?:20\d\d|last|the (?:past|last))", re.I)
"""The canteen opens at 7 every day; the visits for each month of 2025."""
_HIRES = late(r"招聘|招募|诚聘|急聘|月薪|工资待遇")
_WORKS = late(r"[^，。；\n]{0,4}?(?:工作|上班|休息?|服务|值班|轮休)[^，。；\n]{0,4}?[\d一二两三四五六七八九十]+个?(?:小时|天|次)")
"""每天工作8小时，每月休息4天: the terms of a post."""
_IN_CASE = late(r"(?:^|[，,。；;：:\s])(?:如果?|若|一旦|万一|倘若?|假如)(?!无|下|实|期|常)[^，。；]{1,14}$")
"""如发现疫情须每两小时报告一次: nobody has to before that."""
_ENDED = late(r"[^，。；;\n\d]{0,16}?(?:废止|终止|到此(?:为止|结束)|停止(?:执行|报送|上报)|不再(?:执行|实行|报送?|上报|要求|填报|开展|召开)|停[报办](?=[，。；\s]|$)|(?:予以|全部|一律|即日起)?取消)[了]?(?=[，。；;！!\s]|$)")


def asks_nothing(m: Mention) -> bool:
    """Whether a rhythm is no duty of anybody who reads: a figure, a quotation, the act of others, a case that may never come."""
    return (
        _counts(m) or _is_shown(m) or _is_others(m) or (_ENDED.match(m.sentence_right) is not None and not m.time.before)
        or _IN_CASE.search(m.clause_left) is not None or _for_health(m) or _told_only(m)
        or _EN_OTHERS.search(m.sentence_left) is not None or _EN_DONE_BY.search(m.sentence_left) is not None or (_EN_FIGURES[0].search(m.left) is not None and _EN_FIGURES[1].match(m.right) is not None)
        or (_WORKS.match(m.right) is not None and _HIRES.search(m.text[:400]) is not None)
    )


def _counts(m: Mention) -> bool:
    """Whether figures are told over a rhythm, which are asked for once or lie behind: 2025年每月的门诊人次, 平均每天接诊数."""
    if m.time.before:
        return False
    if _SPAN_OF_FIGURES[0].search(m.sentence_left[-14:]) and _SPAN_OF_FIGURES[1].match(m.sentence_right):
        return True
    if m.time.clock:
        return False
    if _GONE_BY.search(m.sentence_left[-16:]):
        return True
    if _ON_AVERAGE.search(m.left[-9:]) and not _HANDED_IN.search(m.clause_right):
        return True
    if _LISTED.match(m.sentence_right) and _asked_once(m):
        return True
    if not _COUNTS.match(m.right) or (_ACTS_FIRST.match(m.right) and not m.time.said.endswith("的")):
        return False
    once = _asked_once(m)
    return once or (once is None and _PERIOD.search(m.sentence_left[-12:]) is not None and not m.right.startswith("的情况"))


_ITS_LIMIT = {
    "DAILY": r"(?:当[天日晚]|每[天日]|次日)?(?:[上下]午|晚上?|早上?|傍晚)?(?:\d{1,2}(?:[:：]\d\d|[点时]半?)|[一二三四五六七八九十]{1,2}点半?|下班|中午|放学)",
    "WEEKLY": r"(?:每?(?:周|星期|礼拜)[一二三四五六日天][、和及]?){1,4}(?:[上下]午|晚上?|早上?|中午|下班)?(?:\d{1,2}(?:[:：]\d\d|[点时]半?)|[一二三四五六七八九十]{1,2}点半?)?",
    "MONTHLY": r"(?:当月|次月|下个?月)?(?:(?:\d{1,2}[日号]|月?[底末])[、和及]?){1,4}(?:[上下]午|下班)?(?:\d{1,2}(?:[:：]\d\d|[点时]半?))?",
}
_EACH_TIME = {
    of: late(rf"[的，,]?(?:(?![今明本下这]个?[天日周月星礼]|[前后由])[一-鿿（）()、“”]){{0,14}}?[，,]?(?:(?![今明本下这])[一-鿿]){{0,5}}?{limit}(?:之|以)?前[^，。；;\n]{{0,8}}?{HAND_IN}")
    for of, limit in _ITS_LIMIT.items()
}
"""各店每天的营业额当晚10点前报给我: a limit within the rhythm makes what is counted over it a duty."""


def asks_each_time(m: Mention) -> bool:
    """Whether figures are asked for in the rhythm they are counted in."""
    of = (m.time.rrule or "").removeprefix("FREQ=")
    pattern = _EACH_TIME.get("DAILY" if of.startswith("WEEKLY;BYDAY") else of)
    if pattern is None or m.time.clock or _GONE_BY.search(m.sentence_left[-16:]) or _PERIOD.search(m.sentence_left[-12:]):
        return False
    return pattern.match(m.text, m.end, min(m.sentence[1], m.end + _REACH)) is not None


def _asked_once(m: Mention) -> bool | None:
    """Whether the limit behind a rhythm names a day of its own (or only an hour); None where there is no limit."""
    limit = _LIMIT.search(m.text, m.end, min(m.sentence[1], m.end + _REACH))
    if limit is None:
        return None
    if limit["weekday"] and not limit["today"]:
        return "WEEKLY" not in (m.time.rrule or "")
    return bool(limit["day"] or limit["today"])


def _is_shown(m: Mention) -> bool:
    """Whether a rhythm stands in words that are only shown or named: the slogan “每天巡查五分钟”, the column “每天用水量”."""
    before = m.text[max(0, m.start - 24) : m.start]
    at = max(before.rfind(mark) for mark in _QUOTES)
    if at < 0:
        return False
    closing = m.text.find(_QUOTES[before[at]], m.end, m.end + 30)
    if closing < 0 or _QUOTES[before[at]] in before[at + 1 :] or _HANDED_IN.search(_without_looks(before[at + 1 :] + m.text[m.end : closing])):
        return False
    if _CARRIED_OUT.search(before[:at]):
        return False
    return _SHOWN.match(m.text, closing + 1) is not None or _SHOWS.search(before[:at]) is not None


def _without_looks(said: str) -> str:
    """What a slogan may bid without asking for anything: 每天巡查五分钟."""
    return re.sub(r"巡[查视]|拍照", "", said)


def _is_others(m: Mention) -> bool:
    """Whether somebody or something else acts in this rhythm: 班车每天7:10发车, 这周每天都有人来暗访."""
    clause = m.time.said + re.split(r"[，,。；;\n]", m.sentence_right, maxsplit=1)[0]
    if m.time.before or _MODAL.search(clause[:16]):
        return False
    if _IN_PLACES.match(m.sentence_right) and _SERVES.match(m.sentence_right):
        return True
    if (_BY_ITSELF.match(m.text, m.start) or (m.time.end_clock and _BY_ITSELF.match(m.text, m.end - 2))) and (_MACHINE_LEFT.search(m.clause_left) or "自动" in m.right[:6]):
        return True
    if (m.time.rrule or "").startswith(("FREQ=MINUTELY", "FREQ=SECONDLY")) and _MACHINE_LEFT.search(m.clause_left):
        return True
    if (_FOR_PEOPLE.match(m.right) and _SERVICE.search(m.clause_left)) or _THEY.match(m.right):
        return True
    if _HANDED_IN.search(_FORECAST.sub("", clause)):
        return False
    there = _THERE_IS.match(m.sentence_right)
    if (there and _LOOKS_IN.search(there[0])) or _SHARED_OUT.match(m.right):
        return True
    return _OTHERS_LEFT.search(m.clause_left[-24:]) is not None


_FOR_PEOPLE = late(r"(?:[上下]午)?(?:免费|上门|集中|都会?|照常)*[为给替](?:长者|老年?人|居民|群众|村民|市民|大家|学生|职工|患者|残疾人|住户)(?!发(?!放))")
"""卫生所每周三上午为老人量血压: a service to those who come."""
_SERVICE = late(r"(?<!各)(?:站|所|院|中心|银行|窗口|大厅|服务点|卫生室)(?:还|都|会|将)?$")
_THEY = late(r"(?:他们|她们|人家)(?:自己|都|会|要)*(?:[来去做查抄弄报拉收管搞])")
_FORECAST = late(r"预报|播报|气象|[排发]名次|发(?:排名|通报|榜)")
_NOT_OURS = late(r"[^。；;\n]{0,24}?(?:(?:我们|咱们?|你们|大家|各[一-鿿]{1,3})(?:都|就|也)?(?:不管|(?:不用|不必|无需|甭)(?:去|再)?(?:管|操心|理会))|不关(?:我们|咱们?|你们|各[一-鿿]{1,3}|大家)的?事|(?:与|跟|和)(?:我们|咱们?|你们|大家)(?:无关|没关系)|不归(?:我们|咱们?|你们)管|是(?:他们|人家|[一-鿿]{2,4}自己)的事|(?:我们?|我[司方局办处]|物业|本[所局办站])(?:自理|自行[一-鿿]{2}|自己[做弄来查管])(?=[，。；\s]|$))")
"""检验科做，每月一次，我们不管: said to be another's business."""
_NEED_NOT = late(r"(?:(?![报填交发传]|[，,]每)[^。；;\n]){2,30}?(?:自动|平台|系统|后台|由我们|我们自己)(?:(?![报填交发传])[^。；;\n]){0,16}?(?<!没)(?<!无)(?:不必|不用|无需|不需要?)(?:再|另|另外|单独|重复|你们|大家)*(?:上?报|填|交|统计)(?=[，,。；;\n]|$)")
"""每日供餐人次平台会自动统计，驿站不必另报."""
_HABIT = late(r"就(?![要得须该报填交发送传应可])")
"""保洁员每天五点就扫路: as early as that, people tell of a habit."""
_PEAK = late(r"[^，。；\n]{0,8}?最[高低多少](?=[，。；（(\s]|$)")
_WHETHER = late(r"(?:是不是|是否|会不会|要不要|难道)[^，。；\n]{0,8}$")
_EN_FREE = late(r",? ?(?:the [a-z]+|we|it|everything)? ?(?:is|are|stays?|remains?) (?:shut|closed|off|free)\b", re.I)
"""Sundays the site is shut."""


_DOOR_OPEN = late(r"(?:夏令|冬令|开放|营业|服务|接待|开馆|开门|受理)时间|闭馆|休馆|不营业|停止营业")
"""夏令时间9月1日起每日9:00—18:30，逢周三闭馆: when a door is open."""
_BEAR_WITH = late(rf"(?:(?!{HAND_IN})[^，。；\n]){{0,12}}[，,](?:敬请|望|请)(?:大家|各位|业主们?)?(?:理解|谅解|见谅|包涵)(?=[。！!\s]|$)")
"""保安每天三次巡楼，望理解: who is asked for patience has nothing else to do."""


def _told_only(m: Mention) -> bool:
    """Whether a rhythm is told or asked after, and is nobody's duty here: a habit, a peak, another's business, what need not be handed in."""
    if m.time.before:
        return False
    habit = m.time.clock is not None and _HABIT.match(m.right) and not _HANDED_IN.search(m.clause_right)
    others = _NOT_OURS.match(m.sentence_right) and not _MODAL.search(m.clause_right)
    return any((habit, m.time.end_clock and _DOOR_OPEN.search(m.whole), _BEAR_WITH.match(m.sentence_right), _PEAK.match(m.right), _WHETHER.search(m.clause_left), _EN_FREE.match(m.right), others, _NEED_NOT.match(m.sentence_right) and not m.time.clock))


def _for_health(m: Mention) -> bool:
    """Advice to everybody: 每天喝足八杯水，每周运动三次."""
    if _HANDED_IN.search(m.whole) is not None:
        return False
    return _FOR_HEALTH.match(m.right) is not None or _HEALTH_BESIDE.search(m.sentence_left) is not None

"""Dates that are neither deadline nor event: one phrase family, one rule, and the name of the rule is the reason.

The families are those of written notices: signing dates, heads, citations, base dates, dates in force, clauses that
describe a noun, consequences, what was valid before, the issuer's or an upper level's own acts, exemptions.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache

from bot.core.ending import is_over, surely_back
from bot.core.festivals import FIXED, LUNAR, NTH_WEEKDAY, TERMS
from bot.core.mentions import Mention
from bot.core.models import Grain, TimeKind
from bot.core.own_acts import ASKED
from bot.core.reasons import CALLED_OFF, EXEMPT_ONES, OCCASION, PAST, SUPERSEDED, TELLS_OF
from bot.core.superseded import is_superseded
from bot.core.unanchored import after_undated, is_purpose, lies_behind
from bot.core.wording import late


def _bare(pattern: str) -> re.Pattern[str]:
    return late(pattern, re.I)


_OFFICE_END = (
    r"(?:局|厅|部|委|办|办公室|所|站|中心|委员会|政府|校|学|院|会|馆|公司|队|处|室|科|股|组|团|台|行|社|厂|园|专班|指挥部"
    r"|书记|主任|Office|Bureau|Government|Committee|Centre|Center|Department|Team|Station)"
)
_FORCE = (
    r"(?:正式|全面|依法|同步|统一|将|就|才|开始|均|一律|不得|暂停|重新)*(?:施行|实施|执行|生效|启用|启动|停用|停发|停止|停产|废止|作废|调整为|上调|下调|恢复"
    r"|放假|上班|开学|开课|搬|换发|关闭|封闭|封|开通|运行|试行|计算|计|享受|发放|补发|交付|上映|营业|通车|实行|新增|每人)"
)
_CITE_LEFT = _bare(
    r"(?:根据|按照|依据|遵照|贯彻|落实|结合|参照|针对|按(?!时|期|要求|照)|鉴于|对照|收到|接到|接(?=[省市县区镇乡上局厅])|传达|学习|继|自|对)[^，。；\n]{0,40}$"
    r"|(?:following|pursuant to|according to|as per|dated|letter of|minutes of|review of)[^.]{0,40}$"
)
_CITE_RIGHT = _bare(
    r"^[^，。；\n]{0,26}?(?:会议|会商|视频会|部署|要求|通知|文件|精神|批示|指示|来函|复函|公告|通报|讲话|来电|点名|反馈|暗访|督查|检查|巡视|审计|暴雨|洪涝|台风|地震|火灾|事故)"
    r"|^[^.]{0,40}(?:letter|review|meeting|memo)|^(?:,|\.|$| and| please)"
)
_BASE_RIGHT = _bare(
    r"^(?:零时|0时|24时)?(?:为|作为|是)(?:本次[^，。]{0,6})?(?:标准时点|标准时间|时点|基准|界|准|统计|调查时点|口径|节点日)"
    r"|^[^，。；]{0,24}(?:为标准时[点间]|为基准日?|为时点|为准|为界)"
    r"|^(?:的|期间的?|以来的?|止的)?(?:的?累计)?(?:数据?(?!员|字)|记录|余额|台账|报表|读数|在册|存栏|对账单|流水|账目|情况数|实有)"
    r"|^(?:底|末)?(?:以来|以后|之后|后)(?!.{0,12}(?:内|报|交|完成))"
    r"|^的(?!请)[^，。；]{1,10}(?:数|数据|人数|余额|读数|存量|底数)(?=[报统填上，。；]|$)"
    r"|^[^，。；]{0,4}(?:党龄|年龄|工龄|教龄|军龄|年满|满\d)|^\s*(?:data|figures|to \d|onwards)"
)
_BASE_LEFT = _bare(
    r"(?:^|[\s，,（(：:、。])(?:数据|人口|余额|累计|统计数据?|口径|信息|面积|人数|台账|情况|数字|资料|时点|账面)?(?:截至|截止到?|截止至)(?:目前)?$"
    r"|(?:数据|人口|余额|累计|统计|口径|面积|人数|台账|清单|名单|名册|情况|信息)截至到?$|(?:(?<!所)以|按|按照|用)$|(?:基准日|标准时点|统计时点|时点|统计日)(?:期)?(?:为|是|:|：)?$|(?:计算周期|统计周期|统计期|所属期|报告期|计算期间|周期)为?[:：]?$|as (?:of|at) $|since $"
)
_ONE_DAY = late("[一二三]日")
_FORCE_RIGHT = _bare(rf"^(?:零时|0时|24时)?(?:起|开始)?[，,]?{_FORCE}|^[^，。；]{{0,12}}(?:起|开始)?(?:施行|生效|停发|执行[^情]|废止)")
_OUT_OF_SERVICE = late(r"[，,]?[^，。；]{0,4}(?:检修|停水|停电|停气|停供|施工|封路|封闭|交通管制|升级|维护|停机|割接|停诊|闭馆|管制|临时关闭)")
_ALLOWED = late(r"[，,]?(?:(?:仍|暂|均|都|一律|继续)*以[^，。；]{1,10}为主|(?:都|还|也)?(?:能|可以)(?:上|坐|进|停|走|开|用|吃)(?![报交传表网门始展]))")
_MAY_STILL = late(r"[，,]?(?:旧的|老的)?(?:都|还|也|仍|照样|照常|照旧|继续|暂时|仍然|依然){1,3}(?:能|可以|可)(?!补|[交报送填改领办申]|[一-鿿]{0,3}(?:提交|报名|上传))[一-鿿]{1,4}")
"""春节前还能卖, 2月15日前照样能刷: what is allowed until then."""
_MAY_NOT = late(r"[，,]?(?:谁|任何人|所有人|大家|一律|一概|先|暂时?|都|也)*(?:别|不要|不得|不准|不许|禁止|严禁|切勿|请勿|莫)(?!忘|迟|晚|拖|误|漏|少于|低于|再[拖等]|超过|等)[一-鿿]{1,6}(?=[，,。；;！!\s]|$)")
"""12月4号前谁也别上车: what is forbidden until then."""
_IN_TIME = late(r"(?:再|会|将|我们?)*(?:慢慢(?:再)?(?:来|发|送|补|还|换|搬|装|配|学)|陆续(?:发放?|送达?|补发|到(?:货|位|账)|配送|安装|拨))")
"""剩下的年底前慢慢发: what comes little by little is demanded of nobody."""
_STAYS = late(
    r"[，,]?(?:(?:仍|暂|均|都|一律|继续)*以[^，。；]{1,10}为主|(?:仍|暂|继续)(?:按|执行|沿用|实行|免)|(?:一律|均|全部)?免费|(?:[我本该][站所局办馆行院]|窗口|大厅|单位|我们)?(?:全天|统一|集体|均|都|临时)*"
    r"(?:不上班|不办公|不开门|不受理|停办|停诊|闭馆|休息|轮休|放假|停业|停工|停产|停课|不对外|(?:不用?|无需|免)报(?=[，。；！\s]|$))|(?:都|还|也)?(?:能|可以)(?:上|坐|进|停|走|开|用|吃)(?![报交传表网门始展])|(?:就|都|再)?随(?:他|她|便|你们?|大家))"
)
"""What is so until or on that day, with nothing to hand in: 6月30日前以劝导为主, 1月12日我站不上班."""
_NOUN_CLAUSE = _bare(
    r"^前?(?![把将])[^，。；请]{0,8}?都?(?:交|报|填|办|传|送)(?:完|好|齐|清)?了(?![没吗])|^(?:之?前|以前)?(?:已经?|未能?|没能?|没有|尚未|仍未|还没有?|不能|无法|曾|就已)"
    r"|^[^，。；\s]{0,14}(?:迁入|落户|投用|投产|开业|入职|上岗|开户|领证|转入|转出|搬入|入住|交付|出生|入伍|入党|去世|死亡|形成|建成|批准|签订|购买|发生|登记|取得|参加工作|毕业|离职|退休|办结|交过|报过|送来|完成)的(?!请)"
    r"|^[^，。；\s]{1,12}?(?:届满|到期|过期|失效|注册|参保|在册|竣工|立项|开工|退役|入学|满[一-鿿\d]{1,6})的"
    r"|^[^，。；\s请]{1,10}的\d+[名个户辆件台人项宗家]"
    r"|^[^，。；\s请]{1,4}的[^，。；]{1,8}?(?:才|不(?![到来])|可以|都算|一律|仍|享受|按)"
    r"|^的[^，。；\s]{1,12}(?:没|未)[^，。；\s]{0,6}的"
    r"|^(?!请)[^，。；\s]{0,2}(?:未|没)[^，。；\s]{0,8}的"
    r"|^[^，。；\s]{0,8}(?:出生|入伍|入党|形成|建成|参加工作)(?:的|[）)])"
)
_ON_TURN = late(
    r"(?:[^，。；\s请把]{0,6}?(?:轮到|轮着|轮值|值[早午晚夜]?班|当班|当值|上[早中晚夜白]班|在班|休息|轮休|调休|休假|请假|出差|外出|不在|没来|缺[席勤])[^，。；\s请把报交]{0,10}?的)(?:同志|人|人员|老师|[一-鿿]员)?(?=把|请|要|先|也|都|自己|记得|务必|抓紧)"
)
"""周五轮到值班的把表补上: the day says who is meant, not by when."""
_NOUN_LEFT = _bare(
    r"(?:ended|taken|paid|placed|filed|submitted|posted|bought|hired|born|signed|issued|made|received|registered|built|opened|expired|purchased|completed|dated)"
    r"(?: (?:before|by|on|after|until|between))? $|(?:年满[^，。]{0,8}[（(]|早于|(?<![不得])晚于|出生[于在]|成立于|建于|有效期(?:截[至止])?(?:在|至|到|为)?|始于|上次[^，。]{0,8}|(?<!请)自)$"
)
_OTHER_PERIOD = _bare(
    r"公示(?:时间|期|期限)?(?:从|自|为|是)?$|(?:公示|有效|保质|合同|任期|聘期|服务|租赁|执行|禁渔|休渔|封山)[^，。；]{0,6}(?:日期|期限|期|时间)(?:为|是|到|至|:|：|截止|结束)*$"
    r"|(?:保存|留存|保留|保管|存档|有效|坚守|封闭|暂停|延续|推广)(?:期)?(?:至|到|在)$|(?:keep|kept|retain|store|valid|remains?)[^.]{0,40}(?:until|till|to|through)? $"
)
_EXPIRES = _bare(r"(?:合同|账号|帐号|证书?|执照|许可|聘期|任期|保险|保单|密码|协议|资质|租约|租期|证件|驾照|授权|有效期)[^，。]{0,6}$")
_REFERENCE = _bare(r"^(?:那|这)(?:次|张|批|份|版|期|个|天)|^的(?:那|这)|^\s?(?:'s|(?-i:one))\b|^那(?!天下班|天[上下]午|时)")
_CONSEQUENCE = _bare(
    r"(?:下雨|雨天|遇雨|有雨|天气不好|天不好|下雪)[^，。；\d]{0,6}$|(?:不要|别|莫|不能|不得|不许|勿)(?:再)?(?:拖|等|挨|耗|推|磨)(?:到|至)$|(?:逾期|过期(?![的食药农商化种产变失疫品])|过时|超期|超时|否则|不然|未按时|没按时|(?<![不得])(?:晚于|迟于)|过了(?:这|此)|错过)[^。；\n]{0,40}$"
    r"|(?:[没未不][^，。；]{0,6}(?:报|交|完成|认证|办|到)的[^，。；]{0,6}[，,]?)(?:将)?[自从]$"
    r"|(?:otherwise|failing which|late ones?)[^.]{0,40}$"
)
_RIDE = late(r"(?:飞机|航班|高铁|火车|动车|班机|列车|轮船|[GDKTZ]\d{1,4})[^，。；]{0,4}$")
_RIDE_MOVES = late(r"(?:左右|准点)?(?:落地|降落|起飞|进站)(?=[，。；、\s]|$)")
_HOUR_BEFORE = late(r"[\d一二两三四五六七八九十](?:[点时:]|半)")
_CAR, _PICKS_UP = late(r"(?:^|[，,。；;：:\s])(?:[接送]人?的?)?(?:车子?|车辆|(?:[大中]巴|班|校|专|面包|客|公交|通勤)车?)(?:将|会|准时|统一|都)*$"), late(r"(?:准时|统一)?[在从到于][^，,。；;\n]{2,14}?(?:等|候|接|开|出?发)(?:人|车|着|大家|你们|各[一-鿿]{1,2})?(?=[，,。；;！!\s）)]|$)")
"""植树下午两点，车子一点半在镇门口等: how people get there."""
_RIDE_COMES = late(r"(?:左右|准点)?(?:到(?![^，。；]{0,8}集合)|抵达|开(?![会展])|发)")
_EXEMPT_LEFT = _bare(r"(?:不用|无需|不必|不再|暂不|免于|不要求|不需要|(?<![识区特个鉴级分类辨])别(?!超|拖|晚|迟|过)|不得(?!超|晚|迟)|no need to)[^，。；:：]{0,10}$")
_EXEMPT_RIGHT = _bare(
    r"^[^，。；]{0,14}(?:不用|无需|不必|不再|暂不|免报|不要求|不需要|不报|停报|不收|不作要求|不纳入)[^，。；]{0,6}(?:报|交|送|填|收|写|做|上传|补|办|再|要求|纳入|受理)?"
    r"|^[^.]{0,40}(?:not required|do(?:es)? not have to|need not|is not part|no longer)"
)
_NUMBERED = late(r"[闸门井泵机库仓桥路线院室窗摊展棚田塘坝图斑厂车床位桩杆塔点段函文令]")
_SKY = late(
    r"[^，。；会报填开]{0,10}(?:有|转|伴|间|出现|迎来|预计|为|多)[^，。；会报填]{0,5}(?:暴雨|大雨|中雨|小雨|阵雨|雷雨|雷电|降雨|降水|大风|降温|高温|寒潮|雨雪|强对流|多云|晴)"
)
_HOURS = late(r"[，, ]?(?:[^，。；]{0,4})?(?:答疑|有人值班|办公(?![室楼厅桌])|受理|咨询|营业|开放|接听|对外|正常上班|open)")
_WEEKEND = late(r"[、和]?(?:(?:周|星期|礼拜)[日天六])?(?:也|都)?(?:照常|照样|休息|不休|办|可以办|开门|正常|除外|不收|不上班)")
_HOURS_LEFT = late(r"(?:办公|值班|受理|营业|开放|服务|咨询|接听|作息|上班|午休|早读|放学|供水|停电|停水)(?:时间|电话)?(?:是|为|:|：)?$|open $")
_HEAD = late(r"[【\[][^】\]\n]{0,20}$")
_HEAD_END = late(r"^[^【\[\n]{0,12}[】\]]")
_ACTS = late(r"报|交|送|填|完成|截止|开|发|传|参加|补|讲|due|by |deadline")
_STATISTIC_NOUN = late(r"^[）)]?(?:的)?(?:期间)?的?(?:工资|流水|收入|数据|记录|账|对账单|报表|值班(?:表|安排|名单)|情况(?:统计)?表|台账|读数|气温|降雨|进度表|日志|考勤)")
_COUNTED = late(
    r"(?:的|期间的?)?(?:(?!开展|组织|完成|填|报|提交|上传|进行|统计|摸)[^，。；、:：]){0,8}(?:次数|数量|人次|金额|收支|总额|产量|户数|件数|流水|情况|明细|清单)(?=[、，。；及和])"
)
_NAMED_SPAN = late(r"(?:为|是)[^，。；]{1,14}(?:期|期间|阶段|高峰日|月|周|日)(?=[，。；]|$)")
_SPAN_ACTS = late(r"[^，。；]{0,12}(?:自查|整改|缴费|换证|登记|申报|办理|集中|报名|填报|认证|征集|排查|采集|收取|受理|缴纳|参保)")
_NAMED_PERIOD = late(r"(?:的)?(?:总结|考核|盘点|检查|报告|奖|决算|慰问|工作|会议|述职|报表|考试|测评|评估)")
_HOLIDAY_LEFT = late(r"(?:假期|放假|期间|长假|假日|公示|公示期|表|名单|安排|台账|中秋|国庆|五一|春节|元旦|清明|端午|双节|双休日|开放)[（(]$|(?:假期|放假)(?:为|是|时间)?[:：]?$")


def _inside_title(m: Mention) -> bool:
    left = m.text[max(0, m.start - 60) : m.start]
    opened = left.rfind("《")
    return opened >= 0 and "》" not in left[opened:] and "》" in m.text[m.end : m.end + 60]


_SUBJECT = late(r"关于[^，,。；;:：\n]{0,40}$")
_SUBJECT_END = late(r"[^，,。；;:：\n]{1,60}的(?:通知|安排|方案|意见|公告|函|通报|请示|批复|提醒|说明)[”\s]*(?:[（(][^（）()\n]{1,12}[）)]\s*)?$")


def _in_subject(m: Mention) -> bool:
    """关于春节前开展走访的安排: a line that only says what the text is about."""
    begin, end = m.line
    return bool(_SUBJECT.search(m.text[begin : m.start]) and _SUBJECT_END.match(m.text[m.end : end]))


def _is_head(m: Mention) -> bool:
    if _inside_title(m) or _in_subject(m):
        return True
    if re.fullmatch(r"\d{1,2}号", m.time.said) and (re.search(r"[(（\[〔]\d{4}[)）\]〕]\s*第?$", m.left[-12:]) or _NUMBERED.match(m.right)):
        return True
    left, right = m.text[max(0, m.start - 24) : m.start], m.text[m.end : m.end + 16]
    return bool(_HEAD.search(left) and _HEAD_END.search(right) and not _ACTS.search(right.split("】")[0]))


_NOT_DONE_WITHIN = late(r"(?:未|没有?|未能|未曾)(?:能)?在\Z")
"""合同签订后未在2个工作日内公开: what was not done is no limit to come."""


def _is_missed(m: Mention) -> bool:
    """Whether a span is one in which something should have been done and was not."""
    return m.time.said.endswith("内") and _NOT_DONE_WITHIN.search(m.left[-6:]) is not None


_DAYS_WITHIN = late(r"这?[一二两三四五六七八九十\d]{1,2}[天日][之以]?内")


_WITHIN_ONE, _RATE = late(r"一[天日周]个?(?:里|之?内|当中)"), late(r"[^，。；\n]{0,8}?(?:的(?:达|到|有)|达到?|超过?|累计|出现)[^，。；\n]{0,4}\d")


def _is_length(m: Mention) -> bool:
    """How long a film, a speech or a watch lasts: 60秒以内, 控制在8分钟内, 保持24小时; or the days just named: 20日至22日三天内; a kind of thing: （六个月以内的）; a rate: 一天里发烧的到了3个."""
    if m.time.said.endswith("内") and re.match(r"的[）)]", m.right):
        return True
    if _RATE.match(m.right) and _WITHIN_ONE.fullmatch(m.time.said):
        return True
    if m.before == m.start and _DAYS_WITHIN.fullmatch(m.time.said) and m.text[m.start - 1 : m.start] in ("日", "号"):
        return True
    if not re.search(r"秒|分钟|小时|second|minute|hour", m.time.said):
        return False
    if re.search(r"分钟|秒", m.time.said) and re.match(r"(?:全部|全员|必须|要|务必)?(?:到|撤|疏散|集合|集结|就位|出动|响应|赶到|到达)", m.right) and re.search(r"演练|演习|警报|拉练", m.text[:400]):
        return True
    if _FILM.search(m.sentence_left[-40:]) and re.match(r"[，,、）)；;。]|$", m.right):
        return True
    if "秒" in m.time.said or re.match(r"(?:的)?(?:小?视频|短视频|短片|录像|录音|发言|以上|不间断|值班|值守|有人|畅通|开机|在岗|在线)", m.right):
        return True
    if _IN_CELL.search(m.text, max(0, m.start - 30), m.start) and re.match(r"\s*(?:[，,、][^\n]{0,12})?[|｜]", m.right):
        return True
    return bool(re.search(r"(?:控制在|时长|每人|发言|限时|不超过|视频[^，。]{0,8}|短片[^，。]{0,8}|不少于|长度|保持|预计|大约|约|未来|under|within|max)[^，。\d]{0,4}$", m.left)) and not re.search(
        r"请[^，。]{0,10}$", m.left
    )


_IN_CELL = late(r"[|｜][^|｜\n]{0,14}(?:视频|短片|录音|音频|片子|作品|节目|朗诵|mp[34]|MP[34])[^|｜\n]{0,10}$|[|｜]\s?$")
"""｜8分钟以内，mp4｜: a cell of how long something lasts."""
_FILM = late(r"(?:视频|短片|录像|录音|音频|微电影|宣传片|动画|动漫|vlog|video|clip|film|audio)[^。；;]{0,38}$", re.I)


@cache
def _festivals() -> frozenset[str]:
    return frozenset({*FIXED, *LUNAR, *TERMS, *NTH_WEEKDAY})


def is_festival(m: Mention) -> bool:
    """A festival named without 前 or a clock time is an occasion, not a date: 国庆值班名单, 元旦以后."""
    if m.time.before or m.has_clock:
        return False
    said = re.sub(r"^\d{4}年|^(?:国际|世界|全国|中国)|[节日]?(?:期间|假期|放假|前后|以?后|左右|小?长假|起)*$|[“”\"]", "", m.time.said)
    if re.search(r"golden week|new year|festival|christmas|holiday|break|^(?-i:[A-Z])[a-z']+ day$", said, re.I):
        return True
    return said in _festivals() or said + "节" in _festivals() or said + "日" in _festivals() or "前后" in m.time.said


_FIGURATIVE = late(r"[，,。；;]|就是|是|和|$")


def _is_eve(m: Mention) -> bool:
    """头一天, 前一天 of what only the words around it can date."""
    return re.fullmatch(r"[前后头]一[天日晚]", m.time.said) is not None


def _is_same_day(m: Mention) -> bool:
    """当天 of something that has no date of its own, 今天 of an age (快速发展的今天)."""
    if m.time.said in ("今天", "明天", "昨天") and re.search(r"(?<![交报填办传送来])的$", m.left) and _FIGURATIVE.match(m.right):
        return True
    if re.search(r"[一二两三四五六七八九十百几半近\d]年内$", m.time.said):
        return True
    if not m.has_day and re.search(r"(?:[前后次隔]一?[天日]|提前[一二两三]天)[，,]?$", m.left):
        return True
    if re.match(r"[当同次翌隔][天日]", m.time.said) and re.search(r"每(?:月|周|季|日|旬|天|年|次|个)|逢", m.sentence_left):
        return True
    if re.match(r"\s*(?:on )?the (?:working )?day before", m.right):
        return True
    return m.time.said in ("当天", "当日", "同日", "次日", "隔天", "the same day", "same day")


_OPENS_UP = late(r"(?:准时|正式|统一|整)*(?:开(?:抢|选(?!举)|填|售|放(?:报名|预约|选课|登记|填报|领取|抢)|通(?:报名|预约|选课))|放[号票])")
"""第一轮今晚8点开抢: from when on something can be had."""


def _is_start_only(m: Mention) -> bool:
    """即日起, 10月1日起 without an end: when something begins, not by when it is due."""
    if m.time.clock and not m.is_range and not m.time.before and _OPENS_UP.match(m.right):
        return True
    if m.time.kind is not TimeKind.RANGE or m.time.end is not None:
        return False
    return not m.has_clock or bool(re.match(r"[^。；\n]{0,30}(?:结束|截止)", m.sentence_right))


_CELLS_BEFORE = late(r"[|丨\t]|\S {2,}\S")
"""What stands between the cells of a row, which no office that signs holds."""


def _is_signature(m: Mention) -> bool:
    if m.time.grain not in (Grain.DAY, Grain.MINUTE) or m.time.before or not m.has_day:
        return False
    begin, end = m.line
    left, right = m.text[begin : m.start], m.text[m.end : end].strip(" \t.。）)】印发")
    row = m.has_clock and "year" in m.time.implied and left.lstrip()[:1] not in ("—", "–")
    if right or row or _CELLS_BEFORE.search(left.strip()):
        return False
    org = re.fullmatch(rf"[\s—–\-]*[^，。；:：\n]{{0,30}}{_OFFICE_END}[\s（()）——,，]*", left)
    last = m.is_last or not re.search(r"[，。；]", m.text[end : end + 80].split("附")[0])
    if not left.strip(" —-–"):
        return "year" not in m.time.implied and not m.has_clock and last and begin > 0 and not m.heading
    if org and last and not re.match(r"[\s—–\-]*(?:请|于|报|交|送|发|到|在)", left):
        return m.line[0] > 0 or "year" not in m.time.implied or bool(re.search(r"[。！!）)]", m.text[max(0, m.start - 400) : m.start]))
    glued = re.search(rf"{_OFFICE_END}\s*$", left)
    return bool(
        glued and m.is_last and (re.search(r"[。！!；]\s*[^，。：:]{0,24}$", left) or "year" not in m.time.implied) and not m.has_clock
    )


_FROM_ITS_DAY = late(r"(?:自|从)[^，。；]{2,14}之日起?[，,]?(?:至|到|截[至止]到?)$")
"""自公告发布之日起至6月30日: what ends then began when this was sent."""


def _is_citation(m: Mention) -> bool:
    if m.time.said.endswith(("内", "止")) or _FROM_ITS_DAY.search(m.left[-24:]):
        return False
    if m.time.clock and not m.has_day and m.left.endswith("收到"):
        return False
    return bool(_CITE_LEFT.search(m.left[-46:]) and _CITE_RIGHT.search(m.right) and not ASKED.search(m.left[-20:]))


_SHUTS = late(r"[，,]?(?:报名|填报|申报|上传|缴费|登记)?(?:系统|平台|通道|入口|端口|链接|窗口|页面|问卷|后台|小程序)?(?:将|就|即|自动|随即|立即|统一|会|也)*(?:截止|到期|收(?!到|入|费|割)|关(?!于|注|键)|交|要|锁定|停止(?:受理|接收|填报|报名|上传)|不能再|不再(?:受理|接收|开放))")
"""28日20:00后系统关闭: what shuts then is open until then."""


_SHUTS_UP = late(r"(?:系统|平台|通道|入口|窗口)?(?:收[表件稿口单官摊]|关(?![于注键])|封|锁)")
"""截至8号收表: the day a door shuts is no base date."""


def _is_base(m: Mention) -> bool:
    left_out = re.search(r"截[至止]到?$", m.left) and re.match(r"[一-鿿]{2,}", m.right)
    if left_out and not re.match(r"前|之前|为止|止|下班|截", m.right) and not _SHUTS_UP.match(m.right):
        return True
    if m.time.said.endswith("后") and _SHUTS.match(m.right):
        return False
    if m.time.said == "一时" or (
        _ONE_DAY.fullmatch(m.time.said) and (re.search(r"[前后每头当]$", m.left) or re.match(r"[两一二三][报次]|游", m.right))
    ):
        return True
    if re.match(r"[^，。；]{0,4}(?:(?:关账|结账|封账|扎账)(?=[，。；]|$)|(?:关账|结账|封账|扎账|轧账|收盘|闭市|封库|停机|断电|停水|停电)(?:之?后|以后))", m.right):
        return True
    if m.has_clock and re.match(r"左右|前后", m.right):
        return False
    about = r"前后" if m.has_clock else r"前后|左右"
    if re.search(rf"以来|以后|之后|[^午]后$|{about}", m.time.said) and not m.time.before:
        return True
    if re.match(r"前后|左右|会[上后前]|会议上", m.right) or (_BASE_RIGHT.search(m.right) and not m.time.before):
        return True
    left = m.left[-24:]
    if re.search(r"as (?:of|at) $|since $", left):
        return True
    return bool(_BASE_LEFT.search(left)) and not re.match(r"(?:前|之前|为止|截止)", m.right) and not _SHUTS_UP.match(m.right)


def _is_in_force(m: Mention) -> bool:
    if m.is_range and not m.time.before and _OUT_OF_SERVICE.match(m.right):
        return True
    if m.time.before and (_ALLOWED.match(m.right) or _MAY_STILL.match(m.right) or _MAY_NOT.match(m.right) or _IN_TIME.match(m.right)):
        return True
    if m.time.before or m.is_range:
        return False
    if m.has_clock and re.match(r"(?:就|将|准时)?(?:关闭|关网|封闭|停止受理|停止接收|停止报名)", m.right):
        return False
    if re.match(r"(?:早上|上午)?(?:上班|开学|放假|开课|开门)(?:第一[天件]|当[天日]|之?后|时|就|前|[，,])", m.right):
        return False
    if _STAYS.match(m.right):
        return True
    if _FORCE_RIGHT.search(m.right[:40]):
        return True
    return bool(not m.has_clock and re.match(r"(?:零时|0时|24时)?(?:起|开始)(?!至|到|[-~—－])", m.right))


_LAST_RIDE = late(r"的?最后一?(?:趟|班|批|场|期|次(?!提醒|通知))")
"""春节前最后一趟投递是2月13日."""
_WHICH_ONES, _MORE_OF_THEM = late(r"[错坏漏缺未没不差重][^，。；（(]{0,6}的[（(](?:\d{1,3}号[、，,和])*$"), late(r"[、，,和]\d{1,3}号|[）)]")
"""边界画错的（3号、9号、14号）: which of what is numbered."""
_CAME_ABOUT = late(r"(?:发[布生]|拍摄|首发|录制|转发|成立|创建|始建|出生)[于在]$")
_PUT_OFF_TILL, _AT_LAST = late(r"(?:拖|等|磨|挨|捱|弄|搞)到了?$"), late(r"才(?:[报交送来弄填]|想起)")
"""上回有个村拖到18日才交: how late somebody once was."""
_NOT_SOONER = late(r"才(?:来|到|有|开(?!始)|会|能|轮|发|[下出回]来|给|[导放通]|下[发达]|汇总|公布|上线|更新|批|[录印出](?!席|场))")
"""车29号才来: what cannot be had sooner."""
_ABOUT_THEN = late(r"许(?![多可])")
_EXPIRED_ONES = late(r"(?:之?前)?(?:就|将|即将|会)?(?:到期|届满|过期|失效|满期|期满)(?:了)?的(?!话)")
"""到8月31日过期的一共6位: which ones are meant."""
_GOES_OFF = late(r"(?:就|即将?|将)?(?:过期|失效)了?(?=[，,。；;\s]|$)|(?:就|即将?|将)到期了?[，,](?:请|要|得|你|各[^，。；]{0,6}?)?(?:尽快|抓紧|赶紧|快去|快|马上|立即|早点)")
"""健康证9月30号就到期，尽快去换: until when what the readers have is good."""
_SEEN = late(r"[^，。；请若如]{0,10}?(?:看见|看到|发现|查到|撞见|碰到)[^，。；]{0,14}?(?:[又还被]|已经?|了)")
"""今晚巡逻看见天台又堆满了: what has just been seen."""


_NEEDED_THEN = late(
    r"(?:就|也)?(?:要用|要看|要拿走|要带走|要来拿|来拿|得用)[，,](?:所以|请)?(?:大家|你们|各[一-鿿])?(?:[上中下]午|[今明][早晚天]|当天一早|\d{1,2}[点号日]|周[一二三四五])[^，,。；;\n]{0,6}?(?:之?前)?(?:就|先|务必|必须|得|要)*(?:给我|[交报发送](?!言|票|车))"
)
"""12号下午要用，上午就给我: what it is needed for, before the limit."""
_LAST_DAY_OF = late(r"[是为][^，。；]{1,14}的$")
_WHICH_IS = late(r"(?:[就也]?是|为|在|[:：，,])?\s?(?:\d{1,2}(?:月|[日号])|[本下这]?(?:周|星期|礼拜)[一二三四五六日天]|[今明后][天日])")
"""25日是今年报销的最后一天, 缴费最后一天1月28日: 最后一天 is no day of its own."""
_WEEKDAYS = r"(?:(?:周|星期|礼拜)[一二三四五六日天](?:[上下]午)?[、和])"
_ONLY_THEN, _IS_OPEN = late(rf"只有?{_WEEKDAYS}{{0,3}}$"), late(r"(?:[、和](?:周|星期|礼拜)[一二三四五六日天](?:[上下]午)?){0,3}(?:才|都)?(?:有(?=[，。；\s]|$)|开放?(?=[，。；\s]|$)|能(?:办|开|做|去)|开门|上班|办公|坐诊|受理)")
"""体检只有周二、周四上午有: when it can be had."""
_SHUT_THEN = late(
    r"(?:那一?天|当天|这天)?[^，。；\n请各你]{0,4}?(?:窗口|大厅|柜台|仓库|库房|银行|食堂|档案室|资料室|机房|财务室?|门诊|邮局|[局所站处科办馆])(?:[^，。；\n请各你]{0,6}?[^报])?(?:不(?:办公|开门|上班|发货|对外|营业|受理)|休息|轮休|闭馆|歇业)"
)
"""季度末那天社保窗口不办公: a day on which nothing can be done."""
_FEAST = r"(?:端午|中秋|国庆|五一|清明|元旦|春节|寒假|暑假|劳动节|长假|小长假|假期|年假|过年)"
_ON_HOLIDAY = late(rf"{_FEAST}[^，。；\n]{{0,6}}(?:放|休)(?:假)?(?:[一二两三四五六七八九十\d]{{1,2}}天)?[，,：:从自（(]?\s?$|{_FEAST}[^。；\n]{{0,16}}?(?:放|休)到$")
_IS_HOLIDAY = late(r"(?:放|休)(?:假|到)|[，,]?共?(?:放假?|休息?)[一二两三四五六七八九十\d]{1,2}天")
"""端午放三天，19号到21号; 寒假2月2日放到27日: the days of a feast."""
_DAY_BEHIND_NAME = late(r"[，,（(]\s?(?:也就是|就是|即)?(?:\d{1,2}月)?\d{1,2}[号日]")
"""节后头一天，22号: the day itself stands behind its name."""
_THINGS_OF = late(r"的[^，。；\n]{2,14}")


_OCCASION, _WAS_DONE = late(r"[^\d点号日周天月]{2,6}前"), late(r"[^。；\n请须]{0,40}?(?:作|做|进行|开展|组织)了[^。；\n请]{0,14}?(?:查|访|调研|慰问|检测|演练|整治|清理)")
"""镇纪委对各村国庆前公务接待作了明查暗访: which ones were looked at."""


_WANTS_TO = late(r"(?:想要?|打算|有意|愿意|考虑|计划|准备)(?:赶?在|赶)?$")
_WHO_WANTS = late(r"(?:之?前|以前)?(?!把|将|交|报|填|上报|提交|申报|送|完成)[^，。；\s请把将]{1,6}的(?![是，。][^，。]{0,2}请各)[一-鿿]{0,4}?(?=[，,]|请|须|要|得|\d|先|到|[本下这]|周[一二三四五六日天]|务必|抓紧)")
"""想赶国庆前动工的，9月18日前把图纸交前台: who is meant, and what he has to do before that."""
_WOULD_SUIT, _OR_NOT = r"(?:之?前|以前)?(?:要是|如果)?(?:能|可以)够?[^，,。；\n]{1,8}?最?(?:最好|更好)[，,；]", r"[^，,。；\n]{0,8}?(?:不了|不上|不及|不成|不行|不出|没有|实在)[^，,。；\n]{0,6}?(?:没关系|没事|不怪|不勉强|不要紧|也[行可好]|算了|无妨)"
_ONLY_WISHED = late(_WOULD_SUIT + _OR_NOT)
"""周三能给我最好，给不了不怪你: a wish, beside which another day is the limit."""
_CLOSED_SINCE = late(r"(?:就|已经?|早就?|便)?(?:截止|截至|结束|关闭|到期)了[，,。；](?:[^，。；\n]{0,4}[没未][^，。；\n]{1,6}的[，,]?)?(?:都|也|现|早)?已")
"""年报6月30日就截止了，还没报的已经列入名录: what is over."""


_COUNTED_UP = late(r"(?:^|[，,。；;：:\s])[^，,。；;：:\n请报]{0,8}?(?:(?:计?算|累[计积]|折算)(?:到|至)|(?:积分|[时课]长|工龄|工时|出勤|里程|次数|分数|学时|业绩|步数)[^，,。；;\n]{0,3}统计(?:到|至))$")
_WHOSE = late(r"的(?:[“《\"「]|(?![要就都得须请]|[还没未][没有交报填])[一-鿿]{2})")
_NAMED_TIME = late(r"[一-鿿]{2,6}(?:之前|以前|前)")
_MAY_OBJECT = late(r"(?:之?前|以前|之?内)?(?:大家|各位|本人|家长|学生|申报人|当事人)?(?:均|都|也)?(?:可以?|有权)(?:向[^，,。；;\n]{2,12})?(?:书面|当面)?(?:提出|提起|申请|提)?(?:书面)?(?:申诉|复议|复核|复查|复评|异议|退换|退货|反悔|撤[回销]|改签|查分)(?=[，,。；;！!\s）)]|$|那)")


def _is_told_by_the_way(m: Mention) -> bool:
    """时长算到11月30日为止; 国庆前的合影; 10日前可以申诉: what is counted until then, which things are meant, what is allowed until then."""
    if _COUNTED_UP.search(m.left[-24:]) or _MAY_OBJECT.match(m.right):
        return True
    return m.time.before and _OCCASION.fullmatch(m.time.said) is not None and _NAMED_TIME.fullmatch(m.time.said) is not None and _WHOSE.match(m.right) is not None


def _tells_of(m: Mention) -> bool:
    if _is_told_by_the_way(m):
        return True
    """Whether a time only says which one is meant, or when something came about that is told of."""
    if (m.has_day or m.time.before) and ((_WANTS_TO.search(m.left[-6:]) and _WHO_WANTS.match(m.text, m.end, m.end + 30)) or _ONLY_WISHED.match(m.text, m.end, m.end + 60) or (not m.time.before and _CLOSED_SINCE.match(m.text, m.end, m.end + 40))):
        return True
    if m.time.before and _LAST_RIDE.match(m.right):
        return True
    if m.time.before and _OCCASION.fullmatch(m.time.said) and _WAS_DONE.match(m.text, m.end, m.end + 80):
        return True
    if _WHICH_ONES.search(m.text, max(0, m.start - 32), m.start) and _MORE_OF_THEM.match(m.text, m.end):
        return True
    if not m.time.before and (_CAME_ABOUT.search(m.left[-6:]) or (m.time.clock and _ABOUT_THEN.match(m.right))):
        return True
    if m.has_day and not m.time.before and _NOT_SOONER.match(m.right):
        return True
    if _PUT_OFF_TILL.search(m.left[-6:]) and _AT_LAST.match(m.right):
        return True
    if not m.time.before and _NEEDED_THEN.match(m.text, m.end, m.end + 40):
        return True
    if not m.time.before and (_no_day_to_act(m) or (m.is_range and m.text[m.start - 1 : m.start] == "把" and _THINGS_OF.match(m.right))):
        return True
    if m.time.said == "最后一天" and (_LAST_DAY_OF.search(m.sentence_left[-20:]) or _WHICH_IS.match(m.text, m.end)):
        return True
    return m.time.said.startswith("今") and not m.time.before and _SEEN.match(m.right) is not None


def _no_day_to_act(m: Mention) -> bool:
    """Whether a day is one of a feast, one on which a counter is shut or can be had, or the mere name of the day behind it."""
    if _ON_HOLIDAY.search(m.text, max(0, m.start - 24), m.start) or (m.is_range and re.search(rf"{_FEAST}$", m.left[-6:]) and _IS_HOLIDAY.match(m.right)):
        return True
    if m.time.said.startswith(("节后", "假后")) and "一天" in m.time.said and _DAY_BEHIND_NAME.match(m.text, m.end):
        return True
    if m.has_day and _SHUT_THEN.match(m.right):
        return True
    return _ONLY_THEN.search(m.text, max(0, m.start - 16), m.start) is not None and _IS_OPEN.match(m.text, m.end, m.end + 24) is not None


def _describes_a_noun(m: Mention) -> bool:
    if re.search(r"(?:去年|前年|上次|上回|往年|那次|[上前]一?[轮批期])[^，。；]{0,8}$", m.left[-14:]) and not m.time.before:
        return True
    if re.match(r"(?:同一|[^，。]{0,8})出现", m.right) and re.search(r"[年月]内", m.time.said):
        return True
    if re.fullmatch(r"[年季月期]?[终末底初]|[年季月]度", m.time.said) and _NAMED_PERIOD.match(m.right):
        return True
    if not m.time.before and _ON_TURN.match(m.right):
        return True
    if _NOUN_CLAUSE.search(m.right) and not re.search(r"(?:最迟|务必|请)$", m.clause_left):
        return True
    if _EXPIRED_ONES.match(m.right) or _GOES_OFF.match(m.right) or (re.match(r"就?(?:将)?(?:到期|届满|过期|失效|满期)", m.right) and _EXPIRES.search(m.left[-16:])):
        return True
    if _OTHER_PERIOD.search(m.left[-30:]) or re.match(r"keep|valid", m.time.said, re.I):
        return True
    if m.is_range and re.search(r"自$", m.left):
        return False
    return bool(_NOUN_LEFT.search(m.left[-40:]) or _REFERENCE.search(m.right))


_AGENDA = late(r"(?:共|还|一共|只)?有[一二两三四五六几\d]{1,2}(?:件|项|个)(?:事|任务|工作|活)")


def _heads_agenda(m: Mention) -> bool:
    """节前有三件事：…: what is told below has limits of its own."""
    return m.time.before and _AGENDA.match(m.right) is not None


_MISSED = late(r"(?:错过|没赶上|没来|漏|来不了|不在家|赶不上)了?的[，,]?(?:请|可)?[于在]?$")
"""错过的1月5日前来电预约: those who missed it have a limit of their own."""


_LATE_ONES = late(r"(?:没|未|不)[^，。；\s]{0,5}的(?:村|单位|户|组|人|支部)?[，,]?$")
_PENALTY = late(r"[^，。；请]{0,6}?(?:通报|点名|约谈|问责|扣分|曝光|停职|挂黄牌|移交|启动(?:问责|执法))")
"""没报的9月30日全镇通报."""


def _is_consequence(m: Mention) -> bool:
    if m.time.before and _MISSED.search(m.left[-8:]):
        return False
    if _LATE_ONES.search(m.left[-10:]) and _PENALTY.match(m.right):
        return True
    own_cell = re.split(r"[|｜\t]", m.left[-60:])[-1]
    return bool(_CONSEQUENCE.search(own_cell)) and not re.search(r"(?:请|务必|抓紧)[^，。]{0,8}$", m.left)


_NOT_DONE_YET = late(r"(?:之?后|以后|过后)?[，,]?(?:还|仍|依然|依旧|尚)(?:没有?|未)[^，,。；;\n]{1,6}?的")
"""20点以后还没改的统一取消: what is called off is what was not done by then."""


_CALLED_OFF = late(
    r"(?![^。；\n]{0,20}[，,](?:原|前|旧|老|上)[^，。；]{0,6}(?:日期|时间|日子|期限|通知)[^，。；]{0,4}(?:取消|不算))(?:"
    r"(?:(?!不[来去到交]|没[来去到交]|未[来去到交]|逾期|缺席|遇[雨雪到]|[如若凡])[^。；\n]){0,30}?取消(?!评|[^，。；]{0,4}(?:资格|名额|补|奖|待遇|优先|先进|评优|轮候))"
    r"|[^。；\n]{0,30}?(?:不开了|不搞了|暂停举办|[，,][那这](?:一?[次回]|个|天)?(?:先|还|都)?不(?:算[分数]|计[分入]|打分))"
    r"|[^，。；\n]{0,30}?(?<!的)不[算作]数|[^。；\n]{0,30}?(?<!的)不[算作]数了"
    r"|[^。；\n]{0,30}?(?<![回赶过起再或哪个进出上下])不来(?=了?(?:[，。；！!\s）)]|$))(?!了?[，,]?(?:就|我|按|视|要|提前|先|须|证))"
    r")"
)
"""9月23日下午的会取消, 周三不来了: not what befalls those who stay away (不来的取消资格, 遇雨取消)."""


_HANDED_BY_THEN = late(r"(?:就|都|必须|务必|一定)?(?:要|得|交|报(?!的)|发|给|填|送|传)(?![^，。；\n]{0,4}的)")
"""下周三晚上八点之前要上个月那次的数不作数了: what is wanted by then is not called off, though no stop parts what is."""


_IF_SO = late(r"[^。；\n]{0,30}?[，,](?:如果?|若|要是)?(?:当天|到时)?[^，。；\n]{0,3}(?:[雨雪风雾]大|大[雨雪风雾]|有雨|下[雨雪]|天气不好)(?:的话)?[^，。；\n]{0,3}?(?:取消|不[开来去搞办])")
"""雨大就取消: what is called off only if it comes to that."""


def _is_cancelled(m: Mention) -> bool:
    if _IF_SO.match(m.right) or _NOT_DONE_YET.match(m.right) or (m.time.before and _HANDED_BY_THEN.match(m.right)):
        return False
    return _CALLED_OFF.match(m.right) is not None


_TOO_LATE = late(r"(?:如有|凡|对|若)?(?:逾期|过期|超期|过时|超时|延期|迟[交报到]|晚[交报到于]|此后|之后|过后|届时|到[时期])")
"""截止8月7日17:00，逾期不再受理: what befalls those who are late is no exemption."""


def _is_exempt(m: Mention) -> bool:
    if _TOO_LATE.match(m.clause_right) or re.match(r"(?:就|将|准时)?(?:关闭|截止|停止|关网)", m.clause_right) or (m.time.said.endswith(("截止", "止")) and re.match(r"[，,]?(?:逾期|过期)?不再", m.right)):
        return False
    return bool(_EXEMPT_LEFT.search(m.clause_left) or _EXEMPT_RIGHT.search(m.clause_right))


_NEED_NOT = late(
    r"(?:之?前|以前|后|以后)?(?!没|未|不|请)[^，。；;：:\n没未不]{1,10}?的(?:人|户|家庭|同志|单位|村|居民)?[，,]?(?:就|可以?|都|也|均|则)*(?:不用|无需|不必|不需要?)(?:再|重新|来)?(?:[一-鿿]{1,2}了?)(?=[，,。；;！\s]|$)"
)
"""9月30日前退房的不用审."""


def _exempts_some(m: Mention) -> bool:
    """Whether a day only says who is spared what the text asks."""
    return m.has_day and _NEED_NOT.match(m.right) is not None and ASKED.search(m.clause_left[-12:]) is None


def _is_statistics(m: Mention) -> bool:
    if _STATISTIC_NOUN.search(m.right) and (m.is_range or not m.time.before):
        return True
    if m.is_range and _COUNTED.match(m.right):
        return True
    if m.is_range and _HOLIDAY_LEFT.search(m.left):
        return True
    if m.is_range and _NAMED_SPAN.match(m.right) and not _SPAN_ACTS.match(m.right):
        return True
    return m.is_range and bool(re.match(r"\s*[）)]\s*(?:值班|放假|的?(?:数据|记录))", m.right))


def is_past(m: Mention, sent_at: datetime) -> bool:
    """Whether the date lies before the day the text was sent."""
    time = m.time
    latest = time.end if time.kind is TimeKind.RANGE and time.end is not None else time.start
    if latest is not None and time.clock == "24:00":
        latest -= timedelta(minutes=1)
    return latest is not None and latest.date() < sent_at.date()


def _is_weather(m: Mention) -> bool:
    """What the sky will do: 今天白天到夜里有大到暴雨."""
    return bool(_SKY.match(m.right)) and not m.time.before


def ride_moves(m: Mention) -> bool:
    """飞机十点落地: when a ride comes or goes, which people are to be in time for."""
    if m.time.clock and not m.has_day and _HOUR_BEFORE.search(m.sentence_left) and _CAR.search(m.clause_left) and _PICKS_UP.match(m.right):
        return True
    return m.has_clock and bool(_RIDE_MOVES.match(m.right) or (_RIDE.search(m.left) and _RIDE_COMES.match(m.right)))


def surely_over(m: Mention) -> bool:
    """Whether a time only says when a ride comes or when people are back, whatever else speaks for it."""
    return ride_moves(m) or surely_back(m)


def _is_now(m: Mention) -> bool:
    """都过三点了, 四点半了: what time it is."""
    alone = not m.left.strip() or re.search(r"(?:都过?|过|已经?|快|马上)$", m.left)
    return bool(m.has_clock and not m.time.before and alone and re.match(r"多?了(?!结)", m.right))


def _is_opening_hours(m: Mention) -> bool:
    """When an office can be reached: 8:30—17:30答疑, 办公时间8:00至12:00."""
    if re.fullmatch(r"(?:周|星期|礼拜)[六日天]", m.time.said) and _WEEKEND.match(m.right):
        return True
    hours = _HOURS.match(m.right if m.time.kind is TimeKind.RANGE else m.clause_right if not m.right.startswith(("，", ",")) else "")
    return bool(m.has_clock and not m.time.before and (hours or _HOURS_LEFT.search(m.left)))


_UP_TO = late(r"(?:统计|计算|累计|数据|口径|时点)(?:[到至]|截[至止]到?)[^，。；\n\d]{0,3}$")
"""三个数统计到当天下午3点: up to when figures are counted."""
_THOUGHT_WRONG = late(r"(?:别|不要|莫|勿|切勿|可别)(?:以为|当成?|觉得|认为|说)(?:是)?$")
"""别以为今天就是最后一天."""
_OF_A_SHIFT = late(r"(?:[夜白早中晚当]班)?那一?[页份条张行栏]")
"""2号夜班那页现在还空着: which page is meant."""


_FIGURES_OF_SPAN = late(r"[）)]的?[一-鿿]{0,4}?(?:额|量|数|产值|率|数据|情况|记录|流水|收入|支出|明细|账单?|报表|清单)(?![一-鿿]{0,2}(?:上报|报送|期))")
"""双十一期间（11月1日至11日）的销售额: what figures are about."""
_OF_THE_CALENDAR = late(r"[）)]?(?:是|就|要|也|正好|又)?(?:(?:照常|正常)?(?:补班|调休|补休)|(?:开始)?放[一-鿿]{0,4}假)(?=[，,。；;！!了\s（(]|$)")
"""这个周日补班，算一天; 周五就放端午假了: what a day is in the calendar."""
_PAYDAY = late(r"(?:付款|发薪|发工资|放款|打款|到账|结账|关账|扎账)日期?(?:是|为|：|:|定在|在)?\s?$")


_SO_FAR = late(r"(?:为止)?(?:(?:一共|总共|已经?|只|才|仅|共|累计)(?:有|剩|差|收到?|报|交|完成)|还(?:有|剩|差))")
"""到今天只收到5个村的: how far things have come."""


def _counts_up_to(m: Mention) -> bool:
    if _SO_FAR.match(m.right) and re.search(r"(?:到|截[至止]到?)$", m.left):
        return True
    return _UP_TO.search(m.left[-10:]) is not None or (m.is_range and _FIGURES_OF_SPAN.match(m.right) is not None)


_CAN_BE_SEEN = late(r"(?:[以之]?后|起)?(?:就|才|均|都)?(?:可以?|能够?)(?:在|到|从|上|登录)?[^，。；\n]{0,10}?(?:看(?!望)|查(?!收)|下载|查询|浏览)")
"""成绩明天上午10点以后可以在学校网站看: since when something is there to be seen."""


def _can_be_seen(m: Mention) -> bool:
    return not m.time.before and _CAN_BE_SEEN.match(m.right) is not None and ASKED.search(m.clause_left) is None


def _is_misthought(m: Mention) -> bool:
    if not m.time.before and (_OF_THE_CALENDAR.match(m.text, m.end) or _PAYDAY.search(m.left[-10:])):
        return True
    return _THOUGHT_WRONG.search(m.left[-6:]) is not None or _OF_A_SHIFT.match(m.right) is not None


_EN_PARTICIPLE = late(r"\b(?:[a-z]{2,}ed|bought|made|sold|built|born|written|sent|given|held|paid|taken|begun|kept|left|lost) (?:on or )?(?:before|after|since|until|prior to)(?: the)? $", re.I)
_EN_LEFT_OUT = late(r"\)?,? (?:stays?|are|is|need|do|does|can(?:not)?|may|will|remains?) (?:out\b|excluded|exempt|not\b|n't|be left|wait\b|unaffected|as they)", re.I)


def _is_left_out_in_english(m: Mention) -> bool:
    """Items shipped before 1 January stay out: which ones a duty leaves out."""
    return _EN_LEFT_OUT.match(m.text, m.end) is not None and _EN_PARTICIPLE.search(m.text, max(0, m.start - 40), m.start) is not None


Rule = Callable[[Mention], bool]
RULES: tuple[tuple[str, Rule], ...] = (
    (TELLS_OF, _tells_of),
    (TELLS_OF, _counts_up_to),
    (TELLS_OF, _is_misthought),
    (TELLS_OF, _can_be_seen),
    (EXEMPT_ONES, _is_left_out_in_english),
    ("title_or_head", _is_head),
    (EXEMPT_ONES, _exempts_some),
    ("lies_behind", lies_behind),
    ("after_undated", after_undated),
    ("after_undated", _is_eve),
    ("purpose", is_purpose),
    ("signing_date", _is_signature),
    (SUPERSEDED, is_superseded),
    (CALLED_OFF, _is_cancelled),
    ("citation", _is_citation),
    ("base_date", _is_base),
    ("statistics_period", _is_statistics),
    ("in_force", _is_in_force),
    ("describes_a_noun", _describes_a_noun),
    ("describes_a_noun", _heads_agenda),
    ("consequence", _is_consequence),
    ("exempt", _is_exempt),
    (OCCASION, is_festival),
    ("describes_a_noun", _is_missed),
    ("length", _is_length),
    ("same_day", _is_same_day),
    ("weather", _is_weather),
    ("now", _is_now),
    ("event_end", ride_moves),
    ("event_end", is_over),
    ("opening_hours", _is_opening_hours),
    ("start_only", _is_start_only),
)
"""What is neither, whatever else the sentence says."""


def _closes(m: Mention, sent_at: datetime) -> bool:
    """截止7月3号，…: a day to come that is not followed by what it is the state of is a limit."""
    start = m.time.start
    return bool(start and start.date() > sent_at.date() and re.search(r"截[止至]到?$", m.left) and re.match(r"[，。；;,]|$", m.right)) and not re.search(
        r"(?:数据|人口|余额|累计|口径|信息|面积|人数|台账|情况|数字|资料|清单|名单|名册|表|册|统计)截至到?$", m.left
    )


def why_neither(m: Mention, sent_at: datetime) -> str | None:
    """The reason why this date is neither deadline nor event, or None."""
    if is_past(m, sent_at):
        return SUPERSEDED if is_superseded(m) else PAST
    for reason, rule in RULES:
        if rule(m) and not (reason == "base_date" and _closes(m, sent_at)):
            return reason
    return None

"""Which time expression is what: the reader's deadline, an event, a window, a recurring duty, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from bot.core.attendance import Day, day_of_meeting
from bot.core.carried_on import carries_on, fetches
from bot.core.chosen_part import is_passed_over
from bot.core.drawn_in import is_drawn_in
from bot.core.english_rhythms import gathers_regularly, is_due_regularly
from bot.core.field_work import is_field_work
from bot.core.fields import (
    Field,
    field_of,
    fills_readers_field,
    stands_in_event_field,
    stands_in_their_field,
    surely_held,
)
from bot.core.limit_words import says_limit
from bot.core.mentions import Mention
from bot.core.models import Grain, Kind, TimeKind
from bot.core.neither import is_past, why_neither
from bot.core.no_concern import concerns_others, is_door_above, is_limit_above
from bot.core.office_acts import is_office_act, is_outsiders_act, is_signers_act, reports_up, takes_in
from bot.core.outages import stands_in_outage
from bot.core.own_acts import (
    binds_nobody,
    hands_up,
    is_own_act,
    is_planned_by_issuer,
    is_upper_subject,
    must_pay,
    surely_paid,
    surely_promised,
    surely_supplied,
)
from bot.core.parties import is_strangers
from bot.core.places import bare_place, opens_online, place_before
from bot.core.reasons import (
    ANOTHERS,
    ARRIVES,
    ASKED_FOR,
    AT_ONCE,
    CALLED_OFF,
    CARRIED_ON,
    COMES,
    DUE_REGULARLY,
    EVENT_FIELD,
    FIELD_WORK,
    GATHERS,
    LEAVES,
    LIMIT,
    OFFICE_ACT,
    PAST,
    READERS_FIELD,
    REQUESTED,
    ROUGH_LIMIT,
    SAYS_LIMIT,
    SHUTS,
    SUPERSEDED,
    TELLS_OF,
    THEIR_FIELD,
    UNANCHORED,
    UPPER_LEVEL,
)
from bot.core.reporting_up import is_needed_elsewhere, is_reported_up
from bot.core.requests import is_request
from bot.core.rough_limits import is_decided_on, is_rough_limit
from bot.core.shutting import door_shuts, shuts
from bot.core.subjects import is_of_another
from bot.core.superseded import is_withdrawn, only_how_changes
from bot.core.third_parties import acts_by_another, told_of_sky
from bot.core.timeline import Stage, stage
from bot.core.wishes import is_wished, meets_then
from bot.core.wording import late

_CALLS_READERS = late(r"[^。；;\n]{0,40}[，,]请(?!假)[^，,。；;\n]{1,16}(?:参加|到场|出席|参会|到会)(?=[，,。；;！!\n]|$)")
"""15:00，四楼会议室，请各单位撰稿人参加: whoever holds it, the readers are called to it."""
_OUTWEIGHED = frozenset({"opening_hours", "exempt", "citation"})
"""Reasons that such a label outweighs: 截止时间为8月7日，逾期不再受理."""
_SAYS_LIMIT = late(r"[前内止]$|截止|截至")
_STAGE_OUTWEIGHS = _OUTWEIGHED | {"in_force", "base_date", "describes_a_noun"}
"""Reasons that the name of a stage outweighs, on a line that holds nothing else."""
_LEFT_OPEN = frozenset({"opening_hours", "describes_a_noun", "in_force", "base_date", "statistics_period", "start_only"})
"""Reasons that the rest of a text may outweigh, unless the date is all that stands behind such a label: 公示期：X, 执行时间：X."""
COARSE = (Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)
"""Grains that name a period rather than a day."""


class DateRole(StrEnum):
    """What a date is for."""

    DEADLINE = "deadline"
    WINDOW = "window"
    EVENT = "event"
    RECURRING = "recurring"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A mention with its role and why. `weak` roles count only where the text has no stronger one.

    `likely` says how likely it is to belong to what comes back (0 … 1), once that has been weighed.
    """

    mention: Mention
    role: DateRole
    reason: str
    weak: bool = False
    likely: float = 1.0


HAND_IN = (
    r"(?:报送|上报|填报|申报|呈报|报名|报到(?=0|1)|报(?!告|纸|表|道|警|废|销|酬|考|案|刊)|提交|上交|补交|移交|缴|交(?!通|流|叉|界|警|易|办|友|代)"
    r"|发送|发(?!生|现|言|展|放|布|改|证|票|动|车)|上传|传(?!统|播|达|染)|寄|递|反馈|回复|回(?!头|家|来|访|避|收|乡|港)|答复|答|给(?!予)|送(?!别|检)|邮"
    r"|填(?!写说明|表说明)|补(?!贴|助|偿|检|考|训|测|种|课|选|植)|收(?!入|购|集|割|费|工|摊|官)|催|要(?!求)|统计(?!员|局|站|所|科|办|口径)|汇总|上缴|回传|签(?!约|到))"
)
FINISH = (
    r"(?:完成|见底|[通清查走跑扫挂贴换装填录打种割修补铺栽]完|落实|整改|办理|办结|办|登记|录入|录|确认|接龙|认证|打卡|做完|做好|搞定|搞|弄|改|拍|排查|自查|清|备齐|齐|关|截止|止|收口|拿|看到|装订|张贴|贴|挂"
    r"|补录|更新|核实|核对|整理|领取|领|归还|还|销号|拆除|拆|除|修复|修|种|栽|挖|缝|到位|结束|开展|入户|走访|摸排|摸清|采集|申请|申领|参保|缴费|缴纳|种完|学完|答题"
    r"|转完|传完|点名|宣传|发放到|回收|清理|清零|建|写|印|打印|盖章|组织|召开|制定|推荐|上线|注册|下载|安装|绑定|激活|检测|接种|体检|验收|配送|拉|运|集中|巡|检查|转)"
)
_ACT = rf"(?:{HAND_IN}|{FINISH})"
_ENGLISH_ACT = (
    r"(?:submit|send|email|e-mail|return|hand(?:ed)? in|due|reach|reply|respond|rsvp|complete|fill|upload|report|ring|call|post|provide"
    r"|deliver|closes?|confirm|register|sign|pay|deadline|last day|needs?|wants?|asks?|latest|finish|clear|expires?|shuts?)"
)
_LIMIT_LEFT = late(
    r"(?:(?:延长?|顺延|推迟|宽限)[^，。]{1,5}[至到]|截止(?:时间|日期|期|日)?|截至|最后(?:期限|时限|时间)|最迟|最晚|不晚于|不迟于|不得晚于|不得迟于|期限|时限|限期?|限于|务于|赶在|要在|卡在|卡到|拖到|宽限到|放宽到|延长?[到至]|延期[到至]|顺延[到至]|推迟[到至]"
    r"|提前[到至]|改[到至为成]|调整[到至为]|变更为|到|至|定[在为于]|(?:别|不要|不得|不|勿|莫)(?:超过|拖过|晚过|过)|deadline|due|latest|until|by|no later than|before)(?:为|是|在|到|至|于|:|：|[啊呀呢呐哪嘛吧哈哦]|也就)*\s*(?:on |is |of )?$",
    re.I,
)
_DUE_LABEL = late(
    r"(?:报送|上报|提交|完成|截止|反馈|报名|填报|交|交表|上交|申报|办理|认证|采集|收取|收件|回执|材料|缴费|登记|排查|自查|整改|征集|收集|推荐|确认)[^，。]{0,4}(?:时间|日期|时限|期限|节点|要求)$"
    r"|^(?:截止|期限|时限|时间要求|最后|deadline|due)"
)
_DUE_LEFT = late(r"(?:补[交报]时间|延长|延期|顺延|宽限|时限|期限|截止|完成时间|报送时间|提交时间|最迟|最晚|底线)[^，。；]{0,4}$")
_TIME_LABEL = late(r"(?:时间|时段|日期|时 间|何时|date|time|when|时间地点|时间和地点|时间、地点)[:：]?$", re.I)
_MEET_VERB = (
    r"(?:召开|举行|举办|开展|(?<!统一)开(?=[一-鿿“《，。；]|$)(?!抢|选|投|填|闸|阀|泄|炉|挖|采|奖|盘|仓|园|伐|渔|海|镰|犁|耕|播|征|售|枪|窗|市|业|铺|渠|井|山|塘|学|网|通|通|工|发|展|具|放|门|车|票|单|证|户|荒|机|灯|锁|关|启|销|支|水|电|出|好|完|过)|集合|集中|报到(?=[，。；、\s]|$|时|手续)|开班|开赛|开考|彩排|走台|演出|开演|首映|参加|出席|到场|在场|等候|等着|集结|出发|开会|观摩|点验|座谈|授课|上课|收看|收听|碰头|碰个头|讲评|点评|总结(?=[，。；\s]|$|会|讲评)|看(?:警示|教育|宣传)?片|走访慰问|听(?:一?[次节堂场]|[^，。；\n]{0,3})课(?![记评本后]))"
)
_MEET_NOUN = (
    r"(?:[一-鿿、“”]{0,14}(?:会议|大会|例会|会商|推进会|部署会|调度会|座谈会|动员会|现场会|分析会|工作会|视频会|协调会|碰头会|述职会|评议会|茶话会|招聘会|说明会|培训会|演练|培训班?|讲座|彩排|演出|汇演|比武|比赛|竞赛"
    r"|接访|互查|互检|签约|仪式|述职|听证|咨询日|运动会|宣讲|考试|面试|体检|义诊|观摩|参观|晚会|典礼|年会|党课|组织生活会|主题党日|补训|复训|轮训|集中学习|学习会|联合验收|实地察看|现场察看|巡河|集中(?:清理|整治|行动))|[一-鿿]{1,10}会(?![计员议室展商同领馆费所址场后上里前]))"
)
_HELD = late(r"召开|举行|举办|开班|报到|参加|出席|开课|集中学习|培训|验收|比赛|竞赛|运动会|演出|展演|集训|复训|轮训|研修|讲座|体检|义诊|招聘会|联审|会审会")
_MEETING_PAPER = late(r"(?:会议|培训|活动|演练|例会|大会)(?:记录|纪要|材料|照片|签到表|通知|精神|台账|总结|方案|预案|视频|名单|资料|简报|情况)")
_TIME_THEN_PLACE = late(r"(?:^|[：:，,；;。\s])时\s?间(?:\s|是|为|在|[:：])*$")
_MEETING_MOVED = late(rf"{_MEET_NOUN}(?<![社委协工商]会)[^。；]{{0,24}}?(?:推|改|延|挪|调|提前|顺延|推迟|延期|改期|调整)(?:迟|期)?(?:到|至|为|在|成|于)了?$")
_INSPECTION = late(r"检查|督查|督察|督导|巡查|抽查|抽检|验收|调研|察看|评价|审计|核查|看现场|看|核|暗访|来|到|巡察|评估|拍摄|采访|测量|丈量|核对|抽样|监测|维修|检修|直播")
_NOW = late(r"现在|这会儿?|此刻|眼下|right now|now", re.I)
_NOW_UNTIL = late(r"[从自]?(?:现在|眼下|目前)(?:起|开始)?(?:一?直)?[到至]")
_THERE_IS = late(
    r"(?:在|[一-鿿]{2,10})?(?:还)?有(?:一)?(?:场|堂|次|个|期|节)[^，。；\n]{0,12}?(?:课|讲座|培训|电影|演练|比赛|观摩|宣讲|体检|义诊|讲解|活动|会)[，,。](?:请)?[^，。；\n我]{0,12}?(?:来听|来看|来学|来参加|参加|到场|去听|去看|来一?人?听|都来|来一个人|必须来|要来|都要?去)"
)
"""另外8月7日上午炮库有一场安全课，炮手本人来听."""
_POLL, _VOTES = late(r"(?:投票|选举)(?:日|时间)(?:为|是|定在|定于|[:：])?$"), late(r"(?<!不用)(?<!不必)(?<!无需)(?:[来到去]|前往|参加)[^，。；\n不]{0,10}投票")
"""选举投票日6月6日全天。各位业主带身份证来投票: when those called vote."""
_DONE_BETWEEN = late(r"(?:之间|这段时间|这个时段|以?内)?[^，。；、开到参]{0,4}?(?:完|好|掉|齐|到位)(?=[，。；！\s]|$|了?再)")
"""早上六点到八点之间走完: hours in which something is to be done, not held."""
_SITS_AT = late(r"(?:还|仍|仍然|接着|继续|再)*在(?![^，。；\n]{0,4}(?:群|家[打]|电话))[^，。；\n]{2,14}?(?:座谈|碰头|点评|授课|宣讲|决赛|复赛|半决赛|(?<=[馆场厅室院校台宫地心])(?:[打踢赛]|[比考](?=[，。；（(\s]|$)))(?=[，。；（(\s]|$)")
"""9点半在好日子社区座谈: what is done at an hour in a place is held there."""
_SPEAKS_THERE = late(r"(?:准时|再|都|一律|统一|请|必须|务必)*(?:来|到|去)(?![县市省州上])[^，。；\n]{2,14}?(?:(?:作|做)?(?:说明|检讨|表态|解释|述职)|汇报(?:情况|工作|进[度展]|原因)|(?:当面|逐个)(?:说|讲|谈|问)|约?谈(?=[，。；！\s]|$))")
_HELPS_THERE = late(r"(?:准时|都|一律|统一|请|务必)*(?:到|去|来)[^，,。；;\n]{2,14}?(?:帮忙|帮着|维持秩序|执勤|值守|站岗|搭把手|布展|布置|当(?:志愿者?|裁判|评委|引导)|引导)")
"""网格员上午9点到东门广场帮忙发奖品: when and where those who read it are needed."""
_GOES_HIMSELF = late(r"(?:^|[，,；;。：:\s])(?:我们?|领导|(?!各)[一-鿿]?(?:书记|主任|[镇乡局站所]长))$")
"""周五上午10点来二楼说明情况: those called speak there; 我周五上午10点到局里汇报 is the writer's own."""
_PRESENCE = late(r"在场|在位|到场|(?<![装改实备理放补署决付款设栽立贴挂全成新建修清转])到位|在岗|待命|不外出|不得外出|勿外出|别走远|不离|留守|等候|候着|等着|陪同|参加|出席|配合|迎检|必到|要到|准时到|在家|在村|带到|带齐|到会|集合|引导|带路|[一-鿿]员到|来人|各来|到现场|attend|present|be there|bring")
_MEETING_TEXT = late(rf"{_MEET_NOUN}|召开|举行|举办|集合|开会|meeting|training|drill|rehearsal|workshop|orientation|open house|session|briefing|seminar|fair\b|exhibition|conference|ceremony", re.I)
_EVENT_RIGHT = late(
    rf"^[^，。；\n]{{0,8}}{_MEET_VERB}|^[，,]?(?:在|于|到|假|借|去|赴)[^，。；\n]{{1,34}}?(?:{_MEET_VERB}|办(?![公法事])|组织|进行|看|讲|比)"
    rf"|^[，, ]?[^，。；\n]{{0,30}}?(?:{_MEET_NOUN}|{_MEET_VERB})"
    r"|^(?:准时|统一|请|务必|全部)*(?:到|去|赴)[^，。；\n把将]{2,18}(?:[室厅堂场馆楼所站部院校心口镇村委局]|广场|政府|基地|合作社|公园)(?=[，。；\s]|$)",
)
_EVENT_LEFT = late(rf"(?:举行|召开|举办)[:：]$|(?:定于|订于|拟于|将于|定在|订在|安排在|放在|设在|时间[为是在:：])(?:[^，。；]{{0,6}})?$|{_MEET_NOUN}(?:的?时间)?(?:定|改|调整|推迟|提前|延期|顺延|变更|安排|换|挪|移|推|拖|变|延)?[到至在于为是：:，,]*$|(?:meeting|training|drill|rehearsal|session|briefing|workshop)[^.]{{0,60}}$", re.I)
_ENGLISH_EVENT = late(r"\b(?:meeting|training|drill|rehearsal|workshop|orientation|induction|open house|session|briefing|seminar|ceremony|fair|visit|inspection|exhibition|conference|sessions|walk-?(?:through|round)|guided walk|tour|town hall|refresher|induction|webinar|site visit)\b", re.I)
_ENGLISH_ROOM = late(r"[,;]?\s(?:in |at )?(?:the )?(?:(?:[Mm]eeting |[Cc]onference |[Tt]raining )?[Rr]oom \w+|(?:[A-Z][\w'’]+ ){0,2}(?:Room|Hall|Auditorium|Theatre|Library)(?: \d\w*)?)(?=[.,;:]|\s?[-–—(]|$)")
"""Tue 14 Oct, 13:00-15:00, Room Yangtze: the hours of a day and a room."""
_ENGLISH_PAYS = late(r"\b(?:disburse|transfer|reimburse|refund|remit|release|credit|deposit)(?:s|ed)?\b[^.;\n]{0,50} on(?: the)? $", re.I)
"""…closed its visit and will disburse the fourth tranche on 28 August: the day of the money, not of the visit."""
_ARRIVAL = late(
    r"(?!.{0,8}报到(?![，。；、\s]|$|时|手续|集中))^(?:前|之前|以前)?(?:(?!完成|确认|核实|选|定好|报|统计|安排)[^，。；]){0,8}?(?:入场|签到(?!表)|就座|入座|(?<![拷存搬送交放运摆抬寄发传拿贴挂拎])到会(?!议室)|到现场|到场|就位|到岗|进场|到达|报到|点名|上车(?!点|地点|名单|人数|时间|位置)|乘车(?!点|地点|名单|人数|时间|安排|方案)|发车(?!点|时间)|候会|测试|调试|进入会议室|开车|布置(?=到位|完毕|好|完)|列队|站好队|排好队|完成热身)|^(?:(?!确认|核实|选|报|统计)[^，。；]){0,12}(?:上车(?!点|地点|名单|人数|时间|位置)|发车(?!点|时间)|集合乘车|坐车)"
)
_COMES = late(r"(?:前|之前)?(?:准时|统一|请|务必|全部|都)*(?:到|赶到|抵达)[^，。；]{0,11}[室厅楼堂馆场部院校站所口心府村位岗]$")
_ARRIVAL_LEFT = late(r"(?:be there|be in place|arrive|show up|be seated|gather|assemble)[^.]{0,14}$|(?:签到|报到|入场|检票|候场|进场|坐车的?|坐大巴的?|乘车的?|坐班车的?|统一乘车)(?:时间)?(?:从|自|为|:|：)?$")
_GATHER_RIGHT = late(
    r"^(?!.{0,18}报到(?![，。；、\s]|$|时|手续|集中))(?:前|之前|以前)?(?:准时|务必|统一|请|必须|全部)*(?:到|在|赶到|抵达|至|去)?[^，。；把将]{0,16}?(?:集合|集中(?![整清收交报送上办申提缴发填])|报到|参会|(?<![拷存搬送交放运摆抬寄发传拿带贴挂拎])到会(?!议室)|到场|现场会|候场|集结)"
)
_INVITED = late(r"与会|[参到]会|参加|出席|参训|参赛|学员|培训人员|代表")
_SET_FOR = late(r"^[^，。；]{0,14}(?:定在|定于|安排在|改在|放在|订于)")
_PERIOD_END = late(r"内|底|末|前|止|旬|end of|this (?:week|month)", re.I)
_PERIOD_DUE = late(r"之?内|末|底|就?要|必须|务必|抓紧|完成|把|搞|弄")
"""A period said like this has an end that is meant: 本月内, 月底, 上旬."""
_BEFORE_ITS_END = late(r"(?:结束|过完)(?:之)?(?:前|以前)")
"""上半年结束之前: its end is the limit."""
_HALF = late(r"周末$|[上下前后本这]半(?:年|个?月)|[春夏秋冬]季|[寒暑][假期]|.{0,2}学期")
_DONE_ALREADY = late(r"^(?:已|刚|才|好|就已|都已|来|是第|启动|开始|起|下发|发布|下午县|召开了|开了|发现|接|凌晨)")
ACT_NEAR = late(rf"^[^，。；\n]{{0,24}}?{_ACT}")
_ACT_SOON = late(rf"^[^。；\n]{{0,60}}?{_ACT}")
_ACT_LEFT = late(rf"{_ACT}[^。；\n]{{0,14}}$")
_MUST_PASS_ON = late(r"就(?:要|得|要得)(?:报|交|送|用|汇总|上报|给)(?!我|我们|齐|完)|就(?:用|汇总|(?:报|交|送|给|上报)(?:到|给|去)*(?:[省市县区局]|上[面级头去]|领导))|(?:要|得)(?:交到|报到|送到)(?:局里|县里|市里|上面)")
_BACKGROUND = late(r"(?:根据|按照|依据|按|接)[^，。；]{2,40}(?:要求|部署|安排|通知|精神|会议)[，,]")
_ROOM = late(r"[室厅楼堂馆院校部]$|中心$|广场|操场|球场|会场|腾讯会议|线上|党校|门口|大院|剧场|school|hall|room|centre|center|office|station|[Rr]oom \w+|Hall", re.I)
_CELL = late(r"[|｜\t]|　|(?<=[^\s/]) / (?=[^\s/])")
_LAST_DAY = late(r"^(?:就?是)?(?:不变|照旧|最后一天|最后期限|到期|截止|截至|收口|关口|关门|关窗口|关闭|收表|收(?![工割摊官场兵车班盘操]|完(?:最后|第))|就要|为止|止|为限|之内|就截止|封关|关网|统一收|latest|deadline)")
_ASKED_ON = late(r"(?:请|务必|须|务|望)(?:(?:各|有关|相关|全体|大家|你)[一-鿿、]{0,8}|尽量|务必|一定|统一)?[于在]$")
_HANDED_SOON = late(rf"[^，。；\n会]{{0,12}}?(?!报到(?:[，。；、\s]|$|时|手续)){HAND_IN}")
_MUST = late(r"[^，。；我们他它县市省\s]{0,4}?(?:必须|务必|务须|一定[要得]|就得|非得)(?!是|为|有人)[^，。；]{1,12}")
"""四号必须上墙: what has to be done then, whatever it is."""
_MISSING = late(r"没有|还没|没[交报给填]|还差|就差|还缺|空着|没动静|没影|人呢|一[个张家]都没|未[报交填]")
_TODAY = late(r"^(?:今天|今日|今|明天|明日|明|后天|本日|today|tomorrow)$", re.I)
_PAPER_LEFT = late(
    r"(?:材料|照片|图片|表|名单|报告|总结|方案|台账|截图|回执|视频|申请|花名册|清单|数据|稿|证明|合同|复印件|原件|档案|作品|电子版|纸质版|扫描件|计划|汇总|小结|简历|发票|票据)(?:[（(][^（）()]{0,24}[）)])?(?:是|为|[:：])?\s*$"
)
"""A paper named right before a day that ends its clause: 推荐材料（盖章）8月25日；公示照片8月28日."""
_STILL_OPEN = late(r"(?:之?前|以前)?(?:还)?(?:没|未)[回报交填]")


@lru_cache(maxsize=64)
def _speaks_of_meeting(opening: str) -> bool:
    return bool(_MEETING_TEXT.search(opening))


def _is_meeting_text(text: str) -> bool:
    return _speaks_of_meeting(text[:600])


def _names_room(place: str | None) -> bool:
    """Whether a place is surely one to meet at, not a village or a bridge whose people are meant."""
    return bool(place and _ROOM.search(place))


def _gathers(m: Mention) -> bool:
    """Whether people are to be somewhere by then, rather than to hand in who comes (前报送参会回执)."""
    found = _GATHER_RIGHT.search(m.clause_right)
    return bool(found and not re.search(HAND_IN, re.sub(r"报到(?=[，。；、\s]|$)", "", found.group())))


def _clock_event(m: Mention, kind: Kind | None = None) -> str | None:
    """Why this point is an event, or None."""
    left, right = m.left[-40:], m.right[:70]
    if _TIME_LABEL.search(m.heading) and not _DUE_LABEL.search(m.heading) and _is_meeting_text(m.text):
        return "time_label"
    if _DUE_LEFT.search(left) or (field_of(m) is Field.THEIRS and not _PRESENCE.search(m.sentence_right)):
        return None
    if m.time.before:
        return "gather_before" if _gathers(m) and not _ARRIVAL.search(m.clause_right) else None
    if _ENGLISH_EVENT.search(m.whole) and not re.search(_ENGLISH_ACT, m.left[-30:], re.I) and not _ENGLISH_PAYS.search(m.left[-70:]):
        return "english_event"
    if m.has_day and m.time.end_clock and _ENGLISH_ROOM.match(m.right) and not re.search(rf"\b{_ENGLISH_ACT}\b", m.left[-60:], re.I):
        return "place_follows"
    if _EVENT_LEFT.search(left):
        return "event_said_before"
    if _TIME_THEN_PLACE.search(left) and re.search(r"地点|会场|地址", m.text[m.end : m.end + 60]):
        return "time_and_place"
    if _MEETING_MOVED.search(m.sentence_left[-60:]) and not re.search(r"报名|报送|截止|上报|提交", m.sentence_left[-60:]):
        return "meeting_moved"
    place = bare_place(right) if m.time.clock else None
    if _names_room(place) or (place and m.has_day and (m.time.end_clock or kind is Kind.EVENT)):
        return "place_follows"
    if m.time.clock and m.has_day and opens_online(right):
        return "place_follows"
    if m.time.clock and m.has_day and place_before(left) and re.match(r"\s*(?:[，。；;,\n]|$)", m.right):
        return "place_precedes"
    handed = ACT_NEAR.match(m.clause_right)
    found = None if re.match(r"[把将]", right) else _EVENT_RIGHT.match(_MEETING_PAPER.sub("材料", right))
    if found and not (handed and handed.end() <= found.end() and re.search(HAND_IN + "$", handed.group())):
        return "event_said_after"
    return None


def _table_role(m: Mention) -> DateRole | None:
    """What the table's head says a cell's date is: with a place it is an event, with a limit a deadline."""
    begin, end = m.line
    if len(_CELL.findall(m.text, begin, end)) < 2:
        return None
    head = m.text[max(0, begin - 400) : begin]
    if re.search(r"截止|时限|期限|完成时间|报送时间|提交时间|什么时候交|deadline|due", head, re.I):
        return DateRole.DEADLINE
    if re.search(r"地点|会场|在哪|place|venue", head, re.I):
        return DateRole.EVENT
    return DateRole.DEADLINE if re.search(r"什么时候|时间|日期|when|date", head, re.I) else None


_OWN_LABEL = late(r"(?:^|[\s，,。；;、）)])([一-鿿]{2,10})[:：]\s*$")


def _under_another(m: Mention) -> bool:
    """Whether a label of its own stands before the date, in the sentence behind that of the heading: …截止时间：X。颁奖：Y."""
    own = _OWN_LABEL.search(m.left[-16:])
    return bool(own and own[1] not in m.heading and not _DUE_LABEL.search(own[1]))


def _inspection_event(m: Mention) -> str | None:
    around = m.text[m.item[0] : m.item[1]][:300]
    if m.time.before or _DUE_LEFT.search(m.left[-30:]) or not _INSPECTION.search(m.right[:60]) or not _PRESENCE.search(around[max(0, m.start - m.item[0]) :]):
        return None
    if re.match(rf"[^，。；]{{0,6}}?{HAND_IN}", m.clause_right):
        return None
    return "presence_demanded"


def _deadline(m: Mention) -> tuple[str, bool] | None:
    """Why this point is the reader's deadline and whether that is weak, or None."""
    time, left, right = m.time, m.left, m.right
    if _DUE_LABEL.search(m.heading) and not _under_another(m):
        return "due_label", False
    if _LAST_DAY.match(right):
        return ("unchanged" if right.startswith(("不变", "照旧")) else "last_day"), False
    if time.before:
        occasion = not re.search(r"[\d月日号周内天点时A-Za-z]|[一二三四五六七八九十]", time.said) and not ACT_NEAR.match(m.clause_right)
        return None if _SET_FOR.match(right) else (LIMIT, occasion)
    if _LIMIT_LEFT.search(left[-12:]) and (m.has_day or m.has_clock):
        return "limit_word", False
    if _DONE_ALREADY.match(right):
        return None
    if re.search(rf"\b{_ENGLISH_ACT}\b", m.whole, re.I) and re.search(r"[a-z]", m.time.said, re.I):
        return "english_act", False
    if not m.has_day and not time.clock:
        return ("part_only", True) if ACT_NEAR.match(m.clause_right) else None
    if _ASKED_ON.search(left) and m.has_day and _HANDED_SOON.match(m.clause_right):
        return ASKED_FOR, False
    if ACT_NEAR.match(m.clause_right):
        return "act_follows", bool(_TODAY.match(time.said)) and not re.match(rf"[^，。；]{{0,6}}{HAND_IN}", m.clause_right)
    if (m.has_day or time.clock) and _MUST.match(right):
        return "must", False
    if _PAPER_LEFT.search(left[-30:]) and re.match(r"\s*(?:[，。；;,、]|$)", right) and re.search(HAND_IN, m.text[m.end : m.end + 80]):
        return "paper_and_day", False
    if re.match(r"[，, ]|$", right) and _ACT_LEFT.search(left[-30:]):
        return "act_precedes", False
    if _ACT_SOON.match(right):
        return "act_later", True
    return ("pressed", True) if _MISSING.search(m.whole) else None


def _window(m: Mention, kind: Kind | None) -> tuple[DateRole, str, bool] | None:
    """What a span of days is: something to take part in, or a window to act in."""
    own_event = _clock_event(m, kind) if "旬" not in m.time.said else None
    if kind is Kind.EVENT and "旬" not in m.time.said and _HELD.search(m.whole) and not ACT_NEAR.match(m.clause_right):
        return DateRole.EVENT, "span_of_meeting", False
    held = own_event and (_HELD.search(m.clause_left[-20:] + m.clause_right[:40]) or own_event in ("time_label", "english_event"))
    acts = re.search(rf"{_ACT}", m.whole) or re.search(_ENGLISH_ACT, m.whole, re.I)
    long = m.time.start and m.time.end and (m.time.end - m.time.start).days > 4
    if own_event and held and _is_meeting_text(m.text) and not (long and kind is not Kind.EVENT):
        return DateRole.EVENT, own_event, False
    if kind is Kind.EVENT and re.match(rf"[^，。；]{{0,10}}?(?:{_PRESENCE.pattern})", m.clause_right):
        return DateRole.EVENT, "presence_demanded", False
    if is_decided_on(m):
        return None
    if "旬" in m.time.said and ACT_NEAR.match(m.clause_right) and not re.search(r"安排|预计|拟|计划|约", m.left[-8:]):
        return DateRole.DEADLINE, "period_end", False
    if "旬" in m.time.said and (not ACT_NEAR.match(m.clause_right) or re.search(r"安排|预计|拟|计划|约", m.left[-8:])):
        return None
    if re.search(r"即日起|今起|今天起|现在|至今(?![日天晚早])|from now|runs?|open", m.time.said + m.left[-20:], re.I):
        return DateRole.WINDOW, "from_now_until", False
    if _DUE_LABEL.search(m.heading) or _TIME_LABEL.search(m.heading):
        return DateRole.WINDOW, "window_label", False
    around = re.sub(r"主要|需要|要求|重要|要(?![交报发填送传办完])", "", m.clause_left + m.clause_right + m.sentence_right[:30])
    beside = re.search(rf"{_ACT}|{_ENGLISH_ACT}", around, re.I)
    if acts or re.search(r"步|阶段|时间|期间", m.left[-30:] + m.heading):
        return DateRole.WINDOW, "window_to_act", not (beside or m.heading)
    return None


_SET_ON = late(r"(?:定|订|拟|将|决定|计划|安排)于$")
_COME = late(r"[^。]{0,60}?(?:请|欢迎|敬请)[^。]{0,24}?(?:参加|参会|参训|参赛|参与|出席|到会|光临|观看|参观|莅临)")
_SET_THERE = late(r"(?:[（(][^（）()]{1,16}[）)])?(?:，|在[^，。；\n]{2,30}?|于[^，。；\n]{2,30}?)?(?:举[行办]|召开|开[展班赛考幕营讲])")


def _is_set_for(m: Mention) -> bool:
    """定于9月26日至28日在镇文化礼堂举行: when something takes place, in so many words."""
    return m.has_day and bool(_SET_ON.search(m.left[-6:]) and _SET_THERE.match(m.sentence_right))


def _calls_to(m: Mention) -> bool:
    """将于9月26日至28日在镇文化礼堂举行，欢迎参加: the same, with the readers called there."""
    return _is_set_for(m) and _COME.match(m.sentence_right) is not None


_SENT_THERE = late(r"[，,](?:请)?各[一-鿿]{1,8}(?:选?派|来|安排|组织)[^，。；\n]{0,30}?(?:参加|观摩|学习|旁听|听课|收看|\d(?:人|名)|[一两二三四五](?:人|名))")
"""县里6日下午3点搞演练，各企业派经理1人、消控员2人观摩: whoever holds it, the readers send somebody."""
_ENGLISH_INVITES = late(
    r"\b(?:[a-z]+ (?:are|is) (?:cordially |warmly )?invited to|(?:is|are|will be) (?:running|holding|hosting|organi[sz]ing|putting on)) (?:an?|the|our)\b(?![^.;\n]{0,120}\b(?:by|before|until) $)[^.;\n]{0,120}$", re.I
)


def invites_in_english(m: Mention) -> bool:
    """You are invited to a tour of the depot on 16 April, 9:30 to 11:00: when it takes place."""
    return _ENGLISH_INVITES.search(m.sentence_left) is not None and _ENGLISH_EVENT.search(m.whole) is not None


_ENGLISH_SET_FOR = late(r"\b(?:is|are|has been|have been|will be) (?:now |firmly |provisionally )?(?:fixed|set|scheduled|booked|confirmed|arranged|held) (?:for|on)(?: the)? $", re.I)
_ENGLISH_ATTEND = late(r"[^\n]{0,160}?\b(?:attendance (?:is|will be)|(?:must|should|please|to|will|shall|kindly|you) attend|be (?:there|present)|(?:need|look forward to) (?:all of )?you|take part)\b", re.I)


def is_set_in_english(m: Mention) -> bool:
    """The away-days are fixed for 23 and 24 April. Attendance is expected from all: when those who read are to come."""
    return _ENGLISH_SET_FOR.search(m.left) is not None and _ENGLISH_ATTEND.match(m.text, m.end) is not None


_ENGLISH_CALLS = late(
    r"[^\n]{0,90}?\b(?:all|every|each|everyone|everybody|both)\b(?! (?:forms?|papers?|reports?))[\w '’-]{0,50}? (?:(?:must|should|shall|will|need to|have to|are (?:required|expected|asked) to|to|please) )?(?:come|comes|attends?|be (?:there|present|in attendance)|stands? by|take part|gather|assemble)\b(?! (?:an?|the|our|its) [^.;\n]{0,40}\d)|[^.\n]{0,60}?[-–—,;] ?(?:(?:all|the|both) )?(?:[a-z]+ ){1,3}(?:attend|come|join)s? in person\b", re.I
)
_ENGLISH_LIMIT = late(r"\b(?:due|deadline|closes?|cut-?off|latest|submit|send|upload|return|hand in|report)\b[^.;\n]{0,40}$", re.I)


def calls_in_english(m: Mention) -> bool:
    """Customer audit next Tuesday, 9:00 am, Hall 2. All line leaders stand by their station: when those called are to be there."""
    return _ENGLISH_CALLS.match(m.text, m.end) is not None and _ENGLISH_LIMIT.search(m.sentence_left) is None


_OF_MEETING = {Day.COMES: (DateRole.EVENT, COMES, True), Day.HELD: (DateRole.EVENT, EVENT_FIELD, False), Day.LEAVES: (DateRole.NEITHER, LEAVES, False)}


_NO_LIMIT = frozenset({PAST, SUPERSEDED, CALLED_OFF, "citation", "signing_date", UNANCHORED, "weather", TELLS_OF})
"""What a day is no limit for, however it sounds."""


_THIRD, _ONLY_PLANNED = late(r"旬|月[初底末中]"), late(r"(?:拟|预计|计划|暂定|大概|大约)(?:于|在)?$")
_NOT_YET_SET = late(r"[^。\n]{0,24}?(?:届时|另行|待定|再通知)")
"""正式会议拟于11月上旬召开，时间以届时通知为准: no day has been set to which anybody is called."""


def decide(m: Mention, sent_at: datetime, kind: Kind | None = None) -> Verdict:
    """The role of one mention, read from its own surroundings; `kind` is what the whole text is."""
    time = m.time
    if time.kind is TimeKind.SET:
        if gathers_regularly(m):
            return Verdict(m, DateRole.RECURRING, GATHERS)
        if is_due_regularly(m):
            return Verdict(m, DateRole.RECURRING, DUE_REGULARLY)
        if is_withdrawn(m):
            return Verdict(m, DateRole.NEITHER, SUPERSEDED)
        return Verdict(m, DateRole.NEITHER, ANOTHERS) if acts_by_another(m) or concerns_others(m) else Verdict(m, DateRole.RECURRING, "recurring")
    if _NOW.fullmatch(time.said):
        return Verdict(m, DateRole.NEITHER, AT_ONCE)
    if (time.start is None and time.end is None) or time.kind is TimeKind.DURATION or (time.unsure == "vague" and not (m.is_range and _NOW_UNTIL.match(time.said))):
        return Verdict(m, DateRole.NEITHER, "no_anchor")
    if is_wished(m):
        return Verdict(m, DateRole.EVENT, EVENT_FIELD) if meets_then(m) else Verdict(m, DateRole.DEADLINE, REQUESTED)
    period = time.grain in COARSE or _HALF.match(time.said)
    if period and _BEFORE_ITS_END.match(m.right) and not is_past(m, sent_at):
        return Verdict(m, DateRole.DEADLINE, SAYS_LIMIT)
    meant = _PERIOD_END.search(time.said) or (time.grain in (Grain.WEEK, Grain.MONTH) and _PERIOD_DUE.match(m.right))
    if period and not (time.before or meant):
        return Verdict(m, DateRole.NEITHER, "bare_period")
    if is_door_above(m) and not is_past(m, sent_at):
        return Verdict(m, DateRole.DEADLINE, UPPER_LEVEL, weak=True)
    if shuts(m) and not is_past(m, sent_at):
        return Verdict(m, DateRole.DEADLINE, SHUTS)
    if m.has_day and not m.time.before and (is_set_in_english(m) or (m.time.clock and (invites_in_english(m) or calls_in_english(m)))):
        return Verdict(m, DateRole.EVENT, EVENT_FIELD)
    if acts_by_another(m) or told_of_sky(m) or is_strangers(m) or is_of_another(m) or is_passed_over(m) or is_drawn_in(m) or is_reported_up(m) or is_needed_elsewhere(m) or concerns_others(m):
        return Verdict(m, DateRole.NEITHER, ANOTHERS)
    if stands_in_outage(m):
        return Verdict(m, DateRole.NEITHER, THEIR_FIELD)
    reason = why_neither(m, sent_at)
    named = stage(m) if reason is None or reason in _STAGE_OUTWEIGHS else None
    if reason not in (PAST, SUPERSEDED, CALLED_OFF) and door_shuts(m):
        above = is_limit_above(m)
        return Verdict(m, DateRole.DEADLINE, UPPER_LEVEL if above else "door_shuts", weak=above)
    if reason not in _NO_LIMIT and (says_limit(m) or fetches(m) or must_pay(m)):
        return Verdict(m, DateRole.DEADLINE, SAYS_LIMIT)
    if reason not in _NO_LIMIT and is_request(m):
        return Verdict(m, DateRole.WINDOW if m.is_range or time.end_clock else DateRole.DEADLINE, REQUESTED)
    if reason in (None, "statistics_period") and is_rough_limit(m) and not _is_background(m):
        return Verdict(m, DateRole.DEADLINE, ROUGH_LIMIT)
    if reason not in _NO_LIMIT and carries_on(m):
        return Verdict(m, DateRole.DEADLINE, CARRIED_ON, weak=True)
    if reason == "describes_a_noun" and time.before and _STILL_OPEN.match(m.right) and not is_past(m, sent_at):
        return Verdict(m, DateRole.DEADLINE, "who_has_not", weak=True)
    if named is Stage.DUE or ((reason is None or reason in _OUTWEIGHED) and fills_readers_field(m)):
        return Verdict(m, DateRole.WINDOW if m.is_range else DateRole.DEADLINE, READERS_FIELD)
    acts = is_signers_act(m) or is_office_act(m) or is_outsiders_act(m) or reports_up(m) or surely_supplied(m) or surely_paid(m) or surely_promised(m)
    if acts and not _CALLS_READERS.match(m.right):
        return Verdict(m, DateRole.NEITHER, OFFICE_ACT)
    if reason:
        others = reason in _LEFT_OPEN and stands_in_their_field(m) and not _PRESENCE.search(m.sentence_right)
        return Verdict(m, DateRole.NEITHER, THEIR_FIELD if others else reason)
    if _THIRD.search(time.said) and (_ONLY_PLANNED.search(m.left[-6:]) or _NOT_YET_SET.match(m.right)):
        return Verdict(m, DateRole.NEITHER, "issuers_own_act")
    if not time.before and (surely_held(m) or _calls_to(m) or (m.has_clock and _SITS_AT.match(m.right)) or (m.time.clock and not m.is_range and _HELPS_THERE.match(m.right) and not _GOES_HIMSELF.search(m.clause_left)) or _sounds_the_alarm(m) or _speaks_there(m) or (m.has_day and not m.is_range and (_THERE_IS.match(m.text, m.end, m.end + 60) or (_POLL.search(m.left[-8:]) and _VOTES.search(m.text, m.end, m.end + 120)))) or (kind is Kind.EVENT and (stands_in_event_field(m) or only_how_changes(m) or _is_set_for(m)))):
        return Verdict(m, DateRole.EVENT, EVENT_FIELD)
    day = day_of_meeting(m)
    if day is not None:
        return Verdict(m, *_OF_MEETING[day])
    theirs = named is Stage.THEIRS and not _SAYS_LIMIT.search(time.said)
    if (theirs or (not time.before and stands_in_their_field(m))) and not _PRESENCE.search(m.sentence_right):
        return Verdict(m, DateRole.NEITHER, THEIR_FIELD)
    if is_field_work(m):
        return Verdict(m, DateRole.WINDOW, FIELD_WORK)
    if m.is_range:
        if takes_in(m):
            return Verdict(m, DateRole.WINDOW, "window_to_act")
        if is_own_act(m):
            return Verdict(m, DateRole.NEITHER, "issuers_own_act")
        window = _window(m, kind)
        if window and window[0] is not DateRole.EVENT and _is_background(m):
            window = (window[0], UPPER_LEVEL, True)
        return Verdict(m, *window) if window else Verdict(m, DateRole.NEITHER, "bare_span")
    return _decide_point(m, kind)


_ALARM, _DRILL = late(r"(?:准时|统一)?(?:拉响|鸣响|响起?)[^，。；\n]{0,6}(?:警报|信号)|鸣[笛锣哨]"), late(r"演练|演习|拉练")
_DRILL_REACH = 200


def _sounds_the_alarm(m: Mention) -> bool:
    """明早的消防演练：9:30拉响警报: when a drill begins."""
    return m.time.clock is not None and not m.is_range and _ALARM.match(m.right) is not None and _DRILL.search(m.text, max(0, m.start - _DRILL_REACH), m.start) is not None


def _speaks_there(m: Mention) -> bool:
    """Whether people are called to a place at an hour of a day to give account; one office-holder alone goes by himself unless the text says whose he is."""
    if not (m.time.clock and m.has_day) or _SPEAKS_THERE.match(m.right) is None:
        return False
    return _GOES_HIMSELF.search(m.clause_left) is None or re.search(r"[村组社][，,；;]书记$", m.sentence_left) is not None


def _is_background(m: Mention) -> bool:
    """根据上级要求，X须于…完成: what the issuer is asked for, not yet the reader."""
    return bool(_BACKGROUND.match(m.sentence_left.lstrip()) and not re.search(r"请|各[村单乡社支镇校园站所班组户]|务必|你们", m.sentence_left))


def _arrives(m: Mention) -> bool:
    """Whether people are to be there at that time; what is tested on a day without an hour is a duty."""
    found = _ARRIVAL.match(m.clause_right)
    if found and not m.time.clock and (found[0].endswith("试") or m.right.startswith(("，", ","))):
        found = None
    return bool(found or _ARRIVAL_LEFT.search(m.clause_left))


def _hands_in(m: Mention) -> bool:
    """Whether who comes is to be reported by then: 3月13日12:00前回复到会人姓名."""
    found = _ARRIVAL.match(m.clause_right)
    return bool(found and re.search(HAND_IN, re.sub("报到|签到", "", found[0])))


def _decide_point(m: Mention, kind: Kind | None = None) -> Verdict:
    comes = m.time.clock and m.time.before and not m.time.said.endswith("内") and _COMES.match(m.clause_right)
    arrives = comes or _arrives(m)
    if comes and m.has_day and _INVITED.search(m.sentence_left):
        return Verdict(m, DateRole.EVENT, COMES, weak=True)
    if arrives and m.has_day and m.has_clock and re.match(r"[^，。；]{0,20}(?:集合|集中乘车|上车|乘车|出发|报到)", m.clause_right) and not m.time.before:
        return Verdict(m, DateRole.EVENT, "gather")
    if arrives and m.has_day and m.time.kind is TimeKind.RANGE and _PRESENCE.search(m.sentence_right):
        return Verdict(m, DateRole.EVENT, "presence_demanded")
    if (m.has_clock or m.time.before) and arrives and not _DUE_LABEL.search(m.heading):
        return Verdict(m, DateRole.EVENT, ARRIVES if kind is Kind.EVENT and m.time.clock and not _hands_in(m) else "arrival", weak=True)
    cell = _table_role(m) if m.has_day or m.has_clock else None
    if cell:
        return Verdict(m, cell, "table_row")
    if m.time.clock and m.time.end_clock and _DONE_BETWEEN.match(m.right):
        return Verdict(m, DateRole.DEADLINE, "act_follows")
    event = None
    if m.time.grain in (Grain.DAY, Grain.HOUR, Grain.MINUTE, Grain.PART):
        theirs = is_planned_by_issuer(m) or (is_upper_subject(m) and not (_PRESENCE.search(m.sentence_right) or _SENT_THERE.search(m.sentence_right)))
        event = None if theirs else _clock_event(m, kind) or _inspection_event(m)
        if theirs and is_upper_subject(m) and not m.time.before and _clock_event(m):
            return Verdict(m, DateRole.NEITHER, "issuers_own_act")
    if event:
        return Verdict(m, DateRole.EVENT, event, weak=False)
    own = is_own_act(m)
    if own and (binds_nobody(m) or (not m.time.before and not hands_up(m))):
        return Verdict(m, DateRole.NEITHER, "issuers_own_act")
    own = own or _is_background(m) or is_limit_above(m) or bool(_MUST_PASS_ON.match(m.right))
    deadline = _deadline(m)
    if deadline:
        reason, weak = deadline
        return Verdict(m, DateRole.DEADLINE, UPPER_LEVEL if own else reason, weak or own)
    return Verdict(m, DateRole.NEITHER, "issuers_own_act" if own else "no_duty_beside_it")

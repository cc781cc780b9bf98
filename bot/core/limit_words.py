"""Words that make a day a limit whatever stands around: 以12日为限, 12日是最后一天, 过了12日就不收了, 【截至12日】."""

from __future__ import annotations

import re

from bot.core.mentions import Mention
from bot.core.times.impossible import SURELY_IMPOSSIBLE
from bot.core.wording import late

_HANDED = r"(?:[报交送填](?![道告警喜废流通])|上传|提交|发(?:我|到|给|群|邮箱)|反馈|完成|认证|缴|申报|录入)"
_LEADS = late(
    r"(?:(?:最后|最终)(?:一天|期限|时限|日期|限期|截止(?:日期|时间)?)|底线|死线)(?:就)?(?:是|为|在|定在|[:：])\s?$"
    r"|(?:不(?:能|要|得|可|许|准)?|别|勿)(?:再)?(?:晚于|迟于|超过|拖过|过)$"
    r"|(?:只|最多|顶多|最晚)(?:再)?(?:收|办|受理|登记|等|接收|宽限|给)(?:[你他]们|大家)?到$|(?:还|归还|续借|缴)[^。；;\n]{0,24}到期日(?:就|都)?(?:是|为|[:：])$|时间(?:只|最多)?(?:给|卡)(?:大家|你们|各[一-鿿]{1,3})?[到在]$"
    r"|(?:真正|正式|最终|最后)(?:算[分数]|取数|拉数|提数|导数|锁[库定]|截数|计分|打分|考核|统计)的?(?:时间|日子)?(?:就)?(?:是|为|在|定在)$"
    r"|(?<![里级面头局厅])截止(?:日期|时间)(?:(?:仍|还|依然|仍然|照旧)(?:为|是)|(?:由|从)[^，。；;\n]{4,24}(?:更正|变更|调整|延长|延期|修改|顺延|推迟|延后|提前|改)[为到至成])$"
    r"|(?:卡|定|锁|钉|掐)死在$|给(?:大家|你们|各[一-鿿]{1,3})到$|(?<![已共])收(?:件|表|稿|款|单|卷|材料)(?:到|至)$|(?:通道|系统|平台|入口|链接|窗口|端口)(?:只|将|统一|最多|一直)?开(?:放|通)?(?:到|至)$"
)
_ENGLISH_LEADS = late(
    r"\b(?:closing (?:date|time)|deadline|time limit|last (?:day|date)|cut-?off(?: date| time)?|final date|due date)(?: (?:for|to|of) [^.,;:\n]{1,50})?(?: (?:now )?is(?: now)?| now| falls on| will (?:now )?be|:"
    r"| (?:has been|have been|is|was|will be|gets) (?:now |therefore )?(?:moved|extended|pushed|brought|postponed|shifted|changed|put|set)(?: up| back| forward| out)?(?: to| until| till| for)?)(?: on)?(?: the)?\s?$"
    r"|\b(?:giv(?:e|es|ing|en)|allow(?:ing|ed)?|grant(?:ing|ed)?) (?:you|everyone|everybody|all|staff|teams|people)(?: all)?(?: (?:a bit )?(?:more )?time)? (?:until|till)(?: the)? $"
    r"|\b(?:you|everyone|everybody|all of you)(?: all| now| still)?(?:'ve| have|'ll have| will(?: now)? have| can (?:have|take)| may take)(?: now| all| got| time){0,2} (?:until|till)(?: the)? $", re.I
)
_ENGLISH_MOVED = late(r"\b(?:extended|brought forward|moved (?:up|forward)|(?:pushed|put) back) (?:to|until|till)(?: the)? $", re.I)
_ENGLISH_HELD = late(r"\b(?:meeting|call|training|drill|rehearsal|workshop|session|briefing|seminar|ceremony|visit|inspection|class|course|tour|lunch|dinner|party|retreat|event|interview|conference|webinar|retreat|trip|match|hearing)s?\b[^.;\n]{0,60}$", re.I)
_ENGLISH_OPEN = late(r"\b(?:registration|survey|portal|form|sign-?up|enrolment|poll|applications?|nominations?|booking|voting|submissions?|questionnaire)\b[^.;\n]{0,30}\b(?:open|runs?|available) (?:until|till|through)(?: the)? $", re.I)
_ENGLISH_ACCEPTED = late(
    r"\b(?:objections?|appeals?|comments?|suggestions?|claims?|entries|bids?|tenders?|quotes?|offers?|orders?|nominations?|applications?|submissions?|proposals?|forms?|returns?|requests?|reports?|papers?|registrations?|responses?|replies|votes?|ballots?|donations?|corrections?)\b"
    r"[^.;\n]{0,60}? (?:is|are|will be|can be) (?:still |only |also )?(?:accepted|taken|received|considered|admitted|handed in|made)(?: in writing| here| by us)? (?:until|till|up to|through)(?: the)? $", re.I
)
"""Objections are accepted until 14 September."""
_ENGLISH_TAKEN = late(
    r"\b(?:is|are) what (?:we|I)(?:'ll| will)? (?:collect|need|want|pick up|take in|gather)(?: on| by)? (?:the )?$"
    r"|\bI(?:'ll| will| am going to|'m going to)? (?:collect|pick up|fetch|gather|pick) (?:them|these|those|it)(?: all)?(?: up| in)?(?: on| at)? (?:the )?$"
    r"|\b(?:I|we) need (?:the|your|all|their|these|those) (?:[a-z-]{1,14} ){0,3}(?:head ?counts?|numbers?|figures?|lists?|forms?|reports?|names?|returns?|slips?|sheets?|data|replies|answers?|photos?|copies)(?: on| by)? (?:the )?$"
    r"|\b(?:objections?|comments?|entries|nominations?|bids?|tenders?|proposals?|abstracts?|suggestions?|claims?|requests?|orders|applications?|submissions?|feedback|photos?|votes?|replies|returns|forms|papers|articles|questions)\b[^.;\n]{0,60}?\b(?:is|are|will be|can be) (?:still )?(?:accepted|taken|received|welcome|collected|considered)(?: (?:in writing|by e-?mail))? (?:until|till|through|up to)(?: the)?(?: noon on)? $"
    r"|\b(?:box|portal|form|survey|link|sign-up|poll) (?:will )?(?:closes?|shuts?|is (?:closed|emptied|cleared))(?: at| on)? (?:the )?$",
    re.I,
)
"""Scans are what we collect this Friday; I pick them up on Tuesday; the box closes at 17:00 on 14 April."""
_ENGLISH_BY_THEN = late(r"[^\n]{0,60}?\b(?:have|get|send|let|leave|hand|give|bring|return|drop|submit)\b[^.;\n]{0,50}\b(?:by then|before (?:then|that)|beforehand)\b", re.I)
_ENGLISH_MEETS = late(r"\b(?:meeting|training|drill|rehearsal|workshop|session|briefing|seminar|ceremony|visit|inspection|class|course|tour|lunch|dinner)\b", re.I)
"""The plan goes to the principal on Monday, so have it with us by then."""
_ENGLISH_OTHERS = late(r"\b(?:was|were|their|its|his|her|county|city|municipal|provincial|national|ministry|bureau|province|prefecture|region|district|state|council|board|donor|funder|head ?office|headquarters|carrier|supplier|vendor|shipping|vessel|contractor)(?:'s)?\b[^.;\n]{0,40}$", re.I)
"""The closing date for claims is 17 April: a limit in so many words, unless it is another's."""
_SET_FOR, _DONE = late(r"(?:^|[，。；\s])(?:时间)?定在$"), late(r"(?:之?前)?(?:全部)?(?:完成|办结|交齐|报齐)")
_BRACKETED, _CLOSES_BRACKET = late(r"[【（(\[](?:截[止至]|限|最[晚迟]|截止(?:日期|时间))[:：到于]?$"), late(r"(?:日)?(?:前|止)?[】）)\]]")
_OPENS_WITH = late(r"(?:^|\n)(?:截[止至]|截止(?:日期|时间))$")
_FOLLOWS = late(
    r"(?:这一?天|当天)?(?:就|才|便)?(?:是|为)(?:最后|最终)?的?(?:一天|期限|时限|截止(?:日期?|时间)?|底线|死线|红线|大限|[硬死]?杠[子杠]|限期|最后(?:一天|期限|时限|日期))(?=[，,。；;！!\s）)】]|$)"
    r"|(?:就|才|便)?(?:是|为)[^，。；;\n\d]{0,12}?(?:收|交|报|缴|填|投|领|办|申|登记|提|补|受理)[^，。；;\n\d]{0,6}?的?最后一?[天日](?=[，,。；;！!\s）)】]|$)"
    r"|(?:就|才)?是(?:你们|咱们?|我们|大家|各[一-鿿]{1,4}?|每[个家村户])[^，。；\n]{0,30}?(?:[交报填传录做办改清]完|[交报填传录做办改]齐|[交报填传录做办]好|上报|提交|完成|报送|录入|整改到位|交)的(?:最后)?(?:日子|时间|期限|时候|一天|节点)(?=[，,。；;！!\s）)】]|$)"
    r"|(?:当天|那天)?(?:还|仍)?没[到交报来给填][^，。；\n]{0,3}的[，,]?(?:就|一律|都|统一)*(?:算|视为|按)(?:放弃|弃权|自动|没有|不)"
    r"|(?:再|才)?(?:带|交|拿|送|发|报)(?:过?来|给我|我)(?:就(?:行|可以|好|成)|即可|[也都](?:行|可以))(?![吗？?])"
    r"|(?:之?前)?(?:进度|完成率|参保率|覆盖率)?(?:必须|务必|要|得|须|应当?)(?:确保)?(?:过半|(?:达到?|完成|过)(?:[5-9]\d|100)[%％]|[达超]?[到过][五六七八九]成|清零|见底)"
    r"|那天(?:再|统一|都|就|一起|一并|务必|各[一-鿿]{1,3})*(?:(?:交|报|送来)(?=[，,。；;！!\s]|$|给我|到|来)|(?:传|报|交|发|送)(?:给|至|到))"
    r"|最后一天(?=[，,。；;！!\s）)】]|$)|为限(?=[，,。；;！!\s）)】]|$)|一过就?[^，。；\n]{0,3}不"
    r"|(?:准时)?(?:停止|截止)(?:报名|登记|受理|接收|收件|申报)(?=[，,。；;！!\s）)】]|$)|(?:报名|登记|申报|投稿|缴费|填报|预约|选课|投票)(?:截止|结束)(?=[，,。；;！!\s）)】]|$)(?![，,]\s?已)"
    r"|(?:就|便)(?:不(?:再)?(?:收|办|候|登记|受理)|截止|停止)了?(?=[，,。；;！!\s）)】]|$)"
    r"|(?:就)?(?:截|到点)(?=[，,][^。；\n]{0,4}(?:没|抓紧|赶紧))|(?:我|领导)要(?:看到?|见)?(?:结果|数(?=[，。；！\s]|$)|东西)|我来收"
)
_CLOSES_UP = late(r"(?:就|准时)?(?:收工|关门|打烊|下班|停止收件)[，,]?(?:过时|逾期|之?后)?(?:就|便|一律|也)?不(?:再)?(?:接|收|办|候|等)")
"""窗口16:30收工就不接了."""
_I_BEGIN = late(r"(?:准时)?我们?(?:这边)?(?:就|要|再|准时)?(?:开始|动手|着手)?[一-鿿]{1,5}[，,；;](?:[^，。；\n]{1,10}之?前|之前)(?:还|仍)?[没未][到交报填收发][^，。；\n]{0,3}(?:的|[，,])")
"""明晚七点我开始做表，七点前没到的…."""
_LAST_OF = late(
    r"(?:这一?天)?(?:就)?是(?:我们|咱们)?(?:今年|本年|全年|上半年|本月|这个?月|本季|这一?[批轮期次]|本[批轮期次])?度?的?[^，。；\n\d]{0,6}?"
    r"(?:报销|报账|申报|填报|[补上呈]报|补录|补交|收[票件表]|受理|缴费|缴款|参保|登记|报名|办理|认证|领取|投稿|提交|开票|年[检审]|换[证领]|退费|充值|录入|上传)的?最后(?:一[天日]|期限|时限)"
)
"""25日是今年报销的最后一天."""
_SHOUTED, _SHOUTED_ON = late(r"[一-鿿]?(?:交|报|填完|填好|发|补齐|交齐|报齐|交来|报来)[！!]+\s?$"), late(r"(?:之?前)?\s?(?:[！!]|$)")
"""交！今天17:00！"""
_BOUND, _BOUND_ELSEWHERE = late(r"(?:一律|务必|必须|务须)(?:要|于|在)?$"), late(r"(?:要求|规定|下令)[^，。；]{0,12}$")
"""欠付的一律春节前付清: a duty in so many words, unless it is told of as that of others."""
_TAKEN_TILL, _TILL_ENDS = late(r"(?:^|[，,。；;\s只就])(?:只|就)?(?:收|接|接龙|登记|报名|统计)到$"), late(r"(?:之?前|为?止)?(?=我?就[一-鿿]|[，,。；;！!\s]|$)")
"""我在一楼收，收到五点半."""
_PAPER, _COLLECTED = late(r"(?:名单|回执|[报登记申请统计]表|材料|报告|总结|清单|台账|名册|照片|方案|稿件?|作品)$"), late(r"(?:统一)?收(?:齐|完)?(?=[，,。；;！!\s]|$)")
"""参训名单17日收."""
_DRAFT, _HANDED_FIRST = late(r"(?:电子[版档稿]|纸质[版件]|[初底草]稿|初表|照片|图片|名单|扫描件|截图|数据|原件|复印件|台账)$"), late(r"(?:务必|必须|要|得|请|都|就)*(?:先|提前|预先)(?:把)?(?:[^，。；\n大各你]{0,4}?)(?:发|传|报|交|送|给)(?!大家|各|你们|下|[布放])")
"""电子版25号先发一份: what is handed in ahead of the rest."""
_LAID_OUT = late(
    r"(?:[上下]午)?(?:就|要|会|将|再|统一|集中)*(?:检查|抽查|查|收查)(?![询看收到岗寝卫安食])[^，。；\n]{0,14}[，,；。](?:[^。；\n]{0,24}[，,])?(?:请|都|各班|大家|务必|统一|提前|事先|当天|早读前|课代表|班主任|各组|组长)*(?:把[^，。；\n]{1,12}?)?(?:放|交|送|摆)(?:到|在|至)?[^，。；\n]{2,14}?(?:桌上?|办公室|[室处科办]|门口|柜子?|窗台|讲台)(?:上|里)?(?=[，,。；\n]|$)"
)
_LOOKED_THROUGH = late(r"本(?![周月校村组次人])|作业|教案|台账|记录|账|册|材料|资料|档案|计划|笔记|表|卷")
"""听课本周四上午统一查，放教务处门口桌上: what is looked through then lies there by then."""
_AFTER_WHICH = late(r"(?:我[司们]?)?(?:统一|正式)?(?P<act>[封锁结关扎盘][账卷库柜箱表单口])[^\n]{0,60}?(?:赶在|务必|须|请)[^，。\n]{0,8}?(?P=act)之?前")
"""26日18:00封账，…请赶在封账前寄到."""
_DAYS_TAKEN = late(r"(?:收(?![到了]|入|费)|受理|接收|办理?|登记|报名)(?:件|表|单)?[一两二三四五六七\d]天[，,:：（(—]\s?$")
"""申请表只收两天，18号、19号."""
_JUST, _THAT_DAY = late(r"(?:时间|期限|日子)[^，。；\n]{0,4}(?:就|只有)$|(?:^|[，,。；\n])(?:就|只有)(?:是|这)?$"), late(r"(?:这)?[一两]天(?=[，,。；;！!\s]|都?不|$)")
"""时间就后天一天."""
_CLOSED = late(r"(?:截止|为止|止)[】）)\]]")
_PASSED = late(r"(?:一?过了?|超过|[晚迟]于|逾|误了)$")
_LOST = late(r"(?:[后的来]|还没[^，。；]{1,4}的)?[，,]?(?:我们?|咱们?|窗口|这边)?(?:就|一律|概|便|将|都|统一|也)*(?:(?:后台|系统|平台|通道|链接|入口|窗口)(?:就|便|自动|会|将)*(?:锁|关|封)|不|没(?:机会|法)|后果|作废|视为|算(?:弃权|自动)|按(?:弃权|放弃|自动)|失效)")
_UNTIL, _LATE_ONES = late(r"(?:截至|截止到?|截止日为)[:：]?\s?$"), late(r"[，,；;]\s?(?:[晚迟]于|过了?|逾|超过|误了)(?:这|此|那)?(?:一)?[天日期时]?[^，。；\n]{0,10}(?:不|按|视|算|作|一律|概)")
_SAID_AFTER, _AFTER = late(r"(?:之后|以后|过后|后)$"), late(r"(?:之后|以后|过后|后(?![果续台天]))")
_NO_MORE = late(
    r"[，,]?(?:[送寄交报拿发传]?来的|送的|交的|报的|(?:收|寄|送|交)?到的|发的|补的)?(?:就|一律|一?概|将|便|都)*(?:(?:不再|不予|没法|不能再?)(?:再)?(?:受理|办理|补[录办报交收]?|收(?![费款])|接收|接待|报销|登记|报名|认)"
    r"|[补报办交]不(?:了|上)|不(?:收(?![费款])|接待|受理|认(?!识)|候|算(?=了?(?:[，。；！\s]|$))|计(?=[，。；！\s]|$)|[补办](?=了?(?:[，。；！\s]|$)))|(?:系统|通道|窗口|平台)(?:就|将|便)?(?:关|停))"
)
_CORRECTIONS = late(r"(?:任何)?(?:更[正改]|变更|修改|改动|撤[销回]|异议|申诉)")
"""7月8日后不再受理更正: what is no longer taken is not what is handed in."""
_ANSWERED = late(
    r"(?:最[晚迟]|截止|截至|(?:哪[天日]|几[号日]|什么时候|啥时候?|何时)[^？?\n]{0,8}(?:[交报送填]|完成)|(?:[交报送填]|完成)[^？?\n]{0,8}(?:哪[天日]|几[号日]|什么时候|啥时候?|何时))"
    r"[^？?\n]{0,12}[？?]\s{0,2}(?:答|回复|A)[:：]\s?(?:最[晚迟]|就?在|是)?\Z", re.I
)
"""问：最晚哪天交报告？答：11月28日: a limit that is asked for."""
_AS_OF, _RECEIVED = late(r"(?:^|[，,、；;。\s的])(?:一律|均|都|统一)?以$"), late(r"(?:当天|当日|之?前|以前)?(?:[一-鿿]{0,6}?(?:收到|收讫|送达|寄达|寄出|发出|到件|提交|到达|交到|邮戳|上传|录入|签收))(?:的|时间|日期|日|时|邮件|材料|稿件|原件)*为(?:准|限|止)")
"""以29日收到为准, 以29日邮戳为准, 以29日收到为限: what comes later does not count."""
_DATED_BY, _COUNTS = late(r"(?:报送|上报|提交|填报|报名|截止|完成|交[表件稿卷货]?|反馈)的?(?:日期|时间|日子|期限|时限)(?:一律|均|统一|都|仍)?以[“\"]?$"), late(r"[”\"]?为准")
_FOR_NO_DAY = late(rf"{SURELY_IMPOSSIBLE}[^。；\n]{{0,24}}?(?:应(?:该)?[为是]|更正为|改为|[以按])[“\"]?$")
"""报送日期以28日为准, 4月31日应为4月30日, 写成了4月31日，以4月29日为准: the day that counts, or that stands for one no calendar has."""
_ONLY_COUNTS, _OF_THEN = late(r"(?:只认|只收|仅收|只算|只接收|只受理)$"), late(r"(?:之?前|以前)(?:收到|交来|送来|寄来|提交|报来|到|发来)的")
"""只认29日之前收到的."""
_HOLD_TO, _THIS_MOMENT = late(r"(?:抓住|卡住|盯住|守住|盯牢|抓牢|对准|记牢|记住|把握住?)[^，,。；;\n]{0,24}$"), late(r"[）)]?这(?:一|个)*(?:时间|时点|节点|关口|当口|底线|点|线|期限|时限)")
"""抓住31日20:00这个时间点."""
_OUR_LIMIT = late(r"(?:[镇乡村站所局办校院县]里?|街道|我们|咱们|自己|内部|这边|我)(?:这边|自己)?(?:内部)?(?:定|给|卡|划|留|排)?(?:的(?:是)?|了)?(?:最后|截止)?(?:死线|底线|线|期限|时限|限期|节点)(?:就|则|都)*(?:是|为|在|划在|卡在|定在|[:：])[^，,。；;\n\d]{0,6}[（(]?$")
"""县里30日锁库，我们自己的线是25日下班."""
_OUR_DAY, _THEIRS_FIRST = late(r"(?:[镇乡村站所局办校院]里?|街道|我们|咱们)(?:这边|自己)?(?:定|给|卡|要)的?(?:时间|日子)?(?:就|则)*(?:是|为|在|[:：])$"), late(r"(?:[省市县区镇乡州][里级上]|局|委|厅|办|上面|上级|上头)(?:那边|那头|自己)?[^，。；\n]{0,16}?(?:截止|为止|锁|关|封|前|要|收口|最[晚迟后])[^。；\n]{0,12}[，,；;。][^。；\n]{0,6}$")
"""教育局那边是30日截止，镇里定的是25日."""
_DAY = late(r"[\d日号天周]|礼拜|星期|星期|[今明后][天日早晚]|day\b")
_BY_THEN = late(
    r"[^，。；\n]{0,14}[，,。；](?:[^，,。；;\n]{0,14}?(?<![一-鿿]前))?(?:请|务必|须|要|得|都|就)*(?:赶?在)?[那这此](?:一?天)?(?:之前|以前)(?!的|没|已|也|就|曾|先?不)[^。；\n]{0,16}?"
    r"(?:给我|[交报](?![到名告])|[发送传录填补]|归档|弄好|[做看学答听读抄][好完]|完成|备[好齐]|整改)"
)
_TAKES_PART = late(r"会(?!计)|培训|演练|比赛|讲座|考试|集合|开班|活动|(?<!点播)(?<!线上)(?<!在线)(?<!视频)(?<![网慕微])课")
_NOT_OURS = late(r"(?:[县市省][里局]|上级|上面|领导|我(?!们))[^，。；]{0,8}?(?:会|培训|活动)")
"""周四我去银行，表在那之前给我; a meeting stays what it is, unless it is that of others."""
_WE_SHUT = late(r"就(?:要)?(?:封|锁|关|收口|收网|扎口|封口|锁库|关账|封账|盘账)(?:了)?(?=[，,。；;！!\s]|$)")
_ABOVE_SHUTS = late(r"(?:[省市县区州][里级上]?|[省市县区州][一-鿿]{0,6}?[局委厅办]|上[面级头]|总部|我|人家|对方|他们|学校|商店|银行|邮局|超市|食堂)(?:的)?[^，。；]{0,4}$")
"""镇里27号就封."""
_WE_ARE, _HAVE_IT = late(r"(?:我们?|咱们?|[镇乡站所局办社校]里|办公室|党政办)(?:这边)?$"), late(r"(?:就|必须|务必|一定)*(?:要|得|必须)(?:收[齐到全完]|收上来|[见看拿]到)")
"""我们周四下班前就要收齐."""
_HEADS_LINE = late(r"(?:^|\n)\s*(?:[①-⑳]|\d{1,2}[.、]|[-•·*])?\s*$")
_IS_BROUGHT = late(r"(?:[（(][^（()）\n]{1,8}[）)])?\s*[：:]\s?[^。；;：:\n我们别不勿]{1,24}?(?:[交报送](?:上来|过来|来|齐)|[交发报](?:给|到)?我|(?:[发传]|上传)到?(?:本)?群里?|上交|交到[^，。；;\n]{2,10})(?=[，,。；;！!\n]|$)")
"""11月16日：登记表交来."""
_ROW_HANDS_IN = late(r"[ \t　：:]{1,6}(?:上?交(?![通流接易付警友底代]|给?[省市县局]|上级)|提交|报送(?!给?[省市县局]|上级)|上报(?![省市县局]))(?![^\n]{0,30}已[交报])[^，。；;\n]{2,30}")
"""9.12　交《支教日志》第一篇: a row that opens with its day and says what is handed in."""
_ON_ITS_DAY = late(rf"(?:启动|开幕|开工|开业|上线|开营|开镰|开园|开馆|开街)(?:当[天日]|那天)(?:就|都|一律|统一)*(?:必须|务必|要|得|须)(?:把[^，。；\n]{{1,10}}?)?(?:{_HANDED}|挂|贴|张贴|上墙|摆|到位|配齐|完成)")
"""海报5月20日启动当天就要挂出来."""
_EACH_FINISHES = late(r"(?:之?前)?(?:请|务必)?各[一-鿿]{1,4}(?:都|均|务必|要|必须|统一|自行|先)*[把将](?!去年|上次)[^，。；;\n]{2,14}?[一-鿿](?:完|好|齐|到位|妥)(?![了过]|的)")
"""二月三号各支部把组织生活会开完."""
_HEARD = late(r"听说|据说|好像|如果|要是|假如|等到?|除非|只要|[省市县区][里局]")
_TODAY, _AT_ONCE = late(r"(?:就|今天)?(?:今|明|后)[天日晚早]?[上下中]?[午晚]?"), late(r"就(?:要|得|必须|务必|先|把)?(?:报(?![了到名警销废喜不])|交(?![了班接付房货工通流卷不])|补(?![了考课贴种休])|改(?![了期到成为在线签名开])|锁(?!了)|上报|整改|补[报交]|清[理掉完](?!了)|送[来到]|[填录]完)[^，,。；;了吗？?\n]{0,10}(?=[，,。；;！!\n]|$)")
_NOT_THEIRS = late(r"(?:我|我们|[他她]们?|咱|县里|市里|镇里|上面|公司|师傅|厂家|物业|系统|[局站所办队方]|老师|医生|客户|对方|银行|领导)(?:这边|这里|那边)?\s?$")
_GIVEN_AWAY = late(r"给(?:你|您|大家|各|领导|县|市)|学费|水电|电费|房租|税|罚款|(?:县|市|省)[里局上]|到(?:县|市|省)")
"""①48小时之内改好，②今天就锁上: what is to be done today already."""
_STANDS, _WHOSE_DAY = late(r"为准(?!的)"), late(r"(?:^|[，,、；;。：:\s】）)])(?:(?:你们|大家|咱们?|我们?|各[一-鿿]{1,4}|[镇乡村站所局办校里]{1,2}|最后|现在?|最终|一律|统一|均|都|请|仍|时间|日期|截止(?:日期|时间)?|这次|期限){0,4}(?:以|按))$")
_LIMIT_NAMED, _NO_LIMIT_NAMED = late(rf"{_HANDED}|截止|期限|时限|卡[在到]|限到"), late(r"开会|会议|培训|比赛|出发|集合|活动")
"""镇里卡在26号，县里卡在31号，你们以26号为准: the one of several limits that holds."""
_LATEST, _ENDS_THERE = late(r"[，,；;。（(\s](?:最[迟晚]|至迟)(?:到|在|不?超过|不晚于)?$"), late(r"[）)]?(?:[。；;！!\n]|$)")
_OTHERS_HAND = late(r"我们?(?:会|就|把|将|来|再|给)|厂家|师傅|快递|物流|[他她]们|[省市县上][里面级]|公司|对方|供货")
"""把记录本送到我办公室，最迟今天下午5:30: all that is said behind a demand is its limit."""
_GIVEN_LIMIT = late(r"给(?:大家|你们|各[一-鿿]{1,3})(?:留|定|划|卡|排|规定)?(?:下|出)?的?(?:最后|截止)?(?:时间|期限|时限|日子|节点)(?:是|为|到|[:：])\s?$")
"""镇上给各村留的时间：6月10日前."""
_FORMERLY = late(r"(?:^|[，,。；;\s])(?:系统|平台|通道|链接|窗口|入口)?(?:原来|原本|原先|本来|先前|之前|起初|当初)[^，。；\n]{0,14}$")
"""原来系统开到30号: what held before something changed."""
_THEN_UNDONE = late(
    r"[，,]?(?:如果?|若|要是)?(?:还|仍|依然|依旧|尚)(?:没有?|未)[^，,。；;\n]{1,6}?的?[，,]?(?:[^，,。；;\n]{0,8}[，,])?(?:就|便|一律|统一|都|将|即|由我们?[^，,。；;\n]{0,4}|自动)*(?:取消|清[走理掉除]|处理|作废|视[为同]|按|算|不再?|收回|关闭|停|注销|没收|扔|删|作(?:无主|放弃|自动)|[^，,。；;\n]{0,4}(?:处理|取消))"
)
"""20点以后还没改的由我们统一取消: what befalls those who have not done by then what they were asked to do."""
_WITH_THE_BATCH, _HANDS_BATCH = late(r"(?:[这那]|第[一二三四五六七八九十\d]{1,2})(?:一)?(?:[批拨期]|组(?!织))的?$"), late(r"(?:[上下]午|中午|下班)?(?:之?前)?(?:就|要|得|都|再)?(?:[交报](?:来|齐|到?[给]?我|到[^，,。；;\n]{2,8})?|送来|送到[^，,。；;\n]{2,8})(?=[，,。；;！!\s]|$)")
"""29日那批24日交，30日那批25日交: each batch by its own day."""
_ENDS_TAKING = late(r"(?:补学|补[交报考录课]|报名|登记|受理|接收|收[件稿表]|申报|投稿|缴费|填报|预约|选课|投票|提交|上传|录入)(?=[，,。；;！!\s）)]|$)")
_PAPER_NAMED, _IS_FETCHED = late(r"(?:[表册单稿本卷票据账]|材料|报告|总结|记录|档案|作业|照片|样品|合同|协议|原件|登记证)[^，,。；;\n]{0,4}$"), late(r"(?:[上下]午|中午|一早)?(?![你各请])[一-鿿]{1,6}来收(?:走|齐|一[趟次回])?(?=[，,。；;！!\s]|$)")
"""谈话记录30日上午他来收: by when papers lie ready."""
_REACH = 80
_ONCE_SIGNED, _THEN_GIVEN = late(r"(?:签[完好]?[字名]?|盖[完好]?章|写[完好]|填[完好]|做[完好]|核对?[完好]|改[完好]|整理[完好]|弄[完好])(?:之?后|以后)?[，,]?$"), late(r"(?:再|就|一起|一并|统一)*(?:给|交|报|送)(?:来|我|上来|过来)?(?=[，,。；;！\n]|$)")
_SIGNED_ABOVE = late(r"(?:我们?|[省市县区镇乡][里局]|上[面级头]|财务|物业|对方|人家|他们)[^，,。；;]{0,12}$")
"""情况说明领导签完字24日给: what is handed in once it is signed; 县里盖完章24日给 is what others give."""
_PUT_TO = late(
    r"(?:截止|提交|递交|报送|上报|报名|填报|申报|投稿|缴费|缴纳|上传|回执|反馈|(?:保证金|[押定会学]金?费?|货款|尾款)(?:的?到账|缴纳))的?(?:截止)?(?:时间|日期|期限|时限)(?:也|均|都|同步|相应|统一|再|已|现|将)*(?:延长?|顺延|推迟|提前|调整|改|放宽|变更)(?:至|到|为)$"
)
"""投标保证金到账时间同步延至26日16:00: to when it is put by when something is handed in."""
_LIMIT_BEFORE, _NEAR = late(r"前(?!往|来|期|台|后)|截止|为止|最[迟晚]"), 40
"""What says the limit already before it tells what comes after: 16日前交，17日之后不再收."""
_OF_OTHERS = late(
    r"优惠|促销|特价|打折|满减|秒杀|半价|旧[版证卡币]|老[版证卡]|门诊|营业|快递|原址|食堂|浴室|班车|公交|地铁|电影|展[览期]|会员|月卡|年卡|有效期|保质期|花期|合同|租期|节目|受理[^，。；\n]{0,8}(?:来[信电访]|举报|投诉|信访)[^，。；\n]{0,6}[，,]\s?$|[省市县区上][里级](?:给|定|要求)的?"
)
"""What ends by itself, for whoever cares: no duty of the reader."""


_HOLDS_FOR_EVENT = late(r"为准[。，,；]\s?(?:当[天日])[^。\n]{0,24}?(?:集合|乘车|开会|到场|参加|入场)")
"""以16日为准。当天8:00在南门集合."""
_ALL_GATHER = late(r"[，,][^，。；\n]{0,16}?(?:全体|全校|全员|所有|各)[^，。；\n]{0,16}?(?:集合|到场|列队|就位|参加)(?=[，,。；！\s]|$)")
"""定死在下周五下午3点，全校师生在操场集合: when people gather, however firmly it is set."""


_GRANTED, _GRANTED_TO_OTHERS = late(r"(?:宽限|放宽)(?:到|至)$"), late(r"[^，。；\n]{0,6}(?:才|再)")
"""栽了树的宽限到10月中旬."""


def says_limit(m: Mention) -> bool:
    """Whether the words right around a day can only make it a limit."""
    if m.has_day and not m.is_range and _ENGLISH_OPEN.search(m.left[-90:]):
        return True
    if m.has_day and not m.is_range and _ENGLISH_LEADS.search(m.left[-90:]) and not _ENGLISH_OTHERS.search(m.left[-90:]):
        return True
    if m.has_day and not m.is_range and _ENGLISH_MOVED.search(m.left[-40:]) and not _ENGLISH_HELD.search(m.sentence_left[-120:]):
        return True
    if m.has_day and not m.is_range and _ENGLISH_ACCEPTED.search(m.sentence_left[-160:]):
        return True
    if m.has_day and not m.is_range and _taken_in_english(m):
        return True
    if m.time.before and m.has_day and _WE_ARE.search(m.clause_left) and _HAVE_IT.match(m.right):
        return True
    if _TAKEN_TILL.search(m.left[-8:]) and m.has_clock and not m.is_range and _TILL_ENDS.match(m.right):
        return True
    if m.time.before and m.has_day and _BOUND.search(m.clause_left) and not _BOUND_ELSEWHERE.search(m.clause_left):
        return True
    if _TODAY.fullmatch(m.time.said) and (done := _AT_ONCE.match(m.right)) and not _NOT_THEIRS.search(m.clause_left) and not _GIVEN_AWAY.search(done[0]):
        return True
    if m.is_range and _DAYS_TAKEN.search(m.left[-16:]):
        return True
    if not m.is_range and _HOLD_TO.search(m.sentence_left[-32:]) and _THIS_MOMENT.match(m.right):
        return True
    if _HOLDS_FOR_EVENT.match(m.text, m.end, m.end + _REACH):
        return False
    if _FORMERLY.search(m.clause_left) or (m.time.clock and not m.time.before and _ALL_GATHER.match(m.text, m.end, m.end + _REACH)):
        return False
    if m.has_day and _GRANTED.search(m.left[-6:]) and not _GRANTED_TO_OTHERS.match(m.right):
        return True
    if m.is_range or not m.has_day or m.time.said.endswith("内") or not _DAY.search(m.time.said) or _OF_OTHERS.search(m.sentence_left[-20:]):
        return False
    if (end := _end_of_after(m)) is not None:
        if _THEN_UNDONE.match(m.text, end, end + _REACH):
            return True
        refused = _NO_MORE.match(m.text, end)
        return refused is not None and not _CORRECTIONS.match(m.text, refused.end()) and not _LIMIT_BEFORE.search(m.text, max(m.sentence[0], m.start - _NEAR), m.start)
    if (_WITH_THE_BATCH.search(m.left[-6:]) and _HANDS_BATCH.match(m.right)) or (m.time.said.endswith("截止") and _ENDS_TAKING.match(m.right)):
        return True
    if not m.time.before and _PAPER_NAMED.search(m.clause_left) and _IS_FETCHED.match(m.right):
        return True
    if m.time.before and _GIVEN_LIMIT.search(m.left[-24:]):
        return True
    if _LAST_OF.match(m.sentence_right) or (m.time.clock and _SHOUTED.search(m.text, max(0, m.start - 8), m.start) and _SHOUTED_ON.match(m.text, m.end, m.end + 4)):
        return True
    if _LAID_OUT.match(m.text, m.end, m.end + 90) and _LOOKED_THROUGH.search(m.left[-10:] + m.clause_right[:16]):
        return True
    if m.time.clock and (_CLOSES_UP.match(m.right) or _I_BEGIN.match(m.text, m.end, m.end + 40)):
        return True
    left = m.left[-40:]
    if _JUST.search(left) and _THAT_DAY.match(m.right):
        return True
    if _ANSWERED.search(m.text, max(0, m.start - 60), m.start):
        return True
    if (_PAPER.search(left) and _COLLECTED.match(m.right)) or (_DRAFT.search(left) and _HANDED_FIRST.match(m.right)):
        return True
    if _AFTER_WHICH.match(m.text, m.end):
        return True
    if _ON_ITS_DAY.match(m.text, m.end, m.end + 40) or (_EACH_FINISHES.match(m.text, m.end, m.end + 40) and not _HEARD.search(m.clause_left[-12:])):
        return True
    if _ROW_HANDS_IN.match(m.text, m.end, m.end + 50) and _HEADS_LINE.search(m.text, max(0, m.start - 8), m.start):
        return True
    if not m.has_clock and _IS_BROUGHT.match(m.text, m.end, m.end + 60) and _HEADS_LINE.search(m.text, max(0, m.start - 8), m.start):
        return True
    if _BY_THEN.match(m.text, m.end, m.end + 80) and not _TAKES_PART.search(_NOT_OURS.sub("", m.clause_left + m.clause_right[:20])):
        return True
    if _WE_SHUT.match(m.right) and not _ABOVE_SHUTS.search(m.clause_left):
        return True
    if (_STANDS.match(m.right) and _WHOSE_DAY.search(m.left[-20:]) and _is_one_of_the_limits(m)) or _is_the_latest(m):
        return True
    if _LEADS.search(left) or _FOLLOWS.match(m.right) or _OUR_LIMIT.search(m.left[-30:]):
        return True
    if _PUT_TO.search(m.left[-30:]) or (_ONCE_SIGNED.search(left) and _THEN_GIVEN.match(m.text, m.end, m.end + 12) and not _SIGNED_ABOVE.search(m.clause_left[-20:])):
        return True
    if (ours := _OUR_DAY.search(left)) and _THEIRS_FIRST.search(m.text, max(m.line[0], m.start - _REACH), m.start - len(ours[0])):
        return True
    if _FOR_NO_DAY.search(m.sentence_left[-50:]) and (_COUNTS.match(m.right) or m.left.rstrip("“\"")[-1:] not in ("以", "按")) and not _TAKES_PART.search(m.whole):
        return True
    pairs = ((_DATED_BY, _COUNTS), (_UNTIL, _LATE_ONES), (_AS_OF, _RECEIVED), (_ONLY_COUNTS, _OF_THEN), (_PASSED, _LOST), (_SET_FOR, _DONE), (_BRACKETED, _CLOSES_BRACKET))
    if any(leads.search(left) and follows.match(m.right) for leads, follows in pairs):
        return True
    if m.time.said.endswith("止") and left[-1:] in tuple("【（([") and m.right[:1] in tuple("】）)]"):
        return True
    return bool((_CLOSED.match(m.right) and left[-1:] in tuple("【（([")) or (_OPENS_WITH.search(m.left) and m.right[:1] in tuple("：:")))


def _is_one_of_the_limits(m: Mention) -> bool:
    """Whether the words around a day that holds speak of handing in, and of no meeting."""
    said = m.text[max(0, m.start - _REACH) : m.end + len(m.sentence_right[:20])]
    return _LIMIT_NAMED.search(said) is not None and _NO_LIMIT_NAMED.search(said) is None


def _is_the_latest(m: Mention) -> bool:
    """Whether a day closes a demand as its limit."""
    if not _LATEST.search(m.left[-10:]) or not _ENDS_THERE.match(m.right):
        return False
    demand = m.text[max(0, m.start - _NEAR) : m.start]
    return re.search(_HANDED, demand) is not None and _OTHERS_HAND.search(demand) is None


def _taken_in_english(m: Mention) -> bool:
    left = m.left[-90:]
    if _ENGLISH_TAKEN.search(left) and not _ENGLISH_OTHERS.search(left):
        return True
    return _ENGLISH_BY_THEN.match(m.text, m.end) is not None and _ENGLISH_MEETS.search(m.whole) is None


def _end_of_after(m: Mention) -> int | None:
    """Where the words behind 12日以后 begin, None where no 后 is said."""
    if _SAID_AFTER.search(m.time.said):
        return m.end
    after = _AFTER.match(m.right)
    return m.end + after.end() if after else None

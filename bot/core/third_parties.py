"""What somebody or something else than the readers does by a date: a machine by itself, a builder by his contract, an
office that hands things out, the sky. Such a date binds no reader, however much it sounds like a limit.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.english_others import date_of_others, rhythm_of_others
from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.validity import holds_until
from bot.core.wording import late

_MACHINE = r"(?:系统|平台|后台|服务器|数据库|机器|程序|考勤机)"
_OPENS_OR_SHUTS = r"(?:正式|全面|准时|自动|统一)*(?:开放|开通|开启|开始|接[受收]|受理|关|锁|停|截|封|失效|作废|下线|不再|上线|启用|试)"
_MACHINE_BEFORE = late(rf"{_MACHINE}(?:会|将|自动|统一|再|都|就)+[于在]?\s?$")
_MACHINE_BEHIND = late(rf"(?:之?前|以前|起|后|零点|整)?[，,]?(?:届时|到时)?[一-鿿]{{0,4}}{_MACHINE}(?:(?:会|将|再|都|就|统一)*自动|会|将(?!于))(?!{_OPENS_OR_SHUTS})")
_BY_ITSELF = late(r"(?:之?前|以前|左右|准时)?(?:由系统)?自动(?:上传|推送|同步|结转|转入|比对|生成|更新|扣[款缴费]|续[期保费订]|备份|发送|汇总|导入|清零|到账)")
_NOT_OPEN = late(_OPENS_OR_SHUTS)

_NOT_OFFICE = r"(?!各|你|村|社区|家长|本人|支部|户主|班主任|组长|网格|专人|所在|参[会加训])"
_BY_OFFICE = late(rf"由{_NOT_OFFICE}[^，。；：:\n由请]{{2,16}}?(?:统一|集中|陆续|负责|分批|另行)*[于在]?\s?$")
_BY_EACH = late(r"由各(?P<who>[一-鿿]{1,3})(?:[一-鿿]{0,4}(?:办|局|所|站|中心|院|校|行))(?:统一|集中|陆续|负责|分批|另行)*[于在]?\s?$")
_HANDS_OUT = late(
    r"(?:之?前|以前|左右)?(?:统一|集中|陆续|逐一|分批|直接|免费|负责|制作|印制|打印|[并和后])*(?:发放|下发|寄[出送发回]|邮寄|配发|配送|送达|送到各|发[给到至](?!我|邮箱|群)|打[到入]|拨付|开通|推送|印发|换发|派发|分发|代发)"
)
_GREETS = late(r"(?:^|\n)\s*各(?P<whom>[^\n。，：:]{2,60})[：:]")

_BUILDERS = (
    r"(?:施工[方队]|施工单位|承包[方商]|承建[方单位]{1,2}|中标(?:单位|公司|方|企业)|厂家|厂商|供[应货]商|供[应货]方|维保(?:单位|公司|方)|监理(?:单位|方|公司)|运营商|设计院|测绘队|鉴定公司|检测(?:公司|机构)"
    r"|(?:保洁|清运|物流|保险|鉴定|燃气|供电|供水|供热|自来水|电力|通信|电梯|拆迁|运输|软件|装修)公司|快递(?:公司|员)?|工程队|安装队|维修队|工程师|装修队|主办方|承办方|评委|房东|出纳)"
)
_LEAD = r"(?:^|[，,；;：:\s、）)])(?:[\d①-⑳]{0,2}[.．、)）]?\s?)(?:另外?|同时|其中|因为|目前|至于|届时)?"
_BUILDER_ACTS = late(rf"{_LEAD}(?:(?![督催要让叫联配协组安通提责请各你和与跟对向把将给找帮陪])[一-鿿A-Za-z\d]){{0,8}}?{_BUILDERS}(?:那边|方面|自己|来人)?(?![报交发送的给为把将请]|[、和及与，,])[^。；\n请各你您我@]{{0,70}}$")
_OF_US = late(r"[^，。；\n]{0,24}?(?:报|交|送|发|反馈|提交|传)(?:送|给|到|至)?(?:我|本[局办镇村])")
_OTHERS_FOLLOW = late(r"(?:之?前|以前)?[，,]?(?:请|各|你们|务必|大家|全体|所有)")
_BINDS = late(rf"{_BUILDERS}(?:那边|方面|自己|来人)?(?:须|应|要|将|会|需|必须|承诺|保证|答应|计划|预计|负责|按|依|于|在|\s?$|[一-鿿]{{0,4}}$)")
_BUILDER_IS_READER = late(rf"(?:各|请|@|通知|致|全体|所有)[一-鿿]{{0,6}}{_BUILDERS}|^\s*{_BUILDERS}[^，。；\n]{{0,6}}[：:]")
_AFFECTED = late(
    r"停[水电气运用]|绕行|避让|避开|封闭|恢复|不便|添麻烦|谅解|见谅|知悉|知晓|扣(?:个)?1|回(?:个)?1|影响|维修|修[好复]|大修|报修|清洗|更换|改造|请(?:大家|各位)?(?:放心|注意|留意)|业主|住户|居民|患者|物业|工程进[度展]|进度[:：]"
)
_ASKS_OTHERS = late(r"请(?!假|示|求|客)|各(?!方)[一-鿿]{1,4}|你们|务必")

_PROMISED = late(r"(?:^|[，,；;。：:\s]|\d[处个家户栋间])(?P<who>(?!请|各|须|要求|书面|签|时间|日期|期限|任务|工作|就)[一-鿿]{2,12}?)(?:已经?|都|也|也都)?(?:承诺|答应|保证|说好|讲好|已定|已明确|表态|打算)(?:了|说|的是|会|将|最迟|最晚|在|于|到)*\s?$")
_ANY_READER = late(r"[我你您]|各|大家|企业|单位|户主|党员|本人|家长|学生")
"""赔付公司承诺15日前到户: what somebody else has promised; a promise of the readers is their business."""
_FITTER = late(rf"(?:师傅|电工|木工|漆工|安装工|{_BUILDERS})\s?$")
_COMES_TO_FIX = late(r"(?:之?前|上午|下午|左右)?(?:就|会|要|再|上门|过)*(?:来(?:人)?|上门|进村|进场)(?:统一|集中)?(?:修|装|换|检|测|量|拉|调试|维保|收货|施工|安装|更换)")
_WAIT_FOR = late(r"到场|在场|在家|留[人门]|等候|候着|陪同|开门|配合|接待")
_THEIR_OFFICE = r"[一-鿿]{0,8}(?:局|所|站|办|科|处|中心|部门|公司|学校|医院|银行|院|厅|委|社|那边|县里|市里|省里|上面|上级|人家|他们|别人)"
_THEIR_BUSINESS = late(
    rf"[^，。；\n]{{0,8}}[”\"]?(?:说|指|讲)的是[^。；\n]{{2,24}}?不是(?:叫|让|要求?|给|指|说)?(?:各[一-鿿]|你们|大家|咱)|[^，。；\n]{{0,8}}[，,]?由[^，。；\n各]{{2,12}}(?:办理|负责|承担|完成)[，,][^，。；\n]{{0,8}}(?:不参与|不用|不管|无需|不必)|[^，。；\n]{{0,6}}[，,](?:那?都?是(?:他们|人家|别人)(?:自己)?的(?:事|任务|活)|[跟和与](?:我们|咱们|大家)(?:不相干|无关|没关系|不搭界))|[）)]?[^，。；\s把将报交送]{{0,14}}?(?:(?<!不)(?:是|属(?:于)?){_THEIR_OFFICE}(?:自己|那边|那头|他们)?的(?:事|活|任务|工作|职责)|归{_THEIR_OFFICE}(?:管|负责|办|收|弄)"
    r"|(?:和|与|跟|同)(?:这个|这次|这回|本次|此次|这|咱们?|我们|大家|你们|各位|本通知|今天说的)[^，。；\n]{0,6}?(?:不相干|不搭界|无关|没关系|没有关系|不是一回事|不沾边|两码事|两回事|不搭嘎))"
)
_ASKED_HERE = late(r"请|务必|各[一-鿿]{1,4}?(?:都|要|须|应|[报交填])")
_SOMEBODY = late(r"(?:由[^，。；各请你村组]{2,12}$|局|所|站|办|科|处|中心|公司|院|厅|委|社|那边|[省市县镇]里|上面|上级|我们?|我这边|系统|后台|平台|厂家|师傅)[^，。；各请你]{0,4}$")
_SOMEBODY_ABOVE = late(r"(?:[省市县][里级局]|上级|上面)[^，。；各请你我]{0,20}$")
_LEAVE_IT = late(r"[^，。；\n]{0,24}(?:[，,][^，。；\n]{0,14})?[，,](?:这个?|这块|这边|大家|各位|你们|咱们)?(?:就|都)?(?:不用|不需要?|无需|不必|别)(?:大家|各位|你们|各[一-鿿]{1,3}|[村组班]里|再|去)*(?:管|操心|理会|过问|费心|跟|出(?=[，。；！\s]|$))了?(?=[，。；！\s]|$)")

_EN_BUILDER = late(
    r"\b(?:contractors?|suppliers?|vendors?|manufacturers?|auditors|landlord|installers?|printing company|printers?|couriers?|builders?|engineers?|technicians?|providers?|insurers?|caterers?|carriers?|forwarders?|architects?|plumbers?|electricians?|utility|developer|subcontractors?|(?<=the )\w+ company)\b"
    r"(?![^.;\n]{0,80}\b(?:please|your?|yours|our|each|every|all of|ask|tell|kindly)\b)[^.;\n]{0,24}?\b(?:must|ha(?:s|ve) to|needs? to|will|is to|are to|shall|should|is due|promises?d?|undertakes?|ha(?:s|ve) until|ha(?:s|ve) agreed|expects? to|(?:repaint|rewire|install|deliver|fit|print|repair|replace|finishe|complete|start|paint|move|ship|remove|clean|wire|test|connect|hand)s)\b[^.;\n]{0,90}$",
    re.I,
)
_EN_GIVEN = late(r"\bwill be (?:issued|sent out|delivered|published|released|announced|provided|installed|replaced|repaired|refunded|credited|paid|e-?mailed to you|posted to you|handed out|distributed)\b(?![^.;\n]{0,60}\bplease\b)[^.;\n]{0,60}$", re.I)
_EN_ADDRESSED = late(r"\b(?:dear|all|to|attention|each) (?:\w+ )?(?:contractors|suppliers|vendors|installers|couriers|builders|engineers|technicians|caterers|providers)\b", re.I)
_EN_THEIRS = late(r"[^.,;\n]{0,40}?(?:\b(?:is|are) (?:a matter for|up to|handled by|the job of|the business of) (?!you)\w+|\bnothing to do with (?:this|us|you)\b|\bis (?:\w+'s) (?:job|business|task)\b)", re.I)
_EN_LASTS = late(r"(?:\b(?:stays?|remains?|closed|shut|off|out of (?:the )?office|out of service|on leave|away|unavailable|cancelled|suspended|valid|in force|on the \w+ floor|continues?)\b[^.;\n]{0,30}?(?:until|till|through)(?: the)? )$", re.I)
_EN_UNTIL, _EN_STAYS = late(r"\b(?:until|till)(?: the)? $", re.I), late(r",? ?(?:everything|nothing|it|they|the [\w ]{2,24}|all [\w ]{2,20}) (?:stays?|remains?|continues?|is|are|will (?:stay|remain|be))\b", re.I)
_EN_FROM = late(r"\b(?:from|starting|with effect from|effective|as of|beginning)(?: on)?(?: the)? $", re.I)
_EN_CHANGES = late(r"(?: the| next)?(?: (?:morning|afternoon|evening))?,? ?(?:the |all |our |its |this )?[\w' -]{2,40}? (?:leaves?|opens?|closes?|runs?|moves?|is|are|goes|go|will|starts?|stays?|becomes?|departs?|changes?|costs?|rises?|falls?|operates?|serves?|stops?)\b", re.I)
_EN_ROUGHLY = late(r"\b(?:ends?|finish(?:es|ed)?|reopens?|returns?|lasts?|ready|back|completed?|resumes?|over)\b[^.,;\n]{0,24}\b(?:around|about|roughly|approximately)(?: the)? $", re.I)
_EN_HOURS = late(r"\b(?:hours|opening times|timetable)\b[^.;\n]{0,60}$", re.I)
_EN_DONE, _EN_COUNTS = late(r"\b(?:made|paid|placed|bought|hired|born|signed|issued|built|purchased|dated|taken|ordered|booked) (?:on or )?(?:before|after|by|on|until|since|between|up to)(?: the)? $", re.I), late(r" (?:are|is|were|was|will|remain|stay|count|keep|still|continue|may|can|get|do)\b", re.I)
"""Journeys made on or before 31 March are still paid at the old rate."""
_EN_WE_ACT = late(
    r"(?:^|[.;!?:,)]\s+|\band |\bthen )(?:we|i)(?:'ll| will| shall| plan to| expect to| aim to| hope to)? (?:then |all |also |will )?(?:certify|pay|issue|check|review|publish|post|announce|invoice|release|compile|install|deliver|refund|confirm|reply|get back|come back|answer|write off|audit|credit|ship|print|order|archive|mark|inspect|repair|replace|fix)\b"
    r"(?![^.;\n]{0,80}\b(?:please|your|you must|you need)\b)[^.;\n]{0,70}\b(?:by|before|until|on|within)(?: the)? $",
    re.I,
)
"""We certify by the 20th: what those who write do, in words that ask nothing."""
_EN_THEY_ACT = late(
    r"(?:^|[.;!?]\s+)(?:the |our )?(?:auditors?|council|bank|clients?|head office|board|committee|ministry|bureau|inspectors?|court|union|landlord|payments?|refunds?|certificates?|results?|salaries|wages|permits?|badges?|cards?) (?:will |then |also |usually )*"
    r"(?:arrives?|repl(?:y|ies)|decides?|files?|signs? off|meets?|follows?|goes? out|pays?|visits?|comes?|checks?|reviews?|approves?|answers?|(?:is|are) out|(?:be |is |are )?(?:posted|paid|issued|published|sent out|released|announced))\b[^.;\n]{0,50}\b(?:by|on|before)(?: the)? $",
    re.I,
)
_EN_THEN_US = late(r"\b(?:yours?|please|(?:i|we) need|must|ha(?:s|ve) to|should|needs? to)\b", re.I)
"""Head office reviews the figures on 20 March, so I need yours by 17 March."""
_EN_OFFERS = late(r"(?<!what )(?<!if )\b(?:i|we) (?:could|can|might|may|would) (?:\w+ )?(?:send|let|bring|deliver|get|drop|give|have|do|finish|return|hand)\b(?! you until)[^.;?\n]{0,60}\b(?:by|before)(?: the)? $", re.I)
_EN_OWED = late(r"\b(?:our (?:office|team|department|bureau|station|branch|side) (?:has|have|had|needs?) to \w+|(?:promised|assured) us)(?![^.;\n]{0,60}\b(?:please|your?)\b)[^.;\n]{0,50}\b(?:by|before|on)(?: the)? $", re.I)
"""So our office has to file by 11 December: what those who write owe, or were promised."""
_EN_OUT = late(r"\b(?:unavailable|down|offline|out of service|inaccessible|interrupted|under maintenance)\b[^.;\n]{0,16}\b(?:from|between|on) (?:the )?$", re.I)
_EN_NOTHING = late(r"[^.;\n]{0,4}?[|,(–—-]\s*(?:nothing (?:for you )?to do|no action (?:is )?(?:needed|required)|nothing (?:is )?(?:needed|required) from you)\b", re.I)
_EN_TAKES_IN = late(r"\b(?:registration|survey|portal|form|sign-?up|enrolment|poll|applications?|nominations?|booking|voting|submissions?)\b", re.I)

_NEW_ONE = late(r"(?:零时|整|起)?(?:新|老|旧|正式)[一-鿿]{0,4}?(?:版|系统|平台|客户端|程序|小程序|网站|APP)?(?:正式|全面|统一|同步)*(?:上线|启用|切换|开通|投用|下线|停用|停服)(?=[，,。；;、！!\s]|$)")
"""8月2日8点新版上线: nothing a reader does."""
_WORKS = late(r"(?:将|统一|集中|进行|开始|全天|临时|分批)*(?:改造|检修|维修|清洗|施工|更换|大修|割接|停运|保养|消毒|消杀|修剪|抢修|升级)(?=[，。；\s]|$)")
_MIND = late(r"[^。\n]{0,60}?请(?:大家|各位|广大)?(?:业主|居民|住户|市民|群众|师生|患者|司机|车主|车辆|过往[^，。]{0,6})?(?:绕行|避让|避开|谅解|见谅|理解|错峰|关好|储水|备水|提前(?:储|备|安排))")
"""道闸15日改造，请绕行: works that those who are told only have to mind."""
_CUT_OFF = r"(?:停[水电气暖梯]|停止供[水电气暖]|断[水电网气]|限电|停运|关阀)"
_IS_CUT_OFF = late(rf"[，,]?[^，。；\n报交填]{{0,14}}?{_CUT_OFF}(?!(?:之?前|以前|后|期间|的)|[^，。；\n]{{0,8}}(?:演练|演习|培训)|[^，。；\n]{{0,12}}[报交填送])")
_CUT_OFF_FIELD = late(rf"(?:^|[\s【\[、.）)]){_CUT_OFF}(?:时间|日期|安排)?[】\]]?[:：][^\n。]{{0,60}}$")
"""停梯：3幢 3月16日 9:00—11:30: when there is none."""
_STATION = late(r"(?:气象(?:台|局|站|中心)|水文(?:站|局)|地震(?:台|局)|预警(?:中心)?|防汛办|信息)(?:于|在)?\s?$")
_SAYS = late(r"\s*(?:分)?(?:继续|升级|变更)?(?:[:：]|发布|[，,]?预计|监测)")
_SKY = late(r"(?:，|[^，。；报填传把将]{0,8})?(?:雨量|雪量|降[雨水雪温]|风力|阵风|[最平]?[高低]?气温|水位|浪高|能见度|积雪|(?:有|出现|达到?|超过)[^，。；报填传]{0,4}(?:\d+[级毫度]|[大暴雷强阵中小]+[雨风雪]|冰雹|霜冻|寒潮|雷电))")
_HANDED = late(r"[^。；\n]{0,40}?(?:报(?!警|道)|上传|填|发(?!布|生)|送|电话|汇总|统计|转移)")
_EN_SKY = late(r"\b(?:rain|storms?|gusts?|snow|winds?|fog|showers|thunder\w*|temperatures?|frost|heat ?wave|typhoon)\b", re.I)
_EN_FORECAST = late(r"\b(?:expected|forecast|likely|easing|eases|clearing|predicted|warning|alert|will (?:fall|reach|ease|clear|drop|rise|move))\b|\bup to \d+ ?km", re.I)
_EN_ASKS = late(r"\b(?:please|submit|send|report|must|phone|call|return|check|secure|by|before)\b", re.I)


_VISITORS = late(r"(?:专家|验收|检查|督[查导]|考核|审计|巡察|核查|评审)组(?:将|要|会|于|在|定于)*\s?$")
_PRESENT = late(r"到场|在场|参加|陪同|在岗|迎检|等候")
"""Those who are to be there when visitors come are called to it."""
_COME = late(r"(?:要|就|会|过)?来(?:我[镇村们])?(?:现场|实地)?(?:验|查|看|测|评|审|抽)(?!的)")


_OUR_LINE = late(r"[\s·•*\-\d.、]{0,4}(?:(?:on )?our side|ours|我方|我们(?:这边|自己)?|我司|[我本][办局站所部]|[镇县局区]里|公司|总部)\s?[:：]", re.I)
_YOUR_LINE = late(r"(?:^|\n)[\s·•*\-\d.、]{0,4}(?:(?:on )?your side|yours|[你贵]方|贵司|你们(?:这边)?|各[一-鿿]{1,4}|大家)\s?[:：]", re.I)
"""我方：… and 贵方：… each on a line of its own: what the writer does, and what is asked of the reader."""


def _on_our_line(m: Mention) -> bool:
    begin, end = m.line
    ours = _OUR_LINE.match(m.text, begin, m.start) is not None and _ASKS_OTHERS.search(m.text, begin, end) is None
    return ours and _YOUR_LINE.search(m.text) is not None


_NOTHING_ASKED = late(r"(?:[|｜\t：:]\s*)(?:各[一-鿿]{1,3}|大家|家长|村里|你们)?(?:都|就)?(?:不用|无需|不必|不需要?|不要)(?:各[一-鿿]{1,2}|大家|你们)?再?(?:动|交|报|带|准备|管|做|填|写|来)[^|｜\t\n：:]{0,16}(?=[|｜\t\n]|$)")
_IN_CELL, _CELL_ENDS = late(r"(?:^|[|｜\t\n])\s*$"), late(r"(?:[（(][^（()）\n]{1,8}[）)])?\s*(?:[|｜\t\n：:]|$)")
"""走访慰问 | 不用动，我们送上门 | 7月15日; 10月22日（周三）：不用带东西: a row that asks nothing."""


def _in_idle_row(m: Mention) -> bool:
    begin, end = m.line
    cell = _IN_CELL.search(m.text[begin : m.start]) and _CELL_ENDS.match(m.text, m.end)
    return cell is not None and _NOTHING_ASKED.search(m.text, begin, end) is not None


_UNWILLING = late(r"(?:拒不|拒绝|仍未|逾期[未不]|到期[未不]|届时[未不]|未按[时期]|没按[时期]|不按[时期])[^，。；\n]{0,10}[的者][，,]?\s?$")
_PUNISHED = late(r"(?:之?前|以前|起)?(?:将|依法|一律|直接|统一|即)*(?:移[送交](?:公安|司法|执法|纪委|法院)|立案|吊销|注销|列入(?:黑|失信|异常)|申请[^，。；]{0,6}强制|强制|处罚|停止供|约谈|通报|问责|督办|由[^，。；\n]{2,12}(?:约谈|督办|问责|通报|查处))")
"""拒不配合的，12月15日前移送公安: what befalls the unwilling."""


_BY_US = late(r"(?:之?前|以前)?[，,]?(?:将|再)?由[我本](?:局|部|办|所|站|中心|司|公司|院|校|会|处|科|室|队|馆|行|委)(?!收|汇总|催|组织|召开|举|集中|统[计一]|上?报)[^，。；\n]")
"""9月30日前由我部办完过户: what those who write do themselves, unless they first take in what the readers have."""
_MYSELF_THEN = late(r"(?:之?前|以前)?[^，,。；\n请各你]{0,8}?(?<![给到交报发])我们?(?:自己|亲自)(?:再|就)?(?:[去来](?:数|点|查|拍|拉|送|取|拿|量|看|录|填|补|做|办|弄|抄|收)|(?:数|拍|量|跑|抄)(?!据|字|量))")
"""9月10日交接完我自己去数."""
_IS_SHUT = late(r"(?:期间)?[，,]?[^，,。；;\n请]{0,10}?(?:封闭|关闭|封路|交通管制|停用|停运|闭馆|禁行|禁停|(?:禁止|暂停|不能|单向)通行)(?=[，,。；;！\s]|$)")
"""演练当天13:00至16:00北门封闭."""
_LEFT_ALONE = late(r"(?![^，,。；;\n]{0,14}(?:会(?!场)|集合|培训|参加))[^，,。；;\n请各你报交填]{1,14}[，,](?:这个?|你们|大家|各位)?(?:都|就)?(?:不用|不需要?|无需|不必|别)(?:大家|各位|你们)?(?:管|操心|理会|过问|跟)了?(?=[，。；！\s]|$)")
"""音响师下午3点试音，不用管."""
_SHUT_FIRST = late(
    r"(?:系统|平台|网点|窗口|大厅|食堂|超市|门店|电梯|大门|[东南西北正侧]门|通道|仓库|银行|医院|门诊|快递|图书馆|澡堂|浴室|泳池|停车场|车库|市场|网络)[^，,。；;\n请]{0,14}?(?:停|关|闭|休息?|断|锁|停[用运业机办]|关[闭门])了?[，,、][^，,。；;\n请\d]{0,4}$"
)
_OPENS_LATER = late(r"(?:再|才|重新|又|准时|正常|起)*(?:开(?=[，,。；;！\s]|$|门|放|业)|恢复|营业|供应)")
"""系统31号20点停，1月4号8:30开: when it can be had again."""
_DOES_IT = late(
    r"[^，,。；;\n（(]{0,24}[（(](?:这[项步块]?)?由?(?:我们?|[我本][办局站所校院镇]|(?!各|你|村|组|大家|自己|本人|学生|家长|班)[一-鿿]{1,9}?(?:办|局|处|科|室|中心|站|所|院|部|委|联|会|公司|队))(?:统一|自己|直接|负责)?(?:来)?(?:[做办弄搞]|代办|代做|操作)(?:[，,]?(?:不用|无需|不必)[^（()）\n]{0,8})?[）)]"
)
"""2月11日—13日 所内形式审查（科研办做）: who does it, in brackets behind it."""
_UP_THERE, _SENDS_DOWN = late(r"(?:[省市县区镇乡局站][里上]|上[面级头]|厂家|供[应货][商方]|公司)(?:面)?$"), late(r"(?:之?前|以前)?(?:会|能|就|再|统一|给)*(?:[配拨发批调运补换](?:齐|送)?(?:下来|过来|下去|到位)(?!的))")
"""缺的镇里20日前配下来: what comes from above."""
_THEY_GO_ON = late(r"[号日]起[^，,。；;\n请各你]{0,8}?(?:第三方|公司|机构|[队方组局所站]|中心|[省市县区]里|上面)[^，,。；;\n请各你]{0,8}?(?P<act>[一-鿿])[^，,。；;\n请各你]{1,8}[，,](?:一直|要)?(?P=act)到$")
"""27号起第三方打回访电话，打到12月5号."""
_SEEN_TO = late(
    r"[^，。；\n]{0,24}[，,](?:这|那)(?:个|块|事|项|些|件事|部分)?(?:都|统一|全)?(?:由|归)(?!各|你|村|社区|专人|网格)(?:我[局办站所中们镇]?[一-鿿]{0,4}?|[省市县区镇乡局站所]里|[一-鿿]{1,8}?(?:局|办|所|站|中心|科|股|处|公司|专班|指挥部))"
    r"(?:来|去|自己|统一|直接|专门)*(?:盯|管|负责|落实|安排|解决|协调|联系|跟|办|保障|调度|兜底)(?=[，。；！\s]|$)"
)
"""机械10日中午前到位，这个由局里盯: who sees to it is said right behind."""


_IS_PLAYED = late(r"[^，。；\n]{0,12}(?:演|模拟|假设|假定)[^，。；\n]{0,4}(?:停|断)")
"""8:30在莲湖泵站演停电: an outage that is part of a drill."""


def acts_by_another(m: Mention) -> bool:
    """Whether a machine, somebody hired, or an office that hands things out acts on this date, or its business is said to be another's."""
    if not m.time.before and _NEW_ONE.match(m.right):
        return True
    if not m.time.before and _WORKS.match(m.right) and _MIND.match(m.sentence_right):
        return True
    if not m.time.before and ((_IS_CUT_OFF.match(m.right) and not _IS_PLAYED.match(m.right)) or _CUT_OFF_FIELD.search(m.text[max(m.line[0], m.start - 80) : m.start])):
        return True
    if not m.time.before and _COME.match(m.right) and _VISITORS.search(m.clause_left) and not _PRESENT.search(m.sentence_right):
        return True
    if _UNWILLING.search(m.sentence_left[-24:]) and _PUNISHED.match(m.right):
        return True
    if _BY_US.match(m.right) or _MYSELF_THEN.match(m.right) or (m.time.clock and m.time.end_clock and _IS_SHUT.match(m.right)):
        return True
    if (not m.time.before and _SHUT_FIRST.search(m.sentence_left[-40:]) and _OPENS_LATER.match(m.right)) or _DOES_IT.match(m.right):
        return True
    if _UP_THERE.search(m.clause_left) and _SENDS_DOWN.match(m.right):
        return True
    if not m.time.before and (_LEFT_ALONE.match(m.right) or _THEY_GO_ON.search(m.sentence_left[-50:])):
        return True
    promised = _PROMISED.search(m.clause_left)
    if promised and not _ANY_READER.search(promised["who"]) and not _ASKS_OTHERS.search(m.clause_right):
        return True
    if _FITTER.search(m.clause_left[-12:]) and _COMES_TO_FIX.match(m.right) and not _WAIT_FOR.search(m.sentence_right) and not _BUILDER_IS_READER.search(m.text[:1500]):
        return True
    return holds_until(m) or _on_our_line(m) or _in_idle_row(m) or _by_machine(m) or _handed_out(m) or _by_builder(m) or _their_business(m) or _english(m)


def _by_machine(m: Mention) -> bool:
    """1月31日前，系统会把账单推到手机上; 系统将在20日前自动结转. A system that opens or shuts is what readers use."""
    if _BY_ITSELF.match(m.right) or _MACHINE_BEHIND.match(m.right):
        return True
    return bool(_MACHINE_BEFORE.search(m.clause_left)) and not _NOT_OPEN.match(m.right.lstrip("前起，, "))


def _handed_out(m: Mention) -> bool:
    """账号由镇综治办24日前发放; of 由各乡镇办… only where others are greeted."""
    if not _HANDS_OUT.match(m.right):
        return False
    if _BY_OFFICE.search(m.clause_left):
        return True
    each = _BY_EACH.search(m.clause_left)
    greeted = _GREETS.search(m.text[:400]) if each else None
    return bool(each and greeted and each["who"][:2] not in greeted["whom"])


@lru_cache(maxsize=64)
def _told(text: str) -> bool:
    return _AFFECTED.search(text) is not None


def _by_builder(m: Mention) -> bool:
    """施工队须在6点前撤场、10日内交报告, told to those who live there or beside what is asked of others."""
    found = _BUILDER_ACTS.search(m.sentence_left)
    if not found or _OF_US.match(m.right) or _OTHERS_FOLLOW.match(m.right) or not _BINDS.search(found[0]) or _BUILDER_IS_READER.search(m.text[:1500]):
        return False
    around = m.text[max(0, m.sentence[0] - 700) : m.sentence[0] + found.start()] + m.text[m.end : m.end + 300]
    return _told(m.text[:1500]) or _ASKS_OTHERS.search(around) is not None


def _their_business(m: Mention) -> bool:
    """年报（6月30日截止）是市监局的事; 县局22日前汇总，不用大家管."""
    if _SEEN_TO.match(m.sentence_right) and not _ASKED_HERE.search(m.clause_left):
        return True
    if _THEIR_BUSINESS.match(m.right) and not _ASKED_HERE.search(m.clause_left):
        return True
    return bool(_LEAVE_IT.match(m.sentence_right) and (_SOMEBODY.search(m.clause_left) or _SOMEBODY_ABOVE.search(m.sentence_left[-30:])))


def _english(m: Mention) -> bool:
    left = m.sentence_left
    if not left.isascii() and "’" not in left and "–" not in left:
        return False
    if rhythm_of_others(m) if m.time.kind is TimeKind.SET else date_of_others(m):
        return True
    if (_EN_BUILDER.search(left) and not _EN_ADDRESSED.search(m.text[:400])) or _EN_GIVEN.search(left):
        return True
    if _EN_WE_ACT.search(left) or (_EN_THEY_ACT.search(left) and not _EN_THEN_US.search(left)) or _EN_OFFERS.search(left) or _EN_OWED.search(left) or _EN_OUT.search(left) or _EN_NOTHING.match(m.right):
        return True
    if _EN_THEIRS.match(m.right) or (_EN_LASTS.search(left) and not _EN_TAKES_IN.search(m.whole)):
        return True
    if m.time.clock and m.time.end_clock and not m.has_day and _EN_HOURS.search(left):
        return True
    if _EN_ROUGHLY.search(left) and not m.has_clock:
        return True
    if _EN_DONE.search(left) and _EN_COUNTS.match(m.right):
        return True
    if not m.is_range and _EN_FROM.search(left) and _EN_CHANGES.match(m.right) and not _EN_TAKES_IN.search(m.whole):
        return True
    return bool(_EN_UNTIL.search(left) and _EN_STAYS.match(m.right) and not _EN_TAKES_IN.search(m.whole))


def told_of_sky(m: Mention) -> bool:
    """气象台4:35：…; 3小时之内雨量要超过50毫米: when a forecast was made, and what the sky will do by then."""
    if m.has_clock and _STATION.search(m.left) and _SAYS.match(m.right):
        return True
    if m.time.said.endswith(("内", "时", "天", "夜")) and _SKY.match(m.right) and not _HANDED.match(m.right):
        return True
    whole = m.whole
    return bool(whole.isascii() and _EN_SKY.search(whole) and _EN_FORECAST.search(whole) and not _EN_ASKS.search(re.sub(r"\bby (?:mon|tue|wed|thu|fri|sat|sun|tomorrow|noon|midnight|evening)", "", whole, flags=re.I)))

"""Acts of the issuer, of a level above or of others: their dates are not the reader's."""

from __future__ import annotations

import re

from bot.core.mentions import Mention
from bot.core.wording import late

_OFFICE = (
    r"(?:(?:我|本|该)(?:局|办|中心|馆|站|所|镇|乡|县|街道|行|院|校|会|部|委|刊|社)|我[司方处]|我们(?:中心|[局办站所科股院校部委])?|(?:县|市|省|镇|乡|区|州|局|站|所|街道|上面|上头|上级|中央|国家)"
    r"(?:里|级|上)?|[一-鿿]{0,12}(?:局|厅|办|办公室|委|组|所|站|中心|专班|公司|银行|队|院|馆|第三方|(?<![值带]班)(?:领导|书记|县长|镇长|市长|主任|老师)))"
)
_OWN_ACT = (
    r"(?:通报|公布|公示|发布|印发|编[发印]|出[版刊]|下发|发放|兑付|拨付|到账|到位|结算|抽查|督查|督导|暗访|下村|检查|考核|验收|评审|评选|评定|复核|核查"
    r"|约谈|点名|拉取|拉数|拉|抽取|导出|汇审|会审|结账|关账|审核|汇总|统计|对账|清算|汇报|听取|听|研究|讨论|审议|定损|复盘|核实|审定"
    r"|启用|开通|上线|切换|恢复|停|关闭|进场|开工|完工|派人|派|来|到|看|过问|查|抽|组织|安排|召开|开会|开|反馈|回复|通知|公开|刊登"
    r"|再|给|向|上报|报|交|汇|要|收|催|办结|刷|排名|晾晒|曝光|调研|调度|培训|比对|截取|取数|用|出|派发|兑现|收集整理|打卡|拨)"
)
ASKED = late(r"请|务必|务须|各[一-鿿]|每[个村组户]|全体|所有|有关|责任|你们|须|应当?于|必须")
"""Words that address the reader: what follows is his to do."""
_OWN_SUBJECT = late(rf"(?:^|[，,。；：:、—\s])(?:届时|随后|之后|以上|因为|然后)?{_OFFICE}(?:还|也|都|就|将|拟|会|要|才|计划|预计|打算|需要?|统一|组织|开始)*[于在]?$")
_OWN_RIGHT = late(rf"^(?:前|之前|以前|左右|前后|起)?(?:就|将|要|会|再|统一|分别|集中|各|由(?!各|你)[^，。]{{1,14}}?)*{_OWN_ACT}")
_OWN_PASSIVE = late(
    r"^(?:前|之前|以前|左右|前后|起)?(?:将|会|统一|陆续)?由(?!各|你|村|社区|家长|本人|支部|户主)[^，。；]{1,16}?(?:发放|拨付|印发|下发|反馈|发布|通报|组织|统一|办理|结算|公布|收取|抽查|验收|检测|提取|汇总)"
    r"|^(?:前|之前|以前|左右|前后|起)?(?:将|会|要|统一|陆续|预计|我局|我办|分别)*(?:通报|公布|公示|印发|拨付|拨款|兑付|到账|发放(?!到户)|结算|拨付到位|抽查|督查(?!组要)|督导|暗访|评审|汇审|排名|约谈|全线|启用|再[定议]|另行|停[收办止电水课业用机产工运诊]|盘库|(?:组织|开展|进行|集中)?(?:评选|评审|会审|评比|公示|张榜|表彰|初审|终审|答辩|复审|开奖)|闭馆|轮休|不对外|分片|分批组织|见报|刊发|出结果|验收|评比)"
    r"|^[^，。；]{0,6}(?<![报送交至到给寄发回传向在来])(?:将由|我局|我办|我馆|我中心|我行|我站)"
    r"|^(?:前|之前|以前|左右|前后|起)?(?:将|会|统一|书面|分别|一并|陆续)*(?:反馈|下发|下达|印发|返回|退回|发还|返还|公布|推送)(?:至|给|到)?(?:各(?!户|家)|大家|你们|申报|参评|有关)"
    r"|^(?:前|之前|以前|左右|前后|起)?(?:将|会|统一|分别|一并|陆续)*(?:补发|发放|拨付|兑现|返还|打卡|打到|打入|汇入|转入|到)(?:到位|到账|至|到)?[^，。；]{0,10}(?:差额|工资|报酬|补贴|津贴|绩效|奖金|账户|卡上|补助金|慰问金|到账)"
    r"|^(?:的|前的)?[^，。；]{0,6}(?:费|款)由"
)
_OWN_LEFT = late(
    r"(?:将|拟|预计|(?<![款作习购训金产划度施务排程案课林支算求设练查生目展出种防采])(?<!教学)计划)(?:于|在)?$|(?:结果|名单|资金|补贴|奖金|待遇|文件|方案|清单|通报|简报)(?:将|拟|预计|计划|统一|分别)*(?:于|在)$"
    r"|由(?!各|你|村|社区|家长|本人|支部|户主|[^，。；]{0,8}(?:联络员|网格员|专干|负责人|组长|班主任|会计|文书|校长|专人|牵头))[^，。；]{2,16}[于在]?$"
    r"|(?:评审|审核|复审|评选|抽查|考核|公示|验收|评比|开奖|揭晓|发放|拨付)(?:工作|时间)?(?:安排|定|放|计划)?(?:在|于|为)$"
    r"|(?:工资|补贴|补助金|慰问金|奖金|报酬|资金|款项|津贴|低保金|养老金|粮款|租金)(?:预计|将|统一|分批|会|计划|已?于)*(?:在|于)?$|(?:拉数|通报|督查|抽查|考核|截图|排名)(?:时间)?[为是在:：]?$|planned for $|itinerary|opens on $|payments? [^.]{0,20}$"
)
_OF_READERS = late(r"(?:包案|包村|包片|包[联抓保]|分管|主管|主要|联系|挂[点钩包联]|带班|值班|驻村|责任|牵头|班子|单位|部门)领导$")
"""包案领导春节前走访一次: the leaders of those who read it, nobody above them."""
_AND = ("和", "、", "及", "与")
_HANDED_TO = late(r"(?:[和、及与]\d[^，。；]{1,9}?[日号])?前?(?:分别|统一)?(?:报(?![道告])|上报|交|提交|送(?!达各|至各)|填报|传至|传真)")
"""名单于4月28日报市经贸局: what is handed in is the reader's, though a list of names is often published."""
_SELF_REPORT = late(r"(?:老[一-鿿]|我|我们|站里|镇里|所里|办里|乡里|村里|街道)(?:这边|这里|这儿|这头)?(?:要|还要|得|就|再|也要)?$")
_TO_ABOVE = late(r"^(?:前|之前|以前)?(?:就|再|要|得|统一|汇总)*(?:给|报|交|向|上报|报给|回)(?:给)?(?:县|市|省|上级|上面|领导|区)")
_OWN_HAND = late(r"(?:前|之前)?(?:就|要|得|准备|还要|必须|统一|再|才)+(?:装订|汇总|报|交|上报|审|看|用|送|打印|统计|合)")
_SELF_GOES = late(r"(?:前|之前)?(?:就|要|得|再|也)*(?:去|到|上|跑|拿去|带去)[^，。；]{0,8}(?:交|报|送|开会|办|领|跑)|(?:前|之前)?(?:就|要|得|再|也)*(?:出|汇总|统计|下来|过来)")
_SELF_SEALS = late(r"(?:就|得|也|要|再|准备)+(?:封[柜账卷箱库]|归档|锁[柜账]|结账|交账|出差|休假)")
_I_ACT = late(r"(?:前|之前)?(?:我|我们)(?:这边|这里|这儿|这头)?(?:就|要|得|再|统一|还|也|会|好)*(?:出|汇总|上报|交|统计|去|发|打印|核|审|弄|做|写|编|排|整理|录|扫描?|送(?![你您])|报(?=[^，。；]{0,3}(?:县|市|局|上)))")
_GIVEN_OUT = late(r"(?:之?前|以前|左右)?(?:统一|再|陆续|就|会|一并)*(?:发|给|送|寄|转)(?:给|到|至)?(?:大家|各位|你们)(?=[，。；！\s]|$)")
"""课件12月20日前给大家: what the readers get."""
_I_FINISH, _PASSED_UP = late(r"(?:^|[，,。；;：\s])我们?(?!请|要求)[^，。；;\n你各请]{1,8}?[完好齐](?:了|之?后)?(?:就|再)?$"), late(r"(?:就|再|统一|一并)*(?:送|报|交|发|拿|带)(?:到|去|往|给)?(?:[省市县区局厅镇乡](?=[里上级局厅委，。；！\s]|$)|上面|上级|上去|出去)")
"""我改完下午3点送局里: what the writer passes on once he has done his part."""
_I_BEFORE, _MADE_KNOWN = late(r"(?:^|[，,。；;：\s])我(?!们?[^，。；\n]{0,4}(?:要|等|收))[^，。；;\n你各请]{2,10}[，,]\s?$"), late(r"(?:之?前)?(?:就|再|统一|会)*(?:发|公布|贴|挂|通知|告诉)(?:到|在|给)?(?:本?群|大家|你们|公告|门口)")
"""我排线路，14号发到群里: the one who acts in the clause before acts on."""
_FOR_YOU = late(r"[^。；]{2,30}?(?:你们|各[一-鿿]|大家|诸位)[^，。；]{0,12}[前到]")
"""Behind what the sender does himself: by when his readers are to have done theirs."""
_HANDS_UP = late(r"(?:前|之前)?(?:就|要|得|统一|一早|一并|再)*[报交送]上去")
_COMES_ITSELF = late(r"(?:车|机|货|苗|药|疫苗|设备|物资|材料|师傅|专家|领导|记者|组|队)$")
_IS_HERE = late(r"(?:就|才|会|能)?到(?:货|位)?(?=[，。；\s]|$)")
_CLOSES_ITSELF = late(r"[^，。；请你各]{0,5}(?:封单|封口|封账|封库|锁单|锁库|锁账|关账|关口|关网|清库|拉闸|下架)(?=[，。；\s]|$)")
_LIMIT_BEFORE = late(r"(?:之?前|以前)(?:[^，。；]{0,4}[补报交填传送发回给]|把)")
_COMES_TO_LOOK = late(r"(?:就|才|要|会|再)?来(?:[查看检验测]|(?=[，。；]|$))")
_LOOK = late(r"检查|督查|督导|验收|暗访|测评|考核|审计|专家组|领导|巡察|巡视|飞检|抽查")
_PAID = late(r"(?:前|之前|左右|起)?(?:将|会|统一|陆续|分批)*[^，。；]{0,8}(?:补贴|工资|补助金?|慰问金|奖金|报酬|资金|款项|津贴|低保金|养老金|粮款|租金|钱)[^，。；]{0,6}(?:到账|到位|打到|发到|打卡|到卡|发放完)|(?:前|之前)?(?:统一|陆续|分批|一次性)*(?:补|打|发|拨|划|汇|退|返)(?:发|还|回)?(?:到|至|进|入)[^，。；]{0,8}(?:卡[上里]?|账户|账上|存折)(?=[，。；！\s]|$)|(?:前|之前)?(?:统一|陆续|分批|全部)*(?:发到手|(?:退|返)(?:回|还)?到?原?账户|原路(?:返还|退[回还]))(?=[，。；！\s]|$)")
_MONEY, _COMES_IN = late(r"(?:补贴|补助金?|津贴|工资|奖金|慰问金|低保金|养老金|报酬|租金|奖学金|助学金|绩效)$"), late(r"(?:之?前|以前)?(?:统一|陆续|分批|全部|会|就)*(?:发|打|到账?|拨)(?=[，,。；;！\s]|$)")
"""一季度补助2月10日前发: money that comes."""
_SUPPLIED = late(r"(?:课件|会议材料|培训材料|资料包|会议通知|直播链接|链接|会议号|教材|分数|模板|样表|表样|操作手册|视频课|账号|密码|议程|日程|座位表|考号|准考证|名次|结果|成绩|榜单|题库|答案|二维码|简报|通报)(?:将|会|拟|统一|另行|计划|预计)*(?:于|在)?$")
_SUPPLIES = late(r"(?:前|之前|左右|起)?(?:将|会|再|统一|另行|陆续)*(?:挂|放|传|发|上传|公布|推送|下发|另发|更新|发布|群发|寄|配发|通知|公示|贴榜|放榜|出榜|张榜|上墙|贴)(?:至|到|在|给|进|出)?(?:本?群|网|平台|公告|大家|各|你们|邮箱|云盘|共享|[，。；]|$)")
_HANDED_OUT = late(r"(?:^|[\s，,；;、])(?:(?:腾讯|钉钉|视频|线上|网络)?(?:会议号|会议码|入会码|会议链接)|链接|二维码|座次表?|座位图|样表|模板|空表|课件|教材|会议通知|直播链接|操作手册|议程|日程|座位表|考号|准考证|名次|成绩|榜单|题库|账号|密码)(?:将|会|拟|统一|另行|计划|预计)*(?:于|在)?$")
"""What no reader hands in."""
_SELF_NEXT = late(r"(?:前|之前)?(?:我|我们|我这边|站里|镇里|所里|办里|乡里|老[一-鿿])(?:就|要|得|再|统一|还|来|去)+(?![看见收拿]到)(?!看|见)")
_UPPER_NEXT = late(
    rf"(?:前|之前|起|左右)?(?:(?:县|市|省|镇|乡|区|街道|上级|局|站|部|厅|委|院|司)(?:里|级|上)|(?:县|市|省)(?:委|[一-鿿]{{0,5}}?(?:局|厅|办))|我(?:局|办|站|所|中心|股|科|镇|乡|县|街道|委|会|院|校|馆|行)|领导|上级|督查组|专班)(?:就|将|要|会|再|统一|分别|集中|还|也|组织|来人|逐[个一家户]|逐乡镇|逐[村校]|会同[^，。；]{{1,10}}?|在[^，。；]{{1,8}}?)*{_OWN_ACT}"
)
_THEIR_LIMIT = late(
    r"(?:市|县|省|区|[镇乡][里上]|上级|上面|局里|厅)[^，。；]{0,10}(?:要求|规定|给|定|下达|卡)(?:的|我们|我镇|我县|咱们)*[^，。；]{0,8}(?:死线|期限|时限|截止|时间|日期|节点)(?:是|为|在|:|：)?$"
    r"|(?:市|县|省|上级|上面|厅)(?:里|级)?的(?:截止|最后|上报)?(?:时间|日期|期限|时限)(?:是|为|在|:|：)?$"
    r"|(?:期限|时限|截止|时间|日期|节点)[^，。；]{0,2}(?:市|县|省|区|上级|上面|局里|厅)(?:里|级|局|厅)?(?:给|定|卡|要求|规定)(?:我们|我镇|我县|咱们)?的?(?:是|为|在|:|：)?$"
    r"|(?:[省市县区州](?:委|厅|局|办|中心|公司|行|社|院|所|站|级|里)|上级|总部|总行|总公司|厅里|局里)[一-鿿]{0,4}?(?:收稿|收表|收件|平台|系统|入口|通道|收口|汇总|上报)?(?:的?(?:截止|关闭|锁定|封库)(?:时间|日期)?|的?(?:截止|最后)?(?:时间|期限|时限))(?:是|为|在|:|：)?$"
    r"|\b(?:(?:provinc|prefectur|region|nation)(?:ial|al|e)?|municipal(?:ity)?|county|city|district|state|ministry|bureau|council|board|head ?office|headquarters|donor|funder|auditors?|(?:\w+'s|s'|their|its)(?= own))(?:'s)?(?: own)? (?:deadline|cut-?off|closing date|limit)(?: for \w+)? (?:is|falls on|of)(?: on)? $"
)
_GIVEN_BELOW = late(r"给(?:大家|你们|各[一-鿿]{1,3}|每[个村组户])[^，。；\n]{0,10}$")
"""镇上给各村留的时间: a limit for those who read."""
_MACHINE = late(r"(?:前|起)?(?:系统|平台|后台|数据库)(?:自动|将|会|统一)*(?:汇总|导出|取数|生成|提取|比对|抓取|结算|排名)")
_ENGLISH_OWN = late(
    r"\b(?:will|is going to|are going to|plans? to)\s+(?:be )?(?:publish|announce|issue|review|check|pay|release|forward|compile|inspect|visit|audit|collect|paid|sent out|delivered)[^.]{0,40}$",
    re.I,
)
_VISITOR = late(r"(?!把|将)[^，。；请传报送交发拿补过下上起\s]{2,12}?(?:统一|将|要|会|再|就)*(?:下?(?<![出回进])来)(?!得|不|自|源|访|年|电|领|交|报|拿|办|取|参)")


_HANDED_IN_BELOW = late(
    r"^(?:前|之前|以前)?(?:将|把)[㐀-鿿]{0,14}(?:表|单|册|账|材料|资料|报告|总结|照片|记录|名单|数据)[^，。；\n]{0,10}?(?:报|交|送|发|传)(?:送|到|至|给)?(?:我(?![省市县局])|镇|乡|街道|[㐀-鿿]{0,4}(?:站|所|办)(?=$|[，。；！、\s（(]))"
)
"""12月15日前将验收表报镇水利站: a paper with the name of an act goes to the office that serves the readers."""


_READERS_PAY = late(r"(?:保证金|[押定]金|[会学党团]费|(?:报名|标书|物业|参展|培训|停车|伙食|餐|水电?|电|保险?|承包|管理|服务)费|罚款|货款|[尾首]款|首付款?|认购款|集资款|欠款|违约金)(?:[（(][^（()）\n]{1,12}[）)])?(?P<must>请?(?:须|应当?|务必|必须|务须)?)[于在]?$")
_MUST_COME_IN = late(r"(?:务必|必须|全部|全额|足额|要|须|一次性)*(?:到账|到位|入账|[打汇转划]到)(?![各你]|个人|本人|农户|户主)")
"""履约保证金10月15日前到账: money that the readers pay."""
_PAID_IN = late(
    r"(?:之?前|以前)?(?:务必|必须|全部|全额|足额|要|须|一次性|统一|自行)*[打转汇划缴存](?:款)?(?:到|至|进|入)(?![各你每]|个人|本人|农户|户主|大家|社保|一卡通|工资)[^，。；;\n]{0,8}?(?:村|社|组|集体|会|公司|单位|学校|总|局|站|镇|对公|专用|指定|会计|财务|出纳)[^，。；;\n]{0,6}?(?:账户|账上|账号|卡上?|专户)"
)
_GRANTED = late(r"(?:补贴|补助|津贴|资金|奖金|经费|慰问金|救助金|专款|拨款|工资|报酬)[^，。；;\n]{0,6}$")
"""租金12月31日前打到村账户: money that is paid in; grants that come to a village are handed on to it."""


def _readers_pay(m: Mention) -> bool:
    if not m.time.before:
        return False
    fee = _READERS_PAY.search(m.clause_left) and _MUST_COME_IN.match(m.right)
    return bool(fee) or (_PAID_IN.match(m.right) is not None and _GRANTED.search(m.clause_left) is None)


def must_pay(m: Mention) -> bool:
    """履约保证金须于8月5日17时前到账: what the readers have to have paid by then, in so many words."""
    fee = _READERS_PAY.search(m.clause_left) if m.time.before else None
    return fee is not None and bool(fee["must"]) and _MUST_COME_IN.match(m.right) is not None


def is_own_act(m: Mention) -> bool:
    """Whether the date belongs to the issuer's or an upper level's own act."""
    if _HANDED_IN_BELOW.match(m.right) and not _OWN_SUBJECT.search(m.clause_left):
        return False
    if _readers_pay(m):
        return False
    if _ENGLISH_OWN.search(m.left[-70:]):
        return True
    left, right = m.clause_left, m.right
    if _SELF_REPORT.search(left) and (_TO_ABOVE.search(right) or _OWN_HAND.match(right)):
        return True
    if re.search(r"(?:^|[，,；;。！!\s])(?:我|我们)$", left) and _SELF_GOES.match(right):
        return True
    if (_I_FINISH.search(left) and _PASSED_UP.match(right)) or (not left.strip() and _I_BEFORE.search(m.sentence_left[-24:]) and _MADE_KNOWN.match(right)):
        return True
    if _MYSELF.search(left) and _SELF_SEALS.match(right):
        return True
    if _HANDS_UP.match(right) and not ASKED.search(m.sentence_left[-30:]):
        return True
    if (_COMES_ITSELF.search(left) and _IS_HERE.match(right)) or (_CLOSES_ITSELF.match(right) and _LIMIT_BEFORE.search(m.sentence_left[-60:])):
        return True
    if _COMES_TO_LOOK.match(right) and _LOOK.search(m.sentence_left[-60:]):
        return True
    if right.startswith(" ") and _I_ACT.match(right.lstrip()) and _FOR_YOU.match(m.sentence_right):
        return True
    if _PAID.match(right) or re.match(r"(?:还|照样|照常)?继续(?:收|办|开|营业|受理|供应|接种|发放)", right):
        return True
    if _I_ACT.match(right) or (_SUPPLIED.search(left) and _SUPPLIES.match(right)):
        return True
    if (_THEIR_LIMIT.search(m.left[-60:]) and not _GIVEN_BELOW.search(m.left[-30:])) or _MACHINE.match(right):
        return True
    if re.search(r"(?:检查|考核|评审|验收|抽查|督查|督导|评比|评选|复核|审计|普查|测评)$", left) and re.match(r"(?:统一|集中|分批)?(?:进行|开始|启动|开展|实施)", right):
        return True
    if _SELF_NEXT.match(right) or _UPPER_NEXT.match(right):
        return True
    if _VISITOR.match(right) or re.match(r"(?:前|之前)?统?一?(?:上?报|送)(?:至|到|送)?[省市县区](?=[，。；;]|$|里|级)", right):
        return True
    if _TO_ABOVE.search(right) and re.match(r"(?:前|之前)?要给|[^，。]{0,4}报总数", right):
        return True
    if ASKED.search(left[-30:]):
        return False
    if _OWN_PASSIVE.search(right) or (_OWN_LEFT.search(left) and not _HANDED_TO.match(m.sentence_right if right in _AND else right)):
        return True
    if _OF_READERS.search(left) or _MUST_SEE.match(right) or (m.time.rrule and _REPORTS_ONCE.match(right) and not _OURS_OR_ABOVE.search(left)):
        return False
    return bool(_OWN_SUBJECT.search(m.left[-24:]) and _OWN_RIGHT.search(right))


_MUST_SEE = late(r"(?:之?前|以前)?(?:就|必须|务必|一定)?要(?:看到|见到|收到|拿到)")
"""大队10日晚8点前要看到流水: what an office must have by then is handed in by others."""
_REPORTS_ONCE = late(r"各?(?:报送|上报|填报|报|交|送)[一1两二三][次回遍]")
_OURS_OR_ABOVE = late(r"(?:[我本该][局办镇乡县站所校院街中委]|我们?|[省市县区镇乡局站所厅](?:里|级|上)|上[面头级]|[市县省区][委局厅][一-鿿]{0,3})(?:还|都|就|会|将)*$")
"""哨点医院每三天报一次样本数: an office that is nobody's above is told to."""
_OURSELVES = late(r"(?:我|本)(?:局|办|中心|馆|站|所|镇|乡|街道|行|院|校|会|部|委)(?:还|都|就|会|将)*$")
_INSPECTS = late(r"抽查|检查|督查|暗访|通报|考核|汇总|审核|核查|巡查|测评|公示")


def acts_so_often(m: Mention) -> bool:
    """Whether a rhythm holds in itself what the office that writes does: 本办每年抽查两次."""
    return _OURSELVES.search(m.clause_left) is not None and _INSPECTS.search(m.time.said) is not None


_ACTS_OFTEN = late(rf"(?:^|[，,。；：:、\s]){_OFFICE}(?:还|也|都|将|会)?每[^，。；]{{1,16}}[，,]$")


def goes_on_acting(m: Mention) -> bool:
    """Whether a rhythm tells on what the issuer does, named before another one: 我局每季度汇总一次，每年12月向市局报告."""
    return not m.time.before and not m.clause_left.strip() and bool(_ACTS_OFTEN.search(m.sentence_left[-40:]) and _OWN_RIGHT.search(m.right))


def surely_supplied(m: Mention) -> bool:
    """Whether what only the issuer hands out is handed out then: 样表9月30日发群里."""
    if m.time.before and _GIVEN_OUT.match(m.right) and not ASKED.search(m.sentence_left[-30:]):
        return True
    return bool(_HANDED_OUT.search(m.clause_left) and _SUPPLIES.match(m.right) and not ASKED.search(m.sentence_left[-30:]))


_PROMISES = late(r"(?:一定|肯定|保证|绝对|准能?)(?:能|可以|会)?(?:给您?|把)?[^，。；]{0,6}?(?:补|交|报|送|发|传|弄|搞)")
_MYSELF = late(r"(?<![给向跟和到报交发把让叫找替对])我$")


def surely_promised(m: Mention) -> bool:
    """Whether who writes only promises it for himself: 照片我6点前一定补上."""
    return m.time.before and bool(_MYSELF.search(m.clause_left) and _PROMISES.match(m.right))


def surely_paid(m: Mention) -> bool:
    """Whether money comes to the readers then, and nothing is asked: 10月1日前补贴到账."""
    paid = _PAID.match(m.right) or (_MONEY.search(m.clause_left[-8:]) and _COMES_IN.match(m.right))
    return bool(paid) and not _readers_pay(m) and not ASKED.search(m.sentence_left[-30:])


def binds_nobody(m: Mention) -> bool:
    """Whether such an act asks nothing of the reader even as a limit: money that comes, what the issuer supplies."""
    right = m.right
    if _readers_pay(m):
        return False
    if _PAID.match(right) or _MACHINE.match(right) or re.match(r"(?:还|照样|照常)?继续(?:收|办|开|营业|受理|供应|接种|发放)", right):
        return True
    if _SUPPLIED.search(m.clause_left) and _SUPPLIES.match(right):
        return True
    return bool(not ASKED.search(m.clause_left[-30:]) and _OWN_PASSIVE.search(right))


def is_upper_subject(m: Mention) -> bool:
    """Whether a level above is who acts at this time (县里九点开会)."""
    return not _OF_READERS.search(m.clause_left) and bool(re.search(r"(?:县|市|省|区|局|上|镇|乡|部|厅|委|院)(?:里|级|头|面)(?:领导)?(?:就|要|会|将|在)?$|领导$", m.clause_left))


def is_planned_by_issuer(m: Mention) -> bool:
    """Whether the words before the date plan the issuer's own act (评审安排在, 预计于)."""
    return bool(_OWN_LEFT.search(m.clause_left))


def hands_up(m: Mention) -> bool:
    """Whether that act is handing in to a level above, whose date binds the reader if he has no other."""
    return bool(_TO_ABOVE.search(m.right) or _HANDS_UP.match(m.right) or re.match(r"[^，。；]{0,10}(?:收|要|交|(?<!通)报)(?:齐|数)?(?=[，。；]|$)", m.right))

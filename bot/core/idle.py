"""What asks nothing of its reader, beyond doubt: an offer of trade, a promise or report of one's own, a question about a
demand, a closing line; news that says nothing is to be done. And the reverse: a short call that is surely a demand.

Every rule here has its counter-words: what addresses offices, asks or presses takes the text out of the family.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.english_requests import only_asks
from bot.core.models import Kind
from bot.core.reasons import ANOTHERS
from bot.core.roles import DateRole, Verdict
from bot.core.wishes import is_wish
from bot.core.wording import late

_LONGEST_CHAT = 220
"""Characters up to which a text may be read as somebody's own words."""

# --- trade -------------------------------------------------------------------------------------------------------
_PRICE = late(
    r"\d(?:\.\d+)?\s?(?:元|块|万)(?:钱)?(?:[/／一每]|\s?[斤箱份盒个包桶只件盘吨亩套月年条瓶袋棵头])|(?:一|每)[斤箱份盒个包桶只件盘吨套车条瓶袋棵头]\s?\d|[￥¥]\s?\d|月租|月薪|月综合|月费|团报价|拼团价|厂价|原价|特价|底价|半价|均价"
    r"|[\d一二三四五六七八九]\.?\d?折(?!腾|叠|纸)|一吨\d|\d斤\d|\d(?:炮)?头\d|\d块\d|押一付|首付|定?订?金\s?\d|费?用?全免|面议"
)
_DEAL = late(
    r"立减|满\d{1,5}[减送]|优惠(?!政策|证|待遇)|返现|返油?卡|返利|首年返|买[一二两\d]{1,3}送|(?<![不必需用])[再另还]送|送(?:货上门|手机|保养|礼品|大礼|体检卡?|赠品)|秒杀|促销|大促|钜惠|特惠|清仓|甩卖|酬宾|开门红|周年庆|店庆|锁价|锁位|早鸟|免(?:一|两|首)个?月|包邮|免费送货|直销|福利价|老费率|停售|恢复原?价|恢复\d"
)
_ORDER = late(
    r"截单|截团|下单|开团|成团|拼团|团购|自提|[订定]金|私我|滴滴我|(?:要|想要|需要|有意|感兴趣|要来)的(?:朋友|邻居|老板|亲)?(?:可以?)?(?:群里|微信)?(?:接龙|扣|私|滴|报姓名|报车|快来?|联系|打|登记|加)|先到先得|欲购从速|名额(?:仅|有限|不多|只剩?|\d+个?)|仅剩|最后\d+[席套个份]|预[订定][:：]"
)
_BUYS = late(
    r"(?:大量|长期|高价|现金|上门|敞开)(?:收购|回收|收)|急收|(?:^|[，,。！!\s])收[一-鿿]{1,4}(?<![费款表税齐金据])(?:啦|了|喽|咯)|收(?!费|款|表)[一-鿿]{1,4}收(?!费|款|表)[一-鿿]{1,4}啦|现[款金钱结](?:结账|结|现货)?(?=[，。不])|不打(?:白)?条|当[天场面][称秤]|有多少要多少|量[大多](?:的)?(?:可以?)?上门|换(?:不锈钢)?[盆碗菜]|带锯"
)
_BUSINESS = late(
    r"投保|车险|年金险|重疾险|(?<!维)保单|理财|驾校|考C1|年卡|会员卡|瑜伽|健身|美容|美发|家政|普工|包吃住|旺铺|门面|[招出]租|转让|转租|过户|[两三一]室|学区房|楼盘|贷款|融合套餐|办卡|到店|本店|店里|门店|校区|冲刺班|[暑寒]假班|体验课|试听|老板|厂价"
)
_PHONE = late(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_OFFICIAL = late(
    r"各(?:村|社区|单位|班|支部|科室|乡镇|镇|乡|站所|站|所|分会|[小片]?组|网格|部门|企业|学校|县|商户|经营|位家长)|台账|花名册|报送|上报|据实|公示|通知如下|摸底|统计表|清册|财政|政策|补贴|文件|县委|党委|政府|村委|居委|支部|书记|工会|总务处|农办|党政办"
    r"|[一-鿿]{2}(?:局|委员会|办公室|党委|政府|村委会|居委会|社区|党政办|指挥部|服务中心|供电所|派出所|卫生院|学校|小学|中学|医院|管委会)(?:[\s。，：:]|$|\d{4}年)"
)


_SURELY_TRADE = 3
"""How many different words of offering, ordering and buying need no price beside them."""


def is_trade(text: str, *, plainly: bool = False) -> bool:
    """Whether a text sells, buys, lets or hires, in no office's name: two families of a trader's words at least, `plainly` three."""
    if len(text) > 2 * _LONGEST_CHAT or _OFFICIAL.search(text):
        return False
    families = [{each[0] for each in family.finditer(text)} for family in (_DEAL, _ORDER, _BUYS, _BUSINESS, _PRICE)]
    deal, order, buys, business, price = map(bool, families)
    if not (deal or order or buys or business):
        return False
    if sum(map(len, families[:3])) >= _SURELY_TRADE:
        return True
    marks = deal + order + buys + business + price
    return marks >= 3 or (not plainly and marks == 2 and (price or buys or deal or _PHONE.search(text) is not None))


# --- what somebody says of himself ---------------------------------------------------------------------------------
_PROMISES = late(
    r"(?:我|咱)(?:们(?:村|组|站|社区|科)?)?(?:这边|这里)?[^，。；！？\n请你您]{0,14}?(?:今[天晚]|明[天早晚]|下午|上午|晚上|晚点|待会儿?|一会儿?|稍后|马上|这就|尽量|最[迟晚]|一定|争取|赶|\d[点日号])[^。；！？\n请]{0,30}?"
    r"(?:发|报|交|送|补|拿|带|传|给)(?:到|给|至|去)?(?:您|你(?!们)|领导|[一-鿿]{1,2}(?:局|主任|科|站|所|书记|总|老师|姐|哥))"
)
_WANTS_OF_OTHERS = late(
    r"请(?!查收|放心|审[阅核示]|指[示正]|假|过目|[您你]?(?:稍等|等等|放心|查收|过目))|麻烦(?![您你陈李王张]?[一-鿿]{0,2}(?:查收|了))|务必|你们|大家(?!辛苦|费心)|各位|各[村组单科社班站部]|(?:给|发|报|交|送|传|告诉|拿给)我(?!们?(?:的|了|就|也|这边就|昨|才))|抓紧|赶紧|催|@|[你您](?:先|再|就|记得)?[^，。；\n]{0,10}(?:填|写|改|弄|盖|签)(?:好|完|一下)?"
)


_WHEN = r"(?:(?:\d{1,2}月)?\d{1,2}[日号](?:之?前)?|(?:[本这下]个?)?(?:周|星期|礼拜)[一二三四五六日天]|[今明后]天|[今明]?[早晚]上?|[上下中]午|月底|一早|[早中晚]上|[\d一二三四五六七八九十]{1,2}点半?(?:之?前)?){1,3}"
_GIVEN_YOU = late(r"(?:放|搁|塞|送|带|拿|发|交|给|报|传|转|寄|补|拍)(?:回|过去|过来)?(?:到|给|至|去|在)?(?<!请)您(?!们|填|先|再|写|那组|签|添|带|造成|拜|道|祝|讲|家|孩子|一[个张份]|班)")
"""周一就放您桌上: what goes to the one spoken to comes from the one who writes."""
_OTHER_PROMISES = late(
    rf"(?:[^，。；！？\n]{{0,10}}(?:书记|支书|主任|会计|户主|村长|队长|组长|老板|师傅|厂里|厂家|快递|那边|家长|人家|他们?|她们?|对方|户)|[老小][一-鿿]|[一-鿿]组|[^，。；！？\n]{{0,12}}催了[，,])(?:都|也)?(?:说是?|讲|答应|保证|回话|表示)(?:好|了|过|他|她|他们)?{_WHEN}(?:就|能|会|再|准|把|才|回来|过来)*[^，。；！？\n]{{0,8}}?(?:给|送|交|报|发|拿|签|回|到)(?:我|过来|来|签)?(?:字|名)?(?:就|了)?(?=[，,。；！\s]|$)"
    rf"|(?:^|[，,。])[他她](?:[^，。；！？\n]{{0,8}}[，,])?{_WHEN}(?:才|能|就)*(?:回来|过来|回)[^，。；！？\n]{{0,6}}(?=[，,。]|$)"
)
"""石桥的会计说明天早上给我: what somebody else has said he will do."""
_STILL_DUE = late(r"接龙|报名|扫码|[没未要想][^，。；]{0,4}的(?:户|人|组|村|家|同学|单位)|(?:[日号点天底周午班一二三四五六]|之|以)前|截止|之内|(?:[交报填传]|返回|反馈|回复|确认)(?:给|到|至)")


_MUST_PASS_ON, _DUE_BEFORE = late(r"(?:要|得)[^，。；您你]{0,6}?(?:报|交|送)"), late(r"前[^，。；\n我咱您你]{0,4}(?:上?报|交|送|填|发|传)(?![您你])")
"""月报25日前报农经站，我26日要报县局: why others are to hand in by then."""


def is_own_promise(text: str) -> bool:
    """汇报稿我今晚赶出来，明早9点前发您邮箱: what the writer will do for the one he writes to, or was promised himself, and nothing else."""
    if len(text) > _LONGEST_CHAT // 2:
        return False
    own = _OTHER_PROMISES.sub("，", text)
    if _WANTS_OF_OTHERS.search(own) is not None:
        return False
    promise = _PROMISES.search(own)
    if promise and not (_MUST_PASS_ON.search(promise[0]) and _DUE_BEFORE.search(own, 0, promise.start())):
        return True
    told = own != text or _GIVEN_YOU.search(own) is not None
    return told and not any(_STILL_DUE.search(each[0]) for each in _CLAUSES.finditer(own) if not _GIVEN_YOU.search(each[0]))


_ALL_IN = late(r"(?:齐了|收齐|到齐|全到位|都(?:已)?(?:[报交]上来|[报交]齐|[报交]完|到了)|全部?(?:已)?(?:[报交]齐|收到|报完|交完))")
_NO_MORE = late(r"不(?:用|必|需要?)(?:再)?(?:重?[发报交补传催])|辛苦|谢谢|感谢")
_MISSING = late(r"还[差剩缺没]|[只就]差|差(?=[一-鿿\d]{1,4}[家户个村份])|除[^，。]{1,12}外|没[报交]|未[报交]|请(?!勿)|务必|抓紧|尽快|(?<!不用)(?<!不必)(?<!不用再)补[报交上]|(?<!要的那份)下一步|另外|[日号]前[报交发送]")


def closes_round(text: str) -> bool:
    """六个村齐了，不用再发，大家辛苦: the end of a collection, with nobody missing."""
    return len(text) <= _LONGEST_CHAT and _ALL_IN.search(text) is not None and _NO_MORE.search(text) is not None and _MISSING.search(text) is None


# --- questions -------------------------------------------------------------------------------------------------------
_SENTENCES = late(r"[^。！!？?\n]+[。！!？?\n]*")
_QUESTION_OPENS = late(r"请教|请问|问(?:一)?[下声]|想问|问问|弱弱|咨询(?:一)?下|有(?:没有)?[人谁]知道|[谁哪](?:个|位)?知道")
_ABOUT_LIMIT = late(r"前(?:要)?[交报填发送](?:上来)?的(?:话|那|这|[一-鿿])|要[交报填]的(?:那|这)")
_ASKS_THING = late(r"还是|要不要|算不算|是不是|用不用|行不行|可不可以|[吗么呢](?=[?？~～\s]|$)|哪[个里些]|多少|几[点号天张份]|怎么|什么|谁的|谁家")
_PRESSES = late(
    r"各[村组单科社班站部镇乡]|你们|大家|抓紧|尽快|催|务必|麻烦|请(?![问教])|(?:给|发|报)我|谁(?:还)?没|还有谁|哪[些几个家][^，。？?]{0,6}没|(?:交|报|弄|填|做|发|送)(?:好|完|上来|齐|上去)?了?[吗没](?=[，,?？\s]|$)|能(?:不能)?[^，。？?\n]{0,14}(?:[报交发给送填](?!的))[^，。？?\n]{0,6}[不吗]|来得及"
)
_HAVE_DONE = late(r"(?:(?:我们?|咱们?|我这边|[一-鿿]{1,5}?[村站组校班店所队点厂])[^，。？\n请]{0,12}?(?:报|交|填|发|送|传|接龙|改|做|走访|盖)[^，。？\n]{0,6}?(?:了|完|好|过)|(?:我们?|[一-鿿]{1,5}?[村站组校班店所队点厂])已(?:经)?[报交填发送传接走]|收到)")
_WHICH, _THE_REST = late(r"还是|要不要|用不用|行不行|可不可以|几[点号]"), late(r"其[他余它]|别的|剩下|另外几|还有[几谁哪]")
_TOLD_FIRST = late(r"[^，。？！]{0,30}(?:(?:[报交发传送填弄做办]|上报|送到|签好|盖好)(?:上去|过来|齐|完|好)?了|收到|看到了?|齐了)(?:[，,][^，。？！]{0,24}){0,2}[。！~～\s]*")
"""西站名单报了。日报是当晚9点前报，还是第二天报？ what somebody tells who has handed in and wants to know."""
_ASKS_UNMARKED = late(r"[^。！!？?，,\n]{0,30}(?:还是|是不是|要不要|算不算|哪[个里些天]|什么|几[点号天份])[^。！!？?，,\n]{1,20}?(?:呀|呢|吗|么|啊|来着|的)[。~～\s]*")
_EN_QUESTION = late(r"^(?:(?:hi|hello|hey|morning|good morning|dear)\b[^.?!]{0,20}[,!] ?)?(?:quick question[:,]? ?|question[:,]? ?|one question[:,]? ?|just wondering[:,]? ?|and |or )?(?:does|do|is|are|has|should|which|what|when|where|whose|anyone know|how|can anyone tell|am i|would it)\b", re.I)
_EN_PRESSES = late(r"\b(?:your?|please|kindly|each|every|could you|can you|let me know|asap)\b", re.I)


def is_question(text: str) -> bool:
    """Whether nothing but questions about a demand stand here: 19号前交的话算谁家的？公章盖镇政府的还是农业办的？"""
    body = text.strip()
    if not body or len(body) > _LONGEST_CHAT:
        return False
    said = [each[0].strip() for each in _SENTENCES.finditer(body) if each[0].strip(" \n。！!~～😂🙏")]
    if said and not said[-1].endswith(("?", "？")) and re.fullmatch(r"(?:谢谢|多谢|感谢|thanks|thank you)[^，。]{0,6}[。！!]?", said[-1], re.I):
        said = said[:-1]
    asked = [each for each in said if each.endswith(("?", "？"))]
    if not asked and len(said) == 1 and _ASKS_UNMARKED.fullmatch(body) and not _PRESSES.search(body):
        return True
    if not asked or not said[-1].endswith(("?", "？")):
        return False
    if body.isascii():
        return len(asked) == len(said) and all(_EN_QUESTION.search(each) for each in said) and _EN_PRESSES.search(body) is None
    if _PRESSES.search(body) or not all(_ASKS_THING.search(each) for each in asked):
        return False
    told = [each for each in said if each not in asked]
    if told and all(_HAVE_DONE.match(each) or _TOLD_FIRST.fullmatch(each) for each in told) and all(_WHICH.search(each) and not _THE_REST.search(each) for each in asked):
        return True
    return _QUESTION_OPENS.search(body) is not None or (_ABOUT_LIMIT.search(body) is not None and len(asked) == len(said))


# --- English words of one's own ------------------------------------------------------------------------------------
_EN_OWN = late(
    r"^(?:(?:hi|hello|hey|morning|good morning|good afternoon|dear)\b[^.?!]{0,24}[,!.] ?)?(?:i(?:'m| am|'ve| have| did| sent|'ll| will)\b|all done\b|done\b|finished\b|got it\b|noted\b|thanks\b|thank you\b|will do\b|my (?:list|form|report|figures?|part)\b|our (?:list|form|forms|report|figures?|part|side|sheets?|photos?)\b"
    r"|we(?:'ve| have)? (?:already )?(?:sent|handed|uploaded|submitted|e-?mailed|filled|returned)\b|just (?:sent|handed|uploaded|dropped)\b|running (?:a (?:bit|little) )?late\b|(?:almost |nearly )?(?:on my way|there in)\b|(?:will|might|may|can't|cannot|won't) (?:be (?:there|late|back|in|away|off)|make it|join)\b|be (?:there|back|right)\b|stuck (?:in|at|with)\b|(?:heading|popping) (?:over|back|out|in)\b|(?:off sick|out of office|away)\b)",
    re.I,
)
_EN_WANTS = late(
    r"\bplease(?! (?:don't|do not|find|see attached))|\bkindly\b|\b(?:could|can|would|will) (?:you|each|every|all|someone)\b|\byou(?:r team)? (?:must|need|should|are (?:to|asked|requested)|have to)|\bmust\b|\bshould\b|\blet me (?:know|have)|\bsend (?:me|us|it to|them to)\b|\bsubmit\b|\brequired\b|\bdeadline\b"
    r"|\b(?:all|every|each) (?:staff|wards?|teams?|residents?|parents?|schools?|members?|units?|nurses?)\b|\bi (?:need|want|require|expect|am waiting|'m waiting|still)\b|\b(?:yours?|the rest|those who|anyone who|whoever|remaining)\b|\bremember\b|\breminder\b|\bstill (?:missing|waiting|need)|\burgent|\basap\b|\bdue\b|[:：] ?(?:send|bring|check|fill|return)",
    re.I,
)


def is_own_report(text: str) -> bool:
    """Whether somebody only tells in English what he did, will do or where he is: I'm on leave 3-7 August, I did send our list."""
    body = text.strip().replace("’", "'")
    return not _HAN.search(body) and len(body) <= 2 * _LONGEST_CHAT and _EN_OWN.search(body) is not None and _EN_WANTS.search(body) is None


# --- nothing to do ---------------------------------------------------------------------------------------------------
_WAIVES = late(
    r"(?:无需|不用|不需要?|不必|无须|毋须|不再)(?:再|另行|另外|本人|各位|大家|自己|个人|单独|重新|重复|手工|额外|为此)*(?:操作|办理|申[报请]|做任何|任何|回复|提交|[补报]?交|填[表报]?|报(?!销)|抄表|认证|跑|理会|处理|管|签[字到]|做什么|生成待办|发纸条)"
    r"|(?:知悉|知晓|知道|了解|周知|悉知|晓得)(?:一下)?(?:即可|就行|就好|便可|为荷)|(?:请|望|供)?(?:大家|各位|各[一-鿿]{1,3})?(?:知悉|周知|悉知|知晓)(?=[。！!\s]|$)|没有?(?:什么)?要(?:大家|你们|各[一-鿿]{1,3})?(?:做|办|交|报)的"
)
_TAKEN_BACK = late(r"(?:无需|不用|不需要?|不必|不再|别|免)(?:再)?[^，。；！\n]{0,4}?[报交填发送办做弄]了")
"""周报不用交了: a demand that is taken back, which is no news to know."""
_RECEIPT = late(r"(?:收到|看到|阅[后知读])[^，。；！\n]{0,4}(?:请)?(?:回复?|扣|打)[^，。；！\n]{0,5}")
_CLAUSES = late(r"[^，,。；;！!？?\n]+")
_DEMANDS = late(
    r"请(?!.{0,6}?(?:知[悉晓道]|悉知|周知|放心|谅解|见谅|理解|注意|留意|绕行|避让|勿|不要|别|关注|参考|相互转告|以.{1,12}为准|咨询|致电|假))|务必|(?<!必)须|抓紧|尽快|马上|立即|第一时间|(?<!不)(?:要|得)(?:在|把|于|按)|各[一-鿿]{1,4}[^，。；]{0,20}(?:报|交|填|发|送|传|完成|核|查|组织|安排)"
    r"|[报交发送传填](?:给|到|至)我|截止|逾期|联系|接龙|登录|扫码|下载|自查|整改|上门"
)
_GIVES = late(r"[把将][^，。；！\n]{1,16}?(?:发|交|送|报|给|填|贴|传|拿|带|收|搬|关|清|核)|(?:送|交|报(?!销)|发|传|寄)(?:到|至|给|上来|过来|来|我|[党镇县村社街]|[一-鿿]{1,3}(?:办|科|室|处|站|局))|找[一-鿿]{1,4}(?:交|领|办|拿|签)|(?:自行|自己)?到[^，。；]{2,12}?(?:领取?|办理|缴|交|签|开会|报到)")
_BY_OTHERS = late(r"由|统一|直接|自动|已|系统|后台|平台|银行|公司|可(?!以)")
_EN_WAIVES = late(
    r"\bnothing (?:to (?:do|sign|return|send|submit|hand in|fill in|reply)|is (?:needed|required)|(?:else )?(?:needed|required)|changes)\b|\bno (?:action|reply|response|registration|booking|further action|forms?)(?:,? or \w+)? (?:is |are )?(?:needed|required|necessary)\b|\bno need to (?:attend|reply|respond|do|act|sign|register|send|apply)\b"
    r"|\byou (?:do not|don't|need not) (?:have|need) to do\b|\b(?:do not|don't) (?:have|need) to do anything\b|\bfor (?:your )?information\b|\bfyi\b|\bjust so you know\b|\bno (?:action|reply) (?:on your part|from you)\b|\bnothing to do\b",
    re.I,
)
_EN_SENTENCES = late(r"[^.!?;\n]+(?:\.(?!\s)[^.!?;\n]+){0,6}")
_EN_IMPERATIVE = r"\s*(?:bring|send|check|return|complete|fill|sign|submit|take|report|call|phone|ring|e-?mail|post|hand|upload|register|make|clear|put|get|remove|wear|change|tell|inform|confirm|reply|answer|attend|come|join|pick|collect|drop|leave|keep|stop|count|inspect|walk)"
_EN_DEMANDS = late(
    r"\bplease(?! (?:note|be aware|be advised|allow|bear|use|expect|don't|do not|mind|accept|see|refer|contact|ignore))|\bkindly\b|\bmust(?! not)|\bsubmit|\bdue\b|\brsvp\b|\bsend (?:me|us|the|your)\b|\bhand in\b|\basap\b|\byou (?:need|should|have|are) to\b|\b(?:are|is) (?:requested|required|asked|expected) to\b|\bremember to\b|\bmake sure\b|\bensure\b|\bby (?:mon|tue|wed|thu|fri|sat|sun|\d|noon|tomorrow|the end)|\bno later than\b|\bdeadline\b|\bwe (?:do )?need\b|\b(?:all|each|every) [a-z]+(?: [a-z]+)? (?:send|report|return|check|fill|bring|sign)s?\b"
    rf"|(?:^|[,:–-]\s|\b(?:but|just|and|so|then) ){_EN_IMPERATIVE}\b",
    re.I,
)


_CLAUSE_END = late(r"[，,；;。]")
_HAN = late(r"[一-鿿]")


def says_nothing_to_do(text: str) -> bool:
    """Whether the text says in so many words that nothing is to be done, rather than no longer."""
    if not _HAN.search(text):
        return _EN_WAIVES.search(text) is not None
    return _WAIVES.search(text) is not None and _TAKEN_BACK.search(text) is None


def asks_nothing(text: str) -> bool:
    """Whether no clause of it asks anything, those left out that say so themselves."""
    if not _HAN.search(text):
        rest = _EN_WAIVES.sub("", text)
        return not any(_EN_DEMANDS.search(each[0]) for each in _EN_SENTENCES.finditer(rest))
    rest = _RECEIPT.sub("", text)
    said = [each[0] for each in _CLAUSES.finditer(rest) if not _WAIVES.search(each[0])]
    return not any(_DEMANDS.search(each) or (_GIVES.search(each) and not _BY_OTHERS.search(each)) for each in said)


def _own_words(text: str, verdicts: Sequence[Verdict]) -> str:
    """The text with the clauses blanked out in which others act."""
    for m in (v.mention for v in verdicts if v.reason == ANOTHERS):
        begin = max(m.sentence[0], m.start - len(_CLAUSE_END.split(text[m.sentence[0] : m.start])[-1]))
        end = m.end + len(_CLAUSE_END.split(text[m.end : m.sentence[1]], maxsplit=1)[0])
        text = text[:begin] + " " * (end - begin) + text[end:]
    return text


# --- the reverse -------------------------------------------------------------------------------------------------------
_PRESSED = r"(?:马上|赶紧|赶快|赶忙|立马|立刻|立即|火速|快点|快去|现在就|这会儿|速速?|抓紧)"
_DOES = r"(?:去|上|把|将|喊|打|报|发|送|到|看|拉|围|关|开|转|下|组织|带|派|通知|清|查|撤|疏散|给|拿|交)"
_CALLED_ON = late(
    rf"(?:^|[，,。！!？?；;\s：:]|的|员|长|组|人|们|都){_PRESSED}(?:的)?(?:都|再|先|就|给我)?{_DOES}(?!了|到了|完了|不及|班|课|学|票|饭|雨|雪)"
)
_REPORTS_BACK = late(r"打(?:给)?我|打(?:我)?电话|打\s?(?:电话)?1[3-9]\d{9}|打\s?0\d{2,3}-?\d{7,8}|报(?:给)?我|告诉我|[发传](?:到)?群|群里(?:吱|说|回|报|喊)|给我(?:回|个|打|说|报)|回(?:我|个|一)|跟我[说讲]|发我|送(?:过来|我)|汇报")
_NOT_OF_OTHERS = late(rf"(?:我们?|他们?|她|已经?|正|刚)(?:就|也|都)?{_PRESSED}|{_PRESSED}(?:就)?到(?:了)?(?=[，。！\s]|$)|抢购|下单|优惠|[吗么][?？]?$")
_HANDS_ME = late(
    r"@[^\s@，,。]{1,10}\s?[^。！!？?\n]{0,30}?(?:名单|表|材料|照片|台账|数|报告|总结|回执|清单|资料|方案|截图|稿|册)[^。！!？?，,\n了]{0,14}?(?:给我|发我|报我|交我|送来|交来|发来|送过来|发过来|拿过来|传我)(?:哈|撒|嘛|啊|呀|哦|喔|噻|哇|一下|下)?(?=[，,。！!\s]|$)"
)
_HANDS_SOON = late(
    r"(?:今天|今晚|现在就?|这会儿就?|马上|上午|下午|中午|下班|[点时]|明[天早]|赶紧|抓紧|赶快|立刻|尽快)[^，。！？?\n我]{0,6}(?:发|报|交|送|传|给)(?:给|到)?我(?:这里|这儿|这|手上)?(?:哈|撒|嘛|啊|呀|哦|喔|噻|一下|下)?(?=[，,。！!\s]|$)"
)
_EN_CALLS = late(
    r"(?:^|[.!\n,] ?)(?:could|can|would|will) (?:you|each|every|all|everyone|everybody|teams?|[a-z]+ leads?)\b[^.?!\n]{0,120}\b(?:by|before|until|no later than|today|tonight|tomorrow|asap)\b|\bon my desk\b[^.?!\n]{0,40}\bplease\b|\bplease\b[^.?!\n]{0,80}\bon my desk\b",
    re.I,
)
_PLEASED = late(r"[吗么没不][?？]|[?？]\s*$|谢谢你?昨|上次|昨天(?:就)?给我的|可不可以|能不能")


def is_short_call(text: str) -> bool:
    """三组的马上把人喊出来，转完打我电话; @小朱 那份名单上午给我哈: a demand of chat, in however few words."""
    body = text.strip()
    if len(body) > _LONGEST_CHAT or is_trade(text):
        return False
    if _CALLED_ON.search(body) and _REPORTS_BACK.search(body) and not _NOT_OF_OTHERS.search(body):
        return True
    if _EN_CALLS.search(body):
        return True
    return (_HANDS_ME.search(body) is not None or _HANDS_SOON.search(body) is not None) and not _PLEASED.search(body)


_EN_INVITES = late(r"\b(?:(?:you|all|everyone|[a-z]+) (?:are|is) (?:cordially |warmly )?invited to|(?:is|are|will be) (?:running|holding|hosting|organi[sz]ing|putting on)) (?:an?|the|our)\b", re.I)


def opens_with_invitation(text: str, verdicts: Sequence[Verdict]) -> bool:
    """Whether the first sentence of an English text invites to something and names its day: X is running a walk-through …: 23 July, 8:45."""
    found = None if _HAN.search(text) else _EN_INVITES.search(text, 0, 240)
    if not found or re.search(r"[.!?]\s", text[: found.start()]):
        return False
    return any(v.role is DateRole.EVENT and v.mention.sentence[0] <= found.start() < v.mention.sentence[1] for v in verdicts)


_PRIVATE_TALK = late(r"[^\n：:，。]{1,6}[：:][^\n：:]{1,24}?(?:什么时候|啥时候|几[点号时]|哪天|吗|不|呢)[^\n：:]{0,4}\n[^\n：:，。]{1,6}[：:][^\n：:]{1,12}")
"""老方：快递什么时候到⏎老秦：3月9日: one asks another."""


_ONE_CLAUSE = late(r"[^，。；！\n]{1,60}[。！]?")
"""王书记下周二下午到县委党校参加培训: whose time is another's in a text of one clause, which has no room to ask for anything besides."""


# --- together ------------------------------------------------------------------------------------------------------------
def _due(verdicts: Sequence[Verdict]) -> bool:
    return any(v.role is not DateRole.NEITHER and not v.weak for v in verdicts)


_CALLS, _MAY_CALL = 0.98, 0.9
"""How sure the words of a text must be that it calls for something before only plain trade is taken for chatter against them, and before the acts of others make no news of it."""


_NEWS = late(r"\s*[【\[](?:[一-鿿]{0,4}(?:简讯|快讯|动态|要闻|播报|新闻|速递|喜讯|捷报))[】\]]")
"""【简讯】3月12日，动员会在镇政府召开: what took place is told."""


def surely_idle(text: str, verdicts: Sequence[Verdict], actionable: float) -> Kind | None:
    """What a text surely is that asks nothing of its readers, or None; `verdicts` as weighed, `actionable` how likely its words call for something."""
    if is_wish(text):
        return None
    calls = actionable > _CALLS
    if is_trade(text, plainly=calls) or is_own_promise(text) or is_question(text) or only_asks(text) or is_own_report(text):
        return Kind.CHATTER
    if _due(verdicts):
        return None
    if _NEWS.match(text) and asks_nothing(text):
        return Kind.INFO
    if _PRIVATE_TALK.fullmatch(text.strip()) or (not calls and closes_round(text) and asks_nothing(text)):
        return Kind.CHATTER
    anothers = any(v.reason == ANOTHERS for v in verdicts) and (actionable < _MAY_CALL or _ONE_CLAUSE.fullmatch(text.strip()) is not None)
    if anothers or says_nothing_to_do(text):
        return Kind.INFO if asks_nothing(_own_words(text, verdicts)) else None
    return None

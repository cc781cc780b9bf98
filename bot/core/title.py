"""A short name for the duty, as a person would write it on a list: 报秸秆禁烧台账, 国庆值班名单."""

from __future__ import annotations

import re

from bot.core.models import Kind
from bot.core.wording import late

LONGEST = 18
"""Characters a Chinese title may have; an English one may have `LONGEST_ENGLISH`."""

LONGEST_ENGLISH = 44

_REACH = 1200
_HAN = late(r"[㐀-鿿]")
_FORMAL = late(r"关于(?P<about>[^。\n]{3,90}?)的(?:紧急|补充|预备|预)?(?:通知|函|公告|通告|通报|公示|情况通报|通知书|决定|意见|请示)")
_HEADLINE = late(r"^\W{0,3}【(?P<about>[^】\n]{4,24})】")
_VERB = (
    r"认真|切实|进一步|继续|全面|及时|抓紧|统一|尽快|报送|上报|填报|呈报|申报|报告(?=[^，。]{2})|做好|开展|组织|召开|举办|举行|印发|转发|参加|加强|推进|落实|完成|报(?!告|表|废|名)|交(?!通|接|警|流|易)|送(?!温)|填好|填写|填|收集|收(?!入|购|割|费)|采集|统计好|统计|汇总|更新|补报|补录"
    r"|核对|提交|上交|上传|发送|整理|制定|撰写|提供|调整|延长|取消|推荐|请|把|将|各|先|再|要(?!素)|的"
)
_LEADING_VERB = late(rf"^(?:{_VERB}|对|在|于|就|有关|相关|本村|辖区内?|辖区|全[县镇乡市区]|我[县镇乡市区]|你[村镇乡]|各[村镇乡]镇?|各单位|本单位|(?:二〇|20)\d?[\d〇一二三四五六七八九]{{1,3}}年度?|\d{{4}}年度?|[上下]半年|第[一二三四]季度|[一二三四]季度|\d{{1,2}}月份?(?!\d)|今年|去年|本月|当日|当天|每日|你们|我们|咱们|自己)")
_TRAILING = late(r"(?:工作|有关事项|相关工作|有关工作|事项|情况|的|等|一事|、|，|和|及|并|与|暨|材料(?<=台账材料))$")
_BRACKETS = late(r"[（(][^（）()]{0,60}[）)]|[《》“”\"【】『』「」]|\s")
_THING = (
    r"台[账帐]|花名册|名册|清册|名单|统计表|登记表|情况表|汇总表|核对表|确认表|申请表|申报表|推荐表|进度表|报名表|信息表|自查表|自评表|调查表|检查表|一览表|报表|月报|周报|日报|季报|年报|总结|报告|方案|预案|计划|材料|底数"
    r"|底册|数据|清单|值班表|照片|截图|视频|证明|承诺书|档案|回执|意见|通讯录|案例|信息|票据|凭证|记录|说明|线索|人数|户数|面积|进度|成绩|问卷|述职稿|发言稿|议案|建议|简报|图斑|(?<!代)(?<!发)表"
)
_NAMED_THING = late(rf"(?P<thing>[㐀-鿿A-Za-z0-9“”《》（）·—\-]{{0,22}}?(?:{_THING}))(?![㐀-鿿]{{0,1}}(?:员|局|站|示|扬|现|达|态))")
_EVENT = late(
    r"(?P<event>[㐀-鿿A-Za-z0-9“”·《》]{0,18}?(?:推进会|座谈会|部署会|调度会|视频会|动员会|茶话会|协调会|说明会|招聘会|表彰会|例会|会议|评议会|约谈会|现场会|报告会|晚会|运动会|交流会|培训班|培训会|培训|演练|拉练|讲座|观摩|汇演|彩排|演出|比武|比赛|竞赛|仪式|检查|督查|督导|验收|抽检|调研|审计|义诊|体检|接访|党日|党课|考试|巡河|宣讲|活动|互查|会))(?![议计员所长]|[㐀-鿿]{0,2}(?:室|名单|厅))"
)
_ACTION = late(
    r"(?P<act>(?:立即|马上|全面|逐一|逐户|再)?(?:整改|排查|自查|核实|核查|清理|打捞|入户|走访|张贴|转发|宣传|采集|认证|注册|缴费|巡查|值守|转移|登记|领取|签订|签字|补录|录入|更新|检修|审验|销号|接龙|学习|答题|观看|加固|回港|停工|复核|摸底|摸排|统计)[㐀-鿿A-Za-z0-9“”《》]{0,14})"
)
_NOISE = late(
    r"^(?:@\S{1,12}\s?|[\W_]{1,6}|各位[㐀-鿿]{0,8}[，,：:\s]|各[㐀-鿿、（）]{1,24}[：:，,]|[㐀-鿿（）、]{2,20}[：:](?!\d)|Dear [^,]{1,30},\s?|Hi[^,]{0,20},\s?|(?:转发|转)[㐀-鿿]{2,16}(?:通知|要求)?[：:]|收到请回复[：:，]?|通知[：:]?|提醒[：:]?|紧急|特急|那个|跟大家说个事哈?|大家好[，,]?|早上好[，,]?|早[！!]|为[^，。]{4,40}，|根据[^，。]{4,60}，|按照[^，。]{4,60}，|值此[^，]{4,20}，|刚接[^，]{2,14}，|接[^，。]{2,14}(?:电话|通知|要求)[：:，]|政策速递[：:]|政策问答[：:]|公示[：:]|通报[：:]|系统升级公告[：:]|\[聊天记录\]|—+ ?群聊记录 ?—+|[（(][^）)]{1,14}[)）]|因[^，。]{2,30}，|经[^，。]{2,20}，)"
)
_CUT = late(r"[，。；;！!？?\n：:｜|、]")
_ENGLISH_ASK = late(
    r"\b(?P<verb>[Ss]ubmit|[Ss]end|[Uu]pdate|[Cc]omplete|[Ff]ill in|[Rr]eport|[Pp]rovide|[Uu]pload|[Ee]-?mail|[Rr]egister|[Aa]ttend|[Cc]lear|[Bb]ring|[Hh]and in|[Cc]heck)\s+(?:us |me |them |in )?(?:the |your |their |all |a |an |any )*(?P<what>[\w'-]+(?: (?!by\b|before\b|to\b|via\b|through\b|on\b|at\b|until\b|with\b|and\b|in\b|from\b|is\b|are\b|must\b)[\w'-]+){0,4})"
)
_ENGLISH_EVENT = late(r"\b(?P<what>(?:[\w'-]+ ){0,3}(?:meeting|training|workshop|drill|rehearsal|session|visit|inspection|audit|clinic|seminar|briefing|open house|ceremony))\b", re.I)


def find_title(text: str, kind: Kind = Kind.TASK) -> str:
    """What to do in at most `LONGEST` characters; "" for chatter and for a text without words."""
    if kind is Kind.CHATTER:
        return ""
    head = text[:_REACH]
    if not _HAN.search(head):
        return _english(head, kind)
    formal = _FORMAL.search(head)
    if formal and (title := _from_formal(formal.group("about"), kind)):
        return title
    body = _without_noise(head)
    title = ""
    if kind is Kind.EVENT:
        title = _from_event(body) or _topic(body)
    elif kind is Kind.TASK:
        title = _from_thing(body)
    if not title and (named := _HEADLINE.match(head)):
        title = _tidy(named.group("about"))
    return title or _first_words(body)


def _tidy(phrase: str) -> str:
    """A noun phrase without brackets, leading verbs, years and empty tails."""
    phrase = _BRACKETS.sub("", phrase)
    for _ in range(8):
        shorter = _TRAILING.sub("", _LEADING_VERB.sub("", phrase))
        if shorter == phrase or len(shorter) < 3:
            break
        phrase = shorter
    return phrase


def _fit(phrase: str, room: int = LONGEST) -> str:
    """At most `room` characters: drop what stands before 的, then what follows 和/及/暨, then cut."""
    if len(phrase) > room and (place := re.match(r"[㐀-鿿]{2,8}?(?:县|镇|乡(?!村)|街道|市|区)(?=[㐀-鿿]{6})", phrase)):
        phrase = phrase[place.end() :]
    if len(phrase) > room:
        phrase = re.sub(r"20\d\d年(?:度|[上下]半年|第?[一二三四]季度)?|待遇|以上", "", phrase)
    if len(phrase) > room and "的" in phrase[:-2]:
        phrase = phrase[phrase.index("的") + 1 :]
    if len(phrase) > room:
        phrase = next((part for part in re.split(r"[和及暨与、]|以及", phrase) if 4 <= len(part) <= room), phrase)
    return phrase if len(phrase) <= room else phrase[: room - 1] + "…"


def _from_formal(about: str, kind: Kind) -> str:
    hands_in = bool(re.match(r"\s*(?:上报|报送|填报|呈报|申报|报|征集|提交|收集)", about))
    issued = re.search(r"(?:印发|转发)《([^》]{4,40})》", about)
    if issued:
        handed = re.search(r"并(?:报送|上报)([^，。]{2,20})", about)
        about = handed.group(1) if handed else issued.group(1)
        hands_in = bool(handed)
    phrase = _fit(_tidy(about), LONGEST - 1)
    return ("报" if hands_in and kind is Kind.TASK and not phrase.startswith("报") else "") + phrase


def _without_noise(text: str) -> str:
    """The text without the addressees, greetings and reasons it opens with."""
    for _ in range(6):
        match = _NOISE.match(text)
        if not match or match.end() >= len(text):
            break
        text = text[match.end() :]
    return text


def _from_event(body: str) -> str:
    for match in _EVENT.finditer(body, 0, 400):
        phrase = _tidy(_last_noun(match.group("event")))
        if len(phrase) >= 3 and not re.search(r"(?:管|监|协|员|委)会$|党员活动$|^[各一本]|站$", phrase):
            return _fit(phrase)
    return ""


_NOUN_EDGE = late(
    r".*(?:召开|举办|举行|参加|组织|开展|定于|开始|开(?!工|学|放|展|源|发)|到|在|于|去|来|让|给|将|把|进行|观摩|日|号|点|时|分|半|午|晚|天|楼|室|场|院|厅|办(?=[“家])|定|[\d:：）)])(?=[㐀-鿿“《])"
)


def _last_noun(phrase: str) -> str:
    edge = _NOUN_EDGE.match(phrase[:-2]) if len(phrase) > 4 else None
    return phrase[edge.end() :] if edge and len(phrase) - edge.end() >= 2 else phrase


_THING_EDGE = late(
    r".*(?:报送|上报|填报|提交|上传|报来|报(?!告|名|表|废|销)|收齐|收(?!入|购|割|费|支|缴)|交来|交(?!通|接|警|流|易|叉|款|费)|填写|填好|填(?!埋|土)|统计|汇总|整理|完成|更新|补齐|录入|核对|采集|更换|要求|需要|要(?!素|点|件)|请(?!示|假)|把(?!关|手)|将(?!来)|还差|还缺|差(?!额|异)|缺(?!陷|勤|水)|完(?!成|善)|好(?!转)|前(?!期|后)|后(?!期|续|勤)|内(?!容|部|涝|审)|起(?!底|草|诉)|啊|拍(?!卖)|催着要|并把|盖章|附(?!近|件|属)|每张|一份|领到|还有|缴(?!费)|写(?!作)|发送|发(?!展|放|现|生|言|改)|日(?!常|报|志|间)|号(?!码)|点(?!位|检|名)|时(?!间|段)|分(?!类|布|散|工|析|级|管)|天(?!气|然)|午(?!餐)|晚(?!稻)|各[村组站镇乡]|本周|下周|每[天日周月]|向(?!导)|给(?!水)|到(?!期|位|户)|对(?!象)|从(?!业)|在(?!册|托|校|建|岗|职|乡|线)|于(?!是)|是(?!否)|有(?!关|效|害|限|机)|认真|还(?!林|田|款)|就(?!业|医|学|餐)|和(?!谐|美|睦)|及(?!时)|并|及其|以及|的|了(?!解))(?=[㐀-鿿“《A-Z])"
)
_VERB_OF = (("照片", "拍"), ("截图", "交"), ("视频", "交"), ("问卷", "填"), ("表", "填"), ("承诺书", "签"))


def _from_thing(body: str) -> str:
    for match in _NAMED_THING.finditer(body, 0, 600):
        phrase = _balanced(match.group("thing"))
        edge = _THING_EDGE.match(phrase[:-2]) if len(phrase) > 4 else None
        if edge and len(phrase) - edge.end() >= 3:
            phrase = phrase[edge.end() :]
        phrase = _with_modifier(match.group("thing"), _AGE.sub("", _tidy(phrase)))
        if len(phrase) >= 4 and not _GENERIC.fullmatch(phrase):
            verb = next((verb for ending, verb in _VERB_OF if phrase.endswith(ending)), "报")
            fitted = _fit(phrase, LONGEST - 1)
            return fitted if fitted.startswith(("报", "填", "交", verb)) else verb + fitted
    if topic := _topic(body):
        return topic
    if action := _ACTION.search(body, 0, 400):
        phrase = _fit(_TRAILING.sub("", _BRACKETS.sub("", action.group("act"))))
        if len(phrase) >= 4:
            return phrase
    generic = next((m for m in (_tidy(n.group("thing")) for n in _NAMED_THING.finditer(body, 0, 600)) if len(m) >= 2), "")
    return "报" + _fit(generic, LONGEST - 1) if generic else ""


_AGE = late(r"^(?:\d{1,3})?(?:周?岁)?(?:及|以及)?以上")
_GENERIC = late(
    r"(?:上述|以上|相关|有关|佐证|书面|证明|活动|工作|所有|全部|以下|报账|检查|整改|走访|现场|巡查|前后|对比|一张|几张|两张|整改前后|配|附|统一|各类|简单|写个|无|零|新)*(?:材料|照片|截图|视频|记录|数据|台账|名单|表|说明|情况说明|简单说明|文字说明|方案|报告|信息|面积|人数|户数|线索|意见|我的页面截图|零报告)"
)
_TOPIC = late(r"(?P<topic>[㐀-鿿A-Za-z0-9“”·、—]{4,20}?)(?:[:：，]|即日起|从今天|从今|请|还差|还有|启动|开始|定于|\d{1,2}月|截止|要求|\s)")
_NOT_TOPIC = late(r"今天|明天|昨[天晚]|今晚|后天|下午|上午|晚上|[你我他]|大家|各[村镇单]|收到|刚接|接到|据|截至|谁|已|了|吗|群众|时间|地点|人员|^第|[一二三四五六日]前|前$|通报|\d{1,2}[点号日]")


def _topic(body: str) -> str:
    """What a text names at its very beginning (高龄补贴换发银行卡，…)."""
    match = _TOPIC.match(body)
    if not match or _NOT_TOPIC.search(match.group("topic")):
        return ""
    phrase = _tidy(match.group("topic"))
    return _fit(phrase) if 4 <= len(phrase) <= LONGEST else ""


def _balanced(phrase: str) -> str:
    """Without a bracket that opens or closes outside the phrase."""
    if phrase.count("）") > phrase.count("（"):
        phrase = phrase.rsplit("）", 1)[1]
    if phrase.count("（") > phrase.count("）"):
        phrase = phrase.rsplit("（", 1)[1] if phrase.startswith("（") else phrase.rsplit("（", 1)[0]
    return phrase


def _with_modifier(whole: str, phrase: str) -> str:
    """A bare 人员名单 takes back what 的 set before it (民兵体检的人员名单 → 民兵体检人员名单)."""
    before, _, last = whole.rpartition("的")
    if len(phrase) > 4 or not before or not last.endswith(phrase):
        return phrase
    edge = _THING_EDGE.match(before + "的甲")
    modifier = _tidy(before[edge.end() :] if edge and edge.end() < len(before) - 1 else before)
    return modifier[-10:] + phrase if 2 <= len(modifier) <= 10 else phrase


_TIME_FIRST = late(
    r"^(?:(?:自|从|于|定于|兹定于|截至|截止|每)?(?:今天|明天|后天|今晚|明晚|昨天|昨晚|每月)?(?:(?:本|下下|下|每)?(?:周|星期|礼拜)[一二三四五六日天])?(?:\d{2,4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:上午|下午|晚上|早上|中午|晚)?(?:\d{1,2}[:点时]\d{0,2}分?半?)?(?:起|前|后|至\d{1,2}[日号]|第[一二三四五]个星期[一二三四五六日])?)"
)


def _first_words(body: str) -> str:
    for piece in _CUT.split(body[:300]):
        words = _TIME_FIRST.sub("", _BRACKETS.sub("", piece).strip("—-·*~～ ")).strip()
        if len(words) >= 4 and _HAN.search(words):
            return _fit(words)
    return _BRACKETS.sub("", body)[:LONGEST]


def _english(text: str, kind: Kind) -> str:
    found = _ENGLISH_EVENT.search(text) if kind is Kind.EVENT else _ENGLISH_ASK.search(text)
    if found and kind is Kind.EVENT:
        title = found.group("what")
    elif found:
        title = f"{found.group('verb')} {found.group('what')}"
    else:
        title = re.split(r"[.!?:;,\n]", text.strip(), maxsplit=1)[0]
    title = re.sub(r"^(?:FYI:?|Heads-up:?|URGENT:?|[Ss]o|[Oo]ne|extra|[Aa]t the|[Tt]he|,|-|\[[^\]]*\]?)\s+", "", title.strip()).strip(" -,")
    if len(title) > LONGEST_ENGLISH:
        title = title[:LONGEST_ENGLISH].rsplit(" ", 1)[0] + "…"
    return title[:1].upper() + title[1:]

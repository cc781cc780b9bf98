"""What a text opens with: whom it greets and why it was sent, which name no duty, and the matter it names first."""

from __future__ import annotations

import re

from bot.core.subjects import names_another
from bot.core.title_said import HANGS
from bot.core.title_shape import fit, tidy
from bot.core.wording import late

_NOISE = late(
    r"^(?:【[^】\n]{1,5}】|\[[^\]\n]{1,12}\]\s?|@\S{1,12}\s?|[\W_]{1,6}|各位[㐀-鿿]{0,8}[，,：:\s]|各[㐀-鿿、“”]{1,24}[：:]|各[村镇乡组校站所位单][㐀-鿿]{0,2}[，,]|[㐀-鿿、]{1,16}(?:同志|老师|书记|队|户|企业|员|长|单位|村|镇|组|们|人|机主|财务|站|部|家|物业)[：:]|请[㐀-鿿、]{1,10}(?=[｜])|[｜ ]+|Dear [^,]{1,30},\s?|Hi[^,]{0,20},\s?|(?:转发|转)[㐀-鿿]{2,16}(?:通知|要求)?[：:]|收到请回复[：:，]?|(?:辛苦|麻烦|劳驾|拜托)(?:各位|大家)|通知[：:]?|提醒[：:]?|紧急|特急|那个|跟大家说个事哈?|大家好[，,]?|早上好[，,]?|早[！!]|(?:另外|此外|对了|再就是|再有)[，,：:]?|(?:另|还有|同时|顺便)[，,：:]|为[^，。]{4,40}，|根据[^，。]{4,60}，|按照[^，。]{4,60}，|值此[^，]{4,20}，|刚接[^，]{2,14}，|接[^，。]{2,14}(?:电话|通知|要求)[：:，]|政策速递[：:]|政策问答[：:]|公示[：:]|通报[：:]|系统升级公告[：:]|\[聊天记录\]|—+ ?群聊记录 ?—+|[（(][^）)]{1,14}[)）]|因[^，。]{2,30}，|经[^，。]{2,20}，)"
)

_DAY = (
    r"(?:三八|五一|五四|六一|七一|八一|十一|元旦|国庆|中秋|端午|春节|清明|重阳)节?(?:那[天日]|当[天日])|"
    r"每月\d{1,2}[日号]|每周[一二三四五六日天末]|每(?:月|季度?|周|旬|天|日|年)[底末]?|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]?(?:[—~～至到-]+(?:\d{1,2}月)?\d{1,2}[日号])?|[上中下]旬|底|初|末)|[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十廿]{1,3}[日号]|[上中下]旬|底|初|末)"
    r"|\d{1,2}(?:[、—~～至到-]\d{1,2})?[日号](?![楼文机线院门窗仓]|召|称)|[二三]?十?[一二三四五六七八九十]号(?![楼院机线文门窗仓点])|(?:今|明|后|昨|当)[天日晚早](?:之?前)?|(?:[本这上每]|下{1,2})?(?:周|星期|礼拜)[一二三四五六日天末](?:之?前)?"
    r"|(?:[本这上下]|这个)(?:周|月|季度)(?:内|底|末|之前)?|(?:周|月|年|季度?)[底末](?:之?前)?|(?:国庆|中秋|春节|元旦|端午|清明|五一|七一|假期?|放假|节)前|免疫结束前|[正腊]月(?:初|十|廿|二十)?[一二三四五六七八九十]{1,2}|(?:[一二两三四五六七八九十半\d]{1,3}个?(?:工作日|小时|天|日|周|月|分钟)|半小时)(?:之?内|以内)"
)

_HOUR = r"\d{1,2}[:：时点]\d{0,2}分?(?:半|整|钟)?|[一二两三四五六七八九十]{1,3}点(?:半|钟|整|\d{1,2}分?)?|(?:上午|下午|中午|晚上|早上|今晚|傍晚|凌晨|午饭|下班|上班|晚饭)(?:之?前)?|零点"

_TIME = late(
    rf"(?:务必|请|须|应|可|拟|定|兹定)?(?:于|在|从|自|截至|截止到?|最迟|最晚|不晚于|延[长至到]+|改[为到至]|即日起?[至到]?|今天起[至到]?)?(?:(?:{_DAY}|{_HOUR})[（(]?(?:{_DAY})?[)）]?[ —~～至到、-]{{0,2}}){{1,6}}(?:之前|以前|前|起|之内|以内|内|止|截止|为止|后)?"
)

_TALK_HEAD = late(r"^\s*(?:[—\[【-]*\s?(?:(?:转发的)?聊天记录|群聊记录|群聊的聊天记录|合并转发)\s?[—\]】-]*|\[[^\]\n]{4,20}\]\s?[㐀-鿿]{1,8}[：:]|[㐀-鿿 ]{1,10}\s?\d{1,2}[月/.-]\d{1,2}日?\s\d{1,2}[:：]\d{2}[：:]?)\s*")

_ASIDE = late(r"[（(][^（()）\n]{0,60}[）)]")


def untimed(text: str) -> tuple[str, list[str]]:
    """The text without a record's heads, asides in brackets and times, a bar where a time stood; and these times."""
    text = _ASIDE.sub("", text)
    for _ in range(2):  # a record's name, and who speaks first
        text = _TALK_HEAD.sub("", text, count=1)
    text = text.replace("｜", "|")
    times: list[str] = []

    def taken(match: re.Match[str]) -> str:
        times.append(match.group())
        return "｜"

    return _TIME.sub(taken, text), times


_ADDRESSED = late(
    r"[^，。；：:！!\n｜]{0,20}(?:(?<!居)(?<!灾)(?<!移)们|同志|老师|书记|(?<!护|食)队|户|企业|(?<!人)员|[^部]长|单位|[村镇乡]|组|(?<!行|进)人(?!数)|机主|财务|站|部|家|物业|业主|朋友|商户|商超|机构|支部|分会|公司|校|院|园|所|办|科室|病区|网点|各位|大家|掌柜|老板|店主|合作社|大户|窗口|工会|[妈爸家]|党员|同学|居民|村民|乡亲|用户|群众|教练|司机|师傅|干部|主任|代表|老铁|亲|局|协会|[服网库站学触种]点|[务控中]心)"
    r"(?:注意(?:啦|了)?|听[好着一下我说啊]{1,4}|请(?:注意|看)|看过来|辛苦(?:了|啦)?|你?们?(?:早上|晚上|上午|下午|中午)?好|早)?[：:]"
    r"|(?:各位|全体|所有|亲爱的|尊敬的|诸位|致)[㐀-鿿A-Za-z0-9、]{0,14}[，！!。]|[㐀-鿿A-Za-z0-9、]{0,10}(?:们|各位|大家|老师|家长|同志)(?:晚上|早上|上午|下午|中午)?(?:打扰一下|注意(?:啦|了)|(?:好|早|辛苦了?|请看|听我?[说讲]|看过来|久等|帮[个]?忙)(?:啊|呀|哈|哦|啦)?)[，！!。\s]?|[㐀-鿿A-Za-z0-9、]{0,8}(?<!我|咱|你)们[，！!。]"
    r"|各[㐀-鿿、]{1,8}(?:注意|听[好着])[，！!：:。]|[^，。；：:！!\n｜]{0,12}(?:各位[㐀-鿿]{1,6}|爸爸妈妈|父老乡亲)[，,：:]|[^，。；：:！!\n｜]{0,8}各[㐀-鿿][：:]|(?:两三句话|几件事|说[个件]事|跟[大你]?家?们?说个事|再说一遍|长话短说)[，：:。]"
)
"""Whom a text speaks to at its beginning: 各位车主，, 船老大们注意了！, 防汛值班员：."""


def without_noise(text: str) -> str:
    """The text without the addressees, greetings and reasons it opens with."""
    for _ in range(6):
        match = _NOISE.match(text) or _ADDRESSED.match(text)
        if not match or match.end() >= len(text):
            break
        text = text[match.end() :]
    return text


_CLAUSE = late(r"[^，。；;\n]*[，。；;\n]\s*")


def without_others(body: str) -> str:
    """A text without the clauses it opens with that tell what somebody else does on a day (供电公司｜断线，施工队｜进场，…)."""
    at = 0
    while clause := _CLAUSE.match(body, at, at + _REACH):
        words, bar, _ = clause[0].partition("｜")
        if not bar or not names_another(body, words):
            break
        at = clause.end()
    return body[at:]


_REACH = 60
"""Characters of a clause at most."""
_TOPIC = late(
    r"(?P<topic>[㐀-鿿A-Za-z0-9“”《》·、—]{3,24}?)(?=[:：，。！!｜\s]|还[差缺剩有没]|虽然|目前|已经?|补充(?![表协])|更正|延期|改[期到在成为]|推[后迟]|提前|挪到|通知|即日起|从今|请(?!示|假)|(?:已|正式)?启动|开始|定[于在了]|安排[在了]|固定在|截止|要求|到今天|到现在|马上|即将|快了|仍|继续|由(?!于)|如下|一览|分[两三四]|共[\d一二三四五六]|全部|本周|一律|务必|须|要(?![素点求件闻])|快要|按(?![揭劳摩])|都(?!市)|再(?!生|就业)|不(?!是)|有(?![关机效害色线毒限无奖责]))"
)
_NOT_TOPIC = late(
    r"^有|把|原话|发群|群里|排[在到]|的东西$|(?:结论|结果)$|将(?!军)|个问题|加一道|往上|一起|每人|一样|现在|(?:组|队|局|站|委|所|部|办|村|镇|县|厅|会员|院|中心|公司|单位|企业|部门|负责人|联系人|班长|组长|员工|师傅|分会|协会|理事会|商会|农会|名字|https?)$|今天|明天|昨[天晚]|今晚|后天|下午|上午|晚上|[你我他她咱]|大家|各[村镇单]|收到|刚[刚才接]|接到|发现|出现|发生|举报|据|截至|谁|已|了|吗|群众|时间|地点|人员$|^第[一二三四五六七八九十\d]|[一二三四五六日]前|前$|通报|\d{1,2}[点号日]|^[为因由受如若凡经从自即近至按照对把将被让请和与跟就但不没别]|(?:期间|以来|之后|以后|之际|过后|影响|部分|[之]?内|今后|发了|来|去|在|是|对|叫|让|到|把|给|之)$"
    r"|^(?:今|昨|本[周月]|上|目前|最近|各|全体|所有|每|没|凡|以|两|三|四|几|这|那|再|又|还|都|快|刚|只|先|后)|[请须]|着|呢|(?:们|同志|老师|业主|家长|商户|朋友|分会|户主)$|说|讲|看|怎么|什么|哪"
)
"""What is background, or said to somebody, and names no matter."""


def topic_of(body: str) -> str:
    """The matter that a text names first, as far as it does: 节前食品安全检查：…, 高龄补贴换发银行卡，…"""
    match = _TOPIC.match(body)
    if not match or _NOT_TOPIC.search(match["topic"]) or HANGS.search(match["topic"]):
        return ""
    return tidy(match["topic"])


_SHORT = 3
_TAIL = late(r"(?:检查|工作|活动|安排|通知|(?:申报|报名)?窗口|改期通知|有关事项|倒计时|启动|开始了?|的事|这件事|一事)$")
_BEFORE_FEAST = late(r"^(?:节前|节后|近期|今冬明春|当前)")


def joined(subject: str, thing: str, room: int) -> str:
    """A bare thing with the matter it belongs to (食品安全 + 自查表)."""
    stem = _TAIL.sub("", _BEFORE_FEAST.sub("", subject)) if len(subject) > _SHORT else subject
    for size in range(min(4, len(thing) - 1), 1, -1):
        if stem.endswith(thing[:size]) or thing[:size] in stem:
            thing = thing[size:] or thing
            break
    return fit(stem + thing, room)

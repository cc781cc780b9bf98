"""A short name for the duty, as a person would write it on a list: 报秸秆禁烧台账, 国庆值班名单."""

from __future__ import annotations

import re

from bot.core.models import Kind
from bot.core.title_english import LONGEST_ENGLISH, english_title
from bot.core.title_said import HANGS, first_words
from bot.core.wording import late

__all__ = ["LONGEST", "LONGEST_ENGLISH", "find_title"]

LONGEST = 18
"""Characters a Chinese title may have; an English one may have `LONGEST_ENGLISH`."""

_REACH = 1200
_HAN = late(r"[㐀-鿿]")
_FORMAL = late(r"关于(?P<about>[^。\n]{3,90}?)的(?:紧急|补充|预备|预)?(?:通知|函|公告|通告|通报|公示|情况通报|通知书|决定|意见|请示)")
_HEADLINE = late(r"^\W{0,3}【(?P<about>[^】\n]{4,24})】")
_VERB = (
    r"认真|切实|进一步|继续|全面|及时|抓紧|统一|尽快|报送|上报|填报|呈报|申报|报告(?=[^，。]{2})|做好|开展|组织|召开|举办|举行|印发|转发|参加|加强|推进|落实|完成|报(?!告|表|废|名)|交(?!通|接|警|流|易)|送(?!温|戏|医|法|教|文化)|填好|填写|填|收集|收(?!入|购|割|费)|采集|统计好|统计|汇总|更新|补报|补录"
    r"|核对|提交|上交|上传|发送|整理|制定|撰写|提供|调整|延长|取消|推荐|请|把|将|各|先|再(?!次)|要(?!素)|的"
)
_LEADING_VERB = late(rf"^(?:[啊呢嘛个]|\d{{1,3}}[张条份]|各(?:乡镇|村镇|村|镇|乡(?!村)|支部|组|校|社区|单位)(?=[㐀-鿿]{{3}})|[一两三几]张|再次|{_VERB}|对(?!比|账|照|接|象|外)|在|于|就|有关|相关|本村|辖区内?|辖区|全[县镇乡市区]|我[县镇乡市区]|你[村镇乡]|各[村镇乡]镇?|各单位|本单位|(?:二〇|20)\d?[\d〇一二三四五六七八九]{{1,3}}年度?|\d{{4}}年度?|[上下]半年|第[一二三四]季度|[一二三四]季度|\d{{1,2}}月份?(?!\d)|今年|去年|本月|当日|当天|每日|你们|我们|咱们|自己)")
_TRAILING = late(r"(?:工作|有关事项|相关工作|有关工作|事项|(?<!排查)(?<!走访)(?<!进展)(?<!完成)(?<!到位)情况|的|等|一事|、|，|和|及|并|与|暨|材料(?<=台账材料))$")
_BRACKETS = late(r"[（(][^（）()]{0,60}[）)]|[《》“”\"【】『』「」]|\s")
_THING = (
    r"台[账帐]|花名册|名册|清册|名单(?!位)|统计表|登记表|情况表|汇总表|核对表|确认表|申请表|申报表|推荐表|进度表|报名表|信息表|自查表|自评表|调查表|检查表|一览表|报表|月报|周报|(?<!\d)日报|季报|年报|(?<!认真)总结|报告|方案|预案|计划|材料|底数"
    r"|底册|数据|清单|值班表|照片|截图|视频|证明|承诺书|建议书|说明书|小结|目录|单据|素材|档案|回执|意见|通讯录|案例|信息|票据|凭证|记录|说明|线索|人数|户数|面积|进度|成绩|问卷|述职稿|发言稿|议案|建议|简报|图斑|情况(?=[｜，]?[^，。；\n]{0,8}(?:报(?!告)|上报|反馈))|(?<!代)(?<!发)表"
)
_NAMED_THING = late(rf"(?P<thing>[㐀-鿿A-Za-z0-9“”《》（）·—\-]{{0,22}}?(?:{_THING}))(?![㐀-鿿]{{0,1}}(?:员|局|站|示|扬|现|达|态))")
_EVENT = late(
    r"(?P<event>[㐀-鿿A-Za-z0-9“”·《》]{0,18}?(?:推进会|座谈会|部署会|调度会|视频会|动员会|茶话会|协调会|说明会|招聘会|表彰会|例会|会议|评议会|约谈会|现场会|报告会|晚会|运动会|交流会|培训班|培训会|培训|演练|拉练|讲座|观摩|汇演|彩排|演出|比武|比赛|竞赛|仪式|检查|督查|督导|验收|抽检|调研|审计|义诊|体检|接访|党日|党课|考试|巡河|宣讲|活动|互查|会))(?![议计员所长]|[㐀-鿿]{0,2}(?:室|名单|厅))"
)
_ACTION = late(
    r"(?P<act>(?:立即|马上|全面|逐一|逐户|再)?(?:整改|排查|自查|核实|核查|清理|打捞|入户|走访|张贴|转发|宣传|采集|认证|注册|缴费|巡查|值守|转移|登记|领取|签订|签字|补录|录入|更新|检修|审验|销号|接龙|学习|答题|观看|加固|回港|停工|复核|摸底|摸排|统计)[㐀-鿿A-Za-z0-9“”《》]{0,14})"
)
_NOISE = late(
    r"^(?:@\S{1,12}\s?|[\W_]{1,6}|各位[㐀-鿿]{0,8}[，,：:\s]|各[㐀-鿿、“”]{1,24}[：:]|各[村镇乡组校站所位单][㐀-鿿]{0,2}[，,]|[㐀-鿿、]{1,16}(?:同志|老师|书记|队|户|企业|员|长|单位|村|镇|组|们|人|机主|财务|站|部|家|物业)[：:]|请[㐀-鿿、]{1,10}(?=[｜])|[｜ ]+|Dear [^,]{1,30},\s?|Hi[^,]{0,20},\s?|(?:转发|转)[㐀-鿿]{2,16}(?:通知|要求)?[：:]|收到请回复[：:，]?|通知[：:]?|提醒[：:]?|紧急|特急|那个|跟大家说个事哈?|大家好[，,]?|早上好[，,]?|早[！!]|(?:另外|此外|对了|再就是|再有)[，,：:]?|(?:另|还有|同时|顺便)[，,：:]|为[^，。]{4,40}，|根据[^，。]{4,60}，|按照[^，。]{4,60}，|值此[^，]{4,20}，|刚接[^，]{2,14}，|接[^，。]{2,14}(?:电话|通知|要求)[：:，]|政策速递[：:]|政策问答[：:]|公示[：:]|通报[：:]|系统升级公告[：:]|\[聊天记录\]|—+ ?群聊记录 ?—+|[（(][^）)]{1,14}[)）]|因[^，。]{2,30}，|经[^，。]{2,20}，)"
)
_DAY = (
    r"每月\d{1,2}[日号]|每周[一二三四五六日天末]|每(?:月|季度?|周|旬|天|日|年)[底末]?|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]?(?:[—~～至到-]+(?:\d{1,2}月)?\d{1,2}[日号])?|[上中下]旬|底|初|末)|[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十廿]{1,3}[日号]|[上中下]旬|底|初|末)"
    r"|\d{1,2}(?:[、—~～至到-]\d{1,2})?[日号](?![楼文机线院门窗仓]|召|称)|[二三]?十?[一二三四五六七八九十]号(?![楼院机线文门窗仓点])|(?:今|明|后|昨|当)[天日晚早](?:之?前)?|(?:[本这上每]|下{1,2})?(?:周|星期|礼拜)[一二三四五六日天末](?:之?前)?"
    r"|(?:[本这上下]|这个)(?:周|月|季度)(?:内|底|末|之前)?|(?:周|月|年|季度?)[底末](?:之?前)?|(?:国庆|中秋|春节|元旦|端午|清明|五一|七一|假期?|放假|节)前|免疫结束前|[正腊]月(?:初|十|廿|二十)?[一二三四五六七八九十]{1,2}|(?:[一二两三四五六七八九十半\d]{1,3}个?(?:工作日|小时|天|日|周|月|分钟)|半小时)(?:之?内|以内)"
)
_HOUR = r"\d{1,2}[:：时点]\d{0,2}分?(?:半|整|钟)?|[一二两三四五六七八九十]{1,3}点(?:半|钟|整|\d{1,2}分?)?|(?:上午|下午|中午|晚上|早上|今晚|傍晚|凌晨|午饭|下班|上班|晚饭)(?:之?前)?|零点"
_TIME = late(
    rf"(?:务必|请|须|应|可|拟|定|兹定)?(?:于|在|从|自|截至|截止到?|最迟|最晚|不晚于|延[长至到]+|改[为到至]|即日起?[至到]?|今天起[至到]?)?(?:(?:{_DAY}|{_HOUR})[（(]?(?:{_DAY})?[)）]?[ —~～至到、-]{{0,2}}){{1,6}}(?:之前|以前|前|起|之内|以内|内|止|截止|为止|后)?"
)
_TALK_HEAD = late(r"^\s*(?:[—\[【-]*\s?(?:聊天记录|群聊记录|群聊的聊天记录|合并转发)\s?[—\]】-]*|\[[^\]\n]{4,20}\]\s?[㐀-鿿]{1,8}[：:]|[㐀-鿿 ]{1,10}\s?\d{1,2}[月/.-]\d{1,2}日?\s\d{1,2}[:：]\d{2}[：:]?)\s*")
_ASIDE = late(r"[（(][^（()）\n]{0,60}[）)]")
_CUT = late(r"[，。；;！!？?\n：:｜|]")
def find_title(text: str, kind: Kind = Kind.TASK) -> str:
    """What to do in at most `LONGEST` characters; "" for chatter and for a text without words."""
    if kind is Kind.CHATTER:
        return ""
    head = text[:_REACH]
    if not _HAN.search(head):
        return english_title(head, kind)
    formal = _FORMAL.search(head)
    if formal and (title := _from_formal(formal.group("about"), kind)):
        return title
    untimed, times = _untimed(head)
    body = _without_noise(untimed)
    title = ""
    if kind is Kind.EVENT:
        title = _from_talk(body) or _from_event(body) or _topic(body)
    elif kind is Kind.TASK:
        title = _from_thing(body)
    if not title and (named := _HEADLINE.match(head)):
        title = _tidy(named.group("about"))
    return title or _fit(first_words(_with_bar(untimed, body), times, LONGEST))


def _with_bar(untimed: str, body: str) -> str:
    """The body with the time that stood right before it: 明天 is no noise where 的会挪到三楼 follows."""
    at = len(untimed) - len(body)
    while at and untimed[at - 1] in "｜ ":
        at -= 1
    return untimed[at:]


def _untimed(text: str) -> tuple[str, list[str]]:
    """The text without a record's heads, asides in brackets and times, a bar where a time stood; and these times."""
    text = _TALK_HEAD.sub("", _ASIDE.sub("", text), count=1).replace("｜", "|")
    times: list[str] = []

    def taken(match: re.Match[str]) -> str:
        times.append(match.group())
        return "｜"

    return _TIME.sub(taken, text), times


_TALK_OVER = late(r"(?:碰头|碰个头|开个(?:短|小)?会|坐一?下)[，,\s]{0,2}(?:说|讲|谈|商量|研究|对|议)(?:一下|一说)?(?P<what>[㐀-鿿“”]{3,14})")


def _from_talk(body: str) -> str:
    """A gathering named by what it is about (碰头，说一下汇报内容 → 汇报内容碰头会)."""
    match = _TALK_OVER.search(body, 0, 300)
    what = re.sub(r"要(?=[㐀-鿿])|的|^(?:一下|关于)", "", match.group("what")) if match else ""
    return _fit(what, LONGEST - 3) + "碰头会" if len(what) >= 2 else ""


_HANDLE = late(
    r"(?:把|将)(?:各|本|这|那)?(?P<what>[㐀-鿿0-9A-Za-z“”]{2,20}?)(?:都|全部|及时|抓紧|统一|尽快|逐一|再|先)?"
    r"(?P<verb>补拍|重拍|补齐|补签|核对|核实|核查|核一遍|整理|更新|清理|清干净|清完|挂好|贴到|张贴|录入|整改|修好|上传|填好|填完|签完|收齐|拆除|转移|劝离|走完|装订|备好|摆好|看一遍|查一遍|拍)(?!.{0,2}的)"
)
_COUNTED = late(r"^(?:\d+|[一二两三四五六七八九十几]+)(?:个|处|户|条|项|张|份|名|家|宗|块|座|本)")
_VERB_NAMES = {"核一遍": "核对", "清干净": "清理", "清完": "清理", "贴到": "张贴", "填好": "填", "填完": "填", "签完": "签", "收齐": "收",
               "挂好": "挂", "走完": "走访", "看一遍": "检查", "查一遍": "检查", "备好": "备", "摆好": "备"}  # fmt: skip


def _from_handling(body: str) -> str:
    """What is to be done with a thing (把3个剖面样点补拍 → 补拍剖面样点)."""
    match = _HANDLE.search(body, 0, 300)
    if not match:
        return ""
    what = _tidy(_COUNTED.sub("", match.group("what")))
    verb = _VERB_NAMES.get(match.group("verb"), match.group("verb"))
    return _fit(verb + what) if 2 <= len(what) <= LONGEST - 3 else ""


_NEXT_VERB = late(r"[，｜\s]{0,3}(?:请|须|要|入户|逐户|都|先|再|认真|及时)*[｜\s]?(?P<verb>核对|核实|更新|补齐|填写|填好|填|签(?!到)|补|交)")
_DONE_WITH = {"填写": "填", "填好": "填", "补": "补", "交": "交"}


def _verb_for(body: str, end: int, phrase: str) -> str:
    """The verb a thing is listed with: what the text says to do with it, else what such things are for."""
    said = _NEXT_VERB.match(body, end)
    if said and said.group("verb") in ("核对", "核实", "填写", "填好", "填", "更新", "补齐"):
        return _DONE_WITH.get(said.group("verb"), said.group("verb"))
    if phrase.endswith("表") and said and said.group("verb") == "交":
        return "交"
    return next((verb for ending, verb in _VERB_OF if phrase.endswith(ending)), "报")


_SUBJECT = late(r"(?P<subject>[㐀-鿿A-Za-z0-9“”·、—]{3,20}?)(?:[:：，｜]|(?:还差|还缺|还有|虽然|目前|已经|补充|更正|延期|改期|通知))")
_SUBJECT_TAIL = late(r"(?:检查|工作|活动|安排|通知|改期通知|有关事项|倒计时|启动|开始了?|的事)$")


def _subject(body: str) -> str:
    """What the text opens with, as far as it names a matter (节前食品安全检查：…)."""
    match = _SUBJECT.match(body)
    if not match or _NOT_TOPIC.search(match.group("subject")) or HANGS.search(match.group("subject")):
        return ""
    return _tidy(match.group("subject"))


def _joined(subject: str, thing: str) -> str:
    """A bare thing with the matter it belongs to (食品安全 + 自查表)."""
    stem = _SUBJECT_TAIL.sub("", _BEFORE_FEAST.sub("", subject)) if len(subject) > 4 else subject
    for size in range(min(4, len(thing) - 1), 1, -1):
        if stem.endswith(thing[:size]) or thing[:size] in stem:
            thing = thing[size:] or thing
            break
    return _fit(stem + thing, LONGEST - 1)


_BEFORE_FEAST = late(r"^(?:节前|节后|近期|今冬明春|当前)")


def _tidy(phrase: str) -> str:
    """A noun phrase without brackets, leading verbs, years and empty tails."""
    phrase = _BRACKETS.sub("", phrase)
    for _ in range(8):
        shorter = _TRAILING.sub("", _LEADING_VERB.sub("", phrase))
        if shorter == phrase or len(shorter) < 2:
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
        if len(phrase) >= 3 and not phrase.startswith(("式", "次", "的")) and not re.search(r"(?:管|监|协|员|委)会$|党员活动$|^[各一本]|站$", phrase):
            return _fit(phrase)
    return ""


_NOUN_EDGE = late(
    r".*(?:召开|举办|举行|参加|组织|开展|定于|开始|开(?!工|学|放|展|源|发)|到|在|于|去|来|让|给|将|把|进行|观摩|请|楼|室|场|院|厅|办(?=[“家])|定|[\d:：）)｜](?!岁))(?=[㐀-鿿“《])"
)


def _last_noun(phrase: str) -> str:
    edge = _NOUN_EDGE.match(phrase[:-2]) if len(phrase) > 4 else None
    return phrase[edge.end() :] if edge and len(phrase) - edge.end() >= 2 else phrase


_THING_EDGE = late(
    r".*(?:报送|上报|填报|提交|上传|报来|报(?!告|名|表|废|销)|收齐|收(?!入|购|割|费|支|缴)|交来|交(?!通|接|警|流|易|叉|款|费)|填写|填好|填(?!埋|土)|统计|汇总|整理|完成|更新|补齐|录入|核对|采集|更换|要求|需要|要(?!素|点|件)|请(?!示|假)|把(?!关|手)|将(?!来)|还差|还缺|差(?!额|异|旅)|缺(?!陷|勤|水)|完(?!成|善)|好(?!转)|前(?!期|后)|后(?!期|续|勤)|内(?!容|部|涝|审)|起(?!底|草|诉)|啊|补拍|重拍|拍(?!卖)|催着要|并把|盖章|附(?!近|件|属)|每张|一份|领到|还有|缴(?!费)|写(?!作)|发送|发(?!展|放|现|生|言|改)|排好|理好|形成|实行|对照|按照|做|一页纸的|补一张|几张|开具|出具|附上|写好|按新|后拍|后照|各[村组站镇乡]|本周|下周|每[天日周月]|向(?!导)|给(?!水)|到(?!期|位|户)|对(?!象|比|照|账)|从(?!业)|在(?!册|托|校|建|岗|职|乡|线)|于(?!是)|是(?!否)|有(?!关|效|害|限|机)|认真|还(?!林|田|款)|就(?!业|医|学|餐)|和(?!谐|美|睦)|及(?!时)|并|及其|以及|的|了(?!解))(?=[㐀-鿿“《A-Z])"
)
_VERB_OF = (("照片", "拍"), ("截图", "交"), ("视频", "交"), ("问卷", "填"), ("表", "填"), ("承诺书", "签"))


def _from_thing(body: str) -> str:
    subject = _subject(body)
    bare = ""
    for match in _NAMED_THING.finditer(body, 0, 600):
        phrase = _thing_of(match.group("thing"))
        if len(phrase) < 2:
            continue
        if len(phrase) >= 4 and not _GENERIC.fullmatch(phrase):
            verb = _verb_for(body, match.end(), phrase)
            fitted = _fit(phrase, LONGEST - len(verb))
            return fitted if fitted.startswith(("报", "填", "交", "拍", verb)) else verb + fitted
        if not bare and not _EXPLAINED.search(phrase):
            bare = _verb_for(body, match.end(), phrase) + "\n" + phrase
    if handled := _from_handling(body):
        return handled
    verb, _, thing = bare.partition("\n")
    if thing and subject and len(subject) <= 14 and thing not in subject and not _ACTION.match(subject):
        return verb + _joined(subject, thing)
    if topic := subject if 4 <= len(subject) <= LONGEST else _topic(body):
        return topic
    if action := _ACTION.search(body, 0, 400):
        phrase = _fit(_TRAILING.sub("", _BRACKETS.sub("", action.group("act"))))
        if len(phrase) >= 4:
            return phrase
    return verb + _fit(thing, LONGEST - 1) if thing else ""


_EXPLAINED = late(r"说明|回执$|报告$|意见$|记录$|信息$")


def _thing_of(whole: str) -> str:
    """The thing alone: what stands behind the last verb or place before it."""
    phrase = _balanced(whole)
    edge = _THING_EDGE.match(phrase[:-2]) if len(phrase) > 4 else None
    if edge and len(phrase) - edge.end() >= 2:
        phrase = phrase[edge.end() :]
    return _with_modifier(whole, _AGE.sub("", _tidy(phrase)))


_AGE = late(r"^(?:\d{1,3})?(?:周?岁)?(?:及|以及)?以上")
_GENERIC = late(
    r"(?:这个|那个|那张|一份|签字|盖章|上述|以上|相关|有关|佐证|书面|证明|活动|工作|所有|全部|以下|报账|检查|整改|走访|现场|巡查|前后|对比|一张|几张|两张|整改前后|配|附|统一|各类|简单|写个|无|零|新)*(?:[^，]{0,6}一句话说明|[^，]{0,8}情况说明|[^，]{0,4}原因(?:书面)?说明|签字回执|一张现场照片|前后对比照片|后照片|竖屏视频|外出的视频|上传照片|[前后]+照片|走访照片|现场照片|每个点位照片|小结|[^，]{0,6}零报告|书面总结|对照清单|[^，]{0,4}填表|后照片|材料|照片|截图|视频|自查表|检查表|巡查表|记录|数据|台账|名单|表|说明|情况说明|简单说明|文字说明|方案|报告|信息|面积|人数|户数|线索|意见|我的页面截图|零报告)"
)
_TOPIC = late(r"(?P<topic>[㐀-鿿A-Za-z0-9“”·、—]{4,20}?)(?:[:：，]|即日起|从今天|从今|请|还差|还有|启动|开始|定于|\d{1,2}月|截止|要求|\s)")
_NOT_TOPIC = late(r"有(?!关|机|效|害)|今天|明天|昨[天晚]|今晚|后天|下午|上午|晚上|[你我他]|大家|各[村镇单]|收到|刚接|接到|据|截至|谁|已|了|吗|群众|时间|地点|人员|^第|[一二三四五六日]前|前$|通报|\d{1,2}[点号日]")


def _topic(body: str) -> str:
    """What a text names at its very beginning (高龄补贴换发银行卡，…)."""
    match = _TOPIC.match(body)
    if not match or _NOT_TOPIC.search(match.group("topic")) or HANGS.search(match.group("topic")):
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
    return modifier[-10:] + phrase if 2 <= len(modifier) <= 10 and not re.search(r"盖章|签字|[把将并各]", modifier) else phrase

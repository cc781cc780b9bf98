"""Who demands it, read from the text alone: forwarded, signing, heading or quoted office."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from bot.core.names import (
    LONG_ADDRESS,
    OFFICE_ENDING,
    Span,
    is_addressed,
    is_office,
    is_surname,
    outer_office,
    person_at,
)
from bot.core.segment import split_records, without_headers
from bot.core.wording import late

_HAN = "㐀-鿿"
_HAN_ONE = f"[{_HAN}]"
_NAME = rf"[{_HAN}0-9（）()“”\"·、]{{0,28}}?"
_OFFICE = rf"(?:{OFFICE_ENDING})"

_FORWARD = late(
    rf"(?:转发|转达|现转|转自|转|传达|现将|接到?)(?:一下|下|的|了)?[:：\s】\]]{{0,3}}[“\"【《]?(?P<office>{_NAME}{_OFFICE})[”\"】]?(?:的|表|台账|材料|名单|最新|紧急|今日|刚发的|刚刚|关于[^。\n]{{2,60}}?|(?![{_HAN}]{{0,14}}?{_OFFICE})[{_HAN}\d]{{2,16}}?)?(?:《|[“\"]?(?:通知|(?:提醒|提示|督办|催办|告知|协查|征求意见)函|要求|文件|来文|函|通报|工作提示|提示|公告|部署|指示|表|台账|材料|消息|信息|安排|来电|电话|[:：]))",
)
_PASSED_ON = late(rf"^\W{{0,4}}(?:转发?|转自)\s?(?:[:：]|(?<=[（(【]转)|(?<=[（(【]转[发自]))\s?(?P<office>{_NAME}{_OFFICE})(?=[“\"《，, ：:）)】])")
_HEARD = late(r"接到?")
_HEARD_BY = late(r"[^，。]{0,6}通知")
_SIGN_DASH = late(r"(?:——?|--)\s{0,4}$")
_HEAD_LINE = late(rf"\s{{0,4}}[【\[（(]?(?P<office>{_NAME}{_OFFICE})(?:文件|函件|便函|通知|通告|公告|通报|明传电报|交办|提醒|提示|紧急通知|办公室文件)?[】\]）)]?\s{{0,4}}[:：]?\s{{0,4}}$")
_TITLE = late(rf"^(?:[【\[][{_HAN}]{{2,4}}[】\]])?[【\[]?(?P<office>{_NAME}{_OFFICE})(?:[、 ][{_HAN}]{{2,20}}){{0,4}}\s{{0,4}}关于", re.M)
_BRACKET_HEAD = late(rf"^\s{{0,4}}[【\[〔［（(]\s?(?P<office>{_NAME}{_OFFICE})(?:交办|通知|提醒|提示|公告|通报|紧急通知|转发?)?\s?[】\]〕］）)]")
_NOT_INSIDE = rf"(?![{_HAN}\d]{{0,16}}?{_OFFICE})"
_TITLE_WORD = r"(?:通知单?|通告|公告|告知书?|时间表|安排表?|日程表?|须知|提示|提醒|清单|节点|便函|函|要点|计划|方案)"
_TITLE_LINE = late(rf"^\W{{0,4}}(?P<office>{_NAME}{_OFFICE}){_NOT_INSIDE}[{_HAN}\d“”、·]{{2,24}}{_TITLE_WORD}[{_HAN}]{{0,1}}\s{{0,4}}(?=\n)")
"""The title of a notice that begins with whose it is: 县支付中心年终收件时间表."""
_TITLE_BRACKET = late(
    rf"^(?![^\n（(]{{0,40}}(?:[送寄投]|[前要来]到|[报交]?(?:至|给))|[^\n（(]{{0,40}}\d[日号]前)[^\n；;]{{2,40}}(?<![在到至送交报往])[（(](?P<office>{_NAME}{_OFFICE})[)）]\s{{0,4}}[:：]?\s{{0,4}}(?=\n)"
    rf"|(?:^|\n)[^\n，。；;]{{2,30}}{_TITLE_WORD}[（(](?P<other>{_NAME}{_OFFICE})[)）](?=。)"
)
"""The office in brackets at the end of the first line: 名册复核，问得多的放这里（镇社会事务办）."""
_LABELLED = late(rf"^\s{{0,4}}(?:(?:发文?|发布|通知|印发|制发|来文|下发|布置|发起)(?:单位|机关|部门|者)|(?:信息|消息)?来源|落款)\s?[:：]\s{{0,4}}(?P<office>{_NAME}{_OFFICE})\s{{0,4}}$", re.M)
_CHAIN_HEAD = late(rf"^\W{{0,4}}(?P<office>{_NAME}{_OFFICE})\s?(?:→|->|—>|＞|>)")
_BRACKET_SENT = late(rf"[（(](?P<office>{_NAME}{_OFFICE})(?:\d{{1,2}}月\d{{1,2}}[日号])?(?:(?:发|制|编|宣|印发|启|转发)[）)]|(?:发布?|印发|编印|编制)[，,])")
_REMINDS = late(rf"(?:^|[。！!？?；;\n])(?P<office>{_NAME}{_OFFICE})(?:温馨|友情|特别|再次)?(?:提醒|提示)(?:您|你|广大|大家|各位|市民|群众|用户|商户)")
_COLON_HEAD = late(
    rf"^[^{_HAN}A-Za-z\n]{{0,6}}(?:@所有人|@全体成员|各位|[【\[][^】\]\n]{{1,8}}[】\]])?\s{{0,4}}(?P<office>{_NAME}{_OFFICE})(?:通知|提醒|提示|通告|公告|通报|消息|来电|紧急通知|要求|温馨提示|温馨提醒|(?![{_HAN}]{{0,3}}?{_OFFICE}(?:(?:紧急)?通知|通告|公告|通报|消息|来?电话?|要求|(?:温馨)?提[醒示])?[(（:：])(?!地址|电话|邮箱|联系|负责|主任|地点)[{_HAN}]{{2,4}})?(?:[(（][^()（）\n]{{1,16}}[)）])?[:：](?!\s?(?:请你|请贵|贵|你))"
)
_NOTICE_HEAD = late(rf"^\W{{0,4}}(?P<office>{_NAME}{_OFFICE})(?:通告|公告|通报|温馨提示|温馨提醒|提醒您?|友情提醒|紧急通知)")
_KEEPS = r"(?:统一|一起|派人|来|到时候?|也|都)?(?:收|存|核|用|留|换|取|带|拉|毁|回收|调|借)[回走存档收换毁用阅]?(?:[，。；！\s]|$)"
"""What an office does itself with a thing spoken of: 老牌子别扔，派出所要收."""
_DEMAND = late(
    rf"(?:(?<![㐀-鿿])|[接按据应日号时分点]|按照|根据|接到?|刚接|因为|因|由于|一会儿|今天|明天|刚才|刚刚|上午|下午|转|是|说|经|受|为|配合|迎接|代表)(?P<office>{_NAME}{_OFFICE})(?P<verb>[老又刚还在马上急等今明后天下午上晚]{{0,4}}(?:的?(?:通知|文件|来文)?要求|委托(?=[，,])|来通知了|限(?=[我你各于在定])|跟(?:我们|咱们?|大家)说|点名要|要(?!是|不|么|点|闻|素|件|把握|防|{_KEEPS})|催|等着(?:要|用|汇总)|急要|急需|需要(?!各)|需|部署|布置|安排(?!的工作人员)|来电(?:要求|通知|催)?(?!话)|电话(?=[，:：])|来了?电话(?=[^，。]{{0,3}}[要催通]|[，,](?:要求|催|通知|让|叫|各|请|\d|[今明后]天|周))|(?:[昨今前]天|[昨今]晚|[上下]午|刚才)?(?:开会|会上|(?:工作)?群里?)(?:通知|布置|部署|要求|强调|安排)|(?:文件|来文)精神|通知|反馈|交办|发来|下发|来文|发文|决定|定(?:的|了)?(?:是|在|为)(?=[^，。；;\n]{{0,10}}前)|定于|拟于|订于|将于[^，。]{{2,40}}?(?:召开|举办|组织|开展)|组织(?!部|办|委员|科|股|人事|生活|者|收听)|举办|召开|牵头|联合|请(?!示|假|了?解|求)|请了|开展|发起|启动|统一要求|统一部署|会同|发话|来函|说(?=了|，|：|:)|发通知|向全[县镇乡市区体]|叫|让|规定|明确|过来要|盯着要|(?:审计|检查|验收|督查|考核|评估|抽查|巡察)(?![组室科股队局办所站员])|(?![{_HAN}]{{0,5}}?{_OFFICE}[本这下明后今周要将来又])[^，。；;\n]{{0,8}}?(?:来看|来检查|来查|来督查|来调研|来验收|将对)))"
)
_WHEN = r"(?:(?:[本这下]个?)?(?:周|星期|月)[一二三四五六日天末底初]?|[明今后]天|[明今]晚|[明今]早|[上下]午|近期|近日|马上|\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号])*"
_ON_US = r"(?:要(?!是|点|闻|素|件)|邀请|请(?!示|假)|说(?=了|，|：|:)|跟(?:我们|咱们?|大家)说|限(?=[我你各于])|点名|叫|想(?:了解|请)|需要|催|[召]开|举办|通知|电话通知|来电(?:[，,]?要求|通知|催)|要求|部署|布置|发来|来文|提醒|定于|拟于)"
_ACTS = late(
    rf"(?:^|[。！!；;\n：:]|@所有人|@全体成员|[们友位师长员][，,：:])[\s📢⚠️]{{0,4}}(?P<office>{_NAME}{_OFFICE})(?:[{_HAN}]{{1,3}}(?:{LONG_ADDRESS}|工|姐|哥|总))?{_WHEN}{_ON_US}(?![组室科股队局办所站])"
)
"""An office that opens a sentence and asks or invites (县医保局电话通知，…)."""
_OTHER_HEAD = late(rf"^(?!各|全|有关|辖区|所有|相关)[^\n，。（(]{{2,12}}[（(](?P<office>{_NAME}{_OFFICE})[)）]\s?[:：]")
_SUBJECT = late(rf"^\W{{0,4}}(?P<office>{_NAME}{_OFFICE})(?=(?:\d{{1,2}}月\d{{1,2}}日|研究|(?:\d{{4}}年)?\d{{1,2}}月?\d{{0,2}}日?\d{{0,2}}[时:]?\d{{0,2}}分?(?:继续|更新|升级)?发布|继续发布|今晨|今日|发布|向|从\d|自\d|即日|今起|主题党日|值班电话|值班热线|办公时间|办公电话|服务热线|窗口|定于|拟|将|已|决定|现|经研究|于\d))")
_ENGLISH_OFFICE = (
    r"(?:[A-Z][\w'’&.]{0,30}(?:-[a-z]\w{0,20})?(?:[ -](?:of|and|for|the|on|in|&)(?=[ -][A-Z]))?[ -]){0,9}(?:Bureau|Office|Department|Station|Centre|Center|Committee|Government|Squad|Authority|Commission|League|Federation|Union|Association|CDC|Hospital|Clinic|Brigade|Unit|Administration|Agency|Council|Board|Headquarters|School|Team|Desk|Waterworks|HQ|Headquarters|Branch|branch|Cooperative|Post|Library|Archives?|Museum|University|College|Court|Management|Section|Division|Company|Chamber|Ministry|Institute|Secretariat)"
    r"(?: (?:of|for|on) (?:the )?[A-Z][\w'’]*(?:(?:,| and| &| of| for)? [A-Z][\w'’]*){0,6})?"
)
_ENGLISH_FIRM = r"[A-Z][\w'’&-]{0,20}(?: (?:of|and|&)(?= ))?(?: [A-Z][\w'’&-]{0,20}){0,4} (?:Foundation|Hotel|Software|Stores|Resources|Operations|Services?|Co-?op|Ltd|Inc|Group|Logistics|Security|Trust|Society|Charity|Works|Farms?|Lab|Laboratory|Facilities|Maintenance|Procurement|Purchasing|Accounts|Payroll|Finance|Administration|Helpdesk|Solutions|Systems|Bank|Airport|Transport|Academy|Club|Programme|Partners|Supplies|Park)"
"""A firm, a club or a department by its last word; one only where it signs or heads a text."""
_SMALL_OFFICE = r"(?:bureau|office|station|committee|brigade|squad|league|union|clinic|hospital|school|council|authority|department|centre|center|team|federation)"
_ENGLISH_DEMAND = late(rf"\b(?P<office>{_ENGLISH_OFFICE}|[A-Z][a-z]+(?: [A-Za-z]+){{0,3}} {_SMALL_OFFICE})\s+(?:\w+ly )?(?:needs?|wants?|asks?|requires?|requests?|has asked|is asking|invites?|has requested|demands?|instructs?|orders?|announces?|will hold|reminds?|says|is collecting|is (?:running|holding|hosting|organi[sz]ing)|has called for|expects|sent|issued|found)\b")
_ENGLISH_HEAD = late(rf"\b(?:(?:inspection|visit|training|audit)[^.:]{{0,40}} by|[Rr]eminder from|[Nn]otice from|[Mm]essage from|[Ff]rom:?|Source:|[Oo]n behalf of|[Ff]orwarded from|[Ff]wd:?|FW:?|[Aa]t the request of|[Rr]equested by|[Ii]ssued by|[Pp]er|[Aa]ccording to|[Oo]rders? (?:of|from))\s+(?:the )?(?P<office>{_ENGLISH_OFFICE})")
_ENGLISH_SIGN = late(rf"(?:^|[.!?;\n–—-]\s{{0,3}}|[,(]\s?)(?:–|—|-|the )?\s{{0,3}}(?P<office>{_ENGLISH_OFFICE})\s{{0,4}}(?:, [A-Z][a-z]+ (?:Town|Township|County|District|City|Village))?(?:[,(]?\s{{0,4}}\d{{1,2}} [A-Z][a-z]+(?: \d{{4}})?)?(?:[,;(]?\s{{0,3}}(?:tel|phone|ph)\.?:?\s{{0,2}}[\d-]{{5,16}})?[\s.)]*$")
_ENGLISH_SMALL = late(r"(?:^|[.!?\n]\s{0,3}|[–—-]\s?)(?:[–—-]\s?)?(?P<office>[A-Z][\w'-]+ (?:[\w'-]+ ){0,3}?(?:station|office|desk|team|branch|committee|bureau|centre|center|clinic|squad|unit|department|school))\s{0,4}[.)]*\s{0,4}$")
_FIRM_SIGN = late(rf"(?:[.!?)]\s{{1,3}}|\n)(?:[–—-]\s?)?(?P<office>{_ENGLISH_FIRM})(?:, \d{{1,2}} [A-Z][a-z]+(?: \d{{4}})?)?[\s.]*$")
_FIRM_HEAD = late(rf"^(?P<office>{_ENGLISH_FIRM})\s{{0,4}}\n|^(?:The )?(?P<other>{_ENGLISH_OFFICE}|{_ENGLISH_FIRM}) [-–—] [a-z][^\n]{{2,60}}\n")
"""The firm that heads a text, or the office before what it writes about (Hengshan College - annual stocktake)."""
_ENGLISH_LINE = late(rf"^(?:The )?(?P<office>{_ENGLISH_OFFICE})\s{{0,4}}$", re.M)
_ENGLISH_COLON = late(rf"^(?:The |(?:Hi|Hello|Morning|Dear)[^,.\n]{{0,16}}, )?(?P<office>{_ENGLISH_OFFICE})(?:\s?:| here\b)")
_ENGLISH_WARNED = late(rf"(?:warning|alert|notice|update), (?:the )?(?P<office>{_ENGLISH_OFFICE}),")
_ENGLISH_ABOUT = late(rf"^[A-Z][a-z]+(?: [a-z]+){{1,3}}, (?:the )?(?P<office>{_ENGLISH_OFFICE}):")

_DATE_TAIL = late(
    r"[\s,，]*[(（]?(?:(?:\d{4}|[二〇零一三四五六七八九○]{4})\s?[年./-]\s?)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[月./-]\s?(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,4})\s?[日号]?[)）]?(?:\s?\d{1,2}[:时点](?:\d{2})?分?)?[\s。.]*$|[\s,，]*20\d{2}\s?年\s?\d{1,2}\s?月[\s。.]*$"
)
_STAMP_TAIL = late(r"\s?[（(](?:代章|盖章|公章|章|印章?|代)[）)]\s*$|(?<=[局办站所院会部处心司府队室委关社联])(?:宣|启|制)\s*$")
_PHONE_TAIL = late(r"[\s,，]*(?:客服|热线|(?:服务|报修|抢修|值班)电话)[:：]?\s?\d{5}[\s。.]*$|[\s,，]+9\d{4,5}[\s。.]*$|[\s,，、;；:：/(（—-]*(?:(?:联系|咨询|值班|报修|服务|监督|办公|答疑)?(?:电话|热线)|手机|Tel|tel)?[:：]?\s?[(（]?(?:\+?86)?[\d(（)）\- ]{7,16}[)）]?[\s。.]*$")
_CONTACT_TAIL = late(rf"[\s,，。;；(（]*(?:联系人员?|联络人|咨询人|联系|会务)[:：]?\s?[{_HAN}]{{2,4}}[\s,，:：]*$|[\s,，]*(?:联系人|联系|咨询|联系方式)?[\s:：]*$|\s\d{{1,2}}:\d{{2}}\s?[-—~至]+\s?\d{{1,2}}:\d{{2}}[^，。\n]{{0,12}}$")
_SIGN_EDGE = late(r"(?:落款|(?:发文|通知|发布)单位)[:：]|(?<=[。！!])[)）]|[。！!？?；;\n～~—🙏，,…]|\s|--|[\U0001F300-\U0001FAFF\u2600-\u27BF]")
_FIRM = late(rf"(?<![{_HAN}])[{_HAN}]{{2,6}}(?:净水|水务|燃气|供水|供电|供热|热力|维保|软件|物流|置业|家政|保安|环卫|快递|酒店|超市|商城|科技)$")
"""A firm by its line of business; only where it signs is it surely one."""
_ANNEX_LINE = late(r"\s{0,4}(?:附件|附表|附[:：]|注[:：]|抄送|主送|印发|联系|咨询|电话|\d|[1-9一二三四五六七八九][.．、])")
_ADDRESSEE = late(r"^(?:各|全[县镇乡市区村]|辖区|有关|相关|所有|你|贵|本|我|该|上级|两个|几个|其他|以上|上述)|^[^局办站]{0,10}各|村各|们$|等部门|个(?:单位|部门|镇|乡)")
_NOT_ISSUER = late(r"[会园]分工会$|密码|账号|[㐀-鿿]由|通知|会议|我|你|贵|各|该|^\d{1,2}(?:在|于|到)|^(?:本|全|两|和(?![㐀-鿿]{1,4}(?:村|社区|[镇乡县区](?!里|上)|街道|小区|小学|中学|物业|公司))|与|向|到|在|由|对|经(?!信|济|管|发|开)|于|至|给|由)|的|下午|上午|晚上|今天|明天|昨天|请|(?<!开)发(?!展|改|行|电|射)|报(?!社)|送|交(?!通|警|投|易|建|运|管|流)|参加|地点|时间|检查(?!委员会|院)|县里|镇里|上级|没|找|联系|这|咱|跟|详见|迎(?!宾)|不(?!动产)")


def find_issuer(text: str) -> Span | None:
    """Span of the demanding office in a normalised text, without its inner 股/科/室; None when the text does not say."""
    text = _without_speakers(text)
    for find in (_forwarded, _signed, _headed, _demanding, _english):
        if span := find(text):
            return span
    return None


_STAMPED = late(r"\d{1,2}:\d{2}(?::\d{2})?[ \t]*(?:\n|$)|^\s*\[?聊天记录", re.M)
_ANY_TIME = datetime(2000, 6, 1, tzinfo=UTC)


def _without_speakers(text: str) -> str:
    """The text with the speakers of a pasted record blanked out: a speaker is no issuer."""
    if not _STAMPED.search(text):
        return text
    return without_headers(text, split_records(text, _ANY_TIME))


_LEAD = late(r"(?:上级(?=[省市县区])|为?(?:配合|迎接)|落实|贯彻|一会儿?|等会儿?|今天|明天|昨天|刚才|刚刚|上午|下午|按照|按|根据|接到?|刚接到?|因为?|由于|受|经(?![管济信发办开贸])|据|应(?!急)|另外|现在?|眼下|目前|眼前|如今|这[回次]|此次|听说|据说|原来|其实|刚|就是|还是|又是|是|\d{1,2}[日号]|[—~-])+(?=[㐀-鿿]{2})")
_DIGITS_BEFORE = late(r".*\d{5,}")
_NAMELESS = frozenset(("支委", "支委会", "保险公司", "检测公司", "维保公司", "施工队", "工程队", "大队", "中队", "支队", "总队", "工作组", "筹备组", "巡察组", "专班", "办公室", "指挥部"))
"""Kinds of offices that name none by themselves."""
_SPOKEN_TO = late(r"(?:各位|全体)$")
_COUNTER = late(rf"(?<=[局站所院校馆心司])[{_HAN}]{{2,4}}(?<![作项察导检小查])(?:窗口|组)$")
"""A counter or group inside an office, which is not who asks: 便民服务中心社保窗口."""
_ROOM = late(r"(?:值班室|总值班室|值班|会务组|会务)$")


def _clean(text: str, start: int, end: int) -> Span | None:
    """The office inside [start, end): trimmed, without an inner section; None where it has no office's shape."""
    while start < end and text[start] in " “\"【（(〔、的—-":
        start += 1
    start = _behind_person(text, start, end)
    if digits := _DIGITS_BEFORE.match(text, start, end):
        start = digits.end()
    if lead := _LEAD.match(text, start, end):
        start = lead.end()
    if room := _ROOM.search(text, start, end):
        end = room.start()
    while start < end and text[end - 1] in " ”\"】、（(【[-":
        end -= 1
    if counter := _COUNTER.search(text, start, end):
        end = counter.start()
    start = max(start, _turned_on(text, start, end))
    first, _, second = text[start:end].partition("、")
    if second and is_office(first) and is_office(second):
        end = start + len(first)
    if text[end - 2 : end + 2] == "纪委监委":
        end += 2
    office = text[start:end]
    if _SPOKEN_TO.search(text, max(0, start - 2), start):
        return None
    if office.count("）") > office.count("（") or _is_chief(office):
        return None
    bare = re.sub(r"[（）()“”\"]", "", office)
    if bare in _NAMELESS or not is_office(bare) or _ADDRESSEE.search(office) or _NOT_ISSUER.search(office):
        return None
    if re.search(r"[、，。；;:：,!！?？]", office):
        return None
    outer = outer_office(office)
    return (start, start + len(outer)) if office.startswith(outer) else (start, end)


_PARTED = late(r"\s{0,3}[（(\s\-—–·:：]\s{0,3}")


def _behind_person(text: str, start: int, end: int) -> int:
    """Where the office begins behind a person who names his own (张敏（县农业农村局）, 张敏 县农业农村局)."""
    person = person_at(text, start)
    if person is None or person[1] >= end:
        return start
    parted = _PARTED.match(text, person[1], end)
    return parted.end() if parted else start


_TURN = late(r"(?<![流周运中])转(?![化让移运型业])")


def _turned_on(text: str, start: int, end: int) -> int:
    """Where the office begins that another one passes on (综治中心转县气象台)."""
    at = start
    for turn in _TURN.finditer(text, start + 2, end):
        at = turn.end()
    return at


def _is_chief(office: str) -> bool:
    """Whether the words are a surname and an address (罗校, 马局) and no office."""
    return len(office) == 2 and is_surname(office[0]) and person_at(office, 0) is not None and is_addressed(office)


def _forwarded(text: str) -> Span | None:
    passed = _PASSED_ON.match(text[:60])
    if passed and (span := _clean(text, *passed.span("office"))):
        return span
    for match in _FORWARD.finditer(text, 0, 4000):
        if _HEARD.match(match.group()) and (match.start() > 2 or not _HEARD_BY.match(text, match.end("office"))):
            continue
        if span := _clean(text, *match.span("office")):
            return span
    return None


def _signed(text: str) -> Span | None:
    """The office that signs: a line of its own near the end, or the last words after a full stop, before date and number."""
    return None if _ends_in_rows(text) else _signed_line(text) or _signed_tail(text)


_ROW, _CELL_EDGE, _FEWEST_CELLS = late(r"\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[、.．)）]|[ \t|｜])"), late(r"\s*[|｜\t]\s*| {2,}"), 3


def _ends_in_rows(text: str) -> bool:
    """Whether the last two lines are rows of one list or table, whose last cell nobody signs with."""
    lines = [line for line in text.rstrip().rsplit("\n", 3)[1:] if line.strip()][-2:]
    if len(lines) < 2:
        return False
    cells = [len(_CELL_EDGE.split(line.strip(" |｜\t"))) for line in lines]
    return cells[0] == cells[1] >= _FEWEST_CELLS or (min(cells) > 1 and all(map(_ROW.match, lines)))


def _signing(text: str, start: int, end: int) -> Span | None:
    """The office or firm that signs in [start, end)."""
    if span := _clean(text, start, end):
        return span
    firm = _FIRM.fullmatch(text, start, end)
    return firm.span() if firm and not _ADDRESSEE.search(firm.group()) and not _NOT_ISSUER.search(firm.group()) else None


def _signed_line(text: str) -> Span | None:
    lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
    if len(lines) < 2:
        return None
    last = len(lines) - 2
    for at, (start, end) in reversed(list(enumerate(lines))[max(1, len(lines) - 40) :]):
        end = _strip_tail(text, start, end)
        if 2 <= end - start <= 34 and (span := (_signing if at >= last else _clean)(text, start, end)) and "|" not in text[start:end]:
            return span
    return None


def _strip_tail(text: str, start: int, end: int) -> int:
    """Go back over date, number, contact and signing person at the end of [start, end)."""
    for _ in range(5):
        before = end
        if stamp := _STAMP_TAIL.search(text, max(start, end - 12), end):
            end = stamp.start()
        while end > start and text[end - 1] in " \n\t。.,，;；)）】〕”\"🙏🏻":
            end -= 1
        low = max(start, end - 44)
        for pattern in (_DATE_TAIL, _PHONE_TAIL, _CONTACT_TAIL):
            if (match := pattern.search(text, low, end)) and match.start() < end:
                end = match.start()
        end = _strip_person(text, start, end)
        if end == before:
            break
    return end


_ENDS_OFFICE = late(rf"{_OFFICE}$")
_SURNAME_ALONE = late(rf"(?<={_HAN_ONE})[ 　]{_HAN_ONE}$")
"""A surname that signs behind the office (园区安环部 顾)."""
_ALONE = late(rf"(?<=[\s（(])[{_HAN}]{{2,3}}$")


def _strip_person(text: str, start: int, end: int) -> int:
    for length in (4, 3, 2):
        at = end - length
        if at < start:
            continue
        person = person_at(text[at:end], 0)
        office = _ENDS_OFFICE.search(text, max(start, at - 4), end)
        if office and office.start() <= at and len(office.group()) > 1:
            continue
        if person and person[1] == length and at > start and (
            text[at - 1] in " （(，,:：" or (text[at - 1] in "-–—·/" and _ENDS_OFFICE.search(text, max(0, at - 9), at - 1)) or _ENDS_OFFICE.search(text, max(start, at - 8), at)
        ):
            return _strip_post(text, start, at)
    if surname := _SURNAME_ALONE.search(text, max(start, end - 4), end):
        return surname.start() if is_surname(surname.group().strip()) else end
    alone = _ALONE.search(text, max(start, end - 12), end)
    if alone and not _ENDS_OFFICE.search(alone.group()):
        return end - len(alone.group())
    return end


_POST = late(rf"(?:民警|{LONG_ADDRESS})\s?$")


def _strip_post(text: str, start: int, end: int) -> int:
    """Go back over the post of the person who signs, where an office stands before it (警务室民警 小罗)."""
    post = _POST.search(text, max(start, end - 5), end)
    return post.start() if post and _ENDS_OFFICE.search(text, max(start, post.start() - 8), post.start()) else end


def _signed_tail(text: str) -> Span | None:
    end = _strip_tail(text, 0, len(text))
    tail_start = max(0, end - 40)
    edge = None
    for edge in _SIGN_EDGE.finditer(text, tail_start, end):  # noqa: B007 - the last one counts
        pass
    if edge is None:
        return _glued(text)
    span = _clean(text, edge.end(), end)
    if span is None and edge.group() in "。！!—":
        span = _signing(text, edge.end(), end)
    if span is None:
        return _glued(text)
    if edge.group() in "，, " and not _stands_apart(text, edge.start(), span):
        return None
    return span


_LEVEL = late(r"^(?:中共|[省市县区镇乡街村]|[㐀-鿿]{1,6}(?:省|市|县|区|镇|乡|街道|村|社区))")
_ENDS_WITH_VERB = late(r"(?:报|交|送|到|至|给|发|在|去|找|来|往|由|回|存|是|及|和|联系|咨询|归|向|：|:)$")


_STAYS = late(r"(?:地点|地方|会场|场地|医院|考点|位置|教室)[^，。；\n]{0,3}(?:不变|没变|照旧|依旧|照原来|[是在为到])$")


def _stands_apart(text: str, before: int, span: Span) -> bool:
    """Whether an office after a comma or blank is a signature and not the object of the words before it."""
    return not _ENDS_WITH_VERB.search(text[max(0, before - 3) : before]) and not _STAYS.search(text[max(0, before - 16) : before]) and (
        text[span[0] - 1] in " （(【" or bool(_LEVEL.match(text[span[0] : span[1]]))
    )


def _glued(text: str) -> Span | None:
    """A signature glued to the words before it and to its date (…0765-6691126望岭县教育体育局2024年6月7日)."""
    tail = _DATE_TAIL.search(text, max(0, len(text) - 24))
    if not tail:
        return None
    end = tail.start()
    run = re.search(rf"[{_HAN}]{{2,26}}$", text[max(0, end - 26) : end])
    if not run:
        return None
    start = end - len(run.group())
    if start and not (text[start - 1].isdigit() or text[start - 1] in "。.!！;；,， "):
        return None
    return _clean(text, start, end) or next(
        (s for i in range(start + 1, end - 1) if text[i - 1] in "日号" and (s := _clean(text, i, end))), None
    )


def _headed(text: str) -> Span | None:
    first = next((m for m in re.finditer(r"[^\n]+", text[:400])), None)
    if first:
        for match in (_HEAD_LINE.match(first.group()),):
            if match and (span := _clean(text, first.start() + match.start("office"), first.start() + match.end("office"))):
                return span
    for pattern in (_LABELLED, _TITLE, _BRACKET_HEAD, _CHAIN_HEAD, _COLON_HEAD, _OTHER_HEAD, _TITLE_BRACKET, _TITLE_LINE, _NOTICE_HEAD):
        found = pattern.search(text[:400]) if pattern in (_TITLE, _LABELLED, _TITLE_BRACKET) else pattern.match(text[:400])
        if found and (span := _clean(text, *found.span(found.lastgroup or "office"))):
            return span
    found = _LABELLED.search(text, max(0, len(text) - 200)) or _BRACKET_SENT.search(text, 0, 2000) or _REMINDS.search(text, 0, 2000)
    return _clean(text, *found.span("office")) if found else None


_VISITS = late(r"\d{1,2}月\d{1,2}[日号](?!起|至|[开召举][办展开])[㐀-鿿]{1,4}的|(?:\d{1,2}月)?\d{1,2}[日号](?:才|再|就|要|会|将)?(?:下来|过来|上门)|(?:将|拟|已|定于)?(?:\d{1,2}月)?\d{1,2}[日号](?:[上下]午|一早)?[来到进赴](?:我|咱|本|各)?们?[镇乡村县街社校区]")
"""An office that comes to where the reader is (消防大队11月3日到我镇查), or whose paper is spoken of (派出所10月28日整理的提醒), demands nothing by that."""


def _demanding(text: str) -> Span | None:
    """An office quoted as demanding (县水利局催着要数据), or the subject of the first sentence."""
    if (match := _SUBJECT.match(text[:60])) and not _VISITS.match(text, match.end()) and (span := _clean(text, *match.span("office"))):
        return span
    if (because := _BECAUSE.search(text, 0, 2000)) and (span := _clean(text, *because.span("office"))):
        return span
    above: Span | None = None
    for match in _DEMAND.finditer(text, 0, 4000):
        if span := _clean(text, *match.span("office")):
            if not _CITED.search(text[match.start() : span[0]]):
                return span
            above = above or (span if match.group("verb").lstrip("的") in ("部署", "要求", "通知要求", "文件要求", "来文要求", "安排", "统一部署", "布置", "文件精神", "来文精神") else None)
    for match in _ACTS.finditer(text, 0, 4000):
        if not _CITED.search(match.group("office")) and (span := _clean(text, *match.span("office"))):
            return span
    return above


_BECAUSE = late(rf"(?:因为?|由于)(?P<office>{_NAME}{_OFFICE})[^，,。；;\n]{{0,6}}(?:查|核|要|催|收|检(?!修)|审|评)[^，,。；;\n]{{0,4}}[，,]")
_CITED = late(r"根据|按照?|依据|贯彻|落实|遵照")


_ENGLISH_LEAD = late(r"(?:FYI,? |FW:? |URGENT:? )(?:the )?|The ")


_CAPITAL = late(r"[A-Z][a-z]")
_HEAD, _TAIL = 3000, 240
"""An English office is looked for in the first and the last characters only."""


def _english(text: str) -> Span | None:
    if not _CAPITAL.search(text):
        return None
    if match := _FIRM_SIGN.search(text, max(0, len(text) - _TAIL)) or _FIRM_HEAD.match(text, 0, _HEAD):
        return match.span("office") if match.group("office") else match.span("other")
    for pattern in (_ENGLISH_SIGN, _ENGLISH_SMALL, _ENGLISH_COLON, _ENGLISH_DEMAND, _ENGLISH_HEAD, _ENGLISH_WARNED, _ENGLISH_ABOUT, _ENGLISH_LINE):
        at_end = pattern in (_ENGLISH_SIGN, _ENGLISH_SMALL)
        match = pattern.search(text, max(0, len(text) - _TAIL)) if at_end else pattern.search(text, 0, _HEAD)
        if match and (lead := _ENGLISH_LEAD.match(match.group("office"))):
            return match.start("office") + lead.end(), match.end("office")
        if match and " " in match.group("office").strip():
            return match.span("office")
        if match and match.group("office") in ("CDC",):
            return match.span("office")
    return None

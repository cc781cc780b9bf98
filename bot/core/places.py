"""Where an event takes place, read from the words around its time; "" is never returned, only None."""

from __future__ import annotations

import re

from bot.core.wording import late

_TAIL = (
    r"(?:会议室|报告厅|多功能厅|会议厅|大礼堂|礼堂|影剧院|剧院|剧场|小剧场|教室|活动室|阶梯教室|培训室|调度室|接待室|办公室|会客厅|展厅|大厅|中厅|门厅|食堂|广场|操场|球场|晒场|晒谷场|谷场|影院|电影院|影城|戏台|戏楼|老戏台|文化礼堂|演播厅|灯光球场|训练场|靶场|驾校|院子里|院子|会堂|展馆|剧院|指挥所|消防站|水库大坝|坝顶|岸边|河边|停车场|工地|(?:施工|项目|事故|活动)现场"
    r"|门口|门前|大门|院坝|大院|院内|院子|大楼|综合楼|办公楼|门诊楼|楼|公园|景区|基地|园区|产业园|示范园|集中区|开发区|水库|堤防|堤|闸|渡口|码头|桥|桥头|路口|口岸|车站|站点|文化站|汽车站|火车站"
    r"|党校|学校|小学|中学|完小|幼儿园|中心校|大学|学院|卫生院|卫生室|医院|敬老院|福利院|法院|村部|村委会|村委|居委会|居委|党群服务中心|服务中心|综治中心|党群中心|活动中心|体育中心|文体中心|文化中心|应急指挥中心|指挥中心|政务中心|会议中心|行政中心|中心|体育馆|图书馆|文化馆|博物馆|纪念馆|档案馆|馆|室|厅|场|堂|祠堂|机房|库房|车间|值班室|传达室|工作站|之家|之窗|驿站|工作室|大讲堂|寺|庙|残联|妇联|供销社|信用社|农商行|支行|[东西南北正侧后前]门|派出所|财政所|司法所|应急所|分会场|主会场|会场|会议线上|线上"
    r"|政府|管委会|党委|机关|县城|镇上|村口|合作社|大棚|果园|茶园|林场|农场|牧场|渔港|港口|大丘|田间|地头|大坝|老街|集市|市场|商场|超市|酒店|宾馆|饭店|小区|家园|苑|社区|村|组|湾|水厂|污水处理厂|处理厂|厂|仓库|粮库|中转站|闸口|泵站|山塘|小广场|[A-Z]?\d{1,4}(?:室|厅))"
)
_CHARS = r"[^\s，,。；;：:！!？?、（）()【】“”《》\n|｜·]"
_LABEL = late(
    r"(?:(?:会议|培训|活动|集合|集中|接访|召开|举办|演出|比赛|考试|报到|检查|体检|开会|上课|演练|彩排|签到|宣讲|会场)?(?:地\s*点|会\s*场|场\s*地|地\s*址|集合点|分会场|主会场)(?:不变)?[，,]?(?:(?<=[点址合])(?=[一-鿿]{2})(?!和|及|人员|不|另|待|见|更|变|时|为|是|在|设|就|安排|改|定|还|仍|换|挪|移|调)|\s+(?=[一-鿿])|设在|就在|定在|安排在|还是|还在|仍是|仍在|仍为|在|是|为|改到|改在|改为|换到|换在|挪到|移到|调整到|设|\s*[:：])|(?:place|venue|location|where) ?[:：])[:： \t]*([^\n，,。；;！!（(]{2,40})",
    re.I,
)
_DOES = (
    r"(?:召开|举行|举办|开展|组织|进行|举办|办|开(?=[一-鿿“《0-9]|$|，|。)|集合|集中(?![区供安点营村居])|集结|参加|参会|参训|收看|收听|彩排|走台|演出|上课|授课|观摩|报到|观看|接访|联合接访|碰头|等候|等|看|比武|讲|宣讲|巡|乘车|上车|面试|考试|体检|开班|开始|出发|讲授|签到|学习|现场|会合|排队|补训|复训|碰个?头|开个?会|放(?=[^在到])|播|表演|设|搞|摆|查看|察看|总结|检查|督查|督察|调研|考察|视察|走访|参观|验收|指导|座谈|核查|抽查|巡查|暗访|办理|义诊|坐诊|巡诊|训练(?![场基])|集训|测试|接种(?!点)|采血|路演|答辩|竞赛|比武)"
)
_AT_DOING = late(
    rf"(?:在|于|到|假座?|借|赴|去|至|从)(?P<place>{_CHARS}(?:[^\n，,。；;！!？?（(]|[（(][^）)]{{0,12}}[）)]){{1,30}}?)(?:[，,]?\s*)(?={_DOES})"
)
_GATHERS = r"(?:召开|举行|举办|开展?(?=[一-鿿“《0-9]|$|，|。)|集合|集中(?![区供安点营村居])|碰个?头|开个?会|放(?=[^在到])|播|表演|演|彩排|走台|观摩|学|听|参加|参会|参训|收看|报到|有(?=[^，。]{1,12}[演会动训])|办(?=[一-鿿])|庆|搞|上课)"
_MEETS = r"[一-鿿“”0-9·、]{0,16}?(?:会(?![计员议室展场合见同面馆])|会议(?![室厅中])|演练|培训|演出|汇演|学习|讲座|仪式|活动|比赛|考试|体检|宣讲)"
_MORE = r"(?![局站所院委厅室楼馆]|中心|街道|小学|中学|幼儿园|广场|大?会议室|小会议室|大?礼堂|报告厅|多功能厅|[一二三四五六七八九十\d]+[楼号]|操场|门口|大院|院坝|院内|活动室|阶梯教室|教室|食堂|停车场|门前|会场|大厅)"
_WHOLE = r"(?:居委会|村委会|村部|党校|礼堂|食堂|操场|广场|会议室|体育馆|文化站|卫生院|敬老院|镇政府|乡政府|线上|[站所镇村局乡厂队院校]里)"
_SOON = late(
    rf"[，, ]{{0,2}}(?:(?:在|于|到|假座?|借|赴)(?P<at>{_CHARS}{{0,24}}?{_TAIL})(?={_DOES})|(?P<place>{_WHOLE}{_MORE}|{_CHARS}{{1,24}}?{_TAIL}{_MORE})(?={_GATHERS}|{_MEETS}))"
)
_BRACKETED = late(rf"[^\s，。（(]{{1,8}}[（(](?P<place>{_CHARS}{{1,20}}?{_TAIL})[）)]")
_TOKEN = late(rf"^(?P<place>(?:{_CHARS}|[（(][^）)]{{1,14}}[）)](?=[^，,。；\s]*{_TAIL})){{1,26}}?{_TAIL}(?:[A-Z\d]{{1,4}}(?:室|厅)?)?(?:[一二三四五六七八九十\d]{{1,3}}楼(?:[^\s，,。；;（(]{{0,10}}?(?:室|厅|堂|馆))?)?){_MORE}(?=$|[，,。；;！!\s、（()）|｜:：]|(?!(?:体检|培训|活动|会议|学习|展览|办公|集中|考试|检测|体育|健身|比武|演出)(?:中心|室|点|区|厅|馆|楼))(?:{_DOES}|{_MEETS})|献血|流动|摆摊|设点)")
_ONLINE = late(r"(?:腾讯会议(?!号[^\d\s:：])|钉钉(?:会议)?|视频会议系统|微信群?语音|Zoom|企业微信)(?:号|ID|：|:)?\s*[:：]?\s*(?:[\d\s\-]{6,16}\d)?|线上", re.I)
_MOVED = late(rf"(?:改到|改在|改至|挪到|移到|移至|换到|换至|调到|调整到|改为|改成|转到|设在|放在|定在|安排在|集合点|(?<=[会演训练动])改|在|到)(?P<place>(?:{_CHARS}|、){{1,24}}?{_TAIL}(?:[一二三四五六七八九十\d]{{1,3}}楼(?:{_CHARS}{{0,8}}?(?:室|厅|堂))?)?)(?=$|[，,。；;！!\s、（(]|开|举|集|召|参|办|吧|了|哈|，|每|各|请|全)")
_ENGLISH = late(
    r"(?:\b(?:in|at|@|to)\s+(?:the\s+)?)(?P<place>(?:[A-Z][\w'’\-]*|community|town|village|county|cultural|sports|school|health|second-floor|first-floor|third-floor|north|south|room|hall|library|prologue|of|the|and|main|meeting|conference|training|ground|floor|\d+)(?:[ ](?:[A-Z][\w'’\-]*|community|town|village|county|cultural|sports|school|health|second-floor|first-floor|third-floor|north|south|room|hall|library|of|the|and|main|meeting|conference|training|ground|floor|station|office|school|centre|center|\d+))*)"
)
_ENGLISH_TOKEN = late(
    r"^[,;\s|–-]*(?:(?:in|at|to) (?:the )?|the )?(?P<place>(?:(?:Room|Hall|Floor|Building|Block)\s[\w]+(?:,\s*(?-i:(?:[A-Z][\w'’]*\s?)+))?|(?:[A-Z][\w'’\-]*|[a-z]+)(?:\s[\w'’\-]+){0,7}?\s(?:room|hall|office|centre|center|school|station|library|embankment|square|gym|stadium|government|building|park|hospital|village|theatre|theater|workshop|farm|site|reservoir|clinic|bureau|market|ground|court|yard|gate|\d+)(?:\s\d+)?(?:,\s*(?-i:(?:[A-Z][\w'’]*\s?){1,5}))?(?:,\s*(?:ground|first|second|third|fourth|\d\w\w) floor)?))\s*(?=[.,;(]|$|\n)",
    re.I,
)
_NOT_PLACE = late(
    r"(?:督导|检查|考核|调查|验收|工作|评估|专家|巡察|调研|指导|领导)组$|^(?:召开|举行|举办|组织|开展|开)(?!发区)|^同|^\d+个|我(?![镇乡县村街校院局区市])|你们|咱|他们|不变|没有|负责人|在场|到场|老板|说好|人呢|^(?:参会|参加|开会|集合|请|各|全|会期|联系|报名|收到|带|参加|由|将|务|现|以|每|一|不|本次|今天|明天|下午|上午|晚上|届时|按|对|为|即|要|人员|你们|大家|其他|谁|该|此|哪|内容|主题|会议|培训|议题|附件|规定|电话|不得)|(?:同志|人员|代表|主任|书记|干部|负责人|队员|通知|要求|名单|系统|平台|小程序|工作|情况|督导|检查|调研|验收)$"
)
_MOVE_WORD = late(r"^.*(?:改到|改在|改至|挪到|换到|换在|移到|移至|转到|推迟到|(?<=[会演训练动点])改)")
_CUT = late(r"^(?:还是|仍[在是为]?|依旧|不变|换到|改到|改在|移到|挪到|转到|调整到|统一到|设在|设|在|从|于|到|假座?|借|我们?在|统一在|都在|准时到|地点|就)")


def _clean(place: str) -> str | None:
    place = _MOVE_WORD.sub("", place.strip(" \t:：,，.。、—–-的"))
    place = _CUT.sub("", place)
    place = re.sub(r"^.*(?:抽查|检查|察看|查看|督查|调研|视察|考察|验收|巡查)(?=..)", "", place)
    inner = re.search(rf"(?<=[^报签]到|.[在去])({_CHARS}+{_TAIL})$", place)
    if inner and not re.search(r"[区县镇乡村街]$", place[: inner.start() - 1]):
        place = inner.group(1)
    place = re.sub(r"(?:[，,]?(?:会期|时间|请|各).*|准时|统一|联合|集中|(?<!院)内部?|(?<!子)里)$", "", place).strip()
    if place.count("（") != place.count("）"):
        place = re.split(r"[（]", place)[0] if "（" in place else place.replace("）", "")
    if not 2 <= len(place) <= 44 or _NOT_PLACE.search(place):
        return None
    return place


def labelled_place(text: str) -> str | None:
    """The place that stands behind a label such as 地点, 会场 or 集合点."""
    for match in _LABEL.finditer(text):
        place = _clean(re.split(r"\s{2,}|[|｜]|\s+(?=[一-鿿]{2,5}\s?(?:[：:]|$))|\s+(?=参会|参加|人员|要求|内容|对象|议题)", match.group(1))[0])
        more = re.match(r"[（(][^）)]{0,10}[楼室号层区栋厅][）)]", text[match.end() :])
        place = place + more.group() if place and more else place
        if place and not re.match(r"(?:不变|另行|待定|见|和人员|、)", place):
            return place
    return None


def shared_place(text: str) -> str | None:
    """The place all sessions share: behind a label, or said as 均在…, 统一在…."""
    found = re.search(rf"(?:均|都|统一|全部|一律)(?:安排)?在(?P<place>{_CHARS}{{2,24}}?)(?=[，。；\n]|$|{_DOES})", text)
    return labelled_place(text) or (_clean(found.group("place")) if found else None)


def place_in(text: str) -> str | None:
    """The place named in a stretch of text, whatever stands beside it: label, verb phrase or bare place words."""
    return labelled_place(text) or _numbered_online(text) or _doing(text) or moved_place(text) or _online(text) or _bare(text) or _english(text)


def place_after(text: str) -> str | None:
    """The place in the words right after a time."""
    return (
        labelled_place(text) or _numbered_online(text) or _doing_soon(text) or bare_place(text) or _english_after(text) or _doing(text) or moved_place(text) or _online(text) or _bare(text) or _english(text)
    )


def _numbered_online(text: str) -> str | None:
    """An online meeting with its number, wherever it stands: that is what people need."""
    match = re.search(r"(?:腾讯会议|钉钉(?:会议)?|Zoom|企业微信|飞书会议|Tencent Meeting)(?:室|会议)?(?:号|ID|码)?(?:为|是|：|:)?\s*(?:\d[\d\s\-]{5,15}\d)", text, re.I)
    return match.group().strip() if match else None


def place_before(text: str) -> str | None:
    """The place that is the whole clause right before a time: `；上垟村老祠堂，4月29日`."""
    clauses = re.split(r"[，,：:；;。\n]", text)
    clause = clauses[-1].strip() or (clauses[-2].strip() if len(clauses) > 1 else "")
    found = _TOKEN.match(clause)
    return _clean(found.group("place")) if found and found.end() >= len(clause) else None


def opens_online(text: str) -> bool:
    """Whether a text opens with an online meeting: `，腾讯会议 123-456-789`."""
    return bool(re.match(r"[，,、：:；;\s（(]*(?:线上|视频会?)?[（(]?(?:腾讯会议|钉钉|Zoom|企业微信|瞩目|飞书|微信群?直播|视频会商?系统)", text, re.I))


def _online(text: str) -> str | None:
    match = _ONLINE.search(text)
    return match.group().strip() if match else None


def _doing_soon(text: str) -> str | None:
    found = _BRACKETED.match(text)
    if found:
        return _clean(found.group("place"))
    found = _SOON.match(text)
    return _clean(found.group("at") or found.group("place")) if found else None


def _doing(text: str) -> str | None:
    for found in _AT_DOING.finditer(text):
        place = _clean(found.group("place"))
        if place:
            return place
    return None


def moved_place(text: str) -> str | None:
    """The place something was moved to or set at."""
    places = [_clean(found.group("place")) for found in _MOVED.finditer(text)]
    return next((place for place in reversed(places) if place), None)


def bare_place(text: str) -> str | None:
    """The place whose words open a text, as in `，文化站二楼。`."""
    stripped = re.sub(r"^[，,、。\s)）:：|｜]+|^(?:在|于|到|假)", "", text)
    found = _TOKEN.match(stripped)
    return _clean(found.group("place")) if found else None


def _bare(text: str) -> str | None:
    for clause in re.split(r"[，,。；;！!\n|｜]", text):
        soon = _doing_soon(clause)
        if soon:
            return soon
        found = _TOKEN.match(clause.strip())
        if found and found.end() >= len(clause.strip()) - 1:
            place = _clean(found.group("place"))
            if place:
                return place
    return None


def _english_after(text: str) -> str | None:
    found = _ENGLISH_TOKEN.match(text)
    if not found:
        return None
    place = re.sub(r"^.*\b(?:at|in|to|point|venue|place)\s+(?:the\s+)?|^the\s+", "", found.group("place")).strip(" ,")
    return re.sub(r"\s+(?:and|or|on|for)$", "", place)


def _english(text: str) -> str | None:
    places = (found.group("place").strip(" ,") for found in _ENGLISH.finditer(text))
    return next((place for place in places if re.search(r"[A-Za-z]{2}", place)), None)

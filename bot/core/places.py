"""Where an event takes place, read from the words around its time; "" is never returned, only None."""

from __future__ import annotations

import re

_TAIL = (
    r"(?:会议室|报告厅|多功能厅|会议厅|大礼堂|礼堂|影剧院|剧院|剧场|小剧场|教室|活动室|阶梯教室|培训室|调度室|接待室|办公室|会客厅|展厅|大厅|中厅|门厅|食堂|广场|操场|球场|晒场|停车场|工地|现场(?!会|推|观|办|检|调|核)"
    r"|门口|门前|大门|院坝|大院|院内|院子|大楼|综合楼|办公楼|门诊楼|楼|公园|景区|基地|园区|产业园|示范园|集中区|开发区|水库|堤防|堤|闸|渡口|码头|桥|桥头|路口|口岸|车站|站点|文化站|汽车站|火车站"
    r"|党校|学校|小学|中学|完小|幼儿园|中心校|大学|学院|卫生院|卫生室|医院|敬老院|福利院|法院|村部|村委会|村委|居委会|居委|党群服务中心|服务中心|综治中心|党群中心|活动中心|体育中心|文体中心|文化中心|应急指挥中心|指挥中心|政务中心|会议中心|行政中心|中心|体育馆|图书馆|文化馆|博物馆|纪念馆|档案馆|馆|室|厅|场|堂|祠堂|寺|庙|派出所|财政所|司法所|应急所|分会场|主会场|会场|会议线上|线上"
    r"|政府|管委会|党委|机关|县城|镇上|村口|合作社|大棚|果园|茶园|林场|农场|牧场|渔港|港口|大丘|田间|地头|大坝|老街|集市|市场|商场|超市|酒店|宾馆|饭店|小区|家园|苑|社区|村|组|湾|水厂|污水处理厂|处理厂|厂|仓库|粮库|中转站|闸口|泵站|山塘|小广场|[A-Z\d]{1,4}(?:室|厅|号)?)"
)
_CHARS = r"[^\s，,。；;：:！!？?、（）()【】“”《》\n|｜·]"
_LABEL = re.compile(
    r"(?:(?:会议|培训|活动|集合|集中|接访|召开|举办|演出|比赛|考试|报到|检查|体检|开会|上课|演练|彩排|签到|宣讲|会场)?(?:地\s*点|会\s*场|场\s*地|地\s*址|集合点|分会场|主会场)(?:不变)?[，,]?(?:设在|就在|定在|安排在|还是|还在|仍是|仍在|仍为|在|是|为|改到|改在|改为|换到|换在|挪到|移到|调整到|[:：])?|(?:place|venue|location|where)\s*[:：]?)[:：\s]*([^\n，,。；;！!（(]{2,40})",
    re.I,
)
_DOES = (
    r"(?:召开|举行|举办|开展|组织|进行|举办|办|开(?=[一-鿿“《0-9]|$|，|。)|集合|集中(?![区供安点营村居])|集结|参加|参会|参训|收看|收听|彩排|走台|演出|上课|授课|观摩|报到|观看|接访|联合接访|碰头|等候|等|看|比武|讲|宣讲|巡|乘车|上车|面试|考试|体检|开班|开始|出发|讲授|签到|学习|现场|会合|碰个?头|开个?会|放(?=[^在到])|播|表演|设|搞|摆|查看|察看|检查|督查|督察|调研|考察|视察|走访|参观|验收|指导|座谈|核查|抽查|巡查|暗访|办理)"
)
_AT_DOING = re.compile(
    rf"(?:在|于|到|假座?|借|赴|去|至)(?P<place>{_CHARS}(?:[^\n，,。；;！!？?（(]|[（(][^）)]{{0,12}}[）)]){{1,30}}?)(?:[，,]?\s*)(?={_DOES})"
)
_SOON = re.compile(rf"[，, ]{{0,2}}(?:在|于|到|假座?|借|赴)?(?P<place>{_CHARS}{{1,24}}?{_TAIL})(?={_DOES})")
_BRACKETED = re.compile(rf"[^\s，。（(]{{1,8}}[（(](?P<place>{_CHARS}{{1,20}}?{_TAIL})[）)]")
_TOKEN = re.compile(rf"^(?P<place>(?:{_CHARS}|[（(][^）)]{{1,14}}[）)](?=[^，,。；\s]*{_TAIL})){{1,26}}?{_TAIL}(?:[A-Z\d]{{1,4}}(?:室|厅)?)?(?:[一二三四五六七八九十\d]{{1,3}}楼(?:[^\s，,。；;（(]{{0,10}}?(?:室|厅|堂|馆))?)?)(?=$|[，,。；;！!\s、（()）|｜:：]|{_DOES}|[一-鿿]{{2,20}}会)")
_ONLINE = re.compile(r"(?:腾讯会议|钉钉(?:会议)?|视频会议系统|微信群?语音|Zoom|企业微信)(?:号|ID|：|:)?\s*[:：]?\s*(?:[\d\s\-]{6,16}\d)?|线上", re.I)
_MOVED = re.compile(rf"(?:改到|改在|改至|挪到|移到|移至|换到|换至|调到|调整到|改为|改成|转到|设在|放在|定在|安排在|集合点|在|到)(?P<place>{_CHARS}{{1,24}}?{_TAIL}(?:[一二三四五六七八九十\d]{{1,3}}楼(?:{_CHARS}{{0,8}}?(?:室|厅|堂))?)?)(?=$|[，,。；;！!\s、（(]|开|举|集|召|参|办|吧|了|哈|，)")
_ENGLISH = re.compile(
    r"(?:\b(?:in|at|@|to)\s+(?:the\s+)?)(?P<place>(?:[A-Z][\w'’\-]*|room|hall|library|prologue|of|the|and|main|meeting|conference|training|ground|floor|\d+)(?:[ ](?:[A-Z][\w'’\-]*|room|hall|library|of|the|and|main|meeting|conference|training|ground|floor|station|office|school|centre|center|\d+))*)"
)
_ENGLISH_TOKEN = re.compile(
    r"^[,;\s–-]*(?:(?:in|at|to) (?:the )?|the )?(?P<place>(?:(?:Room|Hall|Floor|Building|Block)\s[\w]+(?:,\s*(?-i:(?:[A-Z][\w'’]*\s?)+))?|(?:[A-Z][\w'’\-]*|[a-z]+)(?:\s[\w'’\-]+){0,7}?\s(?:room|hall|office|centre|center|school|station|library|embankment|square|gym|stadium|government|building|park|hospital|village|theatre|theater|ground|court|yard|gate|\d+)(?:\s\d+)?(?:,\s*(?-i:(?:[A-Z][\w'’]*\s?){1,5}))?))\s*(?=[.,;(]|$|\n)",
    re.I,
)
_NOT_PLACE = re.compile(
    r"^(?:请|各|全|会期|联系|报名|收到|带|参加|由|将|务|现|以|每|一|不|本次|今天|明天|下午|上午|晚上|届时|按|对|为|即|要|人员|你们|大家|其他|谁|该|此|哪|内容|主题|会议|培训|议题|附件|规定|电话|不得)|(?:同志|人员|代表|主任|书记|干部|负责人|队员|通知|要求|名单|系统|平台|小程序|工作|情况)$"
)
_CUT = re.compile(r"^(?:还是|仍[在是为]?|依旧|不变|换到|改到|改在|移到|挪到|转到|调整到|统一到|在|从|于|到|假座?|借|我们?在|统一在|都在|准时到|地点|就)")


def _clean(place: str) -> str | None:
    place = _CUT.sub("", place.strip(" \t:：,，.。、—–-的"))
    place = re.sub(r"(?:[，,]?(?:会期|时间|请|各).*|准时|统一|联合|集中|内部?|里)$", "", place).strip()
    if place.count("（") != place.count("）"):
        place = re.split(r"[（]", place)[0] if "（" in place else place.replace("）", "")
    if not 2 <= len(place) <= 44 or _NOT_PLACE.search(place):
        return None
    return place


def labelled_place(text: str) -> str | None:
    """The place that stands behind a label such as 地点, 会场 or 集合点."""
    for match in _LABEL.finditer(text):
        place = _clean(re.split(r"\s{2,}|[|｜]", match.group(1))[0])
        if place and not re.match(r"(?:不变|另行|待定|见|和人员|、)", place):
            return place
    return None


def place_in(text: str) -> str | None:
    """The place named in a stretch of text, whatever stands beside it: label, verb phrase or bare place words."""
    return labelled_place(text) or _doing(text) or moved_place(text) or _online(text) or _bare(text) or _english(text)


def place_after(text: str) -> str | None:
    """The place in the words right after a time."""
    return (
        labelled_place(text) or _doing_soon(text) or bare_place(text) or _english_after(text) or _doing(text) or moved_place(text) or _online(text) or _bare(text) or _english(text)
    )


def _online(text: str) -> str | None:
    match = _ONLINE.search(text)
    return match.group().strip() if match else None


def _doing_soon(text: str) -> str | None:
    found = _BRACKETED.match(text) or _SOON.match(text)
    return _clean(found.group("place")) if found else None


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
        found = _TOKEN.match(clause.strip())
        if found and found.end() >= len(clause.strip()) - 1:
            place = _clean(found.group("place"))
            if place:
                return place
    return None


def _english_after(text: str) -> str | None:
    found = _ENGLISH_TOKEN.match(text)
    return found.group("place").strip(" ,") if found else None


def _english(text: str) -> str | None:
    found = _ENGLISH.search(text)
    return found.group("place").strip(" ,") if found else None

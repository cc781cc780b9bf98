"""Named systems, platforms, apps and mini programs a notice wants used, as written."""

from __future__ import annotations

import re

from bot.core.english_systems import find_english_systems
from bot.core.names import Span
from bot.core.wording import Sparse, Words, late

_KIND = (
    r"(?:微信|支付宝|手机|政务|移动|网上|线上|信息)?(?:小程序|公众号|服务号|平[台合]|系统|模块|板块|APP|App|app|客户端|软件|网站|程式|网上大厅|网厅|云盘)"
)
_QUOTED = late(r"[“\"「『【《‘]([^“”\"「」『』【】《》‘’\n。；，,]{2,30})[”\"」』】》’]\s?")
_KIND_AT = late(rf"{_KIND}|(?:platform|system|app|portal|mini[- ]?program|website)\b")
_NAMED_KIND = late(r"(?:系统|平台|小程序|APP)$", re.I)
_NO_SYSTEM = late(
    r"(?:(?<![A-Za-z])[群栏册表箱墙榜室角组站所局]|(?<!通)办|超市|(?<!网上大)(?<!网)厅|广场|驿站|书屋|(?<!智慧|阳光)食堂|[礼讲课]堂|大院|集市|[市剧]场|(?<!校)[园馆店屋]|活动|行动|工作|专项|清单|台账|文件夹|备注|说明|制度|模式|精神|经验|法|期间|路线|通道|流程|路|方案|通知|意见|规定|要求|项目|处分|上传|提交|下载|保存|[月日节周]|[+＋\-—_].*)$|^(?![^\n]*[智慧云数掌网学码链])[^\n]*(?<!平)台$|^\d{1,4}[年月日号时点:：.]|^(?:备注|名称|姓名|附件|原因|说明|其他|是|否|无|有|收到|\d+$)"
)
"""Quoted words that things are put into or under, and that are no systems (“曝光台”, “石桥村网格群”)."""

_IN_A_FORM = late(r"[这那一]?(?:表|栏|列|册|格|页(?!面)|档|文件夹|项|行)(?!明)")
_ENROLS = late(r"\s?(?:[㐀-鿿]{1,3}端)?(?:的)?(?:注册|实名|激活|认证|打卡|签到|登录)")
_LOG_IN = late(r"(?:(?:微信|支付宝|手机|应用(?:商店|市场))(?:里|上|中)?搜(?:索|一下)?|登[录入陆上]|(?<!刊)登(?=\s?$)|进入?|打开|下载|注册|关注|点开|扫码?[进上]?|上|走|用|经|依托|利用|通过|传|发|录|填|导|报|交|挂|更新)(?:[㐀-鿿]{0,3}[局县市省镇里厅]的?|手机|微信)?\s?$")
_CARRY = late(r"(?:[㐀-鿿][到至进入在上往]|入到|进到)(?:[㐀-鿿]{0,6}(?:[局县市省镇里厅]的?|端|手机|微信|PDA))?\s?$")
_DEVICE = late(r"(?:手机|电脑|微信|支付宝|PDA|手持机|终端)(?:端|上|里)?(?:的)?\s?$")
_OTHERS = late(r"(?:由|我)[县市省区][^，。；;\n“”]{0,10}$|由(?:[镇乡]|街道)(?:里|上|政府|[㐀-鿿]{0,4}(?:办|站|所|中心))?(?:统一|集中)[^，。；;\n“”]{0,8}$|我[局办站所](?:将|会|要|再|统一|集中)*(?:录入|导入|上传|填入|更新)(?:到|至|进)?\s?$|[县市省](?:里|局)(?:将|会|要|再|也|统一|集中)*(?:在|用|从|通过|录入|导入|上传|填入|更新)(?:到|至|进)?\s?$|(?<![教帮让请带陪替代为])(?:[他她]|我(?:们|局|站|办|处)?|[他她]们)(?:会|要|来|再|去)*(?:在|用|往|到)\s?$")
_KIND_BEFORE = late(r"(?:搜索|搜|在|用|到|上|进|从|通过|打开|登录|进入|关注|下载|传|发|填|报|录|交)[^，。；;\n]{0,4}(?:小程序|公众号|服务号|视频号|客户端|平台|系统|APP|App)\s?$|[㐀-鿿](?<![的这那该本此新旧])[㐀-鿿](?<![入到在进开录用过陆往上去])(?:小程序|公众号|平台|APP|App)$")
_DONE_BY = late(r"(?:录入|填报|上报|申报|报送|采集|登记|打卡|提交|签到|填写|报名)(?:统一|都|一律|还是|只)?(?:用|走|上|在|通过)\s?$")
"""录入用“住户e账”, 填报走“粮安云”: what is done there said before it."""
_LATER_INSIDE = late(r"[^。\n]{0,60}?(?:在|到|进)(?:里面|里头|上面|里边)[^，。；;\n]{0,28}(?:[填录传]|提交|登记|上报)")
"""新版“粮安云”已上线，…自己在里面把库存重新录一遍."""
_CALLED = late(r"(?:系统|平台|入口|渠道|方式|小程序|APP|网址|端口)[^，。；;\n]{0,3}(?:是|叫|为|即|用)\s?$|(?:系统|平台|入口|小程序|APP|App)(?:名称|名字)?[:：]\s?$")
_CHANGED_TO = late(r"(?:改为|改成|换成|改用|改走|换到)\s?$")
_IN = late(r"(?:在|去|用|透过|借助|利用|使用|依托|通过|从|于|经|投?进入?|凭|走|由)(?:[㐀-鿿]{1,6}(?:[局县市省镇里厅]的?|端))?\s?$")
_NOT_CARRIED = late(r"[宣流失写印贴说念讲听走来回坐站住受遭报到至表册单栏纸卡本页簿墙格]$")
_TRAILING_ACT = late(
    r"\s?(?:里|上|内|中)?(?:面|头|去|边)?(?:统一|自行|按时|直接|及时|先|再|同步|集中|全部|分别|认真|都|也|来|进行|逐[人户条]|把[^，。；;\n]{1,10})?"
    r"(?:[填报录传交签登打核缴审更补采勾销接刷抢申预认下点答拍盘领办导改挂约查激续盖派]|上[报传线架]|提(?![高升前醒倡供到])|扫(?!除|黄|地|盲|描[版件])|眨眼|确认|发[布起送]|维护|完[成善]|标[注识记]|公示|注册|举证|反馈|操作|生成|购|下单|年检|复核|评价|投票|选)"
)
_DONE_THERE = late(
    r"\s?[里上内中](?:面|头)?(?:把[^，。；;\n“”]{1,14}?|[^，。；;\n“”在里表]{1,8}?)(?:[填录传勾销]|(?<![申通海举])报(?![刊纸名告])|(?<![提移])交(?![通流界付])|登记|提交|打卡|扫码|签到|申[报领请]|上架|确认|核对|下单|缴费|点(?:开|选|击|一下|办结|完成|确认))"
)
"""What is done in it in a roundabout way (在“供销云仓”里一批一批填)."""
_FULL_OF_WORK = late(r"\s?[里上中内]?的?(?:任务|工单|待办|账号|数据|信息|图斑|线索)?[^，。；;\n“”]{0,6}(?:未处[置理]|未办|未录|没录|未填|没填|页面|截图|界面|未签收|未审核|补录|录完|录入|填完|清零|激活|注册|签收|办结|认证)")
"""What is said of a system that still has work in it (“河长通”里的任务今天清零)."""
_SHUTS = late(r"\s?(?:系统|平台)?[^，。；;\n“”]{0,10}(?:落锁|上锁|锁库|关闸|关门|开到\d|批量导入|第[一二三四五六七八九十\d]{1,2}[章节课]|打的点|上线试[跑用运])")
"""“粮安云”今晚零点落锁: the door through which the reader has still to go."""
_ITS_USERS = late(r"\s?里的?(?:任务|工单|待办)|\s?(?:还)?(?:未|没)(?:激活|注册|登录)")
_SAID_OF = late(r"\s?(?:里|上|内|中|后台)(?:面|头)?(?!央|心|层|级|午|旬|期|述|面|下|小学|学|部)")
_WATCHED = late(rf"{_KIND}?[^，。；;\n]{{0,3}}(?:(?<!扫码)(?<!注册)入会|参会|开会|收看|观看|收听|听会|直播|接入会|连线|会议|视频会|听课)")
_SPEAKS_OF = late(r"\s?(?:中(?=表|的|有|要|取|，|,)|期间|之|前|后(?!台)|等(?!系统|平台)|活动|工作|专项|行动|建设|创建|评选|试点|主题|为题|字样|出来|的(?:要求|原则|通知|精神))")
_SYSTEM_LIKE = late(r"(?:通|云|码|在线|宝|一张图|钉|直通车|管家|助手|网|网厅|智脑|哨|端|平台|系统|掌[上心][㐀-鿿]{2,4}|(?:智慧|云上|数字(?![报填发交录写])|平安|阳光)[㐀-鿿]{2,4}|云课堂|[A-Za-z]{2,})$")
_KEPT_BY_OTHERS = late(r"(?:系统|平台)?[^，。；;\n“”]{0,4}由[县市省我][^，。；;\n“”]{0,8}(?:更新|维护|升级|录入|导入|处理)")
"""“河长通”系统由县里更新."""
_REFUSED = late(r"(?:不要|不用|无需|无须|(?<![类级特区性分个差识判鉴告职])别(?!忘)|勿|不必|不再|停用|不能|暂不|不得|(?:没有?|未)(?=[走经用]|通过))[^。；;，,\n\s]{0,6}$")
_COMPARED = late(r"(?:须|要|应|必须)?(?:与|和|同|跟|按|以)\s?[“\"「『【《‘]?$")
_TAUGHT = late(r"(?:培训|学习|内容|讲解|演示|推广|介绍|包括)[^。；;\n]{0,4}$|[:：]?\d[.．、]\s?$")


_USED_BEFORE = late(r"(?:在|到|至|进|入|用|上|通过|登[录陆]|打开|下载|注册|依托|利用|传|填|录|报|更新|提交)\s?[“\"「『【《‘]?$")
_OUT_OF_USE = late(
    r"[”\"」』】》’]?\s?(?:小程序|公众号|平台|系统|APP|App|客户端)?[^，。；;！!\n“”把将请]{0,6}(?:下线|停用|故障|停运|瘫痪|崩了|关停|注销|打不开|登不上|进不去|无法(?:登录|使用|打开)|(?:停止|暂停|不再)使用|已修复)"
)
"""What is said of a system that is down or gone (“浙农码”平台上月已下线)."""
_FORMERLY = late(r"(?:此前|之前|以前|前期|上次|上回|去年|上月|上个月|早先|先前|已经?|曾经?)[^，。；;\n“”]{0,6}$")
_DONE_BEFORE = late(r"[”\"」』】》’]?[^，。；;\n“”]{0,10}(?:过|了|完)的")
"""What was done there before, and need not be done again (此前在“平安通”上报过的)."""
_TO_FETCH = late(r"(?:模板|样表|空表|表格|表样|附件|文件|名册|资料|软件|教程|手册|课件)[^，。；;\n“”]{0,6}(?:在|从|到)\s?[“\"「『【《‘]?$")
_FETCHED = late(r"[”\"」』】》’]?[^，。；;\n“”填报录传交]{0,8}(?:下载|查看|领取|获取)(?![^，。；;\n]{0,6}(?:填|传|报|录))")
"""Where a form is only taken from (模板可在“浙政钉”文件里下载)."""


def _not_for_use(text: str, start: int, end: int) -> bool:
    """Whether the system that stands here is down, was used before, or is only where a form is taken from."""
    low = max(0, start - 16)
    if not _USED_BEFORE.search(text, low, start) and _OUT_OF_USE.match(text, end):
        return True
    if _FORMERLY.search(text, low, start) and _DONE_BEFORE.match(text, end):
        return True
    return bool(_TO_FETCH.search(text, low, start) and _FETCHED.match(text, end))


def find_systems(text: str) -> list[Span]:
    """Spans of system names in order; the kind word after a quoted name or before 小程序/APP is left out."""
    found = _quoted(text)
    taken = {at for span in found for at in range(*span)}
    for more in (_known(text), _plain(text), _unquoted(text), find_english_systems(text)):
        free = [span for span in more if taken.isdisjoint(range(*span))]
        taken.update(at for span in free for at in range(*span))
        found += free
    return sorted(found)


def _of_others(text: str, start: int, end: int) -> bool:
    """Whether the issuer's superiors or somebody else work in what stands here (由县局统一录入省平台)."""
    return bool(_OTHERS.search(text, max(0, start - 16), start) or _KEPT_BY_OTHERS.match(text, end)) or _not_for_use(text, start, end)


# ── Names in quotation marks ─────────────────────────────────────────────────


def _quoted(text: str) -> list[Span]:
    found: list[Span] = []
    for match in _QUOTED.finditer(text):
        start, end = match.span()
        if _REFUSED.search(text, max(0, start - 12), start) or _WATCHED.match(text, end) or _of_others(text, start, end):
            continue
        kind = _KIND_AT.match(text, end)
        if kind and _PART.match(text, end) and _inside_another(text, start, found):
            continue
        if kind:
            if _COMPARED.search(text, max(0, start - 8), start) and not _USING_AFTER.match(text, kind.end()):
                continue
            if _TAUGHT.search(text, max(0, start - 10), start):
                continue
            known = _KNOWN.search(text, max(0, start - 5), start)
            if known and known.end() >= start - 1:
                continue
            found.append(match.span(1))
        elif _is_entered(text, match) and not (_CHOSEN.search(text, max(0, start - 6), start) and _inside_another(text, start, found)):
            found.append(match.span(1))
    return found


_PART = late(r"模块|板块|[菜栏]|栏目")
_CHOSEN = late(r"[，,、](?:再|并|然后)?(?:点击|点开|点|选择|选|进入|找到|打开|在)\s?$")
_INSIDE = late(r"[”\"」』】》’]?\s?(?:小程序|公众号|服务号|平台|系统|APP|App|客户端)[^。；;\n“”]{0,16}[“\"「『【《‘]?")


def _inside_another(text: str, start: int, found: list[Span]) -> bool:
    """Whether a quoted name is a part of the system named just before (登录“云上乡村”平台，点击“走访管理”模块)."""
    return bool(found) and _INSIDE.fullmatch(text, found[-1][1], start) is not None


_ENTERING = "登打下注传录导点走微支手应"


def _is_entered(text: str, quote: re.Match[str]) -> bool:
    """Whether a quoted name without a kind word is logged into, filled in or uploaded to."""
    start, end, name = quote.start(), quote.end(), quote.group(1)
    low = max(0, start - 12)
    if text[start] in "《【" or _NO_SYSTEM.search(name) or _IN_A_FORM.match(text, end):
        return False
    if (_SYSTEM_LIKE.search(name) and (_ENROLS.match(text, end) or _FULL_OF_WORK.match(text, end) or _SHUTS.match(text, end))) or (len(name) > 2 and _ITS_USERS.match(text, end)):
        return True
    if _KIND_BEFORE.search(text, low, start) and not _SPEAKS_OF.match(text, end):
        return True
    if _DONE_BY.search(text, low, start) or (_SYSTEM_LIKE.search(name) and _LATER_INSIDE.match(text, end)):
        return True
    if _CALLED.search(text, low, start) or (_CHANGED_TO.search(text, low, start) and _SYSTEM_LIKE.search(name)):
        return True
    acts = _TRAILING_ACT.match(text, end) and not _SPEAKS_OF.match(text, end)
    if _IN.search(text, low, start) and (acts or (_SYSTEM_LIKE.search(name) and _SAID_OF.match(text, end)) or (_DONE_THERE.match(text, end) and not _SPEAKS_OF.match(text, end))):
        return True
    if _SPEAKS_OF.match(text, end):
        return False
    if _NAMED_KIND.search(name):
        return bool(_USING_BEFORE.search(text, low, start) or _USING_AFTER.match(text, end - 1))
    carried = _CARRY.search(text, low, start)
    if carried and (carried.group()[:2] in ("报进", "报入") or not _NOT_CARRIED.search(text, low, carried.start() + 1)):
        return True
    opened = _LOG_IN.search(text, low, start)
    if opened and opened.group()[0] in _ENTERING and not _NOT_CARRIED.search(text, low, opened.start()):
        return True
    return bool((opened or _DEVICE.search(text, low, start)) and (acts or _SYSTEM_LIKE.search(name)))


# ── Names everybody knows, and names that the word for the kind follows ──────

_DRAWN = late(r"[里中]?(?:统一|直接)?(?:提取|调取|抽取|抓取|取数|拉取|比对出)")
_KNOWN = Words(
    r"电子税务局|税务APP|自然人电子税务局|(?:全国)?征兵网|12306|国家政务服务平台|粤政易|浙政钉|渝快政|皖政通|赣政通|湘政通|川政通|豫政通|闽政通|浙里办|粤省事|皖事通|随申办|政务钉钉|政务微信|钉钉|钉盘|企业微信|学习强国|问卷星|腾讯文档|金山文档|石墨文档"
    r"|腾讯(?:在线文档|表格|表单|问卷)|金山表单|WPS(?:云)?(?:文档|表单|表格)|金数据|飞书|百度网盘|阿里云盘|(?<=[传发到上])(?:抖音|快手|视频号)|(?<![A-Za-z])OA(?![A-Za-z])"
)
_PLAIN_KIND = late(r"系统|平台|小程序|(?<![a-z])A(?:PP|pp)|客户端|公众号")
_KEEPS_KIND = ("系统", "平台", "客户端")
_BASE = late(r"[㐀-鿿A-Za-z0-9＋+·]{1,24}$")
_BASE_EDGE = late(
    r".*(?:搜索|搜|[县市省镇区乡][㐀-鿿]{0,6}局的?|除了|除开|除去|除|不光|不仅|登录|登陆|登入|进入|打开|下载|注册|(?<!登)录入|录到|录进|接入|对接|填到|填进|填入|填报到|上传到|上传至|上传|传到|传至|传|通过|依托|利用|使用|对照|参照|同步到|同步至|同步在|同步|更新到|提交到|提交至|发布在|发到|报到|报至|报送至|报送到"
    r"|走|填报|报送|上报|提交|更新|从|在|到|至|于|(?<![信费作应农公通专军民商日家医药])用|进|将|把|的|和|与|及|或|是|扫|请|先|再|并|各村|各镇|各乡镇|各单位|那个|这个|就是|听一下|名?叫|以(?!及)|向|另外|此外|同时|还有|目前|大家|[我你他咱]们|自己|前|完成|个|里头去|以及|[日号月]|\d(?!\d{2,4}[㐀-鿿])(?<!\d{2}))"
)
_TAKES_IT = late(r"(?:在|登[录陆入]|进入|打开|通过|录入|[传录填报导送]到|[传报送导]至|用|从|依托|利用|使用|下载)[传从在用进并请将与把和是]$")
"""A word that takes the system as its object, and a character that could have been such a word but begins the name (在传染病直报系统)."""
_ACT_ON_KIND = late(r"(?:(?<![名目记收登])录|填|(?<![上宣流])传)$|[新旧老]$")
"""The verb whose object the bare kind is (把走访信息录系统)."""
_BASE_TRIM = late(r"(?:那个|这个|里头|里面|的|微信|手机|支付宝|政务)+$")
_GENERIC = frozenset(
    "本 该 此 原 新 老 旧 两个 多个 各 县 镇 国家 省 市 区 微信 手机 支付宝 填 报 进 录 上 关 开 关闭 打开 卫生 教育 政法 农业 公安 税务 民政 应急 金融 全 消防 监控 制动 供水 排水 应急指挥 政务 企业 项目 网上 线上 线 信息 信息化 同一 上述 以上 省级 市级 县级 区级 镇级 部级 国家级 上级 全国 全省 全市 全县 各类 各级 新媒体 各类新媒体 融媒体 第三方 相关 有关 电脑 操作 服务"
    " 灌溉 雨水 水利 卫健 财政 交通 生态 循环 神经 免疫 免疫系 后台 工作 云 业务 投票 报名 签到 预约 接龙".split()
)
_CLOCK = late(r"\d{1,2}[点时日号我]")
"""12点系统上锁: the hour is no part of the name."""
_USING_BEFORE = late(
    r"(?:搜索|搜|(?:平台|系统|方式|途径|渠道|入口)[:：]|在|到|至|进|入|用|于|上|通过|登录|登陆|进入|打开|下载|注册|依托|利用|使用|走|传|填|录|报|扫|更新|提交|从|以|同步|发|那个|就是|via|through|on|in|into|to|using|the)(?:[㐀-鿿]{0,4}[局县市省镇里厅]的|的)?\s?[“\"「『【《‘（(]?$"
)
_USING_AFTER = late(
    r"[”\"」』】》’）)]?\s?(?:[上里内中]|填|报|录|传|提交|上报|上传|更新|打卡|答题|注册|办理|拍|登记|认证|完成|核|申报|签到|刷脸|进行|发|缴|下载|补|预约|接单|处理|公示|标注|勾|导|采集|审|举证|反馈|操作|自行|线上|任务|七一|专题|家长端|(?:每人|人人|全员|各户|家家)[^，。；;\n]{0,6}(?:注册|下载|安装|激活|打卡|登录|认证|签到)|(?:数据|信息|任务|台账|工单)[^，。；;\n]{0,8}(?:补录|录完|填完|清零|补齐|更新|录入)|完成率|注册率|激活|签收)"
)


def _known(text: str) -> list[Span]:
    found: list[Span] = []
    for match in _KNOWN.finditer(text):
        if _REFUSED.search(text, max(0, match.start() - 12), match.start()) or _WATCHED.match(text, match.end()):
            continue
        quoted = match.start() > 0 and text[match.start() - 1] in "“\"「『"
        if _of_others(text, match.start() - quoted, match.end()):
            continue
        if text.startswith("群", match.end()) or text.startswith("工作群", match.end()):
            continue
        found.append(match.span())
    return found


def _plain(text: str) -> list[Span]:
    """Unquoted names: the run of characters before 系统/平台/小程序 up to the verb that uses it."""
    found: list[Span] = []
    for match in _PLAIN_KIND.finditer(text):
        run = _BASE.search(text, max(0, match.start() - 24), match.start())
        if not run or _WATCHED.match(text, match.end()):
            continue
        start, end = run.start(), match.start()
        if trim := _BASE_TRIM.search(text, start, end):
            if text[end - 1] == "的" and match.group() in _KEEPS_KIND:
                continue
            end = trim.start()
        edge = _BASE_EDGE.match(text, start, end)
        cut = edge.end() if edge else start
        if edge and _TAKES_IT.search(text, max(0, cut - 4), cut):
            cut -= 1
        name = text[cut:end]
        if len(name) < 2 or name in _GENERIC or _CLOCK.match(name) or len(name) > 20 or _ACT_ON_KIND.search(name):
            continue
        if _REFUSED.search(text, max(0, cut - 12), cut) or _of_others(text, cut, match.end()) or _DRAWN.match(text, match.end()):
            continue
        if not (_USING_BEFORE.search(text, max(0, cut - 12), cut) or _USING_AFTER.match(text, match.end())):
            continue
        if _COMPARED.search(text, max(0, cut - 3), cut) and not _USING_AFTER.match(text, match.end()):
            continue
        found.append((cut, match.end() if match.group() in _KEEPS_KIND else end))
    return found


# ── Names without quotation marks that sound like one ────────────────────────

_SOUNDING = Sparse(
    r"(?:(?<=[上进用登走到在过])|(?<=登[录陆入])|(?<=打开))(?P<name>(?:[㐀-鿿]{1,5}(?:通(?![报知过])|宝|云|码|在线|助手|管家|一张图)|(?:智慧|数字(?![报填发交录写])|掌上|云上)[㐀-鿿]{2}|[a-zA-Z][㐀-鿿]{2,4}?))"
    r"(?=(?:里|上|内|中)?(?:面|头)?(?:统一|自行|按时|直接|及时|先|再|来)?(?:填|录|传|交|签|登记|打卡|报|申领|申报|缴|提交|上[报传]|确认|答题|预约|认证|办))"
)
_SAID_THAT = Sparse(
    r"[那这]个(?P<name>[㐀-鿿]{2,5}?(?<![表格群册簿单栏箱柜桌屋店村组本纸图袋盒盘库车棚房院间])(?<![本夹袋格框]子)(?<!文[档件])(?<!附件))(?=里(?:面|头)[^，。；;\n]{0,6}?(?:填|录|传|登|点|报|提交|签|勾|打卡|扫|申[报领请]|查))"
)
"""Spoken of without quotation marks (就在那个牧运通里头点)."""
_APP_FOR = Sparse(r"(?<=用)(?P<name>[㐀-鿿]{2,4}(?:通|网|宝|云|码))(?=那个(?:软件|系统|小程序)|[帮给替][㐀-鿿]{1,3}(?:刷|填|认|报|办))")
"""用民政通帮他刷脸, 用老来网那个软件刷."""
_LOGGED_IN = Sparse(r"(?:登[录陆入]|打开)(?P<name>[㐀-鿿]{2,10}网)(?![格络上址])(?=[㐀-鿿]{0,4}(?:填|录|传|交|报|办|缴|查|补|核|预约|登记|申|打印|确认|答|学)|[，。；])")
_LATIN = Sparse(
    r"(?:(?:upload|submit|上传|提交|填报?|录入?|[传导])\s?[到至进入]?|登[录陆]?|从|在|用)\s?(?P<name>[A-Z][A-Za-z]{2,15})(?=\s?(?:里|上|中)面?(?:统一|自己|直接)?\s?(?:填|传|交|提交|报(?!名表)|录|登记|打卡|submit|upload|走流程|审批)|\s?[Aa]pp\b)"
    r"|(?:upload|submit|上传|提交|填报?|录入?|传)\s?[到至进入]\s?(?P<into>[A-Z][A-Za-z]{3,15})(?=\s?(?:[，。；,;]|里|上|系统|$))"
)
"""A Latin name in a Chinese sentence (从Concur里submit, upload 到 SharePoint)."""
_NO_LATIN = frozenset("Excel Word PDF PPT WPS ZIP Email Mail WeChat Sheet Teams Group Folder".split())
_CARRIED = Sparse(r"(?:(?<=传)|(?<=传到)|(?<=传进))(?P<name>(?![到进至给])[㐀-鿿]{2,4}(?:通|云|管家))(?=$|[^㐀-鿿])")
_WISE = Sparse(r"(?P<name>(?:智慧|掌上|云上|数字(?![报填发交录写])|i|e)[㐀-鿿]{2,3})(?=里(?:面|头)?|后台)")
_COMMON = late(r"(?:[交沟普流畅疏卡贯联直]通|开通|二维码|验证码|号码|[白乌]云|编码|扫码|条码|起码|元宝|珠宝|数码)$|[的了和与是把将请在用]|^(?:网上|微信|手机|表)")


def _unquoted(text: str) -> list[Span]:
    """Names that sound like one (学习通, i志愿, 智慧团建) where something is filled in or handed in there."""
    found: list[Span] = []
    taken: set[int] = set()
    for match in _LATIN.finditer(text):
        name = match.lastgroup or "name"
        if match.group(name) not in _NO_LATIN and not _REFUSED.search(text, max(0, match.start() - 12), match.start()):
            found.append(match.span(name))
            taken.update(range(*match.span(name)))
    for pattern in (_SAID_THAT, _APP_FOR, _SOUNDING, _LOGGED_IN, _CARRIED, _WISE):
        for match in pattern.finditer(text):
            if not _COMMON.search(match.group("name")) and taken.isdisjoint(range(*match.span("name"))) and not _REFUSED.search(text, max(0, match.start() - 12), match.start()):
                found.append(match.span("name"))
                taken.update(range(*match.span("name")))
    return found

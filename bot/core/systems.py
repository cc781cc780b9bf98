"""Named systems, platforms, apps and mini programs a notice wants used, as written."""

from __future__ import annotations

import re

from bot.core.names import Span
from bot.core.wording import late

_KIND = (
    r"(?:微信|支付宝|手机|政务|移动|网上|线上|信息)?(?:小程序|公众号|服务号|平台|系统|APP|App|app|客户端|软件|网站|网上大厅|网厅|云盘)"
)
_QUOTED = late(r"[“\"「『【《‘]([^“”\"「」『』【】《》‘’\n。；，,]{2,30})[”\"」』】》’]\s?")
_ENGLISH_INTO = late(r"\b(?:[Uu]pload|[Ss]ubmit|[Ee]nter|[Ll]og|[Rr]ecord)\b[^.\n]{0,30}\b(?:to|in|into|on|via)\s?$")
_NAMED_KIND = late(r"(?:系统|平台|小程序|APP)$", re.I)
_KIND_AT = late(rf"{_KIND}|(?:platform|system|app|portal|mini[- ]?program|website)\b")
_USED_QUOTE_BEFORE = late(r"(?:用|通过|登录|登陆|进入|打开|下载|注册|扫|via|through|using|on|in)(?:the )?\s?$")
_ENTERED_QUOTE = late(r"(?:登录|登陆|进入|打开|下载|注册|关注|(?<!宣)(?<!流)(?<!失)传(?:到|至|进|入)?|录入|录到|录进|填入|填到|上报到|同步到|同步至|推送至|导入)\s?$")
_INSIDE_QUOTE = late(r"(?:里|上|内|中)?(?:面|头)?(?:统一|自行|按时|直接|及时|先|逐[人户条])?(?:发布|更新|核对|维护|采集|标注|完成|答|上报|上传|提交|填报|填写|录入|登记|打卡|签到|申报|办理|认证|预约|报名|下单|报送|审核|注册)|(?:里|上|内|中)(?:面|头)?(?:[㐀-鿿]{0,2}(?:录|填|报|传|补|交|核|点|答|登记|打卡|上传|提交|更新))")
_SYSTEM_LIKE = late(r"(?:通|云|码|在线|宝|一张图|钉|直通车|管家|助手|掌上[㐀-鿿]{2,4})$")
_USED_QUOTE_AFTER = late(r"(?:上|里|中|内)?(?:交|报|填|拍|传|录|提交|上报|上传|打卡|办理|认证|缴|登记|签到|答题)")
_KNOWN = late(
    r"电子税务局|税务APP|自然人电子税务局|(?:全国)?征兵网|12306|国家政务服务平台|粤政易|浙政钉|渝快政|皖政通|赣政通|湘政通|川政通|豫政通|闽政通|浙里办|粤省事|皖事通|随申办|政务钉钉|政务微信|钉钉|钉盘|企业微信|学习强国|问卷星|腾讯文档|金山文档|石墨文档"
    r"|金数据|飞书|共享文档|百度网盘|阿里云盘|(?<![A-Za-z])OA(?![A-Za-z])"
)
_PLAIN_KIND = late(r"系统|平台|小程序|APP|App|客户端|公众号")
_KEEPS_KIND = ("系统", "平台", "客户端")
_BASE = late(r"[㐀-鿿A-Za-z0-9＋+·]{1,24}$")
_BASE_EDGE = late(
    r".*(?:登录|登陆|进入|打开|下载|注册|录入|录到|录进|填到|填进|填入|填报到|上传到|上传至|上传|传到|传至|传|通过|依托|利用|使用|同步到|同步至|同步在|同步|更新到|提交到|提交至|发布在|发到|报到|报至|报送至|报送到"
    r"|走|填报|报送|上报|提交|更新|从|在|到|至|于|用|进|将|把|的|和|与|及|或|是|扫|请|先|再|并|各村|各镇|各乡镇|各单位|那个|这个|就是|听一下|大家|我们|里头去|以及|[\d日号月])"
)
_BASE_TRIM = late(r"(?:那个|这个|里头|里面|的|微信|手机|支付宝|政务)+$")
_GENERIC = frozenset(
    "本 该 此 原 新 老 旧 两个 多个 各 县 镇 国家 省 市 区 微信 手机 支付宝 填 报 进 录 上 关 开 关闭 打开 卫生 教育 政法 农业 公安 税务 民政 应急 金融 全 消防 监控 制动 供水 排水 应急指挥 政务 网上 线上 线 信息 信息化 同一 上述 以上 相关 有关 电脑 操作 服务"
    " 灌溉 雨水 水利 卫健 财政 交通 生态 循环 神经 免疫 免疫系 后台 工作 云".split()
)
_USING_BEFORE = late(
    r"(?:在|到|至|进|入|用|于|上|通过|登录|登陆|进入|打开|下载|注册|依托|利用|使用|走|传|填|录|报|扫|更新|提交|从|以|同步|发|那个|就是|via|through|on|in|into|to|using|the)[的]?\s?[“\"「『【《‘（(]?$"
)
_USING_AFTER = late(
    r"[”\"」』】》’）)]?\s?(?:[上里内中]|填|报|录|传|提交|上报|上传|更新|打卡|答题|注册|办理|拍|登记|认证|完成|核|申报|签到|刷脸|进行|发|缴|下载|补|预约|接单|处理|公示|标注|勾|导|采集|审|举证|反馈|操作|自行|线上|任务|七一|专题|家长端|完成率|注册率|激活)"
)
_REFUSED = late(r"(?:不要|不用|无需|无须|(?<![类级特区性分个差识判鉴告职])别(?!忘)|勿|不必|不再|停用|不能|暂不|不得)[^。；;，,\n\s]{0,6}$")
_COMPARED = late(r"(?:须|要|应|必须)?(?:与|和|同|跟|按|以)\s?[“\"「『【《‘]?$")
_CAMEL = late(r"\b(?:in|into|on|to|via|through|using) (?:the )?([A-Z][a-z]+[A-Z][A-Za-z]{1,12})\b(?! (?:office|station|team))")
_ENGLISH = late(r"\b(?:[Oo]n|[Vv]ia|[Tt]hrough|[Ii]n|[Ii]nto|[Tt]o|[Uu]sing) (?:the )?[“\"']?([A-Z][A-Za-z0-9]+(?: [A-Z][A-Za-z0-9]+){0,4})[”\"']? (?:platform|system|app|portal|mini[- ]?program|website)\b")


def find_systems(text: str) -> list[Span]:
    """Spans of system names in order; the kind word after a quoted name or before 小程序/APP is left out."""
    found = _quoted(text)
    found += [s for s in _known(text) if not _overlaps(s, found)]
    found += [s for s in _plain(text) if not _overlaps(s, found)]
    found += [m.span(1) for m in _CAMEL.finditer(text) if not _overlaps(m.span(1), found)]
    found += [m.span(1) for m in _ENGLISH.finditer(text) if not _overlaps(m.span(1), found)]
    return sorted(found)


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _quoted(text: str) -> list[Span]:
    found: list[Span] = []
    for match in _QUOTED.finditer(text):
        kind = _KIND_AT.match(text, match.end())
        before = max(0, match.start() - 8)
        if _REFUSED.search(text, max(0, match.start() - 12), match.start()):
            continue
        if kind:
            end = kind.end()
            if _COMPARED.search(text, before, match.start()) and not _USING_AFTER.match(text, end):
                continue
            known = _KNOWN.search(text, max(0, match.start() - 5), match.start())
            if known and known.end() >= match.start() - 1:
                continue
            found.append(match.span(1))
        elif _is_entered(text, match):
            found.append(match.span(1))
    return found


def _is_entered(text: str, quote: re.Match[str]) -> bool:
    """Whether a quoted name without a kind word is logged into, filled in or uploaded to."""
    start, end, before = quote.start(), quote.end(), max(0, quote.start() - 8)
    if _ENTERED_QUOTE.search(text, before, start) or _ENGLISH_INTO.search(text, max(0, start - 40), start):
        return True
    if text[start - 1 : start] in ("在", "到", "用", "从") and _INSIDE_QUOTE.match(text, end):
        return True
    if _NAMED_KIND.search(quote.group(1)):
        return bool(_USING_BEFORE.search(text, before, start) or _USING_AFTER.match(text, end - 1))
    if _SYSTEM_LIKE.search(quote.group(1)) and _USED_QUOTE_BEFORE.search(text, before, start):
        return True
    return bool(_USED_QUOTE_BEFORE.search(text, before, start) and _USED_QUOTE_AFTER.match(text, end))


def _known(text: str) -> list[Span]:
    found: list[Span] = []
    for match in _KNOWN.finditer(text):
        if _REFUSED.search(text, max(0, match.start() - 12), match.start()):
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
        if not run:
            continue
        start, end = run.start(), match.start()
        if trim := _BASE_TRIM.search(text, start, end):
            end = trim.start()
        edge = _BASE_EDGE.match(text, start, end)
        cut = edge.end() if edge else start
        name = text[cut:end]
        if len(name) < 2 or name in _GENERIC or len(name) > 20:
            continue
        if _REFUSED.search(text, max(0, cut - 12), cut):
            continue
        if not (_USING_BEFORE.search(text, max(0, cut - 6), cut) or _USING_AFTER.match(text, match.end())):
            continue
        if _COMPARED.search(text, max(0, cut - 3), cut) and not _USING_AFTER.match(text, match.end()):
            continue
        found.append((cut, match.end() if match.group() in _KEEPS_KIND else end))
    return found

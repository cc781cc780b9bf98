"""Whether what is named is there or done already: told, shown, studied or followed, and not asked for."""

from __future__ import annotations

import re

from bot.core.wording import late

_CLAUSE_EDGE = late(r"[，,。！!？?；;：:\n]")
_SPEAKER_DID = late(
    r"(?:我(?:们|办|局|站|所|中心)?|[省市县镇]里|县局)(?:这边)?(?:已经?|刚刚?才?|昨[天晚]|前几天)[^，。；;\n的发传群转请]{0,6}$"
)
"""我已电话报告县局: what the speaker himself did."""
_IN_THE_MEETING = late(r"会上还?将[^，。；;\n]{0,8}$")
_NOT_NOW = late(r"[^，。；;：:\n交报发传送请]{0,3}(?:(?:后续|回头|以后|下次|日后)再?|另行?)(?:通知|发|说|定|报)(?=[，,。；;！!\s]|$)")
_LAST_TIME = late(r"(?:上周|上次|上个?月|上一?[批轮]|昨[天日]|前天|前期|去年)[^，。；;\n的请要须没未不缺漏]{0,6}$")
_THOSE_WHO = late(r"[^，。；;\n请要须]{0,6}的(?!话)")
_IS_DONE = late(
    r"[^，。；;：:\n的请要须]{0,4}(?:已经?|均已|都已)(?:全部|基本|按期|圆满)*(?:完成|结束|到位|收齐|做[完好]|完毕|[签盖贴办弄搞改][完好])了?(?=[，,。；;！!\s]|$)"
)
_WAS_DONE = late(r"已经?(?:全部|统一|都)?$")
_NOW_PAST = late(r"[^，。；;：:\n的请要须]{0,6}(?=[，,。；;！!\s]|$)")
_TO_BE_SURE = late(r"是否|确[认保]|请|须|务必|一定|如[果]?|若|凡|[的后]|待|等")


def done_before(text: str, start: int, end: int) -> bool:
    """Whether the words tell of what is done: 6月份整改已完成, 上周入户的请报表, 承诺书县里已签好."""
    low = max(0, start - 20)
    if _SPEAKER_DID.search(text, low, start) or (text[start] not in "没缺漏" and _LAST_TIME.search(text, low, start) and _THOSE_WHO.match(text, end)):
        return True
    if _IN_THE_MEETING.search(text, low, start) or _NOT_NOW.match(text, end):
        return True
    if not (_IS_DONE.match(text, end) or (_WAS_DONE.search(text, low, start) and _NOW_PAST.match(text, end))):
        return False
    return not _TO_BE_SURE.search(_CLAUSE_EDGE.split(text[low:start])[-1])


_HANDS_OVER = late(r"[^，。；;\n截拍并]{0,16}(?:(?<![申通海])报|交(?!流)|发(?:我|给|到(?!各|每)|至|群)|(?<!宣)传(?!达|阅)|给我)")
_WATCHED = late(r"(?:观看|收看|播放|播出|放映|转发|参照|参考|查看)(?:[^，。；;\n截拍录报交传发的]|(?<=宣)传){0,10}$")
LIES_THERE = late(r"[^，。；;\n请]{0,4}(?:见(?:附件|附后|群文件|群里|群公告|下[方图]|链接)|(?:我?已|已经)(?:经)?发(?:至|到|在)?(?:群|各|大家))")
"""照片见附件, 电子版我已发群: the reader has it already."""
_STUDIED = late(
    r"(?:学习|传达|贯彻|收听|对照(?!检查)|参照|按照?(?!时|期|要求|规定)|根据|依据|遵照)[^，。；;\n截拍录报交传发送写拿出定制拟编做草理备提供补带打印收]{0,8}$"
)
_SOUGHT = late(r"(?:(?<![申通])报|交|送|写|提供|形成|撰|发我|汇总|整理)[^，。；;\n]{0,12}$")
_READ_PAPERS = late(r"报告|纪要|材料|案例|[方预]案|讲话|文章|简报")


def studied(text: str, start: int, end: int) -> bool:
    """Whether a paper is there to be studied or followed: 学习会议报告, 按照预案, 方案见附件."""
    if not _READ_PAPERS.match(text, start) or _HANDS_OVER.match(text, end):
        return False
    if LIES_THERE.match(text, end) or re.match(r"[^，。；;\n请]{0,2}已(?:经)?(?:下发|印发|发下)", text[end : end + 10]):
        return True
    led = _STUDIED.search(text, max(0, start - 16), start)
    return bool(led and not _SOUGHT.search(text, max(0, led.start() - 14), led.start()))


def only_looked_at(text: str, start: int, end: int) -> bool:
    """Whether a picture or film is there to be watched, shown or passed on: 播放反诈视频, 照片见附件."""
    if re.match(r"截|拍|录", text[start:end]) or _HANDS_OVER.match(text, end):
        return False
    return bool(_WATCHED.search(text, max(0, start - 20), start) or LIES_THERE.match(text, end))

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


_HAS_IT = late(
    r"[^，。；;：:\n请要须把将]{0,6}?(?:"
    r"(?:我|[县市镇]里)[^，。；;：:\n请要须给]{0,6}(?:[发传贴挂]过了?|自己[写催弄做]|来?写|催|起草)(?!好)"
    r"|已[经]?(?:给到|发到|交办|反馈给|移交)[^，。；;\n]{0,8}"
    r"|(?:之前|先前|上次|前面|原先|早先|早就)[报交发传]过的?(?:还|仍然?|继续|照样)[^，。；;\n]{0,4}"
    r"|[^，。；;：:\n请要须报交发传送]{0,8}(?:才|再)(?:出来?|公布|下来|下发|张贴)"
    r"|会后(?:再|统一)?(?:上传|发(?:群|给))[^，。；;\n]{0,4}"
    r"|(?:是|有)多少(?:等|待|由)[^，。；;\n]{1,10}公布"
    r"|[^，。；;：:\n请要须报交发传送]{0,8}(?:才会|统一|另行)(?:张贴|公布|公示)"
    r")(?=[，,。；;！!）)\s]|$)"
)
"""名单我昨晚发过了, 清单已给到科主任, 教案我自己催, 抽检报告9月30日才出: who has the thing or makes it is told with it."""


def has_it(text: str, end: int) -> bool:
    """Whether the words behind a paper or a list tell who has it, or who makes it: not the reader."""
    return _HAS_IT.match(text, end) is not None


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
_LIES_THERE = late(r"[^，。；;\n请]{0,4}(?:见(?:附件|附后|群文件|群里|群公告|下[方图]|链接)|(?:我?已|已经)(?:经)?发(?:至|到|在)?(?:群|各|大家))")
"""照片见附件, 电子版我已发群: the reader has it already."""
_PUT_THERE = late(
    r"[^，。；;：:\n请要须把将报交]{0,6}?(?:"
    r"(?<![发传贴挂存交报送])(?<!(?<!回)放)在(?:群|附件|下[面方]|上面|后面|网盘|云盘|邮箱|相册|链接)[^，。；;\n报交发传送]{0,6}"
    r"|(?:已经?|都|均)(?:经)?[发放传贴挂存送寄印](?:在|到|至|进|给|往|入)?[^，。；;\n请要须报交]{0,10}了?"
    r"|[发放传贴挂存](?:在|到|至|进|给)?[^，。；;\n请要须报交]{0,8}了"
    r"|(?:放|存|挂|贴)在[^，。；;\n请要须报交]{1,10}[，,]?(?:可|自[行己]?|欢迎|有需要的?)?(?:随时)?(?:来|去)?(?:自)?(?:取|领|拿)(?:用|阅)?"
    r"|(?:可|请|自行)?(?:到|去|来|找|向)[^，。；;\n交报]{1,8}(?:领|取|要|拿)(?:取|用|回)?"
    r"|[^，。；;\n]{0,6}供[^，。；;\n]{0,4}参[考阅]|[^，。；;\n请要须报交]{0,10}[，,](?:仅|只)?供[^，。；;\n]{0,4}参[考阅]"
    r")(?=[，,。；;！!）)\s]|$)"
)
"""模板电子版在群文件, 纸质表格到民政办领, 去年的照片发群里了: what the reader finds or fetches."""
_PAPERS_OF_OURS = late(r"(?:文件|通知|函件|通报|公文)(?:的?)$")
_FOLLOWS = late(r"(?:文件|通知|通报|函件)?[^，。；;\n请要须报交]{0,2}(?:随后|稍后|之后|另行?|后续|明天|过几天)(?:统一)?(?:送|发|寄|传|下发|分发|配发)")
_BRACKET_OR_EDGE = late(r"[，,。！!？?；;：:\n（(\s]")
_STILL_TO_DO = late(r"[完好毕后]|把|将|凡|谁|如果|没|未|请|须|要(?!求)")
_SHOWN = late(r"(?:^|[，,。；;！!\n\s（(])(?:附[图件]|[上下左右]图|图[一二三四\d]|以[上下]|这|此)[一二三四\d]?(?:是|为|系)[^，。；;：:\n请要须交需]{0,14}(?<!(?<!通)报)$")
_LAST_TIMES = (
    r"(?:上上?周|上次|上回|上个?月|上[半一]?年|上一?[批轮期]|昨[天日晚]|前天|前期|前段时间|前几天|去年|往年|此前|之前|历次)"
)
_THEN = late(rf"(?:^|[，,。；;！!\n\s（(]){_LAST_TIMES}[^，。；;：:\n请要须没未不缺漏补这本按照再]{{0,16}}$")
_IT_WAS = late(
    r"(?:过[一-鿿]{0,2}了?|[^，。；;：:\n请要须补再]{0,6}已经?(?:全部|都|经)*(?:收[到齐]|归档|退回|上报|入库|存档|到位|完成)[^，。；;：:\n]{0,2}|(?:取证|归档|存档|到位|[^，。；;：:\n请要须补再报交发]{0,6}了))(?=[，,。；;！!）)\s]|$)"
)
_WAS_GIVEN = late(r"(?:交|报|发|传|拍|送)[^，。；;\n]{0,6}的$")
_SAID_OF_IT = late(r"[^，。；;：:\n请要须补再重报交发传按照]{2,16}(?=[，,。；;！!）)\s]|$)(?![^。；;\n]{0,12}(?:重|补|再|请|继续|也))")
_BY_ITSELF = late(r"(?:已经?[^，。；;：:\n请要须]{0,3}(?:抓拍|拍[到下摄]|录[到下]|拍了)[^，。；;：:\n请要须报交]{0,14}|已经?于[^，。；;：:\n请要须的]{1,8}|正在[^，。；;：:\n请要须的]{0,8})$")


def long_past(text: str, start: int, end: int) -> bool:
    """Whether the words tell of an earlier time: 上周交的照片县里很满意, 合同已于上月签字, 监控已抓拍到照片."""
    low = max(0, start - 24)
    if not text.startswith("的", end) and _BY_ITSELF.search(text, low, start):
        return True
    then = _THEN.search(text, low, start)
    if not then:
        return False
    return bool(_IT_WAS.match(text, end) or (_WAS_GIVEN.search(text, then.start(), start) and _SAID_OF_IT.match(text, end)))


def shown(text: str, start: int, end: int) -> bool:
    """Whether the notice says what is seen beside it: 附图是现场照片, 附件为盖章文件扫描件."""
    return bool(_SHOWN.search(text, max(0, start - 24), start) or (text.startswith("附图", start) and text[end : end + 1] in ("是", "为", "系")))


def lies_there(text: str, start: int, end: int) -> bool:
    """Whether the reader has a copy, a picture or a film already or fetches it himself."""
    if _LIES_THERE.match(text, end):
        return not _HANDS_OVER.match(text, end) or not re.match(r"拍|录", text[start:end])
    clause = _BRACKET_OR_EDGE.split(text[max(0, start - 24) : start])[-1]
    if _STILL_TO_DO.search(clause):
        return False
    return bool(_PUT_THERE.match(text, end) or (_FOLLOWS.match(text, end) and (_PAPERS_OF_OURS.search(clause) or re.match(r"(?:文件|通知|通报|函)", text[end : end + 2]))))


_STUDIED = late(
    r"(?:学习|传达|贯彻|收听|对照(?!检查)|参照|按照?(?!时|期|要求|规定)|根据|依据|遵照)[^，。；;\n截拍录报交传发送写拿出定制拟编做草理备提供补带打印收]{0,8}$"
)
_SOUGHT = late(r"(?:(?<![申通])报|交|送|写|提供|形成|撰|发我|汇总|整理)[^，。；;\n]{0,12}$")
_READ_PAPERS = late(r"报告|纪要|材料|案例|[方预]案|讲话|文章|简报")


def studied(text: str, start: int, end: int) -> bool:
    """Whether a paper is there to be studied or followed: 学习会议报告, 按照预案, 方案见附件."""
    if not _READ_PAPERS.match(text, start) or _HANDS_OVER.match(text, end):
        return False
    if _LIES_THERE.match(text, end) or re.match(r"[^，。；;\n请]{0,2}已(?:经)?(?:下发|印发|发下)", text[end : end + 10]):
        return True
    led = _STUDIED.search(text, max(0, start - 16), start)
    return bool(led and not _SOUGHT.search(text, max(0, led.start() - 14), led.start()))


def only_looked_at(text: str, start: int, end: int) -> bool:
    """Whether a picture or film is there to be watched, shown or passed on: 播放反诈视频, 照片见附件."""
    if re.match(r"截|拍|录", text[start:end]) or _HANDS_OVER.match(text, end):
        return False
    return bool(_WATCHED.search(text, max(0, start - 20), start) or _LIES_THERE.match(text, end))

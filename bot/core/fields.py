"""The field of a notice that a date fills, by the word its label ends in: 报名时间, 截止日期, 比赛时间、地点, 公示期限."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from bot.core.mentions import Mention
from bot.core.wording import late


class Field(StrEnum):
    """Whose time a label names: what the reader does, by when, what he comes to, what others do, or only 时间."""

    DUE = "due"
    LIMIT = "limit"
    HELD = "held"
    THEIRS = "theirs"
    PLAIN = "plain"
    OTHER = "other"


_LABEL = late(
    r"(?P<what>[一-鿿A-Za-z]{0,14}?)(?:的?(?P<noun>时间段?|日期|期限|时限|时段|(?<=[一-鿿])截止(?=[\s\]】*]*[:：])|(?<=公示)期(?=[\s\]】*]*[:：])|(?<=报名)期|(?<=征集)期))(?:\s?[、和及与/]?\s?(?:地点|方式|地址|场所|安排|要求)){0,2}"
    r"[\s:：】\]*_]*(?:暂|初步|统一|确)?[定]?[为是于在]?[:：“\"]?\s*[从自]?\**\s?$"
)
_VERB_LABEL = late(r"(?:^|[\s，,。；;、.．)）】\]])(?P<what>[一-鿿]{2,12})(?P<noun>)[:：]\s*$")
"""第一轮选课：3月4日—6日: the verb alone is the label."""
_READERS = late(
    r"(?:报名|网报|申报|申请|申领|申购|[报寄投递]送|[上呈填补]报|填[写表]|[提上补递移]交|缴费|缴纳|交费|缴款|付款|交表|领取|[认申预]领|预[约订]|登记|[办补]理|[补续换]办|换证|受理|征[集稿订]|[投收截]稿|收[件取集]"
    r"|年[检审报]|上传|[补]?录入?|采集|认证|确认|反馈|回复|推荐|选课|投票|归还|还书|参保|续保|注册|订购|订餐|答题|整改|自查|排查|核[对实]|评教|选[岗房座]|回执|接龙|兑换|退[费款]|复核申请|[提申]报审核?|填|交|缴|投|领"
    r"|(?:打印|下载|领取|填[写报]|[提递]交|上[传交]|缴纳|[办补]理|预约|申[请领]|确认|核对)[一-鿿]{2,6})$"
)
"""Words for what the one who reads does, right before 时间."""
_CLOSES = late(r"(?:截止|截至|截稿|最后|最迟|最晚)$")
_AT_ITS_END = late(r"(?:截止|截至|起止|最后|最迟|最晚|开放|开通|关闭|完成|办结|工作|阶段|环节|系统|平台|通道|入口|端口|窗口|网站|材料|信息)+$")
"""What may stand between that word and 时间: 报名系统开放时间."""
_HELD = late(
    r"(?:[一-鿿]会|培训班?|[比竞大初复决预]赛|海选|活动|考试|测试|测验|笔试|面试|答辩|体检|义诊|演练|演习|讲座|开班|召开|举[行办]|集合|集中|报到|上课|开[会赛考课营讲]|授课|参观|观摩|演出|彩排|宣讲|接访|招聘|巡[演展]|签到|训练|[集军轮]训|典礼|仪式)$"
)
_THEIRS = late(
    r"(?:公示|评[审选比]|审[核批查定]|发放|拨付|注销|公布|发布|检查|抽查|督查|停[水电气机诊]|施工|办公|值班|放假|开学|考核|验收|[运试]行|实施|执行|有效|生效|维护|升级|检修|统计|开放|服务|营业|闭馆|供[水电暖]|咨询|接听|录取|揭晓|开奖|[发制]证|结算|印发|发文|出生|入党|入职|任职|成立|登记成立)$"
)
_COMES_FIRST = late(r"(?:报到|签到|集[合中]|活动)$")
_UPPER = late(r"^(?:[省市县州](?![民内域])|上级|上面|[厅部局]里|原)")
_VALUE_ENDS = late(r"\s*(?:[*（(，,。；;、\n”\"!！]|$|[前止]|截止|截至|[期时]间|\d)")


_COMES_BACK = late(r"[，,；;\s（(]{0,3}(?:每[天日周月旬]|逐日|每个?工作日)(?![^，。；]{0,10}(?:\d[:点时]|半)\d{0,2}分?\s?[-—–~～至到])")
"""报送：6月1日—9月30日，每日8时报水情: the days between which a duty comes back; 每天9点至11点 are only its hours."""


def label_of(m: Mention) -> re.Match[str] | None:
    """The label right before a date, or that of the heading above it."""
    return _label(*_where_labels_stand(m))


def _where_labels_stand(m: Mention) -> tuple[str, str, bool]:
    """The words before a date, the heading where it opens its line, and whether it spans days: all that a label depends on."""
    left = m.left
    return left[-_LONGEST_LABEL:], m.heading if not left.strip() else "", m.is_range


_LONGEST_LABEL, _LONGEST_VERB = 30, 16


@lru_cache(maxsize=64)
def _label(left: str, heading: str, is_range: bool) -> re.Match[str] | None:
    """Asked for each date from many sides, hence remembered."""
    found = _LABEL.search(left) or (_LABEL.search(heading) if heading else None)
    if found is None and is_range:
        verb = _VERB_LABEL.search(left[-_LONGEST_VERB:])
        found = verb if verb and _READERS.search(verb["what"]) else None
    return found


def stands_in_event_field(m: Mention) -> bool:
    """Whether the whole value of a field such as 比赛时间 or 培训时间、地点 is this date; 报到 and the like come before."""
    found = label_of(m)
    held = found is not None and field_of(m) is Field.HELD and not _COMES_FIRST.search(found["what"])
    return held and m.has_day and _VALUE_ENDS.match(m.text[m.end : m.end + 2]) is not None


def stands_in_their_field(m: Mention) -> bool:
    """Whether the whole value of a field that says when others act (公示时间, 停电时间) is this date."""
    return field_of(m) is Field.THEIRS and m.has_day and _VALUE_ENDS.match(m.text[m.end : m.end + 2]) is not None


def field_of(m: Mention) -> Field | None:
    """Which kind of field this date fills; None where no label stands before it."""
    return _field(*_where_labels_stand(m))


@lru_cache(maxsize=64)
def _field(left: str, heading: str, is_range: bool) -> Field | None:
    found = _label(left, heading, is_range)
    if found is None:
        return None
    what = found["what"]
    bare = _AT_ITS_END.sub("", what)
    if (found["noun"] == "截止" or _CLOSES.search(what)) and not _THEIRS.search(bare):
        return Field.LIMIT
    if not what:
        return Field.PLAIN
    if _THEIRS.search(what) and not _READERS.search(bare):
        return Field.THEIRS
    if _READERS.search(bare) and not _UPPER.search(what):
        return Field.LIMIT if found["noun"] in ("期限", "时限") else Field.DUE
    return Field.HELD if _HELD.search(bare) else Field.OTHER


def fills_readers_field(m: Mention) -> bool:
    """Whether the whole value of a field that says when the reader may or must act is this date.

    报名时间：10月21日—25日, 申报时间 即日起至…, 在线提交截止时间为8月7日17:00.
    """
    field = field_of(m)
    if field not in (Field.DUE, Field.LIMIT) or not _VALUE_ENDS.match(m.text[m.end : m.end + 2]):
        return False
    found = label_of(m)
    if found is None or not m.has_day or _UPPER.search(found["what"]) or _COMES_BACK.match(m.text, m.end):
        return False
    bare = _AT_ITS_END.sub("", found["what"])
    return bool((m.is_range or field is Field.LIMIT) and (not bare or _READERS.search(bare)))

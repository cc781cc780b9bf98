"""The field of a notice that a date fills, by the word its label ends in: 报名时间, 截止日期, 比赛时间、地点, 公示期限."""

from __future__ import annotations

import re
from datetime import timedelta
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
    r"(?P<what>[一-鿿A-Za-z]{0,14}?)(?:的?(?P<noun>时间段?|日期|期限|时限|时段|(?<=[一-鿿])截止(?=[\s\]】*]*[:：])|(?<=[示效放渔])期(?=[\s\]】*_]*(?:[:：]|[为是自从]))|(?<=[统计算核])周期|(?<=报名)期|(?<=征集)期|(?<=填报)期|(?<=申报)期|(?<=受理)期|(?<=投稿)期|(?<=收件)[期日]))(?:\s?[、和及与/]?\s?(?:地点|方式|地址|场所|安排|要求)){0,2}"
    r"[\s:：】\]*_]*(?:暂|初步|统一|确)?[定]?[为是于在]?[:：“\"]?\s*[从自]?\**\s?$"
)
_VERB_LABEL = late(r"(?:^|[\s，,。；;、.．)）】\]])(?P<what>[一-鿿]{2,12})(?P<noun>)[:：]\s*$")
"""第一轮选课：3月4日—6日: the verb alone is the label."""
READERS = late(
    r"(?:报名|网报|申报|申请|申领|申购|[报寄投递]送|[上呈填补]报|填[写表]|[提上补递移]交|缴费|缴纳|交费|缴款|付款|交表|领取|[认申预]领|预[约订]|登记|[办补]理|[补续换]办|换证|受理|征[集稿订]|[投收截]稿|收[件取集]"
    r"|年[检审报]|上传|[补]?录入?|采集|认证|确认|反馈|回复|推荐|选课|投票|归还|还书|参保|续保|注册|订购|订餐|答题|整[改治]|自查|[排摸]查|摸[底排]|查验|走访|宣传|清理|核[对实]|评教|选[岗房座]|回执|接龙|兑换|退[费款]|复核申请|[提申]报审核?|填|交|缴|投|领"
    r"|(?:打印|下载|领取|填[写报]|[提递]交|上[传交]|缴纳|[办补]理|预约|申[请领]|确认|核对)[一-鿿]{2,6})$"
)
"""Words for what the one who reads does, right before 时间."""
_HANDS_IN = late(r"录入|填报|提交|报送|上报|申报|缴费|报名|上传|投稿|登记|认证|选课|评教|交稿|上交|办理|采集")
"""Such a word anywhere in the label of a limit: 教师录入成绩截止时间."""
_CLOSES = late(r"(?:截止|截至|截稿|最后|最迟|最晚)$")
_AT_ITS_END = late(r"(?:截止|截至|起止|最后|最迟|最晚|开放|开通|关闭|完成|办结|工作|阶段|环节|系统|平台|通道|入口|端口|窗口|网站|材料|信息)+$")
"""What may stand between that word and 时间: 报名系统开放时间."""
_HELD = late(
    r"(?:[一-鿿]会|会议|[一-鿿]式|培训班?|[比竞大初复决预]赛|海选|活动|考试|测试|测验|笔试|面试|答辩|体检|义诊|演练|演习|讲座|开班|召开|举[行办]|集合|集中|报到|上课|开[会赛考课营讲]|授课|参观|观摩|演出|彩排|宣讲|接访|招聘|巡[演展]|签到|训练|[集军轮]训|典礼|论坛|研讨|沙龙|路演|比武|党课|献血|放映)$"
)
THEIRS = late(
    r"(?:公示|评[审选比]|审[核批查定]|发放|拨付|注销|(?:公[布告]|发布)(?:结果|名单|成绩|分数)?|检查|抽查|督查|停[水电气机诊暖]|施工|办公|值班|放假|休[假市]|开学|考核|验收|[运试施]行|实施|执行|有效|生效|维护|升级|检修|统计|开放|服务|营业|[开闭]馆|供[水电暖气]"
    r"|咨询|接听|录取|(?:成绩|结果|名单|录取|进度)?查[询分]|[发放出揭张]榜|出(?:结果|成绩|分)|揭晓|开奖|[发制]证|结算|印发|发文|出生|入党|入职|任职|成立|登记成立|[休禁]渔)$"
)
"""Words for what others do or what is only to be known, right before 时间."""
_COMES_FIRST = late(r"(?:报到|签到|集[合中])$")
_MAY_BE_WINDOW = late(r"活动$")
_WRITTEN = late(r"[:：】\]*_“\"\s]$|为$")
"""How a field of a form ends, where talk has 大会时间是."""
_UPPER = late(r"^(?:[省市县州](?![民内域])|上级|上面|[厅部局]里|原)")
_VALUE_ENDS = late(r"\s*(?:[*（(，,。；;、\n”\"!！]|$|[前止]|截止|截至|[期时]间|\d|[两三四五六七八九十]天)")


_COMES_BACK = late(r"[，,；;\s（(]{0,3}(?:每[天日周月旬]|逐日|每个?工作日)(?![^，。；]{0,10}(?:\d[:点时]|半)\d{0,2}分?\s?[-—–~～至到])")
"""报送：6月1日—9月30日，每日8时报水情: the days between which a duty comes back; 每天9点至11点 are only its hours."""


_OF_A_WEEK = late(r"(?:周|星期|礼拜)[一二三四五六日天](?:至|到|[-—–~～]+)(?:周|星期|礼拜)?[一二三四五六日天].*\d")
"""周一至周五9:00—16:30: the hours of a window that is open every week."""


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
        found = verb if verb and READERS.search(verb["what"]) else None
    return found


_WITH_READERS = late(r"(?:检查|抽查|督查|考核|验收|评审|检测|服务|咨询|值班)$")
"""What others do with the one who reads, where a place of its own is named beside it: 考核时间、考核地点."""
_OPEN_TO_READERS = late(r"(?:服务|值班|(?:系统|平台|通道|入口|端口|窗口|网站|网页|链接|后台)[一-鿿]{0,2}(?:开放|运行))$")
"""What may be the reader's own as well: 平台开放时间 for who applies there, 服务时间 for who volunteers."""
_OPENED = late(r"开[放通]$")
_ENTRANCE = late(r"(?:^|\n)[^\n:：]{0,6}(?:入口|平台|网址|链接|系统|小程序|登录)[:：]")
"""A field of its own that says through what the reader enters: 开放时段：…, 入口：… is open to him."""
_ENTERED = late(r"(?:填报|填写|报名|申报|申请|提交|上传|登记|录入|选课|缴费|投稿|预约)[^。；;，,\n]{0,14}[，,（(]\s?(?:系统|平台|网站|通道|端口)?(?:的)?开[放通]时间[为是:：]?$")
"""本人在“注册网”填报申请，开放时间4月20日9:00—5月8日17:00."""
_PLACE_NEXT = late(r"[^，,。；;\n]{0,8}[，,。；;\s]\s*[^，,。；;:：\n]{0,6}?(?:地\s?点|会\s?场|场\s?地|地\s?址|考点|集合点)(?=[\s:：】\]*_丨|｜在为是设])")
"""A field with a place right behind that with the date."""
_LONGEST_HELD = timedelta(days=7)
"""How long what is held at one place lasts, where only 时间 stands before it: a longer span may be one to come within."""


def _fills(m: Mention) -> bool:
    return m.has_day and _VALUE_ENDS.match(m.text[m.end : m.end + 2]) is not None


def _has_own_place(m: Mention, what: str) -> bool:
    """Whether a place is named for it under the same word, close behind: 考核时间：X，考核地点：Y."""
    acts = _WITH_READERS.search(what)
    return acts is not None and f"{acts.group()}地点" in m.text[m.end : m.end + 60]


def stands_in_event_field(m: Mention) -> bool:
    """Whether the whole value of a field such as 比赛时间 or 培训时间、地点 is this date; 报到 and the like come before.

    时间 alone is such a field where the next one is 地点.
    """
    found = label_of(m)
    if found is None or not _fills(m):
        return False
    field = field_of(m)
    if field is Field.PLAIN:
        start, end = m.time.start, m.time.end
        short = start is None or end is None or end - start <= _LONGEST_HELD
        return short and _PLACE_NEXT.match(m.text, m.end) is not None
    if field is Field.THEIRS:
        return _has_own_place(m, found["what"])
    window = m.is_range and _MAY_BE_WINDOW.search(found["what"])
    return field is Field.HELD and not window and not _COMES_FIRST.search(found["what"])


def surely_held(m: Mention) -> bool:
    """Whether a written form says with a word of its own that this is when something takes place, whatever else it asks for."""
    return field_of(m) is Field.HELD and _WRITTEN.search(m.left[-2:] or ":") is not None and stands_in_event_field(m)


def comes_to_field(m: Mention) -> bool:
    """Whether the whole value of a field of something to come to is this date, 报到时间 and 集合时间 included."""
    return field_of(m) is Field.HELD and not m.is_range and _fills(m)


def stands_in_their_field(m: Mention) -> bool:
    """Whether the whole value of a field that says when others act (公示时间, 停电时间) is this date."""
    found = label_of(m)
    if found is None or field_of(m) is not Field.THEIRS or _OPEN_TO_READERS.search(found["what"]) or _opens_online(m, found["what"]):
        return False
    return _fills(m) and not _has_own_place(m, found["what"])


def _opens_online(m: Mention, what: str) -> bool:
    """Whether what is open in these days is entered through a system that a field of its own names."""
    if _OPENED.search(what) is not None and m.is_range and _ENTERED.search(m.sentence_left[-60:]):
        return True
    return _OPENED.search(what) is not None and _ENTRANCE.search(m.text, max(0, m.start - 120), m.end + 160) is not None


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
    if (found["noun"] == "截止" or _CLOSES.search(what)) and not THEIRS.search(bare):
        return Field.LIMIT
    if not what:
        return Field.PLAIN
    if THEIRS.search(what) and not READERS.search(bare):
        return Field.THEIRS
    if READERS.search(bare) and not _UPPER.search(what):
        return Field.LIMIT if found["noun"] in ("期限", "时限") else Field.DUE
    return Field.HELD if _HELD.search(bare) else Field.OTHER


def fills_readers_field(m: Mention) -> bool:
    """Whether the whole value of a field that says when the reader may or must act is this date.

    报名时间：10月21日—25日, 申报时间 即日起至…, 在线提交截止时间为8月7日17:00.
    """
    field, found = field_of(m), label_of(m)
    if field is Field.THEIRS and found is not None and m.is_range and _opens_online(m, found["what"]):
        return _fills(m)
    if field not in (Field.DUE, Field.LIMIT) or not _fills(m):
        return False
    if found is None or _UPPER.search(found["what"]) or _COMES_BACK.match(m.text, m.end) or _OF_A_WEEK.match(m.time.said):
        return False
    bare = _AT_ITS_END.sub("", found["what"])
    hands_in = READERS.search(bare) or (field is Field.LIMIT and _HANDS_IN.search(bare))
    return bool((m.is_range or field is Field.LIMIT) and (not bare or hands_in))

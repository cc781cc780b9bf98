"""What somebody wants to be reminded of, told to the one who reminds: 提醒我明天上午给书记送材料; 周五交党费，到时候提醒我; 备忘：11月28日交表."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.wording import late

_LONGEST = 80
_REMIND = r"(?:提醒|叫|喊|催)(?:一下|下)?(?:我|咱)(?:们)?(?:一下|下|一声)?"
_ASKING = r"(?:请|麻烦(?:你|您)?|帮(?:我|忙)|到时候?|记得|别忘了?|能不能|可以|给我|你|您|再)*"
_WHEN = r"(?:[\d每本这下今明后周星期礼拜一二三四五六日天月号点时分半早上中下晚午前底：:]{1,16}(?:的时候|时)?)?"
_OPENS = late(rf"\s*(?:@\S{{1,12}}\s?)?{_ASKING}{_WHEN}{_ASKING}提醒(?:一下|下)?(?:我|咱)(?:们)?(?!了|过|的|说|[村镇乡县局校院单公司部社站])")
_CLOSES = late(rf"(?:^|[，,。；;！!\s]){_ASKING}{_WHEN}{_ASKING}{_REMIND}(?:[，,]?(?:谢谢|多谢|哈|啊|呀|吧|哦|别忘了)){{0,2}}[。！!～~\s]*$")
_NOTES = late(r"\s*(?:@\S{1,12}\s?)?(?:(?:请|麻烦|帮我|帮忙|给我)*(?:记一下|记下来?|记个事|记着|记上|设个提醒|加个提醒)|备忘|待办|个人待办|我的待办)[：:，,。\s]")
_TOLD_SINCE = late(r"提醒(?:一下|下)?(?:我|咱)们?(?:了|过|的|说)|[谢感]谢?[^，。]{0,6}提醒|怎么|为什么|[吗嘛么？?]\s*$|不用提醒|别提醒|不要提醒")
_OTHERS = late(r"(?:大家|各位|各[村组单科社班站]|你们|请各|全体)")
_MEETS = late(r"[^，。；\n]{0,14}?(?:开[^，。；\n]{0,8}会|[一-鿿]{0,6}会议|例会|[一-鿿]{1,6}会(?=[，,。；！\s]|$)|培训|讲座|参加|出席|面试|考试|彩排|比赛|演练|家长会|座谈|上课|听课)(?!材料|资料|通知|记录|纪要|发言|讲话|报名|名单|用的)")
_NOUN = late(r"的?[一-鿿]{0,6}(?:会议|培训|活动|例会|检查)的?(?:材料|资料|通知|记录|纪要|发言稿?|讲话稿?|名单|桌牌|席卡|签到表)|的(?!时候|[一-鿿]{0,8}(?:会|培训|讲座|考试|面试|演练)(?=[，,。；！\s]|$))")


@lru_cache(maxsize=16)
def is_wish(text: str) -> bool:
    """Whether a short text by one person asks to be reminded or to have something noted for him."""
    if len(text) > _LONGEST or _TOLD_SINCE.search(text) or _OTHERS.search(text):
        return False
    return bool(_OPENS.match(text) or _CLOSES.search(text) or _NOTES.match(text))


def is_wished(m: Mention) -> bool:
    """Whether the day or hour is the first one of such a wish; a day that only names a paper (周五会议的材料) is not what is meant."""
    time = m.time
    if time.kind is TimeKind.SET or time.start is None or not (m.has_day or m.has_clock) or not is_wish(m.text):
        return False
    first = re.search(r"[\d点号日天周]", m.text[: m.start]) is None
    return _NOUN.match(m.right) is None and (first or (m.before > m.sentence[0] and _NOUN.match(m.text, m.before) is not None))


_DAY_FIRST = late(r"^(?:[本这下每]?个?(?:周|星期|礼拜)[一二三四五六日天]|[今明后][天日早晚]|\d{1,2}(?:月\d{1,2})?[日号]|[早晚]上|[上下中]午|[\d一二三四五六七八九十]{1,3}[点:：](?:\d{1,2}分?|半)?|之?前|[，,、的\s])+")


def what_is_wished(text: str) -> str:
    """What is to be done, without the words that ask for the reminder and the day that opens it."""
    rest = _CLOSES.sub("", text)
    for head in (_OPENS, _NOTES):
        opening = head.match(rest)
        rest = rest[opening.end() :] if opening else rest
    rest = rest.strip(" ，,：:。！!")
    return _DAY_FIRST.sub("", rest) or rest


def meets_then(m: Mention) -> bool:
    """Whether what is wished for is to come to something at that time: 提醒我下午3点开会."""
    return _MEETS.match(m.right) is not None and not m.time.before

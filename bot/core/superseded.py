"""Dates that no longer hold: moved, corrected, taken back or said to be none, by the words beside them."""

from __future__ import annotations

import re

from bot.core.allowances import names_some
from bot.core.mentions import Mention
from bot.core.wording import late


def _any_case(pattern: str) -> re.Pattern[str]:
    return late(pattern, re.I)


_MOVED_LEFT = _any_case(
    r"(?:(?:原定|原计划|原通知|原来|原先|原本|本来|先前|此前|之前(?:通知|说|定)?的?|上次说的?|前面说的?|早上说的?|原)(?:时间|期限)?(?:为|是|在|于|的)?(?:[截报交排放说约][止]?[到至在]|说)?"
    r"|(?:^|[，,。；：:（(时间日期限报名]|截止|报送)由|(?:截止|时间|日期|期限|会|表|报送)从|不是|并非|而非|not |instead of |rather than )$"
)
_MOVED_RIGHT = _any_case(
    r"^(?!.{0,16}不变|[^，。；]{0,8}(?:申请|提出|要求)[^，。；]{0,4}延)[^。；;\n]{0,16}?(?:(?<!整)改(?![造进善水厕革正稿毕完好掉齐])|调整|延|推迟|提前|顺延|变更|更正|后延|往[后前](?=[推延挪顺移调拖])|挪|移(?!风)|换)[^，。；、\d]{0,8}$"
    r"|^[^。；\n]{0,24}(?:取消|不开了|不再|不搞了|作废|是旧[文闻通]|是假的?|已废止|不算数|不作数)"
    r"|^[^.]{0,12}(?:sorry|make that|moved to|changed to|postponed to|extended to|brought forward)"
)
_PUT_OFF = _any_case(r"(?:改|调整|延长?|顺延|推迟|放宽|宽限)[到至为][“\"]?$")
"""河东片延至10日，河西片延至12日: each is put off, none for the next."""
_PLANNED = late(r"原(?:定|计划|拟)[于在]$")
_GIVEN_UP = late(r"延期(?!间)|推迟|取消|暂缓|改期|顺延|停办|不再举[办行]|另行通知")
"""原定于11月23日召开 … 延期举行: a plan that is given up further on in the text."""
_MAY_MOVE = late(r"如果|(?<!例)若|要是|万一|假如|倘|如?遇[^，。；]{1,8}|碰[到上]|赶上|(?:[下落有]雨|下雪|风大|停电|天气不好)(?:的话)?[，,]?[就则]")
"""周日上午九点，万一停电就改到下周日: where it may move to, which gives up no day."""

_MODE_CHANGES = late(
    r"[^。；;\n]{0,60}?(?:改|调整|变更|转)[为到至成由在]?(?:在|以|用|通过|采[取用])?(?:线[上下]|网[上络]|云端|视频|电视|电话|现场|直播|腾讯|钉钉|[一-鿿\d]{0,12}(?:室|厅|礼堂|会场|楼|中心|馆))"
)
"""原定于3月31日在台州举办的年会改为在线上举办: how or where changes, not when."""
_NO_LONGER = late(r"取消|不开|不再|暂停|推迟|延期|另行通知时间|时间另")


def only_how_changes(m: Mention) -> bool:
    """Whether how or where something takes place is changed and its day stands."""
    said = m.sentence_right
    return bool(_MOVED_LEFT.search(m.left[-24:]) and m.after >= m.sentence[1] and _MODE_CHANGES.match(said)) and not _NO_LONGER.search(said)


_LATER_DAY = late(r"\d{1,2}[日号]|(?:周|星期)[一二三四五六日天]|[今明后]天")
_SAID_BEFORE = late(r"(?:昨[天晚日]|前[天晚]|今早|早上|上午|中午|下午|刚[才刚]|之前|先前|上次|上回|此前)[^，,。；;\n]{0,6}(?:[说发讲写定转报]|通知)(?:的|了|过)?[^。；;\n\d]{0,20}$")
_WAS_WRONG = late(r"(?:之?前|以前)?[^，,。；;\n\d]{0,10}[，,]?\s?(?:是我|我|确实|都|那?是)?(?:[写说弄发打记搞看报]错了?|有误|作废|不作数|不算数|[口笔]误)(?:[，,。；;：:！!][^。；;\n\d]{0,20}(?:[。；;：:！!\n]|$)|[\n]|$)")
"""昨天说2月25日前报，写错了，以县里文件为准：…: what was said before and no longer holds, the right day standing in a sentence of its own."""
_HOLDS = late(r"[”\"]?(?:为准|不变|照旧)")
"""以27日17时为准，会推迟到30日: what holds is not what is moved behind it."""


_MISWRITTEN = late(r"(?:(?:原稿|原文|旧稿|上一?[稿版]|前一?[稿版]|先前|此前|之前|昨[天日晚])?(?:误|错)(?:[写印标发排录记作]?[成为作]|写)|(?:原稿|原文|旧稿|上一?[稿版]|前一?[稿版]|那[一行句])(?:里|中|上)?(?:写|印|标|的?是|为|作|成)(?:的?是|为|作|成)?|(?:先前|此前|之前|原先|原来|昨[天日晚]|上[周次回个]月?|前[天日几]天?|\d{1,2}[日号])的?(?:那份|那个)?(?:通知|文件|消息|安排|方案)(?:里|中|上)?(?:说|写|定|要求)?的?(?:是|为)?)$")
"""（原稿误作4月30日）, 原先的通知写的是8月31日: what another text said, which a later date corrects."""
_IN_FACT = late(r"[）)]?[，,；;。]?\s?(?:实(?:际(?:上)?(?:应?[为是])?|为|应为)|应(?:该)?[为是]|正确(?:的)?(?:时间|日期)?(?:应?[为是]|：)|更正为|其实是|now )")
"""写的9月10日上午9点，实为9月9日下午3点."""
_TAKEN_BACK = late(r"(?:之?前|以前)?[^，,。；;\n\d]{0,10}[，,]\s?(?:那|这|该|上)(?:一?[条份版次则句个]|一?个?(?:通知|消息|时间|日期|要求))[^，,。；;\n]{0,3}?(?:已|就|都|现)?(?:作废|不算数?|不作数|取消|收回|撤回|(?:不用|别)[管看理])")
"""先前通知说体检表10月12日前交，那条作废: what is said to hold no more, whatever comes in its place."""
_SPOKEN_WRONG = late(r"[，,]?\s?(?:[哦噢喔哎诶啊呃嗯唉呀]{1,2})?[，,]?\s?(?:不行|不对|说错了?|讲错了?|口误|搞错了?|记错了?|打错了?)(?!的|就|才|也|[^，,。\n]{0,4}(?:的话|扣|罚|要))")
"""明天早饭前哦不行太赶了明天中午前给我: a slip that is mended in the same breath."""
_MENDED_WITHIN = 40
_USED_TO = late(r"(?:过去|以前|从前|往常|以往)(?:一?直)?(?:都|就)?(?:是|按|在)(?:每?周|每)?$")
_BUT_NOW = late(r"[^\n]{0,60}?(?:改|往后|今后|现在|如今|换|定了)")
"""过去是周周五交，乡镇都嫌勤。…改两周一交: what was the custom."""
_LEFT_OFF = late(r"那(?:个|些|套)?(?:安排|时间|班|课|例会|做法)?(?:就|都|已经?)?(?:停(?:掉|了|止)|取消|作废|不再)")
"""每周三下午那个安排停掉."""
_GIVEN_AWAY = late(r"(?:已经?|就|又|被)?(?:让给|腾给|给了?[一-鿿]{1,6}(?:占|用)了?|被[^，。；\n]{1,8}占|(?:又)?(?:赶上|碰上|撞上|撞了)[^，。；\n]{1,14}(?:停电|检修|停水|考试|放假|台风|大雨))")
"""13号上午让给体检了，18号又赶上停电检修: days that were meant and are gone."""
_OF_BEFORE = late(r"(?:之前|先前|此前|以前|原先|原来|昨[天日晚]|上[次回])(?:说|定|通知|讲|要求|发)?的?[“\"]?$")
_NO_LONGER_SO = late(r"[”\"]?[^，,。；;\n]{0,8}[，,]?\s?(?:那条|这条|现|即日起|现在|从今天起)?(?:已|就|都)?(?:作废|取消|停(?:了|止|掉)|不算数?|不作数)(?:了)?(?=[，,。；;！\s]|$)")
_NOT_MEANT = late(r"(?:^|[，,。；;！!（(\s])(?:注意|切记|可|但|并|记住|看清|听清|是)?[，,]?(?:不是|不在|并非|可不是)$")
"""放在下下周一，注意不是下周一: a day that only says which one is not meant."""
_OWN_EARLIER_PAPER = late(r"(?:印发|下发|发出|发布|转发|发)的?《[^》\n]{4,60}》(?:[（(][^（()）\n]{2,30}[）)])?(?:中|里)?(?:要求|规定|明确|提出|定的?|通知)[^。\n]{0,60}$")
_EXTENDED = late(r"(?:顺延|延长|延期|推迟|调整|展期|改|放宽)[到至为]")
"""我局4月27日印发的《…》要求企业5月20日前完成填报。…截止时间顺延至5月29日: the limits of a paper that this one changes."""
_EXTENDED_WITHIN = 400


def is_wrong(m: Mention) -> bool:
    """Whether the words right beside a time say that it was wrong, is taken back or is not the one that is meant."""
    if _TAKEN_BACK.match(m.text, m.end) or (_IN_FACT.match(m.text, m.end) and m.after - m.end < _MENDED_WITHIN):
        return True
    later = m.after < min(len(m.text), m.end + _MENDED_WITHIN)
    if later and _SPOKEN_WRONG.match(m.text, m.end):
        return True
    if _GIVEN_AWAY.match(m.right) or (_USED_TO.search(m.left[-10:]) and _BUT_NOW.match(m.text, m.end)):
        return True
    if _NOT_MEANT.search(m.left[-12:]) and re.match(r"[，,。；;！!）)]|$", m.right):
        return True
    return bool(_MISWRITTEN.search(m.text, max(m.sentence[0], m.start - 16), m.start)) and m.time.start is not None and not re.match(r"[^，。；]{0,8}(?:不变|照旧|有效)", m.right)


def is_withdrawn(m: Mention) -> bool:
    """Whether a rhythm told of before is said to hold no more: 之前说的每天下午5点报，作废."""
    if _LEFT_OFF.match(m.right):
        return True
    return _TAKEN_BACK.match(m.text, m.end) is not None or (_OF_BEFORE.search(m.left[-12:]) is not None and _NO_LONGER_SO.match(m.text, m.end) is not None)


def is_superseded(m: Mention) -> bool:
    """Whether another time has taken the place of this one, or the words beside it say that it does not hold."""
    left, right = m.left[-24:], m.right
    if only_how_changes(m) or _HOLDS.match(right):
        return False
    if is_wrong(m):
        return True
    if m.time.before and _OWN_EARLIER_PAPER.search(m.sentence_left[-160:]) and _EXTENDED.search(m.text, m.sentence[1], m.sentence[1] + _EXTENDED_WITHIN):
        return True
    if m.has_day and _SAID_BEFORE.search(m.sentence_left[-40:]) and (wrong := _WAS_WRONG.match(m.text, m.end, m.end + 60)) and _LATER_DAY.search(m.text, wrong.end(), wrong.end() + 120):
        return True
    if _MOVED_LEFT.search(left) and re.search(r"改|调整|延|推迟|提前|顺延|变更|更正|取消|挪|移|换|应|而是|是|but|不开|现在?[到至放可]", m.sentence_right[:60] + (" but" if m.left.endswith(("of ", "than ")) else "")):
        return True
    if _PLANNED.search(left) and _GIVEN_UP.search(m.text, m.end, m.end + 300):
        return True
    if _PUT_OFF.search(left) and not re.match(r"[^。；]{0,8}?(?:再|又|现)", right):
        return False
    moved = _MOVED_RIGHT.search(right[:60])
    return bool(moved and not _MAY_MOVE.search(moved.group()) and not names_some(moved.group())) and m.after < m.sentence[1]

"""Questions for a list of tasks, as people ask them: 今天有什么, 我这周还要交啥, 下周的任务, what's due tomorrow."""

from __future__ import annotations

import re

_WHEN = (
    r"(?:(?:今|明|后|大后)(?:天|日|晚)|[这本下]个?(?:周|星期|礼拜|月)[一二三四五六日天末]?|(?:周|星期|礼拜)[一二三四五六日天末]"
    r"|(?:\d{1,2}月)?\d{1,2}[日号]|\d{1,2}月|月底)"
)
_ASKS = re.compile(
    rf"(?:我们?|那|请问)?(?P<when>{_WHEN})?(?:我们?)?(?:都|还|还都|总共|一共)?(?:有|要|需要|得|该|应该|剩)*(?:我们?)?(?:要|需要|该)?(?:办|干|做|交|报|开|忙|弄)?(?:点|些)?"
    r"(?:什么|啥|哪些|哪几[件样个]|几件|多少)(?:待办|任务|工作|事情?|活儿?|安排|材料|东西|会|要[办干做交报开]的)*(?:没?(?:有)?[办做交报](?:完|的)?)?(?:吗|呢|啊|呀|么)?\s*[?？。]*\Z"
)
"""今天有什么, 这周要干啥, 我明天要交哪些材料: which tasks there are, asked as people ask."""

_ASKS_IN_ENGLISH = re.compile(
    r"what(?:'s|’s| is| do i have| have i got)? ?(?:due|on|to do|left|open|up)?(?: for me)?(?: (?:on|for|by))?(?: (?P<when>today|tomorrow|this week|next week|this month|next month|(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day))?\s*\?*\Z",
    re.I,
)
_OF_ONES_OWN = re.compile(r"^我|还|任务|待办|要办|没[有]?[办做交报]|\b(?:i|due|left|open|to do)\b", re.I)
"""需要哪些材料 is asked of the group; 我需要交什么 and 还有什么没交 of one's own list."""

_OF_DAYS = re.compile(rf"(?P<when>{_WHEN})(?:的?(?:待办|任务|事情?|清单))?(?:呢|有哪些|是什么)?\s*[?？。]*\Z|(?P<english>tomorrow|next week|this month)\s*\??\Z", re.I)
"""明天, 下周的任务."""

_OVERDUE = re.compile(r"(?:有没有|[有还]?有?哪些|还有)?(?:已经?)?(?:逾期|过期|超期)(?:了|的)*(?:任务|事情?)?(?:有哪些|有吗|吗)?\s*[?？。]*\Z")
_WHOSE = re.compile(r"[@＠]\S{1,20}\Z")


def list_asked(line: str) -> str | None:
    """What a whole short line asks a list of, as /open takes it: days as they were said, "" for all; None if nothing."""
    if _WHOSE.match(line):
        return line.replace("＠", "@")
    if _OVERDUE.match(line):
        return "overdue"
    days = _OF_DAYS.match(line)
    if days:
        return (days["when"] or days["english"]).lower()
    asked = _ASKS.match(line) or _ASKS_IN_ENGLISH.match(line)
    if asked is None or not (asked["when"] or _OF_ONES_OWN.search(line)):
        return None
    return (asked["when"] or "").lower()

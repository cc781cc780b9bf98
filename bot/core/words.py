"""Commands as people type them: /commands, plain Chinese words, plain English words."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""A plain word is a command only in a short single line; anything longer is a notice."""

_SLASH = re.compile(r"/([A-Za-z_]{1,32})(?:@(\w+))?(?:\s+(.*))?\Z", re.S)

_NUMBER = r"(?:#\s*|第)?\d{1,6}(?:号|条)?"
_NUMBERS = rf"{_NUMBER}(?:(?:\s*[,，、和&]\s*|\s+){_NUMBER})*"

_ALONE: dict[str, tuple[str, str]] = {
    word: (name, args)
    for name, args, words in (
        ("open", "", "待办 待办事项 任务 任务清单 清单 还有什么 有什么任务 open todo todos tasks list"),
        ("open", "today", "今天 今日 今天的 今日待办 今天待办 今天要办什么 today"),
        ("open", "week", "本周 这周 这一周 本周待办 这周待办 week"),
        ("open", "overdue", "逾期 过期 超期 逾期的 overdue late"),
        ("digest", "", "摘要 汇总 简报 日报 今日摘要 digest summary"),
        ("groups", "", "群 群组 群列表 我的群 群名单 groups"),
        ("groups", "gone", "已解散 已解散的 已解散的群"),
        ("dissolve", "", "解散 可解散 解散群 清理群 哪些群可以解散 dissolve"),
        ("dissolve", "dry", "试算 解散试算 试算解散"),
        ("dissolve", "exempt", "保留的群 一直保留的群"),
        ("receipts", "", "谁没回 谁没回复 没回复的 谁没收到 receipts"),
        ("overlap", "", "重复的群 重复群 哪些群重复 overlap"),
        ("export", "groups", "导出群 导出"),
        ("help", "", "帮助 怎么用 说明 使用说明 help"),
        ("undo", "", "撤销 撤回 撤消 收回 收回上一步 撤销上一步 撤回上一步 取消上一步 undo"),
        ("settings", "", "设置 settings"),
        ("start", "", "开始 start"),
        ("forget", "", "忘记我 删除我的数据 forget"),
    )
    for word in words.split()
}

_WITH_NUMBERS = (
    ("done", "完成|已完成|办完|办完了|办结|已办|已办结|做完|搞定|done|finished"),
    ("why", "为什么|依据|来由|why"),
    ("task", "任务|查看|看看|看一下|看下|看|打开|task|show"),
    ("original", "原文|看原文|original"),
    ("split", "拆分|拆开|分开|split"),
    ("merge", "合并|并入|merge"),
    ("drop", "不用办|不办|不办了|放弃|drop"),
    ("nil", "零报告|无情况|nil"),
    ("skip", "跳过|skip"),
    ("received", "收到已回|已回收到|已回"),
    ("groups", "看群|群|group"),
    ("dissolve", "解散群?|dissolve"),
    ("mute", "静音|mute"),
)
_NUMBERED = tuple(
    (
        name,
        re.compile(rf"(?:{words})\s*[:：]?\s*(?P<numbers>{_NUMBERS})\Z", re.I),
        re.compile(rf"(?P<numbers>{_NUMBERS})\s*(?:{words})(?:了)?\Z", re.I),
    )
    for name, words in _WITH_NUMBERS
)
_DONE_ALL = re.compile(
    rf"(?P<numbers>{_NUMBERS.replace('、和&', '、和跟&')})(?:任务|[这那]?[两三几个件]+)?\s*(?:我|我们)?\s*(?:都|全|全部|均)?(?:已经?)?"
    r"(?:办|做|弄|搞|处理|完成)(?:完|好|妥|掉|结|定)*(?P<over>了)?\s*[。.!！~]*\Z"
)
_DONE_IN_ENGLISH = re.compile(
    rf"(?:tasks?\s+)?(?P<numbers>{_NUMBERS.replace(chr(92) + 's*[,，、和&]', chr(92) + 's*(?:[,，、和&]|and)')})\s+(?:is|are)\s+(?:both\s+|all\s+|now\s+)?(?:done|finished|completed?)[\s.!]*\Z",
    re.I,
)
"""1和2都办了, 3号任务已完成, #4 弄好了; 1 and 2 are done."""

_BARE = re.compile(r"#\s*(\d{1,6})\Z")

_WITH_MORE = (
    ("due", "改期限|改期|期限|due", rf"(?P<args>{_NUMBER}\s*\S.*)"),
    ("snooze", "稍后提醒|稍后|过会儿|晚点提醒|snooze", rf"(?P<args>{_NUMBER}(?:\s*\S.*)?)"),
    ("assign", "分派|指派|派给|交给|assign", rf"(?P<args>{_NUMBER}\s*@?\S.*)"),
    ("invite", "邀请|invite", r"(?P<args>\S{1,20})"),
    ("from", "来自|转自|from", r"(?P<args>[^\s，,。:：](?:[^，,。:：]{0,28}[^\s，,。:：])?)"),
)
_MORE = tuple((name, re.compile(rf"(?:{words})\s*[:：]?\s*{rest}\Z", re.I)) for name, words, rest in _WITH_MORE)

_SEARCH = re.compile(r"(?:搜索|搜|查找|查询|查|找|search|find)(?:\s*[:：]\s*|\s+)(?P<args>\S.{0,40})\Z", re.I)
_GROUP_OF = (
    ("groups", re.compile(r"(?:看群|群)\s+(?P<args>[^\s，,：:]{2,28})\Z")),
    ("dissolve", re.compile(r"解散\s+(?P<args>[^\s，,：:]{1,27}群)\Z")),
)
_OPEN_OF = re.compile(r"(?:待办|清单|任务清单|open|todo)\s+(?P<args>\S.{0,30})\Z", re.I)
_WHEN = (
    r"(?:(?:今|明|后|大后)(?:天|日|晚)?|[这本下]个?(?:周|星期|礼拜|月)[一二三四五六日天末]?|(?:周|星期|礼拜)[一二三四五六日天末]"
    r"|(?:\d{1,2}月)?\d{1,2}[日号]|\d{1,2}月|月底)"
)
_ASKS_FOR_LIST = re.compile(
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
_SIGNS_OF_PROSE = re.compile(r"[。；;！!？?]|[，,].*[，,]")


def read_command(text: str) -> tuple[str, str] | None:
    """The command that `text` says and its arguments, or None when it is something else (a notice, chatter).

    A slash command is read whatever its length and with `@bot` removed; plain words only where the whole short line
    is that word and its numbers or arguments, so that a notice never runs a command. A slash before a Chinese word
    (/撤回) says no more than the word: Telegram knows commands in Latin letters only, people do not.
    """
    text = text.strip()
    slash = _SLASH.match(text)
    if slash:
        return slash[1].lower(), (slash[3] or "").strip()
    line = unicodedata.normalize("NFKC", text).lstrip("/").strip()
    if not line or len(line) > LONGEST or "\n" in line:
        return None
    alone = _ALONE.get(line.lower().rstrip("。.!?~ "))
    if alone:
        return alone
    return _numbered(line) or _with_more(line) or _list_asked(line)


def addressed_to(text: str) -> str | None:
    """The bot name a slash command is addressed to (`/open@other_bot`), or None."""
    slash = _SLASH.match(text.strip())
    return slash[2] if slash else None


def numbers_in(args: str) -> tuple[int, ...]:
    """The task numbers of an argument, in the order typed, each once."""
    return tuple(dict.fromkeys(int(digits) for digits in re.findall(r"(?<!\d)\d{1,6}(?!\d)", args)))


def _numbered(line: str) -> tuple[str, str] | None:
    bare = _BARE.match(line)
    if bare:
        return "task", bare[1]
    for name, ahead, behind in _NUMBERED:
        found = ahead.match(line) or behind.match(line)
        if found:
            return name, " ".join(str(number) for number in numbers_in(found["numbers"]))
    done = _DONE_ALL.match(line)
    if done is None or not (done["over"] or "完成" in line):
        done = _DONE_IN_ENGLISH.match(line)
    if done:
        return "done", " ".join(str(number) for number in numbers_in(done["numbers"]))
    return None


def _list_asked(line: str) -> tuple[str, str] | None:
    """The list that a question means: today's and this week's as /open calls them, other days as they were said."""
    if _WHOSE.match(line):
        return "open", line.replace("＠", "@")
    if _OVERDUE.match(line):
        return "open", "overdue"
    days = _OF_DAYS.match(line)
    if days:
        return _ALONE.get((days["when"] or "").lower()) or ("open", (days["when"] or days["english"]).lower())
    asked = _ASKS_FOR_LIST.match(line) or _ASKS_IN_ENGLISH.match(line)
    if asked is None or not (asked["when"] or _OF_ONES_OWN.search(line)):
        return None
    when = asked["when"] or ""
    known = _ALONE.get(when.lower())
    return known if known is not None and known[0] == "open" else ("open", when.lower() if when.isascii() else when)


def _with_more(line: str) -> tuple[str, str] | None:
    if _SIGNS_OF_PROSE.search(line):
        return None
    for name, pattern in _MORE:
        found = pattern.match(line)
        if found:
            return name, found["args"].strip()
    for name, pattern in (("search", _SEARCH), ("open", _OPEN_OF), *_GROUP_OF):
        found = pattern.match(line)
        if found:
            return name, found["args"].strip()
    return None
